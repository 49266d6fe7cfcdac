//! site.toml.

use crate::content::decode::{Fields, Table, rule};
use crate::content::{Agency, Column, Identity, Licence, RuleLevel, SiteConfig, Theme};
use crate::diagnostic::Severity;
use crate::lang::{Lang, Text};

/// Reads the site's identity; what is wrong or missing has been reported and is empty, so that the rest of the
/// content can be read all the same.
pub(super) fn read(fields: &mut Fields<'_>) -> SiteConfig {
    SiteConfig {
        base_url: fields.required("base_url").unwrap_or_else(|| fields.file_start(String::new())),
        default_language: fields.optional("default_language").unwrap_or(Lang::Zh),
        name: fields.text("name"),
        description: fields.text("description"),
        agency: fields.required_table("agency").unwrap_or_else(nobody),
        identity: fields.table("identity").unwrap_or_default(),
        columns: fields.required_tables("columns"),
        theme: fields.table("theme").unwrap_or(Theme { accent: None }),
        checks: fields.value("checks").and_then(|checks| checks.table(read_checks)).unwrap_or_default(),
        licence: fields.table("licence"),
        demonstration: fields.table("demonstration").map(|Demonstration { text }| text),
    }
}

/// `N4 = "off"`: a level for each rule that the site sets otherwise.
fn read_checks(fields: &mut Fields<'_>) -> Option<Vec<RuleLevel>> {
    Some(fields.cells(|key, value| {
        let code = match rule(key.value) {
            Ok(code) => code,
            Err((message, help)) => return value.bad_key(key.span, message, help),
        };
        let levels = [
            ("off", None),
            ("advice", Some(Severity::Advice)),
            ("warning", Some(Severity::Warning)),
            ("veto", Some(Severity::Veto)),
        ];
        let severity = value.choice(&Text::new("规则的级别", "a level of a rule"), &levels)?;
        Some(RuleLevel { code, severity })
    }))
}

fn nobody() -> Agency {
    Agency { name: Text::default(), address: None, phone: None, email: None }
}

impl Table for Agency {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Agency {
            name: fields.text("name"),
            address: fields.optional("address"),
            phone: fields.optional("phone"),
            email: fields.optional("email"),
        })
    }
}

impl Table for Identity {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Identity {
            site_code: fields.optional("site_code"),
            icp: fields.optional("icp"),
            police: fields.optional("police"),
            certificate: fields.optional("certificate"),
        })
    }
}

impl Table for Licence {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (name, url) = (fields.text("name"), fields.required("url"));
        Some(Licence { name, url: url? })
    }
}

impl Table for Column {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let id = fields.required("id");
        let kind = fields.required("type");
        let (name, description) = (fields.text("name"), fields.text("description"));
        let keywords = fields.required("keywords").unwrap_or_default();
        let kind = kind.unwrap_or_else(|| fields.file_start(String::new()));
        Some(Column { id: id?, name, kind, description, keywords })
    }
}

impl Table for Theme {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Theme { accent: fields.optional("accent") })
    }
}

struct Demonstration {
    text: Text,
}

impl Table for Demonstration {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Demonstration { text: fields.text("text") })
    }
}
