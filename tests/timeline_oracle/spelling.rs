//! Types a workout as a coach might: every spelling here means the same.

use crate::model::{
    BetweenSets, Block, Bout, DEFINITIONS, Dose, Each, Exercise, Figure, Kind, Ladder, Layout, MOVEMENTS,
    MovementIndex, Only, Rest, RestKind, Sides, Step, Workout, seconds_of_item,
};

/// Returns the `.wod` text of a workout. It is the last workout of its file.
pub fn spell(workout: &Workout) -> String {
    let mut typist = Typist { layout: workout.layout, done: Vec::new() };
    let mut body: Vec<String> = workout.level.iter().map(|level| format!("level {}", level.word())).collect();
    body.extend(typist.top_lines(&workout.top));
    let mut lines: Vec<String> = DEFINITIONS.iter().map(|&line| line.to_owned()).collect();
    if workout.layout.wrapped || !typist.done.is_empty() {
        for (n, done) in (1..).zip(typist.done) {
            lines.extend(in_workout(&done_title(n), done));
        }
        lines.extend(in_workout("Random", body));
    } else {
        lines.push("title \"Random\"".to_owned());
        lines.extend(body);
    }
    let text = lines.join(if workout.layout.crlf { "\r\n" } else { "\n" });
    if workout.layout.braces { text.replace('<', "{").replace('>', "}") } else { text }
}

fn in_workout(title: &str, body: Vec<String>) -> Vec<String> {
    let header = format!("workout \"{title}\" <");
    let body = body.into_iter().map(|line| format!("  {line}"));
    [header].into_iter().chain(body).chain([">".to_owned()]).collect()
}

fn done_title(n: usize) -> String {
    format!("Done {n}")
}

/// Types statements, and keeps the workouts that are done by `do` for the rest of the file.
struct Typist {
    layout: Layout,
    done: Vec<Vec<String>>,
}

impl Typist {
    /// Returns the lines of a workout from its `transition` on.
    fn top_lines(&mut self, top: &Block) -> Vec<String> {
        let mut lines = Vec::new();
        lines.extend(top.transition.iter().map(|transition| format!("transition {}", seconds(transition))));
        lines.extend(top.switch.iter().map(|switch| format!("switch {}", seconds(switch))));
        for step in &top.steps {
            lines.extend(self.step_lines(step, false));
        }
        lines
    }

    /// Returns the lines of one statement; one line where it stands inside a line.
    fn step_lines(&mut self, step: &Step, in_line: bool) -> Vec<String> {
        match step {
            // It is an item of the table that its first item is written as.
            Step::Exercise(Exercise { only: Some(Only { from: 2.., every: 2.., .. }), .. }) => Vec::new(),
            Step::Exercise(exercise) => {
                let comment = if !in_line && exercise.spelling % 7 == 6 { "  # steady" } else { "" };
                vec![format!("{}{comment}", exercise_line(exercise, self.layout))]
            }
            Step::Rest(written) => vec![rest(written)],
            Step::TurnOff => vec!["rest".to_owned()],
            Step::Note => vec!["note \"Breathe; then go on\"".to_owned()],
            Step::Block(block) if matches!(block.kind, Kind::Done) => {
                let lines = self.top_lines(block);
                self.done.push(lines);
                vec![format!("do \"{}\"", done_title(self.done.len()))]
            }
            Step::Block(block) => self.block_lines(block, in_line),
        }
    }

    fn block_lines(&mut self, block: &Block, in_line: bool) -> Vec<String> {
        let header = header(block, self.layout);
        let in_line = in_line || block.spelling.is_multiple_of(3);
        let mut steps = Vec::new();
        for step in &block.steps {
            steps.extend(self.step_lines(step, in_line));
        }
        if in_line {
            let last = if block.spelling.is_multiple_of(2) { "" } else { ";" };
            vec![format!("{header} < {}{last} >", steps.join("; "))]
        } else {
            let body = steps.into_iter().map(|line| format!("  {line}"));
            [format!("{header} <")].into_iter().chain(body).chain([">".to_owned()]).collect()
        }
    }
}

fn header(block: &Block, layout: Layout) -> String {
    let (word, amount) = match &block.kind {
        Kind::Circuit => ("circuit", None),
        Kind::Superset => ("superset", None),
        Kind::Warmup => ("warmup", None),
        Kind::Section => ("section", None),
        Kind::Cooldown => ("cooldown", None),
        Kind::BuyIn => ("buy-in", None),
        Kind::CashOut => ("cash-out", None),
        Kind::Tabata => ("tabata", None),
        Kind::Emom { minutes, .. } => ("emom", Some(format!("{}min", count(minutes)))),
        Kind::Every { seconds: length, .. } => ("every", Some(seconds(length))),
        Kind::Amrap { seconds: length } => ("amrap", Some(seconds(length))),
        Kind::ForTime => ("for time", None),
        Kind::Done => unreachable!("a workout that is done has no header of its own"),
    };
    let mut words = vec![if layout.capitals { word.to_uppercase() } else { word.to_owned() }];
    if block.title {
        words.push("\"Part\"".to_owned());
    }
    words.extend(amount);
    let mut options = options(block);
    if !options.is_empty() {
        let turn = usize::from(block.spelling) % options.len();
        options.rotate_left(turn);
    }
    // `circuit 5 rounds`, where coaches say it so: first of all.
    if let (Kind::Circuit | Kind::Superset, Some(rounds), Some(first)) =
        (block.kind, &block.rounds, options.first_mut())
        && first.starts_with("rounds")
        && rounds.spelling % 4 == 3
    {
        *first = format!("{} rounds", count(rounds));
    }
    words.extend(options);
    words.join(" ")
}

fn options(block: &Block) -> Vec<String> {
    let mut options = Vec::new();
    match block.kind {
        Kind::Emom { alternating: true, .. } | Kind::Every { alternating: true, .. } => {
            options.push("alternating".to_owned());
        }
        Kind::Emom { .. }
        | Kind::Every { .. }
        | Kind::Circuit
        | Kind::Superset
        | Kind::Warmup
        | Kind::Section
        | Kind::Cooldown
        | Kind::BuyIn
        | Kind::CashOut
        | Kind::Done
        | Kind::Tabata
        | Kind::Amrap { .. }
        | Kind::ForTime => {}
    }
    if let Some(rounds) = &block.rounds {
        options.push(format!("rounds {}", count(rounds)));
    }
    options.extend(block.ladder.as_ref().map(ladder));
    if let Some(work) = &block.work {
        let after = block.work_rest.as_ref().map(|after| format!(" {}", rest(after))).unwrap_or_default();
        options.push(format!("work {}{after}", seconds(work)));
    }
    options.extend(block.between_rounds.as_ref().map(|gap| match &block.between_other_rounds {
        None => format!("{} between rounds", rest(gap)),
        Some(other) => {
            let (first, second) = (seconds(&gap.amount), seconds(&other.amount));
            format!("rest by round {first} then {second} between rounds")
        }
    }));
    options.extend(block.between_movements.as_ref().map(|gap| format!("{} between movements", rest(gap))));
    options.extend(block.transition.as_ref().map(|gap| format!("transition {}", seconds(gap))));
    options.extend(block.switch.as_ref().map(|gap| format!("switch {}", seconds(gap))));
    options.extend(block.per.map(|half| format!("per {half}")));
    if block.until {
        options.push("until \"you miss a minute\"".to_owned());
    }
    options.extend(block.cap.as_ref().map(|cap| format!("cap {}", seconds(cap))));
    options
}

fn ladder(ladder: &Ladder) -> String {
    let joined = |rungs: &[u32], by: &str| rungs.iter().map(u32::to_string).collect::<Vec<_>>().join(by);
    match ladder {
        Ladder::Dashes(rungs) => format!("ladder {}", joined(rungs, "-")),
        Ladder::Commas(rungs) => format!("ladder {}", joined(rungs, ", ")),
        Ladder::FromTo { from, to, by: None } => format!("ladder {from} to {to}"),
        Ladder::FromTo { from, to, by: Some(by) } => format!("ladder {from} to {to} by {by}"),
    }
}

fn rest(rest: &Rest) -> String {
    let amount = &rest.amount;
    match rest.kind {
        RestKind::Seconds => format!("rest {}", seconds(amount)),
        RestKind::Walking => format!("rest walk {}", seconds(amount)),
        RestKind::Breaths => format!("rest {}", counted(amount, " breaths", "")),
        RestKind::UntilReady => "rest until ready".to_owned(),
        RestKind::WalkingMetres(pace) => {
            let target = pace.map(|pace| format!(" @ {}", self::pace(pace))).unwrap_or_default();
            format!("rest walk {}{target}", counted(amount, "m", "m"))
        }
    }
}

/// Returns a figure with its unit, and its growth in the unit that a growth has.
fn counted(figure: &Figure, unit: &str, growth_unit: &str) -> String {
    format!("{}{unit}{}", count(figure), growth(figure, growth_unit))
}

/// Returns seconds a kilometre as a pace.
fn pace(seconds: u32) -> String {
    format!("{}:{:02}/km", seconds / 60, seconds % 60)
}

fn name(movement: MovementIndex, layout: Layout) -> &'static str {
    let spellings = &MOVEMENTS[movement];
    spellings[usize::from(layout.names) % spellings.len()]
}

fn exercise_line(exercise: &Exercise, layout: Layout) -> String {
    let mut words: Vec<String> = dose(&exercise.dose).into_iter().collect();
    if let Some(Only { every: every @ 2.., .. }) = exercise.only {
        let others: String = (2..=every).map(|from| format!(" then {}s", seconds_of_item(from))).collect();
        words = vec![format!("by round {}{others}", words.concat())];
    }
    words.extend(modifiers(exercise));
    let unit = match (exercise.in_calories, exercise.spelling % 3) {
        (false, _) => "",
        (true, 0) => " calories",
        (true, _) => " cal",
    };
    let first = format!("{}{unit}", name(exercise.movement, layout));
    let said = if words.is_empty() { String::new() } else { format!(" {}", words.join(" ")) };
    match exercise.or {
        None => format!("{first}{said}"),
        Some(or) => match or.seconds {
            // Where neither has a dose neither takes the other's modifiers, which stay with the first.
            None if matches!(exercise.dose, Dose::Unsaid) => {
                format!("{first}{said} or {}", name(or.movement, layout))
            }
            None => format!("{first} or {}{said}", name(or.movement, layout)),
            Some(seconds) => format!("{first}{said} or {} {seconds}s", name(or.movement, layout)),
        },
    }
}

fn dose(dose: &Dose) -> Option<String> {
    match dose {
        Dose::Unsaid => None,
        Dose::Once(Bout::Reps(reps)) if reps.growth.is_none() && reps.low == reps.high => {
            Some(match reps.spelling % 3 {
                0 => format!("{}", reps.low),
                1 => format!("{} reps", reps.low),
                _ => format!("x{}", reps.low),
            })
        }
        Dose::Once(once) => Some(bout(once)),
        Dose::Sets(sets, each) => {
            let times = match sets.spelling % 4 {
                0 => "x",
                1 => "×",
                2 => " x ",
                _ => "x ",
            };
            Some(format!("{}{times}{}", count(sets), bout(each)))
        }
        Dose::List { items, loaded } => {
            let items: Vec<String> = items
                .iter()
                .enumerate()
                .map(|(at, (sets, each))| {
                    let sets = if *sets > 1 { format!("{sets}x") } else { String::new() };
                    let load = if *loaded { format!(" @ {}kg", 10 + 2 * at) } else { String::new() };
                    format!("{sets}{}{load}", bout(each))
                })
                .collect();
            Some(items.join(", "))
        }
    }
}

fn bout(bout: &Bout) -> String {
    match bout {
        Bout::Seconds(length) => seconds(length),
        Bout::Reps(reps) => counted(reps, "", ""),
        Bout::Metres(metres) => counted(metres, "m", "m"),
        Bout::Calories(calories) => counted(calories, "cal", ""),
        Bout::Breaths(breaths) => counted(breaths, " breaths", ""),
        Bout::Strokes(strokes) => counted(strokes, " strokes", ""),
        Bout::Max => "max".to_owned(),
        Bout::MaxSeconds(length) => format!("max {}", seconds(length)),
        Bout::MaxCalories(length) => format!("max cal {}", seconds(length)),
        Bout::RepsOrMore(reps) => format!("{}+", reps.low),
    }
}

fn modifiers(exercise: &Exercise) -> Vec<String> {
    let mut modifiers = Vec::new();
    match exercise.sides {
        Sides::Together => {}
        Sides::Each(half) => modifiers.push(match exercise.spelling % 5 {
            3 => format!("each {half}"),
            4 => format!("/{half}"),
            _ => format!("per {half}"),
        }),
        Sides::Alternating => modifiers.push("alternating".to_owned()),
        Sides::EachAlternating(half) => modifiers.push(format!("per {half} alternating")),
        Sides::Right => modifiers.push("right".to_owned()),
        Sides::Left => modifiers.push("left".to_owned()),
    }
    if exercise.both_directions {
        modifiers.push("per direction".to_owned());
    }
    match (exercise.load, exercise.pace) {
        (false, None) => {}
        (true, None) => modifiers.push("@ 10kg".to_owned()),
        (false, Some(pace)) => modifiers.push(format!("@ {}", self::pace(pace))),
        (true, Some(pace)) => modifiers.push(format!("@ 10kg and {}", self::pace(pace))),
    }
    if let Some(tempo) = exercise.tempo {
        let figures = tempo.map(|figure| if figure == 1 { "X".to_owned() } else { figure.to_string() });
        modifiers.push(if exercise.spelling.is_multiple_of(2) {
            format!("tempo {}", figures.join("-"))
        } else {
            format!("tempo {}", figures.concat())
        });
    }
    if let Some(hold) = exercise.hold {
        modifiers.push(format!("hold {hold}s"));
    }
    if let Some(Only { not, from, to, every: 1 }) = exercise.only {
        let word = if not { "not" } else { "only" };
        let rounds = if from == to { format!("round {from}") } else { format!("rounds {from}-{to}") };
        modifiers.push(format!("{word} {rounds}"));
    }
    if exercise.cue {
        modifiers.push("\"stay tall\"".to_owned());
    }
    let turn = usize::from(exercise.spelling) % modifiers.len().max(1);
    modifiers.rotate_left(turn);
    match &exercise.between_sets {
        BetweenSets::Nothing => {}
        // What follows a rest that moves is said of the rest, so it comes last.
        BetweenSets::Rest(gap) if matches!(gap.kind, RestKind::Walking | RestKind::WalkingMetres(_)) => {
            modifiers.push(rest(gap));
        }
        BetweenSets::Rest(gap) => modifiers.insert(turn, rest(gap)),
        BetweenSets::Ratio(work, share) => modifiers.insert(turn, format!("rest {work}:{share}")),
        BetweenSets::Every(length) => modifiers.insert(turn, format!("every {}", seconds(length))),
    }
    modifiers
}

/// Returns a figure without a unit.
fn count(figure: &Figure) -> String {
    if figure.low == figure.high {
        return figure.low.to_string();
    }
    let dash = match figure.spelling % 3 {
        0 => "-",
        1 => "..",
        _ => "–",
    };
    format!("{}{dash}{}", figure.low, figure.high)
}

/// Returns a time in one of the ways it is written.
fn seconds(figure: &Figure) -> String {
    let Figure { low, high, spelling, .. } = *figure;
    let whole_minutes = low % 60 == 0 && high % 60 == 0;
    let clock = |seconds: u32| format!("{}:{:02}", seconds / 60, seconds % 60);
    let length = if low == high {
        match spelling % 8 {
            1 => format!("{low} sec"),
            2 => format!("{low} seconds"),
            3 => format!("{low}secs"),
            4 if whole_minutes => format!("{}min", low / 60),
            5 if whole_minutes => format!("{} minutes", low / 60),
            4 | 6 if low > 60 => clock(low),
            5 | 7 if low > 60 && !whole_minutes => format!("{}min{}s", low / 60, low % 60),
            _ => format!("{low}s"),
        }
    } else {
        match spelling % 7 {
            1 => format!("{low}..{high}s"),
            2 => format!("{low}–{high}s"),
            3 => format!("{low}s-{high}s"),
            4 => format!("{low} - {high}s"),
            5 if whole_minutes => format!("{}-{}min", low / 60, high / 60),
            6 if low >= 60 => format!("{}-{}", clock(low), clock(high)),
            _ => format!("{low}-{high}s"),
        }
    };
    format!("{length}{}", growth(figure, "s"))
}

fn growth(figure: &Figure, unit: &str) -> String {
    let Some(growth) = figure.growth else { return String::new() };
    let each = match growth.each {
        Each::Round => "round",
        Each::Set => "set",
    };
    let unit = if growth.percent { "%" } else { unit };
    format!(" {:+}{unit} each {each}", growth.by)
}

#[cfg(test)]
mod tests {
    use super::{count, seconds};
    use crate::model::Figure;

    #[test]
    fn a_time_has_many_spellings() {
        let spellings = |figure: Figure| -> Vec<String> {
            (0..8).map(|spelling| seconds(&Figure { spelling, ..figure })).collect()
        };
        assert_eq!(
            spellings(90.into()),
            ["90s", "90 sec", "90 seconds", "90secs", "1:30", "1min30s", "1:30", "1min30s"]
        );
        assert_eq!(spellings(120.into())[4..7], ["2min", "2 minutes", "2:00"]);
        assert_eq!(
            spellings(Figure::range(60, 120))[..7],
            ["60-120s", "60..120s", "60–120s", "60s-120s", "60 - 120s", "1-2min", "1:00-2:00"]
        );
    }

    #[test]
    fn a_growth_is_signed_and_stands_after_its_figure() {
        assert_eq!(seconds(&Figure::from(60).each_round(-5)), "60s -5s each round");
        assert_eq!(seconds(&Figure::from(20).each_set(5)), "20s +5s each set");
        assert_eq!(count(&Figure::range(3, 5)), "3-5");
    }
}
