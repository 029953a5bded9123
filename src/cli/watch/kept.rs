//! What was built, and what it was built from, which decides what must be built again.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::analysis::{Compilation, ReadFile};
use crate::cli::compile::{self, CompiledFile, Opened};
use crate::cli::inputs::{Input, Origin};
use crate::cli::outcome::Trouble;
use crate::cli::outputs::{Analysed, Analyser};
use crate::cli::project::Project;
use crate::cli::report::{Report, ReportFormat};
use crate::cli::settings::Job;
use crate::cli::write;
use crate::emit::{FontFile, Planned};

/// Every watched file, with the outcome of its last build.
#[derive(Default)]
pub struct Kept {
    files: BTreeMap<Origin, KeptFile>,
}

/// What is kept of a file: neither its text nor its outputs, so that a long watch takes no more memory than a short
/// one.
pub struct KeptFile {
    /// What was compiled.
    job: Job,
    /// What it was compiled from.
    made_of: MadeOf,
    /// Whether its build is complete; if not, it is tried again.
    is_done: bool,
    /// Whether it has mistakes.
    has_errors: bool,
    /// Its report as text; empty if there is none.
    said: String,
    /// Where its last good outputs are.
    outputs: Vec<PathBuf>,
    /// The last good page of each of its workouts.
    pages: Vec<Page>,
    /// How often its outputs were written.
    turn: u64,
}

/// A page that was written.
pub struct Page {
    /// The workout's title.
    pub title: String,
    /// Where it is.
    pub path: PathBuf,
}

/// The files that were compiled again because something that they depend on changed.
#[derive(Default)]
pub struct Fresh {
    /// The analyses.
    pub analysed: Vec<Analysed>,
    /// What each of them depends on.
    pub made_of: BTreeMap<Origin, MadeOf>,
}

/// What an output depends on, apart from the options: everything that was read for it.
pub struct MadeOf {
    /// The fingerprint of the file's text.
    text: u64,
    /// The fingerprint of the result of reading each used file, by its path in the project.
    used: Vec<(String, u64)>,
    root: PathBuf,
}

/// A project that records which files are read.
struct Recorder<'p> {
    project: &'p Project,
    used: Mutex<Vec<(String, u64)>>,
}

impl ReadFile for Recorder<'_> {
    fn read(&self, path: &str) -> Result<String, String> {
        let found = self.project.read(path);
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.push((path.to_owned(), fingerprint(&found)));
        found
    }

    fn font_with(&self, letter: char) -> Option<FontFile> {
        self.project.font_with(letter)
    }
}

/// Returns a hash of a value.
fn fingerprint(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// Returns the fingerprint of a file: of its text, or of the diagnostics if it isn't text.
fn text_of(opened: &Opened) -> u64 {
    match opened {
        Opened::Text { source, .. } => fingerprint(&source.text),
        Opened::Refused(refusal) => fingerprint(
            &refusal.diagnostics.iter().map(|one| (&one.message, one.span().start)).collect::<Vec<_>>(),
        ),
    }
}

impl Kept {
    /// Compiles the files that are new or depend on something that has changed, and skips the others.
    pub fn compile_changed(&self, jobs: Vec<Job>) -> (Fresh, Vec<Trouble>) {
        let analyser = Analyser::default();
        let (done, troubles) = compile::each(jobs, |job| {
            let opened = compile::open(&job.input)?;
            if self.files.get(&job.input.origin).is_some_and(|file| file.is_current(&job, &opened)) {
                return Ok(None);
            }
            let text = text_of(&opened);
            Ok(Some(match opened {
                Opened::Text { source, project } => {
                    let recorder = Recorder { project: &project, used: Mutex::default() };
                    let analysed = analyser.analyse(job, source, project.clone(), &recorder);
                    let used = recorder.used.into_inner().unwrap_or_else(PoisonError::into_inner);
                    let made_of = MadeOf { text, used, root: project.root().to_path_buf() };
                    (analysed, made_of)
                }
                Opened::Refused(refusal) => {
                    let made_of = MadeOf { text, used: Vec::new(), root: PathBuf::new() };
                    (Analysed::over(job, *refusal), made_of)
                }
            }))
        });
        let mut fresh = Fresh::default();
        for (analysed, made_of) in done.into_iter().flatten() {
            fresh.made_of.insert(analysed.job.input.origin.clone(), made_of);
            fresh.analysed.push(analysed);
        }
        (fresh, troubles)
    }

    /// Returns the paths of the outputs of all files that were not compiled again.
    pub fn destinations_beside<'k>(
        &'k self,
        analysed: &'k [Analysed],
    ) -> impl Iterator<Item = (PathBuf, &'k Input)> {
        let again: BTreeSet<_> = analysed.iter().map(|one| &one.job.input.origin).collect();
        let others = self.files.iter().filter(move |(origin, _)| !again.contains(origin));
        others.flat_map(|(_, file)| file.outputs.iter().map(|path| (path.clone(), &file.job.input)))
    }

    /// Keeps the outcomes of files, and whether the outputs could be written. Returns the names of files whose mistakes
    /// are gone.
    pub fn keep(
        &mut self,
        compiled: Vec<CompiledFile>,
        mut made_of: BTreeMap<Origin, MadeOf>,
        is_written: bool,
        format: ReportFormat,
    ) -> Vec<String> {
        let mut mended = Vec::new();
        for CompiledFile { job, compilation, outputs } in compiled {
            let Some(made_of) = made_of.remove(&job.input.origin) else { continue };
            let has_errors = compilation.has_errors();
            let report = Report::new([&compilation].into_iter());
            let said = if report.is_empty() { String::new() } else { report.plain(format) };
            let before = self.files.remove(&job.input.origin);
            let is_mended = |before: &KeptFile| {
                before.has_errors && !has_errors || !before.said.is_empty() && said.is_empty()
            };
            if before.as_ref().is_some_and(is_mended) {
                mended.push(job.input.shown());
            }
            let turn = before.as_ref().map_or(0, |before| before.turn);
            let (outputs, pages, turn) = match before {
                // The last good outputs are still there.
                Some(before) if has_errors || !is_written => (before.outputs, before.pages, turn),
                None if has_errors || !is_written => (Vec::new(), Vec::new(), turn),
                Some(_) | None => {
                    let paths = outputs.iter().map(|output| write::output_path(&job, output));
                    (paths.collect(), pages(&job, &compilation, &outputs), turn + 1)
                }
            };
            let is_done = is_written || has_errors;
            let origin = job.input.origin.clone();
            let file = KeptFile { job, made_of, is_done, has_errors, said, outputs, pages, turn };
            self.files.insert(origin, file);
        }
        mended
    }

    /// Forgets the files that no longer exist, and returns their names.
    pub fn forget_gone(&mut self, jobs: &[Job]) -> Vec<String> {
        let there: BTreeSet<_> = jobs.iter().map(|job| &job.input.origin).collect();
        let mut gone = Vec::new();
        self.files.retain(|origin, file| {
            let Origin::File(path) = origin else { return true };
            // A file that is left out because of a mistake in its settings still exists.
            let is_there = there.contains(origin) || path.exists();
            if !is_there {
                gone.push(file.job.input.shown());
            }
            is_there
        });
        gone
    }

    /// Returns all files with their names.
    pub fn files(&self) -> impl Iterator<Item = (String, &KeptFile)> {
        self.files.values().map(|file| (file.job.input.shown(), file))
    }

    /// Returns the canonical folders of outputs.
    pub fn output_folders(&self) -> BTreeSet<PathBuf> {
        self.files.values().filter_map(|file| file.job.wanted.left_out().map(Path::to_path_buf)).collect()
    }

    /// Returns all files that were read, and those that would have been if they existed.
    pub fn read_files(&self) -> impl Iterator<Item = PathBuf> {
        self.files.iter().flat_map(|(origin, file)| {
            let own = match origin {
                Origin::File(path) => Some(path.clone()),
                Origin::StandardInput => None,
            };
            let MadeOf { used, root, .. } = &file.made_of;
            let used = used.iter().map(|(name, _)| root.join(name));
            own.into_iter().chain(used)
        })
    }
}

impl KeptFile {
    /// Tells whether it has mistakes.
    pub fn has_errors(&self) -> bool {
        self.has_errors
    }

    /// Returns what there is to say of it, as a text; empty if all is well.
    pub fn said(&self) -> &str {
        &self.said
    }

    /// Returns the last good page of each of its workouts.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// Returns what is built, and with which options.
    pub fn job(&self) -> &Job {
        &self.job
    }

    /// Returns how often its outputs were written.
    pub fn turn(&self) -> u64 {
        self.turn
    }

    /// Tells whether nothing that the file depends on has changed since it was compiled.
    fn is_current(&self, job: &Job, opened: &Opened) -> bool {
        let made_of = &self.made_of;
        let used_is = |project: &Project| {
            let root_is = made_of.root == project.root();
            root_is && made_of.used.iter().all(|(name, found)| fingerprint(&project.read(name)) == *found)
        };
        self.is_done
            && self.job.input == job.input
            && self.job.wanted.asks_for_the_same(&job.wanted)
            && made_of.text == text_of(opened)
            && match opened {
                Opened::Text { project, .. } => used_is(project),
                Opened::Refused(_) => true,
            }
    }
}

/// Returns the page of each workout of a file, if pages were made.
pub fn pages(job: &Job, compilation: &Compilation, outputs: &[Planned]) -> Vec<Page> {
    let pages = outputs.iter().filter(|output| output.format.info().is_page);
    let titles = compilation.workouts.iter().map(|workout| workout.title.clone());
    titles.zip(pages).map(|(title, output)| Page { title, path: write::output_path(job, output) }).collect()
}
