//! Finds the complete definitions at the top of a file without parsing it, so that an edit of one need not look at the
//! others.

use std::ops::Range;

use super::blanks::level_blanks;
use super::split::{begins_definition, blanks_end, end_of_line, end_of_string, next_sign, quote_length};
use super::word::DefinitionWord;

/// A definition that has all of its lines for itself, from its first word to the `>` that closes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopDefinition {
    /// What it defines.
    pub word: DefinitionWord,
    /// Its lines, with the end of the last.
    pub range: Range<usize>,
    /// Where its `<` is.
    pub open: usize,
}

/// Returns the complete definitions at the top of a text, in order.
pub fn definitions(text: &str) -> Vec<TopDefinition> {
    let (levelled, _) = level_blanks(text);
    Finder { bytes: levelled.as_bytes(), depth: 0, begun: None, found: Vec::new() }.all()
}

/// A definition that is not closed yet.
#[derive(Debug, Clone, Copy)]
struct Begun {
    word: DefinitionWord,
    start: usize,
    open: Option<usize>,
}

struct Finder<'t> {
    bytes: &'t [u8],
    depth: usize,
    begun: Option<Begun>,
    found: Vec<TopDefinition>,
}

impl Finder<'_> {
    fn all(mut self) -> Vec<TopDefinition> {
        let bytes = self.bytes;
        let mut at = 0;
        // Where the line at hand begins, if a statement can begin there, and whether one can begin here.
        let (mut line, mut fresh) = (Some(0), true);
        while at < bytes.len() {
            if fresh {
                fresh = false;
                at = blanks_end(bytes, at);
                self.begin(at, line);
            }
            at = next_sign(bytes, at);
            let Some(&sign) = bytes.get(at) else { break };
            match sign {
                b'\n' | b';' => {
                    // Before its `<`, a header ends here.
                    self.begun.take_if(|begun| begun.open.is_none());
                    at += 1;
                    (line, fresh) = ((sign == b'\n').then_some(at), true);
                }
                b'#' => at = end_of_line(bytes, at),
                b'<' | b'{' => {
                    if let Some(begun) = &mut self.begun {
                        begun.open.get_or_insert(at);
                    }
                    self.depth += 1;
                    at += 1;
                    (line, fresh) = (None, true);
                }
                b'>' | b'}' => {
                    at += 1;
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        self.end(at);
                    }
                }
                _ => {
                    at = match quote_length(&bytes[at..]) {
                        0 => at + 1,
                        length => end_of_string(bytes, at + length),
                    }
                }
            }
        }
        self.found
    }

    /// Begins a definition where one begins. It closes every block that is left open before it.
    fn begin(&mut self, at: usize, line: Option<usize>) {
        if !begins_definition(&self.bytes[at..]) {
            return;
        }
        self.depth = 0;
        let begins = |word: &DefinitionWord| {
            let spelling = word.spelling().as_bytes();
            self.bytes.get(at..at + spelling.len()).is_some_and(|word| word.eq_ignore_ascii_case(spelling))
        };
        let word = DefinitionWord::ALL.iter().copied().find(begins);
        self.begun = word.zip(line).map(|(word, start)| Begun { word, start, open: None });
    }

    /// Ends the definition that is closed before a place, if nothing else is on the line.
    fn end(&mut self, at: usize) {
        let Some(Begun { word, start, open: Some(open) }) = self.begun.take() else { return };
        let end = blanks_end(self.bytes, at);
        match self.bytes.get(end) {
            Some(b'\n') => self.found.push(TopDefinition { word, range: start..end + 1, open }),
            None => self.found.push(TopDefinition { word, range: start..end, open }),
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        definitions(text).into_iter().map(|one| &text[one.range]).collect()
    }

    #[test]
    fn a_definition_has_its_lines_for_itself() {
        let text = "# x\nworkout \"A > B\" < squat 5 # >\n circuit < plank 30s > >\r\n\nMovement \"m\" {\n}\nrun 5km";
        assert_eq!(
            found(text),
            ["workout \"A > B\" < squat 5 # >\n circuit < plank 30s > >\r\n", "Movement \"m\" {\n}\n"]
        );
        assert_eq!(found("  workout \"a\" < run 5km >  "), ["  workout \"a\" < run 5km >  "]);
        assert_eq!(definitions("workout \"a\" <>")[0].open, 12);
    }

    #[test]
    fn what_shares_a_line_or_is_not_closed_is_left_out() {
        for text in [
            "run 5km; workout \"a\" < run 5km >\n",
            "workout \"a\" < run 5km > # so\n",
            "workout \"a\" < run 5km > run 5km\n",
            "workout \"a\"\n< run 5km >\n",
            "workout \"a\" < circuit < run 5km >\n",
            "workout a < run 5km >\n",
            "circuit < workout \"a\" < run 5km > >\n",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
        let text = "workout \"a\" < circuit <\nworkout \"b\" < run 5km >\n>\nworkout \"c\" < run 5km >";
        assert_eq!(found(text), ["workout \"b\" < run 5km >\n", "workout \"c\" < run 5km >"]);
    }
}
