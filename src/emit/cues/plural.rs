//! The plural of a movement's name, where English has a safe one.

/// Last words of movements that are counted one by one. Any other name is said as it is written, with "reps" for the count.
const COUNTED: &[&str] = &[
    "abduction",
    "adduction",
    "airplane",
    "ball",
    "bend",
    "bird",
    "bound",
    "bow",
    "bridge",
    "bug",
    "burpee",
    "chin-up",
    "chop",
    "circle",
    "clamshell",
    "clean",
    "climb",
    "climber",
    "cluster",
    "crunch",
    "crusher",
    "curl",
    "deadlift",
    "dip",
    "dislocate",
    "dog",
    "dorsiflexion",
    "drop",
    "extension",
    "fly",
    "get-up",
    "getup",
    "halo",
    "hinge",
    "hop",
    "hydrant",
    "hyperextension",
    "inchworm",
    "jack",
    "jerk",
    "jump",
    "kick",
    "kickback",
    "knee-up",
    "leap",
    "lift",
    "lunge",
    "maker",
    "march",
    "morning",
    "muscle-up",
    "over",
    "pass",
    "pass-through",
    "pick-up",
    "pike",
    "press",
    "press-up",
    "pull",
    "pull-apart",
    "pull-through",
    "pull-up",
    "pulldown",
    "pullover",
    "pulse",
    "pump",
    "punch",
    "push-up",
    "pushdown",
    "raise",
    "reach",
    "rise",
    "rock",
    "rock-back",
    "rollout",
    "rotation",
    "row",
    "salutation",
    "saw",
    "scrunch",
    "shrug",
    "sit-up",
    "skater",
    "skip",
    "slam",
    "slide",
    "snap",
    "snatch",
    "squat",
    "squeeze",
    "step",
    "step-down",
    "step-over",
    "step-up",
    "superman",
    "sweep",
    "swing",
    "switch",
    "tap",
    "throw",
    "thrust",
    "thruster",
    "tilt",
    "toss",
    "touch",
    "tuck",
    "tuck-up",
    "turn",
    "twist",
    "under",
    "up-down",
    "v-up",
    "walkout",
    "windmill",
    "wiper",
];

/// Returns the plural of a name whose last word is a thing that can be counted.
pub(super) fn plural(name: &str) -> Option<String> {
    let last = name.rsplit(' ').next()?;
    let lower = last.to_ascii_lowercase();
    let part = lower.rsplit('-').next().unwrap_or(&lower);
    if ![lower.as_str(), part].iter().any(|word| COUNTED.contains(word)) {
        return None;
    }
    if let Some(stem) = name.strip_suffix("fly") {
        return Some(format!("{stem}flies"));
    }
    let hisses = ["s", "x", "ch", "sh"].iter().any(|ending| lower.ends_with(ending));
    Some(format!("{name}{}", if hisses { "es" } else { "s" }))
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn what_can_be_counted_gets_its_plural() {
        let plurals =
            ["back squat", "push-up", "bench press", "crunch", "reverse fly", "good morning"].map(plural);
        let expected =
            ["back squats", "push-ups", "bench presses", "crunches", "reverse flies", "good mornings"];
        assert_eq!(plurals, expected.map(|name| Some(name.to_owned())));
    }

    #[test]
    fn any_other_name_is_left_alone() {
        for name in ["squats", "toes to bar", "run", "plank", "entraînement en côte", "深蹲", ""] {
            assert_eq!(plural(name), None, "{name}");
        }
    }
}
