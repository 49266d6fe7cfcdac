//! A folder that is replaced whole or left as it was.

use std::collections::HashSet;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rayon::prelude::*;
use tempfile::TempDir;

use crate::lang::Text;
use crate::site::Document;

/// A new site that is written beside its target and takes its place when it is complete.
///
/// Dropped before [`Directory::publish`], it leaves the target untouched and nothing behind.
pub struct Directory {
    target: PathBuf,
    staging: TempDir,
    made: Mutex<HashSet<PathBuf>>,
}

/// Why a site could not be written.
#[derive(Debug)]
pub enum SinkError {
    /// The target holds something that gongbao did not make.
    NotOurs(PathBuf),
    /// The target is a file.
    NotAFolder(PathBuf),
    /// The file system refused.
    Io {
        /// What was being done to which path.
        path: PathBuf,
        /// What it said.
        source: io::Error,
    },
}

impl SinkError {
    /// What happened and what to do, for people.
    pub fn text(&self) -> Text {
        match self {
            SinkError::NotOurs(path) => Text::new(
                format!("{}中有不是gongbao生成的文件；请指定一个空目录或新目录", path.display()),
                format!(
                    "{} holds files that gongbao did not make; name an empty or a new folder",
                    path.display()
                ),
            ),
            SinkError::NotAFolder(path) => Text::new(
                format!("{}不是目录", path.display()),
                format!("{} is not a folder", path.display()),
            ),
            SinkError::Io { path, source } => {
                Text::new(format!("{}：{source}", path.display()), format!("{}: {source}", path.display()))
            }
        }
    }
}

impl fmt::Display for SinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text().en)
    }
}

impl std::error::Error for SinkError {}

impl Directory {
    /// Opens a staging folder beside `target`, so that the swap stays on one file system.
    ///
    /// # Errors
    /// When the target is not a folder that a build may replace, or nothing can be written beside it.
    pub fn stage(target: &Path) -> Result<Self, SinkError> {
        // A link to the web root is followed, so that the folder behind it is replaced and the link stays.
        let target = target.canonicalize().or_else(|_| std::path::absolute(target)).map_err(at(target))?;
        may_replace(&target)?;
        let parent = target.parent().unwrap_or(Path::new("/")).to_owned();
        fs::create_dir_all(&parent).map_err(at(&parent))?;
        let staging =
            tempfile::Builder::new().prefix(".gongbao-").tempdir_in(&parent).map_err(at(&parent))?;
        Ok(Directory { target, staging, made: Mutex::default() })
    }

    /// Writes a document. Documents may come in any order and from many threads.
    ///
    /// # Errors
    /// What the file system says.
    pub fn write(&self, document: &Document) -> Result<(), SinkError> {
        let path = self.staging.path().join(&document.path);
        self.make_folder(path.parent().unwrap_or(self.staging.path()))?;
        fs::write(&path, &document.bytes).map_err(at(&path))
    }

    /// Puts the new site in the place of the old one.
    ///
    /// Hidden entries at the top of the old folder (`.gitkeep`, `.well-known`) are the webmaster's and are kept.
    ///
    /// # Errors
    /// What the file system says; the old site is back in its place then.
    pub fn publish(self) -> Result<(), SinkError> {
        let Directory { target, staging, .. } = self;
        keep_hidden(&target, staging.path())?;
        open_to_readers(staging.path())?;
        if !target.exists() {
            let fresh = staging.keep();
            return fs::rename(&fresh, &target).map_err(at(&target));
        }
        let parent = target.parent().unwrap_or(Path::new("/"));
        let old = tempfile::Builder::new().prefix(".gongbao-old-").tempdir_in(parent).map_err(at(parent))?;
        let aside = old.path().join("site");
        fs::rename(&target, &aside).map_err(at(&target))?;
        let fresh = staging.keep();
        fs::rename(&fresh, &target).map_err(|source| {
            let back = fs::rename(&aside, &target);
            let source = back.err().unwrap_or(source);
            SinkError::Io { path: target.clone(), source }
        })?;
        remove(&aside);
        Ok(())
    }

    fn make_folder(&self, folder: &Path) -> Result<(), SinkError> {
        let known = |made: &HashSet<PathBuf>| made.contains(folder);
        if self.made.lock().is_ok_and(|made| known(&made)) {
            return Ok(());
        }
        fs::create_dir_all(folder).map_err(at(folder))?;
        if let Ok(mut made) = self.made.lock() {
            made.insert(folder.to_owned());
        }
        Ok(())
    }
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> SinkError + use<> {
    let path = path.to_owned();
    move |source| SinkError::Io { path, source }
}

/// A build may replace a folder that is new, empty but for hidden entries, or a site that gongbao made.
fn may_replace(target: &Path) -> Result<(), SinkError> {
    if !target.exists() {
        return Ok(());
    }
    if !target.is_dir() {
        return Err(SinkError::NotAFolder(target.to_owned()));
    }
    let entries = fs::read_dir(target).map_err(at(target))?;
    let visible = entries.filter_map(Result::ok).any(|entry| !is_hidden(&entry.file_name()));
    let index = fs::read_to_string(target.join("index.html")).unwrap_or_default();
    if visible && !index.contains("<meta name=\"generator\" content=\"gongbao ") {
        return Err(SinkError::NotOurs(target.to_owned()));
    }
    Ok(())
}

fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.to_string_lossy().starts_with('.')
}

fn keep_hidden(from: &Path, to: &Path) -> Result<(), SinkError> {
    if !from.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(from).map_err(at(from))? {
        let entry = entry.map_err(at(from))?;
        if is_hidden(&entry.file_name()) {
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), SinkError> {
    if from.is_dir() {
        fs::create_dir_all(to).map_err(at(to))?;
        for entry in fs::read_dir(from).map_err(at(from))? {
            let entry = entry.map_err(at(from))?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    fs::copy(from, to).map(|_| ()).map_err(at(from))
}

/// Takes an old site away on all cores. What cannot be removed here is left to the folder that holds it.
fn remove(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let entries: Vec<_> = entries.filter_map(Result::ok).collect();
    entries.par_iter().for_each(|entry| {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove(&path);
        } else {
            let _ = fs::remove_file(&path);
        }
    });
    let _ = fs::remove_dir(folder);
}

/// A staging folder is made for its owner alone; a web server must be able to read the site.
#[cfg(unix)]
fn open_to_readers(folder: &Path) -> Result<(), SinkError> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).map_err(at(folder))
}

#[cfg(not(unix))]
fn open_to_readers(_: &Path) -> Result<(), SinkError> {
    Ok(())
}
