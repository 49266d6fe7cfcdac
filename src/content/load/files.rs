//! The texts of a content folder, each read once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;

use rayon::prelude::*;

use super::super::trouble::{Trouble, unreadable};
use super::tree::{Entry, Tree};
use crate::content::Narrative;
use crate::content::decode::{Fields, decode, is_unprintable};
use crate::diagnostic::{Code, Diagnostic, SourceId, Sources, Span};
use crate::lang::Text;

/// The largest text that is taken in: far more than a bulletin, and little enough to hold.
const LARGEST: u64 = 16 << 20;

/// How many control characters of a narrative are listed.
const MOST_CONTROLS: usize = 20;

/// The texts by path, and what else lies in the folders of bulletins.
pub(super) struct Files {
    pub(super) sources: Sources,
    /// `None` for a file that is there and cannot be read.
    texts: BTreeMap<String, Option<SourceId>>,
    pub(super) pictures: BTreeMap<String, Entry>,
    pub(super) folders: BTreeSet<String>,
}

impl Files {
    /// Reads every text of a tree.
    pub(super) fn read(tree: Tree, trouble: &mut Trouble) -> Self {
        let read: Vec<_> = tree.texts.par_iter().map(read_text).collect();
        let mut files = Files {
            sources: Sources::default(),
            texts: BTreeMap::new(),
            pictures: tree.pictures.into_iter().map(|entry| (entry.path.clone(), entry)).collect(),
            folders: tree.folders,
        };
        for (Entry { path, .. }, text) in tree.texts.into_iter().zip(read) {
            let source = match text {
                Ok(text) => Some(files.sources.add(path.clone(), text)),
                Err(Unreadable { reason, kept }) => {
                    trouble.unread.add_file(&path);
                    trouble.push(files.report_unreadable(&path, &reason, kept));
                    None
                }
            };
            files.texts.insert(path, source);
        }
        files
    }

    /// Whether there is a file at a path, readable or not.
    pub(super) fn has(&self, path: &str) -> bool {
        self.texts.contains_key(path)
    }

    /// Whether there is any bulletin.
    pub(super) fn has_bulletins(&self) -> bool {
        self.folders.iter().any(|folder| folder.starts_with("bulletins/"))
    }

    /// The paths of the texts directly in a folder.
    pub(super) fn names_in<'a>(&'a self, folder: &str) -> impl Iterator<Item = &'a str> {
        let prefix = format!("{folder}/");
        let after = self.texts.range(prefix.clone()..);
        after.map(|(path, _)| path.as_str()).take_while(move |path| path.starts_with(&prefix))
    }

    /// Decodes the file at a path, if it is there and can be read.
    pub(super) fn decode<T>(
        &self,
        path: &str,
        trouble: &mut Trouble,
        read: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> Option<T> {
        let source = (*self.texts.get(path)?)?;
        Some(decode(&self.sources, source, trouble, read))
    }

    /// The narrative at a path, if it is there and can be read.
    pub(super) fn narrative(&self, path: &str, trouble: &mut Trouble) -> Option<Narrative> {
        let source = (*self.texts.get(path)?)?;
        let text = Arc::clone(self.sources.text(source));
        if text.trim().is_empty() {
            trouble.unread.add_file(path);
            trouble.push(empty(source));
            return None;
        }
        let controls = text.char_indices().filter(|&(_, c)| is_unprintable(c));
        for (at, control) in controls.take(MOST_CONTROLS) {
            let span = Span::new(source, at..at + control.len_utf8());
            let code = u32::from(control);
            trouble.push(Diagnostic::new(
                Code::BadValue,
                span,
                Text::new(
                    format!("含有控制字符 U+{code:04X}"),
                    format!("the control character U+{code:04X}"),
                ),
                Text::new("删去它", "delete it"),
            ));
        }
        Some(Narrative { source, text })
    }

    /// A file that is not UTF-8 is shown up to the byte where it breaks off.
    fn report_unreadable(&mut self, path: &str, reason: &str, kept: Option<String>) -> Diagnostic {
        let Some(kept) = kept else { return unreadable(path.to_owned(), reason) };
        let end = kept.len();
        let source = self.sources.add(path, kept);
        Diagnostic::new(
            Code::Unreadable,
            Span::new(source, end..end),
            Text::new("从这里起不是UTF-8文字", "from here on this is not UTF-8 text"),
            Text::new(
                "在编辑器中另存为UTF-8编码（常见原因：文件是GBK编码）",
                "save the file as UTF-8 (often it is GBK)",
            ),
        )
    }
}

/// A narrative that says nothing.
fn empty(source: SourceId) -> Diagnostic {
    Diagnostic::new(
        Code::NoTranslation,
        Span::new(source, 0..0),
        Text::new("正文是空的", "the narrative is empty"),
        Text::new(
            "写上正文；暂无译文时删去这个文件",
            "write it, or delete the file while there is no translation",
        ),
    )
}

struct Unreadable {
    reason: String,
    /// What could be read before the file turned out not to be UTF-8.
    kept: Option<String>,
}

/// Reads a file as UTF-8, without the mark that some editors put first, and with `\n` at the end of lines
/// whatever the system, so that the same content has the same text everywhere.
fn read_text(entry: &Entry) -> Result<String, Unreadable> {
    let failed = |reason: String| Unreadable { reason, kept: None };
    let size = fs::metadata(&entry.disk).map_err(|error| failed(error.to_string()))?.len();
    if size > LARGEST {
        return Err(failed(format!("{} MB > {} MB", size >> 20, LARGEST >> 20)));
    }
    let bytes = fs::read(&entry.disk).map_err(|error| failed(error.to_string()))?;
    let (text, whole) = match String::from_utf8(bytes) {
        Ok(text) => (text, true),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned(), false)
        }
    };
    let text = text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text);
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    if whole { Ok(text) } else { Err(Unreadable { reason: String::new(), kept: Some(text) }) }
}
