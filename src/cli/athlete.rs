//! `--athlete`: a name, or the file of an athlete.

use std::path::Path;

use clap::Args;

use super::outcome::Trouble;
use super::project::{Project, reason, with_slashes};
use super::read::{self, Reading};
use crate::analysis::AthleteWanted;
use crate::source::SourceFile;

/// For whom to compile.
#[derive(Debug, Args)]
pub struct AthleteArgument {
    /// The athlete whose loads and paces to work out: a name, or a .wod file; else
    /// the only one the workout's file has
    #[arg(long, value_name = "WHO")]
    pub athlete: Option<String>,
}

/// Returns which athlete is meant by a project's files. What ends in `.wod` is a file, which is read.
pub fn wanted(athlete: &str, root: &Path) -> Result<AthleteWanted, Trouble> {
    if !Path::new(athlete).extension().is_some_and(|end| end.eq_ignore_ascii_case("wod")) {
        return Ok(AthleteWanted::Named(athlete.to_owned()));
    }
    let path = Path::new(athlete);
    let refuse = |why: &str| Trouble::new(format!("`{athlete}` cannot be read: {why}"));
    let text = match read::file(path).map_err(|error| refuse(&reason(&error)))? {
        Reading::Text(text) => text,
        Reading::TooLarge => return Err(refuse("it is too large for a file of athletes")),
        Reading::NotUtf8(_) => return Err(refuse("it is no text in UTF-8")),
    };
    let (project, inside) = Project::of(path).map_err(|error| refuse(&reason(&error)))?;
    let name = if project.root() == root {
        inside
    } else {
        let whole = path.canonicalize().map_err(|error| refuse(&reason(&error)))?;
        with_slashes(&whole)
    };
    Ok(AthleteWanted::In(SourceFile::new(name, text)))
}
