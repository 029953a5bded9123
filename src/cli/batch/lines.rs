//! Lines of the input, none of which takes more memory than is allowed.

use std::io::{self, BufRead, BufReader, ErrorKind, Read};

use memchr::memchr;

/// The longest line that is read, in bytes. The largest text that is compiled, 4 MiB, has room in it four times over,
/// since JSON may spell a character in several bytes.
pub const LONGEST_LINE: usize = 16 * 1024 * 1024;

/// One line of the input.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: u64,
    /// What it says, without its end; none where it is too long.
    pub bytes: Option<Vec<u8>>,
}

/// The lines of an input.
#[derive(Debug)]
pub struct Lines<R> {
    input: BufReader<R>,
    number: u64,
    longest: usize,
}

impl<R: Read> Lines<R> {
    /// Returns the lines of `input`, of which those with more than `longest` bytes are skipped.
    pub fn new(input: R, longest: usize) -> Self {
        Self { input: BufReader::new(input), number: 0, longest }
    }

    /// Reads the next line; none at the end. The last one needs no line end.
    pub fn next(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Some(Vec::new());
        let mut has_begun = false;
        loop {
            let found = match self.input.fill_buf() {
                Ok(found) => found,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let end = memchr(b'\n', found);
            let part = &found[..end.unwrap_or(found.len())];
            if part.is_empty() && end.is_none() && !has_begun {
                return Ok(None);
            }
            let is_last = end.is_some() || found.is_empty();
            has_begun = true;
            // What is too long is let go of at once, and the rest of it passes by.
            bytes = bytes.filter(|bytes| bytes.len() + part.len() <= self.longest);
            if let Some(bytes) = &mut bytes {
                bytes.extend_from_slice(part);
            }
            let used = part.len() + usize::from(end.is_some());
            self.input.consume(used);
            if is_last {
                self.number += 1;
                return Ok(Some(Line { number: self.number, bytes }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(input: &[u8], longest: usize) -> Vec<Option<String>> {
        // Two bytes at a time, so that lines are put together from several reads.
        let pieces = input.chunks(2).fold(Box::new(io::empty()) as Box<dyn Read>, |before, piece| {
            Box::new(before.chain(piece)) as Box<dyn Read>
        });
        let mut lines = Lines::new(pieces, longest);
        let mut found = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            found.push(line.bytes.map(|bytes| String::from_utf8(bytes).unwrap()));
            assert_eq!(line.number, found.len() as u64);
        }
        assert_eq!(lines.next().unwrap(), None);
        found
    }

    fn some(lines: &[&str]) -> Vec<Option<String>> {
        lines.iter().map(|&line| Some(line.to_owned())).collect()
    }

    #[test]
    fn the_last_line_needs_no_end_and_an_end_makes_no_further_line() {
        assert_eq!(all(b"", 9), some(&[]));
        assert_eq!(all(b"one\ntwo", 9), some(&["one", "two"]));
        assert_eq!(all(b"one\ntwo\n", 9), some(&["one", "two"]));
        assert_eq!(all(b"\n\none\n\n", 9), some(&["", "", "one", ""]));
    }

    #[test]
    fn a_line_that_is_too_long_is_skipped_and_the_next_is_read() {
        assert_eq!(all(b"12345\n123456\n12\n", 5), [Some("12345".into()), None, Some("12".into())]);
        assert_eq!(all(b"123456", 5), [None]);
    }
}
