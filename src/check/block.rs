//! Blocks: which options each kind has, and which go together.

use super::Checker;
use super::amount::{BLOCK_LENGTH, Place};
use super::modifier::body_half;
use super::program::{self, BlockKind, BodyHalf, Step, StepKind};
use super::scope::{Gives, Scope};
use crate::catalog::unescape;
use crate::diagnostic::{Diagnostic, Rule};
use crate::quantity::{Amount, Unit};
use crate::source::Span;
use crate::syntax::tree::{
    Block, BlockWord, Half, HeaderOption, Ladder, OptionKind, Quantity, RungMark, Text,
};

/// The most rungs a ladder has: the largest that coaches climb has 100.
const MOST_RUNGS: i64 = 1_000;

/// The highest rung: a hundred times what the largest ladders ask for.
const HIGHEST_RUNG: i64 = 100_000;

/// A header's options, each with its place.
#[derive(Default)]
struct Options<'t> {
    rounds: Option<(&'t Quantity, Span)>,
    work: Option<(&'t Quantity, Span)>,
    work_rest: Option<(&'t crate::syntax::tree::RestAmount, Span)>,
    between_rounds: Option<(&'t crate::syntax::tree::RestAmount, Span)>,
    between_movements: Option<(&'t crate::syntax::tree::RestAmount, Span)>,
    transition: Option<(&'t Quantity, Span)>,
    switch: Option<(&'t Quantity, Span)>,
    per: Option<(Half, Span)>,
    ladder: Option<(&'t Ladder, Span)>,
    until: Option<(Text, Span)>,
    cap: Option<(&'t Quantity, Span)>,
    alternating: Option<Span>,
    /// Whether it has a `work` or a `ladder` that this kind of block does not have.
    gives_nothing: bool,
}

impl<'f> Checker<'f> {
    /// Checks a block and all it holds; none where its header cannot be used.
    pub(super) fn block(&mut self, block: &'f Block, span: Span, scope: &Scope) -> Option<StepKind> {
        let options = self.options(block);
        let timed = timed_word(block.word);
        let mut fails = false;
        if let (Some(word), Some(outer)) = (timed, scope.inside_timed) {
            self.report(
                Diagnostic::new(
                    Rule::TimedBlockInside,
                    block.word_span,
                    format!("`{word}` runs by its own clock, and cannot stand inside `{outer}`, which has one already"),
                )
                .help("put one after the other, or use a `circuit` inside"),
            );
            fails = true;
        }
        if scope.gives == Gives::Tabata {
            self.report(
                Diagnostic::new(Rule::NotInTabata, block.word_span, "a tabata holds movements, not blocks")
                    .help("put the block before or after it"),
            );
            fails = true;
        }
        let kind = self.kind(block, &options, scope);
        let ladder = options.ladder.map(|(ladder, place)| self.ladder(ladder, place));
        let mut rounds = None;
        if let Some((quantity, _)) = options.rounds {
            rounds = self.count(quantity, Place("the number of rounds"), scope);
            fails |= rounds.is_none();
            if let Some(amount) = rounds
                && let Some(step) = amount.progression
                && matches!(step.each, program::Each::Set | program::Each::Round)
            {
                let place = quantity.step().map_or(quantity.span, |step| step.span);
                self.report(Diagnostic::new(
                    Rule::NothingToCount,
                    place,
                    "rounds may change each week or each session, not from one round to the next",
                ));
                fails = true;
            }
        }
        self.check_together(&options);
        let many = options.ladder.is_some()
            || matches!(block.word, BlockWord::Amrap | BlockWord::Emom | BlockWord::Every)
            || rounds.is_some_and(|rounds| rounds.high > 1000);
        // With an unreadable `rounds`, nothing is said of what depends on it.
        let own_rounds = Scope { in_rounds: scope.in_rounds || many || options.rounds.is_some(), ..*scope };
        let inner = Scope {
            gives: match (block.word, options.work, options.ladder) {
                (BlockWord::Tabata, _, _) => Gives::Tabata,
                _ if scope.gives == Gives::Tabata => Gives::Dose,
                (_, None, None) if !options.gives_nothing => Gives::Nothing,
                (_, _, _) => Gives::Dose,
            },
            in_sets: false,
            alternating: options.alternating.is_some(),
            inside_timed: timed.filter(|_| block.word != BlockWord::Tabata).or(scope.inside_timed),
            per_side: options.per.map(|(_, place)| place).or(scope.per_side),
            superset: block.word == BlockWord::Superset,
            top: false,
            depth: scope.depth + 1,
            ..own_rounds
        };
        let half = self.per_half(&options, scope);
        let work = options.work.map(|(work, _)| self.time(work, Place("`work`"), &own_rounds));
        let work_rest = options.work_rest.map(|(rest, place)| self.rest_amount(rest, place, &own_rounds));
        let between_rounds =
            options.between_rounds.map(|(rest, place)| self.rest_amount(rest, place, &own_rounds));
        let between_movements =
            options.between_movements.map(|(rest, place)| self.rest_amount(rest, place, &own_rounds));
        let transition =
            options.transition.map(|(time, _)| self.time(time, Place("a transition"), &own_rounds));
        let switch = options.switch.map(|(time, _)| self.time(time, Place("a switch of sides"), &own_rounds));
        let cap = options.cap.map(|(time, _)| self.time(time, Place("a cap"), scope));
        let steps = self.steps(&block.body, span, &inner);
        if steps.is_none() || fails {
            return None;
        }
        let checked = program::Block {
            kind: kind?,
            title: block.title.map(|title| unescape(self.text(title.inner)).into()),
            rounds,
            ladder: settle(ladder)?,
            work: settle(work)?,
            work_rest: settle(work_rest)?,
            between_rounds: settle(between_rounds)?,
            between_movements: settle(between_movements)?,
            transition: settle(transition)?,
            switch: settle(switch)?,
            per_half: settle(half)?,
            until: options.until.map(|(text, _)| unescape(self.text(text.inner)).into()),
            cap: settle(cap)?,
            steps: steps?,
            header: block.header,
        };
        self.check_idle(&checked, &options);
        Some(StepKind::Block(Box::new(checked)))
    }

    /// Sorts a header's options; reports those given twice and those its kind of block does not have.
    fn options(&mut self, block: &'f Block) -> Options<'f> {
        let mut options = Options::default();
        let mut after_work = false;
        for HeaderOption { span, kind } in &block.options {
            let span = *span;
            let was_after_work = std::mem::replace(&mut after_work, matches!(kind, OptionKind::Work(_)));
            if !has_option(block.word, kind) {
                self.report_option_not_here(block, kind, span);
                options.gives_nothing |= matches!(kind, OptionKind::Work(_) | OptionKind::Ladder(_));
                continue;
            }
            let first = match kind {
                OptionKind::Rounds(amount) => options.rounds.replace((amount, span)).map(|(_, first)| first),
                OptionKind::Work(amount) => options.work.replace((amount, span)).map(|(_, first)| first),
                OptionKind::Rest(amount) if was_after_work => {
                    options.work_rest.replace((amount, span)).map(|(_, first)| first)
                }
                OptionKind::Rest(_) => {
                    self.report_bare_rest(block, span);
                    None
                }
                OptionKind::BetweenRounds(amount) => {
                    options.between_rounds.replace((amount, span)).map(|(_, first)| first)
                }
                OptionKind::BetweenMovements(amount) => {
                    options.between_movements.replace((amount, span)).map(|(_, first)| first)
                }
                OptionKind::Transition(amount) => {
                    options.transition.replace((amount, span)).map(|(_, first)| first)
                }
                OptionKind::Switch(amount) => options.switch.replace((amount, span)).map(|(_, first)| first),
                OptionKind::Per(half) => options.per.replace((*half, span)).map(|(_, first)| first),
                OptionKind::Ladder(ladder) => options.ladder.replace((ladder, span)).map(|(_, first)| first),
                OptionKind::Until(text) => options.until.replace((*text, span)).map(|(_, first)| first),
                OptionKind::Cap(amount) => options.cap.replace((amount, span)).map(|(_, first)| first),
                OptionKind::Alternating => options.alternating.replace(span),
            };
            if let Some(first) = first {
                let text = self.text(span);
                self.report(
                    Diagnostic::new(Rule::OptionTwice, span, format!("`{text}` is given a second time"))
                        .and_at(first, "the first is here")
                        .help("delete one of them"),
                );
            }
        }
        options
    }

    fn report_bare_rest(&mut self, block: &Block, span: Span) {
        let text = self.text(span);
        let word = block.word_span;
        let help = if has_between_movements(block.word) {
            format!(
                "write `{text} between rounds` or `{text} between movements`; beside `work 40s` it may stand alone"
            )
        } else {
            format!("write `{text} between rounds`, or put the rest among the steps")
        };
        self.report(
            Diagnostic::new(Rule::BareRestInHeader, span, format!("`{text}` does not say between what"))
                .and_at(word, "in the header of this block")
                .help(help),
        );
    }

    fn report_option_not_here(&mut self, block: &Block, kind: &OptionKind, span: Span) {
        let text = self.text(span);
        let word = self.text(block.word_span).to_lowercase();
        let diagnostic = Diagnostic::new(Rule::OptionNotHere, span, format!("`{word}` has no `{text}`"));
        let help = match kind {
            OptionKind::Rounds(_) if block.word == BlockWord::Amrap => {
                "an AMRAP runs as many rounds as its time allows"
            }
            OptionKind::Rounds(_) if block.word == BlockWord::Emom => {
                "an EMOM runs for its minutes: `emom 10min`"
            }
            OptionKind::Rounds(_) => "rounds stand on `circuit`, `superset`, `every` and `for time`",
            OptionKind::Work(_) | OptionKind::Rest(_) => {
                "`work 40s rest 20s` stands on `circuit` and `superset`"
            }
            OptionKind::BetweenRounds(_) => {
                "a rest between rounds stands on `circuit`, `superset` and `for time`"
            }
            OptionKind::BetweenMovements(_) => {
                "a rest between movements stands on `circuit`, `superset` and `tabata`"
            }
            OptionKind::Ladder(_) => "a ladder stands on `circuit`, `superset` and `for time`",
            OptionKind::Until(_) => "`until` stands on `emom`, `every`, `circuit` and `amrap`",
            OptionKind::Cap(_) => "a cap stands on `for time`, `warmup`, `cooldown` and `section`",
            OptionKind::Alternating => "blocks whose steps alternate are `emom` and `every`",
            OptionKind::Transition(_) | OptionKind::Switch(_) | OptionKind::Per(_) => "delete it",
        };
        self.report(diagnostic.help(help));
    }

    /// Checks the block's own amount and makes its kind.
    fn kind(&mut self, block: &Block, options: &Options<'_>, scope: &Scope) -> Option<BlockKind> {
        let alternating = options.alternating.is_some();
        let mut amounts = block.amounts.iter();
        let amount = amounts.next();
        for extra in amounts {
            let text = self.text(extra.span);
            let diagnostic = Diagnostic::new(
                Rule::UnknownOption,
                extra.span,
                format!("it is not said what `{text}` is the amount of"),
            );
            self.report(match amount {
                Some(first) => diagnostic
                    .and_at(first.span, "the length of the block is this")
                    .help("delete one of the two"),
                None => diagnostic,
            });
        }
        let plain = match block.word {
            BlockWord::Amrap => {
                return self.length(block, amount, scope).map(|time| BlockKind::Amrap { time });
            }
            BlockWord::Emom => {
                let time = self.length(block, amount, scope)?;
                let quantity = amount?;
                if time.low % 60_000 != 0 || time.high % 60_000 != 0 {
                    let text = self.text(quantity.span);
                    self.report(
                        Diagnostic::new(
                            Rule::WrongUnit,
                            quantity.span,
                            format!("an EMOM runs for whole minutes, and `{text}` is none"),
                        )
                        .help("for other intervals, write `every 90s rounds 8`"),
                    );
                    return None;
                }
                return Some(BlockKind::Emom { time, alternating });
            }
            BlockWord::Every => {
                let interval = self.length(block, amount, scope)?;
                if options.rounds.is_none() {
                    let text = self.text(block.header);
                    self.report(
                        Diagnostic::new(
                            Rule::MissingOption,
                            block.header,
                            format!("`{text}` does not say how often"),
                        )
                        .help(format!("write `{text} rounds 8`")),
                    );
                    return None;
                }
                return Some(BlockKind::Every { interval, alternating });
            }
            BlockWord::Circuit => BlockKind::Circuit,
            BlockWord::Superset => BlockKind::Superset,
            BlockWord::ForTime => BlockKind::ForTime,
            BlockWord::Tabata => BlockKind::Tabata,
            BlockWord::Warmup => BlockKind::Warmup,
            BlockWord::Cooldown => BlockKind::Cooldown,
            BlockWord::Section => BlockKind::Section,
        };
        if let Some(amount) = amount {
            if !amount.broken {
                let text = self.text(amount.span);
                let word = plain.name();
                let diagnostic = Diagnostic::new(
                    Rule::UnknownOption,
                    amount.span,
                    format!("it is not said what `{text}` is the amount of"),
                );
                let is_count = amount.unit.is_none();
                self.report(match plain {
                    BlockKind::Circuit | BlockKind::Superset if is_count => {
                        diagnostic.fix(amount.span, format!("rounds {text}"))
                    }
                    BlockKind::Circuit | BlockKind::Superset => diagnostic.help(format!(
                        "write `{word} work {text}` for each movement, or `amrap {text}` for the whole"
                    )),
                    BlockKind::ForTime if is_count => diagnostic.fix(amount.span, format!("rounds {text}")),
                    BlockKind::ForTime if amount.unit == Some(Unit::Second) => {
                        diagnostic.fix(amount.span, format!("cap {text}"))
                    }
                    BlockKind::ForTime | BlockKind::Warmup | BlockKind::Cooldown | BlockKind::Section => {
                        diagnostic.help(format!("for a limit, write `{word} cap {text}`"))
                    }
                    BlockKind::Tabata
                    | BlockKind::Amrap { .. }
                    | BlockKind::Emom { .. }
                    | BlockKind::Every { .. } => diagnostic.help("delete it: a tabata has its own times"),
                });
            }
            return None;
        }
        Some(plain)
    }

    /// Checks the time that an AMRAP, an EMOM or an interval must state.
    fn length(&mut self, block: &Block, amount: Option<&Quantity>, scope: &Scope) -> Option<Amount> {
        let Some(amount) = amount else {
            let word = self.text(block.word_span).to_lowercase();
            // `emom 10 rounds`: the rounds it does not have were reported, with what to write instead.
            if block.options.iter().any(|option| matches!(option.kind, OptionKind::Rounds(_)))
                && block.word != BlockWord::Every
            {
                return None;
            }
            self.report(
                Diagnostic::new(
                    Rule::MissingOption,
                    block.word_span,
                    format!("`{word}` does not say how long"),
                )
                .help(format!("write `{word} 12min < … >`")),
            );
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
        self.time(amount, if bare { Place("an interval") } else { BLOCK_LENGTH }, scope)
    }

    /// Reads a ladder's rungs.
    fn ladder(&mut self, ladder: &Ladder, place: Span) -> Option<Box<[i64]>> {
        if ladder.broken {
            return None;
        }
        let text = self.text(place);
        if ladder
            .numbers
            .iter()
            .any(|number| number % 1000 != 0 || *number <= 0 || *number / 1000 > HIGHEST_RUNG)
        {
            self.report(
                Diagnostic::new(
                    Rule::BadLadder,
                    place,
                    format!("the rungs of `{text}` are not all whole numbers from 1 up"),
                )
                .help("a ladder is written `ladder 21-15-9` or `ladder 1 to 10`"),
            );
            return None;
        }
        let numbers: Vec<i64> = ladder.numbers.iter().map(|number| number / 1000).collect();
        match (numbers.as_slice(), ladder.marks.as_slice()) {
            ([from, to], [RungMark::To]) => self.steps_of_ladder(*from, *to, 1, place),
            ([from, to, by], [RungMark::To, RungMark::By]) => self.steps_of_ladder(*from, *to, *by, place),
            ([from, to], [RungMark::Dash]) => {
                self.report(
                    Diagnostic::new(
                        Rule::BadLadder,
                        place,
                        format!("`{from}-{to}` may be two rungs or all between them"),
                    )
                    .help(format!(
                        "write `ladder {from} to {to}` for all of them, `ladder {from}, {to}` for the two"
                    )),
                );
                None
            }
            (numbers, marks) if !marks.is_empty() && marks.iter().all(|mark| *mark == RungMark::Dash) => {
                Some(numbers.into())
            }
            (numbers, marks) if !marks.is_empty() && marks.iter().all(|mark| *mark == RungMark::Comma) => {
                Some(numbers.into())
            }
            _ => {
                self.report(
                    Diagnostic::new(Rule::BadLadder, place, format!("`{text}` cannot be climbed"))
                        .help("ladders are `21-15-9`, `10, 1`, `1 to 10`, `10 to 1` and `2 to 20 by 2`"),
                );
                None
            }
        }
    }

    /// Climbs from one rung to another.
    fn steps_of_ladder(&mut self, from: i64, to: i64, by: i64, place: Span) -> Option<Box<[i64]>> {
        let count = (to - from).abs() / by + 1;
        if count > MOST_RUNGS {
            let message = format!("this ladder has {count} rungs; the most is {MOST_RUNGS}");
            self.report(Diagnostic::new(Rule::BadLadder, place, message));
            return None;
        }
        if (to - from) % by != 0 {
            let last = if from < to { from + (count - 1) * by } else { from - (count - 1) * by };
            let help = if count > 1 {
                format!("write `{from} to {last} by {by}`, or take another step")
            } else {
                format!("take a smaller step, or write both rungs: `ladder {from}, {to}`")
            };
            self.report(
                Diagnostic::new(
                    Rule::BadLadder,
                    place,
                    format!("steps of {by} from {from} do not end at {to}"),
                )
                .help(help),
            );
            return None;
        }
        let rung = |step| if from < to { from + step * by } else { from - step * by };
        Some((0..count).map(rung).collect())
    }

    /// Reports options that cannot stand together.
    fn check_together(&mut self, options: &Options<'_>) {
        let mut pairs: Vec<(Span, Span, &str)> = Vec::new();
        if let (Some((_, ladder)), Some((_, rounds))) = (options.ladder, options.rounds) {
            pairs.push((rounds, ladder, "a ladder has one round for each rung"));
        }
        if let (Some((_, ladder)), Some((_, work))) = (options.ladder, options.work) {
            pairs.push((
                work,
                ladder,
                "a ladder gives each movement its repetitions, so `work` has nothing to give",
            ));
        }
        if let (Some((_, work_rest)), Some((_, between))) = (options.work_rest, options.between_movements) {
            pairs.push((between, work_rest, "the rest after `work` is between the movements already"));
        }
        for (place, other, message) in pairs {
            self.report(
                Diagnostic::new(Rule::ConflictingOptions, place, message)
                    .and_at(other, "it is here")
                    .help("delete one of the two"),
            );
        }
    }

    /// Checks `per side`. The inner none: it cannot be used.
    fn per_half(&mut self, options: &Options<'_>, scope: &Scope) -> Option<Option<BodyHalf>> {
        let (half, place) = options.per?;
        if let Some(outer) = scope.per_side {
            self.report(
                Diagnostic::new(
                    Rule::SidesInsidePerSide,
                    place,
                    "a block around this one is done per side already",
                )
                .and_at(outer, "it says so here"),
            );
            return Some(None);
        }
        if half == Half::Direction {
            self.report(
                Diagnostic::new(Rule::OptionNotHere, place, "a block is done per side, not per direction")
                    .help("write `per direction` behind the movement"),
            );
            return Some(None);
        }
        Some(Some(body_half(half)))
    }

    /// Warns of options with nothing to act on.
    fn check_idle(&mut self, block: &program::Block, options: &Options<'_>) {
        let neighbours = block.steps.iter().filter(|step| is_neighbour(step)).count();
        let exercises = direct_exercises(block);
        if neighbours == 0 {
            let header = block.header;
            self.report(
                Diagnostic::new(Rule::EmptyBlock, header, "nothing is done in this block")
                    .help("write its steps between `<` and `>`"),
            );
            return;
        }
        let once = block.ladder.as_ref().map_or_else(
            || block.rounds.is_none_or(|rounds| rounds.high <= 1000),
            |ladder| ladder.len() == 1,
        );
        let mut idle: Vec<(Span, &str)> = Vec::new();
        if let Some((_, place)) = options.between_rounds
            && once
        {
            idle.push((place, "there is one round, so there is nothing between rounds"));
        }
        if let Some((_, place)) = options.between_movements
            && neighbours < 2
            && once
        {
            idle.push((place, "there is one movement, so there is nothing between movements"));
        }
        if let Some((_, place)) = options.work
            && !exercises.clone().any(|choice| choice.dose == program::Dose::FromBlock)
            && options.work_rest.is_none()
        {
            idle.push((place, "every movement here has its own dose"));
        }
        if let Some((_, place)) = options.ladder
            && !exercises.clone().any(|choice| choice.dose == program::Dose::FromBlock)
        {
            idle.push((place, "every movement here has its own dose, so the ladder gives nothing"));
        }
        if let Some((_, place)) = options.transition
            && !changes_movement(&block.steps)
        {
            idle.push((place, "it is one movement all the time, so there is nothing to change over to"));
        }
        if let Some((_, place)) = options.switch
            && options.per.is_none()
            && !any_step(&block.steps, &mut |step| has_sides(step))
        {
            idle.push((place, "no movement here is done per side, so nobody switches sides"));
        }
        if let Some(place) = options.alternating
            && neighbours < 2
        {
            idle.push((place, "there is one step, which has nothing to alternate with"));
        }
        if block.kind == BlockKind::Superset && neighbours < 2 {
            idle.push((block.header, "a superset is two movements or more; one alone is a `circuit`"));
        }
        for (place, message) in idle {
            let diagnostic = Diagnostic::new(Rule::IdleOption, place, message);
            self.report(if place == block.header { diagnostic } else { diagnostic.help("delete it") });
        }
    }
}

/// Turns "an option that failed" into none, so that `?` gives the block up, and leaves an absent one absent.
fn settle<T>(option: Option<Option<T>>) -> Option<Option<T>> {
    match option {
        None => Some(None),
        Some(Some(value)) => Some(Some(value)),
        Some(None) => None,
    }
}

/// Tells whether a step can have a gap beside it.
fn is_neighbour(step: &Step) -> bool {
    match step.kind {
        StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Block(_) | StepKind::Do(_) => true,
        StepKind::Note(_) | StepKind::Record(_) => false,
    }
}

fn direct_exercises(block: &program::Block) -> impl Iterator<Item = &program::Choice> + Clone {
    block.steps.iter().filter_map(|step| match &step.kind {
        StepKind::Exercise(exercise) => exercise.choices.first(),
        StepKind::Rest(_)
        | StepKind::Note(_)
        | StepKind::Record(_)
        | StepKind::Block(_)
        | StepKind::Do(_) => None,
    })
}

/// Tells whether two movements of different names may follow each other, or something that is not looked into.
fn changes_movement(steps: &[Step]) -> bool {
    let mut first = None;
    any_step(steps, &mut |step| match &step.kind {
        StepKind::Exercise(exercise) => {
            let movement = exercise.choices.first().map(|choice| choice.movement);
            let differs = first.is_some() && first != movement;
            first = movement;
            differs
        }
        StepKind::Do(_) => true,
        StepKind::Block(block) => timed_kind(&block.kind),
        StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => false,
    })
}

/// Tells whether a block counts as a movement of its own where movements follow each other.
fn timed_kind(kind: &BlockKind) -> bool {
    match kind {
        BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::Warmup
        | BlockKind::Cooldown
        | BlockKind::Section => false,
        BlockKind::Amrap { .. }
        | BlockKind::Emom { .. }
        | BlockKind::Every { .. }
        | BlockKind::ForTime
        | BlockKind::Tabata => true,
    }
}

/// Tells whether `found` holds for any step here or further in.
fn any_step(steps: &[Step], found: &mut impl FnMut(&Step) -> bool) -> bool {
    steps.iter().any(|step| {
        found(step)
            || match &step.kind {
                StepKind::Block(block) => any_step(&block.steps, found),
                StepKind::Exercise(_)
                | StepKind::Rest(_)
                | StepKind::Note(_)
                | StepKind::Record(_)
                | StepKind::Do(_) => false,
            }
    })
}

/// Tells whether a step goes from one side to the other.
fn has_sides(step: &Step) -> bool {
    match &step.kind {
        StepKind::Exercise(exercise) => {
            exercise.choices.iter().any(|choice| matches!(choice.sides, program::Sides::Each(_)))
        }
        StepKind::Block(block) => block.per_half.is_some(),
        StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) | StepKind::Do(_) => false,
    }
}

/// The word of a block that runs by a clock of its own.
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
        | BlockWord::Section => None,
    }
}

fn has_between_movements(word: BlockWord) -> bool {
    matches!(word, BlockWord::Circuit | BlockWord::Superset | BlockWord::Tabata)
}

/// Tells whether a kind of block has an option.
fn has_option(word: BlockWord, option: &OptionKind) -> bool {
    use BlockWord::{Amrap, Circuit, Cooldown, Emom, Every, ForTime, Section, Superset, Warmup};
    match option {
        OptionKind::Rounds(_) => matches!(word, Circuit | Superset | Every | ForTime),
        OptionKind::Work(_) => matches!(word, Circuit | Superset),
        OptionKind::Rest(_) | OptionKind::BetweenRounds(_) => matches!(word, Circuit | Superset | ForTime),
        OptionKind::BetweenMovements(_) => has_between_movements(word),
        OptionKind::Ladder(_) => matches!(word, Circuit | Superset | ForTime),
        OptionKind::Until(_) => matches!(word, Emom | Every | Circuit | Amrap),
        OptionKind::Cap(_) => matches!(word, ForTime | Warmup | Cooldown | Section),
        OptionKind::Alternating => matches!(word, Emom | Every),
        OptionKind::Transition(_) | OptionKind::Switch(_) | OptionKind::Per(_) => true,
    }
}
