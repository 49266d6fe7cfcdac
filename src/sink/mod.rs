//! Where documents go.

mod directory;

pub use directory::{Directory, SinkError};
