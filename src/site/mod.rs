//! From content to documents.

pub mod view;
