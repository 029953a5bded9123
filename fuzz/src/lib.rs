//! What must hold of any text, for a fuzzer to look for the one of which it does not.

use std::num::NonZeroUsize;
use std::sync::Once;

use serde_json::Value;
use wodc::analysis::{self, Compilation, NoFiles, Request};
use wodc::diagnostic::document::json;
use wodc::diagnostic::{Diagnostic, Findings, Severity, sarif};
use wodc::emit::Format;
use wodc::source::{FileId, SourceFile};

/// Lets this thread do all the work, so that the same texts cover the same code each time. What the threads of a pool do
/// while they wait would count as well.
fn alone() {
    static ALONE: Once = Once::new();
    ALONE.call_once(|| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread();
        pool.build_global().expect("nothing has asked for a pool before");
    });
}

fn source(text: &str) -> SourceFile {
    SourceFile::new("fuzz.wod", text)
}

fn compiled(text: &str, formats: Vec<Format>) -> Compilation {
    let request = Request { formats, ..Request::default() };
    analysis::compile(source(text), &request, &NoFiles)
}

fn errors(compilation: &Compilation) -> usize {
    let errors = compilation.diagnostics.iter().filter(|one| one.severity == Severity::Error);
    errors.map(|one| one.stands_for).sum()
}

/// Returns what was made: of which format, under which name, with what in it.
fn made(compilation: &Compilation) -> Vec<(&str, &str, &[u8])> {
    let outputs = compilation.outputs.iter();
    outputs.map(|one| (one.format.name(), &*one.suffix, one.content.as_bytes())).collect()
}

/// A text compiles to all outputs or to errors, twice to the same, and every place that a diagnostic names lies in the file, between two
/// characters.
pub fn compile(text: &str) {
    alone();
    let compilation = compiled(text, Format::all().collect());
    for one in &compilation.diagnostics {
        let file = &compilation.files[usize::from(one.file.0)];
        for span in one.places() {
            assert!(file.text.get(span.range()).is_some(), "not between characters of the file: {one:?}");
        }
        let said = std::iter::once(&one.message).chain(&one.help);
        assert!(said.into_iter().all(|said| !said.is_empty() && !said.contains(['\n', '\r'])), "{one:?}");
    }
    let places: Vec<_> = compilation.diagnostics.iter().map(|one| (one.file, one.span())).collect();
    assert!(places.is_sorted(), "not sorted by place: {:#?}", compilation.diagnostics);
    if compilation.has_errors() {
        assert!(compilation.outputs.is_empty() && compilation.workouts.is_empty(), "outputs beside errors");
    }
    let again = compiled(text, Format::all().collect());
    assert!(made(&again) == made(&compilation), "compiled a second time, it comes to something else");
    assert_eq!(format!("{:?}", again.diagnostics), format!("{:?}", compilation.diagnostics), "the second time");
    for output in compilation.outputs.iter().filter(|output| output.format == Format::JSON) {
        let read: Value = serde_json::from_slice(output.content.as_bytes()).expect("JSON");
        let workouts = read["workouts"].as_array().map_or(0, Vec::len);
        assert_eq!(workouts, compilation.workouts.len());
    }
}

/// The canonical text of a text is its own canonical text, and compiles to the same.
pub fn format(text: &str) {
    alone();
    let Ok(formatted) = analysis::format(source(text)) else { return };
    let again = analysis::format(source(&formatted)).unwrap_or_else(|refused| {
        panic!("formatted, it cannot be read: {:?}\n{formatted}", refused.diagnostics)
    });
    assert_eq!(again, formatted, "formatted a second time, it changes again");
    let [before, after] = [text, &formatted].map(|text| compiled(text, Format::plain().collect()));
    assert_eq!(rules(&after), rules(&before), "formatted, something else is said of it:\n{formatted}");
    assert!(made(&after) == made(&before), "formatted, it compiles to something else:\n{formatted}");
}

/// Returns the rules that a file breaks, in no order: the parts of a statement may have changed places.
fn rules(compilation: &Compilation) -> Vec<&'static str> {
    let mut rules: Vec<_> = compilation.diagnostics.iter().map(|one| one.rule.name()).collect();
    rules.sort_unstable();
    rules
}

/// Mending leaves nothing to mend, and no more errors than there were.
pub fn mend(text: &str) {
    alone();
    let mended = analysis::mend(source(text), &Request::default(), &NoFiles);
    let is_left = |one: &&Diagnostic| one.fix.is_some() && one.file == FileId::default();
    let left = mended.compilation.diagnostics.iter().find(is_left);
    assert!(left.is_none(), "mended as\n{}\nthis is left to mend: {left:?}", mended.text);
    let again = analysis::mend(source(&mended.text), &Request::default(), &NoFiles);
    assert_eq!((again.text, again.mistakes), (mended.text.clone(), 0), "mended a second time, it changes again");
    let (before, after) = (errors(&compiled(text, Vec::new())), errors(&mended.compilation));
    assert!(after <= before, "{before} errors became {after}:\n{}", mended.text);
}

/// What is said of a text can be told in every form, and no form lets through what a terminal or another program would
/// obey.
pub fn diagnostics(text: &str) {
    alone();
    let compilation = compiled(text, Vec::new());
    let files = &compilation.files;
    let found = compilation.diagnostics.iter().map(|one| (&files[usize::from(one.file.0)], one));
    let findings = Findings::new(found.collect());
    for write in [json, sarif] {
        let mut document = Vec::new();
        write(&findings, &mut document).expect("memory takes it");
        serde_json::from_slice::<Value>(&document).expect("JSON");
    }
    if findings.is_empty() {
        return;
    }
    let [human, narrated, github] = wodc::internals::in_words(&findings);
    for told in [&human, &narrated, &github] {
        let is_obeyed = |sign: char| sign.is_control() && !matches!(sign, '\n' | '\t') || matches!(sign, '\u{202a}'..='\u{202e}');
        assert!(!told.contains(is_obeyed), "{told:?}");
    }
    for line in github.lines() {
        assert!(["::error ", "::warning ", "::notice "].iter().any(|command| line.starts_with(command)), "{line:?}");
    }
}

/// Each line is answered, in order and by as much as it has, however many lines are compiled at a time.
pub fn batch(lines: &[u8]) {
    let answered = wodc::internals::answers(lines.to_vec(), NonZeroUsize::MIN);
    let at_a_time = NonZeroUsize::new(3).expect("three");
    assert_eq!(wodc::internals::answers(lines.to_vec(), at_a_time), answered, "several at a time");
    let answers: Vec<&[u8]> = answered.split_inclusive(|&byte| byte == b'\n').collect();
    let lines: Vec<&[u8]> = lines.split_inclusive(|&byte| byte == b'\n').collect();
    assert_eq!(answers.len(), lines.len(), "an answer for each line");
    for (at, (line, answer)) in lines.iter().zip(answers).enumerate() {
        let answer: Value = serde_json::from_slice(answer).expect("JSON");
        assert_eq!(answer["line"], at as u64 + 1);
        let (said, outputs) = (answer["diagnostics"].as_array(), answer["outputs"].as_array());
        let (said, outputs) = (said.expect("a list"), outputs.expect("a list"));
        let is_wrong = answer.get("error").is_some() || said.iter().any(|one| one["severity"] == "error");
        assert_eq!(answer["ok"], !is_wrong, "{answer}");
        assert!(outputs.is_empty() || !is_wrong, "outputs beside errors: {answer}");
        assert!(said.is_empty() || answer.get("error").is_none(), "a line that is not used is not looked at: {answer}");
        if let Ok(Value::Object(line)) = serde_json::from_slice(line) {
            assert_eq!(answer.get("id"), line.get("id"));
        }
    }
}
