//! Labels that would stand on each other, moved apart as little as can be.

/// Moves centres apart so that neighbours of the given widths do not touch, within `low` and `high`.
///
/// Centres come in ascending order and stay in it. What must move moves together, around the mean of where its
/// members want to be. Widths that are together more than the room run over `high`.
pub(super) fn spread(centres: &[f64], widths: &[f64], low: f64, high: f64) -> Vec<f64> {
    let mut groups: Vec<Group> = Vec::with_capacity(centres.len());
    for (centre, width) in centres.iter().zip(widths) {
        let mut group = Group { count: 1.0, start: centre - width / 2.0, width: *width };
        group.keep_within(low, high);
        while let Some(before) = groups.pop_if(|before| before.start + before.width > group.start) {
            group = before.joined_by(&group);
            group.keep_within(low, high);
        }
        groups.push(group);
    }
    let mut groups = groups.into_iter();
    let (mut at, mut end) = (low, low);
    widths
        .iter()
        .map(|width| {
            if at + width > end + 0.01 {
                (at, end) = groups
                    .next()
                    .map_or((at, f64::INFINITY), |group| (group.start, group.start + group.width));
            }
            at += width;
            at - width / 2.0
        })
        .collect()
}

struct Group {
    count: f64,
    start: f64,
    width: f64,
}

impl Group {
    fn keep_within(&mut self, low: f64, high: f64) {
        self.start = self.start.min(high - self.width).max(low);
    }

    /// Both as one, which starts at the mean of where its members would like it to start.
    fn joined_by(self, after: &Group) -> Group {
        let wanted = self.start * self.count + (after.start - self.width) * after.count;
        let count = self.count + after.count;
        Group { count, start: wanted / count, width: self.width + after.width }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_room_stays() {
        assert_eq!(spread(&[10.0, 50.0], &[10.0, 10.0], 0.0, 100.0), [10.0, 50.0]);
    }

    #[test]
    fn what_collides_moves_to_both_sides() {
        assert_eq!(spread(&[50.0, 50.0], &[10.0, 10.0], 0.0, 100.0), [45.0, 55.0]);
        assert_eq!(spread(&[1.0, 2.0, 98.0], &[10.0, 10.0, 10.0], 0.0, 100.0), [5.0, 15.0, 95.0]);
        assert_eq!(spread(&[90.0, 95.0, 99.0], &[20.0, 20.0, 20.0], 0.0, 100.0), [50.0, 70.0, 90.0]);
    }
}
