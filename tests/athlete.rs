//! Athletes: what percentages and named paces come to, for whom, and what is said where a figure is missing.

use wodc::analysis::{AthleteWanted, Compilation, Loaded, NoFiles, ReadFile, Request, compile};
use wodc::diagnostic::Rule;
use wodc::emit::Format;
use wodc::source::SourceFile;

/// A folder of files beside the workout.
struct Beside(&'static [(&'static str, &'static str)]);

impl ReadFile for Beside {
    fn read(&self, path: &str) -> Result<String, String> {
        let file = self.0.iter().find(|(name, _)| *name == path);
        file.map(|(_, text)| (*text).to_owned()).ok_or_else(|| "it is not there".to_owned())
    }
}

fn build(text: &str, athlete: Option<AthleteWanted>, beside: &dyn ReadFile) -> Compilation {
    let request = Request { formats: Format::plain().collect(), athlete, ..Request::default() };
    compile(SourceFile::new("day.wod", text), &request, beside)
}

fn output(text: &str, format: Format) -> String {
    let built = build(text, None, &NoFiles);
    assert!(built.diagnostics.is_empty(), "{:#?}", built.diagnostics);
    let one = built.outputs.iter().find(|output| output.format == format).unwrap();
    one.content.as_text().unwrap().to_owned()
}

/// Returns the fourth column of a card's rows, without the blanks around it.
fn targets(text: &str) -> Vec<String> {
    let card = output(text, Format::MARKDOWN);
    let rows = card.lines().filter(|line| line.starts_with('|')).skip(2);
    rows.map(|row| row.split('|').nth(3).unwrap().trim().to_owned()).collect()
}

fn said(built: &Compilation) -> Vec<(Rule, String)> {
    built.diagnostics.iter().map(|one| (one.rule, one.message.clone())).collect()
}

const SAM: &str = r#"athlete "Sam" <
  bodyweight 70kg
  max back squat 120kg
  max press 60kg
  training max 90%
  ftp 250w
  max heart rate 185bpm
  pace easy 6:00/km
  pace marathon 4:45/km
  pace css 1:45/100m
  pace 5k 4:20/km
>
"#;

#[test]
fn percentages_and_paces_are_shown_beside_what_they_come_to() {
    for (line, target) in [
        ("back squat 5 @ 80%", "80% = 95 kg (25 + 10 + 2.5 a side)"),
        ("back squat 5 @ 65% of training max", "65% of training max = 70 kg (25 a side)"),
        ("back squat 5 @ 70% +10kg", "70% +10 kg = 95 kg (25 + 10 + 2.5 a side)"),
        ("back squat 5 @ 70% -5lb", "70% −5 lb = 82.5 kg (25 + 5 + 1.25 a side)"),
        ("back squat 5 @ 60-70%", "60–70% = 72.5–85 kg"),
        ("overhead press 5 @ 75% of back squat", "75% of back squat = 90 kg (25 + 10 a side)"),
        ("overhead press 5 @ 75%", "75% = 45 kg (10 + 2.5 a side)"),
        ("back squat 5 @ 20kg", "20 kg (empty bar)"),
        ("farmer's carry 40m @ 50% of bodyweight", "50% of bodyweight = 35 kg"),
        ("pull-up 5 @ bodyweight +10kg", "bodyweight + 10 kg = 80 kg"),
        ("bike 20min @ 80% of ftp", "80% of FTP = 200 W"),
        ("run 20min @ 70% of max heart rate", "70% of max heart rate = 129 bpm"),
        ("run 2km @ marathon pace", "marathon pace = 4:45/km"),
        ("run 800m @ 5k pace", "5k pace = 4:20/km"),
        ("swim 400m @ css +2s", "CSS +2 s = 1:47/100 m"),
        ("run 5km @ easy", "easy = 6:00/km"),
        ("row 500m @ easy", "easy"),
        ("kettlebell swing 10 @ 53lb", "53 lb = 24 kg"),
        ("squat 5 @ rpe 8", "RPE 8"),
    ] {
        assert_eq!(targets(&format!("{SAM}{line}\n")), [target], "{line}");
    }
}

#[test]
fn a_load_moves_from_set_to_set_by_what_can_be_loaded() {
    let script = output(&format!("{SAM}back squat 3x5 @ 70% +2.5% each set rest 2min\n"), Format::CUES);
    for load in ["5 back squats at 85 kilograms", "5 back squats at 87.5 kilograms", "at 90 kilograms"] {
        assert!(script.contains(load), "{load}\n{script}");
    }
}

#[test]
fn what_takes_how_long_follows_the_athletes_own_paces() {
    let length = |line: &str| {
        let built = build(&format!("{SAM}{line}\n"), None, &NoFiles);
        built.workouts[0].likely_ms / 1000
    };
    assert_eq!(length("run 4km @ marathon pace"), 4 * 285);
    assert_eq!(length("run 4km @ easy"), 4 * 360);
    assert_eq!(length("long run 10km"), 10 * 360, "a long run is run easily");
    assert_eq!(length("swim 400m @ css"), 4 * 105);
    let tempo = SAM.replace("pace easy 6:00/km", "pace tempo 5:15/km");
    let built = build(&format!("{tempo}tempo run 8km\n"), None, &NoFiles);
    assert_eq!(built.workouts[0].likely_ms / 1000, 8 * 315);
}

#[test]
fn a_division_takes_one_figure_of_a_pair() {
    let thruster = "thruster 10 @ 43/30kg\n";
    assert_eq!(targets(thruster), ["43/30 kg"]);
    let of = |division: &str| targets(&format!("athlete \"A\" < {division} >\n{thruster}"));
    assert_eq!(of("division women"), ["30 kg (5 a side)"]);
    assert_eq!(of("bodyweight 80kg"), ["43 kg"], "43 kg cannot be loaded with whole discs");
}

/// The published percentages of the three weeks of a 5/3/1 cycle and its deload (Wendler, "5/3/1", 2009), of a training
/// max of 90 % of 120 kg, each rounded to 2.5 kg by hand.
#[test]
fn the_weeks_of_five_three_one_come_to_the_published_loads() {
    let weeks = [
        ([65, 75, 85], ["70", "80", "92.5"]),
        ([70, 80, 90], ["75", "87.5", "97.5"]),
        ([75, 85, 95], ["80", "92.5", "102.5"]),
        ([40, 50, 60], ["42.5", "55", "65"]),
    ];
    for (percents, loads) in weeks {
        let sets: Vec<String> = percents.iter().map(|part| format!("5 @ {part}% of training max")).collect();
        let found = targets(&format!("{SAM}back squat {} rest 3min\n", sets.join(", ")));
        for ((target, percent), load) in found.iter().zip(percents).zip(loads) {
            let expected = format!("{percent}% of training max = {load} kg");
            assert!(target.starts_with(&expected), "{target}: {expected}");
        }
    }
}

#[test]
fn a_figure_that_is_missing_is_asked_for_once_with_the_line_to_add() {
    let text = "athlete \"Sam\" < bodyweight 70kg >\ndeadlift 5 @ 80%, 3 @ 85%\nfront squat 5 @ 70% of training max\n\
        deadlift 2 @ 90%\nrun 5km @ marathon pace\nbike 20min @ 80% of ftp\n";
    let built = build(text, None, &NoFiles);
    let rules: Vec<Rule> = built.diagnostics.iter().map(|one| one.rule).collect();
    assert_eq!(rules, [Rule::MissingFigure; 4], "{:#?}", said(&built));
    let helps: Vec<&str> = built.diagnostics.iter().filter_map(|one| one.help.as_deref()).collect();
    for (help, line) in
        helps.iter().zip(["max deadlift 60kg", "training max 90%", "pace marathon 6:00/km", "ftp 200w"])
    {
        assert!(help.contains(&format!("`{line}`")), "{help}");
        assert!(help.contains("athlete \"Sam\""), "{help}");
    }
    assert_eq!(built.outputs.len(), 3, "the percentages stay as they are written");
}

#[test]
fn the_athlete_is_the_one_that_is_named_or_else_the_only_one() {
    let two = "athlete \"Ann\" < max squat 100kg >\nathlete \"Bo\" < max squat 200kg >\nsquat 5 @ 50%\n";
    let load = |athlete: Option<&str>| {
        let built = build(two, athlete.map(|name| AthleteWanted::Named(name.to_owned())), &NoFiles);
        assert!(built.diagnostics.is_empty(), "{:#?}", built.diagnostics);
        built.outputs[1].content.as_text().unwrap().to_owned()
    };
    assert!(load(Some("ann")).contains("50% = 50 kg"));
    assert!(load(Some("Bo")).contains("50% = 100 kg"));
    assert!(!load(None).contains(" kg"), "of two, nobody is meant");
    let built = build(two, Some(AthleteWanted::Named("Anne".to_owned())), &NoFiles);
    assert_eq!(built.diagnostics[0].rule, Rule::UnknownAthlete);
    assert!(built.diagnostics[0].help.as_deref().unwrap().contains("Ann"), "{:?}", built.diagnostics[0]);
}

#[test]
fn athletes_come_from_used_files_and_from_a_file_of_their_own() {
    const TEAM: Beside = Beside(&[("team.wod", "athlete \"Ann\" < max squat 100kg >\n")]);
    let built = build("use \"team.wod\"\nsquat 5 @ 50%\n", None, &TEAM);
    assert!(built.diagnostics.is_empty(), "{:#?}", built.diagnostics);
    assert!(built.outputs[1].content.as_text().unwrap().contains("50% = 50 kg"));

    let own = |text: &str| Some(AthleteWanted::In(SourceFile::new("ann.wod", text)));
    let built = build("squat 5 @ 50%\n", own("athlete \"Ann\" < max squat 80kg >\n"), &NoFiles);
    assert!(built.diagnostics.is_empty(), "{:#?}", built.diagnostics);
    assert!(built.outputs[1].content.as_text().unwrap().contains("50% = 40 kg"));

    for (text, rule, file) in [
        ("squat 5\n", Rule::UnknownAthlete, 0),
        ("athlete \"A\" < >\nathlete \"B\" < >\n", Rule::UnknownAthlete, 0),
        ("athlete \"A\" < wieght 80kg >\n", Rule::AthleteStatement, 1),
        ("athlete \"A\" < max squat 80kg\n", Rule::MissingClose, 1),
    ] {
        let built = build("squat 5 @ 50%\n", own(text), &NoFiles);
        let found = built.diagnostics.iter().find(|one| one.rule == rule);
        assert_eq!(found.map(|one| one.file.0), Some(file), "{text}: {:#?}", said(&built));
        assert!(built.outputs.is_empty(), "{text}");
    }
}

#[test]
fn every_line_of_an_athlete_is_checked() {
    for (line, rule, fix) in [
        ("back squat 120kg", Rule::AthleteStatement, Some("max back squat")),
        ("easy 6:00/km", Rule::AthleteStatement, Some("pace easy")),
        ("division ladies", Rule::AthleteStatement, None),
        ("units stone", Rule::AthleteStatement, None),
        ("age 40", Rule::AthleteStatement, None),
        ("bodyweight 70", Rule::MissingUnit, None),
        ("bodyweight 70cm", Rule::WrongUnit, None),
        ("bodyweight", Rule::MissingStatementPart, None),
        ("bodyweight 65-70kg", Rule::AthleteStatement, None),
        ("max squat 100kg +2.5kg each week", Rule::AthleteStatement, None),
        ("bodyweight 70kg; bodyweight 71kg", Rule::DuplicateStatement, None),
        ("max squat 100kg; max squats 110kg", Rule::DuplicateStatement, None),
        ("max back sqaut 100kg", Rule::UnknownMovement, Some("back squat")),
        ("\"max back sqaut\" 100kg", Rule::UnknownMovement, None),
        ("\"“max” back sqaut\" 100kg", Rule::UnknownMovement, None),
    ] {
        let built = build(&format!("athlete \"Sam\" < {line} >\nsquat 5\n"), None, &NoFiles);
        let found = built.diagnostics.iter().find(|one| one.rule == rule);
        let found = found.unwrap_or_else(|| panic!("{line}: {:#?}", said(&built)));
        assert_eq!(built.diagnostics.len(), 1, "{line}: {:#?}", said(&built));
        assert_eq!(found.fix.as_ref().map(|fix| &*fix.replacement), fix, "{line}: {found:?}");
    }
}

#[test]
fn what_is_listed_may_be_called_by_its_other_names() {
    let own = |line: &str, step: &str| {
        let text = format!("athlete \"Sam\" < {line} >\n{step}\n");
        let built = build(&text, None, &NoFiles);
        assert!(built.diagnostics.is_empty(), "{line}: {:#?}", said(&built));
        let json = output(&text, Format::JSON);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        json["workouts"][0]["timeline"][0]["targets"][0]["own"]["text"].as_str().map(str::to_owned)
    };
    for line in ["bodyweight 70kg", "weight 70kg", "body weight 70kg"] {
        assert_eq!(own(line, "pull-up 5 @ bodyweight +10kg").as_deref(), Some("80kg"), "{line}");
    }
    for line in ["max heart rate 190bpm", "max hr 190bpm", "HR max 190bpm"] {
        assert_eq!(own(line, "run 5km @ 80% of max heart rate").as_deref(), Some("152bpm"), "{line}");
    }
}

#[test]
fn what_percentages_are_of_is_said_once_for_a_file_or_a_workout() {
    let written = "back squat 5 @ 65% of training max, 5 @ 75% of training max";
    let short = "percent of training max\nback squat 5 @ 65%, 5 @ 75%";
    let json = |text: &str| output(&format!("{SAM}{text}"), Format::JSON);
    assert_eq!(targets(&format!("{SAM}{short}")), targets(&format!("{SAM}{written}")));
    assert_eq!(json(short).replace(short, ""), json(written).replace(written, ""));
    for (text, target) in [
        ("% of TM; back squat 5 @ 65%", "65% of training max = 70 kg (25 a side)"),
        ("all percentages of the TM; back squat 5 @ 65%", "65% of training max = 70 kg (25 a side)"),
        ("percent of ftp; bike 10min @ 80%", "80% of FTP = 200 W"),
        // A lift is not measured in watts.
        ("percent of ftp; back squat 5 @ 80%", "80% = 95 kg (25 + 10 + 2.5 a side)"),
        ("percent of back squat; overhead press 5 @ 50%", "50% of back squat = 60 kg (20 a side)"),
        ("percent of training max; back squat 5 @ 80% of max", "80% of max = 95 kg (25 + 10 + 2.5 a side)"),
    ] {
        assert_eq!(targets(&format!("{SAM}{text}")), [target], "{text}");
    }
}

#[test]
fn a_team_brings_in_its_athletes() {
    let beside = Beside(&[
        ("sam.wod", "athlete \"Sam\" < max back squat 120kg >"),
        ("jo.wod", "athlete \"Jo\" < max back squat 80kg >"),
        ("team.wod", "team \"Juniors\" < use \"sam.wod\"; use \"jo.wod\" >"),
    ]);
    for text in [
        "team \"Juniors\" < use \"sam.wod\"; use \"jo.wod\" >\nback squat 5 @ 80%",
        "use \"team.wod\"\nback squat 5 @ 80%",
    ] {
        let jo = AthleteWanted::Named("Jo".to_owned());
        let built = build(text, Some(jo), &beside);
        assert!(built.diagnostics.is_empty(), "{:#?}", built.diagnostics);
        let loaded = Loaded::new(SourceFile::new("day.wod", text), &Request::default(), &beside);
        let roster = loaded.roster();
        assert_eq!(roster.athletes, ["Sam", "Jo"]);
        assert_eq!(roster.meant("juniors"), Some(vec!["Sam".to_owned(), "Jo".to_owned()]));
        assert_eq!(roster.meant("all"), Some(vec!["Sam".to_owned(), "Jo".to_owned()]));
        assert_eq!(roster.meant("sam"), Some(vec!["Sam".to_owned()]));
        assert_eq!(roster.meant("Kim"), None);
        // One compilation is for one of them.
        let built = build(text, Some(AthleteWanted::Named("Juniors".to_owned())), &beside);
        assert_eq!(said(&built)[0].0, Rule::UnknownAthlete);
    }
}
