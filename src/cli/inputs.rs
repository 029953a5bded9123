//! Finding the files to compile: named files, the workouts in named folders, and standard input.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::ignored;
use super::outcome::Trouble;
use super::paths::with_slashes;
use super::project::{Place, reason};
use super::visible::{self, on_one_line};

/// The extension of workouts.
pub const EXTENSION: &str = "wod";

/// The name of standard input in messages.
pub const STANDARD_INPUT: &str = "standard input";

/// The name of the outputs of standard input, without an extension.
const STANDARD_INPUT_STEM: &str = "workout";

/// Where a workout is read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Standard input.
    StandardInput,
    /// A file.
    File(PathBuf),
}

/// A file to compile.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// Where it is read from.
    pub origin: Origin,
    /// The path of its outputs without an extension: the subfolders below the folder that was walked, and its name
    /// without `.wod`.
    pub stem: PathBuf,
    /// Where it is, if that is known before it is read.
    pub place: Option<Arc<Place>>,
}

impl Input {
    /// Returns its name for messages.
    pub fn shown(&self) -> String {
        on_one_line(&self.name())
    }

    /// Returns its name, with whatever characters it contains.
    pub fn name(&self) -> String {
        match &self.origin {
            Origin::StandardInput => STANDARD_INPUT.into(),
            Origin::File(path) => with_slashes(path),
        }
    }
}

/// Finds the files that `named` refers to, sorted, each file once; for an empty list, those below the current folder.
/// Folders are searched without what is hidden or ignored, and without the folders of outputs, which `output_of`
/// returns for a file. Returns troubles for what can't be found.
pub fn find(
    named: &[PathBuf],
    output_of: &mut dyn FnMut(&Path) -> Option<PathBuf>,
) -> (Vec<Input>, Vec<Trouble>) {
    let mut inputs = Vec::new();
    let mut troubles = Vec::new();
    let here = [PathBuf::from(".")];
    for path in if named.is_empty() { &here } else { named } {
        if path.as_os_str() == "-" {
            inputs.push(Input {
                origin: Origin::StandardInput,
                stem: STANDARD_INPUT_STEM.into(),
                place: None,
            });
        } else if path.is_dir() {
            walk(path, output_of, &mut inputs, &mut troubles);
        } else if path.exists() {
            let stem = path.file_stem().unwrap_or_default().into();
            inputs.push(Input { origin: Origin::File(path.clone()), stem, place: None });
        } else {
            troubles.push(missing(path));
        }
    }
    inputs.sort();
    inputs.dedup();
    // Below one folder, whose links are not followed, each file has one path.
    if named.len() > 1 {
        keep_each_file_once(&mut inputs);
    }
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
    for entry in ignored::walk(folder) {
        match entry {
            Ok(entry) if is_workout(entry.path()) && entry.file_type().is_file() => {
                found.push(entry.into_path());
            }
            Ok(_) => {}
            Err(trouble) => troubles.push(trouble),
        }
    }
    leave_out_outputs(folder, output_of, &mut found);
    if found.is_empty() && troubles.len() == troubles_before {
        let folder = match visible::name(folder).as_str() {
            "." => "below this folder".into(),
            name => format!("below the folder `{name}`"),
        };
        troubles.push(Trouble::new(format!("there is no .{EXTENSION} file {folder}")));
    }
    for path in found {
        let stem = path.strip_prefix(folder).unwrap_or(&path).with_extension("");
        let shown = path.strip_prefix(".").unwrap_or(&path);
        inputs.push(Input { origin: Origin::File(shown.into()), stem, place: None });
    }
}

/// Drops files in a folder that the outputs of any of the files go to, if that folder is inside this one. A folder that
/// is named itself is meant, even if outputs are written to it.
fn leave_out_outputs(
    folder: &Path,
    output_of: &mut dyn FnMut(&Path) -> Option<PathBuf>,
    found: &mut Vec<PathBuf>,
) {
    let Ok(root) = dunce::canonicalize(folder) else { return };
    let outputs: HashSet<PathBuf> = found
        .iter()
        .filter_map(|path| output_of(path))
        .filter(|output| *output != root && output.starts_with(&root))
        .collect();
    if outputs.is_empty() {
        return;
    }
    found.retain(|path| {
        // The walk doesn't follow links, so paths below the folder are the same below its real path.
        let inside = path.strip_prefix(folder).unwrap_or(path);
        root.join(inside).ancestors().skip(1).all(|around| !outputs.contains(around))
    });
}

/// Tells whether a file's name is a workout's.
pub fn is_workout(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION))
}

/// Appends `.wod` to a path, whatever its extension.
pub fn with_extension_added(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_os_string();
    name.push(".");
    name.push(EXTENSION);
    name.into()
}

/// Reports that there is no file of this name, and suggests one that was probably meant.
pub fn missing(path: &Path) -> Trouble {
    let name = visible::name(path);
    match path.try_exists() {
        Err(error) => Trouble::new(format!("`{name}` cannot be read: {}", reason(&error))),
        Ok(_) if with_extension_added(path).is_file() => {
            Trouble::new(format!("there is no file or folder `{name}`; there is `{name}.{EXTENSION}`"))
        }
        Ok(_) => Trouble::new(format!("there is no file or folder `{name}`")),
    }
}

/// Drops files that were found twice, such as by name and in their folder.
fn keep_each_file_once(inputs: &mut Vec<Input>) {
    let mut seen = HashSet::new();
    inputs.retain(|input| match &input.origin {
        Origin::StandardInput => true,
        Origin::File(path) => dunce::canonicalize(path).map_or(true, |path| seen.insert(path)),
    });
}
