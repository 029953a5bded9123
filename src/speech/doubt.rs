//! Statements that can be read as they are, and are meant otherwise.

use super::amount::is_mass;
use super::aside;
use super::heading::NUMBERED;
use super::outline;
use super::phrase::{self, EFFORTS};
use crate::cores;
use crate::quantity::Unit;
use crate::source::Span;
use crate::syntax::tree::{
    Block, BoutSyntax, DoseItem, DoseSyntax, Half, HeaderOption, ListItem, Modifier, ModifierKind,
    OptionKind, Performance, Quantity, RestAmount, Statement, StatementKind, Target, TargetSyntax, Tree,
};
use crate::syntax::{figure_of, unit};

/// How many statements of a file are looked at in one go.
const AT_ONCE: usize = 1024;

/// Returns the places of movements and headers whose words have another meaning than the one that the grammar gives
/// them: equal figures, fractions of a mile, a load for a dose, a list of rests, a time without a unit.
pub(super) fn doubted(tree: &Tree, text: &str) -> Vec<Span> {
    let mut places = Vec::new();
    // `Leg day`: a title without its word.
    if let [first, _, ..] = &tree.statements[..]
        && let StatementKind::Movement(performances) = &first.kind
        && matches!(&performances[..], [only] if matches!(only.dose, DoseSyntax::None))
    {
        places.push(first.span);
    }
    // Other cores help with a file of thousands of statements.
    let parts: Vec<&[Statement]> = tree.statements.chunks(AT_ONCE).collect();
    let found = match &parts[..] {
        [] | [_] => parts.iter().map(|part| doubted_among(part, text)).collect(),
        _ => cores::map(&parts, |part| doubted_among(part, text)),
    };
    places.extend(found.into_iter().flatten());
    places.sort_unstable();
    places
}

/// Returns the places of doubted movements and headers among some statements, and inside them.
fn doubted_among(statements: &[Statement], text: &str) -> Vec<Span> {
    let mut places = Vec::new();
    let mut waiting: Vec<&Statement> = statements.iter().collect();
    while let Some(statement) = waiting.pop() {
        waiting.extend(statement.kind.inside());
        match &statement.kind {
            StatementKind::Plan(plan) => waiting.extend(plan.days().flat_map(|day| &day.body)),
            StatementKind::Movement(performances) if performances.iter().any(|one| is_doubted(one, text)) => {
                places.push(statement.span);
            }
            StatementKind::Block(block) if is_doubted_header(block, text) => places.push(block.header),
            // `rest two minutes`.
            StatementKind::Rest(amount, _) if is_rest_in_words(amount, text) => places.push(statement.span),
            _ => {}
        }
    }
    places
}

/// Tells whether a rest is one in a movement whose name may be a time.
fn is_rest_in_words(amount: &RestAmount, text: &str) -> bool {
    let RestAmount::Moving(performance) = amount else { return false };
    let mut words = text[performance.name.range()].split(' ');
    matches!(performance.dose, DoseSyntax::None)
        && words.any(|word| word.len() > 2 && unit::read(word).is_some())
}

/// Tells whether a header has a time without a unit, or amounts that are not its own.
fn is_doubted_header(block: &Block, text: &str) -> bool {
    let is_bare = |amount: &Quantity| amount.unit.is_none() && !amount.clock;
    let is_bare_cap = |option: &HeaderOption| matches!(&option.kind, OptionKind::Cap(cap) if is_bare(cap));
    block.amounts.iter().any(|amount| is_bare(amount) || amount.broken || amount.women().is_some())
        || block.options.iter().any(is_bare_cap)
        || text[block.header.range()].contains('/')
}

/// Tells whether words say that a heavy set is worked up to: `work up to a heavy single deadlift`.
fn is_worked_up_to(name: &str) -> bool {
    name.split(' ').any(|word| {
        ["heavy", "build", "building", "work", "working", "ramp"]
            .iter()
            .any(|led| word.eq_ignore_ascii_case(led))
    })
}

/// Last words of as many as can be done: `as many as possible`, `to failure`.
const LAST_OF_MAX: [&str; 4] = ["possible", "failure", "exhaustion", "amrap"];

/// Words that come before a dose rather than at the end of a name.
const BEFORE_DOSE: [&str; 6] = ["x", "for", "of", "in", "at", "within"];

/// Tells whether a name begins or ends in `buy-in` or `cash-out`, which say when it is done.
fn says_once(name: &str) -> bool {
    const ONCE: [&str; 6] = ["buy-in", "buy in", "buyin", "cash-out", "cash out", "cashout"];
    let name = name.to_ascii_lowercase();
    ONCE.iter().any(|once| {
        name.strip_prefix(once).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            || name.strip_suffix(once).is_some_and(|rest| rest.ends_with(' '))
    })
}

/// Tells whether a name without a dose may have one in it, or be something else: `max pull-ups` and `tabata squats` are
/// all of them a name, as is `run half a mile`; `STRENGTH` is a heading.
fn is_doubted_alone(name: &str) -> bool {
    let has_number = name.split(' ').any(|word| figure_of(word).is_some());
    let mut words = name.split(' ');
    let first = words.next().unwrap_or_default();
    let is_led = has_number || ["max", "tabata"].iter().any(|word| first.eq_ignore_ascii_case(word));
    let is_said = words.any(|word| {
        word.len() > 2 && unit::read(word).is_some()
            || LAST_OF_MAX.iter().any(|last| word.eq_ignore_ascii_case(last))
    });
    is_led
        || is_said
        || is_worked_up_to(name)
        || aside::may_be(name)
        || outline::may_begin(name)
        || !name.contains(char::is_lowercase)
}

fn is_doubted(performance: &Performance, text: &str) -> bool {
    let name = &text[performance.name.range()];
    if aside::may_be_part(name) || says_once(name) || aside::may_be_sum(name) || outline::may_begin(name) {
        return true;
    }
    let items: Vec<&DoseItem> = match &performance.dose {
        DoseSyntax::None => {
            return performance.modifiers.iter().any(|one| is_doubted_modifier(one, text))
                || !performance.quoted && is_doubted_alone(name);
        }
        DoseSyntax::One(item) => {
            // `plank 30s rest 15s`: a rest behind a single set is a step of its own.
            let has_rest =
                || performance.modifiers.iter().any(|one| matches!(one.kind, ModifierKind::Rest(_)));
            // Targets that are given twice are a mistake, in whatever order they are.
            let targets = performance.modifiers.iter().filter(|one| !one.targets().is_empty()).count();
            if item.sets.is_none() && has_rest() && targets < 2 {
                return true;
            }
            vec![item]
        }
        DoseSyntax::List(items) => items.iter().map(|item| &item.item).collect(),
    };
    // `3x10 R, 3x12 L`.
    let has_both_sides = {
        let has =
            |side: &dyn Fn(&ModifierKind) -> bool| performance.modifiers.iter().any(|one| side(&one.kind));
        has(&|kind| matches!(kind, ModifierKind::Right)) && has(&|kind| matches!(kind, ModifierKind::Left))
    };
    // `5, 3, 1 @ 140, 160, 180kg`: a load for each. `4x5 @ 80kg, 2min`: a rest.
    let is_list_of_loads = || match &performance.dose {
        DoseSyntax::List(items) => {
            let is_bare = |item: &ListItem| item.targets.iter().any(has_no_unit);
            is_set_and_time(items) || items.iter().any(is_bare)
        }
        DoseSyntax::None | DoseSyntax::One(_) => false,
    };
    // `run 200m, 400m, 200m rest 45s, 75s`: a rest for each gap.
    let is_list_of_rests = || match &performance.dose {
        DoseSyntax::List(items) => items.windows(2).any(|pair| {
            let has_rest = pair[0].own.iter().any(|one| matches!(one.kind, ModifierKind::Rest(_)));
            let next = &pair[1].item;
            has_rest
                && next.sets.is_none()
                && pair[1].targets.is_empty()
                && matches!(&next.bout, BoutSyntax::Of(time) if time.clock || time.unit == Some(Unit::Second))
        }),
        DoseSyntax::None | DoseSyntax::One(_) => false,
    };
    let words = || name.split(' ');
    // `cat-cow x 10`, `jumping jacks for 1 minute`, `Round 1`, `max push-ups 20`.
    let is_no_name = !performance.quoted
        && (words().next_back().is_some_and(|last| BEFORE_DOSE.contains(&last))
            || words().any(|word| word.eq_ignore_ascii_case("max"))
            || is_worked_up_to(name)
            || NUMBERED.iter().any(|word| word.eq_ignore_ascii_case(name)));
    // `run easy 30min`.
    let is_effort = name.rsplit_once(' ').is_some_and(|(_, last)| EFFORTS.contains(&last));
    // `A1 bench press`, `heel slide L`.
    let is_labelled =
        matches!(name.as_bytes(), [b'A'..=b'Z', b'1'..=b'9', b' ', ..] | [.., b' ', b'L' | b'R']);
    is_labelled
        || has_both_sides
        || aside::is_beside_training(name)
        || is_effort
        || is_no_name
        || items.iter().any(|item| is_doubted_dose(item, text))
        || is_list_of_rests()
        || is_list_of_loads()
        || performance.modifiers.iter().any(|one| is_doubted_modifier(one, text))
}

/// Tells whether a list has one target for two items: what follows the comma is hardly another set.
fn is_set_and_time(items: &[ListItem]) -> bool {
    matches!(items, [sets, time] if time.targets.is_empty() && !sets.targets.is_empty())
}

/// Tells whether a statement reads a time behind a comma as another set: `run 3x4min @ easy, 3min`.
pub(super) fn takes_time_for_set(statement: &Statement) -> bool {
    let StatementKind::Movement(performances) = &statement.kind else { return false };
    performances.iter().any(|one| match &one.dose {
        DoseSyntax::List(items) => {
            is_set_and_time(items) && items.last().is_some_and(|time| time.item.sets.is_none())
        }
        DoseSyntax::None | DoseSyntax::One(_) => false,
    })
}

fn has_no_unit(target: &Target) -> bool {
    matches!(&target.kind, TargetSyntax::Amount { amount, .. } if amount.unit.is_none())
}

/// Tells whether a modifier is a hand behind a load, or has a target that only looks like one.
fn is_doubted_modifier(modifier: &Modifier, text: &str) -> bool {
    let is_of_a_hand = matches!(modifier.kind, ModifierKind::Per(Half::Hand));
    // `3x30s hold`: of what is held anyway, three sets of it.
    let is_hold_behind = matches!(modifier.kind, ModifierKind::Hold(_))
        && !text[modifier.span.range()]
            .as_bytes()
            .get(..4)
            .is_some_and(|first| first.eq_ignore_ascii_case(b"hold"));
    is_of_a_hand
        || is_hold_behind
        || modifier.targets().iter().any(|target| match &target.kind {
            // `2x24s`, `10 rep max`, `6:00-5:30/km`.
            TargetSyntax::Amount { amount, .. } => {
                amount.broken
                    || amount.low > amount.high
                    || matches!(
                        amount.unit,
                        None | Some(Unit::Second | Unit::Count | Unit::Metre | Unit::Kilometre | Unit::Mile)
                    )
            }
            // `Z2`, `moderate on`.
            TargetSyntax::Named { name, .. } => {
                let name = &text[name.range()];
                name.ends_with(|last: char| last.is_ascii_digit() || last == '.')
                    || name.ends_with(" on")
                    || phrase::names_band(name)
            }
            TargetSyntax::Measured { .. }
            | TargetSyntax::Minus(_)
            | TargetSyntax::RepMax(_)
            | TargetSyntax::Bodyweight(_) => false,
        })
}

fn is_doubted_dose(item: &DoseItem, text: &str) -> bool {
    let bout = match &item.bout {
        BoutSyntax::Of(amount) | BoutSyntax::AtLeast(amount) => Some(amount),
        BoutSyntax::Max(amount) => amount.as_ref(),
    };
    let mut amounts = bout.into_iter().chain(item.sets.as_deref());
    // `30s x 5`: the sets come last.
    let is_turned = item.sets.as_ref().is_some_and(|sets| sets.unit.is_some());
    is_turned || amounts.any(|amount| is_doubted_amount(amount, text))
}

fn is_doubted_amount(amount: &Quantity, text: &str) -> bool {
    let equal_or_part = amount.women().is_some_and(|women| {
        let is_part =
            amount.low < women && matches!(amount.unit, Some(Unit::Mile | Unit::Kilometre | Unit::Second));
        women == amount.low || is_part
    });
    // `1h15`: the end of the figure is the next one's.
    let is_cut = || text[amount.span.end as usize..].starts_with(|next: char| next.is_ascii_digit());
    let has_offset = amount.step().is_some_and(|step| step.each.is_none());
    equal_or_part || amount.unit.is_some_and(is_mass) || amount.broken || has_offset || is_cut()
}
