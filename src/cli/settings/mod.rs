//! What is wanted of each file: what the command line asks for, else what its project's `wodc.toml` says.
//!
//! ```text
//! command line ── Asked ──────────┐
//! wodc.toml ───── SettingsFile ───┴─▶ Wanted ── with an Input ─▶ Job
//! ```

mod file;
mod mistake;
mod rules;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use self::file::SettingsFile;
pub use self::rules::{RuleArguments, RuleSettings};
use super::inputs::{self, Input, Place};
use super::outcome::Trouble;
use super::project::{Project, SETTINGS_FILE, folder_of, reason};
use crate::analysis::{AthleteWanted, Request};
use crate::check::program::Level;
use crate::cli::athlete;
use crate::emit::cues::Voice;
use crate::emit::{CalendarOptions, Format, Options, Paper, SheetOptions};

/// Where outputs go unless somebody says otherwise.
pub const DEFAULT_FOLDER: &str = "build";

/// What the command line asks for. It goes before what a `wodc.toml` says.
#[derive(Debug, Default)]
pub struct Asked {
    /// The level to settle ranges at, whatever a workout says of itself.
    pub level: Option<Level>,
    /// The formats to make; an empty list for what the `wodc.toml` says, or all; none where nothing is to be made.
    pub formats: Option<Vec<Format>>,
    /// How fast cues are spoken, in words a minute.
    pub rate: Option<u32>,
    /// The folder of outputs.
    pub output: Option<PathBuf>,
    /// Rules that are set otherwise.
    pub rules: RuleSettings,
    /// What sheets are printed on.
    pub paper: Option<Paper>,
    /// How sheets are laid out, but for the paper.
    pub sheet: SheetOptions,
    /// What calendars are like.
    pub calendar: CalendarOptions,
    /// The athlete's name, or file.
    pub athlete: Option<String>,
}

/// What is wanted of the files of one project.
#[derive(Debug)]
pub struct Wanted {
    /// What is wanted of a compilation. Its formats stand in order, each once.
    pub request: Request,
    /// Where the outputs go, from the current folder.
    pub output: PathBuf,
    /// Where the outputs go, if that folder is there; its name has no links in it.
    left_out: Option<PathBuf>,
    /// The project's folder where it is the project that says where the outputs go. They have their project's
    /// subfolders there, so that they come to lie in the same place wherever the program runs.
    root: Option<PathBuf>,
}

/// A file to compile, and what is wanted of it.
#[derive(Debug, Clone)]
pub struct Job {
    /// The file.
    pub input: Input,
    /// What is wanted of it.
    pub wanted: Arc<Wanted>,
}

/// Finds all files that are named (see [`inputs::find`]) and what is wanted of each. Those whose `wodc.toml` cannot be
/// understood are left out: nothing is compiled by half of what its coach wants.
pub fn find(named: &[PathBuf], asked: &Asked) -> (Vec<Job>, Vec<Trouble>) {
    let mut projects = Projects::new(asked);
    let (inputs, mut troubles) =
        inputs::find(named, &mut |path| projects.wanted(folder_of(path))?.left_out.clone());
    let jobs = inputs.into_iter().filter_map(|input| projects.job(input)).collect();
    troubles.extend(projects.troubles);
    (jobs, troubles)
}

/// The projects that were met so far.
struct Projects<'a> {
    asked: &'a Asked,
    /// The project's folder of a folder, as it is named.
    roots: HashMap<PathBuf, PathBuf>,
    /// What is wanted in a project; none if its settings cannot be understood.
    wanted: HashMap<PathBuf, Option<Arc<Wanted>>>,
    troubles: Vec<Trouble>,
}

impl<'a> Projects<'a> {
    fn new(asked: &'a Asked) -> Self {
        Self { asked, roots: HashMap::new(), wanted: HashMap::new(), troubles: Vec::new() }
    }

    /// Returns what is to be done with a file.
    fn job(&mut self, mut input: Input) -> Option<Job> {
        let wanted = match &input.place {
            // What is piped in counts as a file of the current folder.
            Place::StandardInput => self.wanted(Path::new("."))?,
            Place::File(path) => {
                let wanted = self.wanted(folder_of(path))?;
                if let Some(root) = &wanted.root
                    && let Ok(folder) = folder_of(path).canonicalize()
                    && let Ok(inside) = folder.strip_prefix(root)
                {
                    input.stem = inside.join(input.stem.file_name().unwrap_or_default());
                }
                wanted
            }
        };
        Some(Job { input, wanted })
    }

    /// Returns what is wanted of the files in a folder.
    fn wanted(&mut self, folder: &Path) -> Option<Arc<Wanted>> {
        if !self.roots.contains_key(folder) {
            // Of a folder that cannot be looked at, no file can be read either, which is told then.
            let root = folder.canonicalize().map(|folder| Project::around(&folder).root().to_path_buf());
            self.roots.insert(folder.to_path_buf(), root.unwrap_or_else(|_| folder.to_path_buf()));
        }
        let root = self.roots.get(folder)?;
        if let Some(wanted) = self.wanted.get(root) {
            return wanted.clone();
        }
        let athlete =
            || self.asked.athlete.as_deref().map(|athlete| athlete::wanted(athlete, root)).transpose();
        let wanted = match settings_of(root).and_then(|settings| Ok((settings, athlete()?))) {
            Ok((settings, athlete)) => Some(Arc::new(Wanted::new(self.asked, settings, athlete, root))),
            Err(trouble) => {
                self.troubles.push(trouble);
                None
            }
        };
        self.wanted.insert(root.clone(), wanted.clone());
        wanted
    }
}

/// Reads the settings of a project, where it has some.
fn settings_of(root: &Path) -> Result<SettingsFile, Trouble> {
    let path = root.join(SETTINGS_FILE);
    match path.try_exists() {
        Ok(false) => Ok(SettingsFile::default()),
        Ok(true) => file::read(&path, &Project::around(root).shown(SETTINGS_FILE)),
        Err(error) => Err(Trouble::new(format!("`{}` cannot be read: {}", path.display(), reason(&error)))),
    }
}

impl Wanted {
    /// Puts what is asked for before what a project's settings say.
    fn new(asked: &Asked, settings: SettingsFile, athlete: Option<AthleteWanted>, root: &Path) -> Self {
        let named = match &asked.formats {
            Some(formats) if formats.is_empty() => settings.formats,
            Some(formats) => Some(formats.clone()),
            None => Some(Vec::new()),
        };
        let by_name = named.is_some();
        let mut formats = named.unwrap_or_else(|| Format::all().collect());
        formats.sort_unstable();
        formats.dedup();
        let rate = asked.rate.or(settings.rate);
        let request = Request {
            level: asked.level,
            default_level: settings.level.unwrap_or_default(),
            formats,
            rules: RuleSettings::levels(&settings.rules, &asked.rules),
            units: settings.units,
            athlete,
            options: Options {
                voice: rate.map_or_else(Voice::default, |words_per_minute| Voice { words_per_minute }),
                sheet: SheetOptions {
                    paper: asked.paper.or(settings.paper).unwrap_or_default(),
                    ..asked.sheet
                },
                calendar: CalendarOptions { at: asked.calendar.at.or(settings.at), ..asked.calendar },
                by_name,
            },
        };
        match (&asked.output, settings.output) {
            (Some(output), _) => Self::beside_here(request, output),
            (None, Some(output)) => {
                let shown = Project::around(root).shown(&output);
                let output = root.join(output);
                // Where outputs are written beside the workouts, those are no outputs.
                let left_out = output.canonicalize().ok().filter(|output| !root.starts_with(output));
                Self { request, output: shown.into(), left_out, root: Some(root.to_path_buf()) }
            }
            (None, None) => Self::beside_here(request, Path::new(DEFAULT_FOLDER)),
        }
    }

    /// Tells whether the same outputs are wanted in the same place.
    #[cfg(feature = "watch")]
    pub fn asks_for_the_same(&self, other: &Self) -> bool {
        self.request == other.request && self.output == other.output
    }

    /// Returns where the outputs go, if that folder is there and may be left out.
    #[cfg(feature = "watch")]
    pub fn left_out(&self) -> Option<&Path> {
        self.left_out.as_deref()
    }

    /// Returns what is wanted where outputs go to a folder that is named from the current one.
    fn beside_here(request: Request, output: &Path) -> Self {
        Self { request, output: output.to_path_buf(), left_out: output.canonicalize().ok(), root: None }
    }
}
