//! Outputs that the page shows in a frame, by their addresses.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use hyper::body::Bytes;

/// The most outputs that are kept, and the most bytes that they take together: the last is kept in any case.
const MOST: usize = 12;
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// The last outputs that were made.
#[derive(Debug, Default)]
pub struct MadeOutputs(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    last: u64,
    outputs: VecDeque<(String, Bytes)>,
}

impl MadeOutputs {
    /// Keeps an output. Returns its name: a number that no other has had, and the extension.
    pub fn keep(&self, extension: &str, content: Bytes) -> String {
        let mut kept = self.locked();
        kept.last += 1;
        let name = format!("{}.{extension}", kept.last);
        kept.outputs.push_back((name.clone(), content));
        let bytes = |kept: &Kept| kept.outputs.iter().map(|(_, content)| content.len()).sum::<usize>();
        while kept.outputs.len() > MOST || kept.outputs.len() > 1 && bytes(&kept) > MOST_BYTES {
            kept.outputs.pop_front();
        }
        name
    }

    /// Returns an output by its name.
    pub fn get(&self, name: &str) -> Option<Bytes> {
        let kept = self.locked();
        kept.outputs.iter().find(|(own, _)| own == name).map(|(_, content)| content.clone())
    }

    fn locked(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_outputs_are_kept() {
        let made = MadeOutputs::default();
        let names: Vec<String> = (0..MOST + 2).map(|_| made.keep("html", Bytes::from_static(b"x"))).collect();
        assert_eq!(names.iter().filter(|name| made.get(name).is_some()).count(), MOST);
        assert!(made.get(names.last().unwrap()).is_some() && made.get("1.pdf").is_none());
        let large = made.keep("pdf", vec![0; MOST_BYTES + 1].into());
        assert!(made.get(&large).is_some() && made.get(names.last().unwrap()).is_none());
    }
}
