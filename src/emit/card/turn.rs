//! Whose turn it is in a block whose steps alternate.

/// After so many turns the rule is plain, and an ellipsis replaces those up to the last.
const TURNS_NAMED: u32 = 5;
/// So many turns show the rule.
const TURNS_TO_SHOW: u32 = 3;

/// The turns of one step among those that take turns.
#[derive(Debug, Clone, Copy)]
pub struct Turn {
    /// Which of the steps, from 0.
    pub nth: u32,
    /// How many steps there are.
    pub of: usize,
}

impl Turn {
    /// Returns how many turns the step has within `all`.
    pub fn count(self, all: u32) -> u32 {
        all.saturating_sub(self.nth).div_ceil(self.steps())
    }

    /// Names the step's turns within `all`: `1, 3, 5, 7, 9`, and `1, 4, 7 … 28` where they are many.
    pub fn named(self, all: u32) -> String {
        let count = self.count(all);
        let turn = |k: u32| (u64::from(self.nth) + u64::from(self.steps()) * u64::from(k) + 1).to_string();
        let named = if count <= TURNS_NAMED { count } else { TURNS_TO_SHOW };
        let text = (0..named).map(turn).collect::<Vec<_>>().join(", ");
        if named == count { text } else { format!("{text} … {}", turn(count - 1)) }
    }

    fn steps(self) -> u32 {
        u32::try_from(self.of).unwrap_or(u32::MAX).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::Turn;

    #[test]
    fn turns_are_named_until_the_rule_is_plain() {
        assert_eq!(Turn { nth: 1, of: 2 }.named(10), "2, 4, 6, 8, 10");
        assert_eq!(Turn { nth: 0, of: 3 }.named(30), "1, 4, 7 … 28");
        assert_eq!(Turn { nth: 2, of: 3 }.count(4), 1);
        assert_eq!(Turn { nth: 2, of: 3 }.named(2), "");
    }
}
