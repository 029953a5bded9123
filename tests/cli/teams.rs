//! Several athletes in one command, and whiteboards.

use crate::common::Test;

const PLAN: &str = r#"team "Juniors" < use "sam.wod"; use "jo.wod" >
percent of training max
workout "Squat" < warmup < back squat 5 @ 30% >; back squat 3x5 @ 70% rest 2min >
plan "Block" weeks 2 starts 2026-01-05 <
  raise training max by 5kg each week
  every week < monday < do "Squat" >; sunday < rest day > >
>
"#;

fn team() -> Test {
    Test::new()
        .file("plan.wod", PLAN)
        .file("sam.wod", "athlete \"Sam\" < max back squat 140kg; training max 90% >\n")
        .file("jo.wod", "athlete \"Jo\" < max back squat 100kg; training max 90% >\n")
}

#[test]
fn each_athlete_of_a_team_has_outputs_of_their_own() {
    for athletes in ["all", "Juniors", "Sam,Jo", "sam.wod,jo.wod"] {
        team()
            .args(["build", "plan.wod", "--athlete", athletes, "--to", "md"])
            .stdout_contains("  build/plan-squat-sam.md\n  build/plan-block-sam.md\n")
            .stdout_contains("  build/plan-squat-jo.md\n  build/plan-block-jo.md\n")
            .stderr("")
            .check(|ran| {
                assert!(ran.read("build/plan-block-sam.md").contains("70% of training max = 87.5 kg"));
                assert!(ran.read("build/plan-block-jo.md").contains("70% of training max = 62.5 kg"));
            })
            .run();
    }
}

#[test]
fn names_that_come_to_one_are_numbered() {
    team()
        .file("other.wod", "athlete \"Sam!\" < max back squat 120kg; training max 90% >\n")
        .file("two.wod", "use \"sam.wod\"\nuse \"other.wod\"\nback squat 5 @ 70%\n")
        .args(["build", "two.wod", "--athlete", "all", "--to", "md"])
        .stdout_contains("  build/two-sam.md\n")
        .stdout_contains("  build/two-sam-2.md\n")
        .stderr("")
        .run();
}

#[test]
fn standard_output_is_for_one_athlete() {
    team()
        .args(["build", "plan.wod", "--athlete", "all", "--to", "json", "-o", "-"])
        .stdout("")
        .stderr_contains(
            "`-o -` writes for one athlete, and there would be 2; name one, as in `--athlete Sam`",
        )
        .status(2)
        .run();
    team()
        .file("nobody.wod", "squat 10\n")
        .args(["build", "nobody.wod", "--athlete", "all", "--to", "md"])
        .stderr_contains("there is no athlete in `nobody.wod`")
        .status(2)
        .run();
}

#[test]
fn a_whiteboard_has_the_loads_of_all_athletes_for_each_day() {
    team()
        .args(["build", "plan.wod", "--whiteboard", "--to", "md"])
        .stdout("  build/plan-block.whiteboard.md\n")
        .check(|ran| {
            let board = ran.read("build/plan-block.whiteboard.md");
            assert!(board.contains("## Monday, 5 Jan 2026 (week 1)"), "{board}");
            assert!(board.contains("| Sam     | 37.5 kg (5 + 2.5 + 1.25 a side)"), "{board}");
        })
        .run();
    team()
        .args(["build", "plan.wod", "--whiteboard", "--day", "2026-01-12", "--to", "md", "-o", "-"])
        .stdout_contains("## Monday, 12 Jan 2026 (week 2)")
        .check(|ran| assert!(!ran.stdout.contains("5 Jan"), "{}", ran.stdout))
        .run();
    team()
        .args(["build", "plan.wod", "--whiteboard", "--day", "2026-01-13"])
        .stderr_contains("nothing is lifted on 2026-01-13; the nearest day is `--day 2026-01-12`")
        .status(2)
        .run();
}
