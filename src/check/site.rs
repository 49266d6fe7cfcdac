//! The site's address and colour.

use crate::content::{Content, Located};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::Text;

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    let base_url = &content.site.base_url;
    // An empty address is one that could not be read.
    if !base_url.value.is_empty() && !is_site_address(&base_url.value) {
        found.push(bad_address(base_url));
    }
    if let Some(accent) = content.site.theme.accent.as_ref().filter(|accent| !is_colour(&accent.value)) {
        found.push(bad_colour(accent));
    }
    if let Some(licence) = content.site.licence.as_ref().filter(|licence| !is_web_address(&licence.url.value))
    {
        found.push(bad_licence(&licence.url));
    }
}

/// Whether it can stand in a link.
fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    let allowed =
        |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
    !rest.starts_with('/') && !rest.is_empty() && rest.chars().all(allowed)
}

/// Whether addresses of pages can be made by putting a path after it.
fn is_site_address(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split('/').next().unwrap_or_default();
    let allowed = |c: char| c.is_ascii_graphic() && !matches!(c, '?' | '#' | '"' | '<' | '>' | '\\' | '@');
    !host.is_empty() && !rest.ends_with('/') && !rest.contains("//") && rest.chars().all(allowed)
}

fn is_colour(colour: &str) -> bool {
    let digits = colour.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}

fn bad_address(url: &Located<String>) -> Diagnostic {
    Diagnostic::new(
        Code::BadValue,
        url.span,
        Text::new(
            format!("“{}”不能作站点地址", url.value),
            format!("`{}` cannot be the site's address", url.value),
        ),
        Text::new(
            "写完整地址，末尾不带斜杠，不带?和#，中文域名用Punycode，如 https://invest.example.gov.cn",
            "write the whole address in ASCII, without a trailing slash, query or fragment: https://invest.example.gov.cn",
        ),
    )
}

fn bad_licence(url: &Located<String>) -> Diagnostic {
    Diagnostic::new(
        Code::BadValue,
        url.span,
        Text::new(
            format!("“{}”不是网址", url.value),
            format!("`{}` is not the address of a licence", url.value),
        ),
        Text::new(
            "写许可协议全文的完整网址，如 https://creativecommons.org/licenses/by/4.0/",
            "write the whole address of its text, such as https://creativecommons.org/licenses/by/4.0/",
        ),
    )
}

fn bad_colour(colour: &Located<String>) -> Diagnostic {
    Diagnostic::new(
        Code::BadValue,
        colour.span,
        Text::new(format!("“{}”不是颜色", colour.value), format!("`{}` is not a colour", colour.value)),
        Text::new("写作 #rrggbb，如 #12436D", "write #rrggbb, such as #12436D"),
    )
}
