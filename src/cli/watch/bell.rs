//! What the loop waits for: a change, trouble with the watching, or Ctrl-C.

use std::collections::BTreeSet;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::cli::outcome::Trouble;

/// How long it must be quiet before anything is read: an editor that saves does several things within a few
/// milliseconds, and nobody waits for a tenth of a second.
const QUIET: Duration = Duration::from_millis(100);

/// How long changes may follow each other before they are looked at all the same, as while a folder is copied.
const LONGEST: Duration = Duration::from_secs(2);

/// How many different troubles are kept until they are told: each stands for a way in which watching can fail.
const MOST_TROUBLES: usize = 16;

/// Rung by other threads, and waited for by the loop. What rings while the loop works is heard afterwards.
#[derive(Default)]
pub struct Bell {
    rung: Mutex<Rung>,
    condition: Condvar,
}

#[derive(Default)]
struct Rung {
    /// How often something changed.
    changes: u64,
    /// How much of that was answered.
    answered: u64,
    troubles: BTreeSet<String>,
    leave: bool,
}

/// Why the waiting ended.
pub enum Wake {
    /// Something may have changed, or there is trouble to tell.
    Changed(Vec<Trouble>),
    /// The coach wants to leave.
    Leave,
}

impl Bell {
    /// Says that something may have changed.
    pub fn change(&self) {
        let mut rung = self.rung();
        rung.changes = rung.changes.wrapping_add(1);
        self.condition.notify_all();
    }

    /// Says that something of the watching failed.
    pub fn trouble(&self, message: String) {
        let mut rung = self.rung();
        if rung.troubles.len() < MOST_TROUBLES {
            rung.troubles.insert(message);
        }
        self.condition.notify_all();
    }

    /// Says that the loop is to end.
    pub fn leave(&self) {
        self.rung().leave = true;
        self.condition.notify_all();
    }

    /// Waits until there is something to do, and it has become quiet.
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
        // What stands there makes sense at every moment, even if a thread ended in the midst of it.
        self.rung.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
