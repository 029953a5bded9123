//! A picture of figures by day, before it takes the form of any one format.

use super::last::last_of;
use crate::date::Date;
use crate::emit::dates::long_date;

/// The signs of a line of text, the lowest first.
const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The most figures that a line of text shows, the last ones: they leave room for its label in 80 columns.
const MOST_SIGNS: usize = 40;

/// How figures are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlotKind {
    /// A point each, joined.
    Line,
    /// A bar each, from zero.
    Bars,
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// What it shows.
    pub title: String,
    pub kind: PlotKind,
    /// The days with their figures, in order. At least two.
    pub points: Vec<(Date, i64)>,
    /// What was planned for each of these days; empty where nothing was. Bars have a line for it.
    pub planned: Vec<i64>,
    /// The figures at the bottom and at the top.
    pub bounds: (i64, i64),
    /// The same, written.
    pub written_bounds: (String, String),
    /// What it says, for those who do not see it.
    pub told: String,
}

impl Plot {
    /// Returns a picture; none of fewer than two figures, or where all are zero. `bounds` are the figures at its bottom
    /// and its top, where they do not follow from what is there.
    pub fn of(
        title: &str,
        kind: PlotKind,
        points: Vec<(Date, i64)>,
        bounds: Option<(i64, i64)>,
        written: &dyn Fn(i64) -> String,
    ) -> Option<Self> {
        let figures = || points.iter().map(|(_, figure)| *figure);
        let (least, most) = (figures().min()?, figures().max()?);
        let ([first, .., last], true) = (points.as_slice(), bounds.is_some() || most > 0) else {
            return None;
        };
        let told = format!(
            "{title}: {} on {}, {} on {}; at least {}, at most {}",
            written(first.1),
            long_date(first.0),
            written(last.1),
            long_date(last.0),
            written(least),
            written(most)
        );
        let bounds = bounds.unwrap_or(match kind {
            PlotKind::Bars => (0, most),
            PlotKind::Line => (least, most),
        });
        let written_bounds = (written(bounds.0), written(bounds.1));
        let planned = Vec::new();
        Some(Self { title: title.to_owned(), kind, points, planned, bounds, written_bounds, told })
    }

    /// Adds what was planned for each day.
    pub fn beside(mut self, planned: Vec<i64>, written: &dyn Fn(i64) -> String) -> Self {
        let (Some(&most), Some(&least)) = (planned.iter().max(), planned.iter().min()) else { return self };
        self.bounds.1 = self.bounds.1.max(most);
        self.written_bounds.1 = written(self.bounds.1);
        self.told += &format!("; planned: at least {}, at most {}", written(least), written(most));
        self.planned = planned;
        self
    }

    /// Returns how high a figure is, of so many steps from the bottom to the top.
    pub fn height(&self, figure: i64, steps: i64) -> i64 {
        let (bottom, top) = self.bounds;
        part(figure.saturating_sub(bottom), top.saturating_sub(bottom), steps)
    }

    /// Returns how far along a day is, of so many steps from the first to the last.
    #[cfg(any(feature = "html", feature = "pdf"))]
    pub fn along(&self, day: Date, steps: i64) -> i64 {
        let [(first, _), .., (last, _)] = self.points.as_slice() else { return 0 };
        let days = crate::date::days_between;
        part(days(*first, day), days(*first, *last), steps)
    }

    /// Draws the last figures as a line of text.
    pub fn in_text(&self) -> String {
        let sign = |&(_, figure): &(Date, i64)| {
            let step = usize::try_from(self.height(figure, STEPS.len() as i64 - 1)).unwrap_or(0);
            STEPS[step.min(STEPS.len() - 1)]
        };
        last_of(&self.points, MOST_SIGNS).iter().map(sign).collect()
    }
}

/// Returns the same part of `steps` that a figure is of a whole; the middle where the whole is nothing.
fn part(figure: i64, whole: i64, steps: i64) -> i64 {
    if whole <= 0 {
        return steps / 2;
    }
    let part = (i128::from(figure) * i128::from(steps) + i128::from(whole / 2)) / i128::from(whole);
    i64::try_from(part).unwrap_or(steps).clamp(0, steps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date;

    fn days(figures: &[i64]) -> Vec<(Date, i64)> {
        let first = date::read("2026-01-05").unwrap();
        let day = |(at, &figure): (usize, &i64)| (date::days_after(first, at as i64 * 7).unwrap(), figure);
        figures.iter().enumerate().map(day).collect()
    }

    fn plot(kind: PlotKind, figures: &[i64]) -> Option<Plot> {
        Plot::of("Load", kind, days(figures), None, &|figure| figure.to_string())
    }

    #[test]
    fn a_line_goes_from_the_least_figure_to_the_most_and_bars_begin_at_zero() {
        let figures = [50, 60, 57, 64];
        assert_eq!(plot(PlotKind::Line, &figures).unwrap().in_text(), "▁▆▅█");
        assert_eq!(plot(PlotKind::Bars, &figures).unwrap().in_text(), "▆█▇█");
        assert_eq!(plot(PlotKind::Line, &[5, 5]).unwrap().in_text(), "▄▄");
    }

    #[test]
    fn one_figure_and_nothing_at_all_are_no_picture() {
        assert_eq!(plot(PlotKind::Line, &[5]), None);
        assert_eq!(plot(PlotKind::Bars, &[]), None);
        assert_eq!(plot(PlotKind::Bars, &[0, 0]), None);
    }

    #[test]
    fn days_keep_their_distance() {
        let plot = plot(PlotKind::Line, &[1, 2, 3]).unwrap();
        let along: Vec<i64> = plot.points.iter().map(|(day, _)| plot.along(*day, 1000)).collect();
        assert_eq!(along, [0, 500, 1000]);
    }

    #[test]
    fn a_picture_says_what_it_shows() {
        let told = plot(PlotKind::Line, &[50, 60, 55]).unwrap().told;
        assert_eq!(told, "Load: 50 on 5 Jan 2026, 55 on 19 Jan 2026; at least 50, at most 60");
    }

    #[test]
    fn figures_of_any_size_stay_within_the_picture() {
        let plot = plot(PlotKind::Line, &[i64::MIN, i64::MAX, 0]).unwrap();
        for (_, figure) in &plot.points {
            assert!((0..=100).contains(&plot.height(*figure, 100)), "{figure}");
        }
    }
}
