//! Sessions as text in the language.

use std::fmt::{self, Write};

use super::session::{Did, Entry, Load, LoadKind, Name, Session, Set};
use crate::catalog::quoted;
use crate::date;
use crate::quantity::{Unit, clock, decimal};
use crate::results::logbook;
use crate::syntax::unit::Meaning;

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
        Name::Known(name) => logbook::movement(name),
        Name::AsWritten(name) => quoted(name),
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
            write!(text, "{}{}", decimal(milli), Meaning::of(unit).spelling())?;
            if let Some(ms) = ms {
                write!(text, " in {}", clock(ms))?;
            }
        }
        Did::Missed => text.push_str("missed"),
    }
    match (set.load, set.rpe) {
        (Some(load), Some(rpe)) => write!(text, " @ {} and rpe {}", load_of(load), decimal(rpe))?,
        (Some(load), None) => write!(text, " @ {}", load_of(load))?,
        (None, Some(rpe)) => write!(text, " @ rpe {}", decimal(rpe))?,
        (None, None) => {}
    }
    match &set.note {
        Some(note) => write!(text, " {}", quoted(note)),
        None => Ok(()),
    }
}

fn load_of(load: Load) -> String {
    let before = match load.kind {
        LoadKind::Weight => "",
        LoadKind::OnTop => "bodyweight +",
        LoadKind::Help => "-",
    };
    format!("{before}{}{}", decimal(load.milli), load.unit.name())
}

/// Writes a time as one would say it: `45s`, `1:30`.
fn time(ms: i64) -> String {
    const MINUTE: i64 = 60_000;
    if ms < MINUTE { format!("{}s", decimal(ms)) } else { clock(ms) }
}
