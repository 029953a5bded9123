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
pub use self::mistake::Mistake;
pub use self::rules::{RuleArguments, RuleSettings};
use super::inputs::{self, Input, Origin};
use super::outcome::Trouble;
use super::paths::folder_of;
use super::project::{Place, Project, SETTINGS_FILE, reason};
use super::visible;
use crate::analysis::{AthleteWanted, Request, Style};
use crate::check::program::Level;
use crate::cli::athlete;
use crate::emit::cues::Voice;
use crate::emit::json::JsonOptions;
use crate::emit::{CalendarOptions, Figures, Format, Options, Paper, ProjectId, SheetOptions};

/// The default folder of outputs.
pub const DEFAULT_FOLDER: &str = "build";

/// The options of the command line, which take precedence over a `wodc.toml`.
#[derive(Debug, Default)]
pub struct Asked {
    /// The level to take ranges at, which overrides the workout's own.
    pub level: Option<Level>,
    /// The formats to make. An empty list means those of the `wodc.toml`, or all; `None` means that nothing is made.
    pub formats: Option<Vec<Format>>,
    /// How fast cues are spoken, in words a minute.
    pub rate: Option<u32>,
    /// The folder of outputs.
    pub output: Option<PathBuf>,
    /// The levels of rules.
    pub rules: RuleSettings,
    /// The paper of sheets.
    pub paper: Option<Paper>,
    /// How large movements are drawn.
    pub figures: Option<Figures>,
    /// The layout of sheets, apart from the paper and the figures.
    pub sheet: SheetOptions,
    /// The options for calendars.
    pub calendar: CalendarOptions,
    /// How JSON is written.
    pub json: JsonOptions,
    /// The athlete's name or file.
    pub athlete: Option<String>,
    /// The file of their results.
    pub results: Option<PathBuf>,
    /// Whether only the next session of each plan is wanted.
    pub next: bool,
}

/// The options for the files of one project.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The request for each compilation. Its formats are sorted and unique.
    pub request: Request,
    /// The athletes that are named, of whom the request has one if it is one.
    pub athletes: Vec<AthleteWanted>,
    /// What comes behind the names of outputs where there are several athletes: `-sam`.
    pub of_athlete: String,
    /// How `wodc fmt` writes.
    pub style: Style,
    /// The folder of outputs, relative to the current folder.
    pub output: PathBuf,
    /// The canonical path of the folder of outputs, if it exists and isn't searched for workouts.
    left_out: Option<PathBuf>,
    /// The project's folder, if the project's settings name the folder of outputs. Outputs then keep their subfolders
    /// in the project, so that they go to the same place wherever the program runs.
    root: Option<PathBuf>,
    /// The folder that no link may lead the outputs out of; `None` if the command line names the folder of outputs,
    /// which is then that folder.
    bounds: Option<PathBuf>,
}

/// A file to compile, and the options for it.
#[derive(Debug, Clone)]
pub struct Job {
    /// The file.
    pub input: Input,
    /// The options for it.
    pub wanted: Arc<Wanted>,
}

/// Finds all files that are named (see [`inputs::find`]) and the options for each. Files whose `wodc.toml` has a
/// mistake are left out, since their author's settings aren't known.
pub fn find(named: &[PathBuf], asked: &Asked) -> (Vec<Job>, Vec<Trouble>) {
    let mut projects = Projects::new(asked);
    let (inputs, mut troubles) =
        inputs::find(named, &mut |path| projects.wanted(folder_of(path))?.left_out.clone());
    let jobs = inputs.into_iter().filter_map(|input| projects.job(input)).collect();
    troubles.extend(projects.troubles);
    (jobs, troubles)
}

/// What the settings of a project come to while somebody writes in it.
#[derive(Debug, Default)]
pub struct InUse {
    /// What is asked of an analysis, as by `wodc check`.
    pub request: Request,
    /// How files are formatted.
    #[cfg(any(feature = "lsp", feature = "studio"))]
    pub style: Style,
    /// What is wrong with the settings, and their text. The others are the default ones then.
    pub mistake: Option<(String, Mistake)>,
}

/// Reads the settings of the project in a folder, which must be canonical.
pub fn in_use(root: &Path) -> InUse {
    match settings_of(root) {
        Ok(settings) => {
            let wanted = Wanted::new(&Asked::default(), settings, None, root);
            InUse {
                request: wanted.request,
                #[cfg(any(feature = "lsp", feature = "studio"))]
                style: wanted.style,
                mistake: None,
            }
        }
        Err(_) => InUse { mistake: file::mistake_in(&root.join(SETTINGS_FILE)), ..InUse::default() },
    }
}

/// The projects that were found so far.
struct Projects<'a> {
    asked: &'a Asked,
    /// Each folder; `None` if it cannot be read, which reading a file in it will report.
    places: HashMap<PathBuf, Option<Arc<Place>>>,
    /// The options for each project; `None` if its settings have a mistake.
    wanted: HashMap<PathBuf, Option<Arc<Wanted>>>,
    troubles: Vec<Trouble>,
}

impl<'a> Projects<'a> {
    fn new(asked: &'a Asked) -> Self {
        Self { asked, places: HashMap::new(), wanted: HashMap::new(), troubles: Vec::new() }
    }

    /// Returns the job for a file.
    fn job(&mut self, mut input: Input) -> Option<Job> {
        let wanted = match &input.origin {
            // Standard input counts as a file of the current folder.
            Origin::StandardInput => self.wanted(Path::new("."))?,
            Origin::File(path) => {
                let folder = folder_of(path);
                let wanted = self.wanted(folder)?;
                input.place = self.place(folder);
                if let Some(place) = &input.place
                    && wanted.root.is_some()
                {
                    input.stem = place.inside().join(input.stem.file_name().unwrap_or_default());
                }
                wanted
            }
        };
        Some(Job { input, wanted })
    }

    /// Returns the place of the files in a folder.
    fn place(&mut self, folder: &Path) -> Option<Arc<Place>> {
        if !self.places.contains_key(folder) {
            self.places.insert(folder.to_path_buf(), Place::of(folder).ok().map(Arc::new));
        }
        self.places.get(folder)?.clone()
    }

    /// Returns the options for the files in a folder.
    fn wanted(&mut self, folder: &Path) -> Option<Arc<Wanted>> {
        let place = self.place(folder);
        let root = place.as_ref().map_or(folder, |place| place.project().root());
        if let Some(wanted) = self.wanted.get(root) {
            return wanted.clone();
        }
        let athlete = || {
            self.asked.athlete.as_deref().map_or(Ok(Vec::new()), |athletes| athlete::wanted(athletes, root))
        };
        let results =
            || self.asked.results.as_deref().map(|path| athlete::results_wanted(path, root)).transpose();
        let read = |settings| Ok((settings, athlete()?, results()?));
        let wanted = match settings_of(root).and_then(read) {
            Ok((settings, athletes, results)) => {
                let one = if let [one] = athletes.as_slice() { Some(one.clone()) } else { None };
                let mut wanted = Wanted::new(self.asked, settings, one, root);
                wanted.request.results = results;
                Some(Arc::new(Wanted { athletes, ..wanted }))
            }
            Err(trouble) => {
                self.troubles.push(trouble);
                None
            }
        };
        self.wanted.insert(root.to_path_buf(), wanted.clone());
        wanted
    }
}

/// Reads the settings of a project, if it has any.
fn settings_of(root: &Path) -> Result<SettingsFile, Trouble> {
    let path = root.join(SETTINGS_FILE);
    match path.try_exists() {
        Ok(false) => Ok(SettingsFile::default()),
        Ok(true) => file::read(&path, &Project::around(root).shown(SETTINGS_FILE)),
        Err(error) => {
            Err(Trouble::new(format!("`{}` cannot be read: {}", visible::name(&path), reason(&error))))
        }
    }
}

impl Wanted {
    /// Combines the options of the command line with a project's settings.
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
            results: None,
            next: asked.next,
            whose_is_known: false,
            options: Options {
                voice: rate.map_or_else(Voice::default, |words_per_minute| Voice { words_per_minute }),
                sheet: SheetOptions {
                    paper: asked.paper.or(settings.paper).unwrap_or_default(),
                    figures: asked.figures.or(settings.figures).unwrap_or_default(),
                    ..asked.sheet
                },
                calendar: CalendarOptions {
                    at: asked.calendar.at.or(settings.at),
                    project: ProjectId::of(&settings.id.unwrap_or_else(|| Project::around(root).id())),
                    ..asked.calendar
                },
                json: asked.json,
                by_name,
            },
        };
        match (&asked.output, settings.output) {
            (Some(output), _) => Self::beside_here(request, settings.style, output, None),
            (None, Some(output)) => {
                let shown = Project::around(root).shown(&output);
                let output = root.join(output);
                // If outputs are written next to the workouts, that folder must be searched.
                let left_out = dunce::canonicalize(output).ok().filter(|output| !root.starts_with(output));
                let root = Some(root.to_path_buf());
                Self {
                    request,
                    athletes: Vec::new(),
                    of_athlete: String::new(),
                    style: settings.style,
                    output: shown.into(),
                    left_out,
                    root: root.clone(),
                    bounds: root,
                }
            }
            (None, None) => {
                let here = dunce::canonicalize(".").ok();
                let bounds = here.map(|here| Project::around(&here).root().to_path_buf());
                Self::beside_here(request, settings.style, Path::new(DEFAULT_FOLDER), bounds)
            }
        }
    }

    /// Returns the same options for one of several athletes, with what comes behind the names of their outputs.
    pub fn for_athlete(&self, athlete: AthleteWanted, of_athlete: String) -> Self {
        let request = Request { athlete: Some(athlete), ..self.request.clone() };
        Self { request, of_athlete, ..self.clone() }
    }

    /// Tells whether both give the same outputs in the same place.
    #[cfg(feature = "watch")]
    pub fn asks_for_the_same(&self, other: &Self) -> bool {
        self.request == other.request && self.output == other.output
    }

    /// Returns the canonical path of the folder of outputs, if it exists and isn't searched for workouts.
    #[cfg(feature = "watch")]
    pub fn left_out(&self) -> Option<&Path> {
        self.left_out.as_deref()
    }

    /// Returns the options if the folder of outputs is relative to the current folder.
    fn beside_here(request: Request, style: Style, output: &Path, bounds: Option<PathBuf>) -> Self {
        let left_out = dunce::canonicalize(output).ok();
        let output = output.to_path_buf();
        let (athletes, of_athlete) = (Vec::new(), String::new());
        Self { request, athletes, of_athlete, style, output, left_out, root: None, bounds }
    }

    /// Returns the folder that no link may lead the outputs out of; `None` if the command line names the folder of
    /// outputs, which is then that folder.
    pub fn bounds(&self) -> Option<&Path> {
        self.bounds.as_deref()
    }
}
