//! `wodc lsp`, asked as editors ask.

mod client;
mod dice;
mod edits;
mod features;
mod hostile;
mod life;
mod typing;
