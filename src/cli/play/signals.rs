//! Signals that end or interrupt a workout.

#[cfg(unix)]
pub use unix::{Signals, suspend};

#[cfg(not(unix))]
pub use elsewhere::{Signals, suspend};

/// A signal that ends a workout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending(pub i32);

impl Ending {
    /// What Ctrl-C sends in other programs.
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

    /// Records the signals that have arrived.
    #[derive(Debug)]
    pub struct Signals {
        ending: Arc<AtomicUsize>,
        continued: Arc<AtomicBool>,
    }

    impl Signals {
        /// Starts to listen.
        pub fn listen() -> io::Result<Self> {
            let (ending, continued) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
            for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
                flag::register_usize(signal, Arc::clone(&ending), signal.unsigned_abs() as usize)?;
            }
            flag::register(SIGCONT, Arc::clone(&continued))?;
            Ok(Self { ending, continued })
        }

        /// Returns the signal that ends the workout, if one has arrived.
        pub fn ending(&self) -> Option<Ending> {
            let signal = i32::try_from(self.ending.load(Ordering::SeqCst)).ok()?;
            (signal != 0).then_some(Ending(signal))
        }

        /// Tells once whether the program was stopped and has been resumed.
        pub fn was_continued(&self) -> bool {
            self.continued.swap(false, Ordering::SeqCst)
        }
    }

    /// Stops the program until the shell resumes it. Does nothing if there is no shell to do that.
    pub fn suspend() {
        let _ = low_level::raise(SIGTSTP);
    }

    impl Ending {
        /// Ends the program by the signal, so that its parent process learns of it.
        pub fn end_program(self) {
            let _ = low_level::emulate_default_handler(self.0);
        }
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::io;

    use super::Ending;

    /// There are no such signals on this system.
    #[derive(Debug)]
    pub struct Signals;

    impl Signals {
        /// Starts to listen.
        pub fn listen() -> io::Result<Self> {
            Ok(Self)
        }

        /// Returns the signal that ends the workout, if one has arrived.
        pub fn ending(&self) -> Option<Ending> {
            None
        }

        /// Tells once whether the program was stopped and has been resumed.
        pub fn was_continued(&self) -> bool {
            false
        }
    }

    /// Stops the program, where the system can.
    pub fn suspend() {}

    impl Ending {
        /// Ends the program as a signal would.
        pub fn end_program(self) {}
    }
}
