//! Workouts for the tests, as the checker and the timeline would give them.

use std::sync::Arc;

use crate::check::program::{
    About, Amount, BetweenSets, Block, BlockKind, BodyHalf, Bout, Choice, Dose, Each, Effort, Exercise,
    Level, Movement, MovementId, MovementPace, Open, Pattern, Program, Progression, Rest, RestAmount,
    SetGroup, Side, Sides, Step, StepKind, Target, TargetKind, Tempo, Unit, Workout,
};
use crate::emit::json::{JsonOptions, write};
use crate::emit::{Compiled, OneFile};
use crate::source::Span;
use crate::timeline::{
    BlockId, Count, Ending, NoteInPlace, Segment, SegmentKind, SettledDose, SettledTarget, Timeline,
};

/// Returns the document of a program's only workout as text.
pub fn text_of(program: &Program, timeline: &Timeline<'_>) -> String {
    let compiled = Compiled {
        source: "short-legs.wod",
        program,
        workout: &program.workouts[0],
        level: Level::Intermediate,
        timeline,
    };
    let (source, level) = (compiled.source, compiled.level);
    let file = OneFile { source, level, program, workouts: vec![compiled], plans: Vec::new() };
    let mut bytes = Vec::new();
    write(&file, JsonOptions::default(), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The workout of `docs/json.md`:
///
/// ```text
/// title "Short Legs"
/// tags strength
/// circuit rounds 2 <
///   squat 8-12 @ 24kg "knees out"
///   single-leg balance 30s per leg
/// >
/// ```
pub fn short_legs() -> Program {
    let squat = Choice {
        targets: vec![target(TargetKind::Load { implements: 1 }, 24_000, Unit::Kilogram)],
        cue: Some("knees out".into()),
        ..choice(0, Dose::Bout(Bout::Of(range(8_000, 12_000, Unit::Count))))
    };
    let balance = Choice { sides: Sides::Each(BodyHalf::Leg), ..choice(1, bout(30_000, Unit::Second)) };
    let circuit = Block {
        rounds: Some(Amount::exactly(2_000, Unit::Count)),
        ..block(BlockKind::Circuit, vec![exercise(vec![squat]), exercise(vec![balance])])
    };
    Program {
        workouts: vec![Arc::new(Workout {
            title: "Short Legs".to_owned(),
            tags: vec!["strength".to_owned()],
            steps: vec![step(StepKind::Block(Box::new(circuit)))],
            ..Workout::default()
        })],
        movements: vec![
            Movement {
                id: "squat".to_owned(),
                name: "squat".to_owned(),
                known: true,
                pattern: Some(Pattern::Squat),
                muscles: words(&["quads", "glutes"]),
                equipment: words(&["kettlebell"]),
                cues: words(&["Sit down between your heels"]),
                harder: words(&["jump squat"]),
                pace: Some(MovementPace::PerRep(3_000)),
                ..Movement::default()
            },
            Movement {
                id: "single-leg-balance".to_owned(),
                name: "single-leg balance".to_owned(),
                known: true,
                pattern: Some(Pattern::Core),
                muscles: words(&["calves"]),
                secondary: words(&["glutes", "core"]),
                sides: Some(BodyHalf::Leg),
                cues: words(&["Look at one point ahead"]),
                ..Movement::default()
            },
        ],
        ..Program::default()
    }
}

/// Lays [`short_legs`] out in time.
pub fn short_legs_timeline(program: &Program) -> Timeline<'_> {
    let StepKind::Block(circuit) = &program.workouts[0].steps[0].kind else { unreachable!() };
    let choice = |at: usize| match &circuit.steps[at].kind {
        StepKind::Exercise(exercise) => &exercise.choices[0],
        other => unreachable!("{other:?}"),
    };
    let load = settled(TargetKind::Load { implements: 1 }, 24_000, Unit::Kilogram);
    let mut segments = Vec::new();
    for n in 1..=2 {
        let round = Some(Count { n, of: 2 });
        segments.push(Segment {
            round,
            choice: Some(choice(0)),
            movement: Some(MovementId(0)),
            dose: Some(SettledDose { low: 8_000, high: 12_000, ..dose(10_000, Unit::Count) }),
            targets: [load.clone()].into_iter().collect(),
            estimated: true,
            block: BlockId(1),
            ..segment(SegmentKind::Work, 30_000)
        });
        for side in [Side::Right, Side::Left] {
            segments.push(Segment {
                round,
                choice: Some(choice(1)),
                movement: Some(MovementId(1)),
                side: Some(side),
                dose: Some(dose(30_000, Unit::Second)),
                block: BlockId(1),
                ..segment(SegmentKind::Work, 30_000)
            });
        }
    }
    timeline(segments, 168_000, 192_000, Some(2))
}

/// A workout with every kind of step, dose, rest, target and unit.
pub fn everything() -> Program {
    let week = Progression { by: 2_500, percent: false, each: Each::Week };
    let kilograms = Amount { progression: Some(week), ..Amount::exactly(60_000, Unit::Kilogram) };
    let group = |count, bout, targets| SetGroup {
        count: Amount::exactly(count, Unit::Count),
        bout,
        targets,
        own: None,
    };
    let heavy = vec![target(TargetKind::Percent { of: Some("training max".into()) }, 85_000, Unit::Percent)];
    let jog = RestAmount::Moving {
        movement: MovementId(2),
        bout: Bout::Of(Amount::exactly(200_000, Unit::Metre)),
        targets: every_target(),
    };
    let sets = Dose::Sets(Box::new([
        group(3_000, Bout::Of(range(8_000, 12_000, Unit::Count)), Vec::new()),
        group(1_000, Bout::AtLeast(Amount::exactly(5_000, Unit::Count)), heavy),
        group(2_000, Bout::Max(None), Vec::new()),
    ]));
    let units = [
        (400_000, Unit::Metre),
        (5_000, Unit::Kilometre),
        (1_000, Unit::Mile),
        (25_000, Unit::Yard),
        (30_000, Unit::Foot),
        (20_000, Unit::Calorie),
        (5_000, Unit::Breath),
        (15_000, Unit::Step),
        (20_000, Unit::Stroke),
    ];
    let mut steps: Vec<Step> =
        units.into_iter().map(|(figure, unit)| exercise(vec![choice(2, bout(figure, unit))])).collect();
    let within = Dose::Bout(Bout::Max(Some(Amount::exactly(60_000, Unit::Second))));
    steps.extend([
        exercise(vec![
            Choice {
                targets: vec![Target::new(TargetKind::Load { implements: 2 }, kilograms)],
                tempo: Some(Tempo { phases: [3, 1, Tempo::EXPLOSIVE, 0] }),
                between_sets: BetweenSets::Rest(Box::new(jog.clone())),
                ..choice(0, sets)
            },
            Choice {
                sides: Sides::EachAlternating(BodyHalf::Arm),
                both_directions: true,
                between_sets: BetweenSets::Every(Amount::exactly(105_000, Unit::Second)),
                ..choice(1, within)
            },
            Choice { sides: Sides::Alternating, ..choice(1, Dose::FromBlock) },
            Choice {
                sides: Sides::Only(Side::Left),
                hold: Some(Amount::exactly(5_000, Unit::Second)),
                ..choice(3, bout(10_000, Unit::Count))
            },
        ]),
        step(StepKind::Note("Shake it out".into())),
        step(StepKind::Record("Best single, kg".into())),
        rest(RestAmount::For(range(60_000, 120_000, Unit::Second))),
        rest(RestAmount::UntilReady),
        rest(RestAmount::TurnOff),
        rest(jog.clone()),
    ]);
    let time = Amount::exactly(600_000, Unit::Second);
    let kinds = [
        BlockKind::Superset,
        BlockKind::Amrap { time },
        BlockKind::Emom { time, alternating: true },
        BlockKind::Every { interval: time, alternating: false },
        BlockKind::ForTime,
        BlockKind::Tabata,
        BlockKind::Warmup,
        BlockKind::Cooldown,
        BlockKind::Section,
        BlockKind::BuyIn,
        BlockKind::CashOut,
    ];
    let inside = kinds.into_iter().map(|kind| step(StepKind::Block(Box::new(block(kind, Vec::new())))));
    let mut inside: Vec<Step> = inside.collect();
    inside.push(step(StepKind::Do(Arc::new(Workout {
        title: "Core".to_owned(),
        about: About { by: Some("Sam".to_owned()), ..About::default() },
        switch: Some(Amount::exactly(5_000, Unit::Second)),
        steps: vec![step(StepKind::Block(Box::new(block(BlockKind::Circuit, Vec::new()))))],
        ..Workout::default()
    }))));
    let circuit = Block {
        title: Some("Main".into()),
        rounds: Some(range(3_000, 5_000, Unit::Count)),
        ladder: Some(Box::new([21, 15, 9])),
        work: Some(Amount::exactly(40_000, Unit::Second)),
        work_rest: Some(RestAmount::For(Amount::exactly(20_000, Unit::Second))),
        between_rounds: Some(jog),
        between_movements: Some(RestAmount::Ratio { work: 1, rest: 2 }),
        transition: Some(Amount::exactly(10_000, Unit::Second)),
        switch: Some(Amount::exactly(5_000, Unit::Second)),
        per_half: Some(BodyHalf::Side),
        until: Some("you miss a minute".into()),
        cap: Some(time),
        ..block(BlockKind::Circuit, inside)
    };
    steps.push(step(StepKind::Block(Box::new(circuit))));
    steps.push(step(StepKind::Block(Box::new(block(BlockKind::Section, Vec::new())))));
    let mut program = short_legs();
    program.movements.push(Movement {
        id: "run".to_owned(),
        name: "run".to_owned(),
        known: true,
        also: words(&["jog"]),
        muscles: words(&["glutes"]),
        secondary: words(&["calves"]),
        equipment: words(&["shoes", "kettlebell"]),
        load: Some(range(0, 10_000, Unit::Kilogram)),
        has_max: true,
        pace: Some(MovementPace::PerDistance { ms: 360_000, mm: 1_000_000 }),
        why: Some("It gets you there.".to_owned()),
        easier: words(&["walk"]),
        ..Movement::default()
    });
    program.movements.push(Movement {
        id: "zercher-thing".to_owned(),
        name: "Zercher thing".to_owned(),
        equipment: words(&["barbell"]),
        ..Movement::default()
    });
    let mut about = About { by: Some("Sam".to_owned()), ..About::default() };
    about.source = Some("A book".to_owned());
    program.workouts = vec![Arc::new(Workout {
        title: "Everything".to_owned(),
        about,
        transition: Some(Amount::exactly(10_000, Unit::Second)),
        switch: Some(range(5_000, 10_000, Unit::Second)),
        steps,
        ..Workout::default()
    })];
    program
}

/// Lays out enough of [`everything`] to have every kind of segment and dose.
pub fn everything_timeline(program: &Program) -> Timeline<'_> {
    let StepKind::Exercise(lifts) = &program.workouts[0].steps[9].kind else { unreachable!() };
    let doses = [
        dose(1_000, Unit::Mile),
        dose(20_000, Unit::Calorie),
        dose(5_000, Unit::Breath),
        dose(15_000, Unit::Step),
        dose(20_000, Unit::Stroke),
        SettledDose { ending: Ending::OrMore, ..dose(5_000, Unit::Count) },
        SettledDose {
            ending: Ending::Max,
            open: Some(Open::In(Unit::Calorie)),
            ..dose(12_000, Unit::Second)
        },
        SettledDose { ending: Ending::MaxWithin, ..dose(60_000, Unit::Second) },
    ];
    let mut segments: Vec<Segment<'_>> = doses
        .into_iter()
        .map(|dose| Segment {
            movement: Some(MovementId(2)),
            dose: Some(dose),
            estimated: true,
            open_ended: dose.ending != Ending::Done,
            ..segment(SegmentKind::Work, 60_000)
        })
        .collect();
    let lift = Segment {
        choice: lifts.choices.first(),
        movement: Some(MovementId(0)),
        side: Some(Side::Left),
        direction: Some(2),
        set: Some(Count { n: 1, of: 3 }),
        targets: [
            SettledTarget {
                value: Some(3_500),
                low: Some(3_000),
                high: Some(4_000),
                ..settled(TargetKind::Rir, 0, Unit::Count)
            },
            SettledTarget { to: Some(180_000), ..settled(TargetKind::Power, 110_000, Unit::Watt) },
            SettledTarget {
                women: Some(30_000),
                ..settled(TargetKind::Load { implements: 1 }, 43_000, Unit::Kilogram)
            },
        ]
        .into_iter()
        .collect(),
        ..segment(SegmentKind::Work, 20_000)
    };
    for kind in [
        SegmentKind::Rest,
        SegmentKind::Transition,
        SegmentKind::Switch,
        SegmentKind::Interval,
        SegmentKind::Amrap,
        SegmentKind::ForTime,
    ] {
        let holds = matches!(kind, SegmentKind::Interval | SegmentKind::Amrap | SegmentKind::ForTime);
        let steps = if holds { vec![lift.clone()] } else { Vec::new() };
        segments.push(Segment { steps, ..segment(kind, 60_000) });
    }
    let mut timeline = timeline(segments, 0, 2_000_000, None);
    timeline.notes = vec![NoteInPlace { at_ms: 480_000, before: 8, text: "Shake it out" }];
    timeline
}

/// Returns a timeline of these segments, one after the other.
fn timeline(
    mut segments: Vec<Segment<'_>>,
    least_ms: i64,
    most_ms: i64,
    rounds: Option<u32>,
) -> Timeline<'_> {
    let mut likely_ms = 0;
    let mut work_ms = 0;
    for segment in &mut segments {
        segment.start_ms = likely_ms;
        likely_ms += segment.duration_ms;
        if segment.kind == SegmentKind::Work {
            work_ms += segment.duration_ms;
        }
    }
    Timeline { segments, notes: Vec::new(), least_ms, likely_ms, most_ms, work_ms, rounds, estimated: true }
}

/// Returns a target of every kind.
fn every_target() -> Vec<Target> {
    let bare = Target::bare;
    vec![
        target(TargetKind::Load { implements: 2 }, 24_000, Unit::Kilogram),
        bare(TargetKind::Bodyweight),
        target(TargetKind::Bodyweight, 10_000, Unit::Kilogram),
        target(TargetKind::Assistance, 30_000, Unit::Pound),
        target(TargetKind::Size, 20_000, Unit::Inch),
        target(TargetKind::Size, 20_000, Unit::Millimetre),
        target(TargetKind::Size, 60_000, Unit::Centimetre),
        target(TargetKind::Percent { of: None }, 77_500, Unit::Percent),
        Target {
            plus: Some(Amount {
                progression: Some(Progression { by: 5_000, percent: false, each: Each::Week }),
                ..Amount::exactly(0, Unit::Kilogram)
            }),
            ..target(TargetKind::Percent { of: None }, 70_000, Unit::Percent)
        },
        target(TargetKind::RepMax, 10_000, Unit::Count),
        target(TargetKind::Rpe, 8_000, Unit::Count),
        target(TargetKind::Rir, 2_000, Unit::Count),
        target(TargetKind::Zone, 2_000, Unit::Count),
        target(TargetKind::HeartRate, 140_000, Unit::BeatPerMinute),
        Target {
            to: Some(Amount::exactly(180_000, Unit::Watt)),
            ..target(TargetKind::Power, 110_000, Unit::Watt)
        },
        target(TargetKind::Cadence, 90_000, Unit::RevolutionPerMinute),
        target(TargetKind::StrokeRate, 28_000, Unit::StrokePerMinute),
        target(TargetKind::Speed, 10_000, Unit::KilometrePerHour),
        target(TargetKind::Speed, 6_000, Unit::MilePerHour),
        target(TargetKind::Pace, 120_000, Unit::SecondPer { mm: 500_000 }),
        target(TargetKind::Slope, 6_000, Unit::Percent),
        bare(TargetKind::NamedPace { name: "marathon".into() }),
        target(TargetKind::NamedPace { name: "css".into() }, 2_000, Unit::Second),
        bare(TargetKind::Effort(Effort::Easy)),
    ]
}

fn target(kind: TargetKind, figure: i64, unit: Unit) -> Target {
    Target::new(kind, Amount::exactly(figure, unit))
}

fn settled(kind: TargetKind, figure: i64, unit: Unit) -> SettledTarget {
    SettledTarget {
        kind,
        value: Some(figure),
        low: Some(figure),
        high: Some(figure),
        to: None,
        plus: None,
        women: None,
        unit,
        own: None,
    }
}

fn range(low: i64, high: i64, unit: Unit) -> Amount {
    Amount { high, ..Amount::exactly(low, unit) }
}

fn bout(figure: i64, unit: Unit) -> Dose {
    Dose::Bout(Bout::Of(Amount::exactly(figure, unit)))
}

fn dose(figure: i64, unit: Unit) -> SettledDose {
    SettledDose {
        value: figure,
        low: figure,
        high: figure,
        women: None,
        unit,
        ending: Ending::Done,
        open: None,
    }
}

fn choice(movement: u32, dose: Dose) -> Choice {
    Choice {
        movement: MovementId(movement),
        name_span: Span::default(),
        dose,
        open: None,
        sides: Sides::Together,
        both_directions: false,
        targets: Vec::new(),
        tempo: None,
        hold: None,
        between_sets: BetweenSets::Nothing,
        moves: None,
        cue: None,
    }
}

fn step(kind: StepKind) -> Step {
    Step { span: Span::default(), only: None, kind }
}

fn exercise(choices: Vec<Choice>) -> Step {
    step(StepKind::Exercise(Exercise { choices }))
}

fn rest(amount: RestAmount) -> Step {
    step(StepKind::Rest(Box::new(Rest { amount })))
}

fn block(kind: BlockKind, steps: Vec<Step>) -> Block {
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

fn segment<'p>(kind: SegmentKind, duration_ms: i64) -> Segment<'p> {
    Segment {
        start_ms: 0,
        duration_ms,
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
    }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}
