//! What is held in the hands or lies on the body.

use super::super::super::body::lengths;
use super::super::super::geometry::Point;
use super::super::super::pose::{LEFT, RIGHT, SIDES};
use super::super::super::prop::{Manner, Part};
use super::sketch::Sketch;

/// Draws a barbell: all of it from the front, a plate and the end of the bar from the side.
pub fn barbell(sketch: &mut Sketch<'_>) {
    let middle = sketch.at(Part::Hands);
    if sketch.is_of_both_sides() {
        sketch.level(middle, 0.36, 0.018);
        for right in [-0.306, 0.306] {
            sketch.upright(middle + Point::new(right, 0.0), 0.09, 0.035);
        }
    } else {
        sketch.ring(middle, 0.1, 0.022);
        sketch.disc(middle, 0.018);
    }
}

/// Draws a log: its end, with the grip in it.
pub fn log(sketch: &mut Sketch<'_>) {
    let middle = sketch.at(Part::Hands);
    sketch.ring(middle, 0.06, 0.03);
    sketch.disc(middle, 0.02);
}

/// Draws a stick: along the line of the hands from the front, its end from the side.
pub fn stick(sketch: &mut Sketch<'_>) {
    let middle = sketch.at(Part::Hands);
    if sketch.is_of_both_sides() {
        let apart = sketch.body.hand[LEFT] - sketch.body.hand[RIGHT];
        let half = apart * (0.4 / apart.length().max(0.01));
        sketch.line(&[middle - half, middle + half], 0.014);
    } else {
        sketch.disc(middle, 0.022);
    }
}

/// Draws a plate of a barbell.
pub fn plate(sketch: &mut Sketch<'_>) {
    sketch.ring(sketch.at(Part::Hands), 0.075, 0.03);
}

/// Draws a ball. If no part is said, it is so far from the hands as its lengths say.
pub fn ball(sketch: &mut Sketch<'_>) {
    let prop = sketch.prop;
    let from_hands = match prop.at {
        Some(_) => Point::default(),
        None => Point::new(prop.length(0, 0.0), prop.length(1, 0.0)),
    };
    sketch.disc(sketch.at(Part::Hands) + from_hands, 0.06);
}

/// Draws a sandbag, which lies along the trunk.
pub fn sandbag(sketch: &mut Sketch<'_>) {
    let middle = sketch.at(Part::Hands);
    let half = Point::new(0.0, 0.05).turned(sketch.body.upper);
    sketch.line(&[middle - half, middle + half], 0.11);
}

/// Draws a kettlebell: in one hand, or between both.
pub fn kettlebell(sketch: &mut Sketch<'_>) {
    if sketch.sides().len() == 1 {
        kettlebells(sketch);
    } else {
        kettlebell_at(sketch, sketch.at(Part::Hands), RIGHT);
    }
}

/// Draws a kettlebell in each hand.
pub fn kettlebells(sketch: &mut Sketch<'_>) {
    for &side in sketch.sides() {
        kettlebell_at(sketch, sketch.body.hand[side], side);
    }
}

/// Draws a kettlebell with its handle at a place that the arm of this side reaches.
fn kettlebell_at(sketch: &mut Sketch<'_>, handle: Point, side: usize) {
    let shoulder = sketch.body.shoulder[side];
    let reach = handle - shoulder;
    let is_straight = reach.length() > 0.88 * (lengths::UPPER_ARM + lengths::FOREARM);
    // It hangs down from a bent arm and goes on from a straight one. If the arm is raised, it lies on the forearm.
    let way = if sketch.has(Manner::Up) {
        Point::new(0.0, 1.0)
    } else if !is_straight {
        Point::new(0.0, -1.0)
    } else if handle.y < shoulder.y + 0.12 {
        reach.unit()
    } else {
        Point::new(-0.75, -0.66)
    };
    sketch.ring(handle + way * 0.025, 0.028, 0.016);
    sketch.disc(handle + way * 0.085, 0.052);
}

/// Draws a dumbbell: in one hand, or on end between both.
pub fn dumbbell(sketch: &mut Sketch<'_>) {
    if sketch.sides().len() == 1 {
        dumbbells(sketch);
    } else {
        dumbbell_on_end(sketch, sketch.at(Part::Hands));
    }
}

/// Draws a dumbbell in each hand, or one at another part of the body.
pub fn dumbbells(sketch: &mut Sketch<'_>) {
    let draw = if sketch.has(Manner::Upright) { dumbbell_on_end } else { level_dumbbell };
    if !sketch.is_in_hands() {
        return draw(sketch, sketch.at(Part::Hands));
    }
    for &side in sketch.sides() {
        draw(sketch, sketch.body.hand[side]);
    }
}

/// Draws a dumbbell that is upright.
fn dumbbell_on_end(sketch: &mut Sketch<'_>, middle: Point) {
    sketch.upright(middle, 0.06, 0.022);
    for up in [-0.06, 0.06] {
        sketch.level(middle + Point::new(0.0, up), 0.03, 0.034);
    }
}

/// Draws a dumbbell that is level.
fn level_dumbbell(sketch: &mut Sketch<'_>, middle: Point) {
    sketch.level(middle, 0.05, 0.02);
    for right in [-0.05, 0.05] {
        sketch.upright(middle + Point::new(right, 0.0), 0.024, 0.032);
    }
}

/// Draws a pad of a machine: so far from its part as its lengths say, with the lever to the knee if there is one.
pub fn pad(sketch: &mut Sketch<'_>) {
    let prop = sketch.prop;
    let middle = sketch.at(Part::Ankles) + Point::new(prop.length(0, 0.0), prop.length(1, 0.0));
    sketch.disc(middle, 0.038);
    if sketch.has(Manner::Lever) {
        sketch.line(&[middle, sketch.body.knee[RIGHT]], 0.012);
    }
}

/// Draws the grips of a machine, with their lever if there is one. Its lengths are how far ahead it goes, and to which
/// height it goes down.
pub fn grips(sketch: &mut Sketch<'_>) {
    for &side in sketch.sides() {
        sketch.disc(sketch.body.hand[side], 0.026);
    }
    if sketch.has(Manner::Lever) {
        let (grip, ahead) = (sketch.at(Part::Hands), sketch.prop.length(0, 0.15));
        let corner = grip + Point::new(ahead, -0.03);
        sketch.line(&[grip, corner, Point::new(corner.x, sketch.prop.length(1, 0.1))], 0.016);
    }
}

/// Draws poles to walk with, one in each hand.
pub fn poles(sketch: &mut Sketch<'_>) {
    for hand in SIDES.map(|side| sketch.body.hand[side]) {
        sketch.line(&[hand + Point::new(0.02, 0.05), Point::new(hand.x - 0.16, 0.01)], 0.012);
    }
}
