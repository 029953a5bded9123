//! The page that shows every change by itself: served to this computer alone, only while it is watched.
//!
//! A path never names a file. It is looked up among the few that are served: the page itself, and the pages that were
//! written, by number.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::io::Cursor;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;
use tiny_http::{Header, Method, Request, Response};

use super::kept::Kept;
use crate::cli::outcome::Trouble;

const PAGE: &str = include_str!("page/page.html");
const SCRIPT: &str = include_str!("page/page.js");
const STYLE: &str = include_str!("page/page.css");

/// How many threads answer, so that a browser that reads slowly keeps nobody else waiting.
const THREADS: usize = 4;

/// How many questions wait for a change at the same time: a tab asks one, and those that were closed are answered when
/// there are more.
const MOST_WAITING: usize = 32;

/// How long a question waits for a change at most. A browser keeps six connections to one place: tabs that are not looked at
/// ask nothing, and those that are give theirs back as often.
const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// How often it is looked whether a question has waited that long.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// What the page itself may do: everything it needs comes from here, and nobody else shows it in a frame.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; \
                      img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Who may show a written page in a frame. What else it may do, it says itself.
const FRAMED_BY_US: &str = "frame-ancestors 'self'";

const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";

/// A server that answers as long as the program runs.
pub struct Server {
    address: SocketAddr,
    shown: Arc<Mutex<Shown>>,
}

/// What is served at the moment.
#[derive(Default)]
struct Shown {
    view: View,
    /// The number of each page that is served, by its place.
    numbers: BTreeMap<PathBuf, u64>,
    next_number: u64,
    /// Those who have seen this version, and wait for the next.
    waiting: VecDeque<Waiting>,
}

/// A question that waits for a change.
struct Waiting {
    request: Request,
    since: Instant,
}

/// What the page shows.
#[derive(Default, Clone, PartialEq, Serialize)]
struct View {
    /// Goes up with every change.
    version: u64,
    /// What is wrong apart from the workouts.
    troubles: Vec<String>,
    files: Vec<FileView>,
}

#[derive(Clone, PartialEq, Serialize)]
struct FileView {
    name: String,
    has_errors: bool,
    /// What there is to say of it, as a text.
    said: String,
    pages: Vec<PageView>,
}

#[derive(Clone, PartialEq, Serialize)]
struct PageView {
    title: String,
    /// Where it is served; another address whenever it was written anew.
    address: String,
    /// What stays the same.
    number: u64,
}

impl Server {
    /// Starts to answer, at a port that is free.
    pub fn start() -> Result<Self, Trouble> {
        let unable = |why: &dyn std::fmt::Display| Trouble::new(format!("the page cannot be served: {why}"));
        let server = tiny_http::Server::http((Ipv4Addr::LOCALHOST, 0)).map_err(|error| unable(&error))?;
        let address = server.server_addr().to_ip().ok_or_else(|| unable(&"it has no address"))?;
        let shown = Arc::new(Mutex::new(Shown::default()));
        let server = Arc::new(server);
        for _ in 0..THREADS {
            let (server, shown) = (server.clone(), shown.clone());
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    answer(request, address, &shown);
                }
            });
        }
        let overdue = shown.clone();
        thread::spawn(move || {
            loop {
                thread::sleep(LOOK_EVERY);
                answer_overdue(&overdue);
            }
        });
        Ok(Self { address, shown })
    }

    /// Returns where the page is.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Shows what was built last, to all that wait for it.
    pub fn show(&self, kept: &Kept, troubles: &BTreeSet<String>) {
        let mut shown = locked(&self.shown);
        let (numbers, mut next_number) = (std::mem::take(&mut shown.numbers), shown.next_number);
        let mut served = BTreeMap::new();
        let mut files = Vec::new();
        for (name, file) in kept.files() {
            let pages = file.pages().iter().map(|page| {
                let number = numbers.get(&page.path).copied().unwrap_or_else(|| {
                    next_number += 1;
                    next_number
                });
                served.insert(page.path.clone(), number);
                let address = format!("/workouts/{number}.html?{}", file.turn());
                PageView { title: page.title.clone(), address, number }
            });
            let pages = pages.collect();
            files.push(FileView { name, has_errors: file.has_errors(), said: file.said().into(), pages });
        }
        shown.numbers = served;
        shown.next_number = next_number;
        let version = shown.view.version;
        let view = View { version, troubles: troubles.iter().cloned().collect(), files };
        if view == shown.view {
            return;
        }
        shown.view = View { version: version + 1, ..view };
        let waiting = std::mem::take(&mut shown.waiting);
        let view = shown.view.clone();
        drop(shown);
        // Whoever reads slowly keeps only those waiting that ask, and not what is built.
        thread::spawn(move || waiting.into_iter().for_each(|one| respond(one.request, state(&view))));
    }
}

fn locked(shown: &Mutex<Shown>) -> MutexGuard<'_, Shown> {
    shown.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Answers a question, or keeps it until there is an answer.
fn answer(request: Request, address: SocketAddr, shown: &Mutex<Shown>) {
    if !is_for(&request, address) {
        return respond(request, refusal(403, "this is for the browser of this computer alone"));
    }
    match request.method() {
        Method::Get | Method::Head => {}
        Method::Post
        | Method::Put
        | Method::Delete
        | Method::Connect
        | Method::Options
        | Method::Trace
        | Method::Patch
        | Method::NonStandard(_) => {
            let response = refusal(405, "there is nothing to be done here but look");
            return respond(request, response.with_header(header("Allow", "GET, HEAD")));
        }
    }
    let url = request.url().to_owned();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    let response = match path {
        "/" => content(HTML, PAGE).with_header(header("Content-Security-Policy", POLICY)),
        "/page.js" => content("text/javascript; charset=utf-8", SCRIPT),
        "/page.css" => content("text/css; charset=utf-8", STYLE),
        "/state" => return answer_when_changed(request, query, shown),
        path => match page(path, shown) {
            Some(page) => content(HTML, page).with_header(header("Content-Security-Policy", FRAMED_BY_US)),
            None => refusal(404, "there is nothing of this name here"),
        },
    };
    respond(request, response);
}

/// Tells whether a request was meant for this server: a page from elsewhere may have a name of its own lead here, and
/// ask under that.
fn is_for(request: &Request, address: SocketAddr) -> bool {
    let hosts: Vec<_> = request.headers().iter().filter(|header| header.field.equiv("Host")).collect();
    let ours = [address.to_string(), format!("localhost:{}", address.port())];
    matches!(&hosts[..], [host] if ours.iter().any(|ours| host.value.as_str().eq_ignore_ascii_case(ours)))
}

/// Answers with what is shown, as soon as it is another version than the one that was seen (`after=7`).
fn answer_when_changed(request: Request, query: &str, shown: &Mutex<Shown>) {
    let seen = query.strip_prefix("after=").and_then(|version| version.parse::<u64>().ok());
    let mut shown = locked(shown);
    if seen != Some(shown.view.version) || *request.method() == Method::Head {
        let view = shown.view.clone();
        drop(shown);
        return respond(request, state(&view));
    }
    shown.waiting.push_back(Waiting { request, since: Instant::now() });
    if shown.waiting.len() > MOST_WAITING
        && let Some(oldest) = shown.waiting.pop_front()
    {
        let view = shown.view.clone();
        drop(shown);
        respond(oldest.request, state(&view));
    }
}

/// Answers those who have waited long enough with what they have seen already.
fn answer_overdue(shown: &Mutex<Shown>) {
    let mut shown = locked(shown);
    let is_overdue = |one: &Waiting| one.since.elapsed() >= LONGEST_WAIT;
    let mut overdue = Vec::new();
    while shown.waiting.front().is_some_and(is_overdue) {
        overdue.extend(shown.waiting.pop_front());
    }
    let view = shown.view.clone();
    drop(shown);
    overdue.into_iter().for_each(|one| respond(one.request, state(&view)));
}

/// Reads a page that was written, by the number it is served under.
fn page(path: &str, shown: &Mutex<Shown>) -> Option<Vec<u8>> {
    let number: u64 = path.strip_prefix("/workouts/")?.strip_suffix(".html")?.parse().ok()?;
    let file = locked(shown).numbers.iter().find(|(_, served)| **served == number)?.0.clone();
    // Outputs are plain files; what somebody put in the place of one is not ours to show.
    fs::symlink_metadata(&file).ok().filter(fs::Metadata::is_file)?;
    fs::read(file).ok()
}

type Answer = Response<Cursor<Vec<u8>>>;

fn state(view: &View) -> Answer {
    // Strings and numbers can always be written.
    content(JSON, serde_json::to_vec(view).unwrap_or_default())
}

fn refusal(status: u16, why: &str) -> Answer {
    content("text/plain; charset=utf-8", format!("{why}\n")).with_status_code(status)
}

/// Returns an answer that is kept nowhere, and taken for nothing else than it is.
fn content(kind: &str, content: impl Into<Vec<u8>>) -> Answer {
    Response::from_data(content)
        // All of it is at hand, however long it is.
        .with_chunked_threshold(usize::MAX)
        .with_header(header("Content-Type", kind))
        .with_header(header("Cache-Control", "no-store"))
        .with_header(header("X-Content-Type-Options", "nosniff"))
        .with_header(header("Referrer-Policy", "no-referrer"))
        .with_header(header("Cross-Origin-Resource-Policy", "same-origin"))
}

fn header(name: &'static str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values are plain letters")
}

fn respond(request: Request, response: Answer) {
    // Whoever asked may have gone.
    let _ = request.respond(response);
}
