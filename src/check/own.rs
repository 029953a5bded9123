//! What a target means for the athlete.

use std::sync::Arc;

use super::Checker;
use super::program::{MovementId, OwnTarget, Target, TargetKind};
use crate::athlete::{Athlete, BARBELL, Missing, OfMax, Rounding, part, percent_of, with_mass};
use crate::catalog;
use crate::catalog::movement::Movement;
use crate::diagnostic::{Diagnostic, Rule, nearest};
use crate::quantity::Amount;
use crate::source::Span;
use crate::training::rep_max;

/// One whole unit, in thousandths.
const WHOLE: i64 = 1_000;

/// What a percentage is of for an athlete.
struct Base {
    /// The kind of target that it makes.
    kind: TargetKind,
    /// The whole of it.
    amount: Amount,
    /// What the part is rounded to.
    rounding: Rounding,
    /// Which max it is, if it is one.
    of_max: Option<OfMax>,
}

impl Checker<'_> {
    /// Works out what a target means for the athlete, if there is one. A figure that they do not list is reported once.
    pub(super) fn for_athlete(&mut self, target: Target, place: Span, movement: MovementId) -> Target {
        let Some((athlete, ..)) = &self.athlete else { return target };
        match self.own(athlete, &target, movement) {
            Ok(own) => {
                let is_below = own.as_ref().is_some_and(|own| {
                    own.target.amount.is_some_and(|amount| own.rounding.is_below_bar(amount.low))
                });
                if is_below && !self.is_below_bar_said {
                    self.is_below_bar_said = true;
                    let message = format!("`{}` comes to less than the empty bar weighs", self.text(place));
                    self.report(Diagnostic::new(Rule::BelowBar, place, message).help(
                        "the bar alone is taken; for less, use dumbbells, or list a lighter bar: `bar 15kg`",
                    ));
                }
                Target { own: own.map(Box::new), ..target }
            }
            Err(missing) => {
                self.report_missing_figure(missing, place);
                target
            }
        }
    }

    /// Returns what a target means for the athlete. Returns none if it is the same for everybody.
    fn own(&self, athlete: &Athlete, target: &Target, id: MovementId) -> Result<Option<OwnTarget>, Missing> {
        let movement = self.names.get(id);
        let own_max = || {
            let max = athlete.max_of(movement).ok_or_else(|| Missing::Max(movement.name.to_lowercase()))?;
            Ok(athlete.in_own_units(max).low)
        };
        let load = |amount: Amount| {
            let own = athlete.in_own_units(amount);
            OwnTarget {
                target: Target::new(TargetKind::Load { implements: 1 }, own),
                rounding: athlete.rounding_of(movement),
                of_max: None,
            }
        };
        let exactly = |kind, amount| OwnTarget {
            target: Target::new(kind, amount),
            rounding: Rounding::Exactly,
            of_max: None,
        };
        Ok(match &target.kind {
            TargetKind::Load { implements } => {
                let Some(amount) = &target.amount else { return Ok(None) };
                let is_foreign = amount.unit != athlete.units.unit();
                let is_settled = amount.is_range() || amount.progression.is_some();
                (is_foreign || is_settled).then(|| {
                    let own = load(*amount);
                    let kind = TargetKind::Load { implements: *implements };
                    let is_barbell = movement.equipment.iter().any(|one| one == BARBELL);
                    // Kettlebells are made in either unit: a 53 lb one is the 24 kg one.
                    let rounding =
                        if is_foreign && !is_barbell { Rounding::Step(WHOLE) } else { own.rounding };
                    OwnTarget { target: Target { kind, ..own.target }, rounding, of_max: None }
                })
            }
            TargetKind::Bodyweight => whole_bodyweight(athlete, target.amount)?
                .map(|whole| OwnTarget { rounding: Rounding::Exactly, ..load(whole) }),
            // What was lifted, only the results and the plan show.
            TargetKind::Percent { .. } if target.lifted.is_some() => return Ok(None),
            // An athlete who lists no max knows the load by heart.
            TargetKind::RepMax => target.amount.zip(own_max().ok()).map(|(repetitions, max)| {
                let share = rep_max::load_for(repetitions.low);
                let of_max = OfMax { share: Some(share), ..self.whole_max(max, &movement.name) };
                let own = load(Amount::exactly(part(share, max), athlete.units.unit()));
                OwnTarget { of_max: Some(Box::new(of_max)), ..own }
            }),
            TargetKind::Percent { of } => {
                let Some(percent) = &target.amount else { return Ok(None) };
                let Base { kind, amount: base, rounding, of_max } =
                    self.base(athlete, of.as_deref(), movement, own_max)?;
                let plus = target.plus.map(|plus| athlete.in_own_units(plus));
                let figure =
                    |percent: &Amount| with_mass(percent_of(percent, base.low, base.unit), plus.as_ref());
                let to = target.to.as_ref().map(figure);
                let target = Target { to, ..Target::new(kind, figure(percent)) };
                // What takes more away than there is stays as it is written.
                let is_left = target.amount.is_some_and(|amount| amount.low > 0);
                is_left.then(|| OwnTarget { target, rounding, of_max: of_max.map(Box::new) })
            }
            TargetKind::NamedPace { name } => {
                named_pace(athlete, name, target.amount)?.map(|pace| exactly(TargetKind::Pace, pace))
            }
            TargetKind::Effort(effort) => {
                let runs = movement.name.split(' ').any(|word| word == "run");
                let named = if runs { athlete.pace(effort.name()) } else { None };
                named.map(|pace| exactly(TargetKind::Pace, pace))
            }
            TargetKind::Assistance
            | TargetKind::Size
            | TargetKind::Rpe
            | TargetKind::Rir
            | TargetKind::Zone
            | TargetKind::HeartRate
            | TargetKind::Power
            | TargetKind::Cadence
            | TargetKind::StrokeRate
            | TargetKind::Speed
            | TargetKind::Pace
            | TargetKind::Slope => None,
        })
    }

    /// Returns what a percentage is of.
    fn base(
        &self,
        athlete: &Athlete,
        of: Option<&str>,
        movement: &Movement,
        own_max: impl Fn() -> Result<i64, Missing>,
    ) -> Result<Base, Missing> {
        let load = |base| Base {
            kind: TargetKind::Load { implements: 1 },
            amount: Amount::exactly(base, athlete.units.unit()),
            rounding: athlete.rounding_of(movement),
            of_max: None,
        };
        let exactly = |kind, amount| Base { kind, amount, rounding: Rounding::Step(WHOLE), of_max: None };
        Ok(match of {
            None | Some("max") => {
                let max = own_max()?;
                Base { of_max: Some(self.whole_max(max, &movement.name)), ..load(max) }
            }
            Some("training max") => {
                let share = athlete.training_max.ok_or(Missing::TrainingMax)?;
                let max = own_max()?;
                let of_max = OfMax { training: Some(share), ..self.whole_max(max, &movement.name) };
                Base { of_max: Some(of_max), ..load(part(share, max)) }
            }
            Some("bodyweight") => {
                let weight = athlete.bodyweight.ok_or(Missing::Bodyweight)?;
                load(athlete.in_own_units(weight).low)
            }
            Some("ftp") => exactly(TargetKind::Power, athlete.ftp.ok_or(Missing::Ftp)?),
            Some("max heart rate") => {
                exactly(TargetKind::HeartRate, athlete.max_heart_rate.ok_or(Missing::MaxHeartRate)?)
            }
            Some(name) => {
                let max = self.max_called(athlete, name)?;
                let bare = name.strip_prefix("max ").unwrap_or(name);
                Base { of_max: Some(self.whole_max(max, bare)), ..load(max) }
            }
        })
    }

    /// Returns what is all of a movement's max, in the unit of the athlete's loads.
    fn whole_max(&self, max: i64, movement: &str) -> OfMax {
        OfMax { key: self.max_key(movement), max, training: None, share: None }
    }

    /// Returns what tells a movement's max from others: the key of its own name, whichever of its names this is.
    pub(super) fn max_key(&self, name: &str) -> Arc<str> {
        let known = self.names.called(self.file, name).map(|id| catalog::key(&self.names.get(id).name));
        let listed = || catalog::look_up(name).map(|movement| catalog::key(&movement.name));
        known.or_else(listed).unwrap_or_else(|| catalog::key(name)).into()
    }

    /// Returns the max that is listed under a name. The name can begin with `max`.
    fn max_called(&self, athlete: &Athlete, name: &str) -> Result<i64, Missing> {
        let bare = name.strip_prefix("max ").unwrap_or(name);
        let known = self.names.called(self.file, bare);
        let max = match known {
            Some(id) => athlete.max_of(self.names.get(id)),
            None => athlete.max_listed_as(bare),
        };
        max.map(|max| athlete.in_own_units(max).low).ok_or_else(|| Missing::Max(bare.to_owned()))
    }

    pub(super) fn report_missing_figure(&mut self, missing: Missing, place: Span) {
        let Some((athlete, named)) = self.athlete.clone() else { return };
        let text = self.text(place);
        let own = &athlete.name;
        let stays = match missing {
            Missing::Pace(_) => "so this pace stays a word".to_owned(),
            _ if text.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("raise")) => {
                "so nothing is raised".to_owned()
            }
            Missing::Bodyweight
            | Missing::TrainingMax
            | Missing::Ftp
            | Missing::MaxHeartRate
            | Missing::Max(_) => format!("so `{text}` stays as it is"),
        };
        let message = format!("{own} lists no `{}`, {stays}", missing.name());
        let line = missing.line(athlete.units);
        let meant = match &missing {
            Missing::Pace(name) if text.eq_ignore_ascii_case(&format!("{name} pace")) => {
                nearest(name, athlete.pace_names()).map(|near| format!("{near} pace"))
            }
            Missing::Pace(_)
            | Missing::Bodyweight
            | Missing::TrainingMax
            | Missing::Ftp
            | Missing::MaxHeartRate
            | Missing::Max(_) => None,
        };
        if !self.missing_figures.insert(missing) {
            return;
        }
        let diagnostic = Diagnostic::new(Rule::MissingFigure, place, message);
        let mut diagnostic = match meant {
            Some(meant) => diagnostic.fix(place, meant),
            None => {
                diagnostic.help(format!("add the line `{line}` to athlete \"{own}\", with their own figure"))
            }
        };
        if named.file == self.file {
            diagnostic = diagnostic.and_at(named.span, "the athlete");
        }
        self.report(diagnostic);
    }
}

/// Returns what an athlete weighs plus what is added; none if the added part grows by a percentage, which is not one of
/// the whole.
fn whole_bodyweight(athlete: &Athlete, added: Option<Amount>) -> Result<Option<Amount>, Missing> {
    let weight = athlete.bodyweight.ok_or(Missing::Bodyweight)?;
    let weight = athlete.in_own_units(weight).low;
    let whole = match added.map(|added| athlete.in_own_units(added)) {
        Some(added) => {
            Amount { low: weight.saturating_add(added.low), high: weight.saturating_add(added.high), ..added }
        }
        None => Amount::exactly(weight, athlete.units.unit()),
    };
    let grows = whole.progression.is_some_and(|step| step.percent);
    Ok((!grows).then_some(whole))
}

/// Returns an athlete's pace by its name, plus the offset; none if no time is left of it.
fn named_pace(athlete: &Athlete, name: &str, offset: Option<Amount>) -> Result<Option<Amount>, Missing> {
    let bare = name.strip_suffix(" pace").unwrap_or(name);
    let pace = athlete.pace(bare).ok_or_else(|| Missing::Pace(bare.to_owned()))?;
    let low = pace.low.saturating_add(offset.map_or(0, |offset| offset.low));
    Ok((low > 0).then(|| Amount::exactly(low, pace.unit)))
}
