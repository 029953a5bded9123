//! What holds for any results of any program.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use wodc::analysis::{Request, compile};
use wodc::emit::Format;
use wodc::source::SourceFile;

use crate::exact::Exact;
use crate::made_up::{Body, Done, Year, made_up};
use crate::program::Program;
use crate::random::Random;
use crate::read::{Alone, asked, json, mistakes, table};
use crate::{PROGRAMS, lines, not_yet, text_of};

/// The programs that can be read.
pub fn programs() -> Vec<(&'static str, Program)> {
    let not_yet = not_yet();
    let can_be_read = |name: &str| !not_yet.contains(&format!("{name} unread"));
    PROGRAMS.iter().filter(|one| can_be_read(one.0)).map(|(name, program)| (*name, program())).collect()
}

/// Returns the programs that come to their table in all years.
#[cfg(feature = "cli")]
pub fn working() -> Vec<(&'static str, Program)> {
    let not_yet = not_yet();
    let works = |name: &str| {
        ["well", "missed", "mixed", "heavier"].iter().all(|kind| !not_yet.contains(&format!("{name} {kind}")))
    };
    programs().into_iter().filter(|one| works(one.0)).collect()
}

/// Returns one of the programs that can be read, with what was done in a year as it comes.
fn year() -> impl Strategy<Value = (&'static str, Vec<Done>, Random)> {
    let made = |(at, seed): (prop::sample::Index, u64)| {
        let programs = programs();
        let (name, program) = at.get(&programs);
        (*name, made_up(program, Year::Heavier(seed)).0, Random::new(seed))
    };
    (any::<prop::sample::Index>(), 0..u64::from(u32::MAX)).prop_map(made).no_shrink()
}

/// Returns the lines of a table that belong to the sessions before a week.
fn before_week(table: &[String], day: crate::day::Day) -> usize {
    let monday = crate::day::START.plus(day.week() * 7).to_string();
    table.iter().position(|line| line.starts_with("202") && *line >= monday).unwrap_or(table.len())
}

/// A program without its rules: nothing moves it.
const WITHOUT_RULES: &str = r#"
athlete "Sam" < bar 20kg; rounding 2.5kg; bodyweight 70kg; max bench press 95kg >
workout "Workout A" < back squat 5x5 @ 61kg rest 3min; bench press 5 @ 72.5%, 5+ @ 80% rest 3min >
workout "Workout B" < back squat 3x8-12 @ 41kg rest 3min; overhead press 5x5 @ 20kg rest 3min; deadlift 5 @ 50kg >
plan "StrongLifts 5x5" weeks 52 starts 2026-01-05 <
  monday, wednesday, friday < in turn < do "Workout A"; do "Workout B" > >
>
"#;

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 8,
        rng_seed: RngSeed::Fixed(20_260_105),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_same_files_give_the_same_bytes_in_whatever_order_results_are_written((name, done, mut random) in year()) {
        let program = text_of(name);
        let as_done = json(&program, &lines::write(&done));
        prop_assert!(as_done == json(&program, &lines::write(&done)), "{} differs from itself", name);
        let mut shuffled = done;
        random.shuffle(&mut shuffled);
        let results = lines::write(&shuffled);
        prop_assert!(as_done == json(&program, &results), "{} differs by order: {}", name, results);
    }

    #[test]
    fn results_have_no_mistakes((_, done, _) in year()) {
        let results = lines::write(&done);
        prop_assert_eq!(mistakes(&results), Vec::<String>::new(), "{}", results);
    }

    #[test]
    fn without_a_rule_nothing_moves(seed in any::<u64>()) {
        let (done, _) = made_up(&crate::linear::stronglifts(), Year::Heavier(seed));
        let asked = |results: &str| asked(&json(WITHOUT_RULES, results));
        let (as_written, moved) = (asked("results \"Sam\""), asked(&lines::write(&done)));
        prop_assert!(as_written == moved, "{}", lines::write(&done));
    }

    #[test]
    fn results_of_other_titles_and_plans_change_nothing((name, done, mut random) in year()) {
        let program = text_of(name);
        let mut more = done.clone();
        for (at, one) in done.iter().enumerate() {
            if random.percent(50) {
                let mut other = Done { clock: Some((22, i64::try_from(at % 60).unwrap())), ..one.clone() };
                if random.percent(50) {
                    other.title += " and more";
                    // What goes on with another load holds wherever it is said.
                    if let Body::Done { now, .. } = &mut other.body {
                        now.clear();
                    }
                } else {
                    other.plan = Some("Another plan");
                }
                more.push(other);
            }
        }
        let asked = |done: &[Done]| asked(&json(&program, &lines::write(done)));
        let (plain, with_others) = (asked(&done), asked(&more));
        prop_assert!(plain == with_others, "{}: {}", name, lines::write(&more));
    }

    #[test]
    fn a_result_never_changes_the_weeks_before_it((name, done, mut random) in year()) {
        let program = text_of(name);
        let known = usize::try_from(random.from(1, i64::try_from(done.len()).unwrap())).unwrap();
        let last = done[known - 1].day;
        let (all, some) = (json(&program, &lines::write(&done)), json(&program, &lines::write(&done[..known])));
        let (all, some) = (table(&all), table(&some));
        let (end, other_end) = (before_week(&all, last), before_week(&some, last));
        prop_assert_eq!(&all[..end], &some[..other_end], "{} until {}", name, last);
    }

    #[test]
    fn no_load_of_a_barbell_goes_below_the_bar(seed in any::<u64>()) {
        let (done, _) = made_up(&crate::linear::madcow(), Year::Mixed(seed));
        // The lightest of everything that was ever lifted, and nothing done with it.
        let missed: Vec<Done> = done.into_iter().map(as_missed).collect();
        for line in table(&json(&text_of("madcow"), &lines::write(&missed))) {
            let Some((_, load)) = line.split_once(" @ ") else { continue };
            let load: f64 = load.trim_end_matches("kg").parse().unwrap();
            prop_assert!(load >= 20.0, "{}", line);
        }
    }
}

/// Has a session missed altogether.
fn as_missed(mut done: Done) -> Done {
    if let Body::Done { lifts, now } = &mut done.body {
        now.clear();
        for lift in lifts {
            lift.text = format!("{} missed @ 1kg", lift.movement);
            lift.sets.iter_mut().for_each(|set| set.amount = Exact::ZERO);
        }
    }
    done
}

#[test]
fn an_athlete_who_names_a_file_of_results_has_the_same_loads() {
    struct Beside(String);
    impl wodc::analysis::ReadFile for Beside {
        fn read(&self, path: &str) -> Result<String, String> {
            if path == "sam.wod" { Ok(self.0.clone()) } else { Alone.read(path) }
        }
    }
    let (done, _) = made_up(&crate::linear::stronglifts(), Year::Heavier(7));
    let (program, results) = (text_of("stronglifts"), lines::write(&done));
    let named = program.replace("rounding 2.5kg >", "rounding 2.5kg; results \"sam.wod\" >");
    assert_ne!(program, named);
    let request = Request { formats: vec![Format::JSON], ..Request::default() };
    let compilation = compile(SourceFile::new("program.wod", named), &request, &Beside(results.clone()));
    let content = compilation.outputs[0].content.as_text().unwrap();
    let as_given = json(&program, &results);
    assert_eq!(table(content), table(&as_given));
    assert_ne!(table(content), table(&json(&program, "results \"Sam\"")));
}

#[test]
fn a_plan_without_dates_has_its_results_one_after_the_other() {
    for ((name, program), year) in programs().into_iter().zip([Year::Well, Year::Missed].into_iter().cycle())
    {
        let results = lines::write(&made_up(&program, year).0);
        let text = text_of(name);
        let without_dates = text.replace(" starts 2026-01-05", "");
        assert_ne!(text, without_dates);
        let sets = |text: &str| {
            let table = table(&json(text, &results));
            table.into_iter().filter(|line| !line.starts_with("202")).collect::<Vec<_>>()
        };
        assert!(sets(&text) == sets(&without_dates), "{name} {year:?}");
    }
}

#[test]
fn without_results_everything_is_as_it_is_written() {
    for (name, program) in programs() {
        let table_without = crate::program::Replay::new(&program).table();
        assert_eq!(table(&json(&text_of(name), "results \"Sam\"")), table_without, "{name}");
    }
}
