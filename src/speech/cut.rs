//! Cuts a text into statements and headers, as the parser does, without reading them.

use super::token::string_length;
use crate::source::Span;

/// A statement, or the header of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    /// All of it, without the blanks around it.
    pub span: Span,
    /// Whether a `<` follows, so that it is a header.
    pub opens: bool,
    /// Whether steps can be here: not in a movement's definition, an athlete's, or a plan outside of its days.
    pub is_of_steps: bool,
    /// Whether it is in a superset, whose steps are done in turns anyway.
    pub is_in_superset: bool,
    /// How many blocks are around it.
    pub depth: usize,
    /// The number of the stretch that is the header of the block around it.
    pub header: Option<usize>,
}

impl Stretch {
    /// Returns what of it comes behind a place.
    pub(super) fn behind(self, text: &str, at: u32) -> Self {
        let rest = &text[at as usize..self.span.end as usize];
        let start = at as usize + (rest.len() - rest.trim_start().len());
        Self { span: Span::new(start, self.span.end as usize), ..self }
    }
}

/// First words of what has no steps in it.
const WITHOUT_STEPS: [&str; 9] =
    ["movement", "pose", "athlete", "team", "plan", "week", "weeks", "every week", "each week"];

/// A text, cut.
#[derive(Debug, Default)]
pub(super) struct Cut {
    /// Its statements and headers.
    pub stretches: Vec<Stretch>,
    /// The places of the `>` that close nothing, in order.
    pub strays: Vec<usize>,
}

/// Cuts a text into its statements and headers.
pub(super) fn cut(text: &str) -> Cut {
    let mut cutter = Cutter { text, cut: Cut::default(), around: vec![Around::FILE], start: 0 };
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        match character {
            '\n' | '\r' if cutter.continues(at) => {}
            '\n' | '\r' | ';' => cutter.end(at, false, character.len_utf8()),
            '#' => {
                cutter.end(at, false, 0);
                while characters.peek().is_some_and(|&(_, next)| !matches!(next, '\n' | '\r')) {
                    characters.next();
                }
                cutter.start = characters.peek().map_or(text.len(), |&(next, _)| next);
            }
            '<' | '{' => cutter.open(at),
            '>' | '}' => {
                cutter.end(at, false, 1);
                if cutter.around.len() > 1 {
                    cutter.around.pop();
                } else {
                    cutter.cut.strays.push(at);
                }
            }
            '"' | '“' | '”' | '„' => {
                let behind_figure = text[..at].ends_with(|before: char| before.is_ascii_digit());
                if let Some(length) = string_length(&text[at..], behind_figure) {
                    while characters.peek().is_some_and(|&(next, _)| next < at + length) {
                        characters.next();
                    }
                }
            }
            _ => {}
        }
    }
    cutter.end(text.len(), false, 0);
    cutter.cut
}

/// A block around what is cut.
#[derive(Debug, Clone, Copy)]
struct Around {
    /// Whether steps can be in it.
    has_steps: bool,
    is_superset: bool,
    /// The number of the stretch that is its header.
    header: Option<usize>,
}

impl Around {
    const FILE: Around = Around { has_steps: true, is_superset: false, header: None };
}

struct Cutter<'t> {
    text: &'t str,
    cut: Cut,
    around: Vec<Around>,
    start: usize,
}

impl Cutter<'_> {
    fn end(&mut self, at: usize, opens: bool, sign: usize) {
        let part = &self.text[self.start..at];
        let from = self.start + (part.len() - part.trim_start().len());
        let words = part.trim();
        if !words.is_empty() {
            let around = self.around.last().copied().unwrap_or(Around::FILE);
            self.cut.stretches.push(Stretch {
                span: Span::new(from, from + words.len()),
                opens,
                is_of_steps: around.has_steps,
                is_in_superset: around.is_superset,
                depth: self.around.len() - 1,
                header: around.header,
            });
        }
        self.start = at + sign;
    }

    fn open(&mut self, at: usize) {
        let header = self.text[self.start..at].trim().to_ascii_lowercase();
        let has_none = WITHOUT_STEPS.iter().any(|word| {
            header
                .strip_prefix(word)
                .is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
        });
        self.end(at, true, 1);
        self.around.push(Around {
            has_steps: !has_none,
            is_superset: header.contains("superset"),
            header: self.cut.stretches.len().checked_sub(1).filter(|_| !header.is_empty()),
        });
    }

    /// Tells whether a statement goes on in the next line, since this one ends in a comma.
    fn continues(&self, at: usize) -> bool {
        self.text[self.start..at].trim_end().ends_with(',')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<(&str, bool, bool)> {
        cut(text)
            .stretches
            .into_iter()
            .map(|one| (&text[one.span.range()], one.opens, one.is_of_steps))
            .collect()
    }

    #[test]
    fn statements_and_headers_are_cut_where_the_parser_cuts_them() {
        let text = "title \"a; b\" # x; y\ncircuit rounds 3 < squat 10; run 5min >\nrun 400m,\n 800m";
        let expected = [
            ("title \"a; b\"", false, true),
            ("circuit rounds 3", true, true),
            ("squat 10", false, true),
            ("run 5min", false, true),
            ("run 400m,\n 800m", false, true),
        ];
        assert_eq!(parts(text), expected);
    }

    #[test]
    fn a_definition_has_no_steps_and_the_days_of_a_plan_have() {
        let text = "movement \"x\" < pace 3s >\nplan \"p\" weeks 2 < every week < monday < squat 3 > > >";
        let steps: Vec<bool> = parts(text).iter().map(|part| part.2).collect();
        assert_eq!(steps, [true, false, true, false, false, true]);
    }
}
