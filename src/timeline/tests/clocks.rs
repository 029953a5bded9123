//! Blocks that keep a clock.

use super::*;

fn emom(minutes: i64, alternating: bool, steps: Vec<Step>) -> Step {
    block(BlockKind::Emom { time: secs(minutes * 60), alternating }, steps, |_| {})
}

/// Lowers one step and shows what is inside each of its segments.
fn inside(step: Step) -> Vec<Vec<String>> {
    at(Level::Intermediate, &workout(vec![step]), |timeline, _| {
        timeline.segments.iter().map(|segment| show(&segment.steps)).collect()
    })
}

#[test]
fn every_minute_holds_all_steps_from_its_own_start() {
    let step = emom(2, false, vec![work(SQUAT, bout(reps(5))), timed(PLANK, 20)]);
    at(Level::Intermediate, &workout(vec![rest(10), step]), |timeline, _| {
        assert_eq!(show(&timeline.segments), ["rest 10", "interval 60", "interval 60"]);
        let second = &timeline.segments[2];
        assert_eq!((second.start_ms, second.round.map(|round| (round.n, round.of))), (70_000, Some((2, 2))));
        assert_eq!(second.steps.iter().map(|step| step.start_ms).collect::<Vec<_>>(), [0, 15_000]);
        assert!(!second.estimated && second.steps[0].estimated);
        assert_eq!(timeline.work_ms, 70_000);
        assert_eq!(timeline.rounds, Some(2));
        assert!(!timeline.estimated);
    });
}

#[test]
fn an_alternating_block_takes_its_steps_in_turn_and_a_rest_is_a_turn_off() {
    let nested = circuit(1, vec![timed(LUNGE, 10), timed(PLANK, 10)]);
    let steps = vec![note("go"), timed(SQUAT, 20), rest_of(RestAmount::TurnOff), nested];
    let shown = inside(emom(4, true, steps));
    assert_eq!(shown[0], ["squat 20"]);
    assert!(shown[1].is_empty());
    assert_eq!(shown[2], ["lunge 10", "plank 10"]);
    assert_eq!(shown[3], ["squat 20"]);
}

#[test]
fn work_that_does_not_fit_is_cut_with_one_warning_that_gives_both_figures() {
    let steps = vec![timed(SQUAT, 50), timed(LUNGE, 22), timed(PLANK, 5)];
    let step = block(BlockKind::Every { interval: secs(60), alternating: false }, steps, |block| {
        block.rounds = Some(reps(3));
    });
    at(Level::Intermediate, &workout(vec![step]), |timeline, diagnostics| {
        assert_eq!(timeline.likely_ms, 180_000);
        assert_eq!(show(&timeline.segments[0].steps), ["squat 50", "lunge 10"]);
        let [overrun] = diagnostics else { panic!("one warning, not {diagnostics:?}") };
        assert_eq!(overrun.rule, Rule::IntervalOverrun);
        assert_eq!(overrun.message, "the work needs about 1:17, and the interval is 1:00");
    });
}

#[test]
fn max_in_an_interval_lasts_for_what_is_left() {
    let steps = vec![timed(SQUAT, 20), work(PLANK, Dose::Bout(Bout::Max(None)))];
    let step = emom(1, false, steps);
    assert!(rules(vec![step.clone()]).is_empty());
    assert_eq!(inside(step), [["squat 20", "plank 40"]]);
}

#[test]
fn an_amrap_is_exactly_its_time_with_one_round_inside() {
    let steps = vec![work(SQUAT, bout(reps(5))), timed(LUNGE, 30)];
    let step = block(BlockKind::Amrap { time: secs(600) }, steps, |block| block.transition = Some(secs(5)));
    at(Level::Intermediate, &workout(vec![step, circuit(2, vec![timed(SQUAT, 5)])]), |timeline, _| {
        assert_eq!(show(&timeline.segments), ["amrap 600", "squat 5", "squat 5"]);
        assert_eq!(show(&timeline.segments[0].steps), ["squat 15", "transition 5", "lunge 30"]);
        assert!(!timeline.segments[0].estimated);
        assert_eq!(timeline.rounds, None, "nobody knows the rounds of an AMRAP");
        assert_eq!(timeline.work_ms, 610_000);
    });
}

#[test]
fn a_for_time_is_its_estimate_with_everything_inside() {
    let steps = vec![work(SQUAT, Dose::FromBlock), work(LUNGE, Dose::FromBlock)];
    let step = block(BlockKind::ForTime, steps, |block| {
        block.ladder = Some(Box::new([3, 2, 1]));
        block.between_rounds = Some(RestAmount::For(secs(10)));
    });
    at(Level::Intermediate, &workout(vec![step]), |timeline, _| {
        let [segment] = timeline.segments.as_slice() else { panic!("one segment") };
        assert_eq!((segment.duration_ms, segment.estimated, segment.open_ended), (56_000, true, true));
        assert_eq!(segment.steps.len(), 8);
        assert_eq!(timeline.rounds, Some(3));
    });
}

#[test]
fn a_tabata_does_each_movement_eight_times_and_takes_the_rests_between() {
    let steps = vec![work(SQUAT, Dose::FromBlock), rest(60), work(LUNGE, Dose::FromBlock), timed(PLANK, 7)];
    let step = block(BlockKind::Tabata, steps, |block| {
        block.between_movements = Some(RestAmount::For(secs(30)));
        block.transition = Some(secs(5));
    });
    at(Level::Intermediate, &workout(vec![step]), |timeline, _| {
        let shown = show(&timeline.segments);
        assert_eq!(shown.len(), 50);
        assert_eq!(shown[14..20], ["squat 20", "rest 10", "rest 60", "lunge 20", "rest 10", "lunge 20"]);
        assert_eq!(shown[31..35], ["lunge 20", "rest 10", "rest 30", "plank 20"][..4]);
        assert_eq!(timeline.segments[15].round.map(|round| (round.n, round.of)), Some((8, 8)));
    });
}

#[test]
fn a_named_part_is_cut_at_its_cap() {
    let steps = vec![timed(SQUAT, 50), timed(LUNGE, 50), note("late"), timed(PLANK, 50)];
    let step = block(BlockKind::Warmup, steps, |block| block.cap = Some(secs(60)));
    at(Level::Intermediate, &workout(vec![step, timed(RUN, 5)]), |timeline, diagnostics| {
        assert_eq!(show(&timeline.segments), ["squat 50", "lunge 10", "run 5"]);
        assert_eq!(diagnostics[0].message, "this part needs about 2:30, and its cap is 1:00");
        assert_eq!((timeline.notes[0].at_ms, timeline.notes[0].before), (60_000, 2));
        assert_eq!((timeline.least_ms, timeline.most_ms), (65_000, 65_000));
    });
}

#[test]
fn a_note_stands_where_it_is_first_passed() {
    let steps = vec![timed(SQUAT, 10), note("breathe"), emom(2, false, vec![timed(LUNGE, 10), note("hard")])];
    at(Level::Intermediate, &workout(vec![circuit(3, steps), note("done")]), |timeline, _| {
        let notes: Vec<_> = timeline.notes.iter().map(|note| (note.text, note.at_ms, note.before)).collect();
        assert_eq!(notes, [("breathe", 10_000, 1), ("hard", 10_000, 1), ("done", 390_000, 9)]);
    });
}

#[test]
fn notes_of_an_alternating_block_stand_at_the_first_turn_of_the_step_they_belong_to() {
    let steps = vec![timed(SQUAT, 10), note("before the lunge"), timed(LUNGE, 10), note("after it")];
    at(Level::Intermediate, &workout(vec![emom(6, true, steps)]), |timeline, _| {
        let notes: Vec<_> = timeline.notes.iter().map(|note| (note.text, note.before)).collect();
        assert_eq!(notes, [("before the lunge", 1), ("after it", 1)]);
    });
}

#[test]
fn a_part_is_cut_inside_the_interval_it_ends_in() {
    let steps = vec![emom(3, false, vec![timed(SQUAT, 10), timed(LUNGE, 30)])];
    let step = block(BlockKind::Section, steps, |block| block.cap = Some(secs(75)));
    at(Level::Intermediate, &workout(vec![step]), |timeline, _| {
        assert_eq!(show(&timeline.segments), ["interval 60", "interval 15"]);
        assert_eq!(show(&timeline.segments[1].steps), ["squat 10", "lunge 5"]);
        assert_eq!(timeline.work_ms, 55_000);
    });
}
