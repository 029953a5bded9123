//! Which files are meant: those that are named, those in folders that are named, and standard input.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use ignore::{Walk, WalkBuilder};

use super::outcome::Trouble;
use super::project::{reason, with_slashes};

/// The extension of workouts.
pub const EXTENSION: &str = "wod";

/// What standard input is called in messages.
pub const STANDARD_INPUT: &str = "standard input";

/// What the outputs of standard input are named after.
const STANDARD_INPUT_STEM: &str = "workout";

/// Where a workout is read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// What is typed or piped in.
    StandardInput,
    /// A file.
    File(PathBuf),
}

/// A file to compile.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// Where it is read from.
    pub place: Place,
    /// What its outputs are named after: its name without `.wod`, after the subfolders of the folder that was walked.
    pub stem: PathBuf,
}

impl Input {
    /// Returns the name by which people know it.
    pub fn name(&self) -> String {
        match &self.place {
            Place::StandardInput => STANDARD_INPUT.into(),
            Place::File(path) => with_slashes(path),
        }
    }
}

/// Finds all that `named` means, sorted, each file once; for an empty list, what is below the current folder. A walk
/// leaves out what is hidden or ignored, and the folders of outputs, of which `output_of` tells that of a file. What
/// cannot be found is told beside it.
pub fn find(
    named: &[PathBuf],
    output_of: &mut dyn FnMut(&Path) -> Option<PathBuf>,
) -> (Vec<Input>, Vec<Trouble>) {
    let mut inputs = Vec::new();
    let mut troubles = Vec::new();
    let here = [PathBuf::from(".")];
    for path in if named.is_empty() { &here } else { named } {
        if path.as_os_str() == "-" {
            inputs.push(Input { place: Place::StandardInput, stem: STANDARD_INPUT_STEM.into() });
        } else if path.is_dir() {
            walk(path, output_of, &mut inputs, &mut troubles);
        } else if path.exists() {
            let stem = path.file_stem().unwrap_or_default().into();
            inputs.push(Input { place: Place::File(path.clone()), stem });
        } else {
            troubles.push(missing(path));
        }
    }
    inputs.sort();
    inputs.dedup();
    keep_each_file_once(&mut inputs);
    (inputs, troubles)
}

/// Adds the workouts below a folder.
fn walk(
    folder: &Path,
    output_of: &mut dyn FnMut(&Path) -> Option<PathBuf>,
    inputs: &mut Vec<Input>,
    troubles: &mut Vec<Trouble>,
) {
    let troubles_before = troubles.len();
    let mut found = Vec::new();
    for entry in walker(folder) {
        match entry {
            Ok(entry) if is_workout(entry.path()) && entry.file_type().is_some_and(|kind| kind.is_file()) => {
                found.push(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => troubles.push(Trouble::new(error.to_string())),
        }
    }
    leave_out_outputs(folder, output_of, &mut found);
    if found.is_empty() && troubles.len() == troubles_before {
        let folder = match with_slashes(folder).as_str() {
            "." => "below this folder".into(),
            name => format!("below the folder `{name}`"),
        };
        troubles.push(Trouble::new(format!("there is no .{EXTENSION} file {folder}")));
    }
    for path in found {
        let stem = path.strip_prefix(folder).unwrap_or(&path).with_extension("");
        let shown = path.strip_prefix(".").unwrap_or(&path);
        inputs.push(Input { place: Place::File(shown.into()), stem });
    }
}

/// Returns the walk through a folder, without what is hidden or ignored.
pub fn walker(folder: &Path) -> Walk {
    WalkBuilder::new(folder).build()
}

/// Drops what lies where the outputs of any of the files go, if that is inside the folder: who asks for a folder by
/// name means it, even where outputs are written beside the workouts.
fn leave_out_outputs(
    folder: &Path,
    output_of: &mut dyn FnMut(&Path) -> Option<PathBuf>,
    found: &mut Vec<PathBuf>,
) {
    let Ok(root) = folder.canonicalize() else { return };
    let outputs: HashSet<PathBuf> = found
        .iter()
        .filter_map(|path| output_of(path))
        .filter(|output| *output != root && output.starts_with(&root))
        .collect();
    if outputs.is_empty() {
        return;
    }
    found.retain(|path| {
        // A walk follows no links, so what is below the folder is below its true name as well.
        let inside = path.strip_prefix(folder).unwrap_or(path);
        root.join(inside).ancestors().skip(1).all(|around| !outputs.contains(around))
    });
}

/// Tells whether a file's name is that of a workout.
pub fn is_workout(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION))
}

/// Returns the path with `.wod` after whatever it ends with.
pub fn with_extension_added(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_os_string();
    name.push(".");
    name.push(EXTENSION);
    name.into()
}

/// Says that there is nothing of this name, and what may have been meant.
pub fn missing(path: &Path) -> Trouble {
    let name = with_slashes(path);
    match path.try_exists() {
        Err(error) => Trouble::new(format!("`{name}` cannot be read: {}", reason(&error))),
        Ok(_) if with_extension_added(path).is_file() => {
            Trouble::new(format!("there is no file or folder `{name}`; there is `{name}.{EXTENSION}`"))
        }
        Ok(_) => Trouble::new(format!("there is no file or folder `{name}`")),
    }
}

/// Drops a file that was found before by another way, such as by name and in its folder.
fn keep_each_file_once(inputs: &mut Vec<Input>) {
    if inputs.len() < 2 {
        return;
    }
    let mut seen = HashSet::new();
    inputs.retain(|input| match &input.place {
        Place::StandardInput => true,
        Place::File(path) => path.canonicalize().map_or(true, |path| seen.insert(path)),
    });
}
