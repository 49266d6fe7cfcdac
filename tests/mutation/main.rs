//! How many planted mistakes `check` finds: one mistake at a time in the clean sample content, at every place where
//! it can be made, up to a limit for each kind. A mistake counts as caught if the right code stands at the right line.
//!
//! `cargo test --test mutation -- --nocapture` prints the table; `MISSED=1` lists what was missed, too.
#![allow(clippy::print_stdout, reason = "the table is for whoever asks for it")]

mod bench;
mod plant;
mod words;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use bench::{Outcome, Sample};
use plant::Planted;
use rayon::prelude::*;

/// Of all mistakes, and of those of each kind, so many in a hundred are to be caught.
const OVERALL: f64 = 98.0;
const OF_EACH_KIND: f64 = 90.0;

#[test]
fn planted_mistakes_are_caught() {
    let sample = Sample::read();
    let clean = sample.findings();
    assert!(clean.is_empty(), "the clean content has findings:\n{}", clean.join("\n"));

    let planted = plant::all(&sample);
    assert!(planted.len() >= 2000, "only {} mistakes", planted.len());
    let outcomes = judge(&sample, &planted);

    let table = table(&outcomes);
    println!("{table}");
    if std::env::var_os("MISSED").is_some() {
        for (mistake, outcome) in outcomes.iter().filter(|(_, outcome)| !outcome.caught) {
            println!("{}\n    {}", mistake.describe(&sample), outcome.found.join("\n    "));
        }
    }
    for (kind, (caught, of)) in tally(&outcomes) {
        assert!(share(caught, of) >= OF_EACH_KIND, "{kind}: {caught} of {of}\n{table}");
    }
    let caught = outcomes.iter().filter(|(_, outcome)| outcome.caught).count();
    assert!(share(caught, outcomes.len()) >= OVERALL, "{table}");
}

/// What a sentence has been left out of shows by itself, if nobody ever confirmed the translation.
#[test]
fn most_sentences_left_out_are_missed_without_a_record_too() {
    let sample = Sample::read().without_records();
    let planted = words::left_out(&sample);
    let outcomes = judge(&sample, &planted);
    println!("without a record of the translation:\n{}", table(&outcomes));
    let caught = outcomes.iter().filter(|(_, outcome)| outcome.caught).count();
    assert!(share(caught, outcomes.len()) >= 75.0, "{}", table(&outcomes));
}

fn judge<'p>(sample: &Sample, planted: &'p [Planted]) -> Vec<(&'p Planted, Outcome)> {
    let judge = |copy: &mut bench::Copy<'_>, mistake: &'p Planted| (mistake, copy.judge(mistake));
    planted.par_iter().map_init(|| sample.copy(), judge).collect()
}

/// By kind: how many were caught, of how many.
fn tally<'p>(outcomes: &[(&'p Planted, Outcome)]) -> BTreeMap<&'p str, (usize, usize)> {
    let mut tally = BTreeMap::new();
    for (mistake, outcome) in outcomes {
        let (caught, of) = tally.entry(mistake.kind).or_insert((0, 0));
        *caught += usize::from(outcome.caught);
        *of += 1;
    }
    tally
}

fn share(caught: usize, of: usize) -> f64 {
    100.0 * caught as f64 / of as f64
}

fn table(outcomes: &[(&Planted, Outcome)]) -> String {
    let mut table = String::from("| mistake | planted | caught | % |\n| --- | ---: | ---: | ---: |\n");
    let mut row = |name: &str, caught: usize, of: usize| {
        // Writing to a string cannot fail.
        let _ = writeln!(table, "| {name} | {of} | {caught} | {:.1} |", share(caught, of));
    };
    for (kind, (caught, of)) in tally(outcomes) {
        row(kind, caught, of);
    }
    let caught = outcomes.iter().filter(|(_, outcome)| outcome.caught).count();
    row("all", caught, outcomes.len());
    table
}
