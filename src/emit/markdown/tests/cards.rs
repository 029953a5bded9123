//! Cards of workouts that coaches write.

use std::sync::Arc;

use insta::assert_snapshot;

use super::gym::{
    Gym, any_of, between, block, bout, card, count, done, group, load, note, rest, rest_for, sets, step,
    target, time, workout,
};
use crate::check::program::{
    Amount, BetweenSets, BlockKind, BodyHalf, Bout, Choice, Dose, Each, Level, Progression, RestAmount,
    Sides, StepKind, TargetKind, Tempo, Unit,
};

const PERCENT: TargetKind = TargetKind::Percent { of: None };

#[test]
fn a_circuit_on_the_clock() {
    let mut gym = Gym::default();
    gym.describe("squat", |squat| {
        squat.why = Some("Strong legs for the last kilometre.".to_owned());
        squat.cues = vec!["Knees out over the toes".to_owned(), "Chest up".to_owned()];
        squat.easier = vec!["box squat".to_owned()];
        squat.harder = vec!["jump squat".to_owned(), "pistol squat".to_owned()];
    });
    gym.describe("single-leg balance", |balance| balance.cues = vec!["Hips level".to_owned()]);
    let squat = gym.does("squat", bout(time(30)));
    let balance =
        Choice { sides: Sides::Each(BodyHalf::Leg), ..gym.choice("single-leg balance", bout(time(30))) };
    let lunge =
        |gym: &mut Gym, name| Choice { sides: Sides::Alternating, ..gym.choice(name, bout(time(30))) };
    let lunges = any_of([lunge(&mut gym, "lunge"), lunge(&mut gym, "jumping lunge")]);
    let mut circuit =
        block(BlockKind::Circuit, [squat, rest(15), any_of([balance]), rest(15), lunges, rest(15)]);
    circuit.rounds = Some(count(5));
    let mut lower = workout("Lower Body Blast", [circuit.into()]);
    lower.tags = vec!["strength".to_owned(), "runners".to_owned()];
    assert_snapshot!(card(&gym, &lower, [825, 825, 825], false));
}

#[test]
fn an_emom_whose_movements_take_turns() {
    let mut gym = Gym::default();
    gym.describe("kettlebell swing", |swing| swing.equipment = vec!["kettlebell".to_owned()]);
    let mut swing = gym.choice("kettlebell swing", bout(count(15)));
    swing.targets = vec![load(24)];
    let push_up = gym.choice("push-up", Dose::Bout(Bout::Max(None)));
    let emom = block(
        BlockKind::Emom { time: time(600), alternating: true },
        [note("Stop a rep before you slow down"), any_of([swing]), any_of([push_up])],
    );
    assert_snapshot!(card(&gym, &workout("Ten Minutes", [emom.into()]), [600, 600, 600], false));
}

#[test]
fn supersets_with_sets_around_them() {
    let mut gym = Gym::default();
    gym.describe("back squat", |squat| squat.equipment = vec!["barbell".to_owned(), "rack".to_owned()]);
    let percent = |value| [target(PERCENT, value, Unit::Percent)];
    let mut squat = gym.choice(
        "back squat",
        Dose::Sets(
            [
                group(1, Bout::Of(count(5)), percent(65)),
                group(1, Bout::Of(count(5)), percent(75)),
                group(1, Bout::AtLeast(count(5)), percent(85)),
            ]
            .into(),
        ),
    );
    squat.between_sets = BetweenSets::Rest(Box::new(rest_for(180)));
    squat.tempo = Some(Tempo { phases: [3, 1, Tempo::EXPLOSIVE, 0] });
    let mut press = gym.choice("bench press", sets(5, Bout::Of(count(5))));
    press.targets = vec![load(80)];
    press.between_sets = BetweenSets::Every(time(105));
    press.cue = Some("Feet flat".into());
    let row = gym.choice("dumbbell row", bout(between(8, 12, Unit::Count)));
    let row = Choice {
        sides: Sides::Each(BodyHalf::Arm),
        targets: vec![
            target(TargetKind::Load { implements: 2 }, 20, Unit::Kilogram),
            target(TargetKind::Rpe, 8, Unit::Count),
        ],
        ..row
    };
    let plank = gym.does("side plank", bout(between(20, 30, Unit::Second)));
    let mut superset = block(BlockKind::Superset, [any_of([row]), plank]);
    superset.rounds = Some(between(3, 5, Unit::Count));
    superset.between_rounds = Some(rest_for(60));
    let carry = gym.does("farmer's carry", bout(Amount::exactly(40_000, Unit::Metre)));
    let mut finisher = block(BlockKind::Superset, [carry, gym.does("pull-up", Dose::Bout(Bout::Max(None)))]);
    finisher.rounds = Some(count(3));
    finisher.title = Some("Finisher".into());
    let strength = block(
        BlockKind::Section,
        [note("Leave one in the tank."), superset.into(), rest(120), finisher.into()],
    );
    let mut day = workout("Strength Day", [any_of([squat]), any_of([press]), strength.into()]);
    day.about.by = Some("Sam".to_owned());
    assert_snapshot!(card(&gym, &day, [2_400, 2_700, 3_300], true));
}

#[test]
fn a_ladder_for_time() {
    let mut gym = Gym::default();
    gym.describe("thruster", |thruster| thruster.equipment = vec!["barbell".to_owned()]);
    let mut thruster = gym.choice("thruster", Dose::FromBlock);
    let load = Amount { women: Some(30_000), ..Amount::exactly(43_000, Unit::Kilogram) };
    thruster.targets = vec![crate::check::program::Target { amount: Some(load), ..super::gym::load(43) }];
    let pull_up = gym.does("pull-up", Dose::FromBlock);
    let run = gym.choice("run", bout(Amount::exactly(200_000, Unit::Metre)));
    let row = gym.choice("row", bout(Amount::exactly(250_000, Unit::Metre)));
    let mut ladder = block(BlockKind::ForTime, [any_of([thruster]), pull_up, any_of([run, row])]);
    ladder.ladder = Some([21, 15, 9].into());
    ladder.cap = Some(time(1200));
    let again = step(StepKind::Record("how it felt, 1–10".into()));
    assert_snapshot!(card(&gym, &workout("Fran and a Run", [ladder.into(), again]), [200, 250, 1200], true));
}

#[test]
fn rests_that_move_and_rounds_nobody_can_know() {
    let mut gym = Gym::default();
    let jog = gym.movement("jog");
    let metres = |metres: i64| Amount::exactly(metres * 1000, Unit::Metre);
    let mut run = gym.choice("run", bout(metres(400)));
    run.targets = vec![target(TargetKind::Pace, 210, Unit::SecondPer { mm: 1_000_000 })];
    let mut intervals = block(BlockKind::Circuit, [any_of([run])]);
    intervals.rounds = Some(count(24));
    intervals.title = Some("Intervals".into());
    intervals.between_rounds =
        Some(RestAmount::Moving { movement: jog, bout: Bout::Of(metres(200)), targets: Vec::new() });
    let mut work = block(
        BlockKind::Circuit,
        [gym.does("burpee", Dose::FromBlock), gym.does("air squat", Dose::FromBlock)],
    );
    work.rounds = Some(count(3));
    work.work = Some(time(40));
    work.work_rest = Some(rest_for(20));
    let amrap = block(
        BlockKind::Amrap { time: time(720) },
        [gym.does("push-up", bout(count(10))), gym.does("dip", Dose::Bout(Bout::Max(None)))],
    );
    let tabata = block(BlockKind::Tabata, [gym.does("mountain climber", Dose::FromBlock)]);
    let core = Arc::new(workout("Core", [gym.does("plank", sets(3, Bout::Max(Some(time(60)))))]));
    let day = workout(
        "Engine",
        [intervals.into(), rest(120), work.into(), amrap.into(), tabata.into(), done(&core), done(&core)],
    );
    assert_snapshot!(card(&gym, &day, [3_600, 4_000, 4_500], true));
}

#[test]
fn a_card_is_aligned_in_plain_text() {
    let mut gym = Gym::default();
    let steps = [gym.does("entraînement en côte", bout(time(60))), gym.does("深蹲", bout(count(10)))];
    let card = card(&gym, &workout("多语", steps), [60, 60, 60], false);
    let widths: Vec<usize> = card
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(unicode_width::UnicodeWidthStr::width)
        .collect();
    assert_eq!(widths.len(), 4);
    assert!(widths.iter().all(|&width| Some(&width) == widths.first()), "{card}");
}

#[test]
fn blocks_in_blocks_and_sets_in_rounds() {
    let mut gym = Gym::default();
    let plus_one = Some(Progression { by: 1_000, percent: false, each: Each::Round });
    let mut climb =
        block(BlockKind::Circuit, [gym.does("pull-up", bout(Amount { progression: plus_one, ..count(1) }))]);
    climb.rounds = Some(count(3));
    let press = Choice {
        sides: Sides::Each(BodyHalf::Arm),
        targets: vec![load(16)],
        ..gym.choice("press", bout(Amount { progression: plus_one, ..count(1) }))
    };
    let mut one_side = block(BlockKind::Circuit, [gym.does("suitcase carry", sets(2, Bout::Of(time(30))))]);
    one_side.rounds = Some(count(2));
    one_side.per_half = Some(BodyHalf::Side);
    one_side.switch = Some(time(5));
    let mut main = block(
        BlockKind::Circuit,
        [
            any_of([press]),
            climb.into(),
            note("Shake out your arms."),
            one_side.into(),
            gym.does("hang", Dose::FromBlock),
        ],
    );
    main.title = Some("Main".into());
    main.rounds = Some(count(2));
    main.work = Some(time(40));
    main.until = Some("your grip goes".into());
    let mut warmup = block(BlockKind::Warmup, [gym.does("easy row", bout(time(300)))]);
    warmup.cap = Some(time(600));
    let mut day = workout("Grip", [warmup.into(), main.into(), block(BlockKind::Cooldown, []).into()]);
    day.transition = Some(time(10));
    assert_snapshot!(card(&gym, &day, [1_200, 1_200, 1_200], false));
}

#[test]
fn a_form_that_the_level_takes_is_named_with_what_it_stands_for() {
    let mut gym = Gym { level: Level::Beginner, ..Gym::default() };
    let (push_up, on_knees) = (gym.movement("push-up"), gym.movement("knee push-up"));
    gym.forms = vec![(push_up, on_knees)];
    gym.describe("push-up", |push_up| push_up.cues = vec!["Elbows in".to_owned()]);
    gym.describe("knee push-up", |push_up| push_up.cues = vec!["Hips forward".to_owned()]);
    let mut listed = gym.choice(
        "push-up",
        Dose::Sets([group(2, Bout::Of(count(10)), []), group(1, Bout::AtLeast(count(5)), [])].into()),
    );
    listed.between_sets = BetweenSets::Rest(Box::new(RestAmount::UntilReady));
    assert_snapshot!(card(&gym, &workout("Push", [any_of([listed])]), [60, 90, 90], true));
}
