//! What must hold of any text, for a fuzzer to look for the one of which it does not.

use wodc::analysis::{self, Compilation, NoFiles, Request};
use wodc::diagnostic::document::json;
use wodc::diagnostic::{Diagnostic, Findings, Fix, Severity, sarif};
use wodc::emit::Format;
use wodc::source::{FileId, SourceFile};

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

/// A text compiles to all outputs or to errors, and every place that a diagnostic names lies in the file, between two
/// characters.
pub fn compile(text: &str) {
    let compilation = compiled(text, Format::all().collect());
    for one in &compilation.diagnostics {
        let file = &compilation.files[usize::from(one.file.0)];
        let fixes = one.fix.iter().flat_map(Fix::spans);
        for span in one.labels.iter().map(|label| label.span).chain(fixes) {
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
    for output in compilation.outputs.iter().filter(|output| output.format == Format::JSON) {
        let read: serde_json::Value = serde_json::from_slice(output.content.as_bytes()).expect("JSON");
        let workouts = read["workouts"].as_array().map_or(0, Vec::len);
        assert_eq!(workouts, compilation.workouts.len());
    }
}

/// The canonical text of a text is its own canonical text, and compiles to the same.
pub fn format(text: &str) {
    let Ok(formatted) = analysis::format(source(text)) else { return };
    let again = analysis::format(source(&formatted)).map_err(|refused| refused.diagnostics);
    assert_eq!(again.as_deref(), Ok(&*formatted), "formatted a second time, it changes again");
    let [before, after] = [text, &formatted].map(|text| compiled(text, Format::plain().collect()));
    assert_eq!(rules(&after), rules(&before), "formatted, something else is said of it:\n{formatted}");
    assert!(after.outputs == before.outputs, "formatted, it compiles to something else:\n{formatted}");
}

/// Returns the rules that a file breaks, in no order: the parts of a statement may have changed places.
fn rules(compilation: &Compilation) -> Vec<&'static str> {
    let mut rules: Vec<_> = compilation.diagnostics.iter().map(|one| one.rule.name()).collect();
    rules.sort_unstable();
    rules
}

/// Mending leaves nothing to mend, and no more errors than there were.
pub fn mend(text: &str) {
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
    let compilation = compiled(text, Vec::new());
    let files = &compilation.files;
    let found = compilation.diagnostics.iter().map(|one| (&files[usize::from(one.file.0)], one));
    let findings = Findings::new(found.collect());
    for document in [json(&findings), sarif(&findings)] {
        serde_json::from_str::<serde_json::Value>(&document).expect("JSON");
    }
    if findings.is_empty() {
        return;
    }
    let [human, narrated, github] = wodc::internals::in_words(&findings);
    for told in [&human, &narrated, &github] {
        let is_obeyed = |sign: char| sign.is_control() && sign != '\n' || matches!(sign, '\u{202a}'..='\u{202e}');
        assert!(!told.contains(is_obeyed), "{told:?}");
    }
    for line in github.lines() {
        assert!(["::error ", "::warning ", "::notice "].iter().any(|command| line.starts_with(command)), "{line:?}");
    }
}
