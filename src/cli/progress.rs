//! A progress bar for long runs, which names the current file.

use std::io::{self, IsTerminal};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use terminal_size::{Width, terminal_size_of};

/// How long a run of a few files may take before it shows a bar: about as long as people wait patiently.
const PATIENCE: Duration = Duration::from_secs(1);

/// From how many files or outputs on a run shows its bar sooner.
const MANY: usize = 10;

/// How long a run of many may take before it shows a bar. A bar that is gone at once would only flicker.
const PATIENCE_WITH_MANY: Duration = Duration::from_millis(200);

/// The template of the bar: `[=====>    ] 120/400 outputs made, build/legs.pdf`.
const LOOK: &str = "[{bar:30}] {pos}/{len} {prefix}, {wide_msg}";

/// The template on a narrow terminal, where the bar would be broken into several lines: `120/400 build/legs.pdf`.
const NARROW_LOOK: &str = "{pos}/{len} {wide_msg}";

/// From how many columns on there is room for the bar and for the name of a file.
const WIDE: u16 = 70;

/// Counts what is done, and shows a bar on a terminal if the run takes long.
pub struct Progress {
    all: usize,
    what: &'static str,
    done: AtomicUsize,
    started: Instant,
    is_on_terminal: OnceLock<bool>,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Starts counting up to `all`; `what` is what is counted.
    pub fn new(all: usize, what: &'static str) -> Self {
        Self {
            all,
            what,
            done: AtomicUsize::new(0),
            started: Instant::now(),
            is_on_terminal: OnceLock::new(),
            bar: OnceLock::new(),
        }
    }

    /// Shows the current file, whose name must be safe to show in a terminal.
    pub fn at(&self, name: &str) {
        let patience = if self.all < MANY { PATIENCE } else { PATIENCE_WITH_MANY };
        let is_on_terminal = || *self.is_on_terminal.get_or_init(|| io::stderr().is_terminal());
        let is_long = || self.started.elapsed() > patience && is_on_terminal();
        if self.bar.get().is_some() || is_long() {
            let bar = self.bar.get_or_init(|| self.start());
            bar.set_position(self.done.load(Ordering::Relaxed) as u64);
            bar.set_message(name.to_owned());
        }
    }

    /// Counts one more.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Removes the bar.
    pub fn finish(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }

    fn start(&self) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(self.all as u64), ProgressDrawTarget::stderr());
        let is_wide = terminal_size_of(io::stderr()).is_none_or(|(Width(columns), _)| columns >= WIDE);
        let look = if is_wide { LOOK } else { NARROW_LOOK };
        // A test holds both looks to be templates.
        let style = ProgressStyle::with_template(look).unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style.progress_chars("=> "));
        bar.set_prefix(self.what);
        bar
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_looks_of_the_bar_are_templates() {
        assert!([LOOK, NARROW_LOOK].iter().all(|look| ProgressStyle::with_template(look).is_ok()));
    }
}
