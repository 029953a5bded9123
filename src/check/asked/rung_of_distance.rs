//! `for time ladder 21-15-9 < row; burpee >`: a rung for a movement that is measured in distance or time.

use super::super::Checker;
use super::super::program::{self, Dose};
use super::{Ground, ground};
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::source::Span;

impl Checker<'_> {
    /// Warns about each movement of a ladder that a number of times is no dose for.
    pub(in crate::check) fn ask_rung_of_distance<'c>(
        &mut self,
        ladder: Span,
        choices: impl Iterator<Item = &'c program::Choice>,
    ) {
        for choice in choices.filter(|choice| choice.dose == Dose::FromBlock && choice.open.is_none()) {
            let movement = self.names.get(choice.movement);
            let name = self.text(choice.name_span);
            let units: &[(&str, &str)] = match ground(movement) {
                Some(Ground::Machine(_)) => &[("cal", "calories"), ("m", "metres")],
                Some(Ground::Water) => &[("m", "metres"), ("yd", "yards")],
                Some(Ground::Way | Ground::Room) => &[("m", "metres"), ("s", "seconds")],
                None if movement.is_held() => &[("s", "seconds")],
                None => continue,
            };
            // A quoted name ends before its quote.
            let end = choice.name_span.range().end;
            let is_quoted = self.files.get(self.file).text[end..].starts_with('"');
            let in_unit = |(unit, what): &(&str, &str)| {
                Choice::showing(Span::at(end), format!(" {unit}"), &format!("{name} {unit}"))
                    .meaning(&format!("for {what}"))
            };
            let choices: Vec<Choice> = match is_quoted {
                true => Vec::new(),
                false => units.iter().map(in_unit).collect(),
            };
            let units: Vec<String> =
                units.iter().map(|(unit, what)| format!("`{name} {unit}` for {what}")).collect();
            let units = units.join(", ");
            let how =
                if movement.is_held() { "is held for a time" } else { "is measured in distance or time" };
            let message = format!("the rungs give `{name}` a number of times, and it {how}");
            self.report(
                Diagnostic::new(Rule::RungOfDistance, choice.name_span, message)
                    .and_at(ladder, "the rungs are here")
                    .help(format!(
                        "say what the rungs count: {units}; or give it a dose of its own. If a number of times is meant, \
                         say so with `allow rung-of-distance`"
                    ))
                    .choices(choices),
            );
        }
    }
}
