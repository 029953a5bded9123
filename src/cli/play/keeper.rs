//! Keeps a session while it is run, so that what was done is not lost when the program ends in its midst.
//!
//! Each workout of a file has a small file of its own in the user's state folder. It is written after each step, and
//! removed when the results were handed over.

use std::fs;
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};

use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};

use crate::cli::write::{self, Lock, state_folder};
use crate::emit::player::model::Playbook;
use crate::play::{Notes, Player, Position};

/// How long a session can be gone on with, in seconds. Later, what was done of it can still be added.
const GOES_ON_S: u64 = 12 * 3600;
/// How many sessions of one workout may run at the same time, each in a terminal of its own.
const MOST_AT_ONCE: usize = 8;
/// The most of a kept session that is read, in bytes: a thousand times what one takes.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// A session as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptSession {
    /// The key of the playbook: a session goes on only in the same one.
    pub key: String,
    /// When it was kept, in seconds since 1970.
    pub at: u64,
    /// The `done` block as it was then.
    pub text: String,
    pub notes: Notes,
    /// Where the session was; none if it had not begun.
    pub position: Option<Position>,
}

impl KeptSession {
    /// Tells whether the session can go on now.
    pub fn goes_on(&self, playbook: &Playbook, now_s: u64) -> bool {
        self.key == playbook.key
            && self.position.as_ref().is_some_and(|position| Player::resumed(playbook, position).is_some())
            && self.notes.are_about(&playbook.asks)
            && now_s.abs_diff(self.at) < GOES_ON_S
    }
}

/// The place where a session is kept, which no other run uses meanwhile.
#[derive(Debug)]
pub struct Keeper {
    path: PathBuf,
    _lock: Lock,
}

impl Keeper {
    /// Finds the place for a workout of a file: one where a session was left, or else an empty one. None if the user has
    /// no folder for such things, or if it can't be used.
    pub fn of(file: &Path, playbook: &Playbook) -> Option<Self> {
        Self::within(&state_folder()?.join("play"), file, playbook)
    }

    fn within(folder: &Path, file: &Path, playbook: &Playbook) -> Option<Self> {
        write::folder_of_user(folder).ok()?;
        let mut free = None;
        for number in 1..=MOST_AT_ONCE {
            let path = folder.join(name(file, playbook, number));
            let Ok(Some(lock)) = Lock::try_of(&path) else { continue };
            let keeper = Self { path, _lock: lock };
            if keeper.load().is_some() {
                return Some(keeper);
            }
            free = free.or(Some(keeper));
        }
        free
    }

    /// Returns the session that was left here. None if there is none, or if it can't be read.
    pub fn load(&self) -> Option<KeptSession> {
        let length = fs::symlink_metadata(&self.path).ok().filter(fs::Metadata::is_file)?.len();
        if length > MOST_BYTES {
            return None;
        }
        let kept: KeptSession = serde_json::from_slice(&fs::read(&self.path).ok()?).ok()?;
        (!kept.text.is_empty()).then_some(kept)
    }

    /// Keeps a session in place of what was kept before.
    pub fn keep(&self, session: &KeptSession) -> io::Result<()> {
        let text = serde_json::to_vec(session)?;
        write::of_user(&self.path, &text)
    }

    /// Forgets the session.
    pub fn forget(&self) {
        // There may be none.
        let _ = fs::remove_file(&self.path);
    }
}

/// Returns the name of the file for a workout: the same for the same title, athlete and file.
fn name(file: &Path, playbook: &Playbook, number: usize) -> String {
    let whole = dunce::canonicalize(file).unwrap_or_else(|_| file.to_path_buf());
    let mut hasher = FxHasher::default();
    hasher.write(whole.as_os_str().as_encoded_bytes());
    let asks = &playbook.asks;
    for text in [asks.title.as_str(), asks.whose.as_deref().unwrap_or_default()] {
        hasher.write_u8(0);
        hasher.write(text.as_bytes());
    }
    format!("{:016x}-{number}.json", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::play::tests::playbooks;

    fn kept(playbook: &Playbook) -> KeptSession {
        KeptSession {
            key: playbook.key.clone(),
            at: 1_000_000,
            text: "done 2026-01-09 18:40 \"A\" <\n  squat 5\n>\n".to_owned(),
            notes: Notes::default(),
            position: None,
        }
    }

    #[test]
    fn a_session_is_found_again_until_it_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("state").join("play");
        let all = playbooks("workout \"A\" < squat 5 >\nworkout \"B\" < squat 5 >");
        let file = Path::new("a.wod");
        let of = |playbook| Keeper::within(&folder, file, playbook).unwrap();
        let keeper = of(&all[0]);
        assert_eq!(keeper.load(), None);
        keeper.keep(&kept(&all[0])).unwrap();
        assert_eq!(of(&all[0]).load(), None, "somebody runs it now");
        drop(keeper);
        assert_eq!(of(&all[1]).load(), None, "that is another workout");
        let found = of(&all[0]);
        assert_eq!(found.load(), Some(kept(&all[0])));
        fs::write(&found.path, "{").unwrap();
        assert_eq!(found.load(), None, "it can't be read");
        found.forget();
        drop(found);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "nothing is left behind");
    }

    #[test]
    fn only_a_session_of_today_and_of_this_workout_goes_on() {
        let text = "workout \"A\" < squat 5 >\nworkout \"B\" < squat 5 >";
        let all = playbooks(text);
        let mut player = Player::new(&all[0]);
        player.act(crate::play::Action::Start, 0);
        player.act(crate::play::Action::Skip, 0);
        let session = KeptSession { position: player.position(), ..kept(&all[0]) };
        assert!(session.goes_on(&all[0], 1_000_060));
        assert!(!session.goes_on(&all[1], 1_000_060));
        assert!(!session.goes_on(&all[0], 1_000_000 + GOES_ON_S));
        assert!(!kept(&all[0]).goes_on(&all[0], 1_000_060), "it had not begun");
        let elsewhere = serde_json::from_str(r#"{"sets": {"9.9": {}}}"#).unwrap();
        assert!(!KeptSession { notes: elsewhere, ..session }.goes_on(&all[0], 1_000_060));
    }
}
