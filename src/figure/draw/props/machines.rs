//! Machines, and what else is pushed or ridden.

use super::super::super::body::widths;
use super::super::super::geometry::Point;
use super::super::super::pose::RIGHT;
use super::super::super::prop::{Manner, Part};
use super::sketch::Sketch;

/// Draws a rowing machine: its rail, its wheel, its seat and its footrest.
pub fn rower(sketch: &mut Sketch<'_>) {
    let body = sketch.body;
    let heel = body.heel[RIGHT];
    let rail = Point::new(heel.x, body.underside(Part::Hips) - 0.02);
    sketch.stroke(rail, &[(-0.62, -0.02), (0.12, -0.04)], 0.024);
    sketch.post(rail + Point::new(-0.6, -0.02), 0.0, 0.02);
    sketch.ring(Point::new(heel.x + 0.24, 0.16), 0.13, 0.03);
    sketch.level(body.pelvis - Point::new(0.0, widths::TRUNK / 2.0 + 0.01), 0.05, 0.03);
    sketch.line(&[body.toes[RIGHT] + Point::new(0.035, 0.02), heel + Point::new(0.02, -0.05)], 0.02);
}

/// Draws the handle of a rowing machine, with its chain.
pub fn rower_handle(sketch: &mut Sketch<'_>) {
    let (hand, heel) = (sketch.body.hand[RIGHT], sketch.body.heel[RIGHT]);
    sketch.line(&[hand, Point::new(heel.x + 0.22, 0.2)], 0.01);
    sketch.upright(hand, 0.025, 0.022);
}

/// Draws a bike that fits saddle, pedals and hands. One for indoors has a stand instead of a rear wheel.
pub fn bike(sketch: &mut Sketch<'_>) {
    let body = sketch.body;
    let saddle = body.pelvis - Point::new(0.01, widths::TRUNK / 2.0 + 0.015);
    let crank = body.part(Part::Feet) - Point::new(0.0, 0.02);
    let (rear, fore) = (Point::new(crank.x - 0.3, 0.15), Point::new(crank.x + 0.42, 0.15));
    if sketch.has(Manner::Indoor) {
        sketch.line(&[Point::new(rear.x - 0.05, 0.01), Point::new(fore.x + 0.05, 0.01)], 0.025);
        sketch.line(&[Point::new(rear.x, 0.01), crank], 0.02);
        sketch.ring(fore, 0.14, 0.035);
    } else {
        sketch.ring(rear, 0.14, 0.02);
        sketch.line(&[saddle, rear, crank], 0.014);
        sketch.ring(fore, 0.14, 0.02);
    }
    let hand = body.hand[RIGHT];
    let below_hand = |down: f64| hand - Point::new(0.02, down);
    sketch.stroke(saddle, &[(-0.06, 0.0), (0.05, 0.0)], 0.028);
    sketch.line(&[saddle, crank, fore], 0.018);
    sketch.line(&[fore, below_hand(0.02), hand], 0.018);
    sketch.line(&[crank, below_hand(0.06)], 0.014);
    sketch.ring(crank, 0.045, 0.014);
}

/// Draws a treadmill; its length is how much higher its front is.
pub fn treadmill(sketch: &mut Sketch<'_>) {
    let heels = Point::new(sketch.body.part(Part::Heels).x, 0.0);
    let rise = sketch.prop.length(0, 0.0);
    sketch.stroke(heels, &[(-0.36, -0.02), (0.36, -0.02 + rise)], 0.03);
    sketch.stroke(heels, &[(0.34, 0.0), (0.4, 0.62), (0.27, 0.64)], 0.022);
}

/// Draws stairs of which the second step is under the right foot.
pub fn stairs(sketch: &mut Sketch<'_>) {
    let foot = Point::new(sketch.body.toes[RIGHT].x - 0.11, 0.0);
    let two = sketch.body.underside(Part::RightFoot);
    let (one, three) = (two / 2.0, two + two / 2.0);
    // The corners of the steps, from the floor on their left to the floor on their right.
    let up = [(-0.16, 0.0), (-0.16, one), (0.0, one)];
    let on = [(0.0, two), (0.17, two), (0.17, three), (0.32, three), (0.32, 0.0)];
    sketch.stroke(foot, &[&up[..], &on[..]].concat(), 0.018);
}

/// Draws a sled with posts that the hands push.
pub fn sled(sketch: &mut Sketch<'_>) {
    let hand = sketch.body.hand[RIGHT];
    let left = Point::new(hand.x - 0.02, 0.0);
    sketch.stroke(left, &[(-0.02, 0.03), (0.4, 0.03)], 0.03);
    for right in [0.02, 0.3] {
        sketch.post(left + Point::new(right, 0.05), hand.y + 0.08, 0.022);
    }
    sketch.post(left + Point::new(0.16, 0.06), 0.25, 0.12);
}

/// Draws the platform of a leg press: along the sole of the right foot, with the arm that carries it.
pub fn platform(sketch: &mut Sketch<'_>) {
    let body = sketch.body;
    let (knee, ankle) = (body.knee[RIGHT], body.ankle[RIGHT]);
    let (heel, toes) = (body.heel[RIGHT], body.toes[RIGHT]);
    let along = (toes - heel).unit();
    let aside = Point::new(along.y, -along.x) * 0.04;
    // On the side of the foot that the knee is not on.
    let is_away = (ankle + aside - knee).length() > (ankle - aside - knee).length();
    let sole = if is_away { aside } else { aside * -1.0 };
    sketch.line(&[heel + sole - along * 0.08, toes + sole + along * 0.08], 0.03);
    let middle = body.foot(RIGHT) + sole;
    sketch.line(&[middle, middle + sole * 5.0], 0.02);
}

/// Draws the bar of a landmine, from the hands to where it is fixed to the floor.
pub fn landmine(sketch: &mut Sketch<'_>) {
    let foot = landmine_foot(sketch);
    sketch.line(&[sketch.at(Part::Hands), foot], 0.022);
    sketch.disc(foot, 0.03);
}

/// Draws the plate of a landmine, across the bar near the hands.
pub fn landmine_plate(sketch: &mut Sketch<'_>) {
    let hands = sketch.at(Part::Hands);
    let along = (landmine_foot(sketch) - hands).unit() * 0.07;
    let across = Point::new(along.y, -along.x);
    sketch.line(&[hands + along - across, hands + along + across], 0.03);
}

/// Returns where the bar of a landmine is fixed to the floor.
fn landmine_foot(sketch: &Sketch<'_>) -> Point {
    Point::new(sketch.span.1 + 0.3, 0.02)
}

/// Draws a boat around the hips; its lengths are how far it goes to the left and to the right.
pub fn boat(sketch: &mut Sketch<'_>) {
    let body = sketch.body;
    let hips = Point::new(body.pelvis.x, body.underside(Part::Hips));
    let (left, right) = (-sketch.prop.length(0, 0.45), sketch.prop.length(1, 0.75));
    let hull = [(left, 0.05), (left + 0.1, -0.04), (right - 0.1, -0.04), (right, 0.05), (left, 0.05)];
    sketch.stroke(hips, &hull, 0.02);
}
