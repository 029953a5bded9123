//! The parser that pest makes from the grammar, and its result as a flat list of nodes.

use pest::{Parser, Token};

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/wod.pest"]
struct WodParser;

/// What one rule of the grammar matched.
#[derive(Debug, Clone, Copy)]
struct Match {
    rule: Rule,
    start: u32,
    end: u32,
    /// The number of the first match after this one that is not inside it.
    next: u32,
}

/// Memory for the matches of a piece.
#[derive(Debug, Default)]
pub struct Room(Vec<Match>);

/// Everything that the rules of the grammar matched in a piece of text, each match before those inside it.
///
/// Walking this list takes a fraction of the time of walking pest's own pairs, which count references at every step.
#[derive(Debug)]
pub struct Matches<'i> {
    text: &'i str,
    matches: Vec<Match>,
}

impl<'i> Matches<'i> {
    /// Parses a piece of a file.
    ///
    /// The grammar is total and recurses only through blocks, whose depth is already bounded. So only a mistake in the
    /// grammar could make a parse fail, and a test over random texts shows that none does.
    ///
    /// The list is made in `room`, so that all pieces share the same memory.
    pub fn of(piece: &'i str, room: Room) -> Self {
        let Room(mut matches) = room;
        matches.clear();
        let mut open: Vec<usize> = Vec::with_capacity(64);
        match WodParser::parse(Rule::file, piece) {
            Ok(pairs) => {
                for token in pairs.tokens() {
                    match token {
                        Token::Start { rule, pos } => {
                            open.push(matches.len());
                            matches.push(Match { rule, start: pos.pos() as u32, end: 0, next: 0 });
                        }
                        Token::End { pos, .. } => {
                            let next = matches.len() as u32;
                            if let Some(closed) = open.pop().and_then(|index| matches.get_mut(index)) {
                                closed.end = pos.pos() as u32;
                                closed.next = next;
                            }
                        }
                    }
                }
            }
            Err(error) => debug_assert!(false, "the grammar is not total: {error}"),
        }
        Self { text: piece, matches }
    }

    /// Gives back the memory of the list.
    pub fn into_room(self) -> Room {
        Room(self.matches)
    }

    /// Returns where the comments are, in text order, from the start of the piece.
    pub fn comments(&self) -> impl Iterator<Item = std::ops::Range<usize>> {
        let comments = self.matches.iter().filter(|one| one.rule == Rule::comment);
        comments.map(|one| one.start as usize..one.end as usize)
    }

    /// Returns the outermost nodes.
    pub fn nodes(&self) -> Nodes<'_> {
        Nodes { all: self, at: 0, end: self.matches.len() as u32 }
    }
}

/// Parses with pest alone, and tells whether there is a parse.
pub fn parse_bare(text: &str) -> bool {
    WodParser::parse(Rule::file, text).is_ok()
}

/// One match, with those inside it.
#[derive(Debug, Clone, Copy)]
pub struct Node<'m> {
    all: &'m Matches<'m>,
    number: u32,
    of: Match,
}

impl<'m> Node<'m> {
    /// Returns the rule that matched.
    pub fn rule(&self) -> Rule {
        self.of.rule
    }

    /// Returns where it starts, in bytes from the start of the piece.
    pub fn start(&self) -> usize {
        self.of.start as usize
    }

    /// Returns where it ends.
    pub fn end(&self) -> usize {
        self.of.end as usize
    }

    /// Returns what it matched.
    pub fn text(&self) -> &'m str {
        &self.all.text[self.start()..self.end()]
    }

    /// Returns the matches directly inside it.
    pub fn children(&self) -> Nodes<'m> {
        Nodes { all: self.all, at: self.number + 1, end: self.of.next }
    }
}

/// Nodes side by side.
#[derive(Debug, Clone, Copy)]
pub struct Nodes<'m> {
    all: &'m Matches<'m>,
    at: u32,
    end: u32,
}

impl<'m> Iterator for Nodes<'m> {
    type Item = Node<'m>;

    fn next(&mut self) -> Option<Node<'m>> {
        if self.at >= self.end {
            return None;
        }
        let of = *self.all.matches.get(self.at as usize)?;
        let node = Node { all: self.all, number: self.at, of };
        // A match always ends after itself. This makes sure that the walk ends even if one did not.
        self.at = of.next.max(self.at + 1);
        Some(node)
    }
}
