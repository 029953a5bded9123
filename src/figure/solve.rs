//! From what is said of a pose to where every joint is: the lean of the trunk that keeps the balance, legs that swing
//! until they are on the ground, hands on what they hold.

use super::body::{Before, Body, Bones, lengths, widths};
use super::draw::props;
use super::geometry::{Point, joint_between};
use super::hands::place_hands;
use super::impossible::Impossible;
use super::pose::{Foot, Hand, LEFT, Limb, Pose, RIGHT, SIDES, Support, View};

/// How far the hips may sink until both feet are down.
const MOST_SUNK: f64 = 0.162;
/// In how many steps they do.
const STEPS_OF_SINKING: u32 = 54;
/// How far a leg may swing at the hip until its foot is down, in degrees.
const MOST_SWUNG: f64 = 80.0;
/// How far off the ground a planted foot may end.
const NEARLY_DOWN: f64 = 0.01;
/// How far a planted second foot may have moved since the pose before, and is put back.
const DRIFT_OF_FEET: f64 = 0.08;

/// Finds where every joint is. What is planted in the pose before as well stays where it was.
pub fn solve(pose: &Pose, before: Option<Before<'_>>) -> Result<Body, Impossible> {
    match pose.trunk {
        Some(trunk) => lean_until_hands_reach(pose, trunk, before),
        None if pose.feet.iter().any(|&foot| foot != Foot::Free) => balance(pose, before),
        None => place(pose, 0.0, before),
    }
}

/// Where planted hands do not reach, the trunk leans on until they do, by at most 45 degrees.
fn lean_until_hands_reach(pose: &Pose, trunk: f64, before: Option<Before<'_>>) -> Result<Body, Impossible> {
    let mut found = place(pose, trunk, before);
    for step in 1..=90 {
        for sign in [1.0, -1.0] {
            match &found {
                Err(impossible) if impossible.is_of_reach() => {
                    found = place(pose, trunk + sign * f64::from(step) * 0.5, before);
                }
                Ok(_) | Err(_) => return found,
            }
        }
    }
    found
}

/// Finds the lean of the trunk that brings the middle of the mass over the middle of what is planted.
fn balance(pose: &Pose, before: Option<Before<'_>>) -> Result<Body, Impossible> {
    let off = |trunk: f64| {
        let body = place(pose, trunk, before).ok()?;
        Some(body.center_of_mass(props::load(pose, &body)).x - middle_of_base(pose, &body))
    };
    let mut last: Option<(f64, f64)> = None;
    let mut found = None;
    for step in -10..=30 {
        let trunk = f64::from(step) * 4.0;
        let here = off(trunk);
        if let (Some((before, was)), Some(is)) = (last, here)
            && was * is <= 0.0
            && (was - is).abs() < 0.3
        {
            found = Some((before, was, trunk));
            break;
        }
        last = here.map(|off| (trunk, off));
    }
    let Some((mut low, low_off, mut high)) = found else {
        return Err(place(pose, 10.0, before).err().unwrap_or(Impossible::Balance));
    };
    for _ in 0..24 {
        let middle = f64::midpoint(low, high);
        if off(middle).unwrap_or(0.0) * low_off <= 0.0 {
            high = middle;
        } else {
            low = middle;
        }
    }
    place(pose, f64::midpoint(low, high), before)
}

/// Returns the middle of what is planted, from left to right.
fn middle_of_base(pose: &Pose, body: &Body) -> f64 {
    let planted = SIDES.into_iter().filter_map(|side| match pose.feet[side] {
        Foot::Free => None,
        Foot::Toes => Some(body.toes[side].x - 0.01),
        Foot::Knee => Some(body.knee[side].x),
        Foot::Flat | Foot::Heel => Some(body.heel[side].toward(body.toes[side], 0.55).x),
    });
    let (sum, count) = planted.fold((0.0, 0.0), |(sum, count), x| (sum + x, count + 1.0));
    sum / f64::max(count, 1.0)
}

/// Places a body whose trunk leans so far.
fn place(pose: &Pose, trunk: f64, before: Option<Before<'_>>) -> Result<Body, Impossible> {
    let mut body = Body::jointed(pose, trunk, &pose.limbs);
    if let Support::Hands(height) = pose.support {
        place_hands(pose, &mut body, before)?;
        hang(pose, &mut body, height);
        plant_feet(pose, &mut body)?;
        return Ok(body);
    }
    if pose.view != View::Above {
        let down = lowest_of_support(pose, &body);
        body.shift(Point::new(0.0, pose.lift - down));
        if pose.lift == 0.0 {
            sink_until_feet_reach(pose, &mut body)?;
        }
        if let Some(before) = before {
            stay(pose, &mut body, before);
        }
    }
    place_hands(pose, &mut body, before)?;
    Ok(body)
}

/// Moves the body to where the hands hold something of this height.
fn hang(pose: &Pose, body: &mut Body, height: f64) {
    let only_right = pose.hands[LEFT] == Hand::Free && pose.hands[RIGHT] != Hand::Free;
    let held = if only_right { body.hand[RIGHT] } else { body.hand[RIGHT].toward(body.hand[LEFT], 0.5) };
    body.shift(Point::new(-held.x, height - held.y));
}

/// Returns how much lower the body has to be to lie on what carries it.
fn lowest_of_support(pose: &Pose, body: &Body) -> f64 {
    let underside = |point: Point| point.y - widths::TRUNK / 2.0;
    match pose.support {
        Support::Hips(height) => underside(body.pelvis) - height,
        Support::Shoulders(height) => underside(body.chest) - height,
        Support::Trunk(height) => {
            underside(body.pelvis).min(underside(body.waist)).min(underside(body.chest)) - height
        }
        Support::Floor | Support::Hands(_) => lowest(pose, body),
    }
}

/// Returns the height of the lowest point of a body; that of a leg above what it is planted on.
pub fn lowest(pose: &Pose, body: &Body) -> f64 {
    let mut low = f64::MAX;
    let mut see = |point: Point, width: f64| low = low.min(point.y - width / 2.0);
    for point in [body.pelvis, body.waist, body.chest] {
        see(point, widths::TRUNK);
    }
    see(body.head, lengths::HEAD * 2.0);
    for side in SIDES {
        if body.view.is_of_both_sides() {
            see(body.hip[side], widths::THIGH);
        }
        see(body.shoulder[side], widths::UPPER_ARM);
        let step = Point::new(0.0, pose.steps[side]);
        see(body.knee[side] - step, widths::SHANK);
        if matches!(pose.feet[side], Foot::Free | Foot::Knee) {
            see(body.ankle[side] - step, widths::SHANK);
        }
        see(body.heel[side] - step, widths::FOOT);
        see(body.toes[side] - step, widths::FOOT);
        if pose.hands[side] == Hand::Free {
            see(body.elbow[side], widths::FOREARM);
            see(body.hand[side], widths::FOREARM);
        }
    }
    low
}

/// Swings the legs; where one hangs too short, the hips sink until both feet reach.
fn sink_until_feet_reach(pose: &Pose, body: &mut Body) -> Result<(), Impossible> {
    let steps = if pose.support == Support::Floor { STEPS_OF_SINKING } else { 0 };
    let mut tried = Ok(());
    for step in 0..=steps {
        let mut sunk = body.clone();
        let depth = MOST_SUNK * f64::from(step) / f64::from(STEPS_OF_SINKING);
        sunk.shift(Point::new(0.0, -depth));
        tried = plant_feet(pose, &mut sunk);
        if tried.is_ok() {
            *body = sunk;
            return tried;
        }
    }
    tried
}

/// Swings each leg that is planted at the hip, until it is on what it is planted on.
fn plant_feet(pose: &Pose, body: &mut Body) -> Result<(), Impossible> {
    for side in SIDES {
        if pose.feet[side] == Foot::Free || above_step(pose, body, side).abs() < 1e-6 {
            continue;
        }
        let swung = swings(pose, body, side)
            .into_iter()
            .flatten()
            .filter(|swing| swing.abs() <= MOST_SWUNG)
            .filter_map(|swing| {
                let mut tried = body.clone();
                let limb = Limb { hip: pose.limbs[side].hip + swing, ..pose.limbs[side] };
                tried.set_leg(pose, side, &limb);
                (above_step(pose, &tried, side).abs() <= NEARLY_DOWN).then_some((swing.abs(), tried))
            })
            .min_by(|(one, _), (other, _)| one.total_cmp(other));
        *body = swung.ok_or(Impossible::Foot { side })?.1;
    }
    Ok(())
}

/// Returns how far above what it is planted on the lowest point of a leg is.
pub fn above_step(pose: &Pose, body: &Body, side: usize) -> f64 {
    let low = if pose.feet[side] == Foot::Knee {
        body.knee[side].y - widths::SHANK / 2.0
    } else {
        body.heel[side].y.min(body.toes[side].y) - widths::FOOT / 2.0
    };
    low - pose.steps[side]
}

/// Returns how far a leg can swing at the hip so that what is planted of it is down: for knee, heel and toes the two
/// solutions each. Where a point can't get down, it is brought as near as it gets.
fn swings(pose: &Pose, body: &Body, side: usize) -> Vec<[f64; 2]> {
    let hip = body.hip[side];
    let outwards = body.outwards(side);
    let down = |point: Point, turns_with_leg: bool, width: f64| {
        // A point that turns with the leg goes round the hip. The sole keeps its direction: its ankle goes round.
        let (round, offset) =
            if turns_with_leg { (point, 0.0) } else { (body.ankle[side], point.y - body.ankle[side].y) };
        let arm = round - hip;
        let wanted = pose.steps[side] + width / 2.0 - offset - hip.y;
        // Its height is `length * cos(angle)` of its direction; the two angles with the wanted height:
        let turned = (wanted / arm.length().max(1e-9)).clamp(-1.0, 1.0).acos().to_degrees();
        // Flexion turns a leg against the clock in the side view, and away from the middle in the front view.
        [turned, -turned]
            .map(|angle| -outwards * (angle - arm.angle() + 180.0).rem_euclid(360.0) + outwards * 180.0)
    };
    match pose.feet[side] {
        Foot::Free => Vec::new(),
        Foot::Knee => vec![down(body.knee[side], true, widths::SHANK)],
        Foot::Flat | Foot::Toes => {
            let low = if body.heel[side].y < body.toes[side].y { body.heel[side] } else { body.toes[side] };
            vec![down(low, false, widths::FOOT)]
        }
        Foot::Heel => {
            [body.heel[side], body.toes[side]].map(|point| down(point, true, widths::FOOT)).to_vec()
        }
    }
}

/// Keeps what was planted before where it was.
fn stay(pose: &Pose, body: &mut Body, before: Before<'_>) {
    let (was, earlier) = (before.pose, before.body);
    let kneels = |pose: &Pose, side: usize| pose.feet[side] == Foot::Knee;
    let planted = |pose: &Pose, side: usize| pose.feet[side] != Foot::Free;
    let mut both = SIDES
        .into_iter()
        .filter(|&side| planted(pose, side) && planted(was, side) && kneels(pose, side) == kneels(was, side));
    if pose.view.is_of_both_sides() {
        return;
    }
    let first = both.next();
    let is_seat = |support| matches!(support, Support::Hips(_) | Support::Trunk(_));
    let drift = if let Some(side) = first {
        let is_same = pose.feet[side] == was.feet[side];
        let contact = |body: &Body| match pose.feet[side] {
            Foot::Knee if is_same => body.knee[side],
            Foot::Heel if is_same => body.heel[side],
            Foot::Free | Foot::Flat | Foot::Toes | Foot::Heel | Foot::Knee => body.toes[side],
        };
        contact(earlier).x - contact(body).x
    } else if is_seat(pose.support) && is_seat(was.support) {
        earlier.pelvis.x - body.pelvis.x
    } else {
        0.0
    };
    body.shift(Point::new(drift, 0.0));
    for side in both {
        let by = (earlier.ankle[side] - body.ankle[side]).length();
        if pose.feet[side] != was.feet[side] || kneels(pose, side) || !(1e-6..DRIFT_OF_FEET).contains(&by) {
            continue;
        }
        let Bones { thigh, shank, .. } = Bones::of(&pose.limbs[side]);
        if let Some(knee) = joint_between(body.hip[side], earlier.ankle[side], thigh, shank, -1.0) {
            body.knee[side] = knee;
            body.ankle[side] = earlier.ankle[side];
            body.heel[side] = earlier.heel[side];
            body.toes[side] = earlier.toes[side];
        }
    }
}
