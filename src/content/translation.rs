//! translation.toml: what the translation of a bulletin was last held against.

use std::fmt;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// The translator's word that the translation says what the original says, and what the original said then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TranslationRecord {
    /// The day of that word.
    pub recorded: Date,
    /// The day on which the translation first came out, where it is known.
    pub translated: Option<Date>,
    /// The sections of the original as they were, by heading id or number.
    pub sections: Vec<(String, Fingerprint)>,
    /// How many sentences the translation of each had then.
    pub sentences: Vec<(String, i64)>,
}

/// A text without its white space, as the first 16 hexadecimal digits of its SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of a text.
    pub fn of(text: &str) -> Self {
        let mut hasher = Sha256::new();
        text.split_whitespace().for_each(|word| hasher.update(word));
        let digest = hasher.finalize();
        Fingerprint(digest.iter().take(8).fold(0, |number, &byte| number << 8 | u64::from(byte)))
    }

    /// A fingerprint as it is written, with 16 lower-case digits.
    pub fn parse(written: &str) -> Option<Self> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let number = u64::from_str_radix(written, 16).ok();
        number.filter(|_| written.len() == 16 && written.bytes().all(is_digit)).map(Fingerprint)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl TranslationRecord {
    /// The file that says this.
    pub fn to_toml(&self) -> String {
        let mut file = format!("recorded = \"{}\"\n", self.recorded);
        if let Some(translated) = self.translated {
            file += &format!("translated = \"{translated}\"\n");
        }
        file += "\n[sections]\n";
        for (key, fingerprint) in &self.sections {
            file += &format!("{} = \"{fingerprint}\"\n", toml_key(key));
        }
        file += "\n[sentences]\n";
        for (key, count) in &self.sentences {
            file += &format!("{} = {count}\n", toml_key(key));
        }
        file
    }
}

/// A key as TOML wants it: bare where it can be.
fn toml_key(key: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    match !key.is_empty() && key.bytes().all(is_bare) {
        true => key.to_owned(),
        false => toml::Value::from(key).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_does_not_count() {
        let fingerprint = Fingerprint::of("签约{{ projects }}，\n总投资 458 亿元");
        assert_eq!(fingerprint, Fingerprint::of(" 签约{{projects}}，总投资458亿元\n\n"));
        assert_ne!(fingerprint, Fingerprint::of("签约{{ projects }}，总投资459亿元"));
        assert_eq!(Fingerprint::of("abc").to_string(), "ba7816bf8f01cfea", "the example of FIPS 180-4");
    }

    #[test]
    fn what_is_written_is_read() {
        let fingerprint = Fingerprint::of("");
        assert_eq!(Fingerprint::parse(&fingerprint.to_string()), Some(fingerprint));
        for bad in
            ["", "ba7816bf", "BA7816BF8F01CFEA", "+a7816bf8f01cfea", "ba7816bf8f01cfea0", "甲乙丙丁戊己"]
        {
            assert_eq!(Fingerprint::parse(bad), None, "{bad}");
        }
    }
}
