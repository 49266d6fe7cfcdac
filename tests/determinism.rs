//! The same content is the same bytes: on any number of threads, in any folder, at any time.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod common;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use common::{Tree, copy, read, render};

fn sample() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content"))
}

fn differences<'t>(a: &'t Tree, b: &'t Tree) -> Vec<&'t str> {
    let paths = a.keys().chain(b.keys());
    paths.filter(|path| a.get(*path) != b.get(*path)).map(String::as_str).collect()
}

fn with_threads(threads: usize, content: &Path) -> Tree {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| render(content))
}

#[test]
fn one_thread_and_many_make_the_same_bytes() {
    assert_eq!(differences(&with_threads(1, sample()), &with_threads(8, sample())), [""; 0]);
}

#[test]
fn another_folder_at_another_time_makes_the_same_bytes() {
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = elsewhere.path().join("一 个 very different name");
    copy(sample(), &folder);
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(86_400 * 365);
    for path in read(&folder).keys() {
        let file = std::fs::File::options().write(true).open(folder.join(path)).unwrap();
        file.set_modified(long_ago).unwrap();
    }
    assert_eq!(differences(&render(sample()), &render(&folder)), [""; 0]);
}

#[test]
fn the_command_writes_what_the_library_renders_in_any_environment() {
    let folder = tempfile::tempdir().unwrap();
    let build = |output: &str, zone: &str, locale: &str| {
        let output = folder.path().join(output);
        let status = Command::new(env!("CARGO_BIN_EXE_gongbao"))
            .args(["build", "--quiet", "--content"])
            .arg(sample())
            .arg("--output")
            .arg(&output)
            .current_dir(folder.path())
            .env("TZ", zone)
            .env("LANG", locale)
            .status()
            .unwrap();
        assert!(status.success());
        read(&output)
    };
    let first = build("a", "Asia/Shanghai", "zh_CN.UTF-8");
    let second = build("b", "America/New_York", "C");
    assert_eq!(differences(&first, &second), [""; 0]);
    assert_eq!(differences(&first, &render(sample())), [""; 0]);
}

/// A spreadsheet bears the day of its bulletin and not the second in which it was made.
#[test]
fn a_second_later_the_bytes_are_the_same() {
    let first = render(sample());
    std::thread::sleep(Duration::from_millis(1100));
    assert_eq!(differences(&first, &render(sample())), [""; 0]);
}
