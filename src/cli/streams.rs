//! Standard output and standard error.

use std::env;
use std::io::{self, ErrorKind, IsTerminal, Write};

use super::outcome::Trouble;
use super::report::Colour;

/// Prints to standard output. A reader that has seen enough and closed the pipe is no trouble.
pub fn print(text: &str) -> Result<(), Trouble> {
    print_bytes(text.as_bytes())
}

/// Prints to standard output what need not be text.
pub fn print_bytes(bytes: &[u8]) -> Result<(), Trouble> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Trouble::new(format!("standard output cannot be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// Prints to standard error.
pub fn print_error(text: &str) {
    // There is no third stream on which to say that this one is closed.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Tells whether standard error shows colours.
pub fn error_in_colour(colour: Colour) -> bool {
    in_colour(colour, || io::stderr().is_terminal())
}

/// Tells whether standard output shows colours.
pub fn output_in_colour(colour: Colour) -> bool {
    in_colour(colour, || io::stdout().is_terminal())
}

/// Tells whether a stream shows colours: on a terminal, unless `NO_COLOR` or `CLICOLOR=0` asks for none; anywhere if
/// `CLICOLOR_FORCE` asks for them. What is asked for by `--color` goes before.
fn in_colour(colour: Colour, is_terminal: impl Fn() -> bool) -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let is = |name, wanted: &str| env::var_os(name).is_some_and(|value| value == wanted);
    match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto if is_set("NO_COLOR") => false,
        Colour::Auto if is_set("CLICOLOR_FORCE") && !is("CLICOLOR_FORCE", "0") => true,
        Colour::Auto => is_terminal() && !is("CLICOLOR", "0") && !is("TERM", "dumb"),
    }
}
