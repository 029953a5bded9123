//! What movements cover ground, and how hard their names say that they are.

use super::{Intensity, Travel};
use crate::catalog;
use crate::catalog::movement::Movement;

fn movement(name: &str) -> &'static Movement {
    catalog::find(&catalog::key(name)).unwrap_or_else(|| panic!("{name}"))
}

#[test]
fn each_way_of_covering_ground_is_counted_by_itself() {
    for (travel, names) in [
        (
            Travel::Foot,
            &[
                "run",
                "easy run",
                "tempo run",
                "jog",
                "walk",
                "hike",
                "hill repeat",
                "treadmill run",
                "stride",
            ][..],
        ),
        (Travel::Bike, &["bike", "road ride", "bike interval", "tempo ride", "stationary bike"][..]),
        (Travel::Row, &["row", "kayaking"][..]),
        (Travel::Ski, &["ski erg", "cross-country ski"][..]),
        (Travel::Swim, &["swim", "freestyle", "easy swim"][..]),
        (Travel::Other, &["cross-training", "elliptical", "aqua jog"][..]),
    ] {
        for name in names {
            assert_eq!(Travel::by(movement(name)), Some(travel), "{name}");
        }
    }
    for name in ["squat", "row to press", "barbell row", "plank"] {
        if let Some(movement) = catalog::find(&catalog::key(name)) {
            assert_eq!(Travel::by(movement), None, "{name}");
        }
    }
}

#[test]
fn names_say_how_hard_they_are() {
    for (intensity, names) in [
        (
            Some(Intensity::Easy),
            &["easy run", "recovery run", "long run", "warm-up jog", "walk", "easy swim"][..],
        ),
        (Some(Intensity::Moderate), &["steady run", "marathon-pace run", "endurance ride"][..]),
        (
            Some(Intensity::Hard),
            &["tempo run", "threshold ride", "interval run", "hill sprint", "fartlek"][..],
        ),
        (None, &["run", "bike", "row", "swim", "cross-training"][..]),
    ] {
        for name in names {
            assert_eq!(Intensity::of_name(&movement(name).id), intensity, "{name}");
        }
    }
}
