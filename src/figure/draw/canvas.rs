//! Lines, discs and rings, before it is known how large they are drawn and in which colours.

use super::super::geometry::Point;

/// What a line is part of, which gives it its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// The near side of the body.
    Near,
    /// The far side of the body.
    Far,
    /// A thing.
    Thing,
    /// Water.
    Water,
    /// The edge that parts a limb from what is behind it: the colour of the paper.
    Edge,
    /// The arrow along the path of what moves.
    Arrow,
    /// The floor.
    Floor,
}

/// A mark on the canvas.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Its form.
    pub form: Form,
    /// What it is part of.
    pub ink: Ink,
    /// The number of the pose that it belongs to; none if it belongs to all.
    pub pose: Option<usize>,
    /// Whether it is drawn lightly, since it is of an earlier pose.
    pub is_light: bool,
}

/// The form of a mark, in heights of the person.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// A line through some points, with round ends.
    Line { points: Vec<Point>, width: f64 },
    /// A disc.
    Disc { middle: Point, radius: f64 },
    /// A ring; its line is `width` wide.
    Ring { middle: Point, radius: f64, width: f64 },
}

/// Marks, one over the other, and the box around them.
#[derive(Debug, Clone, PartialEq)]
pub struct Canvas {
    /// The marks; later ones are over earlier ones.
    pub marks: Vec<Mark>,
    /// The lower left corner of the box.
    pub low: Point,
    /// The upper right corner of the box.
    pub high: Point,
    /// The number of the pose that is drawn now; none if it belongs to all.
    pose: Option<usize>,
    /// Whether what is drawn now is drawn lightly.
    is_light: bool,
}

impl Canvas {
    /// Returns an empty one for what belongs to all poses.
    pub fn of_all() -> Self {
        Self::of_pose(None, false)
    }

    /// Returns an empty one for a pose, which is drawn lightly if it is an earlier one.
    pub fn of_pose(pose: Option<usize>, is_light: bool) -> Self {
        let (low, high) = (Point::new(f64::MAX, f64::MAX), Point::new(f64::MIN, f64::MIN));
        Self { marks: Vec::new(), low, high, pose, is_light }
    }

    /// Draws a line through some points.
    pub fn line(&mut self, points: &[Point], width: f64, ink: Ink) {
        for &point in points {
            self.include(point, width / 2.0);
        }
        self.mark(Form::Line { points: points.to_vec(), width }, ink);
    }

    /// Draws a disc.
    pub fn disc(&mut self, middle: Point, radius: f64, ink: Ink) {
        self.include(middle, radius);
        self.mark(Form::Disc { middle, radius }, ink);
    }

    /// Draws a ring.
    pub fn ring(&mut self, middle: Point, radius: f64, width: f64, ink: Ink) {
        self.include(middle, radius + width / 2.0);
        self.mark(Form::Ring { middle, radius, width }, ink);
    }

    /// Adds the marks of another one, so far to the right.
    pub fn add(&mut self, other: &Canvas, right: f64) {
        for mark in &other.marks {
            let mut mark = mark.clone();
            match &mut mark.form {
                Form::Line { points, .. } => points.iter_mut().for_each(|point| point.x += right),
                Form::Disc { middle, .. } | Form::Ring { middle, .. } => middle.x += right,
            }
            self.marks.push(mark);
        }
        self.include(Point::new(other.low.x + right, other.low.y), 0.0);
        self.include(Point::new(other.high.x + right, other.high.y), 0.0);
    }

    /// Returns how wide the box is.
    pub fn width(&self) -> f64 {
        self.high.x - self.low.x
    }

    fn mark(&mut self, form: Form, ink: Ink) {
        self.marks.push(Mark { form, ink, pose: self.pose, is_light: self.is_light });
    }

    fn include(&mut self, point: Point, radius: f64) {
        self.low = Point::new(self.low.x.min(point.x - radius), self.low.y.min(point.y - radius));
        self.high = Point::new(self.high.x.max(point.x + radius), self.high.y.max(point.y + radius));
    }
}
