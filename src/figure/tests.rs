//! Laws of all poses and figures: those that ship, and whatever else is said.

use proptest::prelude::*;
use proptest::{collection, sample};

use super::laws::broken;
use super::solve::solve;
use super::words::read_fact;
use super::*;

/// Words that lines of poses are made of, and some that say nothing.
const WORDS: &[&str] = &[
    "right",
    "left",
    "view",
    "side",
    "front",
    "above",
    "trunk",
    "balanced",
    "spine",
    "neck",
    "bend",
    "turn",
    "look",
    "shrug",
    "hip",
    "knee",
    "ankle",
    "shoulder",
    "elbow",
    "elbows",
    "thigh",
    "shank",
    "arm",
    "forearm",
    "out",
    "foot",
    "feet",
    "free",
    "flat",
    "toes",
    "heels",
    "knees",
    "on",
    "rest",
    "hips",
    "shoulders",
    "hold",
    "at",
    "lift",
    "moving",
    "leaning",
    "hands",
    "hand",
    "floor",
    "forearms",
    "down",
    "overhead",
    "ahead",
    "behind",
    "stay",
    "chest",
    "rack",
    "prayer",
    "reach",
    "crossed",
    "other-knee",
    "ears",
    "with",
    "without",
    "under",
    "kettlebell",
    "barbell",
    "box",
    "bench",
    "band",
    "cable",
    "high",
    "wall",
    "water",
    "rope",
    "0",
    "-10",
    "90",
    "0.24",
    "360",
    "1e9",
    "NaN",
    "é",
    "to",
    ",",
];

fn said(most: usize) -> impl Strategy<Value = String> {
    collection::vec(sample::select(WORDS), 1..most).prop_map(|words| words.join(" "))
}

/// A fact that means something, most of the time.
fn fact() -> impl Strategy<Value = String> {
    let angle = -200..200_i32;
    prop_oneof![
        ("(|right |left )(hip|knee|ankle|shoulder|elbow)", angle.clone())
            .prop_map(|(joint, angle)| format!("{joint} {angle}")),
        ("(trunk|spine|neck|bend|turn|look)", angle).prop_map(|(part, angle)| format!("{part} {angle}")),
        "(|right |left )foot (free|flat|toes|heel|knee)( on 0.2)?",
        "hands (down|overhead|ahead|behind|chest|rack|neck|hips|knees|toes|floor|on 0.3|forearms floor|reach toes|stay)",
        "rest (hips|shoulders|trunk) on 0.25",
        "hold at (1.3|0.6)",
        "view (side|front|above)",
        "with (barbell at (neck|rack)|kettlebell|dumbbells|box under right foot|bench|band under feet|cable high|wall at hands|rod at right hand 0.3 -0.4|rod|racket at left hand 0.1 0.2|board|boat|hoop|tire at hands 0.2 0.4|cones|rungs)",
        "lift 0.2",
        "moving",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_are_read_or_refused_where_they_are(text in said(8)) {
        let mut pose = Pose::default();
        if let Err(mistake) = read_fact(&mut pose, &text) {
            prop_assert!(text.get(mistake.place.clone()).is_some(), "{mistake:?} in {text:?}");
            prop_assert_eq!(pose, Pose::default());
        }
    }

    #[test]
    fn any_figure_is_read_or_refused_where_it_is(text in said(14)) {
        if let Err(mistake) = read_figure(&text, &pose_named) {
            prop_assert!(text.get(mistake.place.clone()).is_some(), "{mistake:?} in {text:?}");
        }
    }

    #[test]
    fn a_corrected_word_is_understood(at in 0..WORDS.len(), letter in 0..6_usize) {
        let word = WORDS[at];
        if let Some((start, _)) = word.char_indices().nth(letter).filter(|_| word.len() > 5) {
            let slip = format!("{}x{}", &word[..start], &word[start..]);
            if let Err(Mistake { fix: Some(fix), place, .. }) = read_fact(&mut Pose::default(), &slip) {
                prop_assert_eq!(&slip[place], slip.as_str());
                prop_assert_eq!(fix, word);
            }
        }
    }

    /// Whatever is said, a body that is found keeps its limbs, and its numbers can be drawn.
    #[test]
    fn any_pose_is_drawn_or_impossible(facts in collection::vec(fact(), 1..8), more in collection::vec(fact(), 0..4)) {
        let from = facts.join(", ");
        let to = more.iter().fold(String::from("stand"), |text, fact| format!("{text}, {fact}"));
        let text = format!("stand, {from} to {to}");
        let Ok(Said::Poses(figure)) = read_figure(&text, &pose_named) else { return Ok(()) };
        if let Ok(canvas) = figure.draw() {
            let corners = [canvas.low.x, canvas.low.y, canvas.high.x, canvas.high.y];
            prop_assert!(corners.iter().all(|number| number.abs() < 20.0), "{corners:?} of {text}");
            prop_assert_eq!(figure.draw(), Ok(canvas));
        }
    }
}

#[test]
fn every_pose_that_ships_is_read_and_keeps_the_laws() {
    let mut count = 0;
    for name in pose_names() {
        let pose = pose_named(name).unwrap();
        let body = solve(&pose, None).unwrap_or_else(|impossible| panic!("{name}: {impossible:?}"));
        assert_eq!(broken(&pose, &body, None), [], "{name}");
        count += 1;
    }
    assert!(count >= 60, "{count} poses");
}

#[test]
fn hands_and_feet_that_are_planted_stay() {
    let Ok(Said::Poses(figure)) = read_figure("plank to push-up low, hands stay", &pose_named) else {
        panic!("not read")
    };
    let bodies = figure.solve().unwrap();
    for side in [0, 1] {
        assert!((bodies[0].hand[side] - bodies[1].hand[side]).length() < 1e-6);
        assert!((bodies[0].toes[side] - bodies[1].toes[side]).length() < 1e-6);
    }
}

#[test]
fn turned_shoulders_are_near_one_another_from_the_front_and_apart_from_the_side() {
    let apart = |text: &str| {
        let Ok(Said::Poses(figure)) = read_figure(text, &pose_named) else { panic!("{text}") };
        let body = &figure.solve().unwrap()[0];
        body.shoulder[1].x - body.shoulder[0].x
    };
    assert!(apart("front, turn 60") < apart("front") * 0.6);
    assert!(apart("stand").abs() < 1e-9);
    assert!(apart("stand, turn 60") > 0.1, "the left shoulder is to the front");
    assert!(apart("stand, turn -60") < -0.1, "the right one is");
}

#[test]
fn a_band_to_a_post_is_one_line_from_where_it_is() {
    let lines = |text: &str| {
        let Ok(Said::Poses(figure)) = read_figure(text, &pose_named) else { panic!("{text}") };
        let canvas = figure.draw().unwrap();
        canvas
            .marks
            .iter()
            .filter(|mark| mark.ink == Ink::Thing && matches!(mark.form, Form::Line { .. }))
            .count()
    };
    assert_eq!(lines("stand, leaning, with band low ahead at right ankle"), 2, "the band and its post");
    assert_eq!(lines("stand, with band"), 1);
}

#[test]
fn a_body_that_bends_a_knee_the_wrong_way_is_refused() {
    let stand = pose_named("stand").unwrap();
    let mut wrong = Pose::clone(&stand);
    read_fact(&mut wrong, "right knee -60").unwrap();
    let found = solve(&wrong, None).map(|body| broken(&wrong, &body, None));
    assert!(found.is_err() || found.is_ok_and(|broken| !broken.is_empty()));
}
