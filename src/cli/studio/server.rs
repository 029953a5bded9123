//! The page's server: its files, its calls, and what was made. It is there for this computer alone, and for whoever knows
//! the address.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hyper::body::{Body, Incoming};
use hyper::header::{ALLOW, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use hyper::{Method, Request, StatusCode};
use serde::Deserialize;
use serde_json::json;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::sleep;

use super::assets::asset;
use super::calls::call;
use super::desk::Desk;
use super::refused::Refused;
use super::token::Token;
use crate::cli::outcome::Trouble;
use crate::cli::serve::{Answer, HTML, JSON, Own, Port, content, is_fit, refusal, sent, with};
use crate::source::SourceFile;

/// The most that a call brings, in bytes: a text that JSON has made longer, and what is new in its journal.
const MOST_BYTES: usize = 4 * SourceFile::MAX_BYTES;

/// The most calls that are worked at together.
const MOST_CALLS: usize = 4;

/// How long `changes` waits at most, and how often it looks at least and at most. A large folder is looked at less often.
const LONGEST_WAIT: Duration = Duration::from_secs(20);
const SHORTEST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// How many times as long as a look takes the pause behind it is.
const PAUSE_PER_LOOK: u32 = 20;

/// What the page may do: everything it needs comes from this server, and nobody else may show it in a frame.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; \
                      img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Who may show an output in a frame. A page contains the rest of its policy.
const FRAMED_BY_US: &str = "frame-ancestors 'self'";

/// What answers.
struct Server {
    own: Own,
    token: Token,
    desk: Arc<Desk>,
    calls: Semaphore,
}

/// Starts the server. Returns the address of the page.
pub fn start(desk: Arc<Desk>, port: u16) -> Result<String, Trouble> {
    let port = Port::open(Ipv4Addr::LOCALHOST.into(), port)?;
    let token = Token::new()?;
    let address = format!("http://{}/{token}/", port.address());
    let server =
        Arc::new(Server { own: Own::at(port.address()), token, desk, calls: Semaphore::new(MOST_CALLS) });
    port.serve(move |request| server.clone().answer(request))?;
    Ok(address)
}

impl Server {
    async fn answer(self: Arc<Self>, request: Request<Incoming>) -> Answer {
        if !self.own.sent(&request) {
            return refusal(StatusCode::FORBIDDEN, "the studio is only for browsers on this computer");
        }
        let Some(path) = self.token.leads(request.uri().path()).map(str::to_owned) else {
            return refusal(StatusCode::FORBIDDEN, "open the address that `wodc studio` has printed");
        };
        match path.strip_prefix("api/") {
            Some(name) => self.called(name, request).await,
            None => self.read(&path, &request),
        }
    }

    /// Answers with a file.
    fn read(&self, path: &str, request: &Request<Incoming>) -> Answer {
        if ![Method::GET, Method::HEAD].contains(request.method()) {
            return with(
                refusal(StatusCode::METHOD_NOT_ALLOWED, "this can only be read"),
                ALLOW,
                "GET, HEAD",
            );
        }
        if !request.body().is_end_stream() {
            return refusal(StatusCode::PAYLOAD_TOO_LARGE, "requests for files have no body");
        }
        if let Some(asset) = asset(path) {
            return with(content(asset.kind, asset.content), CONTENT_SECURITY_POLICY, POLICY);
        }
        let made = path.strip_prefix("made/").and_then(|name| Some((name, self.desk.made.get(name)?)));
        let Some((name, made)) = made else { return refusal(StatusCode::NOT_FOUND, "there is no such page") };
        let kind = if name.ends_with(".pdf") { "application/pdf" } else { HTML };
        with(content(kind, made.to_vec()), CONTENT_SECURITY_POLICY, FRAMED_BY_US)
    }

    /// Answers a call.
    async fn called(self: Arc<Self>, name: &str, request: Request<Incoming>) -> Answer {
        if *request.method() != Method::POST {
            return with(refusal(StatusCode::METHOD_NOT_ALLOWED, "calls are sent by POST"), ALLOW, "POST");
        }
        if !self.own.says_so(&request) {
            return refusal(StatusCode::FORBIDDEN, "only the page itself can call");
        }
        if request.headers().get(CONTENT_TYPE).is_none_or(|kind| kind != JSON) {
            return refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE, "calls bring JSON");
        }
        if !is_fit(request.body(), MOST_BYTES) {
            return refused(&Refused {
                status: StatusCode::PAYLOAD_TOO_LARGE,
                why: "this is too much".into(),
            });
        }
        if name == "changes" {
            return self.changes(request).await;
        }
        let Ok(_turn) = self.calls.acquire().await else {
            return refusal(StatusCode::SERVICE_UNAVAILABLE, "the studio ends");
        };
        let Some(body) = sent(request.into_body(), MOST_BYTES).await else {
            return refused(&Refused::bad("this is too much, is not text or takes too long"));
        };
        let (desk, name) = (self.desk.clone(), name.to_owned());
        match spawn_blocking(move || call(&desk, &name, &body)).await {
            Ok(Ok(answer)) => content(JSON, answer),
            Ok(Err(why)) => refused(&why),
            Err(_) => refused(&Refused {
                status: StatusCode::INTERNAL_SERVER_ERROR,
                why: "this is a mistake in wodc: please report it".into(),
            }),
        }
    }

    /// Waits until something else is on the disk, but not too long.
    async fn changes(self: Arc<Self>, request: Request<Incoming>) -> Answer {
        #[derive(Deserialize)]
        struct Asked {
            after: u64,
        }
        let body = sent(request.into_body(), MOST_BYTES).await.unwrap_or_default();
        let Ok(Asked { after }) = serde_json::from_str(&body) else {
            return refused(&Refused::bad("this can't be read"));
        };
        let began = Instant::now();
        loop {
            let (desk, looked) = (self.desk.clone(), Instant::now());
            let version = spawn_blocking(move || desk.refresh()).await.unwrap_or(after);
            if version != after || began.elapsed() > LONGEST_WAIT {
                return content(JSON, json!({ "version": version }).to_string());
            }
            sleep((looked.elapsed() * PAUSE_PER_LOOK).clamp(SHORTEST_PAUSE, LONGEST_PAUSE)).await;
        }
    }
}

fn refused(refused: &Refused) -> Answer {
    let mut answer = content(JSON, json!({ "why": refused.why }).to_string());
    *answer.status_mut() = refused.status;
    answer
}
