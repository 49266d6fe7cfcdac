//! Content and a theme as they are handed in: read and checked, before they become a site.

use std::path::Path;

use super::{Site, Theme};
use crate::check::{self, Settled};
use crate::content::{self, Content, Loaded};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// Content and a theme, and what is wrong with them.
pub struct Manuscript {
    content: Content,
    /// The embedded theme where that of a folder cannot be used, so that the content is looked through in any case.
    theme: Theme,
    findings: Diagnostics,
    silenced: Vec<(Diagnostic, String)>,
}

impl Manuscript {
    /// Reads a content folder, and a theme folder where there is one, and holds the content against every rule.
    pub fn read(content: &Path, theme: Option<&Path>) -> Self {
        Manuscript::checked(content, theme, check::run)
    }

    /// The same for a draft, with the narratives not held against their figures and each other: that takes as long
    /// as half of a build.
    pub fn draft(content: &Path, theme: Option<&Path>) -> Self {
        Manuscript::checked(content, theme, check::figures)
    }

    fn checked(content: &Path, theme: Option<&Path>, rules: fn(&Content) -> Diagnostics) -> Self {
        let Loaded { content, diagnostics: mut findings } = content::load(content);
        findings.extend(rules(&content));
        let theme = Theme::load(theme).unwrap_or_else(|found| {
            findings.extend(found);
            Theme::embedded()
        });
        let Settled { open: findings, silenced } = check::settle(findings, &content);
        Manuscript { content, theme, findings, silenced }
    }

    /// The content.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// Plans the site, and says everything that is wrong or doubtful but for what only rendering finds. With a veto
    /// among it, the site may be looked at and not be published.
    pub fn plan(&self, base_url: Option<&str>) -> (Site<'_>, Diagnostics) {
        let mut findings = self.findings.clone();
        let (site, found) = Site::plan(&self.content, &self.theme, base_url);
        findings.extend(found);
        (site, findings)
    }

    /// Everything that is wrong or doubtful: in the files, between them, and in what is rendered of them.
    pub fn check(&self, base_url: Option<&str>) -> Settled {
        let (site, mut open) = self.plan(base_url);
        let rendered = check::settle(site.check(), &self.content);
        open.extend(rendered.open);
        let silenced = self.silenced.iter().cloned().chain(rendered.silenced).collect();
        Settled { open, silenced }
    }
}
