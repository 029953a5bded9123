//! Movement statements: names, doses, modifiers.

use super::Builder;
use super::guess::{self, Around, Stray};
use super::left_over::Found;
use super::plan::is_day;
use super::target::Amounts;
use super::vocabulary::{as_note, not_yet};
use crate::diagnostic::{Collector, Diagnostic, Rule as Named};
use crate::quantity::{Kind, Open};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{
    BoutSyntax, DoseItem, DoseSyntax, ListItem, Modifier, ModifierKind, Move, Performance, StatementKind,
    Target, TargetSyntax,
};
use crate::syntax::unit;
use crate::syntax::word::RESERVED;

/// One alternative while its parts are gathered. The builder keeps one for all, so that its lists are made once.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) name: Option<(Span, bool)>,
    pub(super) items: Vec<ListItem>,
    pub(super) modifiers: Vec<Modifier>,
    /// Where a comma of the list waits for its next item.
    pub(super) comma: Option<Span>,
    /// Words that are not understood, and doses where none can be.
    strays: Vec<Span>,
    /// Whether a mistake was reported that leaves nothing to use.
    is_broken: bool,
}

impl Gathered {
    /// Tells whether there is a dose.
    pub(super) fn has_dose(&self) -> bool {
        !self.items.is_empty()
    }

    /// Adds words that are not understood.
    pub(super) fn leave_over(&mut self, words: Option<Span>) {
        self.strays.extend(words);
    }

    /// Takes what moves by results, and was read with the part before.
    fn take_moves(&mut self, moves: &mut Vec<Move>) {
        self.modifiers.extend(
            moves.drain(..).map(|one| Modifier { span: one.span, kind: ModifierKind::Move(Box::new(one)) }),
        );
    }

    fn clear(&mut self) {
        (self.name, self.comma, self.is_broken) = (None, None, false);
        self.items.clear();
        self.modifiers.clear();
        self.strays.clear();
    }

    /// Returns the comma that waits for a further set and the modifier that follows it.
    fn comma_before_modifier(&self) -> Option<(Span, &Modifier)> {
        let comma = self.comma?;
        let next = self.modifiers.iter().find(|modifier| modifier.span.start > comma.start)?;
        Some((comma, next))
    }
}

impl Builder<'_> {
    /// Builds a movement statement, with all its alternatives.
    pub(super) fn movement(&mut self, node: Node<'_>) -> StatementKind {
        let whole = self.span(&node);
        if let Some(body) = node.children().find(|child| child.rule() == Rule::body) {
            return self.unknown_block(whole, body);
        }
        let (performances, found) = self.apart(|builder| builder.performances(node, whole));
        if !found.is_empty() && self.guess(guess::STATEMENT, &self.stray(whole, whole)) {
            return StatementKind::Unreadable(Box::default());
        }
        self.diagnostics.append(found);
        match performances {
            Some(performances) => StatementKind::Movement(performances.into()),
            None => StatementKind::Unreadable(Box::default()),
        }
    }

    /// Builds the body of a block whose header was read as a movement.
    fn unknown_block(&mut self, whole: Span, body: Node<'_>) -> StatementKind {
        let unclosed = !body.children().any(|inner| inner.rule() == Rule::close);
        self.excuse_closes_of(whole, body.start() + self.base, unclosed);
        self.report_unknown_block(whole);
        if matches!(guess::definition_meant(self.at(whole)), Some("movement" | "athlete" | "plan")) {
            // What it holds are not steps, so nothing is reported of them.
            self.unheard(|builder| builder.body(body));
            return StatementKind::Unreadable(Box::default());
        }
        StatementKind::Unreadable(self.body(body).0.into())
    }

    /// Excuses the `>` that is missing because a `<` is there without a block, or since a day was not closed.
    fn excuse_closes_of(&mut self, statement: Span, open: usize, unclosed: bool) {
        let header = self.text[statement.start as usize..open].trim();
        let doubled = self.text[..statement.start as usize].trim_end_matches(' ').ends_with(['<', '{']);
        let first = header.split_whitespace().next().unwrap_or_default();
        if header.is_empty() && (unclosed || doubled) || is_day(first) && !unclosed {
            self.excused_closes += 1;
        }
    }

    /// Builds all alternatives of a movement statement; none where one can't be used.
    fn performances(&mut self, node: Node<'_>, whole: Span) -> Option<Vec<Performance>> {
        // Most have no alternative.
        let mut performances = Vec::with_capacity(1);
        let mut wants_name = None;
        let mut unreadable = false;
        for child in node.children() {
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
                    wants_name = Some((self.span(&child), if begins { "before" } else { "after" }));
                }
                _ => {}
            }
        }
        if let Some((span, place)) = wants_name {
            self.report_lone_or(span, place);
        }
        (!unreadable && !performances.is_empty()).then_some(performances)
    }

    fn report_lone_or(&mut self, or: Span, place: &str) {
        let message = format!("a movement is missing {place} this `or`");
        self.report(
            Diagnostic::new(Named::MissingStatementPart, or, message)
                .help("an alternative is written `lunge or jumping lunge 30s`"),
        );
    }

    /// Builds one alternative; none where it can't be used, which is then reported.
    fn performance(&mut self, node: Node<'_>, statement: Span) -> Option<Performance> {
        let mut gathered = std::mem::take(&mut self.gathered);
        gathered.clear();
        let ((), reading) = self.apart(|builder| {
            for child in node.children() {
                builder.part(child, &mut gathered);
                gathered.take_moves(&mut builder.moves);
            }
        });
        let whole = self.span(&node);
        let (usable, found) = self.check_performance(whole, statement, &gathered, Found::new(reading));
        self.diagnostics.append(found);
        let performance =
            gathered.name.filter(|_| usable).map(|(name, quoted)| finish(name, quoted, &mut gathered));
        self.gathered = gathered;
        performance
    }

    /// Decides what is said of one alternative, and whether it can be used.
    fn check_performance(
        &mut self,
        whole: Span,
        statement: Span,
        gathered: &Gathered,
        mut found: Found,
    ) -> (bool, Collector) {
        let dose = gathered.items.last().map(|item| item.item.span);
        let Some((name, quoted)) = gathered.name else {
            let around = Around { dose, ..Around::default() };
            self.guess(guess::NAMELESS, &Stray { around, ..self.stray(whole, whole) });
            return (false, Collector::default());
        };
        if gathered.is_broken {
            return (false, found.unexplained());
        }
        if self.is_reserved_statement(name, whole) {
            self.report(not_yet(name, self.at(name)).choices(as_note(self.text, statement)));
            return (false, Collector::default());
        }
        if quoted && self.at(name).trim().is_empty() {
            if found.is_empty() {
                found.push(Diagnostic::new(Named::MissingStatementPart, whole, "this name is empty"));
            }
            return (false, found.unexplained());
        }
        if let Some((comma, modifier)) = gathered.comma_before_modifier() {
            found.push(no_set_after(comma, modifier, gathered));
            return (false, found.unexplained());
        }
        if let Some(comma) = gathered.comma
            && !gathered.strays.iter().any(|stray| stray.start > comma.start)
        {
            found.push(
                Diagnostic::new(Named::BadList, comma, "a further set is missing after this comma")
                    .help("sets that differ are written `5 @ 65%, 5 @ 75%`"),
            );
        }
        if !quoted && !self.check_name(name, statement, &gathered.strays) {
            return (false, found.unexplained());
        }
        let mut usable = true;
        if !gathered.strays.is_empty() {
            let around = Around { name: Some(name), dose, comma: gathered.comma, ..Around::default() };
            usable = self.left_over_in_movement(&gathered.strays, whole, around, &mut found);
            // Without a dose, a missing dose would be reported, but it may be what was not understood.
            usable &= dose.is_some();
        }
        (usable, found.unexplained())
    }

    /// Tells whether a statement begins with a word that is reserved: `partner "…"`, `station 3`.
    fn is_reserved_statement(&self, name: Span, whole: Span) -> bool {
        // An empty name in quotes may end after its statement's last word.
        let after = self.text.get(name.end as usize..whole.end as usize).unwrap_or_default();
        let after = after.trim_start_matches(' ');
        RESERVED.iter().any(|word| word.eq_ignore_ascii_case(self.at(name)))
            && after.starts_with(|next: char| {
                next.is_ascii_digit() || matches!(next, '"' | '“' | '„' | '<' | '{')
            })
    }

    /// Builds the movement of a rest that moves.
    pub(super) fn moving(&mut self, node: Node<'_>) -> Performance {
        let whole = self.span(&node);
        let mut gathered = Gathered::default();
        for child in node.children() {
            self.part(child, &mut gathered);
        }
        self.left_over(whole, &gathered.strays);
        let (name, quoted) = gathered.name.unwrap_or((whole, false));
        if !quoted {
            self.check_name(name, whole, &[]);
        }
        finish(name, quoted, &mut gathered)
    }

    pub(super) fn part(&mut self, node: Node<'_>, gathered: &mut Gathered) {
        let span = self.span(&node);
        let rule = node.rule();
        let kind = match rule {
            Rule::name => {
                gathered.name = Some(self.name(node));
                return;
            }
            Rule::stray => {
                if !self.hold_of_sets(span, gathered) {
                    gathered.strays.push(span);
                }
                return;
            }
            Rule::only => ModifierKind::Only(Box::new(self.only(node))),
            Rule::after_miss => self.after_miss(node),
            Rule::harder_each => self.harder(node),
            Rule::move_alone => {
                self.step(node);
                return;
            }
            Rule::hold | Rule::held => {
                self.hold(node, gathered);
                return;
            }
            Rule::comma => {
                self.comma(span, gathered);
                return;
            }
            Rule::dose | Rule::sets_table => {
                let item = if rule == Rule::dose { self.dose(node) } else { self.sets_table(node) };
                self.add_dose(item, gathered);
                return;
            }
            Rule::at => {
                let targets = self.targets(node);
                let behind = gathered.modifiers.last().map_or(0, |modifier| modifier.span.start);
                if let [.., last] = gathered.items.as_mut_slice()
                    && behind <= last.item.span.start
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
            Rule::blank => ModifierKind::Cue(self.string(node)),
            Rule::string => {
                if self.are_inches(span, gathered) {
                    return;
                }
                ModifierKind::Cue(self.string(node))
            }
            Rule::every_modifier => match node.children().next() {
                Some(amount) => ModifierKind::Every(Box::new(self.plain_quantity(amount))),
                None => return,
            },
            Rule::rest_modifier | Rule::ratio_rest => {
                match node.children().next().and_then(|amount| self.rest_amount(amount)) {
                    Some(amount) => ModifierKind::Rest(Box::new(amount)),
                    None => return,
                }
            }
            _ => return,
        };
        if rule == Rule::ratio_rest {
            gathered.comma = None;
        }
        gathered.modifiers.push(Modifier { span, kind });
    }

    /// Reports a quotation mark right behind a figure, which is meant for inches. Returns whether it is one.
    fn are_inches(&mut self, mark: Span, gathered: &mut Gathered) -> bool {
        if let Some(item) = gathered.items.last()
            && item.item.span.end == mark.start
        {
            self.report_inches(item.item.span, mark);
            return true;
        }
        let is_behind_figure =
            self.text[..mark.start as usize].ends_with(|before: char| before.is_ascii_digit());
        if is_behind_figure {
            self.report_inches_of_target(mark, gathered);
        }
        is_behind_figure
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
            // What follows the comma before is not a set, which will be reported.
        } else if let Some(only) =
            gathered.modifiers.iter().find(|one| matches!(one.kind, ModifierKind::Only(_)))
        {
            self.report(
                Diagnostic::new(Named::BadList, comma, "the rounds of a step can't be a list")
                    .and_at(only.span, "they are named here")
                    .help("for other rounds as well, write the step again after `;`: `squat 10 only round 1; squat 10 only round 3`"),
            );
            // What follows it was explained.
            gathered.comma = Some(comma);
        } else if let Some(one) =
            gathered.modifiers.iter().find(|one| matches!(one.kind, ModifierKind::Move(_)))
        {
            let text = self.at(one.span);
            self.report(
                Diagnostic::new(Named::BadList, one.span, format!("`{text}` goes behind the last set"))
                    .help("it holds for all sets of the list: `2x5 @ 60kg, 5+ @ 60kg +2.5kg each success`"),
            );
            (gathered.comma, gathered.is_broken) = (Some(comma), true);
        } else if gathered.items.is_empty() || gathered.comma.is_some() {
            let message = if gathered.comma.is_some() {
                "two commas follow each other"
            } else {
                "a comma can't join these two"
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
    pub(super) fn add_dose(&mut self, item: DoseItem, gathered: &mut Gathered) {
        let Some(item) = self.hold_after_sets(item, gathered) else { return };
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
            if let Some(twice) = gathered.give_last_its_own() {
                let message = format!("`{}` is given a second time", self.at(twice));
                self.report(
                    Diagnostic::new(Named::OptionTwice, twice, message)
                        .help("join targets with `and`: `@ 80% and rir 2`"),
                );
            }
            gathered.items.push(ListItem { item, targets: Box::default(), own: Box::default() });
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
                format!("a load or another target goes after `@`: `@ {load}`"),
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

    fn report_late_dose(&mut self, dose: Span, modifier: Span) {
        let (dose_text, modifier_text) = (self.at(dose), self.at(modifier));
        self.report(
            Diagnostic::new(
                Named::WordOrder,
                dose,
                format!("the dose comes right after the name: `{dose_text} {modifier_text}`"),
            )
            .fix(modifier.to(dose), format!("{dose_text} {modifier_text}")),
        );
    }

    /// Reports `bodyweight 10kg`.
    fn report_unsigned_offset(&mut self, load: Span) {
        let text = self.at(load);
        self.report(
            Diagnostic::new(
                Named::WordOrder,
                load,
                format!("what is added to bodyweight needs a sign: `+{text}`"),
            )
            .fix(Span::at(load.start as usize), "+"),
        );
    }

    /// Returns the place of a name and whether it is in quotes.
    pub(super) fn name(&mut self, node: Node<'_>) -> (Span, bool) {
        let span = self.span(&node);
        match node.children().next() {
            Some(string) => (self.string(string).inner, true),
            None => (span, false),
        }
    }

    pub(super) fn dose(&mut self, node: Node<'_>) -> DoseItem {
        let span = self.span(&node);
        let mut amounts = Amounts::default();
        let mut max: Option<Option<_>> = None;
        let (mut plus, mut has_times, mut open) = (false, false, None);
        for child in node.children() {
            match child.rule() {
                Rule::amount => amounts.push(self.plain_quantity(child)),
                Rule::plus => plus = true,
                Rule::times => has_times = true,
                Rule::max => {
                    max = Some(None);
                    for part in child.children() {
                        match part.rule() {
                            Rule::max_unit => open = unit::alone(part.text()).map(Open::In),
                            _ => max = Some(Some(self.plain_quantity(part))),
                        }
                    }
                }
                Rule::build => {
                    max = Some(None);
                    for part in child.children() {
                        match part.rule() {
                            Rule::build_reps => open = part.text().parse().ok().map(Open::UpTo),
                            _ => max = Some(Some(self.plain_quantity(part))),
                        }
                    }
                }
                _ => {}
            }
        }
        let mut amounts = amounts.in_order();
        let first = amounts.next();
        if let Some(limit) = max {
            return DoseItem { span, sets: first.map(Box::new), bout: BoutSyntax::Max(limit), open };
        }
        let bout = |amount| if plus { BoutSyntax::AtLeast(amount) } else { BoutSyntax::Of(amount) };
        match (first, amounts.next()) {
            (Some(sets), Some(amount)) if has_times => {
                DoseItem { span, sets: Some(Box::new(sets)), bout: bout(amount), open }
            }
            (Some(amount), _) => DoseItem { span, sets: None, bout: bout(amount), open },
            (None, _) => DoseItem { span, sets: None, bout: BoutSyntax::Max(None), open },
        }
    }
}

impl Gathered {
    /// Gives the last item of a list what is said between it and the comma: its own targets, tempo, rest and cue. Returns
    /// the place of targets that are given a second time.
    fn give_last_its_own(&mut self) -> Option<Span> {
        let last = self.items.last_mut()?;
        let (mut own, mut twice) = (Vec::new(), None);
        let is_behind = |one: &Modifier| one.span.start > last.item.span.start;
        for modifier in std::mem::take(&mut self.modifiers) {
            match modifier.kind {
                ModifierKind::At(targets) if is_behind(&modifier) && last.targets.is_empty() => {
                    last.targets = targets;
                }
                ModifierKind::At(_) if is_behind(&modifier) => twice = Some(modifier.span),
                ModifierKind::Tempo(_) | ModifierKind::Rest(_) | ModifierKind::Cue(_)
                    if is_behind(&modifier) =>
                {
                    own.push(modifier);
                }
                _ => self.modifiers.push(modifier),
            }
        }
        last.own = own.into_boxed_slice();
        twice
    }
}

/// Reports a comma that a modifier follows in the place of a set.
fn no_set_after(comma: Span, modifier: &Modifier, gathered: &Gathered) -> Diagnostic {
    // A rest belongs to sets; where there are none, it is a step of its own.
    let has_sets = gathered.items.len() > 1 || gathered.items.iter().any(|one| one.item.sets.is_some());
    let is_step = matches!(modifier.kind, ModifierKind::Rest(_)) && !has_sets;
    Diagnostic::new(Named::BadList, comma, "a comma separates sets that differ, and this is not a set")
        .help("what holds for all sets goes after them without a comma; a new step begins after `;`")
        .fix(comma, if is_step { ";" } else { "" })
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
    // Where each set before has its own targets, the last one's may be behind its tempo.
    if let [before @ .., last] = items.as_mut_slice()
        && is_list
        && last.targets.is_empty()
        && before.iter().all(|one| !one.targets.is_empty())
        && let Some(at) = modifiers.iter().position(|one| matches!(one.kind, ModifierKind::At(_)))
        && modifiers[at].span.start > last.item.span.start
        && let ModifierKind::At(targets) = modifiers.remove(at).kind
    {
        last.targets = targets;
    }
    let dose = match items.pop() {
        None => DoseSyntax::None,
        Some(item) if !is_list => DoseSyntax::One(item.item),
        Some(last) => DoseSyntax::List(items.drain(..).chain([last]).collect()),
    };
    Performance { name, quoted, dose, modifiers: modifiers.drain(..).collect() }
}
