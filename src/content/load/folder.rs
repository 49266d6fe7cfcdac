//! The folders of bulletins and standing pages.

use super::super::trouble::Trouble;
use super::figure::Defaults;
use super::files::Files;
use super::{bulletin, figure, id_of_name, missing, page, translation, tree};
use crate::content::{Bulletin, Id, ImageSpec, Narrative, Registry, StandingPage};
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::lang::{Both, Text};
use crate::photo::{self, Photo, PhotoError};

/// The folder of a bulletin.
pub(super) struct BulletinFolder {
    path: String,
    year: i16,
    id: Id,
}

/// The folders of bulletins whose names are a year and an id, in that order.
pub(super) fn bulletins(files: &Files, trouble: &mut Trouble) -> Vec<BulletinFolder> {
    let mut folders = Vec::new();
    for path in &files.folders {
        let Some((year, name)) = path.strip_prefix("bulletins/").and_then(|rest| rest.split_once('/')) else {
            continue;
        };
        let id = id_of_name(path, name, trouble);
        let number = (year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())).then(|| year.parse().ok());
        match (number.flatten(), id) {
            (Some(year), Some(id)) => folders.push(BulletinFolder { path: path.clone(), year, id }),
            (None, _) => trouble.push(bad_year(&format!("bulletins/{year}"), year)),
            _ => {}
        }
    }
    folders
}

/// Reads a bulletin with its figures, narratives and pictures.
pub(super) fn read_bulletin(
    folder: BulletinFolder,
    files: &Files,
    registry: &Registry,
    trouble: &mut Trouble,
) -> Option<Bulletin> {
    let BulletinFolder { path, year, id } = folder;
    let key = format!("{year:04}/{id}");
    let head_path = format!("{path}/bulletin.toml");
    if !files.has(&head_path) {
        trouble.push(missing(&head_path, "each bulletin has one", "每份公报都要有"));
    }
    let head = files.decode(&head_path, trouble, |fields| bulletin::read(year, id, fields));
    let head = head.unwrap_or(bulletin::Head { place: None, period: None, bulletin: None });
    let defaults = Defaults { registry, place: head.place, period: head.period };
    let metrics_path = format!("{path}/metrics.toml");
    let figures = files.decode(&metrics_path, trouble, |fields| figure::metrics(fields, &defaults));
    let narratives = read_narratives(&path, files, trouble);
    let record = files.decode(&format!("{path}/translation.toml"), trouble, translation::read);
    let Some(mut bulletin) = head.bulletin else {
        trouble.unread.add_name(key);
        return None;
    };
    bulletin.figures = figures.unwrap_or_default();
    bulletin.narratives = narratives;
    bulletin.translation = record.flatten();
    if !files.has(&metrics_path) && names_figures(&bulletin) {
        trouble.unread.add_file(&metrics_path);
        trouble.push(missing(&metrics_path, "bulletin.toml names figures", "bulletin.toml引用了指标"));
    }
    take_pictures(&path, &head_path, &mut bulletin.images, files, trouble);
    Some(bulletin)
}

/// Reads the standing pages, in their order.
pub(super) fn read_pages(files: &Files, trouble: &mut Trouble) -> Vec<StandingPage> {
    let mut pages = Vec::new();
    for path in &files.folders {
        let Some(name) = path.strip_prefix("pages/") else { continue };
        let Some(id) = id_of_name(path, name, trouble) else { continue };
        let head_path = format!("{path}/page.toml");
        if !files.has(&head_path) {
            trouble.push(missing(&head_path, "each standing page has one", "每个固定页面都要有"));
        }
        let narratives = read_narratives(path, files, trouble);
        match files.decode(&head_path, trouble, |fields| page::read(id.clone(), fields)) {
            Some(page) => pages.push(StandingPage { narratives, ..page }),
            None => trouble.unread.add_name(id.as_str()),
        }
    }
    pages.sort_by(|a, b| (a.order, &a.id.value).cmp(&(b.order, &b.id.value)));
    pages
}

/// One narrative may be missing; that is for the checks to say.
fn read_narratives(folder: &str, files: &Files, trouble: &mut Trouble) -> Both<Option<Narrative>> {
    let paths = Both::from_fn(|lang| format!("{folder}/{}.md", lang.code()));
    if !files.has(&paths.zh) && !files.has(&paths.en) {
        trouble.push(missing(&paths.zh, "write zh.md, en.md or better both", "写zh.md或en.md，最好两个都写"));
    }
    paths.map(|path| files.narrative(&path, trouble))
}

fn names_figures(bulletin: &Bulletin) -> bool {
    !bulletin.headline.is_empty() || bulletin.charts.iter().any(|chart| !chart.figures.is_empty())
}

/// Finds the files of the pictures, and the files that are no picture's.
fn take_pictures(folder: &str, head: &str, images: &mut [ImageSpec], files: &Files, trouble: &mut Trouble) {
    for image in images.iter_mut() {
        match files.pictures.get(&format!("{folder}/{}", image.file.value)) {
            Some(entry) if is_picture(&entry.path) => {
                image.path.clone_from(&entry.disk);
                match photo::read(&entry.disk) {
                    Ok(photo) => look_at(image, photo, trouble),
                    Err(error) => trouble.push(broken_picture(image, &error)),
                }
            }
            Some(_) => trouble.push(not_a_picture(image)),
            None => trouble.push(no_such_picture(image)),
        }
    }
    if trouble.unread.has_file(head) {
        return;
    }
    let prefix = format!("{folder}/");
    let here = files.pictures.range(prefix.clone()..).take_while(|(path, _)| path.starts_with(&prefix));
    for (path, _) in here {
        if !images.iter().any(|image| image.file.value == path[prefix.len()..]) {
            trouble.push(tree::unnamed_picture(path));
        }
    }
}

fn look_at(image: &mut ImageSpec, photo: Photo, trouble: &mut Trouble) {
    let ending = image.file.value.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if !photo.format.endings().contains(&ending.as_str()) {
        trouble.push(other_ending(image, photo.format.endings()[0]));
    }
    image.photo = Some(photo);
}

fn is_picture(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    ["jpg", "jpeg", "png", "webp", "avif", "gif"].contains(&ending.as_str())
}

fn not_a_picture(image: &ImageSpec) -> Diagnostic {
    Diagnostic::new(
        Code::BadValue,
        image.file.span,
        Text::new("不是图片文件", "not a picture"),
        Text::new("图片用 jpg、png、webp、avif 或 gif", "pictures are jpg, png, webp, avif or gif"),
    )
}

fn broken_picture(image: &ImageSpec, error: &PhotoError) -> Diagnostic {
    let (code, message, help) = match error {
        PhotoError::Io(error) => (
            Code::Unreadable,
            Text::new(format!("图片无法读取：{error}"), format!("the picture cannot be read: {error}")),
            Text::new("检查文件是否有读取权限", "check that the file may be read"),
        ),
        PhotoError::Unknown => (
            Code::BadValue,
            Text::new("文件损坏，或者不是图片", "the file is broken, or no picture"),
            Text::new(
                "用看图软件打开，另存为 jpg 或 png",
                "open it in an image viewer and save it as jpg or png",
            ),
        ),
    };
    Diagnostic::new(code, image.file.span, message, help)
}

fn other_ending(image: &ImageSpec, ending: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadValue,
        image.file.span,
        Text::new(
            format!("文件内容是 {ending} 图片，与扩展名不符"),
            format!("the file is a {ending} picture under another ending"),
        ),
        Text::new(format!("把文件名改为以 .{ending} 结尾"), format!("rename the file to end with .{ending}")),
    )
}

fn no_such_picture(image: &ImageSpec) -> Diagnostic {
    let file = &image.file.value;
    Diagnostic::new(
        Code::MissingFile,
        image.file.span,
        Text::new(
            format!("公报文件夹中没有“{file}”"),
            format!("there is no `{file}` in the bulletin's folder"),
        ),
        Text::new(
            "把图片放在bulletin.toml旁边，大小写要一致",
            "put the picture beside bulletin.toml, with the same case",
        ),
    )
}

fn bad_year(path: &str, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadId,
        Location::Path(path.to_owned()),
        Text::new(format!("“{name}”不是年份"), format!("`{name}` is not a year")),
        Text::new(
            "公报放在 bulletins/年份/标识/ 中，如 bulletins/2022/huaihua-h1",
            "bulletins lie in bulletins/<year>/<id>, such as bulletins/2022/huaihua-h1",
        ),
    )
}
