//! Why a call of the page has no result.

use hyper::StatusCode;

/// Why a call has no result, in words for a person.
#[derive(Debug)]
pub struct Refused {
    pub status: StatusCode,
    pub why: String,
}

impl Refused {
    /// What was asked for can't be done.
    pub fn bad(why: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, why: why.into() }
    }

    /// What was asked for isn't there.
    pub fn none(why: impl Into<String>) -> Self {
        Self { status: StatusCode::NOT_FOUND, why: why.into() }
    }
}
