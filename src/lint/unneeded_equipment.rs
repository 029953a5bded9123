//! Equipment that is expected, and that nothing needs.
//!
//! # Why
//! Whoever reads `expect equipment kettlebell, mat` brings both. Something that no movement of the workout uses, and no
//! alternative either, is left over from an earlier version, or stands for a movement that was forgotten. Nothing is said
//! where a movement is not known, since nobody knows what it needs. The other way round, something that is needed and not
//! listed, is the error `expect-equipment`.
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
//! There is no figure in it: what a movement needs stands in the catalogue, or in its definition.

use super::{Found, Session};
use crate::catalog::fold;
use crate::check::program::{ExpectationKind, Step, StepKind, Workout};
use crate::diagnostic::{Diagnostic, Rule, list};
use crate::source::Span;
use crate::syntax::tree::{Expect, StatementKind};

/// What it gives.
pub const RULE: Rule = Rule::UnneededEquipment;

/// Looks at each list of equipment, at the level that the workout was written for.
pub fn check(session: &Session<'_>, found: &mut Found) {
    if session.workout.level.unwrap_or_default() != session.level {
        return;
    }
    for expectation in &session.workout.expectations {
        match &expectation.kind {
            ExpectationKind::Equipment(expected) if !expected.is_empty() => {
                against(session, expectation.span, expected, found);
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
fn against(session: &Session<'_>, statement: Span, expected: &[String], found: &mut Found) {
    let mut needed = session.timeline.equipment(session.program);
    let is_needed = |needed: &[&str], name: &String| needed.contains(&name.as_str());
    // Where something is missing as well, it may be the same thing by another name, and the error tells of both.
    let is_missing = |name: &&str| !expected.iter().any(|other| other == name);
    if expected.iter().all(|name| is_needed(&needed, name)) || needed.iter().any(is_missing) {
        return;
    }
    if !alternatives(session, session.workout, &mut needed) {
        return;
    }
    let Some(written) = session.statement_at(statement) else { return };
    let StatementKind::Expect(expect) = &written.kind else { return };
    let Expect::Equipment(names) = &**expect else { return };
    let is_extra = |span: &&Span| !is_needed(&needed, &fold(session.text(**span)));
    let extra: Vec<Span> = names.iter().filter(is_extra).copied().collect();
    let (Some(&first), Some(from), Some(to)) = (extra.first(), names.first(), names.last()) else { return };
    let shown: Vec<&str> = extra.iter().map(|span| session.text(*span)).collect();
    let mut diagnostic = Diagnostic::new(RULE, first, format!("nothing here needs {}", list(&shown)));
    for &span in extra.iter().skip(1) {
        diagnostic = diagnostic.and_at(span, "nor this");
    }
    let all = from.to(*to);
    // A comment between the names would be lost.
    if !session.text(all).contains('#') {
        let left: Vec<&str> = names.iter().filter(|name| !is_extra(name)).map(|name| session.text(*name)).collect();
        diagnostic = diagnostic.fix(all, if left.is_empty() { "none".to_owned() } else { left.join(", ") });
    }
    found.report(diagnostic);
}

/// Adds what the alternatives need that are not done at this level. Tells whether all of it is known.
fn alternatives<'p>(session: &Session<'p>, workout: &Workout, needed: &mut Vec<&'p str>) -> bool {
    let mut steps: Vec<&Step> = workout.steps.iter().collect();
    while let Some(step) = steps.pop() {
        match &step.kind {
            StepKind::Exercise(exercise) => {
                for choice in &exercise.choices {
                    let movement = session.movement(choice.movement);
                    if !movement.known {
                        return false;
                    }
                    needed.extend(movement.equipment.iter().map(String::as_str));
                }
            }
            StepKind::Block(block) => steps.extend(&block.steps),
            // How many steps come together so was bounded before.
            StepKind::Do(done) => steps.extend(&done.steps),
            StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => {}
        }
    }
    true
}
