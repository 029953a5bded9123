//! Movement statements: names, doses, modifiers.

use super::Builder;
use super::block::definition_meant;
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::quantity::Kind;
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{
    BoutSyntax, DoseItem, DoseSyntax, ListItem, Measure, Modifier, ModifierKind, Performance, Quantity,
    StatementKind, Step, Target, TargetSyntax,
};

/// One alternative while its parts are gathered. The builder keeps one for all, so that its lists are made once.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    name: Option<(Span, bool)>,
    items: Vec<ListItem>,
    modifiers: Vec<Modifier>,
    /// Where a comma of the list waits for its next item.
    comma: Option<Span>,
    /// Words that are no part, and doses that stand where none can.
    strays: Vec<Span>,
}

impl Gathered {
    fn clear(&mut self) {
        (self.name, self.comma) = (None, None);
        self.items.clear();
        self.modifiers.clear();
        self.strays.clear();
    }
}

/// The amounts of a dose or a target: three at the most (`2x110w to 180w`), so that no list need be made.
#[derive(Debug, Default)]
struct Amounts([Option<Quantity>; 3]);

impl Amounts {
    fn push(&mut self, amount: Quantity) {
        if let Some(free) = self.0.iter_mut().find(|amount| amount.is_none()) {
            *free = Some(amount);
        }
    }

    fn in_order(self) -> impl Iterator<Item = Quantity> {
        self.0.into_iter().flatten()
    }
}

impl Builder<'_> {
    /// Builds a movement statement, with all its alternatives.
    pub(super) fn movement(&mut self, node: Node<'_>) -> StatementKind {
        let whole = self.span(&node);
        let reported = self.diagnostics.len();
        // Most have no alternative.
        let mut performances = Vec::with_capacity(1);
        let mut wants_name = None;
        let mut unreadable = false;
        for child in node.children() {
            let span = self.span(&child);
            match child.rule() {
                Rule::performance => {
                    wants_name = None;
                    match self.performance(child, whole) {
                        Some(performance) => performances.push(performance),
                        None => unreadable = true,
                    }
                }
                Rule::or => {
                    if let Some((first, place)) = wants_name {
                        self.report_lone_or(first, place);
                    }
                    let begins = performances.is_empty() && !unreadable;
                    wants_name = Some((span, if begins { "before" } else { "after" }));
                }
                Rule::body => {
                    // Its header was read as a movement, which it is not: what was said of that is void.
                    self.diagnostics.truncate(reported);
                    let unclosed = !child.children().any(|inner| inner.rule() == Rule::close);
                    self.excuse_closes_of(whole, child.start() + self.base, unclosed);
                    self.report_unknown_block(whole);
                    let reported = self.diagnostics.len();
                    let body = self.body(child).0;
                    if matches!(definition_meant(self.at(whole)), Some("movement" | "athlete" | "plan")) {
                        // What it holds are no steps, so nothing is said of them.
                        self.diagnostics.truncate(reported);
                        return StatementKind::Unreadable(Box::default());
                    }
                    return StatementKind::Unreadable(body.into());
                }
                _ => {}
            }
        }
        if let Some((span, place)) = wants_name {
            self.report_lone_or(span, place);
        }
        if self.diagnostics.len() > reported && self.is_other_statement(whole, reported) {
            return StatementKind::Unreadable(Box::default());
        }
        if unreadable || performances.is_empty() {
            return StatementKind::Unreadable(Box::default());
        }
        StatementKind::Movement(performances.into())
    }

    fn report_lone_or(&mut self, or: Span, place: &str) {
        let message = format!("a movement is missing {place} this `or`");
        self.report(
            Diagnostic::new(Named::MissingStatementPart, or, message)
                .help("an alternative is written `lunge or jumping lunge 30s`"),
        );
    }

    /// Builds one alternative; none where it has no name, which is then reported.
    fn performance(&mut self, node: Node<'_>, statement: Span) -> Option<Performance> {
        let mut gathered = std::mem::take(&mut self.gathered);
        gathered.clear();
        let performance = self.gathered_performance(node, statement, &mut gathered);
        self.gathered = gathered;
        performance
    }

    fn gathered_performance(
        &mut self,
        node: Node<'_>,
        statement: Span,
        gathered: &mut Gathered,
    ) -> Option<Performance> {
        let whole = self.span(&node);
        let reported = self.diagnostics.len();
        for child in node.children() {
            self.part(child, gathered);
        }
        let Some((name, quoted)) = gathered.name else {
            self.diagnostics.truncate(reported);
            self.report_nameless(whole, &gathered.items);
            return None;
        };
        if self.is_reserved_statement(name, whole) {
            self.diagnostics.truncate(reported);
            self.report_reserved(name, self.at(name));
            return None;
        }
        if quoted && self.at(name).trim().is_empty() {
            if self.diagnostics.len() == reported {
                self.report(Diagnostic::new(Named::MissingStatementPart, whole, "this name is empty"));
            }
            return None;
        }
        if let Some(comma) = gathered.comma
            && let Some(next) = gathered.modifiers.iter().find(|modifier| modifier.span.start > comma.start)
        {
            // A rest belongs to sets; where there are none, it is a step of its own.
            let has_sets =
                gathered.items.len() > 1 || gathered.items.iter().any(|one| one.item.sets.is_some());
            let is_step = matches!(next.kind, ModifierKind::Rest(_)) && !has_sets;
            self.report(
                Diagnostic::new(Named::BadList, comma, "a comma stands between sets that differ, and this is no set")
                    .help("what is said of all sets stands behind them without a comma; a new step begins after `;`")
                    .fix(comma, if is_step { ";" } else { "" }),
            );
            return None;
        }
        if let Some(comma) = gathered.comma
            && !gathered.strays.iter().any(|stray| stray.start > comma.start)
        {
            self.report(
                Diagnostic::new(Named::BadList, comma, "a further set is missing after this comma")
                    .help("sets that differ are written `5 @ 65%, 5 @ 75%`"),
            );
        }
        if !quoted && !self.check_name(name, statement, &gathered.strays) {
            return None;
        }
        if !gathered.strays.is_empty() {
            let place = LeftOver {
                name,
                dose: gathered.items.last().map(|item| item.item.span),
                comma: gathered.comma,
                whole,
                reported,
            };
            // Without a dose it would be said that there is none, while it may be what could not be read.
            if !self.left_over_in_movement(&gathered.strays, &place) || gathered.items.is_empty() {
                return None;
            }
        }
        Some(finish(name, quoted, gathered))
    }

    /// Builds the movement of a rest that moves.
    pub(super) fn moving(&mut self, node: Node<'_>) -> Performance {
        let whole = self.span(&node);
        let mut gathered = Gathered::default();
        for child in node.children() {
            self.part(child, &mut gathered);
        }
        self.left_over(&gathered.strays);
        let (name, quoted) = gathered.name.unwrap_or((whole, false));
        if !quoted {
            self.check_name(name, whole, &[]);
        }
        finish(name, quoted, &mut gathered)
    }

    fn part(&mut self, node: Node<'_>, gathered: &mut Gathered) {
        let span = self.span(&node);
        let rule = node.rule();
        let kind = match rule {
            Rule::name => {
                gathered.name = Some(self.name(node));
                return;
            }
            Rule::stray => {
                gathered.strays.push(span);
                return;
            }
            Rule::comma => {
                self.comma(span, gathered);
                return;
            }
            Rule::dose => {
                let item = self.dose(node);
                self.add_dose(item, gathered);
                return;
            }
            Rule::at => {
                let targets = self.targets(node);
                if let [.., last] = gathered.items.as_mut_slice()
                    && gathered.modifiers.is_empty()
                    && last.targets.is_empty()
                {
                    last.targets = targets;
                    return;
                }
                ModifierKind::At(targets)
            }
            Rule::per => ModifierKind::Per(self.half(node)),
            Rule::alternating => ModifierKind::Alternating,
            Rule::right => ModifierKind::Right,
            Rule::left => ModifierKind::Left,
            Rule::tempo => {
                let value = node.children().next();
                ModifierKind::Tempo(value.map_or(span, |value| self.span(&value)))
            }
            Rule::string => {
                if let Some(item) = gathered.items.last()
                    && item.item.span.end == span.start
                {
                    self.report_inches(item.item.span, span);
                    return;
                }
                if self.text[..span.start as usize].ends_with(|before: char| before.is_ascii_digit()) {
                    self.report_inches_of_target(span, gathered);
                    return;
                }
                ModifierKind::Cue(self.string(node))
            }
            Rule::every_modifier => match node.children().next() {
                Some(amount) => ModifierKind::Every(Box::new(self.plain_quantity(amount))),
                None => return,
            },
            Rule::rest_modifier => match node.children().next().and_then(|amount| self.rest_amount(amount)) {
                Some(amount) => ModifierKind::Rest(Box::new(amount)),
                None => return,
            },
            _ => return,
        };
        gathered.modifiers.push(Modifier { span, kind });
    }

    /// Reports the inches of `@ 24"`, whose figure then needs no unit.
    fn report_inches_of_target(&mut self, mark: Span, gathered: &mut Gathered) {
        let targets = match (gathered.modifiers.last_mut(), gathered.items.last_mut()) {
            (Some(Modifier { kind: ModifierKind::At(targets), .. }), _) => targets,
            (None, Some(item)) => &mut item.targets,
            (Some(_), _) | (None, None) => {
                let number = self.number_before(mark);
                self.report_inches(number, mark);
                return;
            }
        };
        if let Some(Target { kind: TargetSyntax::Amount { amount, .. }, .. }) = targets.last_mut() {
            amount.broken = true;
        }
        let number = self.number_before(mark);
        let mark = self.first_sign(mark);
        let number = self.at(number);
        self.report(
            Diagnostic::new(Named::UnknownUnit, mark, "inches are written `in`")
                .fix(mark, "in")
                .help(format!("write `{number}in`")),
        );
    }

    /// Notes a comma, or reports it where no list of sets can go on.
    fn comma(&mut self, span: Span, gathered: &mut Gathered) {
        let comma = Span::new(span.start as usize, span.start as usize + 1);
        let is_reported =
            |one: Span| gathered.modifiers.last().is_some_and(|modifier| modifier.span.start > one.start);
        if gathered.comma.is_some_and(is_reported) {
            // What follows the comma before is no set, which is what will be said.
        } else if gathered.items.is_empty() || gathered.comma.is_some() {
            let message = if gathered.comma.is_some() {
                "two commas follow each other"
            } else {
                "this comma joins two things that are no list"
            };
            self.report(
                Diagnostic::new(Named::BadList, comma, message)
                    .help("statements are separated by `;` or a new line; a comma separates sets that differ: `5 @ 65%, 5 @ 75%`"),
            );
        } else {
            gathered.comma = Some(comma);
        }
    }

    /// Adds a dose to the list, or reports a second one.
    fn add_dose(&mut self, item: DoseItem, gathered: &mut Gathered) {
        let stray_before = gathered.strays.last().copied().filter(|stray| self.touch(*stray, item.span));
        if gathered.name.is_some() && !gathered.items.is_empty() && stray_before.is_some() {
            // `lunge 10` in `squat 10 lunge 10`: the words before it decide what it is.
            gathered.strays.push(item.span);
            return;
        }
        if gathered.items.is_empty() || gathered.comma.take().is_some() {
            if let (Some(first), Some(last)) = (gathered.modifiers.first(), gathered.modifiers.last())
                && gathered.items.is_empty()
                && gathered.name.is_some()
            {
                self.report_late_dose(item.span, first.span.to(last.span));
            }
            gathered.items.push(ListItem { item, targets: Box::default() });
            return;
        }
        let BoutSyntax::Of(amount) = &item.bout else {
            gathered.strays.push(item.span);
            return;
        };
        let is_load = amount.unit.is_some_and(|unit| {
            !matches!(
                unit.kind(),
                Kind::Count
                    | Kind::Time
                    | Kind::Distance
                    | Kind::Breaths
                    | Kind::Steps
                    | Kind::Strokes
                    | Kind::Calories
            )
        });
        if !is_load {
            gathered.strays.push(item.span);
            return;
        }
        if let Some(Modifier { kind: ModifierKind::At(targets), span }) = gathered.modifiers.last()
            && let [.., Target { kind: TargetSyntax::Bodyweight(steps), .. }] = &**targets
            && steps.is_empty()
            && self.touch(*span, item.span)
        {
            self.report_unsigned_offset(item.span);
            return;
        }
        if let [.., ListItem { targets, .. }] = gathered.items.as_slice()
            && let [.., Target { kind: TargetSyntax::Bodyweight(steps), span }] = &**targets
            && steps.is_empty()
            && self.touch(*span, item.span)
        {
            self.report_unsigned_offset(item.span);
            return;
        }
        let place = Span::at(item.span.start as usize);
        let load = self.at(item.span);
        self.report(
            Diagnostic::new(
                Named::WordOrder,
                item.span,
                format!("a load or another target stands after `@`: `@ {load}`"),
            )
            .fix(place, "@ "),
        );
        // Read as what was meant, so that nothing else is said of it.
        let BoutSyntax::Of(amount) = item.bout else { return };
        let target = Target {
            span: item.span,
            kind: TargetSyntax::Amount { times: item.sets, amount, to: None, of: None },
        };
        gathered.modifiers.push(Modifier { span: item.span, kind: ModifierKind::At([target].into()) });
    }

    /// Returns the place of a name and whether it stands in quotes.
    pub(super) fn name(&mut self, node: Node<'_>) -> (Span, bool) {
        let span = self.span(&node);
        match node.children().next() {
            Some(string) => (self.string(string).inner, true),
            None => (span, false),
        }
    }

    fn dose(&mut self, node: Node<'_>) -> DoseItem {
        let span = self.span(&node);
        let mut amounts = Amounts::default();
        let mut max: Option<Option<_>> = None;
        let (mut plus, mut has_times) = (false, false);
        for child in node.children() {
            match child.rule() {
                Rule::amount => amounts.push(self.plain_quantity(child)),
                Rule::plus => plus = true,
                Rule::times => has_times = true,
                Rule::max => max = Some(child.children().next().map(|amount| self.plain_quantity(amount))),
                _ => {}
            }
        }
        let mut amounts = amounts.in_order();
        let first = amounts.next();
        if let Some(limit) = max {
            return DoseItem { span, sets: first.map(Box::new), bout: BoutSyntax::Max(limit) };
        }
        let bout = |amount| if plus { BoutSyntax::AtLeast(amount) } else { BoutSyntax::Of(amount) };
        match (first, amounts.next()) {
            (Some(sets), Some(amount)) if has_times => {
                DoseItem { span, sets: Some(Box::new(sets)), bout: bout(amount) }
            }
            (Some(amount), _) => DoseItem { span, sets: None, bout: bout(amount) },
            (None, _) => DoseItem { span, sets: None, bout: BoutSyntax::Max(None) },
        }
    }

    fn targets(&mut self, node: Node<'_>) -> Box<[Target]> {
        let span = self.span(&node);
        let mut targets = Vec::with_capacity(1);
        targets.extend(
            node.children()
                .filter(|child| child.rule() == Rule::target)
                .filter_map(|child| self.target(child)),
        );
        if targets.is_empty() {
            self.report(
                Diagnostic::new(Named::MissingStatementPart, span, "nothing stands after this `@`")
                    .help("a load, a pace or an effort stands here: `@ 24kg`, `@ 80%`, `@ rpe 8`, `@ easy`"),
            );
        }
        targets.into()
    }

    fn target(&mut self, node: Node<'_>) -> Option<Target> {
        let span = self.span(&node);
        let mut amounts = Amounts::default();
        let mut measure = None;
        let mut of = None;
        let mut name = None;
        let mut steps: Vec<Step> = Vec::new();
        let (mut minus, mut has_times, mut has_to) = (false, false, false);
        for child in node.children() {
            match child.rule() {
                Rule::measured => {
                    let (word, first, to) = self.measured(child)?;
                    measure = Some(word);
                    amounts.push(first);
                    has_to = to.is_some();
                    if let Some(to) = to {
                        amounts.push(to);
                    }
                }
                Rule::amount => amounts.push(self.plain_quantity(child)),
                Rule::race_pace => name = Some(self.span(&child)),
                Rule::times => has_times = true,
                Rule::to => has_to = true,
                Rule::minus => minus = true,
                Rule::of => of = child.children().next().map(|name| self.span(&name)),
                Rule::bodyweight => {
                    let steps = child.children().map(|step| self.step(step)).collect();
                    return Some(Target { span, kind: TargetSyntax::Bodyweight(steps) });
                }
                Rule::named => {
                    for part in child.children() {
                        match part.rule() {
                            Rule::target_name => name = Some(self.span(&part)),
                            _ => steps.push(self.step(part)),
                        }
                    }
                }
                _ => {}
            }
        }
        if let Some(name) = name {
            return Some(Target { span, kind: TargetSyntax::Named { name, offset: steps.pop() } });
        }
        let mut amounts = amounts.in_order();
        let mut amount = amounts.next()?;
        let mut times = None;
        if has_times {
            times = Some(amount);
            amount = amounts.next()?;
        }
        let to = if has_to { amounts.next() } else { None };
        let kind = match measure {
            Some(measure) => TargetSyntax::Measured { measure, amount, to: to.map(Box::new) },
            None if minus => TargetSyntax::Minus(amount),
            None => TargetSyntax::Amount { times: times.map(Box::new), amount, to: to.map(Box::new), of },
        };
        Some(Target { span, kind })
    }

    fn measured(&mut self, node: Node<'_>) -> Option<(Measure, Quantity, Option<Quantity>)> {
        let mut measure = Measure::Rpe;
        let mut amounts = Amounts::default();
        for child in node.children() {
            match child.rule() {
                Rule::measure => measure = child.text().parse().unwrap_or(measure),
                Rule::amount => amounts.push(self.plain_quantity(child)),
                _ => {}
            }
        }
        let mut amounts = amounts.in_order();
        Some((measure, amounts.next()?, amounts.next()))
    }
}

/// Where the parts stand that the words of a movement statement are left over beside.
pub(super) struct LeftOver {
    /// Its name.
    pub name: Span,
    /// Its last dose.
    pub dose: Option<Span>,
    /// A comma after which no further set came.
    pub comma: Option<Span>,
    /// All of it.
    pub whole: Span,
    /// How many diagnostics there were before it.
    pub reported: usize,
}

/// Makes an alternative of its parts.
fn finish(name: Span, quoted: bool, gathered: &mut Gathered) -> Performance {
    let Gathered { items, modifiers, .. } = gathered;
    // The targets of a single dose hold for all of it: they are a modifier like the others.
    if let [item] = items.as_mut_slice()
        && let (Some(first), Some(last)) = (item.targets.first(), item.targets.last())
    {
        let span = first.span.to(last.span);
        modifiers.insert(0, Modifier { span, kind: ModifierKind::At(std::mem::take(&mut item.targets)) });
    }
    let is_list = items.len() > 1;
    let dose = match items.pop() {
        None => DoseSyntax::None,
        Some(item) if !is_list => DoseSyntax::One(item.item),
        Some(last) => DoseSyntax::List(items.drain(..).chain([last]).collect()),
    };
    Performance { name, quoted, dose, modifiers: modifiers.drain(..).collect() }
}
