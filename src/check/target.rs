//! Targets: how hard to work.

use super::asked::ClockedBout;
use super::program::{Effort, Lifted, LiftedIn, MovementId, Pattern, TOP_SET, Target, TargetKind};
use super::scope::Scope;
use super::{Checker, LoadUnit};
use crate::catalog::{self, fold, quoted};
use crate::diagnostic::{Choice, Diagnostic, Rule, list, list_or, nearest};
use crate::quantity::{Amount, Kind, Unit};
use crate::source::{At, Span};
use crate::syntax::tree::{self, Measure, Quantity, Reference, Step, TargetSyntax};
use crate::syntax::word::{self, REFERENCES};

/// The top of the scale of efforts, in thousandths. A plain number up to here may be an effort or a zone.
const HIGHEST_EFFORT: i64 = 10_000;

/// How many entries of athletes a message names. More would be too long for a sentence.
const MOST_CHOICES: usize = 8;

/// What else the top set is called.
const ALSO_TOP_SET: [&str; 7] =
    ["top sets", "the top set", "topset", "top-set", "top single", "the top single", "today's top set"];

/// Words that say how hard it is without a figure.
const EFFORTS: [&str; 4] = ["easy", "moderate", "hard", "bodyweight"];

impl Checker<'_> {
    /// Checks the targets of a movement. Those with a mistake are reported and left out.
    pub(super) fn targets(
        &mut self,
        targets: &[tree::Target],
        movement: MovementId,
        scope: &Scope,
    ) -> Vec<Target> {
        // Most movements have one target.
        if let [only] = targets {
            return Vec::from_iter(self.target(only, movement, scope));
        }
        let mut checked: Vec<At<Target>> = Vec::with_capacity(targets.len());
        for written in targets {
            let Some(target) = self.target(written, movement, scope) else { continue };
            let first = checked.iter().find(|other| same_kind(&other.value.kind, &target.kind));
            if let Some(first) = first {
                let message = "one movement has two targets of one kind";
                let choices = self.one_of_targets(first.span, written.span);
                self.report(
                    Diagnostic::new(Rule::TargetTwice, written.span, message)
                        .and_at(first.span, "the first is here")
                        .choices(choices),
                );
            } else {
                checked.push(At { value: target, span: written.span });
            }
        }
        checked.into_iter().map(|target| target.value).collect()
    }

    /// Offers to keep one of two targets that follow each other.
    fn one_of_targets(&self, first: Span, second: Span) -> Vec<Choice> {
        let between = Span { start: first.end, end: second.start };
        if self.text(between).trim() != "and" {
            return Vec::new();
        }
        let write = |target: Span| {
            let text = self.text(target);
            Choice::showing(first.to(second), text, &format!("@ {text}"))
        };
        vec![write(first), write(second)]
    }

    fn target(&mut self, written: &tree::Target, movement: MovementId, scope: &Scope) -> Option<Target> {
        let target = self.as_written(written, movement, scope)?;
        Some(self.for_athlete(target, written.span, movement))
    }

    /// Checks a target as it would be for anybody.
    fn as_written(&mut self, written: &tree::Target, movement: MovementId, scope: &Scope) -> Option<Target> {
        match &written.kind {
            TargetSyntax::Measured { measure, amount, to } => {
                let kind = match measure {
                    Measure::Rpe => TargetKind::Rpe,
                    Measure::Rir => TargetKind::Rir,
                    Measure::Zone => TargetKind::Zone,
                    Measure::Slope => TargetKind::Slope,
                };
                let amount = self.measured(&kind, amount, scope)?;
                let to = match to {
                    Some(to) => Some(self.measured(&kind, to, scope)?),
                    None => None,
                };
                Some(Target { to, ..Target::new(kind, amount) })
            }
            TargetSyntax::Minus(amount) => {
                let amount = self.mass(amount, scope)?;
                Some(Target::new(TargetKind::Assistance, amount))
            }
            TargetSyntax::RepMax(repetitions) => {
                let amount = self.measured(&TargetKind::RepMax, repetitions, scope)?;
                Some(Target::new(TargetKind::RepMax, amount))
            }
            TargetSyntax::Bodyweight(steps) => self.bodyweight(steps, scope),
            TargetSyntax::Named { name, offset } => match self.last_time(*name, offset.as_ref()) {
                Some(last_time) => last_time,
                None => self.named(*name, offset.as_ref()),
            },
            TargetSyntax::Amount { times, amount, to, of } => {
                self.amount_target(times.as_deref(), amount, to.as_deref(), *of, movement, scope)
            }
        }
    }

    fn amount_target(
        &mut self,
        times: Option<&Quantity>,
        amount: &Quantity,
        to: Option<&Quantity>,
        of: Option<Reference>,
        movement: MovementId,
        scope: &Scope,
    ) -> Option<Target> {
        if amount.broken {
            return None;
        }
        let Some(unit) = amount.unit else {
            self.bare_figure(amount, movement);
            return None;
        };
        if unit == Unit::Percent && !self.within(&TargetKind::Percent { of: None }, amount) {
            return None;
        }
        let mut lifted = None;
        let kind = match unit.kind() {
            Kind::Mass => TargetKind::Load { implements: self.implements(times)? },
            Kind::Percent => {
                let (of, named) = self.reference(amount.span, of, movement)?;
                lifted = named.map(Box::new);
                self.note_session(lifted.as_deref());
                TargetKind::Percent { of }
            }
            Kind::HeartRate => TargetKind::HeartRate,
            Kind::Power => TargetKind::Power,
            Kind::Cadence => TargetKind::Cadence,
            Kind::StrokeRate => TargetKind::StrokeRate,
            Kind::Speed => TargetKind::Speed,
            Kind::Pace => TargetKind::Pace,
            Kind::Size | Kind::Distance if unit.is_size() => TargetKind::Size,
            Kind::Size
            | Kind::Distance
            | Kind::Count
            | Kind::Time
            | Kind::Calories
            | Kind::Breaths
            | Kind::Steps
            | Kind::Strokes => {
                self.report_dose_as_target(amount, movement, scope);
                return None;
            }
        };
        self.check_goes_with(&kind, amount, of.map(Reference::span), times);
        if unit != Unit::Percent && !self.within(&kind, amount) {
            return None;
        }
        let (checked, plus) = match self.plus(amount, to, scope) {
            Some(plus) => (self.sized(&Quantity { rare: None, ..amount.clone() }, unit, scope)?, Some(plus?)),
            None => (self.sized(amount, unit, scope)?, None),
        };
        let to = match to {
            Some(to) if to.broken => return None,
            Some(to) if to.unit == Some(unit) => Some(self.sized(to, unit, scope)?),
            Some(to) => {
                self.report(Diagnostic::new(Rule::WrongUnit, to.span, "both ends of `to` are of one kind"));
                return None;
            }
            None => None,
        };
        Some(Target { to, plus, lifted, ..Target::new(kind, checked) })
    }

    /// Returns the mass that is added to a percentage: `+10kg` at once, `+5kg each week` at each turn, and nothing at
    /// first. The outer none: the amount is not a percentage, or its step not a mass.
    fn plus(&mut self, amount: &Quantity, to: Option<&Quantity>, scope: &Scope) -> Option<Option<Amount>> {
        let step = amount.step().filter(|_| amount.unit == Some(Unit::Percent) && to.is_none())?;
        let unit = step.unit.filter(|unit| unit.kind() == Kind::Mass)?;
        let none_yet = plain(0, unit, step.span);
        if step.each.is_none() && !step.broken {
            return Some(self.step_by(step, &none_yet, unit).map(|by| Amount::exactly(by, unit)));
        }
        let progression = self.progression(step, &none_yet, unit, scope);
        Some(progression.map(|step| Amount { progression: Some(step), ..Amount::exactly(0, unit) }))
    }

    /// Reports a quantity after `@` that says how much and not how hard.
    fn report_dose_as_target(&mut self, amount: &Quantity, movement: MovementId, scope: &Scope) {
        let is_of_distance = || scope.bout.is_some_and(ClockedBout::has_distance);
        if amount.clock || amount.unit == Some(Unit::Second) && is_of_distance() {
            self.report_clock_at(amount, scope.bout, movement);
            return;
        }
        let text = self.text(amount.span);
        let message = format!("`{text}` says how much, not how hard");
        self.report(
            Diagnostic::new(Rule::WrongUnit, amount.span, message)
                .help("a load, a size, a pace or an effort goes after `@`, and the dose before it"),
        );
    }

    /// Reports an `of` that does not follow a percentage, and a `2x` that does not come before a load.
    fn check_goes_with(
        &mut self,
        kind: &TargetKind,
        amount: &Quantity,
        of: Option<Span>,
        times: Option<&Quantity>,
    ) {
        let text = self.text(amount.span);
        if !matches!(kind, TargetKind::Percent { .. })
            && let Some(of) = of
        {
            let of_text = self.text(of);
            let message = format!("`of {of_text}` belongs to a percentage, and `{text}` is not one");
            self.report(Diagnostic::new(Rule::WrongUnit, of, message));
        }
        if !matches!(kind, TargetKind::Load { .. })
            && let Some(times) = times
        {
            let message = format!("`{text}` is not a load, so there cannot be two of it");
            self.report(Diagnostic::new(Rule::WrongUnit, times.span.to(amount.span), message));
        }
    }

    /// Reports a target of a plain number.
    fn bare_figure(&mut self, amount: &Quantity, movement: MovementId) {
        let text = self.text(amount.span);
        let message = format!("`{text}` after `@` needs a unit");
        let diagnostic = Diagnostic::new(Rule::MissingUnit, amount.span, message);
        let known = self.names.get(movement);
        // On a run or a row it may also be a heart rate or a power; on an unknown movement it may be anything.
        let is_lifted = known.known && known.pattern != Some(Pattern::Locomotion);
        let is_effort = amount.high <= HIGHEST_EFFORT;
        let choices = self.with_units(amount, is_effort, is_lifted, known.has_max || !known.known);
        self.report(match self.settings.units {
            Some(units) if is_lifted && !is_effort => {
                diagnostic.fix(amount.span, format!("{text}{}", units.name()))
            }
            Some(_) | None if is_effort => {
                let load = self.load_of("@ ", text);
                diagnostic
                    .help(format!("write {load} for a load, `@ rpe {text}` for an effort, `@ zone {text}`"))
                    .choices(choices)
            }
            Some(_) | None => {
                let load = self.load_of("@ ", text);
                diagnostic
                    .help(format!(
                        "write {load} for a load, `@ {text}%` of a maximum, `@ {text}bpm` for a pulse, `@ {text}w` for a power"
                    ))
                    .choices(choices)
            }
        });
    }

    /// Offers what a plain number after `@` may be.
    fn with_units(&self, amount: &Quantity, is_effort: bool, is_lifted: bool, has_max: bool) -> Vec<Choice> {
        let text = self.text(amount.span);
        let write = |target: String| Choice::showing(amount.span, &target, &format!("@ {target}"));
        let units = self.settings.units.as_ref().map_or(&LoadUnit::ALL[..], std::slice::from_ref);
        let loads = units.iter().map(|unit| write(format!("{text}{}", unit.name())).meaning("for a load"));
        let mut choices: Vec<Choice> = loads.collect();
        if is_effort {
            choices.push(write(format!("rpe {text}")).meaning("for an effort"));
            choices
                .extend((amount.high <= 7_000).then(|| write(format!("zone {text}")).meaning("for a zone")));
            return choices;
        }
        choices.extend(
            (has_max && amount.high <= 200_000).then(|| write(format!("{text}%")).meaning("of the max")),
        );
        if !is_lifted {
            let is_pulse = amount.low >= 30_000 && amount.high <= 250_000;
            choices.extend(is_pulse.then(|| write(format!("{text}bpm")).meaning("for a pulse")));
            choices.push(write(format!("{text}w")).meaning("for a power"));
        }
        choices
    }

    /// Returns how a load is written: in the unit of the gym's plates, or in both if that is not known.
    fn load_of(&self, before: &str, figure: &str) -> String {
        let written = |unit: &LoadUnit| format!("{before}{figure}{}", unit.name());
        let units = self.settings.units.as_ref().map_or(&LoadUnit::ALL[..], std::slice::from_ref);
        let written: Vec<_> = units.iter().map(written).collect();
        list_or(&written.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Adds the unit to a load of a plain number if the unit is known; else shows how a load is written.
    fn with_load_unit(
        &self,
        diagnostic: Diagnostic,
        figure: Span,
        unit: Option<Unit>,
        help: &str,
    ) -> Diagnostic {
        match self.settings.units {
            Some(units) if unit.is_none() => {
                diagnostic.fix(figure, format!("{}{}", self.text(figure), units.name()))
            }
            None if unit.is_none() => {
                let text = self.text(figure);
                let with = |unit: LoadUnit| Choice::write(figure, format!("{text}{}", unit.name()));
                diagnostic.help(help).choices(LoadUnit::ALL.map(with))
            }
            Some(_) | None => diagnostic.help(help),
        }
    }

    /// Reads the `2` of `2x24kg`.
    fn implements(&mut self, times: Option<&Quantity>) -> Option<u8> {
        let Some(times) = times else { return Some(1) };
        if times.broken {
            return None;
        }
        match (times.unit, times.low) {
            (None, 1000) if !times.is_range() => Some(1),
            (None, 2000) if !times.is_range() => Some(2),
            _ => {
                let text = self.text(times.span);
                self.report(Diagnostic::new(
                    Rule::AbsurdAmount,
                    times.span,
                    format!("two hands cannot hold `{text}`: write `2x24kg` for a pair"),
                ));
                None
            }
        }
    }

    /// Checks what a percentage is of. The outer none: there is no such maximum, which is reported.
    fn reference(
        &mut self,
        percentage: Span,
        of: Option<Reference>,
        movement: MovementId,
    ) -> Option<(Option<Box<str>>, Option<Lifted>)> {
        let listed = self.athletes_list();
        let text = self.text(percentage);
        let Some(of) = of else {
            if let Some(said) = self.percent_around(movement) {
                return Some((Some(said), None));
            }
            let known = self.names.get(movement);
            let own = fold(&known.name);
            if known.has_max || !known.known || listed.has(&format!("max {own}")) {
                return Some((None, None));
            }
            self.report(
                Diagnostic::new(
                    Rule::PercentOfNothing,
                    percentage,
                    format!("`{text}` of what? `{own}` has no one-rep max"),
                )
                .help(if let Some(lifted) = with_max(&own) {
                    format!(
                        "`{lifted}` has one: write that instead of `{own}`; or list a max for an athlete: \
                         `max {own} 60kg`"
                    )
                } else if known.pattern == Some(Pattern::Locomotion) {
                    format!(
                        "a pace can't have a percentage: write the pace itself, `@ 5:00/km`, one that the athlete \
                         lists, `@ marathon pace`, or how hard it is, `@ hard`, `@ zone 4`; \
                         of what else an athlete lists: `{text} of max heart rate`, `{text} of ftp`"
                    )
                } else {
                    format!(
                        "say what it is of, such as `{text} of ftp`, or list a max for an athlete: `max {own} 60kg`"
                    )
                }),
            );
            return None;
        };
        let of = match of {
            Reference::Name(of) => of,
            Reference::Title(title) => {
                return self.lifted_in(title).map(|(name, lifted)| (Some(name), Some(lifted)));
            }
        };
        let name = word::reference(&fold(self.text(of)));
        if name == TOP_SET {
            let has_load = self.top_set(percentage, of, movement)?;
            self.has_top_sets = true;
            let lifted = Lifted { what: LiftedIn::TopSet { has_load }, span: of };
            return Some((Some(TOP_SET.into()), Some(lifted)));
        }
        if let Some((name, lifted)) = self.lifted_named(&name, of) {
            return Some((Some(name), Some(lifted)));
        }
        self.reference_named(&name, of, text).map(|name| (Some(name), None))
    }

    /// Checks the name of what a percentage is of, at a place; `text` is the percentage.
    pub(super) fn reference_named(&mut self, name: &str, of: Span, text: &str) -> Option<Box<str>> {
        let listed = self.athletes_list();
        let known = REFERENCES.contains(&name)
            || listed.has(name)
            || listed.has(&format!("max {name}"))
            || self.known_movement(of, false).is_some_and(|id| self.names.get(id).has_max);
        if known {
            return Some(name.into());
        }
        let mut choices: Vec<&str> = REFERENCES.to_vec();
        choices.extend(listed.names().filter(|listed| !REFERENCES.contains(listed)).take(MOST_CHOICES));
        let diagnostic = Diagnostic::new(
            Rule::PercentOfNothing,
            of,
            format!("no athlete lists `{name}`, so `{text}` of it is unknown"),
        );
        let near = nearest(name, choices.iter().copied()).map(str::to_owned);
        let choices = list(&choices);
        let meant = ALSO_TOP_SET.contains(&name).then(|| TOP_SET.to_owned());
        let meant = meant.or_else(|| self.workout_called(name).map(|title| quoted(&title)));
        self.report(match meant.or(near).or_else(|| self.meant_movement(name)) {
            Some(meant) => diagnostic.fix(of, meant),
            None => diagnostic.help(format!("it may be of {choices}, or of a movement that has a max")),
        });
        None
    }

    /// Checks that the heavy set that a percentage is of comes before it. Returns whether it has a load.
    fn top_set(&mut self, percentage: Span, of: Span, movement: MovementId) -> Option<bool> {
        if let Some(&has_load) = self.top_sets.get(&movement) {
            return Some(has_load);
        }
        let own = fold(&self.names.get(movement).name);
        let message = format!("there is no top set of `{own}` before this");
        let text = self.text(percentage);
        let behind = Span { start: percentage.end, end: of.end };
        let alone = Choice::showing(behind, "", &format!("@ {text}")).meaning("of the max");
        self.report(Diagnostic::new(Rule::PercentOfNothing, of, message).help(format!(
            "write its heavy set in a line before it, `{own} build to 3` or `{own} 3 @ 100kg`, or `{text}` alone for \
             a percentage of the max"
        )).choices([alone]));
        None
    }

    fn measured(&mut self, kind: &TargetKind, quantity: &Quantity, scope: &Scope) -> Option<Amount> {
        if quantity.broken {
            return None;
        }
        let unit = match (kind, quantity.unit) {
            (TargetKind::Slope, Some(Unit::Percent) | None) => Unit::Percent,
            (
                TargetKind::Rpe | TargetKind::Rir | TargetKind::Zone | TargetKind::RepMax,
                None | Some(Unit::Count),
            ) => Unit::Count,
            _ => {
                let text = self.text(quantity.span);
                let message = format!("`{text}` does not belong here: this target is a plain number");
                self.report(Diagnostic::new(Rule::WrongUnit, quantity.span, message));
                return None;
            }
        };
        if !self.within(kind, quantity) {
            return None;
        }
        let progression = match quantity.step() {
            Some(step) => Some(self.progression(step, quantity, unit, scope)?),
            None => None,
        };
        let women = quantity.women();
        Some(self.of_division(Amount { low: quantity.low, high: quantity.high, unit, women, progression }))
    }

    /// Reports a figure that is off its scale.
    fn within(&mut self, kind: &TargetKind, quantity: &Quantity) -> bool {
        let (low, high, scale) = match kind {
            TargetKind::RepMax => (1_000, 30_000, "loads are named after 1 to 30 repetitions"),
            TargetKind::Rpe => (1_000, 10_000, "effort (rpe) runs from 1 to 10"),
            TargetKind::Rir => (0, 10_000, "reps in reserve (rir) run from 0 to 10"),
            TargetKind::Zone => (1_000, 7_000, "zones run from 1 to 7"),
            TargetKind::Slope => (0, 100_000, "a slope runs from 0 to 100 %"),
            TargetKind::Percent { .. } => (1, 200_000, "a percentage of a maximum runs up to 200 %"),
            TargetKind::HeartRate => (30_000, 250_000, "a heart beats 30 to 250 times a minute"),
            TargetKind::Load { .. }
            | TargetKind::Bodyweight
            | TargetKind::Assistance
            | TargetKind::Size
            | TargetKind::Power
            | TargetKind::Cadence
            | TargetKind::StrokeRate
            | TargetKind::Speed
            | TargetKind::Pace
            | TargetKind::NamedPace { .. }
            | TargetKind::Effort(_) => return true,
        };
        if quantity.low >= low && quantity.high <= high {
            return true;
        }
        let text = self.text(quantity.span);
        self.report(Diagnostic::new(
            Rule::AbsurdAmount,
            quantity.span,
            format!("`{text}` is not on the scale: {scale}"),
        ));
        false
    }

    fn mass(&mut self, quantity: &Quantity, scope: &Scope) -> Option<Amount> {
        match quantity.unit {
            Some(unit) if unit.kind() == Kind::Mass && !quantity.broken => self.sized(quantity, unit, scope),
            _ if quantity.broken => None,
            _ => {
                let text = self.text(quantity.span);
                let diagnostic =
                    Diagnostic::new(Rule::WrongUnit, quantity.span, format!("`{text}` is not a load"));
                if quantity.unit == Some(Unit::Percent) && (0..100_000).contains(&quantity.low) {
                    let share = (100_000 - quantity.low) / 1000;
                    let minus = Span { start: quantity.span.start - 1, end: quantity.span.end };
                    let is_minus = self.text(minus).starts_with('-');
                    let share_of_max = Choice::showing(minus, format!("{share}%"), &format!("@ {share}%"));
                    let help = format!(
                        "for so much less than the heaviest set, write `@ {share}% of top set` behind a `build to`; \
                         as a share of the max, `@ {share}%` if that is meant"
                    );
                    let choice = is_minus.then(|| share_of_max.meaning("of the max"));
                    self.report(diagnostic.help(help).choices(choice));
                    return None;
                }
                let help = format!("help from a band or a machine is written {}", self.load_of("@ -", "30"));
                self.report(self.with_load_unit(diagnostic, quantity.span, quantity.unit, &help));
                None
            }
        }
    }

    /// Checks `bodyweight`, an offset, a step: `bodyweight +10kg +2.5kg each week`.
    fn bodyweight(&mut self, steps: &[Step], scope: &Scope) -> Option<Target> {
        let mut offset: Option<&Step> = None;
        let mut added: Option<&Step> = None;
        for step in steps {
            let slot = if step.each.is_some() { &mut added } else { &mut offset };
            if slot.is_some() {
                self.report(Diagnostic::new(Rule::OptionTwice, step.span, "one such step is enough"));
            }
            *slot = Some(step);
        }
        let mut kind = TargetKind::Bodyweight;
        let mut amount = None;
        if let Some(step) = offset.or(added) {
            if step.broken {
                return None;
            }
            let Some(unit) = step.unit.filter(|unit| unit.kind() == Kind::Mass) else {
                let text = self.text(step.span);
                let message = format!("only a load can be added to bodyweight, and `{text}` is not one");
                let diagnostic = Diagnostic::new(Rule::WrongUnit, step.span, message);
                let help = format!("write {}", self.load_of("bodyweight +", "10"));
                // The step has more than a unit after its figure.
                self.report(match step.each {
                    None => self.with_load_unit(diagnostic, step.span, step.unit, &help),
                    Some(_) => diagnostic.help(help),
                });
                return None;
            };
            let start = offset.map_or(0, |offset| offset.by);
            if start < 0 {
                kind = TargetKind::Assistance;
            }
            let mut load = Amount::exactly(start.abs(), unit);
            if let Some(added) = added {
                let quantity = plain(start.abs(), unit, step.span);
                load.progression = Some(self.progression(added, &quantity, unit, scope)?);
            }
            amount = Some(load);
        }
        Some(Target { amount, ..Target::bare(kind) })
    }

    /// Checks `easy`, `marathon pace`, `css +2s`.
    fn named(&mut self, name: Span, offset: Option<&Step>) -> Option<Target> {
        let words = fold(self.text(name));
        let effort = match words.as_str() {
            "easy" => Some(Effort::Easy),
            "moderate" => Some(Effort::Moderate),
            "hard" => Some(Effort::Hard),
            _ => None,
        };
        if let (Some(effort), None) = (effort, offset) {
            return Some(Target::bare(TargetKind::Effort(effort)));
        }
        let pace = words.strip_suffix(" pace");
        let listed = self.athletes_list();
        let is_listed = listed.has(&words) || listed.has(&format!("pace {words}"));
        if pace.is_none() && words != "css" && !is_listed {
            let diagnostic = Diagnostic::new(
                Rule::UnknownTarget,
                name,
                format!("`{words}` is not a load, a pace or an effort"),
            );
            let paces = listed.names().take(MOST_CHOICES).filter_map(|entry| entry.strip_prefix("pace "));
            let near = nearest(&words, EFFORTS.into_iter().chain(paces));
            self.report(match near {
                Some(near) => diagnostic.fix(name, near),
                None if matches!(words.as_str(), "threshold" | "tempo" | "interval" | "race") => diagnostic
                    .help(format!("for a pace that the athlete knows, write `@ {words} pace`; for how hard, `@ zone 4` or `@ rpe 8`"))
                    .choices([Choice::showing(name, format!("{words} pace"), &format!("@ {words} pace"))]),
                None => diagnostic
                    .help("after `@` write `24kg`, `80%`, `rpe 8`, `easy`, `marathon pace` or the like"),
            });
            return None;
        }
        let amount = match offset {
            Some(step) if step.broken => return None,
            Some(step) if step.unit == Some(Unit::Second) && step.each.is_none() => {
                Some(Amount::exactly(step.by, Unit::Second))
            }
            Some(step) => {
                let text = self.text(step.span);
                self.report(
                    Diagnostic::new(
                        Rule::WrongUnit,
                        step.span,
                        format!("a pace is made slower or faster by seconds, and `{text}` is not in seconds"),
                    )
                    .help("write `css +2s`"),
                );
                return None;
            }
            None => None,
        };
        let kind = TargetKind::NamedPace { name: pace.unwrap_or(&words).into() };
        Some(Target { amount, ..Target::bare(kind) })
    }

    /// Checks the moving part of a rest, whose targets are those of a movement.
    pub(super) fn rest_targets(
        &mut self,
        modifiers: &[tree::Modifier],
        movement: MovementId,
        scope: &Scope,
    ) -> Vec<Target> {
        let written: Vec<tree::Target> =
            modifiers.iter().flat_map(tree::Modifier::targets).cloned().collect();
        self.targets(&written, movement, scope)
    }
}

/// A quantity of a plain figure.
fn plain(figure: i64, unit: Unit, span: Span) -> Quantity {
    Quantity {
        span,
        low: figure,
        high: figure,
        unit: Some(unit),
        unit_span: span,
        clock: false,
        broken: false,
        rare: None,
    }
}

/// Returns the barbell lift that a movement without a max is short for: `back squat` for `squat`.
fn with_max(name: &str) -> Option<String> {
    let lifts = ["back", "barbell"].map(|word| format!("{word} {name}"));
    lifts
        .into_iter()
        .find(|lift| catalog::look_up(lift).is_some_and(|known| known.has_max && known.name == *lift))
}

/// Tells whether two targets measure the same.
fn same_kind(one: &TargetKind, other: &TargetKind) -> bool {
    let is_load = |kind: &TargetKind| {
        matches!(
            kind,
            TargetKind::Load { .. }
                | TargetKind::Bodyweight
                | TargetKind::Assistance
                | TargetKind::Percent { of: None }
                | TargetKind::RepMax
        )
    };
    let is_pace = |kind: &TargetKind| {
        matches!(kind, TargetKind::Pace | TargetKind::NamedPace { .. } | TargetKind::Speed)
    };
    std::mem::discriminant(one) == std::mem::discriminant(other)
        || (is_load(one) && is_load(other))
        || (is_pace(one) && is_pace(other))
}
