//! Random plans, written out by other means: each day by itself, from the last block that gives it something backwards.

use proptest::prelude::*;

use super::{checked, days};
use crate::diagnostic::Severity;
use crate::plan::expand;

const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// What the plans do.
const WORKOUTS: &str = r#"
workout "A" < back squat 4x5 @ 60kg +2.5kg each session >
workout "B" < run 5km +10% each week >
workout "C" < do "A"; plank 30s -4s each session >
workout "D" < percent of training max; back squat 3x5 @ 70%; bench press 2x3 @ 80% of max >
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
        4 => Just(Body::D),
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
    let mut past: Vec<(usize, usize)> = Vec::new();
    for week in 0..weeks {
        for (day, name) in NAMES.iter().enumerate() {
            let mut parts = Vec::new();
            for (number, inner) in on(blocks, week, day) {
                let body = blocks[number].days[inner].body;
                let is_a = |body: &Body| matches!(body, Body::A | Body::LightA | Body::C);
                let before = past.iter().map(|&(number, inner)| blocks[number].days[inner].body);
                let first = *blocks[number].weeks.iter().min().unwrap();
                let turn = (week - first) as u32;
                let a = before.clone().filter(is_a).count();
                let kilograms = 60_000 + 2_500 * a;
                parts.push(match body {
                    Body::Rest => "rest day".to_owned(),
                    Body::A => format!("A: 4000x5000 @ {kilograms}"),
                    Body::LightA => format!("A: 2000x5000 @ {}", kilograms * 9 / 10),
                    Body::B => format!("B: {}", grown(5_000, turn)),
                    Body::C => {
                        let c = before.filter(|body| matches!(body, Body::C)).count().min(7);
                        format!("C: (4000x5000 @ {kilograms}); {}", 30_000 - 4_000 * c)
                    }
                    Body::D => {
                        let does_d = |body: &Body| matches!(body, Body::D);
                        let d = before.filter(does_d).count();
                        let max = |listed: i64, name: &str, sessions: usize| {
                            listed + added(raises, false, name, week, sessions)
                        };
                        let squat = max(SQUAT, "back squat", a + d);
                        let training =
                            (squat * 90 * 2 + 100) / 200 + added(raises, true, "back squat", week, a + d);
                        let bench = max(BENCH, "bench press", d);
                        format!(
                            "D: 3000x5000 @ 70000 = {}; 2000x3000 @ 80000 = {}",
                            load(70, training),
                            load(80, bench)
                        )
                    }
                    Body::Run { by_week: true } => format!("Run: {}", 3_000 + 1_000 * turn),
                    Body::Run { by_week: false } => {
                        let same = past.iter().filter(|&&other| other == (number, inner)).count();
                        format!("Run: {}", 3_000 + 1_000 * same)
                    }
                });
                past.push((number, inner));
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
