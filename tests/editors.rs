//! What is in `editors/` of the words of the language: made from the table of words, and compared with it here.
//! `WODC_BLESS=1 cargo test --test editors` makes it anew.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use wodc::service::{Followed, Opener, OpenerKind, Vocabulary, vocabulary};

/// A word of a text, as src/syntax/lex.rs cuts it.
const WORD: &str = r"\p{L}[\p{L}\p{N}]*(?:['’-][\p{L}\p{N}]+)*";

/// What a word of the language ends before.
const WORD_ENDS: &str = r"(?![\p{L}\p{N}]|['’-][\p{L}\p{N}])";

/// Where a statement begins: on a line, or behind another statement or the `<` of a block.
const BEGINS: &str = r"(?:^|(?<=[;<>{}]))\s*";

/// What ends a statement, or its line.
const STATEMENT_ENDS: &str = r"\s*(?:$|[;>}#])";

/// A `<` later on the line, with neither a text nor the end of the statement before it.
const OPENS: &str = r#"[^<{>};#"“„]*[<{]"#;

/// The marks that a text begins with.
const QUOTES: &str = "[\"“”„]";

/// The name of a movement: its first word, then those that do not end it.
fn name(words: &Vocabulary) -> String {
    const PART: &str = r#"\p{L}[^\s;<>@{}#",/“”„]*"#;
    let halves = any_of(words.halves);
    let half = format!(r"(?:per|each)\s+{halves}{WORD_ENDS}");
    let table = r"by\s+(?:week|session|cycle|round)s?\s+(?:\d|max|build)";
    let rounds = r"(?:only|not)\s+rounds?\s+\d";
    let aside = format!(r"(?:alternating|right|left|max){WORD_ENDS}");
    // These are parts of a name before another word of it.
    let after_aside = format!(
        r"(?:\s+{aside}){{0,2}}(?!\s+(?!or{WORD_ENDS}|x\d|{half}|tempo{WORD_ENDS}|rest{WORD_ENDS}|every\s+\d|hold\s+\d|(?:calories?|cals?|met(?:re|er)s|m|seconds|secs|s|reps){WORD_ENDS}|{rounds}|{table})\p{{L}})"
    );
    let tempo = format!(r"tempo\s+(?:[\dx]{{1,3}}(?:-[\dx]{{1,3}}){{2,5}}|[\dx]{{4}}){WORD_ENDS}");
    let stop =
        format!(r"or{WORD_ENDS}|x\d|{half}|{aside}{after_aside}|{tempo}|{rounds}|build\s+to\s+\d|{table}");
    format!(r"(?!or{WORD_ENDS}){PART}(?:[ \t]+(?!{stop}){PART})*")
}

fn any_of(words: &[&str]) -> String {
    let mut words: Vec<String> =
        words.iter().map(|word| word.replace(' ', r"\s+").replace('/', r"\/")).collect();
    // The longest first: an alternative that fits is taken though a later one were longer.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    format!("(?:{})", words.join("|"))
}

fn ahead(words: &Vocabulary, followed: Followed) -> String {
    match followed {
        // `record max back squat` is followed by a word of the language.
        Followed::ByText => format!(r"(?=\s*{QUOTES}|\s+{WORD}{STATEMENT_ENDS}|\s+max\s)"),
        Followed::ByTitle => format!(r"(?=\s*{QUOTES}|{OPENS})"),
        Followed::ByDate => format!(r"(?=\s*(?:{QUOTES}|[<{{]|\d))"),
        Followed::ByHeader => {
            let options = words.words.iter().filter(|word| !word.contains('-'));
            let options = any_of(&options.copied().collect::<Vec<_>>());
            format!(
                r"(?={STATEMENT_ENDS}|\s*(?:{QUOTES}|[<{{\d:])|{OPENS}|\s+{options}{WORD_ENDS}\s*(?:\d|{QUOTES}))"
            )
        }
        Followed::ByNumber => r"(?=\s+(?:\d|last|the\s+last))".into(),
        Followed::ByNumbersOfBody => r"(?=\s+\d[^<{>};#]*[<{])".into(),
        Followed::ByLevel => format!(r"(?=\s+{}{WORD_ENDS})", any_of(words.levels)),
        Followed::ByWords => format!(r"(?=\s+(?:[\p{{L}}\p{{N}}]|{QUOTES}))"),
        Followed::ByAnything => WORD_ENDS.into(),
    }
}

/// Returns what colours an opener. All that `wodc lsp` colours as a keyword begins with `keyword`.
fn scope(kind: OpenerKind) -> &'static str {
    match kind {
        OpenerKind::Definition => "keyword.declaration.wod",
        OpenerKind::Block => "keyword.control.block.wod",
        OpenerKind::PlanPart => "keyword.control.plan.wod",
        OpenerKind::Text | OpenerKind::Fact | OpenerKind::Line | OpenerKind::Statement => {
            "keyword.other.statement.wod"
        }
    }
}

/// Returns a rule for the openers of some kinds that are followed by the same.
fn opening(words: &Vocabulary, openers: &[&Opener]) -> Value {
    let spellings: Vec<&str> = openers.iter().map(|opener| opener.spelling).collect();
    let first = openers[0];
    let ahead = ahead(words, first.followed_by);
    json!({
        "match": format!("(?i){BEGINS}({}){WORD_ENDS}{ahead}", any_of(&spellings)),
        "captures": { "1": { "name": scope(first.kind) } },
    })
}

fn text() -> Value {
    json!({
        "name": "string.quoted.double.wod",
        "begin": QUOTES,
        // A text ends on its line. What is quoted inside it is looked for first.
        "end": format!("{QUOTES}|$"),
        "applyEndPatternLast": true,
        "patterns": [
            { "name": "constant.character.escape.wod", "match": r#"\\["\\]"# },
            { "name": "invalid.illegal.escape.wod", "match": r"\\." },
            { "match": r#"“[^“”"]*”"# },
            { "name": "variable.parameter.wod", "match": r"\{\p{L}[\p{L}\p{N}]*\}" },
        ],
    })
}

/// Returns the rules for all openers, those of a plan first: `every week` is no `every`.
fn openings(words: &Vocabulary) -> Vec<Value> {
    let mut left: Vec<&Opener> = words.openers.iter().collect();
    left.sort_by_key(|opener| opener.kind != OpenerKind::PlanPart);
    let mut rules = Vec::new();
    while let Some(&first) = left.first() {
        let is_alike =
            |opener: &&Opener| (opener.kind, opener.followed_by) == (first.kind, first.followed_by);
        let (alike, others): (Vec<&Opener>, _) = left.into_iter().partition(is_alike);
        left = others;
        rules.push(opening(words, &alike));
    }
    rules
}

/// Returns a rule for what is one thing.
fn rule(name: &str, is: &str) -> Value {
    json!({ "name": name, "match": is })
}

/// Returns a rule for a word and the name of a movement after it, in any place of a statement.
fn before_name(word: &str, not: &str, name: &str, ahead: &str) -> Value {
    json!({
        "match": format!(r"(?i)(?<![\p{{L}}\p{{N}}'’-])({word})\s+{not}({name}){ahead}"),
        "captures": { "1": { "name": "keyword.other.wod" }, "2": { "name": "entity.name.function.wod" } },
    })
}

/// Returns a rule for what a statement begins with.
fn at_beginning(is: &str, ahead: &str, name: &str) -> Value {
    json!({ "match": format!("(?i){BEGINS}({is}){ahead}"), "captures": { "1": { "name": name } } })
}

/// Returns the rules for whatever is in a statement.
fn parts(words: &Vocabulary) -> Vec<Value> {
    let plain: Vec<&str> = words.words.iter().copied().filter(|word| !words.days.contains(word)).collect();
    let figure = format!(r"(?i)[\d]+(?:[.,:]\d+)*(?:({})(?![\p{{L}}\p{{N}}]))?", any_of(&words.units));
    vec![
        json!({
            "name": "constant.numeric.wod",
            "match": figure,
            "captures": { "1": { "name": "keyword.other.unit.wod" } },
        }),
        rule("keyword.operator.wod", r"(?i)(?<=\d)x(?=\d)"),
        rule("keyword.other.wod", &format!("(?i){}{WORD_ENDS}", any_of(&words.days))),
        rule("keyword.other.wod", &format!("(?i){}{WORD_ENDS}", any_of(&plain))),
        // Any other word, whole, so that nothing is found inside it.
        json!({ "match": WORD }),
        rule("punctuation.section.block.begin.wod", "[<{]"),
        rule("punctuation.section.block.end.wod", "[>}]"),
        rule("punctuation.terminator.statement.wod", ";"),
        rule("punctuation.separator.wod", ","),
        rule("keyword.operator.wod", r"[^\s\p{L}\p{N}]"),
    ]
}

/// Returns the grammar of `source.wod` for VS Code and whatever else reads TextMate's.
fn text_mate(words: &Vocabulary) -> Value {
    let name = name(words);
    // `sun salutation` is a movement.
    let after_day = format!(
        r"{WORD_ENDS}(?={STATEMENT_ENDS}|\s*(?:{QUOTES}|[,:<{{\d-])|\s+(?:instead|to|at|in|morning|evening|sets|load|distance|time){WORD_ENDS})"
    );
    // What belongs to a rest, and moves nobody.
    let unmoved = format!("(?!(?:until|when|as|by|day|between){WORD_ENDS})");
    let allow = json!({
        "match": format!(r"(?i){BEGINS}(allow)\s+({WORD})"),
        "captures": {
            "1": { "name": "keyword.other.statement.wod" }, "2": { "name": "support.constant.rule.wod" },
        },
    });
    json!({
        "comment": "Made from the table of words: WODC_BLESS=1 cargo test --test editors",
        "name": "Wod",
        "scopeName": "source.wod",
        "fileTypes": ["wod"],
        "patterns": [
            { "include": "#comment" }, { "include": "#text" }, { "include": "#allow" }, { "include": "#moving" },
            { "include": "#opener" }, { "include": "#day" }, { "include": "#name" }, { "include": "#alternative" },
            { "include": "#part" },
        ],
        "repository": {
            "comment": rule("comment.line.number-sign.wod", "#.*$"),
            "text": text(),
            "allow": allow,
            "moving": before_name("rest", &unmoved, &name, r"(?=\s+[\d@])"),
            "opener": { "patterns": openings(words) },
            "day": at_beginning(&any_of(&words.days), &after_day, "keyword.control.plan.wod"),
            "name": at_beginning(&name, "", "entity.name.function.wod"),
            "alternative": before_name("or", "", &name, ""),
            "part": { "patterns": parts(words) },
        },
    })
}

/// Returns the words as the grammar for Tree-sitter takes them: openers by kind, and by what follows them.
fn for_tree_sitter(words: &Vocabulary) -> Value {
    let mut kinds = Map::new();
    for Opener { spelling, kind, followed_by, .. } in &words.openers {
        let followed = match followed_by {
            Followed::ByText => "text",
            Followed::ByTitle | Followed::ByDate => "title",
            Followed::ByHeader => "header",
            Followed::ByNumber => "number",
            Followed::ByNumbersOfBody => "numbers_of_body",
            Followed::ByLevel => "level",
            Followed::ByWords | Followed::ByAnything => "anything",
        };
        let of_kind = kinds.entry(kind.name()).or_insert_with(|| json!({}));
        let same = &mut of_kind[followed];
        if same.is_null() {
            *same = json!([]);
        }
        if let Some(same) = same.as_array_mut() {
            same.push((*spelling).into());
        }
    }
    json!({
        "comment": "Made from the table of words: WODC_BLESS=1 cargo test --test editors",
        "openers": kinds,
        "words": words.words,
        "units": words.units,
        "days": words.days,
        "levels": words.levels,
    })
}

/// Returns a snippet for each session that `wodc new` knows, with its title to be written first.
fn sessions() -> Value {
    let mut sessions = Map::new();
    let mut paths: Vec<PathBuf> =
        fs::read_dir(path("src/cli/new")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let kind = path.file_stem().unwrap().to_str().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let escaped = text.replace('\\', r"\\").replace('$', r"\$").replace('}', r"\}");
        assert_eq!(escaped.matches("TITLE").count(), 1, "{kind}");
        let body: Vec<String> =
            escaped.lines().map(|line| line.replace("TITLE", &format!("${{1:A {kind}}}"))).collect();
        let about = text.lines().next().unwrap().trim_start_matches("# ");
        sessions.insert(
            format!("session: {kind}"),
            json!({ "prefix": format!("session {kind}"), "description": about, "isFileTemplate": true, "body": body }),
        );
    }
    Value::Object(sessions)
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Compares a file with what it should be, or writes it.
fn is_so(name: &str, wanted: &Value) {
    let wanted = format!("{wanted:#}\n");
    if std::env::var_os("WODC_BLESS").is_some_and(|value| !value.is_empty()) {
        fs::create_dir_all(path(name).parent().unwrap()).unwrap();
        fs::write(path(name), &wanted).unwrap();
    }
    let is_so = fs::read_to_string(path(name)).is_ok_and(|kept| kept == wanted);
    assert!(is_so, "{name} is another: WODC_BLESS=1 cargo test --test editors");
}

#[test]
fn the_grammars_have_the_words_of_the_table() {
    let words = vocabulary();
    is_so("editors/vscode/syntaxes/wod.tmLanguage.json", &text_mate(&words));
    is_so("editors/tree-sitter-wod/words.json", &for_tree_sitter(&words));
}

#[test]
fn the_snippets_have_the_sessions_of_wodc_new() {
    is_so("editors/vscode/snippets/sessions.json", &sessions());
}

#[test]
fn every_word_of_the_vocabulary_is_one_of_the_language() {
    let words = vocabulary();
    assert!(words.openers.len() > 60 && words.words.len() > 120 && words.units.len() > 70);
    // Those of athletes and of what was done mean nothing elsewhere.
    for opener in words.openers.iter().filter(|opener| opener.kind != OpenerKind::Line) {
        for word in opener.spelling.split(' ') {
            assert!(words.words.contains(&word), "{word}");
        }
    }
    assert!(words.words.is_sorted() && words.units.is_sorted() && words.days.is_sorted());
    for word in ["circuit", "buy-in", "buy", "alternating", "rpe", "then", "monday", "mon", "advanced", "leg"]
    {
        assert!(words.words.contains(&word), "{word}");
    }
    assert!(!words.words.iter().any(|word| word.contains(' ')));
}
