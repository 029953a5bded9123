//! What stands on the floor, lies on it or hangs from above.

use super::super::super::body::widths;
use super::super::super::geometry::Point;
use super::super::super::pose::{RIGHT, SIDES};
use super::super::super::prop::Part;
use super::sketch::Sketch;

/// Draws a bar: all of it from the front, its end and a post from the side.
pub fn bar(sketch: &mut Sketch<'_>) {
    if sketch.is_of_both_sides() {
        let height = sketch.at(Part::Hands).y;
        sketch.level(Point::new(0.0, height), 0.45, 0.024);
        for right in [-0.45, 0.45] {
            sketch.post(Point::new(right, height), 0.0, 0.02);
        }
        return;
    }
    let end = sketch.at(Part::Hands);
    if end.y > 0.9 {
        // Whoever hangs needs the room below it.
        let corner = end + Point::new(0.3, 0.0);
        sketch.line(&[end, corner, Point::new(corner.x, 0.0)], 0.018);
    } else {
        sketch.post(end, 0.0, 0.014);
    }
    sketch.disc(end, 0.028);
}

/// Draws the bars of a dip station.
pub fn dip_bars(sketch: &mut Sketch<'_>) {
    let hands = sketch.at(Part::Hands);
    sketch.stroke(hands, &[(-0.09, -0.022), (0.12, -0.022)], 0.024);
    sketch.post(hands + Point::new(0.08, -0.02), 0.0, 0.018);
}

/// Draws low bars for the hands.
pub fn parallettes(sketch: &mut Sketch<'_>) {
    let bar = sketch.at(Part::Hands) - Point::new(0.0, 0.03);
    sketch.level(bar, 0.07, 0.02);
    for right in [-0.05, 0.05] {
        sketch.post(bar + Point::new(right, 0.0), 0.0, 0.016);
    }
}

/// Draws rings in the hands, on straps that go up.
pub fn rings(sketch: &mut Sketch<'_>) {
    for hand in SIDES.map(|side| sketch.body.hand[side]) {
        sketch.post(hand + Point::new(0.0, 0.04), hand.y.max(0.95) + 0.35, 0.01);
        sketch.ring(hand, 0.036, 0.014);
    }
}

/// Draws a bag to punch, ahead of the poses: so far as its length says.
pub fn bag(sketch: &mut Sketch<'_>) {
    let middle = sketch.span.1 + sketch.prop.length(0, 0.05);
    sketch.post(Point::new(middle, 1.3), 1.1, 0.012);
    sketch.post(Point::new(middle, 1.05), 0.5, 0.16);
}

/// Draws a wall, with hatching on its far side; its length is its height.
pub fn wall(sketch: &mut Sketch<'_>) {
    let height = sketch.prop.length(0, 1.2);
    let (face, far) = wall_face(sketch);
    sketch.post(Point::new(face, 0.0), height, 0.016);
    let rows = (0..).map(|row| 0.06 + 0.08 * f64::from(row)).take_while(|&up| up < height);
    for up in rows {
        sketch.stroke(Point::new(face, up), &[(0.0, 0.0), (far * 0.035, 0.04)], 0.008);
    }
}

/// Returns where the face of a wall is by the part of the body that touches it, and on which side of the face the wall
/// is: 1 for the right, -1 for the left.
fn wall_face(sketch: &Sketch<'_>) -> (f64, f64) {
    let body = sketch.body;
    let (heel, toes) = (body.heel[RIGHT].x, body.toes.map(|toes| toes.x));
    if sketch.is_at(Part::Back) {
        (body.chest.x.min(body.pelvis.x) - widths::TRUNK / 2.0 - 0.01, -1.0)
    } else if sketch.is_at(Part::Heels) {
        (heel.min(toes[RIGHT]) - 0.03, -1.0)
    } else if sketch.is_at(Part::Soles) {
        (heel.max(body.ankle[RIGHT].x) + 0.035, 1.0)
    } else if sketch.is_at(Part::Feet) {
        (toes[0].max(toes[1]) + 0.03, 1.0)
    } else {
        (sketch.at(Part::Hands).x + 0.03, 1.0)
    }
}

/// Draws a wall to climb: its holds, and those that hands and feet are on.
pub fn climbing_wall(sketch: &mut Sketch<'_>) {
    // The height of each row of holds, and where it begins.
    for (height, first) in [(0.2, -0.38), (0.6, -0.26), (1.0, -0.38)] {
        for right in [0.0, 0.31, 0.62] {
            sketch.disc(Point::new(first + right, height), 0.024);
        }
    }
    for side in SIDES {
        sketch.disc(sketch.body.hand[side] + Point::new(0.0, 0.01), 0.034);
        sketch.stroke(sketch.body.toes[side], &[(-0.04, -0.035), (0.03, -0.035)], 0.026);
    }
}

/// Draws a mat as wide as the poses.
pub fn mat(sketch: &mut Sketch<'_>) {
    let (left, right) = sketch.span;
    sketch.stroke(Point::new(0.0, -0.014), &[(left - 0.02, 0.0), (right + 0.02, 0.0)], 0.02);
}

/// Draws a large ball at a part of the body; its length is its radius.
pub fn gym_ball(sketch: &mut Sketch<'_>) {
    let (radius, waist) = (sketch.prop.length(0, 0.12), sketch.body.waist);
    let middle = if sketch.is_at(Part::Back) {
        waist - Point::new(widths::TRUNK / 2.0 + radius, 0.0)
    } else {
        Point::new(sketch.at(Part::Hips).x, radius)
    };
    sketch.ring(middle, radius, 0.022);
}

/// Draws a ball on the floor, under the feet.
pub fn ball_under(sketch: &mut Sketch<'_>) {
    sketch.disc(Point::new(sketch.at(Part::Feet).x, 0.06), 0.06);
}

/// Draws a roller between the floor and a part of the body.
pub fn roller(sketch: &mut Sketch<'_>) {
    let half = sketch.body.underside(sketch.prop.part(Part::Shoulders)) / 2.0;
    sketch.ring(Point::new(sketch.at(Part::Shoulders).x, half), half.max(0.03), 0.026);
}

/// Draws a wheel with its grip in the hands.
pub fn wheel(sketch: &mut Sketch<'_>) {
    let hands = sketch.at(Part::Hands);
    sketch.ring(Point::new(hands.x, 0.06), 0.05, 0.022);
    sketch.disc(hands, 0.02);
}

/// Draws the surface of water; its length is its height.
pub fn water(sketch: &mut Sketch<'_>) {
    let (left, right) = (sketch.span.0 - 0.12, sketch.span.1 + 0.12);
    let height = sketch.prop.length(0, 0.12);
    let wave = |share: f64| Point::new(left + (right - left) * share, height + (share * 44.0).sin() * 0.012);
    let points: Vec<Point> = (0..=60).map(|step| wave(f64::from(step) / 60.0)).collect();
    sketch.surface(&points);
}

/// Draws ground to run up.
pub fn slope(sketch: &mut Sketch<'_>) {
    let (left, right) = sketch.span;
    sketch.stroke(Point::default(), &[(left - 0.1, 0.0), (right + 0.1, 0.0)], 0.012);
}

/// Draws the rungs of a ladder that lies on the floor.
pub fn ladder(sketch: &mut Sketch<'_>) {
    let first = Point::new(sketch.span.0 - 0.05, -0.02);
    for right in [0.0, 0.16, 0.32, 0.48] {
        sketch.stroke(first, &[(right, 0.0), (right + 0.09, 0.0)], 0.018);
    }
}

/// Draws a wedge under the right heel.
pub fn wedge(sketch: &mut Sketch<'_>) {
    let (heel, toes) = (sketch.body.heel[RIGHT], sketch.body.toes[RIGHT]);
    let top = heel - Point::new(0.01, 0.035);
    sketch.line(&[top, Point::new(toes.x - 0.02, 0.006), Point::new(top.x, 0.006), top], 0.016);
}

/// Draws a hurdle; its lengths are how far it is ahead of the hips, and its height.
pub fn hurdle(sketch: &mut Sketch<'_>) {
    let (ahead, height) = (sketch.prop.length(0, 0.0), sketch.prop.length(1, 0.2));
    let foot = Point::new(sketch.body.pelvis.x + ahead, 0.0);
    sketch.post(foot, height, 0.018);
    sketch.level(Point::new(foot.x, height), 0.03, 0.024);
}

/// Draws cones on the floor, on both sides of the poses.
pub fn cones(sketch: &mut Sketch<'_>) {
    for right in [sketch.span.0 - 0.2, sketch.span.1 + 0.2] {
        let foot = Point::new(right, 0.01);
        sketch.stroke(foot, &[(-0.06, 0.0), (0.06, 0.0), (0.0, 0.14), (-0.06, 0.0)], 0.02);
    }
}

/// Draws a ladder to climb, behind somebody seen from the front.
pub fn rungs(sketch: &mut Sketch<'_>) {
    let middle = sketch.body.pelvis.x;
    for right in [-0.2, 0.2] {
        sketch.post(Point::new(middle + right, 0.0), 1.4, 0.02);
    }
    for row in 1..=7 {
        sketch.level(Point::new(middle, 0.19 * f64::from(row)), 0.2, 0.016);
    }
}
