//! What the page gives back, which is added to the athlete's results.

use std::net::SocketAddr;
use std::thread;

use crate::program::Watch;
use crate::server::{Answer, get, open, received, sent, state};

const LIFT: &str =
    "athlete \"Sam\" < results \"sam-results.wod\" >\nworkout \"Lift\" < back squat 5 @ 60kg >\n";
const DONE: &str = "done 2026-01-09 18:40 \"Lift\" <\n  back squat 5 @ 60kg asked 5 @ 60kg\n>\n";

/// A request to write results, as a browser sends it from a page of the server.
fn request(address: SocketAddr, path: &str, text: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{text}",
        text.len()
    )
}

fn post(address: SocketAddr, path: &str, text: &str) -> Answer {
    received(sent(address, &request(address, path, text)))
}

/// Returns the address of the results of the only page.
fn results(address: SocketAddr) -> String {
    format!("/results/{}", state(address)["files"][0]["pages"][0]["number"])
}

fn watch(files: &[(&str, &str)]) -> (Watch, SocketAddr, String) {
    let (watch, address) = open(files);
    let results = results(address);
    (watch, address, results)
}

#[test]
fn what_was_done_is_added_once() {
    let before = "results \"Sam\"\n# mine\ndone 2026-01-07 \"Lift\" < back squat 5 @ 60kg >  # windy\n";
    let (watch, address, results) = watch(&[("a.wod", LIFT), ("sam-results.wod", before)]);
    assert_eq!(get(address, &results).body, "sam-results.wod");
    let text = format!("results \"Sam\"\n\n{DONE}");
    let answer = post(address, &results, &text);
    assert_eq!((answer.status, &*answer.body), (200, "sam-results.wod: 1 session added"));
    assert_eq!(watch.read("sam-results.wod"), format!("{before}{DONE}"));
    let again = post(address, &results, &text);
    assert_eq!((again.status, watch.read("sam-results.wod")), (200, format!("{before}{DONE}")));
    let other = post(address, &results, &DONE.replace("5 @ 60kg asked", "4 @ 60kg asked"));
    assert_eq!(other.status, 409);
    assert!(other.body.contains("written down already"), "{}", other.body);
    assert_eq!(watch.read("sam-results.wod"), format!("{before}{DONE}"));
    watch.leave();
}

#[test]
fn a_results_file_is_begun_with_the_first_result() {
    let (watch, address, results) = watch(&[("a.wod", LIFT)]);
    assert_eq!(post(address, &results, DONE).status, 200);
    assert_eq!(watch.read("sam-results.wod"), format!("results \"Sam\"\n\n{DONE}"));
    watch.leave();
}

#[test]
fn many_tabs_lose_nothing() {
    let (watch, address, results) = watch(&[("a.wod", LIFT)]);
    thread::scope(|scope| {
        for day in 10..22 {
            let text = DONE.replace("2026-01-09", &format!("2026-01-{day}"));
            let results = &results;
            scope.spawn(move || assert_eq!(post(address, results, &text).status, 200));
        }
    });
    assert_eq!(watch.read("sam-results.wod").matches("done 2026-01-").count(), 12);
    watch.leave();
}

#[test]
fn nobody_else_can_have_results_written() {
    let (watch, address, results) = watch(&[("a.wod", LIFT)]);
    let good = request(address, &results, DONE);
    let ours = format!("Origin: http://{address}");
    for (bad, status) in [
        (good.replace(&ours, "Origin: http://evil.example"), 403),
        (good.replace(&ours, "Origin: null"), 403),
        (good.replace(&ours, &format!("Origin: https://{address}")), 403),
        (good.replace(&format!("{ours}\r\n"), ""), 403),
        (good.replace(&format!("Host: {address}"), "Host: evil.example"), 403),
        (good.replace("text/plain; charset=utf-8", "application/x-www-form-urlencoded"), 415),
        (good.replace("POST", "PUT"), 405),
        (good.replace(&results, "/results/999"), 404),
        (good.replace(&results, "/results/x"), 405),
        (good.replace(&results, &format!("{results}/../../a.wod")), 405),
    ] {
        assert_eq!(received(sent(address, &bad)).status, status, "{bad}");
    }
    assert!(!watch.path("sam-results.wod").exists());
    watch.leave();
}

#[test]
fn too_much_is_refused_before_it_comes() {
    let (watch, address, results) = watch(&[("a.wod", LIFT)]);
    let huge = request(address, &results, "").replace("Content-Length: 0", "Content-Length: 70000");
    assert_eq!(received(sent(address, &huge)).status, 413);
    let chunk = format!("8000\r\n{}\r\n", "x".repeat(0x8000)).repeat(4);
    let chunked = request(address, &results, &chunk)
        .replace(&format!("Content-Length: {}", chunk.len()), "Transfer-Encoding: chunked");
    assert_eq!(received(sent(address, &chunked)).status, 400);
    let bytes = request(address, &results, "\u{fffd}").replace("charset=utf-8", "charset=utf-8\r\nX: y");
    assert_eq!(received(sent(address, &bytes)).status, 409, "it is text, but no result");
    assert!(!watch.path("sam-results.wod").exists());
    watch.leave();
}

#[test]
fn what_is_no_result_of_this_athlete_is_refused_with_its_reason() {
    let (watch, address, results) = watch(&[("a.wod", LIFT)]);
    for (text, why) in [
        ("workout \"X\" < squat 10 >", "only results are added"),
        ("", "doesn't say what was done"),
        ("done 2026-02-30 \"Lift\" < back squat 5 >", "2026-02-30"),
        ("results \"Jo\"\ndone 2026-01-09 \"Lift\" < back squat 5 >", "of Jo"),
        ("done 2026-01-09 \"Lift\" < back squat 5 @ 9000kg >", "9000kg"),
    ] {
        let answer = post(address, &results, text);
        assert_eq!(answer.status, 409, "{text}");
        assert!(answer.body.contains(why), "{text}: {}", answer.body);
    }
    assert!(!watch.path("sam-results.wod").exists());
    watch.leave();
}

#[test]
fn results_go_nowhere_but_into_the_project() {
    let outside = LIFT.replace("sam-results.wod", "../../sam-results.wod");
    let nobody = "workout \"Lift\" < back squat 5 @ 60kg >\n";
    for source in [outside.as_str(), nobody] {
        let (watch, address, results) = watch(&[("a.wod", source)]);
        assert_eq!(get(address, &results).status, 404, "{source}");
        assert_eq!(post(address, &results, DONE).status, 404, "{source}");
        watch.leave();
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_project_is_not_followed() {
    let secret = crate::common::Folder::with(&[("secret.wod", "results \"Sam\"\n")]);
    let (watch, address, results) = watch(&[("a.wod", LIFT)]);
    std::os::unix::fs::symlink(secret.path("secret.wod"), watch.path("sam-results.wod")).unwrap();
    assert_eq!(post(address, &results, DONE).status, 404);
    assert_eq!(secret.read("secret.wod"), "results \"Sam\"\n");
    watch.leave();
}
