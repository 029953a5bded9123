//! The outputs of many files: all files are analysed first, and only then, when it is known that no two outputs go to
//! the same place, is the first of them written.
//!
//! ```text
//! jobs ──analyse_all──▶ Analysed: what there will be ──refuse_collisions──▶ emit_all ──▶ files, each whole or not at all
//! ```
//!
//! Memory is bounded, however many files there are. An output goes to its file as it is made. Between the two passes
//! analyses are kept up to [`MOST_KEPT`]; of the files beyond, only the text and what there is to say are kept, and they
//! are analysed a second time, which takes little beside making their outputs.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::compile::{CompiledFile, Opened, each, named, open, side_by_side};
use super::inputs::Input;
use super::listing::{Columns, plan_line};
use super::outcome::Trouble;
use super::progress::Progress;
use super::project::Project;
use super::settings::Job;
use super::team::{self, ForAthlete};
use super::{streams, visible, write};
use crate::analysis::{Analysis, Compilation, Loaded, ReadFile, analyse, analyse_loaded};
use crate::diagnostic::Diagnostic;
#[cfg(feature = "play")]
use crate::emit::player::model::Playbook;
use crate::emit::{Collected, Planned, Sink};
use crate::source::SourceFile;

/// How many segments the analyses may have that are kept from the first pass to the second: those of a few thousand
/// ordinary workouts, which take about 100 MB.
const MOST_KEPT: usize = 200_000;

/// A file that was looked at, and what there will be of it.
pub struct Analysed {
    /// What was analysed.
    pub job: Job,
    /// The outputs that it will have; none where it has mistakes.
    pub planned: Vec<Planned>,
    state: State,
}

/// What is kept of a file until its outputs are made.
enum State {
    /// All of it.
    Kept { analysis: Box<Analysis>, project: Project },
    /// What it was made of, to be analysed once more.
    Again { compilation: Box<Compilation>, source: SourceFile, project: Project },
    /// Nothing: it has no outputs.
    Over(Box<Compilation>),
}

impl Analysed {
    /// Returns what came of a file that is not to be emitted.
    pub fn over(job: Job, compilation: Compilation) -> Self {
        Self { job, planned: Vec::new(), state: State::Over(Box::new(compilation)) }
    }

    /// Returns what is known to be said about it.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match &self.state {
            State::Kept { analysis, .. } => analysis.diagnostics(),
            State::Again { compilation, .. } | State::Over(compilation) => &compilation.diagnostics,
        }
    }

    /// Returns what a player runs, one for each workout.
    #[cfg(feature = "play")]
    pub fn playbooks(&self) -> Vec<Playbook> {
        match &self.state {
            State::Kept { analysis, .. } => analysis.playbooks(),
            State::Again { .. } | State::Over(_) => Vec::new(),
        }
    }

    /// Returns where its outputs go.
    pub fn destinations(&self) -> impl Iterator<Item = (PathBuf, &Input)> {
        self.planned.iter().map(|output| (write::output_path(&self.job, output), &self.job.input))
    }

    /// Returns what came of it, without its outputs.
    pub fn without_outputs(self) -> CompiledFile {
        let Self { job, state, .. } = self;
        let compilation = match state {
            State::Kept { analysis, project } => named(analysis.into_compilation(), &job.input, &project),
            State::Again { compilation, .. } | State::Over(compilation) => *compilation,
        };
        CompiledFile { job, compilation, outputs: Vec::new() }
    }

    /// Makes its outputs.
    fn emit(self, sink: &dyn Sink) -> Result<CompiledFile, Trouble> {
        let Self { job, planned, state } = self;
        let compilation = match state {
            State::Kept { analysis, project } => {
                analysis.emit(&project, sink);
                named(analysis.into_compilation(), &job.input, &project)
            }
            State::Again { compilation, source, project } => {
                let analysis = analyse(source, &job.wanted.request, &project);
                // What it uses may be another file by now.
                if analysis.planned() != planned {
                    let name = job.input.shown();
                    return Err(Trouble::new(format!("what `{name}` uses changed while it was built")));
                }
                analysis.emit(&project, sink);
                *compilation
            }
            State::Over(compilation) => *compilation,
        };
        Ok(CompiledFile { job, compilation, outputs: planned })
    }
}

/// Analyses files, and keeps as much of that as there is room for.
#[derive(Default)]
pub struct Analyser {
    /// How many segments the analyses have that are kept.
    segments: AtomicUsize,
}

impl Analyser {
    /// Analyses what was opened. `read` is asked for the files that it uses.
    pub fn analyse(&self, job: Job, source: SourceFile, project: Project, read: &dyn ReadFile) -> Analysed {
        let loaded = Loaded::new(source.clone(), &job.wanted.request, read);
        self.analyse_loaded(job, loaded, source, project, read)
    }

    /// Analyses what was read before.
    fn analyse_loaded(
        &self,
        job: Job,
        loaded: Arc<Loaded>,
        source: SourceFile,
        project: Project,
        read: &dyn ReadFile,
    ) -> Analysed {
        let analysis = analyse_loaded(loaded, &job.wanted.request, read);
        let planned = analysis.planned().to_vec();
        // One that is played has workouts and no outputs.
        if analysis.workouts().next().is_none() && planned.is_empty() {
            let compilation = named(analysis.into_compilation(), &job.input, &project);
            return Analysed::over(job, compilation);
        }
        let before = self.segments.fetch_add(analysis.weight(), Ordering::Relaxed);
        let state = if before < MOST_KEPT {
            State::Kept { analysis: Box::new(analysis), project }
        } else {
            let compilation = Box::new(named(analysis.into_compilation(), &job.input, &project));
            State::Again { compilation, source, project }
        };
        Analysed { job, planned, state }
    }
}

/// Analyses all files. The results are in the order of the files; one that cannot be read is told beside them.
pub fn analyse_all(jobs: Vec<Job>) -> (Vec<Analysed>, Vec<Trouble>) {
    let analyser = Analyser::default();
    let (analysed, troubles) = each(jobs, |job| {
        Ok(match open(&job.input)? {
            Opened::Text { source, project } if job.wanted.athletes.is_empty() => {
                let (read, shared) = (project.clone(), project);
                vec![analyser.analyse(job, source, shared, &read)]
            }
            Opened::Text { source, project } => {
                let all = team::for_each(job, source.clone(), &project)?;
                let (analysed, _) = side_by_side(all, |ForAthlete { job, loaded }| {
                    Ok(analyser.analyse_loaded(job, loaded, source.clone(), project.clone(), &project))
                });
                analysed
            }
            Opened::Refused(refusal) => vec![Analysed::over(job, *refusal)],
        })
    });
    (analysed.into_iter().flatten().collect(), troubles)
}

/// Writes every output to its file, files side by side and workouts side by side.
pub fn emit_all(analysed: Vec<Analysed>) -> (Vec<CompiledFile>, Vec<Trouble>) {
    let progress = Progress::new(analysed.iter().map(|one| one.planned.len()).sum(), "outputs made");
    let (done, mut troubles) = side_by_side(analysed, |one| {
        let sink = Files { job: one.job.clone(), progress: &progress, results: Mutex::default() };
        let compiled = one.emit(&sink)?;
        Ok((compiled, sink.results.into_inner().unwrap_or_else(PoisonError::into_inner)))
    });
    progress.finish();
    let mut all = Vec::with_capacity(done.len());
    for (compiled, mut results) in done {
        let mut outputs = Vec::with_capacity(compiled.outputs.len());
        for output in compiled.outputs {
            match results.remove(&output.number) {
                Some(Err(trouble)) => troubles.push(trouble),
                Some(Ok(())) | None => outputs.push(output),
            }
        }
        all.push(CompiledFile { outputs, ..compiled });
    }
    (all, troubles)
}

/// Where the outputs of one file go: each to a file of its own.
struct Files<'a> {
    job: Job,
    progress: &'a Progress,
    /// What came of writing each output, by its number.
    results: Mutex<BTreeMap<usize, Result<(), Trouble>>>,
}

impl Sink for Files<'_> {
    fn put(&self, output: &Planned, emit: &dyn Fn(&mut dyn io::Write) -> io::Result<()>) {
        let path = write::output_path(&self.job, output);
        self.progress.at(&visible::name(&path));
        let result = write::output(&self.job, &path, emit);
        self.progress.step();
        self.results.lock().unwrap_or_else(PoisonError::into_inner).insert(output.number, result);
    }
}

/// Prints the outputs of all files to standard output, one after the other. Several are refused where they cannot
/// follow each other.
pub fn print_all(analysed: Vec<Analysed>) -> (Vec<CompiledFile>, Result<(), Trouble>) {
    let all = analysed.iter().flat_map(|one| &one.planned);
    let count = all.clone().count();
    if count > 1 && !all.clone().all(|output| output.format.info().joinable) {
        let message = format!(
            "`-o -` writes one file, and there would be {count}; name one file, or a folder to write to with -o"
        );
        let done = analysed.into_iter().map(Analysed::without_outputs).collect();
        return (done, Err(Trouble::new(message)));
    }
    let mut printed = Ok(());
    let mut is_first = true;
    let mut done = Vec::with_capacity(analysed.len());
    for one in analysed {
        let collected = Collected::default();
        match one.emit(&collected) {
            Ok(compiled) => done.push(compiled),
            Err(trouble) => printed = printed.and(Err(trouble)),
        }
        match collected.into_outputs() {
            Ok(outputs) => {
                for output in outputs {
                    let between: &[u8] = if is_first { b"" } else { b"\n" };
                    is_first = false;
                    printed = printed
                        .and_then(|()| streams::print_data(between))
                        .and_then(|()| streams::print_data(output.content.as_bytes()));
                }
            }
            Err(error) => printed = printed.and(Err(Trouble::new(error.to_string()))),
        }
    }
    (done, printed)
}

/// Returns a line for each workout and each plan, and the paths of the outputs.
pub fn listing(compiled: &[CompiledFile]) -> String {
    let columns = Columns::of(compiled.iter().flat_map(|one| &one.compilation.workouts));
    let mut text = String::new();
    let mut before = String::new();
    for one in compiled {
        let mut lines = String::new();
        for workout in &one.compilation.workouts {
            lines.push_str(&columns.line(workout));
        }
        for plan in &one.compilation.plans {
            lines.push_str(&plan_line(plan));
        }
        // What is the same for the athlete before is not said again.
        if !team::is_of_several(&one.job) || lines != before {
            text.push_str(&lines);
        }
        before = lines;
        for output in &one.outputs {
            let path = write::output_path(&one.job, output);
            text.push_str(&format!("  {}\n", visible::name(&path)));
        }
    }
    text
}
