//! Which key was probably meant.

use crate::diagnostic::{did_you_mean, nearest};
use crate::lang::Text;

/// Chinese names that editors give to keys, and the keys that they stand for.
const CHINESE: &[(&str, &[&str])] = &[
    ("中文", &["zh"]),
    ("英文", &["en"]),
    ("名称", &["name"]),
    ("简称", &["short"]),
    ("全称", &["full"]),
    ("标题", &["title"]),
    ("描述", &["description"]),
    ("说明", &["description", "note"]),
    ("定义", &["definition"]),
    ("摘要", &["summary"]),
    ("关键词", &["keywords"]),
    ("单位", &["unit", "agency"]),
    ("类型", &["kind", "type"]),
    ("小数位", &["decimals"]),
    ("来源", &["source"]),
    ("级别", &["level"]),
    ("上级", &["parent"]),
    ("代码", &["code"]),
    ("地区", &["place"]),
    ("地点", &["place", "site"]),
    ("地址", &["address"]),
    ("电话", &["phone"]),
    ("邮箱", &["email"]),
    ("栏目", &["column", "columns"]),
    ("时期", &["period"]),
    ("期间", &["period"]),
    ("报告期", &["period"]),
    ("日期", &["date"]),
    ("发布日期", &["released", "published"]),
    ("发布时间", &["released", "published"]),
    ("下次发布", &["next_release"]),
    ("作者", &["byline"]),
    ("署名", &["byline"]),
    ("状态", &["status"]),
    ("指标", &["indicator", "figures"]),
    ("数值", &["value"]),
    ("值", &["value"]),
    ("同比", &["yoy"]),
    ("环比", &["mom"]),
    ("计划", &["plan"]),
    ("基期", &["base"]),
    ("倍数", &["times"]),
    ("目标", &["targets"]),
    ("备注", &["note"]),
    ("注释", &["note"]),
    ("原文", &["quote"]),
    ("图表", &["charts"]),
    ("图片", &["images"]),
    ("文件", &["file"]),
    ("更正", &["corrections"]),
    ("公告", &["notices"]),
    ("项目", &["projects", "project"]),
    ("投资方", &["investor"]),
    ("投资额", &["investment"]),
    ("总投资", &["investment"]),
    ("到位资金", &["in_place"]),
    ("产能", &["capacity"]),
    ("产业链", &["chain"]),
    ("阶段", &["stages", "stage"]),
    ("职务", &["title"]),
];

/// The keys that a Chinese name stands for; none for a name that is not known.
pub(super) fn ascii_keys(name: &str) -> &'static [&'static str] {
    CHINESE.iter().find(|(chinese, _)| *chinese == name.trim()).map_or(&[], |(_, keys)| keys)
}

/// What to do about a key that nobody knows.
pub(super) fn for_unknown_key(name: &str, known: &[&'static str]) -> Text {
    let meant: Vec<&str> = ascii_keys(name).iter().copied().filter(|key| known.contains(key)).collect();
    let meant = if meant.is_empty() { nearest(name, known.iter().copied()) } else { meant };
    if meant.is_empty() {
        Text::new(format!("此处可用的键：{}", known.join("、")), format!("known here: {}", known.join(", ")))
    } else {
        did_you_mean(&meant)
    }
}

/// What to do about a Chinese key without quotation marks.
pub(super) fn for_chinese_key(name: &str) -> Text {
    match ascii_keys(name) {
        [] => Text::new(
            format!("键名用英文；若确需中文，请加英文引号：\"{name}\""),
            format!("keys are in English; where a Chinese one is really meant, quote it: \"{name}\""),
        ),
        keys => {
            let keys = keys.join(" / ");
            Text::new(format!("键名用英文：{name} 写作 {keys}"), format!("write {keys} for {name}"))
        }
    }
}
