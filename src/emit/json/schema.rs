//! The published schemas, made from the contracts' types.

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::model::{Document, compact};

/// The keyword by which the model says where a compact document has the value of a property instead.
const ELSEWHERE: &str = "x-compact";

/// Returns the JSON Schema (draft 2020-12) of a document. It ends in a line end.
pub fn schema() -> String {
    published::<Document<'_>>("wodc/1", "Compiled workouts, wodc/1", Everything)
}

/// Returns the same of a compact document.
pub fn compact_schema() -> String {
    published::<compact::Document<'_>>(
        "wodc/1-compact",
        "Compiled workouts, wodc/1-compact",
        WithoutElsewhere,
    )
}

/// Returns a schema as text. Its `id` names the contract and its version: no address, since the schema ships with the
/// program.
fn published<T: JsonSchema>(
    id: &str,
    title: &str,
    transform: impl Transform + Clone + Send + 'static,
) -> String {
    let settings =
        SchemaSettings::draft2020_12().for_serialize().with_transform(NeverNull).with_transform(transform);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("$id".to_owned(), id.into());
    schema.insert("title".to_owned(), title.into());
    format!("{:#}\n", Value::from(schema))
}

/// Leaves every property where it is.
#[derive(Debug, Clone)]
struct Everything;

impl Transform for Everything {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        schema.remove(ELSEWHERE);
    }
}

/// Takes out the properties whose values a compact document has elsewhere, and says where.
#[derive(Debug, Clone)]
struct WithoutElsewhere;

impl Transform for WithoutElsewhere {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
        let mut left_out = Vec::new();
        properties.retain(|name, property| match property.get(ELSEWHERE).and_then(Value::as_str) {
            Some(place) => {
                left_out.push((name.clone(), format!(" `{name}` of `wodc/1` is left out: it is {place}.")));
                false
            }
            None => true,
        });
        for (name, note) in left_out {
            if let Some(Value::Array(required)) = schema.get_mut("required") {
                required.retain(|other| *other != *name);
            }
            if let Some(Value::String(description)) = schema.get_mut("description") {
                description.push_str(&note);
            }
        }
    }
}

/// Takes `null` out of a schema: a key that does not apply is left out instead.
#[derive(Debug, Clone)]
struct NeverNull;

impl Transform for NeverNull {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if let Some(Value::Array(types)) = schema.get_mut("type") {
            types.retain(|name| name != "null");
            if let [only] = types.as_mut_slice() {
                let only = only.take();
                schema.insert("type".to_owned(), only);
            }
        }
        if let Some(Value::Array(forms)) = schema.get_mut("anyOf") {
            forms.retain(|form| form["type"] != "null");
            if let [Value::Object(only)] = forms.as_mut_slice() {
                let only = std::mem::take(only);
                schema.remove("anyOf");
                schema.ensure_object().extend(only);
            }
        }
    }
}
