//! What a movement demands of the athlete, beyond patterns and muscles.

use crate::check::program::{Movement, Pattern};

/// A set of demands. Those of a movement are worked out once from its definition. The last ones are those of
/// [bouts](super::effort::of) and of a whole [workout](super::WorkoutView::asked).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demands(u16);

impl Demands {
    /// None of them.
    pub const NOTHING: Self = Self(0);
    /// Full power in an instant: a high jump, a sprint, a burpee. Not jumping jacks, skipping and little hops, which
    /// calves and feet can do all day.
    pub const EXPLOSIVE: Self = Self(1);
    /// A landing or a stride that injures cold muscles: sprints, jumps down from a box.
    pub const SUDDEN: Self = Self(1 << 1);
    /// The hands hold on: they pull, carry, swing or hang.
    pub const GRIP: Self = Self(1 << 2);
    /// The hands hold on without letting go, and fail first: hangs and carries.
    pub const HOLD: Self = Self(1 << 3);
    /// A weight or the body is caught overhead, where a mistake is dangerous.
    pub const OVERHEAD_SKILL: Self = Self(1 << 4);
    /// The effort is at or near the limit.
    pub const ALL_OUT: Self = Self(1 << 5);
    /// The load is heavy.
    pub const HEAVY: Self = Self(1 << 6);
    /// It ends when no more can be done.
    pub const LIMIT: Self = Self(1 << 7);
    /// It has to be done within an interval.
    pub const INTERVAL: Self = Self(1 << 8);

    /// Works out what a movement demands.
    pub fn of(movement: &Movement) -> Self {
        let named = |words: &[&str]| words.iter().any(|word| movement.id.contains(word));
        let uses = |muscle: &str| movement.muscles.iter().any(|own| own == muscle);
        let leads = |muscle: &str| movement.muscles.first().is_some_and(|own| own == muscle);
        // A curl tires the forearm that bends the arm, not the hand.
        let is_by_hand = |own: &String| own == "grip" || own == "forearms" && !leads("biceps");
        let helps = movement.secondary.iter().any(is_by_hand);

        let jumps = movement.pattern == Some(Pattern::Jump) || named(&["jumping-lunge", "split-squat-jump"]);
        let lands_from_high = named(&["depth-jump", "drop-jump"]);
        let sprints = named(&["sprint"]) && movement.pattern == Some(Pattern::Locomotion);
        let big = leads("quads") || leads("glutes") || lands_from_high;
        let holds_on = matches!(
            movement.pattern,
            Some(Pattern::Pull | Pattern::Hinge | Pattern::Carry | Pattern::Core | Pattern::Rotation)
        );
        let with_barbell = movement.equipment.iter().any(|own| own == "barbell");
        let lifts_overhead =
            named(&["snatch", "overhead-squat"]) && !named(&["pull", "deadlift", "muscle-snatch"]);

        let mut demands = Self::NOTHING;
        demands.add(Self::EXPLOSIVE, jumps && big || sprints || named(&["burpee"]));
        demands.add(Self::SUDDEN, lands_from_high || sprints);
        demands.add(Self::GRIP, holds_on && (uses("grip") || helps));
        demands.add(
            Self::HOLD,
            uses("grip") && matches!(movement.pattern, Some(Pattern::Pull | Pattern::Carry)),
        );
        demands
            .add(Self::OVERHEAD_SKILL, with_barbell && lifts_overhead || named(&["handstand", "muscle-up"]));
        demands
    }

    /// Tells whether any of `others` is among these.
    pub fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Returns these and others.
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Adds some if a condition holds.
    pub(super) fn add(&mut self, others: Self, asked: bool) {
        if asked {
            self.0 |= others.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> Demands {
        Demands::of(crate::catalog::find(&crate::catalog::key(name)).expect(name))
    }

    #[test]
    fn light_hops_are_not_explosive() {
        for name in
            ["jumping jack", "jump rope", "double-under", "pogo hop", "line hop", "squat", "run", "plank"]
        {
            assert!(!of(name).any(Demands::EXPLOSIVE), "{name}");
        }
        for name in [
            "box jump",
            "jump squat",
            "jumping lunge",
            "burpee",
            "burpee box jump",
            "hill sprint",
            "depth jump",
        ] {
            assert!(of(name).any(Demands::EXPLOSIVE), "{name}");
        }
    }

    #[test]
    fn hands_hold_on_in_pulls_hinges_and_carries() {
        for name in ["pull-up", "deadlift", "kettlebell swing", "rope climb", "toes-to-bar"] {
            assert!(of(name).any(Demands::GRIP), "{name}");
        }
        for name in ["dead hang", "farmer's carry", "half-crimp hang"] {
            assert!(of(name).any(Demands::GRIP) && of(name).any(Demands::HOLD), "{name}");
        }
        for name in ["double-under", "push-up", "dumbbell curl", "dumbbell lunge", "wrist stretch"] {
            assert!(!of(name).any(Demands::GRIP), "{name}");
        }
    }

    #[test]
    fn a_slip_overhead_is_what_makes_a_skill() {
        for name in ["snatch", "hang power snatch", "overhead squat", "handstand push-up", "muscle-up"] {
            assert!(of(name).any(Demands::OVERHEAD_SKILL), "{name}");
        }
        for name in
            ["snatch pull", "snatch-grip deadlift", "dumbbell snatch", "kettlebell snatch", "overhead press"]
        {
            assert!(!of(name).any(Demands::OVERHEAD_SKILL), "{name}");
        }
    }
}
