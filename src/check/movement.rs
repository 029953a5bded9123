//! Movement statements: the movements to choose from, and which of them takes its dose from which.

use std::sync::Arc;

use super::Checker;
use super::asked::ClockedBout;
use super::hold::held_sets;
use super::modifier::Modifiers;
use super::program::{Choice, Exercise, MovementId, Pattern, StepKind, Target, TargetKind, Unit};
use super::scope::{Gives, Scope};
use crate::catalog::unescape;
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::quantity::Open;
use crate::source::Span;
use crate::syntax::tree::{BoutSyntax, DoseSyntax, Performance};

/// A run whose whole time is a clock below this is probably a slip: `long run 1:30` takes ninety seconds.
const SHORTEST_OUTING_MS: i64 = 5 * 60 * 1000;

/// The movement of an alternative.
pub(super) struct Performed {
    pub(super) movement: MovementId,
    /// Whether it was reported that it has no dose, together with its unknown name.
    pub(super) is_dose_reported: bool,
    /// What the last word of its name counts: `row cal`.
    pub(super) unit: Option<Unit>,
}

impl<'f> Checker<'f> {
    /// Checks a movement statement. Returns none if one of its alternatives has an error.
    pub(super) fn exercise(
        &mut self,
        performances: &'f [Performance],
        span: Span,
        scope: &Scope,
    ) -> Option<StepKind> {
        let mut choices = Vec::with_capacity(performances.len());
        if let [performance] = performances {
            let modifiers = self.modifiers_of(performance);
            let movement = self.performed_movement(performance, &performance.dose, span, scope)?;
            choices.push(self.choice(performance, &performance.dose, modifiers, movement, span, scope)?);
        } else {
            let own: Vec<Modifiers<'f>> =
                performances.iter().map(|performance| self.modifiers_of(performance)).collect();
            let givers = givers(performances);
            let reported = self.diagnostics.len();
            for ((number, performance), giver) in performances.iter().enumerate().zip(givers) {
                let dose = &performances[giver].dose;
                let movement = self.performed_movement(performance, dose, span, scope);
                let Some(movement) = movement else { continue };
                let mut modifiers = Modifiers::default();
                modifiers.or(&own[number]);
                if giver != number {
                    modifiers.or(&own[giver]);
                }
                choices.extend(self.choice(performance, dose, modifiers, movement, span, scope));
            }
            // Alternatives that share a modifier share its mistakes.
            self.diagnostics.say_once_since(reported);
            // One with an error was reported. Without it, this would be another workout.
            if choices.len() < performances.len() {
                return None;
            }
        }
        self.check_outing(&choices, performances, span, scope);
        for (choice, performance) in choices.iter().zip(performances) {
            self.ask(choice, performance, scope);
        }
        Some(StepKind::Exercise(Exercise { choices }))
    }

    /// Finds the movement of an alternative, or reports what its words were probably meant to be.
    fn performed_movement(
        &mut self,
        performance: &Performance,
        dose: &DoseSyntax,
        statement: Span,
        scope: &Scope,
    ) -> Option<Performed> {
        if let Some(movement) = self.known_movement(performance.name, performance.quoted) {
            self.note_use(movement, performance.name);
            return Some(Performed { movement, is_dose_reported: false, unit: None });
        }
        if matches!(dose, DoseSyntax::None)
            && let Some((name, unit)) = self.unit_alone(performance)
            && let Some(movement) = self.known_movement(name, false)
        {
            self.note_use(movement, name);
            return Some(Performed { movement, is_dose_reported: false, unit: Some(unit) });
        }
        if !performance.quoted && self.report_meant(performance, statement) {
            return None;
        }
        let lacks_dose = matches!(dose, DoseSyntax::None) && scope.gives == Gives::Nothing;
        Some(self.movement_named(performance.name, performance.quoted, lacks_dose))
    }

    fn choice(
        &mut self,
        performance: &'f Performance,
        dose: &'f DoseSyntax,
        modifiers: Modifiers<'f>,
        performed: Performed,
        span: Span,
        scope: &Scope,
    ) -> Option<Choice> {
        let holds_are_sets = self.holds_are_sets(dose, &modifiers, performed.movement, scope);
        let has_sets = match dose {
            DoseSyntax::None => false,
            DoseSyntax::One(item) => item.sets.is_some() || holds_are_sets,
            DoseSyntax::List(_) => true,
        };
        let scope = Scope { in_sets: has_sets, ..*scope };
        let Performed { movement, is_dose_reported, unit } = performed;
        if !self.check_list_parts(performance, span) {
            return None;
        }
        let bout = match dose {
            DoseSyntax::One(item) => Some(ClockedBout::of(item, performance.name, false)),
            DoseSyntax::None | DoseSyntax::List(_) => None,
        };
        let scope = Scope { bout, ..scope };
        let open = self.open(dose);
        let dose = match unit {
            _ if is_dose_reported => None,
            Some(unit) => self.dose_in_unit(performance.name, unit, &scope),
            None => self.dose_of(dose, movement, performance.name, &scope),
        };
        let sides = self.sides(&modifiers, &scope).map(|sides| self.in_own_half(sides, movement));
        let targets =
            modifiers.at.map(|(targets, _)| self.targets(targets, movement, &scope)).unwrap_or_default();
        let tempo = modifiers.tempo.map(|(figures, place)| self.tempo(figures, place));
        let hold = self.hold(&modifiers, movement, dose.as_ref(), performance.name, &scope);
        let between_sets = self.between_sets(&modifiers, has_sets, performance.name, &scope);
        let (dose, hold) = (dose?, hold?);
        let (dose, hold) = if holds_are_sets { (held_sets(dose, hold), None) } else { (dose, hold) };
        let is_on_body = |kind: &TargetKind| matches!(kind, TargetKind::Bodyweight | TargetKind::Assistance);
        let is_top_set =
            |target: &Target| target.kind.is_weight() && !is_on_body(&target.kind) && target.lifted.is_none();
        if matches!(open?, Some(Open::UpTo(_))) {
            self.top_sets.insert(movement, false);
        } else if targets.iter().chain(dose.targets()).any(is_top_set) {
            self.top_sets.entry(movement).or_insert(true);
        }
        let moves = self.moves(&modifiers, &dose, &targets, (movement, performance.name), &scope);
        self.check_sets(&dose, performance, span, &scope);
        self.check_single_set(&dose, &modifiers, performance, span);
        Some(Choice {
            movement,
            name_span: performance.name,
            dose,
            open: unit.map(Open::In).or(open?),
            sides: sides?,
            both_directions: modifiers.both_directions.is_some(),
            targets,
            tempo: match tempo {
                Some(tempo) => Some(tempo?),
                None => None,
            },
            hold,
            between_sets: between_sets?,
            moves: moves.map(Arc::new),
            cue: modifiers.cue.map(|(cue, _)| unescape(self.text(cue.inner)).into()),
        })
    }

    /// Warns about a clock that was probably meant as hours and minutes.
    fn check_outing(&mut self, choices: &[Choice], performances: &[Performance], span: Span, scope: &Scope) {
        let (Some(choice), Some(performance)) = (choices.first(), performances.first()) else { return };
        let DoseSyntax::One(item) = &performance.dose else { return };
        let BoutSyntax::Of(quantity) = &item.bout else { return };
        let is_outing = self.names.get(choice.movement).pattern == Some(Pattern::Locomotion);
        if scope.top
            && is_outing
            && quantity.clock
            && item.sets.is_none()
            && quantity.high < SHORTEST_OUTING_MS
        {
            let text = self.text(quantity.span);
            let minutes = quantity.low / 60_000;
            let length = match (minutes, quantity.low % 60_000 / 1000) {
                (0, seconds) => format!("{seconds} seconds"),
                (1, 0) => "one minute".to_owned(),
                (minutes, 0) => format!("{minutes} minutes"),
                (minutes, seconds) => format!("{minutes} min {seconds} s"),
            };
            self.report(
                Diagnostic::new(
                    Rule::ClockForHours,
                    quantity.span,
                    format!(
                        "`{text}` is {length}, which is short for all of `{}`",
                        first_line(self.text(span))
                    ),
                )
                .one_of([
                    diagnostic::Choice::write(quantity.span, format!("{text}:00"))
                        .meaning("for hours and minutes"),
                    diagnostic::Choice::write(quantity.span, format!("{}s", quantity.low / 1000))
                        .meaning(&format!("for {length}")),
                ]),
            );
        }
    }
}

/// Returns the first line of a text, for a message.
pub(super) fn first_line(text: &str) -> &str {
    text.split(['\n', '\r']).next().unwrap_or_default().trim_end()
}

/// Returns for each alternative which one its dose comes from: itself, or the nearest later one with a dose, or the
/// nearest earlier one.
fn givers(performances: &[Performance]) -> Vec<usize> {
    let has_dose = |number: usize| !matches!(performances[number].dose, DoseSyntax::None);
    let last = (0..performances.len()).rev().find(|&number| has_dose(number));
    let mut givers: Vec<usize> = (0..performances.len()).collect();
    let mut later = None;
    for number in (0..performances.len()).rev() {
        if has_dose(number) {
            later = Some(number);
        }
        // After the last one with a dose, that is the nearest earlier one.
        givers[number] = later.or(last).unwrap_or(number);
    }
    givers
}
