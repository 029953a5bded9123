//! Which font shows which letter, and what is printed if none does.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde_json::Value;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, is_default_ignorable};
use typst::utils::LazyHash;

use super::FindFont;
use crate::emit::FontFile;
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

/// What colours the emoji before it: sheets are printed in black.
const SKIN_COLOURS: std::ops::RangeInclusive<char> = '\u{1F3FB}'..='\u{1F3FF}';
/// What makes the black flag before it that of a part of a country: no font of ours draws those.
const FLAG_LETTERS: std::ops::RangeInclusive<char> = '\u{E0020}'..='\u{E007F}';

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
    /// Those that are not printed, since they only colour or change the emoji before them.
    left_out: BTreeSet<char>,
}

/// What the letters of one sheet came to.
pub struct Shown {
    /// The fonts for all of them, where ours are not enough.
    pub fonts: Option<Fonts>,
    /// The letters that no font has, each once.
    pub missing: Vec<char>,
    /// Those that are not printed, each once.
    pub left_out: Vec<char>,
}

impl<'a> Letters<'a> {
    /// Returns what looks for fonts of letters that ours do not have.
    pub fn new(find: FindFont<'a>) -> Self {
        Self { find, found: Vec::new(), foreign: BTreeMap::new(), left_out: BTreeSet::new() }
    }

    /// Makes every text in `value` one that can be shown: without what cannot be seen, and with the code of each letter
    /// that no font has in its place.
    pub fn show(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.shown(text),
            Value::Array(values) => values.iter_mut().for_each(|value| self.show(value)),
            Value::Object(fields) => fields.values_mut().for_each(|value| self.show(value)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// Returns what all that was shown came to.
    pub fn finish(self) -> Shown {
        let missing =
            self.foreign.into_iter().filter(|(_, there)| !there).map(|(letter, _)| letter).collect();
        let fonts = (!self.found.is_empty())
            .then(|| Fonts::of(Fonts::ours().fonts.iter().cloned().chain(self.found).collect()));
        Shown { fonts, missing, left_out: self.left_out.into_iter().collect() }
    }

    fn shown(&mut self, text: &str) -> String {
        let text = readable(text);
        let mut out = String::with_capacity(text.len());
        for letter in text.chars() {
            if SKIN_COLOURS.contains(&letter) || FLAG_LETTERS.contains(&letter) {
                self.left_out.insert(letter);
            } else if self.can_show(letter) {
                out.push(letter);
            } else {
                out.push_str(&format!("[U+{:04X}]", u32::from(letter)));
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
        if !there && let Some(font) = (self.find)(letter).and_then(read).filter(has) {
            self.found.push(font);
            there = true;
        }
        self.foreign.insert(letter, there);
        there
    }
}

/// Reads a font of the system; `None` if the file is not a font.
fn read(file: FontFile) -> Option<Font> {
    let index = file.index();
    Font::new(Bytes::new(file), index)
}
