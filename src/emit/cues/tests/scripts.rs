//! Whole scripts, to be read aloud.

use super::lay::*;
use crate::check::program::{
    Amount, BlockKind, BodyHalf, RestAmount, Side, Sides, Step, StepKind, TargetKind, Tempo, Unit,
};
use crate::emit::cues::CueKind;
use crate::timeline::{Ending, SegmentKind, Timeline};

/// The script at the usual rate, of words that all find room.
fn script_of(title: &str, steps: &[Step], timeline: &Timeline<'_>) -> String {
    let (script, warnings) = spoken(&workout(title, steps.to_vec()), timeline, 150);
    assert_eq!(warnings, []);
    script.write()
}

#[test]
fn a_circuit_of_timed_work() {
    let squat = exercise("squat", Sides::Together, None);
    let balance = exercise("single-leg balance", Sides::Each(BodyHalf::Leg), None);
    let lunge = exercise("lunge", Sides::Alternating, Some("Soft knees"));
    let round = |n| {
        [
            work(&squat, 30),
            pause(15),
            work(&balance, 30).side(Side::Right),
            work(&balance, 30).side(Side::Left),
            pause(15),
            work(&lunge, 30),
            pause(15),
        ]
        .map(|laid| laid.round(n, 5).block(1))
    };
    let timeline = timeline((1..=5).flat_map(round).collect(), &[]);
    assert_eq!(timeline.segments.len(), 35);
    insta::assert_snapshot!(script_of("Lower Body Blast", &[], &timeline));
}

#[test]
fn short_work_without_a_rest() {
    let steps = ["squat", "burpee", "kettlebell swing"].map(|name| exercise(name, Sides::Together, None));
    let laid = (1..=2).flat_map(|n| steps.iter().map(move |step| work(step, 10).round(n, 2).block(1)));
    insta::assert_snapshot!(script_of("Ten by ten", &[], &timeline(laid.collect(), &[])));
}

#[test]
fn a_tabata() {
    let squat = exercise("squat", Sides::Together, None);
    let laid = (1..=8).flat_map(|n| [work(&squat, 20), pause(10)].map(|laid| laid.round(n, 8).block(1)));
    insta::assert_snapshot!(script_of("Tabata squats", &[], &timeline(laid.collect(), &[])));
}

#[test]
fn a_minute_for_each_movement_in_turn() {
    let burpee = exercise("burpee", Sides::Together, None);
    let swing = exercise("kettlebell swing", Sides::Together, Some("Float, then hinge"));
    let off = rest(RestAmount::TurnOff);
    let load = target(TargetKind::Load { implements: 1 }, 24_000, Unit::Kilogram);
    let mut off_turn = pause(60);
    off_turn.0.step = Some(&off);
    let laid = (1..=6).map(|n| {
        let steps = match n % 3 {
            1 => vec![reps(&burpee, 10, 30)],
            2 => vec![reps(&swing, 15, 30).at(load.clone())],
            _ => vec![off_turn.clone()],
        };
        whole(SegmentKind::Interval, 60, steps).round(n, 6).block(1)
    });
    insta::assert_snapshot!(script_of("Minutes", &[], &timeline(laid.collect(), &[])));
}

#[test]
fn intervals_with_steps_on_the_clock() {
    let squat = exercise("squat", Sides::Together, None);
    let lunge = exercise("lunge", Sides::Alternating, None);
    let laid = (1..=2).map(|n| {
        whole(SegmentKind::Interval, 90, vec![work(&squat, 30), work(&lunge, 30)]).round(n, 2).block(1)
    });
    insta::assert_snapshot!(script_of("On the clock", &[], &timeline(laid.collect(), &[])));
}

#[test]
fn as_many_rounds_as_possible() {
    let burpee = exercise("burpee", Sides::Together, Some("Step up if you must, but do not stop"));
    let lunge = exercise("lunge", Sides::Each(BodyHalf::Leg), None);
    let run = exercise("run", Sides::Together, None);
    let steps = vec![
        reps(&burpee, 10, 30),
        reps(&lunge, 8, 16).side(Side::Right),
        reps(&lunge, 8, 16).side(Side::Left),
        reps(&run, 0, 80).dosed(dose(400_000, Unit::Metre, Ending::Done)),
    ];
    let laid = vec![whole(SegmentKind::Amrap, 720, steps).block(1), pause(60), work(&lunge, 30)];
    insta::assert_snapshot!(script_of("Twelve", &[], &timeline(laid, &[])));
}

#[test]
fn a_ladder_for_time_under_a_cap() {
    let thruster = exercise("thruster", Sides::Together, None);
    let toes = exercise("toes to bar", Sides::Together, None);
    let load = target(TargetKind::Load { implements: 1 }, 43_000, Unit::Kilogram);
    let steps = [(1, 21), (2, 15), (3, 9)].into_iter().flat_map(|(n, count)| {
        [reps(&thruster, count, count * 3).at(load.clone()), reps(&toes, count, count * 3)]
            .map(|laid| laid.round(n, 3))
    });
    let laid = vec![whole(SegmentKind::ForTime, 270, steps.collect()).block(1).estimated()];
    let mut header = block(BlockKind::ForTime, Vec::new());
    header.cap = Some(Amount::exactly(600_000, Unit::Second));
    let header = [Step { span: Default::default(), only: None, kind: StepKind::Block(Box::new(header)) }];
    insta::assert_snapshot!(script_of("Ladder", &header, &timeline(laid.clone(), &[])));

    let mut capped = laid;
    capped[0].0.duration_ms = 600_000;
    insta::assert_snapshot!("capped", script_of("Ladder", &header, &timeline(capped, &[])));
}

#[test]
fn rounds_for_time() {
    let run = exercise("run", Sides::Together, None);
    let swing = exercise("kettlebell swing", Sides::Together, None);
    let steps = (1..=3).flat_map(|n| {
        let run = reps(&run, 0, 100).dosed(dose(400_000, Unit::Metre, Ending::Done));
        [run, reps(&swing, 21, 40)].map(|laid| laid.round(n, 3))
    });
    let laid = vec![whole(SegmentKind::ForTime, 420, steps.collect()).block(1).estimated()];
    insta::assert_snapshot!(script_of("Helen", &[], &timeline(laid, &[])));
}

#[test]
fn rounds_inside_work_for_time() {
    let runs = [exercise("run", Sides::Together, None), exercise("run", Sides::Together, None)];
    let swing = exercise("kettlebell swing", Sides::Together, None);
    let burpee = exercise("burpee", Sides::Together, None);
    let [first, last] =
        runs.each_ref().map(|run| reps(run, 0, 420).dosed(dose(1000, Unit::Mile, Ending::Done)).block(1));
    let middle =
        (1..=3).flat_map(|n| [reps(&swing, 20, 40), reps(&burpee, 10, 30)].map(|it| it.round(n, 3).block(2)));
    let steps: Vec<_> = [first].into_iter().chain(middle).chain([last]).collect();
    let laid = vec![whole(SegmentKind::ForTime, 1050, steps).block(1).estimated()];
    insta::assert_snapshot!(script_of("Between two miles", &[], &timeline(laid, &[])));
}

#[test]
fn rounds_inside_rounds_for_time_are_said_once() {
    let run = exercise("run", Sides::Together, None);
    let burpee = exercise("burpee", Sides::Together, None);
    let swing = exercise("kettlebell swing", Sides::Together, None);
    let steps = (1..=2).flat_map(|outer| {
        let inner = (1..=3)
            .flat_map(|n| [reps(&swing, 20, 40), reps(&burpee, 10, 30)].map(|it| it.round(n, 3).block(2)));
        let run = reps(&run, 0, 100).dosed(dose(400_000, Unit::Metre, Ending::Done)).round(outer, 2).block(1);
        inner.chain([run])
    });
    let mut header = block(BlockKind::ForTime, Vec::new());
    header.rounds = Some(Amount::exactly(2000, Unit::Count));
    let header = [Step { span: Default::default(), only: None, kind: StepKind::Block(Box::new(header)) }];
    let laid = vec![whole(SegmentKind::ForTime, 620, steps.collect()).block(1).estimated()];
    let script = script_of("Nested", &header, &timeline(laid, &[]));
    let start = "0:00  2 rounds for time: 3 rounds of 20 kettlebell swings and 10 burpees, then run, 400 metres. \
                 The clock is running.";
    assert!(script.lines().any(|line| line == start), "{script}");
}

#[test]
fn sets_with_a_long_rest() {
    let squat = exercise("back squat", Sides::Together, Some("Spread the floor"));
    let percent = target(TargetKind::Percent { of: None }, 80_000, Unit::Percent);
    let mut laid = Vec::new();
    for n in 1..=5 {
        laid.push(reps(&squat, 5, 15).set(n, 5).at(percent.clone()));
        laid.push(pause(180));
    }
    laid.pop();
    insta::assert_snapshot!(script_of("Five by five", &[], &timeline(laid, &[])));
}

#[test]
fn rests_that_the_athlete_ends() {
    let toes = exercise("toes to bar", Sides::Together, None);
    let squat = exercise("back squat", Sides::Together, None);
    let run = exercise("run", Sides::Together, None);
    let jog = target(TargetKind::Zone, 2000, Unit::Count);
    let mut moving = pause(90).estimated();
    moving.0.movement = Some(id("run"));
    moving.0.dose = Some(dose(200_000, Unit::Metre, Ending::Done));
    let laid = vec![
        reps(&toes, 0, 30).dosed(dose(10_000, Unit::Count, Ending::Max)).open_ended(),
        pause(120).open_ended(),
        reps(&squat, 0, 20)
            .dosed(dose(5000, Unit::Count, Ending::OrMore))
            .at(target(TargetKind::Rpe, 8000, Unit::Count))
            .open_ended(),
        pause(20).dosed(dose(5000, Unit::Breath, Ending::Done)).estimated(),
        work(&run, 300).at(target(TargetKind::Pace, 300_000, Unit::SecondPer { mm: 1_000_000 })),
        moving.at(jog),
        reps(&squat, 1, 5),
    ];
    insta::assert_snapshot!(script_of("Ready when you are", &[], &timeline(laid, &[])));
}

#[test]
fn both_sides_with_a_switch_and_a_transition() {
    let plank = exercise("single-arm plank", Sides::Each(BodyHalf::Arm), None);
    let side = exercise("side plank", Sides::Each(BodyHalf::Side), None);
    let laid = vec![
        work(&plank, 15).side(Side::Right),
        switch(5),
        work(&plank, 15).side(Side::Left),
        transition(10),
        work(&side, 30).side(Side::Right),
        switch(5),
        work(&side, 30).side(Side::Left),
    ];
    insta::assert_snapshot!(script_of("Core", &[], &timeline(laid, &[])));
}

#[test]
fn notes_are_said_in_their_place() {
    let notes = [
        note("Quality before quantity"),
        note("Shake out\nyour legs"),
        note("Last one: make it count"),
        note("Walk for five minutes now"),
    ];
    let squat = exercise("squat", Sides::Together, None);
    let lunge = exercise("lunge", Sides::Alternating, None);
    let laid = vec![work(&squat, 30), pause(15), work(&lunge, 30), work(&squat, 30)];
    let places: Vec<_> = [0, 1, 3, 4].into_iter().zip(&notes).collect();
    insta::assert_snapshot!(script_of("Noted", &[], &timeline(laid, &places)));
}

#[test]
fn parts_are_named_when_they_begin() {
    let run = exercise("run", Sides::Together, None);
    let squat = exercise("squat", Sides::Together, None);
    let mut main = block(BlockKind::Section, Vec::new());
    main.title = Some("Main part".into());
    let blocks = [block(BlockKind::Warmup, Vec::new()), main, block(BlockKind::Cooldown, Vec::new())]
        .map(|block| Step { span: Default::default(), only: None, kind: StepKind::Block(Box::new(block)) });
    let laid = vec![work(&run, 60).block(1), work(&squat, 30).block(2), work(&run, 60).block(3)];
    insta::assert_snapshot!(script_of("Parts", &blocks, &timeline(laid, &[])));
}

#[test]
fn rests_that_follow_each_other_are_called_as_one() {
    let squat = exercise("squat", Sides::Together, None);
    let laid = vec![work(&squat, 30), pause(15), pause(60), work(&squat, 30)];
    insta::assert_snapshot!(script_of("Rests", &[], &timeline(laid, &[])));
}

#[test]
fn a_cue_that_never_fits_is_warned_about_once() {
    let cue = "Keep the elbows high, the chest proud, the eyes on the horizon and the breath slow and even";
    let workout = workout("Too much", vec![exercise("burpee", Sides::Together, Some(cue))]);
    let laid = (1..=3).map(|n| work(&workout.steps[0], 6).round(n, 3)).collect();
    let (script, warnings) = spoken(&workout, &timeline(laid, &[]), 150);
    let [warning] = warnings.as_slice() else { panic!("one warning, not {warnings:?}") };
    assert_eq!(warning.span(), workout.steps[0].span);
    insta::assert_snapshot!(format!("{}\n\n{}", warning.message, script.write()));
}

#[test]
fn a_note_that_does_not_fit_is_warned_about() {
    let text = "Remember that this part is about control and not about speed, so take your time and breathe";
    let workout = workout("Too much", vec![note(text)]);
    let squat = exercise("squat", Sides::Together, None);
    let laid = vec![work(&squat, 5), work(&squat, 5), work(&squat, 5)];
    let (_, warnings) = spoken(&workout, &timeline(laid, &[(1, &workout.steps[0])]), 150);
    let [warning] = warnings.as_slice() else { panic!("one warning, not {warnings:?}") };
    assert_eq!(warning.span(), workout.steps[0].span);
    assert_eq!(warning.message, "this note takes about 8 s to say, and there are 3 s");
}

#[test]
fn bouts_are_named_with_side_dose_and_load() {
    let lunge = exercise("lunge", Sides::EachAlternating(BodyHalf::Leg), None);
    let plank = exercise("side plank", Sides::Only(Side::Left), None);
    let mut slow = exercise("back squat", Sides::Together, None);
    if let StepKind::Exercise(exercise) = &mut slow.kind {
        exercise.choices[0].tempo = Some(Tempo { phases: [3, 1, Tempo::EXPLOSIVE, 0] });
    }
    let toes = exercise("toes to bar", Sides::Together, None);
    let mut first = work(&plank, 30).side(Side::Left);
    first.0.direction = Some(1);
    let mut second = first.clone();
    second.0.direction = Some(2);
    let laid = vec![
        // Ten on each leg.
        reps(&lunge, 20, 60).at(target(TargetKind::Load { implements: 2 }, 22_500, Unit::Kilogram)),
        first,
        second,
        work(&plank, 60).side(Side::Left).dosed(dose(60_000, Unit::Second, Ending::MaxWithin)).open_ended(),
        reps(&slow, 1, 15),
        reps(&toes, 1, 5),
        reps(&toes, 12, 20),
    ];
    let (script, _) = spoken(&workout("Named", Vec::new()), &timeline(laid, &[]), 150);
    let starts = script.utterances.iter().filter(|it| it.kind == CueKind::Start).map(|it| it.text.as_str());
    insta::assert_snapshot!(starts.collect::<Vec<_>>().join("\n"));
}

#[test]
fn whoever_speaks_too_slowly_to_count_says_it_once() {
    let squat = exercise("squat", Sides::Together, None);
    let (script, _) = spoken(&workout("Slow", Vec::new()), &timeline(vec![work(&squat, 30)], &[]), 60);
    insta::assert_snapshot!(script.write());
}

#[test]
fn a_workout_with_nothing_in_it_only_gets_its_title() {
    let (script, _) = spoken(&workout("Rest day", Vec::new()), &timeline(Vec::new(), &[]), 150);
    assert_eq!(script.write(), "-0:10  Get ready for Rest day.\n");
}

#[test]
fn from_the_first_hour_on_times_have_hours() {
    let run = exercise("run", Sides::Together, None);
    let (script, _) = spoken(&workout("Long", Vec::new()), &timeline(vec![work(&run, 4000)], &[]), 150);
    assert!(script.write().ends_with("1:06:40  Done. 1 hour 6 minutes 40 seconds. Well worked.\n"));
}
