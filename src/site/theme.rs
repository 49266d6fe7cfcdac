//! The theme: templates, static files and strings; the embedded one, and a folder's files over it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, Value};
use walkdir::WalkDir;

use super::colour::Colour;
use super::fragment::{self, Looks, Sheet};
use super::strings::Strings;
use crate::content::{Located, SiteConfig};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location};
use crate::lang::{Both, Lang, Text};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/portal");

/// The prefix under which Tera finds the embedded twin of a template that a folder overrides.
const FALLBACK: &str = "__embedded/";

/// What a page takes at first, in bytes; most need no more.
const PAGE: usize = 32 << 10;

/// A theme, ready to render.
pub struct Theme {
    tera: Tera,
    strings: Arc<Strings>,
    assets: Vec<(String, Vec<u8>)>,
    wechat: Sheet,
    has_own_templates: bool,
}

/// The theme's files by their path inside it.
type Files = BTreeMap<String, Vec<u8>>;

impl Theme {
    /// The embedded theme, with the files of `folder` over their twins.
    ///
    /// # Errors
    /// D2 for templates and files that cannot be used, D3 for strings.
    pub fn load(folder: Option<&Path>) -> Result<Self, Diagnostics> {
        let mut findings = Diagnostics::default();
        let embedded = embedded_files(&EMBEDDED);
        let own = folder.map(|folder| own_files(folder, &mut findings)).unwrap_or_default();
        let strings = match read_strings(&embedded, &own) {
            Ok(strings) => Arc::new(strings),
            Err(found) => {
                findings.extend(found);
                return Err(findings);
            }
        };
        for path in own.keys().filter(|path| path.starts_with("templates/")) {
            if let Err(found) = utf8(&own, path) {
                findings.push(*found);
            }
        }
        let tera = match build_tera(&embedded, &own, &strings) {
            Ok(tera) => tera,
            Err(error) => {
                findings.push(template_finding(&error.to_string()));
                return Err(findings);
            }
        };
        let file = "wechat.toml";
        let wechat = utf8(if own.contains_key(file) { &own } else { &embedded }, file)
            .and_then(|text| Sheet::read(text).map_err(|reason| Box::new(sheet_finding(file, &reason))))
            .unwrap_or_else(|found| {
                findings.push(*found);
                Sheet::default()
            });
        let is_own = |(path, bytes): (&String, &Vec<u8>)| {
            !path.starts_with("static/") && embedded.get(path) != Some(bytes)
        };
        let has_own_templates = own.iter().any(is_own);
        let mut assets = section(&embedded, "static/");
        assets.extend(section(&own, "static/"));
        if findings.is_empty() {
            Ok(Theme { tera, strings, assets: assets.into_iter().collect(), wechat, has_own_templates })
        } else {
            Err(findings)
        }
    }

    /// The embedded theme.
    ///
    /// # Panics
    /// If what is compiled in is broken; nothing that a person writes can bring that about.
    pub fn embedded() -> Self {
        Theme::load(None).expect("the embedded theme is whole")
    }

    /// Whether it has templates or words that somebody else wrote, which may fail where the embedded ones do not.
    pub(super) fn has_own_templates(&self) -> bool {
        self.has_own_templates
    }

    /// The interface's words.
    pub fn strings(&self) -> &Strings {
        &self.strings
    }

    /// The static files by name, in order.
    pub fn assets(&self) -> &[(String, Vec<u8>)] {
        &self.assets
    }

    /// How a bulletin looks elsewhere than on its page.
    pub(super) fn looks(&self, site: &SiteConfig) -> Looks {
        let sheet = self.assets.iter().find(|(name, _)| name == "fragment.css");
        let css = sheet.map_or_else(Cow::default, |(_, css)| String::from_utf8_lossy(css));
        let accent = accent(site);
        let rules = fragment::accent_rule(accent) + &fragment::compact(&css);
        Looks { style: format!("<style>{rules}</style>"), wechat: self.wechat.tinted(&accent.to_string()) }
    }

    /// Renders a template with a view.
    ///
    /// # Errors
    /// D2 with Tera's own account of what the template did.
    pub fn render(&self, template: &str, view: &impl Serialize) -> Result<String, Box<Diagnostic>> {
        Context::from_serialize(view)
            .and_then(|context| self.tera.render(template, &context))
            .map_err(|error| Box::new(template_finding(&error.to_string())))
    }

    /// Renders the template of a page, of which nothing but the bytes is wanted.
    pub(super) fn render_page(
        &self,
        template: &str,
        view: &impl Serialize,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut page = Vec::with_capacity(PAGE);
        Context::from_serialize(view)
            .and_then(|context| self.tera.render_to(template, &context, &mut page))
            .map_err(|error| Box::new(template_finding(&error.to_string())))?;
        Ok(page)
    }
}

/// The style sheet made from site.toml: the institution's colour in a light and a dark shade, and the site's
/// name for the head of printed pages.
///
/// # Errors
/// D1 where the colour is too pale for links and for white letters upon it (4.5:1, WCAG 2.2 1.4.3).
pub(super) fn theme_css(site: &SiteConfig) -> Result<String, Box<Diagnostic>> {
    let (accent, colour) = (site.theme.accent.as_ref(), accent(site));
    let ratio = colour.contrast(Colour::WHITE);
    if let Some(accent) = accent.filter(|_| ratio < 4.5) {
        return Err(Box::new(too_pale(accent, ratio)));
    }
    let dark = colour.lightened_until(Colour::DARK_PAPER, 8.0);
    let mut css = format!(":root {{ --accent: {colour}; --accent-dark: {dark}; }}\n");
    for lang in Lang::BOTH {
        let name = css_string(site.name.get(lang));
        css.push_str(&format!(":root:lang({}) {{ --print-name: {name}; }}\n", lang.code()));
    }
    Ok(css)
}

/// The institutional colour of a site.
pub(super) fn accent(site: &SiteConfig) -> Colour {
    let accent = site.theme.accent.as_ref();
    accent.and_then(|accent| Colour::parse(&accent.value)).unwrap_or(Colour::DEFAULT_ACCENT)
}

fn too_pale(accent: &Located<String>, ratio: f64) -> Diagnostic {
    Diagnostic::new(
        Code::Contrast,
        accent.span,
        Text::new(
            format!("颜色{}与白色的对比度只有{ratio:.2}:1，不足4.5:1", accent.value),
            format!("{} has a contrast of only {ratio:.2}:1 with white; 4.5:1 is needed", accent.value),
        ),
        Text::new(
            "换一种更深的颜色，例如#12436D或#9B1C1F",
            "take a darker colour, such as #12436D or #9B1C1F",
        ),
    )
}

/// A text as a CSS string: quotes, backslashes and control characters by their code points.
fn css_string(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' | '<' => format!("\\{:x} ", u32::from(c)),
        c if c.is_control() => " ".to_owned(),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

fn embedded_files(dir: &Dir<'_>) -> Files {
    let mut files = Files::new();
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.insert(path, file.contents().to_vec());
    }
    for inner in dir.dirs() {
        files.extend(embedded_files(inner));
    }
    files
}

fn own_files(folder: &Path, findings: &mut Diagnostics) -> Files {
    let mut files = Files::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let read = entry.map_err(|error| error.to_string()).and_then(|entry| {
            if !entry.file_type().is_file() {
                return Ok(None);
            }
            let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let name = inside.to_string_lossy().replace('\\', "/");
            let bytes = fs::read(entry.path()).map_err(|error| error.to_string())?;
            Ok((!name.starts_with('.')).then_some((name, bytes)))
        });
        match read {
            Ok(found) => files.extend(found),
            Err(reason) => findings.push(unreadable(folder, &reason)),
        }
    }
    files
}

fn section(files: &Files, prefix: &str) -> BTreeMap<String, Vec<u8>> {
    let inside = files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix(prefix)?, bytes)));
    inside.map(|(path, bytes)| (path.to_owned(), bytes.clone())).collect()
}

fn utf8<'f>(files: &'f Files, path: &str) -> Result<&'f str, Box<Diagnostic>> {
    let bytes = files.get(path).map_or(&[][..], Vec::as_slice);
    std::str::from_utf8(bytes).map_err(|error| {
        Box::new(Diagnostic::new(
            Code::Template,
            Location::Path(path.to_owned()),
            Text::new(
                format!("第{}个字节起不是UTF-8文本", error.valid_up_to() + 1),
                format!("not UTF-8 text from byte {} on", error.valid_up_to() + 1),
            ),
            Text::new("用UTF-8编码保存文件", "save the file as UTF-8"),
        ))
    })
}

fn read_strings(embedded: &Files, own: &Files) -> Result<Strings, Diagnostics> {
    let mut findings = Diagnostics::default();
    let mut layers = Vec::new();
    for files in [embedded, own] {
        let half = |lang: Lang| utf8(files, &format!("strings/{}.toml", lang.code()));
        match (half(Lang::Zh), half(Lang::En)) {
            (Ok(zh), Ok(en)) => layers.push(Both { zh, en }),
            (zh, en) => [zh, en].into_iter().filter_map(Result::err).for_each(|found| findings.push(*found)),
        }
    }
    Strings::read(&layers).map_err(|errors| {
        for error in errors {
            findings.push(strings_finding(&error.text()));
        }
        findings
    })
}

fn build_tera(embedded: &Files, own: &Files, strings: &Arc<Strings>) -> tera::TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.set_fallback_prefixes([FALLBACK])?;
    let words = Arc::clone(strings);
    tera.register_function("t", move |args: Kwargs, state: &State<'_>| translate(&words, &args, state));
    let named = |files: &Files, prefix: &str| -> Vec<(String, String)> {
        let templates = section(files, "templates/").into_iter();
        templates
            .map(|(name, bytes)| (format!("{prefix}{name}"), String::from_utf8_lossy(&bytes).into_owned()))
            .collect()
    };
    let mut templates = named(embedded, FALLBACK);
    templates.extend(named(own, ""));
    tera.add_raw_templates(templates)?;
    Ok(tera)
}

/// `t(key="…", name=value …)`: the interface's words in the page's language.
fn translate(strings: &Strings, args: &Kwargs, state: &State<'_>) -> tera::TeraResult<String> {
    let code: Option<Value> = state.get("lang")?;
    let lang = if code.as_ref().and_then(Value::as_str) == Some("zh") { Lang::Zh } else { Lang::En };
    let key: &str = args.must_get("key")?;
    let values: Vec<(&str, Cow<'_, str>)> = args
        .iter()
        .filter_map(|(name, value)| Some((name.as_str().filter(|name| *name != "key")?, text_of(value))))
        .collect();
    let borrowed: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_ref())).collect();
    strings.fill(lang, key, &borrowed).map_err(|error| tera::Error::message(error.to_string()))
}

/// A value as a template prints it.
fn text_of(value: &Value) -> Cow<'_, str> {
    value.as_str().map_or_else(|| Cow::Owned(value.to_string()), Cow::Borrowed)
}

fn template_finding(message: &str) -> Diagnostic {
    Diagnostic::new(
        Code::Template,
        Location::Path("themes".to_owned()),
        Text::new(format!("模板无法使用：\n{message}"), format!("a template cannot be used:\n{message}")),
        Text::new("按上面的提示修改主题中的模板", "mend the template of the theme as said above"),
    )
}

fn sheet_finding(file: &str, reason: &str) -> Diagnostic {
    Diagnostic::new(
        Code::Template,
        Location::Path(format!("themes/{file}")),
        Text::new(format!("微信图文样式无法使用：{reason}"), format!("the styles cannot be used: {reason}")),
        Text::new(
            "每项写成 元素 = \"属性:值;属性:值\"，如 p = \"margin:0\"",
            "write each as element = \"property:value;property:value\", such as p = \"margin:0\"",
        ),
    )
}

fn strings_finding(reason: &Text) -> Diagnostic {
    Diagnostic::new(
        Code::Strings,
        Location::Path("themes".to_owned()),
        Text::new(format!("界面文字有误：{}", reason.zh), format!("interface strings: {}", reason.en)),
        Text::new(
            "strings/zh.toml与strings/en.toml须有相同的键和占位符",
            "strings/zh.toml and strings/en.toml must have the same keys and placeholders",
        ),
    )
}

fn unreadable(folder: &Path, reason: &str) -> Diagnostic {
    Diagnostic::new(
        Code::Unreadable,
        Location::Path(folder.display().to_string()),
        Text::new(
            format!("主题文件无法读取：{reason}"),
            format!("a file of the theme cannot be read: {reason}"),
        ),
        Text::new("检查--theme所指的目录", "check the folder that --theme names"),
    )
}
