//! What figures are in, each once.

use rustc_hash::FxHashMap;

use super::model::Measure;

/// Numbers measures in the order of their first use.
#[derive(Debug, Default)]
pub struct Measures(FxHashMap<Measure, usize>);

impl Measures {
    /// Returns the number of a measure.
    pub fn number(&mut self, measure: Measure) -> usize {
        let next = self.0.len();
        *self.0.entry(measure).or_insert(next)
    }

    /// Returns all measures by their numbers.
    pub fn finish(&mut self) -> Vec<Measure> {
        let mut measures: Vec<_> = std::mem::take(&mut self.0).into_iter().collect();
        measures.sort_unstable_by_key(|&(_, number)| number);
        measures.into_iter().map(|(measure, _)| measure).collect()
    }
}
