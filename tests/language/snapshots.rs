//! One snapshot a stage and output for every example and good fixture. A snapshot that is wrong is a mistake in the
//! compiler: none is accepted without being read.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use insta::{Settings, assert_snapshot, glob};
use wodc::emit::Format;
use wodc::internals::syntax;

use crate::input::{Input, files_in, project};
use crate::{segments, tree};

/// The most lines of a script that are kept. Longer ones say the same again; the laws hold for all of them.
const LONGEST_SCRIPT: usize = 40;

/// The inputs whose JSON is kept whole. The timelines are made of all the others'.
const KEPT_AS_JSON: [&str; 5] =
    ["blocks-in-blocks", "levels", "movement-definition", "per-side-with-sets-and-rest", "sets-that-differ"];

/// The inputs whose playbook is kept whole: what the clock ends, what the athlete ends, intervals, `or`.
const KEPT_AS_PLAYBOOK: [(&str, &str); 4] = [
    ("examples", "travel"),
    ("examples", "emom-two-movements"),
    ("examples", "fran"),
    ("examples", "hangboard"),
];

/// Runs `compare` with snapshots that lie in a folder of the stage's own.
fn in_folder(stage: &str, compare: impl FnOnce()) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(project().join("tests/snapshots").join(stage));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(compare);
}

/// Compares what `write` makes of each example and good fixture with the snapshots in a folder of the stage's own.
fn compare(stage: &str, write: impl Fn(&Input) -> String) {
    in_folder(stage, || {
        glob!("../../examples", "*.wod", |path| assert_snapshot!("example", write(&Input::read(path))));
        glob!("../fixtures/good", "*.wod", |path| assert_snapshot!("good", write(&Input::read(path))));
    });
}

#[test]
fn syntax_trees() {
    compare("tree", |input| {
        let (read, diagnostics) = syntax::parse(&input.text);
        tree::write(&input.text, &read) + &input.said(&diagnostics)
    });
}

#[test]
fn timelines() {
    compare("timeline", |input| segments::write(&input.output(None, Format::JSON)));
}

#[test]
fn cards() {
    compare("card", |input| input.output(None, Format::MARKDOWN));
}

#[test]
fn scripts_of_cues() {
    compare("cues", |input| {
        if input.compile(None, &[]).workouts.is_empty() {
            return "A plan has no script.\n".to_owned();
        }
        let script = input.output(None, Format::CUES);
        let kept: Vec<&str> = script.lines().take(LONGEST_SCRIPT).collect();
        match script.lines().count() - kept.len() {
            0 => script,
            more => format!("{}\n… and {more} more lines\n", kept.join("\n")),
        }
    });
}

#[test]
fn json() {
    in_folder("json", || {
        for name in KEPT_AS_JSON {
            let input = Input::read(&project().join(format!("tests/fixtures/good/{name}.wod")));
            assert_snapshot!(name, input.output(None, Format::JSON));
        }
    });
}

#[test]
fn playbooks() {
    in_folder("playbook", || {
        for (folder, name) in KEPT_AS_PLAYBOOK {
            let input = Input::read(&project().join(format!("{folder}/{name}.wod")));
            let playbook = input.playbook();
            assert_snapshot!(name, serde_json::to_string_pretty(&playbook).unwrap());
        }
    });
}

/// What is said of files that give their outputs all the same.
#[test]
fn warnings() {
    in_folder("warnings", || {
        for input in files_in("tests/fixtures/warned") {
            assert_snapshot!(input.name.trim_end_matches(".wod"), input.said(&input.diagnostics()));
        }
    });
}

#[test]
fn no_snapshot_outlives_its_input() {
    let names = |folder: &str, kind: &str| {
        let inputs = files_in(folder).into_iter();
        inputs.map(|input| format!("{kind}@{}.snap", input.name)).collect::<BTreeSet<_>>()
    };
    let mut expected = names("examples", "example");
    expected.extend(names("tests/fixtures/good", "good"));
    for stage in ["tree", "timeline", "card", "cues"] {
        assert_eq!(snapshots_in(stage), expected, "tests/snapshots/{stage}");
    }
    assert_eq!(snapshots_in("json"), KEPT_AS_JSON.map(|name| format!("{name}.snap")).into());
    let warned =
        files_in("tests/fixtures/warned").iter().map(|input| input.name.replace(".wod", ".snap")).collect();
    assert_eq!(snapshots_in("warnings"), warned);
}

fn snapshots_in(stage: &str) -> BTreeSet<String> {
    let folder = Path::new("tests/snapshots").join(stage);
    let entries = fs::read_dir(project().join(folder)).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.ends_with(".snap.new"))
        .collect()
}
