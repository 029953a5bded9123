//! The list of expected equipment has something that nothing needs.
//!
//! # Why
//! People who read `expect equipment kettlebell, mat` bring both. If no movement of the workout uses it, and no
//! alternative either, it is left over from an earlier version, or a movement was forgotten. The rule does not apply
//! if a movement is unknown, since nobody knows what it needs. If something is needed and not listed, that is the
//! error `expect-equipment`.
//!
//! # Wrong
//! ```wod
//! kettlebell swing 5x10 rest 1min
//! expect equipment kettlebell, bench
//! ```
//!
//! # Right
//! ```wod
//! kettlebell swing 5x10 rest 1min
//! expect equipment kettlebell
//! ```
//!
//! # Source
//! The rule has no figure: the catalogue or the definition of a movement says what it needs.

use super::found::Found;
use super::workout_view::WorkoutView;
use crate::catalog::fold;
use crate::check::program::{ExpectationKind, Step, StepKind, Workout};
use crate::diagnostic::{Choice, Diagnostic, Rule, list};
use crate::source::Span;
use crate::syntax::tree::{Expect, StatementKind};

/// What it gives.
pub const RULE: Rule = Rule::UnneededEquipment;

/// Looks at each list of equipment, at the level that the workout was written for.
pub fn check(view: &WorkoutView<'_>, found: &mut Found) {
    if view.workout.level.unwrap_or_default() != view.level {
        return;
    }
    for expectation in &view.workout.expectations {
        match &expectation.kind {
            ExpectationKind::Equipment(expected) if !expected.is_empty() => {
                against(view, expectation.span, expected, found);
            }
            ExpectationKind::Equipment(_)
            | ExpectationKind::Exactly(_)
            | ExpectationKind::Between(..)
            | ExpectationKind::AtMost(_)
            | ExpectationKind::AtLeast(_) => {}
        }
    }
}

/// Reports what one list has too much.
fn against(view: &WorkoutView<'_>, statement: Span, expected: &[String], found: &mut Found) {
    let mut needed = view.timeline.equipment(view.program);
    let is_needed = |needed: &[&str], name: &String| needed.contains(&name.as_str());
    // Where something is missing as well, it may be the same thing by another name, and the error tells of both.
    let is_missing = |name: &&str| !expected.iter().any(|other| other == name);
    if expected.iter().all(|name| is_needed(&needed, name)) || needed.iter().any(is_missing) {
        return;
    }
    if !alternatives(view, view.workout, &mut needed) {
        return;
    }
    let Some(written) = view.statement_at(statement) else { return };
    let StatementKind::Expect(expect) = &written.kind else { return };
    let Expect::Equipment(names) = &**expect else { return };
    let is_extra = |span: &&Span| !is_needed(&needed, &fold(view.text(**span)));
    let extra: Vec<Span> = names.iter().filter(is_extra).copied().collect();
    let Some(&first) = extra.first() else { return };
    let shown: Vec<&str> = extra.iter().map(|span| view.text(*span)).collect();
    let mut diagnostic = Diagnostic::new(RULE, first, format!("nothing here needs {}", list(&shown)));
    for &span in extra.iter().skip(1) {
        diagnostic = diagnostic.and_at(span, "nor this");
    }
    let left: Vec<&str> = names.iter().filter(|name| !is_extra(name)).map(|name| view.text(*name)).collect();
    let left = if left.is_empty() { "none".to_owned() } else { left.join(", ") };
    let written = format!("expect equipment {left}");
    found.report(diagnostic.one_of([Choice::write(statement, written)]));
}

/// Adds what the alternatives need that are not done at this level. Tells whether all of it is known.
fn alternatives<'p>(view: &WorkoutView<'p>, workout: &Workout, needed: &mut Vec<&'p str>) -> bool {
    let mut steps: Vec<&Step> = workout.steps.iter().collect();
    while let Some(step) = steps.pop() {
        match &step.kind {
            StepKind::Exercise(exercise) => {
                for choice in &exercise.choices {
                    let movement = view.movement(choice.movement);
                    if !movement.known {
                        return false;
                    }
                    needed.extend(movement.equipment.iter().map(String::as_str));
                }
            }
            StepKind::Block(block) => steps.extend(&block.steps),
            // How many steps come together so was bounded before.
            StepKind::Do(done) => steps.extend(&done.steps),
            StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) => {}
        }
    }
    true
}
