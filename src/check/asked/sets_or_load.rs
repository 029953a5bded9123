//! `bench press 135x10`: so many sets, or a load.

use super::super::Checker;
use super::super::program::{Choice, MovementPace, Pattern};
use super::{amount_of, items, whole};
use crate::catalog::movement::REPETITION_MS;
use crate::diagnostic::{self, Diagnostic, Rule, list_or};
use crate::quantity::{LoadUnit, Unit, clock_to_the_second};
use crate::source::Span;
use crate::syntax::tree::{BoutSyntax, DoseItem, DoseSyntax, Performance};

/// The most sets that are taken for sets, in thousandths: the longest programmes, such as thirty singles, have no more.
const MOST_SETS: i64 = 30_000;

/// The lightest load that a figure without a unit is taken for, in thousandths: an empty bar in pounds.
const LIGHTEST: i64 = 35_000;

/// The longest that a set of several takes, in milliseconds. Nobody does an hour of repetitions and then another.
const LONGEST_SET_MS: i64 = 60 * 60 * 1000;

impl Checker<'_> {
    /// Asks about more than thirty sets of repetitions, and about a set of more than an hour.
    pub(super) fn ask_sets_or_load(&mut self, choice: &Choice, performance: &Performance) {
        if let DoseSyntax::One(item) = &performance.dose {
            self.ask_count_or_load(item, choice, performance);
        }
        let movement = self.names.get(choice.movement);
        let items = items(&performance.dose);
        let counted: Vec<&DoseItem> = items.iter().copied().filter(|item| is_of_repetitions(item)).collect();
        let Some(place) = whole(counted.first(), counted.last()) else { return };
        if movement.pattern == Some(Pattern::Locomotion) || choice.all_targets().any(|one| one.kind.is_load())
        {
            return;
        }
        let each_ms = match (choice.tempo, movement.pace) {
            (Some(tempo), _) => tempo.seconds() * 1000,
            (None, Some(MovementPace::PerRep(ms))) => ms,
            (None, Some(MovementPace::PerDistance { .. }) | None) => REPETITION_MS,
        };
        if let Some(item) = counted.iter().find(|item| sets_of(item) > MOST_SETS) {
            self.report_many_sets(item, &items, place, performance);
        } else if let Some(item) = counted.iter().find(|item| length_ms(item, each_ms) > LONGEST_SET_MS) {
            self.report_long_set(item, each_ms);
        }
    }

    /// Warns about `deadlift 225/155`: as many repetitions, for two groups, as nobody does of what is lifted.
    fn ask_count_or_load(&mut self, item: &DoseItem, choice: &Choice, performance: &Performance) {
        let Some(amount) = amount_of(item).filter(|amount| amount.unit.is_none() && !amount.clock) else {
            return;
        };
        let is_load = amount.women().is_some_and(|women| women.min(amount.low) >= LIGHTEST)
            && item.sets.is_none()
            && self.names.get(choice.movement).is_loaded()
            && choice.all_targets().next().is_none();
        if !is_load {
            return;
        }
        let (name, written) = (self.name_as_written(performance), self.text(amount.span));
        let units = self.settings.units.as_ref().map_or(&LoadUnit::ALL[..], std::slice::from_ref);
        let loaded: Vec<String> =
            units.iter().map(|unit| format!("{name} 10 @ {written}{}", unit.name())).collect();
        let loaded = list_or(&loaded.iter().map(String::as_str).collect::<Vec<_>>());
        let message = format!("`{written}` is how many times, and may be the load");
        let reps = diagnostic::Choice::write(amount.span, format!("{written} reps"));
        self.report(Diagnostic::new(Rule::SetsOrLoad, amount.span, message).choices([reps]).help(format!(
            "a load goes behind the dose: {loaded}; in a ladder, without the dose; write `{written} reps` if that is meant"
        )));
    }

    fn report_many_sets(
        &mut self,
        item: &DoseItem,
        items: &[&DoseItem],
        place: Span,
        performance: &Performance,
    ) {
        let (Some(sets), Some(amount)) = (&item.sets, amount_of(item)) else { return };
        let (count, of, written) = (self.text(sets.span), self.text(amount.span), self.text(item.span));
        let name = self.name_as_written(performance);
        let units = self.settings.units.as_ref().map_or(&LoadUnit::ALL[..], std::slice::from_ref);
        let loaded: Vec<String> = units.iter().map(|unit| self.with_loads(items, *unit)).collect();
        let whole = whole(items.first(), items.last()).unwrap_or(place);
        let choices: Vec<diagnostic::Choice> = loaded
            .iter()
            .map(|sets| diagnostic::Choice::showing(whole, sets, &format!("{name} {sets}")))
            .collect();
        let loaded: Vec<String> = loaded.iter().map(|sets| format!("{name} {sets}")).collect();
        let loaded = list_or(&loaded.iter().map(String::as_str).collect::<Vec<_>>());
        self.report(
            Diagnostic::new(Rule::SetsOrLoad, place, format!("`{written}` is {count} sets of {of}"))
                .help(format!(
                    "if {count} is the load, write {loaded}; if {count} sets are meant, say so with `allow sets-or-load`"
                ))
                .choices(choices),
        );
    }

    /// Writes sets as loads: `95x8, 105x6` as `8 @ 95lb, 6 @ 105lb`.
    fn with_loads(&self, items: &[&DoseItem], unit: LoadUnit) -> String {
        let one = |item: &&DoseItem| match (&item.sets, &item.bout) {
            (Some(sets), BoutSyntax::Of(bout)) => {
                format!("{} @ {}{}", self.text(bout.span), self.text(sets.span), unit.name())
            }
            (Some(sets), BoutSyntax::AtLeast(bout)) => {
                format!("{}+ @ {}{}", self.text(bout.span), self.text(sets.span), unit.name())
            }
            (None, _) | (_, BoutSyntax::Max(_)) => self.text(item.span).to_owned(),
        };
        items.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    fn report_long_set(&mut self, item: &DoseItem, each_ms: i64) {
        let Some(amount) = amount_of(item) else { return };
        let text = self.text(amount.span);
        let length = clock_to_the_second(length_ms(item, each_ms));
        let message = format!("one set of `{text}` repetitions takes about {length}");
        self.report(Diagnostic::new(Rule::SetsOrLoad, item.span, message).help(
            "write the sets before the repetitions, `5x10`, and a load after `@`; if it is meant, say so with `allow sets-or-load`",
        ));
    }
}

/// Tells whether an item is several sets of repetitions.
fn is_of_repetitions(item: &DoseItem) -> bool {
    let is_counted = amount_of(item)
        .is_some_and(|amount| matches!(amount.unit, None | Some(Unit::Count)) && !amount.clock);
    is_counted && item.sets.as_ref().is_some_and(|sets| !sets.broken && sets.unit.is_none())
}

fn sets_of(item: &DoseItem) -> i64 {
    item.sets.as_ref().map_or(1000, |sets| sets.high)
}

/// Returns how long a set of an item takes.
fn length_ms(item: &DoseItem, each_ms: i64) -> i64 {
    amount_of(item).map_or(0, |amount| (amount.low / 1000).saturating_mul(each_ms))
}
