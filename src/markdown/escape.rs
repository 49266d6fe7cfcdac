//! Text as HTML.

/// Writes text between tags. Quotation marks stay as typed.
pub(super) fn text(out: &mut String, text: &str) {
    write(out, text, &IN_TEXT);
}

/// Writes text in a quoted attribute.
pub(super) fn attribute(out: &mut String, text: &str) {
    write(out, text, &IN_ATTRIBUTE);
}

/// Which bytes cannot stand as they are.
type Special = [bool; 256];

const IN_TEXT: Special = special(b"&<>");
const IN_ATTRIBUTE: Special = special(b"&<>\"'");

/// `bytes`, and the control characters, for which HTML has no place.
const fn special(bytes: &[u8]) -> Special {
    let mut special = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        special[bytes[at] as usize] = true;
        at += 1;
    }
    let mut control = 0;
    while control < b' ' {
        special[control as usize] = control != b'\n' && control != b'\t';
        control += 1;
    }
    special
}

fn write(out: &mut String, text: &str, special: &Special) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate().filter(|&(_, byte)| special[usize::from(byte)]) {
        out.push_str(&text[copied..at]);
        out.push_str(match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => "",
        });
        copied = at + 1;
    }
    out.push_str(&text[copied..]);
}

/// Writes an address in a quoted attribute: what an address cannot hold is percent-encoded.
pub(super) fn address(out: &mut String, address: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in address.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#x27;"),
            _ if byte.is_ascii_alphanumeric() || b"-_.~!*();:@=+$,/?%#".contains(&byte) => {
                out.push(char::from(byte));
            }
            _ => {
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(with: fn(&mut String, &str), text: &str) -> String {
        let mut out = String::new();
        with(&mut out, text);
        out
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(written(text, "a<b> & \"c\" '重点'\u{0}\r\n"), "a&lt;b&gt; &amp; \"c\" '重点'\n");
        assert_eq!(written(attribute, "a\"b'<"), "a&quot;b&#39;&lt;");
    }

    #[test]
    fn addresses_are_encoded() {
        assert_eq!(written(address, "/a b?x=1&y='重'"), "/a%20b?x=1&amp;y=&#x27;%E9%87%8D&#x27;");
        assert_eq!(written(address, "a%20b\\\"<>"), "a%20b%5C%22%3C%3E");
    }
}
