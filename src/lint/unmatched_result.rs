//! Results have a name that is nearly, but not quite, one of the program.
//!
//! # Why
//! A result belongs to the session of its title, and each of its lines to the statement of its movement. Under another
//! name nothing moves by it, and the next sheet shows the same load once more.
//!
//! A line is reported only if the session has a movement that shares its words, as `back squat` shares those of `squat`,
//! and nothing is written down of that movement. Another exercise, or one that was added, is nobody's mistake.
//!
//! # Wrong
//! ```wod sam-results.wod
//! results "Sam"
//! done 2026-01-05 "Legs" < squat 5, 5, 5 @ 80kg >
//! done 2026-01-07 "Lesg" < back squat 5, 5, 5 @ 82.5kg >
//! ```
//! ```wod
//! athlete "Sam" < results "sam-results.wod" >
//! workout "Legs" < back squat 3x5 @ 80kg +2.5kg each success rest 3min >
//! ```
//!
//! # Right
//! ```wod sam-results.wod
//! results "Sam"
//! done 2026-01-05 "Legs" < back squat 5, 5, 5 @ 80kg >
//! done 2026-01-07 "Legs" < back squat 5, 5, 5 @ 82.5kg >
//! ```
//! ```wod
//! athlete "Sam" < results "sam-results.wod" >
//! workout "Legs" < back squat 3x5 @ 80kg +2.5kg each success rest 3min >
//! ```
//!
//! # Note
//! Each name is reported once, where it is first used. Titles that are like none of the program's, and sessions of other
//! plans, are not reported.

use rustc_hash::FxHashSet;

use super::all_done::AllDone;
use super::found::Found;
use crate::catalog;
use crate::check::program::{Done, Lift, MovementId};
use crate::date;
use crate::diagnostic::{Diagnostic, Rule, Wanted, nearest};

/// What it gives.
pub const RULE: Rule = Rule::UnmatchedResult;

/// Finds results under names that are nearly those of the program.
pub fn check(all: &AllDone<'_>, found: &mut Found) {
    let alone = all.program.workouts.iter().map(|workout| &*workout.title);
    let mut titles: Vec<&str> = all.replay.titles().chain(alone).collect();
    titles.sort_unstable();
    titles.dedup();
    let mut said: FxHashSet<(&str, Option<MovementId>)> = FxHashSet::default();
    for unmatched in all.replay.unmatched() {
        let Some(done) = all.results.sessions.get(unmatched.result) else { continue };
        let Some(lines) = &unmatched.lines else {
            let Some(title) = done.title.as_deref().filter(|title| said.insert((title, None))) else { continue };
            if let Some(diagnostic) = title_like(title, done, &titles) {
                found.report(diagnostic);
            }
            continue;
        };
        for lift in lines.iter().filter_map(|&line| done.lifts.get(line)).filter(|lift| !lift.is_skipped) {
            let is_like = |id: &&MovementId| is_part(lift, all.program.movement(**id).names());
            let Some(&movement) = unmatched.movements.iter().find(is_like) else { continue };
            if said.insert((&lift.key, Some(movement))) {
                found.report(of_line(lift, &all.program.movement(movement).name, done));
            }
        }
    }
}

/// Reports a title that looks like one of the program.
fn title_like(title: &str, done: &Done, titles: &[&str]) -> Option<Diagnostic> {
    let like = Wanted::new(title, catalog::fold).near(titles.iter().copied());
    let meant = like.first().copied().or_else(|| nearest(title, titles.iter().copied()))?;
    let day = date::write(done.date);
    let message = format!("no session is called \"{title}\", so nothing moves by what was done on {day}");
    let help = format!("write `done {day} \"{meant}\"`, if that is the session");
    Some(Diagnostic::new(RULE, done.place.span, message).in_file(done.place.file).help(help))
}

/// Reports a line about a movement that its session does not have.
fn of_line(lift: &Lift, meant: &str, done: &Done) -> Diagnostic {
    let (name, title) = (&lift.name, done.title.as_deref().unwrap_or_default());
    let meant = meant.to_lowercase();
    let message =
        format!("`{name}` is not in \"{title}\", and nothing is written down of its {meant}, so nothing moves by it");
    let help = format!("if the {meant} was meant, write `{meant}`");
    Diagnostic::new(RULE, done.place.span, message).in_file(done.place.file).help(help)
}

/// Tells whether the words of a line's name are among those of a movement, or the other way round.
fn is_part<'n>(lift: &Lift, mut names: impl Iterator<Item = &'n str>) -> bool {
    let own = words(&lift.name);
    names.any(|name| {
        let other = words(name);
        own.is_subset(&other) || other.is_subset(&own)
    })
}

fn words(name: &str) -> FxHashSet<String> {
    catalog::fold(name).split(' ').map(str::to_owned).collect()
}
