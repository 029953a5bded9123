//! What is pulled at or hung from: bands, ropes, cables, straps.

use super::super::super::geometry::{Point, direction};
use super::super::super::pose::{LEFT, RIGHT, SIDES};
use super::super::super::prop::{Manner, Part};
use super::sketch::Sketch;

/// Draws a band to a post, if it is said to be ahead or behind.
pub fn anchored_band(sketch: &mut Sketch<'_>) {
    if !sketch.has(Manner::Ahead) && !sketch.has(Manner::Behind) {
        return;
    }
    let fastening = Point::new(sketch.beyond(0.3), fastening_height(sketch, 1.1, 0.7));
    pulled_lines(sketch, fastening, 0.014);
    if sketch.is_fixed {
        sketch.post(Point::new(fastening.x, 0.0), fastening.y + 0.06, 0.02);
        sketch.disc(fastening, 0.02);
    }
}

/// Draws a band that the body itself stretches: from the feet to the hands, around the legs, or between the hands.
pub fn band(sketch: &mut Sketch<'_>) {
    let body = sketch.body;
    let near_knee = |share: f64| SIDES.map(|side| body.hip[side].toward(body.knee[side], share));
    if sketch.has(Manner::Ahead) || sketch.has(Manner::Behind) {
        return;
    }
    if [Part::Feet, Part::RightFoot, Part::LeftFoot].iter().any(|&foot| sketch.is_at(foot)) {
        for side in SIDES {
            sketch.line(&[body.hand[side], sketch.at(Part::Feet)], 0.014);
        }
    } else if sketch.is_at(Part::Knees) && sketch.is_of_both_sides() {
        around_legs(sketch, near_knee(0.8));
    } else if sketch.is_at(Part::Knees) {
        sketch.stroke(near_knee(0.75)[RIGHT], &[(-0.03, 0.03), (0.03, -0.03)], 0.03);
    } else if sketch.is_at(Part::Ankles) {
        around_legs(sketch, body.ankle);
    } else {
        sketch.line(&body.hand, 0.014);
    }
}

/// Draws a band around both legs.
fn around_legs(sketch: &mut Sketch<'_>, legs: [Point; 2]) {
    let beside = Point::new(0.03, 0.0);
    sketch.line(&[legs[RIGHT] - beside, legs[LEFT] + beside], 0.024);
}

/// Draws a rope to skip with: its bow below the hands from the front, all of its way from the side.
pub fn rope(sketch: &mut Sketch<'_>) {
    let [right, left] = sketch.body.hand;
    let middle = sketch.at(Part::Hands);
    let points: Vec<Point> = if sketch.is_of_both_sides() {
        let bow = |turn: Point| {
            let half = (left.x - right.x) / 2.0 + turn.x * 0.03;
            Point::new(right.toward(left, 0.5).x - turn.y * half, right.y - turn.x * (right.y - 0.02))
        };
        (0..=24).map(|step| bow(direction(f64::from(step) * 7.5))).collect()
    } else {
        let way = |turn: Point| Point::new(middle.x + turn.x * 0.42, 0.56 + turn.y * 0.545);
        (0..=24).map(|step| way(direction(f64::from(step) * 15.0))).collect()
    };
    sketch.line(&points, 0.012);
}

/// Draws two heavy ropes that the hands swing, in waves that become flat.
pub fn ropes(sketch: &mut Sketch<'_>) {
    for (side, phase) in [(RIGHT, 0.0), (LEFT, 3.0)] {
        let hand = sketch.body.hand[side];
        let wave = |share: f64| {
            let swing = (share * 14.0 + phase).sin() * 0.05 * (1.0 - share);
            Point::new(hand.x + share * 0.55, hand.y * (1.0 - share) + 0.02 + swing)
        };
        let points: Vec<Point> = (0..=20).map(|step| wave(f64::from(step) / 20.0)).collect();
        sketch.line(&points, 0.02);
    }
}

/// Draws straps that hang from above: so far ahead as its length says.
pub fn straps(sketch: &mut Sketch<'_>) {
    let gap = if sketch.has(Manner::Behind) { -0.05 } else { sketch.prop.length(0, 0.0) };
    let fastening = Point::new(sketch.beyond(gap), 1.35);
    let body = sketch.body;
    let ends = if sketch.is_in_hands() { body.hand } else { body.ankle };
    for &side in sketch.sides() {
        sketch.line(&[ends[side], fastening], 0.012);
    }
    if sketch.is_fixed {
        sketch.level(fastening, 0.09, 0.022);
    }
}

/// Draws a cable and the tower with its weights: so far from the body as its length says.
pub fn cable(sketch: &mut Sketch<'_>) {
    let pulley = Point::new(sketch.beyond(sketch.prop.length(0, 0.22)), fastening_height(sketch, 1.15, 0.62));
    pulled_lines(sketch, pulley, 0.012);
    if sketch.is_fixed {
        sketch.post(Point::new(pulley.x, 0.0), 1.22, 0.03);
        sketch.disc(pulley, 0.028);
        let away = if sketch.has(Manner::Behind) { -0.06 } else { 0.06 };
        sketch.post(Point::new(pulley.x + away, 0.05), 0.35, 0.07);
    }
}

/// Draws a cable on each side, seen from the front.
pub fn cables(sketch: &mut Sketch<'_>) {
    let height = fastening_height(sketch, 1.15, 0.85);
    for (side, right) in [(RIGHT, -0.52), (LEFT, 0.52)] {
        let pulley = Point::new(right, height);
        sketch.line(&[sketch.body.hand[side], pulley], 0.012);
        if sketch.is_fixed {
            sketch.post(Point::new(right, 0.0), 1.2, 0.026);
            sketch.disc(pulley, 0.026);
        }
    }
}

/// Draws a sled on a line.
pub fn sled_line(sketch: &mut Sketch<'_>) {
    let (left, front) =
        if sketch.has(Manner::Behind) { (sketch.span.0 - 0.6, 0.35) } else { (sketch.span.1 + 0.2, 0.0) };
    sketch.line(&[sketch.at(Part::Hands), Point::new(left + front, 0.1)], 0.012);
    sketch.stroke(Point::new(left, 0.03), &[(0.0, 0.0), (0.35, 0.0)], 0.03);
    sketch.post(Point::new(left + 0.17, 0.06), 0.25, 0.12);
}

/// Draws a rope to climb, between the hands.
pub fn climb(sketch: &mut Sketch<'_>) {
    let [right, left] = sketch.body.hand;
    sketch.post(Point::new(right.toward(left, 0.5).x, 1.5), 0.05, 0.022);
}

/// Returns how high a line is fastened: high or low if that is said, else in the middle.
fn fastening_height(sketch: &Sketch<'_>, high: f64, middle: f64) -> f64 {
    if sketch.has(Manner::High) {
        high
    } else if sketch.has(Manner::Low) {
        0.08
    } else {
        middle
    }
}

/// Draws a line from each hand, or from the part that is said, to where it is fastened.
fn pulled_lines(sketch: &mut Sketch<'_>, fastening: Point, width: f64) {
    for &side in sketch.sides() {
        let end = if sketch.is_in_hands() { sketch.body.hand[side] } else { sketch.at(Part::Hands) };
        sketch.line(&[end, fastening], width);
    }
}
