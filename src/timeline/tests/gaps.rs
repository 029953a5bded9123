//! What lies between neighbours.

use super::*;
use crate::check::program::BodyHalf;

fn with_transition(change: impl FnOnce(&mut Block), rounds: i64, steps: Vec<Step>) -> Vec<String> {
    lines(vec![circuit_with(rounds, steps, |block| {
        block.transition = Some(secs(5));
        change(block);
    })])
}

#[test]
fn a_transition_lies_between_different_movements_and_over_the_seam() {
    let steps = vec![timed(SQUAT, 30), timed(SQUAT, 20), timed(LUNGE, 30)];
    assert_eq!(
        with_transition(|_| {}, 2, steps),
        [
            "squat 30",
            "squat 20",
            "transition 5",
            "lunge 30",
            "transition 5",
            "squat 30",
            "squat 20",
            "transition 5",
            "lunge 30"
        ]
    );
    assert_eq!(with_transition(|_| {}, 2, vec![timed(SQUAT, 30)]), ["squat 30", "squat 30"]);
}

#[test]
fn a_written_rest_replaces_transition_work_rest_and_between_movements_whatever_its_length() {
    let steps = || vec![timed(SQUAT, 30), rest(1), timed(LUNGE, 30)];
    assert_eq!(with_transition(|_| {}, 1, steps()), ["squat 30", "rest 1", "lunge 30"]);
    let between = |block: &mut Block| block.between_movements = Some(RestAmount::For(secs(9)));
    assert_eq!(with_transition(between, 1, steps()), ["squat 30", "rest 1", "lunge 30"]);
    let work_rest = |block: &mut Block| block.work_rest = Some(RestAmount::For(secs(9)));
    assert_eq!(with_transition(work_rest, 1, steps()), ["squat 30", "rest 1", "lunge 30", "rest 9"]);
}

#[test]
fn a_moving_rest_is_a_written_rest_with_a_name() {
    let jog = RestAmount::Moving { movement: RUN, bout: Bout::Of(metres(100)), targets: Vec::new() };
    let steps = vec![timed(SQUAT, 30), rest_of(jog), timed(LUNGE, 30)];
    assert_eq!(with_transition(|_| {}, 1, steps), ["squat 30", "rest 100", "lunge 30"]);
}

#[test]
fn work_rest_follows_the_last_movement_too_and_leaves_no_transition() {
    let steps = vec![work(SQUAT, Dose::FromBlock), work(LUNGE, Dose::FromBlock)];
    let change = |block: &mut Block| {
        block.work = Some(secs(20));
        block.work_rest = Some(RestAmount::For(secs(10)));
        block.transition = Some(secs(5));
    };
    let inner = circuit_with(1, steps, change);
    let change = |block: &mut Block| block.transition = Some(secs(5));
    let outer = circuit_with(1, vec![inner, timed(PLANK, 30)], change);
    assert_eq!(lines(vec![outer]), ["squat 20", "rest 10", "lunge 20", "rest 10", "plank 30"]);
}

#[test]
fn rest_between_rounds_replaces_work_rest_and_transition_at_the_seam_and_adds_to_a_written_rest() {
    let change = |block: &mut Block| {
        block.work_rest = Some(RestAmount::For(secs(10)));
        block.between_rounds = Some(RestAmount::For(secs(60)));
    };
    let steps = vec![timed(SQUAT, 20), timed(LUNGE, 20)];
    assert_eq!(
        with_transition(change, 2, steps),
        ["squat 20", "rest 10", "lunge 20", "rest 60", "squat 20", "rest 10", "lunge 20", "rest 10"]
    );
    let closing = vec![timed(SQUAT, 20), rest(15)];
    let change = |block: &mut Block| block.between_rounds = Some(RestAmount::For(secs(60)));
    assert_eq!(
        with_transition(change, 2, closing),
        ["squat 20", "rest 15", "rest 60", "squat 20", "rest 15"]
    );
    let opening = vec![rest(15), timed(SQUAT, 20)];
    assert_eq!(
        with_transition(change, 2, opening),
        ["rest 15", "squat 20", "rest 60", "rest 15", "squat 20"]
    );
}

#[test]
fn rest_between_movements_lies_beside_blocks_and_over_the_seam() {
    let steps = vec![timed(SQUAT, 20), circuit(1, vec![timed(LUNGE, 20), timed(PLANK, 20)])];
    let change = |block: &mut Block| block.between_movements = Some(RestAmount::For(secs(10)));
    assert_eq!(
        with_transition(change, 2, steps),
        [
            "squat 20",
            "rest 10",
            "lunge 20",
            "transition 5",
            "plank 20",
            "rest 10",
            "squat 20",
            "rest 10",
            "lunge 20",
            "transition 5",
            "plank 20"
        ]
    );
}

#[test]
fn a_transition_looks_through_circuits_and_parts_but_not_through_clocks() {
    let same = vec![timed(SQUAT, 20), circuit(1, vec![timed(SQUAT, 20), rest(10)]), timed(SQUAT, 20)];
    assert_eq!(with_transition(|_| {}, 1, same), ["squat 20", "squat 20", "rest 10", "squat 20"]);
    let amrap = block(BlockKind::Amrap { time: secs(60) }, vec![timed(SQUAT, 20)], |_| {});
    let clock = vec![timed(SQUAT, 20), amrap, timed(SQUAT, 20)];
    assert_eq!(
        with_transition(|_| {}, 1, clock),
        ["squat 20", "transition 5", "amrap 60", "transition 5", "squat 20"]
    );
}

#[test]
fn a_transition_stands_only_between_movements_that_follow_each_other_directly() {
    let steps = vec![circuit(1, vec![timed(SQUAT, 20), rest(10)]), timed(LUNGE, 20)];
    assert_eq!(with_transition(|_| {}, 1, steps), ["squat 20", "rest 10", "lunge 20"]);
    let steps = vec![timed(SQUAT, 20), circuit(1, vec![rest(10)]), timed(LUNGE, 20)];
    assert_eq!(with_transition(|_| {}, 1, steps), ["squat 20", "rest 10", "lunge 20"]);
    let steps = vec![timed(SQUAT, 20), circuit(1, vec![note("ready?")]), timed(LUNGE, 20)];
    assert_eq!(with_transition(|_| {}, 1, steps), ["squat 20", "transition 5", "lunge 20"]);
}

#[test]
fn no_transition_follows_a_tabata_at_any_depth() {
    let tabata = block(BlockKind::Tabata, vec![work(SQUAT, Dose::FromBlock)], |_| {});
    let shown = with_transition(|_| {}, 1, vec![circuit(1, vec![tabata]), timed(LUNGE, 20)]);
    assert_eq!(shown.len(), 17);
    assert_eq!(shown[14..], ["squat 20", "rest 10", "lunge 20"]);
}

#[test]
fn a_done_workout_keeps_its_own_transition_and_switch_and_has_the_outer_one_around_it() {
    let inner = Workout { transition: Some(secs(2)), ..workout(vec![timed(SQUAT, 20), timed(LUNGE, 20)]) };
    let bare = workout(vec![
        timed(LUNGE, 20),
        work_with(PLANK, bout(secs(20)), |choice| choice.sides = Sides::Each(BodyHalf::Leg)),
    ]);
    let outer = Workout {
        transition: Some(secs(5)),
        switch: Some(secs(3)),
        ..workout(vec![done(inner), done(bare), timed(PLANK, 20), timed(SQUAT, 20)])
    };
    assert_eq!(
        lines_of(&outer),
        [
            "squat 20",
            "transition 2",
            "lunge 20",
            "lunge 20",
            "plank 20 right",
            "plank 20 left",
            "plank 20",
            "transition 5",
            "squat 20"
        ]
    );
}

#[test]
fn a_block_per_side_is_all_on_the_right_then_all_on_the_left() {
    let change = |block: &mut Block| {
        block.per_half = Some(BodyHalf::Leg);
        block.switch = Some(secs(7));
        block.work_rest = Some(RestAmount::For(secs(10)));
    };
    let steps = vec![timed(SQUAT, 20)];
    assert_eq!(
        with_transition(change, 2, steps),
        [
            "squat 20 right",
            "rest 10",
            "squat 20 right",
            "rest 10",
            "switch 7",
            "squat 20 left",
            "rest 10",
            "squat 20 left",
            "rest 10"
        ]
    );
}

#[test]
fn a_gap_at_a_seam_carries_the_round_just_done_and_its_own_block() {
    let steps = vec![timed(SQUAT, 20), circuit(1, vec![timed(LUNGE, 20)])];
    let change = |block: &mut Block| block.between_rounds = Some(RestAmount::For(secs(60)));
    at(Level::Intermediate, &workout(vec![circuit_with(2, steps, change)]), |timeline, _| {
        let shown: Vec<_> = timeline
            .segments
            .iter()
            .map(|segment| (segment.block.0, segment.round.map(|round| (round.n, round.of))))
            .collect();
        let (first, second) = (Some((1, 2)), Some((2, 2)));
        assert_eq!(shown, [(1, first), (2, first), (1, first), (1, second), (2, second)]);
    });
}
