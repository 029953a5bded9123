//! The poses that files define.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::files::Files;
use crate::catalog::{self, unescape};
use crate::diagnostic::{Diagnostic, Rule, nearest};
use crate::figure::{Mistake, Pose, pose_named, read_pose, unknown_pose};
use crate::source::{FileId, Span};
use crate::syntax::tree::PoseDefinition;

/// A pose that a file defines.
#[derive(Debug)]
struct Own {
    /// As it is written.
    name: String,
    pose: Arc<Pose>,
    /// Whether something of it could not be read, so that it may look otherwise than it was meant.
    is_broken: bool,
}

/// The poses that files define.
#[derive(Debug)]
pub(super) struct Poses<'f> {
    /// All files.
    pub(super) files: &'f Files,
    /// Those of each file by their keys; nothing where no file has any.
    of_files: Vec<FxHashMap<String, Own>>,
}

impl<'f> Poses<'f> {
    /// Reads the poses of all files. Returns them with the mistakes in those of the first file.
    pub(super) fn read(files: &'f Files) -> (Self, Vec<Diagnostic>) {
        let mut poses = Self { files, of_files: Vec::new() };
        let mut found = Vec::new();
        if files.iter().all(|(_, file)| file.tree.pose_definitions().next().is_none()) {
            return (poses, found);
        }
        poses.of_files.resize_with(files.iter().count(), FxHashMap::default);
        for file in used_first(files) {
            let mut places: FxHashMap<String, Span> = FxHashMap::default();
            for definition in files.get(file).tree.pose_definitions() {
                let mistakes = poses.add(definition, file, &mut places);
                if file == FileId::default() {
                    found.extend(mistakes.into_iter().map(|mistake| mistake.in_file(file)));
                }
            }
        }
        (poses, found)
    }

    /// Reads one pose, and returns the mistakes in it.
    fn add(
        &mut self,
        definition: &PoseDefinition,
        file: FileId,
        places: &mut FxHashMap<String, Span>,
    ) -> Vec<Diagnostic> {
        let text = &self.files.get(file).text;
        let mut found = Vec::new();
        let base = definition.base.and_then(|place| {
            let name = unescape(&text[place.range()]);
            let base = self.find(file, &name);
            if base.is_none() && !self.files.may_be_lacking(file) {
                found.push(self.unknown_base(place, &name, file));
            }
            base
        });
        let lines: Vec<&str> = definition.lines.iter().map(|line| &text[line.range()]).collect();
        let (pose, mistakes) = read_pose(base.as_deref(), &lines);
        for (line, mistake) in mistakes {
            if let Some(line) = definition.lines.get(line) {
                found.push(diagnostic(Rule::PoseStatement, *line, mistake));
            }
        }
        let is_base_broken =
            definition.base.is_some_and(|place| self.is_broken(file, &unescape(&text[place.range()])));
        let is_broken = is_base_broken || !found.is_empty();
        let name = unescape(&text[definition.name.inner.range()]);
        let key = catalog::key(&name);
        if key.is_empty() {
            // A missing name was reported when the tree was built.
            if !definition.name.span.is_empty() {
                let message = "a pose needs a name of at least one letter";
                found.push(Diagnostic::new(Rule::MissingStatementPart, definition.name.span, message));
            }
            return found;
        }
        match places.get(&key) {
            Some(&first) => found.push(
                Diagnostic::new(
                    Rule::DuplicateStatement,
                    definition.name.span,
                    format!("the pose `{name}` is defined twice"),
                )
                .and_at(first, "the first time")
                .help("delete one of them, or give it a name of its own"),
            ),
            None => {
                places.insert(key.clone(), definition.name.span);
                if let Some(own) = self.of_files.get_mut(usize::from(file.0)) {
                    own.insert(key, Own { name, pose: Arc::new(pose), is_broken });
                }
            }
        }
        found
    }

    /// Returns the poses of a file and of those that it uses.
    fn in_sight_of(&self, file: FileId) -> impl Iterator<Item = &FxHashMap<String, Own>> {
        self.files.in_sight_of(file).filter_map(|file| self.of_files.get(usize::from(file.0)))
    }

    /// Finds a pose that a file can name: its own, one of a file that it uses, or one that ships.
    pub(super) fn find(&self, file: FileId, name: &str) -> Option<Arc<Pose>> {
        let key = catalog::key(name);
        let own = self.in_sight_of(file).find_map(|poses| poses.get(&key));
        own.map(|own| own.pose.clone()).or_else(|| pose_named(name))
    }

    /// Tells whether a file names a pose by this name of which something could not be read.
    pub(super) fn is_broken(&self, file: FileId, name: &str) -> bool {
        let key = catalog::key(name);
        self.in_sight_of(file).find_map(|poses| poses.get(&key)).is_some_and(|own| own.is_broken)
    }

    /// Says that a pose is not known, with what was probably meant.
    pub(super) fn unknown(&self, name: &str, place: Range<usize>, file: FileId) -> Mistake {
        let own = self.in_sight_of(file).flat_map(|poses| poses.values()).map(|own| own.name.as_str());
        match nearest(name, own) {
            Some(near) => Mistake {
                place,
                message: format!("there is no pose `{name}`; it is spelt `{near}`"),
                help: None,
                fix: Some(near.to_owned()),
            },
            None => unknown_pose(name, place),
        }
    }

    /// Says that the pose which another is like is not known.
    fn unknown_base(&self, place: Span, name: &str, home: FileId) -> Diagnostic {
        let key = catalog::key(name);
        let file = self.files.get(home);
        let later = file
            .tree
            .pose_definitions()
            .find(|definition| catalog::key(&unescape(&file.text[definition.name.inner.range()])) == key);
        if let Some(later) = later {
            let message = format!("`{name}` is not defined before this pose");
            return Diagnostic::new(Rule::PoseStatement, place, message)
                .and_at(later.name.span, "it is defined here")
                .help("a pose comes after the one that it is like, and can't be like itself");
        }
        diagnostic(Rule::PoseStatement, place, self.unknown(name, 0..name.len(), home))
    }
}

/// Returns all files, each after those that it uses. Where files use each other, one of them comes first.
fn used_first(files: &Files) -> Vec<FileId> {
    let mut order = Vec::new();
    let mut is_seen = vec![false; files.iter().count()];
    for (file, _) in files.iter() {
        let mut open = vec![(file, 0)];
        while let Some((file, next)) = open.pop() {
            let seen = &mut is_seen[usize::from(file.0)];
            if next == 0 && std::mem::replace(seen, true) {
                continue;
            }
            match files.get(file).uses.get(next) {
                Some(&(_, used)) => open.extend([(file, next + 1), (used, 0)]),
                None => order.push(file),
            }
        }
    }
    order
}

/// Makes a diagnostic of a mistake in the text at a place.
pub(super) fn diagnostic(rule: Rule, text: Span, mistake: Mistake) -> Diagnostic {
    let start = text.start as usize;
    let place = Span::new(start + mistake.place.start, start + mistake.place.end);
    let mut diagnostic = Diagnostic::new(rule, place, mistake.message);
    if let Some(help) = mistake.help {
        diagnostic = diagnostic.help(help);
    }
    match mistake.fix {
        Some(fix) => diagnostic.fix(place, fix),
        None => diagnostic,
    }
}
