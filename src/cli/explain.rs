//! `gongbao explain`.

use clap::Args;

use super::{Exit, Global};
use crate::diagnostic::{Code, explain};
use crate::lang::Lang;

/// What `explain` takes.
#[derive(Args, Debug)]
pub(super) struct ExplainArgs {
    /// A code, such as N3; without one, all codes are listed
    code: Option<String>,
}

pub(super) fn run(args: &ExplainArgs, global: &Global) -> Exit {
    let lang = global.message_lang();
    let Some(name) = &args.code else {
        for code in Code::ALL {
            anstream::println!("{:<4}{}", code.name(), code.title().get(lang));
        }
        return Exit::Done;
    };
    match Code::named(name) {
        Some(code) => {
            anstream::print!("{}", explain(code, lang));
            Exit::Done
        }
        None => {
            let message = match lang {
                Lang::Zh => format!("没有规则{name}；gongbao explain列出全部代码"),
                Lang::En => format!("no rule has the code {name}; `gongbao explain` lists them all"),
            };
            anstream::eprintln!("gongbao: {message}");
            Exit::Usage
        }
    }
}
