//! The pages of plans.

use rayon::prelude::*;
use wodc::emit::{Paper, SheetOptions, Sheets};

use crate::poppler::{
    assert_fonts_are_embedded, assert_in_order, assert_nothing_runs_off, pages, poppler, text,
};
use crate::workouts::{PLAIN, Source, example, source};

const LETTER: SheetOptions = SheetOptions { paper: Paper::Letter, ..PLAIN };
const LARGE: SheetOptions = SheetOptions { large: true, ..PLAIN };
const EACH: SheetOptions = SheetOptions { sheets: Sheets::Each, ..PLAIN };
const MOVEMENTS: SheetOptions = SheetOptions { movements: true, ..PLAIN };

/// Returns a plan of four lifts, each done once a week, with loads that grow.
fn four_lifts() -> Source {
    let lifts = [
        ("Press", "overhead press", "Upper", "monday"),
        ("Deadlift", "deadlift", "Lower", "tuesday"),
        ("Bench", "bench press", "Upper", "thursday"),
        ("Squat", "back squat", "Lower", "friday"),
    ];
    let lift = |(title, lift, other, _): &(&str, &str, &str, &str)| {
        let sets = [("5", 65), ("5", 75), ("5+", 85)]
            .map(|(reps, share)| format!("{reps} @ {share}% of training max +2.5kg each week"));
        format!(
            "workout \"{title}\" <\n\
             warmup < {lift} 5 @ 40% of training max, 5 @ 50% of training max rest 1min >\n\
             {lift} {} rest 3min\nrest 2min\ndo \"{other}\"\n>\n",
            sets.join(", ")
        )
    };
    let day = |(title, _, _, day): &(&str, &str, &str, &str)| format!("{day} < do \"{title}\" >\n");
    source(format!(
        "athlete \"Sam\" <\nmax overhead press 65kg\nmax deadlift 170kg\nmax bench press 95kg\nmax back squat 140kg\n\
         training max 90%\nrounding 2.5kg\n>\n\
         workout \"Upper\" < superset rounds 5 rest 90s between rounds < dip 10; chin-up 10 > >\n\
         workout \"Lower\" < superset rounds 5 rest 90s between rounds < leg curl 10; hanging leg raise 10 > >\n\
         {}plan \"Four lifts\" weeks 4 starts 2026-01-05 <\nevery week <\n{}>\n>\n",
        lifts.iter().map(lift).collect::<String>(),
        lifts.iter().map(day).collect::<String>(),
    ))
}

/// Returns a plan of so many weeks with a session on each day.
fn every_day(weeks: u32) -> Source {
    let days = [
        "monday < title \"Squat day\"; back squat 5x5 @ 60kg +0.5kg each week rest 3min; leg curl 3x12 @ 30kg rest 90s >",
        "tuesday < title \"Tempo\"; warmup < jog 2km >; tempo run 6km +50m each week; cooldown < jog 2km > >",
        "wednesday < easy run 8km >",
        "thursday < title \"Fast\"; amrap 8min < squat 10; push-up 5 > >",
        "friday < title \"Circuit\"; circuit rounds 4 rest 60s between rounds < kettlebell swing 15 @ 24kg; plank 30s > >",
        "saturday < rest day >",
        "sunday < long run 12km +100m each week >",
    ];
    source(format!(
        "plan \"Days\" weeks {weeks} starts 2026-01-05 <\nevery week <\n{}\n>\n>\n",
        days.join("\n")
    ))
}

/// Returns a plan whose sessions are long, and whose words are, too.
fn overfull(weeks: u32) -> Source {
    let unbroken = "x".repeat(90);
    let steps = |day: &str| {
        let movements: String = (1..=14)
            .map(|nth| format!("\"long drill of {day} with a name, number {nth}\" 3x10 @ 20kg rest 60s\n"))
            .collect();
        format!(
            "{day} <\ntitle \"{day} {}\"\nnote \"{}\"\n{movements}\"{unbroken}\" 10 \"{}\"\n>\n",
            "and on ".repeat(20),
            "Breathe out slowly. ".repeat(200),
            "like this ".repeat(80),
        )
    };
    let days: String =
        ["monday", "tuesday", "wednesday", "thursday", "friday"].iter().map(|day| steps(day)).collect();
    source(format!(
        "plan \"{unbroken} {}\" weeks {weeks} <\nevery week <\n{days}>\n>\n",
        "with a title ".repeat(30)
    ))
}

/// Returns the pages of a plan: the last of the documents of its file.
fn plan(one: &Source, kind: SheetOptions) -> Vec<u8> {
    let (mut pdfs, _) = one.print(kind);
    pdfs.pop().unwrap_or_else(|| panic!("{}: no pages", one.name))
}

/// Returns the text of each page.
fn by_page(pdf: &[u8]) -> Vec<String> {
    let page = |nth: usize| {
        let nth = nth.to_string();
        poppler("pdftotext", &["-layout", "-f", &nth, "-l", &nth], pdf)
    };
    (1..=pages(pdf)).map(page).collect()
}

#[test]
fn a_plan_is_set_in_every_way_and_the_same_each_time() {
    let plans = [every_day(3), overfull(2)];
    let kinds = [LETTER, LARGE, MOVEMENTS, EACH];
    plans.par_iter().for_each(|one| {
        kinds.par_iter().for_each(|&kind| {
            let (pdfs, said) = one.print(kind);
            assert!(pdfs.len() == 1 && pdfs[0].starts_with(b"%PDF-"), "{kind:?}: {said:?}");
            assert!(pdfs == one.print(kind).0, "{kind:?}: it differs from time to time");
        });
    });
    let one = every_day(3);
    let plain = plan(&one, PLAIN);
    kinds.par_iter().for_each(|&kind| assert!(plan(&one, kind) != plain, "{kind:?} changes nothing"));
}

#[test]
#[ignore = "needs poppler"]
fn a_plan_has_a_page_of_weeks_and_a_log_page_for_each_lift() {
    let four = four_lifts();
    for (kind, most) in [(PLAIN, 5), (LETTER, 5), (MOVEMENTS, 8)] {
        let pdf = plan(&four, kind);
        let all = by_page(&pdf);
        assert!(all.len() <= most, "{kind:?}: {} pages", all.len());
        for week in ["5 Jan", "12 Jan", "19 Jan", "26 Jan"] {
            assert!(all[0].contains(week), "{kind:?}: {}", all[0]);
        }
        assert!(all[0].contains("5 @ 37.5 kg"), "{}", all[0]);
        assert_nothing_runs_off(&pdf, "four lifts");
        assert_fonts_are_embedded(&pdf, "four lifts");
        let read = text(&pdf);
        let titles = ["Press", "Deadlift", "Bench", "Squat"];
        for title in titles {
            let of_title = all.iter().skip(1).filter(|page| page.lines().any(|line| line.trim() == title));
            assert_eq!(of_title.count(), 1, "{kind:?}: {title} in {read}");
        }
        assert_eq!(read.matches("How it felt, 1–10").count(), 4, "{read}");
        assert!(read.contains("% of training max") && read.contains("Discs a side"), "{read}");
        assert_eq!(read.matches("Movements").count(), usize::from(kind.movements), "{read}");
    }
}

#[test]
#[ignore = "needs poppler"]
fn the_plans_of_runners_have_four_pages() {
    for name in ["runners-plan.wod", "couch-to-5k.wod"] {
        for kind in [PLAIN, LETTER] {
            let pdf = plan(&example(name), kind);
            assert!(pages(&pdf) <= 4, "{name} {kind:?}: {} pages", pages(&pdf));
            assert_nothing_runs_off(&pdf, name);
        }
    }
    let all = by_page(&plan(&example("marathon-block.wod"), PLAIN));
    let (weeks, logs) = all.split_first().unwrap();
    assert!(weeks.contains("Race: City Marathon"), "{weeks}");
    assert!(logs.iter().all(|page| !page.contains("City Marathon")), "a race has no log: {logs:?}");
}

#[test]
#[ignore = "needs poppler"]
fn up_to_twelve_weeks_are_on_one_page_and_more_are_shared_out() {
    for kind in [PLAIN, LETTER] {
        for weeks in [1, 4, 8, 12, 13, 25, 30] {
            let all = by_page(&plan(&every_day(weeks), kind));
            // The row of a week begins with its number, and Monday's session is beside it.
            let row = |line: &str| -> Option<u32> {
                let (number, rest) = line.trim_start().split_once(' ')?;
                rest.trim_start().starts_with("Squat day").then(|| number.parse().ok())?
            };
            let rows: Vec<Vec<u32>> =
                all.iter().map(|page| page.lines().filter_map(row).collect::<Vec<_>>()).collect();
            let pages_of_weeks = rows.iter().take_while(|rows| !rows.is_empty()).count();
            assert!(pages_of_weeks <= weeks.div_ceil(12) as usize, "{weeks} weeks: {pages_of_weeks} pages");
            assert_eq!(rows.concat(), (1..=weeks).collect::<Vec<_>>(), "each week once, in order");
            let shared_out = rows.iter().take(pages_of_weeks).map(Vec::len);
            let fewest = shared_out.min().unwrap();
            assert!(fewest >= (weeks as usize).min(6), "{weeks} weeks: {fewest} on a page");
        }
    }
}

#[test]
#[ignore = "needs poppler"]
fn what_is_too_long_for_a_page_of_weeks_is_cut_and_is_on_the_log_pages() {
    for kind in [PLAIN, LARGE, LETTER] {
        let pdf = plan(&overfull(12), kind);
        assert_nothing_runs_off(&pdf, "an overfull plan");
        let all = by_page(&pdf);
        assert!(all[0].contains('…') && all[0].contains("on the log pages"), "{kind:?}: {}", all[0]);
        if !kind.large {
            assert!(!all[1].contains("Thursday"), "one page of weeks: {}", all[1]);
        }
        let read = text(&pdf);
        let wanted = ["name, number 1", "name, number 13", "name, number 14"];
        assert_in_order(&read[all[0].len()..], &wanted.map(str::to_owned), "the log");
    }
}

#[test]
#[ignore = "needs poppler"]
fn a_log_asks_for_what_there_is_to_fill_in() {
    let pdf = plan(&every_day(2), PLAIN);
    let read = text(&pdf);
    for said in ["kg × reps", "time", "Result: rounds + reps", "How it felt, 1–10", "Notes"] {
        assert!(read.contains(said), "no {said:?} in {read}");
    }
    assert_eq!(read.matches("How it felt").count(), 6, "a rest day has no log: {read}");
    let pain =
        source("plan \"Knee\" weeks 2 < every week < monday < title \"Knee\"; scale pain; squat 10 > > >");
    let read = text(&plan(&pain, PLAIN));
    assert!(read.contains("Pain, 0–10") && !read.contains("How it felt"), "{read}");
}

#[test]
#[ignore = "needs poppler"]
fn two_years_of_days_are_logged_twelve_dates_a_page() {
    let pdf = plan(&every_day(104), PLAIN);
    assert_nothing_runs_off(&pdf, "two years");
    let all = by_page(&pdf);
    assert!(all.len() < 45, "{} pages", all.len());
    assert!(
        all.iter().all(|page| page.lines().filter(|line| !line.trim().is_empty()).count() > 8),
        "a page of a few rows"
    );
}
