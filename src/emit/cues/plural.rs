//! The plural of a movement's name, where English has a safe one.

/// Last words of movements that are counted one by one. Any other name is said as it stands, with "reps" for the count.
const COUNTED: &[&str] = &[
    "ball",
    "bird",
    "bound",
    "bow",
    "bridge",
    "bug",
    "burpee",
    "chin-up",
    "circle",
    "clean",
    "climber",
    "cluster",
    "crunch",
    "curl",
    "deadlift",
    "dip",
    "dislocate",
    "dog",
    "drop",
    "extension",
    "fly",
    "get-up",
    "getup",
    "hinge",
    "hop",
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
    "march",
    "muscle-up",
    "pass",
    "pike",
    "press",
    "press-up",
    "pull-apart",
    "pull-up",
    "pulldown",
    "pullover",
    "push-up",
    "pushdown",
    "raise",
    "reach",
    "rise",
    "rollout",
    "rotation",
    "row",
    "shrug",
    "sit-up",
    "skater",
    "slam",
    "snatch",
    "snap",
    "squat",
    "step",
    "step-down",
    "step-up",
    "superman",
    "swing",
    "throw",
    "thrust",
    "thruster",
    "toss",
    "touch",
    "tuck",
    "turn",
    "twist",
    "under",
    "v-up",
    "walkout",
    "windmill",
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
            ["back squat", "push-up", "bench press", "crunch", "reverse fly", "double-under"].map(plural);
        let expected =
            ["back squats", "push-ups", "bench presses", "crunches", "reverse flies", "double-unders"];
        assert_eq!(plurals, expected.map(|name| Some(name.to_owned())));
    }

    #[test]
    fn any_other_name_is_left_alone() {
        for name in ["squats", "toes to bar", "run", "plank", "entraînement en côte", "深蹲", ""] {
            assert_eq!(plural(name), None, "{name}");
        }
    }
}
