//! Lists that are never whole in memory.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

/// A list of a document that makes each of its items when that item is written. A document of thousands of items takes
/// no more memory than the largest of them.
pub struct OneByOne<'a, T>(Box<dyn Fn() -> Items<'a, T> + 'a>);

/// One pass over the items.
type Items<'a, T> = Box<dyn Iterator<Item = T> + 'a>;

impl<'a, T> OneByOne<'a, T> {
    /// Returns a list whose items are made, in each pass, by a new iterator.
    pub fn new<I: Iterator<Item = T> + 'a>(items: impl Fn() -> I + 'a) -> Self {
        Self(Box::new(move || Box::new(items())))
    }

    /// Tells whether it has no items.
    pub fn is_empty(&self) -> bool {
        (self.0)().next().is_none()
    }
}

impl<T: Serialize> Serialize for OneByOne<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

impl<T> fmt::Debug for OneByOne<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OneByOne").finish_non_exhaustive()
    }
}

impl<T: JsonSchema> JsonSchema for OneByOne<'_, T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<T>::json_schema(generator)
    }
}
