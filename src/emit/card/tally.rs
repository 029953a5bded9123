//! What there is to tick off and to fill in.

/// A place to write a figure in.
pub const BLANK: &str = "____";

/// Something to tick off.
const BOX: &str = "☐";
/// Boxes stand in fives, so that a glance counts them.
const BOXES_TOGETHER: u32 = 5;
/// More boxes than these are lost count of, and make a row wider than a page; a blank takes their place.
const MOST_BOXES: u32 = 20;
/// More blanks than these make a row wider than a page; one for the total takes their place.
const MOST_BLANKS: u32 = 8;

/// How often a row is done: so many times in each of so many groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tally {
    /// Nobody can know, as in an AMRAP.
    Unknown,
    /// `groups` times over: at least `least`, at most `most`.
    Times { groups: u32, least: u32, most: u32 },
}

impl Tally {
    /// Done once.
    pub const ONCE: Self = Tally::Times { groups: 1, least: 1, most: 1 };

    /// Returns the tally of what is done from `least` to `most` times in each turn of this.
    #[must_use]
    pub fn each(self, least: u32, most: u32) -> Self {
        match self {
            Tally::Times { groups, most: turns, .. } if (least, most) != (1, 1) => {
                Tally::Times { groups: groups.saturating_mul(turns), least, most }
            }
            Tally::Times { .. } | Tally::Unknown => self,
        }
    }

    /// Returns a box to tick for each time: `☐☐☐ (☐☐)` for three to five. Empty where nobody can know.
    pub fn boxes(self) -> String {
        let Tally::Times { groups, least, most } = self else { return String::new() };
        let all = groups.saturating_mul(most);
        if all == 0 {
            String::new()
        } else if all > MOST_BOXES {
            format!("{BLANK} of {all}")
        } else if groups > 1 {
            vec![in_fives(most); groups as usize].join(" ")
        } else if least < most {
            format!("{} ({})", in_fives(least), in_fives(most - least))
        } else {
            in_fives(most)
        }
    }

    /// Returns a blank to fill in for each time.
    pub fn blanks(self) -> String {
        let Tally::Times { groups, most, .. } = self else { return BLANK.to_owned() };
        let all = groups.saturating_mul(most);
        if all > MOST_BLANKS { format!("total {BLANK}") } else { vec![BLANK; all as usize].join(" ") }
    }
}

/// Returns a box for each rung of a ladder: `☐ 21 ☐ 15 ☐ 9`.
pub fn rung_boxes(rungs: &[i64]) -> String {
    rungs.iter().map(|rung| format!("{BOX} {rung}")).collect::<Vec<_>>().join(" ")
}

fn in_fives(boxes: u32) -> String {
    let mut text = String::new();
    for n in 0..boxes {
        if n > 0 && n % BOXES_TOGETHER == 0 {
            text.push(' ');
        }
        text.push_str(BOX);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_become_boxes_in_fives() {
        assert_eq!(Tally::ONCE.boxes(), "☐");
        assert_eq!(Tally::ONCE.each(7, 7).boxes(), "☐☐☐☐☐ ☐☐");
    }

    #[test]
    fn the_rounds_that_may_be_left_out_stand_in_brackets() {
        assert_eq!(Tally::ONCE.each(3, 5).boxes(), "☐☐☐ (☐☐)");
    }

    #[test]
    fn sets_are_grouped_by_the_round_they_stand_in() {
        assert_eq!(Tally::ONCE.each(3, 3).each(2, 2).boxes(), "☐☐ ☐☐ ☐☐");
        assert_eq!(Tally::ONCE.each(3, 3).each(1, 1).boxes(), "☐☐☐");
    }

    #[test]
    fn too_many_to_tick_off_are_counted_by_hand() {
        assert_eq!(Tally::ONCE.each(30, 30).boxes(), "____ of 30");
        assert_eq!(Tally::ONCE.each(30, 30).blanks(), "total ____");
        assert_eq!(Tally::ONCE.each(u32::MAX, u32::MAX).each(9, 9).boxes(), "____ of 4294967295");
    }

    #[test]
    fn where_nobody_knows_how_often_there_is_no_box() {
        assert_eq!(Tally::Unknown.each(3, 3).boxes(), "");
        assert_eq!(Tally::Unknown.blanks(), "____");
    }
}
