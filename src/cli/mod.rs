//! The commands, one thin file each: parse, call the library, print.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is where printing belongs")]

mod build;
mod check;
mod explain;
mod fix;
mod lint;
mod parity;
mod pictures;
mod report;
mod scope;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};

use crate::lang::{Lang, Text};

/// The whole command line.
#[derive(Parser, Debug)]
#[command(
    name = "gongbao",
    version,
    about = "gongbao 公报: publishes bilingual (Chinese and English) investment-promotion bulletins",
    long_about = "gongbao 公报: reads Markdown narratives and TOML figures and publishes a bilingual (Chinese and \
                  English) site of investment-promotion bulletins with charts.\n\n\
                  A figure is written once, in metrics.toml; prose in both languages, charts, tables and downloads \
                  take it from there. docs/content.md describes every file of the content folder.",
    after_help = "Exit codes:\n  \
                  0   done\n  \
                  1   done, with warnings, under --strict\n  \
                  2   something must not be published (veto); the old site is as it was. A plain build\n      \
                  writes a draft where a veto is only about what is said; build --release does not\n  \
                  64  the command line is wrong\n  \
                  74  a file or folder could not be read or written\n\n\
                  Examples:\n  \
                  gongbao build                        build content/ into output/, if need be as a draft\n  \
                  gongbao build --release              the same for publishing: no veto is let through\n  \
                  gongbao check                        say everything that is wrong, where, and how to mend it\n  \
                  gongbao check 2022/huaihua-h1 --fix  the same of one bulletin, and mend what is safe to mend\n  \
                  gongbao lint zh.txt en.txt           judge pasted text and its translation\n  \
                  gongbao build --base-url https://www.example.gov.cn/zs --output /srv/www/zs"
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    global: Global,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Build the site: content/ becomes output/, whole or not at all
    Build(build::BuildArgs),
    /// Say everything that is wrong or doubtful, where, and how to mend it; write nothing, except with --fix
    Check(check::CheckArgs),
    /// Judge pasted text, in Chinese, English or both
    Lint(lint::LintArgs),
    /// Show how translations stand to their originals, or record that they say the same
    Parity(parity::ParityArgs),
    /// Tell what a rule wants and why, with an example of wrong and right
    Explain(explain::ExplainArgs),
}

/// Options of every command.
#[derive(Args, Debug)]
struct Global {
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
    /// Print nothing but what is wrong
    #[arg(long, short, global = true)]
    quiet: bool,
    /// Language of messages [default: that of the system, else English]
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<MessageLang>,
}

/// Where the content and the theme are.
#[derive(Args, Debug)]
struct Input {
    /// The content folder
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
    /// A theme folder whose files stand in for those of the embedded theme
    /// [default: themes/portal beside the content folder, if there is one]
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,
    /// Where the site will be published, instead of base_url in site.toml
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

#[derive(Clone, Copy, ValueEnum, Debug)]
enum MessageLang {
    /// Chinese
    Zh,
    /// English
    En,
}

/// How a run ended, as the exit code says it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// All is well.
    Done,
    /// There are warnings, and they were asked to count.
    Warnings,
    /// Something must not be published.
    Veto,
    /// The command line is wrong (EX_USAGE).
    Usage,
    /// A file or folder could not be read or written (EX_IOERR).
    Io,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::Warnings => 1,
            Exit::Veto => 2,
            Exit::Usage => 64,
            Exit::Io => 74,
        })
    }
}

/// Runs a command.
pub fn run(cli: &Cli) -> Exit {
    match cli.global.color {
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
        ColorChoice::Auto => anstream::ColorChoice::Auto,
    }
    .write_global();
    match &cli.command {
        Command::Build(args) => build::run(args, &cli.global),
        Command::Check(args) => check::run(args, &cli.global),
        Command::Lint(args) => lint::run(args, &cli.global),
        Command::Parity(args) => parity::run(args, &cli.global),
        Command::Explain(args) => explain::run(args, &cli.global),
    }
}

impl Global {
    /// The language of messages: as asked, else that of the system's locale.
    fn message_lang(&self) -> Lang {
        match self.lang {
            Some(MessageLang::Zh) => Lang::Zh,
            Some(MessageLang::En) => Lang::En,
            None => {
                let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
                    .iter()
                    .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
                if locale.is_some_and(|locale| locale.starts_with("zh")) { Lang::Zh } else { Lang::En }
            }
        }
    }
}

impl Input {
    /// Whether there is a content folder; says so if not.
    fn has_content(&self, global: &Global) -> bool {
        let (found, folder) = (self.content.is_dir(), self.content.display());
        if !found {
            let message = Text::new(
                format!("没有内容目录{folder}；请在它的上级目录运行，或用--content指明"),
                format!(
                    "there is no content folder {folder}; run this in the folder that holds it, or name it with --content"
                ),
            );
            anstream::eprintln!("gongbao: {}", message.get(global.message_lang()));
        }
        found
    }

    /// The folder of the theme: as asked, else themes/portal beside the content folder.
    fn theme_folder(&self) -> Option<PathBuf> {
        let beside = || {
            let content = std::path::absolute(&self.content).ok()?;
            let folder = content.parent()?.join("themes/portal");
            folder.is_dir().then_some(folder)
        };
        self.theme.clone().or_else(beside)
    }
}
