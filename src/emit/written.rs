//! How quantities are written in print: `30 s`, `8–12`, `2 × 24 kg`, `1:45`, `5:00/km`.
//!
//! One convention for every printed output. A blank goes between figure and unit (but `80%`), an en dash makes a
//! range, `×` counts sets and implements. Plain text: each format escapes it in its own way.

pub use crate::quantity::clock;

use crate::check::program::{
    Amount, BodyHalf, Bout, By, Choice, LAST_TIME, Move, MoveOn, Moved, Moves, OnlyRounds, Open, Progression,
    SetGroup, Sides, TOP_SET, Target, TargetKind, Tempo, Unit,
};
use crate::date;
use crate::quantity::to_the_second;

/// Up to here a time is written in seconds: coaches say "ninety seconds", and then "one forty-five".
const LONGEST_IN_SECONDS_MS: i64 = 90_000;
/// From here whole minutes are written with hours: "ninety minutes", but "two and a half hours".
pub const SHORTEST_IN_HOURS_MS: i64 = 2 * HOUR_MS;
/// Estimates from here on are rounded to minutes: "about 23:47" would claim more than can be known.
pub const SHORTEST_IN_MINUTES_MS: i64 = 5 * MINUTE_MS;
const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;

/// Millimetres in the lengths that paces are given for, where they are not so many metres.
const PACE_LENGTHS: [(i64, &str); 3] = [(1_000_000, "km"), (1_609_344, "mi"), (91_440, "100 yd")];

/// What athletes list under its first letters, as it is written in a `.wod` file and as everybody else writes it.
const INITIALISMS: [(&str, &str); 2] = [("ftp", "FTP"), ("css", "CSS")];

/// Writes an amount with its range, its women's figure and its progression.
pub fn amount(amount: &Amount) -> String {
    amount_of(amount, "")
}

/// Writes so much of something, before what is said of its progression: `2 rounds (+1 each week)`.
pub fn amount_of(amount: &Amount, what: &str) -> String {
    let mut text = match amount.women {
        Some(women) => pair(amount.low, women, amount.unit),
        None => range(amount.low, amount.high, amount.unit),
    };
    if !what.is_empty() {
        text.push(' ');
        text.push_str(what);
    }
    if let Some(progression) = &amount.progression {
        text.push_str(&format!(" ({})", step(progression, amount.unit)));
    }
    text
}

/// Writes a length of time in milliseconds, in the unit that a coach would say it in.
pub fn duration(ms: i64) -> String {
    duration_range(ms, ms)
}

/// Writes how long a part of a workout takes: `13:45`, and where that is estimated `about 3:14` or `about 25 min`.
pub fn time_within(ms: i64, estimated: bool) -> String {
    match estimated {
        false => clock(ms),
        true if ms < SHORTEST_IN_MINUTES_MS => format!("about {}", clock(to_the_second(ms))),
        true => format!("about {}", duration((ms + MINUTE_MS / 2) / MINUTE_MS * MINUTE_MS)),
    }
}

/// Writes a bout: `10`, `5+`, `max`, `max (60 s at most)`. `open` is what a `max` counts: `max cal in 60 s`.
pub fn bout(bout: &Bout, open: Option<Open>) -> String {
    match (bout, open) {
        (Bout::Of(dose), _) => amount(dose),
        (Bout::AtLeast(least), _) => format!("{}+", amount(least)),
        (Bout::Max(None), None) => "max".to_owned(),
        (Bout::Max(None), Some(Open::In(unit))) => format!("max {}", unit_name(unit)),
        (Bout::Max(None), Some(Open::UpTo(reps))) => format!("build to {reps}"),
        (Bout::Max(Some(within)), Some(Open::UpTo(reps))) => {
            format!("build to {reps} in {}", amount(within))
        }
        (Bout::Max(Some(most)), None) => format!("max ({} at most)", amount(most)),
        (Bout::Max(Some(most)), Some(Open::In(unit))) => {
            format!("max {} in {}", unit_name(unit), amount(most))
        }
    }
}

/// Writes so many sets of a bout: `5 × 5`, `3–4 × 30 s`.
pub fn sets(count: &Amount, one: &Bout, open: Option<Open>) -> String {
    format!("{} × {}", amount(count), bout(one, open))
}

/// Writes how the sides of the body, and the directions, share a dose. Empty where they do not.
pub fn sharing(choice: &Choice) -> String {
    let mut words = match choice.sides {
        Sides::Together => String::new(),
        Sides::Each(half) => per(half),
        Sides::Alternating => "alternating".to_owned(),
        Sides::EachAlternating(half) => format!("{}, alternating", per(half)),
        Sides::Only(side) => format!("on the {}", side.name()),
    };
    if choice.both_directions {
        if !words.is_empty() {
            words.push_str(", ");
        }
        words.push_str("per direction");
    }
    words
}

/// Adds to a dose how long each repetition is held: `10, hold 5 s`.
pub fn held(mut dose: String, hold: Option<&Amount>) -> String {
    if let Some(hold) = hold {
        let seam = if dose.is_empty() { "" } else { ", " };
        dose.push_str(&format!("{seam}hold {}", amount(hold)));
    }
    dose
}

/// Adds to a dose in which rounds it is done: `500 m, round 1 only`.
pub fn in_rounds(mut dose: String, only: Option<OnlyRounds>) -> String {
    if let Some(only) = only {
        let seam = if dose.is_empty() { "" } else { ", " };
        dose.push_str(seam);
        dose.push_str(&rounds(only));
    }
    dose
}

/// How many rounds are named one by one before the last. More are easier to count than to read.
pub const MOST_NAMED: usize = 4;

/// Writes in which rounds something is done: `round 1 only`, `rounds 2–4 only`, `not in round 3`.
pub fn rounds(only: OnlyRounds) -> String {
    let OnlyRounds { not, from, to, every } = only;
    if every > 1 {
        return match only.named().as_slice() {
            [one] => format!("round {one} only"),
            [others @ .., last] if others.len() < MOST_NAMED => {
                let others = others.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
                format!("rounds {others} and {last} only")
            }
            _ => format!("round {from}, then every {every} rounds"),
        };
    }
    let named = if from == to { format!("round {from}") } else { format!("rounds {from}–{to}") };
    if not { format!("not in {named}") } else { format!("{named} only") }
}

/// Writes a rest that is measured by the work before it: `1:2 of the work`.
pub fn ratio(work: u8, rest: u8) -> String {
    match (work, rest) {
        (work, rest) if work == rest => "as long as the work".to_owned(),
        (1, 2) => "twice as long as the work".to_owned(),
        (2, 1) => "half as long as the work".to_owned(),
        (work, rest) => format!("{work}:{rest}, work to rest"),
    }
}

/// Writes targets, one after the other.
pub fn targets(targets: &[Target]) -> String {
    targets.iter().map(target).collect::<Vec<_>>().join(", ")
}

/// Targets in pieces, each empty where there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TargetPieces {
    /// What the load is a share of, or the pace that an athlete has a figure for: `65% of training max`.
    pub share: String,
    /// The weight, or the figure that the share or the pace comes to: `37.5 kg`, `5:00/km`.
    pub load: String,
    /// What else there is to keep to: `RPE 8`.
    pub effort: String,
}

impl TargetPieces {
    /// Returns targets in pieces.
    pub fn of(targets: &[Target]) -> Self {
        let mut pieces = Self::default();
        let add = |to: &mut String, text: String| {
            if !to.is_empty() {
                to.push_str(", ");
            }
            to.push_str(&text);
        };
        for one in targets {
            let is_share = matches!(one.kind, TargetKind::Percent { .. } | TargetKind::RepMax);
            match figures(one) {
                Some(own) => {
                    add(&mut pieces.share, as_written(one));
                    add(&mut pieces.load, as_written(&own));
                }
                None if is_share => add(&mut pieces.share, as_written(one)),
                None if one.kind.is_load() => add(&mut pieces.load, target(one)),
                None => add(&mut pieces.effort, as_written(one)),
            }
        }
        pieces
    }

    /// Writes them in the fewest words: the weight stands for the share of a maximum that it comes from.
    pub fn in_brief(&self) -> String {
        let first = if self.load.is_empty() { &self.share } else { &self.load };
        [first, &self.effort]
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// Returns what a target comes to for an athlete, where that is said in other units than it is written in.
fn figures(target: &Target) -> Option<Target> {
    let own = target.own.as_deref()?;
    let amount = own.target.amount.as_ref()?;
    let is_same_unit = target.amount.as_ref().is_some_and(|written| written.unit == amount.unit);
    if matches!(target.kind, TargetKind::Load { .. }) && is_same_unit {
        return None;
    }
    in_own_figures(target)
}

/// Returns a target with the figures of an athlete's own.
fn in_own_figures(target: &Target) -> Option<Target> {
    let own = target.own.as_deref()?;
    let amount = own.target.amount.as_ref()?;
    Some(Target {
        amount: Some(own.rounded_amount(amount)),
        to: own.target.to.as_ref().map(|to| own.rounded_amount(to)),
        ..own.target.clone()
    })
}

/// Writes a tempo: `3-1-X-0`.
pub fn tempo(tempo: Tempo) -> String {
    let phases = tempo.phases.map(|phase| match phase {
        Tempo::EXPLOSIVE => "X".to_owned(),
        seconds => seconds.to_string(),
    });
    phases.join("-")
}

/// Returns how everybody writes something an athlete lists, where that is by its first letters: `FTP`.
pub fn initialism(listed: &str) -> Option<&'static str> {
    INITIALISMS.iter().find(|(written, _)| *written == listed).map(|(_, letters)| *letters)
}

/// Writes a name with a capital, as at the start of a line.
pub fn capitalised(name: &str) -> String {
    let mut letters = name.trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Writes thousandths as a plain figure without a unit: `2.5`.
pub fn plain(milli: i64) -> String {
    figure(milli)
}

/// Writes that a dose is for each of two: `per leg`.
pub fn per(half: BodyHalf) -> String {
    format!("per {}", half.name())
}

fn target(target: &Target) -> String {
    if let Some(figures) = figures(target) {
        return format!("{} = {}", as_written(target), as_written(&figures));
    }
    let own = target.own.as_deref().and_then(|own| own.target.amount.as_ref());
    match (own, in_own_figures(target)) {
        (Some(amount), Some(figures)) if !amount.is_range() && amount.progression.is_none() => {
            as_written(&figures)
        }
        _ => as_written(target),
    }
}

/// Writes a target as it is written in the workout.
fn as_written(target: &Target) -> String {
    let figure = || {
        let mut text = target.amount.as_ref().map(amount).unwrap_or_default();
        if let Some(to) = &target.to {
            text.push_str(" to ");
            text.push_str(&amount(to));
        }
        text
    };
    match &target.kind {
        TargetKind::Load { implements: 0 | 1 } => figure(),
        TargetKind::Load { implements } => format!("{implements} × {}", figure()),
        TargetKind::Bodyweight => match &target.amount {
            None => "bodyweight".to_owned(),
            Some(added) => format!("bodyweight + {}", amount(added)),
        },
        TargetKind::Assistance => format!("{} of help", figure()),
        TargetKind::Percent { of: Some(of) } if &**of == LAST_TIME => last_time(target, figure()),
        TargetKind::Percent { of: Some(of) } => {
            format!("{} of {}{}", figure(), of_what(of), plus(target))
        }
        TargetKind::Percent { of: None } => figure() + &plus(target),
        TargetKind::RepMax => format!("{}RM", figure()),
        TargetKind::Rpe => format!("RPE {}", figure()),
        TargetKind::Rir => format!("RIR {}", figure()),
        TargetKind::Zone => format!("zone {}", figure()),
        TargetKind::Slope => format!("slope {}", figure()),
        TargetKind::Size
        | TargetKind::HeartRate
        | TargetKind::Power
        | TargetKind::Cadence
        | TargetKind::StrokeRate
        | TargetKind::Speed
        | TargetKind::Pace => figure(),
        TargetKind::NamedPace { name } => {
            let pace = match initialism(name) {
                Some(letters) => letters.to_owned(),
                None if name.ends_with("pace") => name.to_string(),
                None => format!("{name} pace"),
            };
            match &target.amount {
                None => pace,
                Some(offset) => format!("{pace} {}", signed(offset.low, offset.unit)),
            }
        }
        TargetKind::Effort(effort) => effort.name().to_owned(),
    }
}

/// Writes the mass on top of a percentage: ` +5 kg each week`, and ` +10 kg` where that is settled.
/// Writes what a percentage is of: `FTP`, `Monday`, `the top set`.
fn of_what(of: &str) -> String {
    if of == TOP_SET {
        return format!("the {TOP_SET}");
    }
    match date::weekday(of) {
        Some(_) => capitalised(of),
        None => initialism(of).unwrap_or(of).to_owned(),
    }
}

/// Writes a load that goes by that of the last time: `last time + 2.5 kg`. `share` is the part of it.
fn last_time(target: &Target, share: String) -> String {
    let is_all = target.amount.is_some_and(|amount| amount == Amount::exactly(ALL, Unit::Percent));
    let what = if is_all { LAST_TIME.to_owned() } else { format!("{share} of {LAST_TIME}") };
    let first = if target.own.is_none() { ", open the first time" } else { "" };
    format!("{what}{}{first}", plus(target))
}

/// All of a load, in thousandths of a per cent.
const ALL: i64 = 100_000;

fn plus(target: &Target) -> String {
    match &target.plus {
        Some(Amount { progression: Some(progression), unit, .. }) => format!(" {}", step(progression, *unit)),
        Some(settled) if settled.low != 0 => format!(" {}", signed(settled.low, settled.unit)),
        Some(_) | None => String::new(),
    }
}

/// Writes two figures of one unit: the unit once, the figure once where they are equal.
fn range(low: i64, high: i64, unit: Unit) -> String {
    match unit {
        Unit::Second => duration_range(low, high),
        Unit::SecondPer { mm } if low == high => format!("{}/{}", clock(low), pace_length(mm)),
        Unit::SecondPer { mm } => format!("{}–{}/{}", clock(low), clock(high), pace_length(mm)),
        unit if low == high => with_unit(&figure(low), high, unit),
        unit => with_unit(&format!("{}–{}", figure(low), figure(high)), high, unit),
    }
}

/// Writes the men's and the women's figure: `43/30 kg`.
fn pair(men: i64, women: i64, unit: Unit) -> String {
    match unit {
        Unit::Second | Unit::SecondPer { .. } => {
            format!("{} / {}", range(men, men, unit), range(women, women, unit))
        }
        unit => with_unit(&format!("{}/{}", figure(men), figure(women)), men.max(women), unit),
    }
}

/// Writes what is added each time: `+2.5 kg each week`.
fn step(progression: &Progression, unit: Unit) -> String {
    let unit = if progression.percent { Unit::Percent } else { unit };
    format!("{} each {}", signed(progression.by, unit), progression.each.name())
}

/// Writes sets that are alike: `5 × 5`, and one set as it is.
pub fn group(group: &SetGroup, open: Option<Open>) -> String {
    let single = group.count.low == 1000 && group.count.high == 1000 && group.count.progression.is_none();
    if single { bout(&group.bout, open) } else { sets(&group.count, &group.bout, open) }
}

/// Writes when what of a movement moves by results: `after each success: 2.5 kg more; after 3 misses at one load: 10 % less`.
pub fn moves(moves: &Moves) -> String {
    let mut said: Vec<String> = moves.rules.iter().map(rule_by_results).collect();
    if !moves.schemes.is_empty() {
        let schemes = moves
            .schemes
            .iter()
            .map(|groups| groups.iter().map(|one| group(one, None)).collect::<Vec<_>>().join(", "));
        let schemes = schemes.collect::<Vec<_>>().join(", then ");
        let again = moves.again.map_or(String::new(), |by| format!(" with {}", more_or_less(by)));
        said.push(format!("after a miss: {schemes}, then from the first sets again{again}"));
    }
    if let Some(count) = moves.harder {
        said.push(format!("{}: a harder form", after(count, "success", "successes")));
    }
    capitalised(&said.join("; "))
}

fn rule_by_results(rule: &Move) -> String {
    let by = more_or_less(rule.by);
    let at_one = match rule.what {
        Moved::Load => " at one load",
        Moved::Dose => "",
    };
    match rule.on {
        MoveOn::Successes(count) => format!("{}: {by}", after(count, "success", "successes")),
        MoveOn::Misses(1) => format!("after a miss: {by}"),
        MoveOn::Misses(count) => format!("after {count} misses{at_one}: {by}"),
        MoveOn::Reps { from, in_all: false } => format!("{from} reps or more in the open set: {by}"),
        MoveOn::Reps { from, in_all: true } => format!("{from} reps or more in all: {by}"),
    }
}

fn after(count: u32, one: &str, several: &str) -> String {
    if count == 1 { format!("after each {one}") } else { format!("after {count} {several}") }
}

/// Writes by how much something moves: `2.5 kg more`, `10% less`.
fn more_or_less(by: By) -> String {
    let (by, unit) = match by {
        By::Amount(by, unit) => (by, unit),
        By::Percent(by) => (by, Unit::Percent),
    };
    let size = by.saturating_abs();
    format!("{} {}", range(size, size, unit), if by < 0 { "less" } else { "more" })
}

fn signed(milli: i64, unit: Unit) -> String {
    let size = i64::try_from(milli.unsigned_abs()).unwrap_or(i64::MAX);
    format!("{}{}", if milli < 0 { "−" } else { "+" }, range(size, size, unit))
}

fn duration_range(low: i64, high: i64) -> String {
    let whole = |unit_ms: i64| low % unit_ms == 0 && high % unit_ms == 0;
    let figures = |unit_ms: i64| {
        // Thousandths of the unit; exact, since only lengths that are whole in it, or seconds, come here.
        let (low, high) = (low / (unit_ms / 1000), high / (unit_ms / 1000));
        if low == high { figure(low) } else { format!("{}–{}", figure(low), figure(high)) }
    };
    if high <= LONGEST_IN_SECONDS_MS {
        format!("{} s", figures(1000))
    } else if whole(HOUR_MS) && high >= SHORTEST_IN_HOURS_MS {
        format!("{} h", figures(HOUR_MS))
    } else if whole(MINUTE_MS) && low == high && high >= SHORTEST_IN_HOURS_MS {
        format!("{} h {} min", high / HOUR_MS, high % HOUR_MS / MINUTE_MS)
    } else if whole(MINUTE_MS) {
        format!("{} min", figures(MINUTE_MS))
    } else if low == high {
        clock(low)
    } else {
        format!("{}–{}", clock(low), clock(high))
    }
}

/// Writes thousandths as a decimal figure without needless zeros.
fn figure(milli: i64) -> String {
    let (sign, size) = (if milli < 0 { "−" } else { "" }, milli.unsigned_abs());
    let whole = format!("{sign}{}", size / 1000);
    match size % 1000 {
        0 => whole,
        rest => format!("{whole}.{}", format!("{rest:03}").trim_end_matches('0')),
    }
}

/// Puts a unit after figures. `largest` decides between singular and plural.
fn with_unit(figures: &str, largest: i64, unit: Unit) -> String {
    match unit {
        Unit::Count => figures.to_owned(),
        Unit::Percent => format!("{figures}%"),
        Unit::Breath | Unit::Step | Unit::Stroke => {
            format!("{figures} {}{}", unit_name(unit), if largest == 1000 { "" } else { "s" })
        }
        Unit::SecondPer { mm } => format!("{figures} s/{}", pace_length(mm)),
        unit => format!("{figures} {}", unit_name(unit)),
    }
}

/// Returns what stands for a unit behind a figure; of what is counted, behind the figure one.
pub fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "reps",
        Unit::Percent => "%",
        Unit::Breath => "breath",
        Unit::Step => "step",
        Unit::Stroke => "stroke",
        Unit::Second | Unit::SecondPer { .. } => "s",
        Unit::Metre => "m",
        Unit::Kilometre => "km",
        Unit::Mile => "mi",
        Unit::Yard => "yd",
        Unit::Foot => "ft",
        Unit::Calorie => "cal",
        Unit::Kilogram => "kg",
        Unit::Pound => "lb",
        Unit::Inch => "in",
        Unit::Centimetre => "cm",
        Unit::Millimetre => "mm",
        Unit::BeatPerMinute => "bpm",
        Unit::Watt => "W",
        Unit::RevolutionPerMinute => "rpm",
        Unit::StrokePerMinute => "spm",
        Unit::KilometrePerHour => "km/h",
        Unit::MilePerHour => "mph",
    }
}

fn pace_length(mm: i64) -> String {
    match PACE_LENGTHS.iter().find(|&&(length, _)| length == mm) {
        Some((_, name)) => (*name).to_owned(),
        // A length of metres: its thousandths are the millimetres.
        None => format!("{} m", figure(mm)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::program::Each;

    fn of(low: i64, high: i64, unit: Unit) -> Amount {
        Amount { high, ..Amount::exactly(low, unit) }
    }

    #[test]
    fn times_are_in_the_unit_a_coach_says_them_in() {
        let written =
            [500, 30_000, 60_000, 90_000, 105_000, 120_000, 2_700_000, 5_400_000, 7_200_000, 9_000_000]
                .map(duration);
        assert_eq!(
            written,
            ["0.5 s", "30 s", "60 s", "90 s", "1:45", "2 min", "45 min", "90 min", "2 h", "2 h 30 min"]
        );
        assert_eq!(duration(125_500), "2:05.5");
        assert_eq!(clock(825_000), "13:45");
        assert_eq!(clock(3_900_000), "1:05:00");
    }

    #[test]
    fn both_ends_of_a_range_share_a_unit() {
        let written = |low, high, unit| amount(&of(low, high, unit));
        assert_eq!(written(20_000, 30_000, Unit::Second), "20–30 s");
        assert_eq!(written(60_000, 120_000, Unit::Second), "1–2 min");
        assert_eq!(written(45_000, 120_000, Unit::Second), "0:45–2:00");
        assert_eq!(written(8_000, 12_000, Unit::Count), "8–12");
        assert_eq!(written(88_000, 90_000, Unit::SecondPer { mm: 400_000 }), "1:28–1:30/400 m");
        assert_eq!(written(300_000, 300_000, Unit::SecondPer { mm: 1_000_000 }), "5:00/km");
        assert_eq!(written(1_000, 1_000, Unit::Breath), "1 breath");
        assert_eq!(written(1_000, 2_000, Unit::Breath), "1–2 breaths");
    }

    #[test]
    fn progressions_are_in_words_behind_the_amount() {
        let mut load = Amount::exactly(60_000, Unit::Kilogram);
        load.progression = Some(Progression { by: 2_500, percent: false, each: Each::Week });
        assert_eq!(amount(&load), "60 kg (+2.5 kg each week)");
        let mut rest = Amount::exactly(60_000, Unit::Second);
        rest.progression = Some(Progression { by: -5_000, percent: false, each: Each::Round });
        assert_eq!(amount(&rest), "60 s (−5 s each round)");
        let mut run = Amount::exactly(16_000, Unit::Kilometre);
        run.progression = Some(Progression { by: 10_000, percent: true, each: Each::Week });
        assert_eq!(amount(&run), "16 km (+10% each week)");
        assert_eq!(amount_of(&rest, "rest"), "60 s rest (−5 s each round)");
    }

    #[test]
    fn targets_are_short_and_unmistakable() {
        let with = |kind, amount| target(&Target { amount, ..Target::bare(kind) });
        let kilograms = |women| Amount { women, ..Amount::exactly(43_000, Unit::Kilogram) };
        assert_eq!(with(TargetKind::Load { implements: 1 }, Some(kilograms(Some(30_000)))), "43/30 kg");
        assert_eq!(with(TargetKind::Load { implements: 2 }, Some(kilograms(None))), "2 × 43 kg");
        assert_eq!(with(TargetKind::Bodyweight, Some(kilograms(None))), "bodyweight + 43 kg");
        assert_eq!(with(TargetKind::Rpe, Some(Amount::exactly(8_000, Unit::Count))), "RPE 8");
        let offset = Some(Amount::exactly(2_000, Unit::Second));
        assert_eq!(with(TargetKind::NamedPace { name: "css".into() }, offset), "CSS +2 s");
        let watts = |value| Some(Amount::exactly(value, Unit::Watt));
        let ramp = Target {
            to: watts(180_000),
            ..Target::new(TargetKind::Power, Amount::exactly(110_000, Unit::Watt))
        };
        assert_eq!(target(&ramp), "110 W to 180 W");
    }

    #[test]
    fn an_explosive_phase_is_an_x() {
        assert_eq!(tempo(Tempo { phases: [3, 1, Tempo::EXPLOSIVE, 0] }), "3-1-X-0");
    }
}
