//! Workouts with blanks: finds the blanks in a text, and what each of them takes where it is used.
//!
//! The grammar knows nothing of blanks. Before it reads a text, each use of one is covered by something that may be in
//! its place: a figure, or the sign of a text. A name stays, since any word is a name. Every byte keeps its place, so
//! that the tree has the places of the blanks themselves.

use std::borrow::Cow;

use super::split::{begins_definition, closed_string, end_of_line, end_of_string, quote_length};
use super::tree::{Blank, BlankUse, Takes};
use super::unit;
use super::word::{INSIDE, is_keyword};
use crate::source::Span;

/// What stands for a text whose words are a blank.
const TEXT: char = '\u{1}';

/// What a plan puts into the texts of its sessions, in braces.
pub const OF_SESSIONS: [&str; 4] = ["week", "cycle", "session", "phase"];

/// The most blanks of a workout. Nobody remembers more, and each word of its body is compared with them.
pub const MOST_BLANKS: usize = 20;

/// A workout with blanks, found in a text.
#[derive(Debug)]
pub(super) struct Found {
    /// Where its first word begins.
    pub start: usize,
    /// Its blanks.
    pub list: ListOfBlanks,
    /// Where its blanks are used, in text order.
    pub uses: Vec<BlankUse>,
    /// Words in braces that are no blanks.
    pub unknown: Vec<Span>,
}

/// Covers the blanks of a text (whose white space is [levelled](super::blanks)), and returns where they are used.
pub(super) fn cover(text: Cow<'_, str>) -> (Cow<'_, str>, Vec<Found>) {
    let mut found = Vec::new();
    let mut covered: Vec<(Span, Takes)> = Vec::new();
    let mut from = 0;
    while let Some(Header { start, list, open }) = next_header(&text, from) {
        let list = blanks_of(&text, list);
        let names: Vec<String> = list
            .blanks
            .iter()
            .take(MOST_BLANKS)
            .map(|blank| text[blank.name.range()].to_lowercase())
            .map(|name| if is_free(&name) { name } else { String::new() })
            .collect();
        let mut body = BodyOf::new(&text, open + 1, &names);
        body.read();
        from = body.at;
        covered.extend(body.uses.iter().map(|one| (one.span, one.takes)));
        found.push(Found { start, list, uses: body.uses, unknown: body.unknown });
    }
    if covered.is_empty() {
        return (text, found);
    }
    let mut written = String::with_capacity(text.len());
    let mut from = 0;
    for (span, takes) in covered {
        let length = span.len();
        let cover = match takes {
            Takes::Movement | Takes::Reference | Takes::Value | Takes::Inside => continue,
            Takes::Dose | Takes::Amount | Takes::Target => format!("{:0>length$}", 1),
            Takes::Text => TEXT.to_string().repeat(length),
        };
        written.push_str(&text[from..span.start as usize]);
        written.push_str(&cover);
        from = span.end as usize;
    }
    written.push_str(&text[from..]);
    (Cow::Owned(written), found)
}

/// Tells whether a word may be a blank: it has no meaning in the language, and is no unit.
pub(super) fn is_free(name: &str) -> bool {
    !is_keyword(name) && unit::read(name).is_none() && !INSIDE.contains(&name)
}

/// What a list of blanks says.
#[derive(Debug)]
pub(super) struct ListOfBlanks {
    /// The blanks, in text order.
    pub blanks: Vec<Blank>,
    /// Parts that name none.
    pub strays: Vec<Span>,
}

/// Reads a list of blanks: `lift, share 100%, helper "Upper"`. A part that begins with no word goes on with the default
/// before it: `sets 5 @ 65%, 5 @ 75%`.
pub(super) fn blanks_of(text: &str, list: Span) -> ListOfBlanks {
    let (mut blanks, mut strays): (Vec<Blank>, _) = (Vec::new(), Vec::new());
    for part in parts(text, list, true) {
        let written = &text[part.range()];
        let name = written.len() - after_word(written).len();
        if name == 0 {
            match blanks.last_mut() {
                Some(Blank { default: Some(default), .. }) => default.end = part.end,
                _ => strays.push(part),
            }
            continue;
        }
        let start = part.start as usize;
        let rest = written[name..].trim_start();
        let default =
            (!rest.is_empty()).then(|| Span::new(part.end as usize - rest.len(), part.end as usize));
        blanks.push(Blank { name: Span::new(start, start + name), default });
    }
    ListOfBlanks { blanks, strays }
}

/// Splits a list at its commas outside of texts. In a list of blanks, an `and` behind one that is complete is a comma.
pub fn parts(text: &str, list: Span, is_of_blanks: bool) -> Vec<Span> {
    let bytes = &text.as_bytes()[..list.end as usize];
    let (mut at, mut start) = (list.start as usize, list.start as usize);
    let mut ends = Vec::new();
    while at < bytes.len() {
        let quote = quote_length(&bytes[at..]);
        if quote > 0 {
            at = end_of_string(bytes, at + quote);
        } else if bytes[at] == b',' {
            ends.push((at, at + 1));
            at += 1;
        } else if is_of_blanks
            && bytes[at] == b' '
            && bytes.get(at + 1..at + 5).is_some_and(|word| word.eq_ignore_ascii_case(b"and "))
            && ends_first(text[ends.last().map_or(start, |&(_, next)| next)..at].trim())
        {
            ends.push((at, at + 5));
            at += 4;
        } else {
            at += 1;
        }
    }
    ends.push((bytes.len(), bytes.len()));
    let mut parts = Vec::new();
    for (end, next) in ends {
        let part = &text[start..end];
        let from = end - part.trim_start().len();
        let words = part.trim();
        if !words.is_empty() {
            parts.push(Span::new(from, from + words.len()));
        }
        start = next;
    }
    parts
}

/// Returns the text among values that is not closed, if one isn't.
pub fn unclosed_text(text: &str, values: Span) -> Option<Span> {
    let bytes = &text.as_bytes()[..values.end as usize];
    let mut at = values.start as usize;
    while at < bytes.len() {
        at = match quote_length(&bytes[at..]) {
            0 => at + 1,
            quote => match closed_string(bytes, at + quote) {
                Ok(end) => end,
                Err(end) => return Some(Span::new(at, at + text[at..end].trim_end().len())),
            },
        };
    }
    None
}

/// Tells whether a blank is complete before an `and`: it has no default, or one that is no name.
fn ends_first(part: &str) -> bool {
    let rest = after_word(part).trim_start();
    after_word(rest).len() == rest.len()
}

/// Returns what follows the word that a text begins with; all of it where it begins with none.
pub fn after_word(text: &str) -> &str {
    if !text.starts_with(char::is_alphabetic) {
        return text;
    }
    text.trim_start_matches(|sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '\'' | '’'))
}

/// The header of a workout with blanks.
struct Header {
    /// Where `workout` begins.
    start: usize,
    /// What follows its `for`.
    list: Span,
    /// Where its `<` is.
    open: usize,
}

/// Finds the next header of a workout with blanks from a place on that is in no text and no comment. Each byte is looked
/// at once.
fn next_header(text: &str, from: usize) -> Option<Header> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        let quote = quote_length(&bytes[at..]);
        at = match byte {
            b'#' => end_of_line(bytes, at),
            b'w' | b'W' if begins_workout(bytes, at) => match header_at(bytes, at) {
                Ok(header) => return Some(header),
                Err(end) => end,
            },
            _ if quote > 0 => end_of_string(bytes, at + quote),
            _ => at + 1,
        };
    }
    None
}

/// The word that a workout's definition begins with.
const WORKOUT: &[u8] = b"workout";

fn begins_workout(bytes: &[u8], at: usize) -> bool {
    (at == 0 || matches!(bytes[at - 1], b' ' | b'\n' | b';' | b'>' | b'}'))
        && bytes.get(at..at + WORKOUT.len()).is_some_and(|word| word.eq_ignore_ascii_case(WORKOUT))
}

/// Reads the header of a workout with blanks. Where there is none, the error says up to where that is known.
fn header_at(bytes: &[u8], start: usize) -> Result<Header, usize> {
    let title = skip_blanks(bytes, start + WORKOUT.len());
    let quote = quote_length(&bytes[title..]);
    if quote == 0 {
        return Err(title);
    }
    let end = end_of_string(bytes, title + quote);
    let word = skip_blanks(bytes, end);
    if !bytes.get(word..word + 4).is_some_and(|found| found.eq_ignore_ascii_case(b"for ")) {
        return Err(word);
    }
    let open = open_of(bytes, word + 4)?;
    Ok(Header { start, list: Span::new(word + 4, open), open })
}

fn skip_blanks(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|&byte| byte != b' ').map_or(bytes.len(), |length| at + length)
}

/// Finds the `<` that ends a header, which goes on in the next line behind a comma. The error is where it ends without.
fn open_of(bytes: &[u8], mut at: usize) -> Result<usize, usize> {
    let mut is_after_comma = false;
    while let Some(&byte) = bytes.get(at) {
        let quote = quote_length(&bytes[at..]);
        match byte {
            b'<' | b'{' => return Ok(at),
            b';' | b'>' | b'}' | b'#' => return Err(at),
            b'\n' if !is_after_comma => return Err(at),
            _ if quote > 0 => {
                at = end_of_string(bytes, at + quote);
                is_after_comma = false;
                continue;
            }
            b' ' | b'\n' => {}
            _ => is_after_comma = byte == b',',
        }
        at += 1;
    }
    Err(bytes.len())
}

/// What a statement is, by its first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing was read of it.
    Fresh,
    Movement,
    Rest,
    Block,
    Do,
    Text,
    /// A statement of words, `tags a, b`.
    Words,
    /// Any other, with a figure.
    Setting,
}

/// The last thing before a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before<'t> {
    Nothing,
    Word(&'t str),
    Sign(u8),
    Other,
}

/// Reads the body of a workout with blanks.
struct BodyOf<'t> {
    text: &'t str,
    names: &'t [String],
    at: usize,
    uses: Vec<BlankUse>,
    unknown: Vec<Span>,
    kind: Kind,
    before: Before<'t>,
    /// Whether there was a dose in the statement.
    has_dose: bool,
    /// Whether an `@` is at work.
    in_target: bool,
    /// Whether a `with` is at work.
    in_with: bool,
    /// Whether the next word begins an alternative.
    is_first: bool,
}

impl<'t> BodyOf<'t> {
    fn new(text: &'t str, at: usize, names: &'t [String]) -> Self {
        Self {
            text,
            names,
            at,
            uses: Vec::new(),
            unknown: Vec::new(),
            kind: Kind::Fresh,
            before: Before::Nothing,
            has_dose: false,
            in_target: false,
            in_with: false,
            is_first: true,
        }
    }

    fn read(&mut self) {
        let bytes = self.text.as_bytes();
        let mut depth = 1;
        while let Some(&byte) = bytes.get(self.at) {
            let quote = quote_length(&bytes[self.at..]);
            if self.kind == Kind::Fresh && begins_definition(&bytes[self.at..]) {
                return;
            }
            match byte {
                b'#' => self.at = end_of_line(bytes, self.at),
                b'<' | b'{' => {
                    depth += 1;
                    self.begin();
                }
                b'>' | b'}' => {
                    depth -= 1;
                    self.begin();
                    if depth == 0 {
                        return;
                    }
                }
                b'\n' if self.before == Before::Sign(b',') || self.before == Before::Word("then") => {
                    self.at += 1;
                }
                b'\n' | b';' => self.begin(),
                b' ' => self.at += 1,
                _ if quote > 0 => {
                    let end = end_of_string(bytes, self.at + quote);
                    self.braces(Span::new(self.at, end));
                    (self.at, self.before) = (end, Before::Other);
                }
                b'0'..=b'9' => {
                    let rest = self.text[self.at..].trim_start_matches(|sign: char| {
                        sign.is_alphanumeric() || matches!(sign, '.' | ':' | '%' | '-' | '/')
                    });
                    self.at = self.text.len() - rest.len();
                    self.has_dose |= !self.in_target;
                    (self.kind, self.before) = (self.begun(), Before::Other);
                }
                _ => self.word_or_sign(),
            }
        }
    }

    /// Begins the next statement behind the sign at hand.
    fn begin(&mut self) {
        self.at += 1;
        (self.kind, self.before, self.is_first) = (Kind::Fresh, Before::Nothing, true);
        (self.has_dose, self.in_target, self.in_with) = (false, false, false);
    }

    /// Returns what the statement is at least, now that something was read of it.
    fn begun(&self) -> Kind {
        if self.kind == Kind::Fresh { Kind::Movement } else { self.kind }
    }

    fn word_or_sign(&mut self) {
        let rest = after_word(&self.text[self.at..]);
        let end = self.text.len() - rest.len();
        if end == self.at {
            let sign = self.text[self.at..].chars().next().map_or(1, char::len_utf8);
            self.before = Before::Sign(self.text.as_bytes()[self.at]);
            match self.before {
                Before::Sign(b'@') => self.in_target = true,
                Before::Sign(b',') => self.in_target = false,
                Before::Sign(_) | Before::Nothing | Before::Word(_) | Before::Other => {}
            }
            self.kind = self.begun();
            self.at += sign;
            return;
        }
        let span = Span::new(self.at, end);
        let word = &self.text[span.range()];
        self.at = end;
        let blank = self.names.iter().position(|name| *name == word.to_lowercase());
        match blank {
            // The name of another workout's blank.
            Some(_) if self.is_named_before_value(end) => self.before = Before::Other,
            Some(blank) => {
                let takes = self.takes(span);
                self.has_dose |= takes == Takes::Dose;
                (self.kind, self.before, self.is_first) = (self.begun(), Before::Other, false);
                self.uses.push(BlankUse { span, blank, takes });
            }
            None => self.word(word),
        }
    }

    /// Tells whether a word that ends here is a name in `with NAME VALUE, NAME VALUE`: a value follows it.
    fn is_named_before_value(&self, end: usize) -> bool {
        let is_first = match self.before {
            Before::Word(word) => word.eq_ignore_ascii_case("with"),
            Before::Sign(sign) => sign == b',',
            Before::Nothing | Before::Other => false,
        };
        let rest = self.text[end..].trim_start_matches(' ');
        self.in_with && is_first && !rest.is_empty() && !rest.starts_with([',', ';', '>', '}', '#', '\n'])
    }

    /// Notes a word that is no blank.
    fn word(&mut self, word: &'t str) {
        let is = |words: &[&str]| words.iter().any(|one| one.eq_ignore_ascii_case(word));
        if self.kind == Kind::Fresh {
            self.kind = self.kind_of(word);
        } else if self.kind == Kind::Do && is(&["with"]) {
            self.in_with = true;
        }
        if is(&["rest", "every", "tempo", "per", "hold", "left", "right", "alternating", "only", "not"]) {
            self.in_target = false;
        }
        self.has_dose |= is(&["max"]) && !self.in_target;
        self.is_first = is(&["or"]);
        // An item of a table: `by week 5x5 then 4x4`.
        let is_by = matches!(self.before, Before::Word(before) if before.eq_ignore_ascii_case("by"));
        let begins_item = is(&["then"]) || is_by && is(&["week", "session", "round", "cycle"]);
        self.before = Before::Word(if begins_item { "then" } else { word });
    }

    /// Tells what a statement is that begins with a word.
    fn kind_of(&self, word: &str) -> Kind {
        let is = |words: &[&str]| words.iter().any(|one| one.eq_ignore_ascii_case(word));
        let rest = self.text[self.at..].trim_start_matches(' ');
        let next = &rest[..rest.len() - after_word(rest).len()];
        let takes_text = || quote_length(rest.as_bytes()) > 0 || self.names.contains(&next.to_lowercase());
        let blocks = [
            "circuit",
            "superset",
            "emom",
            "every",
            "amrap",
            "for",
            "tabata",
            "warmup",
            "warm-up",
            "warm",
            "cooldown",
            "cool-down",
            "cool",
            "section",
            "buy-in",
            "cash-out",
        ];
        if is(&["do"]) && takes_text() {
            Kind::Do
        } else if is(&["title", "by", "source", "note", "record"]) && takes_text() {
            Kind::Text
        } else if is(&["rest"]) {
            Kind::Rest
        } else if is(&blocks) {
            Kind::Block
        } else if is(&["tags"]) {
            Kind::Words
        } else if is(&["transition", "switch", "expect", "level", "scale", "allow", "percent"]) {
            Kind::Setting
        } else {
            Kind::Movement
        }
    }

    /// Returns what a blank takes where it is used.
    fn takes(&self, span: Span) -> Takes {
        let before = |words: &[&str]| match self.before {
            Before::Word(word) => words.iter().any(|one| one.eq_ignore_ascii_case(word)),
            Before::Nothing | Before::Sign(_) | Before::Other => false,
        };
        let rest = self.text[span.end as usize..].trim_start_matches(' ');
        let goes_on = || {
            let next = &rest[..rest.len() - after_word(rest).len()];
            rest.starts_with(|sign: char| sign.is_ascii_digit())
                || self.kind == Kind::Rest && self.names.contains(&next.to_lowercase())
        };
        if before(&["rest"]) && goes_on() {
            return Takes::Movement;
        }
        match self.kind {
            Kind::Fresh => Takes::Movement,
            Kind::Do if self.in_with => Takes::Value,
            Kind::Do if before(&["do"]) => Takes::Text,
            Kind::Text => Takes::Text,
            Kind::Words => Takes::Value,
            Kind::Setting if before(&["of"]) => Takes::Reference,
            Kind::Do | Kind::Setting => Takes::Amount,
            Kind::Block if self.takes_title() => Takes::Text,
            Kind::Block => Takes::Amount,
            Kind::Rest if before(&["rest"]) => Takes::Amount,
            Kind::Movement | Kind::Rest => self.takes_in_step(rest),
        }
    }

    /// Tells whether a title may follow in a header.
    fn takes_title(&self) -> bool {
        let words = [
            "circuit",
            "superset",
            "section",
            "tabata",
            "warmup",
            "warm-up",
            "cooldown",
            "cool-down",
            "up",
            "down",
            "time",
            "buy-in",
            "cash-out",
            "until",
        ];
        matches!(self.before, Before::Word(word) if words.iter().any(|one| one.eq_ignore_ascii_case(word)))
    }

    /// Returns what a blank takes in a movement, or in a rest that moves.
    fn takes_in_step(&self, rest: &str) -> Takes {
        let word = match self.before {
            Before::Word(word) => word.to_lowercase(),
            Before::Nothing | Before::Sign(_) | Before::Other => String::new(),
        };
        let is_times = |text: &str| {
            text.strip_prefix(['x', '×'])
                .is_some_and(|rest| rest.starts_with(|sign: char| !sign.is_alphabetic()))
        };
        match (self.before, word.as_str()) {
            _ if self.is_first => Takes::Movement,
            (Before::Sign(b'+' | b'-'), _) => Takes::Amount,
            (_, "of") if self.in_target => Takes::Reference,
            (_, "rpe" | "rir" | "zone" | "slope" | "to") if self.in_target => Takes::Amount,
            (Before::Sign(b'@'), _) | (_, "and") if self.in_target => Takes::Target,
            (_, "then") if self.in_target => Takes::Target,
            (_, "rest" | "every" | "hold" | "in" | "max" | "x") => Takes::Amount,
            (Before::Sign(0xc3), _) => Takes::Amount,
            _ if is_times(rest) => Takes::Amount,
            (Before::Sign(b','), _) | (_, "then") => Takes::Dose,
            _ if self.has_dose || self.in_target => Takes::Text,
            _ => Takes::Dose,
        }
    }

    /// Finds the words in braces of a text.
    fn braces(&mut self, span: Span) {
        let bytes = self.text.as_bytes();
        let mut at = span.start as usize;
        while let Some(open) = memchr::memchr(b'{', &bytes[at..span.end as usize]).map(|next| at + next) {
            at = open + 1;
            let name = &self.text[at..span.end as usize];
            let length = name.len() - after_word(name).len();
            if length == 0 || bytes.get(at + length) != Some(&b'}') {
                continue;
            }
            let name = name[..length].to_lowercase();
            let whole = Span::new(open, at + length + 1);
            match self.names.iter().position(|other| *other == name) {
                Some(blank) => self.uses.push(BlankUse { span: whole, blank, takes: Takes::Inside }),
                None if OF_SESSIONS.contains(&name.as_str()) => {}
                None => self.unknown.push(whole),
            }
        }
    }
}
