//! Reads and compiles every input, side by side where there are several.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::inputs::Place;
use super::outcome::Trouble;
use super::progress::Progress;
use super::project::{Project, reason};
use super::read::{self, Reading};
use super::settings::Job;
use crate::driver::{Compilation, compile};
use crate::source::SourceFile;

/// A file and what came of it.
pub struct Compiled {
    /// What was compiled.
    pub job: Job,
    /// What came of it. Its files are named as people in the current folder know them, and gone where there is
    /// nothing to say about them.
    pub compilation: Compilation,
}

/// Compiles all files. The results stand in the order of the files; one that cannot be read is told beside them.
pub fn compile_all(jobs: Vec<Job>) -> (Vec<Compiled>, Vec<Trouble>) {
    let progress = Progress::new(jobs.len());
    let one = |job: Job| {
        let result = compile_one(&job);
        progress.step();
        result.map(|compilation| Compiled { job, compilation })
    };
    // Starting a pool of threads takes longer than compiling one usual file.
    let results: Vec<_> = if jobs.len() > 1 {
        jobs.into_par_iter().map(one).collect()
    } else {
        jobs.into_iter().map(one).collect()
    };
    progress.finish();
    let mut compiled = Vec::with_capacity(results.len());
    let mut troubles = Vec::new();
    for result in results {
        match result {
            Ok(one) => compiled.push(one),
            Err(trouble) => troubles.push(trouble),
        }
    }
    (compiled, troubles)
}

/// Reads and compiles one file.
fn compile_one(job: &Job) -> Result<Compilation, Trouble> {
    let shown = job.input.name();
    let unreadable =
        |error: std::io::Error| Trouble::new(format!("`{shown}` cannot be read: {}", reason(&error)));
    let (reading, project, name) = match &job.input.place {
        Place::StandardInput => {
            (read::standard_input().map_err(unreadable)?, Project::here().map_err(unreadable)?, shown.clone())
        }
        Place::File(path) => {
            let reading = read::file(path).map_err(unreadable)?;
            let (project, name) = Project::of(path).map_err(unreadable)?;
            (reading, project, name)
        }
    };
    let text = match reading {
        Reading::Text(text) => text,
        Reading::TooLarge => return Ok(read::refuse_too_large(&shown)),
        Reading::NotUtf8(bytes) => return Ok(read::refuse_not_utf8(&shown, &bytes)),
    };
    // Inside the compiler a file is named from the project's root, so that the outputs are the same from every folder.
    let mut compilation = compile(SourceFile::new(name, text), &job.wanted.request, &project);
    // Texts are kept for the report alone; of a thousand files few have anything in it.
    if compilation.diagnostics.is_empty() {
        compilation.files.clear();
    }
    for (at, file) in compilation.files.iter_mut().enumerate() {
        file.name = if at == 0 { shown.as_str().into() } else { project.shown(&file.name).into() };
    }
    Ok(compilation)
}
