//! Loads that go by what was lifted: `80% of "Volume"`, `90% of monday`, `last time +2.5kg`.

use super::Checker;
use super::program::{Amount, LAST_TIME, Lifted, LiftedIn, Target, TargetKind, Unit};
use crate::catalog::{fold, unescape};
use crate::date;
use crate::diagnostic::{Diagnostic, Rule};
use crate::quantity::Kind;
use crate::source::{Place, Span};
use crate::syntax::tree::{Step, Text};
use crate::syntax::word;

/// All of it, in thousandths of a per cent.
const ALL: i64 = 100_000;

/// The most that a load may be of another, in thousandths of a per cent.
const MOST: i64 = 200_000;

/// Other words for the last time, that may also mean something else.
const ALSO_LAST_TIME: [&str; 7] =
    ["last week", "last session", "last workout", "last", "previous", "previous session", "previous week"];

impl Checker<'_> {
    /// Reads what a percentage is of, where it goes by what is lifted this week or was lifted the last time: its name, and
    /// what that is.
    pub(super) fn lifted_named(&self, name: &str, of: Span) -> Option<(Box<str>, Lifted)> {
        if name == LAST_TIME {
            return Some((LAST_TIME.into(), Lifted { what: LiftedIn::LastTime, span: of }));
        }
        let day = word::day_of(name)?;
        Some((date::name(day).into(), Lifted { what: LiftedIn::Day(day), span: of }))
    }

    /// Reads the session of a title that a percentage is of.
    pub(super) fn lifted_in(&mut self, title: Text) -> Option<(Box<str>, Lifted)> {
        let name = unescape(self.text(title.inner));
        let name = name.trim();
        if name.is_empty() {
            let message = "an empty title is not a session";
            self.report(
                Diagnostic::new(Rule::PercentOfNothing, title.span, message)
                    .help("write the title of a session of the week: `80% of \"Volume\"`"),
            );
            return None;
        }
        let what = LiftedIn::Session(name.into());
        Some((format!("\"{name}\"").into(), Lifted { what, span: title.span }))
    }

    /// Keeps where a load is a part of what is lifted in a session of the week, so that it is looked for in the plans.
    pub(super) fn note_session(&mut self, lifted: Option<&Lifted>) {
        let Some(lifted) = lifted else { return };
        if matches!(lifted.what, LiftedIn::Day(_) | LiftedIn::Session(_)) {
            self.of_sessions.insert(Place::new(self.file, lifted.span));
        }
    }

    /// Checks `last time`, `last time +2.5kg` and `last time -5%`. The outer none: it is something else.
    pub(super) fn last_time(&mut self, name: Span, offset: Option<&Step>) -> Option<Option<Target>> {
        let words = fold(self.text(name));
        if let Some(day) = words.strip_prefix("same as ").and_then(word::day_of) {
            let message = format!("`{words}` is written as a part of what was lifted then");
            let help = format!("write `@ 100% of {}`", date::name(day));
            self.report(Diagnostic::new(Rule::UnknownTarget, name, message).help(help));
            return Some(None);
        }
        if ["lasttime", "last-time", "the last time"].contains(&words.as_str()) {
            let message = format!("`{words}` is spelt `{LAST_TIME}`");
            self.report(Diagnostic::new(Rule::UnknownTarget, name, message).fix(name, LAST_TIME));
            return Some(None);
        }
        if words != LAST_TIME {
            let rest = offset.map(|step| format!(" {}", self.text(step.span))).unwrap_or_default();
            return ALSO_LAST_TIME.contains(&words.as_str()).then(|| {
                let message = format!("`{words}` could be of any session, and this goes by one statement");
                self.report(Diagnostic::new(Rule::UnknownTarget, name, message).help(format!(
                    "for the heaviest set of this the last time it was done, write `@ {LAST_TIME}{rest}`; \
                     for that of a session of this week, `@ 100% of monday` or `@ 100% of \"Volume\"`"
                )));
                None
            });
        }
        let lifted = Lifted { what: LiftedIn::LastTime, span: name };
        let part = |share| Target {
            lifted: Some(Box::new(lifted.clone())),
            ..Target::new(
                TargetKind::Percent { of: Some(LAST_TIME.into()) },
                Amount::exactly(share, Unit::Percent),
            )
        };
        let Some(step) = offset else { return Some(Some(part(ALL))) };
        if step.broken {
            return Some(None);
        }
        let text = self.text(step.span);
        let refuse = |message: String, help: &str| {
            Diagnostic::new(Rule::WrongUnit, step.span, message).help(help.to_owned())
        };
        if step.each.is_some() {
            let message = format!("`{text}` counts turns, and the last time is another one each time");
            self.report(refuse(
                message,
                "write `last time +2.5kg`: so much more than the last time, each time",
            ));
            return Some(None);
        }
        match step.unit {
            Some(Unit::Percent) if (1..=MOST).contains(&(ALL + step.by)) => Some(Some(part(ALL + step.by))),
            Some(unit) if unit.kind() == Kind::Mass => {
                Some(Some(Target { plus: Some(Amount::exactly(step.by, unit)), ..part(ALL) }))
            }
            Some(_) | None => {
                let message = format!("`{text}` can't be added to a load");
                self.report(refuse(message, "write `last time +2.5kg`, or `last time -5%`"));
                Some(None)
            }
        }
    }
}
