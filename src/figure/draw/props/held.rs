//! What is held in the hands or lies on the body.

use super::super::super::body::lengths;
use super::super::super::geometry::{Point, direction};
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

/// Draws a rod: from one hand so far to the right and up as its lengths say, or through both hands and so far beyond the
/// right and the left one.
pub fn rod(sketch: &mut Sketch<'_>) {
    let (one, other) = rod_ends(sketch);
    sketch.line(&[one, other], 0.018);
}

/// Draws a racket: a rod with a ring at its end.
pub fn racket(sketch: &mut Sketch<'_>) {
    let (one, other) = rod_ends(sketch);
    let ring = (other - one).unit() * 0.06;
    sketch.line(&[one, other - ring * 2.0], 0.018);
    sketch.ring(other - ring, 0.055, 0.014);
}

/// Returns both ends of a rod.
fn rod_ends(sketch: &Sketch<'_>) -> (Point, Point) {
    let (body, prop) = (sketch.body, sketch.prop);
    let lengths = [prop.length(0, 0.2), prop.length(1, 0.2)];
    if let &[side] = sketch.sides() {
        let way = Point::new(lengths[0], lengths[1]);
        (body.hand[side] - way.unit() * 0.03, body.hand[side] + way)
    } else {
        let [right, left] = body.hand;
        let way = (left - right).unit();
        (right - way * lengths[0], left + way * lengths[1])
    }
}

/// Draws a hoop around the hips.
pub fn hoop(sketch: &mut Sketch<'_>) {
    let hips = sketch.at(Part::Hips);
    let round = |step: i32| {
        let turn = direction(f64::from(step) * 15.0);
        hips + Point::new(turn.x * 0.25, turn.y * 0.05 + turn.x * 0.03)
    };
    let points: Vec<Point> = (0..=24).map(round).collect();
    sketch.line(&points, 0.02);
}

/// Draws a tire, seen from its edge: from the hands so far to the right and up as its lengths say, or else on the floor
/// ahead.
pub fn tire(sketch: &mut Sketch<'_>) {
    let prop = sketch.prop;
    let way = Point::new(prop.length(0, 0.5), prop.length(1, 0.0));
    let from = if prop.at.is_some() {
        sketch.at(Part::Hands) + way.unit() * 0.06
    } else {
        Point::new(sketch.span.1 + 0.12, 0.08)
    };
    sketch.line(&[from, from + way], 0.15);
}
