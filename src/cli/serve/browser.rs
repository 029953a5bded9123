//! Opening the browser.
//!
//! The crates for it (opener, webbrowser) start the browser in this program's process group, so Ctrl-C, which ends the
//! watching, would also end a browser that was started here.

use std::env;
use std::ffi::{OsStr, OsString};
use std::process::{Command, Stdio};
use std::thread;

/// The program that opens a page in the default browser. On Windows it is the one that opens what is clicked on:
/// `start` would take a `&` in a file's name for the end of a command.
const OPENER: &str = if cfg!(target_os = "macos") {
    "open"
} else if cfg!(windows) {
    "explorer"
} else {
    "xdg-open"
};

/// The placeholder for the address in `$BROWSER`.
const PLACEHOLDER: &str = "%s";

/// Separates the browsers in `$BROWSER`.
const BETWEEN: char = if cfg!(windows) { ';' } else { ':' };

/// Opens an address or a file in the first browser of `$BROWSER` that can be started, or else in the default browser.
/// The error says why that failed.
pub fn open(address: &OsStr) -> Result<(), String> {
    let wanted = env::var("BROWSER").unwrap_or_default();
    let named = wanted.split(BETWEEN).filter_map(|browser| command(browser, address));
    let system = (OPENER.to_owned(), vec![address.to_owned()]);
    if named.chain([system]).any(|(program, arguments)| start(&program, &arguments)) {
        return Ok(());
    }
    Err("no browser can be started".into())
}

/// Splits an entry of `$BROWSER` into a program and its arguments, with the address at the placeholder or else at the
/// end.
fn command(browser: &str, address: &OsStr) -> Option<(String, Vec<OsString>)> {
    let mut words = browser.split_whitespace();
    let program = words.next()?.to_owned();
    let mut arguments: Vec<OsString> = words.map(OsString::from).collect();
    let places = arguments.iter_mut().filter(|word| *word == PLACEHOLDER);
    if places.map(|word| *word = address.to_owned()).count() == 0 {
        arguments.push(address.to_owned());
    }
    Some((program, arguments))
}

/// Starts a program that keeps running on its own, and tells whether that worked.
fn start(program: &str, arguments: &[OsString]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // Ctrl-C in this terminal isn't meant for the browser.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let Ok(mut browser) = command.spawn() else { return false };
    // The system keeps an ended process until its exit code is read.
    thread::spawn(move || browser.wait());
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_stands_where_the_browser_wants_it_else_last() {
        let command = |browser| {
            let (program, arguments) = command(browser, OsStr::new("http://x/"))?;
            Some((program, arguments.join(OsStr::new("|"))))
        };
        assert_eq!(command("firefox"), Some(("firefox".into(), "http://x/".into())));
        assert_eq!(command("lynx -a %s -b"), Some(("lynx".into(), "-a|http://x/|-b".into())));
        assert_eq!(command("w3m -n"), Some(("w3m".into(), "-n|http://x/".into())));
        assert_eq!(command(" "), None);
    }
}
