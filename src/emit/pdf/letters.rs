//! Which font shows which letter, and what stands where none does.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::Value;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, is_default_ignorable};
use typst::utils::LazyHash;

use super::FindFont;
use crate::emit::readable::readable;

/// The fonts that are always there; `fonts/README.md` says what is in them. Those first are taken first.
const OURS: [&[u8]; 8] = [
    include_bytes!("fonts/NotoSans-Regular.ttf"),
    include_bytes!("fonts/NotoSans-Bold.ttf"),
    include_bytes!("fonts/NotoSansMath-Regular.ttf"),
    include_bytes!("fonts/NotoSansSymbols-Regular.ttf"),
    include_bytes!("fonts/NotoSansSymbols2-Regular.ttf"),
    include_bytes!("fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("fonts/NotoEmoji-Regular.ttf"),
];

/// A word of more letters than these may be broken anywhere, since columns are not much wider.
const LONGEST_WORD: usize = 16;
/// How many letters of a longer word stay together.
const LETTERS_TOGETHER: usize = 8;
/// What colours the emoji before it.
const SKIN_COLOURS: std::ops::RangeInclusive<char> = '\u{1F3FB}'..='\u{1F3FF}';
/// A place where a line may end, which is not seen.
const MAY_BREAK: char = '\u{200B}';

/// Fonts, and the book of what they are.
#[derive(Debug, Clone)]
pub struct Fonts {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Fonts {
    /// Returns those that are always there.
    pub fn ours() -> &'static Self {
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        FONTS.get_or_init(|| {
            let fonts = OURS.into_iter().flat_map(|font| Font::iter(Bytes::new(font))).collect();
            Fonts::of(fonts)
        })
    }

    fn of(fonts: Vec<Font>) -> Self {
        Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    }

    /// Returns the book of all of them.
    pub fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// Returns one by its place in the book.
    pub fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn have(&self, letter: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(letter.into()))
    }
}

/// The letters of one sheet.
pub struct Letters<'a> {
    find: FindFont<'a>,
    /// Fonts of the system's that some of them need.
    found: Vec<Font>,
    /// Those that no font of ours has, with whether the system has one.
    foreign: BTreeMap<char, bool>,
}

impl<'a> Letters<'a> {
    /// Returns what looks for fonts of letters that ours do not have.
    pub fn new(find: FindFont<'a>) -> Self {
        Self { find, found: Vec::new(), foreign: BTreeMap::new() }
    }

    /// Makes every text in `value` one that can be shown: without what cannot be seen, with places to break long
    /// words at, and with the code of each letter that no font has in its place.
    pub fn show(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.shown(text),
            Value::Array(values) => values.iter_mut().for_each(|value| self.show(value)),
            Value::Object(fields) => fields.values_mut().for_each(|value| self.show(value)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// Returns the fonts for all that was shown, and the letters that none of them has.
    pub fn finish(self) -> (Option<Fonts>, Vec<char>) {
        let missing =
            self.foreign.into_iter().filter(|(_, there)| !there).map(|(letter, _)| letter).collect();
        let fonts = (!self.found.is_empty())
            .then(|| Fonts::of(Fonts::ours().fonts.iter().cloned().chain(self.found).collect()));
        (fonts, missing)
    }

    fn shown(&mut self, text: &str) -> String {
        let text = readable(text);
        let mut out = String::with_capacity(text.len());
        for word in text.split_inclusive(' ') {
            let breaks = word.chars().count() > LONGEST_WORD;
            let mut before = None;
            let mut together = 0;
            for letter in word.chars() {
                // Marks and joiners stay with their letters.
                let is_seam = |letter: char| letter.is_alphanumeric() || letter.is_ascii_punctuation();
                if breaks && together >= LETTERS_TOGETHER && is_seam(letter) && before.is_some_and(is_seam) {
                    out.push(MAY_BREAK);
                    together = 0;
                }
                if SKIN_COLOURS.contains(&letter) {
                    // Emoji are printed in black.
                    continue;
                }
                if self.can_show(letter) {
                    out.push(letter);
                } else {
                    out.push_str(&format!("[U+{:04X}]", u32::from(letter)));
                }
                together += 1;
                before = Some(letter);
            }
        }
        out
    }

    fn can_show(&mut self, letter: char) -> bool {
        if letter.is_ascii_graphic() || letter == ' ' || is_default_ignorable(letter) {
            return true;
        }
        if let Some(&there) = self.foreign.get(&letter) {
            return there;
        }
        if Fonts::ours().have(letter) {
            return true;
        }
        let has = |font: &Font| font.info().coverage.contains(letter.into());
        let mut there = self.found.iter().any(has);
        if !there && let Some(font) = (self.find)(letter).filter(has) {
            self.found.push(font);
            there = true;
        }
        self.foreign.insert(letter, there);
        there
    }
}
