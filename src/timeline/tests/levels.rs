//! What a level chooses.

use super::*;
use crate::check::program::BodyHalf;

fn movements(level: Level, step: &Step, change: impl FnOnce(&mut Program)) -> Vec<MovementId> {
    let mut program = program();
    change(&mut program);
    let workout = workout(vec![step.clone()]);
    lower(&program, &workout, level).0.segments.iter().filter_map(|segment| segment.movement).collect()
}

fn dose_at(level: Level, dose: Amount) -> i64 {
    at(level, &workout(vec![work(SQUAT, bout(dose))]), |timeline, _| timeline.segments[0].dose.unwrap().value)
}

fn target_at(level: Level, target: Target) -> i64 {
    let step = work_with(SQUAT, bout(secs(10)), |choice| choice.targets = vec![target]);
    at(level, &workout(vec![step]), |timeline, _| timeline.segments[0].targets[0].value.unwrap())
}

#[test]
fn the_middle_of_a_range_is_rounded_down_to_a_whole_unit() {
    assert_eq!(dose_at(Level::Intermediate, between(8, 11, Unit::Count)), 9_000);
    assert_eq!(dose_at(Level::Intermediate, between(20, 25, Unit::Second)), 22_000);
    assert_eq!(dose_at(Level::Intermediate, between(5, 6, Unit::Kilometre)), 5_500, "to a metre");
    assert_eq!(dose_at(Level::Beginner, between(8, 11, Unit::Count)), 8_000);
    assert_eq!(dose_at(Level::Advanced, between(8, 11, Unit::Count)), 11_000);
}

#[test]
fn loads_are_not_rounded_efforts_to_a_half_and_heart_rates_to_a_beat() {
    let load = target(TargetKind::Load { implements: 1 }, between(18, 21, Unit::Kilogram));
    assert_eq!(target_at(Level::Intermediate, load), 19_500);
    assert_eq!(target_at(Level::Intermediate, target(TargetKind::Rpe, between(7, 8, Unit::Count))), 7_500);
    let heart_rate = target(TargetKind::HeartRate, between(140, 145, Unit::BeatPerMinute));
    assert_eq!(target_at(Level::Intermediate, heart_rate), 142_000);
}

#[test]
fn easy_is_less_load_more_in_reserve_and_a_slower_pace() {
    let rir = || target(TargetKind::Rir, between(1, 3, Unit::Count));
    assert_eq!(target_at(Level::Beginner, rir()), 3_000);
    assert_eq!(target_at(Level::Advanced, rir()), 1_000);
    let pace = || target(TargetKind::Pace, between(300, 330, Unit::SecondPer { mm: 1_000_000 }));
    assert_eq!(target_at(Level::Beginner, pace()), 330_000);
    assert_eq!(target_at(Level::Advanced, pace()), 300_000);
    let zone = || target(TargetKind::Zone, between(2, 3, Unit::Count));
    assert_eq!(target_at(Level::Beginner, zone()), 2_000);
}

#[test]
fn a_level_takes_the_nearest_form_of_a_movement_without_load() {
    let lunge = timed(LUNGE, 30);
    assert_eq!(movements(Level::Beginner, &lunge, |_| {}), [STEP_BACK_LUNGE]);
    assert_eq!(movements(Level::Intermediate, &lunge, |_| {}), [LUNGE]);
    assert_eq!(movements(Level::Advanced, &lunge, |_| {}), [JUMPING_LUNGE]);
    let loaded = work_with(LUNGE, bout(reps(5)), |choice| {
        choice.targets =
            vec![target(TargetKind::Load { implements: 2 }, Amount::exactly(10_000, Unit::Kilogram))];
    });
    assert_eq!(movements(Level::Advanced, &loaded, |_| {}), [LUNGE]);
}

#[test]
fn a_form_that_is_unknown_or_worked_on_other_sides_is_not_taken() {
    let lunge = timed(LUNGE, 30);
    assert_eq!(movements(Level::Advanced, &lunge, |program| program.movements[4].known = false), [LUNGE]);
    let other_sides = |program: &mut Program| program.movements[4].sides = Some(BodyHalf::Leg);
    assert_eq!(movements(Level::Advanced, &lunge, other_sides), [LUNGE]);
}

#[test]
fn a_form_is_found_by_any_spelling_of_its_name() {
    let lunge = timed(LUNGE, 30);
    let spelt = |program: &mut Program| program.movements[1].harder = vec!["Jumping-lunges".into()];
    assert_eq!(movements(Level::Advanced, &lunge, spelt), [JUMPING_LUNGE]);
    let either = exercise(vec![choice(LUNGE, bout(secs(30))), choice(JUMPING_LUNGE, bout(secs(20)))]);
    assert_eq!(movements(Level::Advanced, &either, spelt), [JUMPING_LUNGE]);
}

#[test]
fn among_alternatives_a_level_takes_only_one_that_is_named() {
    let either = exercise(vec![choice(LUNGE, bout(secs(30))), choice(JUMPING_LUNGE, bout(secs(20)))]);
    assert_eq!(movements(Level::Advanced, &either, |_| {}), [JUMPING_LUNGE]);
    assert_eq!(movements(Level::Beginner, &either, |_| {}), [LUNGE]);
    assert_eq!(triple(Level::Advanced, vec![either]), (20.0, 20.0, 20.0));
}

#[test]
fn a_transition_compares_names_as_written_at_every_level() {
    let written =
        Workout { transition: Some(secs(5)), ..workout(vec![timed(LUNGE, 30), timed(JUMPING_LUNGE, 30)]) };
    at(Level::Advanced, &written, |timeline, _| {
        assert_eq!(show(&timeline.segments), ["jumping lunge 30", "transition 5", "jumping lunge 30"]);
    });
}

#[test]
fn at_the_level_that_a_text_is_written_for_nothing_is_swapped() {
    let program = program();
    let done_at = |written_for, level| -> Vec<MovementId> {
        let text = Workout { level: Some(written_for), ..workout(vec![timed(LUNGE, 30)]) };
        lower(&program, &text, level).0.segments.iter().filter_map(|segment| segment.movement).collect()
    };
    assert_eq!(done_at(Level::Beginner, Level::Beginner), [LUNGE]);
    assert_eq!(done_at(Level::Advanced, Level::Advanced), [LUNGE]);
    assert_eq!(done_at(Level::Beginner, Level::Intermediate), [JUMPING_LUNGE], "one step up");
    assert_eq!(done_at(Level::Advanced, Level::Intermediate), [STEP_BACK_LUNGE], "one step down");
}
