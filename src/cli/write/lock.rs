//! Locks for files that several runs may add to at the same time.
//!
//! A file is replaced by a new one, so a lock on the file itself would be on the old one. The lock is on an empty file
//! next to it, which the system releases when a run ends, however it ends, and which the run removes.

#[cfg(feature = "play")]
use std::fs::TryLockError;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use crate::cli::paths::folder_of;

/// A lock that is held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Waits until no other run holds the lock of a file, and takes it. The file itself need not exist. Two links to one
    /// file have one lock.
    pub fn of(target: &Path) -> io::Result<Self> {
        let path = path_of(target)?;
        loop {
            let file = open(&path)?;
            file.lock()?;
            // The run that held it may have removed it meanwhile.
            if is_at(&file, &path) {
                return Ok(Self { path, _file: file });
            }
        }
    }

    /// Takes the lock of a file, unless another run holds it.
    #[cfg(feature = "play")]
    pub fn try_of(target: &Path) -> io::Result<Option<Self>> {
        let path = path_of(target)?;
        let file = open(&path)?;
        match file.try_lock() {
            // The run that held it may have removed it meanwhile.
            Ok(()) => Ok(is_at(&file, &path).then_some(Self { path, _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Elsewhere a file that others have opened can't be removed safely; it is empty, and stays.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Opens a lock, and makes it if there is none.
fn open(path: &Path) -> io::Result<File> {
    if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(io::Error::other("the name of its lock is taken by something else"));
    }
    OpenOptions::new().write(true).create(true).truncate(false).open(path)
}

/// Returns the name of a file's lock: `.sam-results.wod.lock`.
fn path_of(target: &Path) -> io::Result<PathBuf> {
    let target = match dunce::canonicalize(target) {
        Ok(target) => target,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let name = target.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
            dunce::canonicalize(folder_of(target))?.join(name)
        }
        Err(error) => return Err(error),
    };
    let mut name = std::ffi::OsString::from(".");
    name.push(target.file_name().ok_or(io::ErrorKind::InvalidFilename)?);
    name.push(".lock");
    Ok(folder_of(&target).join(name))
}

/// Tells whether a path still leads to an open file.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |found: fs::Metadata| (found.dev(), found.ino());
    file.metadata().ok().map(id) == fs::symlink_metadata(path).ok().map(id)
}

/// Elsewhere it is never removed.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn one_at_a_time_holds_it_and_nothing_is_left_over() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("sam-results.wod");
        let (inside, turns) = (AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let lock = Lock::of(&target).unwrap();
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                        turns.fetch_add(1, Ordering::SeqCst);
                        thread::yield_now();
                        assert_eq!(inside.fetch_sub(1, Ordering::SeqCst), 1);
                        drop(lock);
                    }
                });
            }
        });
        assert_eq!(turns.into_inner(), 400);
        if cfg!(unix) {
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        }
    }

    #[cfg(unix)]
    #[test]
    fn two_names_of_a_file_have_one_lock() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.wod"), folder.path().join("b.wod"));
        fs::write(&file, "").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert_eq!(path_of(&file).unwrap(), path_of(&link).unwrap());
        assert_eq!(path_of(&folder.path().join("c.wod")).unwrap().file_name().unwrap(), ".c.wod.lock");
    }
}
