//! The page that shows every change.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use crate::common::Folder;
use crate::program::{BROWSER, PATIENCE, Watch};
use crate::{BROKEN, LUNGES, SQUATS};

/// An answer of the server.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

/// Starts a watch with a page, and a browser that keeps the address it was given.
pub fn open(files: &[(&str, &str)]) -> (Watch, SocketAddr) {
    let folder = Folder::with(files);
    folder.write("browser.sh", BROWSER);
    let watch = Watch::start_in(folder, &["--open"], &[("BROWSER", "sh browser.sh")]);
    watch.wait_until("the browser", || watch.path("opened").exists());
    let address = watch.read("opened");
    watch.wait_for_line(&format!("the page is at {address}"));
    let address = address.strip_prefix("http://").unwrap().strip_suffix('/').unwrap().parse().unwrap();
    (watch, address)
}

pub fn sent(address: SocketAddr, request: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    stream
}

pub fn received(mut stream: TcpStream) -> Answer {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head: head.to_ascii_lowercase(), body: body.into() }
}

fn request(method: &str, path: &str, host: &str) -> String {
    format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
}

pub fn get(address: SocketAddr, path: &str) -> Answer {
    received(sent(address, &request("GET", path, &address.to_string())))
}

pub fn state(address: SocketAddr) -> serde_json::Value {
    serde_json::from_str(&get(address, "/state").body).unwrap()
}

#[test]
fn the_page_is_served_to_this_computer_with_all_it_needs() {
    let (watch, address) = open(&[("a.wod", SQUATS)]);
    assert!(address.ip().is_loopback());
    let page = get(address, "/");
    assert_eq!(page.status, 200);
    assert!(page.head.contains("content-type: text/html; charset=utf-8"));
    assert!(page.head.contains("content-security-policy: default-src 'none';"));
    assert!(page.body.contains("allow=\"screen-wake-lock"));
    // Nothing of it comes from anywhere else, and nothing stands in it that the policy would not let run.
    assert!(!page.body.contains("http") && !page.body.contains("style=") && !page.body.contains("onload"));
    for (path, kind) in [("/page.js", "text/javascript"), ("/page.css", "text/css")] {
        assert!(page.body.contains(&format!("\"{path}\"")));
        let part = get(address, path);
        assert_eq!(part.status, 200);
        assert!(part.head.contains(&format!("content-type: {kind}; charset=utf-8")));
        assert!(part.head.contains("x-content-type-options: nosniff"));
    }
    watch.leave();
}

#[test]
fn mistakes_are_shown_as_text_until_they_are_mended() {
    let (watch, address) = open(&[("a.wod", SQUATS)]);
    assert_eq!(state(address)["files"][0]["said"], "");
    watch.write("a.wod", &BROKEN.replace("squat", "<img src=x>"));
    watch.wait_until("mistakes", || state(address)["files"][0]["has_errors"] == true);
    let now = state(address);
    assert_eq!(now["files"][0]["name"], "a.wod");
    let said = now["files"][0]["said"].as_str().unwrap();
    assert!(said.contains("<img src=x>") && !said.contains('\u{1b}'), "{said}");
    watch.write("a.wod", SQUATS);
    watch.wait_until("no mistakes", || state(address)["files"][0]["has_errors"] == false);
    assert_eq!(state(address)["files"][0]["said"], "");
    watch.write("wodc.toml", "level = 5");
    watch.wait_until("a trouble", || state(address)["troubles"][0].is_string());
    watch.leave();
}

#[test]
fn a_question_is_answered_when_something_changes() {
    let (watch, address) = open(&[("a.wod", SQUATS)]);
    let version = state(address)["version"].as_u64().unwrap();
    let host = address.to_string();
    let waiting = sent(address, &request("GET", &format!("/state?after={version}"), &host));
    waiting.set_nonblocking(true).unwrap();
    assert!(waiting.peek(&mut [0]).is_err(), "there is nothing to answer yet");
    waiting.set_nonblocking(false).unwrap();
    watch.write("a.wod", BROKEN);
    let answer = received(waiting);
    assert!(answer.head.contains("content-type: application/json"));
    let changed: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    assert!(changed["version"].as_u64().unwrap() > version);
    assert_eq!(changed["files"][0]["has_errors"], true);
    watch.leave();
}

#[test]
fn a_question_that_waited_long_enough_is_answered_with_what_is_known() {
    let (watch, address) = open(&[("a.wod", SQUATS)]);
    let version = state(address)["version"].as_u64().unwrap();
    let host = address.to_string();
    // Nothing changes, and the browser has its connection back all the same.
    let answer = received(sent(address, &request("GET", &format!("/state?after={version}"), &host)));
    let same: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(same["version"].as_u64().unwrap(), version);
    watch.leave();
}

#[test]
fn who_asks_more_than_is_kept_is_answered() {
    let (watch, address) = open(&[("a.wod", SQUATS)]);
    let version = state(address)["version"].as_u64().unwrap();
    let path = format!("/state?after={version}");
    let ask = || sent(address, &request("GET", &path, &address.to_string()));
    let asked: Vec<_> = (0..40).map(|_| ask()).collect();
    asked.iter().for_each(|stream| stream.set_nonblocking(true).unwrap());
    // Thirty-two wait; for the others there is no room.
    let answered = || asked.iter().filter(|stream| stream.peek(&mut [0]).is_ok()).count();
    watch.wait_until("answers to eight", || answered() == 8);
    watch.write("a.wod", BROKEN);
    watch.wait_until("answers to all", || answered() == 40);
    asked.iter().for_each(|stream| stream.set_nonblocking(false).unwrap());
    assert!(asked.into_iter().map(received).all(|answer| answer.status == 200));
    watch.leave();
}

#[test]
fn who_comes_under_another_name_is_refused() {
    let (watch, address) = open(&[("a.wod", SQUATS)]);
    let port = address.port();
    for host in [format!("localhost:{port}"), format!("LOCALHOST:{port}"), address.to_string()] {
        assert_eq!(received(sent(address, &request("GET", "/state", &host))).status, 200, "{host}");
    }
    let others = ["evil.example".into(), format!("evil.example:{port}"), "127.0.0.1".into(), String::new()];
    for host in others.into_iter().chain([format!("127.0.0.1:{port}.evil.example")]) {
        let answer = received(sent(address, &request("GET", "/state", &host)));
        assert_eq!(answer.status, 403, "{host}");
        assert!(!answer.body.contains("a.wod"));
    }
    let without = sent(address, "GET /state HTTP/1.1\r\nConnection: close\r\n\r\n");
    assert_eq!(received(without).status, 403);
    let twice =
        format!("GET / HTTP/1.1\r\nHost: {address}\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assert_eq!(received(sent(address, &twice)).status, 403);
    watch.leave();
}

#[test]
fn nothing_is_served_but_what_is_meant_to_be() {
    let (watch, address) =
        open(&[("a.wod", SQUATS), ("secret.txt", "sentinel"), ("build/secret.html", "sentinel")]);
    let root = watch.path("secret.txt").display().to_string();
    let paths = [
        "/secret.txt",
        "/../secret.txt",
        "/build/../secret.txt",
        "/workouts/../secret.txt",
        "/workouts/../../secret.txt",
        "/workouts/%2e%2e/secret.txt",
        "/workouts/..%2f..%2fsecret.txt",
        "/workouts/secret.html",
        "/workouts/../build/secret.html",
        "/workouts/0.html",
        "/workouts/18446744073709551616.html",
        "/workouts/-1.html",
        "/workouts/",
        "//secret.txt",
        "/build/a.json",
        "/a.wod",
        "secret.txt",
        &root,
    ];
    for path in paths {
        let answer = get(address, path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.body.contains("sentinel"), "{path}");
    }
    watch.leave();
}

#[test]
fn nothing_can_be_done_but_look() {
    let (watch, address) = open(&[("a.wod", SQUATS)]);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW"] {
        let answer = received(sent(address, &request(method, "/", &address.to_string())));
        assert_eq!(answer.status, 405, "{method}");
        assert!(answer.head.contains("allow: get, head"));
    }
    let head = received(sent(address, &request("HEAD", "/", &address.to_string())));
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    watch.leave();
}

#[test]
fn the_last_good_page_is_shown_until_there_is_a_better_one() {
    let (watch, address) = open(&[("a.wod", SQUATS)]);
    let page = || {
        let page = state(address)["files"][0]["pages"][0].clone();
        (page["title"].as_str().unwrap().to_owned(), page["address"].as_str().unwrap().to_owned())
    };
    let (title, first) = page();
    assert_eq!(title, "Squats");
    let shown = get(address, &first);
    assert_eq!(shown.status, 200);
    assert!(shown.head.contains("content-type: text/html; charset=utf-8"));
    assert!(shown.head.contains("content-security-policy: frame-ancestors 'self'"));
    assert!(shown.body == watch.read("build/a.html"), "another page is served");

    watch.write("a.wod", BROKEN);
    watch.wait_until("mistakes", || state(address)["files"][0]["has_errors"] == true);
    assert_eq!(page(), ("Squats".into(), first.clone()));
    assert!(get(address, &first).body == shown.body, "another page is served");

    watch.write("a.wod", LUNGES);
    watch.wait_until("the new page", || page().0 == "Lunges");
    let (_, second) = page();
    assert_ne!(second, first);
    let shown = get(address, &second);
    assert!(shown.body.contains("Lunges") && shown.body == watch.read("build/a.html"));
    watch.leave();
}

#[test]
fn each_workout_of_a_file_has_its_page_and_goes_with_it() {
    let two = "workout \"Easy\" < squat 30s >\nworkout \"Hard\" < squat 60s >\n";
    let (watch, address) = open(&[("a.wod", SQUATS), ("two.wod", two)]);
    let now = state(address);
    let pages = now["files"][1]["pages"].as_array().unwrap();
    for (page, title) in pages.iter().zip(["Easy", "Hard"]) {
        assert_eq!(page["title"], title);
        assert!(get(address, page["address"].as_str().unwrap()).body.contains(title));
    }
    assert_eq!(pages.len(), 2);
    std::fs::remove_file(watch.path("two.wod")).unwrap();
    watch.wait_until("one file", || state(address)["files"].as_array().unwrap().len() == 1);
    assert_eq!(get(address, pages[0]["address"].as_str().unwrap()).status, 404);
    watch.leave();
}

#[cfg(unix)]
#[test]
fn what_was_put_in_the_place_of_a_page_is_not_shown() {
    let (watch, address) = open(&[("a.wod", SQUATS), ("secret.txt", "sentinel")]);
    let page = state(address)["files"][0]["pages"][0]["address"].as_str().unwrap().to_owned();
    std::fs::remove_file(watch.path("build/a.html")).unwrap();
    std::os::unix::fs::symlink("../secret.txt", watch.path("build/a.html")).unwrap();
    let answer = get(address, &page);
    assert_eq!(answer.status, 404);
    assert!(!answer.body.contains("sentinel"));
    watch.leave();
}

// who is slow, sends much or comes often

/// Expects that a normal request is answered, and soon.
fn is_answered(address: SocketAddr) {
    let since = Instant::now();
    assert_eq!(get(address, "/state").status, 200);
    assert!(since.elapsed() < Duration::from_secs(15), "it took {:?}", since.elapsed());
}

#[test]
fn who_takes_long_keeps_nobody_waiting() {
    let (watch, address) = open(&[("a.wod", SQUATS)]);
    let slow: Vec<_> = (0..20).map(|_| sent(address, "GET / HTTP/1.1\r\nHost: 127")).collect();
    is_answered(address);
    // A body that never comes is not waited for either.
    let body = format!("GET / HTTP/1.1\r\nHost: {address}\r\nContent-Length: 10\r\n\r\n1234");
    let more: Vec<_> = (0..20).map(|_| sent(address, &body)).collect();
    is_answered(address);
    // Nor is whoever does not read what was asked for.
    let request = format!("GET /page.js HTTP/1.1\r\nHost: {address}\r\n\r\n").repeat(100);
    let unread: Vec<_> = (0..20).map(|_| sent(address, &request)).collect();
    is_answered(address);
    // In the end the connection is closed.
    for mut stream in slow {
        let _ = stream.read_to_end(&mut Vec::new());
    }
    drop((more, unread));
    watch.leave();
}

#[test]
fn a_huge_body_is_refused_before_it_comes() {
    let (watch, address) = open(&[("a.wod", SQUATS)]);
    for (host, status) in [(address.to_string(), 413), ("evil.example".into(), 403)] {
        for length in ["Content-Length: 99999999999", "Content-Length: 1", "Transfer-Encoding: chunked"] {
            let request = format!("GET / HTTP/1.1\r\nHost: {host}\r\n{length}\r\n\r\n");
            assert_eq!(received(sent(address, &request)).status, status, "{length}");
        }
    }
    let request =
        format!("GET / HTTP/1.1\r\nHost: {address}\r\nContent-Length: 99999999999999999999999\r\n\r\n");
    assert_eq!(received(sent(address, &request)).status, 400);
    is_answered(address);
    watch.leave();
}

#[test]
fn huge_headers_are_refused() {
    let (watch, address) = open(&[("a.wod", SQUATS)]);
    let start = format!("GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
    let one = format!("{start}X: {}\r\n\r\n", "x".repeat(20_000));
    let many = format!("{start}{}\r\n", "X: x\r\n".repeat(80));
    let path =
        format!("GET /{} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n", "x".repeat(20_000));
    for request in [one, many, path] {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        // It may be refused, and the connection closed, before all of it was sent.
        let _ = stream.write_all(request.as_bytes());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8(answer).unwrap();
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
    }
    // One that never ends is cut off.
    let mut stream = sent(address, &start);
    let piece = format!("X: {}\r\n", "x".repeat(1000));
    let pieces = (0..100_000).take_while(|_| stream.write_all(piece.as_bytes()).is_ok()).count();
    assert!(pieces < 20_000, "{pieces} kB of headers were taken");
    is_answered(address);
    watch.leave();
}

#[test]
fn hundreds_of_connections_keep_nobody_out() {
    let (watch, address) = open(&[("a.wod", SQUATS)]);
    let silent: Vec<_> = (0..300).map(|_| TcpStream::connect(address).unwrap()).collect();
    is_answered(address);
    let page = format!("GET / HTTP/1.1\r\nHost: {address}\r\n\r\n");
    let kept: Vec<_> = (0..300).map(|_| sent(address, &page)).collect();
    is_answered(address);
    if cfg!(target_os = "linux") {
        // No thread for each.
        let threads = std::fs::read_dir(format!("/proc/{}/task", watch.id())).unwrap().count();
        assert!(threads < 50, "{threads} threads");
    }
    drop((silent, kept));
    watch.leave();
}

#[cfg(target_os = "linux")]
#[test]
fn a_connection_that_cannot_be_taken_is_not_the_last() {
    let (watch, address) = open(&[("a.wod", SQUATS)]);
    is_answered(address);
    let open_files = std::fs::read_dir(format!("/proc/{}/fd", watch.id())).unwrap().count();
    let limit = format!("--nofile={}", open_files + 4);
    let limited =
        std::process::Command::new("prlimit").args(["--pid", &watch.id().to_string(), &limit]).status();
    assert!(limited.unwrap().success());
    let connections: Vec<_> = (0..30).map(|_| TcpStream::connect(address).unwrap()).collect();
    std::thread::sleep(Duration::from_millis(300));
    is_answered(address);
    drop(connections);
    is_answered(address);
    watch.leave();
}

#[test]
fn who_asks_from_elsewhere_is_refused() {
    let (watch, address) = open(&[("a.wod", SQUATS)]);
    let ask = |origin: &str| {
        let request = format!(
            "GET /state HTTP/1.1\r\nHost: {address}\r\nOrigin: {origin}\r\nConnection: close\r\n\r\n"
        );
        received(sent(address, &request)).status
    };
    assert_eq!(ask(&format!("http://{address}")), 200);
    for origin in ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1", "file://"] {
        assert_eq!(ask(origin), 403, "{origin}");
    }
    watch.leave();
}
