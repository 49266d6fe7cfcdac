//! What the main steps cost: `cargo bench`.

#![allow(missing_docs, reason = "criterion's macros make items without documentation")]

mod corpus;

use std::collections::HashSet;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use gongbao::analysis::Index;
use gongbao::chart::{self, Width};
use gongbao::content::{self, Content};
use gongbao::diagnostic::Diagnostics;
use gongbao::exhibit;
use gongbao::figure::Amount;
use gongbao::lang::Lang;
use gongbao::markdown::{self, Directive, InternalLink, Refusal, Resolver};
use gongbao::sink::Directory;
use gongbao::site::{PageKind, Route, SearchFile, Site, Theme};
use rayon::prelude::*;
use tempfile::tempdir;

/// That of the program, so that what is measured here is what users wait for.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const AMOUNTS: [&str; 6] =
    ["121个", "162.8亿元", "超2600亿元", "RMB 16.28 billion", "US$1.936 billion", "1.5万吨"];

fn figures(c: &mut Criterion) {
    let mut group = c.benchmark_group("figure");
    group.throughput(Throughput::Elements(AMOUNTS.len() as u64));
    group.bench_function("read", |b| {
        b.iter(|| AMOUNTS.map(|text| Amount::read(black_box(text), None).is_ok()));
    });
    let amounts: Vec<Amount> = AMOUNTS.iter().filter_map(|text| Amount::read(text, None).ok()).collect();
    group.bench_function("write", |b| {
        b.iter(|| amounts.iter().map(|amount| black_box(amount).write(Lang::En).len()).sum::<usize>());
    });
    group.finish();
}

/// Prints every directive as its own number, so that the parser alone is measured.
struct Plain;

impl Resolver for Plain {
    fn inline(&self, _: &Directive, out: &mut String) -> Result<(), Refusal> {
        out.push_str("458亿元");
        Ok(())
    }

    fn block(&self, directive: &Directive, out: &mut String) -> Result<(), Refusal> {
        self.inline(directive, out)
    }

    fn link(&self, _: &InternalLink) -> Result<String, Refusal> {
        Ok("#".to_owned())
    }

    fn plain(&self, _: &Directive) -> String {
        String::new()
    }
}

fn narrative(c: &mut Criterion, sample: &Content) {
    let bulletin = sample.bulletins.iter().find(|bulletin| bulletin.id.value.as_str() == "huaihua-h1");
    let Some(narrative) = bulletin.and_then(|bulletin| bulletin.narratives.zh.as_ref()) else { return };
    let mut group = c.benchmark_group("narrative");
    group.throughput(Throughput::Bytes(narrative.text.len() as u64));
    group.bench_function("huaihua-h1 zh", |b| {
        b.iter(|| {
            let mut findings = Diagnostics::default();
            let options = markdown::Options::default();
            markdown::render(&narrative.text, narrative.source, Lang::Zh, &Plain, &options, &mut findings)
        });
    });
    group.finish();
}

/// One chart of each kind that the sample content has, from its finished data to SVG.
fn charts(c: &mut Criterion, sample: &Content) {
    let index = Index::new(sample);
    let mut seen = HashSet::new();
    let mut group = c.benchmark_group("chart");
    for bulletin in sample.bulletins.iter().rev() {
        for spec in &bulletin.charts {
            let Ok(built) = exhibit::build(&index, bulletin, spec, Lang::Zh) else { continue };
            let Some(plot) = &built.exhibit.plot else { continue };
            if !seen.insert(spec.kind.value) {
                continue;
            }
            let (title, description) = (&built.exhibit.title, &built.exhibit.description);
            let options = chart::Options { id: "a", lang: Lang::Zh, title, description, width: Width::Wide };
            group.bench_function(spec.kind.value.name(), |b| {
                b.iter(|| chart::draw(black_box(plot), &options));
            });
        }
    }
    group.finish();
}

fn page(c: &mut Criterion, sample: &Content) {
    let Ok(theme) = Theme::load(None) else { return };
    let Ok(site) = Site::new(sample, &theme, None) else { return };
    let mut group = c.benchmark_group("page");
    for (name, id) in [("bulletin with one chart", "huaihua-h1"), ("bulletin with eight charts", "yunlan-06")]
    {
        let Some(at) = sample.bulletins.iter().position(|bulletin| bulletin.id.value.as_str() == id) else {
            continue;
        };
        let route = Route::Page(Lang::Zh, PageKind::Bulletin(at));
        group.bench_function(name, |b| b.iter(|| site.render(black_box(route))));
    }
    group.finish();
}

/// A whole build of 1,000 generated bulletins in two languages: load, check, plan, render, write; and what reading
/// and judging their 2,000 narratives takes of it.
fn build(c: &mut Criterion) {
    let mut group = c.benchmark_group("build of 1,000 bulletins");
    group.sample_size(10).measurement_time(Duration::from_secs(20));
    for (name, charts) in [("a table and no chart", false), ("a table and two charts", true)] {
        let folder = tempdir().expect("a folder for the corpus");
        corpus::write(folder.path(), 1000, charts).expect("a corpus");
        group.bench_function(name, |b| {
            b.iter_batched_ref(
                || tempdir().expect("a folder"),
                |output| whole(folder.path(), output.path()),
                BatchSize::PerIteration,
            );
        });
        let content = content::load(folder.path()).content;
        group.bench_function(format!("{name}: every rule of check"), |b| {
            b.iter(|| gongbao::check::run(&content));
        });
    }
    group.finish();
}

#[allow(clippy::print_stderr, reason = "criterion reports times alone")]
fn report_sizes(site: &Site<'_>) {
    let [terms, texts] = index(site);
    eprintln!("index of 10,000 pages: {} kB of terms, {} kB of texts", terms / 1000, texts / 1000);
    for (lang, terms) in
        [(Lang::Zh, ["招商", "商引", "引资"].as_slice()), (Lang::En, &["signed", "projects"])]
    {
        eprintln!("a query of {terms:?} loads {} kB", loaded(site, lang, terms) / 1000);
    }
}

/// Making the index of 10,000 pages in two languages; its size is printed, and so are the bytes that a query of four
/// characters and one of two words load.
fn search(c: &mut Criterion) {
    let folder = tempdir().expect("a folder for the corpus");
    corpus::write(folder.path(), 5000, false).expect("a corpus");
    let content = content::load(folder.path()).content;
    let theme = Theme::embedded();
    let mut group = c.benchmark_group("search");
    group.sample_size(10).measurement_time(Duration::from_secs(20)).throughput(Throughput::Elements(10_000));
    group.bench_function("index of 10,000 pages", |b| {
        // A planned site keeps what it has worked out, so that each turn wants one of its own.
        b.iter_batched_ref(
            || Site::plan(&content, &theme, None).0,
            |site| index(site),
            BatchSize::PerIteration,
        );
    });
    group.finish();
    report_sizes(&Site::plan(&content, &theme, None).0);
}

/// Renders the whole index; returns the bytes of terms and of texts.
fn index(site: &Site<'_>) -> [usize; 2] {
    let routes = site.routes();
    let files = routes.par_iter().filter_map(|&route| {
        let Route::Search(_, file) = route else { return None };
        let size = site.render(route).document.bytes.len();
        Some(if matches!(file, SearchFile::Page(_)) { [0, size] } else { [size, 0] })
    });
    files.reduce(|| [0, 0], |a, b| [a[0] + b[0], a[1] + b[1]])
}

/// The bytes of the catalogue, of the shards of some terms, and of ten pages.
fn loaded(site: &Site<'_>, lang: Lang, terms: &[&str]) -> usize {
    let routes = site.routes();
    let own = routes.iter().filter_map(|&route| match route {
        Route::Search(of, file) if of == lang => Some(file),
        _ => None,
    });
    let files: Vec<SearchFile> = own.collect();
    let pages = files.iter().filter(|file| matches!(file, SearchFile::Page(_))).count();
    let shards = gongbao::search::count_for(pages);
    let shards: HashSet<usize> =
        terms.iter().map(|term| gongbao::search::term::shard_of(term, shards)).collect();
    let wanted = files.into_iter().filter(|file| match *file {
        SearchFile::Catalogue => true,
        SearchFile::Shard(at) => shards.contains(&at),
        SearchFile::Page(at) => at + 10 >= pages,
    });
    wanted.map(|file| site.render(Route::Search(lang, file)).document.bytes.len()).sum()
}

fn whole(content: &Path, output: &Path) -> usize {
    let content = content::load(content).content;
    let theme = Theme::load(None).unwrap_or_else(|_| panic!("the embedded theme loads"));
    let findings = gongbao::check::figures(&content);
    assert!(!findings.has_veto());
    let site = Site::new(&content, &theme, None).unwrap_or_else(|_| panic!("the corpus has no collision"));
    let routes = site.routes();
    let sink = Directory::stage(&output.join("site")).expect("a staging folder");
    routes.par_iter().for_each(|&route| sink.write(&site.render(route).document).expect("a document"));
    sink.publish().expect("a site");
    routes.len()
}

fn with_sample(c: &mut Criterion) {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content"));
    let sample = content::load(folder).content;
    narrative(c, &sample);
    charts(c, &sample);
    page(c, &sample);
}

criterion_group!(benches, figures, with_sample, build, search);
criterion_main!(benches);
