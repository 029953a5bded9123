//! The files that an editor has open, and those beside them on the disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use url::Url;

use crate::analysis::Typing;
use crate::cli::project::{Project as Disk, SETTINGS_FILE};
use crate::cli::texts::Texts;
use crate::service::Document;

/// Everything that is known of files, by the folders of their projects.
#[derive(Debug, Default)]
pub struct Workspace {
    /// The folders that the editor shows.
    folders: Vec<PathBuf>,
    roots: BTreeMap<PathBuf, Root>,
}

/// A project.
#[derive(Debug, Default)]
pub struct Root {
    /// Its texts.
    pub texts: Texts,
    /// Those that are open, by name.
    pub open: BTreeMap<Arc<str>, Open>,
}

/// A file that an editor has open.
#[derive(Debug)]
pub struct Open {
    /// What the editor calls it.
    pub uri: String,
    /// What the editor numbers its text by.
    pub version: Option<i64>,
    /// What is kept of it from one look at it to the next.
    pub typing: Mutex<Typing>,
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
        let typing = root.open.remove(&location.name).map(|before| before.typing).unwrap_or_default();
        root.open.insert(location.name.clone(), Open { uri: uri.to_owned(), version, typing });
        root.texts.write(&location.name, text);
        location
    }

    /// Closes a file: it is as it is on the disk again.
    pub fn close(&mut self, uri: &str) -> Location {
        let location = self.locate(uri);
        if let Some(root) = self.roots.get_mut(&location.root) {
            root.open.remove(&location.name);
            root.texts.close(&location.name);
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
            root.texts.read_settings();
        } else {
            root.texts.read_again(&name);
        }
        Some(disk.root().to_path_buf())
    }

    /// Returns a file that is open, with its project.
    pub fn get(&self, uri: &str) -> Option<(&Root, &Arc<Document>)> {
        let location = location_of(uri);
        let root = self.roots.get(&location.root)?;
        Some((root, root.texts.documents.get(&location.name)?))
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
        let disk = path_of(uri).and_then(|path| Disk::of(&path).ok());
        let Some((disk, _)) = disk else { return Root::default() };
        let is_shown = self
            .folders
            .iter()
            .any(|folder| dunce::canonicalize(folder).is_ok_and(|folder| location.root.starts_with(folder)));
        // Below the folder where it is a project or shown by the editor, else in it alone.
        let is_deep = is_shown || Disk::has_mark(&location.root);
        let mut texts = Texts::of(disk);
        let workouts =
            if is_deep { texts.workouts_below(&location.root) } else { texts.workouts_in(&location.root) };
        for name in &workouts {
            texts.read_again(name);
        }
        Root { texts, open: BTreeMap::new() }
    }
}

impl Root {
    /// Returns what the editor calls a file, or would call it.
    pub fn uri(&self, name: &str) -> String {
        let open = self.open.get(name).map(|open| open.uri.clone());
        let on_disk = || Url::from_file_path(self.texts.path(name)?).ok().map(String::from);
        open.or_else(on_disk).unwrap_or_else(|| name.to_owned())
    }
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
