//! Writing files whole or not at all.

use std::collections::HashMap;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::inputs::Input;
use super::outcome::Trouble;
use super::project::{folder_of, reason, with_slashes};
use super::settings::Job;
use crate::emit::Planned;

/// Returns trouble where two outputs would go to the same place.
pub fn refuse_collisions<'a>(
    destinations: impl Iterator<Item = (PathBuf, &'a Input)>,
) -> Result<(), Trouble> {
    let mut taken = HashMap::new();
    for (path, input) in destinations {
        let shown = with_slashes(&path);
        if let Some(other) = taken.insert(path, input) {
            return Err(Trouble::new(format!(
                "`{}` and `{}` would both be written to `{shown}`, so nothing was written; build the folder they \
                 are in, or one of them with another -o",
                other.name(),
                input.name(),
            )));
        }
    }
    Ok(())
}

/// Returns where an output goes.
pub fn output_path(job: &Job, output: &Planned) -> PathBuf {
    let mut name = job.wanted.output.join(&job.input.stem).into_os_string();
    name.push(&*output.suffix);
    name.push(".");
    name.push(output.format.extension());
    name.into()
}

/// Writes what an output consists of.
type Emit<'a> = &'a dyn Fn(&mut dyn Write) -> io::Result<()>;

/// Writes an output, in place of an older one. What is no plain file is left alone: a link may lead to a workout.
pub fn output(path: &Path, emit: Emit<'_>) -> Result<(), Trouble> {
    let name = with_slashes(path);
    if fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return Err(Trouble::new(format!("`{name}` is a link or a folder, so it is not overwritten")));
    }
    let folder = folder_of(path);
    fs::create_dir_all(folder).map_err(|error| {
        let why = match error.kind() {
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                "a file of that name is there".into()
            }
            _ => reason(&error),
        };
        Trouble::new(format!("the folder `{}` cannot be made: {why}", with_slashes(folder)))
    })?;
    let written = beside(folder, emit, Readers::AsUsual)
        .and_then(|file| file.persist(path).map_err(|error| error.error));
    written
        .map(|_| ())
        .map_err(|error| Trouble::new(format!("`{name}` cannot be written: {}", reason(&error))))
}

/// Writes a file that is not there yet. Nothing that is there is ever overwritten.
pub fn new_file(path: &Path, text: &str) -> Result<(), Trouble> {
    let name = with_slashes(path);
    let written = beside(folder_of(path), &|file| file.write_all(text.as_bytes()), Readers::AsUsual)
        .and_then(|file| file.persist_noclobber(path).map_err(|error| error.error));
    written.map(|_| ()).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Trouble::new(format!("`{name}` is there already, and is left as it is"))
        }
        io::ErrorKind::NotFound => {
            Trouble::new(format!("there is no folder `{}`", with_slashes(folder_of(path))))
        }
        _ => Trouble::new(format!("`{name}` cannot be written: {}", reason(&error))),
    })
}

/// Puts a new text in the place of the one that a file had when it was read. A link is followed, who may read and write
/// it stays as it was, and a pipe, or a file that has changed since or may not be written, is left alone.
pub fn in_place(path: &Path, before: &str, text: &str) -> Result<(), Trouble> {
    let name = with_slashes(path);
    let unwritten =
        |error: io::Error| Trouble::new(format!("`{name}` cannot be written: {}", reason(&error)));
    // What a link leads to is what was read.
    let target = path.canonicalize().map_err(unwritten)?;
    let metadata = fs::metadata(&target).map_err(unwritten)?;
    if !metadata.is_file() {
        return Err(Trouble::new(format!("`{name}` is no file, so it is left as it is")));
    }
    if metadata.permissions().readonly() {
        return Err(unwritten(io::ErrorKind::PermissionDenied.into()));
    }
    if fs::read(&target).map_err(unwritten)? != before.as_bytes() {
        return Err(Trouble::new(format!("`{name}` was changed while it was read, so it is left as it is")));
    }
    let file = beside(folder_of(&target), &|file| file.write_all(text.as_bytes()), Readers::Owner)
        .map_err(unwritten)?;
    file.as_file().set_permissions(metadata.permissions()).map_err(unwritten)?;
    file.persist(&target).map(|_| ()).map_err(|error| unwritten(error.error))
}

/// Who may read a temporary file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Readers {
    /// Whoever may read the user's other files.
    AsUsual,
    /// The user alone, until the file gets the permissions of the one it takes the place of.
    Owner,
}

/// Writes a temporary file in a folder, so that only a rename is missing.
fn beside(folder: &Path, emit: Emit<'_>, readers: Readers) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".wodc-");
    // A temporary file is private unless told otherwise.
    #[cfg(unix)]
    if readers == Readers::AsUsual {
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = readers;
    let mut file = builder.tempfile_in(folder)?;
    let mut buffered = BufWriter::new(&mut file);
    emit(&mut buffered)?;
    buffered.flush()?;
    drop(buffered);
    Ok(file)
}
