//! `wodc studio --share`: the page of the workout in front, read only, for phones in the same network.

use std::net::{IpAddr, SocketAddr, UdpSocket};
use std::sync::{Arc, Mutex, PoisonError};

use hyper::body::{Body, Bytes, Incoming};
use hyper::header::{ALLOW, CONTENT_SECURITY_POLICY};
use hyper::{Method, Request, StatusCode};
use qrcode::QrCode;
use qrcode::render::svg;

use super::token::Token;
use crate::cli::outcome::Trouble;
use crate::cli::serve::{Answer, HTML, Own, Port, content, refusal, with};

/// The size of a code, in pixels, and of its parts at least.
const CODE_SIZE: u32 = 240;

/// Nobody may show the page in a frame.
const UNFRAMED: &str = "frame-ancestors 'none'";

/// What is there before the first page was made.
const NOTHING: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
                       <meta name=\"viewport\" content=\"width=device-width\"><title>wodc</title>\
                       <p>No workout is shown in the studio yet. Load this page again when one is.";

/// An address that is outside of every network of one's own, kept for examples (RFC 5737). Nothing is ever sent there.
const ELSEWHERE: (&str, u16) = ("192.0.2.1", 9);

/// What phones are shown.
#[derive(Debug)]
pub struct Share {
    at: SocketAddr,
    token: Token,
    page: Mutex<Option<Bytes>>,
}

impl Share {
    /// Starts to share at a free port of this computer's address in its network.
    pub fn start() -> Result<Arc<Self>, Trouble> {
        let port = Port::open(own_address()?, 0)?;
        let (at, own) = (port.address(), Own::at(port.address()));
        let share = Arc::new(Self { at, token: Token::new()?, page: Mutex::default() });
        let answering = share.clone();
        port.serve(move |request| {
            let answer = answering.answer(&own, &request);
            async move { answer }
        })?;
        Ok(share)
    }

    /// Returns where phones find the page.
    pub fn address(&self) -> String {
        format!("http://{}/{}/", self.at, self.token)
    }

    /// Returns the address as a code, an SVG.
    pub fn qr(&self) -> String {
        // An address is far shorter than the longest that fits.
        let code = QrCode::new(self.address());
        code.map(|code| code.render::<svg::Color<'_>>().min_dimensions(CODE_SIZE, CODE_SIZE).build())
            .unwrap_or_default()
    }

    /// Shows a page from now on.
    pub fn show(&self, page: Vec<u8>) {
        *self.page.lock().unwrap_or_else(PoisonError::into_inner) = Some(page.into());
    }

    fn answer(&self, own: &Own, request: &Request<Incoming>) -> Answer {
        let is_read = [Method::GET, Method::HEAD].contains(request.method());
        if !own.sent(request) || !self.token.leads(request.uri().path()).is_some_and(str::is_empty) {
            return refusal(
                StatusCode::NOT_FOUND,
                "there is nothing here: scan the code in the studio again",
            );
        }
        if !is_read || !request.body().is_end_stream() {
            return with(
                refusal(StatusCode::METHOD_NOT_ALLOWED, "this page can only be read"),
                ALLOW,
                "GET, HEAD",
            );
        }
        let page = self.page.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let page = page.map_or_else(|| NOTHING.as_bytes().to_vec(), |page| page.to_vec());
        with(content(HTML, page), CONTENT_SECURITY_POLICY, UNFRAMED)
    }
}

/// Returns this computer's address in its network: the one that it would send from.
fn own_address() -> Result<IpAddr, Trouble> {
    let socket = UdpSocket::bind("0.0.0.0:0").and_then(|socket| {
        // This chooses a way, and sends nothing.
        socket.connect(ELSEWHERE)?;
        socket.local_addr()
    });
    let address =
        socket.ok().map(|address| address.ip()).filter(|ip| !ip.is_loopback() && !ip.is_unspecified());
    address.ok_or_else(|| {
        Trouble::new(
            "`--share` needs a network, and this computer is in none; join one, or leave `--share` out",
        )
    })
}
