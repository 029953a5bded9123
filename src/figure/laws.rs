//! What holds of every figure: limbs keep their length, nothing is below the floor, what is planted is on what carries
//! it, hands are at what they hold, and whoever stands does so over the feet.

use super::body::{Before, Body, Bones, widths};
use super::draw::props;
use super::pose::{Foot, Hand, Pose, SIDES, Support, View};
use super::prop::{Part, PropKind};
use super::solve::{above_step, lowest};

/// By how much a bone may differ from its length.
const BONE: f64 = 0.004;
/// By how much a planted foot may miss what it is planted on.
const FOOT: f64 = 0.01;
/// By how much a planted hand may miss.
const HAND: f64 = 0.006;
/// How far below the floor a round edge may be.
const FLOOR: f64 = 0.008;
/// How far from the bar that lies on the body the hands may be.
const BAR: f64 = 0.13;
/// How far over the edge of the feet the middle of the mass may be.
const EDGE: f64 = 0.02;
/// The angles that a knee can have, in degrees.
const KNEE: std::ops::RangeInclusive<f64> = -12.0..=165.0;

/// A law that is broken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Broken {
    /// A bone is longer or shorter than it is.
    Bone { side: usize },
    /// A planted foot is not on what it is planted on.
    Foot { side: usize },
    /// A planted hand is not.
    Hand { side: usize },
    /// A knee bends the wrong way, or too far.
    Knee { side: usize, degrees: f64 },
    /// The hands are not at the bar that lies on the body.
    Bar,
    /// A part of the body is below the floor.
    Floor,
    /// The middle of the mass is not over the feet.
    Balance,
}

impl Broken {
    /// Says what is broken.
    pub fn said(self) -> String {
        let sides = ["right", "left"];
        match self {
            Self::Bone { side } => format!("a bone of the {} side changes its length", sides[side]),
            Self::Foot { side } => format!("the {} foot is not on what it is planted on", sides[side]),
            Self::Hand { side } => format!("the {} hand is not on what it is planted on", sides[side]),
            Self::Knee { side, degrees } => format!("the {} knee bends by {degrees:.0}°", sides[side]),
            Self::Bar => "the hands are not at the bar".to_owned(),
            Self::Floor => "a part of the body is below the floor".to_owned(),
            Self::Balance => "the weight is not over the feet".to_owned(),
        }
    }

    /// Says what to do about it.
    pub fn help(self) -> &'static str {
        match self {
            Self::Bone { .. } | Self::Foot { .. } => "turn the hip or the knee of that leg",
            Self::Hand { .. } => "lean the trunk nearer to what the hand is on",
            Self::Knee { .. } => "a knee bends from 0° to 165°",
            Self::Bar => "put the hands where the bar is: `hands rack`, `hands neck`, `hands hips`",
            Self::Floor => {
                "turn the joint that goes through it, or say what is planted: `feet toes`, `hands floor`"
            }
            Self::Balance => {
                "turn the hips or the trunk, leave `trunk` out, or say `moving` or `leaning` if it need not be balanced"
            }
        }
    }
}

/// Returns the laws that a body breaks. Somebody seen from above lies on a mat, where nothing falls.
pub fn broken(pose: &Pose, body: &Body, before: Option<Before<'_>>) -> Vec<Broken> {
    let mut broken = Vec::new();
    if pose.view == View::Above {
        return broken;
    }
    for side in SIDES {
        broken.extend(broken_by_bones(pose, body, side));
        broken.extend(broken_by_contacts(pose, body, side, before));
    }
    if !pose.view.is_of_both_sides() && pose.props.iter().any(|prop| prop.kind == PropKind::Barbell) {
        let on_body = pose.props.iter().filter_map(|prop| prop.at.filter(|_| prop.kind == PropKind::Barbell));
        for part in on_body.filter(|part| !matches!(part, Part::Hands | Part::Elbows)) {
            let bar = body.part(part);
            if SIDES.iter().any(|&side| (body.hand[side] - bar).length() > BAR) {
                broken.push(Broken::Bar);
            }
        }
    }
    if lowest(&Pose { steps: [0.0; 2], ..pose.clone() }, body) < -FLOOR {
        broken.push(Broken::Floor);
    }
    if !is_balanced(pose, body) {
        broken.push(Broken::Balance);
    }
    broken
}

fn broken_by_bones(pose: &Pose, body: &Body, side: usize) -> Vec<Broken> {
    let mut broken = Vec::new();
    let bones = Bones::of(&pose.limbs[side]);
    let drawn = [
        (body.hip[side], body.knee[side], bones.thigh),
        (body.knee[side], body.ankle[side], bones.shank),
        (body.shoulder[side], body.elbow[side], bones.upper_arm),
        (body.elbow[side], body.hand[side], bones.forearm),
    ];
    if drawn.iter().any(|&(one, other, length)| ((other - one).length() - length).abs() > BONE) {
        broken.push(Broken::Bone { side });
    }
    let out = pose.limbs[side].out;
    let is_in_plane = out.thigh.abs() < 30.0 && out.shank.abs() < 30.0;
    if !pose.view.is_of_both_sides() && is_in_plane {
        let thigh = (body.knee[side] - body.hip[side]).angle();
        let shank = (body.ankle[side] - body.knee[side]).angle();
        let degrees = (shank - thigh + 180.0).rem_euclid(360.0) - 180.0;
        if !KNEE.contains(&degrees) {
            broken.push(Broken::Knee { side, degrees });
        }
    }
    broken
}

fn broken_by_contacts(pose: &Pose, body: &Body, side: usize, before: Option<Before<'_>>) -> Vec<Broken> {
    let mut broken = Vec::new();
    let is_planted = pose.feet[side] != Foot::Free && pose.lift == 0.0;
    if is_planted && above_step(pose, body, side).abs() > FOOT {
        broken.push(Broken::Foot { side });
    }
    let misses = match pose.hands[side] {
        Hand::On { height, .. } => (body.hand[side].y - widths::FOREARM / 2.0 - height).abs() > HAND,
        Hand::Staying => {
            before.is_none_or(|before| (body.hand[side] - before.body.hand[side]).length() > HAND)
        }
        Hand::Free
        | Hand::Forearm { .. }
        | Hand::Straight(_)
        | Hand::Beside { .. }
        | Hand::Neck
        | Hand::OtherShoulder
        | Hand::Leg { .. }
        | Hand::Reaching(_)
        | Hand::OtherElbow
        | Hand::Ear => false,
    };
    if misses {
        broken.push(Broken::Hand { side });
    }
    if body.hand[side].y < 0.0 || body.elbow[side].y < 0.0 {
        broken.push(Broken::Floor);
    }
    broken
}

/// Tells whether the middle of the mass is over what is planted, or need not be.
fn is_balanced(pose: &Pose, body: &Body) -> bool {
    let is_propped = |hand: &Hand| matches!(hand, Hand::On { .. } | Hand::Staying | Hand::Forearm { .. });
    let stands = pose.feet.iter().any(|&foot| foot != Foot::Free)
        && pose.support == Support::Floor
        && pose.lift == 0.0
        && !pose.is_steadied
        && !pose.hands.iter().any(is_propped)
        && !body.lies();
    if !stands {
        return true;
    }
    let mut base = (f64::MAX, f64::MIN);
    for side in SIDES {
        let knee = (pose.feet[side] == Foot::Knee).then_some(body.knee[side].x);
        let foot = (pose.feet[side] != Foot::Free).then_some([body.heel[side].x, body.toes[side].x]);
        for x in foot.into_iter().flatten().chain(knee) {
            base = (base.0.min(x - EDGE), base.1.max(x + EDGE));
        }
    }
    let middle = body.center_of_mass(props::load(pose, body)).x;
    (base.0..=base.1).contains(&middle)
}
