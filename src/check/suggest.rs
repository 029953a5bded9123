//! The pattern that a movement's name suggests, for the help on how to define it.

use super::program::Pattern;
use crate::diagnostic::list_or;

/// The words that most movements of a pattern have in their names.
const SUGGESTING: [(Pattern, &[&str]); 11] = [
    (Pattern::Squat, &["squat", "thruster"]),
    (Pattern::Hinge, &["deadlift", "hinge", "swing", "clean", "snatch", "bridge", "thrust", "morning"]),
    (Pattern::Lunge, &["lunge", "step-up"]),
    (Pattern::Push, &["press", "push", "push-up", "pushup", "dip", "handstand"]),
    (
        Pattern::Pull,
        &["row", "pull", "pull-up", "pullup", "chin-up", "pulldown", "pullover", "curl", "climb"],
    ),
    (Pattern::Carry, &["carry"]),
    (Pattern::Core, &["plank", "crunch", "sit-up", "situp", "hollow", "rollout"]),
    (Pattern::Rotation, &["twist", "chop", "rotation"]),
    (Pattern::Jump, &["jump", "hop", "bound", "skip"]),
    (Pattern::Locomotion, &["run", "sprint", "jog", "ride", "bike", "swim", "ski", "walk", "crawl"]),
    (Pattern::Mobility, &["stretch", "pose", "circle", "flow", "roll", "opener"]),
];

/// Returns how a movement is defined. The pattern is the one that its name suggests, or that of a movement `like` it. If
/// neither suggests one, all patterns are listed.
pub(super) fn definition(name: &str, like: Option<&str>) -> String {
    match suggested(name).or_else(|| suggested(like?)) {
        Some(pattern) => format!("define it: `movement \"{name}\" < pattern {} >`", pattern.name()),
        None => format!(
            "define it: `movement \"{name}\" < pattern … >`, the pattern one of {}",
            list_or(&Pattern::ALL.map(|(spelling, _)| spelling))
        ),
    }
}

/// Returns the pattern that a name suggests. The last word counts most: a `squat jump` is a jump.
fn suggested(name: &str) -> Option<Pattern> {
    let small = name.to_lowercase();
    let of_words = |word: &str| word.rsplit('-').find_map(of_word);
    small.split_whitespace().rev().find_map(|word| of_word(word).or_else(|| of_words(word)))
}

/// Returns the pattern that a word suggests, in the plural too.
fn of_word(word: &str) -> Option<Pattern> {
    let one = |word: &str| SUGGESTING.iter().find(|(_, words)| words.contains(&word)).map(|&(of, _)| of);
    one(word)
        .or_else(|| word.strip_suffix("es").and_then(one))
        .or_else(|| word.strip_suffix('s').and_then(one))
        .or_else(|| one(&format!("{}y", word.strip_suffix("ies")?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_that_says_something_counts() {
        for (name, pattern) in [
            ("zercher squats", Some(Pattern::Squat)),
            ("squat jump", Some(Pattern::Jump)),
            ("monkey run", Some(Pattern::Locomotion)),
            ("Cable Pull-Over", Some(Pattern::Pull)),
            ("dumbbell floor presses", Some(Pattern::Push)),
            ("odd-object carries", Some(Pattern::Carry)),
            ("bear-crawl", Some(Pattern::Locomotion)),
            ("dragon wiggle", None),
            ("trunk", None),
            ("", None),
        ] {
            assert_eq!(suggested(name), pattern, "{name}");
        }
    }
}
