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
"#;

#[derive(Debug, Clone, Copy)]
enum Body {
    Rest,
    A,
    LightA,
    B,
    C,
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
fn text(weeks: usize, starts: &str, blocks: &[Weeks]) -> String {
    let mut text = format!("{WORKOUTS}plan \"P\" weeks {weeks} starts {starts} <\n");
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

fn expected(weeks: usize, starts: (u32, u32, u32), blocks: &[Weeks]) -> String {
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
                    Body::LightA => {
                        // The nearest whole number of 2.5 kg, the lower one where both are as near.
                        let (exact, step) = (kilograms * 9 / 10, 2_500);
                        let below = exact / step * step;
                        let near = if exact - below > step / 2 { below + step } else { below };
                        format!("A: 2000x5000 @ {near}")
                    }
                    Body::B => format!("B: {}", grown(5_000, turn)),
                    Body::C => {
                        let c = before.filter(|body| matches!(body, Body::C)).count().min(7);
                        format!("C: (4000x5000 @ {kilograms}); {}", 30_000 - 4_000 * c)
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
        starts in prop::sample::select(vec![(2026, 1, 5), (2028, 2, 28), (2026, 12, 28), (1900, 2, 26)]),
    ) {
        let date = format!("{:04}-{:02}-{:02}", starts.0, starts.1, starts.2);
        let text = text(weeks, &date, &blocks);
        let (program, said) = checked(&text);
        let clash = (0..weeks).any(|week| (0..7).any(|day| clashes(&blocks, week, day)));
        let has_errors = said.iter().any(|one| one.severity == Severity::Error);
        prop_assert_eq!(has_errors, clash, "{}\n{:?}", text, said);
        prop_assert_eq!(program.plans.is_empty(), clash);
        if let Some(plan) = program.plans.first() {
            let (calendar, _) = expand(plan);
            prop_assert_eq!(days(&calendar), expected(weeks, starts, &blocks), "{}", text);
        }
    }
}
