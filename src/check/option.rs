//! The options of a block's header: which blocks have which, each given once, and which cannot go together.

use super::Checker;
use crate::diagnostic::{Choice, Diagnostic, Rule, list};
use crate::source::{At, Span};
use crate::syntax::tree::{
    Block, BlockWord, DoseSyntax, Half, HeaderOption, Ladder, OptionKind, Quantity, RestAmount,
    StatementKind, Text,
};
use BlockWord::{Amrap, Circuit, Cooldown, Emom, Every, ForTime, Section, Superset, Tabata, Warmup};

/// An option, and the blocks that have it.
struct OptionRow {
    /// How help writes it.
    form: &'static str,
    /// The blocks that have it, in the order in which help lists them.
    blocks: &'static [BlockWord],
    /// What to do instead on a block that many expect it on.
    instead: &'static [(BlockWord, &'static str)],
}

const ALL: &[BlockWord] =
    &[Circuit, Superset, Amrap, Emom, Every, ForTime, Tabata, Warmup, Cooldown, Section];

const ROUNDS: OptionRow = OptionRow {
    form: "rounds",
    blocks: &[Circuit, Superset, Every, ForTime],
    instead: &[
        (Amrap, "an AMRAP runs as many rounds as its time allows"),
        (Emom, "an EMOM runs for its minutes: `emom 10min`"),
    ],
};
const WORK: OptionRow = OptionRow { form: "work 40s rest 20s", blocks: &[Circuit, Superset], instead: &[] };
const BETWEEN_ROUNDS: OptionRow =
    OptionRow { form: "rest 1min between rounds", blocks: &[Circuit, Superset, ForTime], instead: &[] };
const BETWEEN_MOVEMENTS: OptionRow =
    OptionRow { form: "rest 15s between movements", blocks: &[Circuit, Superset, Tabata], instead: &[] };
const TRANSITION: OptionRow = OptionRow { form: "transition", blocks: ALL, instead: &[] };
const SWITCH: OptionRow = OptionRow { form: "switch", blocks: ALL, instead: &[] };
const PER: OptionRow = OptionRow { form: "per side", blocks: ALL, instead: &[] };
const LADDER: OptionRow = OptionRow { form: "ladder", blocks: &[Circuit, Superset, ForTime], instead: &[] };
const UNTIL: OptionRow = OptionRow { form: "until", blocks: &[Emom, Every, Circuit, Amrap], instead: &[] };
const CAP: OptionRow = OptionRow { form: "cap", blocks: &[ForTime, Warmup, Cooldown, Section], instead: &[] };
const ALTERNATING: OptionRow = OptionRow { form: "alternating", blocks: &[Emom, Every], instead: &[] };

impl OptionRow {
    /// Returns the row of an option.
    fn of(option: &OptionKind) -> &'static Self {
        match option {
            OptionKind::Rounds(_) => &ROUNDS,
            OptionKind::Work(_) => &WORK,
            // A rest that does not say between what belongs to `work`, or is on its way to be one between rounds.
            OptionKind::Rest(_) | OptionKind::BetweenRounds(_) => &BETWEEN_ROUNDS,
            OptionKind::BetweenMovements(_) => &BETWEEN_MOVEMENTS,
            OptionKind::Transition(_) => &TRANSITION,
            OptionKind::Switch(_) => &SWITCH,
            OptionKind::Per(_) => &PER,
            OptionKind::Ladder(_) => &LADDER,
            OptionKind::Until(_) => &UNTIL,
            OptionKind::Cap(_) => &CAP,
            OptionKind::Alternating => &ALTERNATING,
        }
    }

    /// Tells whether a block has the option.
    fn is_on(&self, word: BlockWord) -> bool {
        self.blocks.contains(&word)
    }

    /// Says what to do about the option on a block that does not have it.
    fn help(&self, word: BlockWord) -> String {
        if let Some((_, instead)) = self.instead.iter().find(|(block, _)| *block == word) {
            return (*instead).to_owned();
        }
        let blocks: Vec<&str> = self.blocks.iter().map(|&block| block.spelling()).collect();
        format!("`{}` goes on {}", self.form, list(&blocks))
    }
}

/// The options of a header, each at most once.
#[derive(Default)]
pub(super) struct Options<'t> {
    pub rounds: Option<At<&'t Quantity>>,
    pub work: Option<At<&'t Quantity>>,
    pub work_rest: Option<At<&'t RestAmount>>,
    pub between_rounds: Option<At<&'t RestAmount>>,
    pub between_movements: Option<At<&'t RestAmount>>,
    pub transition: Option<At<&'t Quantity>>,
    pub switch: Option<At<&'t Quantity>>,
    pub per: Option<At<Half>>,
    pub ladder: Option<At<&'t Ladder>>,
    pub until: Option<At<Text>>,
    pub cap: Option<At<&'t Quantity>>,
    pub alternating: Option<At<()>>,
    /// Whether the header has a `work` or a `ladder` that this kind of block does not have.
    pub gives_nothing: bool,
}

/// Gives an option its value, and returns the place of an earlier one.
fn put<T>(option: &mut Option<At<T>>, value: T, span: Span) -> Option<Span> {
    option.replace(At { value, span }).map(|first| first.span)
}

impl<'t> Options<'t> {
    /// Adds an option, and returns the place of an earlier one of its kind. A bare rest belongs to the `work` before it.
    fn add(&mut self, kind: &'t OptionKind, span: Span) -> Option<Span> {
        match kind {
            OptionKind::Rounds(amount) => put(&mut self.rounds, amount, span),
            OptionKind::Work(amount) => put(&mut self.work, amount, span),
            OptionKind::Rest(amount) => put(&mut self.work_rest, amount, span),
            OptionKind::BetweenRounds(amount) => put(&mut self.between_rounds, amount, span),
            OptionKind::BetweenMovements(amount) => put(&mut self.between_movements, amount, span),
            OptionKind::Transition(amount) => put(&mut self.transition, amount, span),
            OptionKind::Switch(amount) => put(&mut self.switch, amount, span),
            OptionKind::Per(half) => put(&mut self.per, *half, span),
            OptionKind::Ladder(ladder) => put(&mut self.ladder, ladder, span),
            OptionKind::Until(text) => put(&mut self.until, *text, span),
            OptionKind::Cap(amount) => put(&mut self.cap, amount, span),
            OptionKind::Alternating => put(&mut self.alternating, (), span),
        }
    }
}

impl<'f> Checker<'f> {
    /// Sorts the options of a header, and reports those that are given twice, that this kind of block does not have or
    /// that cannot go together.
    pub(super) fn options(&mut self, block: &'f Block) -> Options<'f> {
        let mut options = Options::default();
        let mut after_work = false;
        for HeaderOption { span, kind } in &block.options {
            let was_after_work = std::mem::replace(&mut after_work, matches!(kind, OptionKind::Work(_)));
            let row = OptionRow::of(kind);
            if !row.is_on(block.word) {
                self.report_option_not_here(block, row, *span);
                options.gives_nothing |= matches!(kind, OptionKind::Work(_) | OptionKind::Ladder(_));
            } else if let (OptionKind::Rest(rest), false) = (kind, was_after_work) {
                self.report_bare_rest(block, rest, *span);
            } else if let Some(first) = options.add(kind, *span) {
                let text = self.text(*span);
                self.report(
                    Diagnostic::new(Rule::OptionTwice, *span, format!("`{text}` is given a second time"))
                        .and_at(first, "the first is here")
                        .help("delete one of them")
                        .choices(self.delete_one(first, *span)),
                );
            }
        }
        self.check_together(block, &options);
        options
    }

    fn report_option_not_here(&mut self, block: &Block, row: &OptionRow, span: Span) {
        let text = self.text(span);
        let word = self.text(block.word_span).to_lowercase();
        let message = format!("`{word}` has no `{text}`");
        let help = match (row.form, block.word) {
            // A part is done once; what is repeated in it is a circuit.
            ("rounds", Warmup | Cooldown | Section) => {
                let rounds =
                    text.split_whitespace().find(|one| one.starts_with(|c: char| c.is_ascii_digit()));
                format!("put a circuit in it: `{word} < circuit rounds {} < … > >`", rounds.unwrap_or("2"))
            }
            _ => row.help(block.word),
        };
        let delete = self.delete(span);
        self.report(Diagnostic::new(Rule::OptionNotHere, span, message).help(help).choices([delete]));
    }

    fn report_bare_rest(&mut self, block: &Block, rest: &RestAmount, span: Span) {
        let text = match rest {
            // Nobody rests for 60 minutes, or for 2 seconds.
            RestAmount::For(Quantity { unit: None, clock: false, low, broken: false, .. }) => {
                let unit = if *low < 10_000 { "min" } else { "s" };
                format!("{}{unit}", self.text(span).trim_end())
            }
            _ => self.text(span).to_owned(),
        };
        let rounds = Choice::write(span, format!("{text} between rounds"));
        let movements = Choice::write(span, format!("{text} between movements"));
        let (help, choices) = if BETWEEN_MOVEMENTS.is_on(block.word) {
            let help = format!(
                "write `{text} between rounds` or `{text} between movements`; only after `work 40s` is `{text}` enough"
            );
            (help, vec![rounds, movements])
        } else {
            (format!("write `{text} between rounds`, or put the rest among the steps"), vec![rounds])
        };
        self.report(
            Diagnostic::new(
                Rule::BareRestInHeader,
                span,
                format!("`{}` does not say between what", self.text(span)),
            )
            .and_at(block.word_span, "in the header of this block")
            .help(help)
            .choices(choices),
        );
    }

    /// Reports options that cannot go together.
    fn check_together(&mut self, block: &Block, options: &Options<'_>) {
        let ladder = options.ladder.map(|ladder| ladder.span);
        let work_rest = options.work_rest.map(|rest| rest.span);
        let pairs = [
            (options.rounds.map(|rounds| rounds.span), ladder, "a ladder has one round for each rung"),
            (
                options.work.map(|work| work.span),
                ladder,
                "a ladder gives each movement its repetitions, so `work` has nothing to give",
            ),
            (
                options.between_movements.map(|rest| rest.span),
                work_rest,
                "the rest after `work` is between the movements already",
            ),
        ];
        for (place, other, message) in pairs {
            let Some((place, other)) = place.zip(other) else { continue };
            let gives = [Some(other), Some(place)].contains(&ladder) && !all_have_doses(block);
            let choices = match (gives, options.work.map(|work| work.span) == Some(place)) {
                // Without the ladder, its movements would have no dose.
                (true, false) => vec![self.delete(place)],
                (true, true) => vec![self.delete(work_rest.map_or(place, |rest| place.to(rest)))],
                (false, true) => self.delete_one(other, work_rest.map_or(place, |rest| place.to(rest))),
                (false, false) => self.delete_one(other, place),
            };
            self.report(
                Diagnostic::new(Rule::ConflictingOptions, place, message)
                    .and_at(other, "it is here")
                    .help("delete one of the two")
                    .choices(choices),
            );
        }
    }
}

/// Tells whether each movement directly in a block says how much of it is done.
fn all_have_doses(block: &Block) -> bool {
    block.body.iter().all(|statement| match &statement.kind {
        StatementKind::Movement(performances) => {
            performances.iter().any(|one| !matches!(one.dose, DoseSyntax::None))
        }
        _ => true,
    })
}
