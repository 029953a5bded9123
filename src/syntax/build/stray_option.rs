//! `cap 20min`, `rounds 4`, `rest 60s between rounds` as statements of their own: options that belong in the header of a
//! block.

use super::Builder;
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::parse;
use crate::syntax::tree::{
    Block, BlockWord, HeaderOption, OptionKind, Quantity, RestAmount, Statement, StatementKind,
};
use crate::syntax::unit;

/// The first words of the options that are looked for. Of rests, only those that say between what.
const FIRST: [&str; 5] = ["rounds", "cap", "work", "ladder", "rest"];

/// The longest such statement, in bytes. A header's options are shorter.
const LONGEST: usize = 120;

/// A statement that is an option.
pub(super) struct StrayOption {
    /// How a header has it.
    text: String,
    /// What kind of option it begins with.
    kind: std::mem::Discriminant<OptionKind>,
    /// What it asks for, in the places of the file; nothing where it had to be respelt.
    options: Vec<HeaderOption>,
}

/// Tells whether a statement is an option of a header.
pub(crate) fn is_stray_option(statement: &str) -> bool {
    read(statement, 0).is_some()
}

/// Reads a statement that begins at a byte of the file as options of a header.
pub(super) fn read(statement: &str, start: u32) -> Option<StrayOption> {
    // `Time cap 8 min`.
    if let Some((time, cap)) = statement.split_once(' ')
        && time.eq_ignore_ascii_case("time")
        && cap.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("cap"))
    {
        return read(cap, start + 5);
    }
    let mut words = statement.split([' ', '\t', ':']);
    let first = words.next()?;
    let is_option = FIRST.iter().any(|word| word.eq_ignore_ascii_case(first));
    let mut is_count = || {
        first.bytes().all(|byte| byte.is_ascii_digit()) && words.next().is_some_and(unit::is_said_for_rounds)
    };
    if !(is_option || is_count())
        || statement.len() > LONGEST
        || statement.contains(['<', '>', '\n', '#', '"'])
        || statement.ends_with(':')
    {
        return None;
    }
    let small = statement.to_ascii_lowercase();
    if small.starts_with("rest") && !small.contains("between") {
        return None;
    }
    if let Some(options) = options(statement) {
        let kind = std::mem::discriminant(&options.first()?.kind);
        let options = options.into_iter().map(|option| moved(option, start)).collect::<Option<Vec<_>>>();
        return Some(StrayOption { text: statement.to_owned(), kind, options: options.unwrap_or_default() });
    }
    let text = respelt(&small)?;
    let kind = std::mem::discriminant(&options(&text)?.first()?.kind);
    Some(StrayOption { text, kind, options: Vec::new() })
}

/// What is written before an option, so that it is read as one.
const HEADER: &str = "circuit ";

/// Reads a text as options and nothing else.
fn options(text: &str) -> Option<Vec<HeaderOption>> {
    let (mut tree, diagnostics) = parse(&format!("{HEADER}{text} < squat 1 >"));
    let only = tree.statements.pop().filter(|_| tree.statements.is_empty() && diagnostics.is_empty())?;
    match only.kind {
        StatementKind::Block(block) if block.amounts.is_empty() && block.title.is_none() => {
            Some(block.options).filter(|options| !options.is_empty() && !options.iter().any(is_bare_cap))
        }
        _ => None,
    }
}

/// Tells whether a cap lacks its unit, which can only be minutes.
fn is_bare_cap(option: &HeaderOption) -> bool {
    matches!(&option.kind, OptionKind::Cap(cap) if cap.unit.is_none() && !cap.clock)
}

/// Writes `cap: 20`, `rest between rounds 60s` as a header has them.
fn respelt(small: &str) -> Option<String> {
    let plain = small.replacen(':', " ", 1);
    let words: Vec<&str> = plain.split_whitespace().collect();
    match words.as_slice() {
        ["cap", minutes] if minutes.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some(format!("cap {minutes}min"))
        }
        ["rest", "between", what, length @ ..] if !length.is_empty() => {
            Some(format!("rest {} between {what}", length.join(" ")))
        }
        words => Some(words.join(" ")),
    }
}

/// Moves an option from where it was read to where it is in the file; none where that is not simple.
fn moved(option: HeaderOption, start: u32) -> Option<HeaderOption> {
    let by = |span: Span| {
        let from = (span.start + start).checked_sub(HEADER.len() as u32)? as usize;
        Some(Span::new(from, from + span.len()))
    };
    let quantity = |amount: Quantity| {
        amount.rare.is_none().then_some(())?;
        Some(Quantity { span: by(amount.span)?, unit_span: by(amount.unit_span)?, ..amount })
    };
    let kind = match option.kind {
        OptionKind::Rounds(amount) => OptionKind::Rounds(quantity(amount)?),
        OptionKind::Work(amount) => OptionKind::Work(quantity(amount)?),
        OptionKind::Rest(RestAmount::For(amount)) => OptionKind::Rest(RestAmount::For(quantity(amount)?)),
        OptionKind::Ladder(ladder) => OptionKind::Ladder(ladder),
        _ => return None,
    };
    Some(HeaderOption { span: by(option.span)?, kind })
}

/// Tells whether a block can have an option, as far as what is looked for is concerned.
fn takes(word: BlockWord, text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    let is = |option: &str| first.eq_ignore_ascii_case(option);
    match word {
        BlockWord::Circuit | BlockWord::Superset => !is("cap"),
        BlockWord::ForTime => !is("work"),
        BlockWord::Every => is("rounds"),
        BlockWord::Warmup | BlockWord::Cooldown | BlockWord::Section => is("cap"),
        BlockWord::Amrap | BlockWord::Emom | BlockWord::Tabata | BlockWord::BuyIn | BlockWord::CashOut => {
            false
        }
    }
}

impl Builder<'_> {
    /// Reports an option that stands alone, and gives it to the block above where that needs it for its steps.
    pub(super) fn report_stray_option(&mut self, option: StrayOption, span: Span, before: &mut [Statement]) {
        let file = self.text;
        let text = self.at(span);
        let above = before.iter_mut().rev().find(|one| !is_stray_option(&file[one.span.range()]));
        let block = above.and_then(|statement| match &mut statement.kind {
            StatementKind::Block(block) => Some(block),
            _ => None,
        });
        let (whose, header) = match (block, self.open_header) {
            (Some(block), _) if takes(block.word, &option.text) => {
                let mut header = header_without(block, option.kind, file);
                for (_, earlier) in self.late_options.iter().filter(|(of, _)| *of == block.header) {
                    header = format!("{header} {earlier}");
                }
                self.late_options.push((block.header, option.text.clone()));
                give(block, option.options);
                ("the block above", header)
            }
            (None, Some((header, word))) if takes(word, &option.text) => {
                ("the block around it", file[header.range()].to_owned())
            }
            _ => ("a block", default_header(&option.text).to_owned()),
        };
        let message = format!("`{text}` belongs in the header of {whose}");
        let close = if whose == "a block" { ", with its steps behind it, then `>`" } else { "" };
        let help = format!("write `{} {} <`{close}", header.trim_end(), option.text);
        self.report(Diagnostic::new(Named::StrayOption, span, message).help(help));
    }
}

/// Returns the block that an option is most often of.
fn default_header(option: &str) -> &'static str {
    if option.starts_with("cap") || option.starts_with("ladder") { "for time" } else { "circuit" }
}

/// Returns a block's header without an option of this kind.
fn header_without(block: &Block, kind: std::mem::Discriminant<OptionKind>, file: &str) -> String {
    let header = &file[block.header.range()];
    let is_inside = |option: &&HeaderOption| option.span.end <= block.header.end;
    let same = block.options.iter().filter(is_inside).find(|one| std::mem::discriminant(&one.kind) == kind);
    match same {
        Some(option) => header
            .replacen(&file[option.span.range()], "", 1)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        None => header.to_owned(),
    }
}

/// Gives a block what its steps take from its header, so that nothing more is said of what they lack.
fn give(block: &mut Block, options: Vec<HeaderOption>) {
    let has = |kind: &OptionKind| {
        block.options.iter().any(|one| std::mem::discriminant(&one.kind) == std::mem::discriminant(kind))
    };
    if options.iter().any(|option| has(&option.kind)) {
        return;
    }
    block.options.extend(options);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_header_has_and_nothing_else_is_an_option() {
        for text in [
            "cap 20min",
            "cap: 20",
            "rounds 4",
            "4 rounds",
            "work 40s rest 20s",
            "rest 60s between rounds",
            "rest between movements 15s",
            "ladder 21-15-9",
        ] {
            assert!(is_stray_option(text), "{text}");
        }
        for text in [
            "rest 60s",
            "rest jog 200m",
            "work up to a heavy single",
            "rounds",
            "3 rounds:",
            "squat 10",
            "rounds 4 <",
        ] {
            assert!(!is_stray_option(text), "{text}");
        }
    }
}
