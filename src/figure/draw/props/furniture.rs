//! What one sits, lies, steps or leans on.

use super::super::super::body::widths;
use super::super::super::geometry::Point;
use super::super::super::pose::View;
use super::super::super::prop::{Manner, Part};
use super::sketch::Sketch;

/// Draws a box under a part of the body; its lengths are its width and how far it is to the right.
pub fn box_under(sketch: &mut Sketch<'_>) {
    let (body, prop) = (sketch.body, sketch.prop);
    let (height, half) = (body.underside(prop.part(Part::RightFoot)), prop.length(0, 0.26) / 2.0);
    let middle = sketch.at(Part::RightFoot).x + prop.length(1, 0.0);
    // A lower one would be a bar on the floor.
    if height > 0.03 {
        outline(sketch, (middle - half, middle + half), height - 0.01);
    }
}

/// Draws a box to jump to, ahead of the poses; its lengths are how far ahead it is, and its height.
pub fn target(sketch: &mut Sketch<'_>) {
    let left = sketch.span.1 + sketch.prop.length(0, 0.1);
    outline(sketch, (left, left + 0.3), sketch.prop.length(1, 0.25));
}

/// Draws the outline of a box by its left and its right side, and its height.
fn outline(sketch: &mut Sketch<'_>, (left, right): (f64, f64), height: f64) {
    let corners = [(left, 0.01), (left, height), (right, height), (right, 0.01), (left, 0.01)];
    sketch.stroke(Point::default(), &corners, 0.02);
}

/// Draws a bench: under a part of the body, or else along the trunk. Seen from above, the mat is drawn in its place.
pub fn bench(sketch: &mut Sketch<'_>) {
    if sketch.body.view == View::Above {
        return;
    }
    match sketch.prop.at {
        Some(part) => bench_under(sketch, part),
        None => bench_along_trunk(sketch),
    }
}

/// Draws a bench under a part of the body; its lengths are its width and how far it is to the right.
fn bench_under(sketch: &mut Sketch<'_>, part: Part) {
    let height = sketch.body.underside(part);
    let middle = sketch.body.part(part).x + sketch.prop.length(1, 0.0);
    let width = sketch.prop.length(0, 0.3);
    sketch.level(Point::new(middle, height - 0.02), width / 2.0, 0.04);
    for right in [-0.38, 0.38] {
        sketch.post(Point::new(middle + width * right, 0.01), height - 0.03, 0.02);
    }
}

/// Draws a bench along the trunk at any slope, on the side of the trunk that is below it.
fn bench_along_trunk(sketch: &mut Sketch<'_>) {
    let body = sketch.body;
    let (hips, shoulders) = (under_trunk(body.pelvis, body.lower), under_trunk(body.chest, body.upper));
    let end = (shoulders - hips).unit() * 0.12;
    sketch.line(&[hips, shoulders + end], 0.04);
    if (shoulders - hips).y.abs() > 0.05 {
        let seat = if hips.x > shoulders.x { 0.13 } else { -0.13 };
        sketch.stroke(hips, &[(0.0, 0.0), (seat, 0.0)], 0.04);
        sketch.post(shoulders - Point::new(0.0, 0.02), 0.01, 0.02);
    } else {
        sketch.line(&[hips, hips - end * 0.4], 0.04);
        sketch.post(shoulders, 0.01, 0.02);
    }
    sketch.post(hips, 0.01, 0.02);
}

/// Returns the point below a place of the trunk that leans so far.
fn under_trunk(place: Point, lean: f64) -> Point {
    let aside = Point::new(widths::TRUNK / 2.0 + 0.02, 0.0).turned(lean);
    if (place + aside).y < place.y { place + aside } else { place - aside }
}

/// Draws a chair under the hips, or in the hands.
pub fn chair(sketch: &mut Sketch<'_>) {
    let (pelvis, height) = (sketch.body.pelvis, sketch.body.underside(Part::Hips));
    if sketch.is_of_both_sides() {
        sketch.level(Point::new(pelvis.x, height), 0.16, 0.03);
        for right in [-0.15, 0.15] {
            sketch.post(Point::new(pelvis.x + right, height + 0.32), 0.01, 0.02);
        }
    } else if sketch.is_at(Part::Hands) {
        chair_in_hands(sketch);
    } else {
        let seat = Point::new(pelvis.x + sketch.prop.length(0, 0.0), height);
        sketch.stroke(seat, &[(-0.11, -0.015), (0.13, -0.015)], 0.03);
        for (right, top) in [(-0.11, 0.33), (0.12, -0.02)] {
            sketch.post(seat + Point::new(right, top), 0.01, 0.022);
        }
    }
}

/// Draws a chair whose back the hands hold.
fn chair_in_hands(sketch: &mut Sketch<'_>) {
    let back = sketch.at(Part::Hands);
    let seat = Point::new(back.x, 0.25);
    sketch.post(back, 0.01, 0.022);
    sketch.stroke(seat, &[(0.0, 0.0), (0.24, 0.0)], 0.03);
    sketch.post(seat + Point::new(0.22, 0.0), 0.01, 0.022);
}

/// Draws the seat of a machine, with a back along the trunk if that is said.
pub fn seat(sketch: &mut Sketch<'_>) {
    let seat = Point::new(sketch.body.pelvis.x, sketch.body.underside(Part::Hips) - 0.018);
    sketch.stroke(seat, &[(-0.09, 0.0), (0.1, 0.0)], 0.036);
    sketch.post(seat, 0.01, 0.024);
    if sketch.has(Manner::Back) {
        let top = Point::new(0.0, 0.33).turned(sketch.body.lower);
        sketch.stroke(seat, &[(-0.075, 0.02), (top.x - 0.075, top.y)], 0.034);
    }
}

/// Draws a table under the hands.
pub fn table(sketch: &mut Sketch<'_>) {
    let hands = sketch.at(Part::Hands);
    sketch.stroke(hands, &[(-0.05, -0.035), (0.4, -0.035)], 0.028);
    for right in [0.02, 0.36] {
        sketch.post(hands + Point::new(right, -0.04), 0.01, 0.022);
    }
}

/// Draws a board under the feet: a ski, a surfboard. Its lengths are how far it goes beyond them to the left and to the
/// right.
pub fn board(sketch: &mut Sketch<'_>) {
    let body = sketch.body;
    let ends = || body.heel.into_iter().chain(body.toes).map(|point| point.x);
    let left = ends().fold(f64::MAX, f64::min) - sketch.prop.length(0, 0.12);
    let right = ends().fold(f64::MIN, f64::max) + sketch.prop.length(1, 0.16);
    let height = body.underside(Part::Feet) - 0.014;
    sketch.line(
        &[Point::new(left, height), Point::new(right, height), Point::new(right + 0.06, height + 0.03)],
        0.024,
    );
}
