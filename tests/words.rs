//! Rules over names, terms and form, on texts of their own: what each finds, and what it lets be.

use std::path::Path;
use std::sync::LazyLock;

use gongbao::check::{Pasted, lint};
use gongbao::content::{Content, Id, load};
use gongbao::diagnostic::{Location, Sources};

/// The codes of names, terms and form.
const CODES: [&str; 10] = ["P1", "P2", "E1", "E2", "M1", "M2", "M3", "M4", "S1", "R1"];

static SAMPLE: LazyLock<Content> =
    LazyLock::new(|| load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).content);

/// What is found in a text in one language or two: the code and the words that it points at.
fn found(place: &str, zh: &str, en: &str) -> Vec<String> {
    let mut sources = Sources::default();
    let mut take =
        |name: &str, text: &'static str| (!text.is_empty()).then(|| (sources.add(name, text), text));
    let (zh, en): (&'static str, &'static str) = (zh.to_owned().leak(), en.to_owned().leak());
    let (zh, en) = (take("zh", zh), take("en", en));
    let place = Id::new(place);
    let (registry, projects) = (&SAMPLE.registry, &SAMPLE.projects);
    let findings = lint(&Pasted { zh, en, registry, projects, place: place.as_ref(), released: None });
    let judged = findings.sorted(&sources).into_iter().filter(|finding| CODES.contains(&finding.code.name()));
    let words = |finding: gongbao::diagnostic::Diagnostic| match finding.at {
        Location::Span(span) => format!("{} {}", finding.code, &sources.text(span.source)[span.range()]),
        Location::Path(path) => format!("{} {path}", finding.code),
    };
    judged.map(words).collect()
}

#[test]
fn a_place_is_the_same_in_both_languages() {
    let cases: [(&str, &str, &str, &[&str]); 11] = [
        // One city for another, on either side.
        ("zhoushan", "舟山市签约项目增多。", "Huzhou signed more projects.", &["P2 Huzhou"]),
        ("zhoushan", "珠海市签约项目增多。", "Zhoushan signed more projects.", &["P2 珠海市"]),
        ("zhoushan", "全市签约项目增多。", "Zhuhai signed more projects.", &["P2 Zhuhai"]),
        (
            "huzhou",
            "德清县和安吉县签约。",
            "Deqing County and Changxing County signed.",
            &["P2 Changxing County"],
        ),
        // Once rightly, once not.
        ("zhoushan", "舟山市签约。舟山市开工。", "Zhoushan signed. Ningbo started.", &["P2 Ningbo"]),
        // What one language may add or leave out.
        ("zhoushan", "全市签约项目增多。", "Zhoushan signed more projects.", &[]),
        ("zhoushan", "舟山市签约项目增多。", "The city signed more projects.", &[]),
        ("huaihua", "怀化市接待温州客商。", "Huaihua received investors from Wenzhou.", &[]),
        ("zhoushan", "珠海考察团到访。", "A delegation from Zhuhai came.", &[]),
        // A name that is no known place, but is in the Chinese.
        ("chiping", "茌平区与富平县交流。", "Chiping District and Fuping County met.", &[]),
        ("chiping", "茌平区与阳谷县交流。", "Fuping District and Yanggu County met.", &["P2 Fuping"]),
    ];
    for (place, zh, en, expected) in cases {
        assert_eq!(found(place, zh, en), expected, "{zh} {en}");
    }
}

#[test]
fn english_alone_shows_cities_that_are_taken_for_each_other() {
    let cases: [(&str, &str, &[&str]); 7] = [
        ("zhoushan", "Industry in Zhuhai grew, and Daishan County led.", &["P2 Zhuhai"]),
        ("-", "Ships call at Zhoushan. Industry in Zhuhai grew.", &["P2 Zhuhai"]),
        ("-", "A team from Zhuhai saw the port of Zhoushan.", &[]),
        ("zhoushan", "Guests came from Zhuhai, in Guangdong.", &[]),
        ("huzhou", "The teams went to Hangzhou and Suzhou.", &[]),
        ("chiping", "Cement plants are to settle in Fuping.", &["P2 Fuping"]),
        ("chiping", "Fuping Road in Chiping is closed.", &[]),
    ];
    for (place, en, expected) in cases {
        assert_eq!(found(place, "", en), expected, "{en}");
    }
}

#[test]
fn people_keep_their_names_and_offices() {
    let cases: [(&str, &str, &[&str]); 8] = [
        ("黎春秋市长和副市长邹兴旺到会。", "Mayor Li Chunqiu and Vice Mayor Zou Xingwang came.", &[]),
        ("市长黎春秋到会。", "Vice Mayor Zou Xingwang came.", &["E1 Zou Xingwang"]),
        ("市长李春秋到会。", "", &["E1 李春秋"]),
        ("春秋航空开航，黎明即起。", "", &[]),
        ("时任副市长黎春秋到会。", "", &[]),
        ("", "Zou Xingwan, Vice Mayor, came.", &["E1 Zou Xingwan"]),
        ("", "Wang Fang of the tax office came with Wang Gang.", &[]),
        ("", "Director Zou Xingwang came.", &["E1 Director"]),
    ];
    for (zh, en, expected) in cases {
        assert_eq!(found("-", zh, en), expected, "{zh} {en}");
    }
}

#[test]
fn words_are_judged_in_their_sentences() {
    let cases: [(&str, &[&str]); 10] = [
        ("Departments docked with the province.", &["M3 docked"]),
        ("Tankers docked at the new berth.", &[]),
        ("The elimination of offices began at once.", &["M3 elimination"]),
        ("The elimination of outdated capacity goes on.", &[]),
        ("A special class was set up in the town.", &["M3 special class"]),
        ("The plot covers ten acres.", &["M1 acres"]),
        ("The plot covers 60 mu (ten acres).", &[]),
        ("“New Deal” is a wrong rendering of a policy package.", &[]),
        ("The dispatch meetings were held in spring.", &["M1 dispatch meetings"]),
        (
            "Project No. 1 is on, and so is number one project.",
            &["M1 Project No. 1", "M1 number one project", "M2 number one project"],
        ),
    ];
    for (en, expected) in cases {
        assert_eq!(found("-", "", en), expected, "{en}");
    }
}

#[test]
fn form_is_looked_at_in_both_languages() {
    let cases: [(&str, &str, &[&str]); 12] = [
        ("会议召开(见附件)。", "", &["S1 ("]),
        ("与ABC Co., Ltd.合资，9:30开会，占1.5%。", "", &[]),
        ("（一）加强领导。1）落实责任。", "", &[]),
        (
            "会议通报了上半年的工作情况。会议通报了上半年的工作情况。",
            "",
            &["S1 会议通报了上半年的工作情况。"],
        ),
        ("会议召开。随后，代表们参观了", "", &["S1 随后，代表们参观了"]),
        ("", "It costs us $5 million or 30 million YUAN.", &["S1 us $"]),
        ("", "Huaihua ’s port , which is new, grew.", &["S1  ’"]),
        ("", "The No. 1 Project (一号工程) goes on ... and on.", &[]),
        ("", "See www.example.com and report_v1.Final.pdf, or Node.js.", &[]),
        ("", "It is in place;Focus on it.", &["S1 ;"]),
        ("", "A road map (map 3) is out. (Photo: Pan Yu)", &[]),
        ("", "It grew in the U.S. Inc. magazine says so, etc.", &[]),
    ];
    for (zh, en, expected) in cases {
        assert_eq!(found("-", zh, en), expected, "{zh} {en}");
    }
}

#[test]
fn without_a_site_the_glossary_is_the_programs_own() {
    let mut sources = Sources::default();
    let text = "The annual task was met, and Five Wei land was sold in Zhuhai.";
    let en = Some((sources.add("en", text), text));
    let (registry, projects) = Default::default();
    let findings =
        lint(&Pasted { zh: None, en, registry: &registry, projects: &projects, place: None, released: None });
    let codes: Vec<&str> = findings.iter().map(|finding| finding.code.name()).collect();
    assert_eq!(codes, ["M4", "M1"]);
}
