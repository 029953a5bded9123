//! What is done in a stage, and what may be done instead.

use std::ptr;

use rustc_hash::{FxHashMap, FxHashSet};

use super::given::Given;
use super::measures::Measures;
use super::model::{AskedSwap, Hold, Swap, Task};
use crate::athlete::Rounding;
use crate::check::program::{
    Amount, Bout, Choice, MovementId, OwnTarget, Sides, StepKind, Target, Tempo, Unit,
};
use crate::emit::cues::bout::Bouts;
use crate::emit::{Compiled, written};
use crate::quantity::as_said;
use crate::results::logbook;
use crate::timeline::{self, Count, Ending, Segment, SegmentKind, SettledDose, SettledTarget};

/// Everything there is to do, each once.
pub struct Tasks<'a, 'm> {
    compiled: Compiled<'a>,
    measures: &'m mut Measures,
    known: FxHashMap<Task, usize>,
}

impl<'a, 'm> Tasks<'a, 'm> {
    /// Returns what collects the tasks of a workout.
    pub fn of(compiled: &Compiled<'a>, measures: &'m mut Measures) -> Self {
        Self { compiled: *compiled, measures, known: FxHashMap::default() }
    }

    /// Returns the tasks in order of first use.
    pub fn finish(self) -> Vec<Task> {
        let mut tasks: Vec<_> = self.known.into_iter().collect();
        tasks.sort_unstable_by_key(|&(_, index)| index);
        tasks.into_iter().map(|(task, _)| task).collect()
    }

    /// Returns the number of what is done in a segment, which is in a part of this name.
    pub fn of_segment(&mut self, segment: &Segment<'a>, part: Option<&str>) -> usize {
        let task = self.task(segment, part);
        self.number(task)
    }

    /// Returns the numbers of what is done inside a segment, in order.
    pub fn inside(&mut self, segment: &Segment<'a>) -> Vec<usize> {
        told(segment)
            .map(|step| {
                let mut task = self.task(step, None);
                if let Some(once) = step.once {
                    task.name = format!("{}: {}", once.name(), task.name);
                }
                self.number(task)
            })
            .collect()
    }

    fn number(&mut self, task: Task) -> usize {
        let next = self.known.len();
        *self.known.entry(task).or_insert(next)
    }

    fn task(&mut self, segment: &Segment<'a>, part: Option<&str>) -> Task {
        let plain = |name: &str| Task { name: name.to_owned(), ..Task::default() };
        match segment.kind {
            SegmentKind::Transition if segment.is_set_up() => plain("Set up"),
            SegmentKind::Transition => plain("Change"),
            SegmentKind::Switch => plain("Switch sides"),
            SegmentKind::Interval => plain(part.unwrap_or("Interval")),
            SegmentKind::Amrap => plain(part.unwrap_or("AMRAP")),
            SegmentKind::ForTime => plain(part.unwrap_or("For time")),
            SegmentKind::Rest => Task {
                dose: dose(segment),
                target: targets(&segment.targets),
                cues: self.cues(segment.movement, None),
                ..plain(&self.name(segment.movement).unwrap_or_else(|| "Rest".to_owned()))
            },
            SegmentKind::Work => Task {
                name: self.name(segment.movement).unwrap_or_else(|| "Work".to_owned()),
                side: self.bouts().side(segment).unwrap_or_default(),
                dose: held_dose(segment),
                target: targets(&segment.targets),
                tempo: segment.tempo().map(phases),
                hold: self.hold(segment),
                cues: self.cues(segment.movement, segment.cue()),
                swaps: self.swaps(segment),
            },
        }
    }

    /// Returns what there is to count of repetitions that are held.
    fn hold(&self, segment: &Segment<'a>) -> Option<Hold> {
        let hold_ms = segment.hold_ms?;
        let movement = self.compiled.program.movement(segment.movement?);
        Some(Hold { move_ms: timeline::rep_ms(movement), hold_ms })
    }

    fn bouts(&self) -> Bouts<'a> {
        Bouts { program: self.compiled.program, level: self.compiled.level }
    }

    fn name(&self, movement: Option<MovementId>) -> Option<String> {
        Some(written::capitalised(&self.compiled.program.movement(movement?).name))
    }

    /// Returns what to think of: what the coach says of this use, then what always holds.
    fn cues(&self, movement: Option<MovementId>, own: Option<&str>) -> Vec<String> {
        let program = self.compiled.program;
        let known = movement.map_or(&[][..], |id| &program.movement(id).cues);
        own.map(str::to_owned).into_iter().chain(known.iter().cloned()).collect()
    }

    /// Returns what may be done instead of a bout.
    fn swaps(&mut self, segment: &Segment<'a>) -> Vec<Swap> {
        let (Some(choice), Some(done)) = (segment.choice, segment.movement) else { return Vec::new() };
        let choices = match segment.step.map(|step| &step.kind) {
            Some(StepKind::Exercise(exercise)) => &exercise.choices[..],
            Some(
                StepKind::Rest(_)
                | StepKind::Note(_)
                | StepKind::Record(_)
                | StepKind::Turns(_)
                | StepKind::Block(_)
                | StepKind::Do(_),
            )
            | None => &[],
        };
        let others = choices.iter().filter(|other| !ptr::eq(*other, choice));
        let mut swaps: Vec<Swap> = others.map(|other| self.alternative(other, segment)).collect();
        let easier = &self.compiled.program.movement(done).easier;
        swaps.extend(easier.iter().map(|name| self.easier(name, segment)));
        let mut names = FxHashSet::default();
        swaps.retain(|swap| names.insert(swap.name.clone()));
        swaps
    }

    /// Returns an easier form of what is done in a segment.
    fn easier(&mut self, name: &str, segment: &Segment<'a>) -> Swap {
        let given = Given::of_easier(&self.compiled, name, segment);
        Swap {
            name: written::capitalised(name),
            easier: true,
            side: self.bouts().side(segment).unwrap_or_default(),
            dose: held_dose(segment),
            target: String::new(),
            duration_ms: is_timed(segment).then_some(segment.duration_ms),
            cues: Vec::new(),
            asked: self.asked(name, &given),
        }
    }

    /// Returns how a swap is written down.
    fn asked(&mut self, name: &str, given: &Given) -> AskedSwap {
        AskedSwap {
            spelled: logbook::movement(name),
            dose: self.measures.number(given.dose.clone()),
            amount: given.amount,
            load: given.load.clone().map(|load| self.measures.number(load)),
            weight: given.weight,
        }
    }

    /// Returns an alternative that the coach wrote.
    fn alternative(&mut self, other: &'a Choice, segment: &Segment<'a>) -> Swap {
        let nth = |count: Option<Count>| count.map_or(0, |count| count.n.saturating_sub(1));
        let (bout, settled) =
            timeline::settled_set(other, self.compiled.level, nth(segment.set), nth(segment.round));
        // Where one bout is done instead of one, both sides are done in it. A dose for sides that take turns is that of both.
        let each_side = match other.sides {
            Sides::Each(half) if segment.side.is_none() => Some(half),
            Sides::Each(_)
            | Sides::EachAlternating(_)
            | Sides::Together
            | Sides::Alternating
            | Sides::Only(_) => None,
        };
        let amount = bout.as_ref().map_or_else(|| dose(segment), |bout| written::bout(bout, other.open));
        let (sides, amount) = match each_side {
            Some(half) => (2, format!("{amount} {}", written::per(half))),
            None => (1, amount),
        };
        let given = Given::of_alternative(&self.compiled, other, bout.as_ref(), &settled, segment);
        let name = self.compiled.program.movement(other.movement).name.clone();
        Swap {
            asked: self.asked(&name, &given),
            name: written::capitalised(&name),
            easier: false,
            side: self.bouts().side_of(other, segment).unwrap_or_default(),
            dose: written::held(amount, other.hold.as_ref()),
            target: targets(&settled),
            duration_ms: match bout {
                None => is_timed(segment).then_some(segment.duration_ms.saturating_mul(sides)),
                Some(Bout::Of(amount)) if amount.unit == Unit::Second => {
                    Some(amount.low.saturating_mul(sides))
                }
                Some(Bout::Of(_) | Bout::AtLeast(_) | Bout::Max(_)) => None,
            },
            cues: self.cues(Some(other.movement), other.cue.as_deref()),
        }
    }
}

/// Returns what is done inside a segment. Changes need not be told: they are the time from one to the next.
pub fn told<'s, 'a>(segment: &'s Segment<'a>) -> impl Iterator<Item = &'s Segment<'a>> {
    segment.steps.iter().filter(|step| match step.kind {
        SegmentKind::Work | SegmentKind::Rest => true,
        SegmentKind::Transition
        | SegmentKind::Switch
        | SegmentKind::Interval
        | SegmentKind::Amrap
        | SegmentKind::ForTime => false,
    })
}

/// Tells whether it is the clock that ends a bout.
fn is_timed(segment: &Segment<'_>) -> bool {
    !segment.estimated && !segment.open_ended
}

/// Writes a settled dose: `30 s`, `5+`, `max`.
fn dose(segment: &Segment<'_>) -> String {
    let Some(SettledDose { value, women, unit, ending, open, .. }) = segment.dose else {
        return if is_timed(segment) {
            written::duration(as_said(segment.duration_ms))
        } else {
            String::new()
        };
    };
    let said = |value| if unit == Unit::Second { as_said(value) } else { value };
    let amount = Amount { women: women.map(said), ..Amount::exactly(said(value), unit) };
    let bout = match ending {
        Ending::Done => Bout::Of(amount),
        Ending::OrMore => Bout::AtLeast(amount),
        Ending::Max => Bout::Max(None),
        Ending::MaxWithin => Bout::Max(Some(amount)),
    };
    written::bout(&bout, open)
}

/// Writes a settled dose with how long each repetition is held: `10, hold 5 s`.
fn held_dose(segment: &Segment<'_>) -> String {
    let hold = segment.hold_ms.map(|ms| Amount::exactly(ms, Unit::Second));
    written::held(dose(segment), hold.as_ref())
}

/// Writes settled targets.
fn targets(settled: &[SettledTarget]) -> String {
    let as_written = |target: &SettledTarget| {
        let figure = |value| Amount::exactly(value, target.unit);
        Target {
            kind: target.kind.clone(),
            amount: target.value.map(|value| Amount { women: target.women, ..figure(value) }),
            to: target.to.map(figure),
            plus: target.plus.map(|(mass, unit)| Amount::exactly(mass, unit)),
            lifted: None,
            own: None,
        }
    };
    let written = settled.iter().map(|target| {
        let own = target.own.as_deref().map(|own| OwnTarget {
            target: as_written(own),
            rounding: Rounding::Exactly,
            of_max: None,
        });
        Target { own: own.map(Box::new), ..as_written(target) }
    });
    written::targets(&written.collect::<Vec<_>>())
}

/// Returns the seconds of each phase; `None` for as fast as possible.
fn phases(tempo: Tempo) -> [Option<u8>; 4] {
    tempo.phases.map(|phase| (phase != Tempo::EXPLOSIVE).then_some(phase))
}
