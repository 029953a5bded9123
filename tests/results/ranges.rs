//! Programs with more repetitions before more load, or more of it, or a harder movement.

use crate::linear::{FRIDAY, MONDAY, SATURDAY, THURSDAY, TUESDAY, WEDNESDAY, in_order, in_turn, straight};
use crate::program::Program;
use crate::statement::{Kind, barbell, other};

pub fn push_pull_legs() -> Program {
    let mut program = Program::new("Push, pull, legs");
    let range = |lift, dose, load| other(lift, dose).at(load).success(1, 2.5);
    let pair = |lift, dose, load| other(lift, dose).of_kind(Kind::Pair).at(load).success(1, 2.5);
    let main = |lift, dose, load, gain| straight(lift, dose, load, gain);
    let light = |lift, load| barbell(lift, "3x8-12").at(load).success(1, 2.5);
    let pull = || {
        [
            range("lat pulldown", "3x8-12", 40.0),
            range("seated cable row", "3x8-12", 40.0),
            range("face pull", "5x15-20", 15.0),
            pair("hammer curl", "4x8-12", 10.0),
        ]
    };
    let push = || [pair("incline dumbbell press", "3x8-12", 15.0), range("triceps pushdown", "3x8-12", 20.0)];
    let days = [
        (&[MONDAY][..], "Pull: Deadlift", [vec![main("deadlift", "5+", 80.0, 5.0)], pull().into()].concat()),
        (&[THURSDAY], "Pull: Row", [vec![main("barbell row", "4x5 5+", 45.0, 2.5)], pull().into()].concat()),
        (
            &[TUESDAY],
            "Push: bench press",
            [vec![main("bench press", "4x5 5+", 50.0, 2.5), light("overhead press", 25.0)], push().into()]
                .concat(),
        ),
        (
            &[FRIDAY],
            "Push: overhead press",
            [vec![main("overhead press", "4x5 5+", 35.0, 2.5), light("bench press", 40.0)], push().into()]
                .concat(),
        ),
        (
            &[WEDNESDAY, SATURDAY],
            "Legs",
            vec![
                main("back squat", "2x5 5+", 60.0, 2.5),
                light("Romanian deadlift", 60.0),
                other("leg press", "3x8-12").at(100.0).success(1, 5.0),
                range("leg curl", "3x8-12", 30.0),
                other("calf raise", "5x8-12").at(40.0).success(1, 5.0),
            ],
        ),
    ];
    for (days, title, statements) in days {
        let work: Vec<_> = statements.into_iter().map(|one| program.add(one)).collect();
        in_turn(&mut program, days, &[(title, &work)]);
    }
    in_order(program)
}

pub fn double_progression() -> Program {
    let mut program = Program::new("Double progression");
    let upper = [
        barbell("bench press", "3x8-12").at(50.0).success(1, 2.5).misses(3, -10.0),
        other("dumbbell row", "3x8-12").per_side().at(20.0).success(1, 2.5),
        other("pull-up", "3x5-8").of_kind(Kind::OnTop).at(5.0).success(1, 2.5),
        other("lateral raise", "3x12-15").of_kind(Kind::Pair).at(7.5).success(2, 2.5),
    ]
    .map(|one| program.add(one));
    let lower = [
        barbell("back squat", "4x6-10").at(60.0).success(1, 5.0).misses(2, -10.0),
        other("split squat", "3x8-12").per_side().of_kind(Kind::Pair).at(10.0).success(1, 2.5),
        other("leg curl", "3x10-15").at(30.0).success(1, 5.0),
        other("back extension", "3x10-20").longer(2, 1.0),
    ]
    .map(|one| program.add(one));
    in_turn(&mut program, &[MONDAY, THURSDAY], &[("Upper", &upper)]);
    in_turn(&mut program, &[TUESDAY, SATURDAY], &[("Lower", &lower)]);
    in_order(program)
}

pub fn holds() -> Program {
    let mut program = Program::new("Holds");
    let trunk = [
        other("plank", "3x30s").longer(1, 5.0).shorter(2, 5.0),
        other("side plank", "2x20s").per_side().longer(2, 5.0),
        other("hollow hold", "3x20s").longer(1, 5.0),
        other("push-up", "3x10").longer(1, 1.0).shorter(3, 2.0),
    ]
    .map(|one| program.add(one));
    let carries = [
        other("farmer's carry", "4x40m").of_kind(Kind::Pair).at(24.0).longer(1, 5.0).shorter(2, 10.0),
        other("wall sit", "3x40s").longer(1, 5.0).shorter(1, 5.0),
        other("band-assisted pull-up", "3x5").of_kind(Kind::Help).at(40.0).success(1, -2.5),
    ]
    .map(|one| program.add(one));
    in_turn(&mut program, &[MONDAY, FRIDAY], &[("Trunk", &trunk)]);
    in_turn(&mut program, &[WEDNESDAY], &[("Carries", &carries)]);
    in_order(program)
}

pub fn ladder() -> Program {
    let mut program = Program::new("Ladder");
    let pushes = ["incline push-up", "push-up", "diamond push-up", "archer push-up", "single-arm push-up"];
    let pulls = [
        "feet-elevated inverted row",
        "pull-up",
        "chest-to-bar pull-up",
        "bar muscle-up",
        "muscle-up",
        "strict muscle-up",
    ];
    let work = [
        other("wall push-up", "3x12").harder(3, &pushes),
        other("inverted row", "3x8").harder(4, &pulls),
        other("plank", "3x30s").longer(2, 5.0),
    ]
    .map(|one| program.add(one));
    in_turn(&mut program, &[MONDAY, WEDNESDAY, FRIDAY], &[("Push and pull", &work)]);
    program
}
