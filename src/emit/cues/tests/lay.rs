//! Lays timelines out by hand.

use crate::check::program::{
    BetweenSets, Block, BlockKind, BodyHalf, Choice, Dose, Exercise, Level, Movement, MovementId, Program,
    Rest, RestAmount, Side, Sides, Step, StepKind, TargetKind, Unit, Workout,
};
use crate::diagnostic::Diagnostic;
use crate::emit::Compiled;
use crate::emit::OneWorkout;
use crate::emit::cues::{CueScript, Voice, script};
use crate::source::Span;
use crate::timeline::{
    BlockId, Count, Ending, NoteInPlace, Segment, SegmentKind, SettledDose, SettledTarget, Timeline,
};

/// A movement of this name with these cues.
pub fn movement(name: &str, sides: Option<BodyHalf>, cues: &[&str]) -> Movement {
    let cues = cues.iter().map(|&cue| cue.to_owned()).collect();
    Movement {
        id: name.replace(' ', "-"),
        name: name.to_owned(),
        known: true,
        sides,
        cues,
        ..Movement::default()
    }
}

/// The movements of the tests, in the order of their ids.
pub fn movements() -> Vec<Movement> {
    use BodyHalf::{Arm, Leg, Side};
    vec![
        movement("squat", Some(Leg), &["Knees out, heels down", "Chest up", "Push the floor away"]),
        movement("single-leg balance", Some(Leg), &["Hips level", "Look around you", "Close your eyes"]),
        movement("lunge", Some(Leg), &["Big step back", "Press through the front heel"]),
        movement("side plank", Some(Side), &["One straight line from head to heels"]),
        movement("back squat", None, &["Brace before you go down", "Drive up hard"]),
        movement("burpee", None, &["Land softly"]),
        movement("kettlebell swing", None, &["Snap the hips"]),
        movement("run", None, &["Tall and relaxed"]),
        movement("thruster", None, &["Elbows high"]),
        movement("toes to bar", None, &[]),
        movement("single-arm plank", Some(Arm), &["Hips still"]),
    ]
}

/// The id of one of [`movements`].
pub fn id(name: &str) -> MovementId {
    let index =
        movements().iter().position(|movement| movement.name == name).expect("one of the tests' movements");
    MovementId(u32::try_from(index).expect("few movements"))
}

/// A statement of a movement.
pub fn exercise(name: &str, sides: Sides, cue: Option<&str>) -> Step {
    let choice = Choice {
        movement: id(name),
        name_span: Span::default(),
        dose: Dose::FromBlock,
        open: None,
        sides,
        both_directions: false,
        targets: Vec::new(),
        tempo: None,
        hold: None,
        between_sets: BetweenSets::Nothing,
        moves: None,
        cue: cue.map(Into::into),
    };
    Step { span: Span::new(10, 20), only: None, kind: StepKind::Exercise(Exercise { choices: vec![choice] }) }
}

/// A note.
pub fn note(text: &str) -> Step {
    Step { span: Span::new(30, 40), only: None, kind: StepKind::Note(text.into()) }
}

/// A written rest.
pub fn rest(amount: RestAmount) -> Step {
    Step { span: Span::new(50, 60), only: None, kind: StepKind::Rest(Box::new(Rest { amount })) }
}

/// A block without options.
pub fn block(kind: BlockKind, steps: Vec<Step>) -> Block {
    Block {
        kind,
        title: None,
        rounds: None,
        ladder: None,
        work: None,
        work_rest: None,
        between_rounds: None,
        between_movements: None,
        transition: None,
        switch: None,
        per_half: None,
        until: None,
        cap: None,
        steps,
        header: Span::default(),
    }
}

/// A dose of so many thousandths.
pub fn dose(value: i64, unit: Unit, ending: Ending) -> SettledDose {
    SettledDose { value, low: value, high: value, women: None, unit, ending, open: None }
}

/// A target of so many thousandths.
pub fn target(kind: TargetKind, value: i64, unit: Unit) -> SettledTarget {
    SettledTarget {
        kind,
        value: Some(value),
        low: None,
        high: None,
        to: None,
        plus: None,
        women: None,
        unit,
        own: None,
    }
}

/// A segment under construction.
#[derive(Clone)]
pub struct Laid<'p>(pub Segment<'p>);

fn segment<'p>(kind: SegmentKind, seconds: i64) -> Laid<'p> {
    Laid(Segment {
        start_ms: 0,
        duration_ms: seconds * 1000,
        kind,
        estimated: false,
        open_ended: false,
        block: BlockId(0),
        step: None,
        choice: None,
        of_set: None,
        movement: None,
        side: None,
        direction: None,
        round: None,
        once: None,
        set: None,
        dose: None,
        hold_ms: None,
        ratio: None,
        targets: Default::default(),
        steps: Vec::new(),
    })
}

/// A bout of a statement, for so many seconds.
pub fn work(step: &Step, seconds: i64) -> Laid<'_> {
    let StepKind::Exercise(exercise) = &step.kind else { panic!("a statement of a movement") };
    let mut laid = segment(SegmentKind::Work, seconds);
    laid.0.step = Some(step);
    laid.0.choice = exercise.choices.first();
    laid.0.movement = exercise.choices.first().map(|choice| choice.movement);
    laid.0.dose = Some(dose(seconds * 1000, Unit::Second, Ending::Done));
    laid
}

/// So many repetitions of a statement, estimated at so many seconds.
pub fn reps(step: &Step, count: i64, seconds: i64) -> Laid<'_> {
    let mut laid = work(step, seconds);
    laid.0.estimated = true;
    laid.0.dose = Some(dose(count * 1000, Unit::Count, Ending::Done));
    laid
}

/// A plain rest.
pub fn pause<'p>(seconds: i64) -> Laid<'p> {
    segment(SegmentKind::Rest, seconds)
}

/// A way from one movement to the next.
pub fn transition<'p>(seconds: i64) -> Laid<'p> {
    segment(SegmentKind::Transition, seconds)
}

/// A change of sides.
pub fn switch<'p>(seconds: i64) -> Laid<'p> {
    segment(SegmentKind::Switch, seconds)
}

/// A whole interval, AMRAP or `for time` with its steps.
pub fn whole<'p>(kind: SegmentKind, seconds: i64, steps: Vec<Laid<'p>>) -> Laid<'p> {
    let mut laid = segment(kind, seconds);
    let mut at = 0;
    laid.0.steps = steps
        .into_iter()
        .map(|Laid(mut step)| {
            step.start_ms = at;
            at += step.duration_ms;
            step
        })
        .collect();
    laid
}

impl<'p> Laid<'p> {
    pub fn round(mut self, n: u32, of: u32) -> Self {
        self.0.round = Some(Count { n, of });
        self
    }

    pub fn set(mut self, n: u32, of: u32) -> Self {
        self.0.set = Some(Count { n, of });
        self
    }

    pub fn side(mut self, side: Side) -> Self {
        self.0.side = Some(side);
        self
    }

    pub fn block(mut self, block: u32) -> Self {
        self.0.block = BlockId(block);
        self
    }

    pub fn dosed(mut self, dose: SettledDose) -> Self {
        self.0.dose = Some(dose);
        self
    }

    pub fn at(mut self, target: SettledTarget) -> Self {
        self.0.targets = self.0.targets.iter().cloned().chain([target]).collect();
        self
    }

    pub fn estimated(mut self) -> Self {
        self.0.estimated = true;
        self
    }

    pub fn open_ended(mut self) -> Self {
        self.0.open_ended = true;
        self.estimated()
    }
}

/// Segments one after the other.
pub fn timeline<'p>(laid: Vec<Laid<'p>>, notes: &[(usize, &'p Step)]) -> Timeline<'p> {
    let mut timeline = Timeline::default();
    for Laid(mut segment) in laid {
        segment.start_ms = timeline.likely_ms;
        timeline.likely_ms += segment.duration_ms;
        timeline.estimated |= segment.estimated;
        timeline.segments.push(segment);
    }
    for &(before, step) in notes {
        let StepKind::Note(text) = &step.kind else { panic!("a note") };
        let at_ms = timeline.segments.get(before).map_or(timeline.likely_ms, |segment| segment.start_ms);
        timeline.notes.push(NoteInPlace { at_ms, before, text });
    }
    timeline
}

/// A workout of these steps.
pub fn workout(title: &str, steps: Vec<Step>) -> Workout {
    Workout { title: title.to_owned(), steps, ..Workout::default() }
}

/// The script of a workout at a rate, and what is warned about.
pub fn spoken(
    workout: &Workout,
    timeline: &Timeline<'_>,
    words_per_minute: u32,
) -> (CueScript, Vec<Diagnostic>) {
    let program = Program { workouts: Vec::new(), movements: movements(), ..Program::default() };
    let compiled =
        Compiled { source: "test.wod", program: &program, workout, level: Level::default(), timeline };
    let voice = Voice { words_per_minute };
    let (script, warnings) = script(&compiled, voice);
    let one = OneWorkout::new(compiled, voice);
    assert_eq!(one.words_without_room(), warnings, "a check says something else");
    (script, warnings)
}
