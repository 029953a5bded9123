//! How much of what was done is shown: the last of it.

/// The weeks that tables show, the last ones: as many columns as fit on a terminal. The data has them all.
pub const WEEKS: usize = 8;

/// The sessions with remarks that are shown, the last ones.
pub const REMARKS: usize = 12;

/// Returns the last of some, at most so many.
pub fn last_of<T>(all: &[T], most: usize) -> &[T] {
    all.get(all.len().saturating_sub(most)..).unwrap_or_default()
}
