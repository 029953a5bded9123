//! How sheets are laid out, whatever they are made with.

/// How sheets are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SheetOptions {
    /// What they are printed on.
    pub paper: Paper,
    /// Whether all three levels stand side by side.
    pub levels: bool,
    /// Whether they are for readers without their glasses.
    pub large: bool,
    /// Whether they are station cards: one movement a page, to be read from across the room.
    pub cards: bool,
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
