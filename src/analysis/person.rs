//! Who a file of an athlete is about, for programs that write down what the athlete did.

use super::compilation::Compilation;
use super::files::ReadFile;
use super::loaded::Loaded;
use super::request::{AthleteWanted, Request};
use crate::catalog::unescape;
use crate::check::{Checker, LoadUnit};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::SourceFile;

/// An athlete, and where their results are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    pub name: String,
    /// What their loads are in.
    pub units: LoadUnit,
    /// The path of their results file, as it is written.
    pub results: Option<String>,
}

/// Reads the only athlete of a file. Returns what is wrong where there is none, or where there are mistakes.
pub(crate) fn person(source: SourceFile, read: &dyn ReadFile) -> Result<Person, Box<Compilation>> {
    let request = Request { athlete: Some(AthleteWanted::In(source.clone())), ..Request::default() };
    let loaded = Loaded::new(source, &request, read);
    let files = &loaded.files;
    let (program, found, _) = Checker::new(files, request.settings()).finish(Vec::new());
    // Mistakes in other files, such as the results themselves, leave who it is as it is.
    let is_own = |one: &&Diagnostic| one.rule != Rule::UsedFileHasErrors;
    let diagnostics = loaded.diagnostics.iter().chain(&found).filter(is_own).cloned().collect();
    let refused = Compilation::of_diagnostics(files.sources(), diagnostics);
    let athlete = program.athlete.filter(|_| !refused.has_errors()).ok_or_else(|| Box::new(refused))?;
    let path = athlete.results.map(|place| {
        let text = &files.get(place.file).text;
        let quoted = text.get(place.span.range()).unwrap_or_default();
        let inner = quoted.strip_prefix('"').map_or(quoted, |rest| rest.strip_suffix('"').unwrap_or(rest));
        unescape(inner)
    });
    Ok(Person { name: athlete.name.clone(), units: athlete.units, results: path })
}
