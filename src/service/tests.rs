//! Texts with a mark where somebody is: `‸`.

use std::sync::Arc;

use super::*;
use crate::analysis::{NoFiles, ReadFile, Request, analyse, compile, diagnose};
use crate::emit::Format;
use crate::source::{SourceFile, Span};

const MARK: char = '‸';

/// A project, with the place of the mark in one of its files.
struct Marked {
    project: Project,
    file: Arc<Document>,
    at: usize,
}

/// Returns a project of files, one of which has the mark.
fn marked(files: &[(&str, &str)]) -> Marked {
    let mut project = Project::default();
    let mut place = None;
    for (name, text) in files {
        let at = text.find(MARK);
        let file = project.insert(SourceFile::new(*name, text.replace(MARK, "")));
        place = at.map(|at| (file, at)).or(place);
    }
    let (file, at) = place.expect("a mark");
    Marked { project, file, at }
}

/// Returns the labels of what may be written at the mark.
fn labels(text: &str) -> Vec<String> {
    labels_in(&[("a.wod", text)])
}

fn labels_in(files: &[(&str, &str)]) -> Vec<String> {
    let Marked { project, file, at } = marked(files);
    complete(&project, &file, at).items.into_iter().map(|item| item.label).collect()
}

/// Returns the text with the completion of this label, the mark behind it.
fn completed(text: &str, label: &str) -> String {
    let Marked { project, file, at } = marked(&[("a.wod", text)]);
    let found = complete(&project, &file, at);
    let item = found.items.iter().find(|item| item.label == label);
    let item = item.unwrap_or_else(|| panic!("no `{label}` in {:?}", found.items));
    apply(file.text(), std::slice::from_ref(&item.edit))
}

#[test]
fn a_statement_begins_with_the_words_of_its_place() {
    let top = labels("‸");
    for word in ["workout", "plan", "circuit", "title", "use", "athlete", "rest"] {
        assert!(top.contains(&word.to_owned()), "{word} of {top:?}");
    }
    let block = labels("circuit rounds 5 <\n  ‸\n>");
    assert!(block.contains(&"rest".to_owned()) && !block.contains(&"workout".to_owned()), "{block:?}");
    let movement = labels("movement \"x\" < ‸ >");
    assert!(movement.contains(&"muscles".to_owned()) && !movement.contains(&"circuit".to_owned()));
    let plan = labels("plan \"x\" weeks 2 <\n  every week <\n    mon‸\n");
    assert_eq!(plan, ["monday"]);
    let athlete = labels("athlete \"Sam\" < ‸ >");
    assert!(athlete.contains(&"training max".to_owned()) && athlete.contains(&"bodyweight".to_owned()));
}

#[test]
fn movements_are_offered_by_all_their_words() {
    assert_eq!(completed("goblet sq‸ 10", "goblet squat"), "goblet squat 10");
    assert!(
        completed("circuit rounds 3 < rest 15s; single-leg ba‸ >", "single-leg balance")
            .contains("single-leg balance >")
    );
    let own = labels("movement \"Zorp press\" < pattern push >\nzo‸");
    assert_eq!(own.first().map(String::as_str), Some("Zorp press"));
}

#[test]
fn a_header_offers_what_it_does_not_have() {
    let header = labels("circuit rounds 5 ‸");
    assert!(header.contains(&"work".to_owned()) && !header.contains(&"rounds".to_owned()), "{header:?}");
    assert_eq!(labels("circuit rounds 5 wo‸ <"), ["work"]);
}

#[test]
fn after_a_figure_come_its_units_and_after_a_dose_what_modifies_it() {
    assert_eq!(completed("squat 30‸", "s"), "squat 30s");
    assert_eq!(labels("squat 3x5 @ 80k‸"), ["kg"]);
    assert_eq!(labels("plank 30s pe‸"), ["per"]);
    assert_eq!(labels("lunge 10 per l‸"), ["leg"]);
    assert_eq!(labels("squat 5 @ rp‸"), ["rpe"]);
    assert_eq!(
        labels("circuit rounds 3 work 40‸"),
        ["s", "min", "m", "km", "mi", "cal", "breaths", "steps", "kg", "h"]
    );
}

#[test]
fn what_is_defined_elsewhere_is_offered_in_its_place() {
    let files = [
        ("all.wod", "use \"parts/warm.wod\"\nworkout \"Legs\" < do ‸ >"),
        ("parts/warm.wod", "workout \"Warm up\" < squat 10 >"),
    ];
    assert_eq!(labels_in(&files), ["Legs", "Warm up"]);
    assert_eq!(labels_in(&[("a/b.wod", "use \"‸\""), ("c/d.wod", "")]), ["../c/d.wod"]);
    assert_eq!(labels_in(&[("a/b.wod", "use \"‸"), ("a/d.wod", "")]), ["d.wod"]);
    assert!(
        completed("workout \"A \\\"b\\\"\" < squat 5 >\nworkout \"c\" < do A‸ >", "A \"b\"")
            .contains("do \"A \\\"b\\\"\"")
    );
    assert_eq!(labels("allow long-res‸"), ["long-rest"]);
    assert_eq!(labels("level b‸"), ["beginner"]);
    assert_eq!(labels("movement \"x\" < pattern hi‸ >"), ["hinge"]);
    assert_eq!(labels("# goblet sq‸"), [""; 0]);
    assert_eq!(labels("squat 10 \"goblet sq‸\""), [""; 0]);
}

#[test]
fn every_place_of_every_text_has_an_answer() {
    for text in [
        "circuit rounds 5 < squat 30s; rest 15s >",
        "plan \"é\" weeks 2 < every week < monday < squat 5x5 @ 80% > > >",
        "> > \" \\ { 5x @ # \u{1F4AA}\r\nmovement < >",
        "5 rounds of 10 squats\nrest 1 min\n",
    ] {
        let mut project = Project::default();
        let file = project.insert(SourceFile::new("a.wod", text));
        for at in 0..=text.len() + 1 {
            complete(&project, &file, at);
            hover(&project, &file, at, Times::default);
            if let Ok(name) = renameable(&project, &file, at) {
                assert!(file.text().get(name.span.range()).is_some());
            }
        }
        symbols(&file);
        folds(&file);
        let all = highlights(&file);
        assert!(all.iter().all(|one| text.get(one.span.range()).is_some()), "{text}");
        assert!(all.windows(2).all(|two| two[0].span.end <= two[1].span.start), "{text}");
    }
}

/// Returns what is said of the word at the mark.
fn said(text: &str) -> Option<String> {
    let Marked { project, file, at } = marked(&[("a.wod", text)]);
    let analysis = analyse(file.source().clone(), &Request::default(), &NoFiles);
    hover(&project, &file, at, || times(&file, &analysis)).map(|hover| hover.markdown)
}

#[test]
fn what_is_under_the_mark_is_explained() {
    let squat = said("goblet sq‸uat 10").unwrap();
    assert!(
        squat.starts_with("**Goblet squat**") && squat.contains("kettlebell") && squat.contains("\n- "),
        "{squat}"
    );
    let own = said("movement \"goblet squat\" < cue \"Mine.\" >\ngoblet‸ squat 10").unwrap();
    assert!(own.contains("- Mine.") && own.contains("quads"), "{own}");
    let circuit = said("cir‸cuit rounds 5 < squat 30s; rest 15s >").unwrap();
    assert!(circuit.starts_with("Takes 3:45.\n\n# circuit"), "{circuit}");
    assert_eq!(said("circuit rounds 5 < squat 30s; rest 15s >‸").as_deref(), Some("Takes 3:45."));
    assert!(said("for ti‸me < squat 30 >").unwrap().contains("# for time"));
    assert!(said("allow long-r‸est \"x\"\nsquat 10").unwrap().starts_with("# long-rest"));
    assert_eq!(said("squat 10 \"circuit‸\""), None);
    assert_eq!(said("florp‸ 10"), None);
}

/// Returns what can be made of the steps between two marks, with the text that comes of it.
fn refactored(marked: &str) -> Vec<(String, String)> {
    let parts: Vec<&str> = marked.split('‸').collect();
    let [before, between, _] = parts.as_slice() else { panic!("two marks") };
    let document = Document::new(SourceFile::new("a.wod", parts.concat()));
    let place = Span::new(before.len(), before.len() + between.len());
    let all = refactorings(&document, place).into_iter();
    all.map(|action| (action.title, apply(document.text(), &action.edits))).collect()
}

/// Returns how long each workout of a text takes, and how long each session of its plans.
fn minutes(text: &str) -> Vec<i64> {
    let found = diagnose(SourceFile::new("a.wod", text), &Request::default(), &NoFiles);
    assert!(!found.has_errors(), "{text}\n{:?}", found.diagnostics);
    found.workouts.iter().map(|one| one.likely_ms).collect()
}

#[test]
fn steps_are_made_a_circuit() {
    let all = refactored("title \"A\"\r\nsq‸uat 10\r\n# easy\r\nrest 30‸s # now\r\nplank 30s\r\n");
    assert_eq!(all.len(), 1, "a file of bare steps has room for no other workout");
    assert_eq!(all[0].0, "Make a circuit of these steps");
    assert_eq!(
        all[0].1,
        "title \"A\"\r\ncircuit rounds 3 <\r\n  squat 10\r\n  # easy\r\n  rest 30s\r\n> # now\r\nplank 30s\r\n"
    );
    minutes(&all[0].1);
    for none in
        ["‸squat 10‸\nrest 30s", "squ‸‸at 10\nrest 30s", "ti‸tle \"A\"\nsquat 1‸0", "‸squat 3x10\nplank 30s‸"]
    {
        assert_eq!(refactored(none), [], "{none}");
    }
}

#[test]
fn steps_are_moved_to_a_workout_of_their_own() {
    let text = "workout \"Legs\" <\n  jog 5min\n  circuit rounds 2 <\n    ‸squat 10\n    rest 30s‸\n  >\n>\nworkout \"new part\" < plank 30s >";
    let all = refactored(text);
    let (title, after) = all.last().unwrap();
    assert_eq!(title, "Move these steps to a workout of their own");
    assert_eq!(
        *after,
        "workout \"Legs\" <\n  jog 5min\n  circuit rounds 2 <\n    do \"New part 2\"\n  >\n>\nworkout \"new part\" < plank 30s >\n\nworkout \"New part 2\" <\n  squat 10\n  rest 30s\n>\n"
    );
    assert_eq!(minutes(after)[..2], minutes(&text.replace('‸', ""))[..]);
    let day = refactored("plan \"P\" weeks 1 <\n  every week <\n    monday < ‸squat 3x10‸ >\n  >\n>\n");
    let after = "plan \"P\" weeks 1 <\n  every week <\n    monday < do \"New part\" >\n  >\n>\n\nworkout \"New part\" <\n  squat 3x10\n>\n";
    assert_eq!(day, [("Move these steps to a workout of their own".to_owned(), after.to_owned())]);
    minutes(after);
}

#[test]
fn what_a_percentage_comes_to_is_said_behind_its_statement() {
    let text = "athlete \"Sam\" < max back squat 120kg >\ncircuit rounds 2 <\n  back squat 5 @ 80%  # heavy\n  squat 10\n>\nback squat 3x3 @ 50%, 3 @ 90%";
    let mut project = Project::default();
    let file = project.insert(SourceFile::new("a.wod", text));
    let analysis = analyse(file.source().clone(), &Request::default(), &NoFiles);
    let loads = times(&file, &analysis).loads;
    let shown: Vec<(&str, &str)> = loads.iter().map(|load| (&text[load.span.range()], &*load.said)).collect();
    assert_eq!(
        shown,
        [("back squat 5 @ 80%", "95 kg"), ("back squat 3x3 @ 50%, 3 @ 90%", "60 kg, 107.5 kg")]
    );
}

#[test]
fn times_are_those_of_the_timeline() {
    let text = "title \"Two\"\ncircuit rounds 5 rest 60s between rounds < squat 30s; rest 15s >\n\
                amrap 10min < push-up 5 >\nplank 30s\n";
    let mut project = Project::default();
    let file = project.insert(SourceFile::new("a.wod", text));
    let analysis = analyse(file.source().clone(), &Request::default(), &NoFiles);
    let times = times(&file, &analysis);
    let ms: Vec<i64> = times.blocks.iter().map(|time| time.ms).collect();
    assert_eq!(ms[1], 600_000);
    let all = analysis.workouts().next().unwrap().strip().length_ms;
    assert_eq!(ms.iter().sum::<i64>() + 30_000, all);
    assert_eq!(times.workouts[0].ms, all);
    assert_eq!(&text[times.blocks[1].span.range()], "amrap 10min < push-up 5 >");
}

#[test]
fn what_is_done_from_another_file_takes_no_time_of_a_block() {
    let main = "use \"warm.wod\"\ndo \"Warm\"\ncircuit rounds 2 < do \"Warm\"; plank 30s >\n";
    // Its step is at the bytes of the circuit.
    let warm = "title \"Warm\"\n# xxxxxxxxxxxxxx\nplank 45s\n";
    assert_eq!(main.find("circuit"), Some(25));
    assert_eq!(warm.find("plank"), Some(30));
    let files = Files(vec![("warm.wod".into(), warm.into())]);
    let document = Document::new(SourceFile::new("a.wod", main));
    let analysis = analyse(document.source().clone(), &Request::default(), &files);
    let times = times(&document, &analysis);
    assert_eq!(times.blocks.iter().map(|time| time.ms).collect::<Vec<_>>(), [150_000]);
    assert_eq!(times.workouts[0].ms, 195_000);
}

#[test]
fn an_outline_has_titles_headers_and_days() {
    fn shown(symbols: &[Symbol], depth: usize) -> String {
        let line = |one: &Symbol| {
            format!("{}{} {}\n", "  ".repeat(depth), one.kind.name(), one.name)
                + &shown(&one.inside, depth + 1)
        };
        symbols.iter().map(line).collect()
    }
    let text = "workout \"Legs\" <\n  warmup < squat 10 >\n  circuit \"Main\" rounds 5 < squat 30s >\n>\n\
                plan \"Month\" weeks 4 <\n  every week <\n    monday, thursday < do \"Legs\" >\n  >\n>\n\
                movement \"Zorp\" < pattern core >\nathlete \"Sam\" < bodyweight 70kg >\n";
    let mut project = Project::default();
    let file = project.insert(SourceFile::new("a.wod", text));
    let wanted = "workout Legs\n  block warmup\n  block Main\nplan Month\n  week every week\n    day monday, thursday\n\
                  movement Zorp\nathlete Sam\n";
    assert_eq!(shown(&symbols(&file), 0), wanted);
    let folds: Vec<_> = folds(&file).into_iter().map(|fold| (fold.first, fold.last)).collect();
    assert_eq!(folds, [(1, 3), (5, 8), (6, 7)]);
}

#[test]
fn parts_of_a_text_are_told_apart() {
    let text = "circuit rounds 5 < # go\n  goblet squat 3x8 @ 20kg \"up\"; rest 1:30\n>";
    let mut project = Project::default();
    let file = project.insert(SourceFile::new("a.wod", text));
    let shown: Vec<String> = highlights(&file)
        .into_iter()
        .filter(|one| one.kind != HighlightKind::Sign)
        .map(|one| format!("{} {}", one.kind.name(), &text[one.span.range()]))
        .collect();
    let wanted = [
        "keyword circuit",
        "keyword rounds",
        "figure 5",
        "comment # go",
        "movement goblet squat",
        "figure 3",
        "figure 8",
        "figure 20",
        "figure kg",
        "text \"up\"",
        "keyword rest",
        "figure 1:30",
    ];
    assert_eq!(shown, wanted);
}

#[test]
fn a_definition_is_found_in_the_file_that_is_used() {
    let files = [
        ("all.wod", "use \"parts/warm.wod\"\nworkout \"Legs\" < do \"warm‸ up\"; zorp 10 >"),
        ("parts/warm.wod", "movement \"Zorp\" < pattern core >\nworkout \"Warm up\" < zorp 10 >"),
    ];
    let Marked { project, file, at } = marked(&files);
    let name = file.name_at(at).unwrap();
    let home = project.definition(&file, name).unwrap();
    assert_eq!(&*home.document.source().name, "parts/warm.wod");
    assert_eq!(&home.document.text()[home.span.range()], "Warm up");
    let zorp = file.names().iter().find(|name| name.text == "zorp").unwrap();
    assert_eq!(project.references(&file, zorp).len(), 3);
}

/// The files of a project, read from memory.
struct Files(Vec<(String, String)>);

impl ReadFile for Files {
    fn read(&self, path: &str) -> Result<String, String> {
        let found = self.0.iter().find(|(name, _)| name == path);
        found.map(|(_, text)| text.clone()).ok_or_else(|| "it is not there".into())
    }
}

/// Returns all outputs of a file, without what it calls its things.
fn outputs(files: &Files, name: &str) -> String {
    let text = files.read(name).unwrap();
    let request = Request { formats: vec![Format::named("json").unwrap()], ..Request::default() };
    let compilation = compile(SourceFile::new(name, text), &request, files);
    assert!(compilation.diagnostics.is_empty(), "{name}: {:?}", compilation.diagnostics);
    compilation.outputs.iter().filter_map(|output| output.content.as_text()).collect()
}

/// Returns the files after a rename at the mark.
fn renamed(files: &[(&str, &str)], new: &str) -> Result<Files, String> {
    let Marked { project, file, at } = marked(files);
    let mut after: Vec<(String, String)> =
        files.iter().map(|(name, text)| ((*name).to_owned(), text.replace(MARK, ""))).collect();
    for one in rename(&project, &file, at, new)? {
        let text = apply(one.document.text(), &one.edits);
        let name = &*one.document.source().name;
        after.iter_mut().find(|(other, _)| other == name).unwrap().1 = text;
    }
    Ok(Files(after))
}

#[test]
fn a_rename_over_three_files_compiles_to_the_same() {
    let files = [
        ("moves.wod", "movement \"Zo‸rp\" < pattern core >\n"),
        ("legs.wod", "use \"moves.wod\"\nzorps 10; \"zorp\" 5\n"),
        ("week.wod", "use \"moves.wod\"\nworkout \"A\" < zorp 10; circuit rounds 2 < zorp 30s > >\n"),
    ];
    let before =
        Files(files.iter().map(|(name, text)| ((*name).to_owned(), text.replace(MARK, ""))).collect());
    let after = renamed(&files, "Blip").unwrap();
    assert_eq!(after.0[1].1, "use \"moves.wod\"\nBlip 10; \"Blip\" 5\n");
    for (name, _) in &files[1..] {
        let (before, after) = (outputs(&before, name), outputs(&after, name));
        assert_eq!(
            before.to_lowercase().replace("zorps", "blip").replace("zorp", "blip"),
            after.to_lowercase()
        );
    }
    // What can't be a bare name gets quotes.
    let after = renamed(&files, "8 count").unwrap();
    assert_eq!(after.0[1].1, "use \"moves.wod\"\n\"8 count\" 10; \"8 count\" 5\n");
    // A share of it is one of its uses.
    let files = [files[0], ("week.wod", "use \"moves.wod\"\nsquat 5 @ 50% of zorp, 5 @ 50% of ftp\n")];
    assert!(renamed(&files, "Blip").unwrap().0[1].1.ends_with("squat 5 @ 50% of Blip, 5 @ 50% of ftp\n"));
}

#[test]
fn what_would_change_the_meaning_is_refused() {
    let refused = |text: &str, new: &str| renamed(&[("a.wod", text)], new).err().unwrap();
    assert!(refused("squ‸at 10", "bend").contains("no file here defines it"));
    assert!(
        refused("movement \"squat\" < cue \"x\" >\nsqu‸at 10", "bend").contains("takes what it does not say")
    );
    assert!(
        refused("movement \"Zorp\" < pattern core >\nzo‸rp 10", "squat").contains("wodc knows a movement")
    );
    let two = "workout \"A‸\" < squat 10 >\nworkout \"B\" < do \"a\" >";
    assert!(refused(two, "b").contains("means something else"));
    assert!(refused(two, " ").contains("at least one letter"));
    assert!(refused("allow long-‸rest \"x\"", "y").contains("never changes"));
    assert!(refused("flo‸rp 10", "y").contains("defined in no file"));
    assert!(refused("rest‸ 10s", "y").contains("no name here"));
}

#[test]
fn other_things_are_renamed_with_their_uses() {
    let one = |text: &str, new: &str| renamed(&[("a.wod", text)], new).unwrap().0.remove(0).1;
    let two = "workout \"A‸\" < squat 10 >\nworkout \"B\" < do \"a\"; do \"A\" >";
    assert_eq!(
        one(two, "C \"d\""),
        "workout \"C \\\"d\\\"\" < squat 10 >\nworkout \"B\" < do \"C \\\"d\\\"\"; do \"C \\\"d\\\"\" >"
    );
    let blanks = "workout \"A\" for li‸ft, reps < lift 5xreps; note \"{lift} now\" >\nworkout \"B\" < do \"A\" with lift squat, reps 5 >";
    let after = one(blanks, "movement-one");
    assert!(
        after.starts_with(
            "workout \"A\" for movement-one, reps < movement-one 5xreps; note \"{movement-one} now\" >"
        ),
        "{after}"
    );
}

#[test]
fn everything_that_mends_can_be_chosen() {
    let text = "circuit rouns 3 < florp 10 >";
    let mut project = Project::default();
    let file = project.insert(SourceFile::new("a.wod", text));
    let found = diagnose(file.source().clone(), &Request::default(), &NoFiles).diagnostics;
    let all = actions(&file, &found, Span::new(0, text.len()));
    let titles: Vec<&str> = all.iter().map(|action| action.title.as_str()).collect();
    assert!(titles.iter().any(|title| title.starts_with("Change `rouns`")), "{titles:?} for {found:?}");
    let text = "florp 10\nrest 30min\nsquat 10\n";
    let file = project.insert(SourceFile::new("a.wod", text));
    let found = diagnose(file.source().clone(), &Request::default(), &NoFiles).diagnostics;
    let all = actions(&file, &found, Span::new(0, text.len()));
    let define = all.iter().find(|action| action.kind == ActionKind::Define);
    let define = define.unwrap_or_else(|| panic!("{found:?}"));
    let after = apply(text, &define.edits);
    assert!(after.ends_with("\n\nmovement \"florp\" <\n  cue \"\"\n>\n"), "{after}");
}

/// Returns what each choice about the mark makes of a text, with its title.
fn chosen(text: &str) -> Vec<(String, String)> {
    let Marked { file, at, .. } = marked(&[("a.wod", text)]);
    let found = diagnose(file.source().clone(), &Request::default(), &NoFiles).diagnostics;
    let all = actions(&file, &found, Span::at(at));
    let choices = all.into_iter().filter(|action| action.kind == ActionKind::Choice);
    choices.map(|choice| (choice.title, apply(file.text(), &choice.edits))).collect()
}

#[test]
fn each_reading_of_a_message_can_be_chosen() {
    let one = |title: &str, text: &str| (title.to_owned(), text.to_owned());
    assert_eq!(
        chosen("squat 10\nrest 9‸0\n"),
        [
            one("Write `90s` for seconds", "squat 10\nrest 90s\n"),
            one("Write `90min` for minutes", "squat 10\nrest 90min\n"),
        ]
    );
    assert_eq!(
        chosen("circuit rounds 5 rest 6‸0s < squat 30s >")[0].1,
        "circuit rounds 5 rest 60s between rounds < squat 30s >"
    );
    assert_eq!(
        chosen("squat 10\ntitle ‸\"Legs\"\nplank 30s\n"),
        [one("Move `title \"Legs\"` up, before that step", "title \"Legs\"\nsquat 10\nplank 30s\n")]
    );
    // A name is written anew wherever it is used.
    let everywhere = chosen("plank side‸ 30s\ncircuit rounds 2 < plank side 20s >\n");
    assert_eq!(everywhere[0].1, "side plank 30s\ncircuit rounds 2 < side plank 20s >\n");
    // What is certain is no choice.
    assert_eq!(chosen("rest 5m‸"), []);
}

#[test]
fn a_block_is_closed_once_its_first_line_ends() {
    let closed = |text: &str| {
        let Marked { file, at, .. } = marked(&[("a.wod", text)]);
        close_block(&file, at).map(|edit| apply(file.text(), &[edit]))
    };
    assert_eq!(closed("circuit rounds 3 < # go\n‸").as_deref(), Some("circuit rounds 3 < # go\n\n>"));
    let inner = "circuit <\r\n  amrap 5min <\r\n    ‸\r\n>";
    assert_eq!(closed(inner).as_deref(), Some("circuit <\r\n  amrap 5min <\r\n    \r\n  >\r\n>"));
    assert_eq!(closed("circuit <\n‸\n>"), None);
    assert_eq!(closed("squat 10\n‸"), None);
    assert_eq!(closed("circuit <\n‸squat 10"), None);
    assert_eq!(closed("‸"), None);
}
