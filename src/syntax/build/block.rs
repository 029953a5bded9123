//! Blocks: a header of options, then a body.

use super::Builder;
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{
    Block, BlockWord, Half, HeaderOption, Ladder, OptionKind, Quantity, RungMark, StatementKind,
};
use crate::syntax::unit;

impl Builder<'_> {
    /// Builds a block. The second value is where the header ends, when its `<` is missing.
    pub(super) fn block(&mut self, node: Node<'_>) -> (StatementKind, Option<usize>) {
        let whole = self.span(&node);
        let mut block = Block {
            word: BlockWord::Circuit,
            word_span: whole,
            header: whole,
            title: None,
            amounts: Vec::new(),
            options: Vec::new(),
            body: Vec::new(),
        };
        let mut strays: Vec<Span> = Vec::new();
        let mut end = whole.start as usize;
        let mut has_body = false;
        for child in node.children() {
            let span = self.span(&child);
            if child.rule() == Rule::body {
                block.header.end = end as u32;
                block.body = self.body(child).0;
                has_body = true;
                break;
            }
            end = span.end as usize;
            if let Some(word) = block_word(child.rule()) {
                (block.word, block.word_span) = (word, span);
                continue;
            }
            match child.rule() {
                Rule::stray => {
                    strays.push(span);
                    continue;
                }
                Rule::string if block.title.is_none() => {
                    block.title = Some(self.string(child));
                    continue;
                }
                Rule::string => {
                    self.report(Diagnostic::new(Named::OptionTwice, span, "this block has a title already"));
                    continue;
                }
                Rule::amount => {
                    let quantity = self.quantity(child);
                    if unit::ROUNDS.contains(&self.at(quantity.unit_span).to_ascii_lowercase().as_str()) {
                        block
                            .options
                            .push(HeaderOption { span, kind: OptionKind::Rounds(without_unit(quantity)) });
                    } else {
                        block.amounts.push(quantity);
                    }
                    continue;
                }
                _ => {}
            }
            let kind = self.header_option(child);
            block.options.extend(kind.map(|kind| HeaderOption { span, kind }));
        }
        self.unknown_options(&strays, &block);
        let open_header = if has_body {
            None
        } else {
            block.header.end = end as u32;
            Some(end)
        };
        (StatementKind::Block(Box::new(block)), open_header)
    }

    /// Builds one option; none where it lacks what it needs, which is then reported.
    fn header_option(&mut self, node: Node<'_>) -> Option<OptionKind> {
        let rule = node.rule();
        match rule {
            Rule::alternating => return Some(OptionKind::Alternating),
            Rule::per => return Some(OptionKind::Per(self.half(node))),
            Rule::rest_option => return self.rest_option(node),
            Rule::ladder => return Some(OptionKind::Ladder(self.ladder(node))),
            _ => {}
        }
        let child = node.children().next()?;
        Some(match rule {
            Rule::until => OptionKind::Until(self.string(child)),
            Rule::rounds => OptionKind::Rounds(self.plain_quantity(child)),
            Rule::work => OptionKind::Work(self.plain_quantity(child)),
            Rule::transition => OptionKind::Transition(self.plain_quantity(child)),
            Rule::switch => OptionKind::Switch(self.plain_quantity(child)),
            Rule::cap => OptionKind::Cap(self.plain_quantity(child)),
            _ => return None,
        })
    }

    fn rest_option(&mut self, node: Node<'_>) -> Option<OptionKind> {
        let mut amount = None;
        let mut between = None;
        for child in node.children() {
            if child.rule() == Rule::between {
                between = Some(self.span(&child));
            } else {
                amount = self.rest_amount(child).or(amount);
            }
        }
        let amount = amount?;
        let Some(between) = between else { return Some(OptionKind::Rest(amount)) };
        let word = self.at(between).rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
        match word.as_str() {
            "rounds" => Some(OptionKind::BetweenRounds(amount)),
            "movements" => Some(OptionKind::BetweenMovements(amount)),
            _ => {
                let meant = match word.as_str() {
                    "round" => "rounds",
                    _ => "movements",
                };
                let place = Span::new(between.end as usize - word.len(), between.end as usize);
                let mut diagnostic = Diagnostic::new(
                    Named::UnknownOption,
                    place,
                    format!("a rest stands `between rounds` or `between movements`, not `between {word}`"),
                );
                if word != "sets" {
                    diagnostic = diagnostic.fix(place, meant);
                } else {
                    diagnostic = diagnostic
                        .help("the rest between sets stands behind the movement: `squat 5x5 rest 3min`");
                }
                self.report(diagnostic);
                Some(if meant == "rounds" {
                    OptionKind::BetweenRounds(amount)
                } else {
                    OptionKind::BetweenMovements(amount)
                })
            }
        }
    }

    fn ladder(&mut self, node: Node<'_>) -> Ladder {
        let mut ladder = Ladder { numbers: Vec::new(), marks: Vec::new() };
        for child in node.children() {
            match child.rule() {
                Rule::number => {
                    let number = self.plain_number(&child);
                    ladder.numbers.push(number);
                }
                Rule::rung_mark => ladder.marks.push(match child.text().to_ascii_lowercase().as_str() {
                    "," => RungMark::Comma,
                    "to" => RungMark::To,
                    "by" => RungMark::By,
                    _ => RungMark::Dash,
                }),
                _ => {}
            }
        }
        ladder
    }

    /// Reads the half of a `per leg`.
    pub(super) fn half(&mut self, node: Node<'_>) -> Half {
        let word = node.children().next().map(|half| half.text().to_ascii_lowercase()).unwrap_or_default();
        match word.as_str() {
            "leg" => Half::Leg,
            "arm" => Half::Arm,
            "hand" => Half::Hand,
            "foot" => Half::Foot,
            "direction" => Half::Direction,
            _ => Half::Side,
        }
    }

    /// Builds a quantity where `rounds` cannot stand for a unit.
    pub(super) fn plain_quantity(&mut self, node: Node<'_>) -> Quantity {
        let mut quantity = self.quantity(node);
        let written = self.at(quantity.unit_span);
        if quantity.unit.is_none() && !written.is_empty() && !quantity.broken {
            self.report(Diagnostic::new(
                Named::WrongUnit,
                quantity.unit_span,
                format!("`{written}` cannot stand here: rounds are counted in a block's header"),
            ));
            quantity.broken = true;
        }
        quantity
    }

    /// Reports a `<` after words that are no block.
    pub(super) fn report_unknown_block(&mut self, words: Span) {
        let text = self.at(words);
        let header = text.split(['<', '{', '\n', '\r']).next().unwrap_or_default().trim_end();
        let place =
            Span::new(words.start as usize, words.start as usize + header.len().max(1).min(text.len()));
        let first = header.split_whitespace().next().unwrap_or_default();
        let known = BLOCK_WORDS.map(|(word, _)| word);
        let message = if header.is_empty() {
            "a `<` opens a block, but the block has no name".to_owned()
        } else {
            format!("`{header}` is no block that could be opened with `<`")
        };
        let mut diagnostic = Diagnostic::new(Named::UnknownBlock, place, message);
        if let Some(near) = super::stray::nearest(first, known.iter().copied()) {
            let end = words.start as usize + first.len();
            diagnostic = diagnostic.fix(Span::new(words.start as usize, end), near);
        } else {
            diagnostic = diagnostic.help(format!("blocks are {}", super::stray::list(&known)));
        }
        self.report(diagnostic);
    }
}

/// The words that begin a block, as they are spelt.
pub(super) const BLOCK_WORDS: [(&str, BlockWord); 10] = [
    ("circuit", BlockWord::Circuit),
    ("superset", BlockWord::Superset),
    ("amrap", BlockWord::Amrap),
    ("emom", BlockWord::Emom),
    ("every", BlockWord::Every),
    ("for time", BlockWord::ForTime),
    ("tabata", BlockWord::Tabata),
    ("warmup", BlockWord::Warmup),
    ("cooldown", BlockWord::Cooldown),
    ("section", BlockWord::Section),
];

fn block_word(rule: Rule) -> Option<BlockWord> {
    Some(match rule {
        Rule::circuit => BlockWord::Circuit,
        Rule::superset => BlockWord::Superset,
        Rule::amrap => BlockWord::Amrap,
        Rule::emom => BlockWord::Emom,
        Rule::every => BlockWord::Every,
        Rule::for_time => BlockWord::ForTime,
        Rule::tabata => BlockWord::Tabata,
        Rule::warmup => BlockWord::Warmup,
        Rule::cooldown => BlockWord::Cooldown,
        Rule::section => BlockWord::Section,
        _ => return None,
    })
}

fn without_unit(mut quantity: Quantity) -> Quantity {
    quantity.span.end = quantity.unit_span.start.max(quantity.span.start);
    quantity.unit_span = Span::at(quantity.span.end as usize);
    quantity
}
