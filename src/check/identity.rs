//! The registrations and contacts in site.toml, and its columns: what an inspection of government websites looks at
//! first.

use std::collections::BTreeSet;

use crate::content::{Bulletin, Column, Content, Located};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, did_you_mean, nearest};
use crate::figure::Period;
use crate::lang::Text;

/// The short names of provinces with which filing numbers begin.
const PROVINCES: &str = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";

/// The kinds of column that 国办发〔2017〕47号 names for `ColumnType`.
const COLUMN_TYPES: [&str; 18] = [
    "首页",
    "概况信息",
    "机构职能",
    "负责人信息",
    "工作动态",
    "政策文件",
    "信息公开指南",
    "信息公开目录",
    "信息公开年报",
    "依法申请公开",
    "数据发布",
    "数据开放",
    "政策解读",
    "回应关切",
    "办事服务",
    "咨询投诉",
    "征集调查",
    "在线访谈",
];

/// From how many empty columns on a site fails its inspection at once (国办秘函〔2019〕19号).
const EMPTY_COLUMNS: usize = 5;

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    let identity = &content.site.identity;
    if let Some(code) = &identity.site_code {
        found.push_all(site_code(code, content));
    }
    let forms = [
        (
            &identity.icp,
            is_icp as fn(&str) -> bool,
            Text::new("备案号", "an ICP filing number"),
            "湘ICP备12345678号-1",
        ),
        (
            &identity.police,
            is_police,
            Text::new("公安备案号", "a public security filing number"),
            "湘公网安备43120002000001号",
        ),
        (
            &identity.certificate,
            is_certificate,
            Text::new("网站标识的地址", "the address of a certificate"),
            "https://bszs.conac.cn/sitename?method=show&id=…",
        ),
        (&content.site.agency.phone, is_phone, Text::new("电话号码", "a telephone number"), "0000-12345678"),
        (
            &content.site.agency.email,
            is_email,
            Text::new("邮箱地址", "a mail address"),
            "office@example.gov.cn",
        ),
    ];
    for (written, is_right, what, example) in forms {
        if let Some(written) = written.as_ref().filter(|written| !is_right(&written.value)) {
            found.push(bad_form(written, &what, example));
        }
    }
    content.site.columns.iter().for_each(|column| found.push_all(column_type(column)));
    empty_columns(content, found);
    times_of_day(content, found);
}

/// A code in an unknown form, or of a province that the site says nothing about.
fn site_code(code: &Located<String>, content: &Content) -> Option<Diagnostic> {
    let is_local = code.value.len() == 10 && is_digits(&code.value);
    if !is_local {
        let is_ministry =
            code.value.strip_prefix("bm").is_some_and(|rest| rest.len() == 8 && is_digits(rest));
        let what = Text::new("网站标识码", "a site identification code");
        return (!is_ministry).then(|| bad_form(code, &what, "4312000001"));
    }
    let province = code.value.get(..2)?;
    let codes = content
        .registry
        .places
        .values()
        .filter(|place| !place.demonstration)
        .filter_map(|place| place.code.as_deref());
    let provinces: BTreeSet<&str> = codes.filter_map(|code| code.get(..2)).collect();
    if provinces.is_empty() || provinces.contains(province) {
        return None;
    }
    let known = provinces.into_iter().map(|known| format!("{known}0000")).collect::<Vec<_>>();
    Some(Diagnostic::new(
        Code::Registration,
        code.span,
        Text::new(
            format!(
                "网站标识码“{}”的前六位是{province}0000以下的区划，本站的地区却属{}",
                code.value,
                known.join("、")
            ),
            format!(
                "the site identification code {} begins with a division of {province}0000, but the places of this site lie in {}",
                code.value,
                known.join(", ")
            ),
        ),
        Text::new(
            "核对网站标识码，或核对registry/places.toml中的code",
            "check the identification code, or the codes in registry/places.toml",
        ),
    ))
}

/// `湘ICP备12345678号-1`: newer numbers have ten digits.
fn is_icp(number: &str) -> bool {
    let Some(rest) = after_province(number).and_then(|rest| rest.strip_prefix("ICP备")) else {
        return false;
    };
    let Some((digits, site)) = rest.split_once('号') else { return false };
    let is_site =
        site.is_empty() || site.strip_prefix('-').is_some_and(|site| !site.is_empty() && is_digits(site));
    (8..=10).contains(&digits.len()) && is_digits(digits) && is_site
}

/// `湘公网安备43120002000001号`; a space before the digits is common.
fn is_police(number: &str) -> bool {
    let rest = after_province(number).and_then(|rest| rest.strip_prefix("公网安备"));
    let digits = rest.and_then(|rest| rest.trim_start().strip_suffix('号'));
    digits.is_some_and(|digits| digits.len() == 14 && is_digits(digits))
}

/// Certificates are shown by the registry of domain names of government bodies and public institutions alone.
fn is_certificate(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?']).next());
    host.is_some_and(|host| host == "conac.cn" || host.ends_with(".conac.cn"))
        && address.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>'))
}

fn is_phone(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')');
    (5..=20).contains(&digits) && number.strip_prefix('+').unwrap_or(number).chars().all(allowed)
}

fn is_email(address: &str) -> bool {
    let Some((person, host)) = address.split_once('@') else { return false };
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let is_host = host.contains('.') && host.split('.').all(|label| !label.is_empty());
    !person.is_empty() && is_host && person.chars().chain(host.chars()).all(allowed)
}

fn after_province(number: &str) -> Option<&str> {
    number.strip_prefix(|c| PROVINCES.contains(c))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn bad_form(written: &Located<String>, what: &Text, example: &str) -> Diagnostic {
    Diagnostic::new(
        Code::Registration,
        written.span,
        Text::new(
            format!("“{}”不像{}", written.value, what.zh),
            format!("`{}` does not look like {}", written.value, what.en),
        ),
        Text::new(
            format!("核对后照原样写，如 {example}；没有的就整行删去"),
            format!("check it and write it as issued, such as {example}; delete the line if there is none"),
        ),
    )
}

fn column_type(column: &Column) -> Option<Diagnostic> {
    let kind = &column.kind;
    if kind.value.is_empty() || COLUMN_TYPES.contains(&kind.value.as_str()) {
        return None;
    }
    let near = nearest(&kind.value, COLUMN_TYPES);
    let help = if near.is_empty() {
        Text::new(
            "公报一般用“数据发布”或“工作动态”",
            "bulletins usually have 数据发布 (data) or 工作动态 (news of work)",
        )
    } else {
        did_you_mean(&near)
    };
    let message = Text::new(
        format!("国办发〔2017〕47号没有栏目类别“{}”", kind.value),
        format!("国办发〔2017〕47号 knows no ColumnType `{}`", kind.value),
    );
    Some(Diagnostic::new(Code::ColumnType, kind.span, message, help))
}

/// Columns without a bulletin. A bulletin that could not be read, or that names no known column, may belong to them,
/// so that nothing is said then.
fn empty_columns(content: &Content, found: &mut Diagnostics) {
    let columns = &content.site.columns;
    if content.bulletins.is_empty() || content.unread.is_patchy("bulletins/") {
        return;
    }
    let used: BTreeSet<&str> =
        content.bulletins.iter().map(|bulletin| bulletin.column.value.as_str()).collect();
    if used.iter().any(|name| !columns.iter().any(|column| column.id.value.as_str() == *name)) {
        return;
    }
    let empty: Vec<&Column> =
        columns.iter().filter(|column| !used.contains(column.id.value.as_str())).collect();
    for column in &empty {
        let mut finding = Diagnostic::new(
            Code::EmptyColumn,
            column.id.span,
            Text::new(
                format!("栏目“{}”中没有公报", column.name.zh),
                format!("no bulletin stands in the column `{}`", column.id.value),
            ),
            Text::new("发布公报后再设栏目，或删去它", "add the column with its first bulletin, or delete it"),
        );
        if empty.len() >= EMPTY_COLUMNS {
            finding.severity = Severity::Warning;
        }
        found.push(finding);
    }
}

/// A registered site's bulletins without a time of day: `PubDate` wants hour and minute, and none is invented.
fn times_of_day(content: &Content, found: &mut Diagnostics) {
    if content.site.identity.site_code.is_none() {
        return;
    }
    // A month says that no more is known.
    let is_day = |bulletin: &&Bulletin| matches!(bulletin.released.value, Period::Day(_));
    let without = content.bulletins.iter().filter(|bulletin| bulletin.released_at.is_none()).filter(is_day);
    found.push_all(without.map(|bulletin| {
        Diagnostic::new(
            Code::NoTimeOfDay,
            bulletin.released.span,
            Text::new("发布时间没有时分", "the release has no time of day"),
            Text::new(
                "补上真实的发布时分，如 \"2022-07-07 09:30\"；查不到就不写，不可编造",
                "add the true hour and minute, such as \"2022-07-07 09:30\"; leave it where nobody knows, and invent none",
            ),
        )
    }));
}
