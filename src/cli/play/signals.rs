//! The signals that end a session, or interrupt it.

#[cfg(unix)]
pub use unix::{Signals, suspend};

#[cfg(not(unix))]
pub use elsewhere::{Signals, suspend};

/// A signal that ends a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending(pub i32);

impl Ending {
    /// What Ctrl-C is to others.
    pub const INTERRUPT: Ending = Ending(2);
}

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::{flag, low_level};

    use super::Ending;

    /// Remembers which signals came.
    #[derive(Debug)]
    pub struct Signals {
        ending: Arc<AtomicUsize>,
        continued: Arc<AtomicBool>,
    }

    impl Signals {
        /// Begins to listen.
        pub fn listen() -> io::Result<Self> {
            let (ending, continued) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
            for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
                flag::register_usize(signal, Arc::clone(&ending), signal.unsigned_abs() as usize)?;
            }
            flag::register(SIGCONT, Arc::clone(&continued))?;
            Ok(Self { ending, continued })
        }

        /// Returns the signal that ends the session, if one came.
        pub fn ending(&self) -> Option<Ending> {
            let signal = i32::try_from(self.ending.load(Ordering::SeqCst)).ok()?;
            (signal != 0).then_some(Ending(signal))
        }

        /// Tells whether the program was stopped and goes on now; once.
        pub fn was_continued(&self) -> bool {
            self.continued.swap(false, Ordering::SeqCst)
        }
    }

    /// Stops the program until the shell lets it go on. Where there is no shell to do that, nothing happens.
    pub fn suspend() {
        let _ = low_level::raise(SIGTSTP);
    }

    impl Ending {
        /// Ends the program as the signal would have, had nobody listened: whoever started it learns of it.
        pub fn end_program(self) {
            let _ = low_level::emulate_default_handler(self.0);
        }
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::io;

    use super::Ending;

    /// There are none here.
    #[derive(Debug)]
    pub struct Signals;

    impl Signals {
        /// Begins to listen.
        pub fn listen() -> io::Result<Self> {
            Ok(Self)
        }

        /// Returns the signal that ends the session, if one came.
        pub fn ending(&self) -> Option<Ending> {
            None
        }

        /// Tells whether the program was stopped and goes on now; once.
        pub fn was_continued(&self) -> bool {
            false
        }
    }

    /// Stops the program, where that can be.
    pub fn suspend() {}

    impl Ending {
        /// Ends the program as the signal would have.
        pub fn end_program(self) {}
    }
}
