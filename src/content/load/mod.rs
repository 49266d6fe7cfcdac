//! Reading a content folder: as much of it as can be read, and everything that is wrong with it.

mod bulletin;
mod figure;
mod files;
mod folder;
mod page;
mod plan;
mod project;
mod registry;
mod site;
mod translation;
mod tree;

use std::path::Path;

use rayon::prelude::*;

use super::trouble::Trouble;
use super::{ById, Content, Figure, Id, Plan, Project, Registry, SiteConfig};
use crate::content::Located;
use crate::content::decode::{self, Fields, id_help};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location};
use crate::lang::Text;
use files::Files;
use tree::Tree;

/// What was read, and what was wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// As much as could be read. Where a veto was found, some of it may be missing or empty.
    pub content: Content,
    /// Everything that was found.
    pub diagnostics: Diagnostics,
}

/// Reads the content folder at `root`.
///
/// The result depends on the names and bytes of the files alone, not on their order on the disk, their times
/// or the number of threads.
pub fn load(root: &Path) -> Loaded {
    let mut trouble = Trouble::default();
    let tree = Tree::walk(root, &mut trouble);
    let mut files = Files::read(tree, &mut trouble);
    let site = read_site(&mut files, &mut trouble);
    let registry = read_registry(&files, &mut trouble);
    let content = Content {
        plans: read_plans(&files, &registry, &mut trouble),
        history: read_history(&files, &registry, &mut trouble),
        projects: read_projects(&files, &mut trouble),
        bulletins: in_parallel(folder::bulletins(&files, &mut trouble), &mut trouble, |at, trouble| {
            folder::read_bulletin(at, &files, &registry, trouble)
        }),
        pages: folder::read_pages(&files, &mut trouble),
        site,
        registry,
        sources: files.sources,
        unread: trouble.unread,
    };
    Loaded { content, diagnostics: trouble.diagnostics }
}

/// Reads each item on whatever thread is free; results and findings are in the order of the items.
fn in_parallel<I: Send, T: Send>(
    items: Vec<I>,
    trouble: &mut Trouble,
    read: impl Fn(I, &mut Trouble) -> Option<T> + Sync,
) -> Vec<T> {
    let read: Vec<_> = items
        .into_par_iter()
        .map(|item| {
            let mut own = Trouble::default();
            (read(item, &mut own), own)
        })
        .collect();
    read.into_iter()
        .filter_map(|(item, own)| {
            trouble.extend(own);
            item
        })
        .collect()
}

fn read_site(files: &mut Files, trouble: &mut Trouble) -> SiteConfig {
    const PATH: &str = "site.toml";
    if !files.has(PATH) {
        trouble.unread.add_file(PATH);
        trouble.push(missing(PATH, "each site has one", "每个站点都要有"));
    }
    files.decode(PATH, trouble, site::read).unwrap_or_else(|| {
        // An empty file gives the places that findings about the site can point at.
        let empty = files.sources.add(PATH, "");
        decode::decode(&files.sources, empty, &mut Trouble::default(), site::read)
    })
}

fn read_registry(files: &Files, trouble: &mut Trouble) -> Registry {
    Registry {
        indicators: register(files, trouble, "indicators", registry::indicator),
        places: register(files, trouble, "places", registry::place),
        people: register(files, trouble, "people", registry::person),
        terms: register(files, trouble, "terms", registry::term),
        chains: register(files, trouble, "chains", registry::chain),
        stages: register(files, trouble, "stages", registry::stage),
    }
}

/// A register that is not there is empty.
fn register<T>(
    files: &Files,
    trouble: &mut Trouble,
    name: &str,
    read: fn(Located<Id>, &mut Fields<'_>) -> Option<T>,
) -> ById<T> {
    let path = format!("registry/{name}.toml");
    // Without these two there is no bulletin, and every one of its names would be told to be unknown.
    if matches!(name, "indicators" | "places") && !files.has(&path) && files.has_bulletins() {
        trouble.unread.add_file(&path);
        trouble.push(missing(&path, "bulletins need it", "公报要用到它"));
    }
    files.decode(&path, trouble, |fields| fields.entries(read)).unwrap_or_default()
}

fn read_plans(files: &Files, registry: &Registry, trouble: &mut Trouble) -> Vec<Plan> {
    named_files(files, "plans", trouble)
        .into_iter()
        .filter_map(|(path, id)| {
            files.decode(&path, trouble, |fields| plan::read(id, fields, registry)).flatten()
        })
        .collect()
}

fn read_history(files: &Files, registry: &Registry, trouble: &mut Trouble) -> Vec<Figure> {
    named_files(files, "history", trouble)
        .into_iter()
        .filter_map(|(path, _)| files.decode(&path, trouble, |fields| figure::history(fields, registry)))
        .flatten()
        .collect()
}

fn read_projects(files: &Files, trouble: &mut Trouble) -> ById<Project> {
    let named = named_files(files, "projects", trouble);
    let projects = in_parallel(named, trouble, |(path, id), trouble| {
        let project = files.decode(&path, trouble, |fields| project::read(id.clone(), fields)).flatten();
        if project.is_none() {
            trouble.unread.add_name(id.as_str());
        }
        project.map(|project| (id, project))
    });
    projects.into_iter().collect()
}

/// The files of a folder with the ids that their names are.
fn named_files(files: &Files, folder: &str, trouble: &mut Trouble) -> Vec<(String, Id)> {
    let mut named = Vec::new();
    for path in files.names_in(folder) {
        let name = path[folder.len() + 1..].trim_end_matches(".toml");
        match id_of_name(path, name, trouble) {
            Some(id) => named.push((path.to_owned(), id)),
            // Whatever it is called, somebody may refer to it.
            None => trouble.unread.add_file(folder),
        }
    }
    named
}

/// The id that a file or folder is called by.
fn id_of_name(path: &str, name: &str, trouble: &mut Trouble) -> Option<Id> {
    let id = Id::new(name);
    if id.is_none() {
        trouble.push(Diagnostic::new(
            Code::BadId,
            Location::Path(path.to_owned()),
            Text::new(format!("“{name}”不能作标识"), format!("`{name}` cannot be an id")),
            id_help(name),
        ));
    }
    id
}

fn missing(path: &str, why: &str, why_zh: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MissingFile,
        Location::Path(path.to_owned()),
        Text::new("缺少这个文件", "this file is missing"),
        Text::new(
            format!("{why_zh}；格式见 docs/content.md"),
            format!("{why}; docs/content.md shows its form"),
        ),
    )
}
