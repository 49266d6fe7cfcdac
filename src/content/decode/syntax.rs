//! Syntax errors, in words that help somebody who has never heard of TOML.

use std::ops::Range;

use super::hint;
use crate::lang::Text;

/// What an error of the parser means, and what to do about it.
pub(super) fn explain(message: &str, text: &str, at: &Range<usize>, line: &Range<usize>) -> (Text, Text) {
    let marked = text.get(at.clone()).unwrap_or_default();
    let line = text.get(line.start..line.end.min(text.len())).unwrap_or_default().trim_end();
    if let Some(explained) = full_width(line) {
        return explained;
    }
    let Some((_, zh, en, help)) = MEANINGS.iter().find(|(start, ..)| message.starts_with(start)) else {
        return (Text::new(format!("TOML语法错误：{message}"), message), GENERAL.text());
    };
    let help = match () {
        _ if message.starts_with("invalid unquoted key") => unquoted_key(marked),
        _ if message.starts_with("string values must be quoted") => unquoted_text(marked),
        _ => help.text(),
    };
    (Text::new(*zh, *en), help)
}

struct Help(&'static str, &'static str);

impl Help {
    fn text(&self) -> Text {
        Text::new(self.0, self.1)
    }
}

const GENERAL: Help = Help(
    "检查这一行及上一行的引号、括号和逗号是否成对、是否为英文标点",
    "look for quotation marks, brackets and commas that do not match on this line and the one before",
);
const PAIRS: Help = Help("引号和括号要成对，都用英文标点", "quotation marks and brackets come in pairs");
const NUMBERS: Help = Help(
    "带单位或百分号的数要加引号，如 \"67%\"；数字不以0开头",
    "quote a number that has a unit or a sign: \"67%\"; no number begins with 0",
);

/// How the parser's messages begin, what they mean, and what to do.
const MEANINGS: &[(&str, &str, &str, Help)] = &[
    (
        "invalid unquoted key",
        "键名含有不允许的字符",
        "a bare key may only have letters, digits, `-` and `_`",
        GENERAL,
    ),
    ("string values must be quoted", "文字没有加引号", "a text without quotation marks", GENERAL),
    (
        "duplicate key",
        "同一个键写了两次",
        "a key stands twice",
        Help("同一处只能写一次，请合并或删去一个", "it may stand here once only: join the two or delete one"),
    ),
    (
        "key with no value",
        "键后面缺少等号",
        "a key without `=`",
        Help("每行写作：键 = 值；注释以 # 开头", "write: key = value; a comment begins with #"),
    ),
    (
        "unexpected key or value",
        "值后面有多余的内容",
        "something follows the value",
        Help(
            "数字不加千位分隔逗号；带单位的数加引号，如 \"1234个\"",
            "write numbers without commas, and quote a number that has a unit: \"1234个\"",
        ),
    ),
    (
        "missing comma",
        "两项之间缺少逗号",
        "a comma is missing between two items",
        Help("补上英文逗号 ,", "add a comma"),
    ),
    (
        "unclosed table",
        "表名后面缺少 ]",
        "the name of a table without its ]",
        Help("写作 [名称]", "write [name]"),
    ),
    (
        "unclosed array table",
        "表名后面缺少 ]]",
        "the name of a table without its ]]",
        Help("写作 [[名称]]", "write [[name]]"),
    ),
    ("unclosed inline table", "花括号没有成对", "a { without its }", PAIRS),
    ("unclosed array", "方括号没有成对", "a [ without its ]", PAIRS),
    ("invalid basic string", "引号没有成对", "a quotation mark without its pair", PAIRS),
    ("invalid literal string", "引号没有成对", "a quotation mark without its pair", PAIRS),
    ("invalid multi-line", "三引号没有成对", "three quotation marks without their pair", PAIRS),
    (
        "missing escaped value",
        "反斜杠后面的字符不对",
        "a backslash before a character that it does not go with",
        Help("反斜杠本身写作 \\\\", "write \\\\ for a backslash"),
    ),
    ("invalid float", "数字写法不对", "not a number", NUMBERS),
    ("invalid integer", "数字写法不对", "not a number", NUMBERS),
    ("unexpected leading zero", "数字以0开头", "a number that begins with 0", NUMBERS),
    (
        "invalid date-time",
        "日期写法不对",
        "not a date",
        Help("日期加引号，写作 \"2022-07-07\"", "write dates in quotation marks: \"2022-07-07\""),
    ),
    (
        "invalid boolean",
        "应为小写的 true 或 false",
        "not true or false in lower case",
        Help("写作 true 或 false；文字要加引号", "write true or false; quote a text"),
    ),
    ("cannot recurse further", "括号嵌套太深", "brackets within brackets, too deep", PAIRS),
    ("recursion limit", "嵌套太深", "nested too deep", Help("减少键名中的点", "write fewer dots in the key")),
];

/// Full-width punctuation that a Chinese keyboard puts where TOML wants ASCII.
fn full_width(line: &str) -> Option<(Text, Text)> {
    let outside_quotes: String =
        line.split('"').step_by(2).map(|part| part.split('#').next().unwrap_or_default()).collect();
    let (wide, ascii) =
        [('“', '"'), ('”', '"'), ('＝', '='), ('，', ','), ('｛', '{'), ('【', '['), ('：', '=')]
            .into_iter()
            .find(|(wide, _)| outside_quotes.contains(*wide))?;
    Some((
        Text::new(format!("用了全角标点 {wide}"), format!("the full-width character {wide}")),
        Text::new(format!("改用英文标点 {ascii}"), format!("write {ascii} instead")),
    ))
}

fn unquoted_key(key: &str) -> Text {
    if key == ":" {
        return Text::new("冒号改为等号 =", "write = instead of :");
    }
    if !key.is_ascii() {
        return hint::for_chinese_key(key);
    }
    Text::new(format!("加上引号：\"{key}\""), format!("quote it: \"{key}\""))
}

fn unquoted_text(value: &str) -> Text {
    if value.is_empty() || value.contains(['"', '\'', '\n']) {
        return Text::new("等号后面写上值；文字加英文引号", "write a value after `=`; quote a text");
    }
    Text::new(format!("加上引号：\"{value}\""), format!("quote it: \"{value}\""))
}
