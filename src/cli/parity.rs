//! `gongbao parity`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jiff::Zoned;
use jiff::civil::Date;
use serde::Serialize;

use super::scope::Scope;
use super::{Exit, Global, Input, table};
use crate::check::{self, Change, Drifted, Parity, Standing};
use crate::content::{self, Bulletin};
use crate::diagnostic::Diagnostics;
use crate::lang::{Lang, Text};

/// What `parity` takes.
#[derive(Args, Debug)]
pub(super) struct ParityArgs {
    /// The bulletins: as 2022/huaihua-h1, 2022, or by their folders [default: all]
    #[arg(value_name = "BULLETIN")]
    bulletins: Vec<PathBuf>,
    #[command(flatten)]
    input: Input,
    /// Record that these translations say what their originals say now: writes translation.toml
    #[arg(long)]
    record: bool,
    /// The day to record [default: today]
    #[arg(long, value_name = "DATE", requires = "record")]
    date: Option<Date>,
    /// How the list is printed
    #[arg(long, value_name = "FORMAT", default_value = "text", conflicts_with = "record")]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
enum Format {
    /// A table for people
    Text,
    /// For programs
    Json,
}

pub(super) fn run(args: &ParityArgs, global: &Global) -> Exit {
    let folder = &args.input.content;
    if !args.input.has_content(global) {
        return Exit::Io;
    }
    let scope = match Scope::of(&args.bulletins, folder) {
        Ok(scope) => scope,
        Err(error) => return error.say(folder, global),
    };
    let loaded = content::load(folder);
    let mut list = check::parity(&loaded.content);
    list.retain(|parity| scope.covers(&format!("bulletins/{}", parity.bulletin.key())));
    warn_of_unread(&loaded.diagnostics, global);
    if list.is_empty() && !args.bulletins.is_empty() {
        say(&Text::new("指定的路径不是公报", "no bulletin is called so"), global);
        return Exit::Usage;
    }
    match (args.record, args.format) {
        (true, _) => record_all(args, &list, global),
        (_, Format::Text) => {
            anstream::print!("{}", text(&list, global.message_lang()));
            Exit::Done
        }
        (_, Format::Json) => {
            anstream::print!("{}", json(&list));
            Exit::Done
        }
    }
}

fn say(message: &Text, global: &Global) {
    anstream::eprintln!("gongbao: {}", message.get(global.message_lang()));
}

fn warn_of_unread(diagnostics: &Diagnostics, global: &Global) {
    if diagnostics.has_veto() {
        let message = Text::new(
            "内容中有读不出的地方，公报可能没有列全；请先运行gongbao check",
            "parts of the content cannot be read, and bulletins may be missing here; run `gongbao check` first",
        );
        say(&message, global);
    }
}

/// Records those that were named; without names, all that are not in step already.
fn record_all(args: &ParityArgs, list: &[Parity<'_>], global: &Global) -> Exit {
    let date = args.date.unwrap_or_else(|| Zoned::now().date());
    for parity in list {
        if args.bulletins.is_empty() && parity.standing == Standing::InStep {
            continue;
        }
        let key = parity.bulletin.key();
        let message = match record(parity.bulletin, date, &args.input.content) {
            None => Text::new(
                format!("{key}：没有译文，未记录"),
                format!("{key}: no translation, nothing recorded"),
            ),
            Some(Ok(())) => Text::new(
                format!("{key}：已记录，译文与{date}的原文一致"),
                format!("{key}: recorded that the translation says what the original says on {date}"),
            ),
            Some(Err(error)) => {
                say(
                    &Text::new(
                        format!("{key}：无法写入：{error}"),
                        format!("{key}: cannot be written: {error}"),
                    ),
                    global,
                );
                return Exit::Io;
            }
        };
        if !global.quiet {
            anstream::eprintln!("{}", message.get(global.message_lang()));
        }
    }
    Exit::Done
}

/// Writes a bulletin's record; `None` if there is nothing to record. The first record says that the translation
/// came out on that day; later ones keep what the file says of it.
fn record(bulletin: &Bulletin, date: Date, content: &Path) -> Option<std::io::Result<()>> {
    let translated = match &bulletin.translation {
        Some(before) => before.translated,
        None => Some(date),
    };
    let record = check::record(bulletin, date, translated)?;
    let path = content.join("bulletins").join(bulletin.key()).join("translation.toml");
    Some(fs::write(path, record.to_toml()))
}

fn text(list: &[Parity<'_>], lang: Lang) -> String {
    let head = match lang {
        Lang::Zh => ["公报", "译文", "状态", "落后天数", "有改动的章节"],
        Lang::En => ["bulletin", "translation", "state", "days behind", "sections that drifted"],
    };
    let rows: Vec<[String; 5]> = list.iter().map(|parity| row(parity, lang)).collect();
    table::render(head, &rows)
}

fn row(parity: &Parity<'_>, lang: Lang) -> [String; 5] {
    let translation = match (parity.bulletin.written_in.other(), lang) {
        (Lang::Zh, Lang::Zh) => "中文",
        (Lang::Zh, Lang::En) => "Chinese",
        (Lang::En, Lang::Zh) => "英文",
        (Lang::En, Lang::En) => "English",
    };
    let days = match (parity.days, lang) {
        (Some(days), _) => days.to_string(),
        (None, Lang::Zh) => "不详".into(),
        (None, Lang::En) => "unknown".into(),
    };
    let days = if parity.standing == Standing::Missing { String::new() } else { days };
    let sections = sections(&parity.standing).iter().map(|drifted| title(drifted, lang)).collect::<Vec<_>>();
    let sections = sections.join(if lang == Lang::Zh { "、" } else { ", " });
    [parity.bulletin.key(), translation.into(), state(&parity.standing).get(lang).clone(), days, sections]
}

fn state(standing: &Standing) -> Text {
    match standing {
        Standing::Missing => Text::new("没有译文", "missing"),
        Standing::Unrecorded => Text::new("未记录", "not recorded"),
        Standing::Drifted(_) => Text::new("落后于原文", "drifted"),
        Standing::InStep => Text::new("与原文一致", "in step"),
    }
}

fn sections(standing: &Standing) -> &[Drifted] {
    match standing {
        Standing::Drifted(sections) => sections,
        _ => &[],
    }
}

fn title(drifted: &Drifted, lang: Lang) -> String {
    let title = match (drifted.title.is_empty(), lang) {
        (false, _) => drifted.title.as_str(),
        (true, Lang::Zh) => "开头",
        (true, Lang::En) => "the beginning",
    };
    match (drifted.change, lang) {
        (Change::Changed, _) => title.to_owned(),
        (Change::Added, Lang::Zh) => format!("{title}（新增）"),
        (Change::Added, Lang::En) => format!("{title} (new)"),
        (Change::Shortened, Lang::Zh) => format!("{title}（译文少了句子）"),
        (Change::Shortened, Lang::En) => format!("{title} (translation cut)"),
        (Change::Removed, Lang::Zh) => format!("{title}（已删）"),
        (Change::Removed, Lang::En) => format!("{title} (dropped)"),
    }
}

#[derive(Serialize)]
struct Document {
    bulletins: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    bulletin: String,
    written_in: Lang,
    state: &'static str,
    recorded: Option<String>,
    translated: Option<String>,
    days: Option<i32>,
    drifted: Vec<Section>,
}

#[derive(Serialize)]
struct Section {
    section: String,
    title: String,
    change: &'static str,
}

fn json(list: &[Parity<'_>]) -> String {
    let document = Document { bulletins: list.iter().map(entry).collect() };
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn entry(parity: &Parity<'_>) -> Entry {
    let record = parity.bulletin.translation.as_ref();
    let section = |drifted: &Drifted| Section {
        section: drifted.key.clone(),
        title: drifted.title.clone(),
        change: match drifted.change {
            Change::Changed => "changed",
            Change::Added => "added",
            Change::Removed => "removed",
            Change::Shortened => "shortened",
        },
    };
    Entry {
        bulletin: parity.bulletin.key(),
        written_in: parity.bulletin.written_in,
        state: match parity.standing {
            Standing::Missing => "missing",
            Standing::Unrecorded => "unrecorded",
            Standing::Drifted(_) => "drifted",
            Standing::InStep => "in step",
        },
        recorded: record.map(|record| record.recorded.to_string()),
        translated: record.and_then(|record| record.translated).map(|date| date.to_string()),
        days: parity.days,
        drifted: sections(&parity.standing).iter().map(section).collect(),
    }
}
