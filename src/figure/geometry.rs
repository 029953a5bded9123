//! Points and directions in the plane of a figure.

use std::ops::{Add, Mul, Sub};

/// A point, or the way from one to another, in heights of the person. The floor is at `y` 0, and `y` grows upwards.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Point {
    /// How far it is to the right.
    pub x: f64,
    /// How high it is.
    pub y: f64,
}

impl Point {
    /// Returns the point of these two numbers.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Returns its distance from the origin.
    pub fn length(self) -> f64 {
        self.x.hypot(self.y)
    }

    /// Returns the same way, one height long; nowhere, if it leads nowhere.
    pub fn unit(self) -> Self {
        let length = self.length();
        if length < 1e-9 { Self::default() } else { self * (1.0 / length) }
    }

    /// Returns the same way turned by an angle, clockwise.
    pub fn turned(self, degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self::new(self.x * cos + self.y * sin, self.y * cos - self.x * sin)
    }

    /// Returns the point between this one and another, at this share of the way.
    pub fn toward(self, other: Self, share: f64) -> Self {
        self * (1.0 - share) + other * share
    }

    /// Returns the direction that it leads in.
    pub fn angle(self) -> f64 {
        self.x.atan2(self.y).to_degrees()
    }
}

impl Add for Point {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f64> for Point {
    type Output = Self;

    fn mul(self, factor: f64) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }
}

/// Returns the way in a direction, one height long. Directions are angles in degrees: 0 is up, 90 is to the right, which
/// is where somebody seen from the side looks.
pub fn direction(degrees: f64) -> Point {
    let (x, y) = degrees.to_radians().sin_cos();
    Point::new(x, y)
}

/// Returns the end of the first of two bones that reach from a root to a target, bent to one side (1 or -1). Returns none
/// if they can't reach.
pub fn joint_between(root: Point, target: Point, first: f64, second: f64, side: f64) -> Option<Point> {
    let way = target - root;
    let length = way.length();
    if length > first + second + 1e-9 || length < (first - second).abs() - 1e-9 || length < 1e-9 {
        return None;
    }
    let cos = (first * first + length * length - second * second) / (2.0 * first * length);
    Some(root + direction(way.angle() + side * cos.clamp(-1.0, 1.0).acos().to_degrees()) * first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_bones_keep_their_length_and_end_at_their_target() {
        let (root, target) = (Point::new(0.1, 0.7), Point::new(0.3, 0.5));
        for side in [1.0, -1.0] {
            let joint = joint_between(root, target, 0.165, 0.155, side).unwrap();
            assert!(((joint - root).length() - 0.165).abs() < 1e-9);
            assert!(((target - joint).length() - 0.155).abs() < 1e-9);
        }
        assert_eq!(joint_between(root, Point::new(1.0, 1.0), 0.165, 0.155, 1.0), None);
    }

    #[test]
    fn a_direction_is_the_angle_of_its_way() {
        for degrees in [-170.0, -90.0, 0.0, 35.0, 90.0, 179.0] {
            assert!((direction(degrees).angle() - degrees).abs() < 1e-9, "{degrees}");
            assert!((direction(0.0).turned(degrees).angle() - degrees).abs() < 1e-9, "{degrees}");
        }
    }
}
