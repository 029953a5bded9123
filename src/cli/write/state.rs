//! Files of the program's own, which nobody else reads.
//!
//! They are written while a player has the terminal and handles Ctrl-C itself, so without the temporary files of the
//! other outputs, whose own handler would end the program.

use std::env;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Returns the folder for what this program keeps of its own.
pub fn state_folder() -> Option<PathBuf> {
    let of = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let state = if cfg!(windows) {
        of("LOCALAPPDATA")
    } else {
        of("XDG_STATE_HOME").or_else(|| Some(of("HOME")?.join(".local").join("state")))
    };
    Some(state?.join("wodc"))
}

/// Makes a folder for the user alone, and the folders above it if need be.
pub fn folder_of_user(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Writes a file for the user alone, replacing an older one: at every moment, one of the two is there. The caller holds its
/// lock.
pub fn of_user(path: &Path, contents: &[u8]) -> io::Result<()> {
    let new = path.with_extension("new");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&new)?;
    file.write_all(contents)?;
    drop(file);
    fs::rename(&new, path)
}
