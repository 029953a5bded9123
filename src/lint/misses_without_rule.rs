//! A lift was missed the last three times, and the program does not say what comes then.
//!
//! # Why
//! A load that was missed three times is too heavy, or comes too soon. Without a rule it stays as it is, or goes on
//! rising, and the fourth time is missed as well. A rule for misses may be one of the statement, `-10% after 3 misses` or
//! `after a miss 6x2+`, or one of the max that its load is a part of, `raise training max by 5kg each cycle without a
//! miss`.
//!
//! The last three results of the lift count, if none of them is more than four weeks after the one before. They are
//! misses only if every set is written down, and none was lighter than it was to be: what was done with less load may be
//! what was wanted that day. Movements without any load and without a rule are not reported.
//!
//! # Wrong
//! ```wod sam-results.wod
//! results "Sam"
//! done 2026-01-05 "A" < back squat 5, 5, 3 @ 80kg >
//! done 2026-01-07 "A" < back squat 5, 4, 4 @ 80kg >
//! done 2026-01-09 "A" < back squat 5, 4, 3 @ 80kg >
//! ```
//! ```wod
//! athlete "Sam" < results "sam-results.wod" >
//! workout "A" < back squat 3x5 @ 80kg +2.5kg each success rest 3min >
//! ```
//!
//! # Right
//! ```wod sam-results.wod
//! results "Sam"
//! done 2026-01-05 "A" < back squat 5, 5, 3 @ 80kg >
//! done 2026-01-07 "A" < back squat 5, 4, 4 @ 80kg >
//! done 2026-01-09 "A" < back squat 5, 4, 3 @ 80kg >
//! ```
//! ```wod
//! athlete "Sam" < results "sam-results.wod" >
//! workout "A" <
//!   back squat 3x5 @ 80kg +2.5kg each success -10% after 3 misses rest 3min
//! >
//! ```
//!
//! # Note
//! A lift is reported once, at the first statement of which it is true. A load that begins anew, `now back squat 70kg`,
//! ends the report, and so does the next success. `wodc next` does not report it.
//!
//! # Source
//! **Three misses** in a row, then ten per cent less, is the rule of StrongLifts 5x5 and, in one form or another, of most
//! programs that add load in each session. Strength holds for about three weeks without training (McMaster and others,
//! Sports Medicine 2013): after **four**, a miss says more about the time off than about the load.

use rustc_hash::{FxHashMap, FxHashSet};

use super::all_done::AllDone;
use super::found::Found;
use crate::date;
use crate::diagnostic::{Diagnostic, Rule};
use crate::results::{AfterMisses, Judged};
use crate::source::Place;

/// What it gives.
pub const RULE: Rule = Rule::MissesWithoutRule;

/// So many misses in a row are too many.
const TOO_MANY: usize = 3;

/// After more days than these a miss says more about the time in between than about the load.
const MOST_DAYS: i64 = 28;

/// Finds the statements whose last results are all misses.
pub fn check(done: &AllDone<'_>, found: &mut Found) {
    let mut last: FxHashMap<Place, Vec<(usize, &Judged)>> = FxHashMap::default();
    let mut order = Vec::new();
    for &(result, ref judged) in done.replay.judged() {
        let row = last.entry(judged.place).or_default();
        if row.is_empty() {
            order.push(judged.place);
        }
        // What is not a miss begins a new row, and is not a part of it.
        if !judged.is_missed {
            row.clear();
        }
        row.push((result, judged));
    }
    // A program may write a lift once for each week of a cycle.
    let mut said = FxHashSet::default();
    for place in order {
        let row = &last[&place];
        let Some(row) = row.len().checked_sub(TOO_MANY).map(|at| &row[at..]) else { continue };
        if let Some(diagnostic) = missed(done, row)
            && said.insert(row.last().map(|(_, last)| last.movement))
        {
            found.report(diagnostic.in_file(place.file));
        }
    }
}

/// Reports the last results of a statement, if they are misses without a rule.
fn missed(done: &AllDone<'_>, row: &[(usize, &Judged)]) -> Option<Diagnostic> {
    let (_, last) = row.last()?;
    let help = match last.after_misses {
        AfterMisses::Ruled | AfterMisses::Unloaded => return None,
        AfterMisses::Nothing => "write a rule behind its load or its dose, such as `-10% after 3 misses`",
        AfterMisses::NothingOfMax => {
            "lower the max, or have it raised only by what was done: `raise max by 5kg each cycle without a miss`"
        }
    };
    let since = done.results.sessions.get(row.first()?.0..)?;
    let dates: Vec<_> = row.iter().filter_map(|(result, _)| Some(done.results.sessions.get(*result)?.date)).collect();
    let is_apart = |pair: &[date::Date]| date::days_between(pair[0], pair[1]) > MOST_DAYS;
    let is_missed = row.len() == TOO_MANY && row.iter().all(|(_, one)| one.is_missed);
    if !is_missed || dates.windows(2).any(is_apart) || since.iter().any(|session| !session.now.is_empty()) {
        return None;
    }
    let movement = &done.program.movement(last.movement).name;
    let dates: Vec<String> = dates.into_iter().map(date::write).collect();
    let message = format!(
        "{movement} was missed the last three times, on {}, and no rule says what comes then",
        dates.join(", ")
    );
    Some(Diagnostic::new(RULE, last.place.span, message).help(help))
}
