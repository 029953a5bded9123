//! What the page that is watched gives back: it is added to the athlete's results file.

use http_body_util::{BodyExt, Limited};
use hyper::body::{Body, Incoming};
use tokio::time::timeout;

use super::connections::LONGEST_HEAD;

/// The most that a page sends, in bytes: far more than anybody writes down of one session.
const MOST_BYTES: usize = 64 * 1024;

/// Tells whether a page does not say that it sends too much.
pub fn is_fit(body: &Incoming) -> bool {
    body.size_hint().lower() <= MOST_BYTES as u64
}

/// Reads what a page sends. None if it is too much, takes too long or is not text.
pub async fn sent(body: Incoming) -> Option<String> {
    let body = timeout(LONGEST_HEAD, Limited::new(body, MOST_BYTES).collect()).await.ok()?.ok()?;
    String::from_utf8(body.to_bytes().to_vec()).ok()
}
