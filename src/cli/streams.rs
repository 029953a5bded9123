//! Standard output and standard error.

use std::io::{self, BufWriter, ErrorKind, Write};

use super::colour::Colour;
use super::outcome::{Outcome, Trouble};
use super::project::reason;
use super::visible::without_commands;

/// Prints a message for people to standard output.
pub fn print(text: &str) -> Result<(), Trouble> {
    print_data(without_commands(text).as_bytes())
}

/// Prints data for other programs to standard output, byte for byte. A reader that closes the pipe early isn't an
/// error.
pub fn print_data(bytes: &[u8]) -> Result<(), Trouble> {
    print_with(|out| out.write_all(bytes))
}

/// Prints data that is written piece by piece to standard output.
pub fn print_with(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Trouble> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Trouble::new(format!("standard output cannot be written: {}", reason(&error))))
        }
        _ => Ok(()),
    }
}

/// Prints a message for people to standard error.
pub fn print_error(text: &str) {
    // If standard error is closed, there is nowhere to report that.
    let _ = io::stderr().lock().write_all(without_commands(text).as_bytes());
}

/// Prints a trouble to standard error.
pub fn tell(trouble: &Trouble) {
    print_error(&format!("error: {trouble}\n"));
}

/// Prints troubles to standard error, and returns the outcome that they mean for the run.
pub fn tell_all(troubles: &[Trouble]) -> Outcome {
    troubles.iter().for_each(tell);
    if troubles.is_empty() { Outcome::Fine } else { Outcome::Trouble }
}

/// Tells whether standard error shows colours.
pub fn error_in_colour(colour: Colour) -> bool {
    colour.shows_on(&io::stderr())
}

/// Tells whether standard output shows colours.
pub fn output_in_colour(colour: Colour) -> bool {
    colour.shows_on(&io::stdout())
}
