//! The project a file belongs to, which is as far as `use` may reach.

use std::env;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::read::{self, Reading};
use crate::analysis::ReadFile;
use crate::source::SourceFile;

/// The file of settings for all workouts of a project.
pub const SETTINGS_FILE: &str = "wodc.toml";

/// What stands in a project's root.
const ROOT_MARKS: [&str; 2] = [".git", SETTINGS_FILE];

/// A folder out of which no `use` leads.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the project of a file: the nearest folder upward that holds `.git` or `wodc.toml`, else the file's own.
    /// Returns with it the file's name inside the project.
    pub fn of(file: &Path) -> io::Result<(Self, String)> {
        let folder = folder_of(file).canonicalize()?;
        let project = Self::around(&folder);
        let inside =
            folder.strip_prefix(&project.root).unwrap_or(&folder).join(file.file_name().unwrap_or_default());
        Ok((project, with_slashes(&inside)))
    }

    /// Finds the project that a folder belongs to, which is given from the file system's root and without links.
    pub fn around(folder: &Path) -> Self {
        let is_root = |folder: &&Path| ROOT_MARKS.iter().any(|mark| folder.join(mark).exists());
        Self { root: folder.ancestors().find(is_root).unwrap_or(folder).to_path_buf() }
    }

    /// Returns its folder, from the file system's root and without links.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the folders in which a file of settings would speak for a folder, which is given from the file system's
    /// root and without links: it and those above it, as far as its project goes, else as far as the current one.
    #[cfg(feature = "watch")]
    pub fn settled_from(folder: &Path) -> impl Iterator<Item = &Path> {
        let root = Self::around(folder).root;
        let has_mark = ROOT_MARKS.iter().any(|mark| root.join(mark).exists());
        let here = env::current_dir().and_then(|here| here.canonicalize());
        let last = here.ok().filter(|here| !has_mark && folder.starts_with(here)).unwrap_or(root);
        folder.ancestors().take_while(move |folder| folder.starts_with(&last))
    }

    /// Returns the project of what is typed or piped in: the current folder.
    pub fn here() -> io::Result<Self> {
        Ok(Self { root: env::current_dir()?.canonicalize()? })
    }

    /// Returns how a file of the project is named to somebody in the current folder.
    pub fn shown(&self, name: &str) -> String {
        let file = self.root.join(name);
        let Ok(here) = env::current_dir().and_then(|here| here.canonicalize()) else {
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
        let outside = || format!("it lies outside of the project's folder `{}`", self.root.display());
        if !stays_inside(path) {
            return Err(outside());
        }
        let file = self.root.join(path).canonicalize().map_err(|error| reason(&error))?;
        // A link may lead anywhere, so what counts is where it ends.
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

/// Tells whether a path, as it is written, never climbs above where it starts.
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

/// Returns the folder of a file.
pub fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Returns why a file cannot be read or written, in plain words where the system's are not.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".into(),
        io::ErrorKind::IsADirectory => "it is a folder".into(),
        io::ErrorKind::PermissionDenied => "you have no permission for it".into(),
        _ => error.to_string(),
    }
}

/// Returns a path as it is shown everywhere, with `/` between folders.
pub fn with_slashes(path: &Path) -> String {
    let shown = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { shown.into_owned() } else { shown.replace('\\', "/") }
}
