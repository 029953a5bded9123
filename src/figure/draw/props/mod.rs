//! The things in a figure: what is held, what is pulled at, and what stands about.
//!
//! A thing gets its place from the body: a bench is as high as the hips on it, a wall stands where the hands touch it.

mod furniture;
mod held;
mod lines;
mod looks;
mod machines;
mod sketch;
mod standing;

use super::super::body::Body;
use super::super::geometry::Point;
use super::super::pose::Pose;
use super::super::prop::{Part, Prop};
use super::canvas::Canvas;

use self::looks::{Draw, Look};
use self::sketch::Sketch;

/// What a thing is drawn for.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The pose that the thing belongs to.
    pub pose: &'a Pose,
    /// The body in this pose.
    pub body: &'a Body,
    /// How far all poses of the figure reach to the left and to the right.
    pub span: (f64, f64),
    /// Whether things that stand about are drawn with this pose: once where poses lie over one another.
    pub is_fixed: bool,
}

/// Draws what is behind the body.
pub fn behind(canvas: &mut Canvas, scene: &Scene<'_>) {
    draw_layer(canvas, scene, |look| look.behind);
}

/// Draws what is before it.
pub fn before(canvas: &mut Canvas, scene: &Scene<'_>) {
    draw_layer(canvas, scene, |look| look.before);
}

/// Returns where the first heavy thing is that is held, and its mass as a share of the body's. Returns none if nothing
/// heavy is held.
pub fn load(pose: &Pose, body: &Body) -> Option<(Point, f64)> {
    pose.props.iter().find_map(|prop| {
        let mass = Look::of(prop.kind).lifted.filter(|&mass| mass > 0.0)?;
        Some((body.part(prop.part(Part::Hands)), mass))
    })
}

/// Tells whether a thing moves with the hands, so that the arrow should show the way of the hands.
pub fn is_lifted(prop: &Prop) -> bool {
    Look::of(prop.kind).lifted.is_some() && prop.at.is_none_or(Part::is_hand)
}

/// Draws what the things of a pose have in one layer.
fn draw_layer(canvas: &mut Canvas, scene: &Scene<'_>, layer: fn(Look) -> Option<Draw>) {
    for prop in &scene.pose.props {
        let look = Look::of(prop.kind);
        if look.stands && !scene.is_fixed {
            continue;
        }
        if let Some(draw) = layer(look) {
            draw(&mut Sketch::new(canvas, scene, prop));
        }
    }
}
