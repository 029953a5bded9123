//! Definitions and `use` statements that the file does not need.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Checker;
use super::files::Files;
use crate::catalog::{self, Definition, define, unescape};
use crate::diagnostic::{Diagnostic, Rule};
use crate::figure::named_in_figure;
use crate::source::{FileId, Span};
use crate::syntax::tree::{FactKind, PoseDefinition, StatementKind, Tree};

impl<'f> Checker<'f> {
    /// Reports what the file defines or uses without need. Every workout and every plan must have been checked before.
    ///
    /// A file without workouts and plans is a library for others.
    pub(super) fn report_unused(&mut self) {
        let files: &'f Files = self.files;
        let main = files.get(FileId::default());
        let mut kinds = main.tree.statements.iter().map(|statement| &statement.kind);
        if !self.has_workouts() && !kinds.any(|kind| matches!(kind, StatementKind::Plan(_))) {
            return;
        }
        self.report_unused_definitions(&main.tree, &main.text);
        self.report_unused_poses(&main.tree, &main.text);
        self.report_unused_files();
    }

    fn report_unused_definitions(&mut self, tree: &Tree, text: &str) {
        let own: Vec<(Definition, Span)> = tree
            .movement_definitions()
            .map(|definition| (define(definition, text).0, definition.name.span))
            .collect();
        if own.is_empty() {
            return;
        }
        // Athletes name movements, and so do the easier and harder forms of named ones.
        let forms =
            self.names.program().movements.iter().flat_map(|known| known.easier.iter().chain(&known.harder));
        let mut named: Vec<String> = forms.map(|form| catalog::key(form)).collect();
        named.extend(self.named_by_athletes());
        let mut waiting: FxHashMap<String, &Definition> = FxHashMap::default();
        for (definition, _) in own.iter().filter(|(definition, _)| !self.is_taken(definition)) {
            let names =
                std::iter::once(definition.name()).chain(definition.also().iter().map(String::as_str));
            waiting.extend(names.map(|name| (catalog::key(name), definition)));
        }
        while let Some(key) = named.pop() {
            if let Some(definition) = waiting.remove(&key) {
                named.push(catalog::key(definition.name()));
                named.extend(definition.forms().map(catalog::key));
            }
        }
        let unused = |definition: &Definition| waiting.contains_key(&catalog::key(definition.name()));
        let places: Vec<(Span, String)> = own
            .iter()
            .filter(|(definition, _)| unused(definition))
            .map(|(definition, place)| (*place, definition.name().to_owned()))
            .collect();
        for (place, name) in places {
            let message = format!("no workout of this file does `{name}`");
            self.report(
                Diagnostic::new(Rule::UnusedDefinition, place, message)
                    .help("do it, or delete it; movements for other files belong in a file without workouts")
                    .choices(self.delete_around(place)),
            );
        }
    }

    /// Reports the poses that no figure of the file needs.
    fn report_unused_poses(&mut self, tree: &Tree, text: &str) {
        let words = |span: Span| catalog::key(&unescape(&text[span.range()]));
        let facts = tree.movement_definitions().flat_map(|definition| &definition.facts);
        let figures = facts.filter_map(|fact| match fact.kind {
            FactKind::Figure(words) => Some(&text[words.range()]),
            FactKind::Text(..) | FactKind::Words(..) | FactKind::Amount(..) => None,
        });
        let mut needed: FxHashSet<String> = figures.flat_map(named_in_figure).map(catalog::key).collect();
        let poses: Vec<&PoseDefinition> = tree.pose_definitions().collect();
        let mut unused = Vec::new();
        // A pose comes after the one that it is like.
        for pose in poses.into_iter().rev() {
            if needed.contains(&words(pose.name.inner)) {
                needed.extend(pose.base.map(words));
            } else {
                unused.push(pose.name);
            }
        }
        for name in unused.into_iter().rev() {
            let message = format!("no figure of this file shows `{}`", unescape(&text[name.inner.range()]));
            self.report(Diagnostic::new(Rule::UnusedDefinition, name.span, message).help(
                "name it in a figure, or delete it; poses for other files belong in a file without workouts",
            ));
        }
    }

    /// Returns the keys of the movements for which athletes list a max or a pace.
    fn named_by_athletes(&mut self) -> Vec<String> {
        self.file = FileId::default();
        let listed = self.athletes_list();
        let movement = |entry: &str| {
            catalog::key(entry.strip_prefix("max ").or_else(|| entry.strip_prefix("pace ")).unwrap_or(entry))
        };
        listed.names().map(movement).collect()
    }

    /// Tells whether a workout names this movement of the file.
    fn is_taken(&self, definition: &Definition) -> bool {
        self.names.is_taken(FileId::default(), &catalog::key(definition.name()))
    }

    fn report_unused_files(&mut self) {
        let files: &'f Files = self.files;
        let mut needed: FxHashSet<FileId> = self.names.taken_from().chain(self.done_from()).collect();
        let templates = files.iter().filter_map(|(_, file)| file.filling.as_ref());
        needed.extend(templates.map(|filling| filling.template.file));
        needed.insert(FileId::default());
        for &(place, used) in &files.get(FileId::default()).uses {
            let statements = &files.get(used).tree.statements;
            // Athletes are used without being named, and poses by figures.
            let is_used_unnamed = statements.iter().any(|statement| {
                matches!(
                    statement.kind,
                    StatementKind::Athlete(_) | StatementKind::Team(_) | StatementKind::Pose(_)
                )
            });
            if is_used_unnamed || needed.contains(&used) {
                continue;
            }
            let name = &files.get(used).name;
            let message = format!("nothing of `{name}` is used here");
            self.report(
                Diagnostic::new(Rule::UnusedUse, place, message)
                    .help("delete it, or `do` a workout of that file or a movement that it defines")
                    .choices(self.delete_around(place)),
            );
        }
    }
}
