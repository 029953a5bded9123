//! Values that `wodc/1` repeats and `wodc/1-compact` leaves out.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

/// A value that `wodc/1` always has and `wodc/1-compact` never has, since it follows from the rest of the document. Its
/// `x-compact` in the model says how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Spare<T>(pub Option<T>);

impl<T> Spare<T> {
    /// Tells whether the document is compact.
    pub fn is_left_out(&self) -> bool {
        self.0.is_none()
    }
}

impl<T: JsonSchema> JsonSchema for Spare<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}
