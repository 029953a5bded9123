//! Amounts that change from turn to turn.

use super::*;

#[test]
fn a_dose_counts_the_rounds_of_the_innermost_block_that_repeats() {
    let growing = || work(SQUAT, bout(step_by(secs(10), 5, Each::Round)));
    assert_eq!(lines(vec![circuit(3, vec![growing()])]), ["squat 10", "squat 15", "squat 20"]);
    let inner = circuit(2, vec![growing()]);
    assert_eq!(lines(vec![circuit(2, vec![inner])]), ["squat 10", "squat 15", "squat 10", "squat 15"]);
    let single = circuit(1, vec![growing()]);
    assert_eq!(lines(vec![circuit(2, vec![single])]), ["squat 10", "squat 15"]);
}

#[test]
fn a_block_that_may_repeat_is_counted_even_where_it_is_done_once() {
    let growing = || work(SQUAT, bout(step_by(secs(10), 50, Each::Round)));
    let ranged = circuit_with(1, vec![growing()], |block| block.rounds = Some(between(1, 2, Unit::Count)));
    assert_eq!(triple(Level::Beginner, vec![circuit(3, vec![ranged])]), (30.0, 30.0, 210.0));
    let ends_early = circuit_with(2, vec![growing()], |block| block.until = Some("you miss".into()));
    assert_eq!(triple(Level::Intermediate, vec![circuit(2, vec![ends_early])]), (20.0, 140.0, 140.0));
    let ladder = |kind| block(kind, vec![growing()], |block| block.rounds = Some(between(1, 2, Unit::Count)));
    let inside = vec![circuit(2, vec![ladder(BlockKind::ForTime)])];
    assert_eq!(triple(Level::Beginner, inside), (20.0, 20.0, 140.0));
}

#[test]
fn a_step_of_a_transition_counts_the_rounds_around_the_gap() {
    let inner = circuit(2, vec![timed(SQUAT, 10), timed(LUNGE, 10)]);
    let outer =
        circuit_with(1, vec![inner], |block| block.transition = Some(step_by(secs(5), 2, Each::Round)));
    assert_eq!(
        lines(vec![outer]),
        ["squat 10", "transition 5", "lunge 10", "transition 5", "squat 10", "transition 7", "lunge 10"]
    );
}

#[test]
fn a_set_counts_over_all_groups() {
    let growing = || step_by(secs(10), 5, Each::Set);
    let group =
        |count| SetGroup { count: reps(count), bout: Bout::Of(growing()), targets: Vec::new(), own: None };
    let dose = Dose::Sets(Box::new([group(2), group(1)]));
    assert_eq!(lines(vec![work(SQUAT, dose)]), ["squat 10", "squat 15", "squat 20"]);
}

#[test]
fn a_later_group_takes_its_shortest_and_longest_wherever_its_sets_may_stand() {
    let group = |count, amount| SetGroup { count, bout: Bout::Of(amount), targets: Vec::new(), own: None };
    let shrinking = step_by(secs(60), -10, Each::Set);
    let steps = |[first, second]: [Amount; 2]| {
        let groups = [group(first, secs(5)), group(second, shrinking)];
        vec![work(SQUAT, Dose::Sets(Box::new(groups)))]
    };
    // One set of 5 s, then 50 to 20 s; or two, then 40 to 10 s.
    let ranged = || steps([between(1, 2, Unit::Count), reps(4)]);
    assert_eq!(triple(Level::Beginner, ranged()), (105.0, 145.0, 150.0));
    assert_eq!(triple(Level::Advanced, ranged()), (105.0, 110.0, 150.0));
    // Behind a plain count every set has its own number.
    let last_ranged = || steps([reps(1), between(2, 4, Unit::Count)]);
    assert_eq!(triple(Level::Beginner, last_ranged()), (95.0, 95.0, 145.0));
}

#[test]
fn a_step_in_per_cent_compounds_and_repetitions_round_down() {
    let by_tenth = |amount| Amount {
        progression: Some(Progression { by: 10_000, percent: true, each: Each::Round }),
        ..amount
    };
    let step = work(SQUAT, bout(by_tenth(secs(100))));
    assert_eq!(lines(vec![circuit(4, vec![step])]), ["squat 100", "squat 110", "squat 121", "squat 133.1"]);
    at(
        Level::Intermediate,
        &workout(vec![circuit(4, vec![work(SQUAT, bout(by_tenth(reps(10))))])]),
        |timeline, _| {
            let values: Vec<i64> = timeline.segments.iter().map(|s| s.dose.unwrap().value).collect();
            assert_eq!(values, [10_000, 11_000, 12_000, 13_000]);
        },
    );
}

#[test]
fn a_percentage_moves_in_points() {
    let amount = Amount {
        progression: Some(Progression { by: 2_500, percent: true, each: Each::Set }),
        ..Amount::exactly(70_000, Unit::Percent)
    };
    let step = work_with(SQUAT, sets(reps(3), reps(5)), |choice| {
        choice.targets = vec![target(TargetKind::Percent { of: None }, amount)];
    });
    at(Level::Intermediate, &workout(vec![step]), |timeline, _| {
        let values: Vec<_> = timeline.segments.iter().map(|s| s.targets[0].value).collect();
        assert_eq!(values, [Some(70_000), Some(72_500), Some(75_000)]);
    });
}

#[test]
fn what_would_pass_zero_stays_and_is_reported_once() {
    let shrinking = || vec![circuit(5, vec![work(SQUAT, bout(step_by(secs(20), -8, Each::Round)))])];
    assert_eq!(lines(shrinking()), ["squat 20", "squat 12", "squat 4", "squat 4", "squat 4"]);
    assert_eq!(rules(shrinking()), [Rule::ProgressionReachesZero]);
    let range = Amount { low: 20_000, high: 40_000, ..step_by(secs(20), -15, Each::Round) };
    let steps = || vec![circuit(3, vec![work(SQUAT, bout(range))])];
    assert_eq!(triple(Level::Intermediate, steps()), (30.0, 60.0, 90.0), "a range stays as a whole");
}

#[test]
fn a_rest_between_rounds_counts_the_round_just_done() {
    let step = circuit_with(3, vec![timed(SQUAT, 20)], |block| {
        block.between_rounds = Some(RestAmount::For(step_by(secs(60), -5, Each::Round)));
    });
    assert_eq!(lines(vec![step]), ["squat 20", "rest 60", "squat 20", "rest 55", "squat 20"]);
}

#[test]
fn in_an_alternating_block_a_step_counts_its_own_turns() {
    let growing = |movement| work(movement, bout(step_by(secs(10), 1, Each::Round)));
    let kind = BlockKind::Emom { time: secs(240), alternating: true };
    let step = block(kind, vec![growing(SQUAT), growing(LUNGE)], |_| {});
    at(Level::Intermediate, &workout(vec![step]), |timeline, _| {
        let inside: Vec<_> = timeline.segments.iter().flat_map(|s| show(&s.steps)).collect();
        assert_eq!(inside, ["squat 10", "lunge 10", "squat 11", "lunge 11"]);
    });
}

#[test]
fn weeks_and_sessions_do_not_move_outside_a_plan() {
    let step = work(SQUAT, bout(step_by(secs(10), 5, Each::Week)));
    assert_eq!(lines(vec![circuit(2, vec![step])]), ["squat 10", "squat 10"]);
}
