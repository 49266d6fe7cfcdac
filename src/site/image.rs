//! Photographs of bulletins, in the sizes that readers' screens want where pictures are made.

use std::fs;

use super::route::ImageSize;
use super::{Route, Site};
use crate::content::ImageSpec;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::Text;
use crate::photo::{self, Photo};

/// What readers would wait for, in bytes.
const HEAVY: usize = 2 << 20;
/// More pixels than any screen shows in a column.
const WIDE: u32 = 4000;

/// What is published of a photograph, and its width in pixels.
struct Published {
    bytes: Vec<u8>,
    width: u32,
}

impl Site<'_> {
    /// The photographs of a bulletin.
    pub(super) fn image_routes(&self, bulletin: usize) -> impl Iterator<Item = Route> {
        let images = self.content.bulletins[bulletin].images.iter().enumerate();
        images.flat_map(move |(at, image)| {
            let large = Route::Image(bulletin, at, ImageSize::Large);
            let small = self.is_resized(image).then_some(Route::Image(bulletin, at, ImageSize::Small));
            std::iter::once(large).chain(small)
        })
    }

    /// The width and height in pixels that a photograph is published with, where it can be read.
    pub(super) fn image_size(&self, image: &ImageSpec, size: ImageSize) -> Option<(u32, u32)> {
        let photo = image.photo?;
        Some(if self.is_resized(image) { photo.within(size.width()) } else { (photo.width, photo.height) })
    }

    /// Whether a photograph has more than one size.
    pub(super) fn is_resized(&self, image: &ImageSpec) -> bool {
        let is_wide = |photo: Photo| photo.format.can_shrink() && photo.width > ImageSize::Small.width();
        self.has_pictures() && image.photo.is_some_and(is_wide)
    }

    /// The sizes that a photograph might ever be published in besides its large one.
    pub(super) fn possible_sizes(&self, bulletin: usize) -> impl Iterator<Item = Route> {
        let images = self.content.bulletins[bulletin].images.iter().enumerate();
        let can_shrink = |image: &ImageSpec| image.photo.is_some_and(|photo| photo.format.can_shrink());
        images
            .filter(move |(_, image)| can_shrink(image))
            .map(move |(at, _)| Route::Image(bulletin, at, ImageSize::Small))
    }

    /// A photograph without what a camera wrote into it, in a size of its own.
    pub(super) fn image(
        &self,
        bulletin: usize,
        image: usize,
        size: ImageSize,
        findings: &mut Diagnostics,
    ) -> Vec<u8> {
        let image = &self.content.bulletins[bulletin].images[image];
        let Some(photo) = image.photo else {
            // There is no such picture, which was said when the folder was read.
            return Vec::new();
        };
        let original = match fs::read(&image.path) {
            Ok(original) => original,
            Err(error) => {
                findings.push(unreadable(image, &error));
                return Vec::new();
            }
        };
        let published = self.scaled(image, photo, size, original, findings);
        if size == ImageSize::Large && (published.bytes.len() > HEAVY || published.width > WIDE) {
            findings.push(self.large(image, photo));
        }
        published.bytes
    }

    /// The photograph in a size, or as it is where that cannot be or saves nothing.
    fn scaled(
        &self,
        image: &ImageSpec,
        photo: Photo,
        size: ImageSize,
        original: Vec<u8>,
        findings: &mut Diagnostics,
    ) -> Published {
        let is_too_wide = self.is_resized(image) && photo.width > size.width();
        let smaller = self.painter.filter(|_| is_too_wide).map(|painter| {
            let (width, height) = photo.within(size.width());
            painter.shrink(&original, width, height)
        });
        let bytes = photo::without_metadata(original);
        match smaller {
            // A drawing in few colours may take fewer bytes as it was.
            Some(Ok(smaller)) if smaller.len() < bytes.len() => {
                return Published { bytes: smaller, width: size.width() };
            }
            // Once is enough.
            Some(Err(reason)) if size == ImageSize::Small => findings.push(unresized(image, &reason)),
            _ => {}
        }
        Published { bytes, width: photo.width }
    }

    fn large(&self, image: &ImageSpec, photo: Photo) -> Diagnostic {
        // In tenths, rounded: no more is said.
        let tenths = (photo.bytes * 10 + (1 << 19)) >> 20;
        let (width, height, size) = (photo.width, photo.height, format!("{}.{}", tenths / 10, tenths % 10));
        let help = if photo.width <= ImageSize::Large.width() {
            Text::new("另存为 jpg，或降低质量", "save it as jpg, or at a lower quality")
        } else if !self.has_pictures() && photo.format.can_shrink() {
            Text::new(
                "缩小到宽1600像素左右再用，或者用 gongbao build --png 生成，由它缩小",
                "scale it down to about 1,600 pixels in width, or let `gongbao build --png` do it",
            )
        } else {
            Text::new("缩小到宽1600像素左右再用", "scale it down to about 1,600 pixels in width")
        };
        Diagnostic::new(
            Code::LargePicture,
            image.file.span,
            Text::new(
                format!("图片过大：{width}×{height}像素，{size} MB"),
                format!("a large picture: {width} × {height} pixels, {size} MB"),
            ),
            help,
        )
    }
}

fn unreadable(image: &ImageSpec, error: &std::io::Error) -> Diagnostic {
    Diagnostic::new(
        Code::Unreadable,
        image.file.span,
        Text::new(format!("图片无法读取：{error}"), format!("the picture cannot be read: {error}")),
        Text::new("检查文件是否存在、是否有读取权限", "check that the file exists and may be read"),
    )
}

fn unresized(image: &ImageSpec, reason: &Text) -> Diagnostic {
    Diagnostic::new(
        Code::LargePicture,
        image.file.span,
        Text::new(
            format!("图片无法缩小，按原样发布：{}", reason.zh),
            format!("the picture cannot be made smaller and is published as it is: {}", reason.en),
        ),
        Text::new(
            "用看图软件打开，另存为宽1600像素左右的 jpg 或 png",
            "open it in an image viewer and save it as jpg or png, about 1,600 pixels wide",
        ),
    )
}
