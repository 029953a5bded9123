//! Names that people give, such as titles, are compared by what is read: neither the normal form of Unicode that an editor
//! or a keyboard writes, nor case, nor the number of blanks makes another name.

use wodc::analysis::{AthleteWanted, Compilation, NoFiles, Request, compile};
use wodc::diagnostic::Rule;
use wodc::emit::Format;
use wodc::source::SourceFile;

/// One letter for `é`, as most keyboards write it.
const COMPOSED: &str = "Séance";
/// `e` and a combining accent, as names of files on a Mac have it.
const DECOMPOSED: &str = "Se\u{301}ance";

fn compiled(text: &str, athlete: Option<&str>) -> Compilation {
    let athlete = athlete.map(|name| AthleteWanted::Named(name.to_owned()));
    let request = Request { formats: vec![Format::JSON], athlete, ..Request::default() };
    compile(SourceFile::new("day.wod", text), &request, &NoFiles)
}

fn rules(text: &str) -> Vec<Rule> {
    compiled(text, None).diagnostics.iter().map(|one| one.rule).collect()
}

#[track_caller]
fn assert_silent(compilation: &Compilation) {
    assert!(compilation.diagnostics.is_empty(), "{:#?}", compilation.diagnostics);
    assert_eq!(compilation.outputs.len(), 1);
}

#[test]
fn two_workouts_of_one_title_are_told_apart_by_no_normal_form() {
    let text = format!("workout \"{COMPOSED}\" < squat 10 >\nworkout \"{DECOMPOSED}\" < squat 10 >\n");
    assert_eq!(rules(&text), [Rule::DuplicateTitle]);
}

#[test]
fn two_plans_of_one_title_are_told_apart_by_no_normal_form() {
    let plan = |title| format!("plan \"{title}\" weeks 1 < every week < tuesday < easy run 20min > > >\n");
    assert_eq!(rules(&(plan(DECOMPOSED) + &plan(COMPOSED))), [Rule::DuplicateTitle]);
}

#[test]
fn a_workout_is_done_by_its_title_in_either_normal_form() {
    let text = |title, done| {
        format!("workout \"{title}\" < squat 10 >\nworkout \"Day\" < do \"{done}\"; rest 1min; plank 30s >\n")
    };
    assert_silent(&compiled(&text(COMPOSED, DECOMPOSED), None));
    assert_silent(&compiled(&text(DECOMPOSED, "SÉANCE"), None));
}

#[test]
fn an_athlete_is_one_in_either_normal_form() {
    let athlete = |name| format!("athlete \"{name}\" < max back squat 100kg >\n");
    let squat = "back squat 5 @ 80%\n";
    assert_eq!(rules(&(athlete("Zoé") + &athlete("Zoe\u{301}") + "squat 10\n")), [Rule::DuplicateAthlete]);
    let two = athlete("Zoe\u{301}") + &athlete("Bo") + squat;
    assert_silent(&compiled(&two, Some("Zoé")));
    let two = athlete("ZOÉ") + &athlete("Bo") + squat;
    assert_silent(&compiled(&two, Some("zoe\u{301}")));
}

#[test]
fn what_an_athlete_lists_is_found_in_either_normal_form() {
    let text = "athlete \"Sam\" < pace re\u{301}cup 6:30/km >\nrun 5km @ récup pace\n";
    assert_silent(&compiled(text, None));
    let text = "athlete \"Sam\" < max développé 60kg >\n\
        movement \"de\u{301}veloppe\u{301}\" <\n  pattern push\n  muscles shoulders\n>\n\
        back squat 5 @ 60% of de\u{301}veloppe\u{301}\n";
    assert_silent(&compiled(text, None));
}

#[test]
fn equipment_is_expected_in_either_normal_form() {
    let movement = |name: &str, equipment: &str| {
        format!(
            "movement \"{name}\" <\n  pattern carry\n  muscles legs\n  equipment {equipment}\n  cue \"Go\"\n>\n"
        )
    };
    let both = movement("sled haul", "trai\u{302}neau") + &movement("sled shove", "TRAÎNEAU");
    for expected in ["traîneau", "trai\u{302}neau", "Trai\u{302}neau"] {
        let text = format!("{both}expect equipment {expected}\nsled haul 30s\nrest 1min\nsled shove 30s\n");
        let compilation = compiled(&text, None);
        assert_silent(&compilation);
        let json = compilation.outputs[0].content.as_text().unwrap();
        let json: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(json["workouts"][0]["equipment"], serde_json::json!(["traîneau"]));
    }
}
