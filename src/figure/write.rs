//! Writing amounts in Chinese and English.

use rust_decimal::Decimal;

use super::words::noun;
use super::{Amount, Magnitude, Quantity, decimal};
use crate::lang::Lang;

/// Keeps a number, its magnitude and its unit on one line.
const NO_BREAK: char = '\u{a0}';

impl Amount {
    /// The amount as `lang` writes it: 超2600亿元, more than RMB 260 billion.
    pub fn write(&self, lang: Lang) -> String {
        let mut text = String::with_capacity(32);
        let qualifier = self.qualifier.word(lang);
        text.push_str(qualifier);
        if lang == Lang::En && !qualifier.is_empty() {
            text.push(' ');
        }
        self.quantity.push(lang, &mut text);
        text
    }
}

impl Quantity {
    /// The quantity as `lang` writes it: 162.8亿元, 15万辆/年; RMB 16.28 billion, 150,000 vehicles a year.
    ///
    /// In English, U+00A0 holds the number together with what belongs to it.
    pub fn write(&self, lang: Lang) -> String {
        let mut text = String::with_capacity(32);
        self.push(lang, &mut text);
        text
    }

    /// The number with its magnitude and without its unit: 458亿, 45.8 billion, 150,000.
    pub fn write_bare(&self, lang: Lang) -> String {
        let mut text = String::with_capacity(32);
        let shown = self.shown_in(lang);
        shown.push_sign(&mut text);
        shown.push_digits(lang, &mut text);
        text
    }

    /// Adds the quantity to a text. Narratives and tables print so many that each is written in one go.
    fn push(&self, lang: Lang, text: &mut String) {
        let shown = self.shown_in(lang);
        shown.push_sign(text);
        match lang {
            Lang::Zh => {
                shown.push_digits(lang, text);
                text.push_str(noun(self.unit.kind).zh);
            }
            Lang::En => shown.push_en(text),
        }
        if let Some(rate) = self.unit.per {
            text.extend([if lang == Lang::En { " " } else { "" }, rate.word(lang)]);
        }
    }

    fn push_en(&self, text: &mut String) {
        let Some(currency) = self.unit.currency() else {
            self.push_digits(Lang::En, text);
            return self.push_english_noun(text);
        };
        text.push_str(currency);
        if currency != "US$" {
            text.push(NO_BREAK);
        }
        self.push_digits(Lang::En, text);
    }

    fn shown_in(&self, lang: Lang) -> Quantity {
        self.in_magnitude(self.magnitude_in(lang))
    }

    fn push_sign(&self, text: &mut String) {
        if decimal::is_negative(self.number) {
            text.push('−');
        }
    }

    /// Adds the digits without a sign, and the magnitude.
    fn push_digits(&self, lang: Lang, text: &mut String) {
        decimal::push_magnitude(self.number, lang, text);
        if self.magnitude != Magnitude::ONE {
            text.extend((lang == Lang::En).then_some(NO_BREAK));
            text.push_str(&self.magnitude.word(lang));
        }
    }

    fn push_english_noun(&self, text: &mut String) {
        let noun = noun(self.unit.kind);
        let is_one =
            self.magnitude == Magnitude::ONE && self.number.abs() == Decimal::ONE && self.number.scale() == 0;
        let name = if is_one { noun.one } else { noun.other };
        if !matches!(name, "" | "%") {
            text.push(NO_BREAK);
        }
        text.push_str(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &str) -> (String, String) {
        let amount = Amount::read(text, None).unwrap();
        (amount.write(Lang::Zh), amount.write(Lang::En).replace(NO_BREAK, " "))
    }

    #[test]
    fn each_language_writes_in_its_own_way() {
        for (zh, en) in [
            ("162.8亿元", "RMB 16.28 billion"),
            ("5.73亿元", "RMB 573 million"),
            ("8900万元", "RMB 89 million"),
            ("19.36亿美元", "US$1.936 billion"),
            ("458亿元", "RMB 45.8 billion"),
            ("3.30亿元", "RMB 330 million"),
            ("500亿元", "RMB 50 billion"),
            ("120.0亿元", "RMB 12.00 billion"),
            ("1.2万亿元", "RMB 1.2 trillion"),
            ("1.5万元", "RMB 15,000"),
            ("0.05亿元", "RMB 5 million"),
            ("1.5万吨", "15,000 tonnes"),
            ("1吨", "1 tonne"),
            ("1.0吨", "1.0 tonnes"),
            ("2万亩", "20,000 mu"),
            ("1亿亩", "100 million mu"),
            ("121个", "121"),
            ("67%", "67%"),
            ("10个百分点", "10 percentage points"),
            ("1个百分点", "1 percentage point"),
            ("−0.5个百分点", "−0.5 percentage points"),
            ("1.4倍", "1.4 times"),
            ("15万辆/年", "150,000 vehicles a year"),
            ("60万台/年", "600,000 units a year"),
            ("300个/年", "300 a year"),
            ("超2600亿元", "more than RMB 260 billion"),
            ("约3万亩", "about 30,000 mu"),
            ("近500亿元", "nearly RMB 50 billion"),
            ("不少于300亿元", "at least RMB 30 billion"),
            ("不少于300亿元/年", "at least RMB 30 billion a year"),
            ("不超过5%", "at most 5%"),
            ("超20次", "more than 20"),
            ("6人", "6"),
            ("105万人", "1.05 million"),
            ("1050000人", "1,050,000"),
            ("10个月", "10 months"),
            ("−3.2亿元", "−RMB 320 million"),
            ("−3.2亿美元", "−US$320 million"),
            ("0亿元", "RMB 0"),
        ] {
            assert_eq!(both(zh), (zh.to_owned(), en.to_owned()));
        }
    }

    #[test]
    fn english_magnitudes_become_chinese_ones() {
        for (en, zh) in [
            ("RMB 89 million", "8900万元"),
            ("US$1.936 billion", "19.36亿美元"),
            ("1.05 million people", "105万人"),
            ("RMB 330 million", "3.3亿元"),
            ("3 thousand tonnes", "3000吨"),
            ("US$0.5 billion", "5亿美元"),
        ] {
            assert_eq!(both(en).0, zh);
        }
    }

    #[test]
    fn bare_numbers_carry_their_magnitude() {
        for (text, zh, en) in
            [("458亿元", "458亿", "45.8\u{a0}billion"), ("1.5万吨", "1.5万", "15,000"), ("-5%", "−5", "−5")]
        {
            let quantity = Amount::read(text, None).unwrap().quantity;
            assert_eq!(quantity.write_bare(Lang::Zh), zh);
            assert_eq!(quantity.write_bare(Lang::En), en);
        }
    }

    #[test]
    fn english_never_breaks_inside_an_amount() {
        let amount = Amount::read("超2600亿元", None).unwrap();
        assert_eq!(amount.write(Lang::En), "more than RMB\u{a0}260\u{a0}billion");
        let land = Amount::read("1亿亩", None).unwrap();
        assert_eq!(land.write(Lang::En), "100\u{a0}million\u{a0}mu");
    }
}
