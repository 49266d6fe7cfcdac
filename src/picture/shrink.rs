//! Smaller photographs.

use std::fmt::Display;
use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{PngDecoder, PngEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{
    DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageResult, Rgba, RgbaImage, guess_format,
};

use crate::lang::Text;
use crate::photo;

/// Of JPEG: what editors' own tools take for pictures on pages.
const QUALITY: u8 = 82;

/// How photographs are made smaller; another way asks for another name, by which kept ones are known.
pub const SHRUNK_BY: &str =
    concat!("gongbao ", env!("CARGO_PKG_VERSION"), ", image 0.25, Lanczos, JPEG at 82");

/// What a decoded photograph may take in memory: some 170 million pixels of three colours.
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
pub(super) fn shrink(bytes: &[u8], width: u32, height: u32) -> Result<Vec<u8>, Text> {
    let format = guess_format(bytes).map_err(broken)?;
    let mut pixels = match format {
        ImageFormat::Jpeg => decode(JpegDecoder::new(Cursor::new(bytes)).map_err(broken)?)?,
        ImageFormat::Png => png(bytes)?,
        _ => return Err(Text::new("只有 jpg 和 png 可以缩小", "only jpg and png can be made smaller")),
    };
    if let Some(orientation) = Orientation::from_exif(photo::side_up(bytes)) {
        pixels.image.apply_orientation(orientation);
    }
    if !is_in_proportion(&pixels.image, width, height) {
        return Err(Text::new("文件自相矛盾，大小不明", "the file contradicts itself about its size"));
    }
    let image = resized(pixels.image, width, height);
    let mut smaller = Vec::new();
    let written = match format {
        ImageFormat::Jpeg => {
            write(JpegEncoder::new_with_quality(&mut smaller, QUALITY), &image, pixels.profile)
        }
        _ => write(PngEncoder::new(&mut smaller), &image, pixels.profile),
    };
    written.map_err(broken)?;
    Ok(smaller)
}

fn broken(error: impl Display) -> Text {
    Text::new(format!("文件可能已损坏（{error}）"), format!("the file may be broken ({error})"))
}

fn png(bytes: &[u8]) -> Result<Pixels, Text> {
    let decoder = PngDecoder::new(Cursor::new(bytes)).map_err(broken)?;
    if decoder.is_apng().unwrap_or(false) {
        return Err(Text::new("图片是动图", "it moves"));
    }
    decode(decoder)
}

fn decode(mut decoder: impl ImageDecoder) -> Result<Pixels, Text> {
    if decoder.total_bytes() > LARGEST {
        return Err(Text::new("像素过多", "it has too many pixels"));
    }
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).map_err(broken)?;
    // A profile of printing colours says nothing of what they were decoded to (ICC.1:2022, 7.2.8).
    let space: &[u8] = if image.color().has_color() { b"RGB " } else { b"GRAY" };
    let profile = profile.filter(|profile| profile.get(16..20) == Some(space));
    Ok(Pixels { image, profile })
}

/// Whether a size differs from that of a picture by scale alone, but for what rounding takes.
fn is_in_proportion(image: &DynamicImage, width: u32, height: u32) -> bool {
    let (whole, tall) = (u64::from(image.width()), u64::from(image.height()));
    let fitting = (tall * u64::from(width) + whole / 2) / whole.max(1);
    fitting.max(1).abs_diff(u64::from(height)) <= 1
}

/// A smaller picture of 8 bits a colour: no screen shows more of a photograph on a page.
fn resized(image: DynamicImage, width: u32, height: u32) -> DynamicImage {
    let scaled = |image: DynamicImage| image.resize_exact(width, height, FilterType::Lanczos3);
    if !image.color().has_alpha() {
        let has_colour = image.color().has_color();
        return scaled(if has_colour { image.into_rgb8().into() } else { image.into_luma8().into() });
    }
    // What is transparent has a colour that nobody is to see, which would come out at the edges.
    let mut pixels = image.into_rgba8();
    each(&mut pixels, |colour, alpha| colour * alpha / 255);
    let mut pixels = scaled(pixels.into()).into_rgba8();
    each(&mut pixels, |colour, alpha| (colour * 255).checked_div(alpha).unwrap_or(0));
    pixels.into()
}

/// Changes every colour by the pixel's alpha.
fn each(pixels: &mut RgbaImage, change: impl Fn(u32, u32) -> u32) {
    for Rgba([red, green, blue, alpha]) in pixels.pixels_mut() {
        for colour in [red, green, blue] {
            *colour = u8::try_from(change(u32::from(*colour), u32::from(*alpha))).unwrap_or(u8::MAX);
        }
    }
}

fn write(mut encoder: impl ImageEncoder, image: &DynamicImage, profile: Option<Vec<u8>>) -> ImageResult<()> {
    if let Some(profile) = profile {
        // Both formats have a place for it.
        let _ = encoder.set_icc_profile(profile);
    }
    image.write_with_encoder(encoder)
}
