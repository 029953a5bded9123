//! Which week and which cycle a table counts: `by week`, `by cycle`, `week 2 < … >` in a workout.

/// What a table counts on a day of a plan, from 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) struct Counted {
    /// The week.
    pub week: u32,
    /// The cycle.
    pub cycle: u32,
}

/// Returns what a table counts in one of the weeks of a block.
///
/// `weeks` are those of the block, in the numbers of the plan and in order; `week` is one of them. Each cycle, of so many
/// weeks, begins anew. Weeks count from the first of the block. Under weeks that do not follow each other, as `odd weeks`, the
/// table goes on by one item with each of them. So it is the place of the week among those of its block, within its cycle.
pub(super) fn counted_on(weeks: &[u32], cycle: Option<u32>, week: u32) -> Counted {
    let cycle_of = |week: u32| cycle.map_or(0, |length| week.saturating_sub(1) / length.max(1));
    let own = cycle_of(week);
    let before = || weeks.iter().copied().take_while(|&other| other < week);
    let in_cycle = before().filter(|&other| cycle_of(other) == own).count();
    let mut cycles: Vec<u32> = before().map(cycle_of).filter(|&other| other != own).collect();
    cycles.dedup();
    let figure = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Counted { week: figure(in_cycle), cycle: figure(cycles.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weeks(weeks: &[u32], cycle: Option<u32>) -> Vec<u32> {
        weeks.iter().map(|&week| counted_on(weeks, cycle, week).week).collect()
    }

    #[test]
    fn a_stretch_counts_from_its_first_week() {
        assert_eq!(weeks(&[1, 2, 3, 4], None), [0, 1, 2, 3]);
        assert_eq!(weeks(&[5, 6, 7, 8], None), [0, 1, 2, 3]);
        assert_eq!(weeks(&[7], None), [0]);
    }

    #[test]
    fn picked_weeks_go_on_by_one() {
        assert_eq!(weeks(&[1, 3, 5, 7], None), [0, 1, 2, 3]);
        assert_eq!(weeks(&[4, 8, 12], None), [0, 1, 2]);
        assert_eq!(weeks(&[1, 2, 3, 6, 7], None), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn each_cycle_begins_anew() {
        let all: Vec<u32> = (1..=12).collect();
        assert_eq!(weeks(&all, Some(4)), [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
        assert_eq!(weeks(&[2, 4, 6, 8], Some(4)), [0, 1, 0, 1]);
        assert_eq!(weeks(&[2, 6, 10], Some(4)), [0, 0, 0]);
    }

    #[test]
    fn cycles_are_counted_from_the_first_of_the_block() {
        let cycle = |weeks: &[u32], week| counted_on(weeks, Some(4), week).cycle;
        let all: Vec<u32> = (1..=12).collect();
        assert_eq!([1, 4, 5, 9].map(|week| cycle(&all, week)), [0, 0, 1, 2]);
        assert_eq!([5, 9].map(|week| cycle(&[5, 9], week)), [0, 1]);
        assert_eq!(
            [2, 10].map(|week| cycle(&[2, 10], week)),
            [0, 1],
            "a cycle that is left out does not count"
        );
        assert_eq!(counted_on(&all, None, 9).cycle, 0);
    }
}
