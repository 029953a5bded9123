//! The weeks of a plan on as few pages as they can be read on: up to twelve on one.

use serde::Serialize;

use super::Room;
use crate::emit::Sheets;
use crate::emit::overview::{Brief, Day, Overview, Week};
use crate::emit::pdf::setting::{LINE, Line, Look, Run, cut, glued, height, lines, width};

/// The most weeks on a page: a quarter of a year.
const MOST_WEEKS: usize = 12;
/// The most weeks on a page of large print.
const MOST_WEEKS_LARGE: usize = 4;
/// Between the edge of a cell and what is in it.
const INSET: f64 = 3.2;
/// The narrowest column of a day on which something is done, and that of a day without, in letters.
const NARROWEST: f64 = 7.0;
const FREE: f64 = 3.4;
/// The widest column that the name of a phase asks for, in letters, and in how many lines it is where there is room. A
/// page of the closest weeks has room for one line.
const WIDEST_PART: f64 = 6.0;
const LINES_OF_PART: usize = 3;
/// How much larger the title is.
const TITLE: f64 = 2.6;

/// The head of a plan's first page.
#[derive(Debug, Serialize)]
pub struct Head {
    /// The plan's title.
    title: Vec<Line>,
    /// The size of its letters.
    title_size: f64,
    /// What to know before it starts.
    facts: Vec<Line>,
    /// How high all of it is, with the line below the title.
    height: f64,
}

impl Head {
    /// Returns the head of a plan.
    pub fn of(overview: &Overview, room: Room) -> Self {
        let title_size = TITLE * room.size;
        let mut title = lines(&[(Look::Bold, overview.title.clone())], room.width / title_size);
        cut(&mut title, 2, room.width / title_size);
        let runs: Vec<Run> = overview
            .facts
            .iter()
            .enumerate()
            .flat_map(|(nth, (label, said))| {
                let gap = if nth > 0 { " · " } else { "" };
                [(Look::Soft, format!("{gap}{label} ")), (Look::Bold, glued(said))]
            })
            .collect();
        let mut facts = lines(&runs, room.width / room.size);
        cut(&mut facts, 4, room.width / room.size);
        let height = height(title.len(), title_size) + height(facts.len(), room.size) + 2.4 * room.size;
        Self { title, title_size, facts, height }
    }
}

/// The pages of weeks.
#[derive(Debug, Default, Serialize)]
pub struct WeekPages {
    /// The size of their letters.
    size: f64,
    /// What is between the edge of a cell and what is in it.
    inset: f64,
    /// How wide their columns are.
    widths: Vec<f64>,
    /// What these are called.
    head: Vec<String>,
    /// How high the row of these is.
    head_height: f64,
    /// The weeks of each page.
    pages: Vec<Vec<WeekRow>>,
    /// What there is to know of what they show: whether a day is hard, and whether something is left out.
    has_hard_days: bool,
    /// What is said where something is left out.
    left_out: &'static str,
    /// How far down the last page they go.
    #[serde(skip)]
    pub filled: f64,
}

/// A week.
#[derive(Debug, Clone, Serialize)]
pub struct WeekRow {
    /// How high it is.
    height: f64,
    /// Its number, its phase or cycle, and its date.
    name: Vec<Line>,
    /// What its days say, and whether they are hard.
    days: Vec<(Vec<Line>, bool)>,
}

impl WeekPages {
    /// Returns how many pages they are.
    pub fn count(&self) -> usize {
        self.pages.len()
    }

    /// Returns how many rows they have.
    pub fn rows(&self) -> usize {
        self.pages.iter().map(Vec::len).sum()
    }
}

/// How closely weeks are set.
#[derive(Debug, Clone, Copy)]
struct Way {
    size: f64,
    /// Whether each movement has a line of its own.
    in_lines: bool,
    /// Whether warm-ups, cool-downs and times are there.
    has_all: bool,
    /// Whether it is read with ease: weeks are not set closer than this to save a page.
    is_easy: bool,
}

const fn way(size: f64, in_lines: bool, has_all: bool, is_easy: bool) -> Way {
    Way { size, in_lines, has_all, is_easy }
}

/// The ways to set weeks, from the roomiest to the closest. 7 pt is about the smallest print of a newspaper.
const WAYS: [Way; 11] = [
    way(9.0, true, true, true),
    way(8.5, true, true, true),
    way(9.0, false, true, true),
    way(8.0, true, true, true),
    way(8.5, false, true, true),
    way(8.0, false, true, true),
    way(7.5, true, true, false),
    way(7.5, false, true, false),
    way(7.0, true, true, false),
    way(7.0, false, true, false),
    way(7.0, false, false, false),
];
/// Those of large print, which begins at 12 pt.
const LARGE_WAYS: [Way; 3] =
    [way(12.0, true, true, true), way(12.0, false, true, true), way(12.0, false, false, false)];

/// Returns the ways in which a plan's weeks can be set and read with ease, the roomiest first; the closest one where
/// there is none.
pub fn pages(overview: &Overview, head: &Head, sheets: Sheets, room: Room) -> Vec<WeekPages> {
    let (ways, _) = ways(room);
    let set: Vec<Set> = ways.iter().map(|&way| Set::of(&overview.weeks, way, room)).collect();
    let easy = ways.iter().filter(|way| way.is_easy).count().max(1);
    let mut all: Vec<WeekPages> = Vec::new();
    for from in 0..easy {
        let one = first_that_fits(&set[from..], (overview, head), sheets, room);
        // The first that fits is often the same.
        if all.last().is_none_or(|last| last.filled != one.filled) {
            all.push(one);
        }
    }
    all
}

/// Returns the ways to set weeks on a paper, and the most weeks on a page.
fn ways(room: Room) -> (&'static [Way], usize) {
    if room.is_large { (&LARGE_WAYS, MOST_WEEKS_LARGE) } else { (&WAYS, MOST_WEEKS) }
}

/// Returns the pages of a plan's weeks in the first of these ways in which they fit; cut where none does.
fn first_that_fits(
    set: &[Set],
    (overview, head): (&Overview, &Head),
    sheets: Sheets,
    room: Room,
) -> WeekPages {
    let weeks = &overview.weeks;
    let (_, most) = ways(room);
    let at_most = weeks.len().div_ceil(most).max(1);
    let found = (1..=at_most).find_map(|count| {
        let is_last = count == at_most;
        let fits = |set: &&Set| (is_last || set.way.is_easy) && set.fits(count, head, room);
        set.iter().find(fits).map(|set| (set.clone(), count))
    });
    let is_whole = found.is_some();
    let (mut set, count) = found.unwrap_or_else(|| {
        let mut set = set.last().cloned().unwrap_or_else(|| Set::of(weeks, WAYS[0], room));
        set.cut_to(at_most, head, room);
        (set, at_most)
    });
    let left_out = match (is_whole && set.way.has_all, sheets) {
        (true, _) => "",
        (false, Sheets::ByTitle) => "Warm-ups, and what is left out at …, are on the log pages.",
        (false, Sheets::Each) => "Warm-ups, and what is left out at …, are on the sheets.",
    };
    let shares = shares(set.rows.len(), count);
    let on_last: f64 =
        set.rows.iter().rev().take(shares.last().copied().unwrap_or(0)).map(|row| row.height).sum();
    let filled = room.height - set.room_on(shares.len().saturating_sub(1), head, room) + on_last;
    let mut rows = std::mem::take(&mut set.rows).into_iter();
    WeekPages {
        size: set.way.size,
        inset: INSET,
        head: set.head(&overview.weekdays),
        head_height: set.head_height(),
        widths: set.widths,
        pages: shares.into_iter().map(|share| rows.by_ref().take(share).collect()).collect(),
        has_hard_days: overview.has_hard_days(),
        left_out,
        filled,
    }
}

/// Shares so many rows out over so many pages, so that none has a few alone.
fn shares(rows: usize, pages: usize) -> Vec<usize> {
    let (each, more) = (rows / pages.max(1), rows % pages.max(1));
    (0..pages).map(|page| each + usize::from(page < more)).filter(|&share| share > 0).collect()
}

/// Weeks set in one way.
#[derive(Debug, Clone)]
struct Set {
    way: Way,
    widths: Vec<f64>,
    rows: Vec<WeekRow>,
}

impl Set {
    fn of(weeks: &[Week], way: Way, room: Room) -> Self {
        let widths = widths(weeks, way, room.width);
        let rows = weeks.iter().map(|week| row(week, &widths, way)).collect();
        Self { way, widths, rows }
    }

    fn head(&self, weekdays: &[String; 7]) -> Vec<String> {
        let name = |(name, &wide): (&String, &f64)| {
            let fits = width(name, Look::Soft) * self.way.size < inside(wide);
            if fits { name.clone() } else { name.chars().take(3).collect() }
        };
        std::iter::once("Week".to_owned()).chain(weekdays.iter().zip(&self.widths[1..]).map(name)).collect()
    }

    fn head_height(&self) -> f64 {
        self.way.size + 2.0 * INSET
    }

    /// Returns the room for rows on a page.
    fn room_on(&self, page: usize, head: &Head, room: Room) -> f64 {
        let key = 2.0 * self.way.size;
        let above = if page == 0 { head.height } else { LINE * 2.0 * room.size };
        room.height - above - self.head_height() - key
    }

    fn fits(&self, pages: usize, head: &Head, room: Room) -> bool {
        let mut rows = self.rows.iter();
        shares(self.rows.len(), pages).into_iter().enumerate().all(|(page, share)| {
            let high: f64 = rows.by_ref().take(share).map(|row| row.height).sum();
            high <= self.room_on(page, head, room)
        })
    }

    /// Leaves out lines of the longest days, until so many pages hold the weeks.
    fn cut_to(&mut self, pages: usize, head: &Head, room: Room) {
        let size = self.way.size;
        let whole = self.rows.clone();
        let longest = whole.iter().flat_map(|row| &row.days).map(|(day, _)| day.len()).max().unwrap_or(0);
        for most in (1..longest).rev() {
            for (row, whole) in self.rows.iter_mut().zip(&whole) {
                let mut highest = whole.name.len();
                for ((day, _), width) in row.days.iter_mut().zip(&self.widths[1..]) {
                    cut(day, most, inside(*width) / size);
                    highest = highest.max(day.len());
                }
                row.height = height(highest, size) + 2.0 * INSET;
            }
            if self.fits(pages, head, room) {
                return;
            }
        }
    }
}

/// Returns the width of what is in a cell.
fn inside(width: f64) -> f64 {
    width - 2.0 * INSET
}

/// Returns how wide the columns are: that of the weeks, and those of the days, wider where more is to be said.
fn widths(weeks: &[Week], way: Way, room: f64) -> Vec<f64> {
    let size = way.size;
    let part = |week: &Week| width(&week.part, Look::Soft).min(WIDEST_PART);
    let names = weeks.iter().flat_map(|week| [width(&week.date, Look::Soft), part(week), 1.7]);
    let of_week = names.fold(width("Week", Look::Soft), f64::max).mul_add(1.03 * size, 2.0 * INSET);
    let said = |day: usize| {
        let of_day = |week: &Week| {
            let runs = week.days.get(day).map(|day| runs(day, way)).unwrap_or_default();
            runs.iter().flatten().map(|(look, text)| width(text, *look)).sum::<f64>()
        };
        weeks.iter().map(of_day).fold(0.0, f64::max)
    };
    let needs: Vec<f64> = (0..7).map(said).collect();
    let narrowest = |need: f64| {
        let least = if need > 0.0 { need.min(NARROWEST) } else { FREE };
        least.max(FREE).mul_add(size, 2.0 * INSET)
    };
    let least: f64 = needs.iter().map(|&need| narrowest(need)).sum();
    let free = (room - of_week - least).max(0.0);
    // What has four times as much to say gets twice the width, and is twice as high.
    let weight = |need: f64| if need > NARROWEST { (need - NARROWEST).sqrt() } else { 0.0 };
    let weights: f64 = needs.iter().map(|&need| weight(need)).sum();
    let of_day = |need: f64| {
        let share = if weights > 0.0 { weight(need) / weights } else { 0.0 };
        narrowest(need) + free * share
    };
    let days: Vec<f64> = if weights > 0.0 {
        needs.iter().map(|&need| of_day(need)).collect()
    } else {
        needs.iter().map(|&need| narrowest(need) + free / 7.0).collect()
    };
    std::iter::once(of_week).chain(days).collect()
}

fn row(week: &Week, widths: &[f64], way: Way) -> WeekRow {
    let size = way.size;
    let mut name = vec![Line::of(Look::Bold, week.number.to_string())];
    if !week.part.is_empty() {
        let room = inside(widths[0]) / size;
        let mut part = lines(&[(Look::Soft, week.part.clone())], room);
        cut(&mut part, if way.is_easy { LINES_OF_PART } else { 1 }, room);
        name.extend(part);
    }
    if !week.date.is_empty() {
        name.push(Line::of(Look::Soft, week.date.clone()));
    }
    let day = |(day, wide): (&Day, &f64)| {
        let all: Vec<Line> =
            runs(day, way).iter().flat_map(|runs| lines(runs, inside(*wide) / size)).collect();
        (all, day.is_hard)
    };
    let days: Vec<(Vec<Line>, bool)> = week.days.iter().zip(&widths[1..]).map(day).collect();
    let highest = days.iter().map(|(day, _)| day.len()).chain([name.len()]).max().unwrap_or(1);
    WeekRow { height: height(highest, size) + 2.0 * INSET, name, days }
}

/// Returns the paragraphs of a day.
fn runs(day: &Day, way: Way) -> Vec<Vec<Run>> {
    day.briefs.iter().flat_map(|brief| paragraphs(brief, day.is_rest, way)).collect()
}

fn paragraphs(brief: &Brief, is_rest: bool, way: Way) -> Vec<Vec<Run>> {
    let mut head: Vec<Run> = Vec::new();
    let when = (!brief.when.is_empty()).then(|| (Look::Soft, brief.when.clone()));
    head.extend(when);
    if !brief.title.is_empty() {
        let is_race_or_session = !(is_rest && brief.lines.is_empty());
        let has_time = way.has_all && !brief.time.is_empty();
        let end = match (has_time, way.in_lines || brief.lines.is_empty()) {
            (true, _) => ",",
            (false, true) => "",
            (false, false) => ":",
        };
        let look = if is_race_or_session { Look::Bold } else { Look::Soft };
        let seam = if head.is_empty() { "" } else { " " };
        head.push((look, format!("{seam}{}{end}", brief.title)));
        if has_time {
            let end = if way.in_lines || brief.lines.is_empty() { "" } else { ":" };
            head.push((Look::Soft, format!(" {}{end}", glued(&brief.time))));
        }
    }
    let said: Vec<&str> = brief
        .lines
        .iter()
        .filter(|line| way.has_all || !line.is_minor)
        .map(|line| line.text.as_str())
        .collect();
    if way.in_lines {
        let mut lines = said.into_iter().map(|text| (Look::Plain, glued(text)));
        // A time of day without a title stands before the first line.
        if brief.title.is_empty()
            && let Some((look, text)) = lines.next()
        {
            let seam = if head.is_empty() { "" } else { " " };
            head.push((look, format!("{seam}{text}")));
        }
        let lines = lines.map(|line| vec![line]);
        return (!head.is_empty()).then_some(head).into_iter().chain(lines).collect();
    }
    if !said.is_empty() {
        let seam = if head.is_empty() { "" } else { " " };
        head.push((Look::Plain, format!("{seam}{}", glued(&said.join("; ")))));
    }
    vec![head]
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn no_page_has_a_few_rows_alone() {
        assert_eq!(shares(12, 1), [12]);
        assert_eq!(shares(13, 2), [7, 6]);
        assert_eq!(shares(104, 9), [12, 12, 12, 12, 12, 11, 11, 11, 11]);
        assert_eq!(shares(1, 1), [1]);
    }
}
