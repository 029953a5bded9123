//! `run 400`: so many runs, or a distance, or a time.

use super::super::Checker;
use super::super::program::Choice;
use super::{Ground, amount_of, ground, items};
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::syntax::tree::Performance;

/// From here on a figure is metres or yards rather than kilometres, miles or minutes, in thousandths. Nobody goes for a
/// hundred miles or swims for a hundred minutes in a workout that is written down in a line.
const METRES: i64 = 100_000;

impl Checker<'_> {
    /// Warns about `run 400`, which would be four hundred runs.
    pub(super) fn ask_no_unit(&mut self, choice: &Choice, performance: &Performance) {
        let Some(ground) = ground(self.names.get(choice.movement)) else { return };
        let items = items(&performance.dose);
        let bare =
            items.into_iter().filter_map(amount_of).find(|amount| amount.unit.is_none() && !amount.clock);
        let Some(quantity) = bare else { return };
        let text = self.text(quantity.span);
        let name = self.text(choice.name_span);
        let message = format!(
            "`{text}` without a unit is a number of times, and `{name}` is measured in distance or time"
        );
        if let Some((work, rest)) = text.split_once('/') {
            let help = format!("for {work} s of work and {rest} s of rest write `{work}s rest {rest}s`");
            self.report(Diagnostic::new(Rule::CountOfDistance, quantity.span, message).help(help));
            return;
        }
        let (distances, times): (&[&str], &[&str]) = match (ground, quantity.high >= METRES) {
            (Ground::Water, true) => (&["m", "yd"], &["s"]),
            (Ground::Water, false) => (&["m", "yd"], &["min"]),
            (Ground::Machine(_) | Ground::Way, true) => (&["m"], &["s"]),
            (Ground::Machine(_) | Ground::Way, false) => (&["km", "mi", "m"], &["min", "s"]),
            (Ground::Room, _) => (&["m", "ft"], &["s"]),
        };
        let written = |units: &[&str]| {
            units.iter().map(|unit| format!("`{text}{unit}`")).collect::<Vec<_>>().join(", ")
        };
        let calories = match ground {
            Ground::Machine(_) => format!(", `{text}cal` for calories"),
            Ground::Water | Ground::Way | Ground::Room => String::new(),
        };
        let write = |unit: &str, meaning: &str| {
            diagnostic::Choice::write(quantity.span, format!("{text}{unit}")).meaning(meaning)
        };
        let of_calories = matches!(ground, Ground::Machine(_)).then(|| write("cal", "for calories"));
        let choices: Vec<diagnostic::Choice> = distances
            .iter()
            .map(|unit| write(unit, "for a distance"))
            .chain(times.iter().map(|unit| write(unit, "for a time")))
            .chain(of_calories)
            .chain([write(" reps", "for a number of times")])
            .collect();
        self.report(Diagnostic::new(Rule::CountOfDistance, quantity.span, message).choices(choices).help(format!(
            "write {} for a distance, {} for a time{calories}, `{text} reps` if a number of times is meant",
            written(distances),
            written(times)
        )));
    }
}
