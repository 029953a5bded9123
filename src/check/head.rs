//! What is said about a whole workout: its author, its level, what is expected of it.

use super::Checker;
use super::amount::QuantityName;
use super::movement::first_line;
use super::program::{About, Expectation, ExpectationKind, FeltScale, Level, Workout};
use super::scope::Scope;
use crate::catalog::{fold, single_blanks, unescape};
use crate::diagnostic::{Choice, Diagnostic, Rule, list};
use crate::source::Span;
use crate::syntax::tree::{Bound, Expect, LevelWord, Statement, StatementKind, TextWord};
use crate::syntax::word::{FeltWord, SettingWord, Word};

/// How many bytes may be shared by the workouts of a file, counted once for each workout. It leaves a thousand bytes for
/// each workout of a file that is full of workouts, at some 60 bytes each.
const MAX_SHARED: usize = 64 * 1024 * 1024;

/// What is said at the top of a file for all of its `workout` blocks.
#[derive(Debug, Default, Clone)]
pub(super) struct Shared {
    pub(super) about: About,
    pub(super) tags: Vec<String>,
}

impl<'f> Checker<'f> {
    /// Offers to move a statement to before another one.
    fn moved_before(&self, step: Span, statement: Span) -> Choice {
        let text = &self.files.get(self.file).text;
        let before = &text[..step.range().start];
        let line = before.trim_end_matches([' ', '\t']);
        let begins_line = line.is_empty() || line.ends_with(['\n', '\r']);
        let separator = match begins_line {
            true => format!("\n{}", &before[line.len()..]),
            false => "; ".to_owned(),
        };
        let gone = self.room_of_statement(statement);
        let written = self.text(statement);
        let title = format!("Move `{}` up, before that step", first_line(written));
        Choice::new(title, Span::at(step.range().start), format!("{written}{separator}")).and(gone, "")
    }

    /// Reads what is said about the workout.
    pub(super) fn head(&mut self, statements: &'f [Statement], workout: &mut Workout) {
        let mut first_step: Option<Span> = None;
        let mut seen: Vec<(Word, Span)> = Vec::new();
        for statement in statements {
            if begins_steps(&statement.kind) {
                first_step = first_step.or(Some(statement.span));
            }
            if let StatementKind::Expect(expect) = &statement.kind {
                self.expect(expect, statement.span, workout);
            }
            let Some(word) = statement.kind.word().filter(|word| word.row().leads) else { continue };
            let spelling = word.spelling();
            if let Some(&(_, first)) = seen.iter().find(|(other, _)| *other == word) {
                self.report(
                    Diagnostic::new(
                        Rule::DuplicateStatement,
                        statement.span,
                        format!("`{spelling}` is given a second time"),
                    )
                    .help("delete one of them")
                    .and_at(first, "the first is here")
                    .choices(self.delete_one_statement(first, statement.span)),
                );
                continue;
            }
            seen.push((word, statement.span));
            if let Some(step) = first_step {
                self.report(
                    Diagnostic::new(
                        Rule::OutOfPlace,
                        statement.span,
                        format!("`{spelling}` must come before the first step"),
                    )
                    .and_at(step, "the first step is here")
                    .help("move it up, before that step")
                    .choices([self.moved_before(step, statement.span)]),
                );
                continue;
            }
            self.put(&statement.kind, workout);
        }
    }

    /// Keeps what one statement says about the workout.
    fn put(&mut self, kind: &StatementKind, workout: &mut Workout) {
        if let StatementKind::Text(TextWord::About(word), texts) = kind {
            if let Some(text) = texts.first() {
                workout.about.set(*word, unescape(self.text(text.inner)));
            }
        } else if let StatementKind::Tags(tags) = kind {
            workout.tags = tags.iter().map(|tag| single_blanks(self.text(*tag))).collect();
        } else if let StatementKind::Level(level) = kind {
            workout.level = Some(level_of(*level));
        } else if let StatementKind::Scale(FeltWord::Pain) = kind {
            workout.scale = Some(FeltScale::Pain);
        } else if let StatementKind::Transition(time) = kind {
            workout.transition = self.time(time, QuantityName("a transition"), &Scope::WORKOUT);
        } else if let StatementKind::Switch(time) = kind {
            workout.switch = self.time(time, QuantityName("a switch of sides"), &Scope::WORKOUT);
        }
    }

    /// Reports shared texts that are too long to be copied to all workouts of the file. Returns false then.
    pub(super) fn check_shared(&mut self) -> bool {
        let titles = self.titles(self.file);
        let workouts = titles.written.len();
        let shared = &titles.shared;
        let texts = shared.about.texts().map(|(_, text)| text);
        let texts = texts.chain(shared.tags.iter().map(String::as_str));
        let bytes: usize = texts.map(|text| text.len() + size_of::<String>()).sum();
        if bytes.saturating_mul(workouts) <= MAX_SHARED {
            return true;
        }
        let mut words: Vec<&str> = shared.about.texts().map(|(word, _)| word.spelling()).collect();
        if !shared.tags.is_empty() {
            words.push(SettingWord::Tags.spelling());
        }
        let is = if words.len() == 1 { "is" } else { "are" };
        let message = format!("{} {is} too long to be copied to all {workouts} workouts", list(&words));
        self.report(Diagnostic::new(Rule::TooLong, Span::at(0), message));
        false
    }

    fn expect(&mut self, expect: &'f Expect, span: Span, workout: &mut Workout) {
        let kind = match expect {
            Expect::Duration { bound, amount } => {
                let Some(time) = self.time(amount, QuantityName("an expected duration"), &Scope::WORKOUT)
                else {
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
                let names: Vec<String> = names.iter().map(|name| fold(self.text(*name))).collect();
                ExpectationKind::Equipment(if names == ["none"] { Vec::new() } else { names })
            }
        };
        workout.expectations.push(Expectation { span, kind });
    }
}

/// Tells whether a workout has begun with this statement, so that nothing more is said about it as a whole.
fn begins_steps(kind: &StatementKind) -> bool {
    matches!(
        kind,
        StatementKind::Movement(_)
            | StatementKind::Rest(..)
            | StatementKind::Block(_)
            | StatementKind::Do(_)
            | StatementKind::Turns(_)
            | StatementKind::Sometimes(_)
    )
}

fn level_of(word: LevelWord) -> Level {
    match word {
        LevelWord::Beginner => Level::Beginner,
        LevelWord::Intermediate => Level::Intermediate,
        LevelWord::Advanced => Level::Advanced,
    }
}

/// Reads what is said for all workouts of a file.
pub(super) fn shared(file: &super::File) -> Shared {
    let mut shared = Shared::default();
    for statement in &file.tree.statements {
        if let StatementKind::Text(TextWord::About(word), texts) = &statement.kind
            && let Some(text) = texts.first()
        {
            shared.about.set(*word, unescape(&file.text[text.inner.range()]));
        } else if let StatementKind::Tags(tags) = &statement.kind {
            shared.tags = tags.iter().map(|tag| file.text[tag.range()].to_owned()).collect();
        }
    }
    shared
}
