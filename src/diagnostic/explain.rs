//! The whole story of a code: what the rule wants and why, with an example of wrong and right.

use std::fmt::Write as _;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use super::Code;
use super::text::severity_name;
use crate::lang::{Lang, Text};

static STORIES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/diagnostic/explain");

/// The story of one code, as its file tells it.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
struct Story {
    code: String,
    wants: Text,
    why: Text,
    wrong: Text,
    right: Text,
    mend: Text,
    blind: Text,
}

/// The story of a code for readers of `lang`; an example that only the other language can show is shown in that.
pub fn explain(code: Code, lang: Lang) -> String {
    let mut told = format!("{} {}\n", code.name(), code.title().get(lang));
    let level = severity_name(code.severity());
    let _ = writeln!(told, "{}", level.get(lang));
    let Some(story) = story(code) else { return told };
    let heads = match lang {
        Lang::Zh => ["要求", "原因", "错误示例", "正确示例", "如何修改", "查不出的情形"],
        Lang::En => ["What it wants", "Why", "Wrong", "Right", "How to mend it", "What it does not see"],
    };
    let parts = [&story.wants, &story.why, &story.wrong, &story.right, &story.mend, &story.blind];
    for (head, part) in heads.into_iter().zip(parts) {
        let text = [part.get(lang), part.get(lang.other())].into_iter().find(|text| !text.trim().is_empty());
        if let Some(text) = text {
            let _ = write!(told, "\n{head}\n{}\n", indented(text.trim_matches('\n')));
        }
    }
    told
}

/// What a rule wants, in one sentence or two.
pub(super) fn wants(code: Code, lang: Lang) -> Option<String> {
    story(code).map(|story| story.wants.get(lang).trim().to_owned())
}

fn story(code: Code) -> Option<Story> {
    let file = STORIES.get_file(format!("{}.toml", code.name()))?;
    toml::from_str(file.contents_utf8()?).ok().filter(|story: &Story| story.code == code.name())
}

fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| if line.is_empty() { String::new() } else { format!("  {line}") });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_story_in_both_languages() {
        for &code in Code::ALL {
            let story =
                story(code).unwrap_or_else(|| panic!("{code} has no story, or one that cannot be read"));
            for lang in Lang::BOTH {
                for text in [&story.wants, &story.why, &story.mend] {
                    assert!(!text.get(lang).trim().is_empty(), "{code} says nothing in {lang:?}");
                }
                assert!(explain(code, lang).lines().count() > 8, "{code}");
            }
        }
    }
}
