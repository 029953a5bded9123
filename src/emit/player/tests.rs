//! The playbook's JSON Schema, of which the page's scripts get their types, and the names that results have.

use std::{env, fs};

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::Value;

use super::model::Playbook;
use crate::analysis::{NoFiles, Request, diagnose};
use crate::catalog;
use crate::results::logbook::movement;
use crate::source::SourceFile;

/// Where the schema is kept. `tests/types/run` makes TypeScript of it.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/types/playbook.schema.json");
/// How to write it again.
const HOW: &str =
    "to write it again: WODC_BLESS=1 cargo test --lib playbook_schema && tests/types/run --write";

/// Takes `null` out of what may be left out: then it is left out.
#[derive(Clone)]
struct LeftOut;

impl Transform for LeftOut {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let required = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
        let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
        for (name, property) in properties {
            if required.contains(&name.as_str().into()) {
                continue;
            }
            if let Some(Value::Array(types)) = property.get_mut("type") {
                types.retain(|one| one != "null");
            }
            if let Some(Value::Array(forms)) = property.get_mut("anyOf") {
                forms.retain(|form| form["type"] != "null");
            }
        }
    }
}

fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(LeftOut);
    format!("{:#}\n", Value::from(settings.into_generator().into_root_schema_for::<Playbook>()))
}

#[test]
fn the_playbook_schema_is_the_one_the_types_make() {
    if env::var_os("WODC_BLESS").is_some_and(|value| !value.is_empty()) {
        fs::write(FILE, schema()).unwrap();
        return;
    }
    // A checkout may have turned the line ends.
    let kept = fs::read_to_string(FILE).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == schema(), "tests/types/playbook.schema.json does not fit the types\n{HOW}");
}

#[test]
fn every_movement_of_the_catalogue_is_understood_in_results() {
    let lines: String =
        catalog::names().map(|name| format!("  {} 5 @ 20kg asked 5\n", movement(name))).collect();
    let text = format!("results \"Sam\"\ndone 2026-01-09 <\n{lines}>\n");
    let found = diagnose(SourceFile::new("sam.wod", text), &Request::default(), &NoFiles);
    assert!(found.diagnostics.is_empty(), "{:?}", found.diagnostics.first());
}
