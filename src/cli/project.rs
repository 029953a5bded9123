//! The project a file belongs to. A `use` can't reach files outside it.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::paths::{folder_of, with_slashes};
use super::read::{self, Reading};
use super::visible;
use crate::analysis::ReadFile;
use crate::source::SourceFile;

/// The name of the file with a project's settings.
pub const SETTINGS_FILE: &str = "wodc.toml";

/// A folder that contains one of these is a project's root.
const ROOT_MARKS: [&str; 2] = [".git", SETTINGS_FILE];

/// A project: its root folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Project {
    root: PathBuf,
}

/// A folder with the project that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    folder: PathBuf,
    project: Project,
}

impl Place {
    /// Finds the place of the files in a folder.
    pub fn of(folder: &Path) -> io::Result<Self> {
        let folder = dunce::canonicalize(folder)?;
        Ok(Self { project: Project::around(&folder), folder })
    }

    /// Returns its project.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Returns the folder inside the project.
    pub fn inside(&self) -> &Path {
        self.folder.strip_prefix(&self.project.root).unwrap_or(&self.folder)
    }

    /// Returns the path inside the project of a file in the folder.
    pub fn path_of(&self, file: &Path) -> String {
        with_slashes(&self.inside().join(file.file_name().unwrap_or_default()))
    }
}

impl Project {
    /// Finds the project of a file. Also returns the file's path inside the project.
    pub fn of(file: &Path) -> io::Result<(Self, String)> {
        let place = Place::of(folder_of(file))?;
        let inside = place.path_of(file);
        Ok((place.project, inside))
    }

    /// Finds the project of a folder, which must be canonical: the nearest folder from it upwards that contains `.git` or
    /// `wodc.toml`, or else the folder itself.
    pub fn around(folder: &Path) -> Self {
        Self {
            root: folder.ancestors().find(|folder| Self::has_mark(folder)).unwrap_or(folder).to_path_buf(),
        }
    }

    /// Tells whether a folder is marked as a project's root.
    pub fn has_mark(folder: &Path) -> bool {
        ROOT_MARKS.iter().any(|mark| folder.join(mark).exists())
    }

    /// Returns its folder, which is canonical.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns what calendars tell its plans from those of others by: the name of its folder, so that a copy of it in another
    /// place makes the same events. A folder without a mark is no project, and only its whole path tells it from others.
    pub fn id(&self) -> String {
        match self.root.file_name().filter(|_| Self::has_mark(&self.root)) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => with_slashes(&self.root),
        }
    }

    /// Returns the folders in which a new `wodc.toml` would apply to a folder, which must be canonical: the folder
    /// itself and those above it, up to its project's root, or else up to the current folder.
    #[cfg(feature = "watch")]
    pub fn settled_from(folder: &Path) -> impl Iterator<Item = &Path> {
        let root = Self::around(folder).root;
        let has_mark = Self::has_mark(&root);
        let here = dunce::canonicalize(".");
        let last = here.ok().filter(|here| !has_mark && folder.starts_with(here)).unwrap_or(root);
        folder.ancestors().take_while(move |folder| folder.starts_with(&last))
    }

    /// Returns the project of standard input: the current folder.
    pub fn here() -> io::Result<Self> {
        Ok(Self { root: dunce::canonicalize(".")? })
    }

    /// Returns the path of a file of the project, relative to the current folder where possible.
    pub fn shown(&self, name: &str) -> String {
        let file = self.root.join(name);
        let Ok(here) = dunce::canonicalize(".") else {
            return with_slashes(&file);
        };
        if let Ok(below) = file.strip_prefix(&here) {
            return with_slashes(below);
        }
        match here.strip_prefix(&self.root) {
            Ok(down) if Path::new(name).is_relative() => "../".repeat(down.components().count()) + name,
            Ok(_) | Err(_) => with_slashes(&file),
        }
    }
}

impl ReadFile for Project {
    fn read(&self, path: &str) -> Result<String, String> {
        let path = Path::new(path);
        let outside = || format!("it is outside the project's folder `{}`", visible::name(&self.root));
        if !stays_inside(path) {
            return Err(outside());
        }
        let file = dunce::canonicalize(self.root.join(path)).map_err(|error| reason(&error))?;
        // A link may lead anywhere, so the target counts.
        if !file.starts_with(&self.root) {
            return Err(outside());
        }
        match read::found_file(SourceFile::MAX_BYTES, &file).map_err(|error| reason(&error))? {
            Reading::Text(text) => Ok(text),
            Reading::TooLarge => Err("it is too large".into()),
            Reading::NotUtf8(_) => Err("it is not UTF-8 text".into()),
        }
    }

    #[cfg(feature = "pdf")]
    fn font_with(&self, letter: char) -> Option<crate::emit::FontFile> {
        super::fonts::with(letter)
    }
}

/// Tells whether a path, as it is written, never leaves the folder it starts from.
fn stays_inside(path: &Path) -> bool {
    let mut depth = 0_usize;
    path.components().all(|part| match part {
        Component::Normal(_) => {
            depth += 1;
            true
        }
        Component::CurDir => true,
        Component::ParentDir => depth.checked_sub(1).map(|above| depth = above).is_some(),
        Component::RootDir | Component::Prefix(_) => false,
    })
}

/// Returns why a file can't be read or written, in plain words where the system's are not.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".into(),
        io::ErrorKind::IsADirectory => "it is a folder".into(),
        io::ErrorKind::PermissionDenied => "you have no permission for it".into(),
        io::ErrorKind::StorageFull => "the disk is full".into(),
        io::ErrorKind::QuotaExceeded => "your share of the disk is full".into(),
        io::ErrorKind::ReadOnlyFilesystem => "nothing can be written to this disk".into(),
        io::ErrorKind::FileTooLarge => "it is larger than a file may be here".into(),
        _ => error.to_string(),
    }
}
