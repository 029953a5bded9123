//! `wodc log` on a terminal: what is missing is asked for.

use std::fs;

use super::SAM;
use super::common::Folder;
use super::common::terminal::Terminal;

#[test]
fn day_title_and_sets_are_asked_for() {
    let folder = Folder::with(&[("sam.wod", SAM)]);
    let mut session = Terminal::begin(&folder, &["log", "--athlete", "sam.wod"]);
    session.answer("What was done?", "back squat 5, 5, 4 @ 60kg\nfelt 7\n\n");
    session.answer("What is the session called?", "Legs \"heavy\"\n");
    session.answer("On which day was that done?", "yesterday\n");
    session.answer("Write the year, the month and the day", "");
    session.answer("On which day was that done?", "9 Jan 2026\n");
    assert_eq!(session.end(), 0);
    assert_eq!(
        folder.read("sam-results.wod"),
        "results \"Sam\"\n\ndone 2026-01-09 \"Legs \\\"heavy\\\"\" <\nback squat 5, 5, 4 @ 60kg\nfelt 7\n>\n"
    );
}

#[test]
fn a_line_with_a_mistake_is_asked_for_again() {
    let folder = Folder::with(&[("sam.wod", SAM)]);
    let mut session = Terminal::begin(&folder, &["log", "--athlete", "sam.wod"]);
    let lines = "bakc squat 5, 5 @ 60kg\nbench press 5 @ 50\nfelt 12\nrun 5km in 25:00\npain 11\n\n";
    session.answer("What was done?", lines);
    session.wait_for("No movement called `bakc squat` is known.");
    session.answer("(Enter writes `back squat 5, 5 @ 60kg`):", "\n");
    session.answer("(Enter writes `bench press 5 @ 50kg`):", "bench press 5 @ 52.5kg\n");
    session.wait_for("`felt` goes from 1 to 10.");
    session.answer("(Enter leaves it out):", "felt 8\n");
    session.answer("(Enter leaves it out):", "\n");
    session.answer("What is the session called?", "\"Legs\"\n");
    session.answer("On which day was that done?", "2026-02-30\n");
    session.wait_for("that month ends on 2026-02-28");
    session.answer("On which day was that done?", "2026-02-28\n");
    assert_eq!(session.end(), 0);
    assert_eq!(
        folder.read("sam-results.wod"),
        "results \"Sam\"\n\ndone 2026-02-28 \"Legs\" <\nback squat 5, 5 @ 60kg\nbench press 5 @ 52.5kg\n\
         felt 8\nrun 5km in 25:00\n>\n"
    );
}

#[test]
fn what_was_typed_and_could_not_be_added_is_given_back() {
    let book = "results \"Sam\"\n\ndone 2026-01-09 \"Legs\" < squat 5 >\n";
    let folder = Folder::with(&[("sam.wod", SAM), ("sam-results.wod", book)]);
    let mut session = Terminal::begin(&folder, &["log", "--athlete", "sam.wod"]);
    session.answer("What was done?", "squat 6\n\n");
    session.answer("What is the session called?", "Legs\n");
    session.answer("On which day was that done?", "9 Jan 2026\n");
    session.wait_for("What you typed, to be used again:");
    session.wait_for("squat 6");
    assert_eq!(session.end(), 1);
    assert_eq!(folder.read("sam-results.wod"), book);
}

#[test]
fn a_block_that_is_pasted_is_taken_as_it_is() {
    let folder = Folder::with(&[("sam.wod", SAM)]);
    let mut session = Terminal::begin(&folder, &["log", "--athlete", "sam.wod"]);
    let block = "done 2026-01-09 \"Legs\" <\n  squat 5\n>\n";
    session.answer("What was done?", &format!("{block}\n"));
    assert_eq!(session.end(), 0);
    assert_eq!(folder.read("sam-results.wod"), format!("results \"Sam\"\n\n{block}"));
}

#[test]
fn who_gives_no_answer_changes_nothing() {
    let folder = Folder::with(&[("sam.wod", SAM), ("legs.txt", "done \"Legs\" < squat 5 >\n")]);
    let mut session = Terminal::begin(&folder, &["log", "legs.txt", "--athlete", "sam.wod"]);
    session.answer("On which day was that done?", "\u{4}");
    assert_eq!(session.end(), 2);
    assert_eq!(fs::read_dir(folder.path("")).unwrap().count(), 2);
}

#[test]
fn the_unit_of_an_export_is_asked_for() {
    let csv = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n\
               5/4/2026 18:00:00,A,Deadlift (Barbell),1,225,5\n";
    let folder = Folder::with(&[("export.csv", csv)]);
    let arguments = ["log", "--from", "export.csv", "--athlete", "Sam", "--results", "new.wod"];
    let mut session = Terminal::begin(&folder, &arguments);
    session.answer("Is the day or the month first in `5/4/2026 18:00:00`?", "month\n");
    session.answer("Are the loads in kg or in lb?", "LB\n");
    assert_eq!(session.end(), 0);
    assert!(folder.read("new.wod").contains("done 2026-05-04 18:00 \"A\" <"), "{}", folder.read("new.wod"));
    assert!(folder.read("new.wod").contains("deadlift 5 @ 225lb"));
}
