//! What the page that is watched gives back: it is added to the athlete's results file.

use std::path::PathBuf;

use http_body_util::{BodyExt, Limited};
use hyper::body::{Body, Incoming};
use tokio::time::timeout;

use super::connections::LONGEST_HEAD;
use crate::analysis::person;
use crate::cli::compile::{Opened, open};
use crate::cli::log;
use crate::cli::project::Project;
use crate::cli::settings::Job;

/// The most that a page sends, in bytes: far more than anybody writes down of one session.
const MOST_BYTES: usize = 64 * 1024;

/// Whose results a page has, and where they go.
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
    /// Returns where the results of a file's pages go. None if it is built for nobody, or if the athlete names no file
    /// inside the project.
    pub fn of(job: &Job) -> Option<Self> {
        let Ok(Opened::Text { source, project }) = open(&job.input) else { return None };
        let person = person::built_for(source, &job.wanted.request, &project)?;
        let results = person.results?;
        let path = place(&project, &results)?;
        Some(Self { athlete: person.name, path, shown: project.shown(&results) })
    }

    /// Adds what was done. Returns what to say about it; the error is why nothing was added.
    pub fn write(self, text: String) -> Result<String, String> {
        log::write_down(text, self.athlete, self.path, self.shown)
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

/// Tells whether a page does not say that it sends too much.
pub fn is_fit(body: &Incoming) -> bool {
    body.size_hint().lower() <= MOST_BYTES as u64
}

/// Reads what a page sends. None if it is too much, takes too long or is not text.
pub async fn sent(body: Incoming) -> Option<String> {
    let body = timeout(LONGEST_HEAD, Limited::new(body, MOST_BYTES).collect()).await.ok()?.ok()?;
    String::from_utf8(body.to_bytes().to_vec()).ok()
}
