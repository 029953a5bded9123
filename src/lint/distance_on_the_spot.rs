//! A movement that stays on the spot has a distance.
//!
//! # Why
//! `m` is metres: `plank 2m` is two metres of plank. Minutes are `min`, and repetitions are a plain number.
//!
//! The rule does not apply to movements that go somewhere or throw something: running, walking, riding, rowing,
//! swimming, carries, crawls, lunges, jumps, climbs, throws, and warm-up drills. It does not apply to unknown
//! movements either.
//!
//! # Wrong
//! ```wod
//! plank 2m
//! squat 20m
//! ```
//!
//! # Right
//! ```wod
//! plank 2min
//! squat 20
//! ```

use super::words::bout_of;
use super::found::Found;
use super::here::StatementHere;
use super::workout_view::WorkoutView;
use crate::catalog;
use crate::check::program::{Bout, Choice, Dose, Movement, MovementPace, Pattern, Unit};
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::quantity::Kind;
use crate::source::Span;

/// What it gives.
pub const RULE: Rule = Rule::DistanceOnTheSpot;

/// Words in a movement's names that say it goes somewhere, or sends something there, whatever its pattern: a rope is
/// pulled at, and climbed; kicks cross a pool or a hall.
const TRAVELLING: [&str; 15] = [
    "walk", "walking", "walkout", "crawl", "climb", "throw", "toss", "pass", "cartwheel", "kick", "inchworm", "sled", "drag",
    "jump", "roll",
];

/// Looks at the dose of each alternative.
pub fn check(view: &WorkoutView<'_>, statement: &StatementHere<'_>, found: &mut Found) {
    let mut said: Option<Span> = None;
    for (number, choice) in statement.exercise.choices.iter().enumerate() {
        if !has_distance(choice) || !is_on_the_spot(view.movement(choice.movement)) {
            continue;
        }
        let name = view.text(choice.name_span);
        let words = view.words(statement.step).dose(number);
        let distance = words.into_iter().find_map(|item| {
            let quantity = bout_of(item)?;
            let unit = quantity.unit.filter(|unit| unit.kind() == Kind::Distance)?;
            Some((item, quantity, unit))
        });
        let Some((item, quantity, unit)) = distance else { continue };
        // Alternatives that share a dose share the mistake.
        if said.replace(item.span) == Some(item.span) {
            continue;
        }
        let written = view.text(quantity.span);
        let plain = Span::new(item.span.start as usize, quantity.unit_span.start as usize);
        let plain = view.text(plain).trim_end();
        let message = format!("`{name}` is done on the spot, and `{written}` is a distance");
        let help = if unit == Unit::Metre {
            format!("`m` is metres: write `{plain}min` for minutes, `{plain}` for repetitions")
        } else {
            format!("write `{plain}` for repetitions, or a time such as `30s`")
        };
        let of_time = diagnostic::Choice::write(item.span, format!("{plain}min")).meaning("for minutes");
        let of_reps = diagnostic::Choice::write(item.span, plain).meaning("for repetitions");
        let choices = (unit == Unit::Metre).then_some(of_time).into_iter().chain([of_reps]);
        found.report(Diagnostic::new(RULE, item.span, message).help(help).choices(choices));
    }
}

/// Tells whether any bout of an alternative is a distance.
fn has_distance(choice: &Choice) -> bool {
    let is_distance = |bout: &Bout| match bout {
        Bout::Of(amount) | Bout::AtLeast(amount) => amount.unit.kind() == Kind::Distance,
        Bout::Max(_) => false,
    };
    match &choice.dose {
        Dose::FromBlock => false,
        Dose::Bout(bout) => is_distance(bout),
        Dose::Sets(groups) => groups.iter().any(|group| is_distance(&group.bout)),
    }
}

/// Tells whether it is certain that a movement goes nowhere.
fn is_on_the_spot(movement: &Movement) -> bool {
    let stays = match movement.pattern {
        Some(Pattern::Squat | Pattern::Hinge | Pattern::Push | Pattern::Pull | Pattern::Core) => true,
        Some(Pattern::Rotation) => true,
        // What is counted is mostly a drill that may be walked; what is held stays where it is.
        Some(Pattern::Mobility) => movement.pace.is_none(),
        Some(Pattern::Lunge | Pattern::Carry | Pattern::Jump | Pattern::Locomotion) | None => false,
    };
    let has_speed = matches!(movement.pace, Some(MovementPace::PerDistance { .. }));
    movement.known && stays && !has_speed && !says_it_travels(movement)
}

/// Tells whether any of a movement's names says that it goes somewhere.
fn says_it_travels(movement: &Movement) -> bool {
    let mut words = movement.names().flat_map(|name| name.split(|letter: char| !letter.is_alphabetic()));
    words.any(|word| TRAVELLING.contains(&catalog::key(word).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_travels_may_have_a_distance() {
        let travelling = [
            "run", "row", "swim", "bike", "ski erg", "jump rope", "sled push", "sled pull", "rope sled pull", "farmer's carry",
            "yoke carry", "walking lunge", "lunge", "broad jump", "burpee broad jump", "bear crawl", "crab walk",
            "handstand walk", "rope climb", "legless rope climb", "wall walk", "inchworm", "plank walkout", "cartwheel",
            "monster walk", "lateral band walk", "walking knee hug", "Frankenstein walk", "high knees", "butt kick",
            "A-skip", "carioca", "duck walk", "medicine ball overhead throw", "medicine ball rotational throw",
            "medicine ball chest pass", "world's greatest stretch", "single-leg hop", "box step-over", "ruck", "lateral lunge",
        ];
        for name in travelling {
            let movement = catalog::find(&catalog::key(name)).unwrap_or_else(|| panic!("{name}"));
            assert!(!is_on_the_spot(movement), "{name}");
        }
        for name in catalog::names() {
            let movement = catalog::find(&catalog::key(name)).unwrap();
            if matches!(movement.pace, Some(MovementPace::PerDistance { .. })) {
                assert!(!is_on_the_spot(movement), "{name}");
            }
        }
    }

    #[test]
    fn what_stays_in_its_place_may_not() {
        for name in ["squat", "plank", "bench press", "deadlift", "pull-up", "child's pose", "wall sit", "dead hang"] {
            assert!(is_on_the_spot(catalog::find(&catalog::key(name)).unwrap()), "{name}");
        }
    }
}
