//! Calendars, as a plan's text gives them.

use super::*;
use crate::analysis::{Compilation, NoFiles, Request, compile};
use crate::diagnostic::{Rule, Severity};
use crate::emit::{CalendarOptions, Format, Options};
use crate::source::SourceFile;

fn compiled(text: &str, calendar: CalendarOptions) -> Compilation {
    compiled_by_name(text, calendar, false)
}

fn compiled_by_name(text: &str, calendar: CalendarOptions, by_name: bool) -> Compilation {
    let options = Options { calendar, by_name, ..Options::default() };
    let request = Request { formats: vec![Format::ICS], options, ..Request::default() };
    let compilation = compile(SourceFile::new("plan.wod", text), &request, &NoFiles);
    assert!(!compilation.has_errors(), "{text}\n{:?}", compilation.diagnostics);
    compilation
}

fn calendar_of(text: &str, options: CalendarOptions) -> String {
    let outputs = compiled(text, options).outputs;
    let [output] = outputs.as_slice() else { panic!("{} calendars of {text}", outputs.len()) };
    output.content.as_text().unwrap().to_owned()
}

/// Options with a time of day.
fn at(time: &str) -> CalendarOptions {
    CalendarOptions { at: Some(time.parse().unwrap()), ..CalendarOptions::default() }
}

/// Options with a first day.
fn starting(date: &str) -> CalendarOptions {
    CalendarOptions { starts: Some(date.parse().unwrap()), ..CalendarOptions::default() }
}

/// Returns the lines of a calendar, unfolded.
fn lines(calendar: &str) -> Vec<String> {
    let whole = calendar.strip_suffix("\r\n").expect("an end of the last line").replace("\r\n ", "");
    whole.split("\r\n").map(str::to_owned).collect()
}

/// Returns the values of a property, in order.
fn values(calendar: &str, property: &str) -> Vec<String> {
    let lines = lines(calendar);
    lines
        .iter()
        .filter_map(|line| line.strip_prefix(property)?.strip_prefix(':'))
        .map(str::to_owned)
        .collect()
}

/// Returns each event in a line: what of it the calendar's columns show.
fn shown(calendar: &str) -> String {
    let lines = lines(calendar);
    let events = lines.split(|line| line == "BEGIN:VEVENT").skip(1);
    let value = |event: &[String], property: &str| {
        let found = event.iter().find(|line| line.split([':', ';']).next() == Some(property));
        found.and_then(|line| line.split_once(':')).map(|(_, value)| value.to_owned()).unwrap_or_default()
    };
    let one =
        |event| ["DTSTART", "DTEND", "TRANSP", "SUMMARY"].map(|property| value(event, property)).join(" ");
    events.map(one).collect::<Vec<_>>().join("\n")
}

const WEEK: &str = r#"
workout "Core" < circuit rounds 3 < plank 30s; rest 15s > >
plan "Base, first" weeks 2 starts 2026-01-05 <
  every week < tuesday < do "Core" >; tuesday < title "Easy"; easy run 20min >; friday < rest day > >
  week 2 < saturday < race day "City 10k" >; sunday < race day "Park; 5k"; run 5km > >
>
"#;

#[test]
fn a_calendar_has_an_event_for_each_session_and_each_race_and_none_for_rest() {
    insta::assert_snapshot!(calendar_of(WEEK, CalendarOptions::default()).replace("\r\n", "\n"));
}

#[test]
fn at_a_time_the_sessions_of_a_day_follow_each_other_and_races_have_the_day() {
    insta::assert_snapshot!(shown(&calendar_of(WEEK, at("18:30"))), @r"
    20260106T183000 20260106T183300 OPAQUE Core
    20260106T183300 20260106T185300 OPAQUE Easy
    20260113T183000 20260113T183300 OPAQUE Core
    20260113T183300 20260113T185300 OPAQUE Easy
    20260117 20260118 TRANSPARENT Race: City 10k
    20260118 20260119 TRANSPARENT Race: Park\; 5k
    ");
}

#[test]
fn only_a_clock_is_a_time_in_the_calendar() {
    let text = r#"plan "Twice" weeks 1 starts 2026-01-06 <
        monday, tuesday 06:30 < easy run 20min >
        tuesday evening < plank 60s >
        tuesday < easy run 10min >
    >"#;
    insta::assert_snapshot!(shown(&calendar_of(text, CalendarOptions::default())), @r"
    20260106T063000 20260106T065000 OPAQUE Easy run
    20260106 20260107 TRANSPARENT Easy run
    20260106 20260107 TRANSPARENT Plank
    ");
    insta::assert_snapshot!(shown(&calendar_of(text, at("18:30"))), @r"
    20260106T063000 20260106T065000 OPAQUE Easy run
    20260106T183000 20260106T184000 OPAQUE Easy run
    20260106T184000 20260106T184100 OPAQUE Plank
    ");
}

#[test]
fn a_day_may_end_after_midnight() {
    let text = r#"plan "Late" weeks 1 starts 2026-12-28 <
        every week < thursday < title "Long"; easy run 61min >; thursday < title "Odd"; plank 90s > >
    >"#;
    insta::assert_snapshot!(shown(&calendar_of(text, at("23:00"))), @r"
    20261231T230000 20270101T000100 OPAQUE Long
    20270101T000100 20270101T000300 OPAQUE Odd
    ");
}

#[test]
fn days_go_over_a_leap_day_and_the_end_of_a_year() {
    let text =
        |starts| format!(r#"plan "P" weeks 1 starts {starts} < every week < thu, fri < run 5km > > >"#);
    insta::assert_snapshot!(shown(&calendar_of(&text("2024-02-26"), CalendarOptions::default())), @r"
    20240229 20240301 TRANSPARENT Run
    20240301 20240302 TRANSPARENT Run
    ");
    insta::assert_snapshot!(shown(&calendar_of(&text("2025-02-24"), CalendarOptions::default())), @r"
    20250227 20250228 TRANSPARENT Run
    20250228 20250301 TRANSPARENT Run
    ");
    insta::assert_snapshot!(shown(&calendar_of(&text("2026-12-28"), CalendarOptions::default())), @r"
    20261231 20270101 TRANSPARENT Run
    20270101 20270102 TRANSPARENT Run
    ");
}

#[test]
fn every_build_gives_the_same_bytes() {
    for options in [CalendarOptions::default(), at("6:30"), starting("2027-01-04")] {
        assert_eq!(calendar_of(WEEK, options), calendar_of(WEEK, options));
    }
}

#[test]
fn an_event_is_the_same_one_when_the_plan_moves_or_what_is_done_changes() {
    let before = values(&calendar_of(WEEK, CalendarOptions::default()), "UID");
    assert_eq!(before.len(), 6);
    assert_eq!(values(&calendar_of(WEEK, starting("2027-01-04")), "UID"), before);
    assert_eq!(values(&calendar_of(WEEK, at("18:30")), "UID"), before);
    let changed =
        WEEK.replace("rounds 3", "rounds 5").replace("20min", "30min").replace("City 10k", "City 15k");
    assert_eq!(values(&calendar_of(&changed, CalendarOptions::default()), "UID"), before);
}

#[test]
fn no_two_events_share_an_identifier_within_a_plan_or_between_two() {
    let text = format!(
        r#"{WEEK}plan "Base" weeks 104 starts 2026-01-05 <
            every week < monday, tuesday < run 5km >; monday < do "Core" >; tuesday < race day "A"; run 3km > >
            every week < tuesday < run 5km >; wednesday < race day "B" > >
        >"#
    );
    let outputs = compiled(&text, CalendarOptions::default()).outputs;
    assert_eq!(outputs.len(), 2);
    let mut names: Vec<String> =
        outputs.iter().flat_map(|output| values(output.content.as_text().unwrap(), "UID")).collect();
    // Of the second: two on Monday, three on Tuesday, of which one is the race, and one on Wednesday.
    assert_eq!(names.len(), 6 + 104 * 6);
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 6 + 104 * 6);
}

#[test]
fn the_stamp_is_that_of_the_start() {
    let stamps = |options| values(&calendar_of(WEEK, options), "DTSTAMP");
    assert_eq!(stamps(CalendarOptions::default()), ["20260105T000000Z"; 6]);
    assert_eq!(stamps(starting("2028-02-28")), ["20280228T000000Z"; 6]);
}

#[test]
fn starts_goes_before_what_the_plan_says() {
    assert!(shown(&calendar_of(WEEK, starting("2024-02-26"))).starts_with("20240227 20240228 "));
    let without = WEEK.replace(" starts 2026-01-05", "");
    assert_eq!(calendar_of(&without, starting("2026-01-05")), calendar_of(WEEK, CalendarOptions::default()));
}

#[test]
fn a_plan_without_a_start_is_told_of_where_a_calendar_was_asked_for() {
    let text = r#"plan "Base" weeks 1 < every week < tuesday < run 5km > > >"#;
    let silent = compiled(text, CalendarOptions::default());
    assert!(silent.outputs.is_empty() && silent.diagnostics.is_empty(), "{:?}", silent.diagnostics);
    let told = compiled_by_name(text, CalendarOptions::default(), true);
    let [one] = told.diagnostics.as_slice() else { panic!("{:?}", told.diagnostics) };
    assert_eq!((one.rule, one.severity), (Rule::PlanWithoutStart, Severity::Warning));
    assert_eq!(&text[one.span().range()], "\"Base\"");
    let dated = compiled_by_name(text, starting("2026-01-05"), true);
    assert!(dated.diagnostics.is_empty() && dated.outputs.len() == 1);
}

#[test]
fn whatever_is_written_keeps_to_lines_and_stays_text() {
    let text = "plan \"a\u{202e}b; c, \\\\n 💪\u{2028}\" weeks 1 starts 2026-01-05 <\n\
        every week < monday < title \"END:VEVENT\tx;y\"; note \"BEGIN:VALARM, \u{85}\u{2029}\"; squat 10 \"ü,;\\\\\" > >\n>";
    let calendar = calendar_of(text, CalendarOptions::default());
    for line in calendar.strip_suffix("\r\n").unwrap().split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(char::is_control), "{line:?}");
        assert!(!line.contains(['\u{2028}', '\u{2029}', '\u{202e}']), "{line:?}");
    }
    assert_eq!(values(&calendar, "SUMMARY"), ["END:VEVENT x\\;y"]);
    assert_eq!(values(&calendar, "X-WR-CALNAME"), ["ab\\; c\\, \\\\n 💪"]);
    assert_eq!(values(&calendar, "BEGIN"), ["VCALENDAR", "VEVENT"]);
}

#[test]
fn what_is_longer_than_calendars_take_is_shortened() {
    let long = "x".repeat(1000);
    let notes = (0..40).map(|n| format!("note \"{n} {long}\"\n")).collect::<String>();
    let text = format!(
        "plan \"{long}\" weeks 1 starts 2026-01-05 <\nevery week < monday < title \"{long}\"\n{notes}squat 10 > >\n>"
    );
    let calendar = calendar_of(&text, CalendarOptions::default());
    let [card] = &*values(&calendar, "DESCRIPTION") else { panic!("one event") };
    let letters = card.replace("\\n", "\n").chars().count();
    assert!((6_000..=8_002).contains(&letters), "{letters}");
    assert!(card.ends_with("x\\n\\n…") || card.ends_with("x\\n…"), "{}", &card[card.len() - 20..]);
    let [summary] = &*values(&calendar, "SUMMARY") else { panic!("one event") };
    assert_eq!(summary.chars().count(), 251);
}

#[test]
fn a_description_is_plain_text_in_short_lines() {
    let text = r##"workout "Strength | `power`" <
        by "Coach *K*"
        note "# Bring <straps>, and | read [this](x)"
        warmup < row 5min @ easy "long | strokes" >
        superset "Main" rounds 3 rest 2min between rounds < back squat 5 @ 80kg tempo 3-1-X-0; pull-up 5+ >
        bench press 5 @ 60kg, 3 @ 70kg rest 90s
        emom 10min alternating < push-up 10 or knee push-up 5; rest >
        for time cap 12min < thruster 21; run 400m >
        record "Best | single"
    >
    plan "P" weeks 1 starts 2026-01-05 < every week < monday < do "Strength | `power`" > > >"##;
    let [description] = &*values(&calendar_of(text, CalendarOptions::default()), "DESCRIPTION") else {
        panic!("one event")
    };
    let shown = description.replace("\\n", "\n").replace("\\,", ",");
    let steps = shown.split("\n\nRow\n").next().unwrap();
    insta::assert_snapshot!(steps, @r"
    Time: about 29 min (29–38 min)
    Level: intermediate
    Equipment: rower, barbell, rack, pull-up bar, bench
    By: Coach *K*

    # Bring <straps>, and | read [this](x)

    Warm-up
    - Row: 5 min, easy (long | strokes)

    Superset A: Main
    3 rounds. 2 min rest between rounds.
    - A1 Back squat: 5, 80 kg, tempo 3-1-X-0
    - A2 Pull-up: 5+

    Bench press
    - Bench press: 5, 60 kg, rest 90 s
    - then: 3, 70 kg

    EMOM 10 min
    Start on every minute for 10 min. One row each time, in turn.
    - Minute 1, 3, 5, 7, 9: Push-up: 10
    - or knee push-up: 5
    - Minute 2, 4, 6, 8, 10: Rest

    For time
    As fast as possible. Time cap: 12 min.
    - Thruster: 21
    - Run: 400 m
    Time: ____

    Best | single: ____
    ");
}

/// Returns the identifiers of the events of a plan in a file of a project.
fn uids(project: &str, file: &str, text: &str) -> Vec<String> {
    let calendar = CalendarOptions { project: ProjectId::of(project), ..CalendarOptions::default() };
    let options = Options { calendar, ..Options::default() };
    let request = Request { formats: vec![Format::ICS], options, ..Request::default() };
    let compilation = compile(SourceFile::new(file, text), &request, &NoFiles);
    values(compilation.outputs[0].content.as_text().unwrap(), "UID")
}

#[test]
fn the_same_plan_in_another_project_or_file_has_events_of_its_own() {
    let mut all = Vec::new();
    for (project, file) in [
        ("anna", "plan.wod"),
        ("ben", "plan.wod"),
        ("anna", "winter/plan.wod"),
        ("anna/winter", "plan.wod"),
        ("annaplan", ".wod"),
    ] {
        let some = uids(project, file, WEEK);
        assert_eq!(some, uids(project, file, WEEK), "{project} {file}");
        assert_eq!(some.len(), 6);
        all.extend(some);
    }
    for one in &all {
        let parsed = uuid::Uuid::parse_str(one).unwrap();
        assert_eq!(parsed.get_version(), Some(uuid::Version::Sha1), "{one}");
    }
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 5 * 6);
}

#[test]
fn a_title_that_is_the_same_to_a_reader_has_the_same_events() {
    let titled = |title| uids("", "plan.wod", &WEEK.replace("Base, first", title));
    assert_eq!(titled("Séance  A"), titled("se\u{301}ance a"));
    assert_ne!(titled("Séance A"), titled("Séance B"));
}

#[test]
fn a_movement_of_which_nothing_is_said_in_words_is_not_listed_after_the_steps() {
    let session = |fact: &str| {
        let definition = format!("movement \"Zorp\" < pattern squat; figure stand to squat; {fact} >");
        let plan = "plan \"P\" weeks 1 starts 2026-01-05 < monday < Zorp 10 > >";
        let calendar = calendar_of(&format!("{definition}\n{plan}"), CalendarOptions::default());
        values(&calendar, "DESCRIPTION").concat().matches("Zorp").count()
    };
    assert_eq!(session("cue \"Sit back\""), session("load 5kg") + 1);
}
