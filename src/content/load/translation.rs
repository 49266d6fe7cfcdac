//! translation.toml: what a translation was last held against.

use crate::content::decode::{Decode, Fields, Table, Value};
use crate::content::{Fingerprint, TranslationRecord};
use crate::lang::Text;

pub(super) fn read(fields: &mut Fields<'_>) -> Option<TranslationRecord> {
    let (recorded, translated) = (fields.required("recorded"), fields.optional("translated"));
    let sections = fields.required_table::<Sections>("sections");
    let sentences = fields.table::<Sentences>("sentences").map_or_else(Vec::new, |sentences| sentences.0);
    Some(TranslationRecord { recorded: recorded?, translated, sections: sections?.0, sentences })
}

struct Sentences(Vec<(String, i64)>);

impl Table for Sentences {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Sentences(fields.cells(|key, value| Some((key.value.to_owned(), i64::decode(value)?)))))
    }
}

struct Sections(Vec<(String, Fingerprint)>);

impl Table for Sections {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Sections(fields.cells(|key, value| Some((key.value.to_owned(), Fingerprint::decode(value)?)))))
    }
}

impl Decode for Fingerprint {
    fn decode(value: Value<'_>) -> Option<Self> {
        let text = value.string(&Self::what(), &Self::example())?;
        Fingerprint::parse(text).or_else(|| {
            value.bad(
                Text::new(format!("“{text}”不是校验值"), format!("`{text}` is not a section's fingerprint")),
                Text::new(
                    "校验值为16位小写十六进制数，不要手写；运行 gongbao parity --record 重新生成",
                    "it has 16 lower-case hexadecimal digits; let `gongbao parity --record` write it",
                ),
            )
        })
    }

    fn what() -> Text {
        Text::new("带引号的校验值", "a fingerprint in quotation marks")
    }

    fn example() -> String {
        "\"ba7816bf8f01cfea\"".into()
    }
}
