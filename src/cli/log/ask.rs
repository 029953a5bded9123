//! Questions on a terminal. They go to standard error, so that standard output has results alone.

use std::io::{self, BufRead, IsTerminal};

use crate::cli::outcome::Trouble;
use crate::cli::project::reason;
use crate::cli::streams;

/// Tells whether somebody is there to ask.
pub fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks until an answer is understood. Ends if there are no more answers.
pub fn until<T>(question: &str, mut read: impl FnMut(&str) -> Result<T, String>) -> Result<T, Trouble> {
    loop {
        streams::print_error(&format!("{question} "));
        let Some(answer) = line()? else {
            return Err(Trouble::new("there was no answer, so nothing was written"));
        };
        match read(answer.trim()) {
            Ok(answer) => return Ok(answer),
            Err(why) => streams::print_error(&format!("{why}\n")),
        }
    }
}

/// Reads lines up to an empty one, or to the end.
pub fn lines(question: &str) -> Result<String, Trouble> {
    streams::print_error(&format!("{question}\n"));
    let mut lines = String::new();
    while let Some(line) = line()?.filter(|line| !line.trim().is_empty()) {
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    Ok(lines)
}

fn line() -> Result<Option<String>, Trouble> {
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line);
    let read =
        read.map_err(|error| Trouble::new(format!("standard input cannot be read: {}", reason(&error))))?;
    Ok((read > 0).then_some(line))
}
