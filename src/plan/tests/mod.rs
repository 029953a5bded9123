//! Plans as they are written, and what becomes of them day by day.

mod oracle;
mod turns;
mod weeks_oracle;

use std::fmt::Write as _;
use std::sync::Arc;

use super::{Calendar, Day};
use crate::check::program::{
    Amount, BlockKind, Bout, Choice, DayBody, Dose, Plan, Program, Scale, Step, StepKind, Target, TargetKind,
    Workout,
};
use crate::check::{Checker, File, Files, Settings};
use crate::date;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::syntax;

/// Checks a file.
fn checked(text: &str) -> (Program, Vec<Diagnostic>) {
    let (tree, mut diagnostics) = syntax::parse(text);
    let file = File {
        name: "plan.wod".into(),
        text: text.into(),
        written: None,
        tree,
        uses: Vec::new(),
        results: Vec::new(),
        lacks_something: false,
        filling: None,
    };
    let files = Files::new(vec![file]);
    let mut checker = Checker::new(&files, Settings::default());
    let mut workouts = Vec::new();
    while let Some(workout) = checker.next_workout() {
        workouts.push(workout);
    }
    let (program, found, _) = checker.finish(workouts);
    diagnostics.extend(found);
    (program, diagnostics)
}

/// Checks a file that has no errors.
fn program(text: &str) -> Program {
    let (program, diagnostics) = checked(text);
    let errors: Vec<_> = diagnostics.iter().filter(|one| one.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{text}\n{errors:?}");
    program
}

/// Writes a plan out that has no workouts with blanks.
fn expand(plan: &Plan) -> (Calendar<'_>, Vec<Diagnostic>) {
    super::expand(plan, &|place| place)
}

/// Writes what is done: each movement with its dose and loads, blocks and done workouts in brackets.
fn said(workout: &Workout) -> String {
    workout.steps.iter().map(said_of_step).collect::<Vec<_>>().join("; ")
}

fn said_of_step(step: &Step) -> String {
    match &step.kind {
        StepKind::Exercise(exercise) => {
            exercise.choices.iter().map(said_of_choice).collect::<Vec<_>>().join(" or ")
        }
        StepKind::Block(block) => {
            let rounds = block.rounds.as_ref().map(figure).unwrap_or_default();
            let time = match &block.kind {
                BlockKind::Emom { time, .. } | BlockKind::Amrap { time } => figure(time),
                _ => String::new(),
            };
            let steps: Vec<String> = block.steps.iter().map(said_of_step).collect();
            format!("{} {rounds}{time} ({})", block.kind.name(), steps.join("; "))
        }
        StepKind::Do(workout) => format!("({})", said(workout)),
        StepKind::Rest(_) => "rest".to_owned(),
        StepKind::Note(_) | StepKind::Record(_) => "words".to_owned(),
        StepKind::Turns(_) => "a choice that was not made".to_owned(),
    }
}

fn said_of_choice(choice: &Choice) -> String {
    let mut text = match &choice.dose {
        Dose::FromBlock => String::new(),
        Dose::Bout(bout) => said_of_bout(bout),
        Dose::Sets(groups) => {
            let said = groups.iter().map(|group| {
                let mut text = format!("{}x{}", figure(&group.count), said_of_bout(&group.bout));
                for target in &group.targets {
                    let _ = write!(text, " @ {}", said_of_target(target));
                }
                text
            });
            said.collect::<Vec<_>>().join(", ")
        }
    };
    for target in &choice.targets {
        let _ = write!(text, " @ {}", said_of_target(target));
    }
    text
}

/// Writes the figure of a target, and what a percentage comes to for the athlete.
fn said_of_target(target: &Target) -> String {
    let mut text = target.amount.as_ref().map(figure).unwrap_or_default();
    if let (TargetKind::Percent { .. } | TargetKind::RepMax, Some(own)) = (&target.kind, &target.own)
        && let Some(amount) = &own.target.amount
    {
        let _ = write!(text, " = {}", own.rounded(amount.low));
    }
    text
}

fn said_of_bout(bout: &Bout) -> String {
    match bout {
        Bout::Of(amount) => figure(amount),
        Bout::AtLeast(amount) => format!("{}+", figure(amount)),
        Bout::Max(_) => "max".to_owned(),
    }
}

/// Writes an amount in thousandths, with what it still moves by.
fn figure(amount: &Amount) -> String {
    let step = amount.progression.map(|step| format!("{:+} each {}", step.by, step.each.name()));
    let ends =
        if amount.is_range() { format!("{}-{}", amount.low, amount.high) } else { amount.low.to_string() };
    [Some(ends), step].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Writes the days on which something is done or said, one a line.
fn days(calendar: &Calendar<'_>) -> String {
    let said_of_day = |day: &Day<'_>| {
        let mut parts = Vec::new();
        parts.extend(day.rest.map(|_| "rest day".to_owned()));
        parts.extend(day.race.map(|race| format!("race {race}")));
        parts.extend(day.sessions.iter().map(|session| {
            let workout = &calendar.instance_of(session).workout;
            format!("{}: {}", workout.title, said(workout))
        }));
        let date = day.date.map(|date| format!("{} ", date::write(date))).unwrap_or_default();
        (!parts.is_empty())
            .then(|| format!("{date}{} {} {}\n", day.week, date::name(day.weekday), parts.join(" | ")))
    };
    calendar.days.iter().filter_map(said_of_day).collect()
}

/// Returns the days of the only plan of a file, and the rules that are given when it is written out.
fn written_out(text: &str) -> (String, Vec<Rule>) {
    let program = program(text);
    let (calendar, said) = expand(&program.plans[0]);
    (days(&calendar), said.iter().map(|one| one.rule).collect())
}

#[test]
fn blocks_add_and_instead_replaces() {
    let (days, said) = written_out(
        r#"
workout "Core" < plank 30s >
plan "P" weeks 3 starts 2026-01-05 <
  every week < tuesday, thu < run 5km >; friday < rest day >; saturday < run 10km > >
  week 1 < tuesday < do "Core" > >
  weeks 2, 3 < saturday instead < run 8km > >
  week 3 instead < friday < walk 20min >; sunday < race day "City 10k" > >
  week 3 < friday instead < rest day > >
>
"#,
    );
    insta::assert_snapshot!(days, @r"
    2026-01-06 1 tuesday Run: 5000 | Core: 30000
    2026-01-08 1 thursday Run: 5000
    2026-01-09 1 friday rest day
    2026-01-10 1 saturday Run: 10000
    2026-01-13 2 tuesday Run: 5000
    2026-01-15 2 thursday Run: 5000
    2026-01-16 2 friday rest day
    2026-01-17 2 saturday Run: 8000
    2026-01-23 3 friday rest day
    2026-01-25 3 sunday race City 10k
    ");
    assert!(said.is_empty());
}

#[test]
fn weeks_are_counted_from_the_first_of_their_block_and_sessions_over_the_plan() {
    let (days, _) = written_out(
        r#"
workout "Lift" < back squat 3x5 @ 60kg +2.5kg each session >
workout "Both" < do "Lift"; plank 20s +5s each week >
plan "P" weeks 4 <
  every week < monday < do "Lift" > >
  weeks 3-4 < monday < do "Both" >; wednesday < run 10km +10% each week > >
  week 4 < friday < run 3km +1km each session >; sunday < do "Lift" > >
>
"#,
    );
    insta::assert_snapshot!(days, @r"
    1 monday Lift: 3000x5000 @ 60000
    2 monday Lift: 3000x5000 @ 62500
    3 monday Lift: 3000x5000 @ 65000 | Both: (3000x5000 @ 67500); 20000
    3 wednesday Run: 10000
    4 monday Lift: 3000x5000 @ 70000 | Both: (3000x5000 @ 72500); 25000
    4 wednesday Run: 11000
    4 friday Run: 3000
    4 sunday Lift: 3000x5000 @ 75000
    ");
}

#[test]
fn steps_of_a_day_count_by_their_block() {
    let (days, _) = written_out(
        r#"plan "P" weeks 2 < every week < monday, friday < run 3km +1km each session >; sunday < run 3km +1km each session > > >"#,
    );
    insta::assert_snapshot!(days, @r"
    1 monday Run: 3000
    1 friday Run: 4000
    1 sunday Run: 3000
    2 monday Run: 5000
    2 friday Run: 6000
    2 sunday Run: 4000
    ");
}

#[test]
fn what_instead_takes_away_was_never_done() {
    let (days, _) = written_out(
        r#"
workout "Lift" < squat 5 +1 each session >
plan "P" weeks 3 < every week < monday < do "Lift" > >; week 2 < monday instead < walk 10min > > >
"#,
    );
    insta::assert_snapshot!(days, @r"
    1 monday Lift: 5000
    2 monday Walk: 600000
    3 monday Lift: 6000
    ");
}

#[test]
fn scaling_takes_sets_of_the_outermost_repetition_and_loads_with_their_steps() {
    let (days, _) = written_out(
        r#"
workout "W" <
  back squat 5x5 @ 100kg +2.5kg each set rest 2min
  back squat 5 @ 65%, 5 @ 75%, 5+ @ 85%
  circuit rounds 3-5 < push-up 2x10; kettlebell swing 10 @ 24kg >
  section < pull-up 3x5 @ bodyweight +10kg >
  emom 4min < burpee 3 >
  run 5km @ zone 2
>
plan "P" weeks 2 <
  week 1 < monday < do "W" sets 50% load 90% > >
  week 2 < monday < run 10min; do "W" sets 40%; do "W" > >
>
"#,
    );
    insta::assert_snapshot!(days, @r"
    1 monday W: 3000x5000 @ 90000 +2500 each set; 1000x5000 @ 58500, 1000x5000 @ 67500; circuit 2000-3000 (2000x10000; 10000 @ 22500); section  (2000x5000 @ 10000); emom 240000 (3000); 5000 @ 2000
    2 monday Run, W: 600000; (2000x5000 @ 100000 +2500 each set; 1000x5000 @ 65000, 1000x5000 @ 75000; circuit 2000 (2000x10000; 10000 @ 24000); section  (2000x5000 @ 10000); emom 240000 (3000); 5000 @ 2000); (5000x5000 @ 100000 +2500 each set; 1000x5000 @ 65000, 1000x5000 @ 75000, 1000x5000+ @ 85000; circuit 3000-5000 (2000x10000; 10000 @ 24000); section  (3000x5000 @ 10000); emom 240000 (3000); 5000 @ 2000)
    ");
}

#[test]
fn more_than_all_sets_is_done_with_the_last_again() {
    let (days, _) = written_out(
        r#"
workout "W" < back squat 5 @ 60kg, 3 @ 70kg; plank 3x30s >
plan "P" weeks 1 < week 1 < monday < do "W" sets 150% load 110% > > >
"#,
    );
    insta::assert_snapshot!(days, @"1 monday W: 1000x5000 @ 65000, 2000x3000 @ 77500; 5000x30000");
}

#[test]
fn a_progression_stays_above_zero_and_is_reported_once_in_its_place() {
    let text = r#"
workout "Core" < plank 20s -8s each session; squat 2 -1 each week >
plan "P" weeks 4 < every week < monday < do "Core" > > >
"#;
    let program = program(text);
    let (calendar, said) = expand(&program.plans[0]);
    insta::assert_snapshot!(days(&calendar), @r"
    1 monday Core: 20000; 2000
    2 monday Core: 12000; 1000
    3 monday Core: 4000; 1000
    4 monday Core: 4000; 1000
    ");
    let said: Vec<_> = said.iter().map(|one| (one.rule, &text[one.span().range()])).collect();
    let rule = Rule::ProgressionReachesZero;
    assert_eq!(said, [(rule, "squat 2 -1 each week"), (rule, "plank 20s -8s each session")]);
}

#[test]
fn counts_round_down_and_distances_do_not() {
    let (days, _) = written_out(
        r#"plan "P" weeks 4 < every week < monday < long run 16km +10% each week; back squat 10-12 +10% each week @ 60% +2.5% each week > > >"#,
    );
    insta::assert_snapshot!(days, @r"
    1 monday Long run, back squat: 16000; 10000-12000 @ 60000
    2 monday Long run, back squat: 17600; 11000-13000 @ 62500
    3 monday Long run, back squat: 19360; 12000-14000 @ 65000
    4 monday Long run, back squat: 21296; 13000-15000 @ 67500
    ");
}

#[test]
fn a_session_is_called_by_what_is_done_whatever_its_capitals() {
    let titles = |steps: &str| {
        let program = program(&format!(r#"plan "P" weeks 1 < every week < monday < {steps} > > >"#));
        let (calendar, _) = expand(&program.plans[0]);
        calendar.distinct.iter().map(|instance| instance.workout.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(titles("tempo run 8km; strides 4x20s"), ["Tempo run, strides"]);
    assert_eq!(titles("TEMPO RUN 8km; Strides 4x20s"), ["Tempo run, strides"]);
    assert_eq!(titles("back squat 5; RUSSIAN TWIST 10"), ["Back squat, Russian twist"]);
    assert_eq!(titles("Yoga With Kim 30min"), ["Yoga With Kim"]);
}

#[test]
fn what_is_the_same_is_written_out_once() {
    let program = program(
        r#"
workout "Still" < squat 10 >
workout "Moving" < do "Still"; plank 30s +5s each week >
plan "P" weeks 104 starts 2026-01-05 <
  every week < monday, tuesday, wednesday < do "Still" >; sunday < do "Moving" > >
  every week < thursday < do "Still" >; friday < do "Still" sets 50% > >
>
"#,
    );
    let (calendar, _) = expand(&program.plans[0]);
    assert_eq!(calendar.days.len(), 104 * 7);
    assert_eq!(calendar.distinct.len(), 1 + 1 + 104);
    let still = &calendar.distinct[0];
    assert!(Arc::ptr_eq(&still.workout, &still.template));
    let StepKind::Do(inner) = &calendar.distinct[3].workout.steps[0].kind else { panic!("no `do`") };
    assert!(Arc::ptr_eq(inner, &still.template));
    let nth = calendar.days.iter().flat_map(|day| &day.sessions).map(|session| session.nth).max();
    // That of the last Friday: on Sunday it is done once more, as a part of another.
    assert_eq!(nth, Some(104 * 6 - 1));
}

#[test]
fn cycles_begin_anew_and_are_counted() {
    let (days, _) = written_out(
        r#"
plan "P" cycles 2 of 2 weeks <
  monday < run 4km +1km each week >
  tuesday < back squat 5 @ 60kg +5kg each cycle >
  cycle 2 < last week < friday < walk 20min > > >
>
"#,
    );
    insta::assert_snapshot!(days, @r"
    1 monday Run: 4000
    1 tuesday Back squat: 5000 @ 60000
    2 monday Run: 5000
    2 tuesday Back squat: 5000 @ 60000
    3 monday Run: 4000
    3 tuesday Back squat: 5000 @ 65000
    4 monday Run: 5000
    4 tuesday Back squat: 5000 @ 65000
    4 friday Walk: 1200000
    ");
}

#[test]
fn a_day_knows_its_phase_its_cycle_and_whether_it_is_done() {
    let program = program(
        r#"
plan "Phases" starts 2026-01-07 < phase "Base" 1 week < monday < run 5km > >; phase "Race" 1 week < monday < run 3km > > >
plan "Cycles" cycles 2 of 1 weeks < monday morning < run 5km >; monday 06:30 < walk 20min >; monday < plank 30s > >
"#,
    );
    let (phases, _) = expand(&program.plans[0]);
    assert_eq!([0, 6, 7].map(|day| phases.days[day].phase), [Some("Base"), Some("Base"), Some("Race")]);
    assert_eq!([0, 1, 2].map(|day| phases.days[day].is_outside), [true, true, false]);
    assert!(phases.days[0].sessions.is_empty());
    assert_eq!(phases.days[0].date.map(date::write).as_deref(), Some("2026-01-05"));
    let (cycles, _) = expand(&program.plans[1]);
    assert_eq!([0, 7].map(|day| cycles.days[day].cycle), [Some(1), Some(2)]);
    let titles = cycles.days[0].sessions.iter().map(|one| cycles.instance_of(one).workout.title.as_str());
    assert_eq!(titles.collect::<Vec<_>>(), ["Walk", "Run", "Plank"]);
    let clocks = cycles.days[0].sessions.iter().map(|one| one.clock().map(date::write_time));
    assert_eq!(clocks.collect::<Vec<_>>(), [Some("06:30".to_owned()), None, None]);
}

#[test]
fn races_keep_their_dates_in_a_plan_that_is_moved() {
    let text = r#"
plan "P" weeks 3 <
  saturday < run 5km >
  race day "City 5k" 2026-09-26
  race day "City Half" 2026-10-11
>
"#;
    let races = |change: &dyn Fn(&mut Plan)| {
        let mut plan = program(text).plans.remove(0);
        change(&mut plan);
        let (calendar, _) = expand(&plan);
        let raced = calendar.days.iter().filter(|day| day.race.is_some());
        let raced = raced.map(|day| format!("{} {}", day.race.unwrap(), date::write(day.date.unwrap())));
        raced.collect::<Vec<_>>().join(", ")
    };
    let on = |text: &str| date::of_plan(text).unwrap();
    assert_eq!(races(&|_| {}), "City 5k 2026-09-26, City Half 2026-10-11");
    assert_eq!(races(&|plan| plan.start_on(on("2026-09-23"))), "City 5k 2026-09-26, City Half 2026-10-11");
    assert_eq!(races(&|plan| plan.start_on(on("2026-09-24"))), "City 5k 2026-09-26, City Half 2026-10-11");
    // Another year, and a week later: what the plan does not reach moves with it.
    assert_eq!(races(&|plan| plan.start_on(on("2027-09-20"))), "City 5k 2027-09-25, City Half 2027-10-10");
    assert_eq!(races(&|plan| plan.start_on(on("2026-09-28"))), "City 5k 2026-10-03, City Half 2026-10-11");
    // The plan is for the race on its last day, on whatever weekday it is.
    assert_eq!(races(&|plan| plan.end_on(on("2026-10-10"))), "City 5k 2026-09-26, City Half 2026-10-10");
    assert_eq!(races(&|plan| plan.end_on(on("2027-04-17"))), "City 5k 2027-04-03, City Half 2027-04-17");
}

#[test]
fn distances_and_times_are_scaled_where_they_are_done_once() {
    let (days, _) = written_out(
        r#"
plan "P" weeks 1 <
  monday < run 12km >; monday < run 1500m >; monday < sled push 20m >; monday < run 3miles >
  tuesday < run 6x400m; circuit rounds 4 < run 200m; plank 30s > >
  wednesday < run 40min; plank 45s; amrap 12min < burpee 5; run 100m >; emom 9min < burpee 3 > >
  week 1 at 70% of distance and time
>
"#,
    );
    insta::assert_snapshot!(days, @r"
    1 monday Run: 8500 | Run: 1100000 | Sled push: 14000 | Run: 2100
    1 tuesday Run, plank: 6000x400000; circuit 4000 (200000; 30000)
    1 wednesday Run, plank, burpee: 1680000; 30000; amrap 505000 (5000; 100000); emom 360000 (3000)
    ");
}

#[test]
fn a_race_with_a_date_ends_its_plan_and_is_all_that_is_done() {
    let (days, _) = written_out(
        r#"
plan "P" weeks 2 < saturday, sunday < run 5km >; race day "City 10k" 2026-10-10 >
"#,
    );
    insta::assert_snapshot!(days, @r"
    2026-10-03 1 saturday Run: 5000
    2026-10-04 1 sunday Run: 5000
    2026-10-10 2 saturday race City 10k
    ");
}

#[test]
fn a_plan_can_be_moved_to_start_or_to_end_on_a_day() {
    let mut program = program(r#"plan "P" weeks 2 starts 2026-01-05 < monday, friday < run 5km > >"#);
    let day = |text| date::read(text).unwrap();
    program.plans[0].start_on(day("2027-01-06"));
    insta::assert_snapshot!(days(&expand(&program.plans[0]).0), @r"
    2027-01-08 1 friday Run: 5000
    2027-01-11 2 monday Run: 5000
    2027-01-15 2 friday Run: 5000
    ");
    program.plans[0].end_on(day("2027-01-13"));
    insta::assert_snapshot!(days(&expand(&program.plans[0]).0), @r"
    2027-01-04 1 monday Run: 5000
    2027-01-08 1 friday Run: 5000
    2027-01-11 2 monday Run: 5000
    ");
}

#[test]
fn dates_go_over_a_leap_day_and_the_end_of_a_year() {
    let text =
        |starts| format!(r#"plan "P" weeks 2 starts {starts} < every week < tue, wed, fri < run 5km > > >"#);
    insta::assert_snapshot!(written_out(&text("2028-02-28")).0, @r"
    2028-02-29 1 tuesday Run: 5000
    2028-03-01 1 wednesday Run: 5000
    2028-03-03 1 friday Run: 5000
    2028-03-07 2 tuesday Run: 5000
    2028-03-08 2 wednesday Run: 5000
    2028-03-10 2 friday Run: 5000
    ");
    insta::assert_snapshot!(written_out(&text("2026-12-28")).0, @r"
    2026-12-29 1 tuesday Run: 5000
    2026-12-30 1 wednesday Run: 5000
    2027-01-01 1 friday Run: 5000
    2027-01-05 2 tuesday Run: 5000
    2027-01-06 2 wednesday Run: 5000
    2027-01-08 2 friday Run: 5000
    ");
}

#[test]
fn a_session_is_called_by_what_is_done_in_it() {
    let program = program(
        r#"
workout "Core" < plank 30s >
plan "P" weeks 1 < week 1 <
  monday < cross-training 40min >
  tuesday < tempo run 8km; strides 4x20s rest 1min >
  wednesday < squat 5; lunge 5 per leg; plank 30s; burpee 5; squat 5 >
  thursday < note "Easy today."; do "Core" >
  friday < title "Long one"; run 20km >
  saturday < circuit "Finisher" rounds 2 < squat 5 >; do "Core" >
  sunday < do "Core" >
> >
"#,
    );
    let titles = program.plans[0].blocks[0].days.iter().map(|day| match &day.body {
        DayBody::Session(body) => body.workout.title.as_str(),
        DayBody::Rest(_) | DayBody::Race | DayBody::Nothing | DayBody::InTurn(_) => "",
    });
    assert_eq!(
        titles.collect::<Vec<_>>(),
        [
            "Cross-training",
            "Tempo run, strides",
            "Squat, lunge, plank and more",
            "Core",
            "Long one",
            "Finisher, Core",
            "Core"
        ],
    );
    let DayBody::Session(body) = &program.plans[0].blocks[0].days[6].body else { panic!("no session") };
    assert!(Arc::ptr_eq(&body.workout, &program.workouts[0]));
    assert_eq!(body.scale, Scale::default());
}

#[test]
fn a_plan_that_comes_to_more_than_fits_says_so() {
    let steps = "squat 5; ".repeat(1500);
    let text = format!(
        "plan \"P\" weeks 100 < every week < mon, tue, wed, thu < {steps} run 5km +1km each session > > >"
    );
    let program = program(&text);
    let (calendar, said) = expand(&program.plans[0]);
    assert_eq!(said.iter().map(|one| one.rule).collect::<Vec<_>>(), [Rule::TooLong]);
    assert!(calendar.days.len() < 100 * 7 && calendar.days.len() > 300);
}

/// The loads of the sessions of a plan with this in it, for an athlete with maxes of 140 and 100 kg.
fn loads(athlete: &str, plan: &str) -> Vec<String> {
    let text = format!(
        "athlete \"Sam\" < max back squat 140kg; max bench press 100kg; training max 90%; {athlete} >\n\
         plan \"P\" weeks 3 < {plan} >"
    );
    let program = program(&text);
    let (calendar, said) = expand(&program.plans[0]);
    assert!(said.is_empty(), "{said:?}");
    let sessions = calendar.days.iter().flat_map(|day| &day.sessions);
    let loads = sessions.map(|session| said_of(&calendar, session));
    loads.collect()
}

fn said_of(calendar: &Calendar<'_>, session: &super::Session) -> String {
    said(&calendar.instance_of(session).workout)
}

#[test]
fn a_training_max_is_raised_each_week_from_the_listed_one_on() {
    let week = "every week < monday < back squat 5 @ 80% of training max > >";
    // 126, 131 and 136 kg.
    assert_eq!(
        loads("", &format!("raise training max by 5kg each week; {week}")),
        ["5000 @ 80000 = 100000", "5000 @ 80000 = 105000", "5000 @ 80000 = 110000"]
    );
    // The max moves the training max by its per cent: 126, 130.5 and 135 kg.
    assert_eq!(
        loads("", &format!("raise max by 5kg each week; {week}")),
        ["5000 @ 80000 = 100000", "5000 @ 80000 = 105000", "5000 @ 80000 = 107500"]
    );
    // What is named goes before what is not, and the athlete before the plan.
    let both = format!(
        "raise training max of back squat by 10kg each week; raise training max by 5kg each week; {week}"
    );
    assert_eq!(loads("", &both)[1], "5000 @ 80000 = 110000");
    assert_eq!(loads("raise training max by 20lb each week", &both)[1], "5000 @ 80000 = 107500");
    assert_eq!(loads("raise training max by 1kg each week", &both)[1], "5000 @ 80000 = 102500");
}

#[test]
fn a_max_is_raised_with_the_sessions_that_do_the_movement() {
    let plan = "raise max of back squat by 10kg each session; every week < \
                monday < back squat 5 @ 50% >; tuesday < bench press 5 @ 50% >; \
                friday < back squat 3 @ 10rm; bench press 5 @ 50% of back squat > >";
    assert_eq!(
        loads("", plan)[..5],
        [
            "5000 @ 50000 = 70000",
            "5000 @ 50000 = 50000",
            "3000 @ 10000 = 112500; 5000 @ 50000 = 75000",
            "5000 @ 50000 = 80000",
            "5000 @ 50000 = 50000",
        ]
    );
}

#[test]
fn sessions_with_the_same_loads_are_one() {
    let text = "athlete \"Sam\" < max back squat 140kg; max bench press 100kg >\n\
                plan \"P\" weeks 4 < raise max of back squat by 5kg each week; every week < \
                monday < back squat 5 @ 50% >; tuesday < bench press 5 @ 50% > > >";
    let program = program(text);
    let (calendar, _) = expand(&program.plans[0]);
    assert_eq!(calendar.distinct.len(), 5, "four of the squat, one of the press");
}
