//! `gongbao lint`.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;

use super::check::{Findings, Format, tell};
use super::{Exit, Global};
use crate::check::{self, Pasted};
use crate::content::{self, Content, Id, Place};
use crate::diagnostic::{Diagnostics, SourceId, Span, did_you_mean, nearest};
use crate::figure::Period;
use crate::lang::{Both, Lang, Text};

/// What `lint` takes.
#[derive(Args, Debug)]
pub(super) struct LintArgs {
    /// Plain text or Markdown; `-` is standard input. One Chinese and one English file are taken for a pair
    #[arg(value_name = "FILE", required_unless_present_any = ["zh", "en"], conflicts_with_all = ["zh", "en"])]
    files: Vec<PathBuf>,
    /// The Chinese text of a pair
    #[arg(long, value_name = "FILE")]
    zh: Option<PathBuf>,
    /// The English text of a pair
    #[arg(long, value_name = "FILE")]
    en: Option<PathBuf>,
    /// The place that the text is about: by its id or name in the registry, or a city or province of China by its name
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// When the text was or will be released: 2022-07-07, or 2022-07
    #[arg(long, value_name = "DATE", value_parser = release)]
    released: Option<Period>,
    /// The content folder whose names, terms and levels of rules hold [default: content/, if it is there]
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// Let warnings count: exit with 1 where there are any
    #[arg(long)]
    strict: bool,
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// What keeps a text from being judged, and how the run ends.
struct Refused(Text, Exit);

/// Texts that are judged together.
type Group = Both<Option<SourceId>>;

pub(super) fn run(args: &LintArgs, global: &Global) -> Exit {
    judge(args, global).unwrap_or_else(|Refused(message, exit)| {
        anstream::eprintln!("gongbao: {}", message.get(global.message_lang()));
        exit
    })
}

fn judge(args: &LintArgs, global: &Global) -> Result<Exit, Refused> {
    let mut content = knowledge(args.content.as_deref())?;
    let place = args.place.as_deref().map(|name| place(name, &mut content)).transpose()?;
    let groups = groups(args, &mut content)?;
    let mut found = Diagnostics::default();
    for group in groups {
        let text = |source: Option<SourceId>| source.map(|source| (source, &**content.sources.text(source)));
        found.extend(check::lint(&Pasted {
            zh: text(group.zh),
            en: text(group.en),
            registry: &content.registry,
            projects: &content.projects,
            place: place.as_ref(),
            released: args.released,
        }));
    }
    let open = check::settle(found, &content).open;
    let findings = Findings { open, silenced: None, sources: &content.sources, root: String::new() };
    Ok(tell(findings, args.format, args.strict, global))
}

/// The names, terms and levels that hold: those of a site, or none.
fn knowledge(folder: Option<&Path>) -> Result<Content, Refused> {
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        let folder = folder.display();
        let message =
            Text::new(format!("没有内容目录{folder}"), format!("there is no content folder {folder}"));
        return Err(Refused(message, Exit::Io));
    }
    // What is wrong with a site is for `check` to say; a folder that is not there knows nothing.
    Ok(content::load(folder.unwrap_or(Path::new("content"))).content)
}

/// Takes the texts in, and finds out which belong together.
fn groups(args: &LintArgs, content: &mut Content) -> Result<Vec<Group>, Refused> {
    let mut take = |path: &PathBuf| -> Result<SourceId, Refused> {
        let text = read(path)?;
        Ok(content.sources.add(path.to_string_lossy(), text))
    };
    if args.files.is_empty() {
        let zh = args.zh.as_ref().map(&mut take).transpose()?;
        let en = args.en.as_ref().map(&mut take).transpose()?;
        return Ok(vec![Both { zh, en }]);
    }
    let sources = args.files.iter().map(take).collect::<Result<Vec<_>, _>>()?;
    let alone: Vec<(Lang, SourceId)> =
        sources.into_iter().map(|source| (language(content.sources.text(source)), source)).collect();
    Ok(match alone[..] {
        [(Lang::Zh, zh), (Lang::En, en)] | [(Lang::En, en), (Lang::Zh, zh)] => {
            vec![Both { zh: Some(zh), en: Some(en) }]
        }
        _ => alone
            .into_iter()
            .map(|(lang, source)| Both::from_fn(|half| (half == lang).then_some(source)))
            .collect(),
    })
}

/// Reads a text as content is read: UTF-8, without a byte-order mark, with `\n` at the end of lines.
fn read(path: &Path) -> Result<String, Refused> {
    let bytes = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    let name = path.display();
    let bytes = bytes.map_err(|error| {
        let message =
            Text::new(format!("{name}：无法读取：{error}"), format!("{name}: cannot be read: {error}"));
        Refused(message, Exit::Io)
    })?;
    let text = String::from_utf8(bytes).map_err(|_| {
        let message = Text::new(
            format!("{name}：不是UTF-8文字；请另存为UTF-8编码（原文件多为GBK编码）"),
            format!("{name}: this is not UTF-8 text; save it as UTF-8 (often it is GBK)"),
        );
        Refused(message, Exit::Io)
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// The language of a text. A Chinese text may be full of Latin names, an English one quotes a few Han characters;
/// and a Han character says as much as several letters.
fn language(text: &str) -> Lang {
    let is_han = |c: &char| matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}');
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (han, other): (Vec<char>, Vec<char>) = letters.partition(is_han);
    if han.len() * 5 > other.len() { Lang::Zh } else { Lang::En }
}

/// A place by its id, or by one of its names; a city that the registry does not have is entered there.
fn place(wanted: &str, content: &mut Content) -> Result<Id, Refused> {
    fn names(place: &Place) -> impl Iterator<Item = &String> {
        let full = place.full.iter();
        let former = place.former.iter().map(|former| &former.name);
        full.chain(former).chain([&place.name]).flat_map(|name| [&name.zh, &name.en])
    }
    let is_meant = |place: &&Place| {
        place.id.value.as_str() == wanted || names(place).any(|name| name.eq_ignore_ascii_case(wanted))
    };
    let registered = &mut content.registry.places;
    if let Some(place) = registered.values().find(is_meant) {
        return Ok(place.id.value.clone());
    }
    let named_at = Span::new(content.sources.add("--place", wanted), 0..wanted.len());
    if let Some(place) = check::city(wanted, named_at) {
        let id = place.id.value.clone();
        registered.entry(id.clone()).or_insert(place);
        return Ok(id);
    }
    let places = registered.values();
    let mut known: Vec<&str> =
        places.flat_map(|place| names(place).map(String::as_str).chain([place.id.value.as_str()])).collect();
    let cities: Vec<&str> = check::city_names().collect();
    known.extend(cities);
    let near = nearest(wanted, known);
    let help = if near.is_empty() {
        Text::new(
            "县、区等须见于内容目录的registry/places.toml；省、市不必",
            "counties and districts are those of registry/places.toml of the content folder; cities and provinces need no entry",
        )
    } else {
        did_you_mean(&near)
    };
    let message = Text::new(
        format!("没有“{wanted}”这个地方；{}", help.zh),
        format!("no place is called `{wanted}`; {}", help.en),
    );
    Err(Refused(message, Exit::Usage))
}

fn release(written: &str) -> Result<Period, String> {
    match Period::parse(written) {
        Ok(period @ (Period::Day(_) | Period::Month(..))) => Ok(period),
        _ => Err("write 2022-07-07, or 2022-07 where no more is known".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::language;
    use crate::lang::Lang;

    #[test]
    fn languages_are_told_apart() {
        for (text, lang) in [
            ("全市签约项目121个，总投资458亿元", Lang::Zh),
            ("GDP、FDI、R&D、KPI、PPP等指标", Lang::Zh),
            ("Huaihua (怀化) signed 121 projects, among them the Five Ones (五个一)", Lang::En),
            ("", Lang::En),
        ] {
            assert_eq!(language(text), lang, "{text}");
        }
    }
}
