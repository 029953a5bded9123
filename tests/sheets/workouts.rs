//! Workouts, and what is made of them.

use std::fs;
use std::path::{Path, PathBuf};

use wodc::analysis::Level;
use wodc::analysis::{ReadFile, Request, compile};
use wodc::diagnostic::Diagnostic;
use wodc::emit::Format;
use wodc::emit::card::{Card, Item, Part, Role};
use wodc::emit::{Compiled, Figures, Options, Paper, SheetOptions, Sheets};
use wodc::internals::check::{Checker, File, Files, Settings};
use wodc::internals::timeline::{Segment, SegmentKind};
use wodc::internals::{syntax, timeline};
use wodc::source::SourceFile;

/// The usual sheet.
pub const PLAIN: SheetOptions = SheetOptions {
    paper: Paper::A4,
    levels: false,
    large: false,
    cards: false,
    sheets: Sheets::ByTitle,
    movements: false,
    figures: Figures::Small,
    places: false,
};

/// Every kind of sheet, each on one of the papers.
pub const KINDS: [SheetOptions; 6] = [
    PLAIN,
    SheetOptions { paper: Paper::Letter, ..PLAIN },
    SheetOptions { levels: true, ..PLAIN },
    SheetOptions { large: true, paper: Paper::Letter, ..PLAIN },
    SheetOptions { cards: true, ..PLAIN },
    SheetOptions { figures: Figures::Large, ..PLAIN },
];

/// A workout's file.
#[derive(Debug, Clone)]
pub struct Source {
    pub name: String,
    pub text: String,
}

struct Beside;

impl ReadFile for Beside {
    fn read(&self, path: &str) -> Result<String, String> {
        fs::read_to_string(examples_folder().join(path)).map_err(|error| error.to_string())
    }
}

fn examples_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

/// Returns a text as a file.
pub fn source(text: impl Into<String>) -> Source {
    Source { name: "workout.wod".to_owned(), text: text.into() }
}

/// Returns all examples, in order.
pub fn examples() -> Vec<Source> {
    let mut names: Vec<PathBuf> =
        fs::read_dir(examples_folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.extension().is_some_and(|end| end == "wod"));
    names.sort();
    let read = |path: &PathBuf| Source {
        name: path.file_name().unwrap().to_str().unwrap().to_owned(),
        text: fs::read_to_string(path).unwrap(),
    };
    names.iter().map(read).collect()
}

/// Returns an example.
pub fn example(name: &str) -> Source {
    examples().into_iter().find(|one| one.name == name).unwrap()
}

impl Source {
    /// Returns the PDFs of its workouts and what is said of it. No fonts are there but ours.
    pub fn print(&self, sheet: SheetOptions) -> (Vec<Vec<u8>>, Vec<Diagnostic>) {
        let options = Options { sheet, ..Options::default() };
        let request = Request { options, formats: vec![Format::PDF], ..Request::default() };
        let compilation = compile(SourceFile::new(&*self.name, &*self.text), &request, &Beside);
        let pdfs = compilation.outputs.iter().map(|output| output.content.as_bytes().to_vec()).collect();
        (pdfs, compilation.diagnostics)
    }

    /// Returns the PDF of its only workout.
    pub fn pdf(&self, sheet: SheetOptions) -> Vec<u8> {
        let (mut pdfs, said) = self.print(sheet);
        assert_eq!(pdfs.len(), 1, "{}: {said:?}", self.name);
        pdfs.remove(0)
    }

    /// Returns the names that stand in the rows of its card, in order.
    pub fn movements(&self) -> Vec<String> {
        fn add(part: &Part, names: &mut Vec<String>) {
            for item in &part.items {
                match item {
                    Item::Row(row) if row.role == Role::Movement => names.push(row.movement.clone()),
                    Item::Part(inner) => add(inner, names),
                    _ => {}
                }
            }
        }
        let mut names = Vec::new();
        self.each(Settings::default(), |compiled| {
            Card::of(compiled).parts.iter().for_each(|part| add(part, &mut names));
        });
        names
    }

    /// Hands each of its workouts to `look`. It may not use another file.
    pub fn each(&self, settings: Settings, mut look: impl FnMut(&Compiled<'_>)) {
        let (tree, _) = syntax::parse(&self.text);
        let (name, text) = (self.name.as_str().into(), self.text.as_str().into());
        let files = Files::new(vec![File {
            name,
            text,
            written: None,
            tree,
            uses: Vec::new(),
            results: Vec::new(),
            lacks_something: false,
            filling: None,
        }]);
        let mut checker = Checker::new(&files, settings.clone());
        let workouts = std::iter::from_fn(|| checker.next_workout()).collect();
        let (program, _, _) = checker.finish(workouts);
        for workout in &program.workouts {
            let level = settings.level_of(workout);
            let (timeline, _) = timeline::lower(&program, workout, level);
            look(&Compiled { source: &self.name, program: &program, workout, level, timeline: &timeline });
        }
    }

    /// Returns what is done at a level, and what is done as that level has it by itself: in each pair, each bout with its
    /// movement and how much of it, in order.
    pub fn bouts(&self, level: Level) -> Vec<[Vec<(u32, i64)>; 2]> {
        fn add(segments: &[Segment<'_>], bouts: &mut Vec<(u32, i64)>) {
            for segment in segments {
                if let (SegmentKind::Work, Some(movement)) = (segment.kind, segment.movement) {
                    bouts.push((movement.0, segment.dose.map_or(0, |dose| dose.value)));
                }
                add(&segment.steps, bouts);
            }
        }
        let mut all = Vec::new();
        let settings = Settings { level: Some(level), all_levels: true, ..Settings::default() };
        self.each(settings, |one| {
            let settled = timeline::settled(one.program, one.workout, level);
            let (by_itself, _) = timeline::lower(one.program, &settled, Level::Intermediate);
            let mut bouts = [Vec::new(), Vec::new()];
            add(&one.timeline.segments, &mut bouts[0]);
            add(&by_itself.segments, &mut bouts[1]);
            all.push(bouts);
        });
        all
    }
}

/// A workout of every kind of block, with everything a statement may say.
pub const EVERYTHING: &str = r#"
title "Everything"
by "The coach"
tags strength, conditioning
transition 10s
switch 5s
note "Warm up first."
warmup "Loosen up" < jumping jack 30s; note "Breathe."; arm circle 20s per direction >
circuit "Legs" rounds 3-5 rest 60s between rounds < squat 10; lunge 10 per leg @ 2x10kg; rest 30s >
superset rounds 3 < bench press 8-12 @ 60kg tempo 3-1-X-0; barbell row 8 @ 50kg >
back squat 5x5 @ 100kg rest 3min
deadlift 5 @ 120kg, 3 @ 130kg, 1+ @ 140kg rest 2min
pull-up 3 x max rest 2min
push-up 12 or knee push-up 15
record "Best single, kg"
amrap 8min < kettlebell swing 15 @ 24kg; burpee 5 >
for time ladder 21-15-9 cap 10min < thruster @ 43kg; pull-up >
emom 10min alternating < box jump 5; rest >
every 90s rounds 6 < row 250m @ hard >
tabata < mountain climber; hollow hold >
section "Skill" < handstand hold 30s "Stack the hips over the hands" >
cooldown < child's pose 60s >
"#;
