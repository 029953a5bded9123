//! Amounts as coaches write them: `:30`, `1'30"`, `½ mile`, `90 sec`, `15/12 cal`, `10/10`.

use super::token::{FRACTIONS, Kind, Token};
use crate::quantity::Unit;
use crate::syntax::figure_of;
use crate::syntax::unit::{self, Meaning};

/// An amount, in the language's spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Amount {
    /// As the language has it.
    pub text: String,
    /// The figures without the unit: `15/12`, `8-12`.
    pub figures: String,
    /// None for a number alone.
    pub unit: Option<Unit>,
    /// Whether it is written as a clock: `1:30`.
    pub is_clock: bool,
    /// One of two equal figures: `10/10`.
    pub halves: bool,
    /// Whether its unit is a mark that may also be feet or inches: `50'`.
    pub is_marked: bool,
}

impl Amount {
    /// Tells whether it is a number of times.
    pub(super) fn is_count(&self) -> bool {
        matches!(self.unit, None | Some(Unit::Count)) && !self.is_clock
    }

    /// Tells whether it is a time.
    pub(super) fn is_time(&self) -> bool {
        self.unit == Some(Unit::Second) || self.unit.is_none() && self.is_clock
    }

    /// Tells whether it is a mass.
    pub(super) fn is_mass(&self) -> bool {
        self.unit.is_some_and(is_mass)
    }

    /// Tells whether it is what a set can be: neither a load nor an intensity.
    pub(super) fn is_dose(&self) -> bool {
        self.is_count()
            || self.is_time()
            || matches!(
                self.unit,
                Some(
                    Unit::Metre
                        | Unit::Kilometre
                        | Unit::Mile
                        | Unit::Yard
                        | Unit::Foot
                        | Unit::Calorie
                        | Unit::Breath
                        | Unit::Step
                        | Unit::Stroke
                )
            )
    }

    /// Tells whether it is a distance or a time.
    pub(super) fn is_way_or_time(&self) -> bool {
        self.is_dose() && !self.is_count() && self.unit != Some(Unit::Calorie)
    }
}

/// Tells whether it is a unit of loads.
pub(super) fn is_mass(unit: Unit) -> bool {
    matches!(unit, Unit::Kilogram | Unit::Pound)
}

/// Returns a clock in seconds.
pub(super) fn seconds(clock: &str) -> Option<u64> {
    let add = |sum: u64, part: &str| sum.checked_mul(60)?.checked_add(part.parse().ok()?);
    clock.split(':').try_fold(0, add)
}

/// Reads `1:2`, one digit each, since two behind the colon are a clock. Returns how many tokens it is.
pub(super) fn ratio(tokens: &[Token<'_>]) -> Option<(usize, String)> {
    let [work, colon, rest, after @ ..] = tokens else { return None };
    let is_digit = |token: &Token<'_>| token.kind == Kind::Number && token.text.len() == 1;
    let is_ratio = is_digit(work) && colon.is_sign(':') && colon.glued && is_digit(rest) && rest.glued;
    let is_longer = after.first().is_some_and(|next| next.is_sign(':') && next.glued);
    (is_ratio && !is_longer).then(|| (3, format!("{}:{}", work.text, rest.text)))
}

/// A figure with its unit, as part of an amount.
struct Part {
    length: usize,
    figure: String,
    unit: Option<Meaning>,
    /// The whole, where the unit is part of the figure: `1min30s`.
    whole: Option<String>,
    is_clock: bool,
    is_marked: bool,
}

/// Reads the amount that tokens begin with. Returns how many they are.
pub(super) fn amount(tokens: &[Token<'_>]) -> Option<(usize, Amount)> {
    let first = part(tokens)?;
    let mut length = first.length;
    if first.whole.is_none() {
        if let Some((more, second)) = joined(&tokens[length..], &[to, dash]) {
            length += more;
            return Some((length, range(first, second)));
        }
        if let Some((more, second)) = joined(&tokens[length..], &[slash]) {
            length += more;
            return pair(first, second).map(|amount| (length, amount));
        }
    }
    Some((length, one(first)))
}

/// Reads what joins two figures, and the second.
fn joined(tokens: &[Token<'_>], signs: &[fn(&[Token<'_>]) -> bool]) -> Option<(usize, Part)> {
    signs.iter().any(|is_joined| is_joined(tokens)).then_some(())?;
    let second = part(tokens.get(1..)?)?;
    second.whole.is_none().then_some((1 + second.length, second))
}

fn to(tokens: &[Token<'_>]) -> bool {
    tokens.first().is_some_and(|token| token.is_word(&["to"]))
}

/// A dash between two blanks parts phrases.
fn dash(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [dash, next, ..] if (dash.is_sign('-') || dash.is_sign('–')) && (dash.glued || next.glued))
}

fn slash(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [sign, next, ..] if sign.is_sign('/') && sign.glued && next.glued)
}

fn one(part: Part) -> Amount {
    let Part { figure, unit, whole, is_clock, is_marked, .. } = part;
    let text = whole.unwrap_or_else(|| with_unit(&figure, unit));
    Amount { text, figures: figure, unit: unit.map(|one| one.unit), is_clock, halves: false, is_marked }
}

/// Joins the ends of a range. A pace is quicker the fewer minutes it takes, so that its ends may come either way round.
fn range(low: Part, high: Part) -> Amount {
    let unit = high.unit.or(low.unit);
    let is_clock = low.is_clock && high.is_clock;
    let (mut low, mut high) = (low.figure, high.figure);
    if is_clock && seconds(&low) > seconds(&high) {
        std::mem::swap(&mut low, &mut high);
    }
    let figures = format!("{low}-{high}");
    let text = with_unit(&figures, unit);
    Amount { text, figures, unit: unit.map(|one| one.unit), is_clock, halves: false, is_marked: false }
}

/// Joins two figures that a slash parts: both halves of the body where they are equal, else men's and women's.
fn pair(first: Part, second: Part) -> Option<Amount> {
    let same_unit = first.unit.is_none() || first.unit == second.unit;
    if !same_unit || first.is_clock || second.is_clock {
        return None;
    }
    let unit = second.unit;
    if first.figure == second.figure {
        let text = with_unit(&first.figure, unit);
        let unit = unit.map(|one| one.unit);
        return Some(Amount {
            text,
            figures: first.figure,
            unit,
            is_clock: false,
            halves: true,
            is_marked: false,
        });
    }
    let figures = format!("{}/{}", first.figure, second.figure);
    let text = with_unit(&figures, unit);
    let unit = unit.map(|one| one.unit);
    Some(Amount { text, figures, unit, is_clock: false, halves: false, is_marked: false })
}

fn with_unit(figure: &str, unit: Option<Meaning>) -> String {
    let spelling = unit.map_or("", Meaning::spelling);
    let blank = if spelling.len() > 3 { " " } else { "" };
    format!("{figure}{blank}{spelling}")
}

/// Reads one figure with its unit.
fn part(tokens: &[Token<'_>]) -> Option<Part> {
    let first = tokens.first()?;
    if first.is_sign(':') {
        return seconds_alone(tokens);
    }
    let (mut length, figure, is_fraction) = figure(tokens)?;
    let mut is_clock = false;
    let mut text = figure;
    while let [colon, next, ..] = &tokens[length..]
        && colon.is_sign(':')
        && colon.glued
        && next.kind == Kind::Number
        && next.glued
    {
        text = format!("{text}:{}", next.text);
        is_clock = true;
        length += 2;
    }
    if let Some(marked) = marked(&text, &tokens[length..]).filter(|_| !is_clock) {
        return Some(Part { length: length + marked.length, ..marked });
    }
    let unit = unit_at(&tokens[length..]);
    if let Some((more, meaning)) = unit {
        length += more;
        if let Some((more, whole)) = time_in_two(&text, meaning, &tokens[length..]) {
            length += more;
            let unit = Some(meaning);
            return Some(Part {
                length,
                figure: text,
                unit,
                whole: Some(whole),
                is_clock: false,
                is_marked: false,
            });
        }
    }
    let meaning = unit.map(|(_, meaning)| meaning);
    if is_fraction && !meaning.is_some_and(can_be_parted) {
        return None;
    }
    let (text, meaning) = if is_fraction { whole_minutes(text, meaning) } else { (text, meaning) };
    Some(Part { length, figure: text, unit: meaning, whole: None, is_clock, is_marked: false })
}

/// Reads `:30`.
fn seconds_alone(tokens: &[Token<'_>]) -> Option<Part> {
    let [_, number, ..] = tokens else { return None };
    let is_clock = number.glued && number.kind == Kind::Number && number.text.len() == 2;
    let unit = unit::read("s");
    let figure = number.text.trim_start_matches('0').to_owned();
    (is_clock && !figure.is_empty()).then_some(Part {
        length: 2,
        figure,
        unit,
        whole: None,
        is_clock: false,
        is_marked: false,
    })
}

/// The least number in words that counts movements. Below it the number may be part of a name, or of what is held:
/// `two hand swing`, `two dumbbells`.
const LEAST_COUNT: usize = 5;

/// Reads `two minutes`, `a mile`, `half an hour`, `ten squats`, `three reps`. `two feet` are feet to stand on.
fn in_words(tokens: &[Token<'_>]) -> Option<(usize, String, bool)> {
    let first = tokens.first()?;
    let is_half = first.is_word(&["half"]);
    let length = 1 + usize::from(is_half && tokens.get(1).is_some_and(|next| next.is_word(&["a", "an"])));
    let number = figure_of(first.text).filter(|_| first.kind == Kind::Word);
    let next = tokens.get(length).filter(|next| next.kind == Kind::Word);
    let unit = next.filter(|next| next.text.len() > 2).and_then(|next| unit::read(next.text));
    let is_counted =
        |unit: Unit| matches!(unit, Unit::Second | Unit::Metre | Unit::Kilometre | Unit::Mile | Unit::Yard);
    if unit.is_some_and(|meaning| is_counted(meaning.unit)) {
        let figure = match number {
            Some(number) => number.to_string(),
            None if is_half => "0.5".to_owned(),
            None if first.is_word(&["a", "an"]) => "1".to_owned(),
            None => return None,
        };
        return Some((length, figure, is_half));
    }
    let is_count = unit.is_none_or(|meaning| meaning.unit == Unit::Count)
        && next.is_none_or(|next| figure_of(next.text).is_none());
    let is_said = next.is_some_and(|next| next.is_word(&["rep", "reps"]));
    let number = number.filter(|&number| is_count && (is_said || number >= LEAST_COUNT))?;
    Some((1, number.to_string(), false))
}

/// Reads a number, which may be a fraction. Tells whether it is one.
fn figure(tokens: &[Token<'_>]) -> Option<(usize, String, bool)> {
    if let Some(found) = in_words(tokens) {
        return Some(found);
    }
    match tokens {
        [number, fraction, ..] if number.kind == Kind::Number && fraction.kind == Kind::Fraction => {
            Some((2, sum(number.text, vulgar(fraction.text)?), true))
        }
        [fraction, ..] if fraction.kind == Kind::Fraction => {
            Some((1, vulgar(fraction.text)?.to_owned(), true))
        }
        [whole, above, slash, below, ..]
            if whole.kind == Kind::Number && !above.glued && is_fraction(above, slash, below) =>
        {
            Some((4, sum(whole.text, parted(above.text, below.text)?), true))
        }
        [above, slash, below, ..] if is_fraction(above, slash, below) && unit_at(&tokens[3..]).is_some() => {
            match parted(above.text, below.text) {
                Some(figure) => Some((3, figure.to_owned(), true)),
                None => Some((1, above.text.to_owned(), false)),
            }
        }
        [number, ..] if number.kind == Kind::Number => Some((1, without_thousands(number.text)?, false)),
        _ => None,
    }
}

/// Drops the comma of `1,000`; a comma elsewhere is a point. None for a number that is neither.
fn without_thousands(text: &str) -> Option<String> {
    match text.split_once(',') {
        None => Some(text.to_owned()),
        Some((whole, rest)) if rest.len() == 3 && !whole.is_empty() && !rest.contains(['.', ',']) => None,
        Some((whole, rest)) if !rest.contains(['.', ',']) => Some(format!("{whole}.{rest}")),
        Some(_) => None,
    }
}

fn is_fraction(above: &Token<'_>, slash: &Token<'_>, below: &Token<'_>) -> bool {
    above.kind == Kind::Number
        && below.kind == Kind::Number
        && slash.is_sign('/')
        && slash.glued
        && below.glued
        && parted(above.text, below.text).is_some()
}

/// Returns a fraction as a decimal.
fn parted(above: &str, below: &str) -> Option<&'static str> {
    Some(match (above, below) {
        ("1", "2") => "0.5",
        ("1", "4") => "0.25",
        ("3", "4") => "0.75",
        ("1", "3") => "0.333",
        ("2", "3") => "0.667",
        ("1", "8") => "0.125",
        _ => return None,
    })
}

fn vulgar(text: &str) -> Option<&'static str> {
    FRACTIONS.iter().find(|(sign, _)| text.starts_with(*sign)).map(|(_, decimal)| *decimal)
}

fn sum(whole: &str, fraction: &str) -> String {
    format!("{whole}{}", fraction.trim_start_matches('0'))
}

/// Tells whether half of a unit is ever said.
fn can_be_parted(meaning: Meaning) -> bool {
    match meaning.unit {
        Unit::Mile | Unit::Kilometre => true,
        Unit::Second => meaning.thousandths >= 60_000,
        _ => false,
    }
}

/// Says a part of an hour in minutes, and a part of a minute in seconds.
fn whole_minutes(figure: String, meaning: Option<Meaning>) -> (String, Option<Meaning>) {
    let (Some(meaning), Ok(value)) = (meaning, figure.parse::<f64>()) else { return (figure, meaning) };
    let smaller = match (meaning.unit, meaning.thousandths) {
        (Unit::Second, 3_600_000) => unit::read("min"),
        (Unit::Second, 60_000) => unit::read("s"),
        _ => None,
    };
    match smaller {
        Some(smaller) => (format!("{}", (value * 60.0).round()), Some(smaller)),
        None => (figure, Some(meaning)),
    }
}

/// Reads the marks of minutes and seconds behind a number: `2'`, `30"`, `1'30"`, `20''`.
fn marked(number: &str, tokens: &[Token<'_>]) -> Option<Part> {
    let is_mark = |at: usize, sign: char| tokens.get(at).is_some_and(|one| one.is_sign(sign) && one.glued);
    let seconds = |length: usize| Part {
        length,
        figure: number.to_owned(),
        unit: unit::read("s"),
        whole: None,
        is_clock: false,
        is_marked: length == 1,
    };
    if is_mark(0, '"') {
        return Some(seconds(1));
    }
    if !is_mark(0, '\'') {
        return None;
    }
    if is_mark(1, '\'') {
        return Some(seconds(2));
    }
    let minutes = Part { unit: unit::read("min"), ..seconds(1) };
    let Some(rest) = tokens.get(1).filter(|one| one.kind == Kind::Number && (one.glued || is_mark(2, '"')))
    else {
        return Some(minutes);
    };
    let length = match () {
        () if is_mark(2, '"') => 3,
        () if is_mark(2, '\'') && is_mark(3, '\'') => 4,
        () if rest.text.len() == 2 => 2,
        () => return Some(minutes),
    };
    let whole = Some(format!("{number}min{}s", rest.text.trim_start_matches('0')));
    Some(Part { length, whole, is_marked: false, ..minutes })
}

/// Reads the second half of `1h15`, `1min30s`, `1 min 30 sec`.
fn time_in_two(first: &str, unit: Meaning, tokens: &[Token<'_>]) -> Option<(usize, String)> {
    let [number, rest @ ..] = tokens else { return None };
    let smaller = match unit.thousandths {
        3_600_000 => "min",
        60_000 => "s",
        _ => return None,
    };
    if unit.unit != Unit::Second || number.kind != Kind::Number || number.text.contains(['.', ',']) {
        return None;
    }
    let (more, named) = match unit_at(rest) {
        Some((more, meaning)) => (more, Some(meaning.spelling())),
        None => (0, None),
    };
    let is_second = match named {
        Some(named) => named == smaller,
        None => number.glued && number.text.len() == 2,
    };
    let text = format!("{first}{}{}{smaller}", unit.spelling(), number.text.trim_start_matches('0'));
    is_second.then_some((1 + more, text))
}

/// Reads the unit that tokens begin with.
fn unit_at(tokens: &[Token<'_>]) -> Option<(usize, Meaning)> {
    let first = tokens.first()?;
    if first.is_sign('%') {
        return Some((1, unit::read("%")?));
    }
    if first.kind != Kind::Word {
        return None;
    }
    let follows = tokens.get(1);
    // `w/ 90s rest`, `in 12 min`.
    if follows.is_some_and(|next| next.is_sign('/') && next.glued) && first.is_word(&["w"]) && !first.glued {
        return None;
    }
    // `10 in 5 min`, `20 in total`.
    let is_of_another =
        follows.is_some_and(|next| next.kind == Kind::Number || next.is_word(&["total", "all"]));
    if first.is_word(&["in"]) && !first.glued && is_of_another
        || first.text.eq_ignore_ascii_case("k") && !first.glued
    {
        return None;
    }
    // `100y free`: swimmers' yards.
    let is_yard = first.glued && first.is_word(&["y"]);
    let meaning = unit::read(if is_yard { "yd" } else { first.text })?;
    // `90 sec. rest`.
    let stop = follows.is_some_and(|next| next.is_sign('.') && next.glued && tokens.len() > 2);
    Some((1 + usize::from(stop), meaning))
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;
    use crate::source::Span;

    fn read(text: &str) -> Option<String> {
        let tokens = tokens(text, Span::new(0, text.len()));
        let (length, amount) = amount(&tokens)?;
        let rest = if length == tokens.len() { "" } else { " …" };
        Some(format!("{}{}{rest}", amount.text, if amount.halves { " halves" } else { "" }))
    }

    #[test]
    fn amounts_are_read_however_they_are_spelt() {
        for (written, expected) in [
            (":30", "30s"),
            (":05", "5s"),
            ("45\"", "45s"),
            ("2'", "2min"),
            ("1'30\"", "1min30s"),
            ("20''", "20s"),
            ("1h15", "1h15min"),
            ("1 min 30 sec", "1min30s"),
            ("90 secs.", "90s …"),
            ("90 sec. rest", "90s …"),
            ("1/2 mile", "0.5mi"),
            ("½ mile", "0.5mi"),
            ("2 1/2 miles", "2.5mi"),
            ("3/4 hour", "45min"),
            ("½ min", "30s"),
            ("15/12 cal", "15/12cal"),
            ("24kg/16kg", "24/16kg"),
            ("10/10", "10 halves"),
            ("30s/30s", "30s halves"),
            ("8 to 12", "8-12"),
            ("6:00-5:30", "5:30-6:00"),
            ("5 breaths", "5 breaths"),
            ("half a mile", "0.5mi"),
            ("two minutes", "2min"),
            ("forty-five seconds", "45s"),
            ("six miles", "6mi"),
            ("ten squats", "10 …"),
            ("three reps", "3 reps"),
            ("half an hour", "30min"),
            ("a minute", "1min"),
            ("1000m", "1000m"),
            ("100y", "100yd"),
            ("10 w/ rest", "10 …"),
            ("10/side", "10 …"),
        ] {
            assert_eq!(read(written).as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn halves_of_what_is_never_halved_are_not_read() {
        assert_eq!(read("1/2 reps"), None);
        assert_eq!(read("1,000m"), None);
        assert_eq!(read("a m"), None);
        assert_eq!(read("two feet"), None);
        assert_eq!(read("two dumbbells"), None);
        assert_eq!(read("twenty five squats"), None);
    }
}
