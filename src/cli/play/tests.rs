//! What is on screen: a few states in a few sizes, and texts that a terminal must not obey.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::{Color, Modifier};

use super::draw::{self, Colours};
use super::face::Face;
use super::keys::Typing;
use super::notebook::Notebook;
use super::{bell::Bell, choose};
use crate::analysis::{NoFiles, Request, analyse};
use crate::date::{DateTime, read, read_time};
use crate::emit::player::model::Playbook;
use crate::play::{Action, LineKey, Phase, Player};
use crate::source::SourceFile;

const SESSION: &str = r#"
workout "Tuesday" <
  by "Coach K"
  note "Drink before you begin."
  circuit rounds 3 < squat 30s; rest 15s; push-up 30s >
  amrap "Engine" 12min < thruster 10 @ 43/30kg; push-up 5 or knee push-up 5; run 200m >
  for time "Sprint" cap 3min < squat 50; burpee 20 >
  back squat 3x5 @ 80kg tempo 3-1-X-0 rest 90s
  plank 40s or squat 10
  note "Stretch tonight."
>"#;

pub(super) fn playbooks(text: &str) -> Vec<Playbook> {
    let analysis = analyse(SourceFile::new("session.wod", text), &Request::default(), &NoFiles);
    assert!(!analysis.has_errors(), "{:#?}", analysis.diagnostics());
    analysis.playbooks()
}

/// Draws what is shown of a workout.
fn screen(player: &Player<'_>, question: &str, (wide, high): (u16, u16)) -> TestBackend {
    let mut terminal = Terminal::new(TestBackend::new(wide, high)).unwrap();
    let face = Face::of(player, question);
    terminal.draw(|frame| draw::draw(frame, &face, Colours::Some)).unwrap();
    terminal.backend().clone()
}

/// Goes to the stage of this number, from 0, and so many seconds into it.
fn player_in(playbook: &Playbook, stage: usize, seconds: i64) -> Player<'_> {
    let mut player = Player::new(playbook);
    player.act(Action::Start, 0);
    (0..=stage).for_each(|_| drop(player.act(Action::Skip, 0)));
    player.look(seconds * 1000);
    assert_eq!(player.phase(), Phase::Stage(stage));
    player
}

/// Returns the number of the first stage whose task has this name.
fn stage_of(playbook: &Playbook, name: &str) -> usize {
    playbook.stages.iter().position(|stage| playbook.tasks[stage.task].name == name).expect("it is there")
}

/// Does what may be done next instead of the movement with this name.
fn swap(player: &mut Player<'_>, name: &str, now_ms: i64) {
    let is_it = |task: &usize| player.playbook().tasks[*task].name == name;
    let task = player.swappable().into_iter().find(is_it).expect("something else may be done");
    let swap = player.next_swap(task);
    player.act(Action::Swap { task, swap }, now_ms);
}

#[test]
fn before_the_start() {
    let playbook = &playbooks(SESSION)[0];
    insta::assert_snapshot!(screen(&Player::new(playbook), "", (60, 16)));
}

#[test]
fn a_bout_by_the_clock() {
    let playbook = &playbooks(SESSION)[0];
    let player = player_in(playbook, 2, 3);
    insta::assert_snapshot!("a_bout_by_the_clock-80x24", screen(&player, "", (80, 24)));
    insta::assert_snapshot!("a_bout_by_the_clock-20x8", screen(&player, "", (20, 8)));
    insta::assert_snapshot!("a_bout_by_the_clock-40x12", screen(&player, "", (40, 12)));
}

#[test]
fn an_amrap_with_its_rounds_and_what_is_done_in_each() {
    let playbook = &playbooks(SESSION)[0];
    let mut player = player_in(playbook, stage_of(playbook, "Engine"), 65);
    player.act(Action::Done, 65_000);
    insta::assert_snapshot!("an_amrap-80x24", screen(&player, "", (80, 24)));
    insta::assert_snapshot!("an_amrap-20x8", screen(&player, "", (20, 8)));
}

#[test]
fn what_is_next_on_the_minute_is_what_is_done_in_it() {
    let playbook = &playbooks("workout \"Odd\" < emom 4min alternating < squat 10; push-up 8 > >")[0];
    let of = |stage| screen(&player_in(playbook, stage, 3), "", (60, 16)).to_string();
    assert!(of(0).contains("Next: Push-up · 8") && of(0).contains("Squat · 10"), "{}", of(0));
    assert!(of(1).contains("Next: Squat · 10"), "{}", of(1));
    assert!(of(3).contains("Then you are done"), "{}", of(3));
}

#[test]
fn a_set_with_load_and_tempo_that_the_athlete_ends() {
    let playbook = &playbooks(SESSION)[0];
    let player = player_in(playbook, stage_of(playbook, "Back squat"), 7);
    insta::assert_snapshot!(screen(&player, "", (80, 24)));
}

#[test]
fn a_pause_is_seen_and_so_is_a_question() {
    let playbook = &playbooks(SESSION)[0];
    let mut player = player_in(playbook, stage_of(playbook, "Sprint"), 100);
    player.act(Action::Pause, 100_000);
    insta::assert_snapshot!("a_pause", screen(&player, "", (60, 16)));
    insta::assert_snapshot!("a_question", screen(&player, "Leave? y or q: yes", (60, 16)));
}

#[test]
fn another_movement_instead() {
    let playbook = &playbooks(SESSION)[0];
    let mut player = player_in(playbook, stage_of(playbook, "Plank"), 7);
    assert!(screen(&player, "", (60, 16)).to_string().contains("Instead: Squat · 10"));
    swap(&mut player, "Plank", 7000);
    insta::assert_snapshot!(screen(&player, "", (60, 16)));
}

#[test]
fn what_is_done_instead_inside_is_listed() {
    let playbook = &playbooks(SESSION)[0];
    let mut player = player_in(playbook, stage_of(playbook, "Engine"), 65);
    let of = |player: &Player<'_>| screen(player, "", (80, 24)).to_string();
    assert!(of(&player).contains("Push-up · 5, or Knee push-up · 5"), "{}", of(&player));
    swap(&mut player, "Push-up", 65_000);
    assert!(of(&player).contains("Knee push-up · 5 "), "{}", of(&player));
    assert!(!of(&player).contains("Push-up · 5"), "{}", of(&player));
    assert!(of(&player).contains("x swap"), "{}", of(&player));

    let playbook = &playbooks("workout \"Odd\" < emom 4min < push-up 8 > >")[0];
    let mut player = player_in(playbook, 0, 3);
    assert!(of(&player).contains("Easier than Push-up: Negative push-up · 8"), "{}", of(&player));
    swap(&mut player, "Push-up", 3000);
    assert!(of(&player).contains("Next: Negative push-up · 8"), "{}", of(&player));
}

#[test]
fn behind_several_pauses_the_work_is_told() {
    let text = "workout \"Sides\" < transition 5s; side plank 20s; rest 10s; rest 20s; squat 10 >";
    let playbook = &playbooks(text)[0];
    let of = screen(&player_in(playbook, 0, 3), "", (80, 24)).to_string();
    assert!(of.contains("then Squat · 10"), "{of}");
}

#[test]
fn the_end_lists_what_was_done() {
    let playbook = &playbooks("workout \"Short\" < circuit rounds 2 < squat 30s; push-up 10 > >")[0];
    let mut player = player_in(playbook, 0, 29);
    player.act(Action::Done, 41_000);
    player.act(Action::Skip, 50_000);
    player.act(Action::Done, 51_500);
    insta::assert_snapshot!("the_end", screen(&player, "", (50, 14)));
    insta::assert_snapshot!("the_end_as_text", player.summary().write());
}

#[test]
fn several_workouts_are_chosen_from_a_list_in_any_size() {
    let text: String =
        (1..=12).map(|n| format!("workout \"Day {n}\" < circuit rounds {n} < squat 30s > >\n")).collect();
    let playbooks = playbooks(&text);
    let list = |(wide, high), at| {
        let mut terminal = Terminal::new(TestBackend::new(wide, high)).unwrap();
        terminal.draw(|frame| choose::draw(frame, &playbooks, at)).unwrap();
        terminal.backend().to_string()
    };
    insta::assert_snapshot!("a_list-40x8", list((40, 8), 9));
    insta::assert_snapshot!("a_list-20x8", list((20, 8), 0));
    assert_eq!(choose::by_name(&playbooks, "day 3").unwrap(), 2);
    assert_eq!(choose::by_name(&playbooks, "y 12").unwrap(), 11, "a part is enough");
    assert_eq!(choose::by_name(&playbooks, "DAY 1").unwrap(), 0, "a whole title goes before a part");
    let trouble = choose::by_name(&playbooks, "day").unwrap_err().to_string();
    assert!(
        trouble.starts_with("several workouts are named like `day`; there is `Day 1`, `Day 2`,"),
        "{trouble}"
    );
    let trouble = choose::by_name(&playbooks, "legs").unwrap_err().to_string();
    assert!(trouble.starts_with("there is no workout `legs`; there is `Day 1`,"), "{trouble}");
}

/// Texts that would move the cursor, ring, or turn the line around, and names that are long or wide. The language lets
/// no control character through; a player does not rely on it.
fn hostile() -> Vec<Playbook> {
    let long = "very ".repeat(15) + "long press";
    let texts = [
        "\u{1b}[2J\u{1b}]0;owned\u{7} \u{9b}31m \u{202e}drow \u{8}\u{7f}\r\n",
        "俯卧撑 👩‍👩‍👧‍👦 e\u{301}e\u{301} 🏋️‍♀️ ｗｉｄｅ",
        "</script><img src=x> | \\ $x$ #include",
        &long,
    ];
    let workout = "movement \"NAME\" < cue \"NAME\"; easier \"NAME light\" >
        workout \"NAME\" < by \"NAME\"; note \"NAME\"
        circuit \"NAME\" rounds 2 < \"NAME\" 30s; rest 15s; \"NAME\" 10 >
        amrap \"NAME\" 2min < \"NAME\" 10; \"NAME\" 5 >; note \"NAME\" >";
    texts.iter().map(|text| renamed(playbooks(workout).remove(0), text)).collect()
}

/// Puts a text in the place of every `name` of a playbook.
fn renamed(mut playbook: Playbook, text: &str) -> Playbook {
    let swap =
        |old: &mut String| *old = old.replace("NAME", text).replace("Name", text).replace("name", text);
    swap(&mut playbook.title);
    playbook.by.iter_mut().chain(&mut playbook.last_notes).for_each(swap);
    for task in &mut playbook.tasks {
        let of_task = [&mut task.name, &mut task.side, &mut task.dose, &mut task.target];
        of_task.into_iter().chain(&mut task.cues).for_each(swap);
        for other in &mut task.swaps {
            [&mut other.name, &mut other.dose].into_iter().chain(&mut other.cues).for_each(swap);
        }
    }
    for stage in &mut playbook.stages {
        stage.parts.iter_mut().chain(&mut stage.notes).for_each(swap);
    }
    playbook
}

#[test]
fn nothing_a_coach_writes_is_obeyed_and_every_size_has_its_clock() {
    let sizes = [(20, 8), (1, 1), (0, 0), (3, 40), (21, 9), (80, 24), (300, 3), (300, 80)];
    for playbook in &hostile() {
        for (wide, high) in sizes {
            let mut player = Player::new(playbook);
            for turn in 0..60 {
                let action = match turn % 20 {
                    3 => Action::Start,
                    7 => {
                        let task = player.swappable().first().copied().unwrap_or(0);
                        Action::Swap { task, swap: Some(0) }
                    }
                    11 => Action::Pause,
                    12 => Action::Resume,
                    13 => Action::Done,
                    19 => Action::Skip,
                    _ => Action::Start,
                };
                player.act(action, turn * 4000);
                let drawn = screen(&player, "", (wide, high));
                for cell in &drawn.buffer().content {
                    let is_obeyed =
                        |sign: char| sign.is_control() || ('\u{202a}'..='\u{202e}').contains(&sign);
                    assert!(!cell.symbol().contains(is_obeyed), "{:?}", cell.symbol());
                }
                if let (Phase::Stage(_), true) = (player.phase(), wide >= 20 && high >= 3) {
                    let text = drawn.to_string();
                    assert!(text.contains([':', '▀', '█']), "no clock in {wide}x{high}:\n{text}");
                }
            }
        }
    }
}

#[test]
fn long_names_are_wrapped_and_hostile_ones_shown() {
    let playbooks = hostile();
    let obeyed = player_in(&playbooks[0], 0, 3);
    insta::assert_snapshot!("what_is_not_obeyed", screen(&obeyed, "", (60, 16)));
    let long = player_in(&playbooks[3], 0, 3);
    insta::assert_snapshot!("a_long_name-40x16", screen(&long, "", (40, 16)));
    insta::assert_snapshot!("a_long_name-20x8", screen(&long, "", (20, 8)));
}

#[test]
fn without_colours_nothing_is_lost() {
    let playbook = &playbooks(SESSION)[0];
    let player = player_in(playbook, 2, 3);
    let face = Face::of(&player, "");
    let draw = |colours| {
        let mut terminal = Terminal::new(TestBackend::new(60, 16)).unwrap();
        terminal.draw(|frame| draw::draw(frame, &face, colours)).unwrap();
        terminal.backend().clone()
    };
    let (some, none) = (draw(Colours::Some), draw(Colours::None));
    assert_eq!(some.to_string(), none.to_string());
    assert!(some.buffer().content.iter().any(|cell| cell.fg == Color::Green));
    assert!(none.buffer().content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    assert!(none.buffer().content.iter().any(|cell| cell.modifier.contains(Modifier::BOLD)));
}

#[test]
fn the_bell_rings_for_the_last_three_seconds_and_when_it_goes_on() {
    let playbook = &playbooks("workout \"Bell\" < squat 10s; push-up 10; rest 5s >")[0];
    let (mut player, mut bell) = (Player::new(playbook), Bell::default());
    let mut rung = Vec::new();
    let mut look = |player: &mut Player<'_>, from: i64, to: i64| {
        for tenth in from * 10..to * 10 {
            player.look(tenth * 100);
            if bell.rings(player) {
                rung.push(tenth as f64 / 10.0);
            }
        }
    };
    look(&mut player, 0, 1);
    player.act(Action::Start, 1000);
    look(&mut player, 1, 30);
    player.act(Action::Done, 30_000);
    look(&mut player, 30, 32);
    // While the clock stands still, so does the bell.
    player.act(Action::Pause, 32_500);
    look(&mut player, 32, 60);
    player.act(Action::Resume, 60_000);
    look(&mut player, 60, 70);
    let lead_in = [8.0, 9.0, 10.0, 11.0];
    let squat = [18.0, 19.0, 20.0, 21.0];
    let rest = [30.0, 60.5, 61.5, 62.5];
    assert_eq!(rung, [lead_in, squat, rest].concat());
}

#[test]
fn what_is_done_instead_is_shown_wherever_it_is_done() {
    let text = r#"workout "Both" < push-up 5 or knee push-up 5; rest 10s; rest 20s;
        amrap "Engine" 12min < push-up 5 or knee push-up 5; squat 10 > >"#;
    let playbook = &playbooks(text)[0];
    let mut player = player_in(playbook, 0, 1);
    player.act(Action::Swap { task: player.stage().expect("is in a stage").task, swap: Some(0) }, 1000);
    player.act(Action::Done, 1000);
    let face = Face::of(&player, "");
    assert_eq!(face.next, "Next: Rest · 20 s, then Engine", "behind both rests");
    (0..2).for_each(|_| drop(player.act(Action::Skip, 1000)));
    let face = Face::of(&player, "");
    assert_eq!(face.inside, ["Knee push-up · 5", "Squat · 10"]);
}

#[test]
fn what_is_done_instead_on_both_sides_says_so() {
    let text = r#"workout "Sides" < amrap 5min < squat 15 or lunge 10 each leg; plank 20s > >"#;
    let playbook = &playbooks(text)[0];
    let mut player = player_in(playbook, 0, 1);
    let face = Face::of(&player, "");
    assert_eq!(face.inside, ["Squat · 15, or Lunge · 10 per leg", "Plank · 20 s"]);
    let squat = player.swappable()[0];
    player.act(Action::Swap { task: squat, swap: Some(0) }, 1000);
    let face = Face::of(&player, "");
    assert_eq!(face.inside, ["Lunge · 10 per leg", "Plank · 20 s"]);

    let text = r#"workout "Sides" < lunge 8 each leg or deadlift 8 >"#;
    let playbook = &playbooks(text)[0];
    let mut player = player_in(playbook, 0, 1);
    assert_eq!(Face::of(&player, "").detail, "right leg · 8");
    let lunge = player.swappable()[0];
    player.act(Action::Swap { task: lunge, swap: Some(0) }, 1000);
    let face = Face::of(&player, "");
    assert_eq!((face.name.as_str(), face.detail.as_str()), ("Deadlift", "8"), "a deadlift has no side");

    let text = r#"workout "Circles" < hip circle 10 per direction or arm circle 10 per direction >"#;
    let playbook = &playbooks(text)[0];
    let mut player = player_in(playbook, 0, 1);
    let circle = player.swappable()[0];
    player.act(Action::Swap { task: circle, swap: Some(0) }, 1000);
    let face = Face::of(&player, "");
    assert_eq!((face.name.as_str(), face.detail.as_str()), ("Arm circle", "first direction · 10"));
}

const LIFT: &str = r#"athlete "Sam" < bar 20kg; rounding 2.5kg >
workout "Squats" < back squat 3x5 @ 60kg rest 1min; pull-up max >"#;

#[test]
fn what_was_done_before_is_beside_a_set_and_its_line() {
    let results = "results \"Sam\"\n\
        done 2026-01-06 \"Squats\" < back squat 5, 5, 4 @ 57.5kg >\n\
        done 2026-01-09 \"Squats\" < back squat 5, 5 @ 57.5kg, missed @ 57.5kg; pull-up 9 >\n";
    let request = Request { results: Some(SourceFile::new("sam.wod", results)), ..Request::default() };
    let analysis = analyse(SourceFile::new("session.wod", LIFT), &request, &NoFiles);
    let playbook = &analysis.playbooks()[0];
    let mut notebook = Notebook::of(playbook, None, None);
    let sizes = [(80, 24), (40, 20), (20, 8)];
    let all = |notebook: &Notebook<'_>, player: &Player<'_>| {
        sizes.map(|size| noted(notebook, player, size).to_string()).join("\n")
    };
    let mut player = player_in(playbook, 0, 20);
    insta::assert_snapshot!("before-in_the_set", all(&notebook, &player));
    player.act(Action::Done, 21_000);
    assert!(!all(&notebook, &player).contains("Last time"), "that set is over");
    notebook.open(&player);
    (0..2).for_each(|_| notebook.type_key(Typing::Behind, &player));
    insta::assert_snapshot!("before-in_the_line", all(&notebook, &player));
    notebook.type_key(Typing::Close, &player);
    // What is done instead has another history.
    player.act(Action::Skip, 21_000);
    swap(&mut player, "Back squat", 22_000);
    assert!(!all(&notebook, &player).contains("Last time"));
}

/// Draws what is shown of a workout with what is written down of it.
fn noted(notebook: &Notebook<'_>, player: &Player<'_>, (wide, high): (u16, u16)) -> TestBackend {
    let mut terminal = Terminal::new(TestBackend::new(wide, high)).unwrap();
    let face = notebook.on(Face::of(player, ""), player);
    terminal.draw(|frame| draw::draw(frame, &face, Colours::Some)).unwrap();
    terminal.backend().clone()
}

/// Types letters in the line that is open.
fn type_in<'p>(notebook: &mut Notebook<'p>, player: &Player<'p>, text: &str) {
    for letter in text.chars() {
        notebook.type_key(Typing::Key(LineKey::Letter(letter)), player);
    }
}

#[test]
fn a_set_is_written_down_in_its_rest() {
    let playbook = &playbooks(LIFT)[0];
    let mut player = player_in(playbook, 0, 20);
    let mut notebook = Notebook::of(playbook, None, Some("sam-results.wod".to_owned()));
    notebook.begin(DateTime::new(read("2026-01-09").unwrap(), read_time("18:40").unwrap()));
    let all = |notebook: &Notebook<'_>, player: &Player<'_>| {
        let sizes = [(80, 24), (40, 20), (20, 8)];
        sizes.map(|size| noted(notebook, player, size).to_string()).join("\n")
    };
    insta::assert_snapshot!("noting-in_the_set", all(&notebook, &player));
    player.act(Action::Done, 21_000);
    insta::assert_snapshot!("noting-in_the_rest", all(&notebook, &player));
    notebook.open(&player);
    insta::assert_snapshot!("noting-a_line", all(&notebook, &player));
    type_in(&mut notebook, &player, "60 x");
    notebook.type_key(Typing::Keep, &player);
    insta::assert_snapshot!("noting-a_line_that_is_wrong", all(&notebook, &player));
    type_in(&mut notebook, &player, " \u{1b}[31mvery long: 俯卧撑俯卧撑俯卧撑 and more of it, to the end");
    notebook.type_key(Typing::Key(LineKey::Left), &player);
    insta::assert_snapshot!("noting-a_long_line", all(&notebook, &player));
    notebook.type_key(Typing::Close, &player);
    notebook.missed(&player);
    assert!(noted(&notebook, &player, (20, 8)).to_string().contains("missed · Back squat…"));
    notebook.end(&player);
    notebook.type_key(Typing::Close, &player);
    insta::assert_snapshot!("noting-results", all(&notebook, &player));
}
