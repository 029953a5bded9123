//! Where every joint of a body is.

use super::geometry::{Point, direction};
use super::pose::{Foot, LEFT, Limb, Pose, RIGHT, SIDES, View};
use super::prop::Part;

/// Lengths of the body, in heights of the person. They follow Winter's table of body segments (Biomechanics and Motor
/// Control of Human Movement, 2009, figure 4.1), with a neck and feet that read well when they are small.
pub mod lengths {
    /// From the hips to the shoulders.
    pub const TRUNK: f64 = 0.29;
    /// From the shoulders to the head.
    pub const NECK: f64 = 0.05;
    /// The head's radius.
    pub const HEAD: f64 = 0.065;
    /// From the shoulder to the elbow.
    pub const UPPER_ARM: f64 = 0.165;
    /// From the elbow to the hand.
    pub const FOREARM: f64 = 0.155;
    /// From the hip to the knee.
    pub const THIGH: f64 = 0.245;
    /// From the knee to the ankle.
    pub const SHANK: f64 = 0.245;
    /// From the ankle back to the heel.
    pub const HEEL: f64 = 0.035;
    /// From the ankle to the tips of the toes.
    pub const TOES: f64 = 0.095;
    /// How much lower than the ankle the line of the sole is drawn.
    pub const INSTEP: f64 = 0.012;
    /// Half the width of the shoulders.
    pub const HALF_SHOULDERS: f64 = 0.095;
    /// Half the width of the hips.
    pub const HALF_HIPS: f64 = 0.055;
}

/// How thick the parts of the body are drawn.
pub mod widths {
    /// The trunk.
    pub const TRUNK: f64 = 0.095;
    /// The thighs.
    pub const THIGH: f64 = 0.072;
    /// The shanks.
    pub const SHANK: f64 = 0.055;
    /// The upper arms.
    pub const UPPER_ARM: f64 = 0.05;
    /// The forearms.
    pub const FOREARM: f64 = 0.042;
    /// The feet.
    pub const FOOT: f64 = 0.045;
}

/// The lengths of the four bones of one side as they are drawn: shorter where they are turned out of the picture's plane.
#[derive(Debug, Clone, Copy)]
pub struct Bones {
    pub thigh: f64,
    pub shank: f64,
    pub upper_arm: f64,
    pub forearm: f64,
}

impl Bones {
    /// Returns those of one side of a pose.
    pub fn of(limb: &Limb) -> Self {
        let drawn = |length: f64, out: f64| length * out.to_radians().cos();
        Self {
            thigh: drawn(lengths::THIGH, limb.out.thigh),
            shank: drawn(lengths::SHANK, limb.out.shank),
            upper_arm: drawn(lengths::UPPER_ARM, limb.out.arm),
            forearm: drawn(lengths::FOREARM, limb.out.forearm),
        }
    }

    /// Returns the length of a straight arm.
    pub fn arm(self) -> f64 {
        self.upper_arm + self.forearm
    }
}

/// A pose and the body in it.
#[derive(Debug, Clone, Copy)]
pub struct Before<'a> {
    pub pose: &'a Pose,
    pub body: &'a Body,
}

/// Where every joint is. What comes in pairs is a list of two: the right one, then the left one.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Where one looks from.
    pub view: View,
    /// The middle of the hips.
    pub pelvis: Point,
    /// The middle of the trunk, where it bends.
    pub waist: Point,
    /// The middle of the shoulders.
    pub chest: Point,
    /// The middle of the head.
    pub head: Point,
    pub hip: [Point; 2],
    pub knee: [Point; 2],
    pub ankle: [Point; 2],
    pub heel: [Point; 2],
    pub toes: [Point; 2],
    pub shoulder: [Point; 2],
    pub elbow: [Point; 2],
    pub hand: [Point; 2],
    /// The lean of the lower half of the trunk.
    pub lower: f64,
    /// The lean of its upper half.
    pub upper: f64,
    /// How far the head nods against it.
    pub neck: f64,
}

impl Body {
    /// Puts the joints together by their angles alone, with the pelvis at the origin.
    pub fn jointed(pose: &Pose, trunk: f64, limbs: &[Limb; 2]) -> Self {
        let pelvis = Point::default();
        let (lower, upper) = (trunk - pose.spine / 2.0, trunk + pose.spine / 2.0);
        let shortened = pose.bend.to_radians().cos();
        let half = lengths::TRUNK / 2.0 * shortened;
        let waist = direction(lower) * half;
        let chest = waist + direction(upper) * half;
        let head = chest + direction(upper + pose.neck) * ((lengths::NECK + lengths::HEAD) * shortened);
        let mut body = Self {
            view: pose.view,
            pelvis,
            waist,
            chest,
            head,
            hip: [pelvis; 2],
            knee: [pelvis; 2],
            ankle: [pelvis; 2],
            heel: [pelvis; 2],
            toes: [pelvis; 2],
            shoulder: [chest; 2],
            elbow: [chest; 2],
            hand: [chest; 2],
            lower,
            upper,
            neck: pose.neck,
        };
        for side in SIDES {
            let outwards = body.outwards(side);
            let (sin, cos) = pose.turn.to_radians().sin_cos();
            if pose.view.is_of_both_sides() {
                body.hip[side] = Point::new(outwards * lengths::HALF_HIPS, 0.0).turned(lower);
                body.shoulder[side] =
                    chest + Point::new(outwards * cos * lengths::HALF_SHOULDERS, -0.01).turned(upper);
            } else if pose.turn != 0.0 {
                // Turned to whoever looks, the right shoulder goes back and the left one to the front.
                let ahead = if side == RIGHT { -sin } else { sin };
                body.shoulder[side] =
                    chest + Point::new(ahead * lengths::HALF_SHOULDERS, -0.01).turned(upper);
            }
            body.shoulder[side] = body.shoulder[side] + Point::new(0.0, pose.shrug).turned(upper);
            body.set_leg(pose, side, &limbs[side]);
            body.set_arm(side, &limbs[side]);
        }
        body
    }

    /// Returns 1 where a positive angle of this side turns to the right of the picture, -1 where it turns to the left.
    pub fn outwards(&self, side: usize) -> f64 {
        if self.view.is_of_both_sides() && side == RIGHT { -1.0 } else { 1.0 }
    }

    /// Places a leg by its angles, from the hip on.
    pub fn set_leg(&mut self, pose: &Pose, side: usize, limb: &Limb) {
        let (outwards, bones) = (self.outwards(side), Bones::of(limb));
        // Flexion of the hip brings the thigh to the front (seen from the front, outwards), that of the knee the shank
        // to the back.
        let thigh = self.lower + 180.0 - outwards * limb.hip;
        let kneels = pose.feet[side] == Foot::Knee && !pose.view.is_of_both_sides();
        let shank = if kneels { -90.0 } else { thigh + outwards * limb.knee };
        self.knee[side] = self.hip[side] + direction(thigh) * bones.thigh;
        self.ankle[side] = self.knee[side] + direction(shank) * bones.shank;
        let foot = match pose.feet[side] {
            Foot::Flat => outwards * 90.0,
            Foot::Toes => outwards * 140.0,
            Foot::Heel => shank - outwards * 90.0,
            Foot::Knee if kneels => -92.0,
            Foot::Knee | Foot::Free => shank - outwards * (90.0 + limb.ankle),
        };
        self.set_foot(side, foot);
    }

    /// Places heel and toes, of a foot that points in a direction.
    fn set_foot(&mut self, side: usize, foot: f64) {
        let ankle = self.ankle[side];
        let (heel, toes, down) = if self.view.is_of_both_sides() {
            (0.012, 0.05, Point::default())
        } else {
            let down = Point::new(0.0, -lengths::INSTEP).turned(foot - 90.0);
            (lengths::HEEL, lengths::TOES, down)
        };
        self.heel[side] = ankle - direction(foot) * heel + down;
        self.toes[side] = ankle + direction(foot) * toes + down;
    }

    /// Places an arm by its angles, from the shoulder on.
    fn set_arm(&mut self, side: usize, limb: &Limb) {
        let (outwards, bones) = (self.outwards(side), Bones::of(limb));
        let arm = self.upper + 180.0 - outwards * limb.shoulder;
        self.elbow[side] = self.shoulder[side] + direction(arm) * bones.upper_arm;
        self.hand[side] = self.elbow[side] + direction(arm - outwards * limb.elbow) * bones.forearm;
    }

    /// Moves the whole body.
    pub fn shift(&mut self, by: Point) {
        let single = [&mut self.pelvis, &mut self.waist, &mut self.chest, &mut self.head];
        let pairs = [
            &mut self.hip,
            &mut self.knee,
            &mut self.ankle,
            &mut self.heel,
            &mut self.toes,
            &mut self.shoulder,
            &mut self.elbow,
            &mut self.hand,
        ];
        for point in single.into_iter().chain(pairs.into_iter().flatten()) {
            *point = *point + by;
        }
    }

    /// Returns the middle of a foot.
    pub fn foot(&self, side: usize) -> Point {
        self.heel[side].toward(self.toes[side], 0.5)
    }

    /// Returns a place on the trunk: so far before its line, at this share of the way from the hips to the shoulders.
    pub fn beside_trunk(&self, ahead: f64, up: f64) -> Point {
        if up > 0.5 {
            self.waist.toward(self.chest, up * 2.0 - 1.0) + Point::new(ahead, 0.0).turned(self.upper)
        } else {
            self.pelvis.toward(self.waist, up * 2.0) + Point::new(ahead, 0.0).turned(self.lower)
        }
    }

    /// Returns where a part of the body is; the middle between the two of a pair.
    pub fn part(&self, part: Part) -> Point {
        let middle = |pair: [Point; 2]| pair[0].toward(pair[1], 0.5);
        let seen_aside = |ahead: f64| if self.view.is_of_both_sides() { 0.0 } else { ahead };
        match part {
            Part::Hands => middle(self.hand),
            Part::RightHand => self.hand[RIGHT],
            Part::LeftHand => self.hand[LEFT],
            Part::Feet | Part::Soles => self.foot(RIGHT).toward(self.foot(LEFT), 0.5),
            Part::RightFoot => self.foot(RIGHT),
            Part::LeftFoot => self.foot(LEFT),
            Part::Heels => middle(self.heel),
            Part::Hips => self.pelvis,
            Part::Belly => self.waist,
            Part::Shoulders => self.chest,
            Part::Head => self.head,
            Part::Knees => middle(self.knee),
            Part::RightKnee => self.knee[RIGHT],
            Part::LeftKnee => self.knee[LEFT],
            Part::Ankles => middle(self.ankle),
            Part::RightAnkle => self.ankle[RIGHT],
            Part::LeftAnkle => self.ankle[LEFT],
            Part::Elbows => middle(self.elbow),
            Part::RightElbow => self.elbow[RIGHT],
            Part::LeftElbow => self.elbow[LEFT],
            Part::Neck => self.chest + Point::new(seen_aside(-0.055), 0.01).turned(self.upper),
            Part::Rack => self.chest + Point::new(seen_aside(0.075), -0.01).turned(self.upper),
            Part::Lap => self.pelvis + Point::new(seen_aside(0.09), 0.02).turned(self.lower),
            Part::Back => self.waist - Point::new(widths::TRUNK / 2.0, 0.0).turned(self.lower),
        }
    }

    /// Returns the height of the underside of a part of the body.
    pub fn underside(&self, part: Part) -> f64 {
        let sole = |side: usize| self.heel[side].y.min(self.toes[side].y) - widths::FOOT / 2.0;
        let height = self.part(part).y;
        match part {
            Part::Feet | Part::Soles | Part::Heels => sole(RIGHT).min(sole(LEFT)),
            Part::RightFoot => sole(RIGHT),
            Part::LeftFoot => sole(LEFT),
            Part::Hips | Part::Belly | Part::Shoulders => height - widths::TRUNK / 2.0,
            Part::Head => height - lengths::HEAD,
            Part::Hands
            | Part::RightHand
            | Part::LeftHand
            | Part::Elbows
            | Part::RightElbow
            | Part::LeftElbow => height - widths::FOREARM / 2.0,
            Part::Knees
            | Part::RightKnee
            | Part::LeftKnee
            | Part::Ankles
            | Part::RightAnkle
            | Part::LeftAnkle => height - widths::SHANK / 2.0,
            Part::Neck | Part::Rack | Part::Lap | Part::Back => height,
        }
    }

    /// Returns how far the body reaches to the left and to the right.
    pub fn span(&self) -> (f64, f64) {
        let single = [self.head, self.pelvis, self.chest];
        let pairs = [self.toes, self.heel, self.hand, self.knee, self.elbow];
        single
            .into_iter()
            .chain(pairs.into_iter().flatten())
            .fold((f64::MAX, f64::MIN), |(low, high), point| (low.min(point.x), high.max(point.x)))
    }

    /// Returns the middle of the mass, with what is held. The shares of the parts follow de Leva (Journal of Biomechanics
    /// 29, 1996), averaged over women and men.
    pub fn center_of_mass(&self, load: Option<(Point, f64)>) -> Point {
        let mut sum = self.pelvis.toward(self.chest, 0.5) * 0.43 + self.head * 0.07;
        let mut share = 0.50;
        for side in SIDES {
            sum = sum
                + self.hip[side].toward(self.knee[side], 0.5) * 0.145
                + self.knee[side].toward(self.ankle[side], 0.5) * 0.045
                + self.ankle[side] * 0.013
                + self.shoulder[side].toward(self.elbow[side], 0.5) * 0.027
                + self.elbow[side].toward(self.hand[side], 0.5) * 0.022;
            share += 0.252;
        }
        if let Some((place, mass)) = load {
            sum = sum + place * mass;
            share += mass;
        }
        sum * (1.0 / share)
    }

    /// Tells whether it lies or sits on the floor, so that the trunk or the head carries it.
    pub fn lies(&self) -> bool {
        let trunk = [self.pelvis, self.waist, self.chest];
        let low = |height: f64| move |point: &Point| point.y < height;
        trunk.iter().any(low(widths::TRUNK / 2.0 + 0.04))
            || low(lengths::HEAD + 0.03)(&self.head)
            || self.view.is_of_both_sides() && self.hip.iter().chain(&self.shoulder).any(low(0.06))
    }
}
