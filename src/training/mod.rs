//! What training science has published, each figure with its source, for whoever plans by it or doubts a plan.

pub mod rep_max;
