//! What is beside the cells of a sheet: the last time, the best, and what is aimed at.

use serde_json::Value;
use wodc::analysis::{Request, compile};
use wodc::diagnostic::Severity;
use wodc::emit::Format;
use wodc::source::SourceFile;

use crate::read::{Alone, json};

const SAM: &str = "athlete \"Sam\" < bar 20kg; rounding 2.5kg >\n";

/// Returns an output of a program with results. Fails if there are errors in it.
fn output(format: Format, program: &str, results: Option<&str>) -> String {
    let results = results.map(|text| SourceFile::new("results.wod", format!("results \"Sam\"\n{text}")));
    let request = Request { formats: vec![format], results, ..Request::default() };
    let program = SourceFile::new("program.wod", format!("{SAM}{program}"));
    let compilation = compile(program, &request, &Alone);
    let errors: Vec<_> =
        compilation.diagnostics.iter().filter(|one| one.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    compilation.outputs.first().expect("an output").content.as_text().unwrap().to_owned()
}

/// Returns the columns `Movement`, `Last time` and `Best` of a card, a row a line.
fn card(program: &str, results: &str) -> Vec<String> {
    let card = output(Format::MARKDOWN, program, Some(results));
    let mut found = Vec::new();
    let mut columns: Vec<usize> = Vec::new();
    for line in card.lines().filter(|line| line.starts_with('|') && !line.starts_with("| --")) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if cells.contains(&"Movement") {
            let wanted = ["Movement", "Last time", "Best"];
            columns = wanted
                .iter()
                .map(|head| cells.iter().position(|cell| cell == head).unwrap_or(usize::MAX))
                .collect();
        } else {
            let row: Vec<&str> =
                columns.iter().map(|&column| cells.get(column).copied().unwrap_or("")).collect();
            found.push(row.join("; "));
        }
    }
    found
}

/// Returns the lines that the playbook of a page asks for.
#[cfg(feature = "html")]
fn asked(program: &str, results: Option<&str>) -> Vec<Value> {
    let page = output(Format::HTML, program, results);
    let playbook = page.split("id=\"playbook\">").nth(1).unwrap().split("</script>").next().unwrap();
    let playbook: Value = serde_json::from_str(playbook).unwrap();
    playbook["asks"]["lines"].as_array().unwrap().clone()
}

#[test]
fn one_result_is_the_last_time_and_the_best() {
    let found = card(
        "workout \"A\" < back squat 3x5 @ 60kg >",
        "done 2026-01-09 \"A\" < back squat 5, 5, 4 @ 60kg >",
    );
    assert_eq!(found, ["Back squat; 9 Jan: 5, 5, 4 @ 60 kg; 5 @ 60 kg"]);
}

#[test]
fn what_says_no_load_was_done_with_what_was_asked_for_then() {
    let program = "workout \"A\" < back squat 3x5 @ 60kg +2.5kg each success >";
    let results = "done 2026-01-05 \"A\" < back squat 3x5 >\ndone 2026-01-07 \"A\" < back squat 5, 5, 5 >";
    assert_eq!(card(program, results), ["Back squat; 7 Jan: 3 × 5 @ 62.5 kg; 5 @ 62.5 kg"]);
}

#[test]
fn each_statement_has_its_own_last_time() {
    let program = "workout \"A\" < back squat 5 @ 100kg; back squat 3x8 @ 80kg >
        workout \"B\" < back squat 3 @ 90kg >";
    let results = "done 2026-01-05 \"A\" < back squat 5 @ 100kg; back squat 8, 8, 7 @ 80kg >
        done 2026-01-07 \"B\" < back squat 3 @ 90kg >";
    assert_eq!(
        card(program, results),
        ["Back squat; 5 Jan: 5 @ 100 kg; 5 @ 100 kg", "Back squat; 5 Jan: 8, 8, 7 @ 80 kg; 8 @ 80 kg",]
    );
}

#[test]
fn what_was_done_elsewhere_is_known_by_its_movement() {
    let results = "done 2026-01-05 \"Other\" < squat 5 @ 70kg >";
    assert_eq!(card("workout \"A\" < squat 3x5 @ 60kg >", results), ["Squat; 5 Jan: 5 @ 70 kg; 5 @ 70 kg"]);
}

#[test]
fn what_was_skipped_is_no_last_time() {
    let results = "done 2026-01-05 \"A\" < bench press 5 @ 40kg >\ndone 2026-01-07 \"A\" < bench press skipped \"ill\" >
        done 2026-01-08 \"A\" < skipped \"ill\" >";
    assert_eq!(
        card("workout \"A\" < bench press 5 @ 40kg >", results),
        ["Bench press; 5 Jan: 5 @ 40 kg; 5 @ 40 kg"]
    );
}

#[test]
fn a_miss_is_said_and_is_never_the_best() {
    let results = "done 2026-01-05 \"A\" < bench press 1 @ 100kg, missed @ 105kg, 0 @ 110kg >";
    assert_eq!(
        card("workout \"A\" < bench press 3x1 @ 100kg >", results),
        ["Bench press; 5 Jan: 1 @ 100 kg, missed @ 105 kg, missed @ 110 kg; 1 @ 100 kg"]
    );
}

#[test]
fn the_best_is_the_heaviest_with_as_many_repetitions() {
    let program = "workout \"A\" < back squat 5 @ 60kg, 3 @ 65kg, 1+ @ 70kg >";
    let results = "done 2026-01-05 < back squat 10 @ 50kg, 5 @ 62.5kg, 3 @ 72.5kg, 2 @ 75kg >";
    let bests: Vec<String> =
        card(program, results).iter().map(|row| row.rsplit("; ").next().unwrap().to_owned()).collect();
    assert_eq!(bests, ["5 @ 62.5 kg", "3 @ 72.5 kg", "2 @ 75 kg"]);
    let longer = card("workout \"A\" < back squat 20 @ 60kg >", results);
    assert!(longer[0].ends_with("; 2 @ 75 kg"), "{longer:?}");
}

#[test]
fn loads_of_different_kinds_are_not_compared() {
    let results =
        "done 2026-01-05 < pull-up 5 @ 60kg, 5 @ bodyweight+10kg, 12 @ bodyweight, 8 @ -20kg, 5 @ -10kg >";
    let best = |asked: &str| {
        let rows = card(&format!("workout \"A\" < pull-up {asked} >"), results);
        rows[0].rsplit("; ").next().unwrap().to_owned()
    };
    assert_eq!(best("3x5 @ bodyweight+5kg"), "5 @ bodyweight + 10 kg");
    assert_eq!(best("3x8 @ bodyweight+5kg"), "12 @ bodyweight");
    assert_eq!(best("3x5 @ -15kg"), "5 @ 10 kg of help");
    assert_eq!(best("3x8 @ -15kg"), "8 @ 20 kg of help");
    assert_eq!(best("3x5 @ 50kg"), "5 @ 60 kg");
}

#[test]
fn pounds_and_kilograms_are_compared_and_shown_as_they_were_written() {
    let results = "done 2026-01-05 < bench press 5 @ 60kg >\ndone 2026-01-06 < bench press 5 @ 135lb >";
    assert_eq!(
        card("workout \"A\" < bench press 5 @ 62.5kg >", results),
        ["Bench press; 6 Jan: 5 @ 135 lb; 5 @ 135 lb"]
    );
}

#[test]
fn sides_that_differ_are_told_apart() {
    let results = "done 2026-01-05 \"A\" < split squat 8 right, 8 left, 8 right, 7 left @ 20kg >";
    assert_eq!(
        card("workout \"A\" < split squat 2x8 per leg @ 20kg >", results),
        ["Split squat; 5 Jan: 8, 8 right, 7 left @ 20 kg; 8 @ 20 kg"]
    );
}

#[test]
fn each_row_of_a_list_has_its_own_sets_and_the_last_one_those_that_are_more() {
    let program = "workout \"A\" < back squat 5 @ 60kg, 5 @ 70kg, 5+ @ 80kg >";
    let results = "done 2026-01-05 \"A\" < back squat 5 @ 57.5kg, 5 @ 67.5kg, 8 @ 77.5kg, 5 @ 60kg >";
    let rows = card(program, results);
    assert_eq!(rows.len(), 3);
    assert!(rows[0].contains("; 5 Jan: 5 @ 57.5 kg; "), "{rows:?}");
    assert!(rows[1].contains("; 5 @ 67.5 kg; "), "{rows:?}");
    assert!(rows[2].contains("; 8 @ 77.5 kg, 5 @ 60 kg; "), "{rows:?}");
}

#[test]
fn of_a_run_the_best_is_the_shortest_time_for_the_same() {
    let results = "done 2026-01-05 \"A\" < run 5km in 24:10 >\ndone 2026-01-07 \"A\" < run 10km in 41:00 >
        done 2026-01-09 \"A\" < run 5km in 25:00 >";
    assert_eq!(card("workout \"A\" < run 5km >", results), ["Run; 9 Jan: 5 km in 25:00; 24:10"]);
}

#[test]
fn holds_and_rounds_have_their_last_time() {
    let program = "workout \"A\" < circuit rounds 3 < plank 30s; goblet squat 10 @ 16kg > >";
    let results = "done 2026-01-05 \"A\" < plank 45s, 40s, 30s; goblet squat 10, 10, 9 @ 16kg >";
    assert_eq!(
        card(program, results),
        ["Plank; 5 Jan: 45 s, 40 s, 30 s; 45 s", "Goblet squat; 5 Jan: 10, 10, 9 @ 16 kg; 10 @ 16 kg",]
    );
}

#[test]
fn what_warms_up_has_no_last_time() {
    let program = "workout \"A\" < warmup < back squat 5 @ 20kg >; back squat 5 @ 60kg >";
    let results = "done 2026-01-05 \"A\" < back squat 5 @ 60kg >";
    assert_eq!(card(program, results), ["Back squat; ; ", "Back squat; 5 Jan: 5 @ 60 kg; 5 @ 60 kg"]);
}

#[test]
fn a_year_is_said_where_it_is_not_that_of_the_last_result() {
    let results = "done 2024-05-01 < bench press 5 @ 60kg >\ndone 2026-01-06 < squat 5 @ 60kg >";
    assert_eq!(
        card("workout \"A\" < bench press 5 @ 60kg >", results),
        ["Bench press; 1 May 2024: 5 @ 60 kg; 5 @ 60 kg"]
    );
}

#[test]
fn of_five_hundred_results_the_last_is_shown() {
    let days = (0..500).map(|number| {
        let (year, month, day) = (2020 + number / 336, number % 336 / 28 + 1, number % 28 + 1);
        format!("done {year}-{month:02}-{day:02} \"A\" < back squat 5, 5, 5 @ {}kg >\n", 20 + number / 5)
    });
    let rows = card("workout \"A\" < back squat 3x5 @ 60kg >", &days.collect::<String>());
    assert_eq!(rows, ["Back squat; 24 Jun: 3 × 5 @ 119 kg; 5 @ 119 kg"]);
}

#[test]
fn in_a_plan_the_last_time_is_before_the_first_day_of_a_session() {
    let program = "workout \"A\" < back squat 5 @ 60kg >
        plan \"P\" starts 2026-01-05 weeks 2 < every week < monday < do \"A\" > > >";
    let results = "done 2025-12-29 < back squat 5 @ 55kg >\ndone 2026-01-05 \"A\" < back squat 5 @ 60kg >";
    let request = Request {
        formats: vec![Format::MARKDOWN],
        results: Some(SourceFile::new("results.wod", format!("results \"Sam\"\n{results}"))),
        ..Request::default()
    };
    let compilation = compile(SourceFile::new("p.wod", format!("{SAM}{program}")), &request, &Alone);
    let mut texts = compilation.outputs.iter().filter_map(|one| one.content.as_text());
    let plan = texts.find(|text| text.contains("What it adds up to")).expect("a plan");
    assert!(plan.contains("29 Dec: 5 @ 55 kg"), "{plan}");
    assert!(!plan.contains("5 Jan: 5 @ 60 kg"), "{plan}");
}

#[test]
fn the_data_has_the_last_time_and_the_best() {
    let results = "results \"Sam\"\ndone 2026-01-05 \"A\" < back squat 5, missed @ 60kg; run 5km in 25:00 >";
    let program = format!("{SAM}workout \"A\" < back squat 2x5 @ 60kg; run 5km; plank 30s >");
    let document: Value = serde_json::from_str(&json(&program, results)).unwrap();
    let steps = document["workouts"][0]["blocks"].as_array().unwrap();
    let past = |step: usize| &steps[step]["choices"][0]["past"];
    assert_eq!(past(0)["last"]["date"], "2026-01-05");
    assert_eq!(past(0)["last"]["text"], "5, missed @ 60 kg");
    assert_eq!(past(0)["last"]["sets"][0]["load"]["text"], "60kg");
    assert_eq!(past(0)["last"]["sets"][1]["amount"], Value::Null);
    assert_eq!(past(0)["best"]["text"], "5 @ 60 kg");
    assert_eq!(past(1)["last"]["time_ms"], 1_500_000);
    assert_eq!(past(1)["fastest"]["date"], "2026-01-05");
    assert_eq!(*past(2), Value::Null);
}

#[cfg(feature = "html")]
#[test]
fn players_are_told_set_by_set() {
    let program = "workout \"A\" < back squat 2x5 @ 60kg +2.5kg each success; split squat 8 per leg @ 20kg; plank 30s >";
    let results = "done 2026-01-05 \"A\" < back squat 5, 6 @ 60kg; split squat 8 right, 7 left @ 20kg >";
    let lines = asked(program, Some(results));
    let squat = &lines[0];
    assert_eq!(
        squat["last"],
        serde_json::json!({ "date": "2026-01-05", "day": "5 Jan", "done": "5, 6 @ 60 kg" })
    );
    let told = |set: &Value| ["last", "best", "aim"].map(|name| set[name].as_str().unwrap_or("").to_owned());
    assert_eq!(told(&squat["sets"][0]), ["5 @ 60 kg", "6 @ 60 kg", "5 @ 62.5 kg"]);
    assert_eq!(told(&squat["sets"][1]), ["6 @ 60 kg", "6 @ 60 kg", "5 @ 62.5 kg"]);
    let split = &lines[1]["sets"];
    assert_eq!(told(&split[0]), ["8 @ 20 kg", "8 @ 20 kg", "8 @ 20 kg"]);
    assert_eq!(told(&split[1]), ["7 @ 20 kg", "8 @ 20 kg", "8 @ 20 kg"]);
    assert_eq!(told(&lines[2]["sets"][0]), ["", "", ""], "a plank that was never done");
    let run = asked("workout \"A\" < run 5km >", Some("done 2026-01-05 \"A\" < run 5km in 25:00 >"));
    assert_eq!(told(&run[0]["sets"][0])[0], "5 km in 25:00");
}

#[cfg(feature = "html")]
#[test]
fn a_session_goes_on_when_its_own_results_are_written_down() {
    let program = "workout \"A\" < back squat 2x5 @ 60kg >";
    let key = |results: Option<&str>| {
        let page = output(Format::HTML, program, results);
        page.split("\"key\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    assert_eq!(key(None), key(Some("done 2026-01-05 \"A\" < back squat 5, 6 @ 60kg >")));
}

/// Returns what the page's sheet says above each cell: the last time and the aim.
#[cfg(feature = "html")]
fn above_cells(program: &str, results: &str) -> Vec<String> {
    let page = output(Format::HTML, &format!("workout \"A\" < {program} >"), Some(results));
    let past = page.split("<span class=\"past\">").skip(1);
    let text = |markup: &str| {
        let inside = markup.split("<span class=\"cell").next().unwrap();
        let words = inside.split('<').map(|piece| piece.split('>').next_back().unwrap());
        words.collect::<String>().replace('\u{A0}', " ").trim().to_owned()
    };
    past.map(text).collect()
}

#[cfg(feature = "html")]
#[test]
fn above_each_cell_is_what_was_done_in_its_set() {
    let last = |lift: &str| format!("done 2026-01-05 \"A\" < {lift} >");
    let above = |asked: &str, done: &str| above_cells(asked, &last(done));
    assert_eq!(
        above("back squat 3x5 @ 62.5kg", "back squat 5, 4, missed @ 60kg"),
        ["60 × 5 → 62.5 × 5", "60 × 4 → 62.5 × 5", "60 × 0 → 62.5 × 5",]
    );
    assert_eq!(
        above("back squat 5 @ 60kg, 5+ @ 70kg", "back squat 5 @ 57.5kg"),
        ["57.5 × 5 → 60 × 5", "→ 70 × 5+",]
    );
    assert_eq!(
        above("split squat 2x8 per leg @ 20kg", "split squat 8 right, 8 left, 8 right, 7 left @ 20kg"),
        ["20 × 8 → 20 × 8", "20 × 8 R, 7 L → 20 × 8",]
    );
    assert_eq!(above("bench press 1x5 @ 60kg", "bench press 5 @ 135lb"), ["135 lb × 5 → 60 × 5"]);
    assert_eq!(above("pull-up 2x max", "pull-up 11, 9"), ["11 → max", "9 → max"]);
    assert_eq!(above("pull-up 1x5 @ bodyweight+5kg", "pull-up 5 @ bodyweight+2.5kg"), ["+2.5 × 5 → +5 × 5"]);
    assert_eq!(above("farmer carry 40m @ 32kg", "farmer carry 40m @ 28kg"), ["28 → 32"]);
    assert_eq!(above("farmer carry 40m @ 32kg", "farmer carry 30m @ 28kg"), ["28 × 30 m → 32 × 40 m"]);
    assert_eq!(above("run 1km", "run 1km in 3:52"), ["3:52"]);
    assert!(above("plank 3x30s", "plank 30s, 30s, 20s").is_empty(), "a box has no room for it");
    let rounds = above("circuit rounds 2 < goblet squat 2x10 @ 16kg >", "goblet squat 10, 9, 8, 7 @ 16kg");
    assert_eq!(rounds, ["16 × 10 → 16 × 10", "16 × 9 → 16 × 10", "16 × 8 → 16 × 10", "16 × 7 → 16 × 10"]);
}

#[test]
fn without_a_line_about_it_a_card_is_as_it_was() {
    let program = "workout \"A\" < back squat 3x5 @ 60kg; pull-up 3x max >";
    let plain = output(Format::MARKDOWN, program, None);
    assert_eq!(output(Format::MARKDOWN, program, Some("done 2026-01-05 < run 5km in 25:00 >")), plain);
    assert!(!plain.contains("Last time"));
}
