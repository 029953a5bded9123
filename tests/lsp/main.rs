//! `wodc lsp`, asked as editors ask.

mod client;
mod edits;
mod features;
mod hostile;
mod life;
