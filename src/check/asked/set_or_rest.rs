//! `squat 3x12, 60s` and `plank 45s/15s`: a time that is read as a dose, and may be the rest.

use super::super::Checker;
use super::super::program::Choice;
use super::{amount_of, items};
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::quantity::Unit;
use crate::source::Span;
use crate::syntax::tree::{BoutSyntax, DoseItem, DoseSyntax, ModifierKind, Performance, Quantity};

/// The longest that a rest between sets is taken to be, in thousandths of a second.
const LONGEST_REST: i64 = 300_000;

impl Checker<'_> {
    /// Warns about a time that may be the rest behind the sets before it, or behind the work before a `/`.
    pub(super) fn ask_set_or_rest(&mut self, choice: &Choice, performance: &Performance) {
        let is_timed = performance.modifiers.iter().any(|one| matches!(one.kind, ModifierKind::Rest(_)));
        if is_timed || choice.all_targets().any(|target| target.kind.is_load()) {
            return;
        }
        if let DoseSyntax::List(list) = &performance.dose
            && let [sets, last] = &list[..]
            && sets.own.is_empty()
            && last.own.is_empty()
            && last.targets.is_empty()
            && is_rest_behind(&sets.item, &last.item)
        {
            let (name, sets) = (self.name_as_written(performance), self.text(sets.item.span));
            let rest = self.text(last.item.span);
            let message = format!("`{rest}` is a further set here, and may be the rest");
            let behind = Span { start: list[0].item.span.end, end: last.item.span.end };
            let rest_of = diagnostic::Choice::showing(
                behind,
                format!(" rest {rest}"),
                &format!("{name} {sets} rest {rest}"),
            );
            let step = diagnostic::Choice::showing(
                behind,
                format!("; {name} {rest}"),
                &format!("{name} {sets}; {name} {rest}"),
            );
            let step = performance.modifiers.is_empty().then(|| step.meaning("for a further set"));
            let choices = [rest_of.meaning("for the rest between the sets")].into_iter().chain(step);
            self.report(Diagnostic::new(Rule::SetOrRest, last.item.span, message).choices(choices).help(
                format!(
                    "for the rest between the sets write `{name} {sets} rest {rest}`; for a further set, \
                 `{name} {rest}` as a step of its own"
                ),
            ));
            return;
        }
        let found = items(&performance.dose).into_iter().find_map(|item| Some((item, pair(item)?)));
        let Some((item, (pair, count))) = found else { return };
        let name = self.name_as_written(performance);
        let written = self.text(pair.span);
        let Some((work, rest)) = written.split_once('/') else { return };
        let seconds = |figure: &str| {
            let digits = figure.trim_end_matches(|sign: char| sign.is_alphabetic() || sign == ' ');
            if digits.len() == figure.len() { format!("{digits}s") } else { figure.to_owned() }
        };
        let work = if work.ends_with(|sign: char| sign.is_ascii_digit()) && pair.unit.is_some() {
            format!("{work}{}", self.text(pair.unit_span))
        } else {
            seconds(work)
        };
        let rest = seconds(rest);
        let sets = count.map_or(String::new(), |count| format!("{}x", self.text(count.span)));
        let message =
            format!("`{written}` is one amount for some and another for others, and may be work and rest");
        let help = format!("for {work} of work and {rest} of rest write `{name} {sets}{work} rest {rest}`");
        let choice = count.map(|_| {
            diagnostic::Choice::showing(
                item.span,
                format!("{sets}{work} rest {rest}"),
                &format!("{name} {sets}{work} rest {rest}"),
            )
        });
        self.report(Diagnostic::new(Rule::SetOrRest, item.span, message).help(help).choices(choice));
    }
}

/// Tells whether a time behind sets may be the rest between them.
fn is_rest_behind(sets: &DoseItem, last: &DoseItem) -> bool {
    let has_sets = sets.sets.as_ref().is_some_and(|sets| sets.high > 1000);
    let BoutSyntax::Of(rest) = &last.bout else { return false };
    let is_time = rest.unit == Some(Unit::Second) || rest.clock && rest.unit.is_none();
    has_sets && last.sets.is_none() && is_time && rest.high <= LONGEST_REST && rest.women().is_none()
}

/// Returns a pair of times, or of numbers of sets, with the amount that says how often it is done.
fn pair(item: &DoseItem) -> Option<(&Quantity, Option<&Quantity>)> {
    let sets = item.sets.as_deref();
    if let Some(sets) = sets
        && sets.women().is_some()
    {
        return Some((sets, amount_of(item)));
    }
    let amount = amount_of(item)?;
    (amount.unit == Some(Unit::Second) && amount.women().is_some()).then_some((amount, sets))
}
