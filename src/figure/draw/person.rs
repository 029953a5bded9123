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
        draw_from_the_side(canvas, body);
    }
}

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
    for side in SIDES {
        arm(canvas, body, side, Ink::Near);
    }
}

fn draw_from_the_side(canvas: &mut Canvas, body: &Body) {
    arm(canvas, body, LEFT, Ink::Far);
    leg(canvas, body, LEFT, Ink::Far);
    let below_shoulders = body.chest - Point::new(0.0, widths::TRUNK * 0.3).turned(body.upper);
    canvas.line(&[below_shoulders, body.waist, body.pelvis], widths::TRUNK, Ink::Near);
    edge_of_leg(canvas, body, RIGHT);
    leg(canvas, body, RIGHT, Ink::Near);
    head(canvas, body);
    let face = body.upper + body.neck;
    let nose = [Point::new(0.052, -0.008), Point::new(0.07, -0.02)];
    canvas.line(&nose.map(|point| body.head + point.turned(face)), 0.018, Ink::Near);
    arm(canvas, body, RIGHT, Ink::Near);
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
