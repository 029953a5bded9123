//! The poses that the figure of a movement shows.

use std::sync::Arc;

use super::movement::MovementFigure;
use super::variation::look_up;
use crate::figure::{Figure, Said, pose_named, read_figure};

/// How many `figure as "…"` may lead from one movement to the next. One is enough for all of the catalogue.
pub const MOST_AS: usize = 4;

impl MovementFigure {
    /// Returns the poses that it shows; none where nothing is shown.
    pub fn read(&self) -> Option<Arc<Figure>> {
        let mut figure = self.clone();
        for _ in 0..=MOST_AS {
            let words = match figure {
                Self::Read(figure) => return Some(figure),
                Self::Said(words) => words,
            };
            match read_figure(&words, &pose_named).ok()? {
                Said::None => return None,
                Said::Poses(figure) => return Some(figure),
                Said::As(other) => figure = look_up(&other)?.figure.clone()?,
            }
        }
        None
    }
}
