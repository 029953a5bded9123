//! Results as text, in the ways in which people may write them.

use std::fmt::Write;

use crate::made_up::{Body, Done, DoneLoad, DoneSet, Side};
use crate::statement::{Counts, Set, Statement};

/// How the sets of a line are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `3x5 @ 60kg`, where they are alike.
    Short,
    /// `5, 5, 4 @ 60kg`, where they have one load.
    List,
    /// `5 @ 60kg, 5 @ 60kg, 4 @ 60kg`.
    EachItsOwn,
}

/// Writes results files.
pub fn write(done: &[Done]) -> String {
    format!("results \"Sam\"\n{}", done.iter().map(block).collect::<String>())
}

/// Writes one session.
pub fn block(done: &Done) -> String {
    let mut text = format!("\ndone {}", done.day);
    if let Some((hour, minute)) = done.clock {
        write!(text, " {hour:02}:{minute:02}").unwrap();
    }
    write!(text, " \"{}\"", done.title).unwrap();
    if let Some(plan) = done.plan {
        write!(text, " of \"{plan}\"").unwrap();
    }
    text += " <\n";
    match &done.body {
        Body::Skipped => text += "  skipped \"ill\"\n",
        Body::Done { lifts, now } => {
            lifts.iter().for_each(|lift| writeln!(text, "  {}", lift.text).unwrap());
            now.iter().for_each(|(movement, load)| writeln!(text, "  now {movement} {}", load.text).unwrap());
        }
    }
    done.remarks.iter().for_each(|remark| writeln!(text, "  {remark}").unwrap());
    text + ">\n"
}

/// Writes what was done of a movement.
pub fn write_lift(
    statement: &Statement,
    movement: &str,
    (sets, asked): (&[DoneSet], &[Set]),
    form: Form,
    remark: bool,
) -> String {
    let is_one = sets.iter().all(|set| set.load == sets[0].load);
    let is_alike = is_one && sets.iter().all(|set| set.amount == sets[0].amount && set.side.is_none());
    let load = |set: &DoneSet| set.load.as_ref().map_or(String::new(), |load| format!(" @ {}", load.text));
    let body = match form {
        Form::Short if is_alike => format!("{}x{}{}", sets.len(), dose(&sets[0]), load(&sets[0])),
        Form::Short | Form::List if is_one => {
            format!("{}{}", sets.iter().map(dose).collect::<Vec<_>>().join(", "), load(&sets[0]))
        }
        Form::Short | Form::List | Form::EachItsOwn => {
            sets.iter().map(|set| format!("{}{}", dose(set), load(set))).collect::<Vec<_>>().join(", ")
        }
    };
    let mut text = format!("{movement} {body}");
    if remark {
        text += " \"slow\"";
    }
    if !asked.is_empty() {
        let asked: Vec<String> = asked.iter().map(|set| asked_set(statement, set)).collect();
        write!(text, " asked {}", asked.join(", ")).unwrap();
    }
    text
}

fn dose(set: &DoneSet) -> String {
    let unit = match set.counts {
        Counts::Reps => "",
        Counts::Seconds => "s",
        Counts::Metres => "m",
    };
    let side = match set.side {
        None => "",
        Some(Side::Right) => " right",
        Some(Side::Left) => " left",
    };
    let amount = set.amount.to_string();
    match amount.as_str() {
        "0" => format!("0{side}"),
        amount => format!("{amount}{unit}{side}"),
    }
}

fn asked_set(statement: &Statement, set: &Set) -> String {
    let unit = match set.counts {
        Counts::Reps => "",
        Counts::Seconds => "s",
        Counts::Metres => "m",
    };
    let mut text =
        if set.low == set.high { set.low.to_string() } else { format!("{}-{}", set.low, set.high) };
    text += unit;
    if set.is_open {
        text += "+";
    }
    if let Some(load) = set.load {
        write!(text, " @ {}", DoneLoad::of(statement, load).text).unwrap();
    }
    text
}
