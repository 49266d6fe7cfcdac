//! Writes a generated content folder: `cargo run --release --example corpus -- DIR COUNT [plain]`.

#[path = "../benches/corpus.rs"]
mod corpus;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (Some(folder), Some(Ok(count))) = (args.first(), args.get(1).map(|count| count.parse())) else {
        return ExitCode::from(64);
    };
    let charts = args.get(2).is_none_or(|word| word != "plain");
    match corpus::write(Path::new(folder), count, charts) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(74),
    }
}
