//! The files the tests read, and how they are compiled.

use std::fs;
use std::path::{Path, PathBuf};

use wodc::analysis::Level;
use wodc::analysis::{Compilation, ReadFile, Request, analyse, compile};
use wodc::diagnostic::{Diagnostic, Severity};
use wodc::emit::player::model::Playbook;
use wodc::emit::{Format, Output};
use wodc::source::{LineIndex, SourceFile};

/// A `.wod` file of the project, or a text that never was one.
#[derive(Debug, Clone)]
pub struct Input {
    /// Its name without a folder.
    pub name: String,
    /// Where `use` looks for other files.
    pub folder: PathBuf,
    /// All of it.
    pub text: String,
}

impl Input {
    /// Reads a file.
    pub fn read(path: &Path) -> Self {
        Self {
            name: path.file_name().unwrap().to_str().unwrap().to_owned(),
            folder: path.parent().unwrap().to_owned(),
            text: fs::read_to_string(path).unwrap(),
        }
    }

    /// Returns a text as a file that can use no other.
    pub fn of(text: impl Into<String>) -> Self {
        Self { name: "text.wod".to_owned(), folder: PathBuf::new(), text: text.into() }
    }

    /// Returns the same file with another text.
    pub fn with_text(&self, text: String) -> Self {
        Self { text, ..self.clone() }
    }

    /// Compiles it at a level into the formats asked for.
    pub fn compile(&self, level: Option<Level>, formats: &[Format]) -> Compilation {
        let request = Request { level, formats: formats.to_vec(), ..Request::default() };
        compile(SourceFile::new(&*self.name, &*self.text), &request, self)
    }

    /// Checks it at its own level and returns what is said of it.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        self.compile(None, &[]).diagnostics
    }

    /// Compiles it and returns the one output in this format. Fails, with what was said, where there is not one.
    pub fn output(&self, level: Option<Level>, format: Format) -> String {
        let compilation = self.compile(level, &[format]);
        let texts: Vec<&str> =
            compilation.outputs.iter().filter_map(|output| output.content.as_text()).collect();
        assert!(!texts.is_empty(), "{} has no output:\n{}", self.name, self.said(&compilation.diagnostics));
        texts.join("\n----\n\n")
    }

    /// Compiles it and returns the playbook of its only workout.
    pub fn playbook(&self) -> Playbook {
        let analysis = analyse(SourceFile::new(&*self.name, &*self.text), &Request::default(), self);
        let [playbook] = <[Playbook; 1]>::try_from(analysis.playbooks()).expect("there is one workout");
        playbook
    }

    /// Writes diagnostics as people read them, one a line: `3:7 error unknown-unit  …`.
    pub fn said(&self, diagnostics: &[Diagnostic]) -> String {
        let lines = LineIndex::new(&self.text);
        let mut said = String::new();
        for one in diagnostics {
            let place = lines.place(&self.text, one.span().start as usize);
            let (severity, rule) = (one.severity.name(), one.rule.name());
            said += &format!("{}:{} {severity} {rule}  {}\n", place.line, place.column, one.message);
            if let Some(help) = &one.help {
                said += &format!("    {help}\n");
            }
        }
        said
    }
}

impl ReadFile for Input {
    fn read(&self, path: &str) -> Result<String, String> {
        fs::read_to_string(self.folder.join(path)).map_err(|error| error.to_string())
    }
}

/// Tells whether any of them is an error.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|one| one.severity == Severity::Error)
}

/// Returns the `.wod` files directly in a folder of the project, by name.
pub fn files_in(folder: &str) -> Vec<Input> {
    let mut paths: Vec<PathBuf> = fs::read_dir(project().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "wod"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "no .wod file in {folder}");
    paths.iter().map(|path| Input::read(path)).collect()
}

/// Returns the examples and every good fixture: files about which there is nothing to say.
pub fn good() -> Vec<Input> {
    [files_in("examples"), files_in("tests/fixtures/good")].concat()
}

/// Returns every `.wod` file the tests know, good or not.
pub fn all() -> Vec<Input> {
    let wrong =
        [files_in("tests/fixtures/warned"), files_in("tests/fixtures/mistakes"), files_in("tests/broken")];
    [good(), wrong.concat()].concat()
}

/// Returns the project's root.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns an output of text as one text with the name it would be written under.
pub fn written(output: &Output) -> String {
    format!("{}{}", output.suffix, output.content.as_text().unwrap_or_default())
}
