//! What is said of a pose: the angles of its joints, where it is fixed, and what is in it.

use super::prop::Prop;

/// A position of the body, as its lines say it. Angles are in degrees, lengths in heights of the person.
///
/// What comes in pairs is a list of two: the right one, then the left one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pose {
    /// Where one looks from.
    pub view: View,
    /// How far the trunk leans: 0 is upright, 90 is level with the face down. None for the lean that keeps the balance.
    pub trunk: Option<f64>,
    /// How far the upper half of the trunk is turned against the lower one; negative values arch it.
    pub spine: f64,
    /// How far the head nods against the upper trunk.
    pub neck: f64,
    /// Seen from the front: how far the trunk is bent towards whoever looks.
    pub bend: f64,
    /// How far the shoulders are turned to the person's right against the hips.
    pub turn: f64,
    /// How far the head is turned to the person's right against the shoulders.
    pub look: f64,
    /// How far the shoulders are pulled up.
    pub shrug: f64,
    /// The angles of legs and arms.
    pub limbs: [Limb; 2],
    /// Where the hands are.
    pub hands: [Hand; 2],
    /// Which way the elbows point, where two are possible.
    pub elbows: [Elbow; 2],
    /// What of each leg is planted.
    pub feet: [Foot; 2],
    /// The height at which it is planted: that of a box.
    pub steps: [f64; 2],
    /// What carries the body.
    pub support: Support,
    /// How high above the floor its lowest point is.
    pub lift: f64,
    /// Whether it need not be balanced, since it is in motion or leans on something.
    pub is_steadied: bool,
    /// What it holds, and what stands about.
    pub props: Vec<Prop>,
}

/// Where one looks from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// The right side is the near one, and the face looks to the right.
    #[default]
    Side,
    /// The person looks out of the picture, the right side on the left.
    Front,
    /// As from the front, of somebody who lies on a mat: nothing falls, and there is no floor.
    Above,
}

impl View {
    /// Tells whether both sides are seen.
    pub fn is_of_both_sides(self) -> bool {
        self != Self::Side
    }
}

/// The angles of the joints of one side, each against the part before it; 0 is straight.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Limb {
    /// The thigh to the front; seen from the front, outwards.
    pub hip: f64,
    /// The shank to the back.
    pub knee: f64,
    /// The toes up.
    pub ankle: f64,
    /// The arm to the front; seen from the front, outwards.
    pub shoulder: f64,
    /// The forearm to the front; seen from the front, outwards.
    pub elbow: f64,
    /// How far each bone is turned out of the plane of the picture, so that it looks shorter.
    pub out: Turns,
}

/// How far the bones of one side are turned out of the plane of the picture.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Turns {
    /// The thigh. Below 0 and seen from the front, it is behind the body.
    pub thigh: f64,
    /// The shank.
    pub shank: f64,
    /// The upper arm.
    pub arm: f64,
    /// The forearm.
    pub forearm: f64,
}

/// Where a hand is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Hand {
    /// Where the angles of shoulder and elbow take it.
    #[default]
    Free,
    /// Planted on something of this height, so far before the shoulder.
    On { height: f64, ahead: f64 },
    /// Planted at this height together with the forearm.
    Forearm { height: f64 },
    /// At the end of a straight arm.
    Straight(Straight),
    /// So far before the line of the trunk, and at this share of the way from the hips to the shoulders. Seen from the
    /// front, so far outwards.
    Beside { ahead: f64, up: f64 },
    /// Behind the neck, where a bar lies.
    Neck,
    /// On the shoulder of the other side.
    OtherShoulder,
    /// At a joint of the leg of its own side or the other one.
    Leg { spot: Spot, other: bool },
    /// Towards a joint of the leg, as far as the arm reaches.
    Reaching(Spot),
    /// At the elbow of the other arm.
    OtherElbow,
    /// At the ear.
    Ear,
    /// Where it was in the pose before.
    Staying,
}

/// Which way a straight arm points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Straight {
    /// To the floor.
    Down,
    /// To the sky.
    Up,
    /// To where the face looks; seen from the front, outwards.
    Ahead,
    /// The other way.
    Behind,
}

/// A place on a leg.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    Thigh,
    Knee,
    Shin,
    Ankle,
    Heel,
    Toes,
}

/// Which way an elbow points where the arm could bend in two ways.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Elbow {
    /// The way an elbow bends; outwards, seen from the front.
    #[default]
    Natural,
    Up,
    Down,
    /// To the front of the body.
    Front,
    /// To the back of the body.
    Back,
    /// Inwards, seen from the front.
    In,
    /// Outwards, seen from the front.
    Out,
}

/// What of a leg is planted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Foot {
    /// Nothing.
    #[default]
    Free,
    /// The sole.
    Flat,
    /// The toes; the heel is up.
    Toes,
    /// The heel; the toes are up.
    Heel,
    /// The knee and the shin.
    Knee,
}

/// What carries the body.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Support {
    /// The floor, at its lowest point.
    #[default]
    Floor,
    /// What is under the hips, at this height.
    Hips(f64),
    /// What is under the shoulders, at this height.
    Shoulders(f64),
    /// What is under the trunk, at this height.
    Trunk(f64),
    /// What the hands hold, at this height.
    Hands(f64),
}

/// The right one of two.
pub const RIGHT: usize = 0;
/// The left one of two.
pub const LEFT: usize = 1;
/// Both.
pub const SIDES: [usize; 2] = [RIGHT, LEFT];
