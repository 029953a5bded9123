//! Options of a block that have nothing to act on.

use super::Checker;
use super::asked::places;
use super::option::Options;
use super::program::{self, BlockKind, Step, StepKind};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;

impl Checker<'_> {
    /// Warns of a block in which nothing is done, or else of its options with nothing to act on.
    pub(super) fn check_idle(&mut self, block: &program::Block, options: &Options<'_>) {
        if block.steps.iter().any(|step| matches!(step.kind, StepKind::Turns(_))) {
            // What it holds differs from turn to turn.
            return;
        }
        let neighbours = block.steps.iter().filter(|step| is_neighbour(step)).count();
        if neighbours == 0 {
            self.report(
                Diagnostic::new(Rule::EmptyBlock, block.header, "nothing is done in this block")
                    .help("write its steps between `<` and `>`"),
            );
            return;
        }
        if let Some(once) = only_done_once(block) {
            let message =
                format!("this block has nothing but its `{}`: nothing is done in its rounds", once.name());
            self.report(Diagnostic::new(Rule::EmptyBlock, block.header, message).help(format!(
                "write its other steps {} the `{}`; what is done once needs no block around it",
                if once == BlockKind::BuyIn { "after" } else { "before" },
                once.name()
            )));
            return;
        }
        for (place, message) in idle_options(block, options, neighbours) {
            let delete = self.delete(place);
            self.report(
                Diagnostic::new(Rule::IdleOption, place, message).help("delete it").choices([delete]),
            );
        }
        if direct_exercises(block).all(|choice| choice.dose != program::Dose::FromBlock) {
            self.ask_work_or_dose(options, places(block));
        }
        if let Some(ladder) = options.ladder {
            self.ask_rung_of_distance(ladder.span, direct_exercises(block));
        }
        if block.kind == BlockKind::Superset && neighbours < 2 {
            let message = "a superset is two movements or more; one alone is a `circuit`";
            self.report(Diagnostic::new(Rule::IdleOption, block.header, message));
        }
    }
}

/// Returns the options with nothing to act on, and why. `neighbours` is how many steps can have a gap beside them.
fn idle_options<'m>(
    block: &program::Block,
    options: &Options<'_>,
    neighbours: usize,
) -> impl Iterator<Item = (Span, &'m str)> {
    let is_done_once = match &block.ladder {
        Some(ladder) => ladder.len() == 1,
        None => block.rounds.is_none_or(|rounds| rounds.high <= 1000),
    };
    let gives_no_dose = !direct_exercises(block).any(|choice| choice.dose == program::Dose::FromBlock);
    let between_rounds = options.between_rounds.filter(|_| is_done_once);
    let between_movements = options.between_movements.filter(|_| neighbours < 2 && is_done_once);
    let has_movements = direct_exercises(block).next().is_some();
    let work = options.work.filter(|_| gives_no_dose && !has_movements && options.work_rest.is_none());
    let ladder = options.ladder.filter(|_| gives_no_dose);
    let is_one_movement = !changes_movement(&block.steps);
    let transition = options.transition.filter(|_| is_one_movement);
    let replaced = options.transition.filter(|_| !is_one_movement && always_rests(block, options));
    let switch = options.switch.filter(|_| options.per.is_none() && !any_step(&block.steps, &mut has_sides));
    let alternating = options.alternating.filter(|_| neighbours < 2);
    [
        (between_rounds.map(|rest| rest.span), "there is one round, so there is nothing between rounds"),
        (
            between_movements.map(|rest| rest.span),
            "there is one movement, so there is nothing between movements",
        ),
        (work.map(|work| work.span), "no movement is directly in this block"),
        (
            ladder.map(|ladder| ladder.span),
            "every movement here has its own dose, so the ladder gives nothing",
        ),
        (transition.map(|time| time.span), "there is only one movement here, so there is no transition"),
        (
            replaced.map(|time| time.span),
            "there is a rest between all movements here, which takes the place of the transition",
        ),
        (switch.map(|time| time.span), "no movement here is done per side, so there is no switch"),
        (alternating.map(|word| word.span), "there is one step, which has nothing to alternate with"),
    ]
    .into_iter()
    .filter_map(|(place, message)| Some((place?, message)))
}

/// Tells whether a rest follows each movement of a block, so that there is never a transition.
fn always_rests(block: &program::Block, options: &Options<'_>) -> bool {
    let has_rest =
        options.work_rest.is_some() || options.between_movements.is_some() || block.kind == BlockKind::Tabata;
    let is_plain = |step: &Step| match step.kind {
        StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => true,
        StepKind::Block(_) | StepKind::Do(_) | StepKind::Turns(_) => false,
    };
    has_rest && block.steps.iter().all(is_plain)
}

/// Tells whether a step can have a gap beside it.
fn is_neighbour(step: &Step) -> bool {
    match step.kind {
        StepKind::Exercise(_)
        | StepKind::Rest(_)
        | StepKind::Block(_)
        | StepKind::Do(_)
        | StepKind::Turns(_) => true,
        StepKind::Note(_) | StepKind::Record(_) => false,
    }
}

/// Returns what is done once, if the rounds of a block have no steps beside it.
fn only_done_once(block: &program::Block) -> Option<BlockKind> {
    let mut found = None;
    for step in block.steps.iter().filter(|step| is_neighbour(step)) {
        match &step.kind {
            StepKind::Block(inner) if inner.kind.is_once() => found = found.or(Some(inner.kind)),
            _ => return None,
        }
    }
    found
}

fn direct_exercises(block: &program::Block) -> impl Iterator<Item = &program::Choice> + Clone {
    block.steps.iter().filter_map(|step| match &step.kind {
        StepKind::Exercise(exercise) => exercise.choices.first(),
        StepKind::Rest(_)
        | StepKind::Note(_)
        | StepKind::Record(_)
        | StepKind::Block(_)
        | StepKind::Turns(_)
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
        StepKind::Do(_) | StepKind::Turns(_) => true,
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
        | BlockKind::Section
        | BlockKind::BuyIn
        | BlockKind::CashOut => false,
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
                StepKind::Turns(turns) => turns.items.iter().any(|item| any_step(item, found)),
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
        StepKind::Rest(_)
        | StepKind::Note(_)
        | StepKind::Record(_)
        | StepKind::Turns(_)
        | StepKind::Do(_) => false,
    }
}
