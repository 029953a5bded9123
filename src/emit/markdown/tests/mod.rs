//! What the card looks like, and that nothing written in a workout can change its shape.

mod cards;
mod gym;
mod nasty;
