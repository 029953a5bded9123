//! What people get back when they make mistakes: one message for each, on the exact words, and what to type instead.
//!
//! The cases stand in `tests/mistakes/`. Of each, `|` begins the lines of the file, `rule: words` says which rule is
//! reported on which words, in order, and `=>` shows the file with a fix applied. `⏎` stands for a line end.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use wodc::diagnostic::{Diagnostic, Rule};
use wodc::driver::{self, Format, ReadFile, Request};
use wodc::source::SourceFile;

const MISTAKES: [(&str, &str); 9] = [
    ("about.txt", include_str!("mistakes/about.txt")),
    ("amounts.txt", include_str!("mistakes/amounts.txt")),
    ("blocks.txt", include_str!("mistakes/blocks.txt")),
    ("definitions.txt", include_str!("mistakes/definitions.txt")),
    ("order.txt", include_str!("mistakes/order.txt")),
    ("signs.txt", include_str!("mistakes/signs.txt")),
    ("spelling.txt", include_str!("mistakes/spelling.txt")),
    ("steps.txt", include_str!("mistakes/steps.txt")),
    ("training.txt", include_str!("mistakes/training.txt")),
];

const GOOD: &str = include_str!("mistakes/good.txt");

/// Words of programmers, which no message says.
const FOREIGN: [&str; 14] = [
    "token",
    "identifier",
    "syntax",
    "parse",
    "parser",
    "invalid",
    "unexpected",
    "argument",
    "parameter",
    "literal",
    "operator",
    "delimiter",
    "eof",
    "null",
];

/// The files beside the one that is compiled.
struct Beside(BTreeMap<&'static str, &'static str>);

impl ReadFile for Beside {
    fn read(&self, path: &str) -> Result<String, String> {
        self.0.get(path).map(|text| (*text).to_owned()).ok_or_else(|| "there is no such file".to_owned())
    }
}

fn diagnose_beside(text: &str, beside: &[(&'static str, &'static str)]) -> Vec<Diagnostic> {
    let request = Request { formats: Format::ALL.to_vec(), ..Request::default() };
    let beside = Beside(beside.iter().copied().collect());
    driver::compile(SourceFile::new("stdin.wod", text), &request, &beside).diagnostics
}

fn diagnose(text: &str) -> Vec<Diagnostic> {
    diagnose_beside(text, &[])
}

/// The texts of the cases of one file: their lines that begin with `|`.
fn texts(cases: &str) -> Vec<String> {
    cases
        .split("\n\n")
        .map(|case| case.lines().filter_map(|line| line.strip_prefix('|')))
        .map(|lines| lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n"))
        .filter(|text| !text.is_empty())
        .collect()
}

fn words<'t>(text: &'t str, diagnostic: &Diagnostic) -> &'t str {
    &text[diagnostic.span().range()]
}

/// Returns the text with each fix applied, one after the other to the text as it was.
fn mended(text: &str, diagnostics: &[Diagnostic]) -> Vec<String> {
    let fixes = diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref());
    fixes.map(|fix| driver::apply(text, [fix])).collect()
}

/// Writes a case as it stands in its file.
fn case(text: &str) -> String {
    let diagnostics = diagnose(text);
    let mut case = String::new();
    for line in text.split('\n') {
        let _ = writeln!(case, "{}", format!("| {line}").trim_end());
    }
    for diagnostic in &diagnostics {
        let words = words(text, diagnostic).replace('\n', " ⏎ ");
        let _ = writeln!(case, "{}: {words}", diagnostic.rule.name());
    }
    for mended in mended(text, &diagnostics) {
        let _ = writeln!(case, "=> {}", mended.replace('\n', " ⏎ "));
    }
    case
}

#[test]
fn each_mistake_is_said_once_on_its_own_words() {
    let mut count = 0;
    for (name, cases) in MISTAKES {
        let expected: Vec<&str> = cases.split("\n\n").filter(|case| case.starts_with('|')).collect();
        for (text, expected) in texts(cases).iter().zip(expected) {
            assert_eq!(case(text).trim_end(), expected.trim_end(), "in {name}");
            count += 1;
        }
    }
    assert!(count > 400, "only {count} cases were found");
}

#[test]
fn of_a_good_file_nothing_is_said() {
    let ends = [
        "title \"X\"\r\nsquat 10\r\nrun 400m\r\n",
        "title \"X\"\rsquat 10\rrun 400m",
        "\u{feff}title \"X\"\nsquat 10\n",
        "squat\u{a0}10\u{3000}@\t20kg",
    ];
    for text in texts(GOOD).iter().map(String::as_str).chain(ends) {
        let said: Vec<_> = diagnose(text).into_iter().map(|one| (one.rule.name(), one.message)).collect();
        assert!(said.is_empty(), "of\n{text}\nit is said: {said:?}");
    }
}

#[test]
fn a_fix_takes_away_what_it_is_given_for() {
    for text in MISTAKES.iter().flat_map(|(_, cases)| texts(cases)) {
        let diagnostics = diagnose(&text);
        for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.fix.is_some()) {
            let mended = mended(&text, std::slice::from_ref(diagnostic)).remove(0);
            let same = |all: &[Diagnostic]| {
                let is_same =
                    |one: &&Diagnostic| one.rule == diagnostic.rule && one.message == diagnostic.message;
                all.iter().filter(is_same).count()
            };
            let said = &diagnostic.message;
            let after = diagnose(&mended);
            assert!(same(&after) < same(&diagnostics), "{text}\nmended as\n{mended}\nstill says: {said}");
        }
    }
}

#[test]
fn what_is_certain_is_mended_at_once() {
    let mend = |text: &str| {
        let files = Beside(BTreeMap::new());
        driver::mend(SourceFile::new("stdin.wod", text), &Request::default(), &files)
    };
    for text in MISTAKES.iter().flat_map(|(_, cases)| texts(cases)) {
        let mended = mend(&text);
        let left = mended.compilation.diagnostics.iter().find(|diagnostic| diagnostic.fix.is_some());
        assert_eq!(left, None, "of\n{text}\nmended as\n{}", mended.text);
        assert_eq!(mend(&mended.text).text, mended.text, "of\n{text}");
    }
}

#[test]
fn every_rule_is_given_by_some_mistake() {
    let mut given: BTreeSet<Rule> = BTreeSet::new();
    for text in MISTAKES.iter().flat_map(|(_, cases)| texts(cases)) {
        given.extend(diagnose(&text).iter().map(|diagnostic| diagnostic.rule));
    }
    let too_deep = format!("{}squat 5{}", "circuit < ".repeat(100), " >".repeat(100));
    let too_large = "# nothing\n".repeat(500_000);
    for text in ["squat\u{0} 10", &too_deep, &too_large] {
        given.extend(diagnose(text).iter().map(|diagnostic| diagnostic.rule));
    }
    let beside = [
        ("a.wod", "movement \"hop\" < pattern jump >\nworkout \"A\" < sqat >"),
        ("b.wod", "movement \"hop\" < pattern jump >"),
    ];
    let uses = "use \"a.wod\"; use \"b.wod\"\nworkout \"B\" < hop 10; do \"A\" >";
    given.extend(diagnose_beside(uses, &beside).iter().map(|diagnostic| diagnostic.rule));
    // Bytes that are no text never come as far as a compilation.
    given.insert(Rule::NotUtf8);
    let never: Vec<&str> =
        Rule::ALL.iter().filter(|rule| !given.contains(rule)).map(|rule| rule.name()).collect();
    assert!(never.is_empty(), "no case is about {never:?}");
}

#[test]
fn messages_speak_of_training_and_not_of_programs() {
    for text in MISTAKES.iter().flat_map(|(_, cases)| texts(cases)) {
        for diagnostic in diagnose(&text) {
            let labels = diagnostic.labels.iter().map(|label| label.text.as_str());
            let said = labels.chain([diagnostic.message.as_str()]).chain(diagnostic.help.as_deref());
            for said in said {
                // What stands between backticks is the coach's own text, or what to write.
                let own: String = said.split('`').step_by(2).collect::<Vec<_>>().join(" ");
                let foreign = own
                    .split(|c: char| !c.is_alphabetic())
                    .find(|word| FOREIGN.iter().any(|foreign| foreign.eq_ignore_ascii_case(word)));
                assert_eq!(foreign, None, "{said}");
            }
            assert!(!diagnostic.message.ends_with('.'), "{}", diagnostic.message);
        }
    }
}
