//! Running text, read for what two languages could get wrong: every quantity and every time, with its place.
//!
//! ```text
//! narrative ──passages──▶ plain text by paragraph, with its places ──read──▶ mentions
//! ```
//!
//! One grammar reads both languages, for a Chinese text may print RMB 100 million and an English one 1亿元.
//! Numbers in digits, in Chinese numerals and in English words are figures; ordinals, names (500强, the Five Ones),
//! codes, clocks, list marks and addresses are not. A count of one in words is never a figure, since 一个 and "one"
//! say "a" more often than they count.
//!
//! # Blind spots
//! - Vague numbers are not read: 几十个, 数亿元, dozens, hundreds of, a dozen; nor are 百家 and 千亿产业, without 元.
//! - "Three" to "ten" in words count only before a plural within three words (six large stores, but not "of the
//!   three"), and a verb that ends in s can pass for one. With a capital on both words (Thirty-Two Projects) they
//!   are taken for a name. A Chinese numeral counts only with a measure word or a unit: 三看 and 五地 do not.
//! - "Half a year", 半年, "one and a half" and "two million five hundred thousand" are not read, nor is what 半
//!   goes on after: 两年半. 过半 and "halfway" are read as halves.
//! - A day of the month alone (15日, the 7th), the day of 二〇二二年六月一日, a school year (2022–23) and relative
//!   years (去年, last year) are not read. Plans are not known by their ordinal alone ("as in the 12th").
//! - A bare number from 1900 to 2099 is a year unless a plural in small letters or a unit follows; beside a Chinese
//!   character or after a capitalised word (Conference 2021) it is a name. 2,000 is never a year.
//! - A number alone in brackets is a note; a decimal without a unit is a version; seven digits in a row without a
//!   unit are a telephone number; a number after words such as "figure", "part" or "stage" is a label.
//! - "Less than", 不足 and 低于 are taken for at most; a rate is read only right beside its amount (每年300亿元,
//!   RMB 30 billion a year). Units that neither [`crate::figure`] nor [`Foreign`] knows leave a bare count: 1200m is
//!   nothing at all, 5 barrels are 5.
//! - A relation is found only where its words stand right beside the amount; "of" after a percentage makes it a
//!   share whatever follows. "Three times" alone are occasions in English, also where a multiple was meant.

mod amount;
mod code;
mod date;
mod date_en;
mod english;
mod head;
mod look;
mod measure;
mod mention;
mod names;
mod numeral;
mod part;
mod passage;
mod plan;
mod reader;
mod relation;
mod sentence;
mod skip;
mod words;

pub use mention::{Foreign, Mention, PartialPeriod, PlanPeriod, Relation, What};
pub use passage::{OBJECT, Passage, PassageKind, passages, plain};
pub use sentence::sentences;

use crate::lang::Lang;

/// Every quantity and time that `text` says, in order and without overlaps.
///
/// Code between backticks, addresses and the targets of Markdown links are passed over; a directive that stands
/// as U+FFFC is nothing. `lang` decides only what depends on the language of the whole: "three times" that compare
/// nothing are occasions in English.
pub fn read(text: &str, lang: Lang) -> Vec<Mention> {
    reader::read(text, lang)
}
