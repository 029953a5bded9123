//! Sessions as text in the language.

use std::fmt::{self, Write};

use super::session::{Did, Entry, Load, Name, Session, Set};
use crate::date;
use crate::quantity::{Unit, clock};

/// Writes a session as a `done` block.
pub fn write(session: &Session) -> String {
    let mut text = String::new();
    // Writing to a text can't fail.
    let _ = block(&mut text, session);
    text
}

fn block(text: &mut String, session: &Session) -> fmt::Result {
    write!(text, "done {}", date::write(session.date))?;
    if let Some(clock) = session.clock {
        write!(text, " {}", date::write_time(clock))?;
    }
    if let Some(title) = &session.title {
        write!(text, " {}", quoted(title))?;
    }
    text.push_str(" <\n");
    for entry in &session.entries {
        for sets in entry.sets.chunk_by(|one, other| one.is_warmup == other.is_warmup) {
            if sets.iter().any(|set| set.is_warmup) {
                text.push_str("  warmup <\n");
                statements(text, "    ", entry, sets)?;
                text.push_str("  >\n");
            } else {
                statements(text, "  ", entry, sets)?;
            }
        }
    }
    if let Some(note) = &session.note {
        writeln!(text, "  note {}", quoted(note))?;
    }
    text.push_str(">\n");
    Ok(())
}

/// Writes sets as one statement, or as several where one can't hold them.
fn statements(text: &mut String, indent: &str, entry: &Entry, sets: &[Set]) -> fmt::Result {
    let name = match &entry.name {
        Name::Known(name) if is_plain(name) => name.clone(),
        Name::Known(name) | Name::AsWritten(name) => quoted(name),
    };
    for sets in sets.chunk_by(fit_together) {
        write!(text, "{indent}{name} ")?;
        for (at, set) in sets.iter().enumerate() {
            if at > 0 {
                text.push_str(", ");
            }
            write_set(text, set)?;
        }
        text.push('\n');
    }
    Ok(())
}

/// Tells whether a name of the catalogue is read as a name without quotes: `in` before a figure says how long it took.
fn is_plain(name: &str) -> bool {
    let is_of_name = |sign: char| sign.is_ascii_alphabetic() || matches!(sign, ' ' | '-' | '\'');
    name.chars().all(is_of_name) && !name.ends_with(" in")
}

/// Tells whether a set can follow another in a list. A target at the end of a list holds for the sets before it that have
/// none, and a statement has one time.
fn fit_together(one: &Set, other: &Set) -> bool {
    let is_timed = |set: &Set| matches!(set.did, Did::Over { ms: Some(_), .. });
    one.load.is_some() == other.load.is_some() && !is_timed(one) && !is_timed(other)
}

fn write_set(text: &mut String, set: &Set) -> fmt::Result {
    match set.did {
        Did::Reps(reps) => write!(text, "{reps}")?,
        Did::For(ms) => write!(text, "{}", time(ms))?,
        Did::Over { milli, unit, ms } => {
            // Less than a kilometre is said in metres.
            let is_short = unit == Unit::Kilometre && milli < 1000;
            let (milli, unit) = if is_short { (milli * 1000, Unit::Metre) } else { (milli, unit) };
            write!(text, "{}{}", figure(milli), unit_name(unit))?;
            if let Some(ms) = ms {
                write!(text, " in {}", clock(ms))?;
            }
        }
        Did::Missed => text.push_str("missed"),
    }
    match (set.load, set.rpe) {
        (Some(load), Some(rpe)) => write!(text, " @ {} and rpe {}", load_of(load), figure(rpe))?,
        (Some(load), None) => write!(text, " @ {}", load_of(load))?,
        (None, Some(rpe)) => write!(text, " @ rpe {}", figure(rpe))?,
        (None, None) => {}
    }
    match &set.note {
        Some(note) => write!(text, " {}", quoted(note)),
        None => Ok(()),
    }
}

fn load_of(load: Load) -> String {
    format!("{}{}", figure(load.milli), load.unit.name())
}

/// Writes a time as one would say it: `45s`, `1:30`.
fn time(ms: i64) -> String {
    const MINUTE: i64 = 60_000;
    if ms < MINUTE { format!("{}s", figure(ms)) } else { clock(ms) }
}

/// Writes thousandths as a decimal number without zeros at its end.
fn figure(milli: i64) -> String {
    let sign = if milli < 0 { "-" } else { "" };
    let (whole, part) = (milli.unsigned_abs() / 1000, milli.unsigned_abs() % 1000);
    if part == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{part:03}").trim_end_matches('0').to_owned()
    }
}

/// Returns a unit of distances after a figure. An export has no others.
fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Kilometre => "km",
        Unit::Mile => "mi",
        Unit::Yard => "yd",
        Unit::Foot => "ft",
        Unit::Metre
        | Unit::Count
        | Unit::Second
        | Unit::Calorie
        | Unit::Breath
        | Unit::Step
        | Unit::Stroke
        | Unit::Kilogram
        | Unit::Pound
        | Unit::Inch
        | Unit::Centimetre
        | Unit::Millimetre
        | Unit::Percent
        | Unit::BeatPerMinute
        | Unit::Watt
        | Unit::RevolutionPerMinute
        | Unit::StrokePerMinute
        | Unit::KilometrePerHour
        | Unit::MilePerHour
        | Unit::SecondPer { .. } => "m",
    }
}

/// Writes a text in quotes.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
