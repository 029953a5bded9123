//! Blocks: a header with its options in a fixed order, then the body.

use super::quantity::Place;
use super::turns::ends_in_movement;
use super::{Body, Formatter};
use crate::quantity::decimal;
use crate::source::Span;
use crate::syntax::tree::{
    Block, HeaderOption, Ladder, Modifier, OptionKind, Quantity, RestAmount, RungMark, TargetSyntax, Text,
};

impl Formatter<'_> {
    /// Writes a block.
    pub(super) fn block(&mut self, block: &Block, whole: Span, depth: usize) {
        self.page.push(block.word.spelling());
        for part in in_order(block) {
            self.page.push(" ");
            match part {
                Part::Title(title) => self.quoted(title),
                Part::Amount(amount) => self.quantity(amount, Place::Elsewhere),
                Part::Option(option) => self.option(&option.kind, depth),
            }
        }
        let body = Body { items: &block.body, whole, header_end: block.header.end };
        self.body(&body, depth, |statement| statement.span, Self::statement);
    }

    fn option(&mut self, option: &OptionKind, depth: usize) {
        self.page.push(option.word().spelling());
        match option {
            OptionKind::Rounds(quantity)
            | OptionKind::Work(quantity)
            | OptionKind::Transition(quantity)
            | OptionKind::Switch(quantity)
            | OptionKind::Cap(quantity) => {
                self.page.push(" ");
                self.quantity(quantity, Place::Elsewhere);
            }
            OptionKind::Rest(amount) => self.rest_amount(amount, depth),
            OptionKind::BetweenRounds(amount) => {
                self.rest_amount(amount, depth);
                self.page.push(" between rounds");
            }
            OptionKind::BetweenMovements(amount) => {
                self.rest_amount(amount, depth);
                self.page.push(" between movements");
            }
            OptionKind::Per(half) => {
                self.page.push(" ");
                self.page.push(half.into());
            }
            OptionKind::Alternating => {}
            OptionKind::Ladder(ladder) => self.ladder(ladder),
            OptionKind::Until(text) => {
                self.page.push(" ");
                self.quoted(*text);
            }
        }
    }

    /// Writes the rungs of a ladder, with a blank before them.
    fn ladder(&mut self, ladder: &Ladder) {
        self.page.push(" ");
        for (number, &rung) in ladder.numbers.iter().enumerate() {
            let mark = number.checked_sub(1).and_then(|before| ladder.marks.get(before));
            self.page.push(match mark {
                None => "",
                Some(RungMark::Dash) => "-",
                Some(RungMark::Comma) => ", ",
                Some(RungMark::To) => " to ",
                Some(RungMark::By) => " by ",
            });
            self.page.push(&decimal(rung));
        }
    }
}

/// A part of a header.
#[derive(Clone, Copy)]
enum Part<'b> {
    Title(Text),
    Amount(&'b Quantity),
    Option(&'b HeaderOption),
}

impl Part<'_> {
    /// Returns where it starts in the text.
    fn start(&self) -> u32 {
        match self {
            Part::Title(title) => title.span.start,
            Part::Amount(amount) => amount.span.start,
            Part::Option(option) => option.span.start,
        }
    }
}

/// Returns the parts of a header in the order in which they are written: title, length, number of rounds, sides, work,
/// rests, and what ends it early.
///
/// They keep the order of the text if they would mean something else in another.
fn in_order(block: &Block) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = block.title.map(Part::Title).into_iter().collect();
    parts.extend(block.amounts.iter().map(Part::Amount));
    if block.options.iter().any(|option| swallows_words(&option.kind)) {
        parts.extend(block.options.iter().map(Part::Option));
        parts.sort_by_key(Part::start);
        return parts;
    }
    match ranks(&block.options) {
        Some(ranks) => {
            let mut ranked: Vec<(u8, &HeaderOption)> = ranks.into_iter().zip(&block.options).collect();
            ranked.sort_by_key(|&(rank, _)| rank);
            parts.extend(ranked.into_iter().map(|(_, option)| Part::Option(option)));
        }
        None => parts.extend(block.options.iter().map(Part::Option)),
    }
    parts
}

/// Returns the position of each option among the others. Returns none if a rest neither says `between` nor follows
/// `work`, since in another order it might follow it.
fn ranks(options: &[HeaderOption]) -> Option<Vec<u8>> {
    let mut before: Option<&OptionKind> = None;
    let mut ranks = Vec::with_capacity(options.len());
    for option in options {
        let is_of_work = matches!(before, Some(OptionKind::Work(_)));
        if matches!(option.kind, OptionKind::Rest(_)) && !is_of_work {
            return None;
        }
        ranks.push(rank(&option.kind));
        before = Some(&option.kind);
    }
    Some(ranks)
}

/// Tells whether an option ends in the name of a pace or an effort, so that words after it would become a part of the
/// name.
fn swallows_words(option: &OptionKind) -> bool {
    if let OptionKind::Rest(rest) | OptionKind::BetweenRounds(rest) | OptionKind::BetweenMovements(rest) =
        option
        && ends_in_movement(rest)
    {
        return true;
    }
    let (OptionKind::Rest(RestAmount::Moving(moving))
    | OptionKind::BetweenRounds(RestAmount::Moving(moving))
    | OptionKind::BetweenMovements(RestAmount::Moving(moving))) = option
    else {
        return false;
    };
    moving.modifiers.iter().flat_map(Modifier::targets).any(|target| match &target.kind {
        TargetSyntax::Named { .. } | TargetSyntax::Amount { of: Some(_), .. } => true,
        TargetSyntax::Amount { of: None, .. }
        | TargetSyntax::Measured { .. }
        | TargetSyntax::Minus(_)
        | TargetSyntax::RepMax(_)
        | TargetSyntax::Bodyweight(_) => false,
    })
}

/// Returns the position of an option among the others.
fn rank(kind: &OptionKind) -> u8 {
    match kind {
        OptionKind::Rounds(_) | OptionKind::Ladder(_) => 0,
        OptionKind::Per(_) => 1,
        OptionKind::Alternating => 2,
        OptionKind::Cap(_) => 3,
        // Right after `work` it belongs to the work, and moves with it.
        OptionKind::Work(_) | OptionKind::Rest(_) => 4,
        OptionKind::Transition(_) => 5,
        OptionKind::Switch(_) => 6,
        OptionKind::BetweenMovements(_) => 7,
        OptionKind::BetweenRounds(_) => 8,
        OptionKind::Until(_) => 9,
    }
}
