//! The sessions of a plan, each once, and what changes in them from one time to the next.

use rustc_hash::FxHashMap;

use super::weeks::{rows, said};
use super::{SessionSheet, Table};
use crate::check::program::Workout;
use crate::date::{self, Weekday};
use crate::emit::CompiledPlan;
use crate::emit::card::{Card, Item, Part};

/// Heads the column that says when.
const WHEN: &str = "When";

/// One way in which a session is done: which instance, its card, and on which days.
#[derive(Debug)]
struct Variant {
    instance: usize,
    card: Card,
    days: Vec<(u32, Weekday)>,
}

/// Returns the sessions in the order in which they are first done: what was written once has one sheet, and so has what
/// was written twice and is the same.
pub fn sessions(compiled: &CompiledPlan<'_>, cards: &[Card]) -> Vec<SessionSheet> {
    let plan = compiled.season.calendar.plan;
    let weekdays = plan.weekdays();
    let groups = merged(groups(compiled, cards), plan.first_day);
    groups.into_iter().map(|group| sheet(group, weekdays)).collect()
}

/// Returns the ways in which each template is done.
fn groups(compiled: &CompiledPlan<'_>, cards: &[Card]) -> Vec<Vec<Variant>> {
    let season = compiled.season;
    let mut groups: Vec<Vec<Variant>> = Vec::new();
    let mut places: FxHashMap<*const Workout, usize> = FxHashMap::default();
    let mut variants: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
    for day in &season.calendar.days {
        for session in &day.sessions {
            let (group, variant) = *variants.entry(session.instance).or_insert_with(|| {
                let done = season.session(session);
                let group = *places.entry(std::ptr::from_ref(done.template)).or_insert_with(|| {
                    groups.push(Vec::new());
                    groups.len() - 1
                });
                let card = cards[session.instance].clone();
                groups[group].push(Variant { instance: session.instance, card, days: Vec::new() });
                (group, groups[group].len() - 1)
            });
            groups[group][variant].days.push((day.week, day.weekday));
        }
    }
    groups
}

/// Puts together the groups that begin with the same card, and in them the ways that have the same.
fn merged(groups: Vec<Vec<Variant>>, first_day: Weekday) -> Vec<Vec<Variant>> {
    // It fails only for a map whose keys are not strings, and a card has no map.
    let key = |card: &Card| serde_json::to_string(&card.without_past()).unwrap_or_default();
    let place = |&(week, day): &(u32, Weekday)| (week, date::days_from(first_day, day));
    let mut all: Vec<Vec<Variant>> = Vec::new();
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    for group in groups {
        let Some(first) = group.first() else { continue };
        let place = *places.entry(key(&first.card)).or_insert_with(|| {
            all.push(Vec::new());
            all.len() - 1
        });
        all[place].extend(group);
    }
    for group in &mut all {
        let mut ways: Vec<Variant> = Vec::new();
        let mut known: FxHashMap<String, usize> = FxHashMap::default();
        for variant in std::mem::take(group) {
            let way = *known.entry(key(&variant.card)).or_insert(ways.len());
            match ways.get_mut(way) {
                Some(same) => same.days.extend(variant.days),
                None => ways.push(variant),
            }
        }
        for way in &mut ways {
            way.days.sort_by_key(place);
        }
        ways.sort_by_key(|way| way.days.first().map(place));
        *group = ways;
    }
    all
}

fn sheet(group: Vec<Variant>, weekdays: [Weekday; 7]) -> SessionSheet {
    let days: Vec<(u32, Weekday)> = group.iter().flat_map(|variant| variant.days.iter().copied()).collect();
    let lines: Vec<Vec<(String, String)>> = group.iter().map(|variant| lines(&variant.card)).collect();
    let changes = changes(group.iter().map(|variant| when(&variant.days, weekdays)), &lines);
    let when = when(&days, weekdays);
    let mut group = group;
    let Variant { instance, card, .. } = group.swap_remove(0);
    SessionSheet { when, instance, card, changes }
}

/// Returns how much is done, line by line: the name of a part with its rules, or of a row with its dose.
fn lines(card: &Card) -> Vec<(String, String)> {
    fn line(name: &str, rules: &str) -> Option<(String, String)> {
        (!rules.is_empty()).then(|| (name.to_owned(), rules.to_owned()))
    }
    fn of_rules(part: &Part, lines: &mut Vec<(String, String)>) {
        let name = part.path.last().map_or("How", String::as_str);
        lines.extend(line(name, &part.rules));
        for item in &part.items {
            match item {
                Item::Row(row) => lines.extend(line(&row.movement, &row.rules)),
                Item::Part(inner) => of_rules(inner, lines),
                Item::Note { .. } | Item::Blank { .. } | Item::Result { .. } => {}
            }
        }
    }
    let mut lines = Vec::new();
    card.parts.iter().for_each(|part| of_rules(part, &mut lines));
    let mut name = String::new();
    for row in rows(card) {
        if !row.goes_on {
            name.clone_from(&row.movement);
        }
        lines.push((name.clone(), said(row)));
        lines.push((format!("{name}: tempo"), row.tempo.clone()));
        lines.push((format!("{name}: rest"), row.between_sets.clone()));
    }
    lines
}

/// Returns a row for each variant, with a column for each line that is not the same in all. Where they have not the same
/// lines, all of them share one column.
fn changes(when: impl Iterator<Item = String>, variants: &[Vec<(String, String)>]) -> Table {
    let Some((first, others)) = variants.split_first() else { return Table::default() };
    if others.iter().all(|other| other == first) {
        return Table::default();
    }
    let names = |lines: &[(String, String)]| lines.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    let heads = names(first);
    if others.iter().any(|other| names(other) != heads) {
        let all = |lines: &Vec<(String, String)>| {
            let said = lines.iter().filter(|(_, said)| !said.is_empty());
            said.map(|(name, said)| format!("{name} {said}")).collect::<Vec<_>>().join("; ")
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
pub(super) fn when(days: &[(u32, Weekday)], weekdays: [Weekday; 7]) -> String {
    let of = |day: Weekday| {
        let mut weeks: Vec<u32> = days.iter().filter(|(_, own)| *own == day).map(|(week, _)| *week).collect();
        weeks.sort_unstable();
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
        (!weeks.is_empty()).then(|| format!("{} (week{plural} {})", &day.to_string()[..3], ranges.join(", ")))
    };
    weekdays.into_iter().filter_map(of).collect::<Vec<_>>().join(", ")
}
