//! The data for the template of plans: pages of weeks, then the log of its sessions or the sheet of each, then what it
//! adds up to.
//!
//! Which letters, rows and blocks go on which page is decided here; the template only sets them.

mod block;
mod pack;
mod weeks;

use rustc_hash::FxHashSet;
use serde::Serialize;

use self::block::Block;
use self::pack::{Body, Placed};
use self::weeks::{Head, WeekPages};
use super::data::{FigureData, SheetData, paper};
use crate::emit::card::MovementNotes;
use crate::emit::cues::Voice;
use crate::emit::overview::{Overview, SessionSheet, Table, log};
use crate::emit::{OnePlan, OneWorkout, Paper, SheetOptions, Sheets};

/// What the pages of a plan are made of.
#[derive(Debug, Serialize)]
pub struct PlanData<'a> {
    /// What they are printed on, as Typst calls it.
    pub paper: &'static str,
    /// Whether they are for readers without their glasses.
    pub large: bool,
    /// The size of letters that is usual on them.
    pub size: f64,
    /// From one side of the paper to what is printed, and from its top.
    pub margins: [f64; 2],
    /// The plan's title and facts.
    pub head: Head,
    /// Its weeks.
    pub weeks: WeekPages,
    /// What is below the last of them, then page by page: the log of its sessions, and what its weeks add up to.
    pub placed: Vec<Placed>,
    /// Its title.
    pub title: String,
    /// What to know of the movements, where that is asked for.
    pub movements: Vec<MovementNotes>,
    /// How they are drawn.
    pub figures: FigureData,
    /// How many sheets follow.
    pub sheets: usize,
    /// The data for each of these.
    #[serde(skip)]
    pub of_sheets: Vec<SheetData<'a>>,
}

/// What there is room for on a page, in points.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    width: f64,
    height: f64,
    /// The size of letters that is usual.
    size: f64,
    is_large: bool,
}

/// The margins of a plan's pages: at the sides, and above and below together.
const SIDE: f64 = 37.0;
const ABOVE: f64 = 34.0;
const BELOW: f64 = 37.0;

impl Room {
    fn of(options: SheetOptions) -> Self {
        let (long, short) = match options.paper {
            Paper::A4 => (841.89, 595.28),
            Paper::Letter => (792.0, 612.0),
        };
        Self {
            width: long - 2.0 * SIDE,
            // What is rounded must not run over.
            height: short - ABOVE - BELOW - 1.0,
            size: if options.large { 12.0 } else { 9.0 },
            is_large: options.large,
        }
    }
}

impl<'a> PlanData<'a> {
    /// Returns what the pages of a plan say.
    pub fn of(plan: &OnePlan<'a>, options: SheetOptions) -> Self {
        let compiled = plan.compiled();
        let made = plan.overview();
        let room = Room::of(options);
        let head = Head::of(made, room);
        let of_sheets = match options.sheets {
            Sheets::ByTitle => Vec::new(),
            Sheets::Each => made.sessions.iter().map(|session| sheet(plan, session, options)).collect(),
        };
        let logs = match options.sheets {
            Sheets::ByTitle => {
                let logs = log::logs(compiled, &made.cards);
                let blocks = logs.iter().flat_map(|log| Block::all_of(log, room));
                pack::pages(blocks.map(Body::Block).collect(), room)
            }
            Sheets::Each => Vec::new(),
        };
        let sums = |taken: f64| sums(made, taken, room);
        let filled_up = |weeks: WeekPages| {
            let mut placed = vec![Placed::below(weeks.filled)];
            placed.extend(logs.iter().cloned());
            (weeks, pack::filled_up(placed, sums, room))
        };
        // The roomiest weeks that leave the fewest pages.
        let all = weeks::pages(made, &head, options.sheets, room).into_iter().map(filled_up);
        let (weeks, placed) = all
            .min_by_key(|(weeks, placed)| weeks.count() + placed.len())
            .unwrap_or_else(|| (WeekPages::default(), Vec::new()));
        let movements = if options.movements { movements(made) } else { Vec::new() };
        Self {
            paper: paper(options.paper),
            large: options.large,
            size: room.size,
            margins: [SIDE, ABOVE],
            head,
            weeks,
            placed,
            title: made.title.clone(),
            figures: FigureData::of(&movements, options.figures),
            movements,
            sheets: of_sheets.len(),
            of_sheets,
        }
    }

    /// Returns how many rows all its tables have.
    pub fn rows(&self) -> usize {
        let of_sheet = |sheet: &SheetData<'_>| {
            sheet.changes.rows.len() + sheet.sections.iter().map(|section| section.items.len()).sum::<usize>()
        };
        let of_sheets: usize = self.of_sheets.iter().map(of_sheet).sum();
        self.weeks.rows() + self.placed.iter().map(Placed::rows).sum::<usize>() + of_sheets
    }
}

/// Returns what the weeks add up to. Of the first page so much is taken.
fn sums(overview: &Overview, taken: f64, room: Room) -> Vec<Body> {
    let table = |taken: f64| Block::all_of_table("What it adds up to", &overview.sums, taken, room);
    let muscles = side_by_side(&overview.muscles);
    let muscles =
        muscles.iter().flat_map(|table| Block::all_of_table("Sets for each muscle", table, 0.0, room));
    let others: Vec<Body> = muscles.map(Body::Block).chain(Body::of_plots(&overview.plots, room)).collect();
    let bodies = |blocks: Vec<Block>| blocks.into_iter().map(Body::Block);
    let whole = table(taken);
    if whole.len() < 2 {
        return bodies(whole).chain(others).collect();
    }
    // What goes over several pages comes last, so that the other things are not alone on a page.
    let above: f64 = others.iter().map(Body::height_with_gap).sum();
    others.into_iter().chain(bodies(table(taken + above))).collect()
}

/// Returns the sheet of a session. What there is to know of its movements is at the end of all.
fn sheet<'a>(plan: &OnePlan<'a>, session: &SessionSheet, options: SheetOptions) -> SheetData<'a> {
    let compiled = plan.compiled();
    let done = compiled.workout(&compiled.season.sessions[session.instance]);
    // Nothing is said aloud on a sheet, so any voice will do.
    let mut data = SheetData::of_session(&OneWorkout::new(done, Voice::default()), session, options);
    data.movements.clear();
    data.figures = FigureData::of(&[], options.figures);
    data
}

/// Returns what is known of the movements of a plan, each once.
fn movements(overview: &Overview) -> Vec<MovementNotes> {
    let mut named = FxHashSet::default();
    let all = overview.cards.iter().flat_map(|card| &card.movements);
    all.filter(|movement| named.insert(movement.name.as_str())).cloned().collect()
}

/// How many runs of rows a long narrow table has side by side.
const RUNS: usize = 3;

/// Returns a long narrow table as a short wide one, whose rows go on to the right.
fn side_by_side(table: &Table) -> Option<Table> {
    if table.rows.is_empty() {
        return None;
    }
    let each = table.rows.len().div_ceil(RUNS);
    let runs: Vec<&[Vec<String>]> = table.rows.chunks(each).collect();
    let row = |nth: usize| {
        let cells = |run: &&[Vec<String>]| {
            run.get(nth).cloned().unwrap_or_else(|| vec![String::new(); table.head.len()])
        };
        runs.iter().flat_map(cells).collect()
    };
    Some(Table {
        head: table.head.iter().cycle().take(table.head.len() * runs.len()).cloned().collect(),
        rows: (0..each).map(row).collect(),
    })
}
