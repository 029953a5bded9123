//! The parser that pest makes of the grammar.

#![allow(missing_docs, reason = "pest derives `Rule` without them")]

use pest::Parser;
use pest::iterators::Pairs;

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/wod.pest"]
struct WodParser;

/// Parses a piece of a file and hands its statements to `read`.
///
/// The grammar is total and recurses only through blocks, whose depth is bounded before: a parse that fails would be
/// a mistake in the grammar, and a test over random texts shows that none does.
pub fn parse(piece: &str, read: impl FnOnce(Pairs<'_, Rule>)) {
    match WodParser::parse(Rule::file, piece) {
        Ok(pairs) => read(pairs),
        Err(error) => debug_assert!(false, "the grammar is not total: {error}"),
    }
}
