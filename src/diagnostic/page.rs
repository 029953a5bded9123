//! The pages of the rules, which lie in `docs/rules` and are made from doc comments.

use super::Rule;

// `PAGES`: the name and the page of each rule that has one, sorted by name. Made by `build.rs`.
include!(concat!(env!("OUT_DIR"), "/rules.rs"));

impl Rule {
    /// Returns its page in the book, in Markdown: what it says, why, what is wrong and what is right. Of a rule whose
    /// page is still to be made it is the summary.
    pub fn page(self) -> &'static str {
        let found = PAGES.binary_search_by_key(&self.name(), |&(name, _)| name);
        found.map_or(self.summary(), |at| PAGES[at].1)
    }
}
