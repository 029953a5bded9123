//! `--athlete`: an athlete's name, or a file with an athlete.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use super::outcome::Trouble;
use super::paths::with_slashes;
use super::project::{Project, reason};
use super::read::{self, Reading};
use super::visible;
use crate::analysis::AthleteWanted;
use crate::source::SourceFile;

/// Whom to compile for.
#[derive(Debug, Args)]
pub struct AthleteArgument {
    /// Whom to compute loads and paces for: an athlete, a team, a .wod file,
    /// several with commas between them, or all [default: the only athlete in the
    /// workout's file]
    #[arg(long, value_name = "WHO")]
    pub athlete: Option<String>,

    /// The file with what they did [default: the one that the athlete names]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub results: Option<PathBuf>,
}

/// Reads the value of `--athlete` for the files of a project: who is named, with commas between them. What ends in
/// `.wod` is a file, which is read.
pub fn wanted(athletes: &str, root: &Path) -> Result<Vec<AthleteWanted>, Trouble> {
    let named = athletes.split(',').map(str::trim).filter(|name| !name.is_empty());
    let wanted: Vec<AthleteWanted> = named.map(|name| one_wanted(name, root)).collect::<Result<_, _>>()?;
    if wanted.is_empty() {
        return Err(Trouble::new("`--athlete` names nobody; write a name, as in `--athlete Sam`, or `all`"));
    }
    Ok(wanted)
}

fn one_wanted(athlete: &str, root: &Path) -> Result<AthleteWanted, Trouble> {
    if !Path::new(athlete).extension().is_some_and(|end| end.eq_ignore_ascii_case("wod")) {
        return Ok(AthleteWanted::Named(athlete.to_owned()));
    }
    file_wanted(Path::new(athlete), "a file of athletes", root).map(AthleteWanted::In)
}

/// Reads the value of `--results` for the files of a project.
pub fn results_wanted(path: &Path, root: &Path) -> Result<SourceFile, Trouble> {
    file_wanted(path, "a file of results", root)
}

/// Reads a file that is named on the command line. Its name is the one that the files of the project call it by.
fn file_wanted(path: &Path, what: &str, root: &Path) -> Result<SourceFile, Trouble> {
    let refuse = |why: &str| Trouble::new(format!("`{}` cannot be read: {why}", visible::name(path)));
    let text = match read::found_file(SourceFile::MAX_BYTES, path).map_err(|error| refuse(&reason(&error)))? {
        Reading::Text(text) => text,
        Reading::TooLarge => return Err(refuse(&format!("it is too large for {what}"))),
        Reading::NotUtf8(_) => return Err(refuse("it is not UTF-8 text")),
    };
    let (project, inside) = Project::of(path).map_err(|error| refuse(&reason(&error)))?;
    let name = if project.root() == root {
        inside
    } else {
        let whole = dunce::canonicalize(path).map_err(|error| refuse(&reason(&error)))?;
        with_slashes(&whole)
    };
    Ok(SourceFile::new(name, text))
}
