//! Quantities in their places: the right kind, a sensible size, a step that has something to count.

use super::Checker;
use super::scope::Scope;
use crate::athlete::Division;
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::quantity::{Amount, Each, Kind, Progression, Unit};
use crate::source::Span;
use crate::syntax::tree::{Quantity, Step, Turn};

/// The longest that any part of a workout can be: the limit of the whole workout, 24 hours.
pub(super) const LONGEST_MS: i64 = 24 * 60 * 60 * 1000;

/// The largest figure of something done, in thousandths of its unit. No session has more, so a larger figure is a
/// typing mistake.
pub fn largest(unit: Unit) -> i64 {
    match unit.kind() {
        Kind::Count => 100_000_000,
        Kind::Time => LONGEST_MS,
        Kind::Distance => 1_000_000_000,
        Kind::Calories | Kind::Breaths => 10_000_000,
        Kind::Steps | Kind::Strokes => 200_000_000,
        Kind::Mass => 2_000_000,
        Kind::Size => 10_000_000,
        Kind::Percent => 200_000,
        Kind::HeartRate => 250_000,
        Kind::Power => 3_000_000,
        Kind::Cadence => 300_000,
        Kind::StrokeRate => 200_000,
        Kind::Speed => 120_000,
        Kind::Pace => 3_600_000,
    }
}

/// What a quantity is called in messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct QuantityName(pub &'static str);

/// The most `m` that may have been meant as minutes, in thousandths: larger figures are metres.
const MOST_MINUTES: i64 = 60_000;

impl Checker<'_> {
    /// Checks a quantity that must be a time; none if it is not, which is reported.
    pub(super) fn time(&mut self, quantity: &Quantity, name: QuantityName, scope: &Scope) -> Option<Amount> {
        if quantity.broken {
            return None;
        }
        match quantity.unit {
            Some(Unit::Second) => self.sized(quantity, Unit::Second, scope),
            None => {
                let text = self.text(quantity.span);
                let message = format!("{} is a time, and `{text}` has no unit", name.0);
                let diagnostic = Diagnostic::new(Rule::MissingUnit, quantity.span, message);
                self.report(if name == BLOCK_LENGTH {
                    diagnostic.fix(quantity.span, format!("{text}min"))
                } else {
                    let write = |text: String| Choice::write(quantity.span, text);
                    let clock = text.split_once('.').filter(|(_, seconds)| seconds.len() == 2).map(
                        |(minutes, seconds)| {
                            write(format!("{minutes}:{seconds}")).meaning("for minutes and seconds")
                        },
                    );
                    let times = [
                        write(format!("{text}s")).meaning("for seconds"),
                        write(format!("{text}min")).meaning("for minutes"),
                    ];
                    diagnostic.one_of(times.into_iter().chain(clock))
                });
                None
            }
            Some(Unit::Metre) if self.text(quantity.unit_span).eq_ignore_ascii_case("m") => {
                let text = self.text(quantity.span);
                let number = text.trim_end_matches(['m', 'M']).trim_end();
                let diagnostic = Diagnostic::new(
                    Rule::MetresForMinutes,
                    quantity.span,
                    format!("`{text}` is {number} metres, and {} is a time", name.0),
                );
                self.report(if quantity.low <= MOST_MINUTES {
                    diagnostic.here("`m` is metres, `min` is minutes").fix(quantity.unit_span, "min")
                } else if name.0.ends_with("rest") {
                    let jog = format!("jog {text}");
                    diagnostic
                        .help(format!(
                            "write a time, such as `90s`, or what is done on the way: `rest {jog}`"
                        ))
                        .choices([Choice::showing(quantity.span, &jog, &format!("rest {jog}"))])
                } else {
                    diagnostic.help("write a time, such as `90s`")
                });
                None
            }
            Some(_) => {
                let text = self.text(quantity.span);
                self.report(Diagnostic::new(
                    Rule::WrongUnit,
                    quantity.span,
                    format!("{} is a time, and `{text}` is not", name.0),
                ));
                None
            }
        }
    }

    /// Checks a plain number of rounds or sets, of any size. The timeline limits the length of the whole, and can say
    /// how long it is.
    pub(super) fn count(&mut self, quantity: &Quantity, name: QuantityName, scope: &Scope) -> Option<Amount> {
        if quantity.broken {
            return None;
        }
        let text = self.text(quantity.span);
        if quantity.unit.is_some() && quantity.unit != Some(Unit::Count) {
            self.report(Diagnostic::new(
                Rule::WrongUnit,
                quantity.span,
                format!("{} is a plain number, and `{text}` has a unit", name.0),
            ));
            return None;
        }
        if quantity.low == 0 && quantity.high == 0 && quantity.unit.is_none() {
            let what = name.0.trim_start_matches("the number of ").trim_end_matches('s');
            let message = format!("`{text}` is too few: there is at least one {what}");
            let help = format!("write how many {what}s there are, or take it out");
            self.report(Diagnostic::new(Rule::AbsurdAmount, quantity.span, message).help(help));
            return None;
        }
        self.sized_up_to(i64::MAX, quantity, Unit::Count, scope)
    }

    /// Checks how much of a movement is done; none if it is not a dose.
    pub(super) fn dose(&mut self, quantity: &Quantity, scope: &Scope) -> Option<Amount> {
        if quantity.broken {
            return None;
        }
        let unit = quantity.unit.unwrap_or(Unit::Count);
        match unit.kind() {
            Kind::Count
            | Kind::Time
            | Kind::Distance
            | Kind::Calories
            | Kind::Breaths
            | Kind::Steps
            | Kind::Strokes => self.sized(quantity, unit, scope),
            Kind::Mass
            | Kind::Size
            | Kind::Percent
            | Kind::HeartRate
            | Kind::Power
            | Kind::Cadence
            | Kind::StrokeRate
            | Kind::Speed
            | Kind::Pace => {
                let text = self.text(quantity.span);
                self.report(
                    Diagnostic::new(
                        Rule::WordOrder,
                        quantity.span,
                        format!("`{text}` says how hard, not how much: it belongs after `@`"),
                    )
                    .help(format!("say how much first: `{} @ {text}`", an_amount(unit.kind()))),
                );
                None
            }
        }
    }

    /// Checks the size and the step of a quantity in the right unit.
    pub(super) fn sized(&mut self, quantity: &Quantity, unit: Unit, scope: &Scope) -> Option<Amount> {
        self.sized_up_to(largest(unit), quantity, unit, scope)
    }

    fn sized_up_to(&mut self, most: i64, quantity: &Quantity, unit: Unit, scope: &Scope) -> Option<Amount> {
        let text = self.text(quantity.span);
        let figures = [Some(quantity.low), Some(quantity.high), quantity.women()];
        if figures.into_iter().flatten().any(|figure| figure <= 0) {
            let message = format!("`{text}` is too little: an amount must be above zero");
            self.report(Diagnostic::new(Rule::AbsurdAmount, quantity.span, message));
            return None;
        }
        if figures.into_iter().flatten().any(|figure| figure > most) {
            let message =
                format!("`{text}` is more than anybody does: the most allowed here is {}", limit(unit));
            self.report(Diagnostic::new(Rule::AbsurdAmount, quantity.span, message));
            return None;
        }
        let whole = matches!(unit.kind(), Kind::Count | Kind::Breaths | Kind::Steps | Kind::Strokes);
        if whole && figures.into_iter().flatten().any(|figure| figure % 1000 != 0) {
            let message = format!("`{text}` is not a whole number, and this is counted one by one");
            let help = "for a time or a distance, write its unit: `1.5min`, `1.5km`";
            self.report(Diagnostic::new(Rule::MalformedNumber, quantity.span, message).help(help));
            return None;
        }
        let progression = match quantity.step() {
            Some(step) => Some(self.progression(step, quantity, unit, scope)?),
            None => None,
        };
        Some(self.of_division(Amount {
            low: quantity.low,
            high: quantity.high,
            unit,
            women: quantity.women(),
            progression,
        }))
    }

    /// Returns the athlete's figure of a pair, or the pair without an athlete.
    pub(super) fn of_division(&self, amount: Amount) -> Amount {
        let (Some((athlete, ..)), Some(women)) = (&self.athlete, amount.women) else { return amount };
        match athlete.division {
            Division::Men => Amount { women: None, ..amount },
            Division::Women => Amount { low: women, high: women, women: None, ..amount },
        }
    }

    /// Checks a step that is added at each turn.
    pub(super) fn progression(
        &mut self,
        step: &Step,
        quantity: &Quantity,
        unit: Unit,
        scope: &Scope,
    ) -> Option<Progression> {
        if step.broken {
            return None;
        }
        let text = self.text(step.span);
        let Some(each) = step.each else {
            let whole = self.text(quantity.full_span());
            let turns =
                [("set", scope.in_sets), ("round", scope.in_rounds), ("session", true), ("week", true)];
            let each = turns
                .iter()
                .filter(|(_, is_counted)| *is_counted)
                .map(|(turn, _)| Choice::write(quantity.full_span(), format!("{whole} each {turn}")));
            self.report(
                Diagnostic::new(
                    Rule::LoneStep,
                    step.span,
                    format!("`{text}` does not say how often it is added"),
                )
                .help(format!(
                    "write `{whole} each round` (or `set`, `week`), or a range without blanks: `8-12`"
                ))
                .choices(each),
            );
            return None;
        };
        let by = self.step_by(step, quantity, unit)?;
        let each = match each {
            Turn::Set => Each::Set,
            Turn::Round => Each::Round,
            Turn::Session => Each::Session,
            Turn::Week => Each::Week,
            Turn::Cycle => Each::Cycle,
        };
        self.check_counted(each, step.span, scope)?;
        Some(Progression { by, percent: step.unit == Some(Unit::Percent), each })
    }

    /// Returns a step in thousandths of the amount's unit; in per cent as it is.
    pub(super) fn step_by(&mut self, step: &Step, quantity: &Quantity, unit: Unit) -> Option<i64> {
        let text = self.text(step.span);
        if step.by == 0 {
            self.report(Diagnostic::new(Rule::AbsurdAmount, step.span, format!("`{text}` changes nothing")));
            return None;
        }
        match step.unit {
            Some(Unit::Percent) => return Some(step.by),
            Some(own) if own == unit => return Some(step.by),
            None if matches!(
                unit.kind(),
                Kind::Count | Kind::Breaths | Kind::Steps | Kind::Strokes | Kind::Calories
            ) =>
            {
                return Some(step.by);
            }
            Some(own) => {
                if let (Some(from), Some(to)) = (own.tenths_of_mm(), unit.tenths_of_mm()) {
                    let by = i128::from(step.by) * i128::from(from) / i128::from(to);
                    return i64::try_from(by).ok();
                }
            }
            None => {}
        }
        let amount = self.text(quantity.span);
        let (rule, message) = match step.unit {
            None => (Rule::MissingUnit, format!("`{text}` needs the unit of `{amount}`")),
            Some(_) => (Rule::WrongUnit, format!("`{text}` is not counted in the unit of `{amount}`")),
        };
        let help = format!(
            "write both in one unit, such as `60kg +2.5kg each {}`",
            match step.each {
                Some(turn) => turn.name(),
                None => "week",
            }
        );
        let unit = self.text(quantity.unit_span);
        let choice = match step.unit {
            // Without `each week`, it ends with its figure.
            None if !unit.is_empty() && step.each.is_none() => {
                Some(Choice::write(step.span, format!("{text}{unit}")))
            }
            None | Some(_) => None,
        };
        self.report(Diagnostic::new(rule, step.span, message).help(help).choices(choice));
        None
    }

    /// Reports a step with nothing around it to count.
    fn check_counted(&mut self, each: Each, span: Span, scope: &Scope) -> Option<()> {
        let help = match each {
            Each::Set if !scope.in_sets => {
                "sets are written `5x5`; their count goes on from the first to the last"
            }
            Each::Round if !scope.in_rounds => {
                "put the step into a block that repeats, such as `circuit rounds 5 < … >`"
            }
            Each::Set | Each::Round | Each::Session | Each::Week | Each::Cycle => return Some(()),
        };
        let message = format!("there is no {} here to count", each.name());
        self.report(Diagnostic::new(Rule::NothingToCount, span, message).help(help));
        None
    }
}

/// An AMRAP's or EMOM's own time, whose bare number can only be minutes.
pub(super) const BLOCK_LENGTH: QuantityName = QuantityName("the length of this block");

/// Returns a dose that goes with a target of this kind, as an example.
fn an_amount(target: Kind) -> &'static str {
    match target {
        Kind::Pace | Kind::Speed | Kind::HeartRate | Kind::Power | Kind::Cadence | Kind::StrokeRate => {
            "20min"
        }
        Kind::Mass
        | Kind::Size
        | Kind::Percent
        | Kind::Count
        | Kind::Time
        | Kind::Distance
        | Kind::Calories
        | Kind::Breaths
        | Kind::Steps
        | Kind::Strokes => "10",
    }
}

fn limit(unit: Unit) -> String {
    let figure = largest(unit) / 1000;
    match unit.kind() {
        Kind::Time => "24 hours".to_owned(),
        Kind::Pace => "an hour".to_owned(),
        Kind::Percent => format!("{figure} %"),
        Kind::Count
        | Kind::Distance
        | Kind::Calories
        | Kind::Breaths
        | Kind::Steps
        | Kind::Strokes
        | Kind::Mass
        | Kind::Size
        | Kind::HeartRate
        | Kind::Power
        | Kind::Cadence
        | Kind::StrokeRate
        | Kind::Speed => figure.to_string(),
    }
}
