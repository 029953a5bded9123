//! What moves by results: whether there is something to move, and whether it ever does.

use super::Checker;
use super::modifier::Modifiers;
use super::program::{Bout, By, Dose, Move, MoveOn, Moved, MovementId, Moves, SetGroup, Target, TargetKind};
use super::scope::Scope;
use crate::diagnostic::{Diagnostic, Rule};
use crate::quantity::{Amount, Kind, Unit};
use crate::source::Span;
use crate::syntax::tree;

/// The most of its figure that a rule may move by at once, in thousandths of a per cent. More is a slip of the finger.
const MOST_PERCENT: i64 = 50_000;

impl<'f> Checker<'f> {
    /// Checks what of a movement moves by results. None where nothing does.
    pub(super) fn moves(
        &mut self,
        modifiers: &Modifiers<'f>,
        dose: &Dose,
        targets: &[Target],
        (movement, name): (MovementId, Span),
        scope: &Scope,
    ) -> Option<Moves> {
        if modifiers.moves.is_empty() && modifiers.after_miss.is_none() && modifiers.harder.is_none() {
            return None;
        }
        // A target with a mistake was reported, and may be what would move.
        if modifiers.at.is_some_and(|(written, _)| written.len() > targets.len()) {
            return None;
        }
        let mut moves = Moves { harder: modifiers.harder.map(|(count, _)| count), ..Moves::default() };
        let mut all = targets.iter().chain(dose.targets());
        let on_body =
            modifiers.moves.iter().filter_map(|rule| rule.unit).find(|unit| unit.kind() == Kind::Mass);
        let movable = Movable {
            load: load_of(dose, targets, on_body),
            dose: dose_of(dose),
            has_plus: has_plus(dose),
            goes_by_lifted: all.any(|target| target.lifted.is_some()),
        };
        for written in &modifiers.moves {
            moves.rules.extend(self.moved(written, &movable));
        }
        if let Some((after, _)) = modifiers.after_miss {
            self.schemes(after, scope, &mut moves);
        }
        self.check_rules(modifiers, &moves);
        if let Some((_, place)) = modifiers.harder {
            let home = self.files.home(self.file, name);
            moves.ladder = self.ladder_of(movement, home);
            if moves.ladder.is_empty() {
                let message = format!("no harder form of `{}` is known", self.text(name));
                let help = "write another movement, or define it with one: `movement \"…\" < harder \"…\" >`";
                self.report(Diagnostic::new(Rule::MovesNothing, place, message).help(help));
            }
        }
        self.check_open_range(dose, modifiers);
        Some(moves)
    }

    /// Checks one rule.
    fn moved(&mut self, written: &tree::Move, movable: &Movable) -> Option<Move> {
        if written.broken {
            return None;
        }
        let text = self.text(written.span);
        let refuse = |message: String, help: &str| {
            Diagnostic::new(Rule::MovesNothing, written.span, message).help(help.to_owned())
        };
        if movable.goes_by_lifted
            && written.unit.is_some_and(|unit| matches!(unit.kind(), Kind::Mass | Kind::Percent))
        {
            let message = format!("`{text}` moves nothing: this load goes by what is lifted elsewhere");
            self.report(refuse(message, "delete one of the two; `last time +2.5kg` adds each time"));
            return None;
        }
        if written.by == 0 || written.on.count() == 0 {
            let message = format!("`{text}` never changes anything");
            self.report(refuse(
                message,
                "write what is added and how often: `+2.5kg each success`, `-10% after 3 misses`",
            ));
            return None;
        }
        if let MoveOn::Reps { .. } = written.on
            && !movable.has_plus
        {
            let message = format!("`{text}` goes by the repetitions of a set with a plus, and there is none");
            self.report(refuse(message, "write the open set: `bench press 2x5 @ 60kg, 5+ @ 60kg`, `3x15+`"));
            return None;
        }
        let what = self.what_moves(written, movable)?;
        let by = match written.unit {
            Some(Unit::Percent) if written.by.abs() > MOST_PERCENT => {
                let message = format!("`{text}` is more than half of it at once");
                self.report(refuse(message, "is a per cent sign too much? write `+2.5kg`, or up to `50%`"));
                return None;
            }
            Some(Unit::Percent) => By::Percent(written.by),
            unit => By::Amount(written.by, unit.unwrap_or(Unit::Count)),
        };
        Some(Move { place: written.span, what, by, on: written.on })
    }

    /// Reports rules that never act, since another one comes before them.
    fn check_rules(&mut self, modifiers: &Modifiers<'_>, moves: &Moves) {
        for (number, rule) in moves.rules.iter().enumerate() {
            let text = self.text(rule.place);
            let is_miss = matches!(rule.on, MoveOn::Misses(_));
            if let Some((_, schemes)) = modifiers.after_miss.filter(|_| is_miss) {
                let message = format!("`{text}` never acts: after a miss other sets come first");
                self.report(
                    Diagnostic::new(Rule::MovesNothing, rule.place, message)
                        .and_at(schemes, "these")
                        .help("say what happens after the last of them: `then again -10%`"),
                );
                continue;
            }
            let before = moves.rules[..number].iter();
            if let Some(first) =
                before.into_iter().find(|other| (other.what, other.on) == (rule.what, rule.on))
            {
                let message = format!("`{text}` says a second time what happens then");
                self.report(
                    Diagnostic::new(Rule::OptionTwice, rule.place, message)
                        .and_at(first.place, "the first is here")
                        .help("delete one of them")
                        .choices(self.delete_one(first.place, rule.place)),
                );
            }
        }
    }

    /// Returns what a rule moves, by its unit.
    fn what_moves(&mut self, written: &tree::Move, movable: &Movable) -> Option<Moved> {
        let text = self.text(written.span);
        let figure = self.text(written.figure);
        let kind = written.unit.map_or(Kind::Count, Unit::kind);
        let (message, help) = match (kind, movable.load, movable.dose) {
            (Kind::Mass, Some(unit), _) if unit.kind() == Kind::Mass && Some(unit) != written.unit => (
                format!("`{figure}` is not in the unit of the load"),
                "write both in kilograms, or both in pounds".to_owned(),
            ),
            (Kind::Mass, Some(_), _) | (Kind::Percent, Some(_), _) => return Some(Moved::Load),
            (Kind::Mass, None, _) => (
                format!("there is no load that `{text}` could move"),
                format!("write the load of the first time before it: `@ 60kg {text}`"),
            ),
            (Kind::Percent, None, Some(_)) => return Some(Moved::Dose),
            (kind, _, Some(unit)) if unit.kind() == kind => return Some(Moved::Dose),
            (_, _, Some(_)) | (_, _, None) => (
                format!("`{figure}` is neither in the unit of the load nor in that of the dose"),
                "write what is added in the unit of what it is added to: `plank 3x30s +5s each success`"
                    .to_owned(),
            ),
        };
        self.report(Diagnostic::new(Rule::MovesNothing, written.span, message).help(help));
        None
    }

    /// Checks the sets that come after a miss.
    fn schemes(&mut self, after: &'f tree::AfterMiss, scope: &Scope, moves: &mut Moves) {
        for scheme in &after.schemes {
            let groups = match self.single(scheme, scope) {
                Some(Dose::Sets(groups)) => groups,
                Some(Dose::Bout(bout)) => {
                    let count = Amount::exactly(1000, Unit::Count);
                    [SetGroup { count, bout, targets: Vec::new(), own: None }].into()
                }
                Some(Dose::FromBlock) | None => continue,
            };
            moves.schemes.push(groups);
        }
        if let Some((place, Some(step))) = &after.again
            && !step.broken
        {
            match step.unit {
                Some(Unit::Percent) => moves.again = Some(By::Percent(step.by)),
                Some(unit) if unit.kind() == Kind::Mass => moves.again = Some(By::Amount(step.by, unit)),
                Some(_) | None => {
                    let message = format!("`{}` does not say by how much the load moves", self.text(*place));
                    self.report(
                        Diagnostic::new(Rule::MovesNothing, *place, message).help("write `then again -10%`"),
                    );
                }
            }
        }
    }

    /// Reports `8-12+`: whether a set is done with the low or the high end of it can't be told.
    fn check_open_range(&mut self, dose: &Dose, modifiers: &Modifiers<'_>) {
        let is_open_range = |bout: &Bout| matches!(bout, Bout::AtLeast(amount) if amount.is_range());
        let place = modifiers.moves.first().map(|one| one.span);
        if let Some(place) = place.filter(|_| dose.bouts().any(is_open_range)) {
            let message = "a range with a plus has two ends that a success could go by";
            self.report(
                Diagnostic::new(Rule::MovesNothing, place, message)
                    .help("write `8-12` for a range, whose top is a success, or `8+` for an open set"),
            );
        }
    }
}

/// What of a statement could move.
struct Movable {
    /// The unit of its load: kilograms, pounds, or per cent.
    load: Option<Unit>,
    /// The unit of its dose.
    dose: Option<Unit>,
    /// Whether one of its sets is open.
    has_plus: bool,
    /// Whether its load is a part of what was lifted.
    goes_by_lifted: bool,
}

/// Returns the unit of the first load. A part of a max moves as a share, and on top of the body's own weight comes what
/// moves it.
fn load_of(dose: &Dose, targets: &[Target], on_body: Option<Unit>) -> Option<Unit> {
    let mut loads = targets.iter().chain(dose.targets()).filter(|target| target.kind.is_weight());
    loads.find_map(|load| {
        let is_part = matches!(load.kind, TargetKind::Percent { .. } | TargetKind::RepMax);
        let is_body = matches!(load.kind, TargetKind::Bodyweight);
        let unit = || load.amount.map(|amount| amount.unit);
        if is_part { Some(Unit::Percent) } else { unit().or(on_body.filter(|_| is_body)) }
    })
}

/// Returns the unit of the first dose.
fn dose_of(dose: &Dose) -> Option<Unit> {
    match dose.bouts().next()? {
        Bout::Of(amount) | Bout::AtLeast(amount) => Some(amount.unit),
        Bout::Max(_) => None,
    }
}

fn has_plus(dose: &Dose) -> bool {
    dose.bouts().any(|bout| matches!(bout, Bout::AtLeast(_) | Bout::Max(_)))
}
