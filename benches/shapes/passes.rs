//! The passes over a text of each shape.

use std::hint::black_box;

use wodc::analysis::{NoFiles, Request, compile, diagnose, format, mend};
use wodc::diagnostic::Findings;
use wodc::emit::Format;
use wodc::source::SourceFile;

/// A pass over a text.
pub type Pass = fn(&str);

/// The passes, with their names in the table.
pub const PASSES: &[(&str, Pass)] =
    &[("check", check), ("write", write), ("fmt", formatted), ("fix", fix), ("report", report)];

fn source(text: &str) -> SourceFile {
    SourceFile::new("shape.wod", text)
}

/// Everything that `wodc check` does, except for printing.
fn check(text: &str) {
    black_box(diagnose(source(text), &Request::default(), &NoFiles));
}

/// All outputs except sheets, which Typst makes.
fn write(text: &str) {
    let formats: Vec<Format> = Format::all().filter(|format| format.name() != "pdf").collect();
    black_box(compile(source(text), &Request { formats, ..Request::default() }, &NoFiles));
}

fn formatted(text: &str) {
    let _ = black_box(format(source(text)));
}

fn fix(text: &str) {
    black_box(mend(source(text), &Request::default(), &NoFiles));
}

/// The diagnostics as data for other programs.
fn report(text: &str) {
    let compilation = diagnose(source(text), &Request::default(), &NoFiles);
    let files = &compilation.files;
    let found =
        compilation.diagnostics.iter().filter_map(|one| Some((files.get(usize::from(one.file.0))?, one)));
    let findings = Findings::new(found.collect());
    let mut sink = std::io::sink();
    wodc::diagnostic::document::json(&findings, &mut sink).expect("a sink takes everything");
    wodc::diagnostic::sarif(&findings, &mut sink).expect("a sink takes everything");
}
