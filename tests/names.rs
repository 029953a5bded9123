//! The names of exercises that coaches write: each is known, needs what it says and is worked by the half that it says.
//!
//! `names.tsv` has a name on each line, with tabs between: the name; the equipment, with commas between, or `-`; the half
//! of the body that it is worked by at a time, or `-`; a word that the movement's own name or its equipment must keep,
//! or `-`. A `|` parts what is equally right.

use std::collections::BTreeSet;

use wodc::catalog;
use wodc::catalog::movement::Movement;

/// Returns a name's letters and digits.
fn plain(name: &str) -> String {
    name.chars().filter(|sign| sign.is_ascii_alphanumeric()).map(|sign| sign.to_ascii_lowercase()).collect()
}

/// Returns what is wrong with the movement that a line's name means, if anything.
fn fault(movement: &Movement, equipment: &str, half: &str, keeps: &str) -> Option<String> {
    let has: BTreeSet<&str> = movement.equipment.iter().map(String::as_str).collect();
    let fits = |wanted: &str| {
        has == wanted.split(',').map(str::trim).filter(|one| *one != "-").collect::<BTreeSet<&str>>()
    };
    if !equipment.to_lowercase().split('|').any(fits) {
        return Some(format!("it needs {has:?}, not {equipment}"));
    }
    let sides = movement.sides.map_or("-", |half| half.name());
    if !half.split('|').any(|wanted| wanted == sides) {
        return Some(format!("it is worked by {sides}, not by {half}"));
    }
    let told = plain(&movement.name) + " " + &has.into_iter().map(plain).collect::<Vec<_>>().join(" ");
    let is_kept = keeps == "-" || keeps.split('|').any(|word| told.contains(&plain(word)));
    (!is_kept).then(|| format!("it has lost {keeps}"))
}

#[test]
fn every_name_that_coaches_write_is_known_with_what_it_needs() {
    let mut faults = Vec::new();
    let mut count = 0;
    for line in include_str!("names.tsv").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [name, equipment, half, keeps] = columns[..] else { panic!("{line}: four columns") };
        count += 1;
        match catalog::look_up(name) {
            None => faults.push(format!("{name}: it is not known")),
            Some(movement) => {
                let fault = fault(&movement, equipment, half, keeps);
                faults.extend(fault.map(|fault| format!("{name}: as {}, {fault}", movement.name)));
            }
        }
    }
    assert!(faults.is_empty(), "{} of {count} names:\n{}", faults.len(), faults.join("\n"));
    assert!(count >= 800, "only {count} names");
}

/// An alias shortens or respells. One that names another implement is a movement of its own.
#[test]
fn no_other_name_names_an_implement_that_is_not_needed() {
    const IMPLEMENTS: [(&str, &str); 11] = [
        ("dumbbell", "dumbbell"),
        ("db", "dumbbell"),
        ("barbell", "barbell"),
        ("bb", "barbell"),
        ("kettlebell", "kettlebell"),
        ("kb", "kettlebell"),
        ("landmine", "landmine"),
        ("sandbag", "sandbag"),
        ("cable", "cable machine"),
        ("trx", "suspension trainer"),
        ("treadmill", "treadmill"),
    ];
    let mut faults = Vec::new();
    for name in catalog::names() {
        let movement = catalog::find(&catalog::key(name)).unwrap();
        for also in &movement.also {
            for word in also.split([' ', '-']).map(str::to_lowercase) {
                let implement = IMPLEMENTS.iter().find(|(own, _)| *own == word);
                if let Some((_, needed)) = implement
                    && !movement.equipment.iter().any(|own| own == needed)
                {
                    faults.push(format!("{also} is {name}, without a {needed}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
