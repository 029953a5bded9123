//! `wodc studio`: a page to write workouts in, for whoever has no editor.
//!
//! ```text
//! browser: page/ ── calls, as JSON ──▶ server ──▶ calls ──▶ desk: files, journals
//!     ▲                                             ├─▶ look: diagnostics, colours, times
//!     └───────────── outputs in a frame ◀───────────┴─▶ make: sheet, page, cues
//! ```
//!
//! The text is the browser's until it is saved. A call brings all of it, and is answered from it and from the files beside
//! it; nothing is changed on the disk but by `save` and `create`.

mod assets;
mod calls;
mod desk;
mod ends;
mod journal;
mod look;
mod made;
mod make;
mod merge;
mod refused;
mod server;
mod share;
mod token;
mod units;

use std::path::PathBuf;
use std::sync::Arc;
use std::{process, thread};

use clap::{Args, ValueHint};

use self::desk::Desk;
use self::share::Share;
use super::outcome::{Outcome, Trouble};
use super::serve::browser;
use super::{HELP_TEMPLATE, streams, visible};

const EXAMPLES: &str = "  wodc studio                    write the workouts of this folder
  wodc studio ~/training
  wodc studio --share            show the workout in front to phones, too";

const MORE: &str = "The studio is a page in your browser that this computer alone serves: nothing
leaves it, unless you say --share. It saves as you type, and remembers what can
be undone. Files are never removed.";

/// Opens a page to write workouts in, with what they make beside them
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = MORE, help_template = HELP_TEMPLATE)]
pub struct StudioArguments {
    /// The folder of the workouts; this one if it is left out
    #[arg(value_name = "FOLDER", default_value = ".", value_hint = ValueHint::DirPath)]
    folder: PathBuf,

    /// Print the address of the page, and open no browser
    #[arg(long)]
    no_open: bool,

    /// Show the page of the workout in front to phones in the same network, by a
    /// code to scan; they can't change anything
    #[arg(long)]
    share: bool,

    /// The port of the page; any that is free if it is left out
    #[arg(long, value_name = "PORT", default_value_t = 0, hide_default_value = true)]
    port: u16,
}

/// Runs `wodc studio` until Ctrl-C.
pub fn run(arguments: &StudioArguments) -> Result<Outcome, Trouble> {
    let share = arguments.share.then(Share::start).transpose()?;
    let desk = Arc::new(Desk::of(&arguments.folder, share.clone())?);
    let address = server::start(desk.clone(), arguments.port)?;
    leave_on_interrupt(&desk)?;
    let folder = visible::name(desk.folder());
    streams::print(&format!("the studio for `{folder}` is at {address}\npress Ctrl-C to stop\n"))?;
    if let Some(share) = share {
        streams::print(&format!(
            "phones in this network find the workout in front at {}\n",
            share.address()
        ))?;
    }
    if !arguments.no_open
        && let Err(why) = browser::open(address.as_ref())
    {
        streams::tell(&Trouble::new(format!("{why}; open {address} yourself")));
    }
    loop {
        thread::park();
    }
}

/// Makes Ctrl-C end the program as soon as nothing is being written.
fn leave_on_interrupt(desk: &Arc<Desk>) -> Result<(), Trouble> {
    let desk = desk.clone();
    ctrlc::set_handler(move || {
        let _closed = desk.closed();
        process::exit(0);
    })
    .map_err(|error| Trouble::new(format!("Ctrl-C cannot be listened for: {error}")))
}
