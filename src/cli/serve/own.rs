//! Whether a request comes from our own page.

use std::net::SocketAddr;

use hyper::Request;
use hyper::header::{HOST, HeaderValue, ORIGIN};

/// What the address bar of our own page may say.
#[derive(Debug, Clone)]
pub struct Own {
    hosts: Vec<String>,
}

impl Own {
    /// Returns the names of a page that is served at an address.
    pub fn at(address: SocketAddr) -> Self {
        let mut hosts = vec![address.to_string()];
        if address.ip().is_loopback() {
            hosts.push(format!("localhost:{}", address.port()));
        }
        Self { hosts }
    }

    /// Tells whether a request comes from our own page. A page from elsewhere may send requests under its own host
    /// name, which it makes lead here, or from its own origin.
    pub fn sent<B>(&self, request: &Request<B>) -> bool {
        let hosts: Vec<_> = request.headers().get_all(HOST).iter().collect();
        matches!(&hosts[..], [host] if self.is_ours(host.as_bytes()))
            && request.headers().get_all(ORIGIN).iter().all(|origin| self.is_our_origin(origin))
    }

    /// Tells whether our own page says that it sent a request, as browsers do of each request to write.
    pub fn says_so<B>(&self, request: &Request<B>) -> bool {
        request.headers().contains_key(ORIGIN) && self.sent(request)
    }

    fn is_ours(&self, host: &[u8]) -> bool {
        self.hosts.iter().any(|ours| host.eq_ignore_ascii_case(ours.as_bytes()))
    }

    fn is_our_origin(&self, origin: &HeaderValue) -> bool {
        origin.as_bytes().strip_prefix(b"http://").is_some_and(|host| self.is_ours(host))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_ours(headers: &[(&str, &str)]) -> (bool, bool) {
        let own = Own::at("127.0.0.1:8080".parse().unwrap());
        let request =
            headers.iter().fold(Request::builder(), |request, (name, value)| request.header(*name, *value));
        let request = request.body(()).unwrap();
        (own.sent(&request), own.says_so(&request))
    }

    #[test]
    fn only_our_own_page_is_answered() {
        assert_eq!(is_ours(&[("host", "127.0.0.1:8080")]), (true, false));
        assert_eq!(is_ours(&[("host", "LocalHost:8080"), ("origin", "http://localhost:8080")]), (true, true));
        for headers in [
            &[][..],
            &[("host", "evil.example:8080")],
            &[("host", "127.0.0.1:80")],
            &[("host", "127.0.0.1:8080"), ("host", "127.0.0.1:8080")],
            &[("host", "127.0.0.1:8080"), ("origin", "http://evil.example")],
            &[("host", "127.0.0.1:8080"), ("origin", "https://127.0.0.1:8080")],
            &[("host", "127.0.0.1:8080"), ("origin", "null")],
        ] {
            assert_eq!(is_ours(headers), (false, false), "{headers:?}");
        }
    }

    #[test]
    fn in_a_network_only_the_address_itself_is_ours() {
        let own = Own::at("192.168.1.20:8080".parse().unwrap());
        let of = |host: &str| own.sent(&Request::builder().header(HOST, host).body(()).unwrap());
        assert!(of("192.168.1.20:8080") && !of("localhost:8080"));
    }
}
