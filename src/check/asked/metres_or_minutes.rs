//! `bike 20m`: twenty metres, which are over in a moment, or twenty minutes.

use super::super::Checker;
use super::super::program::{Choice, MovementId, MovementPace};
use super::super::scope::{Gives, Scope};
use super::{Ground, amount_of, ground, items};
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::quantity::Unit;
use crate::syntax::tree::{DoseItem, Performance};

/// A distance that is covered in less is asked about, in milliseconds. Nobody gets onto a machine for less.
const SHORTEST_MS: i64 = 10_000;

/// Words of names that are short distances by their nature.
const SHORT: [&str; 4] = ["sprint", "shuttle", "acceleration", "stride"];

/// Last words of names that are gone on with for minutes.
const LONG: [&str; 8] = ["run", "running", "jog", "walk", "walking", "ride", "hike", "cycling"];

impl Checker<'_> {
    /// Warns about a distance in `m` that takes a few seconds, where minutes may be meant.
    pub(super) fn ask_metres_or_minutes(
        &mut self,
        choice: &Choice,
        performance: &Performance,
        scope: &Scope,
    ) {
        let is_timed = scope.inside_timed.is_some() || scope.gives != Gives::Nothing;
        self.ask_short_way(choice.movement, &items(&performance.dose), is_timed);
    }

    /// Warns about `rest jog 2m`.
    pub(in crate::check) fn ask_way_of_rest(&mut self, movement: MovementId, item: &DoseItem) {
        self.ask_short_way(movement, &[item], true);
    }

    fn ask_short_way(&mut self, movement: MovementId, items: &[&DoseItem], is_timed: bool) {
        let movement = self.names.get(movement);
        let (Some(ground), Some(MovementPace::PerDistance { ms, mm })) = (ground(movement), movement.pace)
        else {
            return;
        };
        let name = movement.name.to_lowercase();
        if name.split([' ', '-']).any(|word| SHORT.contains(&word)) {
            return;
        }
        let is_long = name.rsplit([' ', '-']).next().is_some_and(|last| LONG.contains(&last));
        let is_asked = |item: &DoseItem| match ground {
            Ground::Machine(_) => true,
            // Sets of a short run are sprints.
            Ground::Way if is_long => item.sets.is_none(),
            Ground::Water | Ground::Way => is_timed && item.sets.is_none(),
            // Nobody carries a load along for minutes.
            Ground::Room => false,
        };
        let short = items.iter().filter(|item| is_asked(item)).filter_map(|item| amount_of(item)).find_map(
            |amount| {
                let is_letter =
                    amount.unit == Some(Unit::Metre) && self.text(amount.unit_span).eq_ignore_ascii_case("m");
                // A thousandth of a metre is a millimetre.
                let takes_ms = amount.high.checked_mul(ms)? / mm.max(1);
                (is_letter && takes_ms < SHORTEST_MS).then_some((amount, takes_ms))
            },
        );
        let Some((amount, takes_ms)) = short else { return };
        let text = self.text(amount.span);
        let figure = text.trim_end_matches(['m', 'M']).trim_end();
        let seconds = (takes_ms / 1000).max(1);
        let unit = if seconds == 1 { "second" } else { "seconds" };
        let calories = match ground {
            Ground::Machine(_) => format!(", `{figure}cal` for calories"),
            Ground::Water | Ground::Way | Ground::Room => String::new(),
        };
        let write = |unit: &str| diagnostic::Choice::write(amount.span, format!("{figure}{unit}"));
        let of_calories = matches!(ground, Ground::Machine(_)).then(|| write("cal").meaning("for calories"));
        let choices = [write("min").meaning("for minutes")].into_iter().chain(of_calories);
        let choices: Vec<diagnostic::Choice> = choices.collect();
        self.report(
            Diagnostic::new(
                Rule::MetresOrMinutes,
                amount.span,
                format!("`{text}` is {figure} metres, which take about {seconds} {unit}"),
            )
            .help(format!(
                "write `{figure}min` for minutes{calories}; if {figure} metres are meant, say so with `allow metres-or-minutes`"
            ))
            .choices(choices),
        );
    }
}
