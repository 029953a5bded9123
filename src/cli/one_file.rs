//! The file of a command that looks at one: `wodc foresee`, `wodc progress`.

use std::path::PathBuf;

use super::athlete::AthleteArgument;
use super::compile::{Opened, named, open};
use super::inputs::Input;
use super::outcome::{Outcome, Trouble};
use super::project::Project;
use super::report::{Report, Telling};
use super::settings::{self, Asked};
use super::streams;
use crate::analysis::{Compilation, Request, diagnose};
use crate::source::SourceFile;

/// A file without mistakes.
pub struct OneFile {
    pub source: SourceFile,
    pub project: Project,
    pub request: Request,
    /// What it is called.
    pub input: Input,
    /// Its diagnostics, none of which is an error.
    pub found: Compilation,
}

/// Opens the file of a command and checks it for one athlete. If it has errors, they are reported, and the inner result is
/// the outcome. `command` is how the command is called, and `file` which file it needs: `the one with the plan`.
pub fn checked(
    path: &PathBuf,
    asked: &AthleteArgument,
    telling: Telling,
    (command, file): (&str, &str),
) -> Result<Result<OneFile, Outcome>, Trouble> {
    let AthleteArgument { athlete, results } = asked;
    let asked = Asked { athlete: athlete.clone(), results: results.clone(), ..Asked::default() };
    let (jobs, troubles) = settings::find(std::slice::from_ref(path), &asked);
    if !troubles.is_empty() {
        return Ok(Err(streams::tell_all(&troubles)));
    }
    let [job] = jobs.as_slice() else {
        return Err(Trouble::new(format!("`{command}` looks at one file; name {file}")));
    };
    if job.wanted.athletes.len() > 1 {
        return Err(Trouble::new(format!("`{command}` is about one athlete; name one")));
    }
    let (source, project) = match open(&job.input)? {
        Opened::Text { source, project } => (source, project),
        Opened::Refused(refusal) => return tell(&refusal, telling).map(Err),
    };
    let found = diagnose(source.clone(), &job.wanted.request, &project);
    let has_errors = found.has_errors();
    let found = named(found, &job.input, &project);
    if has_errors {
        return tell(&found, telling).map(Err);
    }
    let (request, input) = (job.wanted.request.clone(), job.input.clone());
    Ok(Ok(OneFile { source, project, request, input, found }))
}

/// Reports the diagnostics of a file.
pub fn tell(found: &Compilation, telling: Telling) -> Result<Outcome, Trouble> {
    let report = Report::new(std::iter::once(found));
    report.print(telling)?;
    Ok(report.outcome())
}
