//! Random plans, written out by other means: each day by itself, from the last block that gives it something backwards.

use proptest::prelude::*;

use super::{checked, days, expand};
use crate::diagnostic::Severity;

const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// What the plans do.
const WORKOUTS: &str = r#"
workout "A" < back squat 4x5 @ 60kg +2.5kg each session >
workout "B" < run 5km +10% each week >
workout "C" < do "A"; plank 30s -4s each session >
workout "D" <
  bench press by week 5x5 @ 50kg then 4x4 @ 60kg then 3x3 @ 70kg
  week 2 < push-up 10 >
  sessions 2-3, 5 < dip by session 6 then 8; do "A" >
  in turn < front squat 5 +1 each session; in turn < row 500m +100m each session; do "B"; burpee 7 > >
>
workout "E" <
  percent of training max
  back squat 3x5 @ by week 70% then 75%
  sessions 1, 3 < bench press 2x3 @ 80% of max >
>
"#;

/// The maxes of the athlete, in grams, and how much of each the training max is.
const SQUAT: i64 = 140_000;
const BENCH: i64 = 95_000;

/// `raise max of back squat by 2.5kg each week`, in grams.
#[derive(Debug, Clone, Copy)]
struct Raise {
    training: bool,
    of: Option<&'static str>,
    by: i64,
    by_week: bool,
}

impl Raise {
    fn text(self) -> String {
        let what = if self.training { "training max" } else { "max" };
        let of = self.of.map(|name| format!(" of {name}")).unwrap_or_default();
        let each = if self.by_week { "week" } else { "session" };
        format!("raise {what}{of} by {}.{:03}kg each {each}", self.by / 1000, self.by % 1000)
    }
}

/// What the athlete raises, and what the plan does.
type Raises = (Vec<Raise>, Vec<Raise>);

fn raises() -> impl Strategy<Value = Raises> {
    let of = prop::sample::select(vec![None, Some("back squat"), Some("bench press")]);
    let raise = (any::<bool>(), of, prop::sample::select(vec![250, 1_000, 2_500, 5_000]), any::<bool>());
    let raise = raise.prop_map(|(training, of, by, by_week)| Raise { training, of, by, by_week });
    (prop::collection::vec(raise.clone(), 0..2), prop::collection::vec(raise, 0..4))
}

#[derive(Debug, Clone, Copy)]
enum Body {
    Rest,
    A,
    LightA,
    B,
    C,
    D,
    E,
    /// `in turn < do "A"; do "B"; do "D"; do "E"; run 3km +1km each session >`.
    InTurn,
    /// `run 3km +1km each week`, or `each session`.
    Run {
        by_week: bool,
    },
}

#[derive(Debug, Clone)]
struct Given {
    days: Vec<usize>,
    instead: bool,
    body: Body,
}

#[derive(Debug, Clone)]
struct Weeks {
    weeks: Vec<usize>,
    instead: bool,
    days: Vec<Given>,
}

fn body() -> impl Strategy<Value = Body> {
    prop_oneof![
        1 => Just(Body::Rest),
        3 => Just(Body::A),
        2 => Just(Body::LightA),
        2 => Just(Body::B),
        3 => Just(Body::C),
        3 => Just(Body::D),
        4 => Just(Body::E),
        4 => Just(Body::InTurn),
        2 => any::<bool>().prop_map(|by_week| Body::Run { by_week }),
    ]
}

fn blocks(weeks: usize) -> impl Strategy<Value = Vec<Weeks>> {
    let days = proptest::sample::subsequence((0..7).collect::<Vec<_>>(), 1..4);
    let given = (days, prop::bool::weighted(0.3), body());
    let given = given.prop_map(|(days, instead, body)| Given { days, instead, body });
    let chosen = proptest::sample::subsequence((0..weeks).collect::<Vec<_>>(), 1..=weeks);
    let block = (chosen, prop::bool::weighted(0.15), prop::collection::vec(given, 1..4));
    let block = block.prop_map(|(weeks, instead, days)| Weeks { weeks, instead, days });
    prop::collection::vec(block, 1..5)
}

/// Writes the plan in the language.
fn text(weeks: usize, starts: &str, blocks: &[Weeks], (own, plans): &Raises) -> String {
    let lines =
        |raises: &[Raise]| raises.iter().map(|raise| format!("  {}\n", raise.text())).collect::<String>();
    let figures = "  max back squat 140kg\n  max bench press 95kg\n  training max 90%\n";
    let athlete = format!("athlete \"Sam\" <\n{figures}{}>\n", lines(own));
    let mut text = format!("{athlete}{WORKOUTS}plan \"P\" weeks {weeks} starts {starts} <\n{}", lines(plans));
    for block in blocks {
        let numbers: Vec<String> = block.weeks.iter().map(|week| (week + 1).to_string()).collect();
        let word = if numbers.len() == 1 { "week" } else { "weeks" };
        let instead = |yes| if yes { " instead" } else { "" };
        text += &format!("  {word} {}{} <\n", numbers.join(", "), instead(block.instead));
        for given in &block.days {
            let names: Vec<&str> = given.days.iter().map(|&day| NAMES[day]).collect();
            let body = match given.body {
                Body::Rest => "rest day",
                Body::A => "do \"A\"",
                Body::LightA => "do \"A\" sets 50% load 90%",
                Body::B => "do \"B\"",
                Body::C => "do \"C\"",
                Body::D => "do \"D\"",
                Body::E => "do \"E\"",
                Body::InTurn => {
                    "in turn < do \"A\"; do \"B\"; do \"D\"; do \"E\"; run 3km +1km each session >"
                }
                Body::Run { by_week: true } => "run 3km +1km each week",
                Body::Run { by_week: false } => "run 3km +1km each session",
            };
            text += &format!("    {}{} < {body} >\n", names.join(", "), instead(given.instead));
        }
        text += "  >\n";
    }
    text + ">\n"
}

/// Returns what is done on one day: which block of weeks and which of its days gives it, first to last.
fn on(blocks: &[Weeks], week: usize, day: usize) -> Vec<(usize, usize)> {
    let mut done = Vec::new();
    'all: for (number, block) in blocks.iter().enumerate().rev() {
        if !block.weeks.contains(&week) {
            continue;
        }
        for (inner, given) in block.days.iter().enumerate().rev() {
            if given.days.contains(&day) {
                done.push((number, inner));
                if given.instead {
                    break 'all;
                }
            }
        }
        if block.instead {
            break;
        }
    }
    done.reverse();
    done
}

/// Tells whether a day, somewhere on the way, had rest and training both: later blocks may have replaced them.
fn clashes(blocks: &[Weeks], week: usize, day: usize) -> bool {
    (1..=blocks.len()).any(|upto| {
        let last = upto - 1;
        (1..=blocks[last].days.len()).any(|days| {
            let mut seen = blocks[..upto].to_vec();
            seen[last].days.truncate(days);
            let bodies =
                on(&seen, week, day).into_iter().map(|(number, inner)| seen[number].days[inner].body);
            let rests: Vec<bool> = bodies.map(|body| matches!(body, Body::Rest)).collect();
            rests.contains(&true) && rests.contains(&false)
        })
    })
}

/// Returns so many weeks' growth by a tenth, exactly, rounded to the metre.
fn grown(metres: u128, weeks: u32) -> u128 {
    let (above, below) = (metres * 11u128.pow(weeks), 10u128.pow(weeks));
    (2 * above + below) / (2 * below)
}

/// What was done on a day.
struct Done {
    /// Which block of weeks, and which of its days.
    place: (usize, usize),
    /// What was done, after what takes turns had its turn.
    body: Body,
    does_a: bool,
    presses: bool,
}

/// Returns how much is added up to a turn: by the last that names the movement, else by the last that names none.
fn added((own, plans): &Raises, training: bool, name: &str, week: usize, sessions: usize) -> i64 {
    for raises in [own, plans] {
        for wanted in [Some(name), None] {
            if let Some(raise) = raises.iter().rfind(|raise| raise.training == training && raise.of == wanted)
            {
                let turns = if raise.by_week { week } else { sessions };
                return raise.by * turns as i64;
            }
        }
    }
    0
}

/// Returns so many per cent of a load in grams, to the next gram, then to the nearest 2.5 kg, a tie down.
fn load(percent: i64, base: i64) -> i64 {
    let exact = (percent * base * 2 + 100) / 200;
    let steps = (exact * 2 + 2_500 - 1) / 5_000;
    steps * 2_500
}

fn expected(weeks: usize, starts: (u32, u32, u32), blocks: &[Weeks], raises: &Raises) -> String {
    let mut lines = String::new();
    let (mut year, mut month, mut day_of_month) = starts;
    // All that was done up to now, in order.
    let mut past: Vec<Done> = Vec::new();
    for week in 0..weeks {
        for (day, name) in NAMES.iter().enumerate() {
            let mut parts = Vec::new();
            for (number, inner) in on(blocks, week, day) {
                let first = *blocks[number].weeks.iter().min().unwrap();
                let turn = (week - first) as u32;
                let nth_week = blocks[number].weeks.iter().filter(|&&other| other < week).count();
                let same = past.iter().filter(|other| other.place == (number, inner)).count();
                let body = match (blocks[number].days[inner].body, same % 5) {
                    (Body::InTurn, 0) => Body::A,
                    (Body::InTurn, 1) => Body::B,
                    (Body::InTurn, 2) => Body::D,
                    (Body::InTurn, 3) => Body::E,
                    (Body::InTurn, _) => Body::InTurn,
                    (body, _) => body,
                };
                let before = |wanted: fn(&Done) -> bool| past.iter().filter(|done| wanted(done)).count();
                let d = before(|done| matches!(done.body, Body::D));
                let mut done = Done { place: (number, inner), body, does_a: false, presses: false };
                done.does_a = matches!(body, Body::A | Body::LightA | Body::C)
                    || matches!(body, Body::D) && [1, 2, 4].contains(&d);
                let e = before(|done| matches!(done.body, Body::E));
                done.presses = matches!(body, Body::D) || matches!(body, Body::E) && [0, 2].contains(&e);
                let kilograms = 60_000 + 2_500 * before(|done| done.does_a);
                let b = grown(5_000, turn);
                parts.push(match body {
                    Body::Rest => "rest day".to_owned(),
                    Body::A => format!("A: 4000x5000 @ {kilograms}"),
                    Body::LightA => {
                        // The nearest whole number of 2.5 kg, the lower one where both are as near.
                        let (exact, step) = (kilograms * 9 / 10, 2_500);
                        let below = exact / step * step;
                        let near = if exact - below > step / 2 { below + step } else { below };
                        format!("A: 2000x5000 @ {near}")
                    }
                    Body::B => format!("B: {b}"),
                    Body::C => {
                        let c = before(|done| matches!(done.body, Body::C)).min(7);
                        format!("C: (4000x5000 @ {kilograms}); {}", 30_000 - 4_000 * c)
                    }
                    Body::D => {
                        let bench = ["5000x5000 @ 50000", "4000x4000 @ 60000", "3000x3000 @ 70000"];
                        let mut steps = vec![bench[nth_week % 3].to_owned()];
                        steps.extend((nth_week == 1).then(|| "10000".to_owned()));
                        if done.does_a {
                            steps.push(if d % 2 == 0 { "6000" } else { "8000" }.to_owned());
                            steps.push(format!("(4000x5000 @ {kilograms})"));
                        }
                        let inner = d / 2;
                        steps.push(match (d % 2, inner % 3) {
                            (0, _) => format!("{}", 5_000 + 1_000 * inner),
                            (_, 0) => format!("{}", 500_000 + 100_000 * (inner / 3)),
                            (_, 1) => format!("({b})"),
                            (_, _) => "7000".to_owned(),
                        });
                        format!("D: {}", steps.join("; "))
                    }
                    Body::E => {
                        let max = |listed: i64, name: &str, sessions: usize| {
                            listed + added(raises, false, name, week, sessions)
                        };
                        let squats = before(|done| done.does_a || matches!(done.body, Body::E));
                        let squat = max(SQUAT, "back squat", squats);
                        let training =
                            (squat * 90 * 2 + 100) / 200 + added(raises, true, "back squat", week, squats);
                        let percent = [70, 75][nth_week % 2];
                        let mut said = format!("E: 3000x5000 @ {percent}000 = {}", load(percent, training));
                        if done.presses {
                            let bench = max(BENCH, "bench press", before(|done| done.presses));
                            said += &format!("; 2000x3000 @ 80000 = {}", load(80, bench));
                        }
                        said
                    }
                    Body::InTurn => format!("Run: {}", 3_000 + 1_000 * (same / 5)),
                    Body::Run { by_week: true } => format!("Run: {}", 3_000 + 1_000 * turn),
                    Body::Run { by_week: false } => format!("Run: {}", 3_000 + 1_000 * same),
                });
                past.push(done);
            }
            parts.dedup_by(|one, other| one == "rest day" && other == "rest day");
            if !parts.is_empty() {
                lines += &format!(
                    "{year:04}-{month:02}-{day_of_month:02} {} {} {}\n",
                    week + 1,
                    name,
                    parts.join(" | ")
                );
            }
            let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let length = match month {
                2 if is_leap => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            day_of_month += 1;
            if day_of_month > length {
                (day_of_month, month) = (1, month + 1);
            }
            if month > 12 {
                (month, year) = (1, year + 1);
            }
        }
    }
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn plans_come_to_what_other_means_make_of_them(
        (weeks, blocks) in (1usize..9).prop_flat_map(|weeks| (Just(weeks), blocks(weeks))),
        raises in raises(),
        starts in prop::sample::select(vec![(2026, 1, 5), (2028, 2, 28), (2026, 12, 28), (1900, 2, 26)]),
    ) {
        let date = format!("{:04}-{:02}-{:02}", starts.0, starts.1, starts.2);
        let text = text(weeks, &date, &blocks, &raises);
        let (program, said) = checked(&text);
        let clash = (0..weeks).any(|week| (0..7).any(|day| clashes(&blocks, week, day)));
        let has_errors = said.iter().any(|one| one.severity == Severity::Error);
        prop_assert_eq!(has_errors, clash, "{}\n{:?}", text, said);
        prop_assert_eq!(program.plans.is_empty(), clash);
        if let Some(plan) = program.plans.first() {
            let (calendar, _) = expand(plan);
            prop_assert_eq!(days(&calendar), expected(weeks, starts, &blocks, &raises), "{}", text);
        }
    }
}
