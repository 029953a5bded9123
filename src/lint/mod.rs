//! Rules about training rather than language: what a good coach would ask about.
//!
//! ```text
//! Workout + Timeline ──WorkoutView──▶ each statement ─▶ the lints of statements
//!                                 each block     ─▶ the lints of blocks
//!                                 the workout    ─▶ the lints of workouts
//! Season ──PlanView──▶ the weeks and days of a plan ─▶ the lints of plans
//! Replay + Results ──AllDone───▶ what came of each statement      ─▶ the lints of results
//!                └──WeeksDone──▶ the last weeks of a plan, as done ─▶ the lints of weeks that were done
//! ```
//!
//! One file a lint, named after its rule. Its doc comment is the rule's page in the book. A lint says what is probably
//! a mistake; if a good coach might mean it, the lint stays silent.

mod all_done;
mod demands;
mod effort;
mod found;
mod here;
mod memory;
mod plan_view;
mod weeks_done;
mod words;
mod workout_view;

use crate::diagnostic::{Diagnostic, Levels, Rule};
pub use all_done::AllDone;
pub use memory::Memory;
pub use plan_view::PlanView;
pub use weeks_done::WeeksDone;
pub use workout_view::WorkoutView;

use found::Found;
use here::{BlockHere, StatementHere, each_step};
use rustc_hash::FxHashSet;

use crate::check::File;
use crate::check::program::{Level, Program, StepKind, Workout};
use crate::season::Season;
use crate::source::Span;
use crate::timeline::Timeline;

/// What lints look at, and which there are.
macro_rules! lints {
    ($(statements: $($statement:ident)*;)? $(blocks: $($block:ident)*;)? $(workouts: $($workout:ident)*;)? $(plans: $($plan:ident)*;)?
        $(results: $($result:ident)*;)? $(weeks_done: $($done:ident)*;)?) => {
        $($(mod $statement;)*)?
        $($(mod $block;)*)?
        $($(mod $workout;)*)?
        $($(mod $plan;)*)?
        $($(mod $result;)*)?
        $($(mod $done;)*)?

        /// The lints of movement statements.
        const STATEMENTS: &[Lint<OfStatement>] =
            &[$($(Lint { rule: $statement::RULE, check: $statement::check },)*)?];

        /// The lints of blocks.
        const BLOCKS: &[Lint<OfBlock>] =
            &[$($(Lint { rule: $block::RULE, check: $block::check },)*)?];

        /// The lints of whole workouts.
        const WORKOUTS: &[Lint<OfWorkout>] =
            &[$($(Lint { rule: $workout::RULE, check: $workout::check },)*)?];

        /// The lints of plans.
        const PLANS: &[Lint<OfPlan>] =
            &[$($(Lint { rule: $plan::RULE, check: $plan::check },)*)?];

        /// The lints of what came of statements.
        const RESULTS: &[Lint<OfResults>] =
            &[$($(Lint { rule: $result::RULE, check: $result::check },)*)?];

        /// The lints of what was done in the weeks of a plan.
        const WEEKS_DONE: &[Lint<OfWeeksDone>] =
            &[$($(Lint { rule: $done::RULE, check: $done::check },)*)?];
    };
}

lints! {
    statements: other_half unsaid_sides sets_inside_rounds load_out_of_range reps_at_load tempo_over_slot
        distance_on_the_spot count_of_hold;
    blocks: same_muscles shared_equipment;
    workouts: uneven_sides no_rest long_rest no_warmup tight_interval too_hard_for_beginners grip_after_grip
        skill_after_max unneeded_equipment missing_duration;
    plans: strength_on_long_run long_run_on_tired_legs no_day_off hard_days_in_a_row distance_jump no_easier_week no_deload
        new_strength_workouts early_strength muscles_without_recovery hard_before_race
        training_after_race;
    results: misses_without_rule unmatched_result;
    weeks_done: jump_in_results no_easier_week_in_results muscle_without_sets;
}

type OfStatement = fn(&WorkoutView<'_>, &StatementHere<'_>, &mut Found);
type OfBlock = fn(&WorkoutView<'_>, &BlockHere<'_>, &mut Found);
type OfWorkout = fn(&WorkoutView<'_>, &mut Found);
type OfPlan = fn(&PlanView<'_>, &mut Found);
type OfResults = fn(&AllDone<'_>, &mut Found);
type OfWeeksDone = fn(&WeeksDone<'_>, &mut Found);

/// A lint: the rule it gives, and the function that looks for it.
struct Lint<F> {
    rule: Rule,
    check: F,
}

/// The lints that are not switched off, for the workouts of one file.
#[derive(Debug)]
pub struct Linter {
    memory: Memory,
    statements: Vec<OfStatement>,
    blocks: Vec<OfBlock>,
    workouts: Vec<OfWorkout>,
    plans: Vec<OfPlan>,
    results: Vec<OfResults>,
    weeks_done: Vec<OfWeeksDone>,
}

/// Returns those of some lints that `levels` does not switch off.
fn on<F: Copy>(lints: &[Lint<F>], levels: &Levels) -> Vec<F> {
    lints.iter().filter(|lint| levels.severity(lint.rule).is_some()).map(|lint| lint.check).collect()
}

impl Linter {
    /// Returns all lints that `levels` does not switch off.
    pub fn new(levels: &Levels) -> Self {
        Self {
            memory: Memory::default(),
            statements: on(STATEMENTS, levels),
            blocks: on(BLOCKS, levels),
            workouts: on(WORKOUTS, levels),
            plans: on(PLANS, levels),
            results: on(RESULTS, levels),
            weeks_done: on(WEEKS_DONE, levels),
        }
    }

    /// Learns the movements of a program. It comes before every look at one of its workouts.
    pub fn learn(&mut self, program: &Program) {
        self.memory.learn(program);
    }

    /// Returns what lints see of a workout that is laid out at a level.
    pub fn view<'p>(
        &'p self,
        file: &'p File,
        program: &'p Program,
        workout: &'p Workout,
        laid_out: (Level, &'p Timeline<'p>),
    ) -> WorkoutView<'p> {
        WorkoutView::new(file, program, workout, laid_out, &self.memory)
    }

    /// Looks at one plan, and at what was done of it.
    pub fn check_plan(&self, season: &Season<'_>, text: &str, done: Option<AllDone<'_>>) -> Vec<Diagnostic> {
        let mut found = Found::default();
        let done = done.filter(|_| !self.weeks_done.is_empty());
        if self.plans.is_empty() && done.is_none() {
            return Vec::new();
        }
        let view = PlanView::of(season, text);
        self.plans.iter().for_each(|check| check(&view, &mut found));
        if let Some(weeks) = done.and_then(|done| WeeksDone::of(&view, &done)) {
            self.weeks_done.iter().for_each(|check| check(&weeks, &mut found));
        }
        found.finish()
    }

    /// Looks at what came of the statements of a program.
    pub fn check_results(&self, done: &AllDone<'_>) -> Vec<Diagnostic> {
        let mut found = Found::default();
        self.results.iter().for_each(|check| check(done, &mut found));
        found.finish()
    }

    /// Looks at one workout. What it does by `do` is looked at where it is written.
    pub fn check(&self, view: &WorkoutView<'_>) -> Vec<Diagnostic> {
        let mut found = Found::default();
        self.workouts.iter().for_each(|check| check(view, &mut found));
        each_step(&view.workout.steps, &mut |step, around| match &step.kind {
            StepKind::Exercise(exercise) => {
                let statement = StatementHere { step, exercise, around };
                self.statements.iter().for_each(|check| check(view, &statement, &mut found));
            }
            StepKind::Block(block) => {
                let here = BlockHere { block, around };
                self.blocks.iter().for_each(|check| check(view, &here, &mut found));
            }
            StepKind::Rest(_)
            | StepKind::Note(_)
            | StepKind::Record(_)
            | StepKind::Turns(_)
            | StepKind::Do(_) => {}
        });
        found.finish()
    }
}

/// Drops messages of the timeline that a lint gives in better words: one mistake has one message.
pub fn drop_said_better(said: &mut Vec<Diagnostic>, found: &[Diagnostic]) {
    let better: FxHashSet<Span> = found
        .iter()
        .filter(|diagnostic| diagnostic.rule == tempo_over_slot::RULE)
        .flat_map(|diagnostic| diagnostic.labels.iter().skip(1).map(|label| label.span))
        .collect();
    said.retain(|diagnostic| {
        diagnostic.rule != Rule::IntervalOverrun || !better.contains(&diagnostic.span())
    });
}
