//! `raise training max by 2.5kg each week`: what is raised in a plan, by the plan and by the athlete.

use std::ptr;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::program::{Choice, Plan, Step, StepKind, TargetKind, WeekBlock, Workout};
use super::scope::Scope;
use super::{Checker, LoadUnit};
use crate::athlete::{Missing, Raise, RaiseByReps, RaiseTurn, Raised, Raises};
use crate::catalog::{self, unescape};
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::quantity::{Amount, Kind};
use crate::source::{Place, Span};
use crate::syntax::tree::{self, InPlan, PlanDefinition, StatementKind};

impl<'f> Checker<'f> {
    /// Checks one statement of a plan or an athlete.
    pub(super) fn raise(&mut self, written: &tree::Raise) -> Option<Raise> {
        let each = written.each.filter(|_| !written.broken)?;
        let by = self.raised_by(written)?;
        let mut movements: Vec<Box<str>> = Vec::with_capacity(written.movements.len());
        let mut keys: Vec<Arc<str>> = Vec::with_capacity(written.movements.len());
        for &name in &written.movements {
            let movement = self.raised_movement(name)?;
            let key = self.max_key(&movement);
            if keys.contains(&key) {
                let message = format!("`{movement}` is twice in this list");
                self.report(
                    Diagnostic::new(Rule::DuplicateStatement, name, message).help("delete one of them"),
                );
                return None;
            }
            movements.push(movement);
            keys.push(key);
        }
        let place = Place::new(self.file, written.span);
        let if_done = written.if_done.is_some();
        Some(Raise { place, what: written.what, movements, keys, by, each, if_done })
    }

    /// Checks a raise that goes by the repetitions of the open set.
    fn raise_by_reps(&mut self, written: &tree::Raise) -> Option<RaiseByReps> {
        // It is checked as one that goes by turns, and has more figures.
        let by_turns =
            tree::Raise { each: Some(RaiseTurn::Session), from: Box::default(), ..written.clone() };
        let Raise { place, what, movements, keys, .. } = self.raise(&by_turns)?;
        let mut steps = Vec::with_capacity(written.from.len());
        for (by, reps) in &written.from {
            let unit = by.unit.filter(|_| !by.broken)?;
            if unit.kind() != Kind::Mass {
                let message = format!("`{}` is not a load", self.text(by.span));
                self.report(
                    Diagnostic::new(Rule::WrongUnit, by.span, message).help("write `2.5kg from 2 reps`"),
                );
                return None;
            }
            steps.push((*reps, self.sized(by, unit, &Scope::FILE)?));
        }
        Some(RaiseByReps { place, what, movements, keys, steps })
    }

    /// Checks by how much a max is raised: by a load.
    fn raised_by(&mut self, written: &tree::Raise) -> Option<Amount> {
        let by = written.by.as_ref().filter(|by| !by.broken)?;
        let (text, what) = (self.text(by.span), written.what.name());
        let form = format!("raise {what} by 2.5kg each week");
        let Some(unit) = by.unit else {
            let message = format!("`{text}` needs a unit");
            let diagnostic = Diagnostic::new(Rule::MissingUnit, by.span, message);
            self.report(match self.settings.units {
                Some(units) => diagnostic.fix(by.span, format!("{text}{}", units.name())),
                None => diagnostic.one_of(
                    LoadUnit::ALL
                        .map(|unit| diagnostic::Choice::write(by.span, format!("{text}{}", unit.name()))),
                ),
            });
            return None;
        };
        if unit.kind() != Kind::Mass {
            let message = format!("a {what} is raised by a load, and `{text}` is none");
            self.report(
                Diagnostic::new(Rule::WrongUnit, by.span, message).help(format!("write the load: `{form}`")),
            );
            return None;
        }
        if let Some(minus) = written.minus {
            let message = format!("`-{text}` lowers the {what} from turn to turn");
            let place = minus.to(by.span);
            self.report(
                Diagnostic::new(Rule::AbsurdAmount, place, message)
                    .help("write it without the sign; for a lighter week, write `do \"…\" load 90%` on its days")
                    .choices([diagnostic::Choice::write(place, text)]),
            );
            return None;
        }
        if by.low == 0 {
            let message = format!("`{text}` raises nothing");
            self.report(
                Diagnostic::new(Rule::AbsurdAmount, by.span, message)
                    .help(format!("write what is added each time, `{form}`, or delete the statement"))
                    .choices([self.delete_statement(written.span)]),
            );
            return None;
        }
        self.sized(by, unit, &Scope::FILE)
    }

    /// Returns the own name of a movement whose max is raised.
    pub(super) fn raised_movement(&mut self, place: Span) -> Option<Box<str>> {
        let written = unescape(self.text(place)).replace(['"', '“', '”', '„'], "");
        if self.is_movement(&written) {
            let own = self.names.called(self.file, &written).map(|id| self.names.get(id).name.clone());
            let own = own.or_else(|| catalog::look_up(&written).map(|movement| movement.name.clone()));
            return Some(own.unwrap_or(written).to_lowercase().into());
        }
        let diagnostic =
            Diagnostic::new(Rule::UnknownMovement, place, format!("no movement called `{written}` is known"));
        // `and` is a part of some names, such as `clean and jerk`.
        let several: Vec<&str> = written.split(" and ").collect();
        let near = catalog::nearest(&written);
        self.report(if several.len() > 1 && several.iter().all(|one| self.is_movement(one)) {
            diagnostic.fix(place, several.join(", "))
        } else if let Some(meant) = self.meant_movement(&written) {
            diagnostic.fix(place, meant)
        } else if near.is_empty() {
            diagnostic.help("write the movement whose max is raised, or leave it out for all of them")
        } else {
            diagnostic.meant(&near, |name| diagnostic::Choice::write(place, name))
        });
        None
    }

    fn is_movement(&self, name: &str) -> bool {
        let key = catalog::key(name);
        self.names.is_defined(self.file, &key, self.files)
            || catalog::look_up(name).is_some()
            || self
                .listed
                .get(&self.file)
                .is_some_and(|listed| listed.has(&format!("max {}", catalog::fold(name))))
    }

    /// Checks what a plan raises, which is said among its weeks. `has_cycles`: whether there are cycles to count.
    pub(super) fn plan_raises(
        &mut self,
        definition: &'f PlanDefinition,
        blocks: &[WeekBlock],
        has_cycles: bool,
    ) -> Raises {
        self.athletes_list();
        let (mut plans, mut by_reps) = (Vec::new(), Vec::new());
        for statement in definition.parts.iter().filter_map(InPlan::said) {
            let StatementKind::Raise(written) = &statement.kind else { continue };
            if !written.from.is_empty() {
                by_reps.extend(self.raise_by_reps(written));
                continue;
            }
            if written.each == Some(RaiseTurn::Cycle) && !has_cycles {
                self.report_no_cycles(written);
            }
            plans.extend(self.raise(written));
        }
        self.report_idle_raises(&plans, blocks);
        self.report_missing_of_raises(&plans);
        let Some((athlete, _)) = self.athlete.clone() else {
            return Raises::new(plans, &[], |by| by).with_reps(by_reps, |by| by);
        };
        // What an athlete adds each cycle says nothing of a plan without cycles.
        let counts = |raise: &&Raise| has_cycles || raise.each != RaiseTurn::Cycle;
        let named = |raise: &Raise| {
            let keys = raise.movements.iter().map(|name| self.max_key(name)).collect();
            Raise { keys, ..raise.clone() }
        };
        let own: Vec<Raise> = athlete.raises.iter().filter(counts).map(named).collect();
        let in_own = |by| athlete.in_own_units(by);
        Raises::new(plans, &own, in_own).with_reps(by_reps, in_own)
    }

    fn report_no_cycles(&mut self, written: &tree::Raise) {
        let text = self.text(written.span);
        let week = text.trim_end().rsplit_once(' ').map_or(text, |(before, _)| before);
        self.report(
            Diagnostic::new(Rule::NothingToCount, written.span, Plan::NO_CYCLES)
                .help(format!("write `{week} week` or `{week} session`, or say how many cycles the plan has"))
                .choices(
                    ["week", "session"]
                        .map(|turn| diagnostic::Choice::write(written.span, format!("{week} {turn}"))),
                ),
        );
    }

    /// Reports figures that a plan raises and the athlete does not list.
    fn report_missing_of_raises(&mut self, raises: &[Raise]) {
        let Some((athlete, _)) = self.athlete.clone() else { return };
        for raise in raises {
            let place = raise.place.span;
            if raise.what == Raised::TrainingMax && athlete.training_max.is_none() {
                self.report_missing_figure(Missing::TrainingMax, place);
            }
            for name in &raise.movements {
                let known = self.names.called(self.file, name);
                let max = match known {
                    Some(id) => athlete.max_of(self.names.get(id)),
                    None => athlete.max_listed_as(name),
                };
                if max.is_none() {
                    self.report_missing_figure(Missing::Max(name.to_string()), place);
                }
            }
        }
    }

    /// Reports what a plan raises though nothing in it is a part of that.
    fn report_idle_raises(&mut self, raises: &[Raise], blocks: &[WeekBlock]) {
        if raises.is_empty() {
            return;
        }
        let parts = self.parts_of_maxes(blocks);
        for raise in raises {
            let what = raise.what.name();
            let idle: Vec<&str> = raise
                .movements
                .iter()
                .zip(&raise.keys)
                .filter(|(_, key)| !parts.contains(&(raise.what, Arc::clone(key))))
                .map(|(name, _)| &**name)
                .collect();
            let is_idle = raise.movements.is_empty() && !parts.iter().any(|(part, _)| *part == raise.what);
            let message = match idle.as_slice() {
                [] if !is_idle => continue,
                [] => format!("nothing in this plan is a percentage of a {what}"),
                [name, ..] => format!("nothing in this plan is a percentage of the {what} of `{name}`"),
            };
            let help = match raise.what {
                Raised::TrainingMax => {
                    "for percentages of it, write `@ 70% of training max`, or `percent of training max` at the top of the workouts"
                }
                Raised::Max => "only percentages move with a max: `@ 70%`; a load that is written stays",
            };
            self.report(Diagnostic::new(Rule::IdleOption, raise.place.span, message).help(help));
        }
    }

    /// Returns which figures of which movements the loads of a plan are parts of.
    fn parts_of_maxes(&self, blocks: &[WeekBlock]) -> FxHashSet<(Raised, Arc<str>)> {
        let mut parts = Parts { checker: self, found: FxHashSet::default(), seen: FxHashSet::default() };
        for day in blocks.iter().flat_map(|block| &block.days) {
            day.body.sessions().iter().for_each(|body| parts.workout(&body.workout));
        }
        parts.found
    }

    /// Names all movements to the plans in which something is raised each session. Every plan must have been checked.
    pub(super) fn key_movements(&self, plans: &mut [Plan]) {
        for plan in plans.iter_mut().filter(|plan| plan.raises.count_sessions()) {
            let movements = self.names.program().movements.iter();
            let keys = movements.map(|movement| catalog::key(&movement.name).into()).collect();
            plan.raises = std::mem::take(&mut plan.raises).with_keys(keys);
        }
    }
}

/// Looks for the maxes that loads are parts of.
struct Parts<'c, 'f> {
    checker: &'c Checker<'f>,
    found: FxHashSet<(Raised, Arc<str>)>,
    /// The workouts that were looked at.
    seen: FxHashSet<*const Workout>,
}

impl Parts<'_, '_> {
    fn workout(&mut self, workout: &Workout) {
        if self.seen.insert(ptr::from_ref(workout)) {
            self.steps(&workout.steps);
        }
    }

    fn steps(&mut self, steps: &[Step]) {
        for step in steps {
            match &step.kind {
                StepKind::Exercise(exercise) => {
                    exercise.choices.iter().for_each(|choice| self.choice(choice))
                }
                StepKind::Block(block) => self.steps(&block.steps),
                StepKind::Do(workout) => self.workout(workout),
                StepKind::Turns(turns) => turns.items.iter().for_each(|item| self.steps(item)),
                StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => {}
            }
        }
    }

    fn choice(&mut self, choice: &Choice) {
        let names = &self.checker.names;
        for target in choice.all_targets() {
            let own = || self.checker.max_key(&names.get(choice.movement).name);
            let (is_training, key) = match &target.kind {
                TargetKind::RepMax => (false, own()),
                TargetKind::Percent { of } => match of.as_deref() {
                    None | Some("max") => (false, own()),
                    Some("training max") => (true, own()),
                    Some("ftp" | "bodyweight" | "max heart rate") => continue,
                    Some(_) if target.lifted.is_some() => continue,
                    Some(name) => (false, self.checker.max_key(name.strip_prefix("max ").unwrap_or(name))),
                },
                _ => continue,
            };
            if is_training {
                self.found.insert((Raised::TrainingMax, Arc::clone(&key)));
            }
            self.found.insert((Raised::Max, key));
        }
    }
}
