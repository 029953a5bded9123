//! Plans: which weeks and days there are, and what is done on them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Checker;
use super::amount::QuantityName;
use super::day::DayState;
use super::program::{Plan, WeekBlock};
use super::scope::Scope;
use crate::athlete::Raises;
use crate::catalog::fold;
use crate::date::{self, Date, NoStart};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{FileId, Span};
use crate::syntax::tree::{InPlan, PlanDefinition, PlanWeek, Quantity, Statement, StatementKind};

/// The most weeks of a plan: two years. Nobody can plan further ahead, and more is a typing mistake.
pub const MOST_WEEKS: u32 = 104;

/// The most sessions that the blocks of a plan may come to: 27 a day for two years. A block of a few bytes can fill
/// each day of each week, so the size of the file is not a limit.
const MOST_SESSIONS: usize = 20_000;

impl<'f> Checker<'f> {
    /// Checks the plans of the compiled file, after its workouts, and returns those without errors.
    pub(super) fn plans(&mut self) -> Vec<Plan> {
        self.file = FileId::default();
        let files: &'f super::Files = self.files;
        let mut plans = Vec::new();
        let mut titles: FxHashMap<String, Span> = FxHashMap::default();
        for statement in &files.get(self.file).tree.statements {
            let StatementKind::Plan(definition) = &statement.kind else { continue };
            let reported = self.diagnostics.len();
            self.check_plan_title(definition, &mut titles);
            let plan = self.plan(definition, statement.span);
            if !self.diagnostics.has_error_since(reported, self.file) {
                plans.extend(plan);
            }
        }
        plans
    }

    fn check_plan_title(&mut self, definition: &PlanDefinition, titles: &mut FxHashMap<String, Span>) {
        let place = definition.title.span;
        let title = self.title(definition.title);
        if definition.title.inner.is_empty() && definition.broken {
            // It is missing, which was reported.
            return;
        }
        if title.trim().is_empty() {
            self.report(Diagnostic::new(Rule::MissingStatementPart, place, "this plan has no title"));
        } else if let Some(&first) = titles.get(&fold(&title)) {
            let message = format!("two plans are called \"{title}\"");
            self.report(
                Diagnostic::new(Rule::DuplicateTitle, place, message)
                    .here("the second")
                    .and_at(first, "the first"),
            );
        } else {
            titles.insert(fold(&title), place);
        }
    }

    fn plan(&mut self, definition: &'f PlanDefinition, span: Span) -> Option<Plan> {
        let weeks = self.plan_weeks(definition);
        let starts = definition.starts.map(|place| self.plan_start(place));
        let said = definition.blocks.iter().filter_map(InPlan::said);
        self.percent_of_plan = self.percent_among(said.clone());
        self.check_said_once(said);
        let mut blocks = Vec::with_capacity(definition.blocks.len());
        for block in &definition.blocks {
            match block {
                InPlan::Part(week) => blocks.push(self.week_block(week, weeks)),
                InPlan::Allow(allow, _) => self.allow(allow, span),
                // It was read before, or is read when all weeks are known.
                InPlan::Said(_) => {}
            }
        }
        self.check_percent_of_plan();
        if blocks.is_empty() && !definition.broken {
            let message = "nothing is done in this plan";
            self.report(
                Diagnostic::new(Rule::MissingStatementPart, definition.title.span, message).help(
                    "say what its weeks hold: `every week < tuesday < run 5km >; friday < rest day > >`",
                ),
            );
        }
        let blocks: Option<Vec<WeekBlock>> = blocks.into_iter().collect();
        let (blocks, weeks) = blocks.zip(weeks)?;
        // `Some(None)`: there is a date, and it has a mistake.
        let starts = match starts {
            Some(None) => return None,
            Some(Some(date)) => Some(date),
            None => None,
        };
        self.check_days(&blocks, weeks)?;
        let title = self.title(definition.title);
        let (title_span, raises) = (definition.title.span, Raises::default());
        let mut plan = Plan { file: self.file, title, title_span, span, weeks, starts, blocks, raises };
        plan.raises = self.plan_raises(definition, &plan.blocks, plan.has_cycles());
        Some(plan)
    }

    /// Reports a second statement of what percentages are of.
    fn check_said_once(&mut self, said: impl Iterator<Item = &'f Statement>) {
        let mut places =
            said.filter(|one| matches!(one.kind, StatementKind::PercentOf(_))).map(|one| one.span);
        if let (Some(first), Some(second)) = (places.next(), places.next()) {
            self.report_second_percent(first, second);
        }
    }

    /// Checks how many weeks a plan has.
    fn plan_weeks(&mut self, definition: &PlanDefinition) -> Option<u32> {
        let Some(written) = &definition.weeks else {
            if !definition.broken {
                let message = "this plan does not say how many weeks it has";
                self.report(
                    Diagnostic::new(Rule::MissingStatementPart, definition.title.span, message)
                        .help("write it after the title: `weeks 6`"),
                );
            }
            return None;
        };
        let (low, high) = self.whole_weeks(written)?;
        let text = self.text(written.span);
        if low != high {
            let message = format!("a plan has one number of weeks, and `{text}` is two");
            self.report(Diagnostic::new(Rule::WrongUnit, written.span, message));
            return None;
        }
        let weeks = u32::try_from(low).ok().filter(|&weeks| weeks <= MOST_WEEKS);
        if weeks.is_none() {
            let message = format!("a plan has at most {MOST_WEEKS} weeks, and this one would have `{text}`");
            self.report(
                Diagnostic::new(Rule::PlanWeeks, written.span, message)
                    .help("write another plan for what comes after"),
            );
        }
        weeks
    }

    /// Checks that a quantity is a plain whole number, or a range of them, and returns its ends.
    fn whole_weeks(&mut self, written: &Quantity) -> Option<(i64, i64)> {
        if let Some(step) = written.step().filter(|_| !written.broken) {
            let message = format!("`{}` can't be used here: a week is a plain number", self.text(step.span));
            self.report(Diagnostic::new(Rule::OutOfPlace, step.span, message));
            return None;
        }
        let amount = self.count(written, QuantityName("a week"), &Scope::WORKOUT)?;
        Some((amount.low / 1000, amount.high / 1000))
    }

    /// Checks the date on which a plan starts: a Monday.
    fn plan_start(&mut self, place: Span) -> Option<Date> {
        match date::plan_start(self.text(place)) {
            Ok(date) => Some(date),
            Err(NoStart { message, help }) => {
                let diagnostic = Diagnostic::new(Rule::PlanStart, place, message);
                self.report(match help {
                    Some(help) => diagnostic.help(help),
                    None => diagnostic,
                });
                None
            }
        }
    }

    /// Checks a block of weeks. `weeks` is how many the plan has, if that is known.
    fn week_block(&mut self, written: &'f PlanWeek, weeks: Option<u32>) -> Option<WeekBlock> {
        let numbers = self.week_numbers(written, weeks);
        let mut days = Vec::with_capacity(written.days.len());
        for day in &written.days {
            match day {
                InPlan::Part(day) => days.push(self.day_block(day)),
                InPlan::Allow(allow, _) => self.allow(allow, written.span),
                InPlan::Said(_) => {}
            }
        }
        if days.is_empty() && !written.broken {
            let message = format!("`{}` is empty", super::movement::first_line(self.text(written.span)));
            self.report(
                Diagnostic::new(Rule::MissingStatementPart, written.span, message)
                    .help("say what its days hold: `tuesday < run 5km >`, `friday < rest day >`"),
            );
            return None;
        }
        let days: Option<Vec<_>> = days.into_iter().collect();
        Some(WeekBlock { span: written.span, weeks: numbers?, instead: written.instead, days: days? })
    }

    /// Checks which weeks are meant: in order, each once.
    fn week_numbers(&mut self, written: &PlanWeek, weeks: Option<u32>) -> Option<Vec<u32>> {
        let word = self.text(written.word);
        match written.weeks.first() {
            None if written.is_every => return Some((1..=weeks?).collect()),
            None => {
                if !written.broken {
                    let message = format!("`{word}` does not say which");
                    self.report(
                        Diagnostic::new(Rule::MissingStatementPart, written.word, message)
                            .help("write `week 3`, `weeks 4-6` or `every week`"),
                    );
                }
                return None;
            }
            Some(first) if written.is_every && !written.broken => {
                let message = format!("`{word}` is all weeks, and `{}` is not", self.text(first.span));
                self.report(
                    Diagnostic::new(Rule::OutOfPlace, written.word, message)
                        .help("for some of them write `week 3`, `weeks 4, 8` or `weeks 4-6`"),
                );
                return None;
            }
            Some(_) => {}
        }
        let last = i64::from(weeks.unwrap_or(MOST_WEEKS));
        let mut is_meant = vec![false; MOST_WEEKS as usize + 1];
        let mut failed = false;
        for number in &written.weeks {
            let Some((from, to)) = self.whole_weeks(number) else {
                failed = true;
                continue;
            };
            if to > last {
                self.report_outside(number, weeks);
                failed = true;
                continue;
            }
            for week in from..=to {
                let Some(is_meant) = usize::try_from(week).ok().and_then(|week| is_meant.get_mut(week))
                else {
                    continue;
                };
                if std::mem::replace(is_meant, true) {
                    let message = format!("week {week} is twice in this list");
                    self.report(Diagnostic::new(Rule::DuplicateStatement, number.span, message));
                    return None;
                }
            }
        }
        let numbers = (1..=MOST_WEEKS).zip(is_meant.iter().skip(1)).filter(|(_, is_meant)| **is_meant);
        (!failed).then(|| numbers.map(|(week, _)| week).collect())
    }

    fn report_outside(&mut self, number: &Quantity, weeks: Option<u32>) {
        let text = self.text(number.span);
        let message = match weeks {
            Some(weeks) if number.is_range() => {
                format!("this plan has {}, and `{text}` goes beyond", counted(weeks))
            }
            Some(weeks) => format!("this plan has {}, and `{text}` is not one of them", counted(weeks)),
            None => format!("a plan has at most {MOST_WEEKS} weeks, and `{text}` is not one of them"),
        };
        let diagnostic = Diagnostic::new(Rule::PlanWeeks, number.span, message);
        self.report(match weeks {
            Some(weeks) => diagnostic.help(format!("they are numbered from 1 to {weeks}")),
            None => diagnostic,
        });
    }

    /// Goes through the blocks as they add to each day or replace it, and reports what cannot be on the same day.
    fn check_days(&mut self, blocks: &[WeekBlock], weeks: u32) -> Option<()> {
        let mut sessions = 0;
        let mut days = vec![DayState::default(); weeks as usize * 7];
        let mut reported: FxHashSet<(Span, Span)> = FxHashSet::default();
        for block in blocks {
            let in_week: usize = block.days.iter().map(|day| day.days.len()).sum();
            sessions += in_week * block.weeks.len();
            if sessions > MOST_SESSIONS {
                let message =
                    format!("with these weeks the plan comes to more than {MOST_SESSIONS} sessions");
                self.report(Diagnostic::new(Rule::TooLong, block.span, message));
                return None;
            }
            for &week in &block.weeks {
                let Some(days) = days.get_mut((week as usize - 1) * 7..week as usize * 7) else { continue };
                if block.instead {
                    days.fill(DayState::default());
                }
                for given in &block.days {
                    for weekday in &given.days {
                        let day = &mut days[usize::from(weekday.number_days_from_monday())];
                        let Some(clash) = day.give(given) else { continue };
                        if reported.insert(clash.places()) {
                            self.report_clash(&clash, *weekday, week);
                        }
                    }
                }
            }
        }
        Some(())
    }
}

/// Returns `6 weeks`, or `1 week`.
fn counted(weeks: u32) -> String {
    if weeks == 1 { "1 week".to_owned() } else { format!("{weeks} weeks") }
}
