//! What holds for every file: the laws, and their proof on each example and fixture.

use std::collections::HashSet;

use serde_json::Value;
use wodc::analysis::Compilation;
use wodc::analysis::Level;
use wodc::catalog::unescape;
use wodc::diagnostic::Diagnostic;
use wodc::emit::Format;
use wodc::emit::cues::{self, Voice};
use wodc::emit::strip::Strip;
use wodc::emit::{Compiled, OneFile, json, player};
use wodc::internals::check::{Checker, File, Files, Settings};
use wodc::internals::syntax::tree::StatementKind;
use wodc::internals::{speech, syntax, timeline};
use wodc::source::{FileId, LineIndex};

use crate::input::{Input, all, files_in, good, has_errors, written};
use crate::schema::Schema;
use crate::tree;

/// Speaking rates, in words a minute: slow, ordinary, fast.
const RATES: [u32; 3] = [80, 150, 300];

/// Asserts what holds for the diagnostics of any file: each lies in the file, between characters; they are sorted by
/// place; none says what another has said, and none has a fix and choices.
pub fn assert_diagnostics_are_sound(compilation: &Compilation) {
    let mut messages = HashSet::new();
    for one in &compilation.diagnostics {
        let text = &*compilation.files[usize::from(one.file.0)].text;
        for span in one.places() {
            assert!(text.get(span.range()).is_some(), "not between characters of the file: {one:?}");
        }
        assert!(one.fix.is_none() || one.choices.is_empty(), "a fix and choices: {one:?}");
        for choice in &one.choices {
            let is_apart = choice.edits.windows(2).all(|two| two[0].span.end <= two[1].span.start);
            assert!(is_apart && !choice.edits.is_empty(), "edits that overlap: {one:?}");
        }
        let titles = one.choices.iter().map(|choice| &choice.title);
        let mut said = std::iter::once(&one.message).chain(&one.help).chain(titles);
        assert!(
            said.all(|text| !text.is_empty() && !text.contains(['\n', '\r'])),
            "not on one line: {one:?}"
        );
        assert!(messages.insert((one.file, one.rule, one.span(), &one.message)), "said twice: {one:?}");
    }
    let places: Vec<_> = compilation.diagnostics.iter().map(|one| (one.file, one.span())).collect();
    assert!(places.is_sorted(), "not sorted by place: {:#?}", compilation.diagnostics);
}

/// Asserts that a file with errors gives nothing, and any other every output of each workout.
pub fn assert_errors_give_nothing(compilation: &Compilation) {
    let count = |format| compilation.outputs.iter().filter(|output| output.format == format).count();
    let counts = [count(Format::JSON), count(Format::MARKDOWN), count(Format::CUES)];
    if compilation.has_errors() {
        assert_eq!((counts, compilation.workouts.len()), ([0; 3], 0));
    } else {
        let (workouts, plans) = (compilation.workouts.len(), compilation.plans.len());
        assert_eq!(counts, [(workouts + plans).min(1), workouts + plans, workouts], "a plan has no script");
    }
}

/// Asserts that whoever only looks for mistakes hears what whoever builds hears.
pub fn assert_a_check_says_what_a_build_says(input: &Input) {
    for format in Format::plain() {
        let built = input.compile(None, &[format]);
        if !built.has_errors() {
            assert_eq!(input.diagnostics(), built.diagnostics, "{} as {}", input.name, format.name());
        }
    }
}

/// Asserts that segments stand end to end and add up, and that the bounds hold what is likely.
pub fn assert_timelines_add_up(compilation: &Compilation) {
    let document = compilation.outputs.iter().find(|output| output.format == Format::JSON);
    let Some(document) = document else { return };
    let document: Value = serde_json::from_slice(document.content.as_bytes()).unwrap();
    for workout in document["workouts"].as_array().unwrap() {
        let ms = |value: &Value| value.as_i64().unwrap();
        let mut at_ms = 0;
        for segment in workout["timeline"].as_array().unwrap() {
            assert_eq!(ms(&segment["start_ms"]), at_ms, "{segment:#}");
            assert!(ms(&segment["duration_ms"]) > 0, "{segment:#}");
            at_ms += ms(&segment["duration_ms"]);
        }
        let duration = &workout["duration_ms"];
        assert_eq!(ms(&duration["likely"]), at_ms);
        assert!(ms(&duration["least"]) <= at_ms, "{duration}");
        assert!(ms(&duration["most"]) >= at_ms, "{duration}");
        assert_eq!(ms(&workout["work_ms"]) + ms(&workout["rest_ms"]), at_ms);
        assert!(ms(&workout["work_ms"]) >= 0 && ms(&workout["rest_ms"]) >= 0);
    }
}

/// Asserts that a file says the same with each kind of line end, apart from where its bytes lie.
pub fn assert_line_ends_make_no_difference(input: &Input) {
    let lf = input.text.replace("\r\n", "\n").replace('\r', "\n");
    let expected = Reading::of(&input.with_text(lf.clone()), |one| one.message.clone());
    for line_end in ["\r\n", "\r"] {
        let other = input.with_text(lf.replace('\n', line_end));
        let found = Reading::of(&other, |one| one.message.clone());
        assert_eq!(found, expected, "with {line_end:?} for line ends, in {lf:?}");
    }
}

/// Asserts that a file says the same with braces for angle brackets. What a message shows of the text may differ.
pub fn assert_braces_make_no_difference(input: &Input) {
    let braced = input.with_text(with_braces(&input.text));
    let angled = input.with_text(with_angles(&input.text));
    let of = |input: &Input| Reading::of(input, |_| String::new());
    assert_eq!(of(&braced), of(&angled), "with braces:\n{}", braced.text);
}

/// What is read of a text and said of it, apart from where the bytes of its lines lie.
#[derive(Debug, PartialEq, Eq)]
struct Reading {
    tree: String,
    said: Vec<(&'static str, usize, usize, String)>,
}

impl Reading {
    fn of(input: &Input, message: impl Fn(&Diagnostic) -> String) -> Self {
        let (read, _) = syntax::parse(&input.text);
        let lines = LineIndex::new(&input.text);
        let diagnostics = input.diagnostics();
        let said = diagnostics.iter().filter(|one| one.file == FileId::default()).map(|one| {
            let place = lines.place(&input.text, one.span().start as usize);
            (one.rule.name(), place.line, place.column, message(one))
        });
        // Braces are shown as they stand in what could not be read; both trees are written with angle brackets.
        Self { tree: with_angles(&tree::write(&input.text, &read)), said: said.collect() }
    }
}

/// Returns a text with its angle brackets as braces, outside strings and comments.
fn with_braces(text: &str) -> String {
    brackets(text, |sign| match sign {
        '<' => '{',
        '>' => '}',
        sign => sign,
    })
}

/// Returns a text with its braces as angle brackets, outside strings and comments.
fn with_angles(text: &str) -> String {
    brackets(text, |sign| match sign {
        '{' => '<',
        '}' => '>',
        sign => sign,
    })
}

fn brackets(text: &str, change: impl Fn(char) -> char) -> String {
    let (mut in_string, mut in_comment, mut escaped) = (false, false, false);
    let mut changed = String::with_capacity(text.len());
    for sign in text.chars() {
        let is_line_end = matches!(sign, '\n' | '\r');
        (in_string, in_comment) = match sign {
            '"' if !escaped && !in_comment => (!in_string, false),
            '#' if !in_string => (false, true),
            _ if is_line_end => (false, false),
            _ => (in_string, in_comment),
        };
        escaped = in_string && sign == '\\' && !escaped;
        changed.push(if in_string || in_comment { sign } else { change(sign) });
    }
    changed
}

/// Reads a file and those it uses directly.
fn files_of(input: &Input) -> Files {
    let mut files = vec![file_of(input)];
    let uses = files[0].tree.statements.iter().filter_map(|statement| match &statement.kind {
        StatementKind::Use(path) => Some(*path),
        _ => None,
    });
    for path in uses.collect::<Vec<_>>() {
        let written = unescape(&files[0].text[path.inner.range()]);
        let used = Input::read(&input.folder.join(written));
        let id = FileId(files.len() as u16);
        files[0].uses.push((path.span, id));
        files.push(file_of(&used));
    }
    Files::new(files)
}

/// Reads one file.
fn file_of(input: &Input) -> File {
    let reading = speech::read(&input.text);
    File {
        name: (&*input.name).into(),
        text: (&*reading.text).into(),
        written: None,
        tree: reading.tree,
        uses: Vec::new(),
        results: Vec::new(),
        lacks_something: false,
        filling: None,
    }
}

/// Compiles a file floor by floor and hands each of its workouts to `look`.
fn each_workout(input: &Input, level: Option<Level>, mut look: impl FnMut(&Compiled<'_>)) {
    let files = files_of(input);
    let settings = Settings { level, ..Settings::default() };
    let mut checker = Checker::new(&files, settings.clone());
    let workouts = std::iter::from_fn(|| checker.next_workout()).collect();
    let (program, _, _) = checker.finish(workouts);
    for workout in &program.workouts {
        let level = settings.level_of(workout);
        let (timeline, _) = timeline::lower(&program, workout, level);
        look(&Compiled { source: &input.name, program: &program, workout, level, timeline: &timeline });
    }
}

/// Asserts that a script is in order and that nobody is asked to say two things at once.
fn assert_nothing_is_said_over_something_else(compiled: &Compiled<'_>, words_per_minute: u32) {
    let (script, _) = cues::script(compiled, Voice { words_per_minute });
    for (one, next) in script.utterances.iter().zip(script.utterances.iter().skip(1)) {
        let end_ms = one.at_ms + one.length_ms;
        let title = &compiled.workout.title;
        assert!(end_ms <= next.at_ms, "{title} at {words_per_minute} words: {one:?} runs into {next:?}");
    }
}

/// Asserts that of a playbook's stages each is one segment, and that together they say the whole script.
fn assert_playbook_is_whole(compiled: &Compiled<'_>) {
    let (script, _) = cues::script(compiled, Voice::default());
    let playbook = player::playbook(compiled, &script, &Strip::of(compiled));
    let name = &compiled.workout.title;
    let stages: Vec<_> = playbook.stages.iter().map(|stage| (stage.start_ms, stage.duration_ms)).collect();
    let segments: Vec<_> =
        compiled.timeline.segments.iter().map(|segment| (segment.start_ms, segment.duration_ms)).collect();
    assert_eq!(stages, segments, "{name}");
    let of_stages = playbook.stages.iter().flat_map(|stage| {
        stage.says.iter().map(|say| (stage.start_ms + say.after_ms, &say.text)).collect::<Vec<_>>()
    });
    let said = playbook.lead_in.iter().map(|say| (say.after_ms, &say.text)).chain(of_stages);
    let closing = playbook.closing.iter().map(|say| (playbook.likely_ms + say.after_ms, &say.text));
    let written: Vec<_> = script.utterances.iter().map(|one| (one.at_ms, &one.text)).collect();
    let said: Vec<_> = said.chain(closing).collect();
    assert!(said.iter().map(|(_, text)| text).eq(written.iter().map(|(_, text)| text)), "{name}");
    for ((said_ms, text), (written_ms, _)) in said.iter().zip(&written) {
        // A call waits for the stage that it calls.
        assert!((0..1000).contains(&(said_ms - written_ms)), "{name}: {text}");
    }
    let notes = playbook.stages.iter().map(|stage| stage.notes.len()).sum::<usize>();
    assert_eq!(notes + playbook.last_notes.len(), compiled.timeline.notes.len(), "{name}");
    for stage in &playbook.stages {
        let after: Vec<_> = stage.says.iter().map(|say| say.after_ms).collect();
        assert!(after.is_sorted() && after.first().is_none_or(|&first| first >= 0), "{name}: {stage:?}");
        assert!(stage.inside.iter().chain([&stage.task]).all(|&task| task < playbook.tasks.len()), "{name}");
    }
    let strip = &playbook.strip;
    let end = strip.parts.iter().fold(0, |end_ms, part| {
        assert_eq!(part.start_ms, end_ms, "{name}");
        assert!(part.length_ms > 0, "{name}");
        end_ms + part.length_ms
    });
    assert_eq!(end, compiled.timeline.likely_ms, "{name}");
}

#[test]
fn playbooks_have_every_segment_and_the_whole_script() {
    for input in good() {
        for level in Level::ALL {
            each_workout(&input, Some(level), assert_playbook_is_whole);
        }
    }
}

#[test]
fn good_files_give_nothing_to_say() {
    for input in good() {
        let diagnostics = input.diagnostics();
        assert!(diagnostics.is_empty(), "{}:\n{}", input.name, input.said(&diagnostics));
    }
}

#[test]
fn files_that_are_warned_of_give_their_outputs_and_files_with_errors_none() {
    for input in all() {
        assert_errors_give_nothing(&input.compile(None, &Format::plain().collect::<Vec<_>>()));
    }
    for input in files_in("tests/fixtures/warned") {
        let compilation = input.compile(None, &Format::plain().collect::<Vec<_>>());
        assert!(!compilation.diagnostics.is_empty() && !compilation.outputs.is_empty(), "{}", input.name);
    }
    for input in files_in("tests/fixtures/mistakes") {
        assert!(has_errors(&input.diagnostics()), "{}", input.name);
    }
}

#[test]
fn diagnostics_lie_between_characters_in_order_and_none_twice() {
    for input in all() {
        assert_diagnostics_are_sound(&input.compile(None, &Format::plain().collect::<Vec<_>>()));
    }
}

#[test]
fn a_check_says_what_a_build_says() {
    all().iter().for_each(assert_a_check_says_what_a_build_says);
}

#[test]
fn line_ends_make_no_difference() {
    all().iter().for_each(assert_line_ends_make_no_difference);
}

#[test]
fn braces_are_angle_brackets() {
    all().iter().for_each(assert_braces_make_no_difference);
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    for input in good() {
        let bytes = || {
            input
                .compile(None, &Format::plain().collect::<Vec<_>>())
                .outputs
                .iter()
                .map(written)
                .collect::<Vec<_>>()
        };
        assert_eq!(bytes(), bytes(), "{}", input.name);
    }
}

#[test]
fn timelines_add_up_at_every_level() {
    for input in good() {
        for level in Level::ALL {
            assert_timelines_add_up(&input.compile(Some(level), &[Format::JSON]));
        }
    }
}

#[test]
fn json_keeps_to_the_published_schema_at_every_level() {
    let published = json::schema();
    let schema = Schema::new(&serde_json::from_str(&published).unwrap());
    for input in good() {
        for level in Level::ALL {
            // At another level than its own a workout may miss the duration it expects; it is laid out all the same.
            let mut documents = Vec::new();
            each_workout(&input, Some(level), |compiled| {
                let (source, program) = (compiled.source, compiled.program);
                let file = OneFile { source, level, program, workouts: vec![*compiled], plans: Vec::new() };
                let mut bytes = Vec::new();
                json::write(&file, json::JsonOptions::default(), &mut bytes).unwrap();
                documents.push(String::from_utf8(bytes).unwrap());
            });
            if input.compile(Some(level), &[Format::JSON]).has_errors() {
                assert!(!documents.is_empty(), "{}", input.name);
            } else {
                documents.push(input.output(Some(level), Format::JSON));
            }
            for written in documents {
                let document: Value = serde_json::from_str(&written).unwrap();
                if let Some(errors) = schema.errors(&document) {
                    panic!("{} at {}: {errors}", input.name, level.name());
                }
            }
        }
    }
}

#[test]
fn nothing_is_said_over_something_else() {
    for input in good() {
        for level in Level::ALL {
            each_workout(&input, Some(level), |compiled| {
                RATES.iter().for_each(|&rate| assert_nothing_is_said_over_something_else(compiled, rate));
            });
        }
    }
}
