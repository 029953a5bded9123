//! Reads every input and looks at it, side by side where there are several.

use std::collections::HashSet;
use std::sync::Arc;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::inputs::{Input, Origin};
use super::outcome::Trouble;
use super::progress::Progress;
use super::project::{Project, reason};
use super::read::{self, Reading};
use super::settings::Job;
use super::team::{self, ForAthlete};
use crate::analysis::{Compilation, Loaded, Mended, diagnose_loaded, mend};
use crate::diagnostic::{Diagnostic, Rule};
use crate::emit::Planned;
use crate::source::SourceFile;

/// A file and what came of it.
pub struct CompiledFile {
    /// What was compiled.
    pub job: Job,
    /// What came of it. Its files are named as people in the current folder know them, and gone where there is
    /// nothing to say about them.
    pub compilation: Compilation,
    /// The outputs that were made of it.
    pub outputs: Vec<Planned>,
}

/// A file, and what mending it came to.
pub struct Repaired {
    /// The text as it was; none where it cannot be read as a text.
    pub before: Option<String>,
    /// The text with what is certain mended, how much that was, and what came of it.
    pub mended: Mended,
    /// What was mended.
    pub job: Job,
}

/// Says what there is to say about all files, and keeps nothing else of them. The results are in the order of the files;
/// one that cannot be read is told beside them.
pub fn diagnose_all(jobs: Vec<Job>) -> (Vec<CompiledFile>, Vec<Trouble>) {
    let done = |job, compilation| CompiledFile { job, compilation, outputs: Vec::new() };
    let is_alone = jobs.len() == 1;
    let (all, troubles) = each(jobs, |job| {
        Ok(match open(&job.input)? {
            Opened::Text { source, project } if job.wanted.athletes.is_empty() => {
                let request = &job.wanted.request;
                let loaded = Loaded::new(source, request, &project);
                if is_alone {
                    // The program ends soon. Letting go of a large tree, piece by piece, would take a tenth of its time.
                    std::mem::forget(Arc::clone(&loaded));
                }
                let compilation = named(diagnose_loaded(loaded, request, &project), &job.input, &project);
                vec![done(job, compilation)]
            }
            Opened::Text { source, project } => {
                let all = team::for_each(job, source, &project)?;
                let (diagnosed, _) = side_by_side(all, |ForAthlete { job, loaded }| {
                    let compilation = diagnose_loaded(loaded, &job.wanted.request, &project);
                    let compilation = named(compilation, &job.input, &project);
                    Ok(done(job, compilation))
                });
                diagnosed
            }
            Opened::Refused(refusal) => vec![done(job, *refusal)],
        })
    });
    let mut all: Vec<CompiledFile> = all.into_iter().flatten().collect();
    say_once(&mut all);
    (all, troubles)
}

/// Mends all files, in memory alone, and compiles them.
pub fn mend_all(jobs: Vec<Job>) -> (Vec<Repaired>, Vec<Trouble>) {
    each(jobs, |job| {
        let (before, mended) = match open(&job.input)? {
            Opened::Text { source, project } => {
                let before = source.text.as_ref().to_owned();
                let Mended { text, mistakes, compilation } = mend(source, &job.wanted.request, &project);
                let compilation = named(compilation, &job.input, &project);
                (Some(before), Mended { text, mistakes, compilation })
            }
            Opened::Refused(refusal) => {
                (None, Mended { text: String::new(), mistakes: 0, compilation: *refusal })
            }
        };
        Ok(Repaired { before, mended, job })
    })
}

/// Does the same with all files, and shows how far it has come.
pub(super) fn each<T: Send>(
    jobs: Vec<Job>,
    work: impl Fn(Job) -> Result<T, Trouble> + Sync + Send,
) -> (Vec<T>, Vec<Trouble>) {
    let progress = Progress::new(jobs.len(), "files read");
    let (done, troubles) = side_by_side(jobs, |job| {
        progress.at(&job.input.name());
        let result = work(job);
        progress.step();
        result
    });
    progress.finish();
    (done, troubles)
}

/// Does the same with several things, on all cores.
pub(super) fn side_by_side<O: Send, T: Send>(
    all: Vec<O>,
    work: impl Fn(O) -> Result<T, Trouble> + Sync + Send,
) -> (Vec<T>, Vec<Trouble>) {
    // Starting a pool of threads takes longer than compiling one usual file.
    let results: Vec<_> = if all.len() > 1 {
        all.into_par_iter().map(work).collect()
    } else {
        all.into_iter().map(work).collect()
    };
    let mut done = Vec::with_capacity(results.len());
    let mut troubles = Vec::new();
    for result in results {
        match result {
            Ok(one) => done.push(one),
            Err(trouble) => troubles.push(trouble),
        }
    }
    (done, troubles)
}

/// An input that was read.
pub(super) enum Opened {
    /// A text to compile, and the project it belongs to.
    Text { source: SourceFile, project: Project },
    /// What is said of one that cannot be read as a text.
    Refused(Box<Compilation>),
}

/// Reads one input.
pub(super) fn open(input: &Input) -> Result<Opened, Trouble> {
    let unreadable = |error: std::io::Error| {
        Trouble::new(format!("`{}` cannot be read: {}", input.shown(), reason(&error)))
    };
    let shown = input.name();
    let (reading, project, name) = match &input.origin {
        Origin::StandardInput => {
            (read::standard_input().map_err(unreadable)?, Project::here().map_err(unreadable)?, shown.clone())
        }
        Origin::File(path) => {
            let reading = read::file(path).map_err(unreadable)?;
            let (project, name) = match &input.place {
                Some(place) => (place.project().clone(), place.path_of(path)),
                None => Project::of(path).map_err(unreadable)?,
            };
            (reading, project, name)
        }
    };
    Ok(match reading {
        // Inside the compiler a file is named from the project's root, so that the outputs are the same from every
        // folder.
        Reading::Text(text) => Opened::Text { source: SourceFile::new(name, text), project },
        Reading::TooLarge => Opened::Refused(Box::new(read::refuse_too_large(&shown))),
        Reading::NotUtf8(bytes) => Opened::Refused(Box::new(read::refuse_not_utf8(&shown, &bytes))),
    })
}

/// Names the files of a compilation as people in the current folder know them.
pub(super) fn named(mut compilation: Compilation, input: &Input, project: &Project) -> Compilation {
    // Texts are kept for the report alone; of a thousand files few have anything in it.
    if compilation.diagnostics.is_empty() {
        compilation.files.clear();
    }
    for (at, file) in compilation.files.iter_mut().enumerate() {
        file.name = if at == 0 { input.name().into() } else { project.shown(&file.name).into() };
    }
    compilation
}

/// Leaves out of each file's diagnostics what was said of it for an athlete before.
pub fn say_once(compiled: &mut [CompiledFile]) {
    let mut said: HashSet<(String, Option<String>, Rule, u32, u32, String)> = HashSet::new();
    for one in compiled.iter_mut().filter(|one| team::is_of_several(&one.job)) {
        let name = one.job.input.name();
        let Compilation { files, diagnostics, .. } = &mut one.compilation;
        diagnostics.retain(|diagnostic: &Diagnostic| {
            // The files of two athletes may have the same number.
            let file = files.get(usize::from(diagnostic.file.0)).map(|file| file.name.to_string());
            let (span, message) = (diagnostic.span(), diagnostic.message.to_string());
            said.insert((name.clone(), file, diagnostic.rule, span.start, span.end, message))
        });
    }
}
