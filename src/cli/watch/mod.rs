//! `wodc build --watch` and `--open`: builds again what changes, and shows it in a browser.
//!
//! ```text
//! ┌─▶ wait ──▶ gather ──▶ compile ──▶ write ──▶ tell ─┐
//! │           what is     what          the terminal, │
//! │           named       changed            the page │
//! └───────────────────────────────────────────────────┘
//! ```
//!
//! An event says only that it is worth looking; what changed is found by comparing what stands in the files with what
//! was built from them. So it does not matter in which way an editor saves, and what is written here starts nothing.

mod bell;
mod browser;
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
use super::project::with_slashes;
use super::report::{Report, Telling};
use super::settings::{self, Asked, Job};
use super::visible::visible;
use super::words::count;
use super::{inputs, streams, write};

/// How many names are told one by one, before their number says more.
const MOST_NAMED: usize = 3;

/// What `build` takes for watching.
#[derive(Debug, Clone, Copy, Args)]
pub struct WatchArguments {
    /// Stay, and build again what changes; Ctrl-C leaves
    #[arg(long)]
    pub watch: bool,

    /// Show the page of the workout in the browser; with --watch, one that
    /// shows every change by itself
    #[arg(long)]
    pub open: bool,
}

/// Builds what is named, and builds again what changes, until Ctrl-C.
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
    let mut session = Session { named, asked, telling, kept: Kept::default(), told: BTreeSet::new() };
    let mut is_announced = false;
    loop {
        session.build()?;
        if let Some(server) = &server {
            server.show(&session.kept, &session.told);
        }
        if watched.follow(Scope::of(watched_names, &session.kept)) {
            continue;
        }
        if !is_announced {
            announce(named, server.as_ref())?;
            is_announced = true;
        }
        match bell.wait() {
            Wake::Changed(troubles) => {
                Trouble::print_all(&troubles);
            }
            Wake::Leave => return Ok(Outcome::Fine),
        }
    }
}

/// A watch: what it watches, and what came of it so far.
struct Session<'a> {
    named: &'a [PathBuf],
    asked: &'a Asked,
    telling: Telling,
    kept: Kept,
    /// The troubles that were told and are still there.
    told: BTreeSet<String>,
}

impl Session<'_> {
    /// Builds what changed since the last time, and tells what came of it; nothing if nothing changed.
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

    /// Tells the troubles that were not there before, and when there are none any more.
    fn tell_new(&mut self, troubles: &[Trouble]) -> Result<(), Trouble> {
        let now: BTreeSet<String> = troubles.iter().map(Trouble::to_string).collect();
        troubles.iter().filter(|trouble| !self.told.contains(&trouble.to_string())).for_each(Trouble::print);
        let is_over = now.is_empty() && !self.told.is_empty();
        self.told = now;
        if is_over { streams::print("all files can be read and written again\n") } else { Ok(()) }
    }
}

/// Refuses what makes no sense together with `--watch`.
fn refuse(named: &[PathBuf], asked: &Asked, telling: Telling) -> Result<(), Trouble> {
    if asked.output.as_ref().is_some_and(|output| output.as_os_str() == "-") {
        return Err(Trouble::new(
            "`--watch` writes files, so it cannot go with `-o -`; leave out one of them",
        ));
    }
    if named.iter().any(|path| path.as_os_str() == "-") {
        return Err(Trouble::new("standard input cannot be watched; name a file or a folder instead of `-`"));
    }
    if telling.format.takes_standard_output() {
        return Err(Trouble::new(
            "`--watch` tells people what is wrong, with `--format human` or `--format narrated`; for other programs, \
             build without it",
        ));
    }
    named.iter().find(|path| !path.exists()).map_or(Ok(()), |path| Err(inputs::missing(path)))
}

/// Refuses to open a page where none is made.
pub fn refuse_to_open(jobs: &[Job], to_standard_output: bool) -> Result<(), Trouble> {
    if to_standard_output {
        return Err(Trouble::new("`--open` shows a page that is written, so it cannot go with `-o -`"));
    }
    let makes_page = |job: &Job| job.wanted.request.formats.iter().any(|format| format.info().is_page);
    if jobs.is_empty() || jobs.iter().any(makes_page) {
        return Ok(());
    }
    Err(Trouble::new(
        "`--open` shows a page, and no page is made; add html to the formats, such as `--to html`",
    ))
}

/// Opens the first page that was written, if one was.
pub fn open_first_page(compiled: &[CompiledFile]) -> Result<(), Trouble> {
    let mut pages = compiled.iter().flat_map(|one| kept::pages(&one.job, &one.compilation, &one.outputs));
    let Some(page) = pages.next() else { return Ok(()) };
    let path = page.path.canonicalize().unwrap_or(page.path);
    browser::open(path.as_os_str())
        .map_err(|why| Trouble::new(format!("{why}; open `{}` yourself", with_slashes(&path))))
}

/// Says what is watched, how to leave, and where the page is, and opens it.
fn announce(named: &[PathBuf], server: Option<&Server>) -> Result<(), Trouble> {
    let what = match named {
        [] => "the workouts below this folder".into(),
        named if named.len() <= MOST_NAMED => named
            .iter()
            .map(|path| format!("`{}`", visible(&with_slashes(path))))
            .collect::<Vec<_>>()
            .join(", "),
        named => format!("{} files and folders", named.len()),
    };
    streams::print(&format!("watching {what}; press Ctrl-C to leave\n"))?;
    let Some(server) = server else { return Ok(()) };
    let address = server.address();
    streams::print(&format!("the page is at {address}\n"))?;
    if let Err(why) = browser::open(address.as_ref()) {
        Trouble::new(format!("{why}; open {address} yourself")).print();
    }
    Ok(())
}

/// Has Ctrl-C end the loop after what it is at, so that the program ends as it should.
fn leave_on_interrupt(bell: &Arc<Bell>) -> Result<(), Trouble> {
    let bell = bell.clone();
    ctrlc::set_handler(move || bell.leave())
        .map_err(|error| Trouble::new(format!("Ctrl-C cannot be listened for: {error}")))
}

/// Returns a line for each name; of many, one with their number.
fn named_or_counted(names: &[String], is: &str, are: &str) -> String {
    if names.len() > MOST_NAMED {
        return format!("{} {are}\n", count(names.len(), "workout"));
    }
    names.iter().map(|name| format!("`{}` {is}\n", visible(name))).collect()
}
