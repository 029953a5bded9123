//! The log of the sessions of one title, as a block of a page: what is done down its side, its dates across.

use serde::Serialize;

use super::Room;
use crate::emit::card::Felt;
use crate::emit::overview::Table;
use crate::emit::overview::log::{Log, LogCell, LogDate, LogKind, LogRow, PIECES};
use crate::emit::pdf::setting::{Line, Look, Run, cut, glued, height, lines, width};

/// The most dates side by side.
const MOST_DATES: usize = 12;
/// The most dates in a block of half a page's width.
const MOST_DATES_IN_HALF: usize = 4;
/// Between two blocks side by side.
pub const GUTTER: f64 = 20.0;
/// Between the edge of a cell and what is in it.
const INSET: f64 = 2.6;
/// The narrowest and the widest column of a date, in letters; and from when on what is printed and what is written stand
/// side by side in it.
const NARROWEST_DATE: f64 = 4.6;
const WIDEST_DATE: f64 = 14.0;
const WIDE_DATE: f64 = 10.5;
/// The widest columns of the movements and of what is said of them, in letters; and the narrowest.
const WIDEST_NAME: f64 = 15.0;
const WIDEST_PIECE: f64 = 9.5;
const NARROWEST_PIECE: f64 = 3.5;
/// The room to write something down, in letters, and that for several sets.
const TO_WRITE: f64 = 2.2;
const TO_WRITE_SETS: f64 = 3.2;
const FEW_SETS: u32 = 3;
/// The most lines of a name and of what is said of it: no row takes half a page.
const MOST_LINES: usize = 8;
/// The most lines of a note in one row. What is longer goes on in the next.
const LINES_OF_NOTE: usize = 12;
/// How much larger the title of a block is.
const TITLE: f64 = 1.5;

/// How large the letters of tables are, and what is between the edge of a cell of theirs and what is in it.
const TABLE_SIZE: f64 = 0.86;
const TABLE_INSET: f64 = 2.0;

const DOSE: usize = 0;
const SHARE: usize = 1;
const LOAD: usize = 2;
const DISCS: usize = 3;
const REST: usize = 4;

/// A block, or a part of one that is higher than a page.
#[derive(Debug, Clone, Serialize)]
pub struct Block {
    /// The title.
    title: Vec<Line>,
    /// The size of its letters.
    title_size: f64,
    /// When it is done and what it needs.
    facts: Vec<Line>,
    /// How high the title and the facts are.
    head_height: f64,
    /// The size of all other letters.
    size: f64,
    inset: f64,
    /// How wide the columns are: the movement, what is said of it, what is to be written down, then the dates.
    widths: Vec<f64>,
    /// How many columns come before the dates.
    leading: usize,
    /// In how many columns each date is: what is printed stands beside what is written in two.
    per_date: usize,
    /// The heads of the columns.
    heads: Vec<Vec<Line>>,
    /// The rows; the first is that of the heads.
    heights: Vec<f64>,
    /// What is in them.
    rows: Vec<BlockRow>,
    /// How high all of it is.
    #[serde(skip)]
    pub height: f64,
    /// Whether it is narrow enough for half a page.
    #[serde(skip)]
    pub is_half: bool,
}

/// A row of a block.
#[derive(Debug, Clone, Serialize)]
struct BlockRow {
    /// What stands in its leading columns; a single text goes across all columns.
    leading: Vec<Vec<Line>>,
    /// What is printed on each date.
    dates: Vec<Vec<Line>>,
    /// Whether the text goes across all columns.
    is_across: bool,
    height: f64,
}

impl Block {
    /// Returns a table as blocks: beside each other where it is narrow enough. Of the first page so much is taken.
    pub fn all_of_table(title: &str, table: &Table, taken: f64, room: Room) -> Vec<Self> {
        let size = if room.is_large { room.size } else { TABLE_SIZE * room.size };
        let natural = |column: usize| {
            let cells = table.rows.iter().map(|row| width(&row[column], Look::Bold));
            let widest = cells.fold(width(&table.head[column], Look::Soft), f64::max);
            (1.04 * widest).mul_add(size, 2.0 * INSET + size)
        };
        let widths: Vec<f64> = (0..table.head.len()).map(natural).collect();
        let whole: f64 = widths.iter().sum();
        let half = (room.width - GUTTER) / 2.0;
        let is_half = whole <= half;
        let squeezed = (room.width / whole).min(1.0);
        let widths: Vec<f64> = widths.into_iter().map(|width| width * squeezed).collect();
        let set = |text: &str, look: Look, column: usize| {
            lines(&[(look, text.to_owned())], (widths[column] - 2.0 * TABLE_INSET) / size)
        };
        let of_row = |row: &Vec<String>| {
            let look = |column: usize| if column == 0 { Look::Bold } else { Look::Plain };
            let leading: Vec<Vec<Line>> =
                row.iter().enumerate().map(|(column, text)| set(text, look(column), column)).collect();
            let high = leading.iter().map(Vec::len).max().unwrap_or(1);
            let height = height(high, size) + 2.0 * TABLE_INSET;
            BlockRow { leading, dates: Vec::new(), is_across: false, height }
        };
        let heads: Vec<Vec<Line>> =
            table.head.iter().enumerate().map(|(column, text)| set(text, Look::Soft, column)).collect();
        let head = height(heads.iter().map(Vec::len).max().unwrap_or(1), size) + 2.0 * TABLE_INSET;
        let title_size = TITLE * size;
        let head_height = title_size + size;
        let rows: Vec<BlockRow> = table.rows.iter().map(of_row).collect();
        let parts = parted(rows, taken, room.height - head - head_height);
        let of_part = |rows: Vec<BlockRow>| {
            let heights: Vec<f64> = std::iter::once(head).chain(rows.iter().map(|row| row.height)).collect();
            Block {
                title: vec![Line::of(Look::Bold, title)],
                title_size,
                facts: Vec::new(),
                head_height,
                size,
                inset: TABLE_INSET,
                widths: widths.clone(),
                leading: widths.len(),
                per_date: 1,
                heads: heads.clone(),
                height: head_height + heights.iter().sum::<f64>(),
                heights,
                rows,
                is_half,
            }
        };
        parts.into_iter().map(of_part).collect()
    }

    /// Returns the blocks of a log: one for every twelve of its dates, as even as can be.
    pub fn all_of(log: &Log, room: Room) -> Vec<Self> {
        let count = log.dates.len();
        let blocks = count.div_ceil(MOST_DATES).max(1);
        let each = count.div_ceil(blocks);
        (0..count)
            .step_by(each.max(1))
            .enumerate()
            .flat_map(|(nth, from)| {
                let columns = from..(from + each).min(count);
                Layout::of(log, columns, nth > 0, room).blocks(room)
            })
            .collect()
    }

    /// Returns how many rows it has.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }
}

/// Some of the dates of a log, with how they are set.
struct Layout<'l> {
    log: &'l Log,
    dates: &'l [LogDate],
    /// The rows that any of the dates has, each with its cells.
    rows: Vec<(&'l LogRow, &'l [Option<LogCell>])>,
    goes_on: bool,
    size: f64,
    /// Which pieces have a column of their own.
    pieces: Vec<usize>,
    /// What all shares are of, such as ` of training max`. Empty where they are not of the same.
    of: String,
    leading: Vec<f64>,
    date: f64,
    is_half: bool,
    /// How wide what is printed for a date is; 0 where what is written stands below it.
    printed: f64,
}

impl<'l> Layout<'l> {
    fn of(log: &'l Log, columns: std::ops::Range<usize>, goes_on: bool, room: Room) -> Self {
        let dates = &log.dates[columns.clone()];
        let rows: Vec<_> = log
            .rows
            .iter()
            .map(|row| (row, &row.cells[columns.clone()]))
            .filter(|(_, cells)| cells.iter().any(Option::is_some))
            .collect();
        let mut layout = Self {
            log,
            dates,
            rows,
            goes_on,
            size: if room.is_large { room.size } else { 0.93 * room.size },
            pieces: Vec::new(),
            of: String::new(),
            leading: Vec::new(),
            date: 0.0,
            is_half: false,
            printed: 0.0,
        };
        layout.of = layout.common_end();
        let has_column = |piece: usize| {
            let is_said = |cell: &LogCell| !cell.pieces[piece].is_empty();
            layout.in_columns().any(|(_, cells)| match common(cells, piece) {
                Some(said) => !said.is_empty(),
                // The head of the column says what the shares on the dates are of.
                None => piece == SHARE && !layout.of.is_empty() && cells.iter().flatten().any(is_said),
            })
        };
        layout.pieces = (0..PIECES.len()).filter(|&piece| has_column(piece)).collect();
        layout.measure(room);
        layout
    }

    /// Returns the rows that have columns: what goes across all of them is left out.
    fn in_columns(&self) -> impl Iterator<Item = (&'l LogRow, &'l [Option<LogCell>])> {
        self.rows.iter().copied().filter(|(row, cells)| !is_across(row, cells))
    }

    /// Returns what all shares are of, where that is the same.
    fn common_end(&self) -> String {
        let mut ends = self
            .in_columns()
            .flat_map(|(_, cells)| cells.iter().flatten())
            .map(|cell| cell.pieces[SHARE].as_str())
            .filter(|share| !share.is_empty())
            .map(tail);
        let first = ends.next().unwrap_or_default();
        if ends.all(|end| end == first) { first.to_owned() } else { String::new() }
    }

    /// Chooses how wide the columns are, and whether half a page is enough.
    fn measure(&mut self, room: Room) {
        let size = self.size;
        let natural = |texts: &mut dyn Iterator<Item = String>, head: &str| {
            let head = head.split(' ').map(|word| width(word, Look::Soft)).fold(0.0, f64::max);
            texts.map(|text| width(&text, Look::Bold)).fold(head, f64::max)
        };
        let names = self.in_columns().map(|(row, _)| row.name.clone()).chain([self.felt().to_owned()]);
        let name = natural(&mut { names }, "Movement").min(WIDEST_NAME);
        let mut leading = vec![name];
        for &piece in &self.pieces {
            let mut said = self.in_columns().map(|(_, cells)| self.leading_piece(cells, piece));
            leading.push(natural(&mut said, &self.piece_head(piece)).clamp(NARROWEST_PIECE, WIDEST_PIECE));
        }
        let mut asked = self.rows.iter().map(|(row, _)| row.write.to_owned());
        leading.push(natural(&mut asked, "Fill\u{A0}in"));
        // What is measured is a little less than what is safe.
        let wide = |letters: f64| (1.04 * letters).mul_add(size, 2.0 * INSET);
        let mut leading: Vec<f64> = leading.into_iter().map(wide).collect();
        let count = self.dates.len().max(1) as f64;
        let narrowest = NARROWEST_DATE.mul_add(size, 2.0 * INSET);
        let half = (room.width - GUTTER) / 2.0;
        let sum: f64 = leading.iter().sum();
        self.is_half =
            self.dates.len() <= MOST_DATES_IN_HALF && sum.min(0.62 * half) + count * narrowest <= half;
        let whole = if self.is_half { half } else { room.width };
        let least_for_leading = if self.is_half { 0.4 } else { 0.3 };
        let most = (whole - count * narrowest).max(least_for_leading * whole);
        if sum > most {
            leading.iter_mut().for_each(|width| *width *= most / sum);
        }
        let sum: f64 = leading.iter().sum();
        self.date = ((whole - sum) / count).min(WIDEST_DATE.mul_add(size, 2.0 * INSET));
        self.leading = leading;
        let said = self.in_columns().flat_map(|(row, cells)| {
            cells.iter().flatten().flat_map(|cell| self.printed(row, cells, cell)).collect::<Vec<_>>()
        });
        let widest =
            said.map(|runs| runs.iter().map(|(look, text)| width(text, *look)).sum()).fold(0.0, f64::max);
        if widest > 0.0 && self.date >= WIDE_DATE * size {
            let printed: f64 = (1.04 * widest).mul_add(size, 2.0 * INSET);
            self.printed = printed.min(0.62 * self.date);
        }
    }

    /// Writes a share without what all are of.
    fn share(&self, share: &str) -> String {
        if self.of.is_empty() { share.to_owned() } else { share.replacen(&self.of, "", 1) }
    }

    /// Writes what a piece is called.
    fn piece_head(&self, piece: usize) -> String {
        let is_weight = |row: &LogRow| row.write.starts_with("kg") || row.write.starts_with("lb");
        let says =
            |cells: &[Option<LogCell>]| cells.iter().flatten().any(|cell| !cell.pieces[LOAD].is_empty());
        match piece {
            SHARE if !self.of.is_empty() => format!("%{}", self.of),
            // Paces and efforts are there as well.
            LOAD if self.in_columns().any(|(row, cells)| !is_weight(row) && says(cells)) => {
                "Target".to_owned()
            }
            _ => PIECES[piece].to_owned(),
        }
    }

    /// Writes a piece that is the same on all dates.
    fn leading_piece(&self, cells: &[Option<LogCell>], piece: usize) -> String {
        match common(cells, piece) {
            Some(share) if piece == SHARE => self.share(share),
            Some(said) => glued(said),
            None => String::new(),
        }
    }

    /// Returns what is printed on one date: what is not the same on all, a paragraph for each piece.
    fn printed(&self, row: &LogRow, cells: &[Option<LogCell>], cell: &LogCell) -> Vec<Vec<Run>> {
        let own = |piece: usize| {
            let said = cell.pieces[piece].as_str();
            (common(cells, piece).is_none() && !said.is_empty()).then_some(said)
        };
        let mut all: Vec<Vec<Run>> = Vec::new();
        if row.kind == LogKind::Part || row.kind == LogKind::Rest {
            return own(DOSE).map(|said| vec![(Look::Plain, glued(said))]).into_iter().collect();
        }
        // What is written down is in the same unit, which the column before the dates names.
        let unit = row.write.split(' ').next().unwrap_or_default();
        let without_unit = |load: &str| match load.strip_suffix(unit).map(str::trim_end) {
            Some(bare) if matches!(unit, "kg" | "lb") && !bare.contains(unit) => bare.to_owned(),
            Some(_) | None => load.to_owned(),
        };
        match (own(DOSE), own(LOAD).map(without_unit)) {
            (Some(dose), Some(load)) => all.push(vec![(Look::Bold, glued(&format!("{dose} @ {load}")))]),
            (Some(said), None) => all.push(vec![(Look::Bold, glued(said))]),
            (None, Some(load)) => all.push(vec![(Look::Bold, glued(&load))]),
            (None, None) => {}
        }
        if let Some(share) = own(SHARE) {
            all.push(vec![(Look::Plain, self.share(share))]);
        }
        all.extend(own(DISCS).map(|discs| vec![(Look::Soft, discs.to_owned())]));
        all.extend(own(REST).map(|rest| vec![(Look::Soft, format!("rest {}", glued(rest)))]));
        all
    }

    fn felt(&self) -> &'static str {
        match self.log.felt {
            Felt::Effort => "How it felt, 1–10",
            Felt::Pain => "Pain, 0–10",
        }
    }

    /// Returns the widths of all columns.
    fn widths(&self) -> Vec<f64> {
        let date: &[f64] =
            if self.printed > 0.0 { &[self.printed, self.date - self.printed] } else { &[self.date] };
        let dates = date.repeat(self.dates.len());
        self.leading.iter().copied().chain(dates).collect()
    }

    /// Returns the block, or the blocks where it is higher than a page.
    fn blocks(&self, room: Room) -> Vec<Block> {
        let size = self.size;
        let widths = self.widths();
        let whole: f64 = widths.iter().sum();
        let wide = if self.is_half { (room.width - GUTTER) / 2.0 } else { room.width };
        let heads = self.heads();
        let highest = heads.iter().map(Vec::len).max().unwrap_or(1);
        let head = height(highest, size) + 2.0 * INSET;
        let (title, facts) = (self.title(wide, size), self.facts(wide, size));
        let title_size = TITLE * size;
        let head_height = height(title.len(), title_size) + height(facts.len(), size) + size;
        let rows: Vec<BlockRow> = self.rows(whole);
        let fixed = head_height + head;
        parted(rows, 0.0, room.height - fixed)
            .into_iter()
            .map(|rows| {
                let heights: Vec<f64> =
                    std::iter::once(head).chain(rows.iter().map(|row| row.height)).collect();
                Block {
                    title: title.clone(),
                    title_size,
                    facts: facts.clone(),
                    head_height,
                    size,
                    inset: INSET,
                    widths: widths.clone(),
                    leading: self.leading.len(),
                    per_date: if self.printed > 0.0 { 2 } else { 1 },
                    heads: heads.clone(),
                    height: head_height + heights.iter().sum::<f64>(),
                    heights,
                    rows,
                    is_half: self.is_half,
                }
            })
            .collect()
    }

    fn title(&self, wide: f64, size: f64) -> Vec<Line> {
        let mut runs = vec![(Look::Bold, self.log.title.clone())];
        if self.goes_on {
            runs.push((Look::Soft, " (continued)".to_owned()));
        }
        let room = wide / (TITLE * size);
        let mut title = lines(&runs, room);
        cut(&mut title, 2, room);
        title
    }

    fn facts(&self, wide: f64, size: f64) -> Vec<Line> {
        let mut said = vec![self.log.when.clone()];
        let shown = ["Time", "Equipment"];
        let is_shown = |(label, text): &&(&str, String)| shown.contains(label) && text != "none";
        said.extend(self.log.facts.iter().filter(is_shown).map(|(_, text)| text.clone()));
        let mut facts = lines(&[(Look::Soft, said.join(" · "))], wide / size);
        cut(&mut facts, 2, wide / size);
        facts
    }

    /// Returns the heads of the columns: of the dates one each.
    fn heads(&self) -> Vec<Vec<Line>> {
        let soft =
            |text: &str, wide: f64| lines(&[(Look::Soft, text.to_owned())], (wide - 2.0 * INSET) / self.size);
        let pieces = self.pieces.iter().map(|&piece| self.piece_head(piece));
        let leading = std::iter::once("Movement".to_owned()).chain(pieces).chain(["Fill\u{A0}in".to_owned()]);
        let date = |date: &LogDate| {
            let (first, second) = match date.date.as_str() {
                "" => (format!("Week {}", date.week), date.day.clone()),
                own => (own.to_owned(), format!("{}, week\u{A0}{}", date.day, date.week)),
            };
            let room = (self.date - 2.0 * INSET) / self.size;
            let mut all = lines(&[(Look::Bold, first.replace(' ', "\u{A0}"))], room);
            all.extend(lines(&[(Look::Soft, second)], room));
            all
        };
        let leading = leading.zip(&self.leading).map(|(text, wide)| soft(&text, *wide));
        leading.chain(self.dates.iter().map(date)).collect()
    }

    fn rows(&self, whole: f64) -> Vec<BlockRow> {
        let mut rows: Vec<BlockRow> = Vec::new();
        for &(row, cells) in &self.rows {
            if is_across(row, cells) {
                rows.extend(self.across(row, cells, whole))
            } else {
                rows.push(self.row(row, cells))
            }
        }
        let asked = |name: &str| {
            let name = self.leading_lines(&[(Look::Bold, name.to_owned())], 0);
            let high = height(name.len(), self.size) + 2.0 * INSET;
            BlockRow {
                leading: std::iter::once(name).chain((1..self.leading.len()).map(|_| Vec::new())).collect(),
                dates: vec![Vec::new(); self.dates.len()],
                is_across: false,
                height: high.max(TO_WRITE * self.size),
            }
        };
        rows.extend([self.felt(), "Notes"].map(asked));
        rows
    }

    fn leading_lines(&self, runs: &[Run], column: usize) -> Vec<Line> {
        let room = (self.leading[column] - 2.0 * INSET) / self.size;
        let mut all = lines(runs, room);
        cut(&mut all, MOST_LINES, room);
        all
    }

    /// Returns the rows of what goes across all columns.
    fn across(&self, row: &LogRow, cells: &[Option<LogCell>], whole: f64) -> Vec<BlockRow> {
        let look = if row.kind == LogKind::Part { Look::Bold } else { Look::Plain };
        let mut runs: Vec<Run> = vec![(look, row.name.clone())];
        if row.kind == LogKind::Note && cells.iter().any(Option::is_none) {
            let on = self.dates.iter().zip(cells).filter(|(_, cell)| cell.is_some());
            let on: Vec<String> = on.map(|(date, _)| named(date)).collect();
            runs.insert(0, (Look::Soft, format!("{}: ", on.join(", "))));
        }
        for piece in [DOSE, LOAD] {
            let said = common(cells, piece).unwrap_or_default();
            if !said.is_empty() {
                let seam = if row.kind == LogKind::Part { " – " } else { " " };
                runs.push((Look::Plain, format!("{seam}{}", glued(said))));
            }
        }
        let room = (whole - 2.0 * INSET) / self.size;
        let of = |lines: &[Line]| BlockRow {
            leading: vec![lines.to_vec()],
            dates: Vec::new(),
            is_across: true,
            height: height(lines.len(), self.size) + 2.0 * INSET,
        };
        lines(&runs, room).chunks(LINES_OF_NOTE).map(of).collect()
    }

    fn row(&self, row: &LogRow, cells: &[Option<LogCell>]) -> BlockRow {
        let size = self.size;
        let look =
            if row.kind == LogKind::More || row.kind == LogKind::Rest { Look::Plain } else { Look::Bold };
        let mut leading = vec![self.leading_lines(&[(look, row.name.clone())], 0)];
        for said in [&row.cue, &row.past].into_iter().filter(|said| !said.is_empty()) {
            let said = self.leading_lines(&[(Look::Soft, said.clone())], 0);
            leading[0].extend(said);
        }
        for (nth, &piece) in self.pieces.iter().enumerate() {
            let said = self.leading_piece(cells, piece);
            let look = if piece == LOAD { Look::Bold } else { Look::Plain };
            leading.push(if said.is_empty() {
                Vec::new()
            } else {
                self.leading_lines(&[(look, said)], nth + 1)
            });
        }
        let last = self.leading.len() - 1;
        let asked = [(Look::Soft, row.write.to_owned())];
        leading.push(if row.write.is_empty() { Vec::new() } else { self.leading_lines(&asked, last) });
        let wide = if self.printed > 0.0 { self.printed } else { self.date };
        let room = (wide - 2.0 * INSET) / size;
        let date = |cell: &Option<LogCell>| match cell {
            None => vec![Line::of(Look::Soft, "–")],
            Some(cell) => {
                let runs = self.printed(row, cells, cell);
                let mut all: Vec<Line> = runs.iter().flat_map(|runs| lines(runs, room)).collect();
                cut(&mut all, MOST_LINES, room);
                all
            }
        };
        let dates: Vec<Vec<Line>> = cells.iter().map(date).collect();
        let sets = cells.iter().flatten().map(|cell| cell.sets).max().unwrap_or(1);
        let is_narrow = (self.date - self.printed) < WIDE_DATE * size;
        let to_write = match (row.write, sets > FEW_SETS && is_narrow) {
            ("", _) => 0.0,
            (_, true) => TO_WRITE_SETS * size,
            (_, false) => TO_WRITE * size,
        };
        let lines_of = |all: &[Line]| height(all.len(), size);
        let printed = dates.iter().map(|lines| lines_of(lines)).fold(0.0, f64::max);
        let is_beside = self.printed > 0.0 || printed == 0.0;
        let of_dates = if is_beside { to_write.max(printed + 2.0 * INSET) } else { to_write + printed };
        let own = leading.iter().map(|lines| lines_of(lines)).fold(0.0, f64::max) + 2.0 * INSET;
        BlockRow { leading, dates, is_across: false, height: own.max(of_dates) }
    }
}

/// Names a date in a sentence.
fn named(date: &LogDate) -> String {
    if date.date.is_empty() { format!("week {}", date.week) } else { date.date.clone() }
}

/// Tells whether a row goes across all columns: nobody writes anything down there, and it is the same on all dates.
fn is_across(row: &LogRow, cells: &[Option<LogCell>]) -> bool {
    let is_said = matches!(row.kind, LogKind::Part | LogKind::Note | LogKind::Rest);
    // A rest is left out on some dates; of a part, its rows say so.
    let is_whole = row.kind == LogKind::Part || cells.iter().all(Option::is_some);
    is_said && common(cells, DOSE).is_some() && is_whole || row.kind == LogKind::Note
}

/// Returns what a share is of: ` of training max`.
fn tail(share: &str) -> &str {
    let of = share.find(" of ").map_or("", |at| &share[at..]);
    of.find(['+', '−']).map_or(of, |at| of[..at].trim_end())
}

/// Returns a piece, if it is the same on all dates that have the row. A single set has no rest between sets, and does not
/// count for it.
fn common(cells: &[Option<LogCell>], piece: usize) -> Option<&str> {
    let may_have = |cell: &&LogCell| piece != REST || cell.sets > 1 || !cell.pieces[REST].is_empty();
    let mut all = cells.iter().flatten().filter(may_have).map(|cell| cell.pieces[piece].as_str());
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// Parts rows into as few runs as are no higher than `room`, as even as can be. The first has so much less.
fn parted(rows: Vec<BlockRow>, taken: f64, room: f64) -> Vec<Vec<BlockRow>> {
    let whole: f64 = taken + rows.iter().map(|row| row.height).sum::<f64>();
    let mut parts = (whole / room).ceil().max(1.0);
    loop {
        let fair = whole / parts;
        let mut all: Vec<Vec<BlockRow>> = vec![Vec::new()];
        let mut high = taken;
        for row in &rows {
            // A part ends where it is nearest to its share.
            if high + row.height > room || (high + row.height / 2.0 > fair && (all.len() as f64) < parts) {
                all.push(Vec::new());
                high = 0.0;
            }
            high += row.height;
            if let Some(last) = all.last_mut() {
                last.push(row.clone());
            }
        }
        if all.len() as f64 <= parts || parts >= rows.len() as f64 {
            all.retain(|part| !part.is_empty());
            return all;
        }
        parts += 1.0;
    }
}
