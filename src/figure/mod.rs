//! Figures: a movement as a picture, drawn from a description in words.
//!
//! A [`Pose`] says the angles of the joints, what is planted, what is held; a [`Figure`] is one pose, two or three. They
//! are read by [`read_pose`] and [`read_figure`], [solved](Figure::solve) to a [`Body`] whose limbs keep their length and
//! whose hands and feet are where they should be, and [drawn](Figure::draw) on a [`Canvas`] of plain lines, which outputs
//! turn into SVG or blocks of a terminal.

mod body;
mod draw;
mod geometry;
mod hands;
mod impossible;
mod laws;
mod mistake;
mod pose;
mod prop;
mod reading;
mod solve;
#[cfg(test)]
mod tests;
mod words;

pub use body::Body;
pub use draw::{Canvas, Form, Ink, Mark};
pub use geometry::Point;
pub use mistake::Mistake;
pub use pose::Pose;
pub use reading::{
    Figure, FigurePose, Said, named_in_figure, pose_named, pose_names, read_figure, read_pose, unknown_pose,
};
