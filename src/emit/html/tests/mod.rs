//! What holds of every page, before a browser sees it. What it does in one is in `tests/page`.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::parts::{PLAN_STYLES, SCRIPTS, STYLES};
use crate::analysis::{NoFiles, Request, analyse, compile};
use crate::emit::Format;
use crate::emit::{Options, SheetOptions};
use crate::source::SourceFile;

/// Texts that would break out of a page, if they could.
const HOSTILE: [&str; 8] = [
    "</script><img src=x onerror='globalThis.hit=1'>",
    "<!--<script>",
    "&lt;b&gt;",
    "a\\b | $x$ #include <x>",
    "' onfocus='x",
    "\u{2028}\u{2029}",
    "🏋️ שלום مرحبا",
    "{{x}} ${y}",
];

fn pages(text: &str) -> Vec<String> {
    let request = Request { formats: vec![Format::HTML], ..Request::default() };
    let compilation = compile(SourceFile::new("test.wod", text), &request, &NoFiles);
    assert!(!compilation.has_errors(), "{:?}", compilation.diagnostics);
    let text = |output: &crate::emit::Output| output.content.as_text().unwrap_or_default().to_owned();
    compilation.outputs.iter().map(text).collect()
}

fn page(text: &str) -> String {
    pages(text).remove(0)
}

/// Returns each text between two marks.
fn between<'a>(page: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    page.split(before).skip(1).filter_map(|rest| Some(rest.split_once(after)?.0)).collect()
}

/// Returns the page without its own styles and scripts, and without the playbook.
fn skeleton(page: &str) -> String {
    let mut skeleton = page.to_owned();
    for part in SCRIPTS.iter().chain(&STYLES).chain(&PLAN_STYLES) {
        skeleton = skeleton.replace(part, "…");
    }
    let policy = between(page, "content=\"default-src", "\"")[0];
    skeleton = skeleton.replace(policy, "…");
    // The page of a plan has none.
    for playbook in between(page, "id=\"playbook\">", "</script>") {
        skeleton = skeleton.replace(playbook, "…");
    }
    skeleton.replace("><", ">\n<")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[test]
fn the_skeleton_of_a_page() {
    let text = "title \"Short\"\nby \"Sam\"\nnote \"Slowly.\"\n\
                superset \"Pair\" rounds 2 rest 60s between rounds < squat 10 @ 20kg \"Chest tall\"; plank 30s per side >\n\
                amrap 2min < push-up max >\nrecord \"Best, kg\"";
    insta::assert_snapshot!(skeleton(&page(text)));
}

#[test]
fn the_policy_allows_the_scripts_and_styles_in_the_page_and_no_others() {
    let page = page("squat 10");
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\"")[0].replace("&#39;", "'");
    let hash = |text: &str| {
        super::policy::policy(&[text], &[]).split(' ').nth(3).unwrap().trim_end_matches(';').to_owned()
    };
    let scripts: Vec<_> = between(&page, "<script>", "</script>").into_iter().map(hash).collect();
    let styles: Vec<_> = between(&page, "<style>", "</style>").into_iter().map(hash).collect();
    assert_eq!((scripts.len(), styles.len()), (SCRIPTS.len(), STYLES.len()));
    let directive = |name: &str, hashes: &[String]| format!("{name} {}", hashes.join(" "));
    let expected = [
        "default-src 'none'".to_owned(),
        directive("script-src", &scripts),
        directive("style-src", &styles),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ];
    assert_eq!(policy.split("; ").collect::<Vec<_>>(), expected);
    // The hash of the specification's own example is held in `policy`; here, that no two parts have one.
    assert_ne!(Sha256::digest(SCRIPTS[0]), Sha256::digest(SCRIPTS[1]));
}

#[test]
fn no_part_of_the_page_can_end_its_own_element_or_ask_for_anything() {
    for part in SCRIPTS.iter().chain(&STYLES).chain(&PLAN_STYLES) {
        for wrong in [
            "</script",
            "</style",
            "<!--",
            "http:",
            "url(//",
            "@import",
            "import(",
            "fetch(",
            "innerHTML",
            "eval(",
        ] {
            let is_namespace = |line: &&str| line.contains("http://www.w3.org/2000/svg");
            let found = part.lines().filter(|line| !is_namespace(line)).find(|line| line.contains(wrong));
            assert_eq!(found, None, "{wrong}");
        }
    }
}

#[test]
fn hostile_texts_stay_texts() {
    for text in HOSTILE {
        let quoted = quoted(text);
        let source = format!(
            "title {quoted}\nby {quoted}\nnote {quoted}\ncircuit {quoted} rounds 2 < squat 30s {quoted} >\nrecord {quoted}"
        );
        let (hostile, tame) = (page(&source), page(&source.replace(&quoted, "\"tame\"")));
        // The same elements, whatever is written in them.
        let elements = |page: &str| {
            let skeleton = skeleton(page);
            let (markup, _) = skeleton.split_once("id=\"playbook\"").unwrap();
            markup.matches('<').count()
        };
        // A name of other length can take another place on the strip.
        let on_strip = |page: &str| page.matches("<text class=\"block\"").count() * 2;
        assert_eq!(elements(&hostile) - on_strip(&hostile), elements(&tame) - on_strip(&tame), "{text}");
        assert!(!hostile.contains("<img"), "{text}");
        assert!(!hostile.contains(['\u{2028}', '\u{2029}']) || text.contains('\u{2028}'), "{text}");
    }
}

#[test]
fn a_plan_has_a_page_on_which_nothing_runs_and_hostile_texts_stay_texts() {
    let mut counts = Vec::new();
    for text in HOSTILE.into_iter().chain(["tame"]) {
        let quoted = quoted(&format!("P{text}"));
        let source = format!(
            "plan {quoted} weeks 2 < every week < mon < title {quoted}; note {quoted}; squat 10 {quoted} >; \
             sun < race day {quoted} > > >"
        );
        let page = page(&source);
        assert!(!page.contains("<script") && !page.contains("<img"), "{text}");
        assert!(page.contains("default-src 'none'"), "{text}");
        let svg = page.matches("<text").count() * 2;
        counts.push(skeleton(&page).matches('<').count() - svg);
    }
    assert!(counts.windows(2).all(|pair| pair[0] == pair[1]), "{counts:?}");
}

#[test]
fn the_playbook_in_the_page_is_the_playbook() {
    for text in HOSTILE {
        let source = format!("title {}\nsquat 10 or plank 30s\nrest 20s", quoted(text));
        let page = page(&source);
        let json = between(&page, "id=\"playbook\">", "</script>")[0];
        assert!(!json.contains(['<', '\u{2028}', '\u{2029}']), "{json}");
        let analysis = analyse(SourceFile::new("test.wod", source), &Request::default(), &NoFiles);
        let read: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(read, serde_json::to_value(&analysis.playbooks()[0]).unwrap());
    }
}

#[test]
fn a_sheet_for_readers_without_their_glasses_says_so() {
    let sheet = SheetOptions { large: true, ..SheetOptions::default() };
    let options = Options { sheet, ..Options::default() };
    let request = Request { formats: vec![Format::HTML], options, ..Request::default() };
    let compilation = compile(SourceFile::new("test.wod", "squat 10"), &request, &NoFiles);
    let large = compilation.outputs[0].content.as_text().unwrap();
    assert!(large.contains("<article class=\"sheet large\" id=\"sheet\""), "{}", skeleton(large));
    assert!(!skeleton(&page("squat 10")).contains("large"));
}

#[test]
fn several_workouts_are_a_page_each() {
    let pages = pages("workout \"One\" < squat 10 >\nworkout \"Two\" < plank 30s >");
    assert_eq!(pages.len(), 2);
    assert!(pages[0].contains("<title>One</title>") && pages[1].contains("<title>Two</title>"));
}

#[test]
fn every_example_has_a_page_the_same_each_time_without_a_style_of_its_own() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "wod") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        if text.contains("use \"") {
            continue;
        }
        let (first, again) = (pages(&text), pages(&text));
        assert_eq!(first, again, "{}", path.display());
        for page in &first {
            // Only what is on the page itself is referred to: a figure that was drawn before.
            let skeleton = skeleton(page).replace("<use href=\"#figure-", "<use ");
            for wrong in [" style=", " src=", "href=", " onclick="] {
                assert!(!skeleton.contains(wrong), "{wrong} in {}", path.display());
            }
        }
        seen += 1;
    }
    assert!(seen > 30, "{seen}");
}
