//! site.toml.

use super::{Id, Located};
use crate::diagnostic::{Code, Severity};
use crate::lang::{Both, Lang, Text};

/// The site's identity.
#[derive(Debug)]
pub struct SiteConfig {
    /// Where the site is published, without a trailing slash: `https://invest.example.gov.cn`.
    pub base_url: Located<String>,
    /// The edition that the root page puts first.
    pub default_language: Lang,
    /// The site's name.
    pub name: Text,
    /// What the site is, in a sentence.
    pub description: Text,
    /// Who publishes it.
    pub agency: Agency,
    /// Its registrations.
    pub identity: Identity,
    /// Its columns, in order; at least one.
    pub columns: Vec<Column>,
    /// Its look.
    pub theme: Theme,
    /// How grave the findings of some rules are on this site.
    pub checks: Vec<RuleLevel>,
    /// On what terms the data may be used; nothing is claimed without it.
    pub licence: Option<Licence>,
    /// The banner of pages that carry invented data.
    pub demonstration: Option<Text>,
}

/// The body that publishes a site.
#[derive(Debug)]
pub struct Agency {
    /// Its name.
    pub name: Text,
    /// Its postal address.
    pub address: Option<Text>,
    /// Its telephone number.
    pub phone: Option<Located<String>>,
    /// Its mail address.
    pub email: Option<Located<String>>,
}

/// The terms on which data may be used.
#[derive(Debug)]
pub struct Licence {
    /// Its name.
    pub name: Text,
    /// Where its text stands.
    pub url: Located<String>,
}

/// The registrations that a government site shows.
#[derive(Default, Debug)]
pub struct Identity {
    /// 网站标识码.
    pub site_code: Option<Located<String>>,
    /// ICP备案号.
    pub icp: Option<Located<String>>,
    /// 公安备案号.
    pub police: Option<Located<String>>,
    /// 党政机关网站标识: the address of the site's certificate at the registry of government domain names.
    pub certificate: Option<Located<String>>,
}

/// A column of the site.
#[derive(Debug)]
pub struct Column {
    /// Its id.
    pub id: Located<Id>,
    /// Its name.
    pub name: Text,
    /// ColumnType of 国办发〔2017〕47号, such as 数据发布.
    pub kind: Located<String>,
    /// What it carries.
    pub description: Text,
    /// Words for it.
    pub keywords: Both<Vec<String>>,
}

/// How grave the findings of one rule are.
#[derive(Clone, Copy, Debug)]
pub struct RuleLevel {
    /// The rule.
    pub code: Code,
    /// What its findings count as; `None` turns it off.
    pub severity: Option<Severity>,
}

/// The site's look.
#[derive(Debug)]
pub struct Theme {
    /// The institutional colour, `#rrggbb`.
    pub accent: Option<Located<String>>,
}
