//! How far the maxes of a plan have moved by results, beside what the plan raises from turn to turn.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::asked::Asked;
use super::verdict::{Compared, Verdict};
use crate::athlete::{Lift, OfMax, RaiseTurn, Raised, Raises};
use crate::check::program::{Choice, Plan, Step, StepKind, Workout};
use crate::date::Weekday;
use crate::plan::{Calendar, Day};

/// How far one max of a plan has moved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Max {
    /// What its open sets added.
    added: Lift,
    /// The turns in which something of it was missed: the cycles or the weeks of the plan, from 0; for what is raised each
    /// session, one for each miss.
    missed: Vec<u32>,
    /// What was last tested.
    tested: Option<Tested>,
}

/// A max that was tested: `record max back squat`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Tested {
    /// What was lifted, in thousandths of the unit of the athlete's loads.
    load: i64,
    /// What the plan had raised up to then.
    raised: Lift,
}

/// How far the maxes of all plans have moved, by the number of the plan and the key of the movement.
#[derive(Debug, Clone, Default)]
pub struct Maxes(FxHashMap<(usize, Arc<str>), Max>);

/// A session of a plan.
#[derive(Debug, Clone, Copy)]
pub struct InPlan<'p> {
    /// The number of the plan among those of the program.
    pub number: usize,
    /// The plan as it is written, day by day.
    pub calendar: &'p Calendar<'p>,
    /// Which of its days, from 0.
    pub day: usize,
    /// Which session of that day, from 0.
    pub session: usize,
}

impl<'p> InPlan<'p> {
    /// Returns the plan.
    pub fn plan(self) -> &'p Plan {
        self.calendar.plan
    }

    /// Returns which week it is in, from 1.
    pub fn week(self) -> u32 {
        self.of_day().week
    }

    /// Returns the weekday.
    pub fn weekday(self) -> Weekday {
        self.of_day().weekday
    }

    /// Returns what puts the sessions of a plan in order.
    pub fn moment(self) -> (usize, usize) {
        (self.day, self.session)
    }

    /// Returns the session as it is written.
    pub fn workout(self) -> &'p Arc<Workout> {
        &self.calendar.instance_of(&self.of_day().sessions[self.session]).workout
    }

    fn of_day(self) -> &'p Day<'p> {
        &self.calendar.days[self.day]
    }

    /// Returns which turn it is, from 0.
    fn turn(self, each: RaiseTurn) -> u32 {
        match each {
            RaiseTurn::Cycle => self.plan().cycle_of(self.week()).unwrap_or(1).saturating_sub(1),
            RaiseTurn::Week => self.week().saturating_sub(1),
            RaiseTurn::Session => 0,
        }
    }

    /// Returns by how much the plan has raised a max up to this session.
    fn raised(self, key: &Arc<str>) -> Lift {
        self.raises().lift(key, |each| match each {
            RaiseTurn::Session => self.sessions_before(key),
            RaiseTurn::Cycle | RaiseTurn::Week => self.turn(each),
        })
    }

    /// Returns how many sessions before this one have a movement.
    fn sessions_before(self, key: &Arc<str>) -> u32 {
        let days = self.calendar.days.iter().enumerate();
        let sessions = days
            .flat_map(|(day, on)| on.sessions.iter().enumerate().map(move |(nth, one)| ((day, nth), one)));
        let before = sessions.take_while(|(moment, _)| *moment < self.moment());
        let has =
            |session| has_movement(&self.calendar.instance_of(session).workout.steps, self.raises(), key);
        u32::try_from(before.filter(|(_, session)| has(session)).count()).unwrap_or(u32::MAX)
    }

    fn raises(self) -> &'p Raises {
        &self.plan().raises
    }
}

/// What was done of the maxes in one session.
#[derive(Debug, Default)]
pub struct OfSession {
    /// Of each max, the repetitions of the heaviest open set, with its load.
    open: FxHashMap<Arc<str>, (i64, i64)>,
    /// Those of which something was missed.
    missed: Vec<Arc<str>>,
    /// Those that are tested, with the heaviest set that succeeded, in thousandths of the unit of the athlete's loads.
    tests: FxHashMap<Arc<str>, Option<i64>>,
}

impl OfSession {
    /// Returns what counts the maxes of a session in which these are tested.
    pub fn testing(keys: Vec<Arc<str>>) -> Self {
        Self { tests: keys.into_iter().map(|key| (key, None)).collect(), ..Self::default() }
    }

    /// Tells whether any max is tested.
    pub fn has_tests(&self) -> bool {
        !self.tests.is_empty()
    }

    /// Adds what succeeded of a movement, if its max is tested, in thousandths of the unit of the athlete's loads.
    pub fn add_test(&mut self, key: &str, load: i64) {
        if let Some(heaviest) = self.tests.get_mut(key) {
            *heaviest = (*heaviest).max(Some(load));
        }
    }

    /// Adds what was done of one statement.
    pub fn add(&mut self, asked: &Asked<'_>, compared: &Compared, tolerance: i64) {
        let verdict = compared.verdict(tolerance);
        let maxes: Vec<&OfMax> = asked.maxes().collect();
        for max in &maxes {
            if verdict == Verdict::Miss && !self.missed.contains(&max.key) {
                self.missed.push(Arc::clone(&max.key));
            }
        }
        let heaviest = asked
            .sets
            .iter()
            .filter(|set| set.is_open)
            .filter_map(|set| set.load)
            .map(|load| load.exact)
            .max();
        let (Some(max), Some(load), Some(reps)) = (maxes.first(), heaviest, compared.of_open_set(tolerance))
        else {
            return;
        };
        let best = self.open.entry(Arc::clone(&max.key)).or_insert((load, reps));
        if load > best.0 {
            *best = (load, reps);
        }
    }
}

impl Maxes {
    /// Counts what was done in a session of a plan.
    pub fn count(&mut self, session: OfSession, at: InPlan<'_>) {
        for (key, (_, reps)) in session.open {
            let Some((what, by)) = at.raises().added_by_reps(&key, reps) else { continue };
            let added = &mut self.0.entry((at.number, key)).or_default().added;
            match what {
                Raised::Max => added.max = added.max.saturating_add(by),
                Raised::TrainingMax => added.training = added.training.saturating_add(by),
            }
        }
        for key in session.missed {
            let conditional =
                [Raised::Max, Raised::TrainingMax].into_iter().filter_map(|what| at.raises().of(what, &key));
            let Some((raise, _)) = conditional.into_iter().find(|(raise, _)| raise.if_done) else { continue };
            let turn = at.turn(raise.each);
            let missed = &mut self.0.entry((at.number, key)).or_default().missed;
            if raise.each == RaiseTurn::Session || !missed.contains(&turn) {
                missed.push(turn);
            }
        }
        for (key, load) in session.tests {
            let Some(load) = load else { continue };
            let raised = at.raised(&key);
            self.0.insert((at.number, key), Max { tested: Some(Tested { load, raised }), ..Max::default() });
        }
    }

    /// Tells whether nothing has moved.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns how far a max has moved, beside what the plan raises.
    pub fn lift(&self, listed: &OfMax, at: InPlan<'_>) -> Lift {
        let key = &listed.key;
        let Some(max) = self.0.get(&(at.number, Arc::clone(key))) else { return Lift::default() };
        let not_raised = |what| {
            let Some((raise, by)) = at.raises().of(what, key).filter(|(raise, _)| raise.if_done) else {
                return 0;
            };
            let now = at.turn(raise.each);
            let is_over = |turn: &&u32| raise.each == RaiseTurn::Session || **turn < now;
            let turns = max.missed.iter().filter(is_over).count();
            by.saturating_mul(i64::try_from(turns).unwrap_or(i64::MAX))
        };
        // What was tested takes the place of what is listed, and of what was raised up to then.
        let tested = max.tested.map_or(Lift::default(), |tested| Lift {
            max: tested.load.saturating_sub(listed.max).saturating_sub(tested.raised.max),
            training: -tested.raised.training,
        });
        let moved = |added: i64, what| added.saturating_sub(not_raised(what));
        Lift {
            max: moved(max.added.max, Raised::Max).saturating_add(tested.max),
            training: moved(max.added.training, Raised::TrainingMax).saturating_add(tested.training),
        }
    }
}

/// Tells whether the movement of a max is among some steps.
fn has_movement(steps: &[Step], raises: &Raises, key: &Arc<str>) -> bool {
    steps.iter().any(|step| match &step.kind {
        StepKind::Exercise(exercise) => {
            let is_it = |choice: &Choice| raises.key_of(choice.movement.0 as usize) == Some(key);
            exercise.choices.iter().any(is_it)
        }
        StepKind::Block(block) => has_movement(&block.steps, raises, key),
        StepKind::Do(workout) => has_movement(&workout.steps, raises, key),
        StepKind::Turns(turns) => turns.items.iter().any(|item| has_movement(item, raises, key)),
        StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => false,
    })
}
