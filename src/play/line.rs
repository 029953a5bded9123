//! A line that is typed.

/// The most letters of a line: a little more than the longest note, which says so when it is too long.
const LONGEST: usize = 2100;

/// A key in a line that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKey {
    Letter(char),
    Backspace,
    Delete,
    Left,
    Right,
    Home,
    End,
    /// Deletes everything before the cursor.
    Clear,
    /// Deletes the word before the cursor.
    Word,
}

/// A line that is typed, with its cursor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    /// Where the next letter goes, in bytes.
    at: usize,
    /// Whether nothing was changed yet: the first letter replaces all of it.
    is_fresh: bool,
}

impl Line {
    /// Returns a line that holds a text, which the first letter replaces.
    pub fn of(text: String) -> Self {
        Self { at: text.len(), text, is_fresh: true }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Tells whether it is as it was at first, and all of it would be replaced.
    pub fn is_fresh(&self) -> bool {
        self.is_fresh
    }

    /// Returns what is before the cursor, and what is behind it.
    pub fn around(&self) -> (&str, &str) {
        self.text.split_at_checked(self.at).unwrap_or((&self.text, ""))
    }

    /// Does what a key asks for.
    pub fn press(&mut self, key: LineKey) {
        let was_fresh = std::mem::replace(&mut self.is_fresh, false);
        match key {
            LineKey::Letter(letter) => {
                if was_fresh {
                    self.text.clear();
                    self.at = 0;
                }
                if !letter.is_control() && self.text.chars().count() < LONGEST {
                    self.text.insert(self.at, letter);
                    self.at += letter.len_utf8();
                }
            }
            LineKey::Backspace => {
                let to = self.before();
                self.cut(to);
            }
            LineKey::Delete => {
                let end = self.behind();
                self.text.replace_range(self.at..end, "");
            }
            LineKey::Left => self.at = self.before(),
            LineKey::Right => self.at = self.behind(),
            LineKey::Home => self.at = 0,
            LineKey::End => self.at = self.text.len(),
            LineKey::Clear => self.cut(0),
            LineKey::Word => {
                let (before, _) = self.around();
                let words = before.trim_end();
                let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
                let from = words.len() - last.len();
                self.cut(from);
            }
        }
    }

    /// Deletes what is between a place and the cursor.
    fn cut(&mut self, from: usize) {
        self.text.replace_range(from..self.at, "");
        self.at = from;
    }

    /// Returns the place one letter before the cursor.
    fn before(&self) -> usize {
        self.around().0.char_indices().next_back().map_or(0, |(at, _)| at)
    }

    /// Returns the place one letter behind the cursor.
    fn behind(&self) -> usize {
        self.around().1.chars().next().map_or(self.at, |letter| self.at + letter.len_utf8())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &mut Line, text: &str) {
        text.chars().for_each(|letter| line.press(LineKey::Letter(letter)));
    }

    #[test]
    fn the_first_letter_replaces_what_was_there() {
        let mut line = Line::of("5 x 60kg".to_owned());
        typed(&mut line, "4");
        assert_eq!(line.text(), "4");
        let mut line = Line::of("5 x 60kg".to_owned());
        line.press(LineKey::Backspace);
        typed(&mut line, "g");
        assert_eq!(line.text(), "5 x 60kg");
    }

    #[test]
    fn letters_of_several_bytes_are_letters() {
        let mut line = Line::of("für – so".to_owned());
        (0..3).for_each(|_| line.press(LineKey::Left));
        line.press(LineKey::Backspace);
        assert_eq!(line.around(), ("für ", " so"));
        line.press(LineKey::Home);
        line.press(LineKey::Right);
        line.press(LineKey::Delete);
        assert_eq!(line.text(), "fr  so");
        line.press(LineKey::End);
        line.press(LineKey::Right);
        line.press(LineKey::Word);
        assert_eq!(line.text(), "fr  ");
        line.press(LineKey::Clear);
        assert_eq!(line.text(), "");
        typed(&mut line, "a\u{3000}b");
        line.press(LineKey::Word);
        assert_eq!(line.text(), "a\u{3000}");
        line.press(LineKey::Clear);
        for key in [LineKey::Backspace, LineKey::Delete, LineKey::Left, LineKey::Word] {
            line.press(key);
        }
        assert_eq!(line.around(), ("", ""));
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_typed() {
        let mut line = Line::default();
        typed(&mut line, "a\u{1b}\nb");
        assert_eq!(line.text(), "ab");
    }
}
