//! Answers, with what every one of them says to a browser.

use hyper::header::{
    CACHE_CONTROL, CONNECTION, CONTENT_TYPE, HeaderName, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Response, StatusCode};

use super::connections::Answer;

/// The type of a page.
pub const HTML: &str = "text/html; charset=utf-8";
/// The type of data.
pub const JSON: &str = "application/json";
/// The type of plain text.
pub const TEXT: &str = "text/plain; charset=utf-8";

/// Keeps other origins from reading an answer. The crate `http` has no constant for it.
const CROSS_ORIGIN_RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Returns an answer that is not cached, and whose type browsers don't guess.
pub fn content(kind: &'static str, content: impl Into<Vec<u8>>) -> Answer {
    let answer = Response::new(content.into().into());
    let answer = with(answer, CONTENT_TYPE, kind);
    let answer = with(answer, CACHE_CONTROL, "no-store");
    let answer = with(answer, X_CONTENT_TYPE_OPTIONS, "nosniff");
    let answer = with(answer, REFERRER_POLICY, "no-referrer");
    with(answer, CROSS_ORIGIN_RESOURCE_POLICY, "same-origin")
}

/// Returns an answer that says why there is none. Whatever else its client sends is not read.
pub fn refusal(status: StatusCode, why: &str) -> Answer {
    let mut answer = content(TEXT, format!("{why}\n"));
    *answer.status_mut() = status;
    with(answer, CONNECTION, "close")
}

/// Adds a header.
pub fn with(mut answer: Answer, name: HeaderName, value: &'static str) -> Answer {
    answer.headers_mut().insert(name, HeaderValue::from_static(value));
    answer
}
