//! Why a pose cannot be.

/// Why a pose cannot be.
#[derive(Debug, Clone, PartialEq)]
pub enum Impossible {
    /// A foot does not come down to where it is planted.
    Foot { side: usize },
    /// A hand does not reach where it should be.
    Hand { side: usize },
    /// A forearm can't lie where it is planted.
    Forearm,
    /// A hand should stay where it was, and there was no pose before.
    NothingBefore,
    /// No lean of the trunk keeps the balance.
    Balance,
}

impl Impossible {
    /// Tells whether another lean of the trunk may mend it.
    pub fn is_of_reach(&self) -> bool {
        matches!(self, Self::Hand { .. } | Self::Forearm)
    }

    /// Returns what is impossible, and what to do about it.
    pub fn said(&self) -> (String, &'static str) {
        let sides = ["right", "left"];
        match self {
            Self::Foot { side } => (
                format!("the {} foot does not come down to where it is planted", sides[*side]),
                "turn the hip or the knee of that leg, or say `right foot free`",
            ),
            Self::Hand { side } => (
                format!("the {} hand does not reach where it should be", sides[*side]),
                "lean the trunk nearer, or take a nearer place; `hands reach …` goes as far as the arms do",
            ),
            Self::Forearm => (
                "the forearms do not reach what they should lie on".to_owned(),
                "lean the trunk nearer to the floor: `trunk 80`",
            ),
            Self::NothingBefore => (
                "the hands should stay where they were, but no pose is before it".to_owned(),
                "say where the hands are; `hands stay` is for the second and the third pose",
            ),
            Self::Balance => (
                "no lean of the trunk keeps the balance".to_owned(),
                "say how far it leans, `trunk 10`, and `moving` or `leaning` if it need not be balanced",
            ),
        }
    }
}
