//! The part of the content that a command was asked to look at.

use std::path::{Component, Path, PathBuf};

use super::{Exit, Global};
use crate::lang::Text;

/// Files and folders of the content, by their paths inside it; everything if there are none.
#[derive(Debug, Default)]
pub(super) struct Scope {
    paths: Vec<String>,
}

/// Why a path is no part of the content.
#[derive(Debug)]
pub(super) enum ScopeError {
    /// There is no such file or folder.
    Missing(PathBuf),
    /// It lies elsewhere.
    Outside(PathBuf),
}

impl Scope {
    /// What `paths` name: paths from the working directory or inside the content folder, or bulletins by their keys.
    pub(super) fn of(paths: &[PathBuf], content: &Path) -> Result<Self, ScopeError> {
        let paths = paths.iter().map(|path| resolve(path, content)).collect::<Result<Vec<_>, _>>()?;
        // The content folder itself is everything.
        let is_all = paths.iter().any(String::is_empty);
        Ok(Scope { paths: if is_all { Vec::new() } else { paths } })
    }

    /// Whether the file or folder at a path inside the content belongs to it.
    pub(super) fn covers(&self, path: &str) -> bool {
        let holds = |within: &String| {
            path.strip_prefix(within.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.paths.is_empty() || self.paths.iter().any(holds)
    }
}

impl ScopeError {
    /// Says what is wrong.
    pub(super) fn say(&self, content: &Path, global: &Global) -> Exit {
        anstream::eprintln!("gongbao: {}", self.message(content).get(global.message_lang()));
        match self {
            ScopeError::Missing(_) => Exit::Io,
            ScopeError::Outside(_) => Exit::Usage,
        }
    }

    fn message(&self, content: &Path) -> Text {
        let content = content.display();
        match self {
            ScopeError::Missing(path) => Text::new(
                format!("没有{0}：当前目录和内容目录{content}中都没有", path.display()),
                format!("there is no {0}, neither here nor in the content folder {content}", path.display()),
            ),
            ScopeError::Outside(path) => Text::new(
                format!("{}不在内容目录{content}之内", path.display()),
                format!("{} lies outside the content folder {content}", path.display()),
            ),
        }
    }
}

fn resolve(path: &Path, content: &Path) -> Result<String, ScopeError> {
    let (inside, bulletin) = (content.join(path), content.join("bulletins").join(path));
    let found = [path, &inside, &bulletin].into_iter().filter(|path| path.exists());
    let found: Vec<&Path> = found.collect();
    let resolved = found.iter().find_map(|found| within(found, content));
    resolved.ok_or_else(|| match found.is_empty() {
        true => ScopeError::Missing(path.to_owned()),
        false => ScopeError::Outside(path.to_owned()),
    })
}

/// The path of something inside the content folder, with `/` on every system; empty for the folder itself.
fn within(path: &Path, content: &Path) -> Option<String> {
    let by_name = || {
        let (path, content) = (std::path::absolute(path).ok()?, std::path::absolute(content).ok()?);
        let goes_up = path.components().any(|part| part == Component::ParentDir);
        path.strip_prefix(content).ok().filter(|_| !goes_up).map(Path::to_owned)
    };
    // Names come first: a link inside the content is known by its own name there.
    let really =
        || Some(path.canonicalize().ok()?.strip_prefix(content.canonicalize().ok()?).ok()?.to_owned());
    let inside = by_name().or_else(really)?;
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    Some(parts.join("/"))
}
