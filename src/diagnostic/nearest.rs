//! The names that somebody probably meant.

use crate::lang::Text;

/// The candidates that differ little from `name`, nearest first, at most three; if there are none, those that
/// it is a part of, or that are a part of it.
///
/// Case, `_` and `-` are the mistakes that people make most, so they count for nothing.
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Vec<&'c str> {
    let name = plain(name);
    let tolerance = (name.len() / 3).clamp(1, 4);
    let mut near: Vec<(usize, &str)> = Vec::new();
    for candidate in candidates {
        let other = plain(candidate);
        if let Some(distance) = distance(&name, &other, tolerance) {
            near.push((distance, candidate));
        } else if contains(&name, &other) || contains(&other, &name) {
            near.push((usize::MAX, candidate));
        }
    }
    near.sort_unstable();
    near.dedup();
    let is_close = near.first().is_some_and(|(distance, _)| *distance < usize::MAX);
    near.retain(|(distance, _)| !is_close || *distance < usize::MAX);
    near.into_iter().take(3).map(|(_, candidate)| candidate).collect()
}

/// The help that offers names: `did you mean …?`
pub fn did_you_mean(names: &[&str]) -> Text {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    Text::new(format!("是否应为{}？", quoted.join("或")), format!("did you mean {}?", quoted.join(" or ")))
}

fn plain(name: &str) -> Vec<char> {
    name.chars().filter(|c| !matches!(c, '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// Whether a name stands within another; very short ones do so by chance.
fn contains(long: &[char], short: &[char]) -> bool {
    short.len() >= 3 && long.windows(short.len()).any(|part| part == short)
}

/// Insertions, deletions, replacements and swaps of neighbours between two names; `None` beyond `tolerance`.
pub(crate) fn distance(a: &[char], b: &[char], tolerance: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > tolerance {
        return None;
    }
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|&distance| distance <= tolerance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let known = ["signed_projects", "signed_investment", "funds_in_place", "name", "note"];
        assert_eq!(nearest("signed_project", known), ["signed_projects"]);
        assert_eq!(nearest("Signed-Projects", known), ["signed_projects"]);
        assert_eq!(nearest("nmae", known), ["name"]);
        assert_eq!(nearest("nane", known), ["name"]);
        assert_eq!(nearest("funds", known), ["funds_in_place"]);
        assert_eq!(nearest("investment", known), ["signed_investment"]);
        assert_eq!(nearest("something_else", known), [""; 0]);
        assert_eq!(nearest("", known), [""; 0]);
    }
}
