//! What lies where in a content folder.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::super::trouble::{Trouble, unreadable};
use crate::diagnostic::{Code, Diagnostic, Location, did_you_mean, nearest};
use crate::lang::Text;

/// The files of registry/.
pub(super) const REGISTERS: [&str; 6] =
    ["indicators.toml", "places.toml", "people.toml", "terms.toml", "chains.toml", "stages.toml"];
const ROOMS: [&str; 7] = ["site.toml", "registry", "plans", "history", "projects", "bulletins", "pages"];
const BULLETIN: [&str; 5] = ["bulletin.toml", "metrics.toml", "zh.md", "en.md", "translation.toml"];
const PAGE: [&str; 3] = ["page.toml", "zh.md", "en.md"];

/// A file by its path inside the content folder (with `/` on every system), and where it is on the disk.
pub(super) struct Entry {
    pub(super) path: String,
    pub(super) disk: PathBuf,
}

/// The files and folders that have a place in docs/content.md, each in the order of names.
#[derive(Default)]
pub(super) struct Tree {
    /// TOML and Markdown.
    pub(super) texts: Vec<Entry>,
    /// Other files in the folders of bulletins.
    pub(super) pictures: Vec<Entry>,
    /// The folders of bulletins and pages: `bulletins/2022/huaihua-h1`, `pages/about`.
    pub(super) folders: BTreeSet<String>,
}

/// What the docs say about a path.
enum Place {
    Text,
    Picture,
    /// A folder of folders or of files.
    Shelf,
    /// The folder of a bulletin or a page.
    Folder,
    /// None; and the names that have a place there.
    Unknown(&'static [&'static str]),
}

impl Tree {
    /// Walks the folder. What has no place in it is reported.
    pub(super) fn walk(root: &Path, trouble: &mut Trouble) -> Self {
        let mut tree = Tree::default();
        let real_root = root.canonicalize();
        let mut walk = WalkDir::new(root).min_depth(1).follow_links(true).sort_by_file_name().into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    trouble.push(unwalkable(root, &error));
                    continue;
                }
            };
            let leads_out = entry.path_is_symlink()
                && !matches!((&real_root, entry.path().canonicalize()), (Ok(root), Ok(real)) if real.starts_with(root));
            let known = !is_ignored(&entry)
                && if leads_out {
                    trouble.push(leading_out(path_inside(root, entry.path())));
                    false
                } else {
                    tree.take(root, &entry, trouble)
                };
            if !known && entry.file_type().is_dir() {
                walk.skip_current_dir();
            }
        }
        tree
    }

    /// Puts an entry in its place; `false` if it has none.
    fn take(&mut self, root: &Path, entry: &DirEntry, trouble: &mut Trouble) -> bool {
        let path = path_inside(root, entry.path());
        let parts: Vec<&str> = path.split('/').collect();
        let disk = entry.path().to_owned();
        let kind = entry.file_type();
        let place = if kind.is_dir() { place_of_folder(&parts) } else { place_of_file(&parts) };
        match place {
            _ if !kind.is_dir() && !kind.is_file() => {
                trouble.push(unexpected(&path, &parts, &[], false));
                return false;
            }
            Place::Unknown(names) => {
                trouble.push(unexpected(&path, &parts, names, kind.is_dir()));
                return false;
            }
            Place::Text => self.texts.push(Entry { path, disk }),
            Place::Picture => self.pictures.push(Entry { path, disk }),
            Place::Folder => drop(self.folders.insert(path)),
            Place::Shelf => {}
        }
        true
    }
}

fn place_of_folder(parts: &[&str]) -> Place {
    let known = |name: &&str, names: &'static [&'static str]| {
        if names.contains(name) { Place::Unknown(names) } else { Place::Unknown(&[]) }
    };
    match parts {
        ["registry" | "plans" | "history" | "projects" | "bulletins" | "pages"] | ["bulletins", _] => {
            Place::Shelf
        }
        ["bulletins", _, _] | ["pages", _] => Place::Folder,
        [_] => Place::Unknown(&ROOMS),
        ["registry", name] => known(name, &REGISTERS),
        ["bulletins", _, _, name] => known(name, &BULLETIN),
        ["pages", _, name] => known(name, &PAGE),
        _ => Place::Unknown(&[]),
    }
}

fn place_of_file(parts: &[&str]) -> Place {
    let known = |name: &&str, names: &'static [&'static str]| {
        if names.contains(name) { Place::Text } else { Place::Unknown(names) }
    };
    match parts {
        ["site.toml"] => Place::Text,
        [_] => Place::Unknown(&ROOMS),
        ["registry", name] => known(name, &REGISTERS),
        ["plans" | "history" | "projects", name] if name.ends_with(".toml") => Place::Text,
        ["bulletins", _, _, name] if BULLETIN.contains(name) => Place::Text,
        ["bulletins", _, _, name] if name.ends_with(".toml") || name.ends_with(".md") => {
            Place::Unknown(&BULLETIN)
        }
        ["bulletins", _, _, _] => Place::Picture,
        ["pages", _, name] => known(name, &PAGE),
        _ => Place::Unknown(&[]),
    }
}

/// Hidden files, and those that editors leave behind.
fn is_ignored(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || name.ends_with('~')
}

/// The path inside the content folder, with `/` on every system.
fn path_inside(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn unexpected(path: &str, parts: &[&str], names: &[&'static str], is_folder: bool) -> Diagnostic {
    let name = parts.last().copied().unwrap_or_default();
    let message = match (names.contains(&name), is_folder) {
        (true, true) => Text::new("这里应是文件，却是文件夹", "a folder where a file should be"),
        (true, false) => Text::new("这里应是文件夹，却是文件", "a file where a folder should be"),
        (false, true) => Text::new(
            "不认识的文件夹，其中的内容不会用到",
            "a folder that nothing uses, with all that is in it",
        ),
        (false, false) => Text::new("不认识的文件，不会用到", "a file that nothing uses"),
    };
    let near = nearest(name, names.iter().copied().filter(|known| *known != name));
    let help = if near.is_empty() { nowhere() } else { did_you_mean(&near) };
    Diagnostic::new(Code::UnexpectedFile, Location::Path(path.to_owned()), message, help)
}

/// A file that lies in a bulletin's folder and that no `[[images]]` names.
pub(super) fn unnamed_picture(path: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnexpectedFile,
        Location::Path(path.to_owned()),
        Text::new("bulletin.toml没有用到这个文件", "a file that bulletin.toml does not name"),
        Text::new(
            "图片请在 [[images]] 中登记（含替代文字和来源）；用不到的文件请移走",
            "enter a picture in [[images]], with its text alternative and credit; move other files elsewhere",
        ),
    )
}

fn leading_out(path: String) -> Diagnostic {
    Diagnostic::new(
        Code::UnexpectedFile,
        Location::Path(path),
        Text::new(
            "指向内容文件夹之外的链接，不会跟随",
            "a link that leads out of the content folder; it is not followed",
        ),
        Text::new("把文件本身放进内容文件夹", "put the file itself into the content folder"),
    )
}

fn nowhere() -> Text {
    Text::new(
        "移到内容文件夹之外；文件的位置见 docs/content.md",
        "move it out of the content folder; docs/content.md shows what belongs where",
    )
}

fn unwalkable(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let path = match error.path() {
        Some(path) if path != root => path_inside(root, path),
        _ => root.to_string_lossy().into_owned(),
    };
    if error.loop_ancestor().is_some() {
        return Diagnostic::new(
            Code::UnexpectedFile,
            Location::Path(path),
            Text::new("链接指回了上级文件夹", "a link that leads back to a folder that it lies in"),
            Text::new("删去这个链接", "delete the link"),
        );
    }
    let reason = error.io_error().map(ToString::to_string).unwrap_or_default();
    unreadable(path, &reason)
}
