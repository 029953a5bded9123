//! The shapes: each a way for a file to grow without end.

/// A way for a file to grow.
pub struct Shape {
    /// Its name, in the table and on the command line.
    pub name: &'static str,
    /// Returns a text of about so many bytes.
    pub text: fn(usize) -> String,
}

/// All shapes. Most of them are mistakes, since those are easily forgotten.
pub const SHAPES: &[Shape] = &[
    // Ordinary workouts.
    Shape { name: "ordinary workouts", text: |bytes| crate::ordinary::ordinary(bytes / 18) },
    Shape { name: "one long workout", text: |bytes| lines(bytes, |_| "squat 10 @ 60kg\nrest 30s\n".into()) },
    Shape {
        name: "sets that differ",
        text: |bytes| lines(bytes, |_| "squat 5 @ 60kg, 3 @ 80kg, 1+ @ 90kg\n".into()),
    },
    Shape {
        name: "supersets",
        text: |bytes| lines(bytes, |_| "superset rounds 3 < squat 5; push-up 5 >\n".into()),
    },
    Shape {
        name: "intervals",
        text: |bytes| lines(bytes, |_| "emom 4min alternating < squat 5; row 9cal >\n".into()),
    },
    Shape {
        name: "alternatives",
        text: |bytes| lines(bytes, |_| "run 400m or row 500m or bike 1km\n".into()),
    },
    Shape {
        name: "notes",
        text: |bytes| workouts(bytes, |_| "squat 5; note \"breathe\"; record \"weight\"".into()),
    },
    Shape {
        name: "cues in their places",
        text: |bytes| lines(bytes, |at| format!("squat 5 \"cue number {at}\"\n")),
    },
    Shape { name: "tags", text: |bytes| list(bytes, "tags t0", |at| format!(", t{at}"), "\nsquat 5\n") },
    Shape {
        name: "remarks",
        text: |bytes| lines(bytes, |at| format!("squat 5  # remark {at}\n# and one more\n")),
    },
    Shape {
        name: "silenced rules",
        text: |bytes| lines(bytes, |_| "allow no-warmup \"it is light\"\nsquat 5\n".into()),
    },
    Shape {
        name: "levels",
        text: |bytes| workouts(bytes, |_| "level beginner; squat 8-12 or lunge 6-10".into()),
    },
    // Titles and references to them.
    Shape {
        name: "one title for all",
        text: |bytes| lines(bytes, |_| "workout \"Legs\" < squat 5 >\n".into()),
    },
    Shape {
        name: "titles but for capitals",
        text: |bytes| {
            lines(bytes, |at| {
                format!("workout \"{}\" < squat 5 >\n", if at % 2 == 0 { "LEGS" } else { "legs" })
            })
        },
    },
    Shape {
        name: "workouts done by the next",
        text: |bytes| {
            let next = |at: usize| {
                format!("workout \"{at}\" < squat 5; do \"{}\" >\n", at.wrapping_sub(at % 8).min(at))
            };
            lines(bytes, next)
        },
    },
    Shape {
        name: "one workout done again",
        text: |bytes| {
            list(bytes, "workout \"A\" < squat 5 >\nworkout \"B\" <\n", |_| "do \"A\"\n".into(), ">\n")
        },
    },
    Shape { name: "workouts nobody wrote", text: |bytes| lines(bytes, |at| format!("do \"none {at}\"\n")) },
    Shape {
        name: "a ring of workouts",
        text: |bytes| {
            let count = bytes / 30;
            (0..count).map(|at| format!("workout \"w{at}\" < do \"w{}\" >\n", (at + 1) % count)).collect()
        },
    },
    // Movements.
    Shape {
        name: "names nobody knows",
        text: |bytes| lines(bytes, |at| format!("qwertz {} 10\n", word(at))),
    },
    Shape { name: "one name nobody knows", text: |bytes| lines(bytes, |_| "zorbing 10\n".into()) },
    Shape {
        name: "slips in names",
        text: |bytes| lines(bytes, |_| "sqat 10; pussh-up 5; plnak 30s\n".into()),
    },
    Shape { name: "one long name", text: |bytes| format!("{} 10\n", "lunge ".repeat(bytes / 6)) },
    Shape {
        name: "long names",
        text: |bytes| lines(bytes, |at| format!("{}{at} 10\n", "very ".repeat(200))),
    },
    Shape {
        name: "definitions",
        text: |bytes| {
            lines(bytes, |at| format!("movement \"own {at}\" < pattern squat; cue \"down\" >\nown {at} 10\n"))
        },
    },
    Shape {
        name: "definitions of one name",
        text: |bytes| lines(bytes, |_| "movement \"own\" < pattern squat >\n".into()),
    },
    Shape {
        name: "one other name for all",
        text: |bytes| lines(bytes, |at| format!("movement \"own {at}\" < also \"mine\" >\n")),
    },
    Shape {
        name: "other names of one",
        text: |bytes| {
            list(bytes, "movement \"own\" <\n  also \"o\"", |at| format!(", \"o {at}\""), "\n>\nown 10\n")
        },
    },
    Shape {
        name: "a chain of easier forms",
        text: |bytes| {
            let one = |at: usize| format!("movement \"m {at}\" < easier \"m {}\" >\nm {at} 8-12\n", at + 1);
            "level beginner\n".to_owned() + &lines(bytes, one)
        },
    },
    Shape {
        name: "cues of one movement",
        text: |bytes| {
            list(bytes, "movement \"own\" <\n", |at| format!("  cue \"cue {at}\"\n"), ">\nown 10\n")
        },
    },
    // Athletes.
    Shape {
        name: "athletes",
        text: |bytes| lines(bytes, |at| format!("athlete \"A{at}\" < bodyweight 70kg >\nsquat 5 @ 80%\n")),
    },
    Shape {
        name: "athletes of one name",
        text: |bytes| lines(bytes, |_| "athlete \"Sam\" < bodyweight 70kg >\n".into()),
    },
    Shape {
        name: "maxes of one athlete",
        text: |bytes| {
            list(
                bytes,
                "athlete \"Sam\" <\n",
                |at| format!("  max own {} 60kg\n", word(at)),
                ">\nsquat 5 @ 80%\n",
            )
        },
    },
    Shape {
        name: "figures nobody lists",
        text: |bytes| {
            "athlete \"Sam\" < bodyweight 70kg >\n".to_owned()
                + &lines(bytes, |at| format!("run 5km @ {} pace\n", word(at)))
        },
    },
    // Plans.
    Shape {
        name: "plans",
        text: |bytes| {
            lines(bytes, |at| format!("plan \"P{at}\" weeks 4 < every week < monday < run 5km > > >\n"))
        },
    },
    Shape {
        name: "blocks of weeks",
        text: |bytes| {
            list(
                bytes,
                "plan \"P\" weeks 52 <\n",
                |at| format!("week {} < monday < run 5km > >\n", at % 52 + 1),
                ">\n",
            )
        },
    },
    Shape {
        name: "days of a week",
        text: |bytes| {
            list(bytes, "plan \"P\" weeks 2 < every week <\n", |_| "monday < run 5km >\n".into(), "> >\n")
        },
    },
    Shape {
        name: "sessions of a day",
        text: |bytes| {
            list(
                bytes,
                "plan \"P\" weeks 1 < week 1 < monday <\n",
                |_| "run 5km +1km each week\n".into(),
                "> > >\n",
            )
        },
    },
    Shape {
        name: "weeks in lists",
        text: |bytes| {
            list(
                bytes,
                "plan \"P\" weeks 52 < weeks 1",
                |at| format!(", {}", at % 52 + 1),
                " < monday < run 5km > > >\n",
            )
        },
    },
    // Nesting.
    Shape {
        name: "blocks in blocks",
        text: |bytes| lines(bytes, |_| format!("{}squat 5{}\n", "section < ".repeat(40), " >".repeat(40))),
    },
    Shape {
        name: "blocks too deep",
        text: |bytes| format!("{}squat 5{}\n", "section < ".repeat(bytes / 12), " >".repeat(bytes / 12)),
    },
    Shape {
        name: "blocks never closed",
        text: |bytes| lines(bytes, |_| "circuit rounds 2 < squat 5\n".into()),
    },
    Shape { name: "opened", text: |bytes| "<".repeat(bytes) },
    Shape { name: "closed", text: |bytes| ">".repeat(bytes) },
    Shape { name: "opened and closed", text: |bytes| "<>".repeat(bytes / 2) },
    Shape { name: "opened on each line", text: |bytes| "<\n".repeat(bytes / 2) },
    // Texts.
    Shape {
        name: "one long text",
        text: |bytes| format!("note \"{}\"\nsquat 5\n", "word ".repeat(bytes / 5)),
    },
    Shape {
        name: "one long title",
        text: |bytes| format!("title \"{}\"\nsquat 5\n", "word ".repeat(bytes / 5)),
    },
    Shape {
        name: "backslashes in a text",
        text: |bytes| format!("note \"{}\"\nsquat 5\n", "\\".repeat(bytes)),
    },
    Shape {
        name: "odd backslashes",
        text: |bytes| format!("note \"{}\"\nsquat 5\n", "\\a".repeat(bytes / 2)),
    },
    Shape { name: "backslashes outside", text: |bytes| "\\".repeat(bytes) },
    Shape {
        name: "quotes within",
        text: |bytes| format!("note \"{}\"\nsquat 5\n", "\\\"".repeat(bytes / 2)),
    },
    Shape { name: "quotes", text: |bytes| "\"".repeat(bytes) },
    Shape {
        name: "quotes never closed",
        text: |bytes| lines(bytes, |_| "note \"breathe\nsquat 5 \"\n".into()),
    },
    Shape {
        name: "curly quotes", text: |bytes| format!("note “{}”\nsquat 5\n", "“a” ".repeat(bytes / 8))
    },
    Shape {
        name: "curly quotes opened",
        text: |bytes| format!("note “{}\nsquat 5\n", "“".repeat(bytes / 3)),
    },
    // Letters.
    Shape { name: "CRLF", text: |bytes| lines(bytes, |_| "squat 10 @ 60kg\r\nrest 30s\r\n".into()) },
    Shape { name: "CR", text: |bytes| lines(bytes, |_| "squat 10 @ 60kg\rrest 30s\r".into()) },
    Shape {
        name: "astral letters",
        text: |bytes| lines(bytes, |at| format!("squat 5 \"🏋🏽‍♀️ {at} 𝔘𝔭\"\n𝔖𝔮𝔲𝔞𝔱 10\n")),
    },
    Shape {
        name: "marks upon marks",
        text: |bytes| format!("note \"a{}\"\nsquat 5\n", "\u{301}\u{316}".repeat(bytes / 4)),
    },
    Shape { name: "marks in a name", text: |bytes| format!("a{} 5\n", "\u{301}\u{316}".repeat(bytes / 4)) },
    Shape {
        name: "odd blanks",
        text: |bytes| lines(bytes, |_| "squat\u{a0}\u{2003}10\u{3000}@ 60kg\u{2028}".into()),
    },
    Shape { name: "controls", text: |bytes| "\u{0}\u{7}\u{1b}\u{202e}".repeat(bytes / 6) },
    Shape { name: "blanks", text: |bytes| format!("squat{}10\n", " ".repeat(bytes)) },
    Shape { name: "empty lines", text: |bytes| "\n".repeat(bytes) },
    Shape { name: "semicolons", text: |bytes| format!("squat 5{}\n", " ; ".repeat(bytes / 3)) },
    Shape { name: "one remark", text: |bytes| format!("squat 5 #{}\n", " a".repeat(bytes / 2)) },
    // Figures.
    Shape {
        name: "a ladder",
        text: |bytes| format!("for time ladder 9{} < squat >\n", "-8-9".repeat(bytes / 4)),
    },
    Shape {
        name: "ladders",
        text: |bytes| lines(bytes, |_| "for time ladder 21-15-9 < squat; burpee >\n".into()),
    },
    Shape { name: "sets in a list", text: |bytes| format!("run 5min{}\n", ", 3min".repeat(bytes / 6)) },
    Shape { name: "one long figure", text: |bytes| format!("squat {}\n", "9".repeat(bytes)) },
    Shape { name: "figures", text: |bytes| format!("squat{}\n", " 5".repeat(bytes / 2)) },
    Shape { name: "clocks", text: |bytes| format!("run 1{}\n", ":30".repeat(bytes / 3)) },
    Shape {
        name: "steps of a figure",
        text: |bytes| format!("squat 5{}\n", " +1 each set".repeat(bytes / 12)),
    },
    Shape { name: "targets", text: |bytes| format!("squat 5 @ 60kg{}\n", " and rpe 8".repeat(bytes / 10)) },
    Shape { name: "signs of a target", text: |bytes| format!("squat 5 {}\n", "@ ".repeat(bytes / 2)) },
    Shape { name: "commas", text: |bytes| format!("squat 5{}\n", ", ".repeat(bytes / 2)) },
    Shape { name: "or", text: |bytes| format!("squat 5{}\n", " or".repeat(bytes / 3)) },
    Shape {
        name: "alternatives of one",
        text: |bytes| format!("squat 5{}\n", " or lunge 5".repeat(bytes / 11)),
    },
    Shape { name: "sides", text: |bytes| format!("squat 5{}\n", " per leg".repeat(bytes / 8)) },
    Shape {
        name: "words that end names",
        text: |bytes| format!("squat{} 5\n", " right left max".repeat(bytes / 15)),
    },
    Shape {
        name: "options of a block",
        text: |bytes| format!("circuit{} < squat 5 >\n", " rounds 3".repeat(bytes / 9)),
    },
    Shape {
        name: "texts behind a mistake",
        text: |bytes| format!("squat 5 0 ( {}\n", "\"a\" ".repeat(bytes / 4)),
    },
    Shape { name: "headings", text: |bytes| lines(bytes, |_| "STRENGTH\nsquat 10\n".into()) },
    Shape { name: "labels", text: |bytes| lines(bytes, |_| "A1 squat 3x5\n".into()) },
    Shape {
        name: "commas between steps",
        text: |bytes| lines(bytes, |_| "10 squats, 5 lunges, 3 burpees, foo\n".into()),
    },
    // Many mistakes of a kind.
    Shape { name: "doses before names", text: |bytes| lines(bytes, |_| "10 burpees\n".into()) },
    Shape { name: "units forgotten", text: |bytes| lines(bytes, |_| "rest 5\nplank 30\n".into()) },
    Shape { name: "wrong units", text: |bytes| lines(bytes, |_| "rest 5m\nsquat 5 @ 20furlong\n".into()) },
    Shape { name: "doses forgotten", text: |bytes| lines(bytes, |_| "squat\nrest\n".into()) },
    Shape {
        name: "quotes forgotten",
        text: |bytes| lines(bytes, |_| "note breathe out\ntitle Lower Body\n".into()),
    },
    Shape {
        name: "statements given twice",
        text: |bytes| lines(bytes, |at| format!("title \"T{at}\"\nexpect duration {at}min\n")),
    },
    Shape {
        name: "rules nobody knows",
        text: |bytes| lines(bytes, |at| format!("allow no-{}\nsquat 5\n", word(at))),
    },
    Shape {
        name: "files that are not there",
        text: |bytes| lines(bytes, |at| format!("use \"f{at}.wod\"\n")),
    },
    Shape { name: "one file used again", text: |bytes| lines(bytes, |_| "use \"a.wod\"\n".into()) },
    Shape { name: "ends forgotten", text: |bytes| lines(bytes, |_| "squat 10 rest 30s push-up 10\n".into()) },
    Shape { name: "strays", text: |bytes| format!("squat 5{}\n", " ! ?".repeat(bytes / 4)) },
    Shape { name: "words in any order", text: jumbled },
];

/// Returns lines up to a number of bytes; `line` is given the number of the line.
fn lines(bytes: usize, line: impl Fn(usize) -> String) -> String {
    list(bytes, "", line, "")
}

/// Returns workouts of one line up to a number of bytes.
fn workouts(bytes: usize, steps: impl Fn(usize) -> String) -> String {
    lines(bytes, |at| format!("workout \"W{at}\" < {} >\n", steps(at)))
}

/// Returns a list of so many bytes between `head` and `tail`.
fn list(bytes: usize, head: &str, item: impl Fn(usize) -> String, tail: &str) -> String {
    let mut text = head.to_owned();
    for at in 0.. {
        if text.len() >= bytes {
            break;
        }
        text += &item(at);
    }
    text + tail
}

/// Returns a word that consists of letters only, a different one for each number.
fn word(number: usize) -> String {
    let mut word = String::from("z");
    let mut left = number;
    while left > 0 {
        word.push(char::from(b'a' + (left % 26) as u8));
        left /= 26;
    }
    word
}

/// Returns words and signs of the language in any order, the same ones every time.
fn jumbled(bytes: usize) -> String {
    const WORDS: [&str; 32] = [
        "squat",
        "5",
        "rest",
        "30s",
        "<",
        ">",
        "\n",
        ";",
        "@",
        "80%",
        "circuit",
        "rounds",
        "or",
        "per leg",
        "\"",
        "\\",
        "every",
        "week",
        "plan \"P\" weeks 4",
        "monday",
        "do \"A\"",
        "workout \"A\"",
        "max",
        "+1 each round",
        ",",
        "x",
        "tempo 31X1",
        "athlete \"Sam\"",
        "movement \"own\"",
        "until",
        "ladder 9-6-3",
        "#",
    ];
    let mut random: u64 = 0x2545_f491_4f6c_dd1d;
    let mut text = String::new();
    while text.len() < bytes {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        text += WORDS[(random % WORDS.len() as u64) as usize];
        text.push(' ');
    }
    text
}
