//! Whose results are written, and to which file.

use std::path::{Path, PathBuf};

use crate::analysis::{Compilation, LoadUnit, person};
use crate::cli::compile::{Opened, named, open};
use crate::cli::inputs::{EXTENSION, Input, Origin};
use crate::cli::outcome::Trouble;
use crate::cli::paths::folder_of;
use crate::cli::project::Project;
use crate::cli::visible;

/// Whose results are written, and where.
pub struct Whose {
    /// The athlete's name; none if only a file is named, which says it itself.
    pub name: Option<String>,
    /// What the athlete's loads are in.
    pub units: Option<LoadUnit>,
    /// The results file.
    pub path: PathBuf,
    /// The same for messages.
    pub shown: String,
}

impl Whose {
    /// Finds the results file from `--athlete` and `--results`. Mistakes in the athlete's file come back inside.
    pub fn find(
        athlete: Option<&str>,
        results: Option<&Path>,
    ) -> Result<Result<Self, Box<Compilation>>, Trouble> {
        let (name, units, named) = match athlete {
            None => (None, None, None),
            Some(athlete) if !is_file(athlete) && results.is_some() => (Some(athlete.to_owned()), None, None),
            Some(athlete) if !is_file(athlete) => return Err(not_a_file(athlete)),
            Some(athlete) => match read(Path::new(athlete))? {
                Ok(person) => {
                    let named = person.results.filter(|_| results.is_none());
                    let beside = named.map(|path| beside(Path::new(athlete), &path)).transpose()?;
                    (Some(person.name), Some(person.units), beside)
                }
                Err(mistakes) => return Ok(Err(mistakes)),
            },
        };
        match results.map(Path::to_path_buf).or(named) {
            Some(path) => {
                let shown = visible::name(&path);
                Ok(Ok(Self { name, units, path, shown }))
            }
            None => Err(names_no_results(athlete, name.as_deref())),
        }
    }
}

fn is_file(athlete: &str) -> bool {
    Path::new(athlete).extension().is_some_and(|end| end.eq_ignore_ascii_case(EXTENSION))
}

/// Reads the athlete of a file.
fn read(path: &Path) -> Result<Result<person::Person, Box<Compilation>>, Trouble> {
    let input = Input { origin: Origin::File(path.to_path_buf()), stem: PathBuf::new(), place: None };
    Ok(match open(&input)? {
        Opened::Text { source, project } => {
            person::person(source, &project).map_err(|mistakes| Box::new(named(*mistakes, &input, &project)))
        }
        Opened::Refused(mistakes) => Err(mistakes),
    })
}

/// Returns the path of what an athlete's file names. It must be in the athlete's project, as for everything else that
/// reads it.
fn beside(athlete: &Path, named: &str) -> Result<PathBuf, Trouble> {
    let folder = folder_of(athlete);
    let path = if folder == Path::new(".") { PathBuf::from(named) } else { folder.join(named) };
    let whole = dunce::canonicalize(&path).or_else(|_| dunce::canonicalize(folder_of(&path)));
    let is_inside = match (Project::of(athlete), whole) {
        (Ok((project, _)), Ok(whole)) => whole.starts_with(project.root()),
        // That it is not there is said where it is written.
        (Ok(_), Err(_)) | (Err(_), _) => true,
    };
    if is_inside {
        return Ok(path);
    }
    Err(Trouble::new(format!(
        "`{}` names results outside its project, `{}`, so nothing is written there; where that is meant, name the file \
         with `--results`",
        visible::name(athlete),
        visible::name(&path)
    )))
}

fn not_a_file(athlete: &str) -> Trouble {
    Trouble::new(format!(
        "`{athlete}` is not a .wod file, and only there is written where the results are; write `--athlete sam.wod`, or \
         name the file with `--results`"
    ))
}

fn names_no_results(athlete: Option<&str>, name: Option<&str>) -> Trouble {
    let Some(athlete) = athlete else {
        return Trouble::new(
            "say whose results these are: `--athlete sam.wod`, or name the file: `--results sam-results.wod`",
        );
    };
    let name = name.unwrap_or_default();
    let file = format!("{}-results.{EXTENSION}", name.to_lowercase().replace(char::is_whitespace, "-"));
    Trouble::new(format!(
        "`{}` doesn't say where the results of {name} are; add a line to the athlete, `results \"{file}\"`, or name the \
         file with `--results {file}`",
        visible::name(Path::new(athlete))
    ))
}
