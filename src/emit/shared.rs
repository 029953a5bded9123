//! The subjects of outputs, with the parts that several outputs share: each is made once, when it is first asked for.

use std::sync::{Arc, OnceLock};

use super::card::Card;
use super::cues::{self, CueScript, Voice};
use super::overview::Overview;
use super::player::{self, model::Playbook};
use super::strip::Strip;
use super::{Compiled, CompiledPlan};
use crate::check::program::{Level, Program};
use crate::diagnostic::Diagnostic;

/// A file, for outputs that have all of it.
#[derive(Debug)]
pub struct OneFile<'a> {
    /// Its name, as shown to people.
    pub source: &'a str,
    /// The level that was asked for, or the default one.
    pub level: Level,
    /// What was written.
    pub program: &'a Program,
    /// Its workouts, in text order.
    pub workouts: Vec<Compiled<'a>>,
    /// Its plans, in text order.
    pub plans: Vec<CompiledPlan<'a>>,
}

/// A workout, for outputs that have one each.
#[derive(Debug, Clone)]
pub struct OneWorkout<'a> {
    compiled: Compiled<'a>,
    voice: Voice,
    made: Arc<MadeOfWorkout>,
}

/// What several outputs share of one workout.
#[derive(Debug, Default)]
pub(crate) struct MadeOfWorkout {
    card: OnceLock<Card>,
    script: OnceLock<(CueScript, Vec<Diagnostic>)>,
    strip: OnceLock<Strip>,
    playbook: OnceLock<Playbook>,
}

impl<'a> OneWorkout<'a> {
    /// Returns a workout of which nothing is made yet.
    pub fn new(compiled: Compiled<'a>, voice: Voice) -> Self {
        Self::with(compiled, voice, Arc::default())
    }

    /// Returns a workout with what was made of it before.
    pub(crate) fn with(compiled: Compiled<'a>, voice: Voice, made: Arc<MadeOfWorkout>) -> Self {
        Self { compiled, voice, made }
    }

    /// Returns the workout with its timeline.
    pub fn compiled(&self) -> &Compiled<'a> {
        &self.compiled
    }

    /// Returns its title.
    pub fn title(&self) -> &'a str {
        &self.compiled.workout.title
    }

    /// Returns what a sheet of it says.
    pub fn card(&self) -> &Card {
        self.made.card.get_or_init(|| Card::of(&self.compiled))
    }

    /// Returns what is said aloud in it.
    pub fn script(&self) -> &CueScript {
        &self.script_and_warnings().0
    }

    /// Returns the warnings about the coach's own words that find no room in the script. The script is only made where
    /// it is needed for that.
    pub fn words_without_room(&self) -> Vec<Diagnostic> {
        if cues::has_room(&self.compiled, self.voice) {
            return Vec::new();
        }
        self.script_and_warnings().1.clone()
    }

    /// Returns its timeline, to scale.
    pub fn strip(&self) -> &Strip {
        self.made.strip.get_or_init(|| Strip::of(&self.compiled))
    }

    /// Returns what a player runs.
    pub fn playbook(&self) -> &Playbook {
        self.made.playbook.get_or_init(|| player::playbook(&self.compiled, self.script(), self.strip()))
    }

    fn script_and_warnings(&self) -> &(CueScript, Vec<Diagnostic>) {
        self.made.script.get_or_init(|| cues::script(&self.compiled, self.voice))
    }
}

/// A plan, for outputs that have one each.
#[derive(Debug, Clone)]
pub struct OnePlan<'a> {
    compiled: CompiledPlan<'a>,
    made: Arc<MadeOfPlan>,
}

/// What several outputs share of one plan.
#[derive(Debug, Default)]
pub(crate) struct MadeOfPlan {
    overview: OnceLock<Overview>,
}

impl<'a> OnePlan<'a> {
    /// Returns a plan of which nothing is made yet.
    pub fn new(compiled: CompiledPlan<'a>) -> Self {
        Self::with(compiled, Arc::default())
    }

    /// Returns a plan with what was made of it before.
    pub(crate) fn with(compiled: CompiledPlan<'a>, made: Arc<MadeOfPlan>) -> Self {
        Self { compiled, made }
    }

    /// Returns the plan with its sessions.
    pub fn compiled(&self) -> &CompiledPlan<'a> {
        &self.compiled
    }

    /// Returns what its pages say: the weeks, what they add up to, and the card of each session.
    pub fn overview(&self) -> &Overview {
        self.made.overview.get_or_init(|| Overview::of(&self.compiled))
    }
}
