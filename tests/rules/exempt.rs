//! The rules that no workout can show, each tested in its own way.

use wodc::analysis::NoFiles;
use wodc::source::SourceFile;

use crate::{Rule, diagnose, errors, gives, written};

/// The rules whose page has no example, since a page cannot show what gives them.
pub const WITHOUT_EXAMPLES: [(Rule, &str); 6] = [
    (Rule::UnknownAthlete, "whom it is compiled for does not stand in the file"),
    (Rule::NoSheet, "nobody would read 501 steps"),
    (Rule::FileTooLarge, "its example would be 4 MB"),
    (Rule::NotUtf8, "a page is UTF-8 text itself"),
    (Rule::ControlCharacter, "its example cannot be seen"),
    (Rule::NestedTooDeep, "nobody would read 65 blocks inside each other"),
];

/// The rules that have no fixture.
pub const WITHOUT_FIXTURES: [(Rule, &str); 3] = [
    (Rule::UnknownAthlete, "whom it is compiled for does not stand in the file"),
    (Rule::FileTooLarge, "nobody wants 4 MB of it beside the others"),
    (Rule::NoSheet, "a build without sheets has nothing to say of them"),
];

#[cfg(feature = "pdf")]
#[test]
fn a_sheet_has_room_for_five_hundred_rows_and_no_more() {
    // Whether there is room is known before anything is set, which would take its time.
    let said = diagnose(&"squat 10\n".repeat(501), Rule::NoSheet, &NoFiles);
    assert!(gives(&said, Rule::NoSheet), "{}", written(&said));
    let said = diagnose(&"squat 10\n".repeat(50), Rule::NoSheet, &NoFiles);
    assert!(!gives(&said, Rule::NoSheet), "{}", written(&said));
}

#[test]
fn a_file_may_have_four_megabytes_and_no_more() {
    let line = "squat 10 # ten slow ones, with the chest up and the heels down\n";
    let remark = format!("# {}\n", "-".repeat(1000));
    let mut text = line.to_owned();
    while text.len() + remark.len() < SourceFile::MAX_BYTES {
        text += &remark;
    }
    text += "#";
    text += &"-".repeat(SourceFile::MAX_BYTES - text.len());
    let said = diagnose(&text, Rule::FileTooLarge, &NoFiles);
    assert!(said.is_empty(), "{}", written(&said));
    text += "-";
    let said = diagnose(&text, Rule::FileTooLarge, &NoFiles);
    assert!(gives(&said, Rule::FileTooLarge) && errors(&said).count() == 1, "{}", written(&said));
}

/// What is no text never comes as far as the compiler, so the program itself is asked.
#[cfg(feature = "cli")]
#[test]
fn bytes_that_are_no_text_are_refused_by_the_program() {
    let check = |name: &str| {
        let path = crate::project("tests/rules/not-utf8").join(name);
        std::process::Command::new(env!("CARGO_BIN_EXE_wodc")).arg("check").arg(path).output().unwrap()
    };
    let bad = check("bad.wod");
    let said = String::from_utf8_lossy(&bad.stderr).into_owned();
    assert_eq!(bad.status.code(), Some(1), "{said}");
    assert_eq!(said.lines().filter(|line| *line == "not-utf8").count(), 1, "{said}");
    let good = check("good.wod");
    assert!(good.status.success() && good.stderr.is_empty(), "{}", String::from_utf8_lossy(&good.stderr));
}
