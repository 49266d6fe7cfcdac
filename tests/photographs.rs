//! Photographs of bulletins where pictures are made: in two sizes, upright, and as they were where that is better.
#![cfg(feature = "png")]
#![allow(clippy::unwrap_used, reason = "what cannot be made fails the test")]

mod common;

use std::path::Path;

use common::{copy, put};
use gongbao::content::Content;
use gongbao::lang::Lang;
use gongbao::picture::{Painter, Resvg};
use gongbao::site::{PageKind, Route, Site, Theme};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{
    DynamicImage, ExtendedColorType, GenericImageView as _, ImageEncoder as _, RgbImage, load_from_memory,
};
use tempfile::{TempDir, tempdir};

/// A photograph, red on its left half and blue on its right one, with grain so that its size tells.
fn pixels(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let grain = ((x.wrapping_mul(73) ^ y.wrapping_mul(151)) % 32) as u8;
        if x < width / 2 { [220 + grain, grain, grain] } else { [grain, grain, 220 + grain] }.into()
    })
}

/// A profile whose only content is what it is about.
fn profile(space: &[u8; 4]) -> Vec<u8> {
    [&[0; 16], space.as_slice(), &[7; 108]].concat()
}

/// A JPEG that a camera wrote lying on its side (orientation 6: turn it to the right), with a profile.
fn jpeg(width: u32, height: u32, orientation: u8, space: &[u8; 4]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    encoder.set_icc_profile(profile(space)).unwrap();
    let head = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
    encoder.set_exif_metadata([head.as_slice(), &[orientation], b"\0\0\0\0\0\0 GPS 30N"].concat()).unwrap();
    encoder.write_image(&pixels(width, height), width, height, ExtendedColorType::Rgb8).unwrap();
    bytes
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes)
        .write_image(&pixels(width, height), width, height, ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

/// A site whose only picture is this one, read back.
struct Album {
    _folder: TempDir,
    content: Content,
    theme: Theme,
}

impl Album {
    fn of(picture: &[u8], ending: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = tempdir().unwrap();
        copy(&root.join("tests/diagnostics/_good"), folder.path());
        let home = "bulletins/2022/huaihua-h1";
        let head = folder.path().join(home).join("bulletin.toml");
        let named =
            std::fs::read_to_string(&head).unwrap().replace("meeting.jpg", &format!("meeting.{ending}"));
        std::fs::write(&head, named).unwrap();
        std::fs::remove_file(folder.path().join(home).join("meeting.jpg")).unwrap();
        put(folder.path(), &format!("{home}/meeting.{ending}"), picture);
        let loaded = gongbao::content::load(folder.path());
        assert!(!loaded.diagnostics.has_veto(), "{:?}", loaded.diagnostics);
        Album { _folder: folder, content: loaded.content, theme: Theme::load(None).unwrap() }
    }

    fn site<'a>(&'a self, painter: &'a dyn Painter) -> Site<'a> {
        Site::new(&self.content, &self.theme, None).unwrap().with_pictures(painter)
    }
}

/// What a site publishes of its picture: path, bytes and how often it says that they are too many.
fn published(site: &Site<'_>) -> Vec<(String, Vec<u8>, usize)> {
    let routes = site.routes().into_iter().filter(|route| matches!(route, Route::Image(..)));
    let rendered = routes.map(|route| site.render(route));
    rendered.map(|made| (made.document.path, made.document.bytes, made.findings.iter().count())).collect()
}

/// The picture as the bulletin's page shows it.
fn shown(site: &Site<'_>) -> String {
    let page = site.render(Route::Page(Lang::Zh, PageKind::Bulletin(0))).document.bytes;
    let page = String::from_utf8(page).unwrap();
    let start = page.find("<img src=\"../../../media").expect("the page shows its picture");
    page[start..][..page[start..].find('>').unwrap()].to_owned()
}

fn sides(picture: &DynamicImage) -> ([u8; 4], [u8; 4]) {
    let (width, height) = picture.dimensions();
    (picture.get_pixel(width / 2, height / 8).0, picture.get_pixel(width / 2, height * 7 / 8).0)
}

#[test]
fn a_camera_s_photograph_is_published_upright_in_two_sizes() {
    let camera = jpeg(2400, 2000, 6, b"RGB ");
    let album = Album::of(&camera, "jpg");
    let painter = Resvg::new();
    let site = album.site(&painter);
    let files = published(&site);
    assert_eq!(files.len(), 2);
    for ((path, bytes, findings), (name, width, height)) in
        files.iter().zip([("meeting.jpg", 1600, 1920), ("meeting-800.jpg", 800, 960)])
    {
        assert_eq!(*path, format!("media/2022/huaihua-h1/{name}"));
        let picture = load_from_memory(bytes).unwrap();
        assert_eq!(picture.dimensions(), (width, height));
        let (top, bottom) = sides(&picture);
        assert!(top[0] > 180 && top[2] < 60 && bottom[0] < 60 && bottom[2] > 180, "{top:?} {bottom:?}");
        assert!(holds(bytes, &profile(b"RGB ")) && !holds(bytes, b"GPS") && !holds(bytes, b"Exif"));
        assert!(bytes.len() < camera.len() && *findings == 0);
    }
    let img = shown(&site);
    assert!(img.contains("srcset=\"../../../media/2022/huaihua-h1/meeting-800.jpg 800w, "), "{img}");
    assert!(
        img.contains("meeting.jpg 1600w\" sizes=") && img.contains("width=\"1600\" height=\"1920\""),
        "{img}"
    );
}

#[test]
fn without_pictures_a_photograph_keeps_its_size_and_a_heavy_one_is_told() {
    let album = Album::of(&jpeg(4100, 100, 1, b"RGB "), "jpg");
    let site = Site::new(&album.content, &album.theme, None).unwrap();
    let files = published(&site);
    assert_eq!(files.len(), 1);
    assert_eq!(load_from_memory(&files[0].1).unwrap().dimensions(), (4100, 100));
    assert_eq!(files[0].2, 1);
    let img = shown(&site);
    assert!(!img.contains("srcset") && img.contains("width=\"4100\" height=\"100\""), "{img}");

    let painter = Resvg::new();
    let findings: Vec<usize> = published(&album.site(&painter)).iter().map(|file| file.2).collect();
    assert_eq!(findings, [0, 0]);
}

#[test]
fn nothing_is_made_larger_or_heavier_and_sizes_are_whole() {
    let painter = Resvg::new();
    let small = Album::of(&png(800, 300), "png");
    let files = published(&small.site(&painter));
    assert_eq!((files.len(), &files[0].1), (1, &png(800, 300)));

    let between = Album::of(&png(1000, 333), "png");
    let site = between.site(&painter);
    let files = published(&site);
    assert_eq!(files[0].1, png(1000, 333), "what is no wider than the large size stays as it is");
    assert_eq!(load_from_memory(&files[1].1).unwrap().dimensions(), (800, 266));
    assert!(shown(&site).contains("meeting.png 1000w"), "{}", shown(&site));

    // One colour takes less room than its shades would.
    let mut flat = Vec::new();
    let image = RgbImage::from_fn(2000, 40, |x, _| if x % 2 == 0 { [0; 3] } else { [255; 3] }.into());
    PngEncoder::new(&mut flat).write_image(&image, 2000, 40, ExtendedColorType::Rgb8).unwrap();
    for (_, bytes, findings) in published(&Album::of(&flat, "png").site(&painter)) {
        assert!(bytes.len() <= flat.len() && findings == 0);
    }
}

#[test]
fn what_cannot_be_made_smaller_is_published_as_it_is_and_told_once() {
    let painter = Resvg::new();
    let still = png(2000, 20);
    // A chunk of animation before the pixels (PNG, third edition, 11.3.6.1).
    let data = b"acTL\0\0\0\x01\0\0\0\0";
    let chunk = [&8u32.to_be_bytes(), data.as_slice(), &crc(data).to_be_bytes()].concat();
    let frame =
        [b"fcTL".as_slice(), &[0; 4], &2000u32.to_be_bytes(), &20u32.to_be_bytes(), &[0; 14]].concat();
    let frame = [&26u32.to_be_bytes(), frame.as_slice(), &crc(&frame).to_be_bytes()].concat();
    let moving = [&still[..33], &chunk, &frame, &still[33..]].concat();
    let files = published(&Album::of(&moving, "png").site(&painter));
    assert_eq!(files.iter().map(|file| file.2).collect::<Vec<_>>(), [0, 1]);
    assert!(files.iter().all(|file| file.1 == moving));

    for broken in [&still[..40], b"GIF89a", b"", &jpeg(900, 9, 1, b"RGB ")[..300]] {
        assert!(painter.shrink(broken, 4, 4).is_err());
    }
}

/// The same with its orientation as a number of another type, which browsers pass over.
fn retyped(jpeg: Vec<u8>, kind: u8) -> Vec<u8> {
    let at = jpeg.windows(2).position(|pair| pair == [0x01, 0x12]).unwrap() + 3;
    let mut retyped = jpeg;
    retyped[at] = kind;
    retyped
}

#[test]
fn what_the_head_says_and_what_is_drawn_agree() {
    let painter = Resvg::new();
    for kind in [1, 4, 9] {
        let files = published(&Album::of(&retyped(jpeg(1200, 1800, 6, b"RGB "), kind), "jpg").site(&painter));
        assert_eq!(load_from_memory(&files[1].1).unwrap().dimensions(), (800, 1200), "type {kind}");
    }
    assert!(painter.shrink(&jpeg(1200, 1800, 1, b"RGB "), 800, 533).is_err(), "nothing is squashed");
}

#[test]
fn transparent_pixels_leave_no_fringe_and_deep_colours_become_eight_bits() {
    let painter = Resvg::new();
    let inside = |x: u32, y: u32| x.abs_diff(800).pow(2) + y.abs_diff(800).pow(2) < 500 * 500;
    let seal = image::RgbaImage::from_fn(1600, 1600, |x, y| {
        image::Rgba(if inside(x, y) { [160, 20, 30, 255] } else { [255, 0, 255, 0] })
    });
    let mut bytes = Vec::new();
    DynamicImage::from(seal).write_with_encoder(PngEncoder::new(&mut bytes)).unwrap();
    let smaller = load_from_memory(&painter.shrink(&bytes, 800, 800).unwrap()).unwrap().into_rgba8();
    for pixel in smaller.pixels().filter(|pixel| pixel.0[3] > 16) {
        let [red, green, blue, alpha] = pixel.0;
        assert!(red.abs_diff(160) < 20 && green < 45 && blue < 50, "{red} {green} {blue} at {alpha}");
    }

    let deep = image::ImageBuffer::from_fn(1000, 10, |x, y| image::Rgb([x as u16 * 65, y as u16 * 6000, 0]));
    let mut bytes = Vec::new();
    DynamicImage::ImageRgb16(deep).write_with_encoder(PngEncoder::new(&mut bytes)).unwrap();
    let smaller = painter.shrink(&bytes, 800, 8).unwrap();
    assert_eq!(load_from_memory(&smaller).unwrap().color(), image::ColorType::Rgb8);
}

#[test]
fn what_is_still_heavy_is_told() {
    let noise = RgbImage::from_fn(1500, 1000, |x, y| {
        let mixed = (x.wrapping_mul(0x9e37_79b1) ^ y.wrapping_mul(0x85eb_ca6b)).wrapping_mul(0xc2b2_ae35);
        [(mixed >> 24) as u8, (mixed >> 16) as u8, (mixed >> 8) as u8].into()
    });
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes).write_image(&noise, 1500, 1000, ExtendedColorType::Rgb8).unwrap();
    assert!(bytes.len() > 2 << 20);
    let painter = Resvg::new();
    let files = published(&Album::of(&bytes, "png").site(&painter));
    assert_eq!(files.iter().map(|file| file.2).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn a_profile_of_other_colours_is_left_behind() {
    let painter = Resvg::new();
    let smaller = painter.shrink(&jpeg(900, 90, 1, b"CMYK"), 800, 80).unwrap();
    assert!(!holds(&smaller, &profile(b"CMYK")));
    assert_eq!(smaller, painter.shrink(&jpeg(900, 90, 1, b"CMYK"), 800, 80).unwrap());
}

/// The check of a chunk (PNG, third edition, annex D).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(
            sum ^ u32::from(byte),
            |sum, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 },
        )
    })
}
