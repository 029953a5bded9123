//! What the results of a file's athlete add up to, or those of the file itself.

use std::borrow::Cow;

use super::files::ReadFile;
use super::loaded::Loaded;
use super::request::Request;
use crate::check::Checker;
use crate::progress::Progress;
use crate::source::SourceFile;

/// Adds up the results that a file without mistakes has, or else those of the athlete who is compiled for. None where
/// there are neither.
pub fn add_up(source: SourceFile, request: &Request, read: &dyn ReadFile) -> Option<Progress> {
    let loaded = Loaded::new(source, request, read);
    let mut checker = Checker::new(&loaded.files, request.settings());
    // The movements that its workouts name may be its own.
    let workouts = std::iter::from_fn(|| checker.next_workout()).collect();
    let own = checker.done_in_file();
    let (program, ..) = checker.finish(workouts);
    let look_up = |name: &str| program.known_movement(name).map(Cow::into_owned);
    let results = own.as_ref().or(program.results.as_deref())?;
    Some(Progress::of(results, &look_up))
}
