//! Which blocks go on which page, and where.

use serde::Serialize;

use super::Room;
use super::block::{Block, GUTTER};
use crate::emit::overview::Plot;

/// Between a block and the one below it.
const GAP: f64 = 14.0;
/// How many pages back a block may go where there is room, so that the order stays nearly that in which they are done.
const PAGES_BACK: usize = 3;
/// A page that is filled further down than this is not gone on with.
const MOST_FILLED: f64 = 0.6;
/// How high a picture is, and how many are side by side at most.
const PLOT: f64 = 42.0;
const PLOTS_ACROSS: usize = 6;

/// What has its place on a page.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    /// A table.
    Block(Block),
    /// Pictures side by side.
    Plots {
        /// The pictures.
        plots: Vec<Plot>,
        /// How high each is.
        high: f64,
        /// How high all of them are.
        #[serde(skip)]
        height: f64,
    },
}

impl Body {
    /// Returns pictures, where there are any.
    pub fn of_plots(plots: &[Plot], room: Room) -> Option<Self> {
        let rows = plots.len().div_ceil(PLOTS_ACROSS) as f64;
        let height = rows * (1.5f64.mul_add(room.size, PLOT) + GAP);
        (!plots.is_empty()).then(|| Body::Plots { plots: plots.to_vec(), high: PLOT, height })
    }

    /// Returns how high it is, with what is between it and the next.
    pub fn height_with_gap(&self) -> f64 {
        self.height() + GAP
    }

    fn height(&self) -> f64 {
        match self {
            Body::Block(block) => block.height,
            Body::Plots { height, .. } => *height,
        }
    }

    fn is_half(&self) -> bool {
        match self {
            Body::Block(block) => block.is_half,
            Body::Plots { .. } => false,
        }
    }
}

/// What has its place on one page.
#[derive(Debug, Clone, Serialize)]
pub struct Placed {
    /// Each with how far it is from the left and from the top of what is printed.
    bodies: Vec<(f64, f64, Body)>,
    /// How far down each half of the page is filled.
    #[serde(skip)]
    filled: [f64; 2],
}

impl Placed {
    /// Returns a page that is filled as far down as this.
    pub fn below(filled: f64) -> Self {
        Self { bodies: Vec::new(), filled: [filled; 2] }
    }

    /// Returns how far down it is filled.
    fn deepest(&self) -> f64 {
        self.filled.into_iter().fold(0.0, f64::max)
    }

    /// Returns how many rows it has.
    pub fn rows(&self) -> usize {
        let rows = |body: &Body| match body {
            Body::Block(block) => block.rows(),
            Body::Plots { .. } => 1,
        };
        self.bodies.iter().map(|(_, _, body)| rows(body)).sum()
    }

    /// Puts something on the page, if there is room for it.
    fn put(&mut self, body: &Body, room: Room) -> bool {
        let below = |filled: f64| if filled > 0.0 { filled + GAP } else { 0.0 };
        let [left, right] = self.filled.map(below);
        let (half, top) = match body.is_half() {
            true if left <= right => (0, left),
            true => (1, right),
            false => (0, left.max(right)),
        };
        let end = top + body.height();
        // What is higher than a page begins on one of its own.
        if end > room.height && top > 0.0 {
            return false;
        }
        if body.is_half() {
            self.filled[half] = end;
        } else {
            self.filled = [end; 2];
        }
        let across = if half == 0 { 0.0 } else { (room.width + GUTTER) / 2.0 };
        self.bodies.push((across, top, body.clone()));
        true
    }
}

/// Puts bodies on pages, in order where there is room.
pub fn pages(bodies: Vec<Body>, room: Room) -> Vec<Placed> {
    let mut pages: Vec<Placed> = Vec::new();
    for body in bodies {
        let first = pages.len().saturating_sub(PAGES_BACK);
        if !pages.iter_mut().skip(first).any(|page| page.put(&body, room)) {
            pages.push(on_new(&body, room));
        }
    }
    pages
}

/// Puts bodies wherever there is room on pages, or else all of them on the last and on new ones: no page has a few rows
/// alone. `bodies` returns them for a first page of which so much is taken.
pub fn filled_up(mut pages: Vec<Placed>, bodies: impl Fn(f64) -> Vec<Body>, room: Room) -> Vec<Placed> {
    let mut filled = pages.clone();
    if bodies(0.0).iter().all(|body| filled.iter_mut().any(|page| page.put(body, room))) {
        return filled;
    }
    let taken = pages.last().map_or(room.height, Placed::deepest);
    let taken = if taken > MOST_FILLED * room.height { 0.0 } else { taken + GAP };
    for (nth, body) in bodies(taken).iter().enumerate() {
        let is_apart = nth == 0 && taken == 0.0;
        if is_apart || !pages.last_mut().is_some_and(|page| page.put(body, room)) {
            pages.push(on_new(body, room));
        }
    }
    pages
}

fn on_new(body: &Body, room: Room) -> Placed {
    let mut page = Placed::below(0.0);
    page.put(body, room);
    page
}
