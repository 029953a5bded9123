//! What was built, and from what: by that it is known what must be built again.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::analysis::{Compilation, ReadFile};
use crate::cli::compile::{self, CompiledFile, Opened};
use crate::cli::inputs::{Input, Place};
use crate::cli::outcome::Trouble;
use crate::cli::outputs::{Analysed, Analyser};
use crate::cli::project::Project;
use crate::cli::report::{Report, ReportFormat};
use crate::cli::settings::Job;
use crate::cli::write;
use crate::emit::{FontFile, Planned};

/// Every file that is watched, with what came of it.
#[derive(Default)]
pub struct Kept {
    files: BTreeMap<Place, KeptFile>,
}

/// What is kept of a file: not its text, nor its outputs, so that a long watch takes no more memory than a short one.
pub struct KeptFile {
    /// What was compiled.
    job: Job,
    /// What it was compiled from.
    made_of: MadeOf,
    /// Whether all was done with it that there was to do; else it is tried again.
    is_done: bool,
    /// Whether it has mistakes.
    has_errors: bool,
    /// What there is to say of it, as a text; empty if all is well.
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

/// The files that were compiled because something they are made of changed.
#[derive(Default)]
pub struct Fresh {
    /// What there will be of them.
    pub analysed: Vec<Analysed>,
    /// What each of them is made of, by where it is.
    pub made_of: BTreeMap<Place, MadeOf>,
}

/// What an output depends on beside what is wanted of it: all that was read for it.
pub struct MadeOf {
    /// What stood in the file.
    text: u64,
    /// What came of looking for each file that is used, by its name in the project.
    used: Vec<(String, u64)>,
    root: PathBuf,
}

/// A project that keeps in mind what it was asked for.
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

/// Returns what differs where two things do.
fn fingerprint(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// Returns what stands in a file: its text, or what is said of one that is none.
fn text_of(opened: &Opened) -> u64 {
    match opened {
        Opened::Text { source, .. } => fingerprint(&source.text),
        Opened::Refused(refusal) => fingerprint(
            &refusal.diagnostics.iter().map(|one| (&one.message, one.span().start)).collect::<Vec<_>>(),
        ),
    }
}

impl Kept {
    /// Compiles what is new or made of something else than before, and leaves out what is not.
    pub fn compile_changed(&self, jobs: Vec<Job>) -> (Fresh, Vec<Trouble>) {
        let analyser = Analyser::default();
        let (done, troubles) = compile::each(jobs, |job| {
            let opened = compile::open(&job.input)?;
            if self.files.get(&job.input.place).is_some_and(|file| file.is_current(&job, &opened)) {
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
            fresh.made_of.insert(analysed.job.input.place.clone(), made_of);
            fresh.analysed.push(analysed);
        }
        (fresh, troubles)
    }

    /// Returns where outputs go that are kept, other than those of the files that were compiled again.
    pub fn destinations_beside<'k>(
        &'k self,
        analysed: &'k [Analysed],
    ) -> impl Iterator<Item = (PathBuf, &'k Input)> {
        let again: BTreeSet<_> = analysed.iter().map(|one| &one.job.input.place).collect();
        let others = self.files.iter().filter(move |(place, _)| !again.contains(place));
        others.flat_map(|(_, file)| file.outputs.iter().map(|path| (path.clone(), &file.job.input)))
    }

    /// Keeps what came of files, and whether it could be written. Returns those that are well again.
    pub fn keep(
        &mut self,
        compiled: Vec<CompiledFile>,
        mut made_of: BTreeMap<Place, MadeOf>,
        is_written: bool,
        format: ReportFormat,
    ) -> Vec<String> {
        let mut mended = Vec::new();
        for CompiledFile { job, compilation, outputs } in compiled {
            let Some(made_of) = made_of.remove(&job.input.place) else { continue };
            let has_errors = compilation.has_errors();
            let report = Report::new([&compilation].into_iter());
            let said = if report.is_empty() { String::new() } else { report.plain(format) };
            let before = self.files.remove(&job.input.place);
            let is_mended = |before: &KeptFile| {
                before.has_errors && !has_errors || !before.said.is_empty() && said.is_empty()
            };
            if before.as_ref().is_some_and(is_mended) {
                mended.push(job.input.name());
            }
            let turn = before.as_ref().map_or(0, |before| before.turn);
            let (outputs, pages, turn) = match before {
                // The last good ones are still there.
                Some(before) if has_errors || !is_written => (before.outputs, before.pages, turn),
                None if has_errors || !is_written => (Vec::new(), Vec::new(), turn),
                Some(_) | None => {
                    let paths = outputs.iter().map(|output| write::output_path(&job, output));
                    (paths.collect(), pages(&job, &compilation, &outputs), turn + 1)
                }
            };
            let is_done = is_written || has_errors;
            let place = job.input.place.clone();
            let file = KeptFile { job, made_of, is_done, has_errors, said, outputs, pages, turn };
            self.files.insert(place, file);
        }
        mended
    }

    /// Forgets the files that are not there any more, and returns their names.
    pub fn forget_gone(&mut self, jobs: &[Job]) -> Vec<String> {
        let there: BTreeSet<_> = jobs.iter().map(|job| &job.input.place).collect();
        let mut gone = Vec::new();
        self.files.retain(|place, file| {
            let Place::File(path) = place else { return true };
            // A file that is left out because its settings cannot be understood is still there.
            let is_there = there.contains(place) || path.exists();
            if !is_there {
                gone.push(file.job.input.name());
            }
            is_there
        });
        gone
    }

    /// Returns all files with their names.
    pub fn files(&self) -> impl Iterator<Item = (String, &KeptFile)> {
        self.files.values().map(|file| (file.job.input.name(), file))
    }

    /// Returns the folders that outputs go to.
    pub fn output_folders(&self) -> BTreeSet<PathBuf> {
        self.files.values().filter_map(|file| file.job.wanted.left_out().map(Path::to_path_buf)).collect()
    }

    /// Returns all files that were read, and those that would have been if they were there.
    pub fn read_files(&self) -> impl Iterator<Item = PathBuf> {
        self.files.iter().flat_map(|(place, file)| {
            let own = match place {
                Place::File(path) => Some(path.clone()),
                Place::StandardInput => None,
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

    /// Returns how often its outputs were written.
    pub fn turn(&self) -> u64 {
        self.turn
    }

    /// Tells whether the file would be compiled from what it was compiled from.
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

/// Returns the page of each workout of a file, where pages were made.
pub fn pages(job: &Job, compilation: &Compilation, outputs: &[Planned]) -> Vec<Page> {
    let pages = outputs.iter().filter(|output| output.format.info().is_page);
    let titles = compilation.workouts.iter().map(|workout| workout.title.clone());
    titles.zip(pages).map(|(title, output)| Page { title, path: write::output_path(job, output) }).collect()
}
