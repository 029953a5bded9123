//! What the athlete is asked to write down of a workout: each statement with its sets, and what was asked for in them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::given::Given;
use super::measures::Measures;
use super::model::{AskedLine, AskedSet, Asks, Scale, Score, Stage, Task};
use super::parts::Parts;
use super::task::told;
use crate::catalog::{quoted, slug};
use crate::check::program::{Choice, MovementId, Plan, Side, Step, StepKind};
use crate::emit::card::{self, Felt};
use crate::emit::{Compiled, written};
use crate::results::logbook;
use crate::timeline::{BlockId, Segment, SegmentKind};

/// The most sets of one line. Nobody writes down more, and an `emom` of a day would have a thousand.
const MOST_SETS: usize = 200;

/// What the sets of a line have in common: the statement in its place, the movement and what their figures are in.
type Key = (*const Choice, BlockId, MovementId, usize, Option<usize>);

/// Collects what is asked for, stage by stage.
pub struct Asking<'a, 'm> {
    compiled: Compiled<'a>,
    measures: &'m mut Measures,
    /// The statements of the workout by their numbers.
    statements: FxHashMap<*const Choice, usize>,
    lines: Vec<AskedLine>,
    /// What each set of each line asks for.
    given: Vec<Vec<Given>>,
    known: FxHashMap<Key, usize>,
}

impl<'a, 'm> Asking<'a, 'm> {
    /// Returns what collects the asks of a workout.
    pub fn of(compiled: &Compiled<'a>, measures: &'m mut Measures) -> Self {
        Self {
            compiled: *compiled,
            measures,
            statements: card::statements(&compiled.workout.steps),
            lines: Vec::new(),
            given: Vec::new(),
            known: FxHashMap::default(),
        }
    }

    /// Adds the sets of a stage. Inside an AMRAP only the loads are asked for: nobody counts its sets but in rounds.
    pub fn add(&mut self, index: usize, segment: &Segment<'a>, stage: &Stage, parts: &Parts<'_>) {
        if parts.is_loosening(segment.block) {
            return;
        }
        match segment.kind {
            SegmentKind::Work => self.set(index, segment, stage.task, true),
            SegmentKind::Interval | SegmentKind::Amrap | SegmentKind::ForTime => {
                for (step, &task) in told(segment).zip(&stage.inside) {
                    self.set(index, step, task, false);
                }
            }
            SegmentKind::Rest | SegmentKind::Transition | SegmentKind::Switch => {}
        }
        if segment.kind == SegmentKind::Amrap {
            self.drop_unloaded(index);
        }
    }

    fn set(&mut self, stage: usize, segment: &Segment<'a>, task: usize, is_stage: bool) {
        let (SegmentKind::Work, Some(choice), Some(movement)) =
            (segment.kind, segment.choice, segment.movement)
        else {
            return;
        };
        let given = Given::of_segment(&self.compiled, segment, movement);
        let dose = self.measures.number(given.dose.clone());
        let load = given.load.clone().map(|load| self.measures.number(load));
        let key = (std::ptr::from_ref(choice), segment.block, movement, dose, load);
        let next = self.lines.len();
        let line = *self.known.entry(key).or_insert(next);
        if line == next {
            let name = &self.compiled.program.movement(movement).name;
            self.lines.push(AskedLine {
                name: written::capitalised(name),
                spelled: logbook::movement(name),
                asked: String::new(),
                dose,
                load,
                timed: is_stage && load.is_none() && given.is_timed,
                statement: self.statements.get(&key.0).copied().unwrap_or(usize::MAX),
                is_form: movement != choice.movement,
                last: None,
                sets: Vec::new(),
            });
            self.given.push(Vec::new());
        }
        let (Some(line), Some(all)) = (self.lines.get_mut(line), self.given.get_mut(line)) else { return };
        if line.sets.len() < MOST_SETS {
            line.sets.push(AskedSet {
                stage,
                task,
                side: segment.side.map(Side::name).unwrap_or_default(),
                amount: given.amount,
                weight: given.weight,
                or_more: given.or_more,
                ..AskedSet::default()
            });
            all.push(given);
        }
    }

    /// Takes the sets of a stage out of the lines that have no load.
    fn drop_unloaded(&mut self, stage: usize) {
        for (line, given) in
            self.lines.iter_mut().zip(&mut self.given).filter(|(line, _)| line.load.is_none())
        {
            while line.sets.pop_if(|set| set.stage == stage).is_some() {
                given.pop();
            }
        }
    }

    /// Returns all that is asked for.
    pub fn finish(mut self, stages: &[Stage], tasks: &[Task]) -> Asks {
        for (line, given) in self.lines.iter_mut().zip(&self.given) {
            line.asked = asked(&line.sets, given);
        }
        self.lines.retain(|line| !line.sets.is_empty());
        let Compiled { program, workout, .. } = self.compiled;
        let whose = program.athlete.as_ref().map(|athlete| &athlete.name);
        let file = whose.map(|name| slug(name)).filter(|name| !name.is_empty());
        let (mut records, mut known) = (Vec::new(), FxHashSet::default());
        add_records(&workout.steps, &mut records, &mut known);
        Asks {
            whose: whose.map(|name| format!("results {}", quoted(name))),
            file: file.unwrap_or_else(|| "results".to_owned()),
            title: title(&self.compiled),
            scale: match Felt::from(workout.felt_scale()) {
                Felt::Effort => Scale { word: "felt", least: 1, most: 10 },
                Felt::Pain => Scale { word: "pain", least: 0, most: 10 },
            },
            records,
            scores: scores(&self.compiled, stages, tasks),
            lines: self.lines,
            measures: self.measures.finish(),
        }
    }
}

/// Spells what the sets of a line ask for: `3x5, 5+ @ 60kg`. On two sides, what one of them is asked. Empty where it cannot
/// be said: as much as can be done, or a load for some sets alone.
fn asked(sets: &[AskedSet], given: &[Given]) -> String {
    let both = || sets.iter().zip(given);
    let has_right = both().any(|(set, _)| set.side == Side::Right.name());
    let given: Vec<&Given> = both()
        .filter(|(set, _)| !has_right || set.side == Side::Right.name())
        .map(|(_, given)| given)
        .collect();
    let has_load = |given: &&Given| given.weight.is_some();
    let can_be_said = given.iter().all(|given| given.range.is_some())
        && (given.iter().all(has_load) || !given.iter().any(has_load));
    if !can_be_said {
        return String::new();
    }
    let groups: Vec<&[&Given]> = given.chunk_by(|one, other| one.is_asked_like(other)).collect();
    let mut text = String::new();
    for (at, group) in groups.iter().enumerate() {
        let Some(first) = group.first() else { continue };
        if at > 0 {
            text.push_str(", ");
        }
        if group.len() > 1 {
            text.push_str(&format!("{}x", group.len()));
        }
        text.push_str(&first.asked());
        // A load holds for the sets before it that have none.
        let next = groups.get(at + 1).and_then(|next| next.first());
        if next.is_none_or(|next| next.weight != first.weight) {
            text.push_str(&first.asked_load());
        }
    }
    text
}

/// Spells the session: `"Back squat, wave" of "5/3/1"`.
fn title(compiled: &Compiled<'_>) -> String {
    let title = &compiled.workout.title;
    let next_of = compiled.program.next_of.iter().filter(|(session, _)| session == title);
    let does_it = compiled.program.plans.iter().filter(|plan| has_session(plan, title));
    let mut plans = next_of.map(|(_, plan)| plan).chain(does_it.map(|plan| &plan.title));
    match (plans.next(), plans.next()) {
        (Some(plan), None) => format!("{} of {}", quoted(title), quoted(plan)),
        (None | Some(_), _) => quoted(title),
    }
}

fn has_session(plan: &Plan, title: &str) -> bool {
    let days = plan.blocks.iter().flat_map(|block| &block.days);
    days.flat_map(|day| day.body.sessions()).any(|session| session.workout.title == title)
}

/// Adds what each `record` asks for, each once.
fn add_records<'s>(steps: &'s [Step], records: &mut Vec<String>, known: &mut FxHashSet<&'s str>) {
    for step in steps {
        match &step.kind {
            // The sets that are written down say it.
            StepKind::Record(record) if record.max.is_some() => {}
            StepKind::Record(record) => {
                if known.insert(&*record.text) {
                    records.push(written::capitalised(&record.text));
                }
            }
            StepKind::Block(block) => add_records(&block.steps, records, known),
            StepKind::Do(workout) => add_records(&workout.steps, records, known),
            StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Note(_) | StepKind::Turns(_) => {}
        }
    }
}

fn scores(compiled: &Compiled<'_>, stages: &[Stage], tasks: &[Task]) -> Vec<Score> {
    let segments = compiled.timeline.segments.iter().zip(stages).enumerate();
    let whole = segments.filter(|(_, (segment, _))| match segment.kind {
        SegmentKind::Amrap | SegmentKind::ForTime => true,
        SegmentKind::Work
        | SegmentKind::Rest
        | SegmentKind::Transition
        | SegmentKind::Switch
        | SegmentKind::Interval => false,
    });
    whole
        .map(|(index, (_, stage))| {
            let name = tasks.get(stage.task).map(|task| task.name.clone()).unwrap_or_default();
            Score { stage: index, spelled: quoted(&name), name }
        })
        .collect()
}
