//! Which folders are watched, and which events count. Folders are watched rather than files, since editors replace a
//! file by a new one. Each folder is watched by itself, so that ignored ones cost nothing.

use std::collections::{BTreeSet, HashSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use notify::event::ModifyKind;
use notify::{Error, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::bell::Bell;
use super::kept::Kept;
use crate::cli::ignored;
use crate::cli::inputs::is_workout;
use crate::cli::outcome::Trouble;
use crate::cli::paths::folder_of;
use crate::cli::project::{Project, SETTINGS_FILE, reason};
use crate::cli::visible;

/// Files that decide which workouts in a folder are read, and how.
const SAYING: [&str; 4] = [SETTINGS_FILE, ".git", ".gitignore", ".ignore"];

/// What is to be watched.
#[derive(Default)]
pub struct Scope {
    /// Folders, which are canonical. Their subfolders don't count.
    folders: BTreeSet<PathBuf>,
    /// Names of other files that count.
    names: HashSet<OsString>,
}

impl Scope {
    /// Returns everything that can change the outputs of the named files and folders.
    pub fn of(named: &[PathBuf], kept: &Kept) -> Self {
        let mut scope = Self::default();
        let outputs = kept.output_folders();
        for path in named {
            match dunce::canonicalize(path) {
                Ok(folder) if folder.is_dir() => {
                    // The folder above shows if this one is deleted and made again.
                    scope.folders.extend(folder.parent().map(Path::to_path_buf));
                    scope.folders.extend(Project::settled_from(&folder).map(Path::to_path_buf));
                    let is_read = |path: &Path| path == folder || !outputs.contains(path);
                    let walk = ignored::walk(&folder).flatten();
                    let folders = walk.filter(|entry| entry.file_type().is_dir());
                    scope.folders.extend(folders.map(|entry| entry.into_path()).filter(|path| {
                        path.ancestors().take_while(|above| above.starts_with(&folder)).all(is_read)
                    }));
                }
                // If it is a link, the file may be changed at either end.
                Ok(file) => [path, &file].into_iter().for_each(|path| scope.add_file(path)),
                Err(_) => scope.add_file(path),
            }
        }
        kept.read_files().for_each(|path| scope.add_file(&path));
        scope
    }

    /// Adds a file, which needn't exist.
    fn add_file(&mut self, path: &Path) {
        self.names.extend(path.file_name().map(OsString::from));
        // If the folder doesn't exist, the nearest folder above shows when it is made.
        let there = folder_of(path).ancestors().find_map(|folder| match folder.as_os_str().is_empty() {
            true => dunce::canonicalize(".").ok(),
            false => dunce::canonicalize(folder).ok().filter(|folder| folder.is_dir()),
        });
        let Some(folder) = there else { return };
        if self.folders.insert(folder.clone()) {
            self.folders.extend(Project::settled_from(&folder).map(Path::to_path_buf));
        }
    }

    /// Tells whether an event may change an output. A folder that was deleted or renamed is forgotten, so that it is
    /// watched anew if it comes back.
    fn notices(&mut self, event: &Event) -> bool {
        if event.need_rescan() {
            self.folders.clear();
            return true;
        }
        let moves = match event.kind {
            // Reading is an access too, mostly our own.
            EventKind::Access(_) => return false,
            EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_)) => false,
            EventKind::Modify(ModifyKind::Name(_) | ModifyKind::Any | ModifyKind::Other)
            | EventKind::Create(_)
            | EventKind::Remove(_)
            | EventKind::Any
            | EventKind::Other => true,
        };
        let mut notices = false;
        for path in &event.paths {
            notices |= moves && !matches!(event.kind, EventKind::Create(_)) && self.folders.remove(path);
            notices |= self.counts(path, moves);
        }
        notices
    }

    /// Tells whether a file counts by its name, or a folder because it is one.
    fn counts(&self, path: &Path, moves: bool) -> bool {
        let Some(name) = path.file_name() else { return false };
        if self.names.contains(name) || SAYING.iter().any(|saying| name == *saying) {
            return true;
        }
        let is_hidden = name.to_string_lossy().starts_with('.');
        !is_hidden && (is_workout(path) || moves && path.is_dir())
    }
}

/// The folders that are watched at the moment.
pub struct Watched {
    watcher: RecommendedWatcher,
    scope: Arc<Mutex<Scope>>,
    /// Folders that the system refused to watch. That is reported once, and they are not tried again.
    refused: HashSet<PathBuf>,
    bell: Arc<Bell>,
}

impl Watched {
    /// Returns a watcher that rings the bell when something changes. It watches nothing yet.
    pub fn new(bell: &Arc<Bell>) -> Result<Self, Trouble> {
        let scope = Arc::new(Mutex::new(Scope::default()));
        let (in_scope, rung) = (scope.clone(), bell.clone());
        let hear = move |event: notify::Result<Event>| match event {
            Ok(event) if locked(&in_scope).notices(&event) => rung.change(),
            Ok(_) => {}
            Err(error) => {
                rung.trouble(format!("watching failed: {}; a change may not be noticed", words(&error)));
                rung.change();
            }
        };
        let watcher = notify::recommended_watcher(hear)
            .map_err(|error| Trouble::new(format!("nothing can be watched: {}", words(&error))))?;
        Ok(Self { watcher, scope, refused: HashSet::new(), bell: bell.clone() })
    }

    /// Watches exactly what is wanted. Tells whether a folder was added, in which something may have changed before it
    /// was watched.
    pub fn follow(&mut self, wanted: Scope) -> bool {
        // The watcher's calls wait for its thread, which may wait for the scope, so the scope must not be held then.
        let (added, left) = {
            let mut scope = locked(&self.scope);
            let is_new =
                |folder: &&PathBuf| !scope.folders.contains(*folder) && !self.refused.contains(*folder);
            let added: Vec<_> = wanted.folders.iter().filter(is_new).cloned().collect();
            let left: Vec<_> = scope.folders.difference(&wanted.folders).cloned().collect();
            // They may be forgotten again as soon as they are watched.
            scope.folders.extend(added.iter().cloned());
            left.iter().for_each(|folder| {
                scope.folders.remove(folder);
            });
            scope.names = wanted.names;
            (added, left)
        };
        for folder in &left {
            // The folder may be gone, and its watch with it.
            let _ = self.watcher.unwatch(folder);
        }
        let mut came = false;
        for (at, folder) in added.iter().enumerate() {
            // The old watch may be left of a folder that was deleted and made again.
            let _ = self.watcher.unwatch(folder);
            let Err(error) = self.watcher.watch(folder, RecursiveMode::NonRecursive) else {
                came = true;
                continue;
            };
            if is_gone(&error) {
                locked(&self.scope).folders.remove(folder);
                continue;
            }
            let is_full = matches!(error.kind, ErrorKind::MaxFilesWatch);
            let unwatched = if is_full { &added[at..] } else { &added[at..=at] };
            let shown = visible::name(folder);
            self.bell.trouble(if is_full {
                format!(
                    "the system watches no more folders, so changes are not noticed in {}; watch fewer, or raise its \
                     limit (on Linux, the setting fs.inotify.max_user_watches)",
                    match unwatched.len() - 1 {
                        0 => format!("`{shown}`"),
                        more => format!("`{shown}` and {more} more"),
                    }
                )
            } else {
                format!("`{shown}` cannot be watched, so changes in it are not noticed: {}", words(&error))
            });
            let mut scope = locked(&self.scope);
            for folder in unwatched {
                scope.folders.remove(folder);
                self.refused.insert(folder.clone());
            }
            if is_full {
                break;
            }
        }
        came
    }
}

fn locked(scope: &Mutex<Scope>) -> MutexGuard<'_, Scope> {
    scope.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Tells whether the folder doesn't exist.
fn is_gone(error: &Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound | ErrorKind::WatchNotFound => true,
        ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        ErrorKind::Generic(_) | ErrorKind::InvalidConfig(_) | ErrorKind::MaxFilesWatch => false,
    }
}

/// Returns why watching failed, in plain words where the system's are not.
fn words(error: &Error) -> String {
    match &error.kind {
        ErrorKind::Io(error) => reason(error),
        ErrorKind::Generic(words) => words.clone(),
        ErrorKind::PathNotFound | ErrorKind::WatchNotFound => "it is not there".into(),
        ErrorKind::MaxFilesWatch => "the system watches no more".into(),
        ErrorKind::InvalidConfig(_) => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, CreateKind, DataChange, Flag, MetadataKind, RemoveKind, RenameMode};

    use super::*;

    const CREATED: EventKind = EventKind::Create(CreateKind::Any);
    const REMOVED: EventKind = EventKind::Remove(RemoveKind::Any);
    const RENAMED: EventKind = EventKind::Modify(ModifyKind::Name(RenameMode::From));
    const WRITTEN: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));

    fn scope() -> Scope {
        Scope {
            folders: BTreeSet::from(["/w".into(), "/w/a".into()]),
            names: HashSet::from(["moves.txt".into()]),
        }
    }

    fn notices(kind: EventKind, path: &str) -> bool {
        scope().notices(&Event::new(kind).add_path(path.into()))
    }

    #[test]
    fn workouts_and_what_speaks_for_them_count_and_nothing_else() {
        for kind in [CREATED, REMOVED, RENAMED, WRITTEN] {
            for name in ["x.wod", "x.WOD", "wodc.toml", ".gitignore", ".ignore", ".git", "moves.txt"] {
                assert!(notices(kind, &format!("/w/{name}")), "{kind:?} {name}");
            }
            for name in ["x.json", "x.wod~", ".x.wod", ".#x.wod", ".x.wod.swp", ".tmpAb12", "4913", "wod"] {
                assert!(!notices(kind, &format!("/w/{name}")), "{kind:?} {name}");
            }
        }
    }

    #[test]
    fn what_is_only_read_does_not_count() {
        assert!(!notices(EventKind::Access(AccessKind::Any), "/w/x.wod"));
        assert!(!notices(EventKind::Access(AccessKind::Any), "/w/a"));
    }

    #[test]
    fn a_folder_counts_when_it_comes_or_goes() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("below");
        std::fs::create_dir(&below).unwrap();
        let below = below.to_str().unwrap();
        assert!(notices(CREATED, below));
        let metadata = EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any));
        assert!(!notices(metadata, below));
        assert!(notices(REMOVED, "/w/a") && notices(RENAMED, "/w/a"));
        assert!(!notices(REMOVED, "/w/b"), "it was never watched");
    }

    #[test]
    fn a_folder_that_goes_is_watched_anew_when_it_comes() {
        for kind in [REMOVED, RENAMED] {
            let mut scope = scope();
            scope.notices(&Event::new(kind).add_path("/w/a".into()));
            assert_eq!(scope.folders, BTreeSet::from(["/w".into()]));
        }
        // Where events were lost, it may be any folder.
        let mut scope = scope();
        assert!(scope.notices(&Event::new(EventKind::Other).set_flag(Flag::Rescan)));
        assert!(scope.folders.is_empty());
    }
}
