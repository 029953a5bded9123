//! How hard to work: loads, efforts, paces, and what they come to for an athlete.

use super::lifted::Lifted;
use crate::athlete::{OfMax, Rounding};
use crate::quantity::Amount;

/// How hard to work.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// What is measured.
    pub kind: TargetKind,
    /// The figure, or where the bout starts when there is `to`. None for `bodyweight` and efforts.
    pub amount: Option<Amount>,
    /// `110w to 180w`: where the bout ends.
    pub to: Option<Amount>,
    /// `70% +5kg each week`: a mass on top of a percentage, nothing at first.
    pub plus: Option<Amount>,
    /// What was lifted, that it is a part of.
    pub lifted: Option<Box<Lifted>>,
    /// What it comes to for the athlete.
    pub own: Option<Box<OwnTarget>>,
}

impl Target {
    /// Returns a target of one figure.
    pub fn new(kind: TargetKind, amount: Amount) -> Self {
        Self { amount: Some(amount), ..Self::bare(kind) }
    }

    /// Returns a target without a figure.
    pub fn bare(kind: TargetKind) -> Self {
        Self { kind, amount: None, to: None, plus: None, lifted: None, own: None }
    }
}

/// What a target means for an athlete: `80%` is a load, `marathon pace` a pace.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnTarget {
    /// The exact figures, with what is added from turn to turn. It has none of its own in turn.
    pub target: Target,
    /// What its figures are rounded to at each turn.
    pub rounding: Rounding,
    /// What part of a max it is, where it is a load that moves with one.
    pub of_max: Option<Box<OfMax>>,
}

impl OwnTarget {
    /// Rounds a figure to what can be loaded; ties go down.
    pub fn rounded(&self, figure: i64) -> i64 {
        self.rounding.round(figure)
    }

    /// Returns an amount rounded at both its ends, as it is before anything is added.
    pub fn rounded_amount(&self, amount: &Amount) -> Amount {
        Amount {
            low: self.rounded(amount.low),
            high: self.rounded(amount.high),
            progression: None,
            ..*amount
        }
    }
}

/// The kinds of [`Target`].
#[derive(Debug, Clone, PartialEq)]
pub enum TargetKind {
    /// `24kg`, `2x24kg`: a mass on each of so many implements.
    Load { implements: u8 },
    /// `bodyweight`, `bodyweight +10kg` (the amount is what is added).
    Bodyweight,
    /// `-30kg`: help of this much; the amount is positive.
    Assistance,
    /// `24in`, `60cm`, `20mm`: the size of a box, an edge.
    Size,
    /// `80%`: of this movement's own maximum, or of what is named.
    Percent { of: Option<Box<str>> },
    /// `10rm`: the load that could be lifted so many times.
    RepMax,
    /// `rpe 8`.
    Rpe,
    /// `rir 2`.
    Rir,
    /// `zone 2`.
    Zone,
    /// `140bpm`.
    HeartRate,
    /// `200w`.
    Power,
    /// `90rpm`.
    Cadence,
    /// `28spm`.
    StrokeRate,
    /// `10km/h`, `6mph`.
    Speed,
    /// `5:00/km`.
    Pace,
    /// `slope 6%`.
    Slope,
    /// `marathon pace`, `css +2s`: what the athlete lists; the amount is the offset in seconds.
    NamedPace { name: Box<str> },
    /// `easy`, `moderate`, `hard`.
    Effort(Effort),
}

impl TargetKind {
    /// Tells whether it says how heavy: a weight, or a share of something.
    pub fn is_load(&self) -> bool {
        match self {
            TargetKind::Load { .. }
            | TargetKind::Bodyweight
            | TargetKind::Assistance
            | TargetKind::Percent { .. }
            | TargetKind::RepMax => true,
            TargetKind::Size
            | TargetKind::Rpe
            | TargetKind::Rir
            | TargetKind::Zone
            | TargetKind::HeartRate
            | TargetKind::Power
            | TargetKind::Cadence
            | TargetKind::StrokeRate
            | TargetKind::Speed
            | TargetKind::Pace
            | TargetKind::Slope
            | TargetKind::NamedPace { .. }
            | TargetKind::Effort(_) => false,
        }
    }

    /// Tells whether it says a weight, or a share of one. A percentage of a power or of a heart rate is none.
    pub fn is_weight(&self) -> bool {
        match self {
            TargetKind::Percent { of: Some(of) } => !matches!(&**of, "ftp" | "max heart rate"),
            other => other.is_load(),
        }
    }
}

/// An effort by feel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Effort {
    Easy,
    Moderate,
    Hard,
}

impl Effort {
    /// Returns its spelling.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
