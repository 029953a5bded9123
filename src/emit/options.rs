//! What can be chosen about outputs.

use std::str::FromStr;

use uuid::Uuid;

use super::cues::Voice;
use super::json::JsonOptions;
use crate::date::{self, Date, NoDate, Time};

/// What can be chosen about outputs. Each format has its own use for some of it: see [`Knob`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// How fast the cues are spoken.
    pub voice: Voice,
    /// How sheets are laid out.
    pub sheet: SheetOptions,
    /// What calendars of plans are like.
    pub calendar: CalendarOptions,
    /// How JSON is written.
    pub json: JsonOptions,
    /// Whether the formats were asked for by name, so that an output that cannot be made is missed.
    pub by_name: bool,
}

/// The options for calendars.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CalendarOptions {
    /// The day on which plans start, even if they name another.
    pub starts: Option<PlanDate>,
    /// The last day of plans, even if they name another. It counts where `starts` is not given.
    pub ends: Option<PlanDate>,
    /// When the first session of a day begins; else sessions have a day and no time.
    pub at: Option<TimeOfDay>,
    /// The project of the file.
    pub project: ProjectId,
}

/// The namespace of what is made from names here (RFC 9562 §5.5): a random UUID, which must never change, or every event
/// of every calendar becomes another.
const NAMESPACE: Uuid = Uuid::from_u128(0x7b1d_0c9e_52f4_4a37_9d86_e1c5_3f60_b2a8);

/// Tells a project from others, so that no calendar takes an event of one for an event of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProjectId(pub(crate) Uuid);

impl ProjectId {
    /// Returns the identifier of a project that is known by this name.
    pub fn of(name: &str) -> Self {
        Self(Uuid::new_v5(&NAMESPACE, name.as_bytes()))
    }
}

impl Default for ProjectId {
    /// Returns the identifier of the only project there is.
    fn default() -> Self {
        Self::of("")
    }
}

/// The day on which a plan starts, or ends.
///
/// ```
/// use wodc::emit::PlanDate;
///
/// assert!("2026-01-05".parse::<PlanDate>().is_ok());
/// assert!("2026-02-30".parse::<PlanDate>().unwrap_err().contains("2026-02-28"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanDate(pub(crate) Date);

impl FromStr for PlanDate {
    /// What is wrong, and what to write instead.
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        date::of_plan(text).map(Self).map_err(|NoDate { message, help }| match help {
            Some(help) => format!("{message}; {help}"),
            None => message,
        })
    }
}

/// A time of day, in hours and minutes.
///
/// ```
/// use wodc::emit::TimeOfDay;
///
/// assert!("18:30".parse::<TimeOfDay>().is_ok());
/// assert!("25:00".parse::<TimeOfDay>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeOfDay(pub(crate) Time);

impl FromStr for TimeOfDay {
    /// What is wrong, and what to write instead.
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        date::read_time(text).map(Self).ok_or_else(|| {
            format!("there is no time of day `{text}`; write hours and minutes up to 23:59, such as `18:30`")
        })
    }
}

/// One of the things that can be chosen about outputs. A format lists those that it depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Knob {
    /// How fast cues are spoken.
    Rate,
    /// [`SheetOptions::paper`].
    Paper,
    /// [`SheetOptions::levels`].
    Levels,
    /// [`SheetOptions::large`].
    Large,
    /// [`SheetOptions::cards`].
    Cards,
    /// [`SheetOptions::sheets`].
    Sheets,
    /// [`SheetOptions::movements`].
    Movements,
    /// [`SheetOptions::figures`].
    Figures,
    /// The day on which plans start, or end.
    Starts,
    /// The time of day at which sessions begin.
    At,
    /// [`JsonOptions::compact`].
    Compact,
}

/// How sheets are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SheetOptions {
    /// What they are printed on.
    pub paper: Paper,
    /// Whether all three levels are set side by side.
    pub levels: bool,
    /// Whether they are for readers without their glasses.
    pub large: bool,
    /// Whether they are station cards: one movement a page, to be read from across the room.
    pub cards: bool,
    /// What a plan has for its sessions.
    pub sheets: Sheets,
    /// Whether a plan has at its end what there is to know of its movements.
    pub movements: bool,
    /// How large movements are drawn.
    pub figures: Figures,
    /// Whether a page says in `data-at` where its rows are written: the first byte, in a text as it is read.
    pub places: bool,
}

/// How large movements are drawn on sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Figures {
    /// Not at all.
    None,
    /// Beside what there is to know of a movement, as high as a few lines.
    #[default]
    Small,
    /// Above it, as wide as its column.
    Large,
}

impl Figures {
    /// All sizes.
    pub const ALL: [Figures; 3] = [Figures::None, Figures::Small, Figures::Large];

    /// Returns its spelling on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Figures::None => "none",
            Figures::Small => "small",
            Figures::Large => "large",
        }
    }
}

/// What the pages of a plan have for its sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sheets {
    /// A log for the sessions of each title, with their dates side by side.
    #[default]
    ByTitle,
    /// A sheet for each session.
    Each,
}

impl Sheets {
    /// All of them.
    pub const ALL: [Sheets; 2] = [Sheets::ByTitle, Sheets::Each];

    /// Returns its spelling on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Sheets::ByTitle => "titles",
            Sheets::Each => "each",
        }
    }
}

/// What sheets are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 210 mm by 297 mm.
    #[default]
    A4,
    /// 8.5 in by 11 in.
    Letter,
}

impl Paper {
    /// All papers.
    pub const ALL: [Paper; 2] = [Paper::A4, Paper::Letter];

    /// Returns its spelling on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::Letter => "letter",
        }
    }
}
