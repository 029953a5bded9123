//! Movement statements: the dose, who takes it from whom, and the modifiers.

use super::Checker;
use super::amount::Place;
use super::keyword::{EXPECTED, LEVELS, keyword_form};
use super::program::{
    BetweenSets, BodyHalf, Bout, Choice, Dose, Exercise, MovementId, MovementPace, Pattern, SetGroup, Side,
    Sides, StepKind, Tempo,
};
use super::scope::{Gives, Scope};
use crate::catalog::unescape;
use crate::diagnostic::{Diagnostic, Rule, list, nearest};
use crate::quantity::{Amount, Kind, Unit};
use crate::source::Span;
use crate::syntax::tree::{
    BoutSyntax, DoseItem, DoseSyntax, Half, ListItem, Modifier, ModifierKind, Performance, Quantity,
    RestAmount, TargetSyntax,
};

/// A clock below this, as the whole of a run, is taken for a slip: `long run 1:30` is ninety seconds.
const SHORTEST_OUTING_MS: i64 = 5 * 60 * 1000;

/// What a step is, for whoever wrote none.
const STEP: &str = "A step is a movement with its dose: `squat 30s`, `push-up 10`";

/// The modifiers of one alternative, each with its place.
#[derive(Default)]
struct Modifiers<'t> {
    half: Option<(BodyHalf, Span)>,
    both_directions: Option<Span>,
    alternating: Option<Span>,
    side: Option<(Side, Span)>,
    at: Option<(&'t [crate::syntax::tree::Target], Span)>,
    tempo: Option<(Span, Span)>,
    rest: Option<(&'t RestAmount, Span)>,
    every: Option<(&'t Quantity, Span)>,
    cue: Option<(crate::syntax::tree::Text, Span)>,
}

impl<'t> Modifiers<'t> {
    /// Takes what it lacks from another alternative. A side counts as one thing with `per` and `alternating`.
    fn or(&mut self, other: &Modifiers<'t>) {
        if self.half.is_none() && self.alternating.is_none() && self.side.is_none() {
            (self.half, self.alternating, self.side) = (other.half, other.alternating, other.side);
        }
        self.both_directions = self.both_directions.or(other.both_directions);
        self.at = self.at.or(other.at);
        self.tempo = self.tempo.or(other.tempo);
        if self.rest.is_none() && self.every.is_none() {
            (self.rest, self.every) = (other.rest, other.every);
        }
        self.cue = self.cue.or(other.cue);
    }
}

impl<'f> Checker<'f> {
    /// Checks a movement statement; none where none of its alternatives can be used.
    pub(super) fn exercise(
        &mut self,
        performances: &'f [Performance],
        span: Span,
        scope: &Scope,
    ) -> Option<StepKind> {
        let mut choices = Vec::with_capacity(performances.len());
        if let [performance] = performances {
            let modifiers = self.modifiers(&performance.modifiers);
            let movement = self.performed_movement(performance, span)?;
            choices.push(self.choice(performance, &performance.dose, modifiers, movement, span, scope)?);
        } else {
            let own: Vec<Modifiers<'f>> =
                performances.iter().map(|performance| self.modifiers(&performance.modifiers)).collect();
            let givers = givers(performances);
            let reported = self.diagnostics.len();
            for ((number, performance), giver) in performances.iter().enumerate().zip(givers) {
                let Some(movement) = self.performed_movement(performance, span) else { continue };
                let mut modifiers = Modifiers::default();
                modifiers.or(&own[number]);
                if giver != number {
                    modifiers.or(&own[giver]);
                }
                let dose = &performances[giver].dose;
                choices.extend(self.choice(performance, dose, modifiers, movement, span, scope));
            }
            // Alternatives that share a modifier share its mistakes.
            self.diagnostics.say_once_since(reported);
            // With a broken alternative the statement was reported; the others alone would be another workout.
            if choices.len() < performances.len() {
                return None;
            }
        }
        self.check_outing(&choices, performances, span, scope);
        for (choice, performance) in choices.iter().zip(performances) {
            self.check_distance(choice, performance);
        }
        Some(StepKind::Exercise(Exercise { choices }))
    }

    /// Finds the movement of an alternative, or says what its words were probably meant to be.
    fn performed_movement(&mut self, performance: &Performance, statement: Span) -> Option<MovementId> {
        if let Some(id) = self.known_movement(performance.name, performance.quoted) {
            self.note_use(id, performance.name);
            return Some(id);
        }
        let text = self.text(performance.name);
        if !performance.quoted
            && let Some((movement, dose)) = split_off_dose(text)
            && (text.contains('-') || self.known_before(performance.name, dose).is_some())
        {
            let mended = format!("{movement} {dose}");
            self.report(
                Diagnostic::new(
                    Rule::WordOrder,
                    performance.name,
                    format!("a blank parts a movement from its dose: `{mended}`"),
                )
                .fix(performance.name, mended),
            );
            return None;
        }
        if !performance.quoted
            && let Some(number) = text.split_whitespace().next_back()
            && let Some(figure) = crate::syntax::figure_of(number)
            && matches!(performance.dose, DoseSyntax::None)
            && let Some(place) = self.known_before(performance.name, number)
        {
            self.report(
                Diagnostic::new(
                    Rule::MalformedNumber,
                    place,
                    format!("numbers are written as figures: `{figure}`"),
                )
                .fix(place, figure.to_string()),
            );
            return None;
        }
        if !performance.quoted
            && (self.report_misspelt_keyword(performance, statement)
                || self.report_other_word(performance, statement))
        {
            return None;
        }
        if !performance.quoted && self.report_words_after_name(performance.name) {
            return None;
        }
        if !performance.quoted
            && let Some(unquoted) = crate::syntax::Unquoted::read(self.text(statement))
        {
            self.report(unquoted.diagnostic(statement));
            return None;
        }
        if !performance.quoted {
            let first = text.split_whitespace().next().unwrap_or_default();
            if ["partner", "station", "choose"].iter().any(|word| word.eq_ignore_ascii_case(first)) {
                let start = performance.name.start as usize;
                self.report(
                    Diagnostic::new(
                        Rule::Reserved,
                        Span::new(start, start + first.len()),
                        format!("`{first}` is kept for a later version of the language"),
                    )
                    .help("if it is a movement of yours, define it, or put its name in quotes"),
                );
                return None;
            }
            if let Some(form) = keyword_form(first) {
                let whole = self.text(statement);
                let given = whole[first.len()..].trim();
                let is_word = !given.is_empty() && given.chars().all(char::is_alphabetic);
                if is_word && first.eq_ignore_ascii_case("level") {
                    let place = Span::new(statement.end as usize - given.len(), statement.end as usize);
                    let message = format!("`{given}` is no level");
                    let diagnostic = Diagnostic::new(Rule::KeywordForm, place, message);
                    self.report(match nearest(given, LEVELS) {
                        Some(near) => diagnostic.fix(place, near),
                        None => diagnostic.help(format!("levels are {}", list(&LEVELS))),
                    });
                    return None;
                }
                let place =
                    Span::new(performance.name.start as usize, performance.name.start as usize + first.len());
                let second = given.split_whitespace().next().unwrap_or_default();
                if first.eq_ignore_ascii_case("expect")
                    && let Some(near) = nearest(second, EXPECTED)
                {
                    let start = statement.end as usize - given.len();
                    let second = Span::new(start, start + second.len());
                    let message = format!(
                        "what is expected is a {}, not `{}`",
                        EXPECTED.join(" or "),
                        self.text(second)
                    );
                    self.report(Diagnostic::new(Rule::KeywordForm, second, message).fix(second, near));
                    return None;
                }
                self.report(
                    Diagnostic::new(
                        Rule::KeywordForm,
                        place,
                        format!(
                            "`{first}` is written {form}, and `{}` is no movement that is known",
                            first_line(whole)
                        ),
                    )
                    .help("if it is a movement of yours, define it, or put its name in quotes"),
                );
                return None;
            }
        }
        Some(self.movement_named(performance.name, performance.quoted))
    }

    /// Reports `run at 5:00/km` and `squat to failure`, where the words before are a movement that is known.
    fn report_words_after_name(&mut self, name: Span) -> bool {
        const TO_FAILURE: [&str; 6] =
            ["to failure", "until failure", "max reps", "max effort", "amrap", "as many as possible"];
        let text = self.text(name);
        let small = text.to_lowercase();
        for last in ["at", "with"].into_iter().chain(TO_FAILURE) {
            if !small.ends_with(last) || small.len() != text.len() {
                continue;
            }
            let Some(written) = text.get(text.len() - last.len()..) else { continue };
            let Some(place) = self.known_before(name, written) else { continue };
            self.report(if TO_FAILURE.contains(&last) {
                Diagnostic::new(Rule::WordOrder, place, "as many as you can is written `max`")
                    .fix(place, "max")
            } else {
                Diagnostic::new(
                    Rule::WordOrder,
                    place,
                    "how hard it is stands after `@`, and how much before that",
                )
                .help("write `squat 10 @ 24kg`, `run 5km @ 5:00/km`")
            });
            return true;
        }
        false
    }

    /// Returns the place of a name's last word, where the words before it are a movement that is known.
    pub(super) fn known_before(&mut self, name: Span, last: &str) -> Option<Span> {
        let text = self.text(name);
        let before = text.strip_suffix(last)?.trim_end();
        let known = Span::new(name.start as usize, name.start as usize + before.len());
        (!before.is_empty() && self.known_movement(known, false).is_some())
            .then(|| Span::new(name.end as usize - last.len(), name.end as usize))
    }

    fn choice(
        &mut self,
        performance: &'f Performance,
        dose: &'f DoseSyntax,
        modifiers: Modifiers<'f>,
        movement: MovementId,
        span: Span,
        scope: &Scope,
    ) -> Option<Choice> {
        let has_sets = match dose {
            DoseSyntax::None => false,
            DoseSyntax::One(item) => item.sets.is_some(),
            DoseSyntax::List(_) => true,
        };
        let scope = Scope { in_sets: has_sets, ..*scope };
        let dose = self.dose_of(dose, movement, performance.name, &scope);
        let sides = self.sides(&modifiers, &scope);
        let targets =
            modifiers.at.map(|(targets, _)| self.targets(targets, movement, &scope)).unwrap_or_default();
        let tempo = modifiers.tempo.map(|(figures, place)| self.tempo(figures, place));
        let between_sets = self.between_sets(&modifiers, has_sets, performance.name, &scope);
        let dose = dose?;
        self.check_sets(&dose, span, &scope);
        self.check_single_set(&dose, &modifiers, performance, span);
        Some(Choice {
            movement,
            name_span: performance.name,
            dose,
            sides: sides?,
            both_directions: modifiers.both_directions.is_some(),
            targets,
            tempo: match tempo {
                Some(tempo) => Some(tempo?),
                None => None,
            },
            between_sets: between_sets?,
            cue: modifiers.cue.map(|(cue, _)| unescape(self.text(cue.inner)).into()),
        })
    }

    /// Gathers the modifiers of an alternative, and reports one that is given twice.
    fn modifiers(&mut self, written: &'f [Modifier]) -> Modifiers<'f> {
        let mut modifiers = Modifiers::default();
        for Modifier { span, kind } in written {
            let span = *span;
            let first = match kind {
                ModifierKind::Per(Half::Direction) => modifiers.both_directions.replace(span),
                ModifierKind::Per(half) => {
                    modifiers.half.replace((body_half(*half), span)).map(|(_, first)| first)
                }
                ModifierKind::Alternating => modifiers.alternating.replace(span),
                ModifierKind::Right => modifiers.side.replace((Side::Right, span)).map(|(_, first)| first),
                ModifierKind::Left => modifiers.side.replace((Side::Left, span)).map(|(_, first)| first),
                ModifierKind::At(targets) => modifiers.at.replace((targets, span)).map(|(_, first)| first),
                ModifierKind::Tempo(figures) => {
                    modifiers.tempo.replace((*figures, span)).map(|(_, first)| first)
                }
                ModifierKind::Rest(amount) => modifiers.rest.replace((amount, span)).map(|(_, first)| first),
                ModifierKind::Every(amount) => {
                    modifiers.every.replace((amount, span)).map(|(_, first)| first)
                }
                ModifierKind::Cue(text) => modifiers.cue.replace((*text, span)).map(|(_, first)| first),
            };
            if let Some(first) = first {
                let text = self.text(span);
                let help = match kind {
                    ModifierKind::At(_) => "join targets with `and`: `@ 80% and rir 2`",
                    ModifierKind::Cue(_) => "put both cues into one text",
                    ModifierKind::Right | ModifierKind::Left => {
                        "for both sides, write `per side` or `alternating`"
                    }
                    ModifierKind::Per(_)
                    | ModifierKind::Alternating
                    | ModifierKind::Tempo(_)
                    | ModifierKind::Rest(_)
                    | ModifierKind::Every(_) => "delete one of them",
                };
                self.report(
                    Diagnostic::new(Rule::OptionTwice, span, format!("`{text}` is given a second time"))
                        .and_at(first, "the first is here")
                        .help(help),
                );
            }
        }
        modifiers
    }

    fn dose_of(
        &mut self,
        dose: &'f DoseSyntax,
        movement: MovementId,
        name: Span,
        scope: &Scope,
    ) -> Option<Dose> {
        if scope.gives == Gives::Tabata {
            let place = match dose {
                DoseSyntax::None => return Some(Dose::FromBlock),
                DoseSyntax::One(item) => item.span,
                DoseSyntax::List(items) => items.first().map_or(name, |item| item.item.span),
            };
            self.report(
                Diagnostic::new(
                    Rule::NotInTabata,
                    place,
                    "a tabata has its own dose: 8 times 20 s of work and 10 s of rest",
                )
                .help("write the movement alone, or use `circuit rounds 8 work 20s rest 10s`"),
            );
            return None;
        }
        match dose {
            DoseSyntax::None if scope.gives == Gives::Nothing => {
                self.report_missing_dose(movement, name);
                None
            }
            DoseSyntax::None => Some(Dose::FromBlock),
            DoseSyntax::One(item) => self.single(item, scope),
            DoseSyntax::List(items) => self.list(items, movement, scope),
        }
    }

    /// Reports a movement without a dose. Of one that nobody knows either, that is said in the same breath: words that
    /// are no step at all have neither.
    fn report_missing_dose(&mut self, movement: MovementId, name: Span) {
        let text = self.text(name);
        let mut help =
            format!("write `{text} 30s`, `{text} 10` or, for its whole block, `work 30s` in the header");
        let unknown = self.diagnostics.last().is_some_and(|last| {
            last.rule == Rule::UnknownMovement && last.span() == name && last.file == self.file
        });
        let message = if unknown && !self.names.get(movement).known {
            let help_of_unknown = self.diagnostics.pop().and_then(|last| last.help);
            let near =
                help_of_unknown.and_then(|help| help.split_once("? If not").map(|(near, _)| near.to_owned()));
            help = near.map_or(STEP.to_owned(), |near| format!("{near}? {STEP}"));
            format!("`{text}` is no movement that is known, and has no dose")
        } else {
            format!("how much `{text}`? It has no dose")
        };
        self.report(Diagnostic::new(Rule::MissingDose, name, message).help(help));
    }

    fn single(&mut self, item: &DoseItem, scope: &Scope) -> Option<Dose> {
        let bout = self.bout(&item.bout, scope);
        let Some(sets) = &item.sets else { return Some(Dose::Bout(bout?)) };
        let count = self.sets(sets, item, scope)?;
        Some(Dose::Sets([SetGroup { count, bout: bout?, targets: Vec::new() }].into()))
    }

    /// Checks the number of sets; `30s x 3` and `10 reps x 3`, which say it last, are reported.
    fn sets(&mut self, sets: &Quantity, item: &DoseItem, scope: &Scope) -> Option<Amount> {
        if let BoutSyntax::Of(bout) = &item.bout
            && bout.unit.is_none()
            && !bout.broken
            && !sets.broken
            && sets.unit.is_some()
        {
            let mended = format!("{}x{}", self.text(bout.span), self.text(sets.span));
            let message = format!("the number of sets comes first: `{mended}`");
            self.report(Diagnostic::new(Rule::WordOrder, item.span, message).fix(item.span, mended));
            return None;
        }
        self.count(sets, Place("the number of sets"), scope)
    }

    /// Checks sets that differ.
    fn list(&mut self, items: &[ListItem], movement: MovementId, scope: &Scope) -> Option<Dose> {
        let with_target = items.iter().filter(|item| !item.targets.is_empty()).count();
        if with_target != 0 && with_target != items.len() {
            let (Some(first), Some(last)) = (items.first(), items.last()) else { return None };
            let end = last.targets.last().map_or(last.item.span, |target| target.span);
            let all = first.item.span.to(end);
            let doses: Vec<&str> = items.iter().map(|item| self.text(item.item.span)).collect();
            let mut diagnostic =
                Diagnostic::new(Rule::MixedList, all, "only some of these sets say how hard they are");
            if let Some(dealt) = self.dealt(items) {
                diagnostic = diagnostic.fix(all, dealt);
            } else if let Some(target) = last.targets.first() {
                let target = self.text(target.span);
                let each: Vec<String> = doses.iter().map(|dose| format!("{dose} @ {target}")).collect();
                diagnostic = diagnostic.help(format!(
                    "if `{target}` holds for all, write `{}`; else give each set its own `@`",
                    each.join(", ")
                ));
            }
            self.report(diagnostic);
            return None;
        }
        let mut groups = Vec::with_capacity(items.len());
        for item in items {
            let count = match &item.item.sets {
                Some(sets) => self.sets(sets, &item.item, scope),
                None => Some(Amount::exactly(1000, Unit::Count)),
            };
            let bout = self.bout(&item.item.bout, scope);
            let targets = self.targets(&item.targets, movement, scope);
            groups.push(SetGroup { count: count?, bout: bout?, targets });
        }
        Some(Dose::Sets(groups.into()))
    }

    /// Deals out loads that stand together, `5, 3, 1+ @ 75%, 85%, 95%`, one to each set: `5 @ 75%, 3 @ 85%, 1+ @ 95%`.
    /// The first load was read as the last set's, and the others as sets of their own.
    fn dealt(&self, items: &[ListItem]) -> Option<String> {
        let (sets, others) = items.split_at(items.len().div_ceil(2));
        let (last, before) = sets.split_last()?;
        let [target] = &*last.targets else { return None };
        let TargetSyntax::Amount { times: None, amount, to: None, of: None } = &target.kind else {
            return None;
        };
        let is_load = |item: &ListItem| {
            item.targets.is_empty()
                && item.item.sets.is_none()
                && matches!(&item.item.bout, BoutSyntax::Of(other) if other.unit == amount.unit)
        };
        let is_dealt = others.len() == before.len()
            && amount.unit.is_some_and(|unit| matches!(unit.kind(), Kind::Mass | Kind::Percent))
            && before.iter().all(|item| item.targets.is_empty())
            && others.iter().all(is_load);
        let loads = std::iter::once(target.span).chain(others.iter().map(|item| item.item.span));
        let pair =
            |(set, load): (&ListItem, Span)| format!("{} @ {}", self.text(set.item.span), self.text(load));
        is_dealt.then(|| sets.iter().zip(loads).map(pair).collect::<Vec<_>>().join(", "))
    }

    /// Checks one bout.
    pub(super) fn bout(&mut self, bout: &BoutSyntax, scope: &Scope) -> Option<Bout> {
        match bout {
            BoutSyntax::Of(amount) => self.dose(amount, scope).map(Bout::Of),
            BoutSyntax::AtLeast(amount) => self.dose(amount, scope).map(Bout::AtLeast),
            BoutSyntax::Max(None) => Some(Bout::Max(None)),
            BoutSyntax::Max(Some(amount)) => {
                self.time(amount, Place("the limit of a `max`"), scope).map(|amount| Bout::Max(Some(amount)))
            }
        }
    }

    fn sides(&mut self, modifiers: &Modifiers<'_>, scope: &Scope) -> Option<Sides> {
        let written = modifiers.half.map(|(_, span)| span).or(modifiers.side.map(|(_, span)| span));
        if let (Some(header), Some(place)) = (scope.per_side, written.or(modifiers.alternating)) {
            self.report(
                Diagnostic::new(
                    Rule::SidesInsidePerSide,
                    place,
                    "the whole block is done on one side, then on the other",
                )
                .and_at(header, "it says so here")
                .help("delete one of the two"),
            );
            return None;
        }
        if scope.gives == Gives::Tabata
            && let Some((_, place)) = modifiers.half
        {
            self.report(
                Diagnostic::new(
                    Rule::NotInTabata,
                    place,
                    "a tabata has 20 s for a movement, which no two sides can share in turn",
                )
                .help("write `alternating`, or name each side: `side plank right; side plank left`"),
            );
            return None;
        }
        match (modifiers.half, modifiers.alternating, modifiers.side) {
            (None, None, None) => Some(Sides::Together),
            (Some((half, _)), None, None) => Some(Sides::Each(half)),
            (None, Some(_), None) => Some(Sides::Alternating),
            (Some((half, _)), Some(_), None) => Some(Sides::EachAlternating(half)),
            (None, None, Some((side, _))) => Some(Sides::Only(side)),
            (half, alternating, Some((side, place))) => {
                let other = half.map(|(_, span)| span).or(alternating).unwrap_or(place);
                let message = format!("`{}` is one side, and this says both", side.name());
                self.report(
                    Diagnostic::new(Rule::ConflictingModifiers, place, message)
                        .and_at(other, "both sides are named here")
                        .help("keep one of the two"),
                );
                None
            }
        }
    }

    fn tempo(&mut self, figures: Span, place: Span) -> Option<Tempo> {
        let text = self.text(figures);
        let phases: Vec<&str> = if text.contains('-') {
            text.split('-').collect()
        } else {
            text.split("").filter(|one| !one.is_empty()).collect()
        };
        let read: Option<Vec<u8>> = phases
            .iter()
            .map(|phase| {
                if phase.eq_ignore_ascii_case("x") {
                    return Some(Tempo::EXPLOSIVE);
                }
                phase.parse::<u8>().ok().filter(|&seconds| seconds <= 99)
            })
            .collect();
        let phases = read.and_then(|phases| <[u8; 4]>::try_from(phases).ok());
        if let Some(phases) = phases {
            let tempo = Tempo { phases };
            if tempo.seconds() > 0 {
                return Some(tempo);
            }
        }
        self.report(
            Diagnostic::new(Rule::BadTempo, place, format!("`{text}` is no tempo"))
                .help(crate::syntax::TEMPO),
        );
        None
    }

    fn between_sets(
        &mut self,
        modifiers: &Modifiers<'f>,
        has_sets: bool,
        name: Span,
        scope: &Scope,
    ) -> Option<BetweenSets> {
        let place = modifiers.rest.map(|(_, span)| span).or(modifiers.every.map(|(_, span)| span));
        let Some(place) = place else { return Some(BetweenSets::Nothing) };
        if let (Some((_, rest)), Some((_, every))) = (modifiers.rest, modifiers.every) {
            self.report(
                Diagnostic::new(
                    Rule::ConflictingModifiers,
                    every,
                    "sets are parted by `rest` or started by `every`, not both",
                )
                .and_at(rest, "the rest is here")
                .help("keep one of the two"),
            );
            return None;
        }
        if !has_sets {
            let text = self.text(place);
            let (movement, dose) = (self.text(name), if modifiers.every.is_some() { "1:45" } else { "3min" });
            let word = if modifiers.every.is_some() { "every" } else { "rest" };
            self.report(
                Diagnostic::new(Rule::ModifierNeedsSets, place, format!("`{text}` is for sets, and there are none"))
                    .help(format!("sets are written `{movement} 5x5 {word} {dose}`; a rest after the movement is a step of its own, after `;` or on a new line")),
            );
            return None;
        }
        if let Some((amount, span)) = modifiers.rest {
            return self.rest_amount(amount, span, scope).map(|amount| BetweenSets::Rest(Box::new(amount)));
        }
        let (amount, _) = modifiers.every?;
        self.time(amount, Place("the time from set to set"), scope).map(BetweenSets::Every)
    }

    /// Warns of `back squat 1x5 rest 3min`: between the sets of one set there is nothing.
    fn check_single_set(
        &mut self,
        dose: &Dose,
        modifiers: &Modifiers<'_>,
        performance: &Performance,
        statement: Span,
    ) {
        let Dose::Sets(groups) = dose else { return };
        let [SetGroup { count, .. }] = groups.as_ref() else { return };
        let Some(place) = modifiers.rest.map(|(_, span)| span).or(modifiers.every.map(|(_, span)| span))
        else {
            return;
        };
        // Alternatives hand their modifiers on to each other: what is done to one then changes both.
        let is_own = performance.modifiers.iter().any(|modifier| modifier.span == place);
        if !is_own || (count.low, count.high) != (1000, 1000) || count.progression.is_some() {
            return;
        }
        let (name, text) = (self.text(performance.name), self.text(place));
        let list = format!("sets that differ stand on one line: `{name} 5 @ 75%, 3 @ 85% {text}`");
        let message = format!("`{text}` comes between sets, and this is one set");
        let diagnostic = Diagnostic::new(Rule::IdleOption, place, message);
        // A quoted name begins behind its quote.
        let is_alone = performance.name.start <= statement.start + 1;
        self.report(if modifiers.rest.is_some() && is_alone && place.end == statement.end {
            let before = &self.text(statement)[..place.start.saturating_sub(statement.start) as usize];
            let gap = Span::new(statement.start as usize + before.trim_end().len(), place.start as usize);
            diagnostic.help(list).fix(gap, "; ")
        } else {
            diagnostic
                .help(format!("a rest after it is a step of its own, after `;` or on a new line; {list}"))
        });
    }

    /// Reports sets where rounds are the sets.
    fn check_sets(&mut self, dose: &Dose, span: Span, scope: &Scope) {
        if scope.superset && matches!(dose, Dose::Sets(_)) {
            let help = "say `rounds` in the header of the superset, and give each movement its plain dose";
            self.report(
                Diagnostic::new(Rule::SetsInSuperset, span, "the rounds of a superset are its sets")
                    .help(help),
            );
        }
    }

    /// Warns of `run 400`, which would be four hundred runs.
    fn check_distance(&mut self, choice: &Choice, performance: &Performance) {
        let covers = matches!(self.names.get(choice.movement).pace, Some(MovementPace::PerDistance { .. }));
        let DoseSyntax::One(item) = &performance.dose else { return };
        let (BoutSyntax::Of(quantity) | BoutSyntax::AtLeast(quantity)) = &item.bout else { return };
        if covers && quantity.unit.is_none() {
            let text = self.text(quantity.span);
            let name = self.text(choice.name_span);
            self.report(
                Diagnostic::new(
                    Rule::CountOfDistance,
                    quantity.span,
                    format!("`{text}` with no unit is how many times, and `{name}` is measured in distance or time"),
                )
                .help(format!("write `{text}m` for metres, `{text}min` for minutes, `{text} reps` if it is meant")),
            );
        }
    }

    /// Warns of a clock that was probably meant as hours and minutes.
    fn check_outing(&mut self, choices: &[Choice], performances: &[Performance], span: Span, scope: &Scope) {
        let (Some(choice), Some(performance)) = (choices.first(), performances.first()) else { return };
        let DoseSyntax::One(item) = &performance.dose else { return };
        let BoutSyntax::Of(quantity) = &item.bout else { return };
        let is_outing = self.names.get(choice.movement).pattern == Some(Pattern::Locomotion);
        if scope.top
            && is_outing
            && quantity.clock
            && item.sets.is_none()
            && quantity.high < SHORTEST_OUTING_MS
        {
            let text = self.text(quantity.span);
            let minutes = quantity.low / 60_000;
            let length = match (minutes, quantity.low % 60_000 / 1000) {
                (0, seconds) => format!("{seconds} seconds"),
                (1, 0) => "one minute".to_owned(),
                (minutes, 0) => format!("{minutes} minutes"),
                (minutes, seconds) => format!("{minutes} min {seconds} s"),
            };
            self.report(
                Diagnostic::new(
                    Rule::ClockForHours,
                    quantity.span,
                    format!(
                        "`{text}` is {length}, which is short for all of `{}`",
                        first_line(self.text(span))
                    ),
                )
                .help(format!(
                    "write `{text}:00` for hours and minutes, or `{}s` if it is meant",
                    quantity.low / 1000
                )),
            );
        }
    }
}

/// Returns for each alternative which one gives its dose: the own, else the nearest later one that has one, else the
/// nearest earlier.
fn givers(performances: &[Performance]) -> Vec<usize> {
    let has_dose = |number: usize| !matches!(performances[number].dose, DoseSyntax::None);
    let last = (0..performances.len()).rev().find(|&number| has_dose(number));
    let mut givers: Vec<usize> = (0..performances.len()).collect();
    let mut later = None;
    for number in (0..performances.len()).rev() {
        if has_dose(number) {
            later = Some(number);
        }
        // After the last one that has a dose, that one is the nearest earlier.
        givers[number] = later.or(last).unwrap_or(number);
    }
    givers
}

pub(super) fn body_half(half: Half) -> BodyHalf {
    match half {
        Half::Leg => BodyHalf::Leg,
        Half::Arm => BodyHalf::Arm,
        Half::Side | Half::Direction => BodyHalf::Side,
        Half::Hand => BodyHalf::Hand,
        Half::Foot => BodyHalf::Foot,
    }
}

/// Takes `squat-30s` and `squat30s` apart.
fn split_off_dose(name: &str) -> Option<(&str, &str)> {
    let (movement, dose) = match name.rsplit_once('-') {
        Some(parts) => parts,
        None => name.split_at(name.find(|c: char| c.is_ascii_digit())?),
    };
    let unit = dose.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_dose = unit.len() < dose.len() && (unit.is_empty() || crate::syntax::unit::read(unit).is_some());
    (is_dose && !movement.is_empty()).then_some((movement, dose))
}

/// Returns a text up to its line's end, for a message.
pub(super) fn first_line(text: &str) -> &str {
    text.split(['\n', '\r']).next().unwrap_or_default().trim_end()
}
