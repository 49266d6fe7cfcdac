//! What stands between double braces.

use std::ops::Range;

use super::report::Problem;
use crate::content::Id;
use crate::diagnostic::{did_you_mean, nearest};
use crate::lang::Text;

/// A directive and where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Directive {
    /// What it asks for.
    pub kind: DirectiveKind,
    /// The bytes of the narrative from the first brace to the last.
    pub span: Range<usize>,
}

/// What a directive asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DirectiveKind {
    /// `{{ signed_investment.by_place.nanhu }}`: a figure, or something about it.
    Figure {
        /// The figure.
        id: Id,
        /// The parts after its id; empty for the value itself.
        path: Vec<String>,
    },
    /// `{{ chart signings }}`
    Chart {
        /// A chart of the bulletin.
        id: Id,
    },
    /// `{{ table signings }}`
    Table {
        /// A chart or a figure of the bulletin.
        id: Id,
    },
    /// `{{ projects stage=started chain=petrochemicals place=huzhou }}`
    Projects {
        /// Which of the bulletin's projects.
        filter: ProjectFilter,
    },
    /// `{{ key-points }}`
    KeyPoints,
    /// `{{ image meeting }}`
    Image {
        /// A picture of the bulletin.
        id: Id,
    },
    /// `{{ name geely-nev }}`
    ProjectName {
        /// A project of the register.
        id: Id,
    },
    /// `{{ bulletin 2022/huaihua-h1 }}`
    Bulletin {
        /// The bulletin, by year and id.
        key: String,
    },
    /// `{{ person li_chunqiu }}`
    Person {
        /// A person of the register.
        id: Id,
    },
}

/// A part of a bulletin's projects: those that agree with everything that is said.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct ProjectFilter {
    /// The stage that they have reached.
    pub stage: Option<Id>,
    /// Their industry chain.
    pub chain: Option<Id>,
    /// Their place.
    pub place: Option<Id>,
}

impl DirectiveKind {
    /// Whether it stands in a paragraph of its own.
    pub fn is_block(&self) -> bool {
        use DirectiveKind::{Chart, Image, KeyPoints, Projects, Table};
        matches!(self, Chart { .. } | Table { .. } | Projects { .. } | KeyPoints | Image { .. })
    }

    /// Whether it prints a link, so that a link's text can only hold its plain words.
    pub fn is_link(&self) -> bool {
        matches!(self, DirectiveKind::ProjectName { .. } | DirectiveKind::Bulletin { .. })
    }
}

/// The words that begin a directive; anything else is a figure.
const WORDS: [&str; 8] = ["chart", "table", "projects", "key-points", "image", "name", "bulletin", "person"];
const FILTERS: [&str; 3] = ["stage", "chain", "place"];

/// Reads what stands between the braces.
pub(super) fn parse(body: &str) -> Result<DirectiveKind, Problem> {
    check_characters(body)?;
    let mut words = body.split_whitespace();
    let Some(first) = words.next() else { return Err(empty()) };
    let rest: Vec<&str> = words.collect();
    Ok(match first {
        "chart" => DirectiveKind::Chart { id: one_id(first, &rest, "signings")? },
        "table" => DirectiveKind::Table { id: one_id(first, &rest, "signings")? },
        "image" => DirectiveKind::Image { id: one_id(first, &rest, "meeting")? },
        "name" => DirectiveKind::ProjectName { id: one_id(first, &rest, "geely-nev")? },
        "person" => DirectiveKind::Person { id: one_id(first, &rest, "li_chunqiu")? },
        "bulletin" => {
            DirectiveKind::Bulletin { key: bulletin_key(one_word(first, &rest, "2022/huaihua-h1")?)? }
        }
        "projects" => DirectiveKind::Projects { filter: filter(&rest)? },
        "key-points" if rest.is_empty() => DirectiveKind::KeyPoints,
        "key-points" => return Err(too_many(first, "key-points")),
        "key_points" | "keypoints" => return Err(unknown(first)),
        _ if rest.is_empty() => figure(first)?,
        _ => return Err(unknown(first)),
    })
}

/// Full-width forms look right in an editor's window and are wrong.
fn check_characters(body: &str) -> Result<(), Problem> {
    if body.contains(['\u{3000}', '\u{A0}']) {
        return Err(Problem {
            message: Text::new(
                "指令中有全角空格或不间断空格",
                "a directive contains an ideographic or no-break space",
            ),
            help: Text::new(
                "切换到英文输入法，用普通空格重新输入",
                "type an ordinary space with the input method set to English",
            ),
        });
    }
    let Some(wide) = body.chars().find(|c| matches!(c, '\u{FF01}'..='\u{FF5E}')) else { return Ok(()) };
    let narrow = u32::from(wide).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(wide);
    Err(Problem {
        message: Text::new(
            format!("指令中有全角字符“{wide}”"),
            format!("a directive contains the full-width character `{wide}`"),
        ),
        help: Text::new(format!("改用半角字符“{narrow}”"), format!("use the half-width `{narrow}`")),
    })
}

fn figure(word: &str) -> Result<DirectiveKind, Problem> {
    let mut parts = word.split('.');
    let id = id(parts.next().unwrap_or_default())?;
    let path: Vec<String> = parts.map(str::to_owned).collect();
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '/' | ':');
    if path.iter().all(|part| !part.is_empty() && part.chars().all(fits)) {
        return Ok(DirectiveKind::Figure { id, path });
    }
    Err(Problem {
        message: Text::new(
            format!("无法理解“{word}”中圆点后的部分"),
            format!("what follows the full stop in `{word}` cannot be understood"),
        ),
        help: Text::new(
            format!("写法如 {{{{ {id}.yoy }}}} 或 {{{{ {id}.by_place.nanhu }}}}"),
            format!("write for example {{{{ {id}.yoy }}}} or {{{{ {id}.by_place.nanhu }}}}"),
        ),
    })
}

fn id(word: &str) -> Result<Id, Problem> {
    Id::new(word).ok_or_else(|| Problem {
        message: Text::new(format!("“{word}”不是标识"), format!("`{word}` is not an id")),
        help: Text::new(
            "标识由小写字母、数字、_ 和 - 组成，如 signed_investment；指标的标识见 metrics.toml",
            "ids are made of lower-case letters, digits, _ and -, such as signed_investment; figures have theirs \
             in metrics.toml",
        ),
    })
}

fn one_id(word: &str, rest: &[&str], example: &str) -> Result<Id, Problem> {
    id(one_word(word, rest, example)?)
}

fn one_word<'a>(word: &str, rest: &[&'a str], example: &str) -> Result<&'a str, Problem> {
    match rest {
        [one] => Ok(one),
        [] => Err(Problem {
            message: Text::new(format!("“{word}”后缺少名称"), format!("`{word}` does not say which")),
            help: write_like(&format!("{word} {example}")),
        }),
        _ => Err(too_many(word, &format!("{word} {example}"))),
    }
}

fn bulletin_key(word: &str) -> Result<String, Problem> {
    let key = word.split_once('/').filter(|(year, name)| is_year(year) && Id::new(name).is_some());
    key.map(|_| word.to_owned()).ok_or_else(|| Problem {
        message: Text::new(format!("“{word}”不是公报"), format!("`{word}` does not name a bulletin")),
        help: Text::new(
            "公报写作“年份/文件夹名”，如 2022/huaihua-h1",
            "a bulletin is named by its year and folder, such as 2022/huaihua-h1",
        ),
    })
}

/// Whether a word is a year of four digits.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn filter(words: &[&str]) -> Result<ProjectFilter, Problem> {
    let mut filter = ProjectFilter::default();
    for word in words {
        let (name, value) = word.split_once('=').ok_or_else(|| not_a_filter(word))?;
        let slot = match name {
            "stage" => &mut filter.stage,
            "chain" => &mut filter.chain,
            "place" => &mut filter.place,
            _ => return Err(unknown_filter(name)),
        };
        if slot.replace(id(value)?).is_some() {
            return Err(Problem {
                message: Text::new(format!("“{name}”写了两次"), format!("`{name}` is said twice")),
                help: Text::new("只留一个", "keep one of them"),
            });
        }
    }
    Ok(filter)
}

fn not_a_filter(word: &str) -> Problem {
    Problem {
        message: Text::new(format!("“{word}”不是筛选条件"), format!("`{word}` is not a filter")),
        help: Text::new(
            "筛选条件写作 stage=started，等号两边不留空格",
            "write a filter as stage=started, without spaces around the sign",
        ),
    }
}

fn unknown_filter(name: &str) -> Problem {
    let near = nearest(name, FILTERS);
    Problem {
        message: Text::new(format!("没有名为“{name}”的筛选条件"), format!("there is no filter `{name}`")),
        help: if near.is_empty() {
            Text::new(
                format!("可用的有：{}", FILTERS.join("、")),
                format!("there are: {}", FILTERS.join(", ")),
            )
        } else {
            did_you_mean(&near)
        },
    }
}

fn unknown(word: &str) -> Problem {
    let near = nearest(word, WORDS);
    let help = if near.is_empty() {
        Text::new(
            format!("指令以{}之一开头；指标只写标识，如 {{{{ signed_investment }}}}", WORDS.join("、")),
            format!(
                "directives begin with {}; a figure is its id alone, such as {{{{ signed_investment }}}}",
                WORDS.join(", ")
            ),
        )
    } else {
        did_you_mean(&near)
    };
    Problem {
        message: Text::new(format!("没有名为“{word}”的指令"), format!("there is no directive `{word}`")),
        help,
    }
}

fn too_many(word: &str, example: &str) -> Problem {
    Problem {
        message: Text::new(format!("“{word}”后内容过多"), format!("`{word}` is followed by too much")),
        help: write_like(example),
    }
}

fn empty() -> Problem {
    Problem {
        message: Text::new("指令是空的", "a directive is empty"),
        help: Text::new(
            r"写上指标的标识，如 {{ signed_investment }}；要印出花括号本身，写作 \{{",
            r"name a figure, such as {{ signed_investment }}; to print the braces themselves write \{{",
        ),
    }
}

fn write_like(example: &str) -> Text {
    Text::new(format!("写法如 {{{{ {example} }}}}"), format!("write for example {{{{ {example} }}}}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    #[test]
    fn every_form_is_read() {
        use DirectiveKind::*;
        let path = |parts: &[&str]| parts.iter().map(ToString::to_string).collect();
        let some = ProjectFilter { stage: Some(id("started")), chain: Some(id("x")), place: Some(id("y")) };
        let cases = [
            (" signed_investment ", Figure { id: id("signed_investment"), path: vec![] }),
            ("a.yoy", Figure { id: id("a"), path: path(&["yoy"]) }),
            ("a.by_month.2022-01", Figure { id: id("a"), path: path(&["by_month", "2022-01"]) }),
            ("a.by_period.plan:13", Figure { id: id("a"), path: path(&["by_period", "plan:13"]) }),
            (" chart signings ", Chart { id: id("signings") }),
            ("table\tsignings", Table { id: id("signings") }),
            ("projects", Projects { filter: ProjectFilter::default() }),
            ("projects stage=started chain=x place=y", Projects { filter: some }),
            ("key-points", KeyPoints),
            ("image meeting", Image { id: id("meeting") }),
            ("name geely-nev", ProjectName { id: id("geely-nev") }),
            ("bulletin 2022/huaihua-h1", Bulletin { key: "2022/huaihua-h1".into() }),
            ("person li_chunqiu", Person { id: id("li_chunqiu") }),
        ];
        for (body, expected) in cases {
            assert_eq!(parse(body).map_err(|problem| problem.message.en), Ok(expected), "{body}");
        }
    }

    #[test]
    fn every_mistake_is_explained() {
        let cases = [
            ("", "a directive is empty", "name a figure"),
            ("  ", "a directive is empty", "name a figure"),
            ("chrat signings", "there is no directive `chrat`", "did you mean `chart`?"),
            ("frobnicate x", "there is no directive `frobnicate`", "directives begin with chart, table"),
            ("key_points", "there is no directive `key_points`", "did you mean `key-points`?"),
            ("chart", "`chart` does not say which", "{{ chart signings }}"),
            ("chart a b", "`chart` is followed by too much", "{{ chart signings }}"),
            ("key-points all", "`key-points` is followed by too much", "{{ key-points }}"),
            ("Signed", "`Signed` is not an id", "lower-case"),
            ("签约投资", "`签约投资` is not an id", "metrics.toml"),
            ("a..yoy", "what follows the full stop in `a..yoy`", "{{ a.yoy }}"),
            ("a.同比", "what follows the full stop in `a.同比`", "{{ a.yoy }}"),
            ("bulletin huaihua", "`huaihua` does not name a bulletin", "2022/huaihua-h1"),
            ("projects stage = started", "`stage` is not a filter", "without spaces"),
            ("projects satge=started", "there is no filter `satge`", "did you mean `stage`?"),
            ("projects stage=a stage=b", "`stage` is said twice", "keep one"),
            ("\u{3000}a", "a directive contains an ideographic", "ordinary space"),
            ("projects stage＝a", "a directive contains the full-width character `＝`", "half-width `=`"),
        ];
        for (body, message, help) in cases {
            let problem = parse(body).unwrap_err();
            assert!(problem.message.en.starts_with(message), "{body}: {}", problem.message.en);
            assert!(problem.help.en.contains(help), "{body}: {}", problem.help.en);
            assert!(!problem.message.zh.is_empty() && !problem.help.zh.is_empty());
        }
    }
}
