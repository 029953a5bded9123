//! The folder that somebody works in: its files, opening them, saving them.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::hash::Hasher;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};

use super::ends;
use super::journal::{Change, Journals, News, ms};
use super::made::MadeOutputs;
use super::merge::merged;
use super::refused::Refused;
use super::share::Share;
use crate::cli::inputs::is_workout;
use crate::cli::outcome::Trouble;
use crate::cli::paths::with_slashes;
use crate::cli::project::{Project as Disk, reason};
use crate::cli::read::{self, Reading};
use crate::cli::texts::Texts;
use crate::cli::{new, visible, write};
use crate::service::{Document, NameKind};
use crate::source::SourceFile;

/// The most files that are listed.
const MOST_LISTED: usize = 1_000;

/// The most texts that are kept to tell changes apart by: of the files that are open in some window.
const MOST_BASES: usize = 32;

/// The revision of a file that is not there any more.
const GONE: &str = "gone";

/// What tells a file from the same file changed.
type Stamp = (Option<SystemTime>, u64);

/// The folder, and everything that the studio keeps.
#[derive(Debug)]
pub struct Desk {
    folder: PathBuf,
    /// What the names of its files begin with in their project.
    prefix: String,
    state: Mutex<State>,
    journals: Journals,
    pub made: MadeOutputs,
    /// What phones are shown, where that was asked for.
    pub share: Option<Arc<Share>>,
}

#[derive(Debug)]
struct State {
    /// As they are on the disk.
    texts: Texts,
    stamps: BTreeMap<String, Stamp>,
    /// Follows from what is on the disk.
    version: u64,
    bases: Bases,
}

/// The last texts that the page was given or has saved, by their revisions: what changes elsewhere are told apart by.
#[derive(Debug, Default)]
struct Bases(VecDeque<(String, String)>);

impl Bases {
    fn keep(&mut self, found: &Found) {
        self.0.retain(|(revision, _)| *revision != found.revision);
        self.0.push_back((found.revision.clone(), found.text.clone()));
        if self.0.len() > MOST_BASES {
            self.0.pop_front();
        }
    }

    fn get(&self, revision: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == revision).map(|(_, text)| text.as_str())
    }
}

/// What there is in the folder.
#[derive(Debug, Serialize)]
pub struct Files {
    folder: String,
    version: u64,
    files: Vec<FileEntry>,
    more: usize,
    troubles: Vec<String>,
    kinds: Vec<new::KindEntry>,
    pdf: bool,
    minutes: Option<u32>,
    shared: Option<Shared>,
}

#[derive(Debug, Serialize)]
struct FileEntry {
    name: String,
    titles: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Shared {
    address: String,
    qr: String,
}

/// A file as the page has it.
#[derive(Debug, Serialize)]
pub struct Opened {
    text: String,
    revision: String,
    journal: Steps,
    /// When each earlier version was last changed, in milliseconds since 1970, the newest first.
    versions: Vec<u64>,
}

#[derive(Debug, Serialize)]
struct Steps {
    changes: Vec<Change>,
    done: usize,
}

/// What is to be saved.
#[derive(Debug, Deserialize)]
pub struct Save {
    name: String,
    text: String,
    revision: String,
    journal: News,
}

/// What came of it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Saved {
    Revision(String),
    Conflict { text: String, revision: String, merged: Option<String> },
}

/// What is on the disk.
struct Found {
    path: PathBuf,
    /// With its own line ends.
    whole: String,
    /// As the page has it.
    text: String,
    revision: String,
    changed: u64,
}

impl Desk {
    /// Looks at a folder.
    pub fn of(folder: &Path, share: Option<Arc<Share>>) -> Result<Self, Trouble> {
        let shown = visible::name(folder);
        let canonical = dunce::canonicalize(folder).map_err(|error| {
            Trouble::new(format!("the folder `{shown}` cannot be used: {}", reason(&error)))
        })?;
        if !canonical.is_dir() {
            return Err(Trouble::new(format!("`{shown}` is a file; name the folder that it is in")));
        }
        let disk = Disk::around(&canonical);
        let inside = canonical.strip_prefix(disk.root()).map(with_slashes).unwrap_or_default();
        let prefix = if inside.is_empty() { inside } else { inside + "/" };
        let state =
            State { texts: Texts::of(disk), stamps: BTreeMap::new(), version: 0, bases: Bases::default() };
        let journals = Journals::find();
        let desk = Self {
            folder: canonical,
            prefix,
            state: Mutex::new(state),
            journals,
            made: MadeOutputs::default(),
            share,
        };
        desk.refresh();
        Ok(desk)
    }

    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Waits until nothing is being written, and keeps anything else from being so.
    pub fn closed(&self) -> impl Sized + '_ {
        self.locked()
    }

    fn locked(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks for what has changed on the disk. Returns the version of what is there.
    pub fn refresh(&self) -> u64 {
        // Nobody waits while a large folder is walked through.
        let texts = self.locked().texts.clone();
        let stamped = |name: String| Some((stamp(&texts.path(&name)?)?, name));
        let names = texts.workouts_below(&self.folder).into_iter();
        let stamps: BTreeMap<String, Stamp> =
            names.filter_map(stamped).map(|(stamp, name)| (name, stamp)).collect();
        let settings = texts.settings_path().and_then(|path| stamp(&path));
        let version = version(&stamps, settings);
        let mut state = self.locked();
        if version == state.version {
            return version;
        }
        let before = std::mem::take(&mut state.stamps);
        let gone = before.keys().filter(|name| !stamps.contains_key(*name));
        let is_changed = |name: &String, stamp: &Stamp| before.get(name) != Some(stamp);
        let changed = stamps.iter().filter(|(name, stamp)| is_changed(name, stamp)).map(|(name, _)| name);
        for name in gone.chain(changed) {
            state.texts.read_again(name);
        }
        state.texts.read_settings();
        state.stamps = stamps;
        state.version = version;
        version
    }

    /// Returns what there is in the folder.
    pub fn files(&self) -> Files {
        let version = self.refresh();
        let state = self.locked();
        let names = state.stamps.keys();
        let files = names.take(MOST_LISTED).map(|name| FileEntry {
            titles: state.texts.documents.get(name).map(|document| titles(document)).unwrap_or_default(),
            name: name.strip_prefix(&self.prefix).unwrap_or(name).to_owned(),
        });
        let files = files.collect();
        let troubles = state.texts.settings.mistake.iter().map(|(_, mistake)| {
            format!("wodc.toml: {}; {}. Until then nothing in it counts.", mistake.message, mistake.help)
        });
        Files {
            folder: visible::name(&self.folder),
            version,
            files,
            more: state.stamps.len().saturating_sub(MOST_LISTED),
            troubles: troubles.collect(),
            kinds: new::kinds().collect(),
            pdf: cfg!(feature = "pdf"),
            minutes: self.journals.minutes(&self.folder),
            shared: self.share.as_ref().map(|share| Shared { address: share.address(), qr: share.qr() }),
        }
    }

    /// Returns the texts of the project with one as it is written at the moment, and that one.
    pub fn as_written(&self, name: &str, text: &str) -> Result<(Texts, Arc<Document>), Refused> {
        let (name, _) = self.place(name)?;
        if text.len() > SourceFile::MAX_BYTES {
            return Err(Refused::bad("the text is too large"));
        }
        let mut texts = self.locked().texts.clone();
        let document = texts.write(&name, text);
        Ok((texts, document))
    }

    /// Opens a file.
    pub fn open(&self, name: &str) -> Result<Opened, Refused> {
        let found = self.found(name)?;
        let journal = self.journals.open(&found.path, &found.text, found.changed);
        self.locked().bases.keep(&found);
        let versions = self.journals.versions(&found.path);
        Ok(Opened {
            versions: versions.iter().map(|one| one.time).collect(),
            journal: Steps { changes: journal.changes, done: journal.done },
            text: found.text,
            revision: found.revision,
        })
    }

    /// Returns the text of a file on an earlier day.
    pub fn version(&self, name: &str, time: u64) -> Result<String, Refused> {
        let (_, path) = self.place(name)?;
        let mut versions = self.journals.versions(&path).into_iter();
        let version = versions.find(|one| one.time == time);
        version.map(|one| one.text).ok_or_else(|| Refused::none("that version is not kept any more"))
    }

    /// Saves a file: whole or not at all, and not where another program has changed it meanwhile.
    pub fn save(&self, save: Save) -> Result<Saved, Refused> {
        let mut state = self.locked();
        let (name, path) = self.place(&save.name)?;
        if fs::symlink_metadata(&path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
            return self.save_anew(&mut state, &path, save);
        }
        let found = self.found(&save.name)?;
        if found.revision != save.revision {
            let base = state.bases.get(&save.revision);
            let merged = base.and_then(|base| merged(base, &save.text, &found.text));
            state.bases.keep(&found);
            return Ok(Saved::Conflict { text: found.text, revision: found.revision, merged });
        }
        let whole = ends::for_file(&found.whole, &save.text);
        if whole.len() > SourceFile::MAX_BYTES {
            return Err(Refused::bad("it would be too large"));
        }
        if whole != found.whole {
            write::in_place(&found.path, &found.whole, &whole)
                .map_err(|trouble| Refused::bad(trouble.to_string()))?;
        }
        let saved = Found { revision: revision(&whole), text: save.text, whole, ..found };
        self.journals.save(&saved.path, &found.text, &saved.text, save.journal);
        state.bases.keep(&saved);
        state.texts.read_again(&name);
        Ok(Saved::Revision(saved.revision))
    }

    /// Saves a file that another program has removed, if somebody has said that it is to be there again.
    fn save_anew(&self, state: &mut State, path: &Path, save: Save) -> Result<Saved, Refused> {
        if save.revision != GONE {
            return Ok(Saved::Conflict { text: String::new(), revision: GONE.to_owned(), merged: None });
        }
        write::new_file(path, &save.text).map_err(|trouble| Refused::bad(trouble.to_string()))?;
        self.journals.save(path, "", &save.text, save.journal);
        let found = self.found(&save.name)?;
        state.bases.keep(&found);
        Ok(Saved::Revision(found.revision))
    }

    /// Writes a new file from a template. Returns its name.
    pub fn create(&self, name: &str, kind: &str) -> Result<String, Refused> {
        let refuse = |trouble: Trouble| Refused::bad(trouble.to_string());
        let (file, text) = new::started(Path::new(name.trim()), kind).map_err(refuse)?;
        let name = with_slashes(&file);
        let (_, path) = self.place(&name)?;
        write::new_file(&path, &text).map_err(refuse)?;
        self.refresh();
        Ok(name)
    }

    /// Keeps how long a class is.
    pub fn set_minutes(&self, minutes: Option<u32>) {
        self.journals.set_minutes(&self.folder, minutes);
    }

    /// Returns the name of a file in its project, and where it is. A file outside of the project is refused.
    fn place(&self, name: &str) -> Result<(Arc<str>, PathBuf), Refused> {
        let is_inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        if name.is_empty() || !is_inside || name.contains('\\') || !is_workout(Path::new(name)) {
            return Err(Refused::bad("files here have names that end in .wod, and are in this folder"));
        }
        let path = self.folder.join(name);
        let whole = dunce::canonicalize(&path);
        let folder =
            whole.as_deref().unwrap_or(&path).ancestors().find_map(|at| dunce::canonicalize(at).ok());
        if !folder.is_some_and(|folder| folder.starts_with(&self.folder)) {
            return Err(Refused::bad(format!("a link leads from `{name}` out of this folder")));
        }
        Ok((format!("{}{name}", self.prefix).into(), whole.unwrap_or(path)))
    }

    /// Reads a file.
    fn found(&self, name: &str) -> Result<Found, Refused> {
        let (_, path) = self.place(name)?;
        let unread = |why: &str| Refused::none(format!("`{name}` cannot be read: {why}"));
        write::recover_beside(&path);
        let whole = match read::found_file(SourceFile::MAX_BYTES, &path) {
            Ok(Reading::Text(text)) => text,
            Ok(Reading::TooLarge) => return Err(unread("it is too large")),
            Ok(Reading::NotUtf8(_)) => return Err(unread("it is not UTF-8 text")),
            Err(error) => return Err(unread(&reason(&error))),
        };
        let changed = stamp(&path).and_then(|(changed, _)| changed).map_or(0, ms);
        Ok(Found { text: ends::for_page(&whole), revision: revision(&whole), path, whole, changed })
    }
}

/// Returns what tells a text from others.
fn revision(whole: &str) -> String {
    let mut hasher = FxHasher::default();
    hasher.write(whole.as_bytes());
    format!("{:016x}-{}", hasher.finish(), whole.len())
}

fn stamp(path: &Path) -> Option<Stamp> {
    let found = fs::metadata(path).ok()?;
    Some((found.modified().ok(), found.len()))
}

/// Returns a number that is another when anything is; a browser's numbers have 53 bits.
fn version(stamps: &BTreeMap<String, Stamp>, settings: Option<Stamp>) -> u64 {
    let mut hasher = FxHasher::default();
    let all = stamps.iter().map(|(name, stamp)| (name.as_str(), Some(*stamp)));
    for (name, stamp) in all.chain([("", settings)]) {
        let (changed, length) = stamp.unwrap_or_default();
        hasher.write(name.as_bytes());
        hasher.write_u64(changed.map_or(0, |time| {
            let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
            since.as_nanos() as u64
        }));
        hasher.write_u64(length);
    }
    (hasher.finish() >> 11).max(1)
}

/// Returns what the workouts and plans of a file are called.
fn titles(document: &Document) -> Vec<String> {
    let names = document.names().iter();
    let defined =
        names.filter(|name| name.defines && matches!(name.kind, NameKind::Workout | NameKind::Plan));
    defined.map(|name| name.text.clone()).collect()
}
