//! What a site or an editor has said about findings: levels set in site.toml, and lines silenced with a reason.

use std::collections::HashMap;

use crate::content::{Content, Silence};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location, Severity, Sources};

/// Findings as they count on this site.
#[derive(Debug)]
pub struct Settled {
    /// Those that count, at the level that the site gives them.
    pub open: Diagnostics,
    /// Those that an editor has silenced, with the reason.
    pub silenced: Vec<(Diagnostic, String)>,
}

/// Sets the levels of site.toml and takes out what bulletins silence.
///
/// What keeps content from being read or rendered cannot be set or silenced: only rules of the catalogue of
/// checks can.
pub fn settle(findings: Diagnostics, content: &Content) -> Settled {
    let levels: HashMap<Code, Option<Severity>> =
        content.site.checks.iter().map(|level| (level.code, level.severity)).collect();
    let mut settled = Settled { open: Diagnostics::default(), silenced: Vec::new() };
    for mut finding in findings {
        if finding.code.is_judgement() {
            if let Some(silence) = silence_of(&finding, content) {
                settled.silenced.push((finding, silence.reason.clone()));
                continue;
            }
            match levels.get(&finding.code) {
                Some(None) => continue,
                Some(Some(severity)) => finding.severity = *severity,
                None => {}
            }
        }
        settled.open.push(finding);
    }
    settled
}

fn silence_of<'c>(finding: &Diagnostic, content: &'c Content) -> Option<&'c Silence> {
    let Location::Span(span) = finding.at else { return None };
    let sources: &Sources = &content.sources;
    let (folder, file) = sources.path(span.source).rsplit_once('/')?;
    let key = folder.strip_prefix("bulletins/")?;
    let bulletin = content.bulletins.iter().find(|bulletin| bulletin.key() == key)?;
    bulletin.silences.iter().find(|silence| {
        silence.code.value == finding.code
            && silence.file.as_ref().is_none_or(|named| named == file)
            && sources.line(span.source, span.start).contains(silence.text.value.as_str())
    })
}
