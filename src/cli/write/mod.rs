//! Writing files whole or not at all.

mod lock;
#[cfg(any(feature = "play", feature = "studio"))]
mod state;
mod sweep;
mod temporary;
mod undo;

use std::collections::{BTreeSet, HashMap};
use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

pub use self::lock::Lock;
#[cfg(any(feature = "play", feature = "studio"))]
pub use self::state::{folder_of_user, of_user, state_folder};
use self::temporary::{Emit, Readers, create, replace};
use super::inputs::{EXTENSION, Input, Origin};
use super::outcome::Trouble;
use super::paths::{folder_of, with_slashes};
use super::project::reason;
use super::settings::Job;
use super::visible;
use crate::emit::Planned;

/// Refuses to write if two outputs would have the same path, also on disks that ignore case or the Unicode form of
/// accents: what is built here may be copied to one.
pub fn refuse_collisions<'a>(
    destinations: impl Iterator<Item = (PathBuf, &'a Input)>,
) -> Result<(), Trouble> {
    let mut taken: HashMap<String, (PathBuf, &Input)> = HashMap::new();
    for (path, input) in destinations {
        let Some((other_path, other)) = taken.insert(same_name(&path), (path.clone(), input)) else {
            continue;
        };
        let (first, second, place) = (other.shown(), input.shown(), visible::name(&other_path));
        return Err(Trouble::new(if other_path == path {
            format!(
                "`{first}` and `{second}` would both be written to `{place}`, so nothing was written; build the \
                 folder they are in, or one of them with another -o"
            )
        } else {
            format!(
                "`{first}` and `{second}` would be written to `{place}` and `{}`, which are one file on many disks, \
                 so nothing was written; rename one of them",
                visible::name(&path)
            )
        }));
    }
    Ok(())
}

/// Returns a key that is the same for all paths that some disk takes for the same file.
fn same_name(path: &Path) -> String {
    with_slashes(path).nfd().collect::<String>().to_lowercase().nfc().collect()
}

/// Returns the path of an output.
pub fn output_path(job: &Job, output: &Planned) -> PathBuf {
    let mut name = job.wanted.output.join(&job.input.stem).into_os_string();
    // The athlete comes last, but before `.cards`.
    let (suffix, ending) = output.suffix.split_at(output.suffix.find('.').unwrap_or(output.suffix.len()));
    name.push(suffix);
    name.push(&job.wanted.of_athlete);
    name.push(ending);
    name.push(".");
    name.push(output.format.extension());
    name.into()
}

/// Writes an output of a job, replacing an older one. Only regular files are replaced: a link may lead to a workout.
pub fn output(job: &Job, path: &Path, emit: Emit<'_>) -> Result<(), Trouble> {
    let name = visible::name(path);
    if fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return Err(Trouble::new(format!("`{name}` is a link or a folder, so it is not overwritten")));
    }
    let folder = folder_of(path);
    refuse_to_leave(folder, job)?;
    make_folder(folder)?;
    sweep::once(folder);
    replace(path, emit, Readers::AsUsual, |_| Ok(()))
        .map_err(|error| Trouble::new(format!("`{name}` cannot be written: {}", reason(&error))))
}

/// Writes a file that the command line names, replacing an older one. Only regular files are replaced, and never one
/// that holds workouts or results.
pub fn report(path: &Path, content: &[u8]) -> Result<(), Trouble> {
    let name = visible::name(path);
    if path.extension().is_some_and(|end| end.eq_ignore_ascii_case(EXTENSION)) {
        return Err(Trouble::new(format!(
            "`{name}` would be a file of workouts or results, so it is not written; name another file with -o"
        )));
    }
    if fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return Err(Trouble::new(format!("`{name}` is a link or a folder, so it is not overwritten")));
    }
    sweep::once(folder_of(path));
    replace(path, &|file| file.write_all(content), Readers::AsUsual, |_| Ok(()))
        .map_err(|error| Trouble::new(format!("`{name}` cannot be written: {}", reason(&error))))
}

/// Makes a folder, and the folders above it if need be.
pub fn make_folder(folder: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(folder).map_err(|error| {
        let why = match error.kind() {
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                "a file of that name is there".into()
            }
            _ => reason(&error),
        };
        Trouble::new(format!("the folder `{}` cannot be made: {why}", visible::name(folder)))
    })
}

/// Refuses to write to a folder if a link leads out of the project or, if the command line names the folder of outputs,
/// out of that folder. A cloned repository may contain a link called `build`.
fn refuse_to_leave(folder: &Path, job: &Job) -> Result<(), Trouble> {
    let unreadable = |folder: &Path, error: &io::Error| {
        Trouble::new(format!("the folder `{}` cannot be used: {}", visible::name(folder), reason(error)))
    };
    let wanted = &job.wanted;
    let bounds = match wanted.bounds() {
        Some(root) => root.to_path_buf(),
        // The user has named this folder, so it may be a link.
        None => {
            make_folder(&wanted.output)?;
            dunce::canonicalize(&wanted.output).map_err(|error| unreadable(&wanted.output, &error))?
        }
    };
    // A folder that doesn't exist yet can't be a link.
    let there = folder
        .ancestors()
        .map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
        .find_map(|folder| dunce::canonicalize(folder).ok());
    match there {
        Some(there) if !there.starts_with(&bounds) => Err(Trouble::new(format!(
            "a link leads from `{}` out of the folder `{}`, so nothing is written there; where that is meant, name the \
             other folder with -o",
            visible::name(folder),
            visible::name(&bounds)
        ))),
        Some(_) | None => Ok(()),
    }
}

/// Writes a new file. An existing one is never overwritten.
pub fn new_file(path: &Path, text: &str) -> Result<(), Trouble> {
    let name = visible::name(path);
    sweep::once(folder_of(path));
    create(path, &|file| file.write_all(text.as_bytes())).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Trouble::new(format!("`{name}` already exists, so it was not written"))
        }
        io::ErrorKind::NotFound => {
            Trouble::new(format!("there is no folder `{}`", visible::name(folder_of(path))))
        }
        _ => Trouble::new(format!("`{name}` cannot be written: {}", reason(&error))),
    })
}

/// Removes the temporary files that killed runs have left next to some files, and restores files that they have left
/// half written.
pub fn recover<'a>(files: impl Iterator<Item = &'a Input>) {
    let folders: BTreeSet<&Path> = files
        .filter_map(|input| match &input.origin {
            Origin::File(path) => Some(folder_of(path)),
            Origin::StandardInput => None,
        })
        .collect();
    folders.into_iter().for_each(sweep::once);
}

/// Does the same next to one file, wherever links to it lead.
pub fn recover_beside(path: &Path) {
    let target = dunce::canonicalize(path);
    sweep::once(folder_of(target.as_deref().unwrap_or(path)));
}

/// Replaces the text of a file. Links are followed, and the file keeps its owner, its permissions and its hard links. A
/// pipe, a file that has changed since it was read, and one that may not be written are left alone.
pub fn in_place(path: &Path, before: &str, text: &str) -> Result<(), Trouble> {
    let name = visible::name(path);
    let unwritten =
        |error: io::Error| Trouble::new(format!("`{name}` cannot be written: {}", reason(&error)));
    // The text was read from the target of the link.
    let target = dunce::canonicalize(path).map_err(unwritten)?;
    let metadata = fs::metadata(&target).map_err(unwritten)?;
    if !metadata.is_file() {
        return Err(Trouble::new(format!("`{name}` is not a regular file, so it was not changed")));
    }
    if metadata.permissions().readonly() {
        return Err(unwritten(io::ErrorKind::PermissionDenied.into()));
    }
    if fs::read(&target).map_err(unwritten)? != before.as_bytes() {
        return Err(Trouble::new(format!(
            "`{name}` was changed by another program, so it was not changed here"
        )));
    }
    if has_other_names(&metadata) {
        return undo::overwrite(&target, before, text).map_err(unwritten);
    }
    // Renaming a new file is the safest way: at every moment, either the old file or the new one is there.
    let replaced = replace(&target, &|file| file.write_all(text.as_bytes()), Readers::Owner, |file| {
        take_owner(file, &metadata)?;
        file.set_permissions(metadata.permissions())
    });
    match replaced {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            // A user can't give files away, but may still be allowed to write to this one.
            undo::overwrite(&target, before, text).map_err(unwritten)
        }
        done => done.map_err(unwritten),
    }
}

/// Tells whether a file has several hard links, which a new file wouldn't have.
#[cfg(unix)]
fn has_other_names(metadata: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(metadata) > 1
}

/// Gives a new file the owner and the group of the one that it replaces.
#[cfg(unix)]
fn take_owner(file: &File, from: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let own = file.metadata()?;
    if (own.uid(), own.gid()) == (from.uid(), from.gid()) {
        return Ok(());
    }
    fchown(file, Some(from.uid()), Some(from.gid()))
}

/// On other systems the standard library doesn't tell.
#[cfg(not(unix))]
fn has_other_names(_: &Metadata) -> bool {
    false
}

/// On other systems a new file gets its owner from its folder.
#[cfg(not(unix))]
fn take_owner(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}
