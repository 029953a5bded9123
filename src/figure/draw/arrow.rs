//! The arrow along the path of what moves most from one pose to the next.

use super::super::body::Body;
use super::super::geometry::{Point, direction};
use super::super::pose::{LEFT, RIGHT};
use super::super::reading::FigurePose;
use super::canvas::{Canvas, Ink};
use super::props::is_lifted;

/// How little a movement may be and still have an arrow.
const LEAST: f64 = 0.07;
/// From which way of the head or the hips on an arrow across the picture says nothing.
const MOST: f64 = 0.62;
/// In how many pieces the path is drawn.
const PIECES: u16 = 20;

/// What an arrow can follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mover {
    Head,
    Hips,
    Hand(usize),
    Ankle(usize),
    Knee,
}

/// A pose and the body in it.
type Placed<'a> = (&'a FigurePose, &'a Body);

/// Draws the arrow from one pose to the next. There is none where little moves, or the whole body goes somewhere else.
pub fn draw(canvas: &mut Canvas, from: Placed<'_>, to: Placed<'_>) {
    let Some(mover) = mover(from, to) else { return };
    let (from, to) = (from.1, to.1);
    let path = (0..=PIECES).map(|piece| at(mover, from, to, f64::from(piece) / f64::from(PIECES)));
    let mut path: Vec<Point> = path.collect();
    let end = path[usize::from(PIECES)];
    let short_of_end = match mover {
        Mover::Head => 0.09,
        Mover::Hips => 0.07,
        Mover::Hand(_) | Mover::Ankle(_) | Mover::Knee => 0.05,
    };
    while path.len() > 3 && path.last().is_some_and(|&last| (last - end).length() < short_of_end) {
        path.pop();
    }
    let tip = path[path.len() - 1];
    let way = tip - path[path.len() - 3];
    if way.length() < 1e-6 {
        return;
    }
    let way = way.unit();
    let across = Point::new(way.y, -way.x);
    canvas.line(&path, 0.026, Ink::Edge);
    canvas.line(&path, 0.013, Ink::Arrow);
    let tip = tip + way * 0.012;
    let barb = |side: f64| tip - way * 0.045 + across * (0.034 * side);
    let head = [barb(1.0), tip, barb(-1.0)];
    canvas.line(&head, 0.03, Ink::Edge);
    canvas.line(&head, 0.016, Ink::Arrow);
}

/// Returns what moves most. Hands count for more where they hold something.
fn mover((was, from): Placed<'_>, (is, to): Placed<'_>) -> Option<Mover> {
    let moved = |one: Point, other: Point| (other - one).length();
    let holds = is.pose.props.iter().chain(&was.pose.props).any(is_lifted);
    let (right_hand, left_hand) = if holds { (1.6, 1.5) } else { (0.75, 0.74) };
    let ways = [
        (Mover::Head, moved(from.head, to.head)),
        (Mover::Hips, moved(from.pelvis, to.pelvis)),
        (Mover::Hand(RIGHT), moved(from.hand[RIGHT], to.hand[RIGHT]) * right_hand),
        (Mover::Hand(LEFT), moved(from.hand[LEFT], to.hand[LEFT]) * left_hand),
        (Mover::Ankle(RIGHT), moved(from.ankle[RIGHT], to.ankle[RIGHT]) * 1.02),
        (Mover::Ankle(LEFT), moved(from.ankle[LEFT], to.ankle[LEFT])),
        (Mover::Knee, moved(from.knee[RIGHT], to.knee[RIGHT]) * 0.9),
    ];
    let mut most = LEAST;
    let mut mover = None;
    for (one, way) in ways {
        if way > most + 1e-6 {
            (most, mover) = (way, Some(one));
        }
    }
    let crosses = matches!(mover, Some(Mover::Head | Mover::Hips)) && most > MOST;
    let turns_over = moved(from.pelvis, to.pelvis) > 0.25 && (to.upper - from.upper).abs() > 50.0;
    mover.filter(|_| !crosses && !turns_over)
}

/// Returns where it is at this share of the way.
fn at(mover: Mover, from: &Body, to: &Body, share: f64) -> Point {
    match mover {
        Mover::Head => from.head.toward(to.head, share),
        Mover::Hips => from.pelvis.toward(to.pelvis, share),
        Mover::Knee => from.knee[RIGHT].toward(to.knee[RIGHT], share),
        Mover::Hand(side) => chain(&Chain::of_arm(from, side), &Chain::of_arm(to, side), share),
        Mover::Ankle(side) => chain(&Chain::of_leg(from, side), &Chain::of_leg(to, side), share),
    }
}

/// Two bones from the trunk outwards.
struct Chain {
    root: Point,
    joint: Point,
    end: Point,
    /// The lean of the part of the trunk that they hang on.
    trunk: f64,
    /// The lowest angle between the trunk and the first bone that the joint can have.
    least: f64,
    /// 1 where a positive angle turns to the right of the picture, else -1.
    outwards: f64,
    /// Whether both sides are seen.
    is_of_both_sides: bool,
}

impl Chain {
    /// Returns the arm of a side.
    fn of_arm(body: &Body, side: usize) -> Self {
        let joints = [body.shoulder[side], body.elbow[side], body.hand[side]];
        Self::of(body, side, joints, (body.upper, -85.0))
    }

    /// Returns the leg of a side.
    fn of_leg(body: &Body, side: usize) -> Self {
        let joints = [body.hip[side], body.knee[side], body.ankle[side]];
        Self::of(body, side, joints, (body.lower, -60.0))
    }

    fn of(body: &Body, side: usize, [root, joint, end]: [Point; 3], (trunk, least): (f64, f64)) -> Self {
        let (outwards, is_of_both_sides) = (body.outwards(side), body.view.is_of_both_sides());
        Self { root, joint, end, trunk, least, outwards, is_of_both_sides }
    }

    /// Returns the angle of the first bone against the trunk.
    fn first(&self) -> f64 {
        (self.trunk + 180.0 - (self.joint - self.root).angle()) * self.outwards
    }

    /// Returns the angle of the second bone against the first.
    fn second(&self) -> f64 {
        ((self.joint - self.root).angle() - (self.end - self.joint).angle()) * self.outwards
    }
}

/// Returns the end of two bones that turn from one position to the other rather than slide.
fn chain(from: &Chain, to: &Chain, share: f64) -> Point {
    let mix = |one: f64, other: f64| one + (other - one) * share;
    let turn = |one: f64, other: f64, least: f64| {
        let within = |angle: f64| (angle - least).rem_euclid(360.0) + least;
        mix(within(one), within(other))
    };
    let first = turn(from.first(), to.first(), from.least);
    let second = if from.is_of_both_sides {
        let way = (to.second() - from.second() + 180.0).rem_euclid(360.0) - 180.0;
        from.second() + way * share
    } else {
        turn(from.second(), to.second(), -170.0)
    };
    let length = |of: fn(&Chain) -> Point| mix(of(from).length(), of(to).length());
    let upper = mix(from.trunk, to.trunk) + 180.0 - from.outwards * first;
    from.root.toward(to.root, share)
        + direction(upper) * length(|chain| chain.joint - chain.root)
        + direction(upper - from.outwards * second) * length(|chain| chain.end - chain.joint)
}
