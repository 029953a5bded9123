//! Blocks: a header of options, then a body.

use super::Builder;
use super::guess::{self, Around, Guess, Stray};
use super::left_over::{Found, change_header};
use super::vocabulary::BETWEEN;
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{
    Block, BlockWord, Half, HeaderOption, Ladder, OptionKind, Quantity, RungMark, Statement, StatementKind,
};
use crate::syntax::unit;

/// A block's header while it is taken apart.
struct Header<'i> {
    /// What is read of it.
    block: Block,
    /// Words that could not be read, and amounts that belong to them.
    strays: Vec<Span>,
    /// The node of the block's body.
    body: Option<Node<'i>>,
    /// What words were probably meant to be.
    guesses: Vec<Guess>,
}

impl Header<'_> {
    /// Adds a guess, and reads the header with it.
    fn add(&mut self, mut guess: Guess) {
        change_header(&mut self.block, std::mem::take(&mut guess.header));
        self.guesses.push(guess);
    }
}

impl Builder<'_> {
    /// Builds a block. The second value is where the header ends, when its `<` is missing.
    pub(super) fn block(&mut self, node: Node<'_>) -> (StatementKind, Option<usize>) {
        let (header, reading) = self.apart(|builder| builder.block_header(node));
        let Header { mut block, strays, body, guesses } = header;
        let mut found = Found::new(reading);
        guesses.into_iter().for_each(|guess| found.add(guess));
        if let Some(first) = strays.first()
            && body.is_none()
            && self.steps_without_open(&mut block, *first, &mut found)
        {
            self.diagnostics.append(found.unexplained());
            return (StatementKind::Block(Box::new(block)), None);
        }
        let end = block.header.end as usize;
        let takes_rest = takes_rest(&block);
        self.left_over_in_header(&strays, &mut block, &mut found);
        self.diagnostics.append(found.unexplained());
        let Some(body) = body else { return (StatementKind::Block(Box::new(block)), Some(end)) };
        let outside = std::mem::replace(&mut self.header_around, takes_rest.then_some(end));
        let around = self.open_header.replace((block.header, block.word));
        block.body = self.body(body).0;
        self.header_around = outside;
        self.open_header = around;
        (StatementKind::Block(Box::new(block)), None)
    }

    /// Takes a block's header apart.
    fn block_header<'i>(&mut self, node: Node<'i>) -> Header<'i> {
        let whole = self.span(&node);
        let block = Block {
            word: BlockWord::Circuit,
            word_span: whole,
            header: Span::at(whole.start as usize),
            title: None,
            amounts: Vec::new(),
            options: Vec::new(),
            body: Vec::new(),
        };
        let mut header = Header { block, strays: Vec::new(), body: None, guesses: Vec::new() };
        for child in node.children() {
            if child.rule() == Rule::body {
                header.body = Some(child);
                break;
            }
            let span = self.span(&child);
            header.block.header.end = span.end;
            self.header_part(child, span, &mut header);
        }
        header
    }

    /// Reads one part of a header: its first word, its title, an amount, an option.
    fn header_part(&mut self, node: Node<'_>, span: Span, header: &mut Header<'_>) {
        let block = &mut header.block;
        match node.rule() {
            Rule::stray => self.stray_in_header(span, header),
            Rule::string | Rule::blank if block.title.is_none() => block.title = Some(self.string(node)),
            Rule::string | Rule::blank => {
                self.report(Diagnostic::new(Named::OptionTwice, span, "this block has a title already"));
            }
            Rule::amount => self.amount_in_header(node, span, header),
            rule => match block_word(rule) {
                Some(word) => (block.word, block.word_span) = (word, span),
                None => {
                    let kind = self.header_option(node);
                    block.options.extend(kind.map(|kind| HeaderOption { span, kind }));
                }
            },
        }
    }

    /// Notes words that could not be read, unless they go on with an amount.
    fn stray_in_header(&self, span: Span, header: &mut Header<'_>) {
        // `laddr 21-15-9`: the rest of the rungs after a misspelt `ladder`.
        let goes_on = header.strays.last().is_some_and(|last| last.end == span.start)
            && self.at(span).starts_with(['-', '–']);
        let around = Around { amount: header.block.amounts.last(), ..Around::default() };
        let stray = Stray { around, ..self.stray(span, header.block.header) };
        match guess::first(guess::AFTER_AMOUNT, &stray).filter(|_| !goes_on) {
            Some(guess) => header.add(guess),
            None => header.strays.push(span),
        }
    }

    /// Reads an amount, which may belong to the words before it.
    fn amount_in_header(&mut self, node: Node<'_>, span: Span, header: &mut Header<'_>) {
        if let Some(guess) = guess::first(guess::AS_AMOUNT, &self.stray(span, header.block.header)) {
            header.add(guess);
            return;
        }
        let quantity = self.quantity(node);
        let Some(stray) = header.strays.last().copied().filter(|stray| self.touch(*stray, span)) else {
            if is_rounds(self.at(quantity.unit_span)) {
                let kind = OptionKind::Rounds(without_unit(quantity));
                header.block.options.push(HeaderOption { span, kind });
            } else {
                header.block.amounts.push(quantity);
            }
            return;
        };
        // `ronds 5`, `(rounds 5)`: the words before it decide what it is the amount of.
        let around = Around { amount: Some(&quantity), ..Around::default() };
        let stray = Stray { around, ..self.stray(stray, header.block.header) };
        if let Some(guess) = guess::first(guess::BEFORE_AMOUNT, &stray) {
            header.strays.pop();
            header.add(guess);
        } else if has_length(header.block.word) && header.block.amounts.is_empty() {
            header.block.amounts.push(quantity);
        } else {
            header.strays.push(span);
        }
    }

    /// Reads steps that follow a header without a `<`, from the first words that could not be read. Tells whether they
    /// are that.
    fn steps_without_open(&self, block: &mut Block, first: Span, found: &mut Found) -> bool {
        let steps = first.to(Span::at(block.header.end as usize));
        let around = Around { block: Some(block), ..Around::default() };
        let stray = Stray { around, ..self.stray(steps, block.header) };
        let Some(mut guess) = guess::first(guess::UNOPENED, &stray) else { return false };
        change_header(block, std::mem::take(&mut guess.header));
        found.add(guess);
        block.header.end = steps.start;
        block.body = vec![Statement { span: steps, kind: StatementKind::Unreadable(Box::default()) }];
        true
    }

    /// Builds one option; none where it lacks what it needs, which is then reported.
    fn header_option(&mut self, node: Node<'_>) -> Option<OptionKind> {
        let rule = node.rule();
        match rule {
            Rule::alternating => return Some(OptionKind::Alternating),
            Rule::per => return Some(OptionKind::Per(self.half(node))),
            Rule::rest_option => return self.rest_option(node),
            Rule::ladder => return Some(OptionKind::Ladder(self.ladder(node))),
            Rule::work | Rule::rounds if node.children().next().is_none() => return None,
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
        let whole = self.span(&node);
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
        let word =
            self.at(between).rsplit(char::is_whitespace).next().unwrap_or_default().to_ascii_lowercase();
        if !BETWEEN.contains(&word.as_str()) {
            self.guess(guess::AFTER_BETWEEN, &self.stray(between, whole));
        }
        Some(match word.as_str() {
            "between" | "rounds" | "round" => OptionKind::BetweenRounds(amount),
            _ => OptionKind::BetweenMovements(amount),
        })
    }

    fn ladder(&mut self, node: Node<'_>) -> Ladder {
        let mut ladder = Ladder { numbers: Vec::new(), marks: Vec::new(), broken: false };
        for child in node.children() {
            match child.rule() {
                Rule::number if child.text().contains(',') => {
                    let span = self.span(&child);
                    let spaced = child.text().replace(',', ", ");
                    self.report(
                        Diagnostic::new(
                            Named::BadLadder,
                            span,
                            "put a space after each comma, or join the rungs with dashes",
                        )
                        .fix(span, spaced),
                    );
                    ladder.broken = true;
                }
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
        node.children().next().and_then(|half| half.text().parse().ok()).unwrap_or(Half::Side)
    }

    /// Builds a quantity where `rounds` can't be its unit.
    pub(super) fn plain_quantity(&mut self, node: Node<'_>) -> Quantity {
        let mut quantity = self.quantity(node);
        let written = self.at(quantity.unit_span);
        if quantity.unit.is_none() && !written.is_empty() && !quantity.broken {
            self.report(Diagnostic::new(
                Named::WrongUnit,
                quantity.unit_span,
                format!("`{written}` can't be used here: rounds are counted in a block's header"),
            ));
            quantity.broken = true;
        }
        quantity
    }

    /// Reports a `<` after words that are not a block.
    pub(super) fn report_unknown_block(&mut self, words: Span) {
        self.guess(guess::BLOCK, &self.stray(words, words));
    }
}

/// Tells whether an amount in a header can only be the block's length.
fn has_length(word: BlockWord) -> bool {
    match word {
        BlockWord::Amrap | BlockWord::Emom | BlockWord::Every => true,
        BlockWord::Circuit
        | BlockWord::Superset
        | BlockWord::ForTime
        | BlockWord::Tabata
        | BlockWord::Warmup
        | BlockWord::Cooldown
        | BlockWord::Section
        | BlockWord::BuyIn
        | BlockWord::CashOut => false,
    }
}

/// Tells whether a header may take a rest between rounds or movements, and has none yet.
fn takes_rest(block: &Block) -> bool {
    let is_rest = |option: &HeaderOption| {
        matches!(
            option.kind,
            OptionKind::Rest(_) | OptionKind::BetweenRounds(_) | OptionKind::BetweenMovements(_)
        )
    };
    matches!(block.word, BlockWord::Circuit | BlockWord::Superset | BlockWord::ForTime)
        && !block.options.iter().any(is_rest)
}

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
        Rule::buy_in => BlockWord::BuyIn,
        Rule::cash_out => BlockWord::CashOut,
        _ => return None,
    })
}

/// Tells whether a unit is `rounds`, which counts them.
fn is_rounds(unit: &str) -> bool {
    unit::ROUNDS.iter().any(|word| word.eq_ignore_ascii_case(unit))
}

/// Returns a ladder in the place of one that could not be read.
pub(super) fn broken_ladder() -> Ladder {
    Ladder { numbers: Vec::new(), marks: Vec::new(), broken: true }
}

/// Returns a quantity in the place of one that could not be read.
pub(super) fn broken(span: Span) -> Quantity {
    Quantity {
        span,
        low: 1000,
        high: 1000,
        unit: None,
        unit_span: Span::at(span.end as usize),
        clock: false,
        broken: true,
        rare: None,
    }
}

fn without_unit(mut quantity: Quantity) -> Quantity {
    quantity.span.end = quantity.unit_span.start.max(quantity.span.start);
    quantity.unit_span = Span::at(quantity.span.end as usize);
    quantity
}
