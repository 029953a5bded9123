use std::fs;
use std::path::Path;

use super::*;
use crate::analysis::{NoFiles, Request, add_up, diagnose};
use crate::catalog;
use crate::check::program::{LoadKind, Unit};
use crate::season::Travel;
use crate::source::SourceFile;

/// Adds up what was done, in a file of Sam's results that has no mistakes.
fn of(done: &str) -> Progress {
    let source = || SourceFile::new("sam-results.wod", format!("results \"Sam\"\n{done}"));
    let found = diagnose(source(), &Request::default(), &NoFiles);
    assert!(!found.has_errors(), "{:?}", found.diagnostics);
    add_up(source(), &Request::default(), &NoFiles).unwrap()
}

/// Adds up what was done in a program, which may have an athlete and plans.
fn in_program(program: &str, done: &str) -> Progress {
    let results = SourceFile::new("sam-results.wod", format!("results \"Sam\"\n{done}"));
    let request = Request { results: Some(results), ..Request::default() };
    let athlete = if program.contains("athlete ") { "" } else { "athlete \"Sam\" < rounding 2.5kg >\n" };
    let source = || SourceFile::new("plan.wod", format!("{athlete}{program}"));
    let found = diagnose(source(), &request, &NoFiles);
    assert!(!found.has_errors(), "{:?}", found.diagnostics);
    add_up(source(), &request, &NoFiles).unwrap()
}

/// Writes the sessions of the only plan as `1 A done`.
fn states(progress: &Progress) -> Vec<String> {
    let [plan] = progress.plans.as_slice() else { panic!("{:?}", progress.plans) };
    let of =
        |one: &PlanSession| format!("{} {} {:?}", one.week, one.title.as_deref().unwrap_or("-"), one.state);
    plan.sessions.iter().map(of).collect()
}

/// Writes the heaviest sets of the only plan's lifts as `1 back squat 60 65`.
fn top_sets(progress: &Progress) -> Vec<String> {
    let load = |set: Option<TopSet>| set.map_or("-".to_owned(), |set| (set.load / 1000).to_string());
    let lifts =
        progress.plans[0].weeks.iter().flat_map(|week| week.lifts.iter().map(move |lift| (week, lift)));
    let of = |(week, lift): (&PlanWeek, &PlanLift)| {
        format!("{} {} {} {}", week.number, lift.name, load(lift.planned), load(lift.done))
    };
    lifts.map(of).collect()
}

const DATED: &str = "workout \"A\" < back squat 3x5 @ 60kg +2.5kg each success rest 3min >
plan \"P\" weeks 4 starts 2026-01-05 < monday, thursday < do \"A\" > >";

#[test]
fn a_session_of_a_plan_is_done_skipped_not_written_down_or_to_come() {
    let progress = in_program(
        DATED,
        "done 2026-01-05 \"A\" < back squat 3x5 >; done 2026-01-08 \"A\" < skipped \"ill\" >
         done 2026-01-15 \"A\" < back squat 3x5 >; done 2026-01-10 \"Walk\" < walk 5km >",
    );
    let expected =
        ["1 A Done", "1 A Skipped", "1 Walk Extra", "2 A Unwritten", "2 A Done"].map(str::to_owned);
    assert_eq!(states(&progress), expected);
    let plan = &progress.plans[0];
    assert_eq!((plan.weeks.len(), plan.all_weeks), (2, 4));
    let to_come = in_program(DATED, "done 2026-01-05 \"A\" < back squat 3x5 >");
    assert_eq!(states(&to_come), ["1 A Done", "1 A ToCome"]);
}

#[test]
fn what_was_done_before_a_plan_began_or_belongs_to_another_is_not_extra() {
    let progress = in_program(
        DATED,
        "done 2026-01-02 \"A\" < back squat 3x5 @ 50kg >; done 2026-01-06 \"B\" of \"Q\" < run 5km >
         done 2026-01-05 \"A\" < back squat 3x5 >",
    );
    assert_eq!(states(&progress), ["1 A Done", "1 A ToCome"]);
    assert_eq!(progress.plans[0].weeks[0].by(Travel::Foot).0, Pair::default());
    let before = in_program(DATED, "done 2026-01-02 \"A\" < back squat 3x5 @ 50kg >");
    assert_eq!((states(&before), before.plans[0].weeks.len()), (Vec::new(), 0));
}

#[test]
fn a_plan_without_dates_goes_by_the_order_of_its_sessions() {
    let program = "workout \"A\" < back squat 3x5 @ 60kg rest 3min >; workout \"B\" < run 5km >
        plan \"P\" weeks 3 < monday < do \"A\" > thursday < do \"B\" > >";
    let progress = in_program(
        program,
        "done 2026-01-01 \"Old\" < run 3km >; done 2026-01-05 \"A\" < back squat 3x5 >
         done 2026-01-09 \"Walk\" < walk 5km >; done 2026-01-14 \"B\" of \"P\" < run 5km >
         done 2026-01-15 \"A\" < back squat 3x5 >; done 2026-01-16 \"Later\" < run 3km >",
    );
    assert_eq!(states(&progress), ["1 A Done", "1 B Done", "1 Walk Extra", "2 A Done", "2 B ToCome"]);
}

#[test]
fn loads_are_planned_as_they_were_shown_and_a_set_that_names_none_was_done_with_them() {
    let progress = in_program(
        DATED,
        "done 2026-01-05 \"A\" < back squat 3x5 >; done 2026-01-08 \"A\" < back squat 5, 5, 4 @ 65kg >
         done 2026-01-12 \"A\" < back squat 5, 5, 5 @ 62.5kg >",
    );
    // The second week plans what its later session shows: 65 kg after the success.
    assert_eq!(top_sets(&progress), ["1 back squat 62 65", "2 back squat 65 62"]);
}

#[test]
fn of_alternatives_the_first_is_planned_and_another_only_where_it_was_done() {
    let program = "workout \"A\" < barbell row 3x5 @ 50kg or lat pulldown 3x8 @ 40kg rest 2min >
        plan \"P\" weeks 2 starts 2026-01-05 < monday < do \"A\" > >";
    let first = in_program(program, "done 2026-01-05 \"A\" < barbell row 3x5 >");
    assert_eq!(top_sets(&first), ["1 bent-over row 50 50"]);
    let other = in_program(program, "done 2026-01-05 \"A\" < lat pulldown 3x8 @ 45kg >");
    assert_eq!(top_sets(&other), ["1 bent-over row 50 -", "1 lat pulldown 40 45"]);
}

#[test]
fn a_week_has_what_was_planned_and_what_was_done_of_each_muscle_and_way() {
    let program =
        "workout \"A\" < back squat 3x5 @ 60kg rest 3min; farmer carry 2x50m @ 20kg; run 5km @ 6:00/km >
        plan \"P\" weeks 1 starts 2026-01-05 < monday < do \"A\" > >";
    let progress = in_program(
        program,
        "done 2026-01-05 \"A\" < back squat 2x5; farmer carry 2x50m @ 20kg; run 5km in 29:00 >",
    );
    let week = &progress.plans[0].weeks[0];
    let main = &catalog::look_up("back squat").unwrap().muscles[0];
    assert_eq!(week.muscles[main], Pair { planned: 3000, done: 2000 });
    let (distance, time) = week.by(Travel::Foot);
    assert_eq!(distance, Pair { planned: 5_000_000, done: 5_000_000 });
    assert_eq!(time, Pair { planned: 30 * 60_000, done: 29 * 60_000 });
}

/// Writes the minutes in each zone on foot in the only week: easy, moderate, hard, unknown.
fn minutes(athlete: &str, done: &str) -> [i64; 4] {
    let athlete = format!("athlete \"Sam\" < {athlete} >\nworkout \"W\" < run 1km >");
    let zones = in_program(&athlete, &format!("done 2026-01-05 < {done} >")).weeks[0].by(Travel::Foot).zones;
    [zones.easy, zones.moderate, zones.hard, zones.unknown].map(|zone| zone.time_ms / 60_000)
}

#[test]
fn a_heart_rate_says_the_zone_only_beside_the_athletes_highest() {
    let runs = "run 5km in 30:00 @ 147bpm; run 5km in 20:00 @ 156bpm; run 5km in 10:00 @ 160bpm";
    assert_eq!(minutes("max heart rate 180bpm", runs), [30, 20, 10, 0]);
    assert_eq!(minutes("bodyweight 70kg", runs), [0, 0, 0, 60]);
}

#[test]
fn an_effort_says_the_zone_where_no_heart_rate_does() {
    let runs = "run 30min @ rpe 4; run 20min @ rpe 6; run 10min @ rpe 7; easy run 5min";
    assert_eq!(minutes("max heart rate 180bpm", runs), [30, 20, 10, 5]);
}

#[test]
fn a_pace_says_the_zone_of_one_run_beside_the_paces_of_the_athlete() {
    let athlete = "pace easy 6:00/km; pace 5k 4:30/km";
    assert_eq!(minutes(athlete, "run 5km in 31:00; run 4km in 20:00; run 2km in 9:00"), [31, 20, 9, 0]);
    // Rests are in the time of repeats; nobody runs a hill, a trail or a walk at the pace of the road.
    let others = "run 5x400m in 15:00; trail run 5km in 35:00; walk 2km in 20:00";
    assert_eq!(minutes(athlete, others), [0, 0, 0, 70]);
    assert_eq!(minutes("pace 5k 4:30/km", "run 4km in 20:00"), [0, 0, 0, 20]);
}

#[test]
fn the_time_of_sets_that_differ_is_not_divided_among_zones() {
    let done = "run 2km @ 140bpm, 1km @ 170bpm in 20:00";
    assert_eq!(minutes("max heart rate 180bpm", done), [0, 0, 0, 20]);
}

#[test]
fn a_sport_is_not_judged_by_the_paces_of_another() {
    let program = "athlete \"Sam\" < pace easy 6:00/km; pace 5k 4:30/km >\nworkout \"W\" < run 1km >";
    let progress = in_program(program, "done 2026-01-05 < bike 20km in 40:00 >");
    let zones = progress.weeks[0].by(Travel::Bike).zones;
    assert!(!zones.is_known());
    assert_eq!(zones.unknown, Covered { distance_mm: 20_000_000, time_ms: 40 * 60_000 });
}

#[cfg(feature = "pdf")]
#[test]
fn names_and_notes_on_paper_are_data_and_nothing_at_all_has_a_page() {
    let source = |text: &str| add_up(SourceFile::new("a.wod", text), &Request::default(), &NoFiles).unwrap();
    let find = |_: char| None;
    let options = crate::emit::SheetOptions::default();
    let typst = HOSTILE.replace("![a](b)", "#panic() $x$ *b* @ref \\\\").replace("\u{7}", &"w".repeat(300));
    for text in [typst.as_str(), "results \"Sam\"\n", "results \"S\"\ndone 2026-01-05 < squat 5 @ 60kg >\n"] {
        let draft = draft(&source(text), options, &find).unwrap();
        assert!(draft.print().unwrap().starts_with(b"%PDF-"));
        if text == typst {
            let data: serde_json::Value = serde_json::from_str(draft.data()).unwrap();
            let cells = data["report"]["sections"].to_string();
            assert!(
                cells.contains("</h2><script>alert(1)</script>") && cells.contains("#panic() $x$ *b* @ref")
            );
            let pictures = data["pictures"].to_string();
            assert!(!pictures.contains("script") && pictures.contains("<svg"), "{pictures}");
        }
    }
}

/// Writes estimates as `2026-01-05 67.5 of 5 @ 60`.
fn estimates(lift: &LiftProgress) -> Vec<String> {
    let kilograms = |milli: i64| milli as f64 / 1000.0;
    let of = |one: &Estimate| {
        let (max, load) = (kilograms(one.max), kilograms(one.load));
        format!("{} {max} of {} @ {load}", date::write(one.date), one.reps)
    };
    lift.estimates.iter().map(of).collect()
}

/// Writes bests as `5 @ 60`.
fn bests(lift: &LiftProgress) -> Vec<String> {
    lift.bests.iter().map(|best| format!("{} @ {}", best.amount / 1000, best.load / 1000)).collect()
}

#[test]
fn a_session_is_estimated_by_its_best_set_of_up_to_ten_repetitions() {
    let progress = of("done 2026-01-05 < back squat 5 @ 60kg, 10 @ 60kg, 12 @ 60kg >
         done 2026-01-07 < back squat 15 @ 40kg >
         done 2026-01-09 < back squat 1 @ 90kg, missed @ 95kg, 0 @ 200kg >");
    let [squat] = progress.lifts.as_slice() else { panic!("{:?}", progress.lifts) };
    assert_eq!((squat.name.as_str(), squat.sessions), ("back squat", 3));
    assert_eq!(estimates(squat), ["2026-01-05 80 of 10 @ 60", "2026-01-09 90 of 1 @ 90"]);
}

#[test]
fn what_was_not_all_of_the_load_is_not_estimated() {
    let progress = of("done 2026-01-05 < pull-up 5 @ bodyweight +10kg, 5 @ -20kg >");
    let kinds: Vec<LoadKind> = progress.lifts.iter().map(|lift| lift.kind).collect();
    assert_eq!(kinds, [LoadKind::OnTop, LoadKind::Help]);
    assert!(progress.lifts.iter().all(|lift| lift.estimates.is_empty() && lift.bests.len() == 1));
}

#[test]
fn a_best_is_left_out_where_a_longer_set_was_as_heavy() {
    let progress = of("done 2026-01-05 < back squat 5 @ 100kg, 3 @ 105kg, 8 @ 100kg, 1 @ 105kg >
         done 2026-01-07 < back squat 3 @ 105kg, 2 @ 104kg >");
    assert_eq!(bests(&progress.lifts[0]), ["3 @ 105", "8 @ 100"]);
    assert_eq!(date::write(progress.lifts[0].bests[0].date), "2026-01-05");
}

#[test]
fn the_best_of_help_is_the_least() {
    let progress = of("done 2026-01-05 < pull-up 5 @ -30kg, 5 @ -20kg, 3 @ -10kg >");
    assert_eq!(bests(&progress.lifts[0]), ["3 @ 10", "5 @ 20"]);
}

#[test]
fn repetitions_distances_and_times_are_bests_of_their_own() {
    let progress = of("done 2026-01-05 < farmer carry 40m @ 32kg, 20m @ 40kg, 30s @ 36kg >");
    let of: Vec<(Unit, i64)> = progress.lifts[0].bests.iter().map(|best| (best.of, best.amount)).collect();
    assert_eq!(of, [(Unit::Metre, 20_000), (Unit::Metre, 40_000), (Unit::Second, 30_000)]);
}

#[test]
fn a_set_without_a_load_was_done_with_the_one_that_was_asked_for() {
    let progress = of("done 2026-01-05 < back squat 5, 5 asked 2x5 @ 60kg >
         done 2026-01-07 < back squat 5, 5 >");
    assert_eq!(estimates(&progress.lifts[0]), ["2026-01-05 67.5 of 5 @ 60"]);
}

#[test]
fn loads_of_a_lift_are_in_the_unit_of_the_last() {
    let progress = of("done 2026-01-05 < back squat 1 @ 100kg >; done 2026-01-07 < back squat 1 @ 225lb >");
    let squat = &progress.lifts[0];
    let loads: Vec<i64> = squat.estimates.iter().map(|one| one.load).collect();
    assert_eq!((squat.unit, loads), (Unit::Pound, vec![220_462, 225_000]));
    assert_eq!(bests(squat), ["1 @ 225"]);
}

#[test]
fn names_of_one_movement_are_one_lift() {
    let progress =
        of("done 2026-01-05 < push-ups 5 @ bodyweight >; done 2026-01-07 < pushup 6 @ bodyweight >");
    let lifts: Vec<(&str, usize)> =
        progress.lifts.iter().map(|lift| (lift.name.as_str(), lift.sessions)).collect();
    assert_eq!(lifts, [("push-up", 2)]);
}

#[test]
fn a_muscle_that_helps_counts_half_and_so_does_one_side() {
    let squat = catalog::look_up("back squat").unwrap();
    let (main, helps) = (&squat.muscles[0], &squat.secondary[0]);
    let week = &of("done 2026-01-05 < back squat 5, 5, missed @ 60kg >").weeks[0];
    assert_eq!((week.muscles[main], week.muscles[helps]), (2000, 1000));
    let main = &catalog::look_up("split squat").unwrap().muscles[0];
    let both = of("done 2026-01-05 < split squat 3x8 per leg @ 20kg >");
    let apart =
        of("done 2026-01-05 < split squat 8 right, 8 left, 8 right, 8 left, 8 right, 8 left @ 20kg >");
    assert_eq!((both.weeks[0].muscles[main], apart.weeks[0].muscles[main]), (3000, 3000));
}

#[test]
fn weeks_begin_on_monday_and_those_without_sessions_are_not_there() {
    let progress = of("done 2026-01-11 < squat 5 >; done 2026-01-12 < squat 5 >; done 2026-01-26 < squat 5 >
         done 2026-01-20 < skipped \"ill\" >; done 2026-01-27 < squat 5; squat skipped >");
    let weeks: Vec<(String, u32)> =
        progress.weeks.iter().map(|week| (date::write(week.monday), week.sessions)).collect();
    let expected = [("2026-01-05", 1), ("2026-01-12", 1), ("2026-01-26", 2)];
    assert_eq!(weeks, expected.map(|(monday, sessions)| (monday.to_owned(), sessions)));
}

#[test]
fn ground_is_added_up_by_its_way_and_paces_are_of_what_has_both_figures() {
    let progress = of("done 2026-01-05 < run 10km in 50:00 @ 150bpm; run 5km; run 30min @ 140bpm >
         done 2026-01-06 < row 4x500m in 8:00; bike 20km in 40:00 >");
    let week = &progress.weeks[0];
    let foot = week.by(Travel::Foot);
    assert_eq!((foot.bouts, foot.distance_mm, foot.time_ms), (3, 15_000_000, 80 * 60_000));
    assert_eq!(foot.pace_ms(1_000_000), Some(300_000));
    assert_eq!(foot.heart_rate.get(), Some(145_000));
    // One figure for five runs counts once.
    let repeats = of("done 2026-01-05 < run 5x400m @ 171bpm; run 5km @ 142bpm; run 8km @ 146bpm >");
    assert_eq!(repeats.weeks[0].by(Travel::Foot).heart_rate.get(), Some(153_000));
    assert_eq!(week.by(Travel::Row).pace_ms(500_000), Some(120_000));
    assert_eq!(week.by(Travel::Bike).distance_mm, 20_000_000);
    assert_eq!(week.by(Travel::Swim), &Ground::default());
    assert!(week.muscles.is_empty());
}

#[test]
fn a_name_that_nobody_knows_is_listed_once_and_is_still_a_lift() {
    let progress =
        of("done 2026-01-05 < \"zorb press\" 5 @ 20kg >; done 2026-01-06 < \"Zorb press\" 5 @ 22kg >");
    assert_eq!(progress.unknown, ["zorb press"]);
    assert_eq!(progress.lifts[0].sessions, 2);
    assert!(progress.weeks[0].muscles.is_empty());
}

#[test]
fn what_is_written_in_another_order_adds_up_to_the_same() {
    let (one, other) =
        ("done 2026-01-05 < squat 5 @ 60kg >\n", "done 2026-01-07 < squat 5 @ 65kg; felt 7 >\n");
    let (there, back) = (of(&format!("{one}{other}")), of(&format!("{other}{one}")));
    assert_eq!(write(&there, Form::Json), write(&back, Form::Json));
    assert_eq!(write(&there, Form::Text), write(&back, Form::Text));
}

#[test]
fn nothing_at_all_is_said_in_every_form() {
    let none = of("");
    assert_eq!(write(&none, Form::Text), "Progress of Sam\nNothing is written down yet.\n");
    assert_eq!(write(&none, Form::Markdown), "# Progress of Sam\n\nNothing is written down yet.\n");
    assert!(write(&none, Form::Json).contains("\"sessions\": []"));
    #[cfg(feature = "html")]
    assert!(write(&none, Form::Html).contains("<p>Nothing is written down yet.</p>"));
}

/// Names and notes that would be markup, if they could.
const HOSTILE: &str = "results \"<b>Sam</b> | *a* \u{1b}[31m\"
done 2026-01-05 \"</h2><script>alert(1)</script>\" < \"x | `y` <i> _z_\" 5 @ 20kg; felt 7; note \"![a](b) & ' \u{202e} # c\" >
done 2026-01-12 \"- a\" < \"x | `y` <i> _z_\" 5 @ 22kg; felt 8; note \"<!-- \u{7} -->\" >
";

fn hostile(form: Form) -> String {
    let source = SourceFile::new("hostile.wod", HOSTILE);
    write(&add_up(source, &Request::default(), &NoFiles).unwrap(), form)
}

#[test]
fn names_and_notes_stay_text_in_the_terminal_and_in_markdown() {
    for form in [Form::Text, Form::Markdown] {
        let written = hostile(form);
        assert!(!written.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{written}");
    }
    let markdown = hostile(Form::Markdown);
    assert!(markdown.contains("### X \\| \\`y\\` \\<i> \\_z\\_\n"), "{markdown}");
    assert!(markdown.contains("| \\</h2>\\<script>alert(1)\\</script> |"), "{markdown}");
    assert!(hostile(Form::Text).contains("  2026-01-12  - a "));
}

#[cfg(feature = "html")]
#[test]
fn names_and_notes_open_no_element_of_a_page() {
    let page = hostile(Form::Html);
    for element in ["<b>", "<script", "<i>", "<!--", "</h2><"] {
        assert!(!page.replace("</h2><div", "").contains(element), "{element}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn names_and_notes_are_the_same_in_the_data() {
    let data: serde_json::Value = serde_json::from_str(&hostile(Form::Json)).unwrap();
    assert_eq!(data["athlete"], "<b>Sam</b> | *a* \u{1b}[31m");
    assert_eq!(data["sessions"][1]["notes"][0], "<!-- \u{7} -->");
    assert_eq!(data["lifts"][0]["movement"], "x | `y` <i> _z_");
}

#[test]
fn the_published_schema_is_the_one_that_the_types_make() {
    let published = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/wodc-progress-1.schema.json");
    let kept = fs::read_to_string(published).unwrap_or_default();
    assert!(kept == schema(), "docs/wodc-progress-1.schema.json is not what `wodc schema progress` prints");
}

#[test]
fn sides_count_apart_for_the_load_that_was_asked() {
    let line = "split squat 8 right, 8 left, 8 right, 7 left asked 8 @ 20kg, 8 @ 24kg";
    let progress = of(&format!("done 2026-01-05 < {line} >"));
    let loads: Vec<i64> = progress.lifts[0].last_sets.iter().map(|set| set.load / 1000).collect();
    assert_eq!(loads, [20, 20, 24, 24]);
    let plan = "workout \"A\" < split squat 8 @ 20kg, 8 @ 24kg per leg >
plan \"P\" weeks 1 starts 2026-01-05 < monday < do \"A\" > >";
    let missed = "split squat 8 right, 8 left, missed right, missed left";
    let progress = in_program(plan, &format!("done 2026-01-05 \"A\" < {missed} >"));
    assert_eq!(top_sets(&progress), ["1 split squat 24 20"]);
}

#[test]
fn of_an_amrap_no_ground_is_planned_that_nobody_knows() {
    let plan = "workout \"A\" < amrap 20min < run 400m; squat 10 > >
plan \"P\" weeks 1 starts 2026-01-05 < monday < do \"A\" > >";
    let progress = in_program(plan, "done 2026-01-05 \"A\" < rounds 5 >");
    let week = &progress.plans[0].weeks[0];
    let foot = Travel::Foot as usize;
    assert_eq!((week.distance_mm[foot].planned, week.time_ms[foot].planned > 0), (400_000, true));
}
