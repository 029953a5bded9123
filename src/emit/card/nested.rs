//! Where a part within another is written: in its place among the rows of that part, or below a heading of its own.

use super::{Item, Part, Role, Row};

/// Writes the parts within a part into its rows, each below a row with its name and its rules. A part without rows of
/// its own keeps the parts within it under their headings: they follow each other in order anyway.
pub fn in_place(mut part: Part) -> Part {
    let is_own_row = |item: &Item| match item {
        Item::Row(_) => true,
        Item::Part(inner) => !inner.turn.is_empty(),
        Item::Note { .. } | Item::Blank { .. } | Item::Result { .. } => false,
    };
    if !part.items.iter().any(is_own_row) {
        return part;
    }
    for item in std::mem::take(&mut part.items) {
        match item {
            Item::Part(inner) => write_out(inner, 0, &mut part),
            Item::Row(_) | Item::Note { .. } | Item::Blank { .. } | Item::Result { .. } => {
                part.items.push(item)
            }
        }
    }
    part
}

/// Writes `inner` as rows of `part`, its name so many parts deep.
fn write_out(inner: Part, depth: u8, part: &mut Part) {
    let Part { mut path, turn, rules, target_head, turn_head, items, result, brief: _, written } = inner;
    if target_head != Part::LOAD {
        part.target_head = target_head;
    }
    if part.turn_head.is_empty() {
        part.turn_head = turn_head;
    }
    // One column has the turns of both, so it says which is which where they are not called the same.
    let lead = if turn_head == part.turn_head { "" } else { turn_head };
    let movement = path.pop().unwrap_or_default();
    part.items.push(Item::Row(Row {
        role: Role::Part,
        depth,
        turn,
        movement,
        rules,
        written,
        ..Row::default()
    }));
    for item in items {
        match item {
            Item::Row(mut row) => {
                if !row.turn.is_empty() && !lead.is_empty() {
                    row.turn = format!("{lead} {}", row.turn);
                }
                row.depth = row.depth.saturating_add(depth).saturating_add(1);
                part.items.push(Item::Row(row));
            }
            Item::Part(inner) => write_out(inner, depth.saturating_add(1), part),
            Item::Note { .. } | Item::Blank { .. } | Item::Result { .. } => part.items.push(item),
        }
    }
    part.items.extend(result.map(|text| Item::Result { text }));
}
