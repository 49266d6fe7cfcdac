//! Smaller photographs.

use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{PngDecoder, PngEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageResult, guess_format};

/// Of JPEG: what editors' own tools take for pictures on pages.
const QUALITY: u8 = 82;

/// What a decoded photograph may take in memory: some 170 million pixels in colour.
const LARGEST: u64 = 512 << 20;

/// A photograph with its colours' meaning.
struct Pixels {
    image: DynamicImage,
    profile: Option<Vec<u8>>,
}

/// A JPEG or PNG, upright, at another size and in its own format. Nothing but its colour profile comes along.
///
/// # Errors
/// Why there is none: the file is broken, moves, is of another format, or has too many pixels.
pub(super) fn shrink(photo: &[u8], width: u32, height: u32) -> Result<Vec<u8>, String> {
    let format = guess_format(photo).map_err(|error| error.to_string())?;
    let pixels = match format {
        ImageFormat::Jpeg => jpeg(photo)?,
        ImageFormat::Png => png(photo)?,
        _ => return Err("only JPEG and PNG can be made smaller".to_owned()),
    };
    let image = pixels.image.resize_exact(width, height, FilterType::Lanczos3);
    let mut bytes = Vec::new();
    let written = match format {
        ImageFormat::Jpeg => {
            write(JpegEncoder::new_with_quality(&mut bytes, QUALITY), &image, pixels.profile)
        }
        _ => write(PngEncoder::new(&mut bytes), &image, pixels.profile),
    };
    written.map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn jpeg(photo: &[u8]) -> Result<Pixels, String> {
    let mut decoder = JpegDecoder::new(Cursor::new(photo)).map_err(|error| error.to_string())?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut pixels = decode(decoder)?;
    pixels.image.apply_orientation(orientation);
    Ok(pixels)
}

fn png(photo: &[u8]) -> Result<Pixels, String> {
    let decoder = PngDecoder::new(Cursor::new(photo)).map_err(|error| error.to_string())?;
    if decoder.is_apng().unwrap_or(false) {
        return Err("it moves".to_owned());
    }
    decode(decoder)
}

fn decode(mut decoder: impl ImageDecoder) -> Result<Pixels, String> {
    if decoder.total_bytes() > LARGEST {
        return Err("it has too many pixels".to_owned());
    }
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).map_err(|error| error.to_string())?;
    // A profile of printing colours says nothing of what they were decoded to (ICC.1:2022, 7.2.8).
    let space: &[u8] = if image.color().has_color() { b"RGB " } else { b"GRAY" };
    let profile = profile.filter(|profile| profile.get(16..20) == Some(space));
    Ok(Pixels { image, profile })
}

fn write(mut encoder: impl ImageEncoder, image: &DynamicImage, profile: Option<Vec<u8>>) -> ImageResult<()> {
    if let Some(profile) = profile {
        // Both formats have a place for it.
        let _ = encoder.set_icc_profile(profile);
    }
    image.write_with_encoder(encoder)
}
