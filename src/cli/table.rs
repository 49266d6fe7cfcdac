//! Tables for the terminal.

use unicode_width::UnicodeWidthStr;

/// The space between two columns.
const GAP: usize = 2;

/// Rows below a head, in columns that stand in line where Han characters are two cells wide.
pub(super) fn render<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
    let head = head.map(str::to_owned);
    let all = || std::iter::once(&head).chain(rows);
    let widths: [usize; N] =
        std::array::from_fn(|column| all().map(|row| row[column].width()).max().unwrap_or_default() + GAP);
    let mut table = String::new();
    for row in all() {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            line += cell;
            line.extend(std::iter::repeat_n(' ', width - cell.width()));
        }
        table += line.trim_end();
        table.push('\n');
    }
    table
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn columns_stand_in_line() {
        let rows = [["公报".to_owned(), "无".to_owned()], ["abcdef".to_owned(), "1".to_owned()]];
        assert_eq!(render(["a", "b"], &rows), "a       b\n公报    无\nabcdef  1\n");
    }
}
