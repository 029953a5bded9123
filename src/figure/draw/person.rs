//! The body itself: trunk, head, legs and arms as round strokes, the far side first.

use super::super::body::{Body, lengths, widths};
use super::super::geometry::Point;
use super::super::pose::{LEFT, Pose, RIGHT, SIDES};
use super::canvas::{Canvas, Ink};

/// Draws a body.
pub fn draw(canvas: &mut Canvas, pose: &Pose, body: &Body) {
    if body.view.is_of_both_sides() {
        draw_from_the_front(canvas, pose, body);
    } else {
        draw_from_the_side(canvas, pose, body);
    }
}

/// From how far the trunk or the head is turned on it is seen.
const SEEN_TURNED: f64 = 15.0;

fn draw_from_the_front(canvas: &mut Canvas, pose: &Pose, body: &Body) {
    for side in SIDES.into_iter().filter(|&side| pose.limbs[side].out.thigh < 0.0) {
        leg(canvas, body, side, Ink::Far);
    }
    canvas.line(&body.shoulder, widths::UPPER_ARM + 0.02, Ink::Near);
    canvas.line(&body.hip, widths::THIGH, Ink::Near);
    canvas.line(&[body.chest, body.waist, body.pelvis], widths::TRUNK + 0.05, Ink::Near);
    for side in SIDES.into_iter().filter(|&side| pose.limbs[side].out.thigh >= 0.0) {
        edge_of_leg(canvas, body, side);
        leg(canvas, body, side, Ink::Near);
    }
    head(canvas, body);
    let turned = pose.turn + pose.look;
    if turned.abs() > SEEN_TURNED {
        // Somebody who turns to the right looks to the left of the picture.
        nose(canvas, body, -1.15 * turned.to_radians().sin());
    }
    let behind = if pose.turn > SEEN_TURNED { RIGHT } else { LEFT };
    arm(canvas, body, behind, Ink::Near);
    arm(canvas, body, 1 - behind, Ink::Near);
}

fn draw_from_the_side(canvas: &mut Canvas, pose: &Pose, body: &Body) {
    let shows_chest = pose.turn > SEEN_TURNED;
    if !shows_chest {
        arm(canvas, body, LEFT, Ink::Far);
    }
    leg(canvas, body, LEFT, Ink::Far);
    let below_shoulders = body.chest - Point::new(0.0, widths::TRUNK * 0.3).turned(body.upper);
    canvas.line(&[below_shoulders, body.waist, body.pelvis], widths::TRUNK, Ink::Near);
    if pose.turn.abs() > SEEN_TURNED {
        let shoulders = [body.shoulder[LEFT], below_shoulders, body.shoulder[RIGHT], body.shoulder[LEFT]];
        canvas.line(&shoulders, widths::UPPER_ARM + 0.02, Ink::Near);
    }
    edge_of_leg(canvas, body, RIGHT);
    leg(canvas, body, RIGHT, Ink::Near);
    head(canvas, body);
    nose(canvas, body, (pose.turn + pose.look).to_radians().cos());
    if shows_chest {
        arm(canvas, body, LEFT, Ink::Near);
    }
    arm(canvas, body, RIGHT, Ink::Near);
}

/// Draws a nose that points so far to the right of the picture; to the left, if it is negative.
fn nose(canvas: &mut Canvas, body: &Body, right: f64) {
    let face = body.upper + body.neck;
    let bridge = [Point::new(0.052 * right, -0.008), Point::new(0.07 * right, -0.02)];
    canvas.line(&bridge.map(|point| body.head + point.turned(face)), 0.018, Ink::Near);
}

fn head(canvas: &mut Canvas, body: &Body) {
    canvas.line(&[body.chest, body.head], 0.05, Ink::Near);
    canvas.disc(body.head, lengths::HEAD, Ink::Near);
}

fn leg(canvas: &mut Canvas, body: &Body, side: usize, ink: Ink) {
    canvas.line(&[body.hip[side], body.knee[side]], widths::THIGH, ink);
    canvas.line(&[body.knee[side], body.ankle[side]], widths::SHANK, ink);
    canvas.line(&[body.heel[side], body.toes[side]], widths::FOOT, ink);
    canvas.line(&[body.ankle[side], body.foot(side)], widths::FOOT, ink);
}

/// Draws the edge that parts a leg from what is behind it.
fn edge_of_leg(canvas: &mut Canvas, body: &Body, side: usize) {
    let from = body.hip[side].toward(body.knee[side], 0.45);
    canvas.line(&[from, body.knee[side], body.ankle[side]], widths::SHANK + 0.026, Ink::Edge);
    canvas.line(&[from, body.knee[side]], widths::THIGH + 0.016, Ink::Edge);
}

/// Draws an arm with its edge.
fn arm(canvas: &mut Canvas, body: &Body, side: usize, ink: Ink) {
    let joints = [body.shoulder[side], body.elbow[side], body.hand[side]];
    canvas.line(&joints, widths::UPPER_ARM + 0.014, Ink::Edge);
    canvas.line(&joints[..2], widths::UPPER_ARM, ink);
    canvas.line(&joints[1..], widths::FOREARM, ink);
}
