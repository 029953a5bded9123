//! `--athlete all`, `--athlete Sam,Jo`: the same file for each of several athletes.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use super::outcome::Trouble;
use super::settings::Job;
use crate::analysis::{AthleteWanted, Loaded, ReadFile, Request};
use crate::catalog::{Slugs, fold, slug};
use crate::source::SourceFile;

/// One file for one athlete, read together with that of the others.
pub struct ForAthlete {
    pub job: Job,
    pub loaded: Arc<Loaded>,
}

/// Reads a file once for all athletes that are wanted, and returns the job for each.
pub fn for_each(job: Job, source: SourceFile, read: &dyn ReadFile) -> Result<Vec<ForAthlete>, Trouble> {
    if let [AthleteWanted::In(_)] = job.wanted.athletes.as_slice() {
        let loaded = Loaded::new(source, &job.wanted.request, read);
        return Ok(vec![ForAthlete { job, loaded }]);
    }
    let shared = Loaded::new(source.clone(), &without_own(&job.wanted.request), read);
    if let [AthleteWanted::Named(name)] = job.wanted.athletes.as_slice() {
        let roster = shared.roster();
        let is_listed = roster.athletes.iter().any(|athlete| fold(athlete) == fold(name));
        // If nobody is called that, the analysis says so.
        if is_listed || roster.meant(name).is_none() {
            return Ok(vec![ForAthlete { job, loaded: shared }]);
        }
    }
    several(&job, &source, &shared, read)
}

/// Returns the job for each of several athletes.
fn several(
    job: &Job,
    source: &SourceFile,
    shared: &Arc<Loaded>,
    read: &dyn ReadFile,
) -> Result<Vec<ForAthlete>, Trouble> {
    let roster = shared.roster();
    let mut seen = HashSet::new();
    let mut slugs = Slugs::default();
    let mut all = Vec::new();
    let mut add = |name: &str, athlete: AthleteWanted| {
        if !seen.insert(fold(name)) {
            return;
        }
        let named = slug(name);
        let of_athlete = format!("-{}", slugs.give(if named.is_empty() { "athlete" } else { &named }));
        let wanted = Arc::new(job.wanted.for_athlete(athlete, of_athlete));
        let loaded = match &wanted.request.athlete {
            Some(AthleteWanted::In(_)) => Loaded::new(source.clone(), &wanted.request, read),
            Some(AthleteWanted::Named(_)) | None => Arc::clone(shared),
        };
        all.push(ForAthlete { job: Job { wanted, ..job.clone() }, loaded });
    };
    for one in &job.wanted.athletes {
        match one {
            AthleteWanted::Named(name) => match roster.meant(name) {
                Some(names) if names.is_empty() => return Err(nobody(job, name)),
                Some(names) => {
                    names.iter().for_each(|name| add(name, AthleteWanted::Named(name.clone())));
                }
                None => add(name, one.clone()),
            },
            AthleteWanted::In(file) => {
                let stem = Path::new(&*file.name).file_stem().unwrap_or_default().to_string_lossy();
                add(&stem, one.clone());
            }
        }
    }
    Ok(all)
}

fn nobody(job: &Job, name: &str) -> Trouble {
    let shown = job.input.shown();
    if fold(name) == "all" {
        return Trouble::new(format!(
            "`--athlete all`: there is no athlete in `{shown}` or in the files that it uses; bring them in with \
             `use \"sam.wod\"`"
        ));
    }
    Trouble::new(format!("`--athlete \"{name}\"`: there is no athlete in that team of `{shown}`"))
}

fn without_own(request: &Request) -> Request {
    Request { athlete: None, ..request.clone() }
}

/// Tells whether outputs are for one of several athletes.
pub fn is_of_several(job: &Job) -> bool {
    !job.wanted.of_athlete.is_empty()
}
