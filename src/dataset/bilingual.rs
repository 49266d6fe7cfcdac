//! One table out of the same table in two languages.

use std::ops::Range;

use crate::exhibit::{DataTable, TableCell, TableRow};

/// Puts the same table in Chinese and English side by side: a column that says the same in both stands once, under
/// both headings; columns that differ stand in Chinese, then in English. Headings are parted by a line break.
///
/// Amounts stand twice, in 亿元 and in RMB billion, because each language counts in magnitudes of its own. Tables
/// whose columns do not pair up stand one after the other.
pub fn bilingual(zh: &DataTable, en: &DataTable) -> DataTable {
    let mut table = DataTable {
        caption: format!("{}\n{}", zh.caption, en.caption),
        columns: Vec::new(),
        rows: zh.rows.iter().map(|row| TableRow { cells: Vec::new(), current: row.current }).collect(),
    };
    if zh.columns.len() != en.columns.len() {
        [zh, en].into_iter().for_each(|from| add(&mut table, from, 0..from.columns.len()));
        return table;
    }
    let mut at = 0;
    while at < zh.columns.len() {
        if is_same(zh, en, at) {
            add(&mut table, zh, at..at + 1);
            if let (Some(column), Some(other)) = (table.columns.last_mut(), en.columns.get(at)) {
                column.heading = joined(&column.heading, &other.heading);
            }
            at += 1;
        } else {
            let end = (at..zh.columns.len()).find(|&next| is_same(zh, en, next)).unwrap_or(zh.columns.len());
            add(&mut table, zh, at..end);
            add(&mut table, en, at..end);
            at = end;
        }
    }
    table
}

/// Whether a column says the same in both languages.
fn is_same(zh: &DataTable, en: &DataTable, at: usize) -> bool {
    zh.rows.iter().zip(&en.rows).all(|(zh, en)| zh.cells.get(at) == en.cells.get(at))
}

fn joined(zh: &str, en: &str) -> String {
    if zh == en { zh.to_owned() } else { format!("{zh}\n{en}") }
}

fn add(table: &mut DataTable, from: &DataTable, columns: Range<usize>) {
    table.columns.extend(from.columns.get(columns.clone()).unwrap_or_default().iter().cloned());
    for (order, row) in table.rows.iter_mut().enumerate() {
        let cells = |at| from.rows.get(order).and_then(|row: &TableRow| row.cells.get(at)).cloned();
        row.cells.extend(columns.clone().map(|at| cells(at).unwrap_or(TableCell::Empty)));
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::exhibit::TableColumn;

    fn table(headings: [&str; 3], cells: [TableCell; 3]) -> DataTable {
        let columns = headings.map(|heading| TableColumn { heading: heading.to_owned(), numeric: false });
        let row = TableRow { cells: cells.into(), current: false };
        DataTable { caption: "表".to_owned(), columns: columns.into(), rows: vec![row] }
    }

    #[test]
    fn what_differs_stands_twice() {
        let count = || TableCell::Number(Decimal::from(121));
        let zh = table(
            ["地区", "个数（个）", "投资（亿元）"],
            ["怀化市".into(), count(), Decimal::from(458).into()],
        );
        let en = table(
            ["Place", "Number", "Investment (RMB billion)"],
            ["Huaihua".into(), count(), Decimal::new(458, 1).into()],
        );
        let table = bilingual(&zh, &en);
        let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
        let expected = ["地区", "Place", "个数（个）\nNumber", "投资（亿元）", "Investment (RMB billion)"];
        assert_eq!(headings, expected);
        assert_eq!(table.rows[0].cells[2..4], [count(), Decimal::from(458).into()]);
    }
}
