//! `wodc build --watch` and `--open`: building again what changes, and showing it in a browser.
//!
//! ```text
//! ┌─▶ wait ──▶ gather ──▶ compile ──▶ write ──▶ tell ─┐
//! │           what is     what          the terminal, │
//! │           named       changed            the page │
//! └───────────────────────────────────────────────────┘
//! ```
//!
//! An event only says that it is worth looking. What has changed is found by comparing the files with what was built
//! from them. So it doesn't matter how an editor saves, and writing outputs doesn't start another build.

mod bell;
mod folders;
mod kept;
mod server;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use self::bell::{Bell, Wake};
use self::folders::{Scope, Watched};
use self::kept::{Fresh, Kept};
use self::server::Server;
use super::compile::CompiledFile;
use super::outcome::{Outcome, Trouble};
use super::outputs::{self, Analysed};
use super::report::{Report, Telling};
use super::serve::browser;
use super::settings::{self, Asked, Job};
use super::words::count;
use super::{inputs, streams, visible, write};

/// The most names that are listed; of more, only their number is given.
const MOST_NAMED: usize = 3;

/// The options of `build` for watching.
#[derive(Debug, Clone, Copy, Args)]
pub struct WatchArguments {
    /// Keep running, and build again what changes; Ctrl-C stops
    #[arg(long)]
    pub watch: bool,

    /// Open the workout's page in the browser; with --watch, the page updates
    /// after every change
    #[arg(long)]
    pub open: bool,
}

/// Runs `wodc build --watch` until Ctrl-C.
pub fn run(named: &[PathBuf], asked: &Asked, telling: Telling, open: bool) -> Result<Outcome, Trouble> {
    refuse(named, asked, telling)?;
    if open {
        refuse_to_open(&settings::find(named, asked).0, false)?;
    }
    let here = [PathBuf::from(".")];
    let watched_names = if named.is_empty() { &here } else { named };
    let bell = Arc::new(Bell::default());
    leave_on_interrupt(&bell)?;
    let mut watched = Watched::new(&bell)?;
    let server = open.then(Server::start).transpose()?;
    let mut watch = Watch { named, asked, telling, kept: Kept::default(), told: BTreeSet::new() };
    let mut is_announced = false;
    loop {
        watch.build()?;
        if let Some(server) = &server {
            server.show(&watch.kept, &watch.told);
        }
        if watched.follow(Scope::of(watched_names, &watch.kept)) {
            continue;
        }
        if !is_announced {
            announce(named, server.as_ref())?;
            is_announced = true;
        }
        match bell.wait() {
            Wake::Changed(troubles) => {
                streams::tell_all(&troubles);
            }
            Wake::Leave => return Ok(Outcome::Fine),
        }
    }
}

/// A watch: what it builds, and the outcomes so far.
struct Watch<'a> {
    named: &'a [PathBuf],
    asked: &'a Asked,
    telling: Telling,
    kept: Kept,
    /// The troubles that were reported and still exist.
    told: BTreeSet<String>,
}

impl Watch<'_> {
    /// Builds what has changed since the last time, and reports the outcome.
    fn build(&mut self) -> Result<(), Trouble> {
        let (jobs, mut troubles) = settings::find(self.named, self.asked);
        let gone = self.kept.forget_gone(&jobs);
        let (fresh, unread) = self.kept.compile_changed(jobs);
        troubles.extend(unread);

        let mut lines = named_or_counted(&gone, "is gone, its outputs stay", "are gone, their outputs stay");
        let Fresh { analysed, made_of } = fresh;
        let destinations = analysed.iter().flat_map(Analysed::destinations);
        let others = self.kept.destinations_beside(&analysed);
        let before = troubles.len();
        let compiled = match write::refuse_collisions(destinations.chain(others)) {
            Ok(()) => {
                let (compiled, unwritten) = outputs::emit_all(analysed);
                troubles.extend(unwritten);
                lines += &outputs::listing(&compiled);
                compiled
            }
            Err(trouble) => {
                troubles.push(trouble);
                analysed.into_iter().map(Analysed::without_outputs).collect()
            }
        };
        let is_written = troubles.len() == before;

        let report = Report::new(compiled.iter().map(|one| &one.compilation));
        let told = streams::print(&lines).and_then(|()| report.print(self.telling));
        drop(report);
        let mended = self.kept.keep(compiled, made_of, is_written, self.telling.format);
        told?;
        streams::print(&named_or_counted(&mended, "is well again", "are well again"))?;
        self.tell_new(&troubles)
    }

    /// Reports the troubles that are new, and when the last one is gone.
    fn tell_new(&mut self, troubles: &[Trouble]) -> Result<(), Trouble> {
        let now: BTreeSet<String> = troubles.iter().map(Trouble::to_string).collect();
        troubles.iter().filter(|trouble| !self.told.contains(&trouble.to_string())).for_each(streams::tell);
        let is_over = now.is_empty() && !self.told.is_empty();
        self.told = now;
        if is_over { streams::print("all files can be read and written again\n") } else { Ok(()) }
    }
}

/// Refuses options that can't be combined with `--watch`.
fn refuse(named: &[PathBuf], asked: &Asked, telling: Telling) -> Result<(), Trouble> {
    if asked.output.as_ref().is_some_and(|output| output.as_os_str() == "-") {
        return Err(Trouble::new("`--watch` writes files, so it can't be combined with `-o -`"));
    }
    if asked
        .athlete
        .as_ref()
        .is_some_and(|athletes| athletes.contains(',') || athletes.eq_ignore_ascii_case("all"))
    {
        return Err(Trouble::new("`--watch` builds for one athlete; name one, or build for all without it"));
    }
    if named.iter().any(|path| path.as_os_str() == "-") {
        return Err(Trouble::new("standard input can't be watched; name a file or a folder instead of `-`"));
    }
    if telling.format.takes_standard_output() {
        return Err(Trouble::new(
            "`--watch` only reports to people, with `--format human` or `--format narrated`; for other programs, build \
             without it",
        ));
    }
    named.iter().find(|path| !path.exists()).map_or(Ok(()), |path| Err(inputs::missing(path)))
}

/// Refuses to open a page if none is made.
pub fn refuse_to_open(jobs: &[Job], to_standard_output: bool) -> Result<(), Trouble> {
    if to_standard_output {
        return Err(Trouble::new("`--open` shows a file, so it can't be combined with `-o -`"));
    }
    let makes_page = |job: &Job| job.wanted.request.formats.iter().any(|format| format.info().is_page);
    if jobs.is_empty() || jobs.iter().any(makes_page) {
        return Ok(());
    }
    Err(Trouble::new("`--open` needs a page, and none is made; add `html` to the formats, as in `--to html`"))
}

/// Opens the first page that was written, if any was.
pub fn open_first_page(compiled: &[CompiledFile]) -> Result<(), Trouble> {
    let mut pages = compiled.iter().flat_map(|one| kept::pages(&one.job, &one.compilation, &one.outputs));
    let Some(page) = pages.next() else { return Ok(()) };
    let path = dunce::canonicalize(&page.path).unwrap_or(page.path);
    browser::open(path.as_os_str())
        .map_err(|why| Trouble::new(format!("{why}; open `{}` yourself", visible::name(&path))))
}

/// Prints what is watched, how to stop and where the page is, and opens the page.
fn announce(named: &[PathBuf], server: Option<&Server>) -> Result<(), Trouble> {
    let what = match named {
        [] => "the workouts below this folder".into(),
        named if named.len() <= MOST_NAMED => {
            named.iter().map(|path| format!("`{}`", visible::name(path))).collect::<Vec<_>>().join(", ")
        }
        named => format!("{} files and folders", named.len()),
    };
    streams::print(&format!("watching {what}; press Ctrl-C to stop\n"))?;
    let Some(server) = server else { return Ok(()) };
    let address = server.address();
    streams::print(&format!("the page is at {address}\n"))?;
    if let Err(why) = browser::open(address.as_ref()) {
        streams::tell(&Trouble::new(format!("{why}; open {address} yourself")));
    }
    Ok(())
}

/// Makes Ctrl-C end the loop after the current build, so that the program ends properly.
fn leave_on_interrupt(bell: &Arc<Bell>) -> Result<(), Trouble> {
    let bell = bell.clone();
    ctrlc::set_handler(move || bell.leave())
        .map_err(|error| Trouble::new(format!("Ctrl-C cannot be listened for: {error}")))
}

/// Returns a line for each name, or one line with their number if there are many.
fn named_or_counted(names: &[String], is: &str, are: &str) -> String {
    if names.len() > MOST_NAMED {
        return format!("{} {are}\n", count(names.len(), "workout"));
    }
    names.iter().map(|name| format!("`{name}` {is}\n")).collect()
}
