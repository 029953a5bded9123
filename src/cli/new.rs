//! `wodc new`

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};

use super::inputs::{EXTENSION, with_extension_added};
use super::outcome::{Outcome, Trouble};
use super::{HELP_TEMPLATE, streams, visible, write};

const EXAMPLES: &str = "  wodc new lower          write lower.wod, a small circuit
  wodc new \"Leg Day\" --from strength
  wodc new \"10k in spring\" --from plan";

/// Writes a workout file to start from
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct NewArguments {
    /// The new file's name; `.wod` is added. Existing files are never overwritten
    #[arg(value_name = "NAME", value_hint = ValueHint::FilePath)]
    name: PathBuf,

    /// The kind of workout to start from
    #[arg(long, value_name = "KIND", value_enum, default_value_t = Kind::Circuit)]
    from: Kind,
}

/// What a new file starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Timed rounds of a few movements
    Circuit,
    /// Sets with loads and rests
    Strength,
    /// Work that starts every minute on the minute
    Emom,
    /// As many rounds as possible in a time
    Amrap,
    /// Intervals on foot
    Run,
    /// A pool session
    Swim,
    /// A group class of several parts, with stations
    Class,
    /// Weeks of training
    Plan,
    /// Exercises to do at home after an injury
    Rehab,
    /// Poses that are held for breaths
    Yoga,
}

/// The files that are started from, by their kinds, with a title.
pub fn starters() -> impl Iterator<Item = (String, String)> {
    Kind::value_variants().iter().filter_map(|kind| {
        let name = kind.to_possible_value()?.get_name().to_owned();
        Some((name, kind.starter("A workout")))
    })
}

/// A kind of workout to start from, as a page lists it.
#[cfg(feature = "studio")]
#[derive(Debug, serde::Serialize)]
pub struct KindEntry {
    name: String,
    about: String,
}

/// Returns the kinds of workouts to start from.
#[cfg(feature = "studio")]
pub fn kinds() -> impl Iterator<Item = KindEntry> {
    let values = Kind::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    values.map(|value| KindEntry {
        name: value.get_name().to_owned(),
        about: value.get_help().map(ToString::to_string).unwrap_or_default(),
    })
}

/// Returns the name of a new file, and what it starts from.
#[cfg(feature = "studio")]
pub fn started(name: &Path, kind: &str) -> Result<(PathBuf, String), Trouble> {
    let kind =
        Kind::from_str(kind, false).map_err(|_| Trouble::new(format!("nothing starts from `{kind}`")))?;
    let (path, title) = path_and_title(name)?;
    Ok((path, kind.starter(&title)))
}

impl Kind {
    /// Returns the text of its file, in which the title is `TITLE`.
    fn template(self) -> &'static str {
        match self {
            Kind::Circuit => include_str!("new/circuit.wod"),
            Kind::Strength => include_str!("new/strength.wod"),
            Kind::Emom => include_str!("new/emom.wod"),
            Kind::Amrap => include_str!("new/amrap.wod"),
            Kind::Run => include_str!("new/run.wod"),
            Kind::Swim => include_str!("new/swim.wod"),
            Kind::Class => include_str!("new/class.wod"),
            Kind::Plan => include_str!("new/plan.wod"),
            Kind::Rehab => include_str!("new/rehab.wod"),
            Kind::Yoga => include_str!("new/yoga.wod"),
        }
    }

    /// Returns a workout of this kind with this title, with comments for somebody who has never written one.
    fn starter(self, title: &str) -> String {
        let title = title.replace('\\', "\\\\").replace('"', "\\\"");
        self.template().replacen("TITLE", &title, 1)
    }
}

/// Runs `wodc new`.
pub fn run(arguments: &NewArguments) -> Result<Outcome, Trouble> {
    let (path, title) = path_and_title(&arguments.name)?;
    write::new_file(&path, &arguments.from.starter(&title))?;
    streams::print(&format!("{}\n", visible::name(&path)))?;
    Ok(Outcome::Fine)
}

/// Returns the path of the new file, and the title of its workout.
fn path_and_title(name: &Path) -> Result<(PathBuf, String), Trouble> {
    let path = match name.extension() {
        Some(extension) if extension == EXTENSION => name.to_path_buf(),
        _ => with_extension_added(name),
    };
    let ends_in_a_folder = name.to_string_lossy().ends_with(std::path::is_separator);
    let title = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().trim();
    // A name that starts with a dash would be taken for an option, and `-` for standard input.
    let is_good = !ends_in_a_folder
        && name.file_name().is_some()
        && !title.is_empty()
        && !title.starts_with(['-', '.'])
        && !title.contains(char::is_control);
    if is_good {
        Ok((path.clone(), title.replace('_', " ")))
    } else {
        Err(Trouble::new(format!("`{}` can't be a file's name; try `wodc new lower`", visible::name(name))))
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::Kind;
    use crate::analysis::{NoFiles, Request, compile, format};
    use crate::check::program::Level;
    use crate::emit::Format;
    use crate::source::SourceFile;

    #[test]
    fn what_a_coach_starts_from_is_tidy() {
        for kind in Kind::value_variants() {
            for title in ["monday", "5 \"quick\" ones \\ two"] {
                let text = kind.starter(title);
                assert_eq!(format(SourceFile::new("monday.wod", &*text)).unwrap(), text);
            }
        }
    }

    #[test]
    fn what_a_coach_starts_from_has_the_title_and_no_mistake_at_any_level() {
        for kind in Kind::value_variants() {
            for level in Level::ALL.map(Some).into_iter().chain([None]) {
                let text = kind.starter("Leg Day");
                assert!(text.contains("\"Leg Day\"") && !text.contains("TITLE"), "{text}");
                let request =
                    Request { level, formats: vec![Format::JSON, Format::CUES], ..Request::default() };
                let compiled = compile(SourceFile::new("monday.wod", &*text), &request, &NoFiles);
                assert!(compiled.diagnostics.is_empty(), "{kind:?}, {level:?}: {:?}", compiled.diagnostics);
            }
        }
    }
}
