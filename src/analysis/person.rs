//! Who a file of an athlete is about, for programs that write down what the athlete did.

use super::compilation::Compilation;
use super::files::ReadFile;
#[cfg(any(feature = "play", feature = "watch"))]
use super::load::used_name;
use super::loaded::Loaded;
use super::request::{AthleteWanted, Request};
use crate::catalog::unescape;
use crate::check::{Checker, Files, LoadUnit};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{Place, SourceFile};

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
    let path = athlete.results.map(|place| written_path(files, place));
    Ok(Person { name: athlete.name.clone(), units: athlete.units, results: path })
}

/// Returns the athlete that a file is built for, with the path of their results file within the project. None where it is
/// built for nobody.
#[cfg(any(feature = "play", feature = "watch"))]
pub(crate) fn built_for(source: SourceFile, request: &Request, read: &dyn ReadFile) -> Option<Person> {
    let loaded = Loaded::new(source, request, read);
    let files = &loaded.files;
    let (program, _, _) = Checker::new(files, request.settings()).finish(Vec::new());
    let athlete = program.athlete?;
    let listed =
        athlete.results.map(|place| used_name(&files.get(place.file).name, &written_path(files, place)));
    let results = request.results.as_ref().map(|own| own.name.to_string()).or(listed);
    Some(Person { name: athlete.name.clone(), units: athlete.units, results })
}

/// Returns the path at a place, as it is written.
fn written_path(files: &Files, place: Place) -> String {
    let text = &files.get(place.file).text;
    let quoted = text.get(place.span.range()).unwrap_or_default();
    let inner = quoted.strip_prefix('"').map_or(quoted, |rest| rest.strip_suffix('"').unwrap_or(rest));
    unescape(inner)
}
