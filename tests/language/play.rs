//! What holds for every session, whatever is asked for: the laws of `docs/player.md`.

use std::collections::HashSet;
use std::ptr;
use std::sync::LazyLock;

use proptest::prelude::*;
use wodc::analysis::Level;
use wodc::analysis::{Request, analyse};
use wodc::emit::player::model::{Ends, Playbook, Say, SayKind};
use wodc::internals::play::{Action, Phase, Player};
use wodc::source::SourceFile;

use crate::input::{Input, good};
use crate::random::config;

/// Returns the playbooks of a file at a level, and the script of each as it is read aloud.
fn playbooks(input: &Input, level: Level) -> Vec<(Playbook, String)> {
    let request = Request { level: Some(level), ..Request::default() };
    let analysis = analyse(SourceFile::new(&*input.name, &*input.text), &request, input);
    analysis.workouts().map(|one| (one.playbook().clone(), one.script().write())).collect()
}

/// Returns the words of a script, one line an utterance.
fn words(script: &str) -> Vec<&str> {
    script.lines().filter_map(|line| Some(line.split_once("  ")?.1)).collect()
}

/// Plays a workout in which every stage takes as long as is estimated, and returns what is said.
fn said_as_estimated(playbook: &Playbook) -> Vec<String> {
    let mut player = Player::new(playbook);
    let mut now_ms = 0;
    let mut said = player.act(Action::Start, now_ms);
    while !player.is_over() {
        now_ms += 500;
        // Whoever is done is done at the end of the stage, and not when somebody next looks.
        while let Some(stage) = player.stage().filter(|stage| stage.ends != Ends::Clock) {
            let end_ms = playbook.lead_in_ms + stage.start_ms + stage.duration_ms;
            if end_ms > now_ms {
                break;
            }
            said.extend(player.look(end_ms));
            if player.stage().is_some_and(|still| ptr::eq(still, stage)) {
                said.extend(player.act(Action::Done, end_ms));
            }
        }
        said.extend(player.look(now_ms));
    }
    assert_eq!(player.total_ms(), playbook.likely_ms, "{}", playbook.title);
    said.into_iter().map(|spoken| spoken.text.into_owned()).collect()
}

#[test]
fn a_session_that_takes_as_long_as_is_estimated_says_the_script_word_for_word() {
    for input in good() {
        for level in Level::ALL {
            for (playbook, script) in playbooks(&input, level) {
                assert_eq!(said_as_estimated(&playbook), words(&script), "{}", input.name);
            }
        }
    }
}

#[test]
fn calls_are_said_in_the_stage_that_they_call() {
    // A stage that is over sooner than was estimated takes with it what it still had to say.
    for input in good() {
        for (playbook, _) in playbooks(&input, Level::Intermediate) {
            let athletes = playbook.stages.iter().filter(|stage| stage.ends != Ends::Clock);
            let late = athletes.flat_map(|stage| {
                let last_ms = stage.duration_ms - 1000;
                stage
                    .says
                    .iter()
                    .filter(move |say| say.kind == SayKind::Call && say.after_ms > last_ms.max(0))
            });
            assert_eq!(late.collect::<Vec<_>>(), Vec::<&Say>::new(), "{}", input.name);
        }
    }
}

/// What a clumsy athlete does: asks for anything, looks now and then.
#[derive(Debug, Clone, Copy)]
enum Deed {
    Act(Action),
    Wait(i64),
    /// A clock that was put back, or far ahead.
    At(i64),
}

fn deed() -> impl Strategy<Value = Deed> {
    let action = prop_oneof![
        Just(Action::Start),
        Just(Action::Pause),
        Just(Action::Resume),
        Just(Action::Done),
        Just(Action::Skip),
        Just(Action::Back),
        (0_usize..4, proptest::option::of(0_usize..3)).prop_map(|(task, swap)| Action::Swap { task, swap }),
    ];
    prop_oneof![
        10 => action.prop_map(Deed::Act),
        1 => Just(Deed::Act(Action::Restart)),
        10 => (0_i64..90_000).prop_map(Deed::Wait),
        1 => (0_i64..9_000_000).prop_map(Deed::Wait),
        1 => prop_oneof![Just(i64::MIN), Just(-1), Just(0), Just(i64::MAX)].prop_map(Deed::At),
    ]
}

/// Workouts that have every way to end, swaps, sides, rests and notes, among them those of the examples.
static WORKOUTS: LazyLock<Vec<Playbook>> = LazyLock::new(|| {
    let texts = [
        "amrap 2min < squat 10 >; rest until ready; for time cap 3min < squat 50 >; for time < squat 20 >",
        "plank 40s or squat 10; rest 20s; plank 40s or squat 10; push-up max 30s; note \"Well.\"; rest 5s",
        "transition 5s; emom 3min < squat 5 >; side plank 20s per side; push-up 3x5 rest 30s",
        "push-up 1; pull-up 1 or squat 1; squat 1s; rest 1s",
        "emom 2min < pull-up 5 or row 5 >; amrap 1min < push-up 5 or dip 10; squat 5 or lunge 5 >; rest 9s",
    ];
    let mut found: Vec<Playbook> = texts.iter().map(|text| Input::of(*text).playbook()).collect();
    for input in good().into_iter().filter(|input| input.name.len() < 12) {
        found.extend(playbooks(&input, Level::Beginner).into_iter().map(|(playbook, _)| playbook));
    }
    found
});

/// Does what a session asks for; returns what was said.
fn run(player: &mut Player<'_>, deeds: &[Deed], look_every_ms: Option<i64>) -> Vec<String> {
    let mut now_ms = 0_i64;
    let mut said = player.act(Action::Start, now_ms);
    for deed in deeds {
        let before = (player.total_ms(), player.phase());
        match *deed {
            Deed::Act(action) => said.extend(player.act(action, now_ms)),
            Deed::Wait(wait_ms) => {
                let end_ms = now_ms.saturating_add(wait_ms);
                if let Some(every_ms) = look_every_ms {
                    while now_ms.saturating_add(every_ms) < end_ms && wait_ms < 90_000 {
                        now_ms += every_ms;
                        said.extend(player.look(now_ms));
                    }
                }
                now_ms = end_ms;
                said.extend(player.look(now_ms));
            }
            Deed::At(at_ms) => said.extend(player.look(at_ms)),
        }
        assert!(
            player.total_ms() >= before.0 || player.phase() == Phase::Ready,
            "time went back at {deed:?}"
        );
        let stage = player.stage().map(|stage| (player.doing(stage.task), player.clock()));
        assert_eq!(stage.is_some(), matches!(player.phase(), Phase::Stage(_)));
        assert!(!(player.is_paused() && matches!(player.phase(), Phase::Ready | Phase::End)));
        let on_strip = player.on_strip_ms();
        assert!((0..=player.playbook().likely_ms).contains(&on_strip), "{on_strip} ms on the strip");
        let summary = player.summary();
        assert_eq!(summary.total_ms, player.total_ms());
        assert!(summary.done.iter().all(|done| done.took_ms >= 0), "{summary:?}");
    }
    said.into_iter().map(|spoken| spoken.text.into_owned()).collect()
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn whatever_is_asked_for_time_goes_on_and_adds_up(deeds in proptest::collection::vec(deed(), 1..60)) {
        for playbook in &*WORKOUTS {
            run(&mut Player::new(playbook), &deeds, Some(700));
        }
    }

    #[test]
    fn looking_often_or_seldom_comes_to_the_same(deeds in proptest::collection::vec(deed(), 1..40)) {
        for playbook in &*WORKOUTS {
            let (mut often, mut seldom) = (Player::new(playbook), Player::new(playbook));
            let heard = run(&mut often, &deeds, Some(330));
            let heard_late = run(&mut seldom, &deeds, None);
            prop_assert_eq!(often.phase(), seldom.phase());
            prop_assert_eq!(often.clock(), seldom.clock());
            prop_assert_eq!(often.is_paused(), seldom.is_paused());
            prop_assert_eq!(often.summary(), seldom.summary());
            prop_assert!(is_part_of(&heard_late, &heard), "{:?}\n{:?}", heard_late, heard);
        }
    }

    #[test]
    fn what_is_forward_alone_adds_up_to_the_total(waits in proptest::collection::vec(0_i64..40_000, 1..60)) {
        for playbook in &*WORKOUTS {
            let mut player = Player::new(playbook);
            let mut now_ms = 0;
            player.act(Action::Start, now_ms);
            for (turn, wait_ms) in waits.iter().enumerate() {
                now_ms += wait_ms;
                player.act(if turn % 3 == 0 { Action::Skip } else { Action::Done }, now_ms);
            }
            player.act(Action::Pause, now_ms);
            let kept = player.total_ms();
            player.act(Action::Resume, now_ms + 1_000_000);
            prop_assert_eq!(player.total_ms(), kept);
            while player.phase() != Phase::End {
                player.act(Action::Skip, now_ms + 1_000_000);
            }
            let work: i64 = player.summary().done.iter().map(|done| done.took_ms).sum();
            prop_assert!(work <= player.total_ms());
            prop_assert_eq!(player.total_ms(), kept);
        }
    }
}

#[test]
fn playbooks_have_the_key_of_another_only_where_they_are_the_same() {
    let texts = [
        "squat 30s; rest 10s",
        // Another who ends a stage, another time at which the clock does, another kind, other words.
        "push-up max 30s; rest 10s",
        "for time < squat 10 >",
        "for time cap 3min < squat 10 >",
        "for time cap 4min < squat 10 >",
        "note \"Slow.\"; squat 30s; rest 10s",
        "squat 30s \"slowly\"; rest 10s",
        "squat 30s; rest until ready",
    ];
    let key = |text: &str| Input::of(text).playbook().key;
    let keys: HashSet<String> = texts.iter().map(|text| key(text)).collect();
    assert_eq!(keys.len(), texts.len());
    for text in texts {
        assert_eq!(key(text), key(text));
    }
}

/// Tells whether all of `some` stand in `all`, in the same order.
fn is_part_of(some: &[String], all: &[String]) -> bool {
    let mut all = all.iter();
    some.iter().all(|one| all.any(|other| other == one))
}
