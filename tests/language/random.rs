//! The laws on random text: nothing that can be typed breaks the compiler.

use proptest::prelude::*;
use wodc::emit::Format;

use crate::input::Input;
use crate::laws::{
    assert_a_check_says_what_a_build_says, assert_braces_make_no_difference, assert_diagnostics_are_sound,
    assert_errors_give_nothing, assert_line_ends_make_no_difference, assert_timelines_add_up,
};
use crate::mutation::slips;

/// The language's own words and signs, and a few that are none.
pub const WORDS: &[&str] = &[
    "\n",
    "\n",
    "\n",
    ";",
    "<",
    "<",
    ">",
    ">",
    "{",
    "}",
    "#",
    "\"",
    "\"",
    "“",
    "”",
    "\\",
    ",",
    "@",
    "/",
    "-",
    "–",
    "+",
    "..",
    "...",
    "%",
    "$",
    "'",
    ":",
    "|",
    "\r",
    "\t",
    "\u{a0}",
    "×",
    "x",
    "x10",
    "3x",
    "workout \"W\" for lift, much 5 <",
    "workout \"V\" for much",
    "do \"W\" with",
    "with lift squat",
    "lift",
    "much",
    "\"{lift} {much}\"",
    "0",
    "1",
    "2",
    "10",
    "30s",
    "15s",
    "2min",
    "5m",
    "1:30",
    "1:75",
    "400m",
    "5k",
    "20cal",
    "24kg",
    "2x24kg",
    "43/30kg",
    "8-12",
    "5-3",
    "1.5",
    "1,5",
    "99999999999999999999",
    "60%",
    "rpe",
    "rir",
    "zone",
    "slope",
    "pace",
    "of",
    "to",
    "by",
    "and",
    "or",
    "per",
    "each",
    "leg",
    "side",
    "direction",
    "alternating",
    "right",
    "left",
    "max",
    "tempo",
    "3-1-1-0",
    "31X1",
    "rest",
    "until",
    "ready",
    "day",
    "every",
    "between",
    "rounds",
    "movements",
    "round",
    "set",
    "week",
    "session",
    "work",
    "ladder",
    "cap",
    "switch",
    "transition",
    "circuit",
    "superset",
    "amrap",
    "emom",
    "tabata",
    "for time",
    "warmup",
    "cooldown",
    "section",
    "title",
    "note",
    "record",
    "do",
    "use",
    "tags",
    "level",
    "scale",
    "pain",
    "beginner",
    "allow",
    "sets-inside-rounds",
    "expect",
    "duration",
    "equipment",
    "none",
    "at most",
    "workout",
    "movement",
    "athlete",
    "plan",
    "weeks",
    "starts",
    "monday",
    "instead",
    "also",
    "pattern",
    "muscles",
    "squat",
    "plank",
    "run",
    "side plank",
    "frobnicate",
    "\"text\"",
    "\"Legs\"",
    "+5s each round",
    "-10kg",
    "bodyweight",
    "bw",
    "partner",
    "station",
    "only",
];

fn assert_lawful(input: &Input) {
    let compilation = input.compile(None, &Format::plain().collect::<Vec<_>>());
    assert_diagnostics_are_sound(&compilation);
    assert_errors_give_nothing(&compilation);
    assert_timelines_add_up(&compilation);
    assert_line_ends_make_no_difference(input);
}

/// Says how many random texts are tried, unless `PROPTEST_CASES` does. No file is kept of those that fail, since the
/// message holds their text.
pub fn config(cases: u32) -> ProptestConfig {
    let chosen = std::env::var("PROPTEST_CASES").is_ok();
    let default = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if chosen { default } else { ProptestConfig { cases, ..default } }
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        assert_lawful(&Input::of(text));
    }

    #[test]
    fn any_signs_of_a_keyboard_are_read(text in "[ -~\n\r\té×–“”]{0,200}") {
        assert_lawful(&Input::of(text));
    }

    #[test]
    fn any_words_of_the_language_are_read(words in prop::collection::vec(prop::sample::select(WORDS), 0..40)) {
        let input = Input::of(words.join(" "));
        assert_lawful(&input);
    }

    #[test]
    fn files_with_slips_are_read(input in slips()) {
        assert_lawful(&input);
        assert_braces_make_no_difference(&input);
        assert_a_check_says_what_a_build_says(&input);
    }
}
