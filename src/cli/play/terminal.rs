//! The terminal. However a workout ends, it is restored to the state it was found in.

use std::io::{self, Stdout, Write};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::{Frame, Terminal};

/// Whether the terminal is in use. Restoring it twice would move the cursor.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// A terminal in use. It is restored on drop, and before a panic is reported.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    told_before: Arc<PanicHook>,
}

type PanicHook = dyn Fn(&panic::PanicHookInfo<'_>) + Send + Sync;

impl Screen {
    /// Starts to use the terminal.
    pub fn take() -> io::Result<Self> {
        let told_before: Arc<PanicHook> = Arc::from(panic::take_hook());
        let tell = Arc::clone(&told_before);
        panic::set_hook(Box::new(move |info| {
            give_back();
            tell(info);
        }));
        take()?;
        let terminal = Terminal::new(CrosstermBackend::new(io::stdout())).inspect_err(|_| give_back())?;
        Ok(Self { terminal, told_before })
    }

    /// Redraws the screen.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.draw(draw).map(|_| ())
    }

    /// Rings the bell.
    pub fn ring(&mut self) -> io::Result<()> {
        let mut out = io::stdout();
        out.write_all(b"\x07")?;
        out.flush()
    }

    /// Restores the terminal while `away` runs, then uses it again.
    pub fn lend(&mut self, away: impl FnOnce()) -> io::Result<()> {
        give_back();
        away();
        self.take_again()
    }

    /// Uses the terminal again after another program has, in whatever state that program left it.
    pub fn take_again(&mut self) -> io::Result<()> {
        // A shell that stopped the program has changed the terminal's settings.
        disable_raw_mode()?;
        take()?;
        execute!(io::stdout(), Clear(ClearType::All))?;
        self.terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
        if !std::thread::panicking() {
            let told_before = Arc::clone(&self.told_before);
            panic::set_hook(Box::new(move |info| told_before(info)));
        }
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen).inspect_err(|_| give_back())
}

/// Restores the terminal if it is in use. Failures are ignored, since the terminal may be gone.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = execute!(io::stdout(), LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
    }
}
