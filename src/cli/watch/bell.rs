//! What the loop waits for: a change, trouble with the watching, or Ctrl-C.
//!
//! The crate notify-debouncer-mini could wait for the quiet, but it drops the kind of an event: reading a file would
//! then count as a change of it, and every build would start the next one.

use std::collections::BTreeSet;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::cli::outcome::Trouble;

/// How long it must be quiet before files are read: an editor that saves does several things within a few milliseconds,
/// and nobody notices a tenth of a second.
const QUIET: Duration = Duration::from_millis(100);

/// How long changes may go on before files are read anyway, as when a folder is being copied.
const LONGEST: Duration = Duration::from_secs(2);

/// The most troubles that are kept until they are reported: more than there are ways in which watching can fail.
const MOST_TROUBLES: usize = 16;

/// Other threads ring it, and the loop waits for it. If it rings while the loop works, the loop hears it afterwards.
#[derive(Default)]
pub struct Bell {
    rung: Mutex<Rung>,
    condition: Condvar,
}

#[derive(Default)]
struct Rung {
    /// The number of changes so far.
    changes: u64,
    /// The number of changes that the loop has seen.
    answered: u64,
    troubles: BTreeSet<String>,
    leave: bool,
}

/// Why the waiting ended.
pub enum Wake {
    /// Something may have changed, or there are troubles to report.
    Changed(Vec<Trouble>),
    /// The user pressed Ctrl-C.
    Leave,
}

impl Bell {
    /// Reports that something may have changed.
    pub fn change(&self) {
        let mut rung = self.rung();
        rung.changes = rung.changes.wrapping_add(1);
        self.condition.notify_all();
    }

    /// Reports trouble with the watching.
    pub fn trouble(&self, message: String) {
        let mut rung = self.rung();
        if rung.troubles.len() < MOST_TROUBLES {
            rung.troubles.insert(message);
        }
        self.condition.notify_all();
    }

    /// Ends the loop.
    pub fn leave(&self) {
        self.rung().leave = true;
        self.condition.notify_all();
    }

    /// Waits until there is something to do and it has been quiet for a while.
    pub fn wait(&self) -> Wake {
        let nothing =
            |rung: &mut Rung| !rung.leave && rung.changes == rung.answered && rung.troubles.is_empty();
        let rung = self.rung();
        let mut rung = self.condition.wait_while(rung, nothing).unwrap_or_else(PoisonError::into_inner);
        let since = Instant::now();
        while !rung.leave && rung.changes != rung.answered && since.elapsed() < LONGEST {
            rung.answered = rung.changes;
            let nothing_new = |rung: &mut Rung| !rung.leave && rung.changes == rung.answered;
            let waited = self.condition.wait_timeout_while(rung, QUIET, nothing_new);
            rung = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        if rung.leave {
            return Wake::Leave;
        }
        rung.answered = rung.changes;
        Wake::Changed(std::mem::take(&mut rung.troubles).into_iter().map(Trouble::new).collect())
    }

    fn rung(&self) -> MutexGuard<'_, Rung> {
        // The value is valid at every moment, even if a thread panicked while it held the lock.
        self.rung.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
