//! The same texts in other spellings, and random programs.

/// How often something is put in another way: one time in so many.
const NOISE: u32 = 6;

/// A source of random choices, so that noise is made by plain code.
pub struct Choices(pub u64);

impl Choices {
    fn next(&mut self, below: u32) -> u32 {
        // A linear congruential generator with Knuth's factor; its upper bits are random enough for spacing.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32 % below
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.next(from.len() as u32) as usize]
    }

    fn rarely(&mut self) -> bool {
        self.next(NOISE) == 0
    }
}

/// Spells a text in other ways: other blanks, line ends and brackets, capitals, `;`, comments, empty lines.
pub fn with_noise(text: &str, choices: &mut Choices) -> String {
    let (mut in_string, mut in_comment, mut escaped) = (false, false, false);
    let mut noisy = String::new();
    // Whether a comma came last: the list goes on in the next line.
    let mut is_in_list = false;
    let mut upper = false;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for sign in text.chars() {
        (in_string, in_comment) = match sign {
            '"' if !escaped && !in_comment => (!in_string, false),
            '#' if !in_string => (false, true),
            '\n' => (false, false),
            _ => (in_string, in_comment),
        };
        escaped = in_string && sign == '\\' && !escaped;
        if in_string || in_comment || sign == '"' || sign == '\n' && is_in_list {
            noisy.push(sign);
            is_in_list &= in_comment;
            continue;
        }
        is_in_list = sign == ',' || is_in_list && sign == ' ';
        match sign {
            '\n' => {
                for _ in 0..choices.next(3) {
                    noisy.push_str(choices.pick(&[" ", "\t", ";", "\u{a0}", " ;"]));
                }
                if choices.rarely() {
                    noisy.push_str(choices.pick(&["# a remark", "#", "  # with > and \" and ;  "]));
                }
                noisy.push('\n');
                if choices.rarely() {
                    noisy.push_str(choices.pick(&["\n", "\n\n\n", " \n", "# alone\n", "\n# between\n\n"]));
                }
                upper = choices.rarely();
            }
            ' ' if choices.rarely() => noisy.push_str(choices.pick(&["  ", "\t", "\u{2003}", " \u{a0}"])),
            '<' if choices.rarely() => noisy.push('{'),
            '>' if choices.rarely() => noisy.push('}'),
            sign if upper && sign.is_ascii() => noisy.push(sign.to_ascii_uppercase()),
            sign => noisy.push(sign),
        }
    }
    noisy
}

/// Names of movements, some with words of the language in them.
const NAMES: &[&str] = &[
    "squat",
    "Push-Ups",
    "turkish  get-up",
    "Turkish get-up",
    "\"90-90 stretch\"",
    "“farmer's carry”",
    "run",
    "dumbbell alternating curl",
    "side plank",
    "lunge",
    "frobnicate  Wildly",
    "active rest",
    "hill tempo",
    "RDL",
];
const DOSES: &[&str] = &[
    "",
    "10",
    "x10",
    "×10",
    "10 reps",
    "8 - 12",
    "8–12",
    "8..12reps",
    "30 sec",
    "1min30s",
    "6min30s",
    "1:30",
    "5k",
    "400 Metres",
    "5 breath",
    "1 steps",
    "3 x 10",
    "3×8-12",
    "3-4x30 s",
    "3xmax",
    "3 x 5+",
    "max",
    "max 60 secs",
    "5+",
    "15 / 12cal",
    "15/12 cals",
    "12, 10, 8",
    "5 @ 65%, 5 @ 75 %, 5+ @ 85%",
    "3x5 @ 100 kgs, 10 @ 80kg",
    "5x3 +1 each  Set",
    "90s-2min",
    "12,\n 10, # less\n 8",
    "20 strokes",
];
const MODIFIERS: &[&str] = &[
    "per leg",
    "each arm",
    "/side",
    "/ hand",
    "per direction",
    "alternating",
    "right",
    "left",
    "@ 24 kg",
    "@ 2 x 24kg",
    "@ 43/30 kg",
    "@ bw",
    "@ BW +10kg +2.5kg each week",
    "@ -30kg",
    "@ rpe8",
    "@ RPE 7-8 and rir 2",
    "@ Easy",
    "@ Marathon  Pace",
    "@ css +2s",
    "@ 5min/km",
    "@ 5:00 / km",
    "@ 110w to 180w",
    "@ slope 6",
    "@ zone 2 to 3",
    "@ 80 percent of FTP",
    "@ 85% of Training  Max",
    "@ 12in and 2x10kg",
    "tempo 31X1",
    "tempo 3-1-x-0",
    "rest 3 min",
    "rest 60s -5s each set",
    "rest until ready",
    "rest jog 200 m @ easy",
    "every 1:45",
    "every 1min45s",
    "\"knees out\"",
    "“tall”",
    "@ 5k pace",
];
const BLOCKS: &[&str] = &[
    "circuit",
    "superset",
    "amrap 12 min",
    "emom 10 minutes",
    "every 1min30s",
    "for time",
    "tabata",
    "warm-up",
    "Cool Down",
    "section \"Skill\"",
    "circuit \"Legs\"",
    "circuit 5 rounds",
];
const OPTIONS: &[&str] = &[
    "rounds 5",
    "rounds 3 - 5",
    "rounds 2 +1 each week",
    "work 40 s",
    "work 40s rest 20 secs",
    "rest 60s between rounds",
    "rest 10s Between Movements",
    "transition 10 sec",
    "switch 5s",
    "per side",
    "each leg",
    "ladder 21-15-9",
    "ladder 10, 1",
    "ladder 1 To 10",
    "ladder 2 to 20 by 2",
    "until “you miss a minute”",
    "cap 20 min",
    "alternating",
    "rest jog 200m between rounds",
    "work 30s rest walk 20m @ easy",
    "rest 20s",
];
const OTHERS: &[&str] = &[
    "rest 15 seconds",
    "rest 1min30s",
    "rest",
    "rest until  ready",
    "Rest Bike 5min @ 110w",
    "note “Walk it off.”",
    "record \"Best, kg\"",
    "title \"T\"",
    "tags a,  long   tag,\n 5k",
    "level Advanced",
    "by “Sam”",
    "expect duration at  most 30 min",
    "expect equipment None",
    "transition 5 secs",
    "switch 3 s",
    "allow Sets-Inside-Rounds \"why\"",
    "do \"Other\"",
    "movement \"x y\" < Pattern Core; sides LEG; load 0 - 10 kg; max >",
    "movement “z” {\n also \"zz\", # other\n \"zzz\"\n pace 5min/km\n}",
    "athlete \"Sam\" < Bodyweight 70 kg; max “clean & jerk” 90kg >",
    "plan \"P\" starts 2026-01-05 weeks 6 < Every Week < Tues, thurs < rest day >; sun instead < do \"A\" load 90 percent sets 50% > > >",
    "plan \"Q\" weeks 4 < weeks 1 - 2,\n 4 < mon < run 5k > > >",
];

/// Writes a random program that can mostly be read, if seldom compiled.
pub fn program(choices: &mut Choices, depth: u32, out: &mut String) {
    for _ in 0..1 + choices.next(4) {
        match choices.next(6) {
            0 if depth < 4 => {
                out.push_str(choices.pick(BLOCKS));
                for _ in 0..choices.next(4) {
                    out.push(' ');
                    out.push_str(choices.pick(OPTIONS));
                }
                let is_on_one_line = choices.next(2) == 0;
                out.push_str(if is_on_one_line { " < " } else { " <\n" });
                let mut body = String::new();
                program(choices, depth + 1, &mut body);
                out.push_str(&if is_on_one_line {
                    body.replace("; \n", ";").replace('\n', "; ")
                } else {
                    body
                });
                out.push('>');
            }
            1 => out.push_str(choices.pick(OTHERS)),
            _ => {
                for number in 0..1 + u32::from(choices.rarely()) {
                    out.push_str(if number == 0 { "" } else { " or " });
                    out.push_str(choices.pick(NAMES));
                    out.push(' ');
                    out.push_str(choices.pick(DOSES));
                    for _ in 0..choices.next(4) {
                        out.push(' ');
                        out.push_str(choices.pick(MODIFIERS));
                    }
                }
            }
        }
        out.push_str(choices.pick(&["\n", "\n", "\n\n", "; \n", "  # remark\n", "\n# alone\n"]));
    }
}
