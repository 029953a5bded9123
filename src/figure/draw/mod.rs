//! Drawing a figure: its poses beside or over one another, with what is held and what stands about.

mod arrow;
mod canvas;
mod person;
pub mod props;

pub use canvas::{Canvas, Form, Ink, Mark};

use super::body::Body;
use super::geometry::Point;
use super::mistake::Mistake;
use super::pose::{Pose, View};
use super::prop::PropKind;
use super::reading::{Figure, FigurePose};
use props::Scene;

/// How far apart two poses are.
const GAP: f64 = 0.1;
/// Up to which width two poses are drawn beside one another.
const WIDEST_BESIDE: f64 = 1.75;
/// How far the floor reaches beyond what is on it.
const BEYOND: f64 = 0.04;

impl Figure {
    /// Draws the figure.
    ///
    /// # Errors
    ///
    /// Returns what is wrong with a pose that nobody can be in, as [`Figure::solve`] does.
    pub fn draw(&self) -> Result<Canvas, Mistake> {
        Ok(draw(&self.poses, &self.solve()?))
    }
}

/// Draws poses with the bodies in them. Earlier poses are light, the last one is dark.
fn draw(poses: &[FigurePose], bodies: &[Body]) -> Canvas {
    let span = bodies
        .iter()
        .map(Body::span)
        .fold((f64::MAX, f64::MIN), |(low, high), (left, right)| (low.min(left), high.max(right)));
    let single = |number: usize, is_fixed: bool| {
        let (pose, body) = (&poses[number].pose, &bodies[number]);
        let mut canvas = Canvas::of_pose(Some(number), number + 1 < bodies.len());
        draw_one(&mut canvas, &Scene { pose, body, span, is_fixed });
        if let Some(before) = number.checked_sub(1) {
            arrow::draw(&mut canvas, (&poses[before], &bodies[before]), (&poses[number], body));
        }
        canvas
    };
    let alone: Vec<Canvas> = (0..bodies.len()).map(|number| single(number, true)).collect();
    let gaps = GAP * (alone.len().saturating_sub(1) as f64);
    let width = alone.iter().map(Canvas::width).sum::<f64>() + gaps;
    let is_beside = alone.len() > 2 || alone.len() == 2 && width < WIDEST_BESIDE;
    let mut canvas = Canvas::of_all();
    let mut left = 0.0;
    for (number, one) in alone.iter().enumerate() {
        if is_beside {
            canvas.add(one, left - one.low.x);
            left += one.width() + GAP;
        } else {
            // What stands on the floor is drawn once.
            canvas.add(&single(number, number + 1 == bodies.len()), 0.0);
        }
    }
    let is_in_water = poses.iter().flat_map(|one| &one.pose.props).any(|prop| prop.kind == PropKind::Water);
    let has_floor = !is_in_water && bodies.iter().all(|body| body.view != View::Above);
    with_floor(canvas, has_floor)
}

/// Draws one pose.
fn draw_one(canvas: &mut Canvas, scene: &Scene<'_>) {
    props::behind(canvas, scene);
    if scene.body.view == View::Above && scene.is_fixed {
        mat(canvas, scene.pose, scene.body);
    }
    person::draw(canvas, scene.pose, scene.body);
    props::before(canvas, scene);
}

/// Draws the outline of the mat or the bench that somebody seen from above lies on.
fn mat(canvas: &mut Canvas, pose: &Pose, body: &Body) {
    let is_bench = pose.props.iter().any(|prop| prop.kind == PropKind::Bench);
    let (half, low, high) = if is_bench {
        (0.085, body.pelvis.y - 0.06, body.head.y + 0.08)
    } else {
        (0.25, body.pelvis.y - 0.55, body.head.y + 0.14)
    };
    let corners = [(-half, low), (half, low), (half, high), (-half, high), (-half, low)];
    canvas.line(&corners.map(|(x, y)| Point::new(x, y)), 0.016, Ink::Thing);
}

/// Puts a floor under the figure, if there is one.
fn with_floor(figure: Canvas, has_floor: bool) -> Canvas {
    if !has_floor || figure.marks.is_empty() {
        return figure;
    }
    let mut canvas = Canvas::of_all();
    let ends = [figure.low.x - BEYOND, figure.high.x + BEYOND].map(|x| Point::new(x, -0.004));
    canvas.line(&ends, 0.006, Ink::Floor);
    canvas.add(&figure, 0.0);
    canvas
}
