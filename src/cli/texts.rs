//! The texts of a project while somebody writes in it: those that are open as they are written, the others as they are on
//! the disk.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::project::{Project as Disk, SETTINGS_FILE};
use super::read::{self, Reading};
use super::settings::{self, InUse};
use super::{ignored, inputs, paths};
use crate::analysis::{NoFiles, ReadFile};
use crate::service::{Document, Project};
use crate::source::SourceFile;

/// The most files of a folder that are read, so that names can be followed into them. Those that are open or used are
/// read whatever there is beside them.
const MOST_FILES: usize = 5_000;

/// The texts of a project. A copy is cheap, and stays as it is while somebody writes on.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    /// Where its files are; none for texts that were never saved.
    disk: Option<Disk>,
    /// Its documents: those that are open as they are written, others as they are on the disk.
    pub documents: Project,
    /// The names of those that are open.
    open: BTreeSet<Arc<str>>,
    /// What its settings ask for.
    pub settings: Arc<InUse>,
}

impl Texts {
    /// Returns the project of a folder, with its settings. No text is read yet.
    pub fn of(disk: Disk) -> Self {
        let settings = Arc::new(settings::in_use(disk.root()));
        Self { disk: Some(disk), settings, ..Self::default() }
    }

    /// Returns the path of its settings.
    pub fn settings_path(&self) -> Option<PathBuf> {
        self.path(SETTINGS_FILE)
    }

    /// Reads its settings again.
    pub fn read_settings(&mut self) {
        if let Some(disk) = &self.disk {
            self.settings = Arc::new(settings::in_use(disk.root()));
        }
    }

    /// Returns where a file is.
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        Some(self.disk.as_ref()?.root().join(name))
    }

    /// Takes a text as it is written.
    pub fn write(&mut self, name: &Arc<str>, text: impl Into<Arc<str>>) -> Arc<Document> {
        self.open.insert(name.clone());
        self.documents.insert(SourceFile::new(name.clone(), text))
    }

    /// Takes a file as it is on the disk again.
    #[cfg(feature = "lsp")]
    pub fn close(&mut self, name: &str) {
        self.open.remove(name);
        self.read_again(name);
    }

    /// Reads a file from the disk, or forgets it where it can't be read. One that is open stays as it is written.
    pub fn read_again(&mut self, name: &str) {
        if self.open.contains(name) {
            return;
        }
        match self.path(name).map(|path| read::found_file(SourceFile::MAX_BYTES, &path)) {
            Some(Ok(Reading::Text(text))) => {
                self.documents.insert(SourceFile::new(name, text));
            }
            Some(Ok(Reading::TooLarge | Reading::NotUtf8(_)) | Err(_)) | None => self.documents.remove(name),
        }
    }

    /// Returns the names of the workouts in a folder of the project and in the folders below, at most [`MOST_FILES`].
    pub fn workouts_below(&self, folder: &Path) -> Vec<String> {
        self.workouts_among(ignored::walk(folder).filter_map(Result::ok).map(walkdir::DirEntry::into_path))
    }

    /// Returns the names of the workouts in a folder of the project, without the folders below, at most [`MOST_FILES`].
    #[cfg(feature = "lsp")]
    pub fn workouts_in(&self, folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        self.workouts_among(entries.map(|entry| entry.path()))
    }

    fn workouts_among(&self, paths: impl Iterator<Item = PathBuf>) -> Vec<String> {
        let Some(disk) = &self.disk else { return Vec::new() };
        let workouts = paths.filter(|path| inputs::is_workout(path) && path.is_file()).take(MOST_FILES);
        workouts.filter_map(|path| path.strip_prefix(disk.root()).ok().map(paths::with_slashes)).collect()
    }
}

impl ReadFile for Texts {
    fn read(&self, path: &str) -> Result<String, String> {
        if let Some(open) = self.documents.get(path).filter(|_| self.open.contains(path)) {
            return Ok(open.text().to_owned());
        }
        match &self.disk {
            Some(disk) => disk.read(path),
            None => NoFiles.read(path),
        }
    }

    #[cfg(feature = "pdf")]
    fn font_with(&self, letter: char) -> Option<crate::emit::FontFile> {
        self.disk.as_ref()?.font_with(letter)
    }
}
