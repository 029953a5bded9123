//! What is refused before memory is spent.

use super::*;
use crate::timeline::run::MAX_SEGMENTS;

/// Lowers steps that are too long, and returns the span of the only diagnostic.
fn refused(steps: Vec<Step>) -> Span {
    at(Level::Intermediate, &workout(steps), |timeline, diagnostics| {
        assert!(timeline.segments.is_empty());
        let [too_long] = diagnostics else { panic!("one diagnostic, not {diagnostics:?}") };
        assert_eq!(too_long.rule, Rule::TooLong);
        too_long.span()
    })
}

const BILLION: i64 = 1_000_000_000;

#[test]
fn a_billion_rounds_are_refused_at_the_block_that_grew() {
    let inner = circuit(BILLION, vec![timed(SQUAT, 1), timed(SQUAT, 1), rest(1)]);
    assert_eq!(refused(vec![circuit(2, vec![rest(1), inner])]), Span::new(3, 4));
    let thousand = circuit(1000, vec![timed(SQUAT, 1), rest(1), rest(1)]);
    assert_eq!(refused(vec![circuit(1000, vec![thousand, rest(1)])]), Span::new(2, 3));
}

#[test]
fn just_the_bound_is_fine_and_one_more_is_not() {
    let millisecond = || work(SQUAT, bout(Amount::exactly(1, Unit::Second)));
    let bound = i64::try_from(MAX_SEGMENTS).unwrap();
    at(Level::Intermediate, &workout(vec![circuit(bound, vec![millisecond()])]), |timeline, diagnostics| {
        assert!(diagnostics.is_empty());
        assert_eq!(timeline.segments.len(), MAX_SEGMENTS);
    });
    refused(vec![circuit(bound + 1, vec![millisecond()])]);
}

#[test]
fn a_day_is_fine_and_a_second_more_is_not() {
    assert!(rules(vec![timed(RUN, 86_400)]).is_empty());
    refused(vec![timed(RUN, 86_401)]);
    let longest = between(1, 86_401, Unit::Second);
    refused(vec![work(RUN, bout(longest))]);
}

#[test]
fn segments_inside_others_count_too() {
    let steps = (0..1000).map(|_| work(SQUAT, bout(Amount::exactly(1, Unit::Second)))).collect();
    let kind = BlockKind::Every { interval: secs(60), alternating: false };
    refused(vec![block(kind, steps, |block| block.rounds = Some(reps(101)))]);
}

#[test]
fn a_billion_rounds_of_nothing_take_no_time() {
    let nothing = circuit(BILLION, vec![note("ready?")]);
    let steps = vec![circuit_with(BILLION, vec![nothing], |block| {
        block.between_rounds = Some(RestAmount::For(secs(60)));
    })];
    at(Level::Intermediate, &workout(steps), |timeline, diagnostics| {
        assert!(diagnostics.is_empty());
        assert_eq!((timeline.likely_ms, timeline.notes.len()), (0, 1));
    });
}

#[test]
fn what_takes_no_time_is_passed_in_the_first_round_alone() {
    let crowded = || {
        let mut steps: Vec<Step> = (0..20_000).map(|_| note("ready?")).collect();
        steps.extend((0..20_000).map(|_| circuit(9, vec![note("set?")])));
        steps.push(work(SQUAT, bout(Amount::exactly(1, Unit::Second))));
        steps
    };
    let kinds = [
        BlockKind::Circuit,
        BlockKind::Every { interval: secs(1), alternating: false },
        BlockKind::Every { interval: secs(1), alternating: true },
    ];
    for kind in kinds {
        let step = block(kind, crowded(), |block| block.rounds = Some(reps(40_000)));
        at(Level::Intermediate, &workout(vec![step]), |timeline, diagnostics| {
            assert!(diagnostics.is_empty());
            assert_eq!((timeline.segments.len(), timeline.notes.len()), (40_000, 40_000));
        });
    }
}

#[test]
fn workouts_that_double_each_other_are_refused() {
    let mut doubled = Arc::new(workout(vec![note("deep")]));
    for _ in 0..60 {
        let twice = [&doubled, &doubled].map(|inner| step(StepKind::Do(Arc::clone(inner))));
        doubled = Arc::new(workout(twice.into()));
    }
    refused(vec![step(StepKind::Do(doubled))]);
}

#[test]
fn workouts_inside_workouts_are_refused_before_the_stack_ends() {
    let nested = |depth| {
        let innermost = timed(SQUAT, 1);
        (0..depth).fold(innermost, |inner, _| done(workout(vec![circuit(1, vec![inner])])))
    };
    assert!(rules(vec![nested(60)]).is_empty());
    refused(vec![nested(200)]);
}

#[test]
fn a_diagnostic_names_the_file_of_the_workout_it_is_in() {
    let file = crate::source::FileId(3);
    let inner = Workout { file, ..workout(vec![circuit(BILLION, vec![timed(SQUAT, 1)])]) };
    at(Level::Intermediate, &workout(vec![done(inner)]), |_, diagnostics| {
        assert_eq!(diagnostics[0].file, file);
    });
}
