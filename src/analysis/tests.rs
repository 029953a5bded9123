//! What is known before the first output is made, and what is made only once.

use std::io;
use std::sync::Mutex;

use super::*;
use crate::diagnostic::{Diagnostic, Levels, Rule, Setting};
use crate::emit::{
    Collected, Context, Emitter, Forecast, Format, FormatInfo, OneWorkout, Per, Planned, Sink, Subject,
};
use crate::source::SourceFile;

/// An emitter that notes what it is asked, and foresees that a letter has no font.
struct Spy {
    info: &'static FormatInfo,
    asked: Mutex<Vec<String>>,
}

impl Spy {
    /// Returns one that lives as long as the tests, as emitters do.
    fn new(name: &'static str) -> &'static Self {
        let info = FormatInfo {
            name,
            extension: name,
            per: &[Per::Workout],
            warns: &[Rule::LetterWithoutFont],
            ..FormatInfo::PLAIN
        };
        Box::leak(Box::new(Self { info: Box::leak(Box::new(info)), asked: Mutex::default() }))
    }

    fn note(&self, what: &str, subject: Subject<'_>) {
        let Subject::Workout(workout) = subject else { panic!("it is only for workouts") };
        let card: *const _ = workout.card();
        self.asked.lock().unwrap().push(format!("{what} {} {card:?}", workout.title()));
    }

    /// Returns what was asked so far, and forgets it.
    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }
}

impl Emitter for Spy {
    fn info(&self) -> &'static FormatInfo {
        self.info
    }

    fn foresee(&self, subject: Subject<'_>, _: &Context<'_>) -> Forecast {
        self.note("foresee", subject);
        let Subject::Workout(workout) = subject else { return Forecast::none() };
        let place = workout.compiled().workout.span;
        let diagnostics = vec![Diagnostic::new(Rule::LetterWithoutFont, place, "a letter has no font")];
        Forecast { diagnostics, ..Forecast::made() }
    }

    fn emit(&self, subject: Subject<'_>, _: &Context<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        self.note("emit", subject);
        out.write_all(b"made")
    }
}

/// A workout that gives a warning: one side is done and the other is not.
const WARNED: &str = "side plank 30s left";

fn analysed(text: &str, formats: &[&'static Spy], rules: Levels) -> Analysis {
    let formats = formats.iter().map(|&spy| Format::of(spy)).collect();
    let request = Request { formats, rules, ..Request::default() };
    analyse(SourceFile::new("a.wod", text), &request, &NoFiles)
}

#[test]
fn what_is_refused_by_its_level_is_not_looked_at_by_any_output() {
    let spy = Spy::new("spy");
    let mut rules = Levels::default();
    rules.set_warnings(Setting::Deny);
    let analysis = analysed(WARNED, &[spy], rules);
    assert!(analysis.has_errors() && analysis.planned().is_empty());
    analysis.emit(&NoFiles, &Collected::default());
    assert_eq!(spy.asked(), Vec::<String>::new());

    // What an output warns of is known before it is made, so it can be refused as well.
    let mut rules = Levels::default();
    rules.set(Rule::LetterWithoutFont, Setting::Deny).unwrap();
    let analysis = analysed("squat 10", &[spy], rules);
    assert_eq!(analysis.diagnostics().len(), 1);
    assert!(analysis.has_errors() && analysis.planned().is_empty());
    analysis.emit(&NoFiles, &Collected::default());
    assert!(spy.asked().iter().all(|asked| asked.starts_with("foresee")));
}

#[test]
fn what_several_outputs_need_of_a_workout_is_made_once() {
    let text = "workout \"A\" < squat 10 >\nworkout \"B\" < plank 30s >";
    let (one, other) = (Spy::new("one"), Spy::new("other"));
    let analysis = analysed(text, &[one, other], Levels::default());
    assert_eq!(analysis.planned().len(), 4);
    let collected = Collected::default();
    analysis.emit(&NoFiles, &collected);
    let outputs = collected.into_outputs().unwrap();
    let names: Vec<_> = outputs.iter().map(|one| (one.format.name(), &*one.suffix)).collect();
    assert_eq!(names, [("one", "-a"), ("one", "-b"), ("other", "-a"), ("other", "-b")]);
    // The card of each is one and the same, in both passes of both emitters.
    let all: Vec<String> = one.asked().into_iter().chain(other.asked()).collect();
    assert_eq!(all.len(), 8);
    for title in ["A", "B"] {
        let cards: std::collections::BTreeSet<_> = all
            .iter()
            .filter_map(|asked| asked.split_once(&format!(" {title} ")))
            .map(|(_, card)| card)
            .collect();
        assert_eq!(cards.len(), 1, "{all:?}");
    }
}

#[test]
fn an_allow_for_what_was_not_looked_for_is_not_idle() {
    let text = "allow letter-without-font \"we know\"\nside plank 30s left";
    let idle = |analysis: &Analysis| analysis.diagnostics().iter().any(|one| one.rule == Rule::IdleAllow);
    let mut rules = Levels::default();
    rules.set_warnings(Setting::Deny);
    assert!(!idle(&analysed(text, &[Spy::new("spy")], rules)));
    // Where no output could give it, there is nothing to allow.
    assert!(idle(&analysed(text, &[], Levels::default())));
}

#[test]
fn a_diagnosis_says_what_an_analysis_says() {
    // More than are looked at side by side, each with a warning.
    let many = |number| format!("workout \"{number}\" < {WARNED}; squat 5 @ {number}kg >\n");
    let many: String = (1..=600).map(many).collect();
    for text in [
        &*many,
        WARNED,
        "10 squats",
        "title \"x\"\nsquat 5",
        "plan \"P\" weeks 2 < every week < monday < run 5km > > >",
    ] {
        let source = || SourceFile::new("a.wod", text);
        let whole = analyse(source(), &Request::default(), &NoFiles).into_compilation();
        let said = diagnose(source(), &Request::default(), &NoFiles);
        assert_eq!(said.diagnostics, whole.diagnostics);
        assert_eq!((said.workouts.len(), said.plans), (whole.workouts.len(), whole.plans));
    }
}

#[test]
fn an_output_that_cannot_be_written_does_not_stop_the_others() {
    /// A disk without room for the first output.
    struct Full(Mutex<Vec<(usize, bool)>>);

    impl Sink for Full {
        fn put(&self, output: &Planned, write: &dyn Fn(&mut dyn io::Write) -> io::Result<()>) {
            let mut no_room = [0_u8; 0];
            let is_written =
                if output.number == 0 { write(&mut &mut no_room[..]) } else { write(&mut io::sink()) }
                    .is_ok();
            self.0.lock().unwrap().push((output.number, is_written));
        }
    }

    let request = Request { formats: Format::plain().collect(), ..Request::default() };
    let analysis = analyse(SourceFile::new("a.wod", "squat 10; plank 30s"), &request, &NoFiles);
    let full = Full(Mutex::default());
    analysis.emit(&NoFiles, &full);
    let mut written = full.0.into_inner().unwrap();
    written.sort_unstable();
    assert_eq!(written, [(0, false), (1, true), (2, true)]);
}

#[test]
fn a_workout_by_itself_makes_what_an_analysis_makes() {
    let analysis = analysed("title \"Legs\"\nsquat 10; rest 30s; plank 30s", &[], Levels::default());
    let of_analysis = analysis.workouts().next().unwrap();
    let alone = OneWorkout::new(*of_analysis.compiled(), crate::emit::cues::Voice::default());
    assert_eq!(alone.playbook(), of_analysis.playbook());
    assert_eq!(analysis.playbooks(), [alone.playbook().clone()]);
}

#[test]
fn a_side_behind_a_load_stays_there_where_it_may_be_the_discs() {
    for text in ["bench press 5 @ 45lb per side\n", "bench press 5 per side @ 45lb\n"] {
        assert_eq!(format(SourceFile::new("a.wod", text)).ok().as_deref(), Some(text));
    }
}

#[test]
fn messages_have_no_tabs() {
    let analysis = analysed("squneck \t\trotation; squat 10", &[], Levels::default());
    let said: Vec<&str> = analysis.diagnostics().iter().map(|one| one.message.as_str()).collect();
    assert!(!said.is_empty() && said.iter().all(|said| !said.contains('\t')), "{said:?}");
}
