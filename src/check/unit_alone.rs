//! `row cal`: a dose without a figure, which comes from the ladder or is what is achieved.

use super::Checker;
use super::program::{Bout, Dose, Unit};
use super::scope::{Gives, Scope};
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::quantity::Open;
use crate::source::Span;
use crate::syntax::tree::{DoseSyntax, Performance};
use crate::syntax::unit;

impl<'f> Checker<'f> {
    /// Returns a name without its last word, and the unit that this word is, if only the rest is a known movement.
    pub(super) fn unit_alone(&mut self, performance: &Performance) -> Option<(Span, Unit)> {
        if performance.quoted || !matches!(performance.dose, DoseSyntax::None) {
            return None;
        }
        // Blanks of all kinds are between words.
        let (movement, last) = self.text(performance.name).rsplit_once(char::is_whitespace)?;
        let unit = unit::alone(last)?;
        let start = performance.name.start as usize;
        let movement = Span::new(start, start + movement.trim_end().len());
        let is_dose = self.known_movement(performance.name, false).is_none()
            && self.known_movement(movement, false).is_some();
        is_dose.then_some((movement, unit))
    }

    /// Returns what a movement does whose dose is a unit alone: a rung of the ladder in that unit, or as much as there is
    /// time for.
    pub(super) fn dose_in_unit(&mut self, name: Span, unit: Unit, scope: &Scope) -> Option<Dose> {
        match scope.gives {
            Gives::Rungs => Some(Dose::FromBlock),
            Gives::Work | Gives::Tabata => Some(Dose::Bout(Bout::Max(None))),
            Gives::Nothing => {
                let written = self.text(name);
                let (movement, word) = written.rsplit_once(char::is_whitespace).unwrap_or((written, ""));
                let movement = movement.trim_end();
                let figure = match unit {
                    Unit::Metre => "400m",
                    Unit::Second => "30s",
                    _ => "20cal",
                };
                let message = format!("how much `{word}`? There is no ladder here to say it");
                let help = format!(
                    "write `{movement} {figure}`, or `{movement} max {word}` for as much as there is time for"
                );
                let max = Choice::write(name, format!("{movement} max {word}"));
                self.report(Diagnostic::new(Rule::MissingDose, name, message).help(help).choices([max]));
                None
            }
        }
    }

    /// Returns what the sets of a dose count where they are `max`, or reports that they count different things.
    pub(super) fn open(&mut self, dose: &DoseSyntax) -> Option<Option<Open>> {
        let items = match dose {
            DoseSyntax::None => return Some(None),
            DoseSyntax::One(item) => return Some(item.open),
            DoseSyntax::List(items) => items,
        };
        let mut others = items.iter().map(|item| &item.item);
        let first = others.next()?;
        let Some(other) = others.find(|item| item.open != first.open) else {
            return Some(first.open);
        };
        self.report(
            Diagnostic::new(Rule::MixedList, other.span, "these sets count different things")
                .and_at(first.span, "the first is here")
                .help("write a statement for each"),
        );
        None
    }
}
