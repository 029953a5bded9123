//! Definitions: workouts, movements, poses, athletes. Plans have a file of their own.

use super::quantity::Place;
use super::statement::Case;
use super::words::{single_blanks, with_commas, words_and_texts};
use super::{Body, Formatter};
use crate::source::Span;
use crate::syntax::tree::{
    AthleteDefinition, AthleteEntry, DefinitionWord, Fact, FactKind, FactWord, MovementDefinition,
    PoseDefinition, Quantity, WorkoutDefinition,
};
use crate::syntax::word::OtherWord;

/// First words of the lines about an athlete. The names after them are not changed.
const ENTRY_WORDS: [&str; 11] =
    ["bodyweight", "max", "training", "ftp", "css", "pace", "heart", "division", "rounding", "units", "bar"];

impl Formatter<'_> {
    pub(super) fn workout(&mut self, workout: &WorkoutDefinition, whole: Span, depth: usize) {
        self.word(DefinitionWord::Workout);
        self.quoted(workout.title);
        let mut header_end = workout.title.span.end;
        if let Some(last) = workout.blanks.last() {
            header_end = last.default.unwrap_or(last.name).end;
            self.page.push(" for ");
            self.list(
                &workout.blanks,
                depth,
                |blank| blank.name.start,
                |formatter, blank| {
                    formatter.page.push(&formatter.at(blank.name).to_lowercase());
                    if let Some(default) = blank.default {
                        let default = words_and_texts(formatter.at(default));
                        formatter.page.push(" ");
                        formatter.page.push(&default);
                    }
                },
            );
        }
        let body = Body { items: &workout.body, whole, header_end };
        self.body(&body, depth, |statement| statement.span, Self::statement);
    }

    pub(super) fn movement_definition(&mut self, definition: &MovementDefinition, whole: Span, depth: usize) {
        self.word(DefinitionWord::Movement);
        self.quoted(definition.name);
        let body = Body { items: &definition.facts, whole, header_end: definition.name.span.end };
        self.body(&body, depth, |fact| fact.span, Self::fact);
    }

    fn fact(&mut self, fact: &Fact, depth: usize) {
        let word = match &fact.kind {
            FactKind::Text(word, texts) => {
                self.texts(*word, texts, depth);
                return;
            }
            FactKind::Figure(words) => {
                self.word(FactWord::Figure);
                self.page.push(&with_commas(self.at(*words)));
                return;
            }
            FactKind::Words(word, _) | FactKind::Amount(word, _) => *word,
        };
        self.page.push(word.spelling());
        match &fact.kind {
            FactKind::Words(_, words) if !words.is_empty() => {
                self.page.push(" ");
                let case = match word {
                    FactWord::Pattern | FactWord::Sides | FactWord::Max => Case::Small,
                    FactWord::Muscles
                    | FactWord::Secondary
                    | FactWord::Equipment
                    | FactWord::Load
                    | FactWord::Pace
                    | FactWord::Figure => Case::OfNames,
                };
                self.words(words, depth, case);
            }
            FactKind::Amount(_, amount) => {
                self.page.push(" ");
                self.quantity(amount, Place::Elsewhere);
            }
            FactKind::Words(..) | FactKind::Text(..) | FactKind::Figure(_) => {}
        }
    }

    pub(super) fn pose(&mut self, pose: &PoseDefinition, whole: Span, depth: usize) {
        self.word(DefinitionWord::Pose);
        self.quoted(pose.name);
        let mut header_end = pose.name.span.end;
        if let Some(base) = pose.base {
            self.page.push(" as ");
            let name = single_blanks(self.at(base));
            let is_plain = |sign: char| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '\'');
            match !name.is_empty() && name.chars().all(is_plain) {
                true => self.page.push(&name),
                false => self.page.push(&format!("\"{name}\"")),
            }
            header_end = base.end;
        }
        let body = Body { items: &pose.lines, whole, header_end };
        self.body(
            &body,
            depth,
            |line| *line,
            |formatter, line, _| {
                formatter.page.push(&words_and_texts(formatter.at(*line)));
            },
        );
    }

    pub(super) fn athlete(&mut self, athlete: &AthleteDefinition, whole: Span, depth: usize) {
        self.word(DefinitionWord::Athlete);
        self.quoted(athlete.name);
        let body = Body { items: &athlete.entries, whole, header_end: athlete.name.span.end };
        self.body(&body, depth, |entry| entry.span, Self::entry);
    }

    fn entry(&mut self, entry: &AthleteEntry, depth: usize) {
        if let Some(raise) = &entry.raise {
            return self.raise(raise, depth);
        }
        if let Some(path) = entry.results {
            self.word(OtherWord::Results);
            return self.quoted(path);
        }
        if !entry.discs.is_empty() {
            self.page.push("discs ");
            let write = |formatter: &mut Self, disc: &Quantity| formatter.quantity(disc, Place::Elsewhere);
            return self.list(&entry.discs, depth, |disc| disc.span.start, write);
        }
        let name = words_and_texts(self.at(entry.name));
        let first = name.split(' ').next().unwrap_or_default();
        let rest = &name[first.len()..];
        match ENTRY_WORDS.iter().find(|word| word.eq_ignore_ascii_case(first)) {
            Some(word) => self.page.push(word),
            None => self.page.push(first),
        }
        self.page.push(rest);
        if let Some(amount) = &entry.amount {
            self.page.push(" ");
            self.quantity(amount, Place::Elsewhere);
        }
    }
}
