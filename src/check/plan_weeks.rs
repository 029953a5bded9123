//! Which weeks of a plan are meant: how many there are, in cycles and phases, and which of them a block is about.

use super::Checker;
use super::amount::QuantityName;
use super::program::Phase;
use super::scope::Scope;
use crate::date::{self, Weekday};
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::source::Span;
use crate::syntax::tree::{
    InPlan, PhaseWeeks, PlanCycle, PlanDefinition, PlanPart, PlanPhase, PlanWeek, Quantity, WeekNumber,
    WhichWeeks,
};

/// The most weeks of a plan: two years. Nobody can plan further ahead, and more is a typing mistake.
pub const MOST_WEEKS: u32 = 104;

/// The weeks in which the numbers of a block are counted: those of the plan, of each of its cycles, or of a phase.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    /// The weeks before each of them; more than one for cycles.
    offsets: Vec<u32>,
    /// How many weeks each has. None if a mistake was reported.
    length: Option<u32>,
    /// How messages call it.
    name: &'static str,
    /// How many weeks each cycle has, in a plan that has cycles.
    cycle: Option<u32>,
    is_plan: bool,
}

impl Stretch {
    /// Returns a plan of so many weeks, or each of its cycles.
    pub(super) fn of_plan(weeks: Option<u32>, cycle: Option<u32>) -> Self {
        match (weeks, cycle) {
            (Some(weeks), Some(cycle)) => Self {
                offsets: (0..weeks / cycle).map(|number| number * cycle).collect(),
                length: Some(cycle),
                name: "a cycle of this plan",
                cycle: Some(cycle),
                is_plan: true,
            },
            (weeks, _) => {
                Self { offsets: vec![0], length: weeks, name: "this plan", cycle: None, is_plan: true }
            }
        }
    }

    /// Returns a phase; none if it has a mistake.
    pub(super) fn of_phase(phase: Option<&Phase>) -> Self {
        Self {
            offsets: vec![phase.map_or(0, |phase| phase.first - 1)],
            length: phase.map(|phase| phase.last + 1 - phase.first),
            name: "this phase",
            cycle: None,
            is_plan: false,
        }
    }

    /// Returns weeks of which nothing is known, because of a mistake.
    pub(super) fn unknown() -> Self {
        Self::of_phase(None)
    }

    /// Tells whether it is the plan itself.
    pub(super) fn is_plan(&self) -> bool {
        self.is_plan
    }

    /// Returns all its weeks, in the numbers of the plan.
    pub(super) fn all(&self) -> Option<Vec<u32>> {
        self.length.map(|length| self.in_plan((1..=length).collect()))
    }

    /// Returns weeks of it in the numbers of the plan.
    fn in_plan(&self, weeks: Vec<u32>) -> Vec<u32> {
        self.offsets.iter().flat_map(|offset| weeks.iter().map(move |week| offset + week)).collect()
    }
}

/// How long a plan is.
#[derive(Debug, Default)]
pub(super) struct Length {
    /// How many weeks it has, if its first line says so.
    pub weeks: Option<u32>,
    /// How many weeks each of its cycles has.
    pub each: Option<u32>,
}

/// What numbers count: weeks or cycles.
struct Numbered<'s> {
    /// `week` or `cycle`.
    word: &'static str,
    /// What has them: `this plan`.
    of: &'s str,
    /// The last, if it is known.
    last: Option<u32>,
    /// Whether there are several such stretches, one in each cycle.
    in_cycles: bool,
}

impl<'f> Checker<'f> {
    /// Checks with which day weeks begin.
    pub(super) fn first_day(&mut self, definition: &PlanDefinition) -> Weekday {
        let Some([first, last]) = definition.turned else { return Weekday::Monday };
        let days = date::weekday(self.text(first)).zip(date::weekday(self.text(last)));
        let Some((first_day, last_day)) = days else { return Weekday::Monday };
        if date::days_from(first_day, last_day) != 6 {
            let place = first.to(last);
            let message = format!("`{}` is not seven days", self.text(place));
            let meant = format!("{} to {}", date::name(first_day), date::name(first_day.previous()));
            self.report(
                Diagnostic::new(Rule::PlanWeeks, place, message)
                    .help(format!("a week that begins on {first_day} is written `{meant}`")),
            );
        }
        first_day
    }

    /// Checks how many weeks a plan has by its first line, and how many each of its cycles.
    pub(super) fn plan_length(&mut self, definition: &PlanDefinition) -> Length {
        let Some((cycles, place)) = &definition.cycles else {
            let weeks = definition.weeks.as_ref().and_then(|weeks| self.how_many(weeks, "weeks"));
            return Length { weeks, each: None };
        };
        let Some(each) = &definition.weeks else {
            if !definition.broken {
                let message = "this plan does not say how many weeks each cycle has";
                let text = self.text(cycles.span);
                self.report(
                    Diagnostic::new(Rule::MissingStatementPart, *place, message)
                        .help(format!("write it after the cycles: `cycles {text} of 4 weeks`")),
                );
            }
            return Length::default();
        };
        let number = self.how_many(cycles, "cycles");
        let each_weeks = self.how_many(each, "weeks");
        let Some((number, each_weeks)) = number.zip(each_weeks) else { return Length::default() };
        if number * each_weeks > MOST_WEEKS {
            let message = format!(
                "a plan has at most {MOST_WEEKS} weeks, and {number} cycles of {} are {}",
                counted(each_weeks),
                number * each_weeks
            );
            self.report(
                Diagnostic::new(Rule::PlanWeeks, *place, message)
                    .help("write another plan for what comes after"),
            );
            return Length::default();
        }
        Length { weeks: Some(number * each_weeks), each: Some(each_weeks) }
    }

    /// Checks a number of weeks or cycles: `what` says which.
    fn how_many(&mut self, written: &Quantity, what: &str) -> Option<u32> {
        self.check_at_least_one(written, what)?;
        let (low, high) = self.whole_weeks(written)?;
        let text = self.text(written.span);
        if low != high {
            let message = format!("a plan has one number of {what}, and `{text}` is two");
            self.report(Diagnostic::new(Rule::WrongUnit, written.span, message));
            return None;
        }
        let number = u32::try_from(low).ok().filter(|&number| (1..=MOST_WEEKS).contains(&number));
        if number.is_none() {
            let message = format!("a plan has at most {MOST_WEEKS} {what}, and this one would have `{text}`");
            self.report(
                Diagnostic::new(Rule::PlanWeeks, written.span, message)
                    .help("write another plan for what comes after"),
            );
        }
        number
    }

    /// Reports no weeks or no cycles at all.
    fn check_at_least_one(&mut self, written: &Quantity, what: &str) -> Option<()> {
        if !is_zero(written) {
            return Some(());
        }
        let (text, one) = (self.text(written.span), what.trim_end_matches('s'));
        let message = format!("`{text}` is too few: there is at least one {one}");
        self.report(
            Diagnostic::new(Rule::AbsurdAmount, written.span, message)
                .help(format!("write how many {what} there are")),
        );
        None
    }

    /// Checks that a quantity is a plain whole number, or a range of them, and returns its ends.
    fn whole_weeks(&mut self, written: &Quantity) -> Option<(i64, i64)> {
        if let Some(step) = written.step().filter(|_| !written.broken) {
            let message = format!("`{}` can't be used here: a week is a plain number", self.text(step.span));
            self.report(Diagnostic::new(Rule::OutOfPlace, step.span, message));
            return None;
        }
        if is_zero(written) {
            let message = format!("`{}` is not the number of a week", self.text(written.span));
            self.report(
                Diagnostic::new(Rule::PlanWeeks, written.span, message).help("they are numbered from 1"),
            );
            return None;
        }
        let amount = self.count(written, QuantityName("a week"), &Scope::WORKOUT)?;
        Some((amount.low / 1000, amount.high / 1000))
    }

    /// Checks the phases of a plan, each of which is none if it has a mistake, and returns how many weeks they come to.
    /// `weeks` is how many the plan says it has.
    pub(super) fn phases(
        &mut self,
        definition: &PlanDefinition,
        weeks: Option<u32>,
    ) -> (Vec<Option<Phase>>, Option<u32>) {
        let mut phases: Vec<Option<Phase>> = Vec::new();
        let mut end = 0;
        for part in definition.parts.iter().filter_map(InPlan::part) {
            let PlanPart::Phase(written) = part else { continue };
            let phase = if let Some((_, cycles)) = definition.cycles {
                let message = "a plan has cycles or phases, and this one has both";
                self.report(
                    Diagnostic::new(Rule::PlanWeeks, written.word, message)
                        .and_at(cycles, "the cycles")
                        .help("write the weeks of the plan instead of its cycles: `weeks 12`"),
                );
                None
            } else {
                self.phase(written, end)
            };
            if let Some(phase) = &phase {
                let before =
                    phases.iter().flatten().find(|one| phase.first <= one.last && one.first <= phase.last);
                if let Some(before) = before {
                    self.report_overlap(written, phase, before);
                }
                end = end.max(phase.last);
            }
            phases.push(phase);
        }
        let is_known = phases.iter().all(Option::is_some) && !phases.is_empty();
        if let (true, Some(weeks), Some(Some(last))) = (is_known, weeks, phases.last())
            && end != weeks
        {
            let message =
                format!("the phases come to {}, and this plan has {}", counted(end), counted(weeks));
            let title = definition.title.span;
            self.report(
                Diagnostic::new(Rule::PlanWeeks, last.span, message)
                    .and_at(definition.weeks.as_ref().map_or(title, |weeks| weeks.span), "the plan")
                    .help("make a phase longer or shorter, or leave the weeks of the plan out"),
            );
            phases.push(None);
        }
        let total = (is_known && end > 0).then_some(end);
        (phases, total)
    }

    fn report_overlap(&mut self, written: &PlanPhase, phase: &Phase, before: &Phase) {
        let weeks = |phase: &Phase| match (phase.first, phase.last) {
            (first, last) if first == last => format!("week {first}"),
            (first, last) => format!("weeks {first}-{last}"),
        };
        let message = format!(
            "phase \"{}\" has {}, and phase \"{}\" has {}",
            phase.title,
            weeks(phase),
            before.title,
            weeks(before)
        );
        let place = written.weeks.as_ref().map_or(written.word, |weeks| weeks.quantity().span);
        self.report(
            Diagnostic::new(Rule::PlanWeeks, place, message)
                .and_at(before.span, "the other phase")
                .help("phases follow each other: write how long each is, as in `4 weeks`"),
        );
    }

    /// Checks the name and the weeks of a phase. `before` is how many weeks those before it have.
    fn phase(&mut self, written: &PlanPhase, before: u32) -> Option<Phase> {
        let Some(title) = written.title else {
            if !written.broken {
                let message = "this phase has no name";
                self.report(
                    Diagnostic::new(Rule::MissingStatementPart, written.word, message)
                        .help("write it in quotes: `phase \"Base\" 4 weeks < … >`"),
                );
            }
            return None;
        };
        let name = self.title(title);
        if name.trim().is_empty() {
            let message = "this phase has no name";
            self.report(Diagnostic::new(Rule::MissingStatementPart, title.span, message));
            return None;
        }
        let Some(weeks) = &written.weeks else {
            if !written.broken {
                let message = format!("phase \"{name}\" does not say how many weeks it has");
                self.report(
                    Diagnostic::new(Rule::MissingStatementPart, written.word.to(title.span), message)
                        .help(format!("write it after the name: `phase \"{name}\" 4 weeks`")),
                );
            }
            return None;
        };
        let quantity = weeks.quantity();
        if let PhaseWeeks::Long(_) = weeks {
            self.check_at_least_one(quantity, "weeks")?;
        }
        let (low, high) = self.whole_weeks(quantity)?;
        let text = self.text(quantity.span);
        let (first, last) = match weeks {
            PhaseWeeks::Long(_) if low != high => {
                let message = format!("a phase has one number of weeks, and `{text}` is two");
                self.report(
                    Diagnostic::new(Rule::WrongUnit, quantity.span, message)
                        .help(format!("for weeks {low} to {high} of the plan, write `weeks {text}`")),
                );
                return None;
            }
            PhaseWeeks::Long(_) => (i64::from(before) + 1, i64::from(before) + low),
            PhaseWeeks::Are { is_plural: true, .. } if low == high => {
                let before = self.text(Span { start: title.span.end, end: quantity.span.start });
                let blank = before.len() - before.trim_start().len();
                let whole = Span::new(title.span.range().end + blank, quantity.span.range().end);
                let message = format!("`weeks {text}` may be {text} weeks, or week {text} of the plan");
                self.report(
                    Diagnostic::new(Rule::KeywordForm, quantity.span, message).one_of(
                        [format!("{text} weeks"), format!("week {text}")]
                            .map(|weeks| diagnostic::Choice::write(whole, weeks)),
                    ),
                );
                return None;
            }
            PhaseWeeks::Are { .. } => (low, high),
        };
        if last > i64::from(MOST_WEEKS) {
            let message =
                format!("a plan has at most {MOST_WEEKS} weeks, and this phase ends with week {last}");
            self.report(Diagnostic::new(Rule::PlanWeeks, quantity.span, message));
            return None;
        }
        let span = written.word.to(quantity.span);
        let (first, last) = (u32::try_from(first).ok()?, u32::try_from(last).ok()?);
        Some(Phase { title: name.into(), span, first, last })
    }

    /// Checks which weeks of the plan a block is about: in order, each once.
    pub(super) fn weeks_meant(&mut self, written: &PlanWeek, within: &Stretch) -> Option<Vec<u32>> {
        let in_cycles = within.cycle.is_some();
        let numbered = Numbered { word: "week", of: within.name, last: within.length, in_cycles };
        let word = self.text(written.word);
        let weeks = match &written.which {
            WhichWeeks::Every(numbers) => {
                if let Some(first) = numbers.first().filter(|_| !written.broken) {
                    let message = format!("`{word}` is all weeks, and `{}` is not", self.text(first.span()));
                    self.report(
                        Diagnostic::new(Rule::OutOfPlace, written.word, message)
                            .help("for some of them write `week 3`, `weeks 4, 8` or `weeks 4-6`"),
                    );
                    return None;
                }
                return within.all();
            }
            WhichWeeks::Listed(numbers) if numbers.is_empty() => {
                if !written.broken {
                    let message = format!("`{word}` does not say which");
                    self.report(
                        Diagnostic::new(Rule::MissingStatementPart, written.word, message)
                            .help("write `week 3`, `weeks 4-6` or `every week`")
                            .choices([diagnostic::Choice::write(written.word, "every week")]),
                    );
                }
                return None;
            }
            WhichWeeks::Listed(numbers) => self.numbers_meant(numbers, &numbered)?,
            WhichWeeks::Odd => (1..=within.length?).step_by(2).collect(),
            WhichWeeks::Even => (2..=within.length?).step_by(2).collect(),
            WhichWeeks::EveryNth { each, from } => {
                self.nth_weeks(written.word, each, from.as_ref(), &numbered)?
            }
        };
        if weeks.is_empty() {
            let length = counted(within.length?);
            let message = format!("{} has {length}, and so none of the `{word}`", within.name);
            self.report(Diagnostic::new(Rule::PlanWeeks, written.word, message));
            return None;
        }
        Some(within.in_plan(weeks))
    }

    /// Checks `every 4 weeks from 4`.
    fn nth_weeks(
        &mut self,
        word: Span,
        each: &Quantity,
        from: Option<&Quantity>,
        numbered: &Numbered<'_>,
    ) -> Option<Vec<u32>> {
        let step = self.how_many(each, "weeks")?;
        if step == 1 {
            let message = "every one of the weeks is `every week`";
            self.report(Diagnostic::new(Rule::KeywordForm, word, message).fix(word, "every week"));
            return None;
        }
        let last = numbered.last.unwrap_or(MOST_WEEKS);
        let from_first = |first: u32| -> Vec<u32> { (first..=last).step_by(step as usize).collect() };
        let written = |first: u32| {
            let weeks: Vec<String> = from_first(first).iter().take(4).map(u32::to_string).collect();
            let more = if from_first(first).len() > 4 { " and so on" } else { "" };
            format!("`every {step} weeks from {first}` for {}{more}", weeks_in_words(&weeks))
        };
        let Some(from) = from else {
            if step == 2 {
                return Some(from_first(1));
            }
            let message = format!("`{}` does not say with which it begins", self.text(word));
            self.report(
                Diagnostic::new(Rule::MissingStatementPart, word, message)
                    .help(format!("write {}, or {}", written(1), written(step.min(last))))
                    .choices([1, step.min(last)].map(|first| {
                        diagnostic::Choice::write(word, format!("every {step} weeks from {first}"))
                    })),
            );
            return None;
        };
        let weeks = self.numbers_meant(&[WeekNumber::Is(from.clone())], numbered)?;
        let first = *weeks.first()?;
        if weeks.len() > 1 {
            let text = self.text(from.span);
            let message =
                format!("`{text}` is several weeks, and `{}` begins in a single one", self.text(word));
            self.report(
                Diagnostic::new(Rule::WrongUnit, from.span, message)
                    .help(format!("write {}, or `weeks {text}` for these weeks alone", written(first))),
            );
            return None;
        }
        Some(from_first(first))
    }

    /// Checks which cycles are meant, and returns their weeks.
    pub(super) fn cycles_meant(&mut self, written: &PlanCycle, within: &Stretch) -> Option<Stretch> {
        let word = self.text(written.word);
        if !within.is_plan {
            if within.length.is_some() {
                let message = "a cycle goes in the plan itself, not in a part of it";
                self.report(
                    Diagnostic::new(Rule::OutOfPlace, written.word, message)
                        .help("close what is around it with `>` before it"),
                );
            }
            return None;
        }
        let length = within.length?;
        let Some(cycle) = within.cycle else {
            let message = "this plan has no cycles";
            self.report(
                Diagnostic::new(Rule::PlanWeeks, written.word, message)
                    .help("say how many it has after its title: `cycles 3 of 4 weeks`"),
            );
            return None;
        };
        let last = u32::try_from(within.offsets.len()).ok();
        let numbered = Numbered { word: "cycle", of: "this plan", last, in_cycles: false };
        let numbers = match written.numbers.as_slice() {
            [] if written.is_every => (1..=last?).collect(),
            [] => {
                if !written.broken {
                    let message = format!("`{word}` does not say which");
                    self.report(
                        Diagnostic::new(Rule::MissingStatementPart, written.word, message)
                            .help("write `cycle 2`, `cycles 1, 3` or `last cycle`")
                            .choices([diagnostic::Choice::write(written.word, "last cycle")]),
                    );
                }
                return None;
            }
            numbers => self.numbers_meant(numbers, &numbered)?,
        };
        Some(Stretch {
            offsets: numbers.into_iter().map(|number| (number - 1) * cycle).collect(),
            length: Some(length),
            name: within.name,
            cycle: Some(cycle),
            is_plan: false,
        })
    }

    /// Checks which weeks or cycles a list means: in order, each once.
    fn numbers_meant(&mut self, written: &[WeekNumber], numbered: &Numbered<'_>) -> Option<Vec<u32>> {
        let last = i64::from(numbered.last.unwrap_or(MOST_WEEKS));
        let mut is_meant = vec![false; MOST_WEEKS as usize + 1];
        let mut failed = false;
        for number in written {
            let ends = match number {
                WeekNumber::Is(number) => self.whole_weeks(number),
                WeekNumber::Last(_) => Some((last, last)),
                WeekNumber::ToLast(first, _) => {
                    self.whole_weeks(first).map(|(first, _)| (first, last.max(first)))
                }
            };
            let Some((from, to)) = ends else {
                failed = true;
                continue;
            };
            if from > last || to > last {
                self.report_outside(number, numbered);
                failed = true;
                continue;
            }
            for week in from..=to {
                let Some(is_meant) = usize::try_from(week).ok().and_then(|week| is_meant.get_mut(week))
                else {
                    continue;
                };
                if std::mem::replace(is_meant, true) {
                    let message = format!("{} {week} is twice in this list", numbered.word);
                    self.report(Diagnostic::new(Rule::DuplicateStatement, number.span(), message));
                    return None;
                }
            }
        }
        let numbers = (1..=MOST_WEEKS).zip(is_meant.iter().skip(1)).filter(|(_, is_meant)| **is_meant);
        // `last` of a plan whose length has a mistake.
        let failed = failed || numbered.last.is_none();
        (!failed).then(|| numbers.map(|(week, _)| week).collect())
    }

    fn report_outside(&mut self, number: &WeekNumber, numbered: &Numbered<'_>) {
        let text = self.text(number.span());
        let Numbered { word, of, last, in_cycles } = numbered;
        let message = match last {
            Some(last) if !number.is_one() => {
                format!("{of} has {}, and `{text}` goes beyond", several(*last, word))
            }
            Some(last) => format!("{of} has {}, and `{text}` is not one of them", several(*last, word)),
            None => format!("a plan has at most {MOST_WEEKS} weeks, and `{text}` is not one of them"),
        };
        let diagnostic = Diagnostic::new(Rule::PlanWeeks, number.span(), message);
        self.report(match last {
            Some(last) if *in_cycles => diagnostic.help(format!(
                "they are numbered from 1 to {last} in each cycle; those of one cycle go in `cycle 2 < … >`"
            )),
            Some(last) => diagnostic.help(format!("they are numbered from 1 to {last}")),
            None => diagnostic,
        });
    }
}

/// Tells whether an amount is a plain zero.
fn is_zero(written: &Quantity) -> bool {
    written.low == 0 && written.high == 0 && written.unit.is_none() && !written.broken
}

/// Returns `6 weeks`, or `1 week`.
pub(super) fn counted(weeks: u32) -> String {
    several(weeks, "week")
}

fn several(number: u32, word: &str) -> String {
    if number == 1 { format!("1 {word}") } else { format!("{number} {word}s") }
}

/// Writes `weeks 1, 5 and 9`.
fn weeks_in_words(weeks: &[String]) -> String {
    match weeks {
        [] => "no week".to_owned(),
        [one] => format!("week {one}"),
        [first @ .., last] => format!("weeks {} and {last}", first.join(", ")),
    }
}
