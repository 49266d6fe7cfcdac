//! What paints for `gongbao build --png`: fonts from the command line, and a cache in the user's own folder.

use std::path::PathBuf;

use super::Exit;
use crate::lang::Text;
use crate::picture::Painter;

/// A painter, or why there is none.
#[cfg(feature = "png")]
pub(super) fn painter(fonts: &[PathBuf]) -> Result<Box<dyn Painter>, (Text, Exit)> {
    let read = |font: &PathBuf| {
        std::fs::read(font).map_err(|error| {
            let name = font.display();
            (
                Text::new(format!("{name}：无法读取：{error}"), format!("{name}: cannot be read: {error}")),
                Exit::Io,
            )
        })
    };
    let more = fonts.iter().map(read).collect::<Result<Vec<Vec<u8>>, _>>()?;
    // Another font may paint the same words otherwise.
    let names = cached::key(more.iter().map(Vec::as_slice));
    let painter = crate::picture::Resvg::with_fonts(more);
    Ok(match cached::folder() {
        Some(folder) => Box::new(cached::Cached { painter, folder, names }),
        None => Box::new(painter),
    })
}

/// A painter, or why there is none.
#[cfg(not(feature = "png"))]
pub(super) fn painter(_: &[PathBuf]) -> Result<Box<dyn Painter>, (Text, Exit)> {
    let message = Text::new(
        "这个gongbao不带图片功能；请用cargo build --release --features png编译",
        "this gongbao was built without pictures; build it with `cargo build --release --features png`",
    );
    Err((message, Exit::Usage))
}

#[cfg(feature = "png")]
mod cached {
    use std::fs;
    use std::io::Write;
    use std::path::{Path, PathBuf};

    use sha2::{Digest, Sha256};
    use tempfile::NamedTempFile;

    use crate::lang::Text;
    use crate::picture::{Painted, Painter, SHRUNK_BY};

    /// Pictures that were painted before, by what they were painted from. The folder may be deleted at any time.
    pub(super) struct Cached<P> {
        pub(super) painter: P,
        pub(super) folder: PathBuf,
        /// Stands for the fonts beside the embedded one.
        pub(super) names: String,
    }

    impl<P: Painter> Painter for Cached<P> {
        fn paint(&self, svg: &str, scale: u8) -> Result<Painted, String> {
            let made_by = concat!("gongbao ", env!("CARGO_PKG_VERSION"), ", resvg 0.47");
            let path = self.path([made_by.as_bytes(), self.names.as_bytes(), &[scale], svg.as_bytes()]);
            if let Ok(png) = fs::read(&path) {
                return Ok(Painted { png, missing: Vec::new() });
            }
            let painted = self.painter.paint(svg, scale)?;
            // What lacks a character is painted, and told, each time.
            if painted.missing.is_empty() {
                // A cache that cannot be written costs time and nothing else.
                let _ = keep(&self.folder, &path, &painted.png);
            }
            Ok(painted)
        }

        fn shrink(&self, photo: &[u8], width: u32, height: u32) -> Result<Vec<u8>, Text> {
            let path = self.path([SHRUNK_BY.as_bytes(), &width.to_le_bytes(), &height.to_le_bytes(), photo]);
            if let Ok(smaller) = fs::read(&path) {
                return Ok(smaller);
            }
            let smaller = self.painter.shrink(photo, width, height)?;
            let _ = keep(&self.folder, &path, &smaller);
            Ok(smaller)
        }
    }

    impl<P> Cached<P> {
        /// Where a picture lies that is made from such pieces.
        fn path<'a>(&self, pieces: impl IntoIterator<Item = &'a [u8]>) -> PathBuf {
            self.folder.join(key(pieces))
        }
    }

    /// Writes a whole file or none: two builds may run at once.
    fn keep(folder: &Path, path: &Path, png: &[u8]) -> std::io::Result<()> {
        fs::create_dir_all(folder)?;
        let mut file = NamedTempFile::new_in(folder)?;
        file.write_all(png)?;
        file.persist(path)?;
        Ok(())
    }

    /// A name for pieces of data, each with its length so that no two lists share one.
    pub(super) fn key<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> String {
        let mut hash = Sha256::new();
        for piece in pieces {
            hash.update((piece.len() as u64).to_le_bytes());
            hash.update(piece);
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The user's folder for what can be made again, as the system names it.
    pub(super) fn folder() -> Option<PathBuf> {
        let variable =
            |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let caches = variable("XDG_CACHE_HOME")
            .or_else(|| variable("LOCALAPPDATA"))
            .or_else(|| Some(variable("HOME")?.join(".cache")))?;
        Some(caches.join("gongbao").join("pictures"))
    }
}
