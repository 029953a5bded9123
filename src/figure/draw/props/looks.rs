//! What is known about each kind of thing: how it is drawn, whether it stands about, whether it is lifted.

use super::super::super::prop::PropKind;
use super::sketch::Sketch;
use super::{furniture, held, lines, machines, standing};

/// Draws a thing.
pub type Draw = fn(&mut Sketch<'_>);

/// The mass of a barbell with its plates, as a share of the body's.
const HEAVY: f64 = 0.4;
/// The mass of what is lifted with one hand or two, as a share of the body's.
const LIGHT: f64 = 0.12;
/// The mass of what weighs too little to move the balance, or is carried by something else.
const NO_MASS: f64 = 0.0;

/// What is known about a kind of thing.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Draws what is behind the body.
    pub behind: Option<Draw>,
    /// Draws what is before it.
    pub before: Option<Draw>,
    /// Whether it stands on the floor or hangs from above, so that it is drawn once for poses over one another.
    pub stands: bool,
    /// Its mass as a share of the body's if the hands lift it.
    pub lifted: Option<f64>,
}

impl Look {
    /// Returns what is known about a kind.
    pub fn of(kind: PropKind) -> Self {
        match kind {
            PropKind::Bag => Self::behind(standing::bag).standing(),
            PropKind::Ball => Self::before(held::ball).lifted(LIGHT),
            PropKind::BallUnder => Self::behind(standing::ball_under).standing(),
            PropKind::Band => Self::behind(lines::anchored_band).and_before(lines::band),
            PropKind::Bar => Self::behind(standing::bar).standing(),
            PropKind::Barbell => Self::before(held::barbell).lifted(HEAVY),
            PropKind::Bench => Self::behind(furniture::bench).standing(),
            PropKind::Bike => Self::behind(machines::bike).standing(),
            PropKind::Board => Self::before(furniture::board).standing(),
            PropKind::Boat => Self::before(machines::boat).standing(),
            PropKind::Box | PropKind::Step => Self::behind(furniture::box_under).standing(),
            PropKind::Cable => Self::behind(lines::cable).lifted(NO_MASS),
            PropKind::Cables => Self::behind(lines::cables),
            PropKind::Chair => Self::behind(furniture::chair).standing(),
            PropKind::Climb => Self::before(lines::climb).standing(),
            PropKind::ClimbingWall => Self::behind(standing::climbing_wall).standing(),
            PropKind::DipBars => Self::behind(standing::dip_bars).standing(),
            PropKind::Cones => Self::behind(standing::cones).standing(),
            PropKind::Dumbbell => Self::before(held::dumbbell).lifted(LIGHT),
            PropKind::Dumbbells => Self::before(held::dumbbells).lifted(LIGHT),
            PropKind::Grips => Self::before(held::grips).lifted(NO_MASS),
            PropKind::GymBall => Self::behind(standing::gym_ball).standing(),
            PropKind::Hoop => Self::before(held::hoop),
            PropKind::Hurdle => Self::behind(standing::hurdle).standing(),
            PropKind::Kettlebell => Self::before(held::kettlebell).lifted(LIGHT),
            PropKind::Kettlebells => Self::before(held::kettlebells).lifted(LIGHT),
            PropKind::Ladder => Self::behind(standing::ladder).standing(),
            PropKind::Landmine => Self::behind(machines::landmine)
                .and_before(machines::landmine_plate)
                .standing()
                .lifted(NO_MASS),
            PropKind::Log => Self::before(held::log).lifted(HEAVY),
            PropKind::Mat => Self::behind(standing::mat).standing(),
            PropKind::Pad => Self::before(held::pad),
            PropKind::Parallettes => Self::behind(standing::parallettes).standing(),
            PropKind::Plate => Self::before(held::plate).lifted(LIGHT),
            PropKind::Platform => Self::behind(machines::platform).standing(),
            PropKind::Poles => Self::before(held::poles),
            PropKind::Racket => Self::before(held::racket).lifted(NO_MASS),
            PropKind::Rings => Self::before(standing::rings).standing(),
            PropKind::Rod => Self::before(held::rod).lifted(NO_MASS),
            PropKind::Roller => Self::behind(standing::roller).standing(),
            PropKind::Rope => Self::before(lines::rope),
            PropKind::Ropes => Self::before(lines::ropes),
            PropKind::Rower => Self::behind(machines::rower).and_before(machines::rower_handle).standing(),
            PropKind::Rungs => Self::behind(standing::rungs).standing(),
            PropKind::Sandbag => Self::before(held::sandbag).lifted(LIGHT),
            PropKind::Seat => Self::behind(furniture::seat).standing(),
            PropKind::Sled => Self::behind(machines::sled).standing(),
            PropKind::SledLine => Self::before(lines::sled_line),
            PropKind::Slope => Self::behind(standing::slope).standing(),
            PropKind::Stairs => Self::behind(machines::stairs).standing(),
            PropKind::Stick => Self::before(held::stick).lifted(NO_MASS),
            PropKind::Straps => Self::behind(lines::straps),
            PropKind::Table => Self::behind(furniture::table).standing(),
            PropKind::Target => Self::behind(furniture::target).standing(),
            PropKind::Tire => Self::behind(held::tire),
            PropKind::Treadmill => Self::behind(machines::treadmill).standing(),
            PropKind::Wall => Self::behind(standing::wall).standing(),
            PropKind::Water => Self::before(standing::water).standing(),
            PropKind::Wedge => Self::behind(standing::wedge).standing(),
            PropKind::Wheel => Self::before(standing::wheel).standing(),
        }
    }

    /// Returns the look of what is drawn behind the body.
    fn behind(draw: Draw) -> Self {
        Self { behind: Some(draw), before: None, stands: false, lifted: None }
    }

    /// Returns the look of what is drawn before the body.
    fn before(draw: Draw) -> Self {
        Self { behind: None, before: Some(draw), stands: false, lifted: None }
    }

    /// Adds a part of the thing that is drawn before the body.
    fn and_before(self, draw: Draw) -> Self {
        Self { before: Some(draw), ..self }
    }

    /// Says that it stands on the floor or hangs from above.
    fn standing(self) -> Self {
        Self { stands: true, ..self }
    }

    /// Says that the hands lift it, and its mass as a share of the body's.
    fn lifted(self, mass: f64) -> Self {
        Self { lifted: Some(mass), ..self }
    }
}
