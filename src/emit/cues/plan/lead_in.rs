//! The seconds before the workout: its title, the notes that come first, what to begin with, and three, two, one.

use crate::emit::Compiled;

use super::super::CueKind;
use super::super::speech::{Rate, one_line};
use super::{Planner, second_from};

/// The shortest lead-in: time to put the phone down and stand ready.
const SHORTEST_MS: i64 = 10_000;
/// How long the countdown at its end takes.
const COUNTDOWN_MS: i64 = 3000;

impl<'p> Planner<'_, 'p> {
    /// Plans the lead-in, long enough for all that belongs there. `first` is the work that comes first.
    pub(super) fn lead_in(&mut self, compiled: &Compiled<'p>, first: Option<usize>) {
        let mut title = one_line(&compiled.workout.title);
        let ends_a_sentence = title.ends_with(['.', '!', '?']);
        title = format!("Get ready for {title}{}", if ends_a_sentence { "" } else { "." });
        let first = first.and_then(|first| self.segments.get(first));
        let is_gentle = first.is_some_and(|first| self.caller.bouts.is_gentle(first));
        let first = first
            .and_then(|first| self.named(first, self.caller.upcoming(first, None, true)).into_iter().next());
        let first = first.map(|first| format!("First: {first}."));

        let notes = compiled.timeline.notes.iter().take_while(|note| note.before == 0);
        let notes = notes.filter(|note| !self.caller.blocks.is_inside(note.text));
        let notes = notes.map(|note| one_line(note.text)).filter(|note| self.rate.length_ms(note) > 0);
        let mut said = vec![(CueKind::GetReady, title)];
        said.extend(notes.map(|note| (CueKind::Note, note)));
        match (said.last_mut(), first) {
            (Some((CueKind::GetReady, title)), Some(first)) => *title = format!("{title} {first}"),
            (_, Some(first)) => said.push((CueKind::GetReady, first)),
            (_, None) => {}
        }

        let lengths: Vec<i64> =
            said.iter().map(|(_, text)| second_from(self.rate.length_ms(text) + Rate::GAP_MS)).collect();
        let mut at = -(lengths.iter().sum::<i64>() + COUNTDOWN_MS).max(SHORTEST_MS);
        for ((kind, text), length) in said.into_iter().zip(lengths) {
            self.call(0, at, kind, false, vec![text]);
            at += length;
        }
        if !self.segments.is_empty() && !is_gentle {
            self.count_to(0, 0, false);
        }
    }
}
