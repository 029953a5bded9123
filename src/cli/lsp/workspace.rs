//! The files that an editor has open, and those beside them on the disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use url::Url;

use crate::analysis::{NoFiles, ReadFile};
use crate::cli::project::{Project as Disk, SETTINGS_FILE};
use crate::cli::read::{self, Reading};
use crate::cli::settings::{self, InUse};
use crate::cli::{ignored, inputs, paths};
use crate::service::{Document, Project};
use crate::source::SourceFile;

/// The most files of a folder that are read, so that names can be followed into them. Those that are open or used are
/// read whatever there is beside them.
const MOST_FILES: usize = 5_000;

/// Everything that is known of files, by the folders of their projects.
#[derive(Debug, Default)]
pub struct Workspace {
    /// The folders that the editor shows.
    folders: Vec<PathBuf>,
    roots: BTreeMap<PathBuf, Root>,
}

/// A project.
#[derive(Debug)]
pub struct Root {
    /// Where its files are; none for texts that were never saved.
    disk: Option<Disk>,
    /// Its documents: those that are open as the editor has them, others as they are on the disk.
    pub documents: Project,
    /// Those that are open, by name.
    pub open: BTreeMap<Arc<str>, Open>,
    /// What its settings ask for.
    pub settings: InUse,
}

/// A file that an editor has open.
#[derive(Debug, Clone)]
pub struct Open {
    /// What the editor calls it.
    pub uri: String,
    /// What the editor numbers its text by.
    pub version: Option<i64>,
}

/// Where a file is: the folder of its project, and its name there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    root: PathBuf,
    pub name: Arc<str>,
}

impl Location {
    /// Returns the folder of its project.
    pub fn root(&self) -> &Path {
        &self.root
    }
}

impl Workspace {
    /// Sets the folders that the editor shows.
    pub fn show(&mut self, folders: impl IntoIterator<Item = String>) {
        self.folders = folders.into_iter().filter_map(|uri| path_of(&uri)).collect();
    }

    /// Adds and removes folders that the editor shows.
    pub fn change_folders(&mut self, added: Vec<String>, removed: Vec<String>) {
        let removed: Vec<PathBuf> = removed.iter().filter_map(|uri| path_of(uri)).collect();
        self.folders.retain(|folder| !removed.contains(folder));
        self.folders.extend(added.iter().filter_map(|uri| path_of(uri)));
    }

    /// Opens a file, or takes its text as it is now.
    pub fn open(&mut self, uri: &str, text: String, version: Option<i64>) -> Location {
        let location = self.locate(uri);
        let Some(root) = self.roots.get_mut(&location.root) else { return location };
        root.open.insert(location.name.clone(), Open { uri: uri.to_owned(), version });
        root.documents.insert(SourceFile::new(location.name.clone(), text));
        location
    }

    /// Closes a file: it is as it is on the disk again.
    pub fn close(&mut self, uri: &str) -> Location {
        let location = self.locate(uri);
        if let Some(root) = self.roots.get_mut(&location.root) {
            root.open.remove(&location.name);
            root.read_again(&location.name);
            if root.open.is_empty() {
                // Read again when one of its files is opened again.
                self.roots.remove(&location.root);
            }
        }
        location
    }

    /// Looks at a file again that was changed on the disk. Returns its project, if anything in it is open.
    pub fn changed(&mut self, uri: &str) -> Option<PathBuf> {
        let path = path_of(uri)?;
        let (disk, name) = Disk::of(&path).ok()?;
        let root = self.roots.get_mut(disk.root())?;
        if path.file_name().is_some_and(|file| file == SETTINGS_FILE) {
            root.settings = settings::in_use(disk.root());
        } else if !root.open.contains_key(&*name) {
            root.read_again(&name);
        }
        Some(disk.root().to_path_buf())
    }

    /// Returns a file that is open, with its project.
    pub fn get(&self, uri: &str) -> Option<(&Root, &Arc<Document>)> {
        let location = location_of(uri);
        let root = self.roots.get(&location.root)?;
        Some((root, root.documents.get(&location.name)?))
    }

    /// Returns the project in a folder.
    pub fn root(&self, folder: &Path) -> Option<&Root> {
        self.roots.get(folder)
    }

    /// Returns all projects in which something is open.
    pub fn roots(&self) -> impl Iterator<Item = &Root> {
        self.roots.values()
    }

    /// Returns what the open files of the project of one are called.
    pub fn open_beside(&self, location: &Location) -> Vec<String> {
        self.open_in(&location.root)
    }

    /// Returns what the open files of a project are called.
    pub fn open_in(&self, folder: &Path) -> Vec<String> {
        let root = self.roots.get(folder);
        root.into_iter().flat_map(|root| root.open.values()).map(|open| open.uri.clone()).collect()
    }

    /// Finds where a file is, and reads the files beside it where that was not done before.
    fn locate(&mut self, uri: &str) -> Location {
        let location = location_of(uri);
        if !self.roots.contains_key(&location.root) {
            let root = self.read_root(&location, uri);
            self.roots.insert(location.root.clone(), root);
        }
        location
    }

    fn read_root(&self, location: &Location, uri: &str) -> Root {
        let path = path_of(uri);
        let disk = path.as_deref().and_then(|path| Disk::of(path).ok()).map(|(disk, _)| disk);
        let mut root =
            Root { disk, documents: Project::default(), open: BTreeMap::new(), settings: InUse::default() };
        if root.disk.is_some() {
            root.settings = settings::in_use(&location.root);
            let is_shown = self.folders.iter().any(|folder| {
                dunce::canonicalize(folder).is_ok_and(|folder| location.root.starts_with(folder))
            });
            root.read_all(&location.root, is_shown);
        }
        root
    }
}

impl Root {
    /// Returns the path of its settings.
    pub fn settings_path(&self) -> Option<PathBuf> {
        self.disk.as_ref().map(|disk| disk.root().join(SETTINGS_FILE))
    }

    /// Returns what the editor calls a file, or would call it.
    pub fn uri(&self, name: &str) -> String {
        let open = self.open.get(name).map(|open| open.uri.clone());
        let on_disk = || {
            let path = self.disk.as_ref()?.root().join(name);
            Url::from_file_path(path).ok().map(String::from)
        };
        open.or_else(on_disk).unwrap_or_else(|| name.to_owned())
    }

    /// Reads the workouts of the folder: below it where it is a project or shown by the editor, else in it alone.
    fn read_all(&mut self, folder: &Path, is_shown: bool) {
        let is_project = is_shown || Disk::has_mark(folder);
        let files: Vec<PathBuf> = if is_project {
            let entries = ignored::walk(folder).filter_map(Result::ok);
            entries
                .map(walkdir::DirEntry::into_path)
                .filter(|path| is_workout(path))
                .take(MOST_FILES)
                .collect()
        } else {
            let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
            entries.map(|entry| entry.path()).filter(|path| is_workout(path)).take(MOST_FILES).collect()
        };
        for path in files {
            if let Ok(inside) = path.strip_prefix(folder) {
                self.read_again(&paths::with_slashes(inside));
            }
        }
    }

    /// Reads a file from the disk, or forgets it where it can't be read.
    fn read_again(&mut self, name: &str) {
        let path = self.disk.as_ref().map(|disk| disk.root().join(name));
        match path.map(|path| read::file(&path)) {
            Some(Ok(Reading::Text(text))) => {
                self.documents.insert(SourceFile::new(name, text));
            }
            Some(Ok(Reading::TooLarge | Reading::NotUtf8(_)) | Err(_)) | None => self.documents.remove(name),
        }
    }
}

impl ReadFile for Root {
    fn read(&self, path: &str) -> Result<String, String> {
        if let Some(open) = self.documents.get(path).filter(|_| self.open.contains_key(path)) {
            return Ok(open.text().to_owned());
        }
        match &self.disk {
            Some(disk) => disk.read(path),
            None => NoFiles.read(path),
        }
    }
}

fn is_workout(path: &Path) -> bool {
    path.is_file() && path.extension().is_some_and(|extension| extension == inputs::EXTENSION)
}

/// Returns the path of a file that is on the disk or may be.
fn path_of(uri: &str) -> Option<PathBuf> {
    Url::parse(uri).ok().filter(|url| url.scheme() == "file")?.to_file_path().ok()
}

fn location_of(uri: &str) -> Location {
    let on_disk = path_of(uri).and_then(|path| Disk::of(&path).ok());
    match on_disk {
        Some((disk, name)) => Location { root: disk.root().to_path_buf(), name: name.into() },
        // A text that was never saved is a project of its own.
        None => Location { root: PathBuf::from(uri), name: uri.into() },
    }
}
