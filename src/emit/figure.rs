//! Figures as SVG: plain lines, discs and rings, in the colours of a style sheet or in their own.

use std::fmt::Write as _;

use rustc_hash::FxHashMap;
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::catalog::movement::{Movement, MovementFigure};
use crate::figure::{Canvas, Figure, Form, Ink, Mark, Point};

/// How many units of the picture a height of the person is.
const SCALE: f64 = 100.0;
/// What is left free around a figure.
const MARGIN: f64 = 2.0;

/// The figure of a movement, which is read and drawn where an output shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture(MovementFigure);

/// The numbers of a figure are finite, since they are read from digits.
impl Eq for Picture {}

/// A figure that is drawn.
#[derive(Debug, Clone)]
pub struct Drawn {
    canvas: Canvas,
    /// What it shows, for those who can't see it.
    text: String,
}

/// Where the colours of a figure come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// Each line has its own, for white paper.
    Own,
    /// Each line has a class, such as `near` or `thing light`, for a style sheet around it.
    Classes,
}

impl Picture {
    /// Returns that of a movement; none if it has none.
    pub fn of(movement: &Movement) -> Option<Self> {
        movement.figure.clone().map(Self)
    }

    /// Draws it. Returns none for a figure that there is not, or that nobody can be in, which was reported.
    pub fn drawn(&self) -> Option<Drawn> {
        let figure = self.0.read()?;
        Some(Drawn { canvas: figure.draw().ok()?, text: told(&figure) })
    }
}

/// The figures of a page of many sheets. Each is drawn once, where it comes first, and referred to from then on.
#[derive(Debug, Default)]
pub struct PageFigures {
    /// The numbers of those that were drawn, by their marks.
    numbers: FxHashMap<String, usize>,
}

impl PageFigures {
    /// Returns a figure as SVG, in the classes of a style sheet.
    pub fn svg(&mut self, drawn: &Drawn) -> String {
        let marks = drawn.marks(Colours::Classes);
        if let Some(number) = self.numbers.get(&marks) {
            return drawn.svg_around(&format!("<use href=\"#figure-{number}\"/>"));
        }
        let number = self.numbers.len() + 1;
        // Style sheets match within what is referred to, so that this has the class as well.
        let svg = drawn.svg_around(&format!("<g id=\"figure-{number}\" class=\"figure\">{marks}</g>"));
        self.numbers.insert(marks, number);
        svg
    }
}

/// Returns what a figure shows: `from stand to squat`.
fn told(figure: &Figure) -> String {
    let names: Vec<&str> = figure.poses.iter().map(|pose| pose.name.as_str()).collect();
    match names.as_slice() {
        [only] => format!("Figure: {only}"),
        [from, way @ .., to] => {
            let way: String = way.iter().map(|name| format!(" by {name}")).collect();
            format!("Figure: from {from}{way} to {to}")
        }
        [] => "Figure".to_owned(),
    }
}

/// The templates of sheets get it in its own colours, with its width for a height of 1.
impl Serialize for Picture {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(drawn) = self.drawn() else { return serializer.serialize_none() };
        let (width, height) = drawn.size();
        let mut fields = serializer.serialize_struct("Picture", 3)?;
        fields.serialize_field("svg", &drawn.svg(Colours::Own))?;
        fields.serialize_field("width", &(width / height))?;
        fields.serialize_field("text", &drawn.text)?;
        fields.end()
    }
}

impl Drawn {
    /// Returns it as SVG, with its text for screen readers.
    pub fn svg(&self, colours: Colours) -> String {
        self.svg_around(&self.marks(colours))
    }

    /// Returns the SVG element around what it shows.
    fn svg_around(&self, marks: &str) -> String {
        let (width, height) = self.size();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" viewBox=\"0 0 {} {}\" role=\"img\"><title>{}</title>{marks}</svg>",
            number(width),
            number(height),
            escaped(&self.text)
        )
    }

    /// Returns its marks as elements of SVG.
    fn marks(&self, colours: Colours) -> String {
        let mut svg = String::new();
        // What belongs to a pose is a group, so that a page can move from one to the next.
        for run in self.canvas.marks.chunk_by(|one, next| one.pose == next.pose) {
            let pose = run.first().and_then(|mark| mark.pose);
            if let Some(pose) = pose {
                let _ = write!(svg, "<g class=\"pose-{pose}\">");
            }
            for mark in run {
                self.write_mark(mark, colours, &mut svg);
            }
            if pose.is_some() {
                svg += "</g>";
            }
        }
        svg
    }

    /// Returns the marks that it is drawn by.
    pub fn canvas(&self) -> &Canvas {
        &self.canvas
    }

    /// Returns its width and height; a person who stands is 100 high.
    fn size(&self) -> (f64, f64) {
        let Canvas { low, high, .. } = &self.canvas;
        ((high.x - low.x) * SCALE + 2.0 * MARGIN, (high.y - low.y) * SCALE + 2.0 * MARGIN)
    }

    fn write_mark(&self, mark: &Mark, colours: Colours, svg: &mut String) {
        let (left, top) = (self.canvas.low.x, self.canvas.high.y);
        let place = |point: &Point| {
            (number((point.x - left) * SCALE + MARGIN), number((top - point.y) * SCALE + MARGIN))
        };
        let colour = colour(mark, colours);
        let _ = match &mark.form {
            Form::Line { points, width } => {
                let path: String = points.iter().enumerate().fold(String::new(), |mut path, (at, point)| {
                    let (x, y) = place(point);
                    let _ = write!(path, "{}{x} {y}", if at == 0 { "M" } else { "L" });
                    path
                });
                let width = number(width * SCALE);
                write!(svg, "<path {} stroke-width=\"{width}\" d=\"{path}\"/>", colour.line())
            }
            Form::Disc { middle, radius } => {
                let ((x, y), radius) = (place(middle), number(radius * SCALE));
                write!(svg, "<circle {} cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>", colour.area())
            }
            Form::Ring { middle, radius, width } => {
                let ((x, y), radius, width) = (place(middle), number(radius * SCALE), number(width * SCALE));
                let line = colour.line();
                write!(svg, "<circle {line} stroke-width=\"{width}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>")
            }
        };
    }
}

/// What a mark is coloured by.
enum Colour {
    Own(&'static str),
    Class(&'static str),
}

impl Colour {
    fn line(&self) -> String {
        match self {
            Self::Own(colour) => {
                format!(
                    "fill=\"none\" stroke=\"{colour}\" stroke-linecap=\"round\" stroke-linejoin=\"round\""
                )
            }
            Self::Class(class) => format!("class=\"{class}\""),
        }
    }

    fn area(&self) -> String {
        match self {
            Self::Own(colour) => format!("fill=\"{colour}\""),
            Self::Class(class) => format!("class=\"{class} full\""),
        }
    }
}

/// Returns the colour of a mark. In black and white the near side is the darkest, then come things, then the far side.
fn colour(mark: &Mark, colours: Colours) -> Colour {
    let (own, class) = match (mark.ink, mark.is_light) {
        (Ink::Near, false) => ("#1f2933", "near"),
        (Ink::Near, true) => ("#98a2ac", "near light"),
        (Ink::Far, false) => ("#b3bcc5", "far"),
        (Ink::Far, true) => ("#d3d8dd", "far light"),
        (Ink::Thing, false) => ("#d9601a", "thing"),
        (Ink::Thing, true) => ("#f0b48a", "thing light"),
        (Ink::Water, _) => ("#3b8fc4", "water"),
        (Ink::Edge, _) => ("#fff", "edge"),
        (Ink::Arrow, _) => ("#1477b8", "arrow"),
        (Ink::Floor, _) => ("#999", "floor"),
    };
    match colours {
        Colours::Own => Colour::Own(own),
        Colours::Classes => Colour::Class(class),
    }
}

/// Writes a number with one digit behind the point, if there is something to write.
fn number(number: f64) -> String {
    let tenths = format!("{number:.1}");
    let short = tenths.strip_suffix(".0").unwrap_or(&tenths);
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;

    #[test]
    fn every_figure_of_the_catalogue_is_drawn() {
        let mut drawn = 0;
        for movement in catalog::search("") {
            let Some(picture) = Picture::of(movement) else { continue };
            let one = picture.drawn().unwrap_or_else(|| panic!("{}", movement.name));
            let svg = one.svg(Colours::Classes);
            assert_eq!(svg, one.svg(Colours::Classes), "{}", movement.name);
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{}", movement.name);
            assert!(svg.len() < 12_000, "{}: {} bytes", movement.name, svg.len());
            drawn += 1;
        }
        assert!(drawn > 2_400, "{drawn}");
    }

    #[test]
    fn a_page_draws_a_figure_once_and_refers_to_it_from_then_on() {
        let drawn = |name: &str| Picture::of(&catalog::look_up(name).unwrap()).unwrap().drawn().unwrap();
        let mut page = PageFigures::default();
        let (squat, lunge) = (page.svg(&drawn("squat")), page.svg(&drawn("lunge")));
        assert!(squat.contains("<g id=\"figure-1\" class=\"figure\">") && squat.contains("<path"));
        assert!(lunge.contains("<g id=\"figure-2\" class=\"figure\">"));
        let again = page.svg(&drawn("squat"));
        assert!(again.contains("<use href=\"#figure-1\"/>") && !again.contains("<path"), "{again}");
        assert!(again.contains("<title>Figure: from stand to squat</title>"), "{again}");
    }
}
