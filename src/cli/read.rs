//! Reading files and standard input, with limits.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::analysis::{Compilation, too_large};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{SourceFile, Span};

/// The contents of a file.
pub enum Reading {
    /// Text.
    Text(String),
    /// More bytes than are allowed.
    TooLarge,
    /// Bytes that aren't UTF-8.
    NotUtf8(Vec<u8>),
}

/// Reads a workout. A file that is too large isn't opened.
pub fn file(path: &Path) -> io::Result<Reading> {
    file_up_to(SourceFile::MAX_BYTES, path)
}

/// Reads a file of at most this many bytes. A larger one isn't opened.
fn file_up_to(most: usize, path: &Path) -> io::Result<Reading> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if metadata.len() > most as u64 {
        return Ok(Reading::TooLarge);
    }
    limited(most, metadata.len(), File::open(path)?)
}

/// Reads a file that must be a regular one. A file named on the command line may be a pipe; a pipe where the program
/// merely looks for a file would make it wait for a writer.
pub fn found_file(most: usize, path: &Path) -> io::Result<Reading> {
    let kind = fs::metadata(path)?.file_type();
    if !kind.is_file() && !kind.is_dir() {
        return Err(io::Error::other("it is not a regular file"));
    }
    file_up_to(most, path)
}

/// Reads standard input, up to the largest size of a file.
pub fn standard_input() -> io::Result<Reading> {
    limited(SourceFile::MAX_BYTES, 0, io::stdin().lock())
}

/// Reads at most this many bytes: the length of a pipe or a growing file isn't known in advance. Of one that is expected to
/// have so many, all is read at once.
fn limited(most: usize, expected: u64, from: impl Read) -> io::Result<Reading> {
    let expected = usize::try_from(expected).map_or(most, |expected| expected.min(most));
    // A byte more, to see that there is none.
    let mut bytes = Vec::with_capacity(expected + 1);
    from.take(most as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > most {
        return Ok(Reading::TooLarge);
    }
    Ok(String::from_utf8(bytes).map_or_else(|error| Reading::NotUtf8(error.into_bytes()), Reading::Text))
}

/// Returns the compilation of a file that is too large.
pub fn refuse_too_large(name: &str) -> Compilation {
    refusal(SourceFile::new(name, ""), too_large())
}

/// Returns the compilation of bytes that aren't UTF-8.
pub fn refuse_not_utf8(name: &str, bytes: &[u8]) -> Compilation {
    // Up to the first bad byte, the text with replacements equals the file, so the offset is valid in both.
    let at = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
    let text = String::from_utf8_lossy(bytes);
    let bad_sign = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let span = Span::new(at, at + bad_sign);
    let help = match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "it looks like UTF-16: save the file as UTF-8",
        _ => "save the file as UTF-8",
    };
    let diagnostic = Diagnostic::new(Rule::NotUtf8, span, "the file is not UTF-8 text")
        .here("the first byte that cannot be read")
        .help(help);
    refusal(SourceFile::new(name, text), diagnostic)
}

/// Returns a compilation that consists of one diagnostic.
fn refusal(file: SourceFile, diagnostic: Diagnostic) -> Compilation {
    Compilation { files: vec![file], diagnostics: vec![diagnostic], ..Compilation::default() }
}
