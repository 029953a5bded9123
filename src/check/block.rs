//! Blocks: what a header asks for, and what the steps in the block take from it.

use super::Checker;
use super::amount::{BLOCK_LENGTH, QuantityName};
use super::modifier::body_half;
use super::option::Options;
use super::program::{self, BlockKind, BodyHalf, Each, StepKind};
use super::scope::{Gives, Rounds, Scope};
use crate::catalog::unescape;
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::quantity::{Amount, Unit};
use crate::source::{At, Span};
use crate::syntax::tree::{Block, BlockWord, Half, OptionKind, Quantity, RestAmount};

/// A minute, in thousandths of a second.
const MINUTE_MS: i64 = 60_000;

/// What became of an optional part of a block: absent, or its value, or `Some(None)` if it has a mistake, which was
/// reported.
type Attempt<T> = Option<Option<T>>;

impl<'f> Checker<'f> {
    /// Checks a block and all that is in it. Returns none if the header has a mistake or any step does.
    pub(super) fn block(&mut self, block: &'f Block, span: Span, scope: &Scope) -> Option<StepKind> {
        let options = self.options(block);
        let fits = self.check_around(block, scope);
        let kind = self.kind(block, &options, scope);
        // With an unreadable `rounds` there are rounds all the same.
        let repeats = options.rounds.is_some()
            || options.ladder.is_some()
            || matches!(block.word, BlockWord::Amrap | BlockWord::Emom | BlockWord::Every);
        let own = Scope { in_rounds: scope.in_rounds || repeats, ..*scope };
        let header = self.header(block, &options, scope, &own);
        let rounds = match (&kind, &header) {
            (Some(kind), Some(header)) => rounds_of(*kind, header),
            // What could not be read may be the rounds.
            (_, _) => Rounds::Most(u32::MAX),
        };
        let inner = Scope { rounds, ..inside(block, &options, &own) };
        let steps = self.steps(&block.body, span, &inner);
        if !fits {
            return None;
        }
        let checked = program::Block { kind: kind?, steps: steps?, ..header? };
        self.check_idle(&checked, &options);
        Some(StepKind::Block(Box::new(checked)))
    }

    /// Reports a block that cannot be inside what is around it. Returns false if there is one.
    fn check_around(&mut self, block: &Block, scope: &Scope) -> bool {
        let mut fits = true;
        if let (Some(word), Some(outer)) = (timed_word(block.word), scope.inside_timed) {
            let message = format!(
                "`{word}` runs by its own clock, and cannot go inside `{outer}`, which has one already"
            );
            self.report(
                Diagnostic::new(Rule::TimedBlockInside, block.word_span, message)
                    .help("put one after the other, or use a `circuit` inside")
                    .choices(self.circuit_instead(block)),
            );
            fits = false;
        }
        if scope.gives == Gives::Tabata {
            self.report(
                Diagnostic::new(Rule::NotInTabata, block.word_span, "a tabata holds movements, not blocks")
                    .help("put the block before or after it"),
            );
            fits = false;
        }
        fits
    }

    /// Offers the circuit that is done as a timed block is, where there is one.
    fn circuit_instead(&self, block: &Block) -> Option<Choice> {
        let is_plain = block.amounts.is_empty() && block.options.is_empty();
        let rounds_alone = block.options.iter().all(|option| matches!(option.kind, OptionKind::Rounds(_)));
        match block.word {
            BlockWord::Tabata if is_plain => {
                Some(Choice::write(block.word_span, "circuit rounds 8 work 20s rest 10s"))
            }
            BlockWord::ForTime if block.amounts.is_empty() && rounds_alone => {
                Some(Choice::write(block.word_span, "circuit"))
            }
            BlockWord::Tabata
            | BlockWord::ForTime
            | BlockWord::Amrap
            | BlockWord::Emom
            | BlockWord::Every
            | BlockWord::Circuit
            | BlockWord::Superset
            | BlockWord::Warmup
            | BlockWord::Cooldown
            | BlockWord::Section
            | BlockWord::BuyIn
            | BlockWord::CashOut => None,
        }
    }

    /// Checks what the header asks for. Returns the block without steps and of no kind yet. `own` is the scope with the
    /// rounds of the block itself.
    fn header(
        &mut self,
        block: &Block,
        options: &Options<'_>,
        scope: &Scope,
        own: &Scope,
    ) -> Option<program::Block> {
        let rounds = options.rounds.map(|rounds| self.rounds(rounds.value, scope));
        let ladder = options.ladder.map(|ladder| self.ladder(ladder));
        let per_half = options.per.map(|half| self.per_half(half, scope));
        let work = self.time_option(options.work, "`work`", own);
        let work_rest = self.rest_option(options.work_rest, own);
        let between_rounds = self.rest_option(options.between_rounds, own);
        let between_movements = self.rest_option(options.between_movements, own);
        let transition = self.time_option(options.transition, "a transition", own);
        let switch = self.time_option(options.switch, "a switch of sides", own);
        let cap = self.time_option(options.cap, "a cap", scope);
        Some(program::Block {
            kind: BlockKind::Circuit,
            title: block.title.map(|title| unescape(self.text(title.inner)).into()),
            rounds: settle(rounds)?,
            ladder: settle(ladder)?,
            work: settle(work)?,
            work_rest: settle(work_rest)?,
            between_rounds: settle(between_rounds)?,
            between_movements: settle(between_movements)?,
            transition: settle(transition)?,
            switch: settle(switch)?,
            per_half: settle(per_half)?,
            until: options.until.map(|until| unescape(self.text(until.value.inner)).into()),
            cap: settle(cap)?,
            steps: Vec::new(),
            header: block.header,
        })
    }

    fn time_option(
        &mut self,
        option: Option<At<&Quantity>>,
        name: &'static str,
        scope: &Scope,
    ) -> Attempt<Amount> {
        option.map(|time| self.time(time.value, QuantityName(name), scope))
    }

    fn rest_option(
        &mut self,
        option: Option<At<&RestAmount>>,
        scope: &Scope,
    ) -> Attempt<program::RestAmount> {
        option.map(|rest| self.rest_amount(rest.value, rest.span, scope))
    }

    /// Checks how many rounds there are. They may change from week to week, but not within a session.
    fn rounds(&mut self, quantity: &Quantity, scope: &Scope) -> Option<Amount> {
        let rounds = self.count(quantity, QuantityName("the number of rounds"), scope)?;
        match rounds.progression.map(|step| step.each) {
            Some(Each::Set | Each::Round) => {
                let place = quantity.step().map_or(quantity.span, |step| step.span);
                self.report(Diagnostic::new(
                    Rule::NothingToCount,
                    place,
                    "rounds may change each week or each session, not from one round to the next",
                ));
                None
            }
            Some(Each::Session | Each::Week | Each::Cycle) | None => Some(rounds),
        }
    }

    /// Checks `per side`.
    fn per_half(&mut self, half: At<Half>, scope: &Scope) -> Option<BodyHalf> {
        if let Some(outer) = scope.per_side {
            let message = "a block around this one is done per side already";
            self.report(
                Diagnostic::new(Rule::SidesInsidePerSide, half.span, message)
                    .and_at(outer, "it says so here")
                    .one_of([
                        self.delete(half.span).meaning("here"),
                        self.delete(outer).meaning("around it"),
                    ]),
            );
            return None;
        }
        if half.value == Half::Direction {
            let message = "a block is done per side, not per direction";
            self.report(
                Diagnostic::new(Rule::OptionNotHere, half.span, message)
                    .help("write `per direction` after the movement"),
            );
            return None;
        }
        Some(body_half(half.value))
    }

    /// Checks the block's own amount and makes its kind.
    fn kind(&mut self, block: &Block, options: &Options<'_>, scope: &Scope) -> Option<BlockKind> {
        let alternating = options.alternating.is_some();
        let mut amounts = block.amounts.iter();
        let amount = amounts.next();
        for extra in amounts {
            self.report_extra_amount(extra, amount);
        }
        let kind = match block.word {
            BlockWord::Amrap => {
                return Some(BlockKind::Amrap { time: self.length(block, amount, scope)? });
            }
            BlockWord::Emom => {
                let time = self.length(block, amount, scope)?;
                self.check_whole_minutes(&time, amount?)?;
                return Some(BlockKind::Emom { time, alternating });
            }
            BlockWord::Every => {
                let interval = self.length(block, amount, scope)?;
                self.check_says_how_often(block, options)?;
                return Some(BlockKind::Every { interval, alternating });
            }
            BlockWord::Circuit => BlockKind::Circuit,
            BlockWord::Superset => BlockKind::Superset,
            BlockWord::ForTime => BlockKind::ForTime,
            BlockWord::Tabata => BlockKind::Tabata,
            BlockWord::Warmup => BlockKind::Warmup,
            BlockWord::Cooldown => BlockKind::Cooldown,
            BlockWord::Section => BlockKind::Section,
            BlockWord::BuyIn => BlockKind::BuyIn,
            BlockWord::CashOut => BlockKind::CashOut,
        };
        match amount {
            None => Some(kind),
            Some(amount) => {
                self.report_needless_amount(block, kind, amount);
                None
            }
        }
    }

    /// Reports a second amount that no option owns.
    fn report_extra_amount(&mut self, extra: &Quantity, first: Option<&Quantity>) {
        let text = self.text(extra.span);
        let message = format!("what is `{text}` for?");
        let diagnostic = Diagnostic::new(Rule::UnknownOption, extra.span, message);
        self.report(match first {
            Some(first) => diagnostic
                .and_at(first.span, "the length of the block is this")
                .help("delete one of the two")
                .choices(self.delete_one(first.span, extra.span)),
            None => diagnostic,
        });
    }

    /// Reports an amount on a block that has none of its own.
    fn report_needless_amount(&mut self, block: &Block, kind: BlockKind, amount: &Quantity) {
        if amount.broken {
            return;
        }
        let text = self.text(amount.span);
        let word = kind.name();
        let message = format!("what is `{text}` for?");
        let diagnostic = Diagnostic::new(Rule::UnknownOption, amount.span, message);
        let is_count = amount.unit.is_none();
        let is_time = amount.unit == Some(Unit::Second);
        let cap = Choice::showing(amount.span, format!("cap {text}"), &format!("{word} cap {text}"));
        self.report(match kind {
            BlockKind::Circuit | BlockKind::Superset | BlockKind::ForTime if is_count => {
                diagnostic.fix(amount.span, format!("rounds {text}"))
            }
            BlockKind::Circuit | BlockKind::Superset => {
                let work = format!("work {text}");
                let work = Choice::showing(amount.span, &work, &format!("{word} {work}"));
                let amrap = Choice::showing(block.word_span, "amrap", &format!("amrap {text}"));
                let is_alone = block.options.is_empty();
                let choices = [work.meaning("for each movement"), amrap.meaning("for the whole")];
                let help =
                    format!("write `{word} work {text}` for each movement, or `amrap {text}` for the whole");
                diagnostic.help(help).choices(choices.into_iter().filter(|_| is_time && is_alone))
            }
            BlockKind::ForTime if is_time => diagnostic.fix(amount.span, format!("cap {text}")),
            BlockKind::ForTime | BlockKind::Warmup | BlockKind::Cooldown | BlockKind::Section => diagnostic
                .help(format!("for a limit, write `{word} cap {text}`"))
                .choices(is_time.then_some(cap)),
            BlockKind::BuyIn | BlockKind::CashOut => diagnostic
                .help("delete it: it runs on the clock of the block around it")
                .choices([self.delete(amount.span)]),
            BlockKind::Tabata
            | BlockKind::Amrap { .. }
            | BlockKind::Emom { .. }
            | BlockKind::Every { .. } => {
                diagnostic.help("delete it: a tabata has its own times").choices([self.delete(amount.span)])
            }
        });
    }

    /// Reports an EMOM that does not end with a minute.
    fn check_whole_minutes(&mut self, time: &Amount, written: &Quantity) -> Option<()> {
        if time.low % MINUTE_MS == 0 && time.high % MINUTE_MS == 0 {
            return Some(());
        }
        let text = self.text(written.span);
        let message = format!("an EMOM runs for whole minutes, and `{text}` is not a whole number of them");
        self.report(
            Diagnostic::new(Rule::WrongUnit, written.span, message)
                .help("for other intervals, write `every 90s rounds 8`"),
        );
        None
    }

    /// Reports `every 90s` without rounds.
    fn check_says_how_often(&mut self, block: &Block, options: &Options<'_>) -> Option<()> {
        if options.rounds.is_some() {
            return Some(());
        }
        let text = self.text(block.header);
        let message = format!("`{text}` does not say how often");
        self.report(
            Diagnostic::new(Rule::MissingOption, block.header, message)
                .help(format!("write `{text} rounds 8`")),
        );
        None
    }

    /// Checks the time that an AMRAP, an EMOM or an interval must state.
    fn length(&mut self, block: &Block, amount: Option<&Quantity>, scope: &Scope) -> Option<Amount> {
        let Some(amount) = amount else {
            let word = self.text(block.word_span).to_lowercase();
            // `emom 10 rounds`: that an EMOM has no rounds was reported, with what to write instead.
            let has_rounds = block.options.iter().any(|option| matches!(option.kind, OptionKind::Rounds(_)));
            if !has_rounds || block.word == BlockWord::Every {
                let message = format!("`{word}` does not say how long");
                self.report(
                    Diagnostic::new(Rule::MissingOption, block.word_span, message)
                        .help(format!("write `{word} 12min < … >`")),
                );
            }
            return None;
        };
        if let Some(step) = amount.step() {
            self.report(Diagnostic::new(
                Rule::NothingToCount,
                step.span,
                "the length of this block cannot change by steps",
            ));
            return None;
        }
        let bare = amount.unit.is_none() && !amount.clock && block.word == BlockWord::Every;
        self.time(amount, if bare { QuantityName("an interval") } else { BLOCK_LENGTH }, scope)
    }
}

/// Returns the surroundings of a block's steps. `own` are those of its options.
fn inside(block: &Block, options: &Options<'_>, own: &Scope) -> Scope {
    let gives_nothing = options.work.is_none() && options.ladder.is_none() && !options.gives_nothing;
    Scope {
        gives: match block.word {
            BlockWord::Tabata => Gives::Tabata,
            _ if own.gives != Gives::Tabata && gives_nothing => Gives::Nothing,
            _ if options.ladder.is_some() => Gives::Rungs,
            _ => Gives::Work,
        },
        in_sets: false,
        alternating: options.alternating.is_some(),
        inside_timed: timed_word(block.word).filter(|_| block.word != BlockWord::Tabata).or(own.inside_timed),
        per_side: options.per.map(|half| half.span).or(own.per_side),
        superset: block.word == BlockWord::Superset,
        around: Some(block.word),
        top: false,
        depth: own.depth + 1,
        ..*own
    }
}

/// Returns what is known of the rounds of a block.
fn rounds_of(kind: BlockKind, header: &program::Block) -> Rounds {
    let count = |milli: i64| Rounds::Most(u32::try_from(milli / 1000).unwrap_or(u32::MAX));
    let by_header = match (&header.ladder, &header.rounds) {
        (Some(rungs), _) => Rounds::Most(u32::try_from(rungs.len()).unwrap_or(u32::MAX)),
        (None, Some(rounds)) => count(rounds.high),
        (None, None) => Rounds::Once,
    };
    match kind {
        BlockKind::Amrap { .. } => Rounds::Unknown,
        BlockKind::Emom { alternating: true, .. } | BlockKind::Every { alternating: true, .. } => {
            Rounds::InTurns
        }
        // A round is a minute.
        BlockKind::Emom { time, alternating: false } => count(time.high / 60),
        BlockKind::Every { alternating: false, .. }
        | BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::ForTime => by_header,
        BlockKind::Tabata
        | BlockKind::Warmup
        | BlockKind::Cooldown
        | BlockKind::Section
        | BlockKind::BuyIn
        | BlockKind::CashOut => Rounds::Once,
    }
}

/// Turns "an option that failed" into none, so that `?` gives the block up, and leaves an absent one absent.
fn settle<T>(option: Attempt<T>) -> Option<Option<T>> {
    match option {
        None => Some(None),
        Some(Some(value)) => Some(Some(value)),
        Some(None) => None,
    }
}

/// Returns the word of a block that runs by a clock of its own.
fn timed_word(word: BlockWord) -> Option<&'static str> {
    match word {
        BlockWord::Amrap => Some("amrap"),
        BlockWord::Emom => Some("emom"),
        BlockWord::Every => Some("every"),
        BlockWord::ForTime => Some("for time"),
        BlockWord::Tabata => Some("tabata"),
        BlockWord::Circuit
        | BlockWord::Superset
        | BlockWord::Warmup
        | BlockWord::Cooldown
        | BlockWord::Section
        | BlockWord::BuyIn
        | BlockWord::CashOut => None,
    }
}
