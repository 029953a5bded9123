//! Connections of browsers, within limits: a client that is slow, sends much or connects often must not keep others
//! waiting.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tokio::task::AbortHandle;
use tokio::time::sleep;

/// An answer, which is complete in memory.
pub type Answer = Response<Full<Bytes>>;

/// The most connections at the same time. A browser opens six to one address, and a tab uses one. If there are more,
/// the oldest is closed.
const MOST_CONNECTIONS: usize = 64;

/// How long a client may take to send a request, which fits into one packet.
pub(super) const LONGEST_HEAD: Duration = Duration::from_secs(5);

/// The largest request, in bytes. Browsers send less than a kilobyte here.
const MOST_HEAD_BYTES: usize = 16 * 1024;

/// The most headers of a request: browsers send about twenty.
const MOST_HEADERS: usize = 64;

/// How long to wait if a connection can't be accepted, as when too many files are open.
const AFTER_FAILURE: Duration = Duration::from_millis(50);

/// Accepts connections and answers their requests, for ever.
pub async fn serve<F>(listener: TcpListener, answer: impl Fn(Request<Incoming>) -> F + Clone + Send + 'static)
where
    F: Future<Output = Answer> + Send,
{
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(LONGEST_HEAD)
        .max_buf_size(MOST_HEAD_BYTES)
        .max_headers(MOST_HEADERS);
    let mut open: VecDeque<AbortHandle> = VecDeque::new();
    loop {
        let accepted = listener.accept().await;
        open.retain(|connection| !connection.is_finished());
        let is_full = accepted.is_err() || open.len() >= MOST_CONNECTIONS;
        if let Some(oldest) = is_full.then(|| open.pop_front()).flatten() {
            oldest.abort();
        }
        let Ok((stream, _)) = accepted else {
            sleep(AFTER_FAILURE).await;
            continue;
        };
        let answer = answer.clone();
        let service = service_fn(move |request| {
            let answer = answer(request);
            async move { Ok::<_, Infallible>(answer.await) }
        });
        let connection = http.serve_connection(TokioIo::new(stream), service);
        // An error only concerns this connection.
        let task = tokio::spawn(async move { drop(connection.await) });
        open.push_back(task.abort_handle());
    }
}
