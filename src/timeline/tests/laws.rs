//! What holds for every workout, however odd.

use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;

use super::*;
use crate::check::program::{BodyHalf, MovementPace, Side, Tempo};
use crate::timeline::run::{MAX_MS, MAX_SEGMENTS};
use crate::timeline::{Segment, SegmentKind};

/// Figures in thousandths: those a coach may write, or any at all.
#[derive(Debug, Clone, Copy)]
enum Figures {
    Sane,
    Absurd,
}

impl Figures {
    fn up_to(self, whole: i64) -> BoxedStrategy<i64> {
        match self {
            Figures::Sane => (1..=whole).prop_map(|n| n * 1000).boxed(),
            Figures::Absurd => prop_oneof![
                any::<i64>(),
                Just(i64::MIN),
                Just(i64::MAX),
                Just(0),
                (-5_000..5_000_000_000i64),
                (1..=whole).prop_map(|n| n * 1000),
            ]
            .boxed(),
        }
    }

    fn step(self) -> BoxedStrategy<i64> {
        match self {
            Figures::Sane => (-15_000..15_000i64).boxed(),
            Figures::Absurd => prop_oneof![any::<i64>(), -200_000..200_000i64].boxed(),
        }
    }
}

fn each() -> BoxedStrategy<Each> {
    prop_oneof![Just(Each::Set), Just(Each::Round), Just(Each::Session), Just(Each::Week), Just(Each::Cycle)]
        .boxed()
}

/// An amount of up to so many whole units: sometimes a range, sometimes progressing.
fn amount(figures: Figures, unit: Unit, whole: i64) -> BoxedStrategy<Amount> {
    let progression = (figures.step(), any::<bool>(), each()).prop_map(|(by, percent, each)| Progression {
        by,
        percent,
        each,
    });
    (figures.up_to(whole), weighted(0.3, figures.up_to(whole)), weighted(0.2, progression))
        .prop_map(move |(low, high, progression)| {
            let high = high.unwrap_or(low);
            Amount { low: low.min(high), high: low.max(high), unit, women: None, progression }
        })
        .boxed()
}

fn dose_amount(figures: Figures) -> BoxedStrategy<Amount> {
    prop_oneof![
        amount(figures, Unit::Second, 90),
        amount(figures, Unit::Count, 12),
        amount(figures, Unit::Metre, 800),
        amount(figures, Unit::Mile, 2),
        amount(figures, Unit::Calorie, 20),
        amount(figures, Unit::Breath, 10),
    ]
    .boxed()
}

fn any_bout(figures: Figures) -> BoxedStrategy<Bout> {
    prop_oneof![
        6 => dose_amount(figures).prop_map(Bout::Of),
        1 => dose_amount(figures).prop_map(Bout::AtLeast),
        1 => Just(Bout::Max(None)),
        1 => amount(figures, Unit::Second, 60).prop_map(|amount| Bout::Max(Some(amount))),
    ]
    .boxed()
}

fn targets(figures: Figures) -> BoxedStrategy<Vec<Target>> {
    let pace = amount(figures, Unit::SecondPer { mm: 1_000_000 }, 400);
    let speed = || amount(figures, Unit::KilometrePerHour, 15);
    let rpe = amount(figures, Unit::Count, 10);
    let target = prop_oneof![
        (pace.prop_map(|amount| target(TargetKind::Pace, amount))),
        (speed(), of(speed())).prop_map(|(amount, to)| Target { to, ..target(TargetKind::Speed, amount) }),
        (rpe.prop_map(|amount| target(TargetKind::Rpe, amount))),
    ];
    vec(target, 0..2).boxed()
}

fn rest_amount(figures: Figures) -> BoxedStrategy<RestAmount> {
    let moving = (0..6u32, any_bout(figures), targets(figures)).prop_map(|(movement, bout, targets)| {
        RestAmount::Moving { movement: MovementId(movement), bout, targets }
    });
    prop_oneof![
        6 => amount(figures, Unit::Second, 60).prop_map(RestAmount::For),
        1 => amount(figures, Unit::Breath, 10).prop_map(RestAmount::For),
        1 => Just(RestAmount::UntilReady),
        1 => Just(RestAmount::TurnOff),
        1 => moving,
    ]
    .boxed()
}

fn any_dose(figures: Figures) -> BoxedStrategy<Dose> {
    let group = (amount(figures, Unit::Count, 4), any_bout(figures), targets(figures))
        .prop_map(|(count, bout, targets)| SetGroup { count, bout, targets, own: None });
    prop_oneof![
        2 => Just(Dose::FromBlock),
        4 => any_bout(figures).prop_map(Dose::Bout),
        2 => vec(group, 1..3).prop_map(|groups| Dose::Sets(groups.into())),
    ]
    .boxed()
}

fn any_choice(figures: Figures) -> BoxedStrategy<Choice> {
    let sides = prop_oneof![
        4 => Just(Sides::Together),
        2 => Just(Sides::Each(BodyHalf::Leg)),
        1 => Just(Sides::Alternating),
        1 => Just(Sides::EachAlternating(BodyHalf::Arm)),
        1 => Just(Sides::Only(Side::Left)),
    ];
    let between_sets = prop_oneof![
        Just(BetweenSets::Nothing),
        rest_amount(figures).prop_map(|rest| BetweenSets::Rest(Box::new(rest))),
        amount(figures, Unit::Second, 120).prop_map(BetweenSets::Every),
    ];
    let tempo = weighted(0.2, any::<[u8; 4]>().prop_map(|phases| Tempo { phases }));
    let hold = weighted(0.2, amount(figures, Unit::Second, 20));
    let both = weighted(0.1, Just(()));
    (0..6u32, any_dose(figures), sides, both, targets(figures), tempo, hold, between_sets)
        .prop_map(|(movement, dose, sides, both, targets, tempo, hold, between_sets)| Choice {
            sides,
            both_directions: both.is_some(),
            targets,
            tempo,
            hold,
            between_sets,
            ..choice(MovementId(movement), dose)
        })
        .boxed()
}

fn kind(figures: Figures) -> BoxedStrategy<BlockKind> {
    let time = || amount(figures, Unit::Second, 600);
    prop_oneof![
        6 => Just(BlockKind::Circuit),
        1 => Just(BlockKind::Superset),
        1 => Just(BlockKind::ForTime),
        1 => Just(BlockKind::Tabata),
        1 => Just(BlockKind::Warmup),
        1 => time().prop_map(|time| BlockKind::Amrap { time }),
        1 => (time(), any::<bool>()).prop_map(|(time, alternating)| BlockKind::Emom { time, alternating }),
        1 => (time(), any::<bool>())
            .prop_map(|(interval, alternating)| BlockKind::Every { interval, alternating }),
    ]
    .boxed()
}

fn any_block(figures: Figures, steps: Vec<Step>) -> BoxedStrategy<Step> {
    let seconds = || weighted(0.2, amount(figures, Unit::Second, 30));
    let counts = (weighted(0.5, amount(figures, Unit::Count, 4)), weighted(0.1, vec(figures.up_to(1), 1..4)));
    let rests = (
        weighted(0.2, rest_amount(figures)),
        weighted(0.2, rest_amount(figures)),
        weighted(0.2, rest_amount(figures)),
    );
    let times = (seconds(), seconds(), seconds(), weighted(0.2, amount(figures, Unit::Second, 300)));
    let flags = (weighted(0.1, Just(BodyHalf::Leg)), weighted(0.1, Just("until".into())));
    (kind(figures), counts, rests, times, flags)
        .prop_map(
            move |(
                kind,
                (rounds, ladder),
                (work_rest, between_rounds, between_movements),
                (work, transition, switch, cap),
                (per_half, until),
            )| {
                block(kind, steps.clone(), |block| {
                    let ladder = ladder.map(|rungs| rungs.iter().map(|rung| rung / 1000).collect());
                    (block.rounds, block.ladder) = (rounds, ladder);
                    (block.work_rest, block.between_rounds) = (work_rest, between_rounds);
                    (block.between_movements, block.work, block.transition) =
                        (between_movements, work, transition);
                    (block.switch, block.cap, block.per_half, block.until) = (switch, cap, per_half, until);
                })
            },
        )
        .boxed()
}

fn steps(figures: Figures) -> BoxedStrategy<Vec<Step>> {
    let leaf = prop_oneof![
        5 => vec(any_choice(figures), 1..3).prop_map(exercise),
        2 => rest_amount(figures).prop_map(rest_of),
        1 => Just(note("a note")),
        1 => Just(step(StepKind::Record("a record".into()))),
    ];
    let nested = leaf.prop_recursive(3, 24, 4, move |inner| {
        let inner = vec(inner, 0..4);
        prop_oneof![
            5 => inner.clone().prop_flat_map(move |steps| any_block(figures, steps)),
            1 => (inner, weighted(0.5, amount(figures, Unit::Second, 10)))
                .prop_map(|(steps, transition)| done(Workout { transition, ..workout(steps) })),
        ]
    });
    vec(nested, 0..5).boxed()
}

fn any_workout(figures: Figures) -> BoxedStrategy<Workout> {
    let seconds = || weighted(0.3, amount(figures, Unit::Second, 10));
    (steps(figures), seconds(), seconds())
        .prop_map(|(steps, transition, switch)| Workout { transition, switch, ..workout(steps) })
        .boxed()
}

fn paced_program() -> Program {
    let mut program = program();
    program.movements[0].pace = Some(MovementPace::PerRep(2_345));
    program.movements[3].pace = Some(MovementPace::PerDistance { ms: 301_000, mm: 1_000_000 });
    program
}

/// Asserts that segments follow each other from zero, each of some length, and returns where they end.
fn contiguous(segments: &[Segment<'_>]) -> i64 {
    segments.iter().fold(0, |now, segment| {
        assert_eq!(segment.start_ms, now);
        assert!(segment.duration_ms > 0);
        let inside = contiguous(&segment.steps);
        assert!(segment.kind != SegmentKind::Interval || inside <= segment.duration_ms);
        now + segment.duration_ms
    })
}

/// Counts segments, those inside others too.
fn count(segments: &[Segment<'_>]) -> usize {
    segments.iter().map(|segment| 1 + count(&segment.steps)).sum()
}

/// Numbers the blocks of a workout in text order, and returns how many there are.
fn blocks(steps: &[Step]) -> u32 {
    let of = |step: &Step| match &step.kind {
        StepKind::Block(block) => 1 + blocks(&block.steps),
        StepKind::Do(workout) => 1 + blocks(&workout.steps),
        StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => 0,
    };
    steps.iter().map(of).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn a_timeline_adds_up_within_its_bounds(workout in any_workout(Figures::Sane)) {
        let program = paced_program();
        for level in Level::ALL {
            let (timeline, diagnostics) = lower(&program, &workout, level);
            if diagnostics.iter().any(|diagnostic| diagnostic.rule == Rule::TooLong) {
                prop_assert!(timeline.segments.is_empty() && diagnostics.len() == 1);
                continue;
            }
            prop_assert_eq!(contiguous(&timeline.segments), timeline.likely_ms);
            prop_assert!(timeline.least_ms <= timeline.likely_ms, "{} {}", timeline.least_ms, timeline.likely_ms);
            prop_assert!(timeline.likely_ms <= timeline.most_ms, "{} {}", timeline.likely_ms, timeline.most_ms);
            prop_assert!(timeline.most_ms <= MAX_MS);
            prop_assert!((0..=timeline.likely_ms).contains(&timeline.work_ms));
            prop_assert_eq!(timeline.work_ms + timeline.rest_ms(), timeline.likely_ms);
            prop_assert!(count(&timeline.segments) <= MAX_SEGMENTS);
            prop_assert!(timeline.segments.iter().all(|segment| segment.block.0 <= blocks(&workout.steps)));
        }
    }

    #[test]
    fn a_note_stands_at_the_start_of_the_segment_after_it(workout in any_workout(Figures::Sane)) {
        let program = paced_program();
        let (timeline, _) = lower(&program, &workout, Level::Intermediate);
        for note in &timeline.notes {
            let start = timeline.segments.get(note.before).map_or(timeline.likely_ms, |next| next.start_ms);
            prop_assert_eq!(note.at_ms, start);
        }
        prop_assert!(timeline.notes.is_sorted_by_key(|note| note.before));
    }

    #[test]
    fn no_amount_is_too_absurd_to_be_answered(workout in any_workout(Figures::Absurd)) {
        let program = paced_program();
        for level in Level::ALL {
            let (timeline, _) = lower(&program, &workout, level);
            prop_assert_eq!(contiguous(&timeline.segments), timeline.likely_ms);
            prop_assert!(timeline.likely_ms <= MAX_MS);
        }
    }

    #[test]
    fn the_same_workout_gives_the_same_timeline(workout in any_workout(Figures::Sane)) {
        let program = paced_program();
        let show = || format!("{:?}", lower(&program, &workout, Level::Intermediate));
        prop_assert_eq!(show(), show());
    }
}
