//! What several parts of the document of progress have.

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::program::{LoadKind, Unit};
use crate::season::Travel;

/// What loads are.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A weight, or each of two.
    Weight,
    /// What is added to the body's own weight.
    OnTop,
    /// What helps.
    Help,
}

/// The unit of loads.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LoadUnit {
    Kg,
    Lb,
}

impl From<LoadKind> for Kind {
    fn from(kind: LoadKind) -> Self {
        match kind {
            LoadKind::Weight => Kind::Weight,
            LoadKind::OnTop => Kind::OnTop,
            LoadKind::Help => Kind::Help,
        }
    }
}

impl From<Unit> for LoadUnit {
    fn from(unit: Unit) -> Self {
        if unit == Unit::Pound { LoadUnit::Lb } else { LoadUnit::Kg }
    }
}

/// A way of travelling.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// Running, walking, hiking.
    Foot,
    /// Riding, indoors or out.
    Bike,
    /// On the water or the rower.
    Row,
    /// On snow, on wheels or on the machine.
    Ski,
    /// In the water.
    Swim,
    /// Any other way.
    Other,
}

impl From<Travel> for Way {
    fn from(travel: Travel) -> Self {
        match travel {
            Travel::Foot => Way::Foot,
            Travel::Bike => Way::Bike,
            Travel::Row => Way::Row,
            Travel::Ski => Way::Ski,
            Travel::Swim => Way::Swim,
            Travel::Other => Way::Other,
        }
    }
}
