//! Sheets: what stands on them, and that it stands there well.
//!
//! What needs another program to look at the pages is left out by itself: `cargo test --test sheets -- --ignored` runs
//! it, with poppler's `pdftotext`, `pdffonts` and `pdfinfo`.

mod made;
mod plans;
mod poppler;
mod workouts;
