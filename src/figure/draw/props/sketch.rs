//! One thing while it is drawn.

use super::super::super::body::Body;
use super::super::super::geometry::Point;
use super::super::super::pose::{LEFT, RIGHT, SIDES};
use super::super::super::prop::{Manner, Part, Prop};
use super::super::canvas::{Canvas, Ink};
use super::Scene;

/// One thing while it is drawn: the thing, the body that it is drawn for, and the canvas.
pub struct Sketch<'a> {
    /// The thing.
    pub prop: &'a Prop,
    /// The body.
    pub body: &'a Body,
    /// How far all poses of the figure reach to the left and to the right.
    pub span: (f64, f64),
    /// Whether what stands about is drawn, such as the post of a cable.
    pub is_fixed: bool,
    /// What it is drawn on.
    canvas: &'a mut Canvas,
}

impl<'a> Sketch<'a> {
    /// Begins the drawing of a thing.
    pub fn new(canvas: &'a mut Canvas, scene: &Scene<'a>, prop: &'a Prop) -> Self {
        Self { prop, body: scene.body, span: scene.span, is_fixed: scene.is_fixed, canvas }
    }

    /// Returns where the thing is: at the part that is said of it, or at its usual one.
    pub fn at(&self, usual: Part) -> Point {
        self.body.part(self.prop.part(usual))
    }

    /// Tells whether this part is the one that the thing is said to be at.
    pub fn is_at(&self, part: Part) -> bool {
        self.prop.at == Some(part)
    }

    /// Tells whether the thing is in the hands or in one of them.
    pub fn is_in_hands(&self) -> bool {
        self.prop.at.is_none_or(Part::is_hand)
    }

    /// Returns the sides of the body that the thing is at: one if it is at a right or left part, else both.
    pub fn sides(&self) -> &'static [usize] {
        match self.prop.at {
            Some(
                Part::RightHand | Part::RightFoot | Part::RightKnee | Part::RightAnkle | Part::RightElbow,
            ) => &[RIGHT],
            Some(Part::LeftHand | Part::LeftFoot | Part::LeftKnee | Part::LeftAnkle | Part::LeftElbow) => {
                &[LEFT]
            }
            Some(
                Part::Hands
                | Part::Feet
                | Part::Soles
                | Part::Heels
                | Part::Hips
                | Part::Belly
                | Part::Shoulders
                | Part::Head
                | Part::Knees
                | Part::Ankles
                | Part::Elbows
                | Part::Neck
                | Part::Rack
                | Part::Lap
                | Part::Back,
            )
            | None => &SIDES,
        }
    }

    /// Tells whether both sides of the body are seen.
    pub fn is_of_both_sides(&self) -> bool {
        self.body.view.is_of_both_sides()
    }

    /// Tells whether this is said of the thing.
    pub fn has(&self, manner: Manner) -> bool {
        self.prop.has(manner)
    }

    /// Returns a place so far beyond the poses of the figure: behind them if the thing is said to be behind, else
    /// ahead of them.
    pub fn beyond(&self, gap: f64) -> f64 {
        if self.has(Manner::Behind) { self.span.0 - gap } else { self.span.1 + gap }
    }

    /// Draws a line through some points.
    pub fn line(&mut self, points: &[Point], width: f64) {
        self.canvas.line(points, width, Ink::Thing);
    }

    /// Draws a line through points that are so far to the right of an anchor, and so far above it.
    pub fn stroke(&mut self, anchor: Point, ways: &[(f64, f64)], width: f64) {
        let points: Vec<Point> = ways.iter().map(|&(right, up)| anchor + Point::new(right, up)).collect();
        self.line(&points, width);
    }

    /// Draws a level line by its middle and half its length.
    pub fn level(&mut self, middle: Point, half: f64, width: f64) {
        self.stroke(middle, &[(-half, 0.0), (half, 0.0)], width);
    }

    /// Draws an upright line by its middle and half its length.
    pub fn upright(&mut self, middle: Point, half: f64, width: f64) {
        self.stroke(middle, &[(0.0, -half), (0.0, half)], width);
    }

    /// Draws an upright line from a point to a height.
    pub fn post(&mut self, from: Point, height: f64, width: f64) {
        self.line(&[from, Point::new(from.x, height)], width);
    }

    /// Draws a disc.
    pub fn disc(&mut self, middle: Point, radius: f64) {
        self.canvas.disc(middle, radius, Ink::Thing);
    }

    /// Draws a ring; its line is `width` wide.
    pub fn ring(&mut self, middle: Point, radius: f64, width: f64) {
        self.canvas.ring(middle, radius, width, Ink::Thing);
    }

    /// Draws the surface of water through some points.
    pub fn surface(&mut self, points: &[Point]) {
        self.canvas.line(points, 0.014, Ink::Water);
    }
}
