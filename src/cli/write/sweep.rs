//! Removing the temporary files of runs that were killed.
//!
//! Each run holds a lock on its temporary files, which the system releases when the run ends, however it ends. So a
//! temporary file that can be locked is stale, and the next run that writes to the folder removes it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::temporary::{NEW, PREFIX, RANDOM};
use super::undo;

/// Removes stale temporary files from a folder, unless this run has done so before.
pub fn once(folder: &Path) {
    static SWEPT: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    // Held meanwhile, so that no other thread makes a temporary file in the folder.
    let mut swept = SWEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if swept.insert(folder.to_path_buf()) {
        sweep(folder);
    }
}

/// Removes stale temporary files from a folder.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_file = || entry.file_type().is_ok_and(|kind| kind.is_file());
        let Some(ending) = ending(&entry.file_name().to_string_lossy()).filter(|_| is_file()) else {
            continue;
        };
        let path = entry.path();
        let Ok(file) = File::open(&path) else { continue };
        // A run that is writing it holds the lock.
        if file.try_lock().is_err() {
            continue;
        }
        if ending == undo::ENDING {
            undo::undo(&path);
        }
        let _ = fs::remove_file(&path);
    }
}

/// Returns the ending of a temporary file's name; `None` for other names.
fn ending(name: &str) -> Option<&'static str> {
    let rest = name.strip_prefix(PREFIX)?;
    let ending = [NEW, undo::ENDING].into_iter().find(|ending| rest.ends_with(ending))?;
    let random = rest.strip_suffix(ending)?;
    let is_random = random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_random.then_some(ending)
}
