//! Workouts computed by hand, so that the reckoning here is itself held to something.
//!
//! Segments are written `squat 30`, `rest 15`, `lunge right 30`: what is done, then seconds. Each is also held against
//! the compiler.

use crate::comparison::agrees;
use crate::model::{
    Alternative, BURPEE, BetweenSets, Block, Bout, Dose, Each, Exercise, Figure, Growth, Half, Kind, LUNGE,
    Ladder, Layout, Level, MovementIndex, Only, PLANK, PUSH_UP, Rest, RestKind, SIDE_PLANK, SOFT_TOY_SQUAT,
    SQUAT, Sides, Step, TOY_SQUAT, Workout,
};
use crate::timeline::{Kind as SegmentKind, Said, Segment, Side, Timeline, timeline};

fn exercise(movement: MovementIndex, dose: Dose) -> Exercise {
    Exercise {
        movement,
        dose,
        sides: Sides::Together,
        in_calories: false,
        both_directions: false,
        load: false,
        pace: None,
        tempo: None,
        only: None,
        hold: None,
        between_sets: BetweenSets::Nothing,
        cue: false,
        or: None,
        spelling: 0,
    }
}

fn for_seconds(movement: MovementIndex, seconds: impl Into<Figure>) -> Exercise {
    exercise(movement, Dose::Once(Bout::Seconds(seconds.into())))
}

/// So many repetitions at two seconds each.
fn for_reps(movement: MovementIndex, reps: impl Into<Figure>) -> Exercise {
    let dose = Dose::Once(Bout::Reps(reps.into()));
    Exercise { tempo: Some([1, 0, 1, 0]), ..exercise(movement, dose) }
}

fn unsaid(movement: MovementIndex) -> Exercise {
    exercise(movement, Dose::Unsaid)
}

fn sets(movement: MovementIndex, count: impl Into<Figure>, seconds: impl Into<Figure>) -> Exercise {
    exercise(movement, Dose::Sets(count.into(), Bout::Seconds(seconds.into())))
}

fn squat(seconds: u32) -> Step {
    Step::Exercise(for_seconds(SQUAT, seconds))
}

fn lunge(seconds: u32) -> Step {
    Step::Exercise(for_seconds(LUNGE, seconds))
}

fn rest(seconds: u32) -> Step {
    Step::Rest(seconds.into())
}

impl From<Exercise> for Step {
    fn from(exercise: Exercise) -> Self {
        Step::Exercise(exercise)
    }
}

impl From<Block> for Step {
    fn from(block: Block) -> Self {
        Step::Block(block)
    }
}

fn per(half: Half, exercise: Exercise) -> Step {
    Step::Exercise(Exercise { sides: Sides::Each(half), ..exercise })
}

fn circuit(steps: Vec<Step>) -> Block {
    Block { kind: Kind::Circuit, steps, ..Block::default() }
}

fn rounds(count: impl Into<Figure>, steps: Vec<Step>) -> Block {
    Block { rounds: Some(count.into()), ..circuit(steps) }
}

fn workout(steps: Vec<Step>) -> Workout {
    Workout { level: None, top: Block { steps, ..Block::default() }, layout: Layout::default() }
}

/// Returns the timeline, and holds the compiler against it too.
fn at(workout: &Workout, level: Option<Level>) -> Timeline {
    let expected = timeline(workout, level).expect("the language says what this is");
    let mut now = 0;
    for segment in &expected.segments {
        assert_eq!(segment.start, now);
        now += segment.duration;
    }
    assert_eq!(expected.likely, now);
    if let Err(difference) = agrees(workout, level, &expected) {
        panic!("{difference}");
    }
    expected
}

fn in_seconds(milliseconds: i64) -> String {
    if milliseconds % 1000 == 0 { (milliseconds / 1000).to_string() } else { format!("{milliseconds} ms") }
}

fn written(segment: &Segment) -> String {
    let what = match segment.kind {
        SegmentKind::Work => match segment.movement {
            Said::Is(Some(movement)) => movement,
            Said::Is(None) | Said::Unsaid => "work",
        },
        SegmentKind::Rest => "rest",
        SegmentKind::Transition => "transition",
        SegmentKind::Switch => "switch",
        SegmentKind::Interval => "interval",
        SegmentKind::Amrap => "amrap",
        SegmentKind::ForTime => "for time",
    };
    let side = match segment.side {
        Said::Is(Some(Side::Right)) => " right",
        Said::Is(Some(Side::Left)) => " left",
        Said::Is(None) | Said::Unsaid => "",
    };
    format!("{what}{side} {}", in_seconds(segment.duration))
}

fn all_written(segments: &[Segment]) -> String {
    segments.iter().map(written).collect::<Vec<_>>().join(", ")
}

/// Asserts that the steps come out as written, at the middle level.
#[track_caller]
fn reads(steps: Vec<Step>, expected: &str) {
    assert_eq!(all_written(&at(&workout(steps), None).segments), expected);
}

#[track_caller]
fn block_reads(block: Block, expected: &str) {
    reads(vec![block.into()], expected);
}

fn totals(timeline: &Timeline) -> (i64, i64, i64) {
    (timeline.least / 1000, timeline.likely / 1000, timeline.most / 1000)
}

const fn clock(minutes: i64, seconds: i64) -> i64 {
    minutes * 60 + seconds
}

// The reference workouts.

#[test]
fn the_lower_body_workout_takes_13_45_in_35_segments() {
    let lower = workout(vec![
        rounds(
            5,
            vec![
                squat(30),
                rest(15),
                per(Half::Leg, for_seconds(PLANK, 30)),
                rest(15),
                Exercise { sides: Sides::Alternating, ..for_seconds(LUNGE, 30) }.into(),
                rest(15),
            ],
        )
        .into(),
    ]);
    let timeline = at(&lower, None);
    assert_eq!(totals(&timeline), (clock(13, 45), clock(13, 45), clock(13, 45)));
    assert_eq!(timeline.segments.len(), 35);
    assert_eq!(timeline.work, 5 * 120 * 1000);
    assert!(!timeline.estimated);
    assert_eq!(timeline.segments[34].start, (clock(13, 45) - 15) * 1000);
    assert_eq!(timeline.segments[28].round, Said::Is(Some((5, 5))));
}

#[test]
fn the_core_workout_takes_8_30_11_20_or_14_10_by_level() {
    let core = Block {
        transition: Some(10.into()),
        ..rounds(
            Figure::range(3, 5),
            vec![
                for_seconds(PLANK, 30).into(),
                per(Half::Arm, for_seconds(PUSH_UP, 15)),
                per(Half::Side, for_seconds(SIDE_PLANK, 30)),
                rest(30),
            ],
        )
    };
    let core = workout(vec![core.into()]);
    for (level, likely) in [
        (None, clock(11, 20)),
        (Some(Level::Beginner), clock(8, 30)),
        (Some(Level::Intermediate), clock(11, 20)),
        (Some(Level::Advanced), clock(14, 10)),
    ] {
        assert_eq!(totals(&at(&core, level)), (clock(8, 30), likely, clock(14, 10)));
    }
}

#[test]
fn the_full_body_workout_takes_6_40() {
    let full = workout(vec![
        rounds(5, vec![squat(20), lunge(20), for_seconds(PUSH_UP, 20).into(), rest(20)]).into(),
    ]);
    assert_eq!(at(&full, None).likely, clock(6, 40) * 1000);
}

#[test]
fn a_tabata_takes_four_minutes_a_movement() {
    let tabata = Block {
        kind: Kind::Tabata,
        steps: vec![unsaid(SQUAT).into(), unsaid(BURPEE).into()],
        ..Block::default()
    };
    let timeline = at(&workout(vec![tabata.into()]), None);
    assert_eq!(timeline.likely, clock(8, 0) * 1000);
    assert_eq!(timeline.segments.len(), 32);
    assert_eq!(all_written(&timeline.segments[14..18]), "squat 20, rest 10, burpee 20, rest 10");
}

#[test]
fn between_movements_in_a_tabata_comes_after_the_last_rest() {
    let tabata = Block {
        kind: Kind::Tabata,
        between_movements: Some(60.into()),
        steps: vec![unsaid(SQUAT).into(), unsaid(SQUAT).into()],
        ..Block::default()
    };
    let timeline = at(&workout(vec![tabata.into()]), None);
    assert_eq!(timeline.likely, clock(9, 0) * 1000);
    assert_eq!(all_written(&timeline.segments[14..18]), "squat 20, rest 10, rest 60, squat 20");
}

// Work and its rest.

fn working(seconds: u32, after: u32, block: Block) -> Block {
    Block { work: Some(seconds.into()), work_rest: Some(after.into()), ..block }
}

#[test]
fn eight_rounds_of_20_s_and_10_s_take_four_minutes() {
    let block = working(20, 10, rounds(8, vec![unsaid(BURPEE).into()]));
    let timeline = at(&workout(vec![block.into()]), None);
    assert_eq!(timeline.likely, clock(4, 0) * 1000);
    assert_eq!(written(&timeline.segments[15]), "rest 10");
}

#[test]
fn work_is_each_side_and_then_one_rest() {
    block_reads(
        working(40, 20, circuit(vec![per(Half::Leg, unsaid(LUNGE)), squat(30)])),
        "lunge right 40, lunge left 40, rest 20, squat 30, rest 20",
    );
}

#[test]
fn work_holds_for_direct_steps_alone() {
    block_reads(
        working(40, 20, circuit(vec![unsaid(SQUAT).into(), circuit(vec![lunge(10), squat(10)]).into()])),
        "squat 40, rest 20, lunge 10, squat 10",
    );
}

#[test]
fn a_written_rest_replaces_the_rest_of_work_before_it() {
    block_reads(
        working(40, 20, circuit(vec![unsaid(SQUAT).into(), rest(5), unsaid(LUNGE).into()])),
        "squat 40, rest 5, lunge 40, rest 20",
    );
    // Over the seam of two rounds too; the last one stays.
    block_reads(
        working(40, 20, rounds(2, vec![rest(5), unsaid(SQUAT).into()])),
        "rest 5, squat 40, rest 5, squat 40, rest 20",
    );
}

#[test]
fn between_rounds_replaces_the_rest_of_work_at_the_seam() {
    let block = working(20, 10, rounds(2, vec![unsaid(SQUAT).into(), unsaid(LUNGE).into()]));
    block_reads(
        Block { between_rounds: Some(60.into()), ..block },
        "squat 20, rest 10, lunge 20, rest 60, squat 20, rest 10, lunge 20, rest 10",
    );
}

#[test]
fn the_last_rest_of_work_stays_whatever_follows_and_keeps_a_transition_away() {
    let block = working(20, 10, circuit(vec![unsaid(SQUAT).into()]));
    let around =
        Block { transition: Some(5.into()), ..circuit(vec![block.clone().into(), lunge(30), squat(30)]) };
    block_reads(around, "squat 20, rest 10, lunge 30, transition 5, squat 30");
    block_reads(circuit(vec![block.into(), rest(15)]), "squat 20, rest 10, rest 15");
}

#[test]
fn the_last_rest_of_work_does_not_keep_between_movements_away() {
    let block = working(20, 10, circuit(vec![unsaid(SQUAT).into()]));
    block_reads(
        Block { between_movements: Some(30.into()), ..circuit(vec![block.into(), lunge(30)]) },
        "squat 20, rest 10, rest 30, lunge 30",
    );
}

// Gaps.

#[test]
fn between_rounds_comes_after_each_round_but_the_last() {
    block_reads(
        Block { between_rounds: Some(60.into()), ..rounds(3, vec![squat(30)]) },
        "squat 30, rest 60, squat 30, rest 60, squat 30",
    );
}

#[test]
fn between_movements_comes_between_neighbours_over_the_seam_too() {
    block_reads(
        Block { between_movements: Some(10.into()), ..rounds(2, vec![squat(30), lunge(20)]) },
        "squat 30, rest 10, lunge 20, rest 10, squat 30, rest 10, lunge 20",
    );
    block_reads(
        Block { between_movements: Some(10.into()), ..rounds(2, vec![squat(30)]) },
        "squat 30, rest 10, squat 30",
    );
}

#[test]
fn between_rounds_replaces_between_movements_and_transition_at_the_seam() {
    let block = Block {
        between_rounds: Some(60.into()),
        between_movements: Some(10.into()),
        transition: Some(5.into()),
        ..rounds(2, vec![squat(30), lunge(20)])
    };
    block_reads(block, "squat 30, rest 10, lunge 20, rest 60, squat 30, rest 10, lunge 20");
}

#[test]
fn a_written_rest_replaces_between_movements_and_transition_whatever_its_length() {
    let steps = || vec![squat(30), rest(1), lunge(20)];
    block_reads(
        Block { between_movements: Some(10.into()), ..rounds(2, steps()) },
        "squat 30, rest 1, lunge 20, rest 10, squat 30, rest 1, lunge 20",
    );
    block_reads(
        Block { transition: Some(10.into()), ..rounds(2, steps()) },
        "squat 30, rest 1, lunge 20, transition 10, squat 30, rest 1, lunge 20",
    );
}

#[test]
fn a_written_rest_adds_to_between_rounds_in_text_order() {
    block_reads(
        Block { between_rounds: Some(60.into()), ..rounds(2, vec![squat(30), rest(15)]) },
        "squat 30, rest 15, rest 60, squat 30, rest 15",
    );
    block_reads(
        Block { between_rounds: Some(60.into()), ..rounds(2, vec![rest(15), squat(30)]) },
        "rest 15, squat 30, rest 60, rest 15, squat 30",
    );
}

#[test]
fn a_rest_at_the_end_is_taken_in_the_last_round_too() {
    block_reads(rounds(2, vec![squat(30), rest(15)]), "squat 30, rest 15, squat 30, rest 15");
}

#[test]
fn a_rest_in_an_inner_block_does_not_replace_what_comes_between_in_the_outer() {
    block_reads(
        Block {
            between_movements: Some(10.into()),
            ..circuit(vec![circuit(vec![squat(30), rest(5)]).into(), lunge(20)])
        },
        "squat 30, rest 5, rest 10, lunge 20",
    );
}

#[test]
fn a_nested_block_is_one_neighbour() {
    let inner = Block { between_movements: Some(3.into()), ..circuit(vec![squat(30), squat(20)]) };
    block_reads(
        Block { between_movements: Some(10.into()), ..circuit(vec![lunge(30), inner.into(), lunge(20)]) },
        "lunge 30, rest 10, squat 30, rest 3, squat 20, rest 10, lunge 20",
    );
    // What the outer block has between movements does not reach inside.
    block_reads(
        Block {
            between_movements: Some(10.into()),
            ..circuit(vec![circuit(vec![squat(30), lunge(20)]).into(), lunge(20)])
        },
        "squat 30, lunge 20, rest 10, lunge 20",
    );
}

#[test]
fn a_note_takes_no_place() {
    let block = circuit(vec![Step::Note, squat(30), Step::Note, lunge(20), Step::Note]);
    block_reads(Block { transition: Some(10.into()), ..block }, "squat 30, transition 10, lunge 20");
}

#[test]
fn a_transition_stands_between_two_different_movements() {
    let block = || rounds(2, vec![squat(30), squat(20), lunge(20)]);
    block_reads(
        Block { transition: Some(10.into()), ..block() },
        "squat 30, squat 20, transition 10, lunge 20, transition 10, squat 30, squat 20, transition 10, lunge 20",
    );
    block_reads(Block { transition: Some(10.into()), ..rounds(2, vec![squat(30)]) }, "squat 30, squat 30");
}

#[test]
fn a_transition_at_the_top_holds_for_all_inside_and_looks_through_circuits_and_parts() {
    let mut workout = workout(vec![
        Block { kind: Kind::Warmup, steps: vec![squat(30)], ..Block::default() }.into(),
        circuit(vec![circuit(vec![squat(20), lunge(20)]).into()]).into(),
        lunge(10),
        squat(10),
    ]);
    workout.top.transition = Some(7.into());
    assert_eq!(
        all_written(&at(&workout, None).segments),
        "squat 30, squat 20, transition 7, lunge 20, lunge 10, transition 7, squat 10"
    );
}

#[test]
fn an_inner_transition_overrides_the_outer() {
    let inner = Block { transition: Some(3.into()), ..circuit(vec![squat(20), lunge(20)]) };
    block_reads(
        Block { transition: Some(9.into()), ..rounds(2, vec![inner.into()]) },
        "squat 20, transition 3, lunge 20, transition 9, squat 20, transition 3, lunge 20",
    );
}

#[test]
fn a_block_that_is_no_part_counts_as_a_different_name() {
    let emom = Block {
        kind: Kind::Emom { minutes: 2.into(), alternating: false },
        steps: vec![squat(30)],
        ..Block::default()
    };
    block_reads(
        Block {
            transition: Some(10.into()),
            kind: Kind::Section,
            steps: vec![squat(30), emom.into(), squat(20)],
            ..Block::default()
        },
        "squat 30, transition 10, interval 60, interval 60, transition 10, squat 20",
    );
}

#[test]
fn nothing_reaches_into_a_workout_that_is_done() {
    let done = Block { kind: Kind::Done, steps: vec![squat(20), lunge(20)], ..Block::default() };
    let around = || Block {
        transition: Some(5.into()),
        ..rounds(2, vec![done.clone().into(), for_seconds(PLANK, 10).into()])
    };
    block_reads(
        around(),
        "squat 20, lunge 20, transition 5, plank 10, transition 5, squat 20, lunge 20, transition 5, plank 10",
    );
    block_reads(
        Block { between_rounds: Some(30.into()), between_movements: Some(10.into()), ..around() },
        "squat 20, lunge 20, rest 10, plank 10, rest 30, squat 20, lunge 20, rest 10, plank 10",
    );
    let own = Block { transition: Some(3.into()), ..done.clone() };
    reads(vec![own.into(), rest(5)], "squat 20, transition 3, lunge 20, rest 5");
}

// Sides.

#[test]
fn a_switch_stands_between_the_two_sides() {
    block_reads(
        Block {
            switch: Some(5.into()),
            transition: Some(10.into()),
            ..rounds(2, vec![per(Half::Leg, for_seconds(LUNGE, 30)), squat(20)])
        },
        "lunge right 30, switch 5, lunge left 30, transition 10, squat 20, transition 10, \
         lunge right 30, switch 5, lunge left 30, transition 10, squat 20",
    );
}

#[test]
fn alternating_sides_are_one_bout() {
    reads(
        vec![
            Exercise { sides: Sides::Alternating, ..for_seconds(LUNGE, 30) }.into(),
            Exercise { sides: Sides::EachAlternating(Half::Leg), ..for_seconds(LUNGE, 30) }.into(),
            Exercise { sides: Sides::EachAlternating(Half::Leg), ..for_reps(LUNGE, 10) }.into(),
            Exercise { sides: Sides::Left, ..for_seconds(LUNGE, 30) }.into(),
            Exercise { both_directions: true, ..for_seconds(PLANK, 30) }.into(),
        ],
        "lunge 30, lunge 60, lunge 40, lunge left 30, plank 30, plank 30",
    );
}

#[test]
fn a_block_per_side_does_all_its_rounds_on_the_right_first() {
    let block = Block {
        per: Some(Half::Leg),
        switch: Some(5.into()),
        between_rounds: Some(60.into()),
        transition: Some(3.into()),
        ..rounds(2, vec![squat(20), lunge(10)])
    };
    block_reads(
        block,
        "squat right 20, transition 3, lunge right 10, rest 60, squat right 20, transition 3, lunge right 10, switch 5, \
         squat left 20, transition 3, lunge left 10, rest 60, squat left 20, transition 3, lunge left 10",
    );
    let rested =
        Block { per: Some(Half::Leg), transition: Some(3.into()), ..circuit(vec![squat(20), rest(5)]) };
    block_reads(rested, "squat right 20, rest 5, squat left 20, rest 5");
}

// Sets.

#[test]
fn a_rest_of_sets_comes_after_each_set_but_the_last() {
    reads(
        vec![
            Exercise {
                between_sets: BetweenSets::Rest(60.into()),
                sides: Sides::Each(Half::Leg),
                ..sets(LUNGE, 2, 30)
            }
            .into(),
            squat(10),
        ],
        "lunge right 30, lunge left 30, rest 60, lunge right 30, lunge left 30, squat 10",
    );
}

#[test]
fn every_starts_each_set_so_long_after_the_one_before() {
    reads(
        vec![
            Exercise { between_sets: BetweenSets::Every(90.into()), ..sets(SQUAT, 3, 30) }.into(),
            // The second set is late, so it starts at once; the third counts from there.
            Exercise {
                between_sets: BetweenSets::Every(60.into()),
                ..exercise(
                    LUNGE,
                    Dose::List {
                        items: vec![
                            (1, Bout::Seconds(80.into())),
                            (1, Bout::Seconds(20.into())),
                            (1, Bout::Seconds(60.into())),
                            (1, Bout::Seconds(5.into())),
                        ],
                        loaded: false,
                    },
                )
            }
            .into(),
        ],
        // Before the lunges, the last interval of the squats is waited out.
        "squat 30, rest 60, squat 30, rest 60, squat 30, rest 60, lunge 80, lunge 20, rest 40, lunge 60, lunge 5",
    );
}

#[test]
fn sets_are_counted_over_the_whole_statement() {
    let listed = exercise(
        SQUAT,
        Dose::List {
            items: vec![(2, Bout::Seconds(20.into())), (1, Bout::Seconds(10.into()))],
            loaded: true,
        },
    );
    let timeline = at(&workout(vec![listed.into()]), None);
    let counts: Vec<_> = timeline.segments.iter().map(|segment| segment.set).collect();
    assert_eq!(counts, [1, 2, 3].map(|n| Said::Is(Some((n, 3)))));
}

#[test]
fn a_switch_lies_between_the_two_sides_of_one_dose_alone() {
    let unrested = per(Half::Leg, sets(LUNGE, 2, 30));
    block_reads(
        Block { switch: Some(5.into()), ..circuit(vec![unrested]) },
        "lunge right 30, switch 5, lunge left 30, lunge right 30, switch 5, lunge left 30",
    );
    let one = per(Half::Leg, for_seconds(LUNGE, 30));
    block_reads(
        Block { switch: Some(5.into()), ..rounds(2, vec![one]) },
        "lunge right 30, switch 5, lunge left 30, lunge right 30, switch 5, lunge left 30",
    );
    let both = Exercise { sides: Sides::Each(Half::Leg), both_directions: true, ..for_seconds(LUNGE, 10) };
    block_reads(
        Block { switch: Some(5.into()), ..circuit(vec![both.into()]) },
        "lunge right 10, lunge right 10, switch 5, lunge left 10, lunge left 10",
    );
}

#[test]
fn the_last_work_rest_of_a_side_stays_before_the_switch() {
    let block = working(20, 10, circuit(vec![unsaid(SQUAT).into()]));
    block_reads(
        Block { per: Some(Half::Leg), switch: Some(5.into()), ..block },
        "squat right 20, rest 10, switch 5, squat left 20, rest 10",
    );
}

#[test]
fn no_transition_stands_beside_a_tabatas_last_rest() {
    let tabata = Block { kind: Kind::Tabata, steps: vec![unsaid(SQUAT).into()], ..Block::default() };
    let block = Block { transition: Some(5.into()), ..circuit(vec![tabata.into(), lunge(20), squat(20)]) };
    let timeline = at(&workout(vec![block.into()]), None);
    assert_eq!(all_written(&timeline.segments[14..]), "squat 20, rest 10, lunge 20, transition 5, squat 20");
    assert_eq!(timeline.segments[14].round, Said::Is(Some((8, 8))));
}

#[test]
fn a_workout_that_is_done_is_looked_through_like_a_part() {
    let done = Block { kind: Kind::Done, steps: vec![squat(20)], ..Block::default() };
    block_reads(
        Block { transition: Some(5.into()), ..circuit(vec![squat(20), done.into(), lunge(20)]) },
        "squat 20, squat 20, transition 5, lunge 20",
    );
}

#[test]
fn a_statement_without_a_dose_takes_that_of_its_alternative() {
    let or = Some(Alternative { movement: LUNGE, seconds: Some(20) });
    block_reads(
        working(5, 1, circuit(vec![Exercise { tempo: Some([1, 0, 0, 0]), or, ..unsaid(SQUAT) }.into()])),
        "squat 20, rest 1",
    );
    let or = Some(Alternative { movement: LUNGE, seconds: None });
    block_reads(working(5, 1, circuit(vec![Exercise { or, ..unsaid(SQUAT) }.into()])), "squat 5, rest 1");
}

#[test]
fn a_named_part_ends_at_its_cap() {
    let part = Block {
        kind: Kind::Warmup,
        cap: Some(60.into()),
        steps: vec![squat(50), lunge(50), rest(5)],
        ..Block::default()
    };
    reads(vec![part.into(), squat(5)], "squat 50, lunge 10, squat 5");
}

// Ladders and repetitions.

#[test]
fn a_ladder_has_a_round_for_each_rung() {
    let tempo = |movement| Exercise { tempo: Some([1, 0, 1, 0]), ..unsaid(movement) };
    let block = Block {
        ladder: Some(Ladder::Dashes(vec![21, 15, 9])),
        between_rounds: Some(30.into()),
        ..circuit(vec![tempo(SQUAT).into(), per(Half::Leg, tempo(LUNGE)), for_seconds(PLANK, 10).into()])
    };
    let timeline = at(&workout(vec![block.into()]), None);
    assert_eq!(
        all_written(&timeline.segments),
        "squat 42, lunge right 42, lunge left 42, plank 10, rest 30, \
         squat 30, lunge right 30, lunge left 30, plank 10, rest 30, \
         squat 18, lunge right 18, lunge left 18, plank 10"
    );
    assert_eq!(timeline.segments[5].reps, Said::Is(Some(15)));
    assert_eq!(timeline.segments[5].round, Said::Is(Some((2, 3))));
    assert!(timeline.estimated);
}

#[test]
fn a_step_can_be_done_in_some_rounds_alone() {
    let only = |not, from, to| Some(Only { not, from, to, every: 1 });
    let first: Step = Exercise { only: only(false, 1, 1), ..for_seconds(SQUAT, 20) }.into();
    let later: Step = Exercise { only: only(true, 1, 1), ..for_seconds(PLANK, 10) }.into();
    let block = Block { between_movements: Some(5.into()), ..rounds(3, vec![first, lunge(30), later]) };
    block_reads(
        block,
        "squat 20, rest 5, lunge 30, rest 5, lunge 30, rest 5, plank 10, rest 5, lunge 30, rest 5, plank 10",
    );
}

#[test]
fn a_buy_in_and_a_cash_out_are_done_once() {
    let once = |kind, movement, seconds| {
        Step::Block(Block { kind, steps: vec![for_seconds(movement, seconds).into()], ..Block::default() })
    };
    let steps = vec![once(Kind::BuyIn, SQUAT, 20), lunge(30), once(Kind::CashOut, PLANK, 10)];
    let block = Block { between_rounds: Some(5.into()), ..rounds(3, steps) };
    block_reads(block, "squat 20, lunge 30, rest 5, lunge 30, rest 5, lunge 30, plank 10");
}

#[test]
fn a_rung_can_be_calories() {
    let row = Exercise { in_calories: true, ..unsaid(SQUAT) };
    let block = Block { ladder: Some(Ladder::Dashes(vec![21, 15, 9])), ..circuit(vec![row.into()]) };
    let timeline = at(&workout(vec![block.into()]), None);
    assert_eq!(all_written(&timeline.segments), "squat 84, squat 60, squat 36");
    assert_eq!(timeline.segments[0].reps, Said::Is(None));
}

#[test]
fn ladders_climb_in_all_their_forms() {
    assert_eq!(Ladder::Commas(vec![10, 1]).rungs(), [10, 1]);
    assert_eq!(Ladder::FromTo { from: 1, to: 4, by: None }.rungs(), [1, 2, 3, 4]);
    assert_eq!(Ladder::FromTo { from: 10, to: 8, by: None }.rungs(), [10, 9, 8]);
    assert_eq!(Ladder::FromTo { from: 2, to: 8, by: Some(2) }.rungs(), [2, 4, 6, 8]);
    assert_eq!(Ladder::FromTo { from: 9, to: 3, by: Some(3) }.rungs(), [9, 6, 3]);
}

#[test]
fn each_repetition_that_is_held_takes_its_pace_and_the_hold() {
    let held = Exercise { hold: Some(5), ..exercise(TOY_SQUAT, Dose::Once(Bout::Reps(10.into()))) };
    let timeline = at(&workout(vec![held.into()]), None);
    assert_eq!(timeline.likely, 90_000);
}

#[test]
fn repetitions_at_a_tempo_are_estimates() {
    let timeline = at(
        &workout(vec![
            Exercise { tempo: Some([3, 1, 1, 0]), ..for_reps(SQUAT, 10) }.into(),
            exercise(PLANK, Dose::Once(Bout::MaxSeconds(60.into()))).into(),
        ]),
        None,
    );
    assert_eq!(all_written(&timeline.segments), "squat 50, plank 60");
    assert!(timeline.segments.iter().all(|segment| segment.estimated));
}

// Levels and ranges.

#[test]
fn each_level_takes_its_end_of_a_range() {
    let ranged = workout(vec![
        Block {
            transition: Some(Figure::range(5, 10)),
            ..rounds(
                Figure::range(2, 4),
                vec![
                    Exercise { load: true, ..for_seconds(SQUAT, Figure::range(20, 25)) }.into(),
                    Exercise { load: true, ..for_reps(LUNGE, Figure::range(8, 11)) }.into(),
                    Step::Rest(Figure::range(30, 61).into()),
                ],
            )
        }
        .into(),
    ]);
    let easy = at(&ranged, Some(Level::Beginner));
    let middle = at(&ranged, None);
    let hard = at(&ranged, Some(Level::Advanced));
    let once = |timeline: &Timeline| all_written(&timeline.segments[..4]);
    assert_eq!(once(&easy), "squat 20, transition 10, lunge 16, rest 61");
    assert_eq!(once(&middle), "squat 22, transition 7, lunge 18, rest 45");
    assert_eq!(once(&hard), "squat 25, transition 5, lunge 22, rest 30");
    let (least, most) = (2 * (20 + 5 + 16 + 30), 4 * (25 + 10 + 22 + 61));
    assert_eq!(totals(&easy), (least, 2 * 107, most));
    assert_eq!(totals(&middle), (least, 3 * 92, most));
    assert_eq!(totals(&hard), (least, 4 * 82, most));
}

#[test]
fn the_level_asked_for_goes_before_the_level_stated() {
    let stated = Workout {
        level: Some(Level::Advanced),
        ..workout(vec![for_seconds(PLANK, Figure::range(20, 40)).into()])
    };
    assert_eq!(at(&stated, None).likely, 40_000);
    assert_eq!(at(&stated, Some(Level::Intermediate)).likely, 30_000);
}

#[test]
fn a_beginner_takes_the_easier_form_unless_there_is_a_load() {
    let toy = workout(vec![
        Block {
            transition: Some(5.into()),
            ..circuit(vec![
                for_seconds(TOY_SQUAT, 30).into(),
                for_seconds(SOFT_TOY_SQUAT, 20).into(),
                Exercise { load: true, ..for_seconds(TOY_SQUAT, 10) }.into(),
            ])
        }
        .into(),
    ]);
    // Names are compared as written.
    assert_eq!(
        all_written(&at(&toy, Some(Level::Beginner)).segments),
        "soft toy squat 30, transition 5, soft toy squat 20, transition 5, toy squat 10"
    );
    assert_eq!(
        all_written(&at(&toy, Some(Level::Advanced)).segments),
        "stiff toy squat 30, transition 5, soft toy squat 20, transition 5, toy squat 10"
    );
}

// Progressions.

#[test]
fn a_progression_counts_the_innermost_block_that_repeats() {
    let inner = Block {
        kind: Kind::Section,
        steps: vec![for_seconds(LUNGE, Figure::from(20).each_round(-5)).into()],
        ..Block::default()
    };
    block_reads(
        rounds(3, vec![for_seconds(SQUAT, Figure::from(10).each_round(5)).into(), inner.into()]),
        "squat 10, lunge 20, squat 15, lunge 15, squat 20, lunge 10",
    );
    block_reads(
        rounds(2, vec![rounds(2, vec![for_seconds(SQUAT, Figure::from(10).each_round(5)).into()]).into()]),
        "squat 10, squat 15, squat 10, squat 15",
    );
}

#[test]
fn a_progression_stays_at_the_last_value_above_zero() {
    block_reads(
        rounds(4, vec![squat(10), Step::Rest(Figure::from(60).each_round(-25).into())]),
        "squat 10, rest 60, squat 10, rest 35, squat 10, rest 10, squat 10, rest 10",
    );
}

#[test]
fn between_rounds_counts_the_round_just_done() {
    block_reads(
        Block { between_rounds: Some(Figure::from(60).each_round(-10).into()), ..rounds(3, vec![squat(30)]) },
        "squat 30, rest 60, squat 30, rest 50, squat 30",
    );
}

#[test]
fn sets_and_their_rests_grow_each_set() {
    let rest = Rest::from(Figure::from(60).each_set(-20));
    let growing =
        Exercise { between_sets: BetweenSets::Rest(rest), ..sets(SQUAT, 3, Figure::from(20).each_set(10)) };
    reads(vec![growing.into()], "squat 20, rest 60, squat 30, rest 40, squat 40");
}

#[test]
fn a_percentage_compounds_and_repetitions_round_down() {
    let growth = Some(Growth { by: 10, percent: true, each: Each::Round });
    block_reads(
        rounds(
            4,
            vec![
                for_seconds(SQUAT, Figure { growth, ..30.into() }).into(),
                for_reps(LUNGE, Figure { growth, ..10.into() }).into(),
            ],
        ),
        "squat 30, lunge 20, squat 33, lunge 22, squat 36300 ms, lunge 24, squat 39930 ms, lunge 26",
    );
}

#[test]
fn in_an_alternating_block_a_step_counts_its_own_turns() {
    let emom = Block {
        kind: Kind::Emom { minutes: 4.into(), alternating: true },
        steps: vec![for_seconds(SQUAT, Figure::from(20).each_round(5)).into(), Step::TurnOff],
        ..Block::default()
    };
    let timeline = at(&workout(vec![emom.into()]), None);
    let inside: Vec<String> = timeline
        .segments
        .iter()
        .map(|segment| all_written(segment.steps.as_deref().unwrap_or(&[])))
        .collect();
    assert_eq!(inside, ["squat 20", "", "squat 25", ""]);
    assert_eq!(timeline.segments[2].round, Said::Is(Some((3, 4))));
    assert_eq!((timeline.likely, timeline.work), (240_000, 45_000));
}

// Timed blocks.

#[test]
fn intervals_hold_all_steps_or_the_next_in_turn() {
    let every = |alternating| Block {
        kind: Kind::Every { seconds: 90.into(), alternating },
        rounds: Some(3.into()),
        steps: vec![squat(30), lunge(20)],
        ..Block::default()
    };
    let inside = |block: Block| -> Vec<String> {
        let timeline = at(&workout(vec![block.into()]), None);
        assert_eq!(timeline.likely, 270_000);
        timeline.segments.iter().map(|segment| all_written(segment.steps.as_deref().unwrap_or(&[]))).collect()
    };
    assert_eq!(inside(every(false)), ["squat 30, lunge 20"; 3]);
    assert_eq!(inside(every(true)), ["squat 30", "lunge 20", "squat 30"]);
}

#[test]
fn a_clock_in_a_header_is_no_number_of_rounds() {
    let clock = Figure { spelling: 6, ..90.into() };
    let every = Block {
        kind: Kind::Every { seconds: clock, alternating: false },
        rounds: Some(2.into()),
        steps: vec![squat(30)],
        ..Block::default()
    };
    block_reads(every, "interval 90, interval 90");
    let capped = Block {
        kind: Kind::ForTime,
        cap: Some(clock),
        rounds: Some(2.into()),
        steps: vec![squat(50)],
        ..Block::default()
    };
    block_reads(capped, "for time 90");
}

#[test]
fn work_that_does_not_fit_its_interval_is_cut_at_its_end() {
    let emom = Block {
        kind: Kind::Emom { minutes: 1.into(), alternating: false },
        steps: vec![squat(40), lunge(30), squat(10)],
        ..Block::default()
    };
    let timeline = at(&workout(vec![emom.into()]), None);
    assert_eq!(timeline.likely, 60_000);
    assert_eq!(all_written(timeline.segments[0].steps.as_deref().unwrap_or(&[])), "squat 40, lunge 20");
}

#[test]
fn max_lasts_for_the_clock_it_stands_in() {
    let max = || exercise(PLANK, Dose::Once(Bout::Max));
    let emom = Block {
        kind: Kind::Emom { minutes: 1.into(), alternating: false },
        steps: vec![squat(20), max().into()],
        ..Block::default()
    };
    let timeline = at(&workout(vec![emom.into(), working(40, 5, circuit(vec![max().into()])).into()]), None);
    assert_eq!(all_written(timeline.segments[0].steps.as_deref().unwrap_or(&[])), "squat 20, plank 40");
    assert_eq!(all_written(&timeline.segments[1..]), "plank 40, rest 5");
    assert!(!timeline.estimated);
}

#[test]
fn what_only_the_athlete_ends_is_estimated() {
    let of = |amount: u32, kind| Step::Rest(Rest { amount: amount.into(), kind });
    let timeline = at(
        &workout(vec![
            Exercise { pace: Some(300), ..exercise(SQUAT, Dose::Once(Bout::Metres(400.into()))) }.into(),
            of(5, RestKind::Breaths),
            exercise(SQUAT, Dose::Once(Bout::Calories(10.into()))).into(),
            of(1, RestKind::UntilReady),
            exercise(TOY_SQUAT, Dose::Once(Bout::Reps(5.into()))).into(),
            of(100, RestKind::WalkingMetres(Some(600))),
        ]),
        None,
    );
    assert_eq!(
        all_written(&timeline.segments),
        "squat 120, rest 20, squat 40, rest 120, toy squat 20, rest 60"
    );
    assert!(timeline.estimated && timeline.segments.iter().all(|segment| segment.estimated));
}

#[test]
fn a_form_is_estimated_at_its_own_pace() {
    let toy = workout(vec![exercise(TOY_SQUAT, Dose::Once(Bout::Reps(10.into()))).into()]);
    let written = |level| all_written(&at(&toy, Some(level)).segments);
    assert_eq!(written(Level::Beginner), "soft toy squat 50");
    assert_eq!(written(Level::Intermediate), "toy squat 40");
    assert_eq!(written(Level::Advanced), "stiff toy squat 30");
}

#[test]
fn a_block_that_may_repeat_is_counted_at_every_level() {
    let inner = rounds(Figure::range(1, 2), vec![for_seconds(SQUAT, Figure::from(10).each_round(50)).into()]);
    let timeline = at(&workout(vec![rounds(3, vec![inner.into()]).into()]), None);
    assert_eq!(totals(&timeline), (30, 30, 3 * 70));
}

#[test]
fn least_of_an_amrap_that_may_end_after_an_estimated_round_is_an_estimate() {
    let amrap = |until| Block {
        kind: Kind::Amrap { seconds: 300.into() },
        until,
        steps: vec![for_reps(SQUAT, 10).into()],
        ..Block::default()
    };
    let exact = at(&workout(vec![amrap(false).into()]), None);
    assert_eq!((totals(&exact), exact.estimated), ((300, 300, 300), false));
    let uncertain = at(&workout(vec![amrap(true).into()]), None);
    assert_eq!((totals(&uncertain), uncertain.estimated), ((20, 300, 300), true));
}

#[test]
fn an_amrap_takes_exactly_its_time() {
    let amrap = |until| Block {
        kind: Kind::Amrap { seconds: 300.into() },
        until,
        steps: vec![squat(40), lunge(20)],
        ..Block::default()
    };
    let exact = at(&workout(vec![amrap(false).into()]), None);
    assert_eq!((all_written(&exact.segments).as_str(), exact.estimated), ("amrap 300", false));
    assert_eq!(totals(&exact), (300, 300, 300));
    assert_eq!(totals(&at(&workout(vec![amrap(true).into()]), None)), (60, 300, 300));
}

#[test]
fn gaps_inside_a_for_time_feed_its_estimate_and_stay_inside() {
    let for_time = |cap| Block {
        kind: Kind::ForTime,
        rounds: Some(2.into()),
        cap,
        between_rounds: Some(30.into()),
        transition: Some(5.into()),
        steps: vec![squat(40), lunge(20)],
        ..Block::default()
    };
    let timeline = at(&workout(vec![for_time(None).into(), squat(10)]), None);
    assert_eq!(all_written(&timeline.segments), "for time 160, squat 10");
    assert!(timeline.estimated);
    assert_eq!(totals(&timeline), (170, 170, 170));
    assert_eq!(totals(&at(&workout(vec![for_time(Some(300.into())).into()]), None)), (160, 160, 300));
    assert_eq!(totals(&at(&workout(vec![for_time(Some(100.into())).into()]), None)), (100, 100, 100));
}

#[test]
fn until_lets_a_block_end_after_one_round() {
    let block = Block { until: true, ..rounds(Figure::range(3, 5), vec![squat(30), rest(10)]) };
    assert_eq!(totals(&at(&workout(vec![block.into()]), None)), (40, 160, 200));
    let emom = Block {
        kind: Kind::Emom { minutes: 10.into(), alternating: false },
        until: true,
        steps: vec![squat(30)],
        ..Block::default()
    };
    assert_eq!(totals(&at(&workout(vec![emom.into()]), None)), (60, 600, 600));
}
