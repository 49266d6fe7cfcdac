//! The known word that an unknown one was probably meant to be.

/// The candidate with the fewest slips between it and `word`, if they are few for its length.
pub(super) fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let slips = |candidate: &str| distance(word.as_bytes(), candidate.as_bytes());
    let best = candidates.iter().copied().min_by_key(|candidate| slips(candidate))?;
    (slips(best) <= best.len().div_ceil(3)).then_some(best)
}

/// How many letters are to be put in, taken out, replaced or swapped with their neighbour.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        for (a, b, slips) in [("", "", 0), ("chart", "chart", 0), ("chrat", "chart", 1), ("", "abc", 3)] {
            assert_eq!(distance(a.as_bytes(), b.as_bytes()), slips, "{a} {b}");
        }
    }

    #[test]
    fn only_near_words_are_offered() {
        let known = ["chart", "table", "key-points"];
        assert_eq!(nearest("tabel", &known), Some("table"));
        assert_eq!(nearest("keypoint", &known), Some("key-points"));
        assert_eq!(nearest("signed", &known), None);
        assert_eq!(nearest("x", &[]), None);
    }
}
