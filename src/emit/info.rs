//! What is known of a format before anything is emitted.

use super::options::Knob;
use crate::diagnostic::Rule;

/// What is known of a format before anything is emitted. More may become known: end yours with
/// `..FormatInfo::PLAIN`.
#[derive(Debug)]
pub struct FormatInfo {
    /// Its spelling on the command line.
    pub name: &'static str,
    /// The end of its files' names, without the dot before it.
    pub extension: &'static str,
    /// What there is an output of.
    pub per: &'static [Per],
    /// Whether several outputs can follow each other on standard output.
    pub joinable: bool,
    /// Whether it is only there with a feature of the crate.
    pub needs_feature: bool,
    /// Whether there is an output only of what has dates.
    pub needs_start: bool,
    /// Whether a browser shows it and runs the workout.
    pub is_page: bool,
    /// What can be chosen about it.
    pub knobs: &'static [Knob],
    /// The rules that `Emitter::foresee` may report.
    pub warns: &'static [Rule],
}

/// The subjects for which a format makes an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Per {
    /// One of the whole file.
    File,
    /// One of each workout.
    Workout,
    /// One of each plan.
    Plan,
}

impl FormatInfo {
    /// A format of no kind in particular, for the fields that an emitter leaves out.
    pub const PLAIN: FormatInfo = FormatInfo {
        name: "",
        extension: "",
        per: &[],
        joinable: false,
        needs_feature: false,
        needs_start: false,
        is_page: false,
        knobs: &[],
        warns: &[],
    };
}
