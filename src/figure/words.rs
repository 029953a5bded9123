//! Reading what is said of a pose: `right hip 24 knee 12`, `feet toes on 0.2`, `hands chest`, `with bench under hips 0.26`.

use std::ops::Range;

use super::mistake::Mistake;
use super::pose::{Elbow, Foot, Hand, LEFT, Pose, RIGHT, SIDES, Spot, Straight, Support, View};
use super::prop::{Manner, Part, Prop, PropKind};
use crate::diagnostic::nearest;

/// What a line of a pose can begin with, behind `right` or `left`.
pub const FIRST_WORDS: &[&str] = &[
    "view", "trunk", "spine", "neck", "bend", "turn", "look", "shrug", "hip", "knee", "ankle", "shoulder",
    "elbow", "elbows", "thigh", "shank", "arm", "forearm", "foot", "feet", "rest", "hold", "lift", "moving",
    "leaning", "hand", "hands", "with", "without", "right", "left",
];

/// The most things that a pose has.
const MOST_THINGS: usize = 12;

/// The joints whose angles are given by pairs.
const JOINTS: &[&str] = &["hip", "knee", "ankle", "shoulder", "elbow", "trunk", "spine", "neck", "bend"];

/// The places of hands that need nothing behind them.
const PLACES: &[(&str, Place)] = &[
    ("free", Place::Is(Hand::Free)),
    ("down", Place::Is(Hand::Straight(Straight::Down))),
    ("overhead", Place::Is(Hand::Straight(Straight::Up))),
    ("ahead", Place::Is(Hand::Straight(Straight::Ahead))),
    ("behind", Place::Is(Hand::Straight(Straight::Behind))),
    ("stay", Place::Is(Hand::Staying)),
    ("neck", Place::Is(Hand::Neck)),
    ("ears", Place::Is(Hand::Ear)),
    ("elbows", Place::Is(Hand::OtherElbow)),
    ("crossed", Place::Is(Hand::OtherShoulder)),
    ("chest", Place::Beside { side: (0.10, 0.72), front: (0.02, 0.72) }),
    ("rack", Place::Beside { side: (0.085, 0.97), front: (0.13, 0.97) }),
    ("hips", Place::Beside { side: (0.075, 0.08), front: (0.075, 0.08) }),
    ("belly", Place::Beside { side: (0.09, 0.35), front: (0.03, 0.35) }),
    ("prayer", Place::Beside { side: (0.13, 0.8), front: (0.01, 0.8) }),
    ("back", Place::Beside { side: (-0.06, 0.2), front: (-0.06, 0.2) }),
    ("knee", Place::Is(Hand::Leg { spot: Spot::Knee, other: false })),
    ("knees", Place::Is(Hand::Leg { spot: Spot::Knee, other: false })),
    ("thigh", Place::Is(Hand::Leg { spot: Spot::Thigh, other: false })),
    ("thighs", Place::Is(Hand::Leg { spot: Spot::Thigh, other: false })),
    ("shin", Place::Is(Hand::Leg { spot: Spot::Shin, other: false })),
    ("shins", Place::Is(Hand::Leg { spot: Spot::Shin, other: false })),
    ("ankle", Place::Is(Hand::Leg { spot: Spot::Ankle, other: false })),
    ("ankles", Place::Is(Hand::Leg { spot: Spot::Ankle, other: false })),
    ("heel", Place::Is(Hand::Leg { spot: Spot::Heel, other: false })),
    ("heels", Place::Is(Hand::Leg { spot: Spot::Heel, other: false })),
    ("toes", Place::Is(Hand::Leg { spot: Spot::Toes, other: false })),
    ("other-knee", Place::Is(Hand::Leg { spot: Spot::Knee, other: true })),
    ("other-ankle", Place::Is(Hand::Leg { spot: Spot::Ankle, other: true })),
    ("other-toes", Place::Is(Hand::Leg { spot: Spot::Toes, other: true })),
];

/// The places of hands that something follows.
const LONGER_PLACES: &[&str] = &["floor", "on", "forearm", "forearms", "reach", "at"];

/// Where a hand is, by a word.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// A place that looks the same from the side and the front.
    Is(Hand),
    /// Before the trunk and up it, seen from the side and from the front.
    Beside { side: (f64, f64), front: (f64, f64) },
}

/// Reads one fact, or several angles, into a pose. Nothing is changed where it can't be read.
pub fn read_fact(pose: &mut Pose, text: &str) -> Result<(), Mistake> {
    let mut words = Words::of(text);
    let sides: &[usize] = match words.peek() {
        Some("right") => &[RIGHT],
        Some("left") => &[LEFT],
        _ => &SIDES,
    };
    if sides.len() == 1 {
        words.next();
    }
    let mut read = pose.clone();
    read_rest(&mut read, &mut words, sides)?;
    words.nothing_more()?;
    *pose = read;
    Ok(())
}

fn read_rest(pose: &mut Pose, words: &mut Words<'_>, sides: &[usize]) -> Result<(), Mistake> {
    let Some(first) = words.next() else {
        return Err(words.missing("what is right or left?", "write what it is of: `right hip 90`"));
    };
    match first {
        "view" => pose.view = read_view(words)?,
        "trunk" if words.takes("balanced") => pose.trunk = None,
        "turn" => pose.turn = words.angle(first)?,
        "look" => pose.look = words.angle(first)?,
        "shrug" => pose.shrug = words.length(first)?,
        "lift" => pose.lift = words.length(first)?,
        "moving" | "leaning" => pose.is_steadied = true,
        "hold" => {
            words.expect("at", "a height follows: `hold at 1.32`")?;
            pose.support = Support::Hands(words.length(first)?);
        }
        "rest" => pose.support = read_support(words)?,
        "elbow" | "elbows" if !words.is_number() => set(&mut pose.elbows, sides, read_elbow(words)?),
        "foot" | "feet" => {
            set(&mut pose.feet, sides, read_foot(words)?);
            let step = if words.takes("on") { words.length("on")? } else { 0.0 };
            set(&mut pose.steps, sides, step);
        }
        "thigh" | "shank" | "arm" | "forearm" => read_turn(pose, words, sides, first)?,
        "hand" | "hands" => {
            let hand = read_hand(words, pose.view)?;
            set(&mut pose.hands, sides, hand);
        }
        "with" if pose.props.len() == MOST_THINGS => {
            let message = format!("a pose has at most {MOST_THINGS} things");
            return Err(words.missing(&message, "leave out what is not needed to see what to do"));
        }
        "with" => pose.props.push(read_prop(words)?),
        "without" => match words.peek() {
            None => pose.props.clear(),
            Some(_) => {
                let kind = words.one_of(PropKind::ALL, "thing", "things")?;
                pose.props.retain(|prop| prop.kind != kind);
            }
        },
        joint if JOINTS.contains(&joint) => read_angles(pose, words, sides, joint)?,
        _ => return Err(words.unknown_before(FIRST_WORDS.iter().copied(), "is not said of a pose")),
    }
    Ok(())
}

fn set<T: Copy>(pair: &mut [T; 2], sides: &[usize], value: T) {
    for &side in sides {
        pair[side] = value;
    }
}

fn read_view(words: &mut Words<'_>) -> Result<View, Mistake> {
    let views = [("side", View::Side), ("front", View::Front), ("above", View::Above)];
    words.one_of(&views, "view", "views")
}

fn read_support(words: &mut Words<'_>) -> Result<Support, Mistake> {
    let supports = [
        ("hips", Support::Hips(0.0)),
        ("shoulders", Support::Shoulders(0.0)),
        ("trunk", Support::Trunk(0.0)),
        ("feet", Support::Floor),
    ];
    let support = words.one_of(&supports, "part that can rest", "parts that can rest")?;
    let height = if words.takes("on") { words.length("on")? } else { 0.0 };
    Ok(match support {
        Support::Hips(_) => Support::Hips(height),
        Support::Shoulders(_) => Support::Shoulders(height),
        Support::Trunk(_) => Support::Trunk(height),
        Support::Floor | Support::Hands(_) => Support::Floor,
    })
}

fn read_elbow(words: &mut Words<'_>) -> Result<Elbow, Mistake> {
    let ways = [
        ("up", Elbow::Up),
        ("down", Elbow::Down),
        ("front", Elbow::Front),
        ("back", Elbow::Back),
        ("in", Elbow::In),
        ("out", Elbow::Out),
    ];
    words.one_of(&ways, "way for an elbow", "ways for an elbow")
}

fn read_foot(words: &mut Words<'_>) -> Result<Foot, Mistake> {
    let feet = [
        ("free", Foot::Free),
        ("flat", Foot::Flat),
        ("toes", Foot::Toes),
        ("heel", Foot::Heel),
        ("heels", Foot::Heel),
        ("knee", Foot::Knee),
        ("knees", Foot::Knee),
    ];
    words.one_of(&feet, "way for a foot to be planted", "ways for a foot to be planted")
}

/// Reads `thigh out 30`.
fn read_turn(pose: &mut Pose, words: &mut Words<'_>, sides: &[usize], bone: &str) -> Result<(), Mistake> {
    words.expect("out", &format!("an angle follows: `{bone} out 30`"))?;
    let angle = words.angle(bone)?;
    for &side in sides {
        let out = &mut pose.limbs[side].out;
        match bone {
            "thigh" => out.thigh = angle,
            "shank" => out.shank = angle,
            "arm" => out.arm = angle,
            _ => out.forearm = angle,
        }
    }
    Ok(())
}

/// Reads `hip 24 knee 12`.
fn read_angles(pose: &mut Pose, words: &mut Words<'_>, sides: &[usize], first: &str) -> Result<(), Mistake> {
    let mut joint = first;
    loop {
        let angle = words.angle(joint)?;
        match joint {
            "trunk" => pose.trunk = Some(angle),
            "spine" => pose.spine = angle,
            "neck" => pose.neck = angle,
            "bend" => pose.bend = angle,
            _ => {
                for &side in sides {
                    set_joint(pose, side, joint, angle);
                }
            }
        }
        match words.next() {
            None => return Ok(()),
            Some(next) if JOINTS.contains(&next) => joint = next,
            Some(_) => return Err(words.unknown_before(JOINTS.iter().copied(), "is no joint")),
        }
    }
}

/// Sets the angle of a joint of one side. That of an arm frees the hand.
fn set_joint(pose: &mut Pose, side: usize, joint: &str, angle: f64) {
    let limb = &mut pose.limbs[side];
    match joint {
        "hip" => limb.hip = angle,
        "knee" => limb.knee = angle,
        "ankle" => limb.ankle = angle,
        "shoulder" => limb.shoulder = angle,
        _ => limb.elbow = angle,
    }
    if matches!(joint, "shoulder" | "elbow") {
        pose.hands[side] = Hand::Free;
    }
}

fn read_hand(words: &mut Words<'_>, view: View) -> Result<Hand, Mistake> {
    let all = PLACES.iter().map(|(name, _)| *name).chain(LONGER_PLACES.iter().copied());
    let Some(word) = words.next() else {
        return Err(words.missing(
            "where are the hands?",
            "write where: `hands chest`, `hands floor`, `hands on 0.3`, `hands overhead`",
        ));
    };
    Ok(match word {
        "floor" => Hand::On { height: 0.0, ahead: words.length_or(0.0)? },
        "on" => Hand::On { height: words.length(word)?, ahead: words.length_or(0.0)? },
        "forearm" | "forearms" => {
            let height = match words.next() {
                Some("floor") => 0.0,
                Some("on") => words.length("on")?,
                _ => {
                    let message = "what are the forearms on?";
                    return Err(
                        words.missing(message, "write `hands forearms floor` or `hands forearms on 0.3`")
                    );
                }
            };
            Hand::Forearm { height }
        }
        "at" => Hand::Beside { ahead: words.length(word)?, up: words.length(word)? },
        "reach" => {
            let spots = [
                ("knees", Spot::Knee),
                ("shins", Spot::Shin),
                ("ankles", Spot::Ankle),
                ("heels", Spot::Heel),
                ("toes", Spot::Toes),
            ];
            Hand::Reaching(words.one_of(&spots, "part to reach for", "parts to reach for")?)
        }
        _ => match PLACES.iter().find(|(name, _)| *name == word) {
            Some((_, Place::Is(hand))) => *hand,
            Some(&(_, Place::Beside { side, front })) => {
                let (ahead, up) = if view.is_of_both_sides() { front } else { side };
                Hand::Beside { ahead, up }
            }
            None => return Err(words.unknown_before(all, "is no place for a hand")),
        },
    })
}

/// Reads `bench under left foot 0.2`, `kettlebell at right hand up`.
fn read_prop(words: &mut Words<'_>) -> Result<Prop, Mistake> {
    let kind = words.one_of(PropKind::ALL, "thing", "things")?;
    let mut prop = Prop { kind, at: None, manners: Vec::new(), lengths: Vec::new() };
    while let Some(word) = words.peek() {
        if matches!(word, "at" | "under" | "in") {
            words.next();
            prop.at = Some(read_part(words)?);
        } else if words.is_number() {
            prop.lengths.push(words.length(word)?);
        } else {
            prop.manners.push(words.one_of(Manner::ALL, "thing to say of it", "things to say of it")?);
        }
    }
    Ok(prop)
}

fn read_part(words: &mut Words<'_>) -> Result<Part, Mistake> {
    let Some(side @ ("right" | "left")) = words.peek() else {
        return words.one_of(Part::ALL, "part of the body", "parts of the body");
    };
    words.next();
    let own: Vec<(&str, Part)> = Part::ALL
        .iter()
        .filter_map(|&(name, part)| Some((name.strip_prefix(side)?.trim_start(), part)))
        .collect();
    words.one_of(&own, "part of one side", "parts of one side")
}

/// The words of a text, with their places.
pub struct Words<'t> {
    text: &'t str,
    /// Where the next word is looked for.
    at: usize,
    /// Where the last word was.
    last: Range<usize>,
}

impl<'t> Words<'t> {
    /// Returns those of a text.
    pub fn of(text: &'t str) -> Self {
        Self { text, at: 0, last: 0..0 }
    }

    fn place(&self) -> Option<Range<usize>> {
        let rest = self.text.get(self.at..)?;
        let start = self.at + rest.find(|c: char| !c.is_whitespace())?;
        let word = self.text.get(start..)?;
        Some(start..start + word.find(char::is_whitespace).unwrap_or(word.len()))
    }

    /// Returns the next word without taking it.
    fn peek(&self) -> Option<&'t str> {
        self.text.get(self.place()?)
    }

    /// Takes the next word.
    fn next(&mut self) -> Option<&'t str> {
        let place = self.place()?;
        self.at = place.end;
        self.last = place.clone();
        self.text.get(place)
    }

    /// Takes the next word if it is this one.
    fn takes(&mut self, word: &str) -> bool {
        let is_it = self.peek() == Some(word);
        if is_it {
            self.next();
        }
        is_it
    }

    fn is_number(&self) -> bool {
        self.peek().is_some_and(|word| number(word).is_some())
    }

    fn expect(&mut self, word: &str, help: &str) -> Result<(), Mistake> {
        if self.takes(word) {
            return Ok(());
        }
        self.next();
        Err(self.missing(&format!("`{word}` is missing here"), help))
    }

    /// Takes an angle, in degrees.
    fn angle(&mut self, of: &str) -> Result<f64, Mistake> {
        let help = format!("write an angle in degrees, from -360 to 360: `{of} 90`");
        self.number(360.0, &format!("how far is the {of} turned?"), &help)
    }

    /// Takes a length, in heights of the person.
    fn length(&mut self, of: &str) -> Result<f64, Mistake> {
        let help = "write a length as a part of the person's height, from -3 to 3: a bench is 0.25 high";
        self.number(3.0, &format!("how far or how high is `{of}`?"), help)
    }

    fn length_or(&mut self, usual: f64) -> Result<f64, Mistake> {
        if self.is_number() { self.length("it") } else { Ok(usual) }
    }

    fn number(&mut self, most: f64, message: &str, help: &str) -> Result<f64, Mistake> {
        let read = self.next().and_then(number).filter(|number| number.abs() <= most);
        read.ok_or_else(|| self.missing(message, help))
    }

    /// Takes one of some words.
    fn one_of<T: Copy>(&mut self, known: &[(&str, T)], one: &str, all: &str) -> Result<T, Mistake> {
        let names = || known.iter().map(|(name, _)| *name).filter(|name| !name.contains(' '));
        let list = || names().collect::<Vec<_>>().join(", ");
        let Some(word) = self.next() else {
            return Err(self.missing(
                &format!("a {one} is missing here"),
                &format!("there are these {all}: {}", list()),
            ));
        };
        known.iter().find(|(name, _)| *name == word).map(|&(_, value)| value).ok_or_else(|| {
            let mistake = self.unknown_before(names(), &format!("is no {one}"));
            Mistake {
                help: mistake.fix.is_none().then(|| format!("there are these {all}: {}", list())),
                ..mistake
            }
        })
    }

    /// Reports the last word, which is not among the known ones.
    fn unknown_before<'k>(&self, known: impl Iterator<Item = &'k str>, message: &str) -> Mistake {
        let word = self.text.get(self.last.clone()).unwrap_or_default();
        let known: Vec<&str> = known.collect();
        let near = nearest(&word.to_lowercase(), known.iter().copied());
        let help = near.is_none().then(|| format!("there are: {}", known.join(", ")));
        Mistake {
            place: self.last.clone(),
            message: match near {
                Some(near) => format!("`{word}` {message}; it is spelt `{near}`"),
                None => format!("`{word}` {message}"),
            },
            help,
            fix: near.map(str::to_owned),
        }
    }

    /// Reports that something is missing or wrong at the last word.
    fn missing(&self, message: &str, help: &str) -> Mistake {
        let place = if self.last.is_empty() { 0..self.text.len() } else { self.last.clone() };
        Mistake { place, message: message.to_owned(), help: Some(help.to_owned()), fix: None }
    }

    fn nothing_more(&mut self) -> Result<(), Mistake> {
        let Some(word) = self.next() else { return Ok(()) };
        let message = format!("`{word}` says nothing here");
        Err(self.missing(&message, "one thing is said at a time; in a figure a comma parts two of them"))
    }
}

/// Reads a number of few digits, with a sign.
fn number(word: &str) -> Option<f64> {
    let digits = word.strip_prefix(['-', '+']).unwrap_or(word);
    let is_plain = !digits.is_empty()
        && digits.len() <= 8
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    is_plain.then(|| word.parse().ok()).flatten()
}
