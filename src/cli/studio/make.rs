//! What a text makes: a page in a frame, a sheet to print, or text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::look::Ask;
use super::refused::Refused;
use super::units::Units;
use crate::analysis::{Request, analyse};
use crate::emit::Format;
use crate::service::Document;
use crate::source::Span;

/// What is to be made.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    #[serde(flatten)]
    ask: Ask,
    /// Which workout or plan, as the look at the text numbers them.
    number: usize,
    /// The name of the format.
    what: String,
}

/// What was made.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Made {
    /// A page, and where what it says is written, by the `data-at` of its rows.
    Page {
        address: String,
        places: BTreeMap<u32, [usize; 2]>,
    },
    Sheet {
        address: String,
    },
    Text {
        text: String,
    },
}

/// Marks a row with where it is written.
const AT: &str = "data-at=\"";

/// Makes an output of a text.
pub fn make(desk: &Desk, wanted: &Wanted) -> Result<Made, Refused> {
    let format =
        Format::named(&wanted.what).ok_or_else(|| Refused::bad(format!("there is no `{}`", wanted.what)))?;
    let (texts, document) = desk.as_written(&wanted.ask.name, &wanted.ask.text)?;
    let mut request = Request { formats: vec![format], ..wanted.ask.request(&texts)? };
    request.options.sheet.places = true;
    let analysis = analyse(document.source().clone(), &request, &texts);
    if analysis.has_errors() {
        return Err(Refused::bad("there is a mistake in the text"));
    }
    let made = analysis.make(wanted.number, format, &texts);
    let made = made.ok_or_else(|| Refused::none("nothing of this kind can be made of it"))?;
    let made = made.map_err(|error| Refused::bad(error.to_string()))?;
    let is_page = format.info().is_page;
    if !is_page && format.name() != "pdf" {
        return Ok(Made::Text { text: String::from_utf8_lossy(&made).into_owned() });
    }
    let places = is_page.then(|| places(&made, &document));
    if let Some(share) = desk.share.as_ref().filter(|_| is_page) {
        share.show(made.clone());
    }
    let address = format!("made/{}", desk.made.keep(format.extension(), made.into()));
    Ok(match places {
        Some(places) => Made::Page { address, places },
        None => Made::Sheet { address },
    })
}

/// Returns where the rows of a page are written: all of the line.
fn places(page: &[u8], document: &Document) -> BTreeMap<u32, [usize; 2]> {
    let page = String::from_utf8_lossy(page);
    let units = Units::of(document.text());
    let starts = page.split(AT).skip(1).filter_map(|rest| rest.split('"').next()?.parse::<u32>().ok());
    let place = |at: u32| {
        let start = document.written(Span::at(at as usize)).start as usize;
        let line = document.lines().line(document.text(), document.lines().line_at(start));
        [units.place(start), units.place(line.end as usize)]
    };
    starts.map(|at| (at, place(at))).collect()
}
