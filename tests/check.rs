//! What `wodc check` and `wodc build` tell in each format, and what `--fix` and `--diff` do to files: the real program,
//! each time in a folder of its own.

#![cfg(feature = "cli")]

use std::fs;
use std::path::Path;

use serde_json::Value;

mod common;

use common::Folder;
use common::schema::Schema;

const MISTAKES: &str = "circuit ronds 3 <\n  burpees 10 times\n  rest 5m\n  squat 10 @ rpe 17\n>\n";

const MENDED: &str = "circuit rounds 3 <\n  burpees 10 reps\n  rest 5min\n  squat 10 @ rpe 17\n>\n";

// --fix and --diff

#[test]
fn fix_mends_what_is_certain_and_tells_what_is_left() {
    let folder = Folder::with(&[("lower.wod", MISTAKES), ("fine.wod", "squat 10\n")]);
    let ran = folder.run(&["check", "--fix"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, "lower.wod: 3 mistakes mended\n"));
    assert_eq!(folder.read("lower.wod"), MENDED);
    assert!(
        ran.err.contains("rpe 17")
            && ran.err.ends_with("\n1 error in 1 file\n`wodc explain absurd-amount` says more\n"),
        "{}",
        ran.err
    );

    let again = folder.run(&["check", "--fix"]);
    assert_eq!((again.status, again.out.as_str(), again.err == ran.err), (1, "", true));
    assert_eq!(folder.read("lower.wod"), MENDED);
}

#[test]
fn a_file_that_is_mended_altogether_has_no_mistakes() {
    let folder = Folder::with(&[("lower.wod", "burpees 10 times")]);
    let ran = folder.run(&["check", "lower.wod"]);
    assert!(ran.err.contains("\n1 error in 1 file\n`wodc check --fix` mends it\n"), "{}", ran.err);
    let ran = folder.run(&["check", "lower.wod", "--fix"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "lower.wod: 1 mistake mended\n", ""));
    let ran = folder.run(&["check", "lower.wod", "--fix"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, "1 file, 1 workout: no mistakes\n"));
}

#[test]
fn line_ends_and_a_byte_order_mark_stay() {
    for line_end in ["\n", "\r\n", "\r"] {
        let with = |text: &str| format!("\u{feff}{}", text.replace('\n', line_end));
        let folder = Folder::with(&[("lower.wod", &with(MISTAKES))]);
        folder.run(&["check", "--fix"]);
        assert_eq!(folder.read("lower.wod"), with(MENDED), "{line_end:?}");
    }
}

#[test]
fn diff_shows_and_changes_nothing() {
    let folder = Folder::with(&[("lower.wod", "squat 10\nrest 5m\nlunge 10\n")]);
    let ran = folder.run(&["check", "--diff"]);
    let expected =
        "--- lower.wod\n+++ lower.wod\n@@ -1,3 +1,3 @@\n squat 10\n-rest 5m\n+rest 5min\n lunge 10\n";
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (1, expected, ""));
    assert_eq!(folder.run(&["check", "--fix", "--diff"]).out, expected);
    assert_eq!(folder.read("lower.wod"), "squat 10\nrest 5m\nlunge 10\n");
    let painted = folder.run(&["check", "--diff", "--color", "always"]).out;
    assert!(painted.contains("\u{1b}[32m+rest 5min\u{1b}[0m\n"), "{painted}");
}

#[test]
fn what_is_piped_in_is_mended_on_its_way_out() {
    let folder = Folder::with(&[]);
    let ran = folder.run_with(&["check", "--fix", "-"], MISTAKES, &[]);
    assert_eq!((ran.status, ran.out.as_str()), (1, MENDED));
    assert!(ran.err.contains("standard input:4:"), "{}", ran.err);
    let fine = folder.run_with(&["check", "--fix", "-"], "squat 10", &[]);
    assert_eq!((fine.status, fine.out.as_str(), fine.err.as_str()), (0, "squat 10", ""));
    let ran = folder.run_with(&["check", "--diff", "-"], "rest 5m; squat 5\n", &[]);
    assert!(ran.out.contains("\n-rest 5m; squat 5\n+rest 5min; squat 5\n"), "{}", ran.out);
}

#[test]
fn two_things_do_not_share_standard_output() {
    let folder = Folder::with(&[("lower.wod", MISTAKES)]);
    for arguments in [
        &["check", "--fix", "-", "--format", "json"][..],
        &["check", "--diff", "--format", "sarif"],
        &["build", "lower.wod", "--to", "md", "-o", "-", "--format", "json"],
    ] {
        let ran = folder.run(arguments);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains("would both write to standard output"), "{}", ran.err);
    }
    assert_eq!(folder.read("lower.wod"), MISTAKES);
}

#[test]
fn a_used_file_is_mended_only_when_it_is_checked_itself() {
    let files = [
        ("main.wod", "use \"parts.wod\"\nworkout \"B\" < do \"A\" >\n"),
        ("parts.wod", "workout \"A\" < squat 10; rest 5m >\n"),
    ];
    let folder = Folder::with(&files);
    assert_eq!(folder.run(&["check", "--fix", "main.wod"]).status, 1);
    assert_eq!(folder.read("parts.wod"), files[1].1);
    assert_eq!(folder.run(&["check", "--fix", "parts.wod"]).status, 0);
    assert_eq!(folder.run(&["check", "main.wod"]).status, 0);
}

#[test]
fn a_file_that_is_no_text_is_left_alone() {
    let folder = Folder::with(&[]);
    let bytes = b"rest 5m\n\xFF\n";
    fs::write(folder.path("bad.wod"), bytes).unwrap();
    assert_eq!(folder.run(&["check", "--fix"]).status, 1);
    assert_eq!(fs::read(folder.path("bad.wod")).unwrap(), bytes);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::with(&[("real/lower.wod", MISTAKES)]);
    fs::set_permissions(folder.path("real/lower.wod"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real/lower.wod", folder.path("link.wod")).unwrap();
    let ran = folder.run(&["check", "--fix", "link.wod"]);
    assert_eq!(ran.out, "link.wod: 3 mistakes mended\n");
    assert_eq!(folder.read("real/lower.wod"), MENDED);
    assert!(folder.path("link.wod").is_symlink());
    let mode = fs::metadata(folder.path("real/lower.wod")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("lower.wod", MISTAKES)]);
    fs::set_permissions(folder.path("lower.wod"), fs::Permissions::from_mode(0o444)).unwrap();
    let ran = folder.run(&["check", "--fix"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("error: `lower.wod` cannot be written: you have no permission"), "{}", ran.err);
    assert_eq!(folder.read("lower.wod"), MISTAKES);
    assert_eq!(fs::read_dir(folder.path("")).unwrap().count(), 1);
}

// Formats

/// Asserts that a document keeps to a schema.
fn assert_valid(schema: &Value, document: &Value) {
    if let Some(errors) = Schema::new(schema).errors(document) {
        panic!("{errors}\n{document:#}");
    }
}

/// Returns the folder of the broken files, which hold every kind of mistake.
fn broken() -> Folder {
    let folder = Folder::with(&[]);
    for name in ["tests/broken", "tests/fixtures/mistakes"] {
        let Ok(entries) = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "wod") {
                folder
                    .write(path.file_name().unwrap().to_str().unwrap(), &fs::read_to_string(&path).unwrap());
            }
        }
    }
    folder
}

#[test]
fn json_has_everything_with_bytes_lines_and_columns() {
    let folder = Folder::with(&[("lower.wod", "note \"é\"; rest 5m\nsquat 10\n")]);
    let document = folder.json(&["check", "--format", "json"]);
    let expected = serde_json::json!({
        "format": "wodc-diagnostics/1",
        "diagnostics": [{
            "rule": "metres-for-minutes",
            "severity": "error",
            "message": "`5m` is 5 metres, and a rest is a time",
            "file": "lower.wod",
            "labels": [{
                "text": "`m` is metres, `min` is minutes",
                "start_byte": 16,
                "end_byte": 18,
                "start": { "line": 1, "column": 16 },
                "end": { "line": 1, "column": 18 },
            }],
            "fixes": [{ "edits": [{ "start_byte": 17, "end_byte": 18, "replacement": "min" }] }],
        }],
        "counts": { "errors": 1, "warnings": 0, "notes": 0 },
        "total": 1,
        "shown": 1,
    });
    assert_eq!(document, expected, "{document:#}");
}

#[test]
fn json_and_sarif_keep_to_their_schemas_whether_or_not_there_are_mistakes() {
    let diagnostics: Value = schema_of_diagnostics();
    let mut sarif: Value = serde_json::from_str(include_str!("sarif/sarif-schema-2.1.0.json")).unwrap();
    // The pattern of a key that wodc does not write is no regular expression to everybody.
    for has_language in ["run", "toolComponent"] {
        let language = &mut sarif["definitions"][has_language]["properties"]["language"];
        language.as_object_mut().unwrap().remove("pattern").unwrap();
    }
    for folder in [broken(), Folder::with(&[("fine.wod", "squat 10\n")])] {
        let document = folder.json(&["check", "--format", "json"]);
        assert_valid(&diagnostics, &document);
        let log = folder.json(&["check", "--format", "sarif"]);
        assert_valid(&sarif, &log);
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.len(), document["diagnostics"].as_array().unwrap().len());
        for result in results {
            let rule =
                &log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
            assert_eq!(rule["id"], result["ruleId"]);
        }
    }
}

fn schema_of_diagnostics() -> Value {
    serde_json::from_str(&Folder::with(&[]).run(&["schema", "diagnostics"]).out).unwrap()
}

#[test]
fn the_published_schema_of_diagnostics_is_the_present_one() {
    let published = include_str!("../docs/wodc-diagnostics-1.schema.json");
    assert_eq!(Folder::with(&[]).run(&["schema", "diagnostics"]).out, published);
}

#[test]
fn sarif_has_places_rules_and_corrections() {
    let folder = Folder::with(&[("my legs.wod", "note \"é\"; rest 5m\nsquat 10\n")]);
    let log = folder.json(&["check", "--format", "sarif"]);
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rule = &run["tool"]["driver"]["rules"][0];
    assert_eq!(rule["id"], "metres-for-minutes");
    assert_eq!(rule["shortDescription"]["text"], "`m`, which is metres, where a time must be.");
    let result = &run["results"][0];
    assert_eq!(result["level"], "error");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "my%20legs.wod");
    let region = serde_json::json!({ "startLine": 1, "startColumn": 16, "endLine": 1, "endColumn": 18 });
    assert_eq!(place["region"], region);
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "min");
}

#[test]
fn github_has_one_line_for_each() {
    let folder = Folder::with(&[("lower.wod", "squat 10\nrest 5m\n")]);
    let ran = folder.run(&["check", "--format", "github"]);
    assert_eq!(
        ran.out,
        "::error file=lower.wod,line=2,col=6,endColumn=8,title=metres-for-minutes::`5m` is 5 metres, and a rest is \
         a time.\n"
    );
    assert_eq!(ran.err, "");
}

#[test]
fn of_many_mistakes_people_see_fifty_and_programs_all() {
    let folder = Folder::with(&[("many.wod", &"squat 0\n".repeat(120))]);
    let people = folder.run(&["check"]).err;
    assert_eq!(people.matches("absurd-amount\n\n").count(), 50);
    assert!(people.contains("\n… and 70 more\n120 errors in 1 file\n"), "{people}");
    let narrated = folder.run(&["check", "--format", "narrated"]).err;
    assert!(narrated.contains("\nAnd 70 more.\n120 errors in 1 file.\n"), "{narrated}");
    let document = folder.json(&["check", "--format", "json"]);
    assert_eq!((&document["total"], &document["shown"]), (&120.into(), &120.into()));
    assert_eq!(document["diagnostics"].as_array().unwrap().len(), 120);
    let log = folder.json(&["check", "--format", "sarif"]);
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 120);
}

#[test]
fn of_very_many_mistakes_all_are_counted_and_ten_thousand_listed() {
    let folder = Folder::with(&[("quotes.wod", &"\"\n".repeat(40_000))]);
    let document = folder.json(&["check", "--format", "json"]);
    assert_eq!((&document["total"], &document["counts"]["errors"]), (&40_000.into(), &40_000.into()));
    let listed = document["diagnostics"].as_array().unwrap();
    assert_eq!(listed.len(), 10_001);
    assert_eq!(listed[10_000]["stands_for"], 30_000);
    assert_eq!(listed[10_000]["message"], "there are 30000 more mistakes of this kind from here on");
    assert_valid(&schema_of_diagnostics(), &document);
    let log = folder.json(&["check", "--format", "sarif"]);
    assert_eq!(log["runs"][0]["results"][10_000]["occurrenceCount"], 30_000);
    let people = folder.run(&["check"]).err;
    assert!(people.contains("\n… and 39950 more\n40000 errors in 1 file\n"), "{people}");
}

#[test]
fn build_tells_in_the_same_formats_and_keeps_standard_output_for_them() {
    let folder = Folder::with(&[("a.wod", "squat 10\n"), ("b.wod", "rest 5m\nsquat 5\n")]);
    let ran = folder.run(&["build", "--to", "md", "--format", "json"]);
    let document: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(document["counts"]["errors"], 1);
    assert!(ran.err.contains("build/a.md"), "{}", ran.err);
    assert!(folder.path("build/a.md").is_file());
    let ran = folder.run(&["build", "--to", "md", "--format", "narrated"]);
    assert!(ran.err.starts_with("Error 1 of 1: b.wod, line 1, column 6.\n"), "{}", ran.err);
}

#[test]
fn colours_go_by_the_option_before_the_environment() {
    let folder = Folder::with(&[("lower.wod", MISTAKES)]);
    let in_colour = |arguments: &[&str], variables: &[(&str, &str)]| {
        folder.run_with(&[&["check"], arguments].concat(), "", variables).err.contains('\u{1b}')
    };
    assert!(!in_colour(&[], &[]));
    assert!(in_colour(&["--color", "always"], &[]));
    assert!(in_colour(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(!in_colour(&["--color", "auto"], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
    assert!(in_colour(&["--color", "auto"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!in_colour(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!in_colour(&["--format", "narrated", "--color", "always"], &[]));
}

#[test]
fn nothing_in_a_file_or_its_name_is_obeyed_by_a_terminal() {
    const OBEYED: [char; 7] = ['\u{1b}', '\0', '\u{7}', '\u{8}', '\u{202E}', '\u{2066}', '\r'];
    let text = "title \"a\u{1b}[31m\u{202E}b\"\nsq\u{1b}]0;x\u{7}uat\u{0} 10 sqa\u{202E}at\nrest 5m # \u{1b}[2J\u{8}\n\
                do \"\u{2066}x\u{1b}[0m\"\nburpee\u{202E}s 10\n10 bur\u{202E}pees\n";
    let name = "le\u{1b}[31mgs\u{202E}.wod";
    let folder = Folder::with(&[(name, text)]);
    let runs: [&[&str]; 6] = [
        &["check"],
        &["check", "--format", "narrated"],
        &["check", "--format", "github"],
        &["check", "--diff"],
        &["build", "--to", "md"],
        &["check", "--fix"],
    ];
    for arguments in runs {
        let ran = folder.run(arguments);
        let said = ran.out + &ran.err;
        assert!(said.contains("le␛[31mgs"), "{arguments:?}: {said}");
        assert!(!said.contains(OBEYED), "{arguments:?}: {said:?}");
    }
}
