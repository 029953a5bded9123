//! Statements, each on a line of its own unless its block is on one line.

use super::Formatter;
use super::quantity::{self, Place};
use super::words::{single_blanks, words_and_texts};
use crate::source::Span;
use crate::syntax::templates;
use crate::syntax::tree::{
    Allow, Bound, Do, Expect, Quantity, RestAmount, ScaleSyntax, Statement, StatementKind, Step, Text,
    TextWord,
};
use crate::syntax::word::{ExpectWord, OtherWord, SettingWord, StepWord, TextStepWord, Word};

impl Formatter<'_> {
    /// Writes statements, each on a line of its own.
    pub(super) fn statements(&mut self, statements: &[Statement], depth: usize) {
        for statement in statements {
            self.begin(statement.span.start as usize, depth);
            self.statement(statement, depth);
            self.end(statement.span.end);
        }
    }

    /// Writes one statement on the current line, and the contents of its block on further lines.
    pub(super) fn statement(&mut self, statement: &Statement, depth: usize) {
        let span = statement.span;
        match &statement.kind {
            StatementKind::Movement(performances) => self.movement(performances, depth),
            StatementKind::Rest(amount, only) => {
                self.page.push(StepWord::Rest.spelling());
                self.rest_amount(amount, depth);
                if let Some(only) = only {
                    self.only(only);
                }
            }
            StatementKind::Block(block) => self.block(block, span, depth),
            StatementKind::Text(word, texts) => self.texts(*word, texts, depth),
            StatementKind::Do(done) => self.done(done, depth),
            StatementKind::Transition(quantity) => {
                self.word(SettingWord::Transition);
                self.quantity(quantity, Place::Elsewhere);
            }
            StatementKind::Switch(quantity) => {
                self.word(SettingWord::Switch);
                self.quantity(quantity, Place::Elsewhere);
            }
            StatementKind::Expect(expect) => self.expect(expect, depth),
            StatementKind::Level(level) => {
                self.word(SettingWord::Level);
                self.page.push(level.into());
            }
            StatementKind::Scale(felt) => {
                self.word(SettingWord::Scale);
                self.page.push(felt.into());
            }
            StatementKind::Tags(tags) => {
                self.word(SettingWord::Tags);
                self.words(tags, depth, Case::Kept);
            }
            StatementKind::Allow(allow) => self.allow(allow),
            StatementKind::Use(path) => {
                self.word(OtherWord::Use);
                self.quoted(*path);
            }
            StatementKind::Workout(workout) => self.workout(workout, span, depth),
            StatementKind::MovementDefinition(definition) => {
                self.movement_definition(definition, span, depth);
            }
            StatementKind::Pose(pose) => self.pose(pose, span, depth),
            StatementKind::Athlete(athlete) => self.athlete(athlete, span, depth),
            StatementKind::Plan(plan) => self.plan(plan, span, depth),
            StatementKind::RecordMax(name) => {
                self.word(TextStepWord::Record);
                self.page.push("max ");
                let written = words_and_texts(self.at(*name));
                let spelling = self.names.spelling(&written);
                self.page.push(&spelling);
            }
            StatementKind::Race(name) => {
                self.word(OtherWord::RaceDay);
                self.quoted(*name);
            }
            StatementKind::Turns(turns) => self.statement(&turns.written, depth),
            StatementKind::Sometimes(sometimes) => self.sometimes(sometimes, span, depth),
            StatementKind::PercentOf(name) => {
                self.word(SettingWord::PercentOf);
                self.reference(*name);
            }
            StatementKind::Raise(raise) => self.raise(raise, depth),
            StatementKind::Team(team) => self.team(team, span, depth),
            StatementKind::Results(name) => {
                self.word(OtherWord::Results);
                self.quoted(*name);
            }
            StatementKind::Done(done) => self.done_on_day(done, span, depth),
            // A file with one of these has errors and is not formatted.
            StatementKind::Unreadable(_) => self.page.push(self.at(span)),
        }
    }

    /// Writes a word and a blank.
    pub(super) fn word(&mut self, word: impl Into<Word>) {
        self.page.push(word.into().spelling());
        self.page.push(" ");
    }

    pub(super) fn allow(&mut self, allow: &Allow) {
        self.word(OtherWord::Allow);
        self.page.push(&self.at(allow.rule).to_lowercase());
        if let Some(why) = allow.why {
            self.page.push(" ");
            self.quoted(why);
        }
    }

    /// Writes a first word and its texts.
    pub(super) fn texts(&mut self, word: TextWord, texts: &[Text], depth: usize) {
        self.word(word.word());
        self.list(texts, depth, |text| text.span.start, |formatter, text| formatter.quoted(*text));
    }

    /// Writes a text between straight quotes. The text itself is not changed.
    pub(super) fn quoted(&mut self, text: Text) {
        // A blank whose value is a text.
        if text.span == text.inner && !text.span.is_empty() {
            self.page.push(self.at(text.span));
            return;
        }
        self.page.push("\"");
        self.page.push(self.at(text.inner));
        self.page.push("\"");
    }

    /// Writes a list of words.
    pub(super) fn words(&mut self, words: &[Span], depth: usize, case: Case) {
        self.list(
            words,
            depth,
            |word| word.start,
            |formatter, word| {
                let word = single_blanks(formatter.at(*word));
                let is_small = match case {
                    Case::Kept => false,
                    Case::OfNames => word.eq_ignore_ascii_case("none"),
                    Case::Small => true,
                };
                formatter.page.push(&if is_small { word.to_lowercase() } else { word });
            },
        );
    }

    /// Writes an amount with its step.
    pub(super) fn quantity(&mut self, amount: &Quantity, place: Place) {
        if let Some(table) = amount.table() {
            self.table(table, place);
            return;
        }
        let amount = self.amount(amount, place);
        self.page.push(&amount);
    }

    /// Returns an amount with its step.
    pub(super) fn amount(&self, amount: &Quantity, place: Place) -> String {
        let mut written = quantity::amount(self.at(amount.span), place);
        if let Some(step) = amount.step() {
            written.push(' ');
            written += &quantity::step(self.at(step.span));
        }
        written
    }

    /// Writes a step, with a blank before it.
    pub(super) fn step(&mut self, step: &Step) {
        self.page.push(" ");
        self.page.push(&quantity::step(self.at(step.span)));
    }

    /// Writes how long a rest is, with a blank before it. Writes nothing if it does not say.
    pub(super) fn rest_amount(&mut self, amount: &RestAmount, depth: usize) {
        match amount {
            RestAmount::Bare => {}
            RestAmount::For(quantity) => {
                self.page.push(" ");
                self.quantity(quantity, Place::Elsewhere);
            }
            RestAmount::Ratio { span: _, work, rest } => self.page.push(&format!(" {work}:{rest}")),
            RestAmount::UntilReady => self.page.push(" until ready"),
            RestAmount::Day => self.page.push(" day"),
            RestAmount::Moving(performance) => {
                self.page.push(" ");
                let place = self.dose_place(std::slice::from_ref(performance));
                self.performance(performance, place, depth);
            }
        }
    }

    /// Writes the values of blanks: words with single spaces, broken where they were.
    fn values(&mut self, list: Span, depth: usize) {
        let parts = templates::parts(self.text, list, false);
        self.list(
            &parts,
            depth,
            |part| part.start,
            |formatter, part| {
                let written = words_and_texts(formatter.at(*part));
                formatter.page.push(&written);
            },
        );
    }

    fn done(&mut self, done: &Do, depth: usize) {
        self.word(StepWord::Do);
        self.quoted(done.title);
        if let Some(with) = done.with {
            self.page.push(" with ");
            self.values(with, depth);
        }
        let mut scales: Vec<&ScaleSyntax> = done.scales.iter().collect();
        scales.sort_by_key(|scale| scale.word);
        for scale in scales {
            self.page.push(" ");
            self.page.push(scale.word.into());
            self.page.push(" ");
            self.quantity(&scale.amount, Place::Elsewhere);
        }
    }

    fn expect(&mut self, expect: &Expect, depth: usize) {
        match expect {
            Expect::Duration { bound, amount } => {
                self.word(SettingWord::Expect);
                self.page.push(ExpectWord::Duration.into());
                self.page.push(match bound {
                    Some(Bound::AtMost) => " at most ",
                    Some(Bound::AtLeast) => " at least ",
                    None => " ",
                });
                self.quantity(amount, Place::Elsewhere);
            }
            Expect::Equipment(names) => {
                self.word(SettingWord::Expect);
                self.page.push(ExpectWord::Equipment.into());
                self.page.push(" ");
                self.words(names, depth, Case::OfNames);
            }
        }
    }
}

/// What happens to capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// They stay.
    Kept,
    /// They stay in names, such as `EZ bar`, and the keyword `none` becomes lower case.
    OfNames,
    /// They become lower case, as the words are compared.
    Small,
}
