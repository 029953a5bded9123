//! Quantities: numbers, their units, ranges, steps.

use super::Builder;
use super::guess;
use crate::diagnostic::{Choice, Diagnostic, Rule as Named};
use crate::quantity::Unit;
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{Move, Quantity, Rare, Step};
use crate::syntax::unit::{self, Meaning};

/// Nothing in training needs larger figures than this; up to it, thousandths and milliseconds fit 64 bits
/// with room for every sum the compiler makes.
const LARGEST: i64 = 1_000_000_000_000;

/// A number as written.
#[derive(Clone, Copy)]
struct Figure {
    /// In thousandths; of a clock, milliseconds.
    thousandths: i64,
    clock: bool,
}

/// One end of a quantity: a number with its unit, if it has one.
#[derive(Clone, Copy)]
struct End {
    figure: Figure,
    meaning: Option<Meaning>,
}

/// The ends of a quantity: two at the most.
#[derive(Default)]
struct Ends {
    first: Option<End>,
    second: Option<End>,
}

impl Ends {
    fn push(&mut self, end: End) {
        if self.first.is_none() {
            self.first = Some(end);
        } else {
            self.second = Some(end);
        }
    }

    fn last(&mut self) -> Option<&mut End> {
        self.second.as_mut().or(self.first.as_mut())
    }
}

impl Builder<'_> {
    /// Builds a quantity, with its step.
    pub(super) fn quantity(&mut self, node: Node<'_>) -> Quantity {
        if node.rule() == Rule::amount_table {
            return self.amount_table(node);
        }
        let start = self.base + node.start();
        let mut span = Span::at(start);
        let mut ends = Ends::default();
        let mut unit_span = Span::at(start);
        let (mut slash, mut range, mut rounds, mut broken) = (false, false, false, false);
        let mut step: Option<Step> = None;
        for child in node.children() {
            let place = self.span(&child);
            match child.rule() {
                Rule::number | Rule::clock => {
                    span = span.to(place);
                    let figure = self.figure(&child);
                    broken |= figure.is_none();
                    let figure = figure.unwrap_or(Figure { thousandths: 1000, clock: false });
                    ends.push(End { figure, meaning: None });
                }
                Rule::unit | Rule::unit_word | Rule::pace_unit => {
                    span = span.to(place);
                    unit_span = place;
                    let written = child.text();
                    match unit::read(written) {
                        Some(meaning) => {
                            if let Some(end) = ends.last() {
                                end.meaning = Some(meaning);
                            }
                        }
                        None if unit::ROUNDS.iter().any(|word| word.eq_ignore_ascii_case(written)) => {
                            rounds = true
                        }
                        None if !broken => {
                            self.report_unknown_unit(place);
                            broken = true;
                        }
                        None => {}
                    }
                }
                Rule::range => range = true,
                Rule::slash => slash = true,
                Rule::step => {
                    let Some(next) = self.step(child) else { continue };
                    if let Some(first) = &step {
                        self.report(
                            Diagnostic::new(Named::OptionTwice, next.span, "one step is enough")
                                .and_at(first.span, "the first is here"),
                        );
                    } else {
                        step = Some(next);
                    }
                }
                _ => {}
            }
        }
        let mut quantity = combine(&ends, span, unit_span, range, slash);
        quantity.broken = broken;
        if let Some(End { figure: Figure { clock: true, .. }, meaning: Some(meaning) }) = ends.last()
            && meaning.unit == Unit::Second
            && !broken
        {
            self.report_unit_of_clock(span, unit_span);
            quantity.broken = true;
        }
        if step.is_some() {
            quantity.rare.get_or_insert_default().step = step;
        }
        if rounds {
            quantity.unit = None;
        } else if quantity.unit.is_none() {
            quantity.unit_span = Span::at(span.end as usize);
        }
        if !quantity.broken {
            self.check_ends(&mut quantity, &ends, range);
        }
        quantity
    }

    /// Reports ends of different kinds, and a range that runs backwards.
    fn check_ends(&mut self, quantity: &mut Quantity, ends: &Ends, range: bool) {
        let meaning = |end: Option<End>| end.and_then(|end| end.meaning);
        if let (Some(low), Some(high)) = (meaning(ends.first), meaning(ends.second))
            && low.unit != high.unit
        {
            self.report(Diagnostic::new(
                Named::WrongUnit,
                quantity.span,
                "the two ends of this range are of different kinds",
            ));
            quantity.broken = true;
            return;
        }
        if range && quantity.low > quantity.high {
            let text = self.at(quantity.span);
            let message =
                format!("`{text}` runs backwards: a range goes from the lower to the higher figure");
            let diagnostic = Diagnostic::new(Named::ReversedRange, quantity.span, message);
            let turned = text.split_once(['-', '–']).map(|(low, high)| (low.trim(), high.trim()));
            let is_plain = |end: &str| end.bytes().all(|byte| byte.is_ascii_digit());
            self.report(match turned.filter(|(low, high)| is_plain(low) && is_plain(high)) {
                Some((low, high)) => {
                    let turned = format!("{high}-{low}");
                    let help = format!("turn it round: `{turned}`");
                    diagnostic.help(help).choices([Choice::write(quantity.span, turned)])
                }
                None => diagnostic,
            });
            quantity.broken = true;
        }
    }

    /// Reads a number that cannot be a clock, such as a rung.
    pub(super) fn plain_number(&mut self, node: &Node<'_>) -> i64 {
        match self.figure(node) {
            Some(figure) if !figure.clock => figure.thousandths,
            Some(_) => {
                self.malformed(self.span(node), "a clock can't be used here: write a number");
                1000
            }
            None => 1000,
        }
    }

    /// Builds a signed step. One that moves by results is put aside, since it is the statement's.
    pub(super) fn step(&mut self, node: Node<'_>) -> Option<Step> {
        let span = self.span(&node);
        let (mut on, mut figure_end) = (None, span);
        let (mut negative, mut broken) = (false, false);
        let (mut thousandths, mut clock, mut meaning, mut each) = (0, false, None, None);
        for child in node.children() {
            match child.rule() {
                Rule::sign => negative = !child.text().starts_with('+'),
                Rule::number | Rule::clock => {
                    figure_end = self.span(&child);
                    match self.figure(&child) {
                        Some(figure) => (thousandths, clock) = (figure.thousandths, figure.clock),
                        None => broken = true,
                    }
                }
                Rule::unit => {
                    figure_end = self.span(&child);
                    meaning = unit::read(child.text());
                    if meaning.is_none() {
                        self.report_unknown_unit(self.span(&child));
                        broken = true;
                    }
                }
                Rule::turn => each = child.text().parse().ok(),
                Rule::on_results => on = self.move_on(child),
                _ => {}
            }
        }
        if let Some(meaning) = meaning {
            thousandths = scale(thousandths, meaning, clock);
        }
        let unit = meaning.map(|meaning| meaning.unit).or(clock.then_some(Unit::Second));
        let by = if negative { -thousandths } else { thousandths };
        if let Some(on) = on {
            let figure = Span { start: span.start, end: figure_end.end };
            self.moves.push(Move { span, figure, by, unit, on, broken });
            return None;
        }
        Some(Step { span, by, unit, each, broken })
    }

    /// Reads a number in thousandths, or reports it.
    fn figure(&mut self, node: &Node<'_>) -> Option<Figure> {
        let text = node.text();
        if text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() <= 12 {
            return text.parse::<i64>().ok().map(|whole| Figure { thousandths: whole * 1000, clock: false });
        }
        let span = self.span(node);
        if text.matches([',', '.']).count() > 1 {
            let message = format!("`{text}` cannot be read as a number");
            let spaced = text.replace(',', ", ");
            let diagnostic = Diagnostic::new(Named::MalformedNumber, span, message);
            // Groups of three figures may be thousands.
            let is_list = !text.contains('.') && text.split(',').all(|figure| figure.len() < 3);
            self.report(if is_list {
                diagnostic.help("in a list, put a space after each comma").fix(span, spaced)
            } else if text.contains(',') {
                diagnostic
                    .help(format!("in a list, put a space after each comma: `{spaced}`"))
                    .choices((!text.contains('.')).then(|| Choice::write(span, spaced.as_str())))
            } else {
                diagnostic.help("decimals are written with one point: `2.5`")
            });
            return None;
        }
        if let Some((whole, decimals)) = text.split_once(',') {
            let mended = format!("{whole}.{decimals}");
            let diagnostic = Diagnostic::new(
                Named::MalformedNumber,
                span,
                format!("`{text}` has a comma: decimals are written with a point"),
            );
            self.report(if decimals.len() == 3 {
                diagnostic.one_of([
                    Choice::write(span, format!("{whole}{decimals}")).meaning("for thousands"),
                    Choice::write(span, mended).meaning("for decimals"),
                ])
            } else {
                diagnostic
                    .help(format!("write `{mended}`; in a list, put a space after the comma"))
                    .fix(span, mended)
            });
            return None;
        }
        if text.contains(':') {
            return self.clock(text, span);
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        if decimals.len() > 3 {
            self.malformed(span, format!("`{text}` has more than three decimals"));
            return None;
        }
        let whole: Option<i64> = whole.parse().ok().filter(|&whole| whole <= LARGEST);
        let Some(whole) = whole else {
            self.report(Diagnostic::new(Named::AbsurdAmount, span, "this number is too large"));
            return None;
        };
        let decimals = format!("{decimals:0<3}").parse::<i64>().unwrap_or(0);
        Some(Figure { thousandths: whole * 1000 + decimals, clock: false })
    }

    /// Reads `1:30` and `1:05:00`.
    fn clock(&mut self, text: &str, span: Span) -> Option<Figure> {
        let (clock, decimals) = text.split_once('.').unwrap_or((text, ""));
        let parts: Vec<&str> = clock.split(':').collect();
        if parts.len() > 3 || decimals.len() > 3 || parts[0].len() > 6 {
            self.malformed(span, format!("`{text}` can't be read as a clock: write `1:30` or `1:05:00`"));
            return None;
        }
        for part in &parts[1..] {
            if part.len() != 2 {
                let message =
                    format!("`{text}` can be read in two ways: minutes and seconds take two figures");
                let mut diagnostic = Diagnostic::new(Named::MalformedNumber, span, message);
                diagnostic = if parts.len() == 2 && part.len() == 1 {
                    let clocks = [format!("{}:0{part}", parts[0]), format!("{}:{part}0", parts[0])];
                    let clocks = clocks.into_iter().filter(|clock| clock.as_bytes()[clock.len() - 2] < b'6');
                    diagnostic.one_of(clocks.map(|clock| Choice::write(span, clock)))
                } else {
                    diagnostic
                        .help("write `1:30` for a minute and a half, `1:05:00` for an hour and five minutes")
                };
                self.report(diagnostic);
                return None;
            }
            if part.parse::<u32>().is_ok_and(|figure| figure > 59) {
                let what = if parts.len() == 2 { "minutes:seconds" } else { "hours:minutes:seconds" };
                let message = format!(
                    "`{text}` is not a time: it reads as {what}, and the figure after a colon must be below 60"
                );
                self.report(Diagnostic::new(Named::AbsurdAmount, span, message));
                return None;
            }
        }
        let seconds = parts.iter().try_fold(0_i64, |sum, part| Some(sum * 60 + part.parse::<i64>().ok()?))?;
        let decimals = format!("{decimals:0<3}").parse::<i64>().unwrap_or(0);
        Some(Figure { thousandths: seconds * 1000 + decimals, clock: true })
    }

    fn malformed(&mut self, span: Span, message: impl Into<String>) {
        self.report(Diagnostic::new(Named::MalformedNumber, span, message));
    }

    fn report_unknown_unit(&mut self, place: Span) {
        self.guess(guess::UNIT, &self.stray(place, place));
    }

    /// Reports `1:30h` and `1:30 min`.
    fn report_unit_of_clock(&mut self, whole: Span, unit: Span) {
        let clock = self.at(Span::new(whole.start as usize, unit.start as usize)).trim_end();
        let after = Span::new(whole.start as usize + clock.len(), unit.end as usize);
        let diagnostic = Diagnostic::new(Named::MalformedNumber, unit, "a time with a colon needs no unit");
        self.report(match self.at(unit).as_bytes().first() {
            Some(b'm' | b'M') => diagnostic.fix(after, ""),
            Some(b'h' | b'H') => diagnostic.fix(after, ":00"),
            Some(_) | None => diagnostic
                .help(format!("`{clock}` is minutes and seconds, `{clock}:00` hours and minutes"))
                .choices([
                    Choice::showing(after, "", clock).meaning("for minutes and seconds"),
                    Choice::showing(after, ":00", &format!("{clock}:00")).meaning("for hours and minutes"),
                ]),
        });
    }

    /// Returns the place of the first character of a place.
    pub(super) fn first_sign(&self, place: Span) -> Span {
        let sign = self.at(place).chars().next().map_or(0, char::len_utf8);
        Span::new(place.start as usize, place.start as usize + sign)
    }

    /// Returns the figure that ends where `mark` begins.
    pub(super) fn number_before(&self, mark: Span) -> Span {
        let end = mark.start as usize;
        let digits = self.text[..end].bytes().rev().take_while(|byte| byte.is_ascii_digit() || *byte == b'.');
        Span::new(end - digits.count(), end)
    }

    /// Reports `'` or `"` right after a number.
    pub(super) fn report_inches(&mut self, number: Span, mark: Span) {
        let mark = self.first_sign(mark);
        let whole = number.to(mark);
        let number = self.at(number).trim_end();
        let write = |unit: &str| Choice::write(whole, format!("{number}{unit}"));
        self.report(
            Diagnostic::new(Named::UnknownUnit, mark, "this mark may mean inches or seconds")
                .one_of([write("in").meaning("for inches"), write("s").meaning("for seconds")]),
        );
    }
}

/// Makes one quantity of its ends.
fn combine(ends: &Ends, span: Span, unit_span: Span, range: bool, slash: bool) -> Quantity {
    let Ends { first, second } = *ends;
    // A unit on one end holds for both.
    let shared = second.and_then(|end| end.meaning).or(first.and_then(|end| end.meaning));
    let value = |end: End| match end.meaning.or(shared) {
        Some(meaning) => scale(end.figure.thousandths, meaning, end.figure.clock),
        None => end.figure.thousandths,
    };
    let clock = [first, second].into_iter().flatten().any(|end| end.figure.clock);
    let unit = shared.map(|meaning| meaning.unit).or(clock.then_some(Unit::Second));
    let low = first.map_or(0, value);
    let mut quantity = Quantity { span, low, high: low, unit, unit_span, clock, broken: false, rare: None };
    if let Some(second) = second {
        if slash {
            quantity.rare = Some(Box::new(Rare { women: Some(value(second)), ..Rare::default() }));
        } else if range {
            quantity.high = value(second);
        } else {
            // `1min30s`.
            quantity.low = low.saturating_add(value(second));
            quantity.high = quantity.low;
        }
    }
    quantity
}

/// Returns a figure in thousandths of its unit's base. A clock is in seconds whatever it is a pace for.
fn scale(thousandths: i64, meaning: Meaning, clock: bool) -> i64 {
    if clock {
        return thousandths;
    }
    i64::try_from(i128::from(thousandths) * i128::from(meaning.thousandths) / 1000).unwrap_or(i64::MAX / 4)
}
