//! Work on all cores, where the program or the typesetter brings the crate for it. Without them it is done in order.
//!
//! Whatever is made of it is the same, and in the same order. A pool of threads takes longer to start than a usual file
//! takes to compile, so callers ask for it only where there is much to do.

/// Does the same with each of several things.
#[cfg(any(feature = "cli", feature = "pdf"))]
pub fn each<T: Sync>(all: &[T], work: impl Fn(&T) + Sync + Send) {
    use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
    match all {
        [one] => work(one),
        all => all.par_iter().for_each(work),
    }
}

/// Does the same with each of several things.
#[cfg(not(any(feature = "cli", feature = "pdf")))]
pub fn each<T: Sync>(all: &[T], work: impl Fn(&T) + Sync + Send) {
    all.iter().for_each(work);
}

/// Returns what comes of each of several things, in their order.
#[cfg(any(feature = "cli", feature = "pdf"))]
pub fn map<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
    all.par_iter().map(work).collect()
}

/// Returns what comes of each of several things, in their order.
#[cfg(not(any(feature = "cli", feature = "pdf")))]
pub fn map<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    all.iter().map(work).collect()
}

/// Does two things side by side.
#[cfg(any(feature = "cli", feature = "pdf"))]
pub fn both<A: Send, B: Send>(first: impl FnOnce() -> A + Send, second: impl FnOnce() -> B + Send) -> (A, B) {
    rayon::join(first, second)
}

/// Does two things side by side.
#[cfg(not(any(feature = "cli", feature = "pdf")))]
pub fn both<A: Send, B: Send>(first: impl FnOnce() -> A + Send, second: impl FnOnce() -> B + Send) -> (A, B) {
    (first(), second())
}
