//! Names that the catalogue does not have, made of one that it has: `sandbag front squat`, `paused push-up`.

use std::borrow::Cow;

use super::kit::Kit;
use super::movement::{BodyHalf, Movement, Pattern};
use super::respell::respelt;
use super::{find, key};

/// A name of more words is a sentence.
const MOST_WORDS: usize = 9;

/// How many words may be taken away from a name until one is left that is known: `single-arm` and `cable`, for instance.
const MOST_TAKEN: usize = 2;

/// Manners in which a movement looks the same: only its time differs.
const TIMED: [&str; 5] = ["paused", "pause", "tempo", "eccentric", "slow"];

/// Words that say how a movement is done, and leave its equipment as it is.
const MANNERS: [&[&str]; 17] = [
    &["paused"],
    &["pause"],
    &["tempo"],
    &["eccentric"],
    &["slow"],
    &["explosive"],
    &["wide", "grip"],
    &["close", "grip"],
    &["narrow", "grip"],
    &["neutral", "grip"],
    &["reverse", "grip"],
    &["mixed", "grip"],
    &["underhand"],
    &["overhand"],
    &["wide", "stance"],
    &["narrow", "stance"],
    &["close", "stance"],
];

/// Words at the end of a name that say no more of it.
const EMPTY_ENDINGS: [&str; 3] = ["pose", "exercise", "drill"];

/// Words between a movement and its equipment: `lunge with a sandbag`.
const BETWEEN: [&str; 7] = ["with", "using", "on", "in", "a", "an", "the"];

/// Finds a movement by its name as written: one of the catalogue, or a [`variation`] of one.
pub fn look_up(name: &str) -> Option<Cow<'static, Movement>> {
    find(&key(name)).map(Cow::Borrowed).or_else(|| variation(name))
}

/// Returns what a name means that the catalogue does not have: a movement of the catalogue where only the spelling
/// differs, otherwise one with other equipment or another manner under the name as written, with short
/// forms spelt out. The first of its other
/// names is the one that all spellings share.
pub fn variation(name: &str) -> Option<Cow<'static, Movement>> {
    // Respelt, two words may become one.
    if name.split_whitespace().nth(2 * MOST_WORDS).is_some() {
        return None;
    }
    let words = respelt(name);
    if words.len() > MOST_WORDS {
        return None;
    }
    match of_words(&words, MOST_TAKEN)? {
        Cow::Borrowed(movement) => Some(Cow::Borrowed(movement)),
        Cow::Owned(mut movement) => {
            // Short forms are spelt out, since the name is shown and spoken.
            let in_full = words.join(" ");
            let written = super::single_blanks(name);
            let written = if key(&in_full) == key(&written) { written } else { in_full };
            movement.id = super::slug(&written);
            movement.also = vec![std::mem::replace(&mut movement.name, written)];
            Some(Cow::Owned(movement))
        }
    }
}

/// Finds the movement that some words mean, of which so many words may be taken away.
fn of_words(words: &[&str], most_taken: usize) -> Option<Cow<'static, Movement>> {
    if words.is_empty() {
        return None;
    }
    if let Some(movement) = find(&key(&words.join(" "))) {
        return Some(Cow::Borrowed(movement));
    }
    if let [rest @ .., last] = words
        && EMPTY_ENDINGS.contains(&key(last).as_str())
        && let Some(movement) = find(&key(&rest.join(" ")))
    {
        return Some(Cow::Borrowed(movement));
    }
    let fewer = most_taken.checked_sub(1)?;
    let places = || (0..words.len()).flat_map(|at| [(at, 2), (at, 1)]);
    let with_kit = places().find_map(|(at, length)| {
        let kit = Kit::called(words.get(at..at + length)?)?;
        with_kit(kit, words.get(..at)?, words.get(at + length..)?, fewer)
    });
    with_kit.or_else(|| {
        places().find_map(|(at, length)| {
            let manner = words.get(at..at + length)?;
            let rest = [words.get(..at)?, words.get(at + length..)?].concat();
            let change = change_of(manner)?;
            in_manner(&manner.join(" "), change, of_words(&rest, fewer)?)
        })
    })
}

/// Finds a movement by the words around those of equipment.
fn with_kit(kit: &Kit, before: &[&str], after: &[&str], most_taken: usize) -> Option<Cow<'static, Movement>> {
    let is_between = |word: &&str| BETWEEN.contains(&word.to_lowercase().as_str());
    let kept = before.iter().rposition(|word| !is_between(word)).map_or(0, |last| last + 1);
    let rest = [before.get(..kept)?, after].concat();
    // The catalogue may have it with its words in another order.
    let in_order = (0..=rest.len()).find_map(|at| {
        let (first, last) = rest.split_at_checked(at)?;
        find(&key(&[first, &[kit.name], last].concat().join(" ")))
    });
    if let Some(movement) = in_order {
        return Some(Cow::Borrowed(movement));
    }
    let has_kit = (0..rest.len()).any(|at| {
        [1, 2]
            .into_iter()
            .any(|length| rest.get(at..at + length).is_some_and(|words| Kit::called(words).is_some()))
    });
    if has_kit && !kit.is_added() {
        return None;
    }
    // Alone, `row` is the machine, which nobody lifts.
    let is_row = matches!(rest.as_slice(), [one] if key(one) == "row");
    let known = if is_row { of_words(&["bent", "over", "row"], 0) } else { of_words(&rest, most_taken) }?;
    // The catalogue may have it under the base's own name: `weighted pistol` is a weighted pistol squat.
    if let Some(movement) = find(&key(&format!("{} {}", kit.name, known.name))) {
        return Some(Cow::Borrowed(movement));
    }
    let movement = kit.over(&known)?;
    if *known == movement { Some(known) } else { Some(Cow::Owned(movement)) }
}

/// A change of a movement; none where it makes no sense.
type Change = fn(&Movement) -> Option<Movement>;

/// Returns a movement as it is done in a manner. It is the same movement where it is always done so.
fn in_manner(manner: &str, change: Change, known: Cow<'static, Movement>) -> Option<Cow<'static, Movement>> {
    let changed = change(&known)?;
    let is_always_so = changed.sides_alternate && changed == *known;
    if is_always_so {
        return Some(known);
    }
    let name = format!("{manner} {}", known.name);
    // Another position, another grip, or one side alone would be another picture.
    let looks_the_same = TIMED.iter().any(|timed| key(timed) == key(manner));
    let figure = changed.figure.clone().filter(|_| looks_the_same);
    let (also, easier, harder) = (Vec::new(), Vec::new(), Vec::new());
    Some(Cow::Owned(Movement { name, also, easier, harder, figure, ..changed }))
}

/// Returns what words of a manner change in a movement.
fn change_of(manner: &[&str]) -> Option<Change> {
    let keys: Vec<String> = manner.iter().map(|word| key(word)).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    match keys.as_slice() {
        ["single", "arm"] => Some(on_one_arm),
        ["single", "leg"] => Some(on_one_leg),
        ["alternating"] => Some(in_turns),
        ["seated"] => Some(on_a_seat),
        ["standing"] => Some(on_the_feet),
        ["kneeling"] | ["half" | "tall", "kneeling"] => Some(in_place),
        ["lying"] | ["supine"] | ["prone"] | ["side", "lying"] => Some(on_the_floor),
        other => MANNERS.contains(&other).then_some(on_the_spot as Change),
    }
}

/// One arm works at a time, and bears less.
fn on_one_arm(movement: &Movement) -> Option<Movement> {
    use Pattern::{Carry, Core, Pull, Push, Rotation};
    let fits = matches!(movement.pattern, Some(Push | Pull | Carry | Core | Rotation));
    fits.then(|| by_half(movement, BodyHalf::Arm, false))
}

/// One leg works at a time, and bears less.
fn on_one_leg(movement: &Movement) -> Option<Movement> {
    use Pattern::{Core, Hinge, Jump, Lunge, Mobility, Squat};
    let fits = matches!(movement.pattern, Some(Squat | Hinge | Lunge | Jump | Core | Mobility));
    fits.then(|| by_half(movement, BodyHalf::Leg, false))
}

/// The halves take turns: those it is worked by, or the arms in a push or a pull.
fn in_turns(movement: &Movement) -> Option<Movement> {
    use Pattern::{Pull, Push};
    let arms = matches!(movement.pattern, Some(Push | Pull)).then_some(BodyHalf::Arm);
    let half = movement.sides.or(arms)?;
    Some(by_half(movement, half, true))
}

/// Tells whether a movement can be done in another position and stay what it is.
fn keeps_its_place(movement: &Movement) -> bool {
    use Pattern::{Core, Mobility, Pull, Push, Rotation};
    matches!(movement.pattern, Some(Push | Pull | Core | Rotation | Mobility))
}

/// It is done on a bench where weights are lifted, otherwise on a chair. Cables and machines have seats.
fn on_a_seat(movement: &Movement) -> Option<Movement> {
    let has = |names: &[&str]| movement.equipment.iter().any(|own| names.contains(&own.as_str()));
    let seat = if has(&["bench", "chair", "machine", "cable machine", "box", "wall", "stability ball"]) {
        None
    } else if has(&["dumbbell", "barbell", "kettlebell", "ez bar", "plate", "log", "sandbag"]) {
        Some("bench")
    } else {
        Some("chair")
    };
    let mut equipment: Vec<String> = movement.equipment.iter().filter(|own| *own != "mat").cloned().collect();
    equipment.extend(seat.map(str::to_owned));
    keeps_its_place(movement).then(|| Movement { equipment, ..movement.clone() })
}

/// What one sits or lies on is not needed.
fn on_the_feet(movement: &Movement) -> Option<Movement> {
    let is_seat = |own: &&String| matches!(own.as_str(), "mat" | "chair" | "bench");
    let equipment = movement.equipment.iter().filter(|own| !is_seat(own)).cloned().collect();
    keeps_its_place(movement).then(|| Movement { equipment, ..movement.clone() })
}

/// The equipment is the same.
fn in_place(movement: &Movement) -> Option<Movement> {
    keeps_its_place(movement).then(|| movement.clone())
}

/// A stretch or an exercise for the trunk is done lying.
fn on_the_floor(movement: &Movement) -> Option<Movement> {
    let lies = matches!(movement.pattern, Some(Pattern::Core | Pattern::Mobility));
    let equipment = movement.equipment.iter().filter(|own| *own != "chair").cloned().collect();
    lies.then(|| Movement { equipment, ..movement.clone() })
}

/// Nothing changes but the name. Runs and rides have names of their own for their kinds.
fn on_the_spot(movement: &Movement) -> Option<Movement> {
    (movement.pattern != Some(Pattern::Locomotion)).then(|| movement.clone())
}

/// Returns a movement as it is done by one half of the body at a time, or by both in turn.
fn by_half(movement: &Movement, half: BodyHalf, sides_alternate: bool) -> Movement {
    let load = if movement.sides == Some(half) { movement.load } else { None };
    Movement { sides: Some(half), sides_alternate, load, ..movement.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str) -> Movement {
        look_up(name).unwrap_or_else(|| panic!("{name} is not known")).into_owned()
    }

    #[test]
    fn words_of_equipment_make_a_variation_with_that_equipment() {
        for (name, equipment) in [
            ("sandbag front squat", &["sandbag"][..]),
            ("Sandbag Front-Squats", &["sandbag"]),
            ("front squats with a sandbag", &["sandbag"]),
            ("kettlebell step-up", &["kettlebell", "box"]),
            ("KB step ups", &["kettlebell", "box"]),
            ("med ball Russian twist", &["medicine ball"]),
            ("weighted pistol", &["kettlebell"]),
            ("weighted crunch", &["plate"]),
            ("smith bench press", &["machine", "bench"]),
            ("TRX inverted row", &["suspension trainer"]),
            ("landmine bent-over row", &["barbell", "landmine"]),
            ("barbell shrimp squat", &["barbell"]),
            ("banded archer pull-up", &["band", "pull-up bar"]),
            ("seated Zottman curl", &["dumbbell", "bench"]),
            ("half-kneeling kettlebell press", &["kettlebell"]),
        ] {
            let movement = found(name);
            assert_eq!(movement.equipment, equipment, "{name}");
            assert!(movement.known && movement.pattern.is_some() && !movement.muscles.is_empty(), "{name}");
        }
        let squat = found("sandbag front squat");
        assert_eq!((&*squat.name, &*squat.id), ("sandbag front squat", "sandbag-front-squat"));
        assert_eq!(squat.muscles, found("front squat").muscles);
        assert!(!squat.cues.iter().any(|cue| cue.contains("bar")), "{:?}", squat.cues);
    }

    #[test]
    fn all_spellings_of_a_variation_share_a_name() {
        let shared = |name| found(name).also.first().cloned();
        assert_eq!(shared("KB step ups"), Some("kettlebell step-up".into()));
        for name in ["kettlebell step up", "Step-up with kettlebell", "KB box step-ups"] {
            assert_eq!(shared(name), shared("KB step ups"), "{name}");
        }
        assert_ne!(shared("paused push-up"), shared("slow push-up"));
    }

    #[test]
    fn the_catalogue_comes_first() {
        for (name, own) in [
            ("DB curl", "biceps curl"),
            ("single leg KB Romanian deadlift", "kettlebell single-leg deadlift"),
            ("barbell Pendlay row", "Pendlay row"),
            ("bodyweight burpee", "burpee"),
            ("warrior two pose", "warrior two"),
            ("alternating reverse lunge", "reverse lunge"),
        ] {
            assert_eq!(found(name).name, own, "{name}");
        }
    }

    #[test]
    fn one_half_at_a_time_is_a_manner() {
        let half = |name| (found(name).sides, found(name).sides_alternate);
        assert_eq!(half("single-arm cable curl"), (Some(BodyHalf::Arm), false));
        assert_eq!(half("1-arm lat pulldown"), (Some(BodyHalf::Arm), false));
        assert_eq!(half("alternating hammer curl"), (Some(BodyHalf::Arm), true));
        assert_eq!(half("single-leg frog pump"), (Some(BodyHalf::Leg), false));
    }

    #[test]
    fn a_variation_that_looks_the_same_keeps_the_figure() {
        let base = found("goblet squat").figure;
        assert!(base.is_some());
        for name in
            ["paused goblet squat", "tempo goblet squats", "slow goblet squat", "goblet squat exercise"]
        {
            assert_eq!(found(name).figure, base, "{name}");
        }
        for name in [
            "banded goblet squat",
            "sandbag goblet squat",
            "wide-stance goblet squat",
            "single-leg goblet squat",
        ] {
            assert_eq!(found(name).figure, None, "{name}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_not_known() {
        for name in [
            "machine run",
            "dumbbell bike",
            "dumbbell kettlebell press",
            "single-leg biceps curl",
            "dumbbell",
        ] {
            assert_eq!(look_up(name), None, "{name}");
        }
        assert_eq!(look_up(&"band ".repeat(200)), None);
    }
}
