//! Which folders are watched, and what counts in them. Folders are watched rather than files, since editors put a new
//! file in the place of the old one; each by itself, so that those that are ignored cost nothing.

use std::collections::{BTreeSet, HashSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use notify::event::ModifyKind;
use notify::{Error, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::bell::Bell;
use super::kept::Kept;
use crate::cli::inputs::{is_workout, walker};
use crate::cli::outcome::Trouble;
use crate::cli::project::{Project, SETTINGS_FILE, folder_of, reason, with_slashes};

/// Files that say what of a folder is read, and how.
const SAYING: [&str; 4] = [SETTINGS_FILE, ".git", ".gitignore", ".ignore"];

/// What is to be watched.
#[derive(Default)]
pub struct Scope {
    /// Folders, from the file system's root and without links. What lies in their subfolders does not count.
    folders: BTreeSet<PathBuf>,
    /// Names of files that count although they do not look like it.
    names: HashSet<OsString>,
}

impl Scope {
    /// Returns what can change the outputs of what is named.
    pub fn of(named: &[PathBuf], kept: &Kept) -> Self {
        let mut scope = Self::default();
        let outputs = kept.output_folders();
        for path in named {
            match path.canonicalize() {
                Ok(folder) if folder.is_dir() => {
                    // If the folder goes, and comes again, that is seen from above.
                    scope.folders.extend(folder.parent().map(Path::to_path_buf));
                    scope.folders.extend(Project::settled_from(&folder).map(Path::to_path_buf));
                    let is_read = |path: &Path| path == folder || !outputs.contains(path);
                    let walk = walker(&folder).flatten();
                    let folders = walk.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_dir()));
                    scope.folders.extend(folders.map(|entry| entry.into_path()).filter(|path| {
                        path.ancestors().take_while(|above| above.starts_with(&folder)).all(is_read)
                    }));
                }
                // Where it is a link, the file may be changed at either end.
                Ok(file) => [path, &file].into_iter().for_each(|path| scope.add_file(path)),
                Err(_) => scope.add_file(path),
            }
        }
        kept.read_files().for_each(|path| scope.add_file(&path));
        scope
    }

    /// Adds a file, whether or not it is there.
    fn add_file(&mut self, path: &Path) {
        self.names.extend(path.file_name().map(OsString::from));
        // Where the folder is not there, it is seen from the next one above when it comes.
        let there = folder_of(path).ancestors().find_map(|folder| match folder.as_os_str().is_empty() {
            true => Path::new(".").canonicalize().ok(),
            false => folder.canonicalize().ok().filter(|folder| folder.is_dir()),
        });
        let Some(folder) = there else { return };
        if self.folders.insert(folder.clone()) {
            self.folders.extend(Project::settled_from(&folder).map(Path::to_path_buf));
        }
    }

    /// Tells whether an event may change an output. A folder that is no longer what was watched is forgotten, so that
    /// it is watched anew if it is there again.
    fn notices(&mut self, event: &Event) -> bool {
        if event.need_rescan() {
            self.folders.clear();
            return true;
        }
        let moves = match event.kind {
            // Reading is an access too, and most of it is our own.
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
    /// What the system would not have us watch. It is told once, and not asked for again.
    refused: HashSet<PathBuf>,
    bell: Arc<Bell>,
}

impl Watched {
    /// Watches nothing yet; rings when something changes.
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

    /// Watches what is wanted and nothing else. Tells whether a folder came to it, in which something may have changed
    /// before it was watched.
    pub fn follow(&mut self, wanted: Scope) -> bool {
        // Whoever asks the watcher waits for its thread, which may wait for the scope: it is not held meanwhile.
        let (added, left) = {
            let mut scope = locked(&self.scope);
            let is_new =
                |folder: &&PathBuf| !scope.folders.contains(*folder) && !self.refused.contains(*folder);
            let added: Vec<_> = wanted.folders.iter().filter(is_new).cloned().collect();
            let left: Vec<_> = scope.folders.difference(&wanted.folders).cloned().collect();
            // From the start they can be forgotten if they go.
            scope.folders.extend(added.iter().cloned());
            left.iter().for_each(|folder| {
                scope.folders.remove(folder);
            });
            scope.names = wanted.names;
            (added, left)
        };
        for folder in &left {
            // It may be gone, and its watch with it.
            let _ = self.watcher.unwatch(folder);
        }
        let mut came = false;
        for (at, folder) in added.iter().enumerate() {
            // Of a folder that went and came again, the old watch may be left.
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
            let shown = with_slashes(folder);
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

/// Tells whether what was to be watched is not there.
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
