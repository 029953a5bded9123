//! Numbers as JSON shows them.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::check::program::Unit;
use crate::quantity::decimal;

/// A number held in thousandths and written as a plain one: `24`, not `24.0`; `2.5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thousandths(pub i64);

impl Serialize for Thousandths {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 1000 == 0 {
            serializer.serialize_i64(self.0 / 1000)
        } else {
            // The nearest double to a number of three decimals prints as that number again.
            serializer.serialize_f64(self.0 as f64 / 1000.0)
        }
    }
}

impl fmt::Display for Thousandths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&decimal(self.0))
    }
}

impl JsonSchema for Thousandths {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}

/// Returns a distance in metres, to the millimetre; none where `unit` measures no distance covered.
pub fn metres(value: i64, unit: Unit) -> Option<Thousandths> {
    let tenths_of_a_millimetre = i128::from(unit.tenths_of_mm()?);
    let millimetres = (i128::from(value) * tenths_of_a_millimetre + 5_000).div_euclid(10_000);
    Some(Thousandths(i64::try_from(millimetres).unwrap_or(i64::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_have_no_decimals_and_decimals_are_exact() {
        let json = |milli| serde_json::to_string(&Thousandths(milli)).unwrap();
        assert_eq!(json(24_000), "24");
        assert_eq!(json(2_500), "2.5");
        assert_eq!(json(-125), "-0.125");
        assert_eq!(json(0), "0");
        for milli in (-3_000_000..3_000_000).step_by(7) {
            assert_eq!(json(milli), Thousandths(milli).to_string());
        }
    }

    #[test]
    fn distances_of_any_unit_are_metres_to_the_millimetre() {
        let of = |value, unit| metres(value, unit).unwrap().to_string();
        assert_eq!(of(400_000, Unit::Metre), "400");
        assert_eq!(of(5_500, Unit::Kilometre), "5500");
        assert_eq!(of(1_000, Unit::Mile), "1609.344");
        assert_eq!(of(25_000, Unit::Yard), "22.86");
        assert_eq!(of(1_000, Unit::Foot), "0.305");
        assert_eq!(metres(20_000, Unit::Calorie), None);
        assert_eq!(of(i64::MAX, Unit::Mile), Thousandths(i64::MAX).to_string());
    }
}
