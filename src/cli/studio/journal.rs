//! What can be undone of each file, and its text on earlier days. It is kept in the user's state folder, so that it
//! outlives the browser and the program.

use std::fs;
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rustc_hash::FxHasher;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::cli::write::{self, state_folder};

/// The most steps that are kept of a file, and the most bytes that they take. The page keeps half of that; beyond, they
/// are forgotten.
const MOST_CHANGES: usize = 4_000;
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// The most earlier versions of a file, and the most bytes that they take together.
const MOST_VERSIONS: usize = 30;
const MOST_VERSION_BYTES: usize = 4 * 1024 * 1024;

/// A text that nobody has touched for so long is a version to go back to, in milliseconds.
const PAUSE_MS: u64 = 3 * 3600 * 1000;

/// The most letters that are moved to see whether steps fit.
const MOST_MOVED: usize = 200_000_000;

/// The ends of the files' names.
const JOURNAL: &str = "journal.json";
const VERSIONS: &str = "versions.json";
const MINUTES: &str = "minutes.json";

/// The largest file that is read here, in bytes.
const MOST_READ: u64 = 64 * 1024 * 1024;

/// What nobody has touched for so long is forgotten.
const KEPT_FOR: Duration = Duration::from_secs(90 * 24 * 3600);

/// A step that can be undone. Places are UTF-16 units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub at: usize,
    pub removed: String,
    pub inserted: String,
    /// When, in milliseconds since 1970.
    pub time: u64,
    /// What it was, where a person would ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
}

impl Change {
    /// Returns the one change that makes a text of another.
    pub fn between(before: &str, after: &str, what: &str) -> Self {
        let start = common(before.chars(), after.chars());
        let end = common(before[start..].chars().rev(), after[start..].chars().rev());
        Self {
            at: before[..start].encode_utf16().count(),
            removed: before[start..before.len() - end].to_owned(),
            inserted: after[start..after.len() - end].to_owned(),
            time: now_ms(),
            what: Some(what.to_owned()),
        }
    }

    fn weight(&self) -> usize {
        self.removed.len() + self.inserted.len()
    }
}

/// Returns how many bytes two texts have in common at their beginning.
fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).map(|(sign, _)| sign.len_utf8()).sum()
}

/// What can be undone of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    /// The file.
    path: PathBuf,
    /// The file's text as the page had it last.
    text: String,
    /// When that was, in milliseconds since 1970.
    saved: u64,
    /// The steps, the oldest first.
    pub changes: Vec<Change>,
    /// How many of them are done.
    pub done: usize,
}

/// Puts a text in the place of another, where that is there.
fn put(text: &mut Vec<u16>, at: usize, old: &str, new: &str) -> bool {
    let old: Vec<u16> = old.encode_utf16().collect();
    let is_there = text.get(at..).is_some_and(|rest| rest.starts_with(&old));
    if is_there {
        text.splice(at..at + old.len(), new.encode_utf16());
    }
    is_there
}

/// What is new in a journal.
#[derive(Debug, Default, Deserialize)]
pub struct News {
    drop: usize,
    keep: usize,
    add: Vec<Change>,
    done: usize,
}

impl Journal {
    fn of(path: &Path, text: &str, saved: u64) -> Self {
        Self { path: path.to_path_buf(), text: text.to_owned(), saved, ..Self::default() }
    }

    /// Makes the journal one of another text: what led there from its own becomes a step.
    fn catch_up(&mut self, text: &str, changed: u64) {
        if self.text != text {
            self.changes.truncate(self.done);
            self.changes.push(Change::between(&self.text, text, "changed elsewhere"));
            self.done = self.changes.len();
            text.clone_into(&mut self.text);
            self.saved = changed;
        }
    }

    /// Forgets the steps that can't be undone or done again from the text: two windows may have written at the same time.
    fn forget_what_does_not_fit(&mut self) {
        let text: Vec<u16> = self.text.encode_utf16().collect();
        // Every step moves what is behind it.
        let most = MOST_MOVED / text.len().max(1);
        let mut at = text.clone();
        let undone = self.changes[..self.done].iter().rev().take(most);
        let fitting =
            undone.take_while(|change| put(&mut at, change.at, &change.inserted, &change.removed)).count();
        let mut at = text;
        let again = self.changes[self.done..].iter().take(most);
        let ahead =
            again.take_while(|change| put(&mut at, change.at, &change.removed, &change.inserted)).count();
        self.changes.truncate(self.done + ahead);
        self.changes.drain(..self.done - fitting);
        self.done = fitting;
    }

    fn take(&mut self, news: News) {
        self.changes.drain(..news.drop.min(self.changes.len()));
        self.changes.truncate(news.keep);
        self.changes.extend(news.add);
        self.done = news.done.min(self.changes.len());
        let weight: usize = self.changes.iter().map(Change::weight).sum();
        if self.changes.len() > MOST_CHANGES || weight > MOST_BYTES {
            self.changes.clear();
            self.done = 0;
        }
    }
}

/// A text as it was on an earlier day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// When it was last changed, in milliseconds since 1970.
    pub time: u64,
    pub text: String,
}

/// The journals of all files. Where the user has no folder for such things, nothing is kept.
#[derive(Debug)]
pub struct Journals {
    folder: Option<PathBuf>,
}

impl Journals {
    /// Finds the folder of the journals, and forgets what nobody has touched for long.
    pub fn find() -> Self {
        Self::within(state_folder().map(|state| state.join("studio")))
    }

    fn within(folder: Option<PathBuf>) -> Self {
        let folder = folder.filter(|folder| write::folder_of_user(folder).is_ok());
        if let Some(folder) = &folder {
            forget_old(folder);
        }
        Self { folder }
    }

    /// Returns what can be undone of a file whose text is this. `changed` is when it was last changed on the disk.
    pub fn open(&self, path: &Path, text: &str, changed: u64) -> Journal {
        let kept = self.kept(path);
        let mut journal = kept.clone().unwrap_or_else(|| Journal::of(path, text, changed));
        journal.catch_up(text, changed);
        journal.forget_what_does_not_fit();
        if kept.as_ref() != Some(&journal) {
            self.store(path, JOURNAL, &journal);
        }
        journal
    }

    /// Adds to the journal of a file that was saved, and keeps the text before where nobody had touched it for long. That it
    /// can't be kept is no reason not to save.
    pub fn save(&self, path: &Path, before: &str, after: &str, news: News) {
        let now = now_ms();
        let mut journal = self.kept(path).unwrap_or_else(|| Journal::of(path, before, now));
        if journal.text != after && now.saturating_sub(journal.saved) > PAUSE_MS {
            self.keep_version(&journal);
        }
        journal.take(news);
        after.clone_into(&mut journal.text);
        journal.saved = now;
        self.store(path, JOURNAL, &journal);
    }

    fn kept(&self, path: &Path) -> Option<Journal> {
        self.load(path, JOURNAL).filter(|kept: &Journal| kept.path == path)
    }

    /// Returns the earlier versions of a file, the newest first.
    pub fn versions(&self, path: &Path) -> Vec<Version> {
        let mut versions: Vec<Version> = self.load(path, VERSIONS).unwrap_or_default();
        versions.reverse();
        versions
    }

    fn keep_version(&self, journal: &Journal) {
        let mut versions: Vec<Version> = self.load(&journal.path, VERSIONS).unwrap_or_default();
        versions.push(Version { time: journal.saved, text: journal.text.clone() });
        let bytes = |versions: &[Version]| versions.iter().map(|one| one.text.len()).sum::<usize>();
        while versions.len() > MOST_VERSIONS || versions.len() > 1 && bytes(&versions) > MOST_VERSION_BYTES {
            versions.remove(0);
        }
        self.store(&journal.path, VERSIONS, &versions);
    }

    /// Returns how long a class is of which a folder has the workouts, in minutes.
    pub fn minutes(&self, folder: &Path) -> Option<u32> {
        self.load(folder, MINUTES)
    }

    /// Keeps how long a class is.
    pub fn set_minutes(&self, folder: &Path, minutes: Option<u32>) {
        self.store(folder, MINUTES, &minutes);
    }

    fn load<T: DeserializeOwned>(&self, path: &Path, ending: &str) -> Option<T> {
        let place = self.place(path, ending)?;
        fs::symlink_metadata(&place).ok().filter(|found| found.is_file() && found.len() <= MOST_READ)?;
        serde_json::from_slice(&fs::read(place).ok()?).ok()
    }

    fn store(&self, path: &Path, ending: &str, kept: &impl Serialize) {
        if let (Some(place), Ok(text)) = (self.place(path, ending), serde_json::to_vec(kept)) {
            // What can't be kept is lost with the program, as everywhere else.
            let _ = write::of_user(&place, &text);
        }
    }

    fn place(&self, path: &Path, ending: &str) -> Option<PathBuf> {
        let mut hasher = FxHasher::default();
        hasher.write(path.as_os_str().as_encoded_bytes());
        Some(self.folder.as_ref()?.join(format!("{:016x}.{ending}", hasher.finish())))
    }
}

/// Removes the files of a folder that nobody has written for long.
fn forget_old(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        let age = |path: &Path| -> io::Result<Duration> {
            let found = fs::symlink_metadata(path)?;
            Ok(SystemTime::now().duration_since(found.modified()?).unwrap_or_default())
        };
        if age(&path).is_ok_and(|age| age > KEPT_FOR) {
            let _ = fs::remove_file(path);
        }
    }
}

/// Returns the time, in milliseconds since 1970.
pub fn now_ms() -> u64 {
    ms(SystemTime::now())
}

/// Returns a time in milliseconds since 1970.
pub fn ms(time: SystemTime) -> u64 {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(at: usize, inserted: &str) -> Change {
        Change { at, removed: String::new(), inserted: inserted.to_owned(), time: 1, what: None }
    }

    fn news(keep: usize, add: Vec<Change>) -> News {
        News { drop: 0, keep, done: keep + add.len(), add }
    }

    #[test]
    fn what_can_be_undone_outlives_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let state = Some(folder.path().join("state").join("studio"));
        let path = Path::new("/w/a.wod");
        let journals = Journals::within(state.clone());
        assert_eq!(journals.open(path, "squat", now_ms()).changes, []);
        journals.save(path, "squat", "squat 10", news(0, vec![typed(5, " 10")]));
        let again = Journals::within(state.clone()).open(path, "squat 10", now_ms());
        assert_eq!((again.changes.as_slice(), again.done), ([typed(5, " 10")].as_slice(), 1));
        assert_eq!(Journals::within(state).open(Path::new("/w/b.wod"), "", 0).changes, []);
    }

    #[test]
    fn a_change_elsewhere_can_be_undone_too() {
        let folder = tempfile::tempdir().unwrap();
        let journals = Journals::within(Some(folder.path().to_path_buf()));
        let path = Path::new("/w/a.wod");
        journals.open(path, "", now_ms());
        let undone = News { drop: 0, keep: 0, add: vec![typed(0, "x💪é"), typed(4, "y")], done: 1 };
        journals.save(path, "", "x💪é", undone);
        let journal = journals.open(path, "x💪è!", now_ms());
        let last = journal.changes.last().unwrap();
        assert_eq!((last.at, &*last.removed, &*last.inserted), (3, "é", "è!"));
        assert_eq!(
            (journal.changes.len(), journal.done),
            (2, 2),
            "what was undone can't be done again over it"
        );
    }

    #[test]
    fn steps_that_do_not_lead_to_the_text_are_forgotten() {
        let steps =
            vec![typed(0, "a"), typed(0, "lost"), typed(1, "b"), typed(2, "c"), typed(9, "d"), typed(0, "e")];
        let mut journal = Journal { text: "abc".to_owned(), changes: steps, done: 4, ..Journal::default() };
        journal.forget_what_does_not_fit();
        assert_eq!(
            (journal.changes.as_slice(), journal.done),
            ([typed(1, "b"), typed(2, "c")].as_slice(), 2)
        );
    }

    #[test]
    fn the_text_of_another_day_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let journals = Journals::within(Some(folder.path().to_path_buf()));
        let path = Path::new("/w/a.wod");
        let long_ago = now_ms() - 2 * PAUSE_MS;
        journals.open(path, "old", long_ago);
        journals.save(path, "old", "new", News::default());
        journals.save(path, "new", "newer", News::default());
        assert_eq!(journals.versions(path), [Version { time: long_ago, text: "old".to_owned() }]);
    }

    #[test]
    fn a_journal_has_bounds() {
        let mut journal = Journal::default();
        journal.take(news(0, vec![typed(0, "x"); MOST_CHANGES]));
        assert_eq!(journal.changes.len(), MOST_CHANGES);
        journal.take(News { drop: 3, keep: 2, add: Vec::new(), done: 99 });
        assert_eq!((journal.changes.len(), journal.done), (2, 2));
        journal.take(news(2, vec![typed(0, &"x".repeat(MOST_BYTES))]));
        assert_eq!(journal.changes, []);
    }
}
