//! What is said of an athlete's figures: what percentages are of, what is raised, who is in a team.

use super::quantity::Place;
use super::words::words_and_texts;
use super::{Body, Formatter};
use crate::source::Span;
use crate::syntax::tree::{DefinitionWord, MoveOn, Raise, TeamDefinition};
use crate::syntax::word::{self, FigureWord, OtherWord};

impl Formatter<'_> {
    /// Writes what a percentage is of. Of what it knows, it changes the case and the short forms.
    pub(super) fn reference(&mut self, name: Span) {
        let written = words_and_texts(self.at(name));
        let read = word::reference(&written);
        if word::REFERENCES.contains(&read.as_str()) {
            self.page.push(&read);
        } else {
            let spelling = self.names.spelling(&written);
            self.page.push(&spelling);
        }
    }

    pub(super) fn raise(&mut self, raise: &Raise, depth: usize) {
        self.word(FigureWord::Raise);
        self.page.push(raise.what.name());
        if !raise.movements.is_empty() {
            self.page.push(" of ");
            self.list(
                &raise.movements,
                depth,
                |name| name.start,
                |formatter, name| {
                    let written = words_and_texts(formatter.at(*name));
                    let spelling = formatter.names.spelling(&written);
                    formatter.page.push(&spelling);
                },
            );
        }
        if let Some(by) = &raise.by {
            self.page.push(" by ");
            if raise.minus.is_some() {
                self.page.push("-");
            }
            if raise.from.is_empty() {
                self.quantity(by, Place::Elsewhere);
            }
        }
        for (number, (by, reps)) in raise.from.iter().enumerate() {
            self.page.push(if number == 0 { "" } else { ", " });
            self.quantity(by, Place::Elsewhere);
            self.page.push(" ");
            self.page.push(&MoveOn::Reps { from: *reps, in_all: false }.written());
        }
        if let Some(each) = raise.each {
            self.page.push(" each ");
            self.page.push(each.name());
        }
        if raise.if_done.is_some() {
            self.page.push(" without a miss");
        }
    }

    pub(super) fn team(&mut self, team: &TeamDefinition, whole: Span, depth: usize) {
        self.word(DefinitionWord::Team);
        self.quoted(team.name);
        let body = Body { items: &team.uses, whole, header_end: team.name.span.end };
        self.body(
            &body,
            depth,
            |(_, span)| *span,
            |formatter, (path, _), _| {
                formatter.word(OtherWord::Use);
                formatter.quoted(*path);
            },
        );
    }
}
