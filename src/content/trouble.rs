//! What goes wrong while content is read.

use std::collections::BTreeSet;
use std::ops::Bound;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location};
use crate::lang::Text;

/// What is there but could not be read.
///
/// The mistake itself has been reported; a reference to such a thing is no second mistake.
#[derive(Clone, Default, Debug)]
pub struct Unread {
    names: BTreeSet<String>,
    files: BTreeSet<String>,
    patchy: BTreeSet<String>,
}

impl Unread {
    /// Notes that the entry called `name` (an id, or a bulletin's key) could not be read.
    pub fn add_name(&mut self, name: impl Into<String>) {
        self.names.insert(name.into());
    }

    /// Notes that the file at `path` could not be read, or only in part.
    pub fn add_file(&mut self, path: impl Into<String>) {
        self.files.insert(path.into());
    }

    /// Notes that something in the file at `path` could not be read, if only the value of a key.
    pub fn add_patchy(&mut self, path: impl Into<String>) {
        self.patchy.insert(path.into());
    }

    /// Whether an entry of this name could not be read.
    pub fn has_name(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Whether the file at this path could not be read, or only in part.
    pub fn has_file(&self, path: &str) -> bool {
        self.files.contains(path)
    }

    /// Whether something could not be read, if only the value of a key, in any file whose path begins so.
    pub fn is_patchy(&self, prefix: &str) -> bool {
        let begins_so = |paths: &BTreeSet<String>| {
            let after = paths.range::<str, _>((Bound::Included(prefix), Bound::Unbounded));
            after.take(1).any(|path| path.starts_with(prefix))
        };
        begins_so(&self.patchy) || begins_so(&self.files)
    }
}

/// Findings of a reader, and what they keep from being read.
#[derive(Default, Debug)]
pub(super) struct Trouble {
    pub(super) diagnostics: Diagnostics,
    pub(super) unread: Unread,
}

impl Trouble {
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn extend(&mut self, other: Trouble) {
        self.diagnostics.extend(other.diagnostics);
        self.unread.names.extend(other.unread.names);
        self.unread.files.extend(other.unread.files);
        self.unread.patchy.extend(other.unread.patchy);
    }
}

/// A file or folder that the system does not let us read.
pub(super) fn unreadable(path: String, reason: &str) -> Diagnostic {
    Diagnostic::new(
        Code::Unreadable,
        Location::Path(path),
        Text::new(format!("无法读取：{reason}"), format!("cannot be read: {reason}")),
        Text::new("检查文件是否存在、大小和读取权限", "check that it is there, its size and its permissions"),
    )
}
