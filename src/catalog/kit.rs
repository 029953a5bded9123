//! Words of equipment that may go with any movement: `sandbag`, `TRX`, `weighted`.

use super::key;
use super::movement::{Movement, Pattern};

/// What a word of equipment does to the equipment of a movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// It is added to what the movement needs.
    Nothing,
    /// It is added where nothing is held yet.
    NothingIfLoaded,
    /// It takes the place of what is held, and of the rack that held it. A bench or a box stays.
    Load,
    /// The same, but a rack stays: a barbell may be taken out of it.
    LoadFromRack,
    /// It takes the place of a bench or a box.
    Seat,
    /// It takes the place of all equipment.
    Everything,
}

/// Equipment that may be named with a movement.
#[derive(Debug)]
pub struct Kit {
    /// The word that the catalogue has for it in names.
    pub name: &'static str,
    /// The keys of all words for it.
    words: &'static [&'static str],
    /// What is needed then.
    gear: &'static [&'static str],
    takes: Takes,
}

/// All of them.
#[rustfmt::skip]
const KITS: [Kit; 20] = [
    Kit { name: "dumbbell", words: &["dumbbell"], gear: &["dumbbell"], takes: Takes::Load },
    Kit { name: "barbell", words: &["barbell"], gear: &["barbell"], takes: Takes::LoadFromRack },
    Kit { name: "kettlebell", words: &["kettlebell"], gear: &["kettlebell"], takes: Takes::Load },
    Kit { name: "EZ-bar", words: &["ezbar"], gear: &["ez bar"], takes: Takes::Load },
    Kit { name: "trap bar", words: &["trapbar"], gear: &["trap bar"], takes: Takes::Load },
    Kit { name: "landmine", words: &["landmine"], gear: &["barbell", "landmine"], takes: Takes::Load },
    Kit { name: "sandbag", words: &["sandbag"], gear: &["sandbag"], takes: Takes::Load },
    Kit { name: "plate", words: &["plate"], gear: &["plate"], takes: Takes::Load },
    Kit { name: "medicine ball", words: &["medicineball"], gear: &["medicine ball"], takes: Takes::Load },
    Kit { name: "log", words: &["log"], gear: &["log"], takes: Takes::Load },
    Kit { name: "band", words: &["band"], gear: &["band"], takes: Takes::Load },
    Kit { name: "cable", words: &["cable", "cablemachine"], gear: &["cable machine"], takes: Takes::Load },
    Kit { name: "Smith machine", words: &["smithmachine"], gear: &["machine"], takes: Takes::Load },
    Kit { name: "machine", words: &["machine"], gear: &["machine"], takes: Takes::Everything },
    Kit { name: "TRX", words: &["trx"], gear: &["suspension trainer"], takes: Takes::Everything },
    Kit { name: "ring", words: &["ring"], gear: &["rings"], takes: Takes::Everything },
    Kit { name: "stability ball", words: &["stabilityball"], gear: &["stability ball"], takes: Takes::Seat },
    Kit { name: "weight vest", words: &["weightvest", "weightedvest"], gear: &["weight vest"], takes: Takes::Nothing },
    Kit { name: "weighted", words: &["weighted", "loaded"], gear: &["plate"], takes: Takes::NothingIfLoaded },
    Kit { name: "bodyweight", words: &["bodyweight", "unweighted", "unloaded"], gear: &[], takes: Takes::Load },
];

/// What is held, pulled at or worn against the movement.
const LOADS: [&str; 17] = [
    "barbell",
    "dumbbell",
    "kettlebell",
    "ez bar",
    "trap bar",
    "landmine",
    "cable machine",
    "band",
    "plate",
    "medicine ball",
    "sandbag",
    "d-ball",
    "log",
    "weight vest",
    "ab wheel",
    "pvc pipe",
    "suspension trainer",
];

/// Machines that another load can do the work of.
const MACHINES: [&str; 3] = ["machine", "leg press", "calf raise machine"];

/// Words of cues that are about what was held.
const HELD: [&str; 14] = [
    "bar",
    "barbell",
    "bell",
    "dumbbell",
    "kettlebell",
    "handle",
    "cable",
    "rope",
    "band",
    "plate",
    "ball",
    "bag",
    "machine",
    "pad",
];

impl Kit {
    /// Returns the equipment that some words name, if they name any.
    pub fn called(words: &[&str]) -> Option<&'static Kit> {
        let wanted = key(&words.join(" "));
        KITS.iter().find(|kit| kit.words.contains(&wanted.as_str()))
    }

    /// Tells whether equipment is held, pulled at or worn against a movement.
    pub fn is_load(equipment: &str) -> bool {
        LOADS.contains(&equipment)
    }

    /// Tells whether a movement that already names equipment can have this as well.
    pub fn is_added(&self) -> bool {
        match self.takes {
            Takes::Nothing | Takes::NothingIfLoaded | Takes::Seat => true,
            Takes::Load | Takes::LoadFromRack | Takes::Everything => false,
        }
    }

    /// Returns what a movement needs when it is done with this; none where that makes no sense.
    pub fn equipment(&self, movement: &Movement) -> Option<Vec<String>> {
        let travels = movement.pattern == Some(Pattern::Locomotion);
        let is_fixed =
            self.takes == Takes::Everything || self.name == "cable" || self.name == "Smith machine";
        if travels && (is_fixed || !movement.equipment.is_empty()) {
            return None;
        }
        let stays = |own: &&String| {
            let is_load = LOADS.contains(&own.as_str());
            match self.takes {
                Takes::Nothing | Takes::NothingIfLoaded => true,
                Takes::Seat => !matches!(own.as_str(), "bench" | "box"),
                Takes::LoadFromRack => !is_load && !replaces_machine(movement, own),
                Takes::Load => !is_load && *own != "rack" && !replaces_machine(movement, own),
                Takes::Everything => *own == "mat",
            }
        };
        let is_loaded = movement.equipment.iter().any(|own| LOADS.contains(&own.as_str()));
        let gear = if self.takes == Takes::NothingIfLoaded && is_loaded { &[] } else { self.gear };
        let mut equipment: Vec<String> = gear.iter().map(|&one| one.to_owned()).collect();
        for own in movement.equipment.iter().filter(stays) {
            if !equipment.contains(own) {
                equipment.push(own.clone());
            }
        }
        Some(equipment)
    }

    /// Returns a movement as it is done with this; none where that makes no sense. It is the same movement where it needs
    /// no other equipment.
    pub fn over(&self, movement: &Movement) -> Option<Movement> {
        let equipment = self.equipment(movement)?;
        let is_same = |own: &String| movement.equipment.contains(own);
        if equipment.len() == movement.equipment.len() && equipment.iter().all(is_same) {
            return Some(movement.clone());
        }
        let has_lost = movement.equipment.iter().any(|own| !equipment.contains(own));
        let is_true = |text: &str| !has_lost || !is_about_what_was_held(text);
        let is_bare = movement.equipment.is_empty();
        Some(Movement {
            name: format!("{} {}", self.name, movement.name),
            also: Vec::new(),
            easier: if is_bare { vec![movement.name.clone()] } else { Vec::new() },
            harder: Vec::new(),
            load: None,
            // It would show what was held before.
            figure: None,
            why: movement.why.clone().filter(|why| is_true(why)),
            cues: movement.cues.iter().filter(|cue| is_true(cue)).cloned().collect(),
            equipment,
            ..movement.clone()
        })
    }
}

/// Tells whether a load takes the place of this machine. A back extension is still done on its bench.
fn replaces_machine(movement: &Movement, own: &str) -> bool {
    movement.pattern != Some(Pattern::Hinge) && MACHINES.contains(&own)
}

/// Tells whether a cue names something that was held.
fn is_about_what_was_held(text: &str) -> bool {
    text.split(|sign: char| !sign.is_alphabetic()).any(|word| HELD.contains(&key(word).as_str()))
}
