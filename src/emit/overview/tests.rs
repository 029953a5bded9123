//! The contents of the pages of a plan.

use super::Overview;
use crate::check::program::Level;
use crate::check::{Checker, File, Files, Settings};
use crate::emit::CompiledPlan;
use crate::{plan, season, syntax};

fn overview(text: &str) -> Overview {
    let mut made = None;
    with_overview(text, |_, overview| made = Some(overview));
    made.unwrap()
}

/// Hands a plan with its overview to `look`.
fn with_overview(text: &str, look: impl FnOnce(&CompiledPlan<'_>, Overview)) {
    let (tree, _) = syntax::parse(text);
    let file = File {
        name: "plan.wod".into(),
        text: text.into(),
        written: None,
        tree,
        uses: Vec::new(),
        results: Vec::new(),
        lacks_something: false,
        filling: None,
    };
    let files = Files::new(vec![file]);
    let mut checker = Checker::new(&files, Settings::default());
    let mut workouts = Vec::new();
    while let Some(workout) = checker.next_workout() {
        workouts.push(workout);
    }
    let (program, found, _) = checker.finish(workouts);
    assert!(found.is_empty(), "{found:?}");
    let (calendar, _) = plan::expand(&program.plans[0], &|place| place);
    let (season, _) = season::lay_out(&program, &calendar, &|_| Level::Intermediate);
    let compiled = CompiledPlan { source: "plan.wod", program: &program, season: &season };
    look(&compiled, Overview::of(&compiled));
}

/// Returns what is done on a day, in one line.
fn said(overview: &Overview, week: usize, day: usize) -> String {
    let briefs = &overview.weeks[week].days[day].briefs;
    briefs.iter().map(super::Brief::in_one_line).collect::<Vec<_>>().join("; ")
}

/// Returns what is done on the first Monday of a plan of this day.
fn on_monday(day: &str) -> Vec<String> {
    let overview = overview(&format!("plan \"P\" weeks 1 < week 1 < monday < {day} > > >"));
    let briefs = &overview.weeks[0].days[0].briefs;
    briefs.iter().map(super::Brief::in_one_line).collect()
}

const PLAN: &str = r#"
workout "Strength" <
  back squat 5x5 @ 60kg +2.5kg each session rest 3min
  plank 3x30s rest 30s
>
plan "Base" weeks 3 starts 2026-12-28 <
  every week <
    tuesday, friday < do "Strength" >
    saturday < long run 10km +10% each week >
    sunday < rest day >
  >
  week 3 < tuesday instead < do "Strength" sets 60% >; sunday instead < race day "City 10k" > >
>
"#;

#[test]
fn a_day_has_a_line_a_session() {
    let overview = overview(PLAN);
    let dates: Vec<_> = overview.weeks.iter().map(|week| (week.number, week.date.as_str())).collect();
    assert_eq!(dates, [(1, "28 Dec"), (2, "4 Jan"), (3, "11 Jan")]);
    let lines = |week: usize, day: usize| said(&overview, week, day);
    assert_eq!(lines(0, 0), "");
    assert_eq!(lines(1, 4), "Strength, about 16 min: Back squat 5 × 5 @ 67.5 kg; Plank 3 × 30 s");
    assert_eq!(
        [lines(0, 5), lines(1, 5), lines(2, 5)],
        ["Long run 10 km", "Long run 11 km", "Long run 12.1 km"]
    );
    assert_eq!([lines(0, 6), lines(2, 6)], ["Rest day", "Race: City 10k"]);
    assert!(overview.weeks[0].days[5].is_hard && !overview.weeks[0].days[1].is_hard);
    assert!(overview.weeks[0].days[6].is_rest && overview.weeks[2].days[6].is_hard);
    let facts: Vec<_> = overview.facts.iter().map(|(label, said)| format!("{label}: {said}")).collect();
    assert_eq!(
        facts,
        [
            "Weeks: 3",
            "Sessions: 9, 3 a week",
            "Dates: 28 Dec 2026 – 17 Jan 2027",
            "Race: City 10k, week 3, Sunday, 17 Jan 2027"
        ]
    );
}

#[test]
fn what_was_written_once_has_one_sheet_with_what_changes() {
    let overview = overview(PLAN);
    let titles: Vec<_> = overview.sessions.iter().map(|session| session.card.title.as_str()).collect();
    assert_eq!(titles, ["Strength", "Long run"]);
    let strength = &overview.sessions[0];
    assert_eq!(strength.when, "Tue (weeks 1–3), Fri (weeks 1–3)");
    assert_eq!(strength.changes.head, ["When", "Back squat", "Plank"]);
    let rows: Vec<String> = strength.changes.rows.iter().map(|row| row.join(" | ")).collect();
    assert_eq!(
        rows,
        [
            "Tue (week 1) | 5 × 5, 60 kg | 3 × 30 s",
            "Fri (week 1) | 5 × 5, 62.5 kg | 3 × 30 s",
            "Tue (week 2) | 5 × 5, 65 kg | 3 × 30 s",
            "Fri (week 2) | 5 × 5, 67.5 kg | 3 × 30 s",
            "Tue (week 3) | 3 × 5, 70 kg | 2 × 30 s",
            "Fri (week 3) | 5 × 5, 72.5 kg | 3 × 30 s",
        ]
    );
    assert_eq!(overview.sessions[1].changes.head, ["When", "Long run"]);
}

#[test]
fn what_stays_the_same_has_no_table_of_changes() {
    let overview = overview("plan \"P\" weeks 4 < every week < mon, wed < easy run 5km > > >");
    assert_eq!(overview.sessions.len(), 1);
    assert!(overview.sessions[0].changes.rows.is_empty());
    assert_eq!(overview.sessions[0].when, "Mon (weeks 1–4), Wed (weeks 1–4)");
}

#[test]
fn the_sums_have_no_column_that_is_empty_throughout() {
    let sums = overview(PLAN).sums;
    assert_eq!(
        sums.head,
        [
            "Week",
            "On foot",
            "Easy",
            "Strength",
            "Sets",
            "Lifted",
            "All",
            "Hard days",
            "Easy days",
            "Free days"
        ]
    );
    assert_eq!(sums.rows[0][..5].join(" | "), "1 | 10 km | 1 h 5 min | 2 | 16");
    assert_eq!(sums.rows[0][5], "3060 kg");
    assert!(sums.rows.iter().all(|row| row.len() == sums.head.len()));
}

#[test]
fn pictures_are_of_what_there_is_over_several_weeks() {
    let titles = |text: &str| overview(text).plots.into_iter().map(|plot| plot.title).collect::<Vec<_>>();
    assert_eq!(titles(PLAN), ["On foot", "Sets", "Lifted", "Time"]);
    assert!(titles("plan \"P\" weeks 1 < every week < mon < easy run 5km > > >").is_empty());
    let plots = overview("plan \"P\" weeks 2 < every week < mon < easy run 5km +100% each week > > >").plots;
    assert_eq!((plots[0].bars.as_slice(), plots[0].most.as_str()), (&[0.5, 1.0][..], "10 km"));
}

#[test]
fn what_is_written_twice_and_is_the_same_has_one_sheet() {
    let overview = overview(
        "plan \"P\" weeks 3 < week 1 < mon < easy run 5km > >; week 2 < tue < easy run 5km > >; \
         week 3 < mon < easy run 5km >; tue < easy run 6km > > >",
    );
    let sheets: Vec<_> =
        overview.sessions.iter().map(|one| (one.when.as_str(), one.changes.rows.len())).collect();
    assert_eq!(sheets, [("Mon (weeks 1, 3), Tue (week 2)", 0), ("Tue (week 3)", 0)]);
}

#[test]
fn a_rest_or_a_tempo_that_changes_is_in_the_table() {
    let overview = overview(
        "plan \"P\" weeks 3 < every week < mon < back squat 5x5 @ 60kg rest 180s -15s each week; rest 90s +10s each week; \
         plank 30s > > >",
    );
    let changes = &overview.sessions[0].changes;
    assert_eq!(changes.head, ["When", "Back squat: rest", "Rest"]);
    assert_eq!(changes.rows[2], ["Mon (week 3)", "2:30", "1:50"]);
}

#[test]
fn a_distance_that_grew_is_rounded_in_the_weeks_and_exact_on_its_sheet() {
    let overview = overview("plan \"P\" weeks 4 < every week < sat < long run 16km +10% each week > > >");
    assert_eq!(said(&overview, 3, 5), "Long run 21.3 km");
    assert_eq!(overview.sessions[0].changes.rows[3], ["Sat (week 4)", "21.296 km"]);
}

#[test]
fn sums_with_estimated_rounds_say_about() {
    let sums = |day: &str| {
        let week = |n: u32| format!("week {n} < monday < {day} > >");
        overview(&format!("plan \"P\" weeks 2 < {} {} >", week(1), week(2))).sums
    };
    let cell = |table: &super::Table, head: &str| {
        let at = table.head.iter().position(|own| own == head).unwrap();
        table.rows[0][at].clone()
    };
    let amrap = sums("amrap 10min < goblet squat 10 @ 24kg; run 100m >");
    for head in ["Sets", "Lifted", "On foot"] {
        assert!(cell(&amrap, head).starts_with("about "), "{head}: {amrap:?}");
    }
    let circuit = sums("circuit rounds 4 < goblet squat 10 @ 24kg; run 100m >");
    assert_eq!(cell(&circuit, "Sets"), "4");
    assert_eq!(cell(&circuit, "On foot"), "400 m");
}

#[test]
fn sums_are_said_in_the_units_that_the_plan_is_written_in() {
    let row = |day: &str| {
        let text = format!("plan \"P\" weeks 1 < week 1 < monday < {day} > > >");
        overview(&text).sums.rows[0][1].clone()
    };
    assert_eq!(row("run 3mi @ 8:00/mi; run 400m @ hard; run 2mi"), "5.2 mi");
    assert_eq!(row("run 30min @ 8:00/mi"), "3.8 mi");
    assert_eq!(row("run 5km; run 1mi; jog 1km"), "7.6 km");
    assert_eq!(row("swim 8x100yd rest 20s; swim 10x200yd rest 30s"), "2800 yd");
    assert_eq!(row("squat 10x10 @ 225lb rest 2min").as_str(), "1", "a session with ten sets");
    let lifted = |load: &str| {
        let sums =
            overview(&format!("plan \"P\" weeks 1 < week 1 < monday < squat 5x5 @ {load} rest 2min > > >"))
                .sums;
        let at = sums.head.iter().position(|head| head == "Lifted").unwrap();
        sums.rows[0][at].clone()
    };
    assert_eq!(lifted("225lb"), "5630 lb");
    assert_eq!(lifted("20kg"), "500 kg");
    assert_eq!(lifted("500kg"), "12.5 t");
}

#[test]
fn a_session_is_said_in_a_few_short_lines() {
    for (day, wanted) in [
        ("easy run 8km", "Easy run 8 km"),
        (
            "title \"Squat\"; back squat 5 @ 80kg, 5 @ 92.5kg, 5+ @ 105kg rest 3min; rest 2min; plank 3x30s",
            "Squat, about 11 min: Back squat 5 @ 80 kg, 5 @ 92.5 kg, 5+ @ 105 kg; Plank 3 × 30 s",
        ),
        (
            "title \"Run\"; warmup < jog 5min >; circuit rounds 8 < jog 60s; walk 90s >; cooldown < walk 5min >",
            "Run, 30:00: Warm-up: jog 5 min; Circuit, 8 rounds: jog 60 s, walk 90 s; Cool-down: walk 5 min",
        ),
        (
            "title \"Short\"; amrap \"Ten\" 10min < burpee 5; push-up 10 or knee push-up 15; rest 30s >",
            "Short, 10:00: Ten, AMRAP 10 min: burpee 5, push-up 10 or knee push-up 15, rest 30 s",
        ),
        ("note \"Breathe.\"; run 6x800m @ rpe 8 rest 2min", "Run 6 × 800 m @ RPE 8"),
    ] {
        let said = on_monday(day);
        assert!(said.len() == 1, "{said:?}");
        assert_eq!(said[0], wanted);
    }
}

#[test]
fn what_the_load_comes_to_stands_for_its_share() {
    let overview = overview(
        "athlete \"Sam\" < max back squat 100kg >\nplan \"P\" weeks 1 < week 1 < monday < title \"S\"; back squat 5 @ 70% and rpe 7 > > >",
    );
    assert!(said(&overview, 0, 0).ends_with(": Back squat 5 @ 70 kg, RPE 7"), "{}", said(&overview, 0, 0));
}

#[test]
fn more_sets_of_one_movement_are_never_those_of_another() {
    let logs = logs(
        "plan \"P\" weeks 2 < week 1 < mon < title \"T\"; bench press 5 @ 50kg, 3 @ 60kg rest 2min > >\n\
         week 2 < mon < title \"T\"; back squat 5 @ 80kg, 3 @ 90kg rest 2min > > >",
    );
    let rows: Vec<_> = logs[0].rows.iter().map(|row| (row.name.as_str(), row.cells[0].is_some())).collect();
    assert_eq!(rows, [("Back squat", false), ("then", false), ("Bench press", true), ("then", true)]);
}

#[test]
fn rows_of_several_dates_are_one_only_in_the_same_place_and_for_the_same_figures() {
    let rows = |text: &str| -> Vec<String> {
        let row = |row: &super::log::LogRow| {
            let on: String = row.cells.iter().map(|cell| if cell.is_some() { 'x' } else { '.' }).collect();
            format!("{} {on} {}", row.name, row.write)
        };
        logs(text)[0].rows.iter().map(row).collect()
    };
    // What comes between goes behind all sets of the movement before it.
    let between = "plan \"P\" weeks 2 < mon < title \"T\"; back squat 5 @ 80kg, 3 @ 90kg rest 2min; \
        week 2 < leg press 8 @ 100kg > > >";
    assert_eq!(rows(between), ["Back squat xx kg × reps", "then xx kg × reps", "Leg press .x kg × reps"]);
    // Warm-up sets and working sets have rows of their own.
    let warmed_up = "plan \"P\" weeks 2 < mon < title \"T\"; week 1 < warmup < back squat 10 @ 40kg > >; \
        back squat 5x5 @ 80kg rest 2min > >";
    assert_eq!(rows(warmed_up), ["Warm-up x. ", "Back squat x. kg × reps", "Back squat xx kg × reps"]);
    let measured = "plan \"P\" weeks 2 < mon < title \"T\"; run by week 5km then 40min > >";
    assert_eq!(rows(measured).len(), 2, "{:?}", rows(measured));
}

#[test]
fn phases_turned_weeks_and_times_of_day_are_on_the_page_of_weeks_and_in_the_log() {
    let text = r#"plan "Half" sunday to saturday starts 2026-11-29 <
        phase "Base" 2 weeks <
            monday 06:30 < title "Legs"; back squat 5x5 @ 60kg rest 2min; plank 30s >
            tuesday evening < easy run 6km >
            tuesday morning < plank 60s >
            sunday < long run 10km >
        >
        phase "Taper" 1 week < tuesday < easy run 5km > >
    >"#;
    let overview = overview(text);
    assert_eq!((overview.weekdays[0].as_str(), overview.weekdays[6].as_str()), ("Sunday", "Saturday"));
    let weeks: Vec<_> =
        overview.weeks.iter().map(|week| format!("{} {} {}", week.number, week.part, week.date)).collect();
    assert_eq!(weeks, ["1 Base 29 Nov", "2 Base 6 Dec", "3 Taper 13 Dec"]);
    assert_eq!(said(&overview, 0, 0), "Long run 10 km");
    assert!(said(&overview, 0, 1).starts_with("06:30 Legs, about"), "{}", said(&overview, 0, 1));
    assert_eq!(said(&overview, 0, 2), "Morning: Plank 60 s; Evening: Easy run 6 km");
    let days: Vec<String> = logs(text)
        .iter()
        .map(|log| format!("{}: {} {}", log.title, log.dates[0].day, log.dates[0].date))
        .collect();
    assert_eq!(
        days,
        [
            "Long run: Sun 29 Nov",
            "Legs: Mon 06:30 30 Nov",
            "Plank: Tue morning 1 Dec",
            "Easy run: Tue evening 1 Dec"
        ]
    );
}

/// Returns the logs of a plan.
fn logs(text: &str) -> Vec<super::log::Log> {
    let mut logs = Vec::new();
    with_overview(text, |compiled, overview| logs = super::log::logs(compiled, &overview.cards));
    logs
}

#[test]
fn a_log_has_the_dates_of_one_title_side_by_side() {
    let logs = logs(PLAN);
    let titles: Vec<&str> = logs.iter().map(|log| log.title.as_str()).collect();
    assert_eq!(titles, ["Strength", "Long run"], "a rest day and a race have none");
    let strength = &logs[0];
    assert_eq!(strength.when, "Tue (weeks 1–3), Fri (weeks 1–3)");
    let dates: Vec<String> =
        strength.dates.iter().map(|date| format!("{} {} {}", date.week, date.day, date.date)).collect();
    assert_eq!(
        dates,
        ["1 Tue 29 Dec", "1 Fri 1 Jan", "2 Tue 5 Jan", "2 Fri 8 Jan", "3 Tue 12 Jan", "3 Fri 15 Jan"]
    );
    let squat = &strength.rows[0];
    assert_eq!((squat.name.as_str(), squat.write), ("Back squat", "kg × reps"));
    let cells: Vec<String> =
        squat.cells.iter().flatten().map(|cell| format!("{} {}", cell.pieces[0], cell.pieces[2])).collect();
    assert_eq!(
        cells,
        ["5 × 5 60 kg", "5 × 5 62.5 kg", "5 × 5 65 kg", "5 × 5 67.5 kg", "3 × 5 70 kg", "5 × 5 72.5 kg"]
    );
    assert_eq!(logs[1].rows[0].write, "time");
}

#[test]
fn what_only_some_dates_have_is_in_its_place_among_the_rows() {
    let day = |week: u32, steps: &str| format!("week {week} < monday < title \"T\"; {steps} > >\n");
    let logs = logs(&format!(
        "plan \"P\" weeks 3 <\n{}{}{}>",
        day(1, "squat 10; plank 30s"),
        day(2, "squat 10; lunge 10; plank 40s"),
        day(3, "squat 12; note \"Slow.\"; plank 30s; record \"Best\""),
    ));
    let [log] = logs.as_slice() else { panic!("{logs:?}") };
    let rows: Vec<(&str, String)> = log
        .rows
        .iter()
        .map(|row| {
            let cell = |cell: &Option<super::log::LogCell>| {
                cell.as_ref().map_or("–".to_owned(), |cell| cell.pieces[0].clone())
            };
            (row.name.as_str(), row.cells.iter().map(cell).collect::<Vec<_>>().join("|"))
        })
        .collect();
    let wanted = [
        ("Squat", "10|10|12"),
        ("Slow.", "–|–|"),
        ("Lunge", "–|10|–"),
        ("Plank", "30 s|40 s|30 s"),
        ("Best", "–|–|"),
    ];
    assert_eq!(rows, wanted.map(|(name, cells)| (name, cells.to_owned())));
}

#[test]
fn a_log_asks_for_what_there_is_to_know() {
    let asked = |steps: &str| {
        let logs = logs(&format!("plan \"P\" weeks 1 < week 1 < monday < title \"T\"; {steps} > > >"));
        logs[0].rows.iter().map(|row| row.write).collect::<Vec<_>>()
    };
    assert_eq!(asked("run 5km"), ["time"]);
    assert_eq!(asked("run 30min"), ["distance"]);
    assert_eq!(asked("plank 30s"), ["done"]);
    assert_eq!(asked("amrap 10min < squat 10; push-up 5 >"), ["", "", "", "result"]);
    assert_eq!(asked("for time < thruster 21 @ 43kg >"), ["", "kg", "result"]);
}
