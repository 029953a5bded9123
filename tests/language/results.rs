//! Files of results: what is read of them, and how they are laid out.

use std::fs;
use std::path::Path;

use wodc::analysis::{self, NoFiles, ReadFile, Request};
use wodc::internals::speech;
use wodc::source::SourceFile;

use crate::tree;

/// Every kind of line that results have.
fn sam() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/results/sam.wod");
    fs::read_to_string(path).unwrap()
}

fn rules(text: &str) -> Vec<&'static str> {
    let source = SourceFile::new("sam.wod", text.to_owned());
    let found = analysis::diagnose(source, &Request::default(), &NoFiles);
    found.diagnostics.iter().map(|one| one.rule.name()).collect()
}

fn formatted(text: &str) -> String {
    let source = SourceFile::new("sam.wod", text.to_owned());
    analysis::format(source).unwrap_or_else(|found| panic!("{:?}", found.diagnostics))
}

#[test]
fn every_kind_of_line_is_read() {
    let text = sam();
    assert_eq!(rules(&text), Vec::<&str>::new());
    let reading = speech::read(&text);
    insta::assert_snapshot!(tree::write(&reading.text, &reading.tree));
}

#[test]
fn results_have_one_spelling() {
    let text = sam();
    assert_eq!(formatted(&text), text);
    let noisy = text.replace("warmup <", "Warm-Up  {").replace("felt 7", "FELT  7").replace("7 + 12", "7+12");
    assert_eq!(formatted(&noisy), text);
}

#[test]
fn sessions_are_sorted_by_date_with_their_remarks() {
    let text = "results \"Sam\"\n\n# Second.\ndone 2026-01-09 < squat 10 > # late\n\ndone 2026-01-06 18:00 < squat 5 >\n# First.\ndone 2026-01-06 07:00 < squat 3 >\n";
    let sorted = "results \"Sam\"\n\n# First.\ndone 2026-01-06 07:00 < squat 3 >\n\ndone 2026-01-06 18:00 < squat 5 >\n\n# Second.\ndone 2026-01-09 < squat 10 >  # late\n";
    assert_eq!(formatted(text), sorted);
    assert_eq!(formatted(sorted), sorted);
}

/// The files beside a program.
struct Beside(&'static str);

impl ReadFile for Beside {
    fn read(&self, _: &str) -> Result<String, String> {
        Ok(self.0.to_owned())
    }
}

#[test]
fn results_with_mistakes_are_said_where_they_would_move_something() {
    let program =
        "athlete \"Sam\" < results \"sam.wod\" >\nback squat 3x5 @ 60kg +2.5kg each success rest 3min";
    let found = |results| {
        let source = SourceFile::new("program.wod", program.to_owned());
        let found = analysis::diagnose(source, &Request::default(), &Beside(results));
        found.diagnostics.iter().map(|one| one.rule.name()).collect::<Vec<_>>()
    };
    assert_eq!(found("results \"Sam\"\ndone 2026-01-05 < back squat 3x5 @ 60kg >"), Vec::<&str>::new());
    for mistake in [
        "results \"Sam\"\ndone 2026-01-05 < back squat 3x5 @ 60 >",
        "results \"Sam\"\ndone 2026-02-31 < back squat 3x5 @ 60kg >",
        "results \"Sam\"\ndone 2026-01-05 < back squat 3x5 @ 60kg; felt 77 >",
        "results \"Sam\"\ndone 2026-01-05 < squat 5 >\ndone 2026-01-05 < squat 5 >",
        "results \"Sam\"\ndone 2026-01-05 < squat five >",
    ] {
        assert_eq!(found(mistake), ["used-file-has-errors"], "{mistake}");
    }
}
