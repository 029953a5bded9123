//! Draws a [`Face`] on the screen. If there is little room, the most important parts get it.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::digits::{self, Size};
use super::face::{Entered, Face, Tone};
use super::keys::Key;
use super::strip;
use super::text::{fit, width, wrap};
use crate::emit::strip::{StripIntensity, StripKind};

/// The most lines that a movement's name may take.
const NAME_LINES: usize = 3;
/// The most lines that a question may take: one that lists several movements needs more than one.
const QUESTION_LINES: usize = 2;
/// The largest size of a digit's points, in rows: at four, the clock takes half of a large screen.
const LARGEST: usize = 4;
/// The widest line of text, in columns: wider ones are hard to read.
const READABLE: usize = 90;

/// Which colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// The terminal's own.
    Some,
    /// None. Nothing is said by colour alone.
    None,
}

/// A line of the screen, or several that belong together, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Header,
    Place,
    Name,
    Detail,
    Clock,
    Before,
    Beside,
    Inside,
    Text,
    Notes,
    Cues,
    Swaps,
    Noted,
    Next,
    Strip,
    Keys,
}

use Part::{
    Before, Beside, Clock, Cues, Detail, Header, Inside, Keys, Name, Next, Noted, Notes, Place, Strip, Swaps,
    Text,
};

impl Part {
    const COUNT: usize = 16;

    /// The parts in the middle of the screen, from top to bottom.
    const MIDDLE: [Part; 11] = [Place, Name, Detail, Clock, Before, Beside, Inside, Text, Notes, Cues, Swaps];
    /// The parts at the bottom, from top to bottom.
    const BOTTOM: [Part; 4] = [Noted, Next, Strip, Keys];
}

/// How rows are shared out: each part in turn gets rows until it has this many. On a small screen the rows run out, and
/// later parts are left out.
const IMPORTANCE: &[(Part, usize)] = &[
    (Clock, 1),
    (Name, 1),
    (Keys, 1),
    (Detail, 1),
    (Next, 1),
    (Place, 1),
    (Text, 3),
    (Before, 1),
    (Beside, 1),
    (Noted, 1),
    (Inside, 1),
    (Before, usize::MAX),
    (Clock, 3),
    (Strip, 1),
    (Notes, 1),
    (Inside, 4),
    (Name, NAME_LINES),
    (Clock, 5),
    (Swaps, 1),
    (Cues, 1),
    (Header, 1),
    (Keys, 2),
    (Text, usize::MAX),
    (Strip, 2),
    (Inside, usize::MAX),
    (Notes, usize::MAX),
    (Cues, usize::MAX),
    (Next, 2),
    (Clock, usize::MAX),
];

/// Draws a face.
pub fn draw(frame: &mut Frame<'_>, face: &Face<'_>, colours: Colours) {
    let area = frame.area();
    Drawing { area, face, colours }.draw(frame.buffer_mut());
}

struct Drawing<'f, 'p> {
    area: Rect,
    face: &'f Face<'p>,
    colours: Colours,
}

/// How lines of text are aligned.
#[derive(Clone, Copy)]
enum Stand {
    /// Each line is centred.
    Centred,
    /// Aligned on the left, and centred as a block.
    Together,
}

impl Drawing<'_, '_> {
    fn draw(&self, buffer: &mut Buffer) {
        let rows = self.rows();
        let of = |part: Part| rows[part as usize];
        let high = usize::from(self.area.height);
        let mut y = 0;
        self.part(buffer, Header, &mut y, of(Header));

        let middle: usize = Part::MIDDLE.iter().map(|&part| of(part)).sum();
        let bottom: usize = Part::BOTTOM.iter().map(|&part| of(part)).sum();
        let mut free = high.saturating_sub(of(Header) + middle + bottom);
        // Blank rows around the clock and before text, as long as there are any.
        let mut air = [0; Part::COUNT];
        for part in [Clock, Next, Inside, Cues, Beside, Keys, Swaps, Notes] {
            if of(part) > 0 && free > 0 {
                air[part as usize] = 1;
                free -= 1;
            }
        }
        y += free / 2;
        for part in Part::MIDDLE {
            y += air[part as usize];
            self.part(buffer, part, &mut y, of(part));
        }
        y = high.saturating_sub(bottom + air[Keys as usize]);
        for part in Part::BOTTOM {
            if part == Keys {
                y += air[Keys as usize];
            }
            self.part(buffer, part, &mut y, of(part));
        }
    }

    /// Returns how many rows each part gets.
    fn rows(&self) -> [usize; Part::COUNT] {
        let mut rows = [0; Part::COUNT];
        let mut free = usize::from(self.area.height);
        // Whoever types sees the line, what it is about, and why it can't be read.
        let typing = self.face.entered.as_ref().map(|_| (Keys, ENTERED_LINES));
        for (part, up_to) in typing.into_iter().chain(IMPORTANCE.iter().copied()) {
            let has = rows[part as usize];
            let wants = self.wants(part).min(up_to);
            // Digits need their whole height.
            let wants = if part == Clock { self.size(wants).map_or(0, Size::rows) } else { wants };
            let more = wants.saturating_sub(has);
            let gets = if part == Clock && more > free {
                // As large as fits.
                self.size(has + free).map_or(0, |size| size.rows().saturating_sub(has))
            } else {
                more.min(free)
            };
            rows[part as usize] += gets;
            free -= gets;
        }
        rows
    }

    /// Returns how many rows a part could fill.
    fn wants(&self, part: Part) -> usize {
        let face = self.face;
        let line = |text: &str| usize::from(!text.is_empty());
        match part {
            Header => line(&face.title),
            Place => line(&self.place()),
            Name => wrap(&face.name, self.wide(), NAME_LINES).len(),
            Detail => line(&face.detail),
            Clock if face.clock.is_empty() => 0,
            // At most half of the screen, so that the clock has the same size in a rest, where there is less to show.
            Clock => usize::from(self.area.height / 2).max(3),
            Before => self.before().len(),
            Beside => line(&face.beside),
            Inside => face.inside.len(),
            Text => self.lines(&face.text).len(),
            Noted => line(&face.noted),
            Notes => self.lines(&face.notes).len(),
            Cues => face.cues.len(),
            Swaps => line(&face.swaps),
            Next if face.next.is_empty() => 0,
            Next => wrap(&face.next, self.wide(), 2).len(),
            Strip => 2 * usize::from(face.strip.is_some()),
            Keys => match &face.entered {
                Some(_) => ENTERED_LINES,
                None if !face.question.is_empty() => self.question(QUESTION_LINES).len(),
                None => self.keys().len(),
            },
        }
    }

    /// Returns the largest digits that fit into this many rows.
    fn size(&self, rows: usize) -> Option<Size> {
        let times = (1..=LARGEST).rev().map(Size::Times);
        let mut sizes = times.chain([Size::Half, Size::Text]);
        sizes.find(|size| {
            let columns = size.columns(&self.face.clock);
            size.rows() <= rows && columns.is_some_and(|columns| columns <= usize::from(self.area.width))
        })
    }

    fn part(&self, buffer: &mut Buffer, part: Part, y: &mut usize, rows: usize) {
        if rows == 0 {
            return;
        }
        let face = self.face;
        let strong = self.toned(Modifier::BOLD);
        let plain = Style::new();
        let quiet = Style::new().add_modifier(Modifier::DIM);
        match part {
            Header => self.header(buffer, *y),
            Place => {
                let style = if face.is_paused { strong.add_modifier(Modifier::REVERSED) } else { plain };
                self.put(buffer, *y, &[self.place()], style, Stand::Centred);
            }
            Name => {
                self.put(buffer, *y, &wrap(&face.name, self.wide(), rows), strong, Stand::Centred);
            }
            Detail => self.put(buffer, *y, std::slice::from_ref(&face.detail), plain, Stand::Centred),
            Clock => {
                let drawn = digits::draw(&face.clock, self.size(rows).unwrap_or(Size::Text));
                self.put(buffer, *y, &drawn, strong, Stand::Together);
            }
            Before => {
                let lines = self.before();
                self.put(buffer, *y, lines.get(..rows).unwrap_or_default(), plain, Stand::Centred);
            }
            Beside => self.put(buffer, *y, std::slice::from_ref(&face.beside), plain, Stand::Centred),
            Inside => {
                self.put(buffer, *y, &shortened(&face.inside, rows, self.wide()), plain, Stand::Together)
            }
            Text | Notes => {
                let lines = if part == Text { &face.text } else { &face.notes };
                self.put(
                    buffer,
                    *y,
                    &shortened(&self.lines(lines), rows, self.wide()),
                    plain,
                    Stand::Together,
                );
            }
            Noted => self.put(buffer, *y, std::slice::from_ref(&face.noted), plain, Stand::Centred),
            Cues => {
                let cues: Vec<String> = face.cues.iter().take(rows).map(|cue| format!("– {cue}")).collect();
                self.put(buffer, *y, &cues, quiet, Stand::Together);
            }
            Swaps => self.put(buffer, *y, std::slice::from_ref(&face.swaps), quiet, Stand::Centred),
            Next => self.put(buffer, *y, &wrap(&face.next, self.wide(), rows), plain, Stand::Centred),
            Strip => self.strip(buffer, *y, rows),
            Keys => self.bottom(buffer, *y, rows),
        }
        *y += rows;
    }

    /// Returns the widest line of text, in columns.
    fn wide(&self) -> usize {
        usize::from(self.area.width).min(READABLE)
    }

    fn lines(&self, texts: &[String]) -> Vec<String> {
        texts.iter().flat_map(|text| wrap(text, self.wide(), usize::MAX)).collect()
    }

    /// Returns the round, the set and so on, as much of it as fits, starting with whether the workout is paused.
    fn place(&self) -> String {
        let mut pieces: Vec<&str> = self.face.place.iter().map(String::as_str).collect();
        let said = |pieces: &[&str]| match (self.face.is_paused, pieces.is_empty()) {
            (true, true) => " PAUSED ".to_owned(),
            (true, false) => format!(" PAUSED · {} ", pieces.join(" · ")),
            (false, _) => pieces.join(" · "),
        };
        // The last one is the innermost.
        while (pieces.len() > 1 || (self.face.is_paused && !pieces.is_empty()))
            && width(&said(&pieces)) > usize::from(self.area.width)
        {
            pieces.remove(0);
        }
        said(&pieces)
    }

    fn toned(&self, modifier: Modifier) -> Style {
        let style = Style::new().add_modifier(modifier);
        match (self.colours, self.face.tone) {
            (Colours::None, _) | (Colours::Some, Tone::Still) => style,
            (Colours::Some, Tone::Work) => style.fg(Color::Green),
            (Colours::Some, Tone::Rest) => style.fg(Color::Cyan),
            (Colours::Some, Tone::Ready | Tone::Change) => style.fg(Color::Yellow),
        }
    }

    /// Draws lines below each other, cut to the screen's width.
    fn put(&self, buffer: &mut Buffer, y: usize, lines: &[String], style: Style, stand: Stand) {
        let screen = usize::from(self.area.width);
        let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
        for (at, line) in lines.iter().enumerate() {
            let line = fit(line, screen);
            let own = match stand {
                Stand::Centred => width(&line),
                Stand::Together => widest,
            };
            self.set(buffer, screen.saturating_sub(own) / 2, y + at, &line, style);
        }
    }

    fn set(&self, buffer: &mut Buffer, x: usize, y: usize, text: &str, style: Style) {
        let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(y)) else { return };
        if x < self.area.width && y < self.area.height {
            let room = usize::from(self.area.width - x);
            buffer.set_stringn(self.area.x + x, self.area.y + y, text, room, style);
        }
    }

    fn header(&self, buffer: &mut Buffer, y: usize) {
        let screen = usize::from(self.area.width);
        let quiet = Style::new().add_modifier(Modifier::DIM);
        let time = &self.face.time;
        let room = screen.saturating_sub(width(time) + 2);
        // If nothing of the title would be left, the time is left out instead.
        let with_time = !time.is_empty() && room >= width(&self.face.title).min(12);
        let title = fit(&self.face.title, if with_time { room } else { screen });
        self.set(buffer, 0, y, &title, quiet);
        if with_time {
            self.set(buffer, screen - width(time), y, time, quiet);
        }
    }

    fn strip(&self, buffer: &mut Buffer, y: usize, rows: usize) {
        let Some((of, at_ms)) = self.face.strip else { return };
        let wide = usize::from(self.area.width);
        let here = strip::column_at(of, at_ms, wide);
        for (x, column) in strip::columns(of, wide).into_iter().enumerate() {
            let (sign, colour) = match column {
                (StripKind::Work, None | Some(StripIntensity::Hard)) => ("█", Color::Green),
                (StripKind::Work, Some(StripIntensity::Moderate)) => ("▆", Color::Green),
                (StripKind::Work, Some(StripIntensity::Easy)) => ("▄", Color::Green),
                (StripKind::Rest, _) => ("░", Color::Cyan),
                (StripKind::Change, _) => ("▒", Color::Yellow),
            };
            let style = match self.colours {
                Colours::Some => Style::new().fg(colour),
                Colours::None => Style::new(),
            };
            let gone = if x < here { style.add_modifier(Modifier::DIM) } else { style };
            self.set(buffer, x, y, sign, gone);
        }
        let strong = Style::new().add_modifier(Modifier::BOLD);
        if rows > 1 {
            self.set(buffer, here, y + 1, "▲", strong);
        } else {
            self.set(buffer, here, y, "┃", strong.add_modifier(Modifier::REVERSED));
        }
    }

    /// Returns what was done of the set before, and what is aimed at: on one line if they fit.
    fn before(&self) -> Vec<String> {
        let told = |(name, told): &(String, String)| {
            // On a narrow screen, what it was is worth more than the day: `Last time, 9 Jan`, `Last time`, `Last`.
            let names = [
                name.as_str(),
                name.split(',').next().unwrap_or(name),
                name.split(' ').next().unwrap_or(name),
            ];
            let mut lines = names.map(|name| format!("{name}: {told}")).into_iter();
            let fits = lines.find(|line| width(line) <= self.wide());
            fits.unwrap_or_else(|| format!("{name}: {told}"))
        };
        let all: Vec<String> = self.face.before.iter().map(told).collect();
        let joined = all.join(" · ");
        if all.len() > 1 && width(&joined) <= self.wide() { vec![joined] } else { all }
    }

    /// Draws the keys, or what is shown instead of them: a question, or a line that is typed.
    fn bottom(&self, buffer: &mut Buffer, y: usize, rows: usize) {
        let question = self.toned(Modifier::BOLD).add_modifier(Modifier::REVERSED);
        match &self.face.entered {
            Some(entered) => self.entered(buffer, y, rows, entered),
            None if !self.face.question.is_empty() => {
                self.put(buffer, y, &self.question(rows), question, Stand::Centred);
            }
            None => {
                for (line, keys) in self.keys().iter().take(rows).enumerate() {
                    self.keys_line(buffer, y + line, keys);
                }
            }
        }
    }

    /// Draws a line that is typed below what it is about, or why it can't be read. In a single row, there is the line.
    fn entered(&self, buffer: &mut Buffer, y: usize, rows: usize, entered: &Entered) {
        let strong = Style::new().add_modifier(Modifier::BOLD);
        let above = rows.saturating_sub(1);
        let said = match &entered.wrong {
            Some(wrong) => wrap(wrong, self.wide(), above),
            None => {
                let label = wrap(&entered.label, self.wide(), above);
                let hints = (label.len() < above).then(|| fit(ENTERED_KEYS, self.wide()));
                label.into_iter().chain(hints).collect()
            }
        };
        let said = said.get(..said.len().min(above)).unwrap_or_default();
        self.put(buffer, y + above - said.len(), said, strong, Stand::Centred);
        self.typed(buffer, y + above, entered);
    }

    /// Draws what is typed, with its cursor: as much of it as fits around the cursor.
    fn typed(&self, buffer: &mut Buffer, y: usize, entered: &Entered) {
        const PROMPT: &str = "> ";
        let screen = usize::from(self.area.width);
        let marked = Style::new().add_modifier(Modifier::REVERSED);
        let room = screen.saturating_sub(PROMPT.len() + 1);
        // What is before the cursor loses its beginning, so that the cursor stays in sight.
        let mut before = entered.before.as_str();
        while width(before) > room {
            let mut letters = before.chars();
            letters.next();
            before = letters.as_str();
        }
        self.set(buffer, 0, y, PROMPT, Style::new());
        let at = PROMPT.len() + width(before);
        let style = if entered.is_fresh { marked } else { Style::new() };
        self.set(buffer, PROMPT.len(), y, before, style);
        let (cursor, behind) = match entered.behind.chars().next() {
            Some(letter) => entered.behind.split_at(letter.len_utf8()),
            None => (" ", ""),
        };
        self.set(buffer, at, y, cursor, marked);
        self.set(buffer, at + width(cursor), y, behind, style);
    }

    /// Distributes the keys over lines.
    fn keys(&self) -> Vec<Vec<Key>> {
        let mut lines: Vec<Vec<Key>> = Vec::new();
        let mut taken = 0;
        for &key in &self.face.keys {
            let own = key_columns(key);
            match lines.last_mut() {
                Some(line) if taken + KEY_GAP + own <= usize::from(self.area.width) => {
                    line.push(key);
                    taken += KEY_GAP + own;
                }
                Some(_) | None => {
                    lines.push(vec![key]);
                    taken = own;
                }
            }
        }
        lines
    }

    /// Wraps the question, which is shown instead of the keys, into at most this many lines, with a blank on both
    /// sides.
    fn question(&self, most_lines: usize) -> Vec<String> {
        let lines = wrap(&self.face.question, self.wide().saturating_sub(2), most_lines);
        lines.into_iter().map(|line| format!(" {} ", line.trim())).collect()
    }

    fn keys_line(&self, buffer: &mut Buffer, y: usize, keys: &[Key]) {
        let strong = Style::new().add_modifier(Modifier::BOLD);
        let own: usize = keys.iter().map(|&key| key_columns(key)).sum();
        let own = own + KEY_GAP * keys.len().saturating_sub(1);
        let mut x = usize::from(self.area.width).saturating_sub(own) / 2;
        for &key in keys {
            self.set(buffer, x, y, key.key, strong);
            self.set(buffer, x + width(key.key) + 1, y, key.does, Style::new());
            x += key_columns(key) + KEY_GAP;
        }
    }
}

/// The rows for a line that is typed, with what is above it.
const ENTERED_LINES: usize = 3;

/// The keys of a line that is typed.
const ENTERED_KEYS: &str = "enter keep  esc leave  ↑↓ others";

/// The gap between two keys, in columns.
const KEY_GAP: usize = 2;

fn key_columns(key: Key) -> usize {
    width(key.key) + 1 + width(key.does)
}

/// Returns as many lines as there are rows. If some don't fit, the last line says how many.
fn shortened(lines: &[String], rows: usize, columns: usize) -> Vec<String> {
    if lines.len() <= rows {
        return lines.to_vec();
    }
    let (shown, left) = lines.split_at(rows.saturating_sub(1));
    let mut shown = shown.to_vec();
    let more = match (rows, left) {
        // In a single row, the first line is worth more than the number of lines.
        (1, [first, left @ ..]) => {
            let more = format!(" +{}", left.len());
            fit(first, columns.saturating_sub(width(&more))) + &more
        }
        (_, left) => format!("… {} more", left.len()),
    };
    shown.push(more);
    shown
}
