//! What the athlete did before, beside what they are asked to write down.

use rustc_hash::FxHashMap;

use super::model::{AskedLine, LastTime};
use crate::check::program::{Choice, Side};
use crate::date;
use crate::emit::history::{LastTime as LastDone, Past, words};
use crate::emit::{Compiled, card};

/// Adds to the lines the last time, the best and what is aimed at. Nothing where there are no results.
pub fn add(compiled: &Compiled<'_>, lines: &mut [AskedLine]) {
    let Some(mut past) = Past::of(compiled, None) else { return };
    let numbers = card::statements(&compiled.workout.steps);
    let choices: FxHashMap<usize, *const Choice> =
        numbers.into_iter().map(|(choice, number)| (number, choice)).collect();
    // What the level does instead of a movement has no history here.
    for line in lines.iter_mut().filter(|line| !line.is_form) {
        let before = choices.get(&line.statement).and_then(|&choice| past.of_statement(choice));
        let Some(before) = before else { continue };
        line.last = before.last.as_ref().map(|last| LastTime {
            date: date::write(last.date),
            day: last.day.clone(),
            done: words::all(&last.sets, last.taken),
        });
        let of_side = |is_left| before.last.as_ref().map(|last| last.of_side(is_left)).unwrap_or_default();
        let (on_left, on_right) = (of_side(true), of_side(false));
        let both = before.last.as_ref().map(LastDone::numbered).unwrap_or_default();
        let (mut left, mut others) = (0, 0);
        for set in &mut line.sets {
            let is_left = (!set.side.is_empty()).then(|| set.side == Side::Left.name());
            let number = if is_left == Some(true) { &mut left } else { &mut others };
            let done = match is_left {
                Some(true) => on_left.get(*number).map(std::slice::from_ref),
                Some(false) => on_right.get(*number).map(std::slice::from_ref),
                None => both.get(*number).map(Vec::as_slice),
            };
            // How long several sets took is known of all of them together.
            let taken = before.last.as_ref().and_then(|last| last.taken).filter(|_| both.len() == 1);
            set.last = words::all(done.unwrap_or_default(), taken);
            set.best = words::best(before.best(*number, *number + 1), before.fastest());
            if !(set.last.is_empty() && set.best.is_empty()) {
                set.aim = before.asked(*number).map(words::asked).unwrap_or_default();
            }
            *number += 1;
        }
    }
}
