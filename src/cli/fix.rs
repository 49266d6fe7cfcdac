//! `gongbao check --fix`: shows what would change, asks, and changes it.

use std::fs;
use std::io::IsTerminal;
use std::path::Path;

use similar::{ChangeTag, TextDiff};

use super::scope::Scope;
use super::{Exit, Global};
use crate::check::{self, Fix};
use crate::content::{self, Content};
use crate::lang::Text;

const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";

/// Makes the fixes within `scope`, or says why not; `Err` ends the run.
pub(super) fn run(folder: &Path, scope: &Scope, yes: bool, global: &Global) -> Result<(), Exit> {
    let content = content::load(folder).content;
    let mut fixes = check::fixes(&content);
    fixes.retain(|fix| scope.covers(content.sources.path(fix.span.source)));
    let files: Vec<&[Fix]> = fixes.chunk_by(|one, next| one.span.source == next.span.source).collect();
    if files.is_empty() {
        say(global, "没有可以自动修改的地方", "nothing that is safe to mend by itself");
        return Ok(());
    }
    files.iter().for_each(|fixes| show(fixes, &content));
    let may = yes || ask(fixes.len(), files.len(), global);
    if !may {
        say(global, "未作修改；加上--yes即直接修改", "nothing was changed; --yes changes it");
        return Ok(());
    }
    for fixes in &files {
        write(fixes, &content, folder, global)?;
    }
    carry_records_over(&content, folder).map_err(|error| failed("translation.toml", &error, global))?;
    let (zh, en) = counted(fixes.len(), files.len());
    say(global, &format!("已修改{zh}"), &format!("mended: {en}"));
    Ok(())
}

fn say(global: &Global, zh: &str, en: &str) {
    anstream::eprintln!("{}", Text::new(zh, en).get(global.message_lang()));
}

fn counted(places: usize, files: usize) -> (String, String) {
    let s = |number: usize| if number == 1 { "" } else { "s" };
    (format!("{files}个文件的{places}处"), format!("{places} place{} in {files} file{}", s(places), s(files)))
}

/// The difference that the fixes of one file make.
fn show(fixes: &[Fix], content: &Content) {
    let source = fixes[0].span.source;
    let (path, before) = (content.sources.path(source), content.sources.text(source));
    let after = check::apply(before, before, fixes).unwrap_or_default();
    let diff = TextDiff::from_lines(before.as_ref(), after.as_str());
    anstream::println!("{BOLD}--- a/{path}\n+++ b/{path}{PLAIN}");
    for hunk in diff.unified_diff().iter_hunks() {
        anstream::println!("{}", hunk.header());
        for change in hunk.iter_changes() {
            let (mark, color) = match change.tag() {
                ChangeTag::Delete => ('-', RED),
                ChangeTag::Insert => ('+', GREEN),
                ChangeTag::Equal => (' ', ""),
            };
            let plain = if color.is_empty() { "" } else { PLAIN };
            anstream::println!("{color}{mark}{}{plain}", change.value().trim_end_matches('\n'));
        }
    }
}

/// Asks at a terminal; anybody else has not said yes.
fn ask(places: usize, files: usize, global: &Global) -> bool {
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        return false;
    }
    let (zh, en) = counted(places, files);
    let question = Text::new(format!("修改以上{zh}吗？[y/N] "), format!("Mend {en}? [y/N] "));
    anstream::eprint!("{}", question.get(global.message_lang()));
    let mut answer = String::new();
    let heard = std::io::stdin().read_line(&mut answer).is_ok();
    heard && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "是")
}

fn write(fixes: &[Fix], content: &Content, folder: &Path, global: &Global) -> Result<(), Exit> {
    let source = fixes[0].span.source;
    let (path, read) = (content.sources.path(source), content.sources.text(source));
    let file = folder.join(path);
    let written = fs::read_to_string(&file).and_then(|before| match check::apply(&before, read, fixes) {
        Some(after) => fs::write(&file, after),
        None => Err(std::io::Error::other("it was changed meanwhile")),
    });
    written.map_err(|error| failed(path, &error, global))
}

/// What was mended says what it said, so that a translation which was in step still is.
fn carry_records_over(before: &Content, folder: &Path) -> std::io::Result<()> {
    let after = content::load(folder).content;
    for (before, after) in before.bulletins.iter().zip(&after.bulletins) {
        let record = check::carried_over(before, after);
        if let Some(record) = record.filter(|record| before.translation.as_ref() != Some(record)) {
            fs::write(
                folder.join("bulletins").join(before.key()).join("translation.toml"),
                record.to_toml(),
            )?;
        }
    }
    Ok(())
}

fn failed(path: &str, error: &std::io::Error, global: &Global) -> Exit {
    say(global, &format!("{path}：无法写入：{error}"), &format!("{path}: cannot be written: {error}"));
    Exit::Io
}
