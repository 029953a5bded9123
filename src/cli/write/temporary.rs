//! Temporary files. A file is written under a temporary name and then renamed, so that nobody ever sees half of it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use tempfile::NamedTempFile;

use crate::cli::paths::folder_of;

/// The start of a temporary file's name.
pub const PREFIX: &str = ".wodc-";

/// The end of the name of a temporary file that will be renamed.
pub const NEW: &str = ".new";

/// The number of random characters in between.
pub const RANDOM: usize = 6;

/// How often to try again if another run takes a temporary file for a stale one and removes it. That only happens if
/// the other run looks within microseconds of its creation.
const MOST_ATTEMPTS: usize = 4;

/// The exit code of a run that was ended by Ctrl-C, as in shells: 128 plus the number of the signal.
const INTERRUPTED: i32 = 130;

/// The temporary files that exist, which Ctrl-C removes.
static LIVE: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Held while a file is being overwritten, which Ctrl-C waits for.
static OVERWRITING: Mutex<()> = Mutex::new(());

/// An entry in [`LIVE`], which is removed on drop.
struct Live(PathBuf);

impl Drop for Live {
    fn drop(&mut self) {
        locked(&LIVE).remove(&self.0);
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // The value is valid at every moment, even if a thread panicked while it held the lock.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes Ctrl-C wait while the guard is held.
pub fn uninterrupted() -> MutexGuard<'static, ()> {
    locked(&OVERWRITING)
}

/// A file under a temporary name. It is removed on drop, unless it was renamed.
pub struct Temporary {
    file: NamedTempFile,
    _live: Live,
}

/// Writes the contents of a file.
pub type Emit<'a> = &'a dyn Fn(&mut dyn Write) -> io::Result<()>;

/// Who may read a temporary file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// The users who may read the user's other files.
    AsUsual,
    /// Only the user, until the file gets the permissions of the one that it replaces.
    Owner,
}

impl Temporary {
    /// Writes a temporary file in a folder, whose name ends in `ending`.
    pub fn write(folder: &Path, ending: &str, emit: Emit<'_>, readers: Readers) -> io::Result<Self> {
        clean_up_on_interrupt();
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX).rand_bytes(RANDOM).suffix(ending);
        // A temporary file is private unless told otherwise.
        #[cfg(unix)]
        if readers == Readers::AsUsual {
            builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        }
        #[cfg(not(unix))]
        let _ = readers;
        let file = {
            // Held meanwhile, so that an interrupt finds every file that exists.
            let mut live = locked(&LIVE);
            let file = builder.tempfile_in(folder).map_err(|error| without_path(&error))?;
            live.insert(file.path().to_path_buf());
            file
        };
        let temporary = Self { _live: Live(file.path().to_path_buf()), file };
        // On a file system without locks, stale files can't be recognised and are not removed.
        let _ = temporary.as_file().try_lock();
        let mut buffered = BufWriter::new(temporary.as_file());
        emit(&mut buffered)?;
        buffered.flush()?;
        drop(buffered);
        Ok(temporary)
    }

    /// Returns the open file.
    pub fn as_file(&self) -> &File {
        self.file.as_file()
    }

    /// Keeps it under its temporary name.
    pub fn keep(self) -> io::Result<()> {
        self.file.keep().map(|_| ()).map_err(|error| error.error)
    }

    /// Renames it, replacing a file of that name.
    fn persist(self, path: &Path) -> io::Result<()> {
        self.file.persist(path).map(|_| ()).map_err(|error| error.error)
    }

    /// Renames it, unless there is a file of that name.
    fn persist_new(self, path: &Path) -> io::Result<()> {
        self.file.persist_noclobber(path).map(|_| ()).map_err(|error| error.error)
    }
}

/// Writes a file, replacing an older one. `prepare` is called before the new file is renamed.
pub fn replace(
    path: &Path,
    emit: Emit<'_>,
    readers: Readers,
    prepare: impl Fn(&File) -> io::Result<()>,
) -> io::Result<()> {
    attempt(path, emit, readers, |file| {
        prepare(file.as_file())?;
        file.persist(path)
    })
}

/// Writes a file, unless there is one of that name.
pub fn create(path: &Path, emit: Emit<'_>) -> io::Result<()> {
    attempt(path, emit, Readers::AsUsual, |file| file.persist_new(path))
}

/// Writes a file, and tries again if its temporary file was removed before it could be renamed.
fn attempt(
    path: &Path,
    emit: Emit<'_>,
    readers: Readers,
    finish: impl Fn(Temporary) -> io::Result<()>,
) -> io::Result<()> {
    let folder = folder_of(path);
    for _ in 1..MOST_ATTEMPTS {
        let file = Temporary::write(folder, NEW, emit, readers)?;
        match finish(file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            done => return done,
        }
    }
    finish(Temporary::write(folder, NEW, emit, readers)?)
}

/// Removes the temporary file's name from an error, since it means nothing to the user.
fn without_path(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
}

/// Makes Ctrl-C remove the temporary files before it ends the program. Does nothing if the program already handles
/// Ctrl-C itself.
fn clean_up_on_interrupt() {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| {
        let _ = ctrlc::set_handler(|| {
            // Both are held until the program ends, so that no other file is started.
            let _overwriting = uninterrupted();
            let live = locked(&LIVE);
            for path in live.iter() {
                let _ = fs::remove_file(path);
            }
            process::exit(INTERRUPTED);
        });
    });
}
