//! Statements that stand where they cannot, and where they belong.

use super::Checker;
use super::movement::first_line;
use super::scope::Scope;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;
use crate::syntax::tree::{StatementKind, TextWord};

impl Checker<'_> {
    /// Reports a text statement that belongs elsewhere.
    pub(super) fn check_text(&mut self, word: TextWord, span: Span, scope: &Scope) {
        let help = match word {
            TextWord::Title if scope.top && !scope.file && !scope.plan => {
                "the title of this workout stands in its first line: `workout \"…\" < … >`"
            }
            TextWord::Title | TextWord::By | TextWord::Source if scope.top => return,
            TextWord::Title => "a block's title stands in its header: `circuit \"Finisher\" rounds 3 < … >`",
            TextWord::By | TextWord::Source => "it stands at the top of the workout, before the first step",
            TextWord::Cue => {
                "a cue stands behind its movement: `squat 30s \"knees out\"`; words for all are a `note`"
            }
            TextWord::Also | TextWord::Easier | TextWord::Harder | TextWord::Why => {
                "it stands in a movement's definition: `movement \"…\" < … >`"
            }
            TextWord::Until => {
                "it stands in the header of a block: `emom 10min until \"you miss a minute\" < … >`"
            }
            TextWord::Note | TextWord::Record => return,
        };
        let text = first_line(self.text(span));
        self.report(
            Diagnostic::new(Rule::OutOfPlace, span, format!("`{text}` cannot stand here")).help(help),
        );
    }

    /// Reports a statement that stands only at the top of a workout or a file.
    pub(super) fn check_place(&mut self, kind: &StatementKind, span: Span, scope: &Scope) {
        let help = match kind {
            StatementKind::Transition(_) | StatementKind::Switch(_) if scope.top => return,
            StatementKind::Transition(_) => {
                "in a block it stands in the header: `circuit rounds 3 transition 10s < … >`"
            }
            StatementKind::Switch(_) => {
                "in a block it stands in the header: `circuit rounds 3 switch 5s < … >`"
            }
            StatementKind::Expect(_) | StatementKind::Level(_) | StatementKind::Tags(_) if scope.top => {
                return;
            }
            StatementKind::Expect(_) => "it is about the whole workout: put it after the block",
            StatementKind::Level(_) | StatementKind::Tags(_) => {
                "it stands at the top of the workout, before the first step"
            }
            StatementKind::Race(_) => "a race is on a day of a plan: `sunday < race day \"…\" >`",
            StatementKind::Use(_)
            | StatementKind::Workout(_)
            | StatementKind::MovementDefinition(_)
            | StatementKind::Athlete(_)
            | StatementKind::Plan(_) => {
                if scope.top && scope.file {
                    return;
                }
                "it stands in the file by itself, in no block"
            }
            StatementKind::Movement(_)
            | StatementKind::Rest(_)
            | StatementKind::Block(_)
            | StatementKind::Text(..)
            | StatementKind::Do(_)
            | StatementKind::Allow(_)
            | StatementKind::Unreadable(_) => return,
        };
        let text = first_line(self.text(span));
        self.report(
            Diagnostic::new(Rule::OutOfPlace, span, format!("`{text}` cannot stand here")).help(help),
        );
    }
}
