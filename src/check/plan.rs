//! Plans: which weeks and days there are, and what is done on them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Checker;
use super::day::DayState;
use super::plan_weeks::Stretch;
use super::program::{Plan, WeekBlock};
use crate::athlete::Raises;
use crate::catalog::fold;
use crate::date::{self, Weekday};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{FileId, Span};
use crate::syntax::tree::{
    InPlan, PlanCycle, PlanDefinition, PlanPart, PlanPhase, PlanWeek, Statement, StatementKind, WeekNumber,
    WhichWeeks,
};

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
        let reported = self.diagnostics.len();
        let first_day = self.first_day(definition);
        let cycle = self.plan_length(definition);
        let (phases, in_phases) = self.phases(definition, cycle.weeks);
        let dates = self.plan_dates(definition, cycle.weeks.or(in_phases), first_day);
        let weeks = cycle.weeks.or(in_phases).or(dates.weeks);
        if weeks.is_none() && self.diagnostics.len() == reported && !definition.may_say_weeks {
            let message = "this plan does not say how many weeks it has";
            let help = match last_week(definition) {
                Some(last) => {
                    format!("its weeks go up to {last}: write `weeks {last}` after the title, or more")
                }
                None => "write it after the title: `weeks 6`".to_owned(),
            };
            self.report(
                Diagnostic::new(Rule::MissingStatementPart, definition.title.span, message).help(help),
            );
        }
        let said = definition.parts.iter().filter_map(InPlan::said);
        self.percent_of_plan = self.percent_among(said.clone());
        self.check_percent_said_once(said);
        let whole = Stretch::of_plan(weeks, cycle.each);
        let mut blocks = Vec::with_capacity(definition.parts.len());
        let mut phases_left = phases.iter();
        for part in &definition.parts {
            match part {
                InPlan::Part(PlanPart::Phase(phase)) => {
                    let checked = phases_left.next().and_then(Option::as_ref);
                    let within = Stretch::of_phase(checked);
                    self.phase_parts(phase, &within, &mut blocks);
                }
                InPlan::Part(part) => self.plan_part(part, &whole, &mut blocks),
                InPlan::Allow(allow, _) => self.allow(allow, span),
                // It was read before, or is read when all weeks are known.
                InPlan::Said(_) => {}
            }
        }
        self.check_percent_of_plan();
        if blocks.is_empty() && !definition.broken {
            let message = "nothing is done in this plan";
            self.report(
                Diagnostic::new(Rule::MissingStatementPart, definition.title.span, message)
                    .help("say what its weeks hold: `tuesday < run 5km >`, `week 2 < friday < rest day > >`"),
            );
        }
        let blocks: Option<Vec<WeekBlock>> = blocks.into_iter().collect();
        let phases: Option<Vec<_>> = phases.into_iter().collect();
        let ((mut blocks, weeks), phases) = blocks.zip(weeks).zip(phases)?;
        if dates.failed {
            return None;
        }
        blocks.extend(dates.races);
        let mut plan = Plan {
            file: self.file,
            title: self.title(definition.title),
            title_span: definition.title.span,
            span,
            weeks,
            cycle: cycle.each,
            first_day,
            starts: dates.starts,
            done: dates.done.unwrap_or(0..weeks as usize * 7),
            phases,
            rounding: self.athlete.as_ref().map(|(athlete, _)| athlete.rounding),
            raises: Raises::default(),
            blocks,
        };
        plan.done.end = plan.done.end.min(weeks as usize * 7);
        self.check_days(&plan)?;
        plan.raises = self.plan_raises(definition, &plan.blocks, plan.cycle.is_some());
        Some(plan)
    }

    /// Checks a part of a plan, or of one of its cycles or phases, whose weeks are counted as `within` says. None is added for
    /// a part with a mistake.
    fn plan_part(&mut self, part: &'f PlanPart, within: &Stretch, blocks: &mut Vec<Option<WeekBlock>>) {
        match part {
            PlanPart::Week(week) => blocks.push(self.week_block(week, within)),
            PlanPart::Day(day) => {
                let checked = self.day_block(day);
                let all = within.all();
                blocks.push(checked.zip(all).map(|(days, weeks)| WeekBlock {
                    span: day.span,
                    weeks,
                    instead: false,
                    scale: None,
                    date: None,
                    days: vec![days],
                }));
            }
            PlanPart::Cycle(cycle) => self.cycle_parts(cycle, within, blocks),
            PlanPart::Phase(phase) => {
                let message = "a phase goes in the plan itself, not in a part of it";
                self.report(
                    Diagnostic::new(Rule::OutOfPlace, phase.word, message)
                        .help("close what is around it with `>` before it"),
                );
                blocks.push(None);
            }
            // One in the plan itself is looked at with the dates of the plan.
            PlanPart::Race(race) if !within.is_plan() => {
                let message = "a race with a date goes in the plan itself, not in a part of it";
                self.report(
                    Diagnostic::new(Rule::OutOfPlace, race.span, message)
                        .help("on a day of a part, write `sunday < race day \"…\" >`"),
                );
                blocks.push(None);
            }
            PlanPart::Race(_) => {}
        }
    }

    /// Checks what is in a phase.
    fn phase_parts(&mut self, phase: &'f PlanPhase, within: &Stretch, blocks: &mut Vec<Option<WeekBlock>>) {
        for part in &phase.parts {
            match part {
                InPlan::Part(part) => self.plan_part(part, within, blocks),
                InPlan::Allow(allow, _) => self.allow(allow, phase.span),
                InPlan::Said(statement) => self.report_not_of_whole(statement),
            }
        }
        if phase.parts.is_empty() && !phase.broken {
            let word = super::movement::first_line(self.text(phase.span)).to_owned();
            self.report_empty(&word, phase.span);
            blocks.push(None);
        }
    }

    /// Checks what is in a cycle, or in several.
    fn cycle_parts(&mut self, cycle: &'f PlanCycle, within: &Stretch, blocks: &mut Vec<Option<WeekBlock>>) {
        let Some(own) = self.cycles_meant(cycle, within) else {
            // What is in it is checked all the same.
            let unknown = Stretch::unknown();
            for part in cycle.parts.iter().filter_map(InPlan::part) {
                self.plan_part(part, &unknown, blocks);
            }
            blocks.push(None);
            return;
        };
        if cycle.instead
            && let Some(weeks) = own.all()
        {
            let span = cycle.span;
            blocks.push(Some(WeekBlock {
                span,
                weeks,
                instead: true,
                scale: None,
                date: None,
                days: Vec::new(),
            }));
        }
        for part in &cycle.parts {
            match part {
                InPlan::Part(part) => self.plan_part(part, &own, blocks),
                InPlan::Allow(allow, _) => self.allow(allow, cycle.span),
                InPlan::Said(statement) => self.report_not_of_whole(statement),
            }
        }
        if cycle.parts.is_empty() && !cycle.broken {
            let word = super::movement::first_line(self.text(cycle.span)).to_owned();
            self.report_empty(&word, cycle.span);
            blocks.push(None);
        }
    }

    /// Reports what is said of all of a plan, and is in a part of it.
    fn report_not_of_whole(&mut self, statement: &Statement) {
        let text = super::movement::first_line(self.text(statement.span)).to_owned();
        let message = format!("`{text}` holds for all of a plan, and is in a part of it");
        self.report(
            Diagnostic::new(Rule::OutOfPlace, statement.span, message)
                .help("write it right after the `<` of the plan"),
        );
    }

    fn report_empty(&mut self, word: &str, span: Span) {
        let message = format!("`{word}` is empty");
        self.report(
            Diagnostic::new(Rule::MissingStatementPart, span, message)
                .help("say what its days hold: `tuesday < run 5km >`, `friday < rest day >`"),
        );
    }

    /// Checks a block of weeks.
    fn week_block(&mut self, written: &'f PlanWeek, within: &Stretch) -> Option<WeekBlock> {
        let numbers = self.weeks_meant(written, within);
        let scale = match &*written.scales {
            [] => Some(None),
            scales => self.scale(scales).map(Some),
        };
        let mut days = Vec::with_capacity(written.days.len());
        for day in &written.days {
            match day {
                InPlan::Part(day) => days.push(self.day_block(day)),
                InPlan::Allow(allow, _) => self.allow(allow, written.span),
                InPlan::Said(statement) => self.report_not_of_whole(statement),
            }
        }
        if let Some(scale) = written.scales.first().filter(|_| written.instead) {
            self.report_scaled_instead(scale.span);
            return None;
        }
        if days.is_empty() && !written.broken && written.scales.is_empty() {
            let word = super::movement::first_line(self.text(written.span)).to_owned();
            self.report_empty(&word, written.span);
            return None;
        }
        let days: Option<Vec<_>> = days.into_iter().collect();
        let (span, instead) = (written.span, written.instead);
        Some(WeekBlock { span, weeks: numbers?, instead, scale: scale?, date: None, days: days? })
    }

    /// Reports `instead at 50% of sets`: what is replaced cannot be scaled.
    pub(super) fn report_scaled_instead(&mut self, place: Span) {
        let message = "`instead` takes everything above it away, so nothing of it is left to scale";
        self.report(Diagnostic::new(Rule::OutOfPlace, place, message).help("delete one of the two"));
    }

    /// Goes through the blocks as they add to each day or replace it, and reports what cannot be on the same day.
    fn check_days(&mut self, plan: &Plan) -> Option<()> {
        let mut sessions = 0;
        let mut days = vec![DayState::default(); plan.weeks as usize * 7];
        let mut reported: FxHashSet<(Span, Span)> = FxHashSet::default();
        for block in &plan.blocks {
            let in_week: usize = block.days.iter().map(|day| day.days.len()).sum();
            // What scales takes as long to write out as what is done.
            sessions += (in_week + usize::from(block.scale.is_some())) * block.weeks.len();
            if sessions > MOST_SESSIONS {
                let message =
                    format!("with these weeks the plan comes to more than {MOST_SESSIONS} sessions");
                self.report(Diagnostic::new(Rule::TooLong, block.span, message));
                return None;
            }
            self.check_scaled_weeks(block, &days);
            let mut scaled: FxHashSet<(Span, Weekday)> = FxHashSet::default();
            for &week in &block.weeks {
                let Some(days) = days.get_mut((week as usize - 1) * 7..week as usize * 7) else { continue };
                if block.instead {
                    days.fill(DayState::default());
                }
                for given in &block.days {
                    for weekday in &given.days {
                        let day = &mut days[date::days_from(plan.first_day, *weekday)];
                        if given.scale.is_some() && day.has_session() {
                            scaled.insert((given.span, *weekday));
                        }
                        let Some(clash) = day.give(given) else { continue };
                        if reported.insert(clash.places()) {
                            self.report_clash(&clash, *weekday, week);
                        }
                    }
                }
            }
            self.check_scaled_days(block, &scaled);
        }
        Some(())
    }

    /// Reports scaled weeks of which one has nothing above it.
    fn check_scaled_weeks(&mut self, block: &WeekBlock, days: &[DayState]) {
        if block.scale.is_none() {
            return;
        }
        let is_empty = |week: &&u32| {
            let days = days.get((**week as usize - 1) * 7..**week as usize * 7);
            days.is_some_and(|days| !days.iter().any(DayState::has_session))
        };
        let Some(week) = block.weeks.iter().find(is_empty) else { return };
        let message = format!("nothing above this is done in week {week}, so there is nothing to scale");
        self.report(
            Diagnostic::new(Rule::NothingToScale, self.header_of(block.span), message)
                .help("write what is done in these weeks first, and below it what share of it is left"),
        );
    }

    /// Reports days that scale and have nothing above them in any of their weeks. `scaled` has those that have.
    fn check_scaled_days(&mut self, block: &WeekBlock, scaled: &FxHashSet<(Span, Weekday)>) {
        for given in block.days.iter().filter(|given| given.scale.is_some()) {
            let is_empty = |weekday: &&Weekday| !scaled.contains(&(given.span, **weekday));
            let Some(weekday) = given.days.iter().find(is_empty) else { continue };
            let message = format!("nothing above this is done on {weekday}, so there is nothing to scale");
            self.report(
                Diagnostic::new(Rule::NothingToScale, self.header_of(given.span), message)
                    .help("write what is done on this day first, and below it what share of it is left"),
            );
        }
    }

    /// Returns the part of a block before its first `<`.
    fn header_of(&self, block: Span) -> Span {
        let text = self.text(block);
        let length = text.find(['<', '{']).map_or(text.len(), |at| text[..at].trim_end().len());
        Span::new(block.start as usize, block.start as usize + length)
    }
}

/// Returns the highest number among a plan's own weeks.
fn last_week(definition: &PlanDefinition) -> Option<i64> {
    let weeks = definition.parts.iter().filter_map(InPlan::part).filter_map(|part| match part {
        PlanPart::Week(week) => Some(week),
        PlanPart::Day(_) | PlanPart::Cycle(_) | PlanPart::Phase(_) | PlanPart::Race(_) => None,
    });
    let listed = weeks.filter_map(|week| match &week.which {
        WhichWeeks::Listed(listed) => Some(listed),
        WhichWeeks::Every(_) | WhichWeeks::Odd | WhichWeeks::Even | WhichWeeks::EveryNth { .. } => None,
    });
    let last = listed.flatten().filter_map(|number| match number {
        WeekNumber::Is(week) | WeekNumber::ToLast(week, _) => Some(week.high / 1000),
        WeekNumber::Last(_) => None,
    });
    last.max().filter(|last| (1..=i64::from(super::plan_weeks::MOST_WEEKS)).contains(last))
}
