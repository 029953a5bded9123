//! The sessions of a plan, each once, and what changes in them from one time to the next.

use rustc_hash::FxHashMap;

use super::weeks::{rows, said, weekday};
use super::{SessionSheet, Table};
use crate::check::program::Workout;
use crate::date::{WEEK, Weekday};
use crate::emit::CompiledPlan;
use crate::emit::card::{Card, Part};

/// Heads the column that says when.
const WHEN: &str = "When";

/// One that is done, in its group: which instance, and on which days.
#[derive(Debug)]
struct Variant {
    instance: usize,
    days: Vec<(u32, Weekday)>,
}

/// Returns the sessions in the order in which they are first done: what was written once has one sheet.
pub fn sessions(compiled: &CompiledPlan<'_>) -> Vec<SessionSheet> {
    groups(compiled).iter().map(|group| sheet(compiled, group)).collect()
}

fn groups(compiled: &CompiledPlan<'_>) -> Vec<Vec<Variant>> {
    let season = compiled.season;
    let mut groups: Vec<Vec<Variant>> = Vec::new();
    let mut places: FxHashMap<*const Workout, usize> = FxHashMap::default();
    let mut variants: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
    for day in &season.calendar.days {
        for session in &day.sessions {
            let (group, variant) = *variants.entry(session.instance).or_insert_with(|| {
                let template = std::ptr::from_ref(season.session(session).template);
                let group = *places.entry(template).or_insert_with(|| {
                    groups.push(Vec::new());
                    groups.len() - 1
                });
                groups[group].push(Variant { instance: session.instance, days: Vec::new() });
                (group, groups[group].len() - 1)
            });
            groups[group][variant].days.push((day.week, day.weekday));
        }
    }
    groups
}

fn sheet(compiled: &CompiledPlan<'_>, group: &[Variant]) -> SessionSheet {
    let card = |variant: &Variant| Card::of(&compiled.workout(&compiled.season.sessions[variant.instance]));
    let days: Vec<(u32, Weekday)> = group.iter().flat_map(|variant| variant.days.iter().copied()).collect();
    let lines: Vec<Vec<(String, String)>> = group.iter().map(|variant| lines(&card(variant))).collect();
    let when = group.iter().map(|variant| when(&variant.days));
    let first = &group[0];
    SessionSheet {
        when: self::when(&days),
        instance: first.instance,
        card: card(first),
        changes: changes(when, &lines),
    }
}

/// Returns what is said of how much is done, with what it is said of: how each part is to be done, and each row.
fn lines(card: &Card) -> Vec<(String, String)> {
    fn of_rules(parts: &[Part], lines: &mut Vec<(String, String)>) {
        for part in parts {
            if !part.rules.is_empty() {
                lines.push((
                    part.path.last().cloned().unwrap_or_else(|| "How".to_owned()),
                    part.rules.clone(),
                ));
            }
            of_rules(&part.parts, lines);
        }
    }
    let mut lines = Vec::new();
    of_rules(&card.parts, &mut lines);
    let mut name = String::new();
    for row in rows(card) {
        if !row.goes_on {
            name.clone_from(&row.movement);
        }
        lines.push((name.clone(), said(row)));
    }
    lines
}

/// Returns a row for each variant, with a column for each line that is not the same in all. Where they have not the same
/// lines, all of them stand in one column.
fn changes(when: impl Iterator<Item = String>, variants: &[Vec<(String, String)>]) -> Table {
    let Some((first, others)) = variants.split_first() else { return Table::default() };
    if others.iter().all(|other| other == first) {
        return Table::default();
    }
    let names = |lines: &[(String, String)]| lines.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    let heads = names(first);
    if others.iter().any(|other| names(other) != heads) {
        let all = |lines: &Vec<(String, String)>| {
            lines.iter().map(|(name, said)| format!("{name} {said}")).collect::<Vec<_>>().join("; ")
        };
        return Table {
            head: vec![WHEN.to_owned(), "What".to_owned()],
            rows: when.zip(variants).map(|(when, lines)| vec![when, all(lines)]).collect(),
        };
    }
    let moving: Vec<usize> =
        (0..heads.len()).filter(|&at| others.iter().any(|other| other[at] != first[at])).collect();
    let row = |(when, lines): (String, &Vec<(String, String)>)| {
        std::iter::once(when).chain(moving.iter().map(|&at| lines[at].1.clone())).collect()
    };
    Table {
        head: std::iter::once(WHEN.to_owned()).chain(moving.iter().map(|&at| heads[at].clone())).collect(),
        rows: when.zip(variants).map(row).collect(),
    }
}

/// Writes days: `Tue (weeks 1–3, 5), Thu (week 4)`.
fn when(days: &[(u32, Weekday)]) -> String {
    let of = |day: Weekday| {
        let mut weeks: Vec<u32> = days.iter().filter(|(_, own)| *own == day).map(|(week, _)| *week).collect();
        weeks.dedup();
        let ranges: Vec<String> = weeks
            .chunk_by(|a, b| a + 1 == *b)
            .map(|run| match run {
                [one] => one.to_string(),
                [first, .., last] => format!("{first}–{last}"),
                [] => String::new(),
            })
            .collect();
        let plural = if weeks.len() > 1 { "s" } else { "" };
        (!weeks.is_empty()).then(|| format!("{} (week{plural} {})", &weekday(day)[..3], ranges.join(", ")))
    };
    WEEK.into_iter().filter_map(of).collect::<Vec<_>>().join(", ")
}
