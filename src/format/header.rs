//! Blocks: a header with its options in one order, then the body.

use super::movement::per;
use super::quantity::{Place, decimal};
use super::{Body, Formatter};
use crate::source::Span;
use crate::syntax::tree::{
    Block, BlockWord, HeaderOption, Ladder, Modifier, OptionKind, Quantity, RestAmount, RungMark,
    TargetSyntax, Text,
};

impl Formatter<'_> {
    /// Writes a block.
    pub(super) fn block(&mut self, block: &Block, whole: Span, depth: usize) {
        self.page.push(match block.word {
            BlockWord::Circuit => "circuit",
            BlockWord::Superset => "superset",
            BlockWord::Amrap => "amrap",
            BlockWord::Emom => "emom",
            BlockWord::Every => "every",
            BlockWord::ForTime => "for time",
            BlockWord::Tabata => "tabata",
            BlockWord::Warmup => "warmup",
            BlockWord::Cooldown => "cooldown",
            BlockWord::Section => "section",
        });
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
        match option {
            OptionKind::Rounds(quantity) => {
                self.page.push("rounds ");
                self.quantity(quantity, Place::Elsewhere);
            }
            OptionKind::Work(quantity) => {
                self.page.push("work ");
                self.quantity(quantity, Place::Elsewhere);
            }
            OptionKind::Transition(quantity) => {
                self.page.push("transition ");
                self.quantity(quantity, Place::Elsewhere);
            }
            OptionKind::Switch(quantity) => {
                self.page.push("switch ");
                self.quantity(quantity, Place::Elsewhere);
            }
            OptionKind::Cap(quantity) => {
                self.page.push("cap ");
                self.quantity(quantity, Place::Elsewhere);
            }
            OptionKind::Rest(amount) => self.rest_option(amount, "", depth),
            OptionKind::BetweenRounds(amount) => self.rest_option(amount, " between rounds", depth),
            OptionKind::BetweenMovements(amount) => self.rest_option(amount, " between movements", depth),
            OptionKind::Per(half) => self.page.push(per(*half)),
            OptionKind::Alternating => self.page.push("alternating"),
            OptionKind::Ladder(ladder) => self.ladder(ladder),
            OptionKind::Until(text) => {
                self.page.push("until ");
                self.quoted(*text);
            }
        }
    }

    fn rest_option(&mut self, amount: &RestAmount, between: &str, depth: usize) {
        self.page.push("rest");
        self.rest_amount(amount, depth);
        self.page.push(between);
    }

    fn ladder(&mut self, ladder: &Ladder) {
        self.page.push("ladder ");
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
    /// Returns where it stands in the text.
    fn start(&self) -> u32 {
        match self {
            Part::Title(title) => title.span.start,
            Part::Amount(amount) => amount.span.start,
            Part::Option(option) => option.span.start,
        }
    }
}

/// Returns the parts of a header in the order they are written in: its title, its length, how often, whose sides, what
/// is done how long, what lies between, what ends it early.
///
/// They stay in the order of the text where another order would be read as something else.
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

/// Returns each option's place among the others; none where a rest says neither `between` nor stands beside `work`: in
/// another order it might.
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

/// Tells whether an option ends in the name of a pace or an effort, of which the words that follow would be a part.
fn swallows_words(option: &OptionKind) -> bool {
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
        | TargetSyntax::Bodyweight(_) => false,
    })
}

/// Returns an option's place among others.
fn rank(kind: &OptionKind) -> u8 {
    match kind {
        OptionKind::Rounds(_) | OptionKind::Ladder(_) => 0,
        OptionKind::Per(_) => 1,
        OptionKind::Alternating => 2,
        OptionKind::Cap(_) => 3,
        // Side by side with `work` it is the work's own, and goes with it.
        OptionKind::Work(_) | OptionKind::Rest(_) => 4,
        OptionKind::Transition(_) => 5,
        OptionKind::Switch(_) => 6,
        OptionKind::BetweenMovements(_) => 7,
        OptionKind::BetweenRounds(_) => 8,
        OptionKind::Until(_) => 9,
    }
}
