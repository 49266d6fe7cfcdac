//! Pictures that editors hand in: what they are, how large they show, and nothing of what a camera wrote into them.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use imagesize::{Compression, ImageType};

/// A picture, as its file says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Photo {
    /// What kind of file it is.
    pub format: Format,
    /// Its width in pixels, as it is shown.
    pub width: u32,
    /// Its height in pixels, as it is shown.
    pub height: u32,
    /// The size of the file in bytes.
    pub bytes: u64,
}

/// A kind of file that browsers show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Format {
    Jpeg,
    Png,
    Webp,
    Avif,
    Gif,
}

/// Why a file is no picture.
#[derive(Debug)]
pub enum PhotoError {
    /// It cannot be read.
    Io(io::Error),
    /// It is of no kind that browsers show, or broken.
    Unknown,
}

/// How much of a file is read to see what it is; cameras put a preview before the picture's own size.
const HEAD: u64 = 256 << 10;

impl Format {
    /// How the names of such files end.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Format::Jpeg => &["jpg", "jpeg"],
            Format::Png => &["png"],
            Format::Webp => &["webp"],
            Format::Avif => &["avif"],
            Format::Gif => &["gif"],
        }
    }

    /// Whether such pictures can be made smaller.
    pub fn can_shrink(self) -> bool {
        matches!(self, Format::Jpeg | Format::Png)
    }

    fn of(head: &[u8]) -> Option<Self> {
        match imagesize::image_type(head).ok()? {
            ImageType::Jpeg => Some(Format::Jpeg),
            ImageType::Png => Some(Format::Png),
            ImageType::Webp => Some(Format::Webp),
            ImageType::Heif(Compression::Av1) => Some(Format::Avif),
            ImageType::Gif => Some(Format::Gif),
            _ => None,
        }
    }
}

impl Photo {
    /// Its width and height when it is made to fit into `width` pixels; it is never made larger.
    pub fn within(self, width: u32) -> (u32, u32) {
        if self.width <= width {
            return (self.width, self.height);
        }
        let (whole, half) = (u64::from(self.width), u64::from(self.width) / 2);
        let height = (u64::from(self.height) * u64::from(width) + half) / whole;
        (width, u32::try_from(height.max(1)).unwrap_or(u32::MAX))
    }
}

/// Looks at a picture without decoding it.
///
/// # Errors
/// Where it cannot be read, or is none.
pub fn read(path: &Path) -> Result<Photo, PhotoError> {
    let file = fs::File::open(path).map_err(PhotoError::Io)?;
    let bytes = file.metadata().map_err(PhotoError::Io)?.len();
    let mut head = Vec::new();
    file.take(HEAD).read_to_end(&mut head).map_err(PhotoError::Io)?;
    let format = Format::of(&head).ok_or(PhotoError::Unknown)?;
    let size = imagesize::blob_size(&head).or_else(|_| imagesize::size(path));
    let size = size.map_err(|_| PhotoError::Unknown)?;
    let side = |pixels: usize| u32::try_from(pixels).ok().filter(|&pixels| pixels > 0);
    let (width, height) = side(size.width).zip(side(size.height)).ok_or(PhotoError::Unknown)?;
    let lies = format == Format::Jpeg && orientation(&head) > 4;
    let (width, height) = if lies { (height, width) } else { (width, height) };
    Ok(Photo { format, width, height, bytes })
}

/// Which side of a picture is up, as Exif counts: 1 as it is, 5 to 8 lying on its side. Only a JPEG says so.
#[cfg(feature = "png")]
pub(crate) fn side_up(bytes: &[u8]) -> u8 {
    let head = &bytes[..bytes.len().min(HEAD as usize)];
    if Format::of(head) == Some(Format::Jpeg) { orientation(head) } else { 1 }
}

/// The same picture without what a camera or an office wrote into it, such as where it was taken; not a pixel is
/// touched. Files other than JPEG and PNG stay as they are.
pub fn without_metadata(bytes: Vec<u8>) -> Vec<u8> {
    match Format::of(&bytes) {
        Some(Format::Jpeg) => strip_jpeg(&bytes),
        Some(Format::Png) => strip_png(&bytes),
        _ => bytes,
    }
}

/// Markers of JPEG (ITU-T T.81, table B.1).
mod marker {
    pub(super) const START: u8 = 0xd8;
    pub(super) const END: u8 = 0xd9;
    pub(super) const SCAN: u8 = 0xda;
    pub(super) const APP0: u8 = 0xe0;
    pub(super) const APP1: u8 = 0xe1;
    pub(super) const APP2: u8 = 0xe2;
    pub(super) const APP14: u8 = 0xee;
    pub(super) const APP15: u8 = 0xef;
    pub(super) const COMMENT: u8 = 0xfe;
}

/// Hands every segment of a JPEG to `visit`, with its marker and the data of the scan that follows it, up to the end
/// of the picture; `None` if it is broken before that.
fn segments<'j>(jpeg: &'j [u8], mut visit: impl FnMut(u8, &'j [u8])) -> Option<()> {
    let mut at = 2;
    loop {
        // Decoders pass over what stands before a segment.
        let start = at + next_segment(jpeg.get(at..)?)?;
        at = start;
        let marker = *jpeg.get(at + 1)?;
        if marker == marker::END {
            visit(marker, &jpeg[start..at + 2]);
            return Some(());
        }
        let length = usize::from(u16::from_be_bytes([*jpeg.get(at + 2)?, *jpeg.get(at + 3)?]));
        at += 2 + length.max(2);
        if marker == marker::SCAN {
            let scan = jpeg.get(at..)?;
            // One that is cut short is shown as far as it goes.
            at += next_segment(scan).unwrap_or(scan.len());
        }
        visit(marker, jpeg.get(start..at)?);
    }
}

/// How far it is to a segment: to a marker that is neither a stuffed or filling byte nor one that stands alone (T.81,
/// B.1.1.2 and B.1.1.3), as restarts within a scan do.
fn next_segment(data: &[u8]) -> Option<usize> {
    data.windows(2)
        .position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 1 | 0xff | 0xd0..=marker::START))
}

/// Keeps what decoding needs: colour profile and transform, and which side is up.
fn strip_jpeg(jpeg: &[u8]) -> Vec<u8> {
    let mut kept = vec![0xff, marker::START];
    let side = orientation(jpeg);
    let mut is_first = true;
    // What a broken file holds behind its last whole segment is not shown, and nobody knows what it is.
    let _ = segments(jpeg, |marker, segment| {
        // Its place is behind the header of JFIF, where there is one.
        if marker != marker::APP0 && std::mem::take(&mut is_first) && side > 1 {
            kept.extend(upright(side));
        }
        let is_profile = marker == marker::APP2 && segment[4..].starts_with(b"ICC_PROFILE\0");
        let is_metadata = matches!(marker, marker::APP1..=marker::APP15 | marker::COMMENT);
        if !is_metadata || is_profile || marker == marker::APP14 {
            kept.extend(segment);
        }
    });
    kept
}

/// Which side of a JPEG is up (Exif 2.32, tag 0x0112): 1 as it is, 5 to 8 lying on its side.
fn orientation(jpeg: &[u8]) -> u8 {
    let mut found = None;
    let _ = segments(jpeg, |marker, segment| {
        if let Some(tiff) = segment[4.min(segment.len())..].strip_prefix(b"Exif\0\0")
            && marker == marker::APP1
            && found.is_none()
        {
            found = orientation_in(tiff);
        }
    });
    found.filter(|side| (1..=8).contains(side)).unwrap_or(1)
}

fn orientation_in(tiff: &[u8]) -> Option<u8> {
    let is_little = tiff.starts_with(b"II");
    let number = |at: usize, width: usize| -> Option<usize> {
        let bytes = tiff.get(at..at.checked_add(width)?)?;
        let join = |sum: usize, byte: &u8| sum << 8 | usize::from(*byte);
        Some(if is_little { bytes.iter().rev().fold(0, join) } else { bytes.iter().fold(0, join) })
    };
    let directory = number(4, 4)?;
    let entries = (0..number(directory, 2)?).map(|entry| directory + 2 + entry * 12);
    let mut sides = entries.filter(|&entry| number(entry, 2) == Some(0x0112));
    // One SHORT: browsers take nothing else.
    let side =
        sides.next().filter(|&entry| number(entry + 2, 2) == Some(3) && number(entry + 4, 4) == Some(1))?;
    u8::try_from(number(side + 8, 2)?).ok()
}

/// An Exif segment that says which side is up and nothing else.
fn upright(side: u8) -> Vec<u8> {
    let mut segment = vec![0xff, marker::APP1, 0, 34];
    segment.extend(b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    segment.extend([side, 0, 0, 0, 0, 0, 0]);
    segment
}

/// Leaves out chunks of text, time and Exif (PNG, third edition, 11.3).
fn strip_png(png: &[u8]) -> Vec<u8> {
    let (signature, mut rest) = png.split_at(png.len().min(8));
    let mut kept = signature.to_vec();
    while let Some((length, named)) = rest.split_first_chunk::<4>() {
        let Some(kind) = named.get(..4) else { break };
        let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX).saturating_add(12);
        // A chunk that is cut short is shown as far as it goes.
        let (chunk, after) = rest.split_at(length.min(rest.len()));
        rest = after;
        if ![b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf"].into_iter().any(|left| left == kind) {
            kept.extend(chunk);
        }
        if kind == b"IEND" {
            break;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A JPEG of 3 × 2 pixels as far as its segments go, with `between` before its size, and a tail behind its end.
    fn jpeg(between: &[&[u8]]) -> Vec<u8> {
        let mut made = vec![0xff, 0xd8];
        for (marker, data) in between.iter().map(|segment| (segment[0], &segment[1..])) {
            let length = u16::try_from(data.len() + 2).expect("short").to_be_bytes();
            made.extend([0xff, marker, length[0], length[1]]);
            made.extend(data);
        }
        made.extend([0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0]);
        made.extend([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 0xff, 0xd9]);
        made.extend(b"a film of the moment");
        made
    }

    #[test]
    fn where_a_picture_was_taken_is_left_out_and_which_side_is_up_is_kept() {
        let exif =
            [&[0xe1], b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0GPS".as_slice()]
                .concat();
        let full = jpeg(&[
            b"\xe0JFIF\0",
            &exif,
            b"\xe1http://ns.adobe.com/xap",
            b"\xe2ICC_PROFILE\0x",
            b"\xfesecret",
        ]);
        assert_eq!(orientation(&full), 6);
        let kept = without_metadata(full);
        let holds = |text: &[u8]| kept.windows(text.len()).any(|window| window == text);
        assert!(!holds(b"GPS") && !holds(b"adobe") && !holds(b"secret") && !holds(b"film"));
        assert!(holds(b"JFIF") && holds(b"ICC_PROFILE"));
        assert_eq!(orientation(&kept), 6);
        assert_eq!(kept, without_metadata(kept.clone()), "nothing is left to leave out");
    }

    #[test]
    fn what_decoders_pass_over_between_segments_is_left_out_and_the_picture_stays_whole() {
        let plain = without_metadata(jpeg(&[b"\xe0JFIF\0"]));
        let full = jpeg(&[b"\xe0JFIF\0", b"\xfesecret"]);
        let size = full.windows(2).position(|pair| pair == [0xff, 0xc0]).expect("a size");
        // Bytes of nothing, fill bytes, and markers that stand alone (T.81, B.1.1.2 and B.1.1.3).
        for odd in [b"\0\0\x12".as_slice(), b"\xff\xff", b"\xff\x01", b"\xff\xd0\0"] {
            let made = [&full[..size], odd, &full[size..]].concat();
            assert_eq!(without_metadata(made), plain, "{odd:?}");
        }
    }

    #[test]
    fn a_picture_that_is_cut_short_tells_no_more_than_a_whole_one() {
        let full = jpeg(&[b"\xe0JFIF\0", b"\xe1Exif\0\0 GPS 30N", b"\xfesecret"]);
        let chunk = |kind: &[u8], data: &[u8]| {
            [&u32::try_from(data.len()).expect("short").to_be_bytes(), kind, data, b"CRC "].concat()
        };
        let png = [
            b"\x89PNG\r\n\x1a\n".to_vec(),
            chunk(b"IHDR", &[0; 13]),
            chunk(b"eXIf", b"GPS 30N"),
            chunk(b"IDAT", &[7; 40]),
            chunk(b"tEXt", b"secret"),
        ]
        .concat();
        for (whole, shown) in [(full, 3), (png, 7)] {
            for length in 12..whole.len() {
                let kept = without_metadata(whole[..length].to_vec());
                let holds = |text: &[u8]| kept.windows(text.len()).any(|window| window == text);
                assert!(!holds(b"GPS") && !holds(b"secret"), "{length}");
            }
            let cut = without_metadata(whole[..whole.len() - 22].to_vec());
            assert!(cut.contains(&shown), "what is there is still shown");
        }
    }

    #[test]
    fn a_picture_without_metadata_stays_as_it_is() {
        let plain = jpeg(&[b"\xe0JFIF\0"]);
        let end = plain.len() - b"a film of the moment".len();
        assert_eq!(without_metadata(plain.clone()), plain[..end]);
    }

    proptest! {
        #[test]
        fn broken_pictures_do_no_harm(cut in 0usize..120, at in 2usize..100, byte: u8) {
            let exif = [&[0xe1], b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0".as_slice()].concat();
            let mut broken = jpeg(&[&exif]);
            broken.truncate(cut.max(3));
            if let Some(place) = broken.get_mut(at) {
                *place = byte;
            }
            let length = broken.len();
            prop_assert!(without_metadata(broken).len() <= length.max(60) + 36);
        }
    }
}
