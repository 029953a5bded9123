//! What workouts read like on the card, in the script and in JSON, from their source on.

use wodc::analysis::{NoFiles, Request, compile};
use wodc::emit::Format;
use wodc::source::SourceFile;

/// Compiles a source without errors into one format.
fn output(source: &str, format: Format, level: &str) -> String {
    use wodc::analysis::Level;
    let level = Level::ALL.into_iter().find(|known| known.name() == level);
    let request = Request { level, formats: vec![format], ..Request::default() };
    let compilation = compile(SourceFile::new("test.wod", source), &request, &NoFiles);
    assert!(!compilation.has_errors(), "{:#?}", compilation.diagnostics);
    let output = compilation.outputs.first().expect("one workout");
    output.content.as_text().expect("it is text").to_owned()
}

/// The card, without what is known of the movements.
fn card(source: &str) -> String {
    card_at(source, "intermediate")
}

fn card_at(source: &str, level: &str) -> String {
    let card = output(source, Format::MARKDOWN, level);
    card.split("## Movements\n").next().expect("a first part").trim_end().to_owned()
}

/// The script, without counting down.
fn script(source: &str) -> String {
    let script = output(source, Format::CUES, "intermediate");
    let counts = |line: &&str| !line.ends_with("  3") && !line.ends_with("  2") && !line.ends_with("  1");
    script.lines().filter(counts).map(|line| format!("{line}\n")).collect()
}

fn json(source: &str) -> serde_json::Value {
    serde_json::from_str(&output(source, Format::JSON, "intermediate")).expect("JSON")
}

#[test]
fn a_dose_on_each_side_is_said_as_it_is_written() {
    let script = script("title \"Walk\"\nwalking lunge 10 per leg alternating @ 2x10kg\n");
    assert!(
        script.contains("10 walking lunges on each leg, alternating, with 2 times 10 kilograms"),
        "{script}"
    );
}

#[test]
fn both_figures_of_a_pair_are_said_and_kept() {
    let source = r#"
title "Row"
row 20/15cal
thruster 10 @ 43/30kg
"#;
    let script = script(source);
    assert!(script.contains("Row, 20 or 15 calories."), "{script}");
    assert!(script.contains("10 thrusters at 43 or 30 kilograms."), "{script}");
    let row = &json(source)["workouts"][0]["timeline"][0];
    assert_eq!(
        (&row["dose_text"], &row["calories"], &row["dose_women"]),
        (&"20/15cal".into(), &20.into(), &15.into())
    );
}

#[test]
fn to_failure_is_as_many_as_you_can_of_what_is_counted_and_as_long_of_what_is_held() {
    let script = script(
        r#"
title "Max"
pull-up 2x max @ bodyweight rest 2min
dead hang max 40s
"#,
    );
    assert!(script.contains("Pull-ups, as many as you can at body weight."), "{script}");
    assert!(script.contains("Dead hang, as long as you can, at most 40 seconds."), "{script}");
}

#[test]
fn targets_of_one_bout_are_joined() {
    let script = script(
        r#"
title "Bike"
bike 3min @ 95% of ftp and 90rpm
suitcase carry 30s right @ 16kg
"#,
    );
    assert!(
        script.contains("Bike, 3 minutes at 95 per cent of F T P and 90 revolutions per minute."),
        "{script}"
    );
    assert!(script.contains("Suitcase carry, right arm, 30 seconds at 16 kilograms."), "{script}");
}

#[test]
fn a_load_is_not_run_into_the_side() {
    let script = script("title \"Row\"\ndumbbell row 10 per arm @ 16kg\n");
    assert!(script.contains("10 dumbbell rows, right arm, at 16 kilograms. Switch when done."), "{script}");
}

#[test]
fn up_to_ninety_seconds_are_said_in_seconds() {
    let script = script(
        r#"
title "Rest"
back squat 2x5 rest 90s

every 90s rounds 2 < burpee 5 >
"#,
    );
    assert!(script.contains("Rest, 90 seconds."), "{script}");
    assert!(script.contains("Every 90 seconds, 2 rounds."), "{script}");
}

#[test]
fn what_is_done_for_time_is_named_in_the_plural_and_its_notes_stand_in_it() {
    let source = r#"
title "Fran"
for time ladder 21-15-9 <
  thruster @ 43/30kg
  note "Break early."
  pull-up
>
"#;
    insta::assert_snapshot!(script(source));
}

#[test]
fn the_clock_is_called_during_long_work_for_time() {
    insta::assert_snapshot!(script(
        r#"
title "Angie"
for time < pull-up 100; push-up 100; sit-up 100; squat 100 >
"#
    ));
}

#[test]
fn sets_on_an_interval_say_so() {
    insta::assert_snapshot!(script("title \"Fifties\"\nswim 3x50m @ hard every 90s\n"));
}

#[test]
fn a_part_whose_first_bout_is_too_short_is_named_in_the_pause_before_it() {
    let source = r#"
title "Hang"
dead hang 20s
rest 1min
circuit "Repeaters" rounds 2 rest 1min between rounds <
  circuit rounds 2 rest 3s between rounds < half-crimp hang 7s @ 20mm >
>
"#;
    insta::assert_snapshot!(script(source));
}

#[test]
fn what_to_do_is_said_before_how_to_do_it() {
    let source = r#"
title "Ladder"
switch 3s
circuit ladder 1 to 3 rest 20s between rounds <
  kettlebell press per arm @ 16/12kg "Squeeze the handle"
  goblet squat @ 16/12kg
>
"#;
    insta::assert_snapshot!(script(source));
}

#[test]
fn notes_at_the_end_are_utterances_of_their_own() {
    let script = script(
        r#"
title "End"
squat 30s
note "Write it down."
"#,
    );
    assert!(script.ends_with("0:30  Done. 30 seconds. Well worked.\n0:34  Write it down.\n"), "{script}");
}

#[test]
fn a_ladder_is_ruled_by_its_rungs() {
    insta::assert_snapshot!(card(
        r#"
title "Annie"
for time ladder 50-40-30-20-10 <
  double-under
  run 200m
>
circuit ladder 1 to 20 < push-up >
"#
    ));
}

#[test]
fn the_forms_a_level_takes_are_told_once_and_not_in_the_tables() {
    insta::assert_snapshot!(card_at(
        r#"
title "Easy"
circuit rounds 2 < squat 30s; push-up 30s >
circuit rounds 2 < squat 20s; rest 10s >
"#,
        "beginner"
    ));
}

#[test]
fn a_wide_table_has_its_cues_below_it() {
    insta::assert_snapshot!(card(
        r#"
title "Carries"
farmer's carry 4x40m @ 2x24kg rest 90s "Quiet feet, long neck, and never in a hurry"
single-arm overhead carry 3x20m per arm @ 12kg rest 60s
"#
    ));
}

#[test]
fn a_part_that_only_holds_another_has_no_table_for_it() {
    insta::assert_snapshot!(card(
        r#"
title "Hang"
circuit "Repeaters" rounds 4 rest 3min between rounds <
  circuit rounds 6 rest 3s between rounds < half-crimp hang 7s @ 20mm >
>
"#
    ));
}

#[test]
fn progressions_stand_behind_what_they_change() {
    insta::assert_snapshot!(card(
        r#"
title "More"
circuit rounds 2 +1 each week rest 90s -15s each round between rounds < goblet squat 8 +1 each round @ 12kg >
"#
    ));
}

#[test]
fn the_rest_between_rounds_for_time_is_said() {
    let source = r#"
title "Barbara"
for time rounds 2 rest 3min between rounds < pull-up 20; squat 50 >
"#;
    let script = script(source);
    assert!(
        script.contains("20 pull-ups, then 50 squats. Between rounds: rest 3 minutes. The clock is running."),
        "{script}"
    );
}

#[test]
fn figures_in_a_name_are_said_one_after_the_other() {
    let script = script("title \"Hips\"\n\"90-90 stretch\" 5 breaths per side\n");
    assert!(script.contains("90 90 stretch, right side, 5 breaths. Switch when done."), "{script}");
}

#[test]
fn repetitions_of_both_legs_are_counted_together_in_data() {
    let step = &json("title \"Walk\"\nwalking lunge 10 per leg alternating\n")["workouts"][0];
    assert_eq!(step["timeline"][0]["reps"], 20);
    assert_eq!(step["blocks"][0]["choices"][0]["dose"]["text"], "10");
}

#[test]
fn a_bout_whose_sides_take_turns_says_so_in_data() {
    let timeline = json(
        r#"
title "Legs"
lunge 30s alternating
squat 30s
"#,
    )["workouts"][0]["timeline"]
        .take();
    assert_eq!((&timeline[0]["alternating"], timeline[1].get("alternating")), (&true.into(), None));
}

#[test]
fn what_covers_distance_or_is_held_is_done_as_long_as_you_can() {
    let script = script(
        r#"
title "Max"
row max 60s
rest 1min
downward dog max 60s
"#,
    );
    assert!(script.contains("Row, as long as you can, at most 1 minute."), "{script}");
    assert!(script.contains("Downward dog, as long as you can, at most 1 minute."), "{script}");
}

#[test]
fn the_load_is_said_where_the_next_set_differs_in_it_alone() {
    let script = script("title \"Drop\"\nleg extension 10 @ 50kg, 10 @ 40kg\n");
    assert!(script.contains("When done: 10 leg extensions at 40 kilograms."), "{script}");
}

#[test]
fn two_hours_and_more_are_told_in_hours() {
    let card = card("title \"Long\"\nrun 20km @ 6:00-6:30/km\n");
    assert!(card.contains("- Time: about 2 h 5 min (2 h – 2 h 10 min)\n"), "{card}");
}

#[test]
fn the_last_and_heaviest_set_is_announced_with_its_load() {
    for source in [
        "title \"531\"\nback squat 5 @ 75%, 3 @ 85%, 1+ @ 95% rest 3min\n",
        "title \"531\"\nback squat 5 @ 75%; rest 3min; back squat 3 @ 85%; rest 3min; back squat 1+ @ 95%\n",
    ] {
        let script = script(source);
        let last = script.lines().rev().nth(1).unwrap();
        assert!(last.to_lowercase().contains("at 95 per cent"), "{script}");
    }
}

#[test]
fn each_time_that_an_amrap_is_done_has_a_place_for_its_result() {
    let thrice = card("circuit rounds 3 < amrap 4min < burpee 5; run 100m >; rest 2min >");
    let places =
        "Results: 1) ____ rounds + ____ reps · 2) ____ rounds + ____ reps · 3) ____ rounds + ____ reps";
    assert!(thrice.contains(places), "{thrice}");
    let once = card("amrap 4min < burpee 5 >");
    assert!(once.contains("Result: ____ rounds + ____ reps"), "{once}");
    let twice =
        card("section \"Twice\" < circuit rounds 2 < for time < run 400m; burpee 10 >; rest 2min > >");
    assert!(twice.contains("Times: 1) ____ · 2) ____"), "{twice}");
    let many = card("circuit rounds 12 < amrap 1min < burpee 5 >; rest 1min >");
    assert!(many.contains("Results: ____\n") || many.ends_with("Results: ____"), "{many}");
}

#[test]
fn a_step_of_some_rounds_says_so_on_the_card_and_is_not_spoken_of_in_the_others() {
    let source = "circuit rounds 3 < row 500m only round 1; squat 15; push-up 10 not round 3 >";
    let card = card(source);
    assert!(card.contains("500 m, round 1 only") && card.contains("10, not in round 3"), "{card}");
    let script = script(source);
    let (first, later) = script.split_once("Round 2 of 3").expect("a second round");
    let (second, third) = later.split_once("Round 3 of 3").expect("a third round");
    assert!(first.contains("ow, 500 metres"), "{script}");
    assert!(!later.contains("500 metres") && !later.contains("only"), "{script}");
    assert!(second.contains("10 push-ups.") && !third.contains("push-up"), "{script}");
}

#[test]
fn a_buy_in_is_said_before_the_rounds_and_counted_once() {
    let source = "amrap 12min < buy-in < run 800m >; pull-up 5; cash-out < row 500m > >";
    let card = card(source);
    assert!(card.contains("800 m, buy-in") && card.contains("500 m, cash-out"), "{card}");
    let script = script(source);
    assert!(
        script.contains(
            "First, once: run, 800 metres. Each round: 5 pull-ups. To finish, once: row, 500 metres."
        ),
        "{script}"
    );
    let steps = &json(source)["workouts"][0]["timeline"][0]["steps"];
    let once: Vec<_> = steps.as_array().unwrap().iter().map(|step| step["once"].as_str()).collect();
    assert_eq!(once, [Some("buy_in"), None, Some("cash_out")], "{steps}");
    let circuit = self::script("circuit rounds 2 < buy-in < bike 2km >; squat 20 >");
    assert!(
        circuit.contains("Buy-in. Bike, 2 kilometres.") && circuit.contains("Round 1 of 2. 20 squats."),
        "{circuit}"
    );
}

#[test]
fn a_range_is_said_as_a_range_unless_the_level_takes_an_end() {
    let sets = "bench press 4x8-10 @ rpe 7-8 rest 2min";
    let script = script(sets);
    assert!(script.contains("8 to 10 bench presses, effort 7 to 8 out of 10."), "{script}");
    let beginner = output(sets, Format::CUES, "beginner");
    assert!(beginner.contains("8 dumbbell bench presses, effort 7 out of 10"), "{beginner}");
    // The clock takes one figure of a range.
    let plank = self::script("plank 30-50s");
    assert!(plank.contains("Plank, 40 seconds."), "{plank}");
}

#[test]
fn a_script_never_says_a_cue_twice_in_a_row_nor_sets_up_twice() {
    let script = script(
        "movement \"toe wave\" < cue \"Spread the toes\" >\ntoe wave 4x45s rest 15s\n\
         back squat 4x5 @ 100kg rest 2min\nback squat 3x3 @ 110kg rest 2min",
    );
    assert_eq!(script.matches("Spread the toes").count(), 1, "{script}");
    assert_eq!(script.matches("Wedge yourself under the bar").count(), 1, "{script}");
    let set = script.find("Wedge yourself").unwrap();
    assert!(set < script.find("Set 2 of 4: 5 back squats").unwrap(), "{script}");
}

#[test]
fn words_that_go_on_with_a_sentence_are_said_in_it() {
    let script = script("clamshell 2x12 per leg \"with a yellow band\" rest 30s");
    assert!(script.contains("12 clamshells, right leg, with a yellow band."), "{script}");
    assert!(!script.lines().any(|line| line.ends_with("  with a yellow band")), "{script}");
    let own = self::script("squat 30s \"chest up\"");
    assert!(own.lines().any(|line| line.ends_with("  chest up")), "{own}");
}

#[test]
fn nobody_is_counted_into_a_stretch() {
    let counted = |source: &str| {
        let script = output(source, Format::CUES, "intermediate");
        script.lines().skip_while(|line| !line.starts_with("0:00")).any(|line| line.ends_with("  1"))
    };
    assert!(counted("squat 30s; push-up 30s"));
    assert!(!counted("squat 30s; hamstring stretch 60s; savasana 5min"));
    assert!(counted("hamstring stretch 60s; squat 30s; savasana 60s"), "into the squats");
    let script = output("savasana 5min", Format::CUES, "intermediate");
    assert!(!script.contains("  3\n"), "not into the first either");
}

#[test]
fn the_next_lift_is_named_with_its_load() {
    let script = script("back squat 3x5 @ 100kg rest 2min; bench press 3x5 @ 80kg rest 2min");
    assert!(script.contains("Next: 5 bench presses at 80 kilograms."), "{script}");
    let short = self::script("circuit rounds 2 < goblet squat 30s @ 16kg; rest 15s; push-up 30s; rest 15s >");
    assert!(short.contains("Next: goblet squat, 30 seconds at 16 kilograms."), "{short}");
    assert!(short.contains("Next: push-up."), "{short}");
}

#[test]
fn a_long_list_is_not_read_out_at_its_start() {
    let four = script("amrap 10min < run 200m; pull-up 5; push-up 10; squat 15 >");
    assert!(four.contains("5 pull-ups, then 10 push-ups, then 15 squats"), "{four}");
    let chipper = script("for time < run 400m; pull-up 30; push-up 40; squat 50; burpee 20 >");
    assert!(chipper.contains("which begins with run, 400 metres"), "{chipper}");
    assert!(!chipper.contains("burpee"), "{chipper}");
}

#[cfg(feature = "html")]
#[test]
fn what_is_loaded_has_a_place_for_the_weight_even_if_none_is_written() {
    let logs = |step: &str| output(step, Format::HTML, "intermediate").contains("kg ×");
    assert!(logs("bench press 4x8-10 @ rpe 8 rest 2min"));
    assert!(logs("leg press 3x12 rest 90s"));
    assert!(logs("EZ bar curl 3x10 rest 60s"));
    assert!(!logs("squat 3x15 rest 60s"));
    assert!(!logs("pull-up 3x5 rest 60s"));
}

#[cfg(feature = "html")]
#[test]
fn an_estimate_is_written_without_parts_of_a_second_and_a_written_time_as_it_is() {
    let workout = r#"
title "Short"
burpee 8
bear crawl 23m
row 333m
plank 33.5s
rest 1:30.5
"#;
    let card = card(workout);
    assert!(card.contains("Time: about 4:49\n"), "{card}");
    assert!(card.contains("33.5 s") && card.contains("1:30.5"), "{card}");
    let page = output(workout, Format::HTML, "intermediate");
    assert!(
        page.contains("about 4:49<") && !page.contains("4:48.") && !page.contains("4:49."),
        "an estimate with parts of a second"
    );
    let script = script(workout);
    assert!(script.contains("33.5 seconds") && script.contains("About 5 minutes."), "{script}");
}

#[cfg(feature = "html")]
#[test]
fn a_step_in_per_cent_leads_to_no_hundredths_of_a_second() {
    let workout =
        "title \"More\"\ncircuit 3 rounds <\nplank 33s +10% each round\nrest 31s +7% each round\n>\n";
    let script = script(workout);
    assert!(script.contains("Plank, 40 seconds.") && script.contains("Rest, 33 seconds."), "{script}");
    let page = output(workout, Format::HTML, "intermediate");
    assert!(page.contains("\"40 s\"") && !page.contains("39.93 s"), "{page}");
}

#[test]
fn a_block_among_steps_is_written_in_its_place_with_its_rules_and_its_result() {
    insta::assert_snapshot!(card(
        r#"
workout "In place" <
circuit "Outer" rounds 2 <
  squat 10
  circuit "Inner" rounds 3 rest 20s between rounds <
    push-up 8 @ rpe 7
    note "Slow down."
    amrap "Deep" 2min < burpee 5 >
    plank 30s
  >
  lunge 10 only round 2
  emom 4min alternating < row 10cal; rest >
  do "Core"
>
>
workout "Core" < v-up 10 >
"#
    ));
}

#[test]
fn the_parts_of_a_part_that_has_no_rows_of_its_own_keep_their_order_among_its_notes() {
    let card = card(
        "title \"Order\"\nsection \"Main\" <\nnote \"First.\"\ncircuit \"One\" rounds 2 < squat 10 >\n\
         note \"Between.\"\ncircuit \"Two\" rounds 2 < lunge 10 >\nnote \"Last.\"\n>\n",
    );
    let places = ["First.", "Main › One", "Between.", "Main › Two", "Last."].map(|said| card.find(said));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {card}");
}

#[test]
fn the_name_of_a_block_that_begins_with_a_note_is_a_line_of_its_own() {
    let card = card(
        "title \"Name\"\ncircuit \"O\" <\nsquat 10\nnote \"a\"\ncircuit \"I\" < note \"b\"; plank 30s >\n>\n",
    );
    assert!(card.contains("\n> a\n\nI\n\n> b\n\n| Movement |"), "{card}");
}

#[cfg(feature = "html")]
#[test]
fn a_block_among_steps_is_on_the_page_in_its_place() {
    let page = output(
        "title \"In place\"\ncircuit \"Outer\" < squat 10; circuit \"Inner\" rounds 3 < plank 30s >; lunge 10 >\n",
        Format::HTML,
        "intermediate",
    );
    let sheet = page.split("<article").nth(1).expect("a sheet");
    let places = ["Squat", "Inner", "3 rounds.", "Plank", "Lunge"].map(|said| sheet.find(said));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    assert!(!sheet.contains("below)"));
}

#[test]
fn a_workout_for_rehabilitation_asks_for_pain() {
    for head in ["scale pain", "tags knee, Rehab"] {
        let source = format!("title \"Knee\"\n{head}\nsquat 10\n");
        let card = card(&source);
        assert!(
            card.contains("## Pain\n\nFrom 0, none, to 10, the worst imaginable: ____"),
            "{head}: {card}"
        );
        assert_eq!(json(&source)["workouts"][0]["scale"], "pain", "{head}");
    }
    let card = card("title \"Legs\"\ntags rehabbed\nsquat 10\n");
    assert!(!card.contains("Pain"), "{card}");
    assert!(json("title \"Legs\"\nsquat 10\n")["workouts"][0].get("scale").is_none());
}

#[cfg(feature = "html")]
#[test]
fn the_page_of_a_workout_for_rehabilitation_asks_for_pain() {
    let asks = |head: &str| {
        let page = output(&format!("title \"Knee\"\n{head}\nsquat 10\n"), Format::HTML, "intermediate");
        (page.contains("<h3>Pain</h3>"), page.contains("How it felt"))
    };
    assert_eq!(asks("scale pain"), (true, false));
    assert_eq!(asks("tags rehab"), (true, false));
    assert_eq!(asks(""), (false, true));
}

/// Returns what the drawing of a workout's timeline says to those who do not see it.
#[cfg(feature = "html")]
fn told_strip(source: &str) -> String {
    let page = output(source, Format::HTML, "intermediate");
    let strip = page.split("class=\"strip\"").nth(1).expect("a strip");
    let told = strip.split("aria-label=\"").nth(1).and_then(|after| after.split('"').next());
    told.expect("a label").trim_start_matches("The whole workout, to scale: ").to_owned()
}

#[cfg(feature = "html")]
#[test]
fn the_strip_tells_how_hard_work_is_where_anything_says_so() {
    let told = |steps: &str| told_strip(&format!("title \"Hard\"\n{steps}\n"));
    assert_eq!(told("plank 60s; rest 30s"), "1:00 of work, 0:30 of rest");
    assert_eq!(
        told("run 4min @ zone 2; run 2min @ zone 3; run 3min @ zone 5; plank 60s; rest 30s"),
        "3:00 of hard work, 2:00 of moderate work, 4:00 of easy work, 1:00 of other work, 0:30 of rest"
    );
    assert_eq!(told("bike 5min @ rpe 3; bike 4min @ rpe 9"), "4:00 of hard work, 5:00 of easy work");
    // A warm-up is easy, and what is done against the clock is hard.
    assert_eq!(told("warmup < plank 60s >; amrap 4min < burpee 5 >"), "4:00 of hard work, 1:00 of easy work");
    let lifts = told(
        "back squat 60s @ 60% \"slow\"; back squat 60s @ 75%; back squat 90s @ 90%; back squat 20s @ 67%; \
         back squat 30s @ 84%; back squat 10s @ 85%",
    );
    assert_eq!(lifts, "1:40 of hard work, 1:50 of moderate work, 1:00 of easy work");
    let of_training_max = told("back squat 60s @ 70% of training max; back squat 90s @ 95% of training max");
    assert_eq!(of_training_max, "1:30 of hard work, 1:00 of easy work");
}

#[cfg(feature = "html")]
#[test]
fn a_pace_is_as_hard_as_it_is_beside_those_that_the_athlete_lists() {
    let told = |listed: &str, pace: &str| {
        told_strip(&format!("title \"Run\"\nathlete \"Sam\" < {listed} >\nrun 10min @ {pace}\n"))
    };
    let both = "pace easy 6:00/km; pace threshold 4:20/km; pace css 1:40/100m";
    assert_eq!(told(both, "4:20/km"), "10:00 of hard work");
    assert_eq!(told(both, "5:00/km"), "10:00 of moderate work");
    assert_eq!(told(both, "6:10/km"), "10:00 of easy work");
    assert_eq!(told("pace easy 6:00/km", "5:00/km"), "10:00 of work", "it may be moderate or hard");
    assert_eq!(
        told("pace css 1:40/100m", "4:20/km"),
        "10:00 of work",
        "a pace of another sport says nothing"
    );
}

#[test]
fn no_mark_of_the_writing_direction_comes_into_the_script() {
    let marks: String = ('\u{202A}'..='\u{202E}')
        .chain('\u{2066}'..='\u{2069}')
        .chain(['\u{200E}', '\u{200F}', '\u{61C}'])
        .collect();
    let source = format!(
        "title \"Leg{marks} day\"\nmovement \"pistol{marks} drill\" < pattern squat; cue \"Heel{marks} down\" >\n\
         note \"First{marks} of all\"\nsection \"Sec{marks}tion\" < \"pistol{marks} drill\" 10 \"Chest{marks} up\"; \"pistol{marks} drill\" 12 >\n\
         amrap 3min until \"you{marks} stop\" < plank 30s >\n"
    );
    let script = output(&source, Format::CUES, "intermediate");
    for said in ["Leg day", "pistol drill", "Heel down", "First of all", "Section", "Chest up", "you stop"] {
        assert!(script.to_lowercase().contains(&said.to_lowercase()), "no `{said}` in {script}");
    }
    assert!(!script.contains(|letter| marks.contains(letter)), "{script:?}");
}
