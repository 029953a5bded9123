//! A movement of the legs has `per arm`, or the other way round.
//!
//! # Why
//! In a lunge, the arms do not change. The script would call out "right arm", and listeners would wonder what they
//! missed. `per side` fits every movement.
//!
//! # Wrong
//! ```wod
//! lunge 10 per arm
//! ```
//!
//! # Right
//! ```wod
//! lunge 10 per leg
//! ```

use super::found::Found;
use super::here::StatementHere;
use super::workout_view::WorkoutView;
use crate::check::program::{BodyHalf, Choice, Sides};
use crate::diagnostic::{Diagnostic, Rule};
use crate::syntax::tree::{Modifier, ModifierKind};

/// What it gives.
pub const RULE: Rule = Rule::OtherHalf;

/// Looks at each alternative that has a `per` of its own.
pub fn check(view: &WorkoutView<'_>, statement: &StatementHere<'_>, found: &mut Found) {
    let choices = &statement.exercise.choices;
    let wrong = |choice: &Choice| halves(view, choice).filter(|&(said, worked)| is_elsewhere(said, worked));
    if !choices.iter().any(|choice| wrong(choice).is_some()) {
        return;
    }
    for (choice, performance) in choices.iter().zip(view.performances(statement.step)) {
        let per = |modifier: &&Modifier| matches!(modifier.kind, ModifierKind::Per(_));
        if let Some((said, worked)) = wrong(choice)
            && let Some(modifier) = performance.modifiers.iter().find(per)
        {
            let (name, said, worked) = (view.text(choice.name_span), said.name(), worked.name());
            let message = format!("`{name}` is worked one {worked} at a time, not one {said}");
            let diagnostic = Diagnostic::new(RULE, modifier.span, message);
            found.report(diagnostic.help(format!("write `per {worked}`")));
        }
    }
}

/// Returns the half of the body that is said, and the one that the movement is worked by.
fn halves(view: &WorkoutView<'_>, choice: &Choice) -> Option<(BodyHalf, BodyHalf)> {
    let said = match choice.sides {
        Sides::Each(half) | Sides::EachAlternating(half) => half,
        Sides::Together | Sides::Alternating | Sides::Only(_) => return None,
    };
    Some((said, view.movement(choice.movement).sides?))
}

/// Tells whether two halves are at different ends of the body. A hand is on an arm, a foot on a leg, and a side is both.
fn is_elsewhere(said: BodyHalf, worked: BodyHalf) -> bool {
    let end = |half| match half {
        BodyHalf::Arm | BodyHalf::Hand => Some(true),
        BodyHalf::Leg | BodyHalf::Foot => Some(false),
        BodyHalf::Side => None,
    };
    end(said).zip(end(worked)).is_some_and(|(said, worked)| said != worked)
}
