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
    let shared = Loaded::new(source.clone(), &without_own(&job.wanted.request), read);
    let [one] = job.wanted.athletes.as_slice() else { return several(&job, &source, &shared, read) };
    let roster = shared.roster();
    let is_one = match one {
        AthleteWanted::In(_) => true,
        // Nobody is called that, which the analysis says.
        AthleteWanted::Named(name) => {
            roster.athletes.iter().any(|athlete| fold(athlete) == fold(name)) || roster.meant(name).is_none()
        }
    };
    match one {
        AthleteWanted::Named(_) if is_one => Ok(vec![ForAthlete { job, loaded: shared }]),
        AthleteWanted::In(_) => {
            let loaded = Loaded::new(source, &job.wanted.request, read);
            Ok(vec![ForAthlete { job, loaded }])
        }
        AthleteWanted::Named(_) => several(&job, &source, &shared, read),
    }
}

/// Returns the job for each of several athletes; one for nobody in particular where none are wanted.
fn several(
    job: &Job,
    source: &SourceFile,
    shared: &Arc<Loaded>,
    read: &dyn ReadFile,
) -> Result<Vec<ForAthlete>, Trouble> {
    if job.wanted.athletes.is_empty() {
        return Ok(vec![ForAthlete { job: job.clone(), loaded: Arc::clone(shared) }]);
    }
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
