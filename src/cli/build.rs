//! `gongbao build`.

use std::io::IsTerminal;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Instant;

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use super::{Exit, Global, Input, pictures, report};
use crate::check;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Sources};
use crate::lang::Lang;
use crate::sink::{Directory, SinkError};
use crate::site::{Manuscript, Site};

/// What `build` takes.
#[derive(Args, Debug)]
pub(super) struct BuildArgs {
    #[command(flatten)]
    input: Input,
    /// The folder that the site is written to; replaced whole, or left as it was
    #[arg(long, short, value_name = "DIR", default_value = "output")]
    output: PathBuf,
    /// Build what is published: the narratives are checked too, and every veto stops the build. Without this, a site
    /// that can be rendered is written as a draft
    #[arg(long)]
    release: bool,
    /// Make pictures too: every chart as PNG for Word and WeChat, cards for social media, and photographs scaled down
    #[arg(long)]
    png: bool,
    /// Fonts for characters that the embedded font of pictures lacks; with --png
    #[arg(long, value_name = "FILE", requires = "png")]
    font: Vec<PathBuf>,
    /// Leave out the search: no index, no search page, no box in the masthead
    #[arg(long)]
    no_search: bool,
}

/// Whether findings keep a site from being written: what cannot be rendered always does, a veto about what is said
/// only where the site is to be published.
fn stops(findings: &Diagnostics, release: bool) -> bool {
    let is_stopping =
        |found: &Diagnostic| found.severity == Severity::Veto && (release || !found.code.is_judgement());
    findings.iter().any(is_stopping)
}

pub(super) fn run(args: &BuildArgs, global: &Global) -> Exit {
    let started = Instant::now();
    if !args.input.has_content(global) {
        return Exit::Io;
    }
    // The process ends with the build: taking thousands of bulletins apart would only make the editor wait.
    let read = if args.release { Manuscript::read } else { Manuscript::draft };
    let manuscript = ManuallyDrop::new(read(&args.input.content, args.input.theme_folder().as_deref()));
    let (mut site, mut findings) = manuscript.plan(args.input.base_url.as_deref());
    let painter = match args.png.then(|| pictures::painter(&args.font)).transpose() {
        Ok(painter) => painter,
        Err((message, exit)) => {
            anstream::eprintln!("gongbao: {}", message.get(global.message_lang()));
            return exit;
        }
    };
    if let Some(painter) = &painter {
        site = site.with_pictures(painter.as_ref());
    }
    if args.no_search {
        site = site.without_search();
    }
    let sources = &manuscript.content().sources;
    if stops(&findings, args.release) {
        // Nothing will be written; the rest of what is wrong is said all the same.
        findings.extend(settled(site.check(), &manuscript));
        return refuse(findings, sources, &args.output, global);
    }
    let (findings, written) = match write(&site, &manuscript, args, findings, global) {
        Ok(outcome) => outcome,
        Err(error) => {
            anstream::eprintln!("gongbao: {}", error.text().get(global.message_lang()));
            return Exit::Io;
        }
    };
    if stops(&findings, args.release) {
        return refuse(findings, sources, &args.output, global);
    }
    let exit = report::print(findings, sources, global);
    if !global.quiet {
        let seconds = started.elapsed().as_secs_f64();
        anstream::eprintln!("{}", done(written, &args.output, seconds, global.message_lang()));
    }
    if exit == Exit::Veto {
        anstream::eprintln!("{}", draft(&args.output, global.message_lang()));
    } else if !args.release && !global.quiet {
        anstream::eprintln!("{}", unread(global.message_lang()));
    }
    Exit::Done
}

/// Findings as they count on this site.
fn settled(findings: Diagnostics, manuscript: &Manuscript) -> Diagnostics {
    check::settle(findings, manuscript.content()).open
}

/// Says what is wrong, and that the old site is as it was.
fn refuse(findings: Diagnostics, sources: &Sources, output: &Path, global: &Global) -> Exit {
    let exit = report::print(findings, sources, global);
    anstream::eprintln!("{}", untouched(output, global.message_lang()));
    exit
}

/// Renders every route in parallel into a staging folder, which takes the target's place unless something stops it.
fn write(
    site: &Site<'_>,
    manuscript: &Manuscript,
    args: &BuildArgs,
    mut findings: Diagnostics,
    global: &Global,
) -> Result<(Diagnostics, usize), SinkError> {
    let routes = site.routes();
    let sink = Directory::stage(&args.output)?;
    let bar = progress(routes.len(), global);
    let found = Mutex::new(Vec::new());
    // Some documents take a thousand times as long as others: threads take few at a time, so that none is left alone
    // with many at the end.
    routes.par_iter().with_max_len(16).try_for_each(|&route| {
        let rendered = site.render(route);
        if !rendered.findings.is_empty()
            && let Ok(mut found) = found.lock()
        {
            found.push(rendered.findings);
        }
        bar.inc(1);
        sink.write(&rendered.document)
    })?;
    bar.finish_and_clear();
    for more in found.into_inner().unwrap_or_default() {
        findings.extend(settled(more, manuscript));
    }
    if !stops(&findings, args.release) {
        sink.publish()?;
    }
    Ok((findings, routes.len()))
}

fn progress(length: usize, global: &Global) -> ProgressBar {
    let shown = !global.quiet && std::io::stderr().is_terminal();
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(length as u64), target);
    match ProgressStyle::with_template("{bar:40} {pos}/{len}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn done(documents: usize, output: &Path, seconds: f64, lang: Lang) -> String {
    let output = output.display();
    match lang {
        Lang::Zh => format!("已生成{documents}个文件，存放于{output}，用时{seconds:.2}秒"),
        Lang::En => format!("{documents} files written to {output} in {seconds:.2} s"),
    }
}

fn draft(output: &Path, lang: Lang) -> String {
    let output = output.display();
    match lang {
        Lang::Zh => format!("有否决项：{output}只是草稿，不得发布；gongbao build --release会拒绝生成"),
        Lang::En => {
            format!("there are vetoes: {output} is a draft, which `gongbao build --release` would refuse")
        }
    }
}

fn unread(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "这是草稿：正文未与数据核对；核对用gongbao check，发布用gongbao build --release",
        Lang::En => {
            "this is a draft: narratives were not held against their figures; `gongbao check` does that, and \
             `gongbao build --release` before publishing"
        }
    }
}

fn untouched(output: &Path, lang: Lang) -> String {
    let output = output.display();
    match lang {
        Lang::Zh => format!("有否决项，未发布；{output}保持原样"),
        Lang::En => format!("nothing was published; {output} is as it was"),
    }
}
