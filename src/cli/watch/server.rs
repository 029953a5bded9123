//! The page that updates after every change. It is served to this computer only, and only while wodc is watching.
//!
//! Paths are never names of files. There are only the page itself and, by number, the pages that were written and the
//! results of each.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use hyper::body::{Body, Incoming};
use hyper::header::{ALLOW, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use hyper::{Method, Request, StatusCode};
use serde::Serialize;
use tokio::sync::{oneshot, watch};
use tokio::task::spawn_blocking;

use super::kept::Kept;
use crate::cli::log::Writer;
use crate::cli::outcome::Trouble;
use crate::cli::serve::{Answer, HTML, JSON, Own, Port, TEXT, content, is_fit, refusal, sent, with};
use crate::cli::settings::Job;

const PAGE: &str = include_str!("page/page.html");
const SCRIPT: &str = include_str!("page/page.js");
const STYLE: &str = include_str!("page/page.css");

/// The most requests that wait for a change: each tab sends one. If there are more, the oldest is answered.
const MOST_WAITING: usize = 32;

/// How long a request waits for a change at most. A browser opens only six connections to one address, so visible tabs
/// must give theirs back, and hidden tabs don't ask.
const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// What the page may do: everything it needs comes from this server, and nobody else may show it in a frame.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; \
                      img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Who may show a workout's page in a frame. The page itself contains the rest of its policy.
const FRAMED_BY_US: &str = "frame-ancestors 'self'";

/// The most that a page sends of a session's results, in bytes: far more than anybody writes down.
const MOST_RESULTS: usize = 64 * 1024;

/// What the address of a page's results begins with; its number follows.
const RESULTS: &str = "/results/";

/// A server that runs as long as the program.
pub struct Server {
    shown: Arc<Shown>,
}

/// Everything that is served at the moment.
struct Shown {
    address: SocketAddr,
    own: Own,
    view: watch::Sender<View>,
    served: Mutex<Served>,
    /// The requests that wait for a change, the oldest first. Dropping a sender answers its request.
    waiting: Mutex<VecDeque<oneshot::Sender<()>>>,
}

/// The workouts' pages that are served.
#[derive(Default)]
struct Served {
    /// The number of each page, by its path.
    numbers: BTreeMap<PathBuf, u64>,
    last_number: u64,
    /// What each page was built from, by its number.
    jobs: BTreeMap<u64, Job>,
}

/// The contents of the page, as data.
#[derive(Default, Clone, PartialEq, Serialize)]
struct View {
    /// Increases with every change.
    version: u64,
    /// Troubles that aren't mistakes in workouts.
    troubles: Vec<String>,
    files: Vec<FileView>,
}

#[derive(Clone, PartialEq, Serialize)]
struct FileView {
    name: String,
    has_errors: bool,
    /// Its report as text.
    said: String,
    pages: Vec<PageView>,
}

#[derive(Clone, PartialEq, Serialize)]
struct PageView {
    title: String,
    /// Its address, which changes each time it is written.
    address: String,
    /// Its number, which stays the same.
    number: u64,
}

impl Server {
    /// Starts the server at a free port.
    pub fn start() -> Result<Self, Trouble> {
        let port = Port::open(Ipv4Addr::LOCALHOST.into(), 0)?;
        let (address, own) = (port.address(), Own::at(port.address()));
        let (view, _) = watch::channel(View::default());
        let shown =
            Arc::new(Shown { address, own, view, served: Mutex::default(), waiting: Mutex::default() });
        let answering = shown.clone();
        port.serve(move |request| answering.clone().answer(request))?;
        Ok(Self { shown })
    }

    /// Returns the address of the page.
    pub fn address(&self) -> String {
        format!("http://{}/", self.shown.address)
    }

    /// Shows the outcome of the last build to all clients that wait for it.
    pub fn show(&self, kept: &Kept, troubles: &BTreeSet<String>) {
        let mut served = locked(&self.shown.served);
        let (mut numbers, mut jobs) = (BTreeMap::new(), BTreeMap::new());
        let mut files = Vec::new();
        for (name, file) in kept.files() {
            let pages = file.pages().iter().map(|page| {
                let number = served.numbers.get(&page.path).copied().unwrap_or_else(|| {
                    served.last_number += 1;
                    served.last_number
                });
                numbers.insert(page.path.clone(), number);
                jobs.insert(number, file.job().clone());
                let address = format!("/workouts/{number}.html?{}", file.turn());
                PageView { title: page.title.clone(), address, number }
            });
            let pages = pages.collect();
            files.push(FileView { name, has_errors: file.has_errors(), said: file.said().into(), pages });
        }
        served.numbers = numbers;
        served.jobs = jobs;
        drop(served);
        self.shown.view.send_if_modified(|shown| {
            let view = View { version: shown.version, troubles: troubles.iter().cloned().collect(), files };
            let is_new = view != *shown;
            if is_new {
                *shown = View { version: shown.version + 1, ..view };
            }
            is_new
        });
    }
}

fn locked<T>(shown: &Mutex<T>) -> MutexGuard<'_, T> {
    shown.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shown {
    /// Answers a request, as soon as there is an answer.
    async fn answer(self: Arc<Self>, request: Request<Incoming>) -> Answer {
        if !self.own.sent(&request) {
            return refusal(StatusCode::FORBIDDEN, "this page is only for browsers on this computer");
        }
        let results = request.uri().path().strip_prefix(RESULTS).map(str::parse::<u64>);
        if let (Some(Ok(number)), &Method::GET | &Method::POST) = (results, request.method()) {
            return self.results(number, request).await;
        }
        let is_head = *request.method() == Method::HEAD;
        if !is_head && *request.method() != Method::GET {
            let refusal = refusal(StatusCode::METHOD_NOT_ALLOWED, "this page can only be read");
            return with(refusal, ALLOW, "GET, HEAD");
        }
        if !request.body().is_end_stream() {
            return refusal(StatusCode::PAYLOAD_TOO_LARGE, "requests here have no body");
        }
        match request.uri().path() {
            "/" => with(content(HTML, PAGE), CONTENT_SECURITY_POLICY, POLICY),
            "/page.js" => content("text/javascript; charset=utf-8", SCRIPT),
            "/page.css" => content("text/css; charset=utf-8", STYLE),
            "/state" => {
                let seen = request.uri().query().and_then(|query| query.strip_prefix("after="));
                if let Some(seen) = seen.and_then(|version| version.parse().ok()).filter(|_| !is_head) {
                    self.other_than(seen).await;
                }
                // Strings and numbers can always be written.
                content(JSON, serde_json::to_vec(&*self.view.borrow()).unwrap_or_default())
            }
            path => match self.page(path) {
                Some(page) => with(content(HTML, page), CONTENT_SECURITY_POLICY, FRAMED_BY_US),
                None => refusal(StatusCode::NOT_FOUND, "there is no such page"),
            },
        }
    }

    /// Says where the results of a page go, or adds what was done to them.
    async fn results(self: Arc<Self>, number: u64, request: Request<Incoming>) -> Answer {
        let is_write = *request.method() == Method::POST;
        let says_origin = self.own.says_so(&request);
        let is_text = request.headers().get(CONTENT_TYPE).is_some_and(|kind| kind == TEXT);
        if !is_write && !request.body().is_end_stream() || !is_fit(request.body(), MOST_RESULTS) {
            return refusal(StatusCode::PAYLOAD_TOO_LARGE, "this is too much");
        }
        if is_write && !says_origin {
            return refusal(StatusCode::FORBIDDEN, "only the page itself can write results");
        }
        if is_write && !is_text {
            return refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE, "results are plain text");
        }
        let Some(job) = locked(&self.served).jobs.get(&number).cloned() else {
            return refusal(StatusCode::NOT_FOUND, "there is no such page");
        };
        let text = if is_write {
            let Some(text) = sent(request.into_body(), MOST_RESULTS).await else {
                return refusal(StatusCode::BAD_REQUEST, "this is too much, is not text or takes too long");
            };
            Some(text)
        } else {
            None
        };
        // Files may be slow, and another run may hold the lock: other requests don't wait for that.
        let written = spawn_blocking(move || {
            let writer = Writer::of(&job)?;
            let shown = writer.shown.clone();
            Some((shown, text.map(|text| writer.write(text))))
        });
        match written.await.ok().flatten() {
            Some((shown, None)) => content(TEXT, shown),
            Some((_, Some(Ok(said)))) => content(TEXT, said),
            Some((_, Some(Err(why)))) => refusal(StatusCode::CONFLICT, &why),
            None => refusal(StatusCode::NOT_FOUND, "no athlete says where these results go"),
        }
    }

    /// Waits until a version other than `seen` is shown, but not too long.
    async fn other_than(&self, seen: u64) {
        let mut view = self.view.subscribe();
        let too_many = self.wait();
        tokio::select! {
            _ = view.wait_for(|view| view.version != seen) => {}
            _ = too_many => {}
            () = tokio::time::sleep(LONGEST_WAIT) => {}
        }
    }

    /// Adds a waiting request. The receiver ends if there are too many.
    fn wait(&self) -> oneshot::Receiver<()> {
        let (sender, receiver) = oneshot::channel();
        let mut waiting = locked(&self.waiting);
        waiting.retain(|one| !one.is_closed());
        waiting.push_back(sender);
        if waiting.len() > MOST_WAITING {
            waiting.pop_front();
        }
        receiver
    }

    /// Reads a workout's page by its number.
    fn page(&self, path: &str) -> Option<Vec<u8>> {
        let number: u64 = path.strip_prefix("/workouts/")?.strip_suffix(".html")?.parse().ok()?;
        let file = locked(&self.served).numbers.iter().find(|(_, served)| **served == number)?.0.clone();
        // Outputs are regular files. Something that was put in place of one must not be shown.
        fs::symlink_metadata(&file).ok().filter(fs::Metadata::is_file)?;
        fs::read(file).ok()
    }
}
