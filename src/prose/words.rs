//! The vocabulary of running text, as far as [`crate::figure`] does not know it.

use crate::figure::Qualifier;
use crate::prose::Relation;

/// Qualifiers before an amount that only running text uses. "Less than" and 不足 are taken for at most.
pub(super) const QUALIFIERS: &[(&str, Qualifier)] = &[
    ("突破", Qualifier::Over),
    ("大于", Qualifier::Over),
    ("不足", Qualifier::AtMost),
    ("不到", Qualifier::AtMost),
    ("小于", Qualifier::AtMost),
    ("低于", Qualifier::AtMost),
    ("exceeds", Qualifier::Over),
    ("exceeded", Qualifier::Over),
    ("in excess of", Qualifier::Over),
    ("well over", Qualifier::Over),
    ("just over", Qualifier::Over),
    ("greater than", Qualifier::Over),
    ("some", Qualifier::About),
    ("an estimated", Qualifier::About),
    ("just under", Qualifier::Nearly),
    ("a minimum of", Qualifier::AtLeast),
    ("less than", Qualifier::AtMost),
    ("fewer than", Qualifier::AtMost),
    ("below", Qualifier::AtMost),
];

/// Qualifiers that need no number: 超亿元, 上千万元, 过百亿元.
pub(super) const ROUND_QUALIFIERS: &[(&str, Qualifier)] = &[
    ("超", Qualifier::Over),
    ("超过", Qualifier::Over),
    ("逾", Qualifier::Over),
    ("过", Qualifier::Over),
    ("上", Qualifier::Over),
    ("突破", Qualifier::Over),
    ("近", Qualifier::Nearly),
    ("约", Qualifier::About),
    ("不足", Qualifier::AtMost),
];

/// What makes another word of a qualifier: 签约 is no 约, nor is 商超 a 超.
pub(super) const NO_QUALIFIERS: &[(char, &str)] =
    &[('约', "签合条契节集违特预邀履立公毁续"), ('超', "赶反高商"), ('近', "最附临靠贴亲邻新")];

/// What may follow an amount and says how exact it is.
pub(super) const SUFFIXES: &[(&str, Qualifier)] =
    &[(" or so", Qualifier::About), (" odd", Qualifier::Over), ("+", Qualifier::Over)];

/// What makes an amount a threshold; true for that much or more.
pub(super) const THRESHOLDS: &[(&str, bool)] = &[
    ("以上", true),
    ("及以上", true),
    ("（含）以上", true),
    ("及其以上", true),
    ("以下", false),
    ("及以下", false),
    ("（含）以下", false),
    ("以内", false),
    ("or more", true),
    ("or above", true),
    ("or over", true),
    ("or higher", true),
    ("and above", true),
    ("and over", true),
    ("and more", true),
    ("or less", false),
    ("or fewer", false),
    ("or below", false),
    ("or under", false),
    ("and below", false),
    ("and under", false),
];

/// Round sums without a number, and their power of ten.
pub(super) const ROUND: &[(&str, u8)] = &[
    ("百", 2),
    ("千", 3),
    ("万", 4),
    ("百万", 6),
    ("千万", 7),
    ("亿", 8),
    ("百亿", 10),
    ("千亿", 11),
    ("万亿", 12),
];

/// What follows a round sum that is a threshold without 以上: 亿元项目, 百亿元级产业.
pub(super) const ROUND_THRESHOLDS: &[(&str, ())] =
    &[("级", ()), ("项目", ()), ("大项目", ()), ("重大项目", ()), ("工程", ()), ("企业", ()), ("产业", ())];

/// Units that figures do not have, and their one name.
pub(super) const FOREIGN: &[(&str, &str)] = &[
    ("英亩", "英亩"),
    ("acre", "英亩"),
    ("acres", "英亩"),
    ("人次", "人次"),
    ("person times", "人次"),
    ("家次", "家次"),
    ("场次", "场次"),
    ("批次", "批次"),
    ("小时", "小时"),
    ("hour", "小时"),
    ("hours", "小时"),
    ("分钟", "分钟"),
    ("minute", "分钟"),
    ("minutes", "分钟"),
    ("周", "周"),
    ("week", "周"),
    ("weeks", "周"),
    ("岁", "岁"),
    ("港元", "港元"),
    ("港币", "港元"),
    ("Hong Kong dollars", "港元"),
    ("HKD", "港元"),
    ("欧元", "欧元"),
    ("euro", "欧元"),
    ("euros", "欧元"),
    ("日元", "日元"),
    ("yen", "日元"),
    ("英镑", "英镑"),
    ("立方米", "立方米"),
    ("cubic metres", "立方米"),
    ("cubic meters", "立方米"),
    ("m³", "立方米"),
    ("公斤", "公斤"),
    ("千克", "公斤"),
    ("kg", "公斤"),
    ("kilograms", "公斤"),
    ("标箱", "标箱"),
    ("标准箱", "标箱"),
    ("TEU", "标箱"),
    ("TEUs", "标箱"),
    ("兆瓦", "兆瓦"),
    ("MW", "兆瓦"),
    ("megawatt", "兆瓦"),
    ("megawatts", "兆瓦"),
    ("吉瓦", "吉瓦"),
    ("GW", "吉瓦"),
    ("gigawatts", "吉瓦"),
    ("兆瓦时", "兆瓦时"),
    ("MWh", "兆瓦时"),
    ("megawatt hours", "兆瓦时"),
    ("吉瓦时", "吉瓦时"),
    ("GWh", "吉瓦时"),
    ("gigawatt hours", "吉瓦时"),
    ("度电", "千瓦时"),
    ("mm", "毫米"),
    ("毫米", "毫米"),
    ("海里", "海里"),
    ("nautical miles", "海里"),
    ("英里", "英里"),
    ("miles", "英里"),
    ("square feet", "平方英尺"),
    ("平方英尺", "平方英尺"),
];

/// Currencies before an amount that figures do not have.
pub(super) const FOREIGN_CURRENCIES: &[(&str, &str)] =
    &[("HK$", "港元"), ("HKD", "港元"), ("€", "欧元"), ("EUR", "欧元"), ("£", "英镑")];

/// Measure words that figures do not have; what they count is a count.
pub(super) const MEASURE_WORDS: &[char] = &[
    '类', '种', '位', '张', '块', '处', '栋', '幢', '间', '艘', '架', '把', '片', '组', '款', '篇', '股',
    '道', '只', '层', '笔',
];

/// Words right before an amount that tell what it is to something else: 增长, rose by.
pub(super) const CHANGES_BEFORE: &[(&str, Relation)] = &[
    ("增长", Relation::Grew),
    ("增加", Relation::Grew),
    ("上升", Relation::Grew),
    ("提高", Relation::Grew),
    ("提升", Relation::Grew),
    ("上涨", Relation::Grew),
    ("扩大", Relation::Grew),
    ("回升", Relation::Grew),
    ("同比增", Relation::Grew),
    ("环比增", Relation::Grew),
    ("增速", Relation::Grew),
    ("增幅", Relation::Grew),
    ("涨幅", Relation::Grew),
    ("高出", Relation::Grew),
    ("多出", Relation::Grew),
    ("翻", Relation::Grew),
    ("下降", Relation::Fell),
    ("减少", Relation::Fell),
    ("降低", Relation::Fell),
    ("回落", Relation::Fell),
    ("下滑", Relation::Fell),
    ("下跌", Relation::Fell),
    ("缩小", Relation::Fell),
    ("收窄", Relation::Fell),
    ("压减", Relation::Fell),
    ("压缩", Relation::Fell),
    ("同比降", Relation::Fell),
    ("同比减", Relation::Fell),
    ("降幅", Relation::Fell),
    ("跌幅", Relation::Fell),
    ("up", Relation::Grew),
    ("rise", Relation::Grew),
    ("rises", Relation::Grew),
    ("rose", Relation::Grew),
    ("risen", Relation::Grew),
    ("rising", Relation::Grew),
    ("grow", Relation::Grew),
    ("grows", Relation::Grew),
    ("grew", Relation::Grew),
    ("grown", Relation::Grew),
    ("growing", Relation::Grew),
    ("growth", Relation::Grew),
    ("growth rate", Relation::Grew),
    ("increase", Relation::Grew),
    ("increases", Relation::Grew),
    ("increased", Relation::Grew),
    ("increasing", Relation::Grew),
    ("gain", Relation::Grew),
    ("gained", Relation::Grew),
    ("jumped", Relation::Grew),
    ("surged", Relation::Grew),
    ("climbed", Relation::Grew),
    ("soared", Relation::Grew),
    ("expanded", Relation::Grew),
    ("higher", Relation::Grew),
    ("down", Relation::Fell),
    ("fall", Relation::Fell),
    ("falls", Relation::Fell),
    ("fell", Relation::Fell),
    ("fallen", Relation::Fell),
    ("falling", Relation::Fell),
    ("drop", Relation::Fell),
    ("dropped", Relation::Fell),
    ("decline", Relation::Fell),
    ("declined", Relation::Fell),
    ("decrease", Relation::Fell),
    ("decreased", Relation::Fell),
    ("shrank", Relation::Fell),
    ("reduced", Relation::Fell),
    ("reduction", Relation::Fell),
    ("lower", Relation::Fell),
];

/// What may stand between such a word and the amount.
pub(super) const LINKS: &[&str] = &["了", "为", "达", "是", "by", "of"];

/// Words right after an amount that tell what it is to something else: 的增长, higher than.
pub(super) const CHANGES_AFTER: &[(&str, Relation)] = &[
    ("的增长", Relation::Grew),
    ("的增速", Relation::Grew),
    ("的增幅", Relation::Grew),
    ("的降幅", Relation::Fell),
    ("的下降", Relation::Fell),
    ("higher", Relation::Grew),
    ("more than", Relation::Grew),
    ("up on", Relation::Grew),
    ("increase", Relation::Grew),
    ("rise", Relation::Grew),
    ("growth", Relation::Grew),
    ("year on year increase", Relation::Grew),
    ("year on year growth", Relation::Grew),
    ("lower", Relation::Fell),
    ("less than", Relation::Fell),
    ("fewer than", Relation::Fell),
    ("down on", Relation::Fell),
    ("decrease", Relation::Fell),
    ("decline", Relation::Fell),
    ("drop", Relation::Fell),
    ("fall", Relation::Fell),
];

/// After "times": comparisons that may be read either way.
pub(super) const HIGHER: &[(&str, ())] = &[
    ("higher", ()),
    ("more", ()),
    ("larger", ()),
    ("greater", ()),
    ("bigger", ()),
    ("faster", ()),
    ("over the", ()),
];

/// After "times" and 倍: comparisons that include the base.
pub(super) const AS_MUCH: &[(&str, ())] = &[
    ("as", ()),
    ("that", ()),
    ("those", ()),
    ("the", ()),
    ("what", ()),
    ("of", ()),
    ("its", ()),
    ("their", ()),
    ("last year's", ()),
    ("于", ()),
];
