//! The catalogue of codes.

use std::fmt;

/// How grave a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// It must not be published: the build fails.
    Veto,
    /// It should be looked at.
    Warning,
    /// A hint.
    Advice,
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $zh:literal $en:literal;)*) => {
        /// A rule, by the code that it is known by in messages, in site.toml and in the documentation.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code {
            $(#[doc = $en] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// The code as printed.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// The code of a name, whatever its case.
            pub fn named(name: &str) -> Option<Code> {
                Code::ALL.iter().copied().find(|code| code.name().eq_ignore_ascii_case(name))
            }

            /// The severity that a finding has unless a site sets it otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// What the rule is about, in Chinese and English.
            pub fn title(self) -> crate::lang::Both<&'static str> {
                match self { $(Code::$variant => crate::lang::Both { zh: $zh, en: $en },)* }
            }
        }
    };
}

codes! {
    Unreadable      "F1" Veto    "文件无法读取" "a file cannot be read";
    UnexpectedFile  "F2" Warning "不认识的文件" "a file that nothing uses";
    MissingFile     "F3" Veto    "缺少文件" "a file is missing";
    Syntax          "F4" Veto    "TOML语法错误" "a syntax error in TOML";
    UnknownKey      "F5" Veto    "不认识的键" "an unknown key";
    MissingKey      "F6" Veto    "缺少键" "a key is missing";
    WrongType       "F7" Veto    "值的类型不对" "a value of the wrong type";
    BadValue        "F8" Veto    "值无法理解" "a value that cannot be understood";
    BadId           "F9" Veto    "标识不合规范" "an id that cannot become an address";
    UnknownName     "X1" Veto    "引用的名称不存在" "a name that nothing is called";
    Duplicate       "X2" Veto    "重复" "the same thing twice";
    AddressTaken    "X3" Veto    "两个来源用同一地址" "two sources for one address";
    Cycle           "X4" Veto    "循环引用" "something is part of itself";
    DeadLink        "X5" Veto    "站内链接无目标" "a link that leads nowhere";
    RawHtml         "W1" Veto    "正文中有HTML" "raw HTML in a narrative";
    LinkScheme      "W2" Veto    "不允许的链接类型" "a link of a kind that is not allowed";
    HeadingSkipped  "W3" Warning "标题层级跳跃" "a heading level is skipped";
    BadDirective    "W4" Veto    "指令无法理解" "a directive that cannot be understood";
    NoValue         "W5" Veto    "指标没有该项数值" "a figure lacks what a directive asks for";
    ChartRefused    "G1" Veto    "图表与数据不符" "a chart that its figures cannot honestly carry";
    ChartAsTable    "G2" Advice  "数据点过少，改为表格" "too few points for a chart in time";
    ChartText       "G3" Warning "图表文字放不下" "a chart's text does not fit";
    LargePicture    "G4" Advice  "图片过大" "a picture larger than readers need";
    FiguresDiffer   "N1" Veto    "中英文数字不一致" "figures that differ between the languages";
    Threshold       "N2" Veto    "门槛误作金额" "a threshold told as an amount";
    PowerOfTen      "N3" Veto    "数量级错误" "a slip by a power of ten";
    AreaUnit        "N4" Warning "面积、重量单位不一致" "units of area or weight that do not agree";
    TwoUnits        "N5" Warning "一个数量两个单位" "two units on one quantity";
    Multiple        "N6" Warning "倍数含义不清" "times as much or times more";
    Points          "N7" Warning "百分点误作百分之几" "per cent for percentage points";
    PlanShare       "N8" Veto    "完成比例与计划不符" "a share of plan that does not follow";
    Pace            "N9" Advice  "快慢与进度不符" "a pace that does not follow";
    Growth          "N10" Warning "增速与基数不符" "a growth rate that does not follow";
    Parts           "N11" Veto   "部分大于总体" "a part above its whole";
    Currencies      "N12" Veto   "币种混用" "currencies mixed";
    RunningTotal    "N13" Warning "累计数前后不接" "a running total that does not follow";
    Restated        "N14" Veto   "修改已公布的数据而未说明" "a published figure restated without a note";
    PlanYears       "T1" Veto    "五年规划的年份不对" "a five-year plan with the wrong years";
    NoYear          "T2" Warning "日期没有年份" "a date without its year";
    ImpossibleDate  "T3" Veto    "日期不可能" "a date that cannot be";
    PlaceName       "P1" Warning "地名有误" "a place that is misspelt or bore another name then";
    PlaceDiffers    "P2" Veto    "同一地方两个名称" "one place under two names";
    PersonName      "E1" Veto    "人名、职务有误" "a person's name or title that is wrong";
    Organisation    "E2" Warning "机构名称有误" "an organisation under a wrong name";
    WrongTerm       "M1" Warning "术语译法或用字不当" "a rendering or a spelling that the term base forbids";
    MixedTerms      "M2" Warning "同一术语译法不一" "one term in two renderings";
    FalseFriend     "M3" Warning "貌合神离的译词" "a false friend";
    PinyinLeft      "M4" Warning "术语残留拼音" "pinyin left where a term belongs";
    Form            "S1" Warning "网页残留或排版毛病" "leftovers and slips of form";
    PolicyRisk      "R1" Advice  "可能涉及违规优惠" "a phrase that may point to favours against the rules";
    NoTranslation   "L1" Warning "缺少译文" "a translation is missing";
    Drift           "L2" Warning "译文落后于原文" "a translation that its original has left behind";
    Contrast        "D1" Veto    "主题颜色对比度不足" "a theme colour without enough contrast";
    Template        "D2" Veto    "模板错误" "an error in a template";
    Strings         "D3" Veto    "界面文字缺失或不一致" "interface strings are missing or differ";
    HeadlineCount   "B1" Warning "头条指标应为二至六项" "a bulletin wants two to six headline figures";
    DateOrder       "B2" Veto    "日期先后不合理" "dates in an impossible order";
    UnitDiffers     "B3" Veto    "单位与指标不符" "a value in another unit than its indicator's";
    Registration    "I1" Warning "网站标识或联系方式不合规范" "a registration or contact in an unknown form";
    ColumnType      "I2" Warning "栏目类别不在规定之列" "a type of column that the rules do not name";
    EmptyColumn     "I3" Advice  "空白栏目" "a column without a bulletin";
    NoTimeOfDay     "I4" Advice  "发布时间没有时分" "a release without its time of day";
}

impl Code {
    /// Whether it is a rule about what is said or how, which a site may set and an editor may overrule with a
    /// reason; the others keep content from being read or shown.
    pub fn is_judgement(self) -> bool {
        let is_about_words = matches!(
            self.name().as_bytes().first(),
            Some(b'N' | b'T' | b'P' | b'E' | b'M' | b'S' | b'R' | b'L' | b'I')
        );
        is_about_words || self.severity() != Severity::Veto
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
