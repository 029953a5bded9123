//! The pages of the rules as the book has them, in `docs/rules`. A test makes them from those beside the code.

use super::Rule;

// `PAGES`: the name and the page of each rule that has one, sorted by name. Made by `build.rs`.
include!(concat!(env!("OUT_DIR"), "/rules.rs"));

impl Rule {
    /// Returns its page in the book, in Markdown: what the rule says, why, what is wrong and what is right. Returns the
    /// summary of a new rule whose page has not been made yet.
    pub fn page(self) -> &'static str {
        let found = PAGES.binary_search_by_key(&self.name(), |&(name, _)| name);
        found.map_or(self.summary(), |at| PAGES[at].1)
    }
}
