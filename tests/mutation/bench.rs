//! The sample content, and copies of it in which a mistake is planted.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use gongbao::check;
use gongbao::content::{self, Content};
use gongbao::diagnostic::{Code, Diagnostic, Location, Severity, Span};
use tempfile::TempDir;
use walkdir::WalkDir;

use super::plant::Planted;

/// The clean content.
pub(crate) struct Sample {
    pub(crate) content: Content,
    /// Every file by its path in the folder.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

/// A copy on disk.
pub(crate) struct Copy<'s> {
    sample: &'s Sample,
    folder: TempDir,
}

/// What came of a mistake.
pub(crate) struct Outcome {
    pub(crate) caught: bool,
    /// What was found instead, a line each.
    pub(crate) found: Vec<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

impl Sample {
    pub(crate) fn read() -> Self {
        let files = WalkDir::new(folder()).into_iter().map(|entry| entry.expect("an entry"));
        let files = files.filter(|entry| entry.file_type().is_file()).map(|entry| {
            let path = entry
                .path()
                .strip_prefix(folder())
                .expect("a path inside")
                .to_string_lossy()
                .replace('\\', "/");
            (path, fs::read(entry.path()).expect("a file"))
        });
        Sample { content: content::load(&folder()).content, files: files.collect() }
    }

    /// The same content, with no translation ever confirmed.
    pub(crate) fn without_records(mut self) -> Self {
        self.files.retain(|path, _| !path.ends_with("/translation.toml"));
        self
    }

    pub(crate) fn text(&self, path: &str) -> &str {
        std::str::from_utf8(&self.files[path]).expect("UTF-8")
    }

    /// What is found in the clean content by the rules that are about what is said.
    pub(crate) fn findings(&self) -> Vec<String> {
        let settled = check::settle(check::run(&self.content), &self.content);
        let counted = settled.open.iter().filter(|found| counts(found));
        counted.map(|found| line_of(found, &self.content)).collect()
    }

    pub(crate) fn copy(&self) -> Copy<'_> {
        let folder = tempfile::tempdir().expect("a folder");
        for (path, bytes) in &self.files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        }
        Copy { sample: self, folder }
    }
}

impl Copy<'_> {
    /// Plants a mistake, checks, and takes it out again.
    pub(crate) fn judge(&self, mistake: &Planted) -> Outcome {
        let clean = self.sample.text(&mistake.file);
        let path = self.folder.path().join(&mistake.file);
        fs::write(&path, mistake.in_text(clean)).expect("a file");
        let content = content::load(self.folder.path()).content;
        let settled = check::settle(check::run(&content), &content);
        fs::write(&path, clean).expect("a file");

        let found: Vec<&Diagnostic> = settled.open.iter().filter(|found| counts(found)).collect();
        let lines = mistake.lines(clean);
        let is_there = |span: Span| {
            let (line, _) = content.sources.line_column(span.source, span.start);
            content.sources.path(span.source) == mistake.reported_in() && lines.contains(&line)
        };
        // Which of two languages is wrong cannot always be told: a finding may point at both.
        let points_at = |found: &Diagnostic| {
            let first = match found.at {
                Location::Span(span) => Some(span),
                Location::Path(_) => None,
            };
            let mut spans = first.into_iter().chain(found.related.iter().map(|(span, _)| *span));
            spans.any(is_there)
        };
        let caught = found.iter().any(|found| mistake.codes.contains(&found.code) && points_at(found));
        Outcome { caught, found: found.into_iter().map(|found| line_of(found, &content)).collect() }
    }
}

/// Advice is no finding, and a missing translation is the sample's own.
fn counts(found: &Diagnostic) -> bool {
    found.severity != Severity::Advice && found.code != Code::NoTranslation
}

/// A finding in a line, the places that belong to it included.
fn line_of(found: &Diagnostic, content: &Content) -> String {
    let at = match &found.at {
        Location::Span(span) => {
            let (line, column) = content.sources.line_column(span.source, span.start);
            format!("{}:{line}:{column}", content.sources.path(span.source))
        }
        Location::Path(path) => path.clone(),
    };
    let related = found.related.iter().map(|(span, _)| {
        let (line, _) = content.sources.line_column(span.source, span.start);
        format!(" [{}:{line}]", content.sources.path(span.source))
    });
    format!("{at} {} {}{}", found.code, found.message.en, related.collect::<String>())
}
