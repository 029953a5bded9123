//! A movement that is held, or goes on for a time, has a plain number, which means how many times and not how long.
//!
//! # Why
//! `plank 60` is sixty planks, one after the other, but sixty seconds are meant. The times would be wrong by minutes,
//! and the script would count to sixty.
//!
//! Stretching as such and rolling on foam are never counted, so any number is reported there. Otherwise small numbers
//! are not: ten short holds are an exercise. If you mean many, write `60 reps`.
//!
//! # Wrong
//! ```wod
//! plank 60
//! wall sit 3x45 rest 30s
//! calf stretch 2x30 per leg
//! ```
//!
//! # Right
//! ```wod
//! plank 60s
//! wall sit 3x45s rest 30s
//! glute bridge hold 10
//! ```
//!
//! # Source
//! **20** and more: reasoning. Nobody counts more than about ten holds, and holds of twenty seconds and more are
//! timed.

use super::words::bout_of;
use super::found::Found;
use super::here::StatementHere;
use super::workout_view::WorkoutView;
use crate::check::program::{Bout, Choice, Dose, Unit};
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::source::Span;

/// What it gives.
pub const RULE: Rule = Rule::CountOfHold;

/// From so many on they are seconds, in thousandths.
const MANY: i64 = 20_000;

/// Looks at the dose of each alternative.
pub fn check(view: &WorkoutView<'_>, statement: &StatementHere<'_>, found: &mut Found) {
    let mut said: Option<Span> = None;
    for (number, choice) in statement.exercise.choices.iter().enumerate() {
        let movement = view.movement(choice.movement);
        let goes_on = movement.is_gone_on_with();
        let is_timed = goes_on || movement.is_held() && has_many(choice);
        if choice.hold.is_some() || !is_timed {
            continue;
        }
        let words = view.words(statement.step).dose(number);
        // With `reps` behind it, it is meant.
        let counted = words.into_iter().filter_map(|item| bout_of(item)).find(|bout| bout.unit.is_none());
        let Some(quantity) = counted else { continue };
        // Alternatives that share a dose share the mistake.
        if said.replace(quantity.span) == Some(quantity.span) {
            continue;
        }
        let (name, written) = (view.text(choice.name_span), view.text(quantity.span));
        if goes_on {
            let message = format!("`{name}` goes on for a time, and `{written}` is how many times");
            let help = format!("write `{written}min` or `{written}s`, or `{written} reps` if that is meant");
            let write = |unit: &str| diagnostic::Choice::write(quantity.span, format!("{written}{unit}"));
            let choices = [write("min"), write("s"), write(" reps").meaning("if that is meant")];
            found.report(Diagnostic::new(RULE, quantity.span, message).help(help).choices(choices));
            continue;
        }
        let message = format!("`{name}` is held, and `{written}` is how many times");
        let end = Span::at(quantity.span.end as usize);
        let help = format!("write `{written} reps` if that is meant");
        found.report(Diagnostic::new(RULE, quantity.span, message).help(help).fix(end, "s"));
    }
}

/// Tells whether any bout of an alternative is of many repetitions.
fn has_many(choice: &Choice) -> bool {
    let is_many = |bout: &Bout| match bout {
        Bout::Of(amount) | Bout::AtLeast(amount) => amount.unit == Unit::Count && amount.low >= MANY,
        Bout::Max(_) => false,
    };
    match &choice.dose {
        Dose::FromBlock => false,
        Dose::Bout(bout) => is_many(bout),
        Dose::Sets(groups) => groups.iter().any(|group| is_many(&group.bout)),
    }
}
