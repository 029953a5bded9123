//! The figures of the movements that files define.

use std::cell::{Cell, RefCell};

use super::Checker;
use super::files::Files;
use super::names::Names;
use super::poses::diagnostic;
use super::program::MovementFigure;
use crate::catalog::{self, Definition, MOST_AS};
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::figure::{Mistake, Said, read_figure};
use crate::source::{FileId, Span};
use crate::syntax::tree::{FactKind, MovementDefinition};

impl Names<'_> {
    /// Reads the figure that a definition of a file gives, with the poses that the file can name; none where there is
    /// none to draw.
    pub(super) fn own_figure(&self, words: &str, file: FileId) -> Option<MovementFigure> {
        let (mut words, mut file) = (words.to_owned(), file);
        for _ in 0..=MOST_AS {
            let name = match read_figure(&words, &|name| self.poses.find(file, name)).ok()? {
                Said::None => return None,
                Said::Poses(figure) => {
                    return figure.solve().is_ok().then_some(MovementFigure::Read(figure));
                }
                Said::As(name) => name,
            };
            match self.definition_with_figure(&name, file) {
                Some((definition, own)) => {
                    words = definition.figure()?.to_owned();
                    file = own;
                }
                None => return catalog::look_up(&name)?.figure.clone(),
            }
        }
        None
    }

    /// Finds the definition of a movement with a figure, and its file.
    fn definition_with_figure(&self, name: &str, file: FileId) -> Option<(&Definition, FileId)> {
        let key = catalog::key(name);
        self.poses.files.in_sight_of(file).find_map(|file| {
            let definition = self.defined_by(file, &key)?;
            definition.figure().map(|_| (definition, file))
        })
    }
}

impl<'f> Checker<'f> {
    /// Reports a figure that can't be read, or can't be.
    pub(super) fn check_figure(&mut self, definition: &MovementDefinition, name: &str) {
        let files: &'f Files = self.files;
        let file = self.file;
        let words = definition.facts.iter().find_map(|fact| match fact.kind {
            FactKind::Figure(words) => Some(words),
            FactKind::Text(..) | FactKind::Words(..) | FactKind::Amount(..) => None,
        });
        let Some(place) = words else { return };
        let text = self.text(place);
        let unknown = RefCell::new(None);
        let is_broken = Cell::new(false);
        let find = |name: &str| {
            let found = self.names.poses.find(file, name);
            if found.is_none() {
                unknown.replace(Some(name.to_owned()));
            }
            is_broken.set(is_broken.get() || self.names.poses.is_broken(file, name));
            found
        };
        let read = read_figure(text, &find);
        match (read, unknown.into_inner()) {
            (Err(_), Some(_)) if files.may_be_lacking(file) => {}
            (Err(mistake), Some(name)) => {
                let key = catalog::key(&name);
                let is_movement =
                    self.names.is_defined(file, &key, files) || catalog::look_up(&name).is_some();
                let mistake = if is_movement && catalog::key(text) == key {
                    Mistake {
                        place: mistake.place,
                        message: format!("`{name}` is a movement, not a pose"),
                        help: Some(format!("write `figure as {}`", catalog::quoted(&name))),
                        fix: None,
                    }
                } else {
                    self.names.poses.unknown(&name, mistake.place, file)
                };
                self.report(diagnostic(Rule::PoseStatement, place, mistake));
            }
            (Err(mistake), None) => self.report(diagnostic(Rule::PoseStatement, place, mistake)),
            (Ok(Said::None), _) => {}
            (Ok(Said::As(other)), _) => self.check_figure_as(&other, name, place),
            (Ok(Said::Poses(figure)), _) => {
                // What is wrong with a pose that could not be read was said of it.
                if !is_broken.get()
                    && let Err(mistake) = figure.solve()
                {
                    self.report(diagnostic(Rule::ImpossibleFigure, place, mistake));
                }
            }
        }
    }

    /// Reports `figure as "…"` of a movement that is not known, or has no figure.
    fn check_figure_as(&mut self, other: &str, own: &str, place: Span) {
        let files: &'f Files = self.files;
        let key = catalog::key(other);
        let shows_itself = key == catalog::key(own);
        let is_known = self.names.is_defined(self.file, &key, files) || catalog::look_up(other).is_some();
        if files.may_be_lacking(self.file) && !is_known {
            return;
        }
        let text = self.text(place);
        if shows_itself {
            let message = format!("`{other}` can't have the figure of itself");
            self.report(Diagnostic::new(Rule::PoseStatement, place, message));
        } else if !is_known {
            let message = format!("no movement called `{other}` is known");
            let diagnostic = Diagnostic::new(Rule::PoseStatement, place, message);
            let near = self.near_names(other, self.file);
            self.report(match near.as_slice() {
                [one] => diagnostic.fix(place, format!("as \"{one}\"")),
                near => diagnostic.meant(&near.iter().map(String::as_str).collect::<Vec<_>>(), |name| {
                    Choice::write(place, format!("as \"{name}\""))
                }),
            });
        } else if self.names.own_figure(text, self.file).is_none() {
            let message = format!("`{other}` has no figure");
            self.report(
                Diagnostic::new(Rule::PoseStatement, place, message)
                    .help("name another movement, or say the poses: `figure stand to squat`"),
            );
        }
    }
}
