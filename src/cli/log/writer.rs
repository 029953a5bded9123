//! Where the results of a workout go that is run, on a page or in the terminal.

#[cfg(feature = "play")]
use std::path::Path;
use std::path::PathBuf;

use super::write_down;
use crate::analysis::person;
use crate::cli::compile::{Opened, open};
use crate::cli::project::Project;
use crate::cli::settings::Job;
#[cfg(feature = "play")]
use crate::cli::visible;

/// Whose results a workout has that is run, and where they go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writer {
    /// The athlete's name.
    athlete: String,
    /// The results file.
    path: PathBuf,
    /// The same for people.
    pub shown: String,
}

impl Writer {
    /// Returns where the results of a file's workouts go. None if it is built for nobody, or if the athlete names no file
    /// inside the project.
    pub fn of(job: &Job) -> Option<Self> {
        let Ok(Opened::Text { source, project }) = open(&job.input) else { return None };
        let person = person::built_for(source, &job.wanted.request, &project)?;
        let results = person.results?;
        let path = place(&project, &results)?;
        Some(Self { athlete: person.name, path, shown: project.shown(&results) })
    }

    /// The same, for a file that the command line names, wherever it is.
    #[cfg(feature = "play")]
    pub fn to(job: &Job, named: &Path) -> Option<Self> {
        let Ok(Opened::Text { source, project }) = open(&job.input) else { return None };
        let person = person::built_for(source, &job.wanted.request, &project)?;
        Some(Self { athlete: person.name, path: named.to_path_buf(), shown: visible::name(named) })
    }

    /// Adds what was done. Returns what to say about it; the error is why nothing was added.
    pub fn write(self, text: String) -> Result<String, String> {
        write_down(text, self.athlete, self.path, self.shown)
    }
}

/// Returns where a file of a project is, which need not exist yet; none if that is outside.
fn place(project: &Project, name: &str) -> Option<PathBuf> {
    let path = project.root().join(name);
    let folder = dunce::canonicalize(path.parent()?).ok()?;
    let path = folder.join(path.file_name()?);
    let whole = dunce::canonicalize(&path).unwrap_or(path);
    whole.starts_with(project.root()).then_some(whole)
}
