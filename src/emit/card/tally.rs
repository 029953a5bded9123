//! How often a row is done, and so what there is to tick off and to fill in.

use super::Mark;

/// More boxes than these are lost count of, and make a row wider than a page; a blank takes their place.
const MOST_BOXES: u32 = 20;
/// More blanks than these make a row wider than a page; one for the total takes their place.
const MOST_BLANKS: u32 = 8;

/// How often a row is done: so many times in each of so many groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tally {
    /// Unknown, as in an AMRAP.
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

    /// Returns a box to tick for each time: `☐☐☐ (☐☐)` for three to five; `None` if the number is unknown.
    pub fn boxes(self) -> Vec<Mark> {
        let Tally::Times { groups, least, most } = self else { return Vec::new() };
        let all = groups.saturating_mul(most);
        if all == 0 {
            Vec::new()
        } else if all > MOST_BOXES {
            vec![Mark::OutOf { all }]
        } else if groups > 1 {
            vec![Mark::Ticks { count: most }; groups as usize]
        } else if least < most {
            vec![Mark::Ticks { count: least }, Mark::TicksAtMost { count: most - least }]
        } else {
            vec![Mark::Ticks { count: most }]
        }
    }

    /// Returns how many places there are to write down what comes of it each time: one where nobody knows how often it is
    /// done; `None` where that would be too many.
    pub fn places(self) -> Option<u32> {
        let Tally::Times { groups, most, .. } = self else { return Some(1) };
        Some(groups.saturating_mul(most)).filter(|&times| times <= MOST_BLANKS)
    }

    /// Returns a blank to fill in for each time.
    pub fn blanks(self) -> Vec<Mark> {
        let Tally::Times { groups, most, .. } = self else { return vec![Mark::Blanks { count: 1 }] };
        let count = groups.saturating_mul(most);
        vec![if count > MOST_BLANKS { Mark::Total } else { Mark::Blanks { count } }]
    }
}

/// Returns the marks of a row as they are, or one mark for all boxes, and one for all blanks, where they are too many.
pub fn in_bounds(marks: Vec<Mark>) -> Vec<Mark> {
    let (mut boxes, mut blanks) = (0_u32, 0_u32);
    for mark in &marks {
        match mark {
            Mark::Ticks { count } | Mark::TicksAtMost { count } | Mark::OutOf { all: count } => {
                boxes = boxes.saturating_add(*count);
            }
            Mark::Blanks { count } => blanks = blanks.saturating_add(*count),
            Mark::Total => blanks = blanks.saturating_add(MOST_BLANKS + 1),
            // A ladder has its own most.
            Mark::Rungs { .. } => {}
        }
    }
    let many_boxes = (boxes > MOST_BOXES).then_some(Mark::OutOf { all: boxes });
    let many_blanks = (blanks > MOST_BLANKS).then_some(Mark::Total);
    let stays = |mark: &Mark| match mark {
        Mark::Ticks { .. } | Mark::TicksAtMost { .. } | Mark::OutOf { .. } => many_boxes.is_none(),
        Mark::Blanks { .. } | Mark::Total => many_blanks.is_none(),
        Mark::Rungs { .. } => true,
    };
    let mut kept: Vec<Mark> = marks.into_iter().filter(stays).collect();
    kept.splice(0..0, many_boxes);
    kept.extend(many_blanks);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::card::mark::written;

    fn boxes(tally: Tally) -> String {
        written(&tally.boxes())
    }

    fn blanks(tally: Tally) -> String {
        written(&tally.blanks())
    }

    #[test]
    fn rounds_become_boxes_in_fives() {
        assert_eq!(boxes(Tally::ONCE), "☐");
        assert_eq!(boxes(Tally::ONCE.each(7, 7)), "☐☐☐☐☐ ☐☐");
    }

    #[test]
    fn the_rounds_that_may_be_left_out_stand_in_brackets() {
        assert_eq!(boxes(Tally::ONCE.each(3, 5)), "☐☐☐ (☐☐)");
    }

    #[test]
    fn sets_are_grouped_by_the_round_they_stand_in() {
        assert_eq!(boxes(Tally::ONCE.each(3, 3).each(2, 2)), "☐☐ ☐☐ ☐☐");
        assert_eq!(boxes(Tally::ONCE.each(3, 3).each(1, 1)), "☐☐☐");
    }

    #[test]
    fn too_many_to_tick_off_are_counted_by_hand() {
        assert_eq!(boxes(Tally::ONCE.each(30, 30)), "____ of 30");
        assert_eq!(blanks(Tally::ONCE.each(30, 30)), "total ____");
        assert_eq!(boxes(Tally::ONCE.each(u32::MAX, u32::MAX).each(9, 9)), "____ of 4294967295");
    }

    #[test]
    fn where_nobody_knows_how_often_there_is_no_box() {
        assert_eq!(boxes(Tally::Unknown.each(3, 3)), "");
        assert_eq!(blanks(Tally::Unknown), "____");
    }

    #[test]
    fn a_list_of_many_sets_has_one_mark_for_all_boxes_and_one_for_all_blanks() {
        let bounded = |marks: &[Mark]| written(&in_bounds(marks.to_vec()));
        let five = [Mark::Ticks { count: 3 }, Mark::Blanks { count: 2 }];
        assert_eq!(bounded(&five), "☐☐☐ ____ ____");
        let pair = [Mark::Blanks { count: 1 }, Mark::Ticks { count: 1 }];
        let many: Vec<Mark> = pair.into_iter().cycle().take(10_000).collect();
        assert_eq!(bounded(&many), "____ of 5000 total ____");
        assert_eq!(bounded(&[Mark::Total, Mark::Ticks { count: 2 }, Mark::Total]), "☐☐ total ____");
    }
}
