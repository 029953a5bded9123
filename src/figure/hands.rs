//! Hands on what they hold: the elbow between shoulder and hand.

use super::body::{Before, Body, Bones, widths};
use super::geometry::{Point, joint_between};
use super::impossible::Impossible;
use super::pose::{Elbow, Hand, Pose, SIDES, Spot, Straight};

/// How much shorter than straight an arm stays, so that its elbow has a side to bend to.
const SLACK: f64 = 1e-6;
/// How far a planted hand may have moved since the pose before, and is put back.
const DRIFT_OF_HANDS: f64 = 0.14;
/// By how much a straight arm may miss a planted hand's place.
const MISS_OF_PLANTED: f64 = 0.004;
/// By how much it may miss any other place: it points there.
const MISS_OF_OTHERS: f64 = 0.06;

/// Puts both hands where the pose has them.
pub fn place_hands(pose: &Pose, body: &mut Body, before: Option<Before<'_>>) -> Result<(), Impossible> {
    for side in SIDES {
        if let Hand::Forearm { height } = pose.hands[side] {
            place_forearm(pose, body, side, height)?;
        } else if let Some(target) = target_of(pose, body, side, before)? {
            place_hand(pose, body, side, target)?;
        }
    }
    Ok(())
}

/// Lays a forearm down.
fn place_forearm(pose: &Pose, body: &mut Body, side: usize, height: f64) -> Result<(), Impossible> {
    let root = body.shoulder[side];
    let bones = Bones::of(&pose.limbs[side]);
    let drop = root.y - widths::FOREARM / 2.0 - height;
    if !(0.0..=bones.upper_arm).contains(&drop) {
        return Err(Impossible::Forearm);
    }
    let ahead = (bones.upper_arm * bones.upper_arm - drop * drop).sqrt();
    let side_of_elbow = if pose.trunk.unwrap_or(0.0) < 0.0 { -1.0 } else { 1.0 };
    body.elbow[side] = Point::new(root.x + ahead * side_of_elbow, height + widths::FOREARM / 2.0);
    body.hand[side] = body.elbow[side] + Point::new(bones.forearm, 0.0);
    Ok(())
}

/// Returns where a hand should be; none where the angles of its arm say it.
fn target_of(
    pose: &Pose,
    body: &Body,
    side: usize,
    before: Option<Before<'_>>,
) -> Result<Option<Point>, Impossible> {
    let outwards = body.outwards(side);
    let root = body.shoulder[side];
    let arm = Bones::of(&pose.limbs[side]).arm();
    let beside = |ahead: f64, up: f64| body.beside_trunk(outwards * ahead, up);
    Ok(Some(match pose.hands[side] {
        Hand::Free | Hand::Forearm { .. } => return Ok(None),
        Hand::On { height, ahead } => planted(pose, body, side, Point::new(ahead, height), before),
        Hand::Straight(way) => {
            let length = arm - SLACK;
            root + match way {
                Straight::Down => Point::new(0.0, -length),
                Straight::Up => Point::new(0.0, length),
                Straight::Ahead => Point::new(outwards * length, 0.0),
                Straight::Behind => Point::new(-outwards * length, 0.0),
            }
        }
        Hand::Beside { ahead, up } => beside(ahead, up),
        Hand::Neck if pose.view.is_of_both_sides() => beside(0.17, 1.0),
        Hand::Neck => beside(-0.06, 1.0),
        Hand::OtherShoulder if pose.view.is_of_both_sides() => body.shoulder[1 - side],
        Hand::OtherShoulder => beside(0.075, 0.86),
        Hand::OtherElbow => body.elbow[1 - side],
        Hand::Leg { spot, other } => on_leg(body, if other { 1 - side } else { side }, spot),
        Hand::Reaching(spot) => {
            let way = on_leg(body, side, spot) - root;
            root + way * ((arm - SLACK) / way.length().max(arm - SLACK))
        }
        Hand::Ear => {
            let ear = if pose.view.is_of_both_sides() {
                Point::new(0.055 * outwards, 0.0)
            } else {
                Point::new(-0.045, -0.02)
            };
            body.head + ear.turned(body.upper + body.neck)
        }
        Hand::Staying => before.ok_or(Impossible::NothingBefore)?.body.hand[side],
    }))
}

/// Returns where a planted hand is: so far before the shoulder, or where it was, if that is near.
fn planted(pose: &Pose, body: &Body, side: usize, place: Point, before: Option<Before<'_>>) -> Point {
    let ahead = body.shoulder[side].x + body.outwards(side) * place.x;
    let here = Point::new(ahead, place.y + widths::FOREARM / 2.0);
    let Some(before) = before.filter(|before| before.pose.view == pose.view) else { return here };
    let was_planted = match (before.pose.hands[side], pose.hands[side]) {
        (Hand::On { height: was, .. }, Hand::On { height: is, .. }) => (was == 0.0) == (is == 0.0),
        _ => false,
    };
    let there = before.body.hand[side];
    let is_near = was_planted && (there - here).length() < DRIFT_OF_HANDS;
    if is_near { Point::new(there.x, here.y) } else { here }
}

/// Returns a place on a leg.
fn on_leg(body: &Body, side: usize, spot: Spot) -> Point {
    match spot {
        Spot::Thigh => body.hip[side].toward(body.knee[side], 0.7),
        Spot::Knee => body.hip[side].toward(body.knee[side], 1.02),
        Spot::Shin => body.knee[side].toward(body.ankle[side], 0.5),
        Spot::Ankle => body.ankle[side],
        Spot::Heel => body.heel[side],
        Spot::Toes => body.toes[side],
    }
}

/// Puts a hand at its place, with the elbow on the side that it points to.
fn place_hand(pose: &Pose, body: &mut Body, side: usize, target: Point) -> Result<(), Impossible> {
    let root = body.shoulder[side];
    let bones = Bones::of(&pose.limbs[side]);
    let way = target - root;
    let is_planted = matches!(pose.hands[side], Hand::On { .. } | Hand::Staying);
    let miss = if is_planted { MISS_OF_PLANTED } else { MISS_OF_OTHERS };
    let is_nearly_reached = way.length() > bones.arm() && way.length() < bones.arm() + miss;
    let target = if is_nearly_reached { root + way.unit() * (bones.arm() - SLACK) } else { target };
    let elbow = [-1.0, 1.0]
        .into_iter()
        .filter_map(|bend| joint_between(root, target, bones.upper_arm, bones.forearm, bend))
        .max_by(|one, other| {
            let measure = |elbow: Point| points_its_way(pose, body, side, elbow, target);
            measure(*one).total_cmp(&measure(*other))
        });
    body.elbow[side] = elbow.ok_or(Impossible::Hand { side })?;
    body.hand[side] = target;
    Ok(())
}

/// Measures how far an elbow points the way that it should.
fn points_its_way(pose: &Pose, body: &Body, side: usize, elbow: Point, hand: Point) -> f64 {
    let root = body.shoulder[side];
    let (outwards, front) = (body.outwards(side), (elbow - root).turned(-body.upper).x);
    match pose.elbows[side] {
        Elbow::Up => elbow.y,
        Elbow::Down => -elbow.y,
        Elbow::Front => front,
        Elbow::Back => -front,
        Elbow::In => -outwards * front,
        Elbow::Natural if pose.hands[side] == Hand::Neck && !pose.view.is_of_both_sides() => -elbow.y,
        Elbow::Natural | Elbow::Out if pose.view.is_of_both_sides() => outwards * front - 1e-3 * elbow.y,
        Elbow::Natural | Elbow::Out => {
            // An elbow bends the forearm to the front.
            let bend = ((elbow - root).angle() - (hand - elbow).angle()).rem_euclid(360.0);
            if bend < 180.0 { 1.0 } else { 0.0 }
        }
    }
}
