//! What a page sends.

use http_body_util::{BodyExt, Limited};
use hyper::body::{Body, Incoming};
use tokio::time::timeout;

use super::connections::LONGEST_HEAD;

/// Tells whether a page does not say that it sends more than so many bytes.
pub fn is_fit(body: &Incoming, most: usize) -> bool {
    body.size_hint().lower() <= most as u64
}

/// Reads what a page sends. None if it is more than so many bytes, takes too long or is not text.
pub async fn sent(body: Incoming, most: usize) -> Option<String> {
    let body = timeout(LONGEST_HEAD, Limited::new(body, most).collect()).await.ok()?.ok()?;
    String::from_utf8(body.to_bytes().to_vec()).ok()
}
