//! `(last round only)`: the last round by its number, where the header of the block says how many there are.

use super::cut::{Cut, Stretch};
use super::token::{self, Kind, Token};
use super::{header, joined, phrase};
use crate::syntax;
use crate::syntax::tree::{Block, OptionKind, Quantity, RungMark, StatementKind};
use crate::syntax::word::BlockWord;

/// A minute in thousandths of a second.
const MINUTE: i64 = 60_000;

/// Returns the number of the last round of the block around a stretch, if the stretch names that round and the number
/// is known.
pub(super) fn last_round(text: &str, cut: &Cut, stretch: Stretch) -> Option<String> {
    phrase::last_round(&token::tokens(text, stretch.span))?;
    let header = cut.stretches[stretch.header?];
    let written = match header::header(&token::tokens(text, header.span)) {
        Some(pieces) => joined(&pieces),
        None => text[header.span.range()].to_owned(),
    };
    let (tree, _) = syntax::parse(&format!("{written} < squat 10 >"));
    let StatementKind::Block(block) = &tree.statements.first()?.kind else { return None };
    rounds(block).map(|rounds| rounds.to_string())
}

/// Returns how many rounds a block has, if it is a figure.
fn rounds(block: &Block) -> Option<i64> {
    let exactly = |quantity: &Quantity, one: i64| {
        let is_figure = !quantity.is_range() && !quantity.broken && quantity.step().is_none();
        (is_figure && quantity.low > 0 && quantity.low % one == 0).then_some(quantity.low / one)
    };
    if block.word == BlockWord::Emom {
        return block.amounts.first().and_then(|time| exactly(time, MINUTE));
    }
    block.options.iter().find_map(|option| match &option.kind {
        OptionKind::Rounds(rounds) => exactly(rounds, 1000),
        // A rule such as `1 to 10` is left to whoever counts its rungs.
        OptionKind::Ladder(ladder) if ladder.marks.iter().all(|mark| *mark == RungMark::Dash) => {
            i64::try_from(ladder.numbers.len()).ok()
        }
        _ => None,
    })
}

/// Puts the number of the last round in the place of the word.
pub(super) fn numbered<'t>(tokens: &mut [Token<'t>], number: &'t str) {
    if let Some(at) = phrase::last_round(tokens) {
        let [last, round] = [tokens[at], tokens[at + 1]];
        tokens[at] = Token { text: round.text, ..last };
        tokens[at + 1] = Token { kind: Kind::Number, text: number, ..round };
    }
}
