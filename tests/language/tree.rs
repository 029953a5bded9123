//! Writes a syntax tree as nested lists, one statement a line: what was read, apart from how it was spelt.

use std::fmt::Write as _;

use wodc::internals::quantity::{Open, Unit};
use wodc::internals::syntax::tree::{
    Allow, AthleteEntry, Blank, Block, BoutSyntax, DayTime, DoneDefinition, DoneKind, DoneLine, DoseItem,
    DoseSyntax, Expect, FactKind, Half, HeaderOption, InPlan, LiftSyntax, Measure, Modifier, ModifierKind,
    Only, OptionKind, Performance, PhaseWeeks, PlanDay, PlanPart, PlanWeek, Quantity, Raise, RestAmount,
    RungMark, ScaleSyntax, SetSyntax, SideWord, Statement, StatementKind, Step, Target, TargetSyntax, Text,
    TextWord, Tree, WeekNumber, When, WhichWeeks,
};
use wodc::source::Span;

/// Writes a tree that was read from `text`.
pub fn write(text: &str, tree: &Tree) -> String {
    let mut writer = Writer { text, out: String::new(), depth: 0 };
    writer.statements(&tree.statements);
    writer.out
}

struct Writer<'t> {
    text: &'t str,
    out: String,
    depth: usize,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        let blanks = " ".repeat(2 * self.depth);
        writeln!(self.out, "{blanks}{}", line.trim_end()).unwrap();
    }

    fn statements(&mut self, statements: &[Statement]) {
        statements.iter().for_each(|statement| self.statement(statement));
    }

    fn inside(&mut self, head: &str, body: impl FnOnce(&mut Self)) {
        self.line(&format!("({head}"));
        self.depth += 1;
        body(self);
        self.depth -= 1;
        self.line(")");
    }

    fn statement(&mut self, statement: &Statement) {
        match &statement.kind {
            StatementKind::Movement(choices) => {
                let choices: Vec<String> = choices.iter().map(|choice| self.performance(choice)).collect();
                self.line(&format!("(movement {})", choices.join(" or ")));
            }
            StatementKind::Rest(amount, only) => {
                let only = only.as_deref().map(|only| format!(" {}", self::only(only))).unwrap_or_default();
                self.line(&format!("(rest{}{only})", self.rest(amount)));
            }
            StatementKind::Block(block) => {
                let header = self.header(block);
                self.inside(&header, |writer| writer.statements(&block.body));
            }
            StatementKind::Text(word, texts) => {
                let texts: Vec<String> = texts.iter().map(|text| self.quoted(*text)).collect();
                self.line(&format!("({} {})", name(*word), texts.join(", ")));
            }
            StatementKind::Do(done) => {
                let scales = done.scales.iter().map(|scale| {
                    format!(" (scale {} {})", scale.word.name(), self.at(scale.amount.full_span()))
                });
                let scale: String = scales.collect();
                let with = done.with.map_or(String::new(), |with| format!(" (with {})", self.at(with)));
                self.line(&format!("(do {}{with}{scale})", self.quoted(done.title)));
            }
            StatementKind::Transition(quantity) => {
                self.line(&format!("(transition {})", self.quantity(quantity)));
            }
            StatementKind::Switch(quantity) => self.line(&format!("(switch {})", self.quantity(quantity))),
            StatementKind::Expect(expect) => {
                let expected = match &**expect {
                    Expect::Duration { bound: None, amount } => format!("duration {}", self.quantity(amount)),
                    Expect::Duration { bound: Some(bound), amount } => {
                        format!("duration {bound:?} {}", self.quantity(amount))
                    }
                    Expect::Equipment(names) => format!("equipment {}", self.words(names)),
                };
                self.line(&format!("(expect {expected})"));
            }
            StatementKind::Level(word) => self.line(&format!("(level {word:?})")),
            StatementKind::Scale(word) => self.line(&format!("(scale {word:?})")),
            StatementKind::Tags(tags) => self.line(&format!("(tags {})", self.words(tags))),
            StatementKind::Allow(allow) => self.allow(allow),
            StatementKind::Use(path) => self.line(&format!("(use {})", self.quoted(*path))),
            StatementKind::Workout(workout) => {
                let blanks: String = workout.blanks.iter().map(|blank| self.blank(blank)).collect();
                let head = format!("workout {}{blanks}", self.quoted(workout.title));
                self.inside(&head, |writer| writer.statements(&workout.body));
            }
            StatementKind::MovementDefinition(definition) => {
                let head = format!("define {}", self.quoted(definition.name));
                self.inside(&head, |writer| {
                    for fact in &definition.facts {
                        let fact = writer.fact(&fact.kind);
                        writer.line(&fact);
                    }
                });
            }
            StatementKind::Pose(pose) => {
                let base = pose.base.map_or(String::new(), |base| format!(" as {}", self.at(base)));
                let head = format!("pose {}{base}", self.quoted(pose.name));
                self.inside(&head, |writer| {
                    pose.lines.iter().for_each(|line| writer.line(&format!("({})", writer.at(*line))));
                });
            }
            StatementKind::Athlete(athlete) => {
                let head = format!("athlete {}", self.quoted(athlete.name));
                self.inside(&head, |writer| athlete.entries.iter().for_each(|entry| writer.entry(entry)));
            }
            StatementKind::Results(name) => self.line(&format!("(results {})", self.quoted(*name))),
            StatementKind::Done(done) => self.done(done),
            StatementKind::Plan(plan) => {
                let weeks = plan
                    .weeks
                    .as_ref()
                    .map_or(String::new(), |weeks| format!(" (weeks {})", self.quantity(weeks)));
                let starts =
                    plan.starts.map_or(String::new(), |starts| format!(" (starts {})", self.at(starts)));
                let cycles = plan.cycles.as_ref();
                let cycles = cycles
                    .map_or(String::new(), |(cycles, _)| format!(" (cycles {})", self.quantity(cycles)));
                let turned =
                    plan.turned.map_or(String::new(), |turned| format!(" ({})", self.words(&turned)));
                let ends = plan.ends.map_or(String::new(), |ends| format!(" (ends {})", self.at(ends)));
                let head = format!("plan {}{cycles}{weeks}{turned}{starts}{ends}", self.quoted(plan.title));
                self.inside(&head, |writer| writer.in_plan(&plan.parts, Self::plan_part));
            }
            StatementKind::RecordMax(name) => self.line(&format!("(record max [{}])", self.at(*name))),
            StatementKind::Race(name) => self.line(&format!("(race day {})", self.quoted(*name))),
            StatementKind::Turns(turns) => {
                let head = format!("by {}", turns.by.name());
                self.inside(&head, |writer| writer.statements(&turns.items));
            }
            StatementKind::Sometimes(sometimes) => {
                let head = match &sometimes.when {
                    When::InTurn => "in turn".to_owned(),
                    When::Only(by, numbers) => {
                        let numbers: Vec<String> = numbers.iter().map(|one| self.quantity(one)).collect();
                        format!("only {} {}", by.name(), numbers.join(", "))
                    }
                };
                self.inside(&head, |writer| writer.statements(&sometimes.body));
            }
            StatementKind::PercentOf(name) => self.line(&format!("(percent of {})", self.at(*name))),
            StatementKind::Raise(raise) => self.raise(raise),
            StatementKind::Team(team) => {
                let head = format!("team {}", self.quoted(team.name));
                self.inside(&head, |writer| {
                    team.uses
                        .iter()
                        .for_each(|(path, _)| writer.line(&format!("(use {})", writer.quoted(*path))));
                });
            }
            StatementKind::Unreadable(body) => {
                self.inside("unreadable", |writer| writer.statements(body));
            }
        }
    }

    fn blank(&self, blank: &Blank) -> String {
        let default = blank.default.map_or(String::new(), |default| format!(" {}", self.at(default)));
        format!(" (for {}{default})", self.at(blank.name))
    }

    fn fact(&self, fact: &FactKind) -> String {
        match fact {
            FactKind::Text(word, texts) => {
                let texts: Vec<String> = texts.iter().map(|text| self.quoted(*text)).collect();
                format!("({} {})", name(*word), texts.join(", "))
            }
            FactKind::Words(word, words) if words.is_empty() => format!("({word:?})"),
            FactKind::Words(word, words) => format!("({word:?} {})", self.words(words)),
            FactKind::Figure(words) => format!("(Figure {})", self.at(*words)),
            FactKind::Amount(word, quantity) => format!("({word:?} {})", self.quantity(quantity)),
        }
    }

    fn raise(&mut self, raise: &Raise) {
        let of = if raise.movements.is_empty() {
            String::new()
        } else {
            format!(" of {}", self.words(&raise.movements))
        };
        let by = raise.by.as_ref().map_or(String::new(), |by| format!(" {}", self.quantity(by)));
        let each = raise.each.map_or(String::new(), |each| format!(" each {}", each.name()));
        self.line(&format!("(raise {}{of}{by}{each})", raise.what.name()));
    }

    fn done(&mut self, done: &DoneDefinition) {
        let mut head = "done".to_owned();
        for place in [done.date, done.clock].into_iter().flatten() {
            write!(head, " {}", self.at(place)).unwrap();
        }
        for text in [done.title, done.plan].into_iter().flatten() {
            write!(head, " {}", self.quoted(text)).unwrap();
        }
        self.inside(&head, |writer| done.lines.iter().for_each(|line| writer.done_line(line)));
    }

    fn done_line(&mut self, line: &DoneLine) {
        match &line.kind {
            DoneKind::Lift(lift) => {
                let lift = self.lift(lift);
                self.line(&format!("(lift {lift})"));
            }
            DoneKind::Now(lift) => {
                let lift = self.lift(lift);
                self.line(&format!("(now {lift})"));
            }
            DoneKind::Warmup(lines) => {
                self.inside("warmup", |writer| lines.iter().for_each(|line| writer.done_line(line)));
            }
            DoneKind::Note(text) => self.line(&format!("(note {})", self.quoted(*text))),
            DoneKind::Score { rounds, reps } => self.line(&format!("(rounds {rounds} {reps:?})")),
            DoneKind::Felt { word, figure, .. } => self.line(&format!("({} {figure})", self.at(*word))),
            DoneKind::Skipped(why) => {
                let why = why.map_or(String::new(), |why| format!(" {}", self.quoted(why)));
                self.line(&format!("(skipped{why})"));
            }
        }
    }

    fn lift(&self, lift: &LiftSyntax) -> String {
        let sets = |sets: &[SetSyntax]| -> String {
            let set = |set: &SetSyntax| {
                let dose = set.dose.as_ref().map_or("missed".to_owned(), |dose| self.dose(dose));
                let side = set.side.map_or("", SideWord::name);
                let remark = set.remark.map_or(String::new(), |text| self.quoted(text));
                format!(" [{dose} {side}{}{remark}]", self.targets(&set.targets))
            };
            sets.iter().map(set).collect()
        };
        let taken = lift.taken.as_ref().map_or(String::new(), |time| format!(" in {}", self.quantity(time)));
        let skipped = lift.skipped.map_or("", |_| " skipped");
        let per = lift.per.map_or(String::new(), |half| format!(" {}", per(half)));
        let asked = match lift.asked.is_empty() {
            true => String::new(),
            false => format!(" asked{}", sets(&lift.asked)),
        };
        format!("[{}]{}{per}{taken}{skipped}{asked}", self.at(lift.name), sets(&lift.sets))
    }

    fn entry(&mut self, entry: &AthleteEntry) {
        if let Some(raise) = &entry.raise {
            return self.raise(raise);
        }
        let amount = entry.amount.as_ref().map_or(String::new(), |it| format!(" {}", self.quantity(it)));
        let discs: String = entry.discs.iter().map(|disc| format!(" {}", self.quantity(disc))).collect();
        self.line(&format!("({}{amount}{discs})", self.at(entry.name)));
    }

    fn allow(&mut self, allow: &Allow) {
        let why = allow.why.map_or(String::new(), |why| format!(" {}", self.quoted(why)));
        self.line(&format!("(allow {}{why})", self.at(allow.rule)));
    }

    fn in_plan<T>(&mut self, parts: &[InPlan<T>], write: impl Fn(&mut Self, &T)) {
        parts.iter().for_each(|part| match part {
            InPlan::Part(part) => write(self, part),
            InPlan::Allow(allow, _) => self.allow(allow),
            InPlan::Said(statement) => self.statement(statement),
        });
    }

    fn plan_part(&mut self, part: &PlanPart) {
        match part {
            PlanPart::Week(week) => self.week(week),
            PlanPart::Day(day) => self.day(day),
            PlanPart::Cycle(cycle) => {
                let numbers = self.week_numbers(&cycle.numbers);
                let instead = if cycle.instead { " instead" } else { "" };
                let head = format!("cycle {numbers}{instead}");
                self.inside(&head, |writer| writer.in_plan(&cycle.parts, Self::plan_part));
            }
            PlanPart::Phase(phase) => {
                let title = phase.title.map_or(String::new(), |title| format!(" {}", self.quoted(title)));
                let weeks = match &phase.weeks {
                    Some(PhaseWeeks::Long(weeks)) => format!(" (long {})", self.quantity(weeks)),
                    Some(PhaseWeeks::Are { weeks, .. }) => format!(" (weeks {})", self.quantity(weeks)),
                    None => String::new(),
                };
                let head = format!("phase{title}{weeks}");
                self.inside(&head, |writer| writer.in_plan(&phase.parts, Self::plan_part));
            }
            PlanPart::Race(race) => {
                let date = race.date.map_or(String::new(), |date| format!(" {}", self.at(date)));
                self.line(&format!("(race day {}{date})", self.quoted(race.name)));
            }
        }
    }

    fn week(&mut self, week: &PlanWeek) {
        let numbers = match &week.which {
            WhichWeeks::Every(numbers) | WhichWeeks::Listed(numbers) => self.week_numbers(numbers),
            WhichWeeks::Odd => "odd".to_owned(),
            WhichWeeks::Even => "even".to_owned(),
            WhichWeeks::EveryNth { each, from } => {
                let from =
                    from.as_ref().map_or(String::new(), |from| format!(" from {}", self.quantity(from)));
                format!("every {}{from}", self.quantity(each))
            }
        };
        let instead = if week.instead { " instead" } else { "" };
        let scales = self.scales(&week.scales);
        let head = format!("week {numbers}{instead}{scales}");
        self.inside(&head, |writer| writer.in_plan(&week.days, Self::day));
    }

    fn week_numbers(&self, numbers: &[WeekNumber]) -> String {
        if numbers.is_empty() {
            return "every".to_owned();
        }
        let one = |number: &WeekNumber| match number {
            WeekNumber::Is(number) => self.quantity(number),
            WeekNumber::Last(_) => "last".to_owned(),
            WeekNumber::ToLast(number, _) => format!("{} to last", self.quantity(number)),
        };
        numbers.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    fn scales(&self, scales: &[ScaleSyntax]) -> String {
        let one = |scale: &ScaleSyntax| format!(" (scale {:?} {})", scale.word, self.quantity(&scale.amount));
        scales.iter().map(one).collect()
    }

    fn day(&mut self, day: &PlanDay) {
        let instead = if day.instead { " instead" } else { "" };
        let time = match day.time {
            // `6:30` is `06:30`.
            Some(DayTime::Clock(clock)) => format!(" ({:0>5})", self.at(clock)),
            Some(DayTime::Part(part)) => format!(" ({})", part.name()),
            None => String::new(),
        };
        let scales = self.scales(&day.scales);
        let head = format!("day {}{time}{instead}{scales}", self.words(&day.names));
        self.inside(&head, |writer| writer.statements(&day.body));
    }

    fn header(&self, block: &Block) -> String {
        let title = block.title.map_or(String::new(), |title| format!(" {}", self.quoted(title)));
        let amounts: String = block.amounts.iter().map(|it| format!(" {}", self.quantity(it))).collect();
        let options: String =
            block.options.iter().map(|option| format!(" {}", self.option(option))).collect();
        format!("{:?}{title}{amounts}{options}", block.word)
    }

    fn option(&self, option: &HeaderOption) -> String {
        match &option.kind {
            OptionKind::Rounds(quantity) => format!("(rounds {})", self.quantity(quantity)),
            OptionKind::Work(quantity) => format!("(work {})", self.quantity(quantity)),
            OptionKind::Rest(amount) => format!("(rest{})", self.rest(amount)),
            OptionKind::BetweenRounds(amount) => format!("(between rounds{})", self.rest(amount)),
            OptionKind::BetweenMovements(amount) => format!("(between movements{})", self.rest(amount)),
            OptionKind::Transition(quantity) => format!("(transition {})", self.quantity(quantity)),
            OptionKind::Switch(quantity) => format!("(switch {})", self.quantity(quantity)),
            OptionKind::Per(half) => per(*half),
            OptionKind::Ladder(ladder) => {
                let mut rungs = String::new();
                for (n, number) in ladder.numbers.iter().enumerate() {
                    let mark = match n.checked_sub(1).and_then(|before| ladder.marks.get(before)) {
                        None => " ",
                        Some(RungMark::Dash) => "-",
                        Some(RungMark::Comma) => ", ",
                        Some(RungMark::To) => " to ",
                        Some(RungMark::By) => " by ",
                    };
                    rungs += &format!("{mark}{}", figure(*number));
                }
                format!("(ladder{rungs})")
            }
            OptionKind::Until(text) => format!("(until {})", self.quoted(*text)),
            OptionKind::Cap(quantity) => format!("(cap {})", self.quantity(quantity)),
            OptionKind::Alternating => "(alternating)".to_owned(),
        }
    }

    fn performance(&self, performance: &Performance) -> String {
        let name = if performance.quoted { "quoted " } else { "" };
        let dose = match &performance.dose {
            DoseSyntax::None => String::new(),
            DoseSyntax::One(item) => format!(" {}", self.dose(item)),
            DoseSyntax::List(items) => {
                let items: Vec<String> = items
                    .iter()
                    .map(|item| {
                        let own: String =
                            item.own.iter().map(|modifier| format!(" {}", self.modifier(modifier))).collect();
                        format!("{}{}{own}", self.dose(&item.item), self.targets(&item.targets))
                    })
                    .collect();
                format!(" (list {})", items.join(", "))
            }
        };
        let modifiers: String =
            performance.modifiers.iter().map(|modifier| format!(" {}", self.modifier(modifier))).collect();
        format!("[{name}{}]{dose}{modifiers}", self.at(performance.name))
    }

    fn dose(&self, item: &DoseItem) -> String {
        let bout = match &item.bout {
            BoutSyntax::Of(quantity) => self.quantity(quantity),
            BoutSyntax::AtLeast(quantity) => format!("(at-least {})", self.quantity(quantity)),
            BoutSyntax::Max(None) => "(max)".to_owned(),
            BoutSyntax::Max(Some(quantity)) => format!("(max {})", self.quantity(quantity)),
        };
        let bout = match item.open {
            Some(Open::In(unit)) => format!("({} counted in {bout})", format!("{unit:?}").to_lowercase()),
            Some(Open::UpTo(reps)) => format!("(build to {reps} in {bout})"),
            None => bout,
        };
        match &item.sets {
            None => bout,
            Some(sets) => format!("(sets {} of {bout})", self.quantity(sets)),
        }
    }

    fn modifier(&self, modifier: &Modifier) -> String {
        match &modifier.kind {
            ModifierKind::Per(half) => per(*half),
            ModifierKind::Alternating => "(alternating)".to_owned(),
            ModifierKind::Right => "(right)".to_owned(),
            ModifierKind::Left => "(left)".to_owned(),
            ModifierKind::At(targets) => self.targets(targets).trim_start().to_owned(),
            ModifierKind::Tempo(span) => format!("(tempo {})", self.at(*span)),
            ModifierKind::Hold(quantity) => format!("(hold {})", self.quantity(quantity)),
            ModifierKind::Rest(amount) => format!("(rest{})", self.rest(amount)),
            ModifierKind::Only(only) => self::only(only),
            ModifierKind::Move(one) => format!("(move {:?} {})", one.on, self.at(one.figure)),
            ModifierKind::AfterMiss(after) => {
                let schemes: String =
                    after.schemes.iter().map(|item| format!(" {}", self.dose(item))).collect();
                let again = after.again.as_ref().map_or(String::new(), |(place, _)| self.at(*place));
                format!("(after-miss{schemes} {again})")
            }
            ModifierKind::Harder(count) => format!("(harder {count})"),
            ModifierKind::Every(quantity) => format!("(every {})", self.quantity(quantity)),
            ModifierKind::Cue(text) => format!("(cue {})", self.quoted(*text)),
        }
    }

    fn targets(&self, targets: &[Target]) -> String {
        if targets.is_empty() {
            return String::new();
        }
        let targets: Vec<String> = targets.iter().map(|target| self.target(&target.kind)).collect();
        format!(" (@ {})", targets.join(" and "))
    }

    fn target(&self, target: &TargetSyntax) -> String {
        let to = |to: &Option<Box<Quantity>>| {
            to.as_ref().map_or(String::new(), |to| format!(" to {}", self.quantity(to)))
        };
        match target {
            TargetSyntax::Measured { measure, amount, to: end } => {
                let measure = match measure {
                    Measure::Rpe => "rpe",
                    Measure::Rir => "rir",
                    Measure::Zone => "zone",
                    Measure::Slope => "slope",
                };
                format!("{measure} {}{}", self.quantity(amount), to(end))
            }
            TargetSyntax::Amount { times, amount, to: end, of } => {
                let times =
                    times.as_ref().map_or(String::new(), |it| format!("{} times ", self.quantity(it)));
                let of = of.map_or(String::new(), |of| format!(" of [{}]", self.at(of.span())));
                format!("{times}{}{}{of}", self.quantity(amount), to(end))
            }
            TargetSyntax::Minus(quantity) => format!("minus {}", self.quantity(quantity)),
            TargetSyntax::RepMax(quantity) => format!("rep max {}", self.quantity(quantity)),
            TargetSyntax::Bodyweight(steps) => {
                let steps: String = steps.iter().map(step).collect();
                format!("bodyweight{steps}")
            }
            TargetSyntax::Named { name, offset } => {
                format!("[{}]{}", self.at(*name), offset.as_ref().map_or(String::new(), step))
            }
        }
    }

    /// Writes a rest's amount with a blank before it, or nothing for a bare one.
    fn rest(&self, amount: &RestAmount) -> String {
        match amount {
            RestAmount::Bare => String::new(),
            RestAmount::For(quantity) => format!(" {}", self.quantity(quantity)),
            RestAmount::Ratio { span: _, work, rest } => format!(" (ratio {work} {rest})"),
            RestAmount::UntilReady => " until-ready".to_owned(),
            RestAmount::Day => " day".to_owned(),
            RestAmount::Moving(performance) => format!(" {}", self.performance(performance)),
        }
    }

    fn quantity(&self, quantity: &Quantity) -> String {
        let mut written = figure(quantity.low);
        if quantity.is_range() {
            written += &format!("–{}", figure(quantity.high));
        }
        if let Some(women) = quantity.women() {
            written += &format!("/{}", figure(women));
        }
        written += &unit(quantity.unit);
        if quantity.clock {
            written += " clock";
        }
        if quantity.broken {
            written += " broken";
        }
        if let Some(added) = quantity.step() {
            written += &step(added);
        }
        written
    }

    fn quoted(&self, text: Text) -> String {
        format!("\"{}\"", self.at(text.inner))
    }

    fn words(&self, spans: &[Span]) -> String {
        spans.iter().map(|span| self.at(*span)).collect::<Vec<_>>().join(", ")
    }

    /// Returns the text at a place, on one line.
    fn at(&self, span: Span) -> String {
        self.text[span.range()].split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn per(half: Half) -> String {
    format!("(per {half:?})").to_lowercase()
}

fn step(step: &Step) -> String {
    let sign = if step.by < 0 { "−" } else { "+" };
    let each = step.each.map_or(String::new(), |each| format!(" each {each:?}").to_lowercase());
    let broken = if step.broken { " broken" } else { "" };
    format!(" ({sign}{}{}{each}{broken})", figure(step.by.abs()), unit(step.unit))
}

/// Writes a figure that is held in thousandths.
fn figure(thousandths: i64) -> String {
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:03}").trim_end_matches('0').to_owned() }
}

fn unit(unit: Option<Unit>) -> String {
    match unit {
        None => String::new(),
        Some(Unit::SecondPer { mm }) => format!(" s per {} m", figure(mm)),
        Some(unit) => format!(" {unit:?}").to_lowercase(),
    }
}

/// Returns the name of a word that a text follows.
fn name(word: TextWord) -> String {
    match word {
        TextWord::About(word) => format!("{word:?}"),
        TextWord::Step(word) => format!("{word:?}"),
        TextWord::Fact(word) => format!("{word:?}"),
        TextWord::Until => "Until".to_owned(),
    }
}

fn only(only: &Only) -> String {
    format!("({} rounds {}-{})", if only.not { "not" } else { "only" }, only.from, only.to)
}
