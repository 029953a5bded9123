//! Places as a browser counts them: UTF-16 units from the start of a text.

use crate::source::{Span, floor_to_char};

/// How many bytes lie between two places that are known.
const STRETCH: usize = 512;

/// A text with places known in it, so that no place is counted from the start.
#[derive(Debug)]
pub struct Units<'t> {
    text: &'t str,
    /// How many units come before each stretch. Empty where every byte is one.
    before: Vec<usize>,
}

impl<'t> Units<'t> {
    /// Reads a text once.
    pub fn of(text: &'t str) -> Self {
        let mut before = Vec::new();
        if !text.is_ascii() {
            let mut units = 0;
            for (at, sign) in text.char_indices() {
                while before.len() * STRETCH <= at {
                    before.push(units);
                }
                units += sign.len_utf16();
            }
        }
        Self { text, before }
    }

    /// Returns the place of a byte.
    pub fn place(&self, byte: usize) -> usize {
        let byte = floor_to_char(self.text, byte);
        // The stretch begins with the first sign at or behind it.
        let Some(number) = self.before.len().checked_sub(1).map(|last| last.min(byte / STRETCH)) else {
            return byte;
        };
        let start = ceil_to_char(self.text, number * STRETCH);
        let within = self.text.get(start..byte).unwrap_or_default();
        self.before[number] + within.chars().map(char::len_utf16).sum::<usize>()
    }

    /// Returns the start and the end of a stretch.
    pub fn places(&self, span: Span) -> [usize; 2] {
        [self.place(span.start as usize), self.place(span.end as usize)]
    }

    /// Returns the byte of a place: behind the end that of the end, in a sign that of the sign.
    pub fn byte(&self, place: usize) -> usize {
        if self.before.is_empty() {
            return place.min(self.text.len());
        }
        let number = self.before.partition_point(|&units| units <= place).saturating_sub(1);
        let start = ceil_to_char(self.text, number * STRETCH);
        let mut units = self.before[number];
        let rest = self.text.get(start..).unwrap_or_default();
        let found = rest.char_indices().find(|(_, sign)| {
            units += sign.len_utf16();
            units > place
        });
        found.map_or(self.text.len(), |(at, _)| start + at)
    }
}

fn ceil_to_char(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_is_found_again() {
        for text in ["", "squat 10\n", "a💪é\nb日\n\n𝕏 ", &"x💪é日".repeat(400), &"é".repeat(STRETCH)]
        {
            let units = Units::of(text);
            let mut place = 0;
            for (at, sign) in text.char_indices() {
                assert_eq!((units.place(at), units.byte(place)), (place, at));
                if sign.len_utf16() == 2 {
                    assert_eq!(units.byte(place + 1), at, "a place in a sign is that of the sign");
                }
                place += sign.len_utf16();
            }
            assert_eq!(
                (units.place(text.len()), units.byte(place), units.byte(place + 9)),
                (place, text.len(), text.len())
            );
        }
    }
}
