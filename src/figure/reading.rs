//! Poses by their lines, and figures by the poses they name.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

use super::body::{Before, Body};
use super::laws;
use super::mistake::Mistake;
use super::pose::Pose;
use super::solve::solve;
use super::words::{FIRST_WORDS, read_fact};
use crate::catalog::{key, single_blanks};
use crate::syntax::parse;

/// The most poses that a figure has: where it begins, on the way, and where it ends.
const MOST_POSES: usize = 3;

/// One pose (a hold), or two or three one after another.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its poses. There is at least one.
    pub poses: Vec<FigurePose>,
}

/// A pose of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct FigurePose {
    /// The name of the pose that it is, with some changes.
    pub name: String,
    /// What is said of it.
    pub pose: Pose,
    /// Where it is said: the first and the last byte of the text, for messages.
    place: (usize, usize),
}

/// What is said behind `figure`.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// `none`: nothing is shown.
    None,
    /// `as "goblet squat"`: the figure of another movement.
    As(String),
    /// Poses.
    Poses(Arc<Figure>),
}

/// Reads the lines of a pose, over those of the pose that it is like. Lines with mistakes are left out.
///
/// Returns the mistakes with the number of the line that they are in.
pub fn read_pose(base: Option<&Pose>, lines: &[&str]) -> (Pose, Vec<(usize, Mistake)>) {
    let mut pose = base.cloned().unwrap_or_default();
    let read = |(number, line): (usize, &&str)| Some((number, read_fact(&mut pose, line).err()?));
    let mistakes = lines.iter().enumerate().filter_map(read).collect();
    (pose, mistakes)
}

/// Reads what stands behind `figure`: `stand, hands chest to squat, hands chest`, `as "goblet squat"`, `none`.
///
/// # Errors
///
/// Returns the first mistake: a pose that is not found, or words that say nothing of one.
pub fn read_figure(text: &str, find: &dyn Fn(&str) -> Option<Arc<Pose>>) -> Result<Said, Mistake> {
    let words = text.trim();
    if words == "none" {
        return Ok(Said::None);
    }
    if let Some(name) = words.strip_prefix("as ") {
        return Ok(Said::As(name.trim().trim_matches('"').to_owned()));
    }
    let mut poses = Vec::new();
    for (start, part) in parted(text, " to ") {
        poses.push(read_figure_pose(part, find).map_err(|mistake| mistake.later(start))?.at(start));
    }
    match poses.get(MOST_POSES) {
        None => Ok(Said::Poses(Arc::new(Figure { poses }))),
        Some(next) => Err(Mistake {
            place: next.place.0..next.place.1,
            message: format!("a figure has at most {MOST_POSES} poses"),
            help: Some("show where the movement begins and where it ends".to_owned()),
            fix: None,
        }),
    }
}

/// Returns the names that a figure gives poses by, whether there are such poses or not.
pub fn named_in_figure(text: &str) -> impl Iterator<Item = &str> {
    text.split(" to ").filter_map(|part| part.split(',').next()).map(str::trim)
}

/// Reads a pose and its changes: `stand, hands chest`.
fn read_figure_pose(text: &str, find: &dyn Fn(&str) -> Option<Arc<Pose>>) -> Result<FigurePose, Mistake> {
    let mut facts = parted(text, ",");
    let (start, first) = facts.next().unwrap_or((0, ""));
    let name = first.trim();
    let start = start + first.len() - first.trim_start().len();
    let place = start..start + name.len();
    if name.is_empty() {
        return Err(Mistake {
            place: 0..text.len(),
            message: "a pose is missing here".to_owned(),
            help: Some(
                "name it first, then what is different: `figure stand, hands chest to squat`".to_owned(),
            ),
            fix: None,
        });
    }
    let pose = find(name).ok_or_else(|| unknown_pose(name, place))?;
    let mut pose = Pose::clone(&pose);
    for (start, fact) in facts {
        read_fact(&mut pose, fact).map_err(|mistake| mistake.later(start))?;
    }
    let end = text.trim_end().len();
    Ok(FigurePose { name: single_blanks(name), pose, place: (start, end) })
}

impl FigurePose {
    /// Returns the same pose of a longer text, in which it begins so many bytes later.
    fn at(mut self, by: usize) -> Self {
        self.place = (self.place.0 + by, self.place.1 + by);
        self
    }
}

/// Reports a pose that nobody defines, with what was probably meant.
pub fn unknown_pose(name: &str, place: Range<usize>) -> Mistake {
    if let Some(mistake) = without_comma(name, &place) {
        return mistake;
    }
    let near = crate::diagnostic::nearest(&name.to_lowercase(), pose_names());
    Mistake {
        place,
        message: match near {
            Some(near) => format!("there is no pose `{name}`; it is spelt `{near}`"),
            None => format!("there is no pose `{name}`"),
        },
        help: near.is_none().then(|| {
            "take one that ships, such as `stand`, `squat`, `plank` or `supine`, or define it: `pose \"…\" as stand < … >`"
                .to_owned()
        }),
        fix: near.map(str::to_owned),
    }
}

/// Reports `stand with kettlebell`: a pose that ships, and behind it, without a comma, what is different about it.
fn without_comma(name: &str, place: &Range<usize>) -> Option<Mistake> {
    let blanks = name.match_indices(' ').rev();
    let (pose, change) = blanks.map(|(at, _)| name.split_at(at)).find(|(pose, change)| {
        let is_change = FIRST_WORDS.iter().any(|word| change.split_whitespace().next() == Some(word));
        is_change && pose_named(pose).is_some()
    })?;
    Some(Mistake {
        place: place.clone(),
        message: format!("a comma goes between `{pose}` and what is different about it"),
        help: None,
        fix: Some(format!("{pose},{change}")),
    })
}

/// Returns the parts of a text between separators, each with its first byte.
fn parted<'t>(text: &'t str, separator: &'static str) -> impl Iterator<Item = (usize, &'t str)> {
    text.split(separator).scan(0, move |from, part| {
        let start = *from;
        *from += part.len() + separator.len();
        Some((start, part))
    })
}

impl Figure {
    /// Finds where every joint is in each of its poses.
    ///
    /// # Errors
    ///
    /// Returns the first pose that nobody can be in, as a mistake of the text that it was read from: a hand that does not
    /// reach, a foot that does not come down, a body through the floor.
    pub fn solve(&self) -> Result<Vec<Body>, Mistake> {
        let mut bodies: Vec<Body> = Vec::with_capacity(self.poses.len());
        for (number, part) in self.poses.iter().enumerate() {
            let before = number.checked_sub(1).and_then(|before| {
                Some(Before { pose: &self.poses.get(before)?.pose, body: bodies.get(before)? })
            });
            let cannot = |message: String, help: &str| Mistake {
                place: part.place.0..part.place.1,
                message,
                help: Some(help.to_owned()),
                fix: None,
            };
            let body = solve(&part.pose, before).map_err(|impossible| {
                let (what, help) = impossible.said();
                cannot(format!("in `{}` {what}", part.name), help)
            })?;
            if let Some(broken) = laws::broken(&part.pose, &body, before).first() {
                return Err(cannot(format!("in `{}` {}", part.name, broken.said()), broken.help()));
            }
            bodies.push(body);
        }
        Ok(bodies)
    }
}

/// The poses that ship, by the keys of their names.
static SHIPPED: LazyLock<Shipped> = LazyLock::new(|| {
    const TEXT: &str = include_str!("../catalog/poses.wod");
    let (tree, _) = parse(TEXT);
    let mut shipped = Shipped::default();
    for definition in tree.pose_definitions() {
        let base = definition.base.and_then(|base| shipped.poses.get(&key(&TEXT[base.range()])).cloned());
        let lines: Vec<&str> = definition.lines.iter().map(|line| &TEXT[line.range()]).collect();
        let (pose, _) = read_pose(base.as_deref(), &lines);
        let name = &TEXT[definition.name.inner.range()];
        shipped.poses.insert(key(name), Arc::new(pose));
        shipped.names.push(name);
    }
    shipped
});

#[derive(Default)]
struct Shipped {
    poses: FxHashMap<String, Arc<Pose>>,
    /// In the order of the file.
    names: Vec<&'static str>,
}

/// Returns a pose that ships, by its name.
pub fn pose_named(name: &str) -> Option<Arc<Pose>> {
    SHIPPED.poses.get(&key(name)).cloned()
}

/// Returns the names of the poses that ship.
pub fn pose_names() -> impl Iterator<Item = &'static str> {
    SHIPPED.names.iter().copied()
}
