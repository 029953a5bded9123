//! What is said about a workout: its author, its level, what is expected of it.

use super::Checker;
use super::amount::Place;
use super::program::{Expectation, ExpectationKind, Level, Workout};
use super::scope::Scope;
use crate::catalog::{single_blanks, unescape};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;
use crate::syntax::tree::{Bound, Expect, LevelWord, Statement, StatementKind, TextWord};

impl<'f> Checker<'f> {
    /// Reads what is said about the workout, wherever it may stand.
    pub(super) fn head(&mut self, statements: &'f [Statement], workout: &mut Workout) {
        let mut first_step: Option<Span> = None;
        let mut seen: Vec<(&'static str, Span)> = Vec::new();
        for statement in statements {
            let (word, must_lead) = match &statement.kind {
                StatementKind::Text(TextWord::Title, _) => ("title", true),
                StatementKind::Text(TextWord::By, _) => ("by", true),
                StatementKind::Text(TextWord::Source, _) => ("source", true),
                StatementKind::Tags(_) => ("tags", true),
                StatementKind::Level(_) => ("level", true),
                StatementKind::Transition(_) => ("transition", true),
                StatementKind::Switch(_) => ("switch", true),
                StatementKind::Expect(expect) => {
                    self.expect(expect, statement.span, workout);
                    continue;
                }
                StatementKind::Movement(_)
                | StatementKind::Rest(_)
                | StatementKind::Block(_)
                | StatementKind::Do(_) => {
                    first_step = first_step.or(Some(statement.span));
                    continue;
                }
                StatementKind::Text(..)
                | StatementKind::Allow(_)
                | StatementKind::Use(_)
                | StatementKind::Workout(_)
                | StatementKind::MovementDefinition(_)
                | StatementKind::Athlete(_)
                | StatementKind::Plan(_)
                | StatementKind::Race(_)
                | StatementKind::Unreadable(_) => continue,
            };
            if let Some(&(_, first)) = seen.iter().find(|(other, _)| *other == word) {
                self.report(
                    Diagnostic::new(
                        Rule::DuplicateStatement,
                        statement.span,
                        format!("`{word}` is given a second time"),
                    )
                    .help("delete one of them")
                    .and_at(first, "the first is here"),
                );
                continue;
            }
            seen.push((word, statement.span));
            if let Some(step) = first_step.filter(|_| must_lead) {
                self.report(
                    Diagnostic::new(
                        Rule::OutOfPlace,
                        statement.span,
                        format!("`{word}` stands before the first step"),
                    )
                    .and_at(step, "the first step is here")
                    .help("move it up, before that step"),
                );
                continue;
            }
            self.put(&statement.kind, workout);
        }
    }

    /// Puts one statement about the workout in its place.
    fn put(&mut self, kind: &StatementKind, workout: &mut Workout) {
        if let StatementKind::Text(word, texts) = kind {
            let text = texts.first().map(|text| unescape(self.text(text.inner)));
            match word {
                TextWord::By => workout.by = text,
                TextWord::Source => workout.source = text,
                TextWord::Title
                | TextWord::Note
                | TextWord::Record
                | TextWord::Also
                | TextWord::Easier
                | TextWord::Harder
                | TextWord::Why
                | TextWord::Cue
                | TextWord::Until => {}
            }
        } else if let StatementKind::Tags(tags) = kind {
            workout.tags = tags.iter().map(|tag| single_blanks(self.text(*tag))).collect();
        } else if let StatementKind::Level(level) = kind {
            workout.level = Some(level_of(*level));
        } else if let StatementKind::Transition(time) = kind {
            workout.transition = self.time(time, Place("a transition"), &Scope::WORKOUT);
        } else if let StatementKind::Switch(time) = kind {
            workout.switch = self.time(time, Place("a switch of sides"), &Scope::WORKOUT);
        }
    }

    fn expect(&mut self, expect: &'f Expect, span: Span, workout: &mut Workout) {
        let kind = match expect {
            Expect::Duration { bound, amount } => {
                let Some(time) = self.time(amount, Place("an expected duration"), &Scope::WORKOUT) else {
                    return;
                };
                match (bound, time.is_range()) {
                    (None, false) => ExpectationKind::Exactly(time.low),
                    (None, true) => ExpectationKind::Between(time.low, time.high),
                    (Some(Bound::AtMost), false) => ExpectationKind::AtMost(time.low),
                    (Some(Bound::AtLeast), false) => ExpectationKind::AtLeast(time.low),
                    (Some(_), true) => {
                        self.report(
                            Diagnostic::new(
                                Rule::WrongUnit,
                                amount.span,
                                "`at most` and `at least` take one figure",
                            )
                            .help("write `expect duration 25-30min` for both ends"),
                        );
                        return;
                    }
                }
            }
            Expect::Equipment(names) => {
                let names: Vec<String> =
                    names.iter().map(|name| single_blanks(self.text(*name)).to_lowercase()).collect();
                ExpectationKind::Equipment(if names == ["none"] { Vec::new() } else { names })
            }
        };
        workout.expectations.push(Expectation { span, kind });
    }
}

fn level_of(word: LevelWord) -> Level {
    match word {
        LevelWord::Beginner => Level::Beginner,
        LevelWord::Intermediate => Level::Intermediate,
        LevelWord::Advanced => Level::Advanced,
    }
}
