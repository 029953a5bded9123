//! Blocks: a header of options, then a body.

use super::Builder;
use super::guess::{block_meant, is_name_character, length_first, option_near, second_movement};
use super::plan::is_day;
use crate::diagnostic::{Diagnostic, Rule as Named, list, nearest};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{
    Block, BlockWord, Half, HeaderOption, Ladder, OptionKind, Quantity, RestAmount, RungMark, Statement,
    StatementKind,
};
use crate::syntax::unit;
use crate::syntax::word::{DefinitionWord, RESERVED};

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
        let reported = self.diagnostics.len();
        for child in node.children() {
            let span = self.span(&child);
            if child.rule() == Rule::body {
                block.header.end = end as u32;
                let outside = std::mem::replace(&mut self.header_around, takes_rest(&block).then_some(end));
                block.body = self.body(child).0;
                self.header_around = outside;
                has_body = true;
                break;
            }
            end = span.end as usize;
            if let Some(word) = block_word(child.rule()) {
                (block.word, block.word_span) = (word, span);
                continue;
            }
            match child.rule() {
                Rule::stray
                    if strays.last().is_some_and(|last| last.end == span.start)
                        && self.at(span).starts_with(['-', '–']) =>
                {
                    // The rest of the rungs behind a misspelt `ladder`.
                    strays.push(span);
                    continue;
                }
                Rule::stray
                    if block.amounts.last().is_some_and(|amount| amount.span.end == span.start)
                        && self.at(span).starts_with(['-', '–']) =>
                {
                    self.unnamed_ladder(&mut block, span, reported);
                    continue;
                }
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
                    if let Some(kind) = self.counted_rounds(span) {
                        block.options.push(HeaderOption { span, kind });
                        continue;
                    }
                    let quantity = self.quantity(child);
                    if let Some(stray) = strays.last().copied().filter(|stray| self.touch(*stray, span)) {
                        // `ronds 5`, `(rounds 5)`: the words before it decide what it is the amount of.
                        if let Some(kind) = self.misspelt_option(stray, span, &quantity) {
                            strays.pop();
                            block.options.push(HeaderOption { span: stray.to(span), kind });
                        } else if has_length(block.word) && block.amounts.is_empty() {
                            block.amounts.push(quantity);
                        } else {
                            strays.push(span);
                        }
                        continue;
                    }
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
        if let Some(steps) = strays.first().map(|first| Span::new(first.start as usize, end))
            && !has_body
            && second_movement(self.at(steps).trim_start_matches([':', ' '])).is_some()
        {
            self.report_unopened_steps(steps);
            block.header.end = steps.start;
            block.body = vec![Statement { span: steps, kind: StatementKind::Unreadable(Box::default()) }];
            return (StatementKind::Block(Box::new(block)), None);
        }
        if !strays.is_empty()
            && !has_body
            && matches!(block.word, BlockWord::Warmup | BlockWord::Cooldown)
            && block.options.is_empty()
            && block.title.is_none()
            && !self.is_followed_by_deeper(whole)
        {
            self.diagnostics.truncate(reported);
            let inside = Span::new(block.word_span.end as usize, end);
            let blanks = self.at(inside).len() - self.at(inside).trim_start_matches([':', ' ']).len();
            let inside = Span::new(inside.start as usize + blanks, end);
            let word = if block.word == BlockWord::Warmup { "warmup" } else { "cooldown" };
            let header = Span::new(whole.start as usize, end);
            self.report_part_with_step(word, inside, header);
            block.header = header;
            block.amounts.clear();
            block.body = vec![Statement { span: inside, kind: StatementKind::Unreadable(Box::default()) }];
            return (StatementKind::Block(Box::new(block)), None);
        }
        self.unknown_options(&strays, &mut block);
        let open_header = if has_body {
            None
        } else {
            block.header.end = end as u32;
            Some(end)
        };
        (StatementKind::Block(Box::new(block)), open_header)
    }

    /// Reports `amrap 12min: burpee 5`.
    fn report_unopened_steps(&mut self, steps: Span) {
        let text = self.at(steps);
        let inside = text.trim_start_matches([':', ' ']);
        self.report(
            Diagnostic::new(Named::MissingOpen, steps, "what is done in a block stands between `<` and `>`")
                .help(format!("write `< {inside} >`, with `;` or a new line between its steps"))
                .fix(steps, format!("{}< {inside} >", if text.starts_with(':') { " " } else { "" })),
        );
    }

    /// Reports `for time 21-15-9`, whose rungs were read as an amount that runs backwards.
    fn unnamed_ladder(&mut self, block: &mut Block, rest: Span, reported: usize) {
        let Some(first) = block.amounts.pop() else { return };
        self.diagnostics.truncate(reported);
        let span = first.span.to(rest);
        let rungs = self.at(span);
        self.report(
            Diagnostic::new(
                Named::BadLadder,
                span,
                format!("these rungs stand after `ladder`: `ladder {rungs}`"),
            )
            .fix(Span::at(span.start as usize), "ladder "),
        );
        let ladder = Ladder { numbers: Vec::new(), marks: Vec::new(), broken: true };
        block.options.push(HeaderOption { span, kind: OptionKind::Ladder(ladder) });
    }

    /// Reads `5x`, which counts rounds.
    fn counted_rounds(&mut self, place: Span) -> Option<OptionKind> {
        let text = self.at(place);
        let number = text.strip_suffix(['x', 'X', '×'])?.trim_end();
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        Some(self.report_rounds(place, number))
    }

    /// Reports rounds that are counted in other words, and returns the option that stands for them.
    pub(super) fn report_rounds(&mut self, place: Span, number: &str) -> OptionKind {
        let mended = format!("rounds {number}");
        let message = format!("rounds are written `{mended}`");
        self.report(Diagnostic::new(Named::WordOrder, place, message).fix(place, mended));
        OptionKind::Rounds(broken(place))
    }

    /// Reads an option whose word is misspelt, or has a sign beside it, with the amount after it.
    fn misspelt_option(&mut self, word: Span, amount: Span, quantity: &Quantity) -> Option<OptionKind> {
        let text = self.at(word);
        let bare = text.trim_matches(|c: char| !c.is_alphabetic());
        let near = option_near(bare)?;
        let quantity = quantity.clone();
        let kind = match near {
            "rounds" => OptionKind::Rounds(quantity),
            "work" => OptionKind::Work(quantity),
            "transition" => OptionKind::Transition(quantity),
            "switch" => OptionKind::Switch(quantity),
            "cap" => OptionKind::Cap(quantity),
            "rest" => OptionKind::Rest(RestAmount::For(quantity)),
            _ => return None,
        };
        let whole = self.at(amount);
        if text.starts_with(['(', '[']) {
            self.report(
                Diagnostic::new(Named::UnknownOption, word, "a header has no brackets")
                    .help(format!("write `{near} {whole}`, without them")),
            );
            return Some(kind);
        }
        let diagnostic = if bare.eq_ignore_ascii_case(near) {
            Diagnostic::new(
                Named::UnknownOption,
                word,
                format!("`{near}` is written without any sign: `{near} {whole}`"),
            )
        } else {
            Diagnostic::new(
                Named::UnknownOption,
                word,
                format!("`{text}` is not known; it is spelt `{near}`"),
            )
        };
        self.report(diagnostic.fix(word, near));
        Some(kind)
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
        match word.as_str() {
            "between" => {
                let text = self.at(whole);
                let after = self.text[between.end as usize..].trim_start_matches(' ');
                let next = after.split(|sign: char| !sign.is_alphabetic()).next().unwrap_or_default();
                if let Some(near) = nearest(next, BETWEEN) {
                    let start = self.text.len() - after.len();
                    let place = Span::new(start, start + next.len());
                    self.report(
                        Diagnostic::new(
                            Named::UnknownOption,
                            place,
                            format!(
                                "a rest stands `between rounds` or `between movements`, not `between {next}`"
                            ),
                        )
                        .fix(place, near),
                    );
                } else {
                    self.report(
                        Diagnostic::new(
                            Named::BareRestInHeader,
                            between,
                            "between what does this rest stand?",
                        )
                        .help(format!("write `{text} rounds` or `{text} movements`")),
                    );
                }
                Some(OptionKind::BetweenRounds(amount))
            }
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
                if !word.starts_with("set") {
                    diagnostic = diagnostic.fix(place, meant);
                } else {
                    diagnostic = diagnostic
                        .help("where each round is a set, write `between rounds`; the rest between the sets of one movement stands behind it: `squat 5x5 rest 3min`");
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
                            "a blank stands after each comma, or the rungs are joined by dashes",
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
        if RESERVED.iter().any(|word| word.eq_ignore_ascii_case(first)) {
            self.report_reserved(place, header);
            return;
        }
        if let Some(near) = definition_meant(header) {
            let first = Span::new(words.start as usize, words.start as usize + first.len());
            let message = format!("`{}` is not known; it is spelt `{near}`", self.at(first));
            self.report(Diagnostic::new(Named::UnknownBlock, first, message).fix(first, near));
            return;
        }
        let message = if header.is_empty() {
            "a `<` opens a block, but the block has no name".to_owned()
        } else {
            format!("`{header}` is no block that could be opened with `<`")
        };
        if let Some(number) = rounds_alone(header) {
            let message = "rounds stand in the header of a block, such as a circuit";
            self.report(
                Diagnostic::new(Named::UnknownBlock, place, message)
                    .fix(place, format!("circuit rounds {number}")),
            );
            return;
        }
        if let Some(mended) = length_first(header) {
            let message = format!("the block comes first: `{mended}`");
            self.report(Diagnostic::new(Named::WordOrder, place, message).fix(place, mended));
            return;
        }
        if let Some(rungs) = header
            .split_whitespace()
            .find(|word| word.contains('-') && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
        {
            self.report(
                Diagnostic::new(Named::UnknownBlock, place, message).help(format!(
                    "a ladder stands in the header of a block: `for time ladder {rungs} < … >`"
                )),
            );
            return;
        }
        if header.is_empty() && self.text[..place.start as usize].trim_end().ends_with(['<', '{']) {
            self.report(
                Diagnostic::new(Named::UnknownBlock, place, "this second `<` opens nothing").fix(place, ""),
            );
            return;
        }
        if is_day(first) {
            self.report(
                Diagnostic::new(Named::UnknownBlock, place, format!("`{header}` is a day of a plan's week"))
                    .help("if it stands in a plan, a `>` is missing before it"),
            );
            return;
        }
        if first.eq_ignore_ascii_case("every") {
            self.report(Diagnostic::new(Named::UnknownBlock, place, message).help(
                "write `emom 10min < … >` for every minute, `every 90s rounds 8 < … >` for another interval",
            ));
            return;
        }
        if let Some((near, length)) = block_meant(header) {
            let place = Span::new(words.start as usize, words.start as usize + length);
            let message = format!("`{}` is not known; it is spelt `{near}`", self.at(place));
            self.report(Diagnostic::new(Named::UnknownBlock, place, message).fix(place, near));
            return;
        }
        let is_name = header.chars().all(|c| is_name_character(c) && !c.is_ascii_digit());
        let named = if header.is_empty() || !is_name {
            String::new()
        } else {
            format!("; a part with a name of its own is `section \"{header}\" < … >`")
        };
        self.report(
            Diagnostic::new(Named::UnknownBlock, place, message)
                .help(format!("blocks are {}{named}", list(&BlockWord::SPELLINGS))),
        );
    }
}

/// Returns the definition that is meant by a header such as `wrokout "A"`.
pub(super) fn definition_meant(header: &str) -> Option<&'static str> {
    let first = header.split_whitespace().next()?;
    let is_named = header[first.len()..].trim_start().starts_with(['"', '“', '„']);
    nearest(first, DefinitionWord::SPELLINGS).filter(|_| is_named)
}

/// Reads a header that only counts rounds: `3 rounds`, `round 3`, `5 sets of`.
fn rounds_alone(header: &str) -> Option<&str> {
    let words: Vec<&str> = header.split_whitespace().collect();
    let is = unit::is_said_for_rounds;
    let number = match words.as_slice() {
        [word, number] if is(word) => number,
        [number, word] if is(word) => number,
        [number, word, of] if is(word) && of.eq_ignore_ascii_case("of") => number,
        [repeat, number, times @ ..]
            if repeat.eq_ignore_ascii_case("repeat")
                && matches!(times, [] | [_])
                && times
                    .iter()
                    .all(|word| word.eq_ignore_ascii_case("times") || word.eq_ignore_ascii_case("x")) =>
        {
            number
        }
        _ => return None,
    };
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(*number)
}

/// Between what a rest stands.
pub(super) const BETWEEN: [&str; 2] = ["rounds", "movements"];

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
        | BlockWord::Section => false,
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
        _ => return None,
    })
}

/// Returns a quantity that stands for one that could not be read.
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
