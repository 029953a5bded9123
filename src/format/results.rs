//! What was done, and what moves by it.

use super::quantity::{self, Place};
use super::{Body, Formatter};
use crate::source::Span;
use crate::syntax::tree::{
    AfterMiss, BlockWord, DefinitionWord, DoneDefinition, DoneKind, DoneLine, Half, LiftSyntax, Move,
    Quantity, SetSyntax, TextStepWord,
};
use crate::syntax::word::ModifierWord;

impl Formatter<'_> {
    /// Writes what was done on a day.
    pub(super) fn done_on_day(&mut self, done: &DoneDefinition, whole: Span, depth: usize) {
        self.page.push(DefinitionWord::Done.spelling());
        for part in [done.date, done.clock].into_iter().flatten() {
            self.page.push(" ");
            self.page.push(self.at(part));
        }
        if let Some(title) = done.title {
            self.page.push(" ");
            self.quoted(title);
        }
        if let Some(plan) = done.plan {
            self.page.push(" of ");
            self.quoted(plan);
        }
        let body = Body { items: &done.lines, whole, header_end: done.header.end };
        self.body(&body, depth, |line| line.span, Self::done_line);
    }

    fn done_line(&mut self, line: &DoneLine, depth: usize) {
        match &line.kind {
            DoneKind::Lift(lift) => self.lift(lift, depth),
            DoneKind::Now(lift) => {
                self.page.push("now ");
                self.lift(lift, depth);
            }
            DoneKind::Warmup(lines) => {
                self.page.push(BlockWord::Warmup.spelling());
                let body = Body { items: lines, whole: line.span, header_end: line.span.start };
                self.body(&body, depth, |line| line.span, Self::done_line);
            }
            DoneKind::Note(text) => {
                self.word(TextStepWord::Note);
                self.quoted(*text);
            }
            DoneKind::Score { rounds, reps } => {
                self.page.push(&format!("rounds {rounds}"));
                if let Some(reps) = reps {
                    self.page.push(&format!(" + {reps}"));
                }
            }
            DoneKind::Felt { word, place, .. } => {
                self.page.push(&self.at(*word).to_lowercase());
                self.page.push(" ");
                self.page.push(self.at(*place));
            }
            DoneKind::Skipped(why) => {
                self.page.push("skipped");
                if let Some(why) = why {
                    self.page.push(" ");
                    self.quoted(*why);
                }
            }
        }
    }

    /// Writes what was lifted or run.
    fn lift(&mut self, lift: &LiftSyntax, depth: usize) {
        if lift.quoted {
            self.page.push("\"");
            self.page.push(self.at(lift.name));
            self.page.push("\"");
        } else {
            let name = super::words::single_blanks(self.at(lift.name));
            self.page.push(&self.names.spelling(&name));
        }
        // A time is said behind what it was for: `run 8km in 42:10 @ 152bpm`.
        let of_one = lift.taken.as_ref().filter(|_| lift.sets.len() == 1);
        self.sets(&lift.sets, lift.per, of_one, depth);
        if let Some(taken) = lift.taken.as_ref().filter(|_| of_one.is_none()) {
            self.page.push(" in ");
            self.quantity(taken, Place::Elsewhere);
        }
        if let Some((_, why)) = lift.skipped {
            self.page.push(" skipped");
            if let Some(why) = why {
                self.page.push(" ");
                self.quoted(why);
            }
        }
        if !lift.asked.is_empty() {
            self.page.push(" asked");
            self.sets(&lift.asked, lift.asked_per, None, depth);
        }
    }

    fn per(&mut self, half: Option<Half>) {
        if let Some(half) = half {
            self.page.push(&format!(" {} ", ModifierWord::Per.spelling()));
            self.page.push((&half).into());
        }
    }

    fn sets(&mut self, sets: &[SetSyntax], per: Option<Half>, taken: Option<&Quantity>, depth: usize) {
        let mut is_first = true;
        self.list(
            sets,
            depth,
            |set| set.span.start,
            |formatter, set| {
                if std::mem::take(&mut is_first) {
                    formatter.page.push(" ");
                }
                match &set.dose {
                    Some(dose) => {
                        let dose = formatter.dose(dose, Place::DoseOfDistance, "");
                        formatter.page.push(&dose);
                    }
                    None => formatter.page.push("missed"),
                }
                if let Some(side) = set.side {
                    formatter.page.push(" ");
                    formatter.page.push(side.name());
                }
                // What holds for all sets goes before the target of the last.
                if sets.last().is_some_and(|last| last.span == set.span) {
                    formatter.per(per);
                }
                if let Some(taken) = taken {
                    formatter.page.push(" in ");
                    formatter.quantity(taken, Place::Elsewhere);
                }
                formatter.targets(&set.targets);
                if let Some(remark) = set.remark {
                    formatter.page.push(" ");
                    formatter.quoted(remark);
                }
            },
        );
    }

    /// Writes what moves by results, with a blank before it.
    pub(super) fn moves(&mut self, one: &Move) {
        let figure = quantity::step(self.at(one.figure));
        self.page.push(&format!(" {figure} {}", one.on.written()));
    }

    /// Writes the sets that come after a miss, with a blank before them.
    pub(super) fn after_miss(&mut self, after: &AfterMiss) {
        self.page.push(" after a miss");
        for (number, scheme) in after.schemes.iter().enumerate() {
            let dose = self.dose(scheme, Place::Dose, "");
            self.page.push(if number == 0 { " " } else { " then " });
            self.page.push(&dose);
        }
        if let Some((_, step)) = &after.again {
            self.page.push(" then again");
            if let Some(step) = step {
                self.step(step);
            }
        }
    }
}
