//! Statements: one a line, unless their block stands on one.

use super::Formatter;
use super::quantity::{self, Place};
use super::words::single_blanks;
use crate::source::Span;
use crate::syntax::tree::{
    Allow, Bound, Do, Expect, LevelWord, Quantity, RestAmount, ScaleSyntax, Statement, StatementKind, Step,
    Text, TextWord,
};

impl Formatter<'_> {
    /// Writes statements, each on a line of its own.
    pub(super) fn statements(&mut self, statements: &[Statement], depth: usize) {
        for statement in statements {
            self.begin(statement.span.start as usize, depth);
            self.statement(statement, depth);
            self.end(statement.span.end);
        }
    }

    /// Writes one statement on the line at hand, and what its block holds on further lines.
    pub(super) fn statement(&mut self, statement: &Statement, depth: usize) {
        let span = statement.span;
        match &statement.kind {
            StatementKind::Movement(performances) => self.movement(performances, depth),
            StatementKind::Rest(amount) => {
                self.page.push("rest");
                self.rest_amount(amount, depth);
            }
            StatementKind::Block(block) => self.block(block, span, depth),
            StatementKind::Text(word, texts) => self.texts(*word, texts, depth),
            StatementKind::Do(done) => self.done(done),
            StatementKind::Transition(quantity) => {
                self.page.push("transition ");
                self.quantity(quantity, Place::Elsewhere);
            }
            StatementKind::Switch(quantity) => {
                self.page.push("switch ");
                self.quantity(quantity, Place::Elsewhere);
            }
            StatementKind::Expect(expect) => self.expect(expect, depth),
            StatementKind::Level(level) => {
                self.page.push("level ");
                self.page.push(match level {
                    LevelWord::Beginner => "beginner",
                    LevelWord::Intermediate => "intermediate",
                    LevelWord::Advanced => "advanced",
                });
            }
            StatementKind::Tags(tags) => {
                self.page.push("tags ");
                self.words(tags, depth, Case::Kept);
            }
            StatementKind::Allow(allow) => self.allow(allow),
            StatementKind::Use(path) => {
                self.page.push("use ");
                self.quoted(*path);
            }
            StatementKind::Workout(workout) => self.workout(workout, span, depth),
            StatementKind::MovementDefinition(definition) => {
                self.movement_definition(definition, span, depth);
            }
            StatementKind::Athlete(athlete) => self.athlete(athlete, span, depth),
            StatementKind::Plan(plan) => self.plan(plan, span, depth),
            StatementKind::Race(name) => {
                self.page.push("race day ");
                self.quoted(*name);
            }
            // A file that has one was read with errors, and is not formatted.
            StatementKind::Unreadable(_) => self.page.push(self.at(span)),
        }
    }

    /// Writes a first word and the texts behind it.
    pub(super) fn allow(&mut self, allow: &Allow) {
        self.page.push("allow ");
        self.page.push(&self.at(allow.rule).to_lowercase());
        if let Some(why) = allow.why {
            self.page.push(" ");
            self.quoted(why);
        }
    }

    pub(super) fn texts(&mut self, word: TextWord, texts: &[Text], depth: usize) {
        self.page.push(match word {
            TextWord::Title => "title ",
            TextWord::By => "by ",
            TextWord::Source => "source ",
            TextWord::Note => "note ",
            TextWord::Record => "record ",
            TextWord::Also => "also ",
            TextWord::Easier => "easier ",
            TextWord::Harder => "harder ",
            TextWord::Why => "why ",
            TextWord::Cue => "cue ",
            TextWord::Until => "until ",
        });
        self.list(texts, depth, |text| text.span.start, |formatter, text| formatter.quoted(*text));
    }

    /// Writes a text between straight quotes. What stands inside is not touched.
    pub(super) fn quoted(&mut self, text: Text) {
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

    /// Writes how long a rest is, with a blank before it, or nothing where nothing is said.
    pub(super) fn rest_amount(&mut self, amount: &RestAmount, depth: usize) {
        match amount {
            RestAmount::Bare => {}
            RestAmount::For(quantity) => {
                self.page.push(" ");
                self.quantity(quantity, Place::Elsewhere);
            }
            RestAmount::UntilReady => self.page.push(" until ready"),
            RestAmount::Day => self.page.push(" day"),
            RestAmount::Moving(performance) => {
                self.page.push(" ");
                let place = self.dose_place(std::slice::from_ref(performance));
                self.performance(performance, place, depth);
            }
        }
    }

    fn done(&mut self, done: &Do) {
        self.page.push("do ");
        self.quoted(done.title);
        let mut scales: Vec<&ScaleSyntax> = done.scales.iter().collect();
        scales.sort_by_key(|scale| scale.word);
        for scale in scales {
            self.page.push(" ");
            self.page.push(scale.word.name());
            self.page.push(" ");
            self.quantity(&scale.amount, Place::Elsewhere);
        }
    }

    fn expect(&mut self, expect: &Expect, depth: usize) {
        match expect {
            Expect::Duration { bound, amount } => {
                self.page.push("expect duration ");
                self.page.push(match bound {
                    Some(Bound::AtMost) => "at most ",
                    Some(Bound::AtLeast) => "at least ",
                    None => "",
                });
                self.quantity(amount, Place::Elsewhere);
            }
            Expect::Equipment(names) => {
                self.page.push("expect equipment ");
                self.words(names, depth, Case::OfNames);
            }
        }
    }
}

/// What becomes of capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// They stay.
    Kept,
    /// They stay in names, such as `EZ bar`; the keyword `none` is made small.
    OfNames,
    /// They are made small: the words are compared so.
    Small,
}
