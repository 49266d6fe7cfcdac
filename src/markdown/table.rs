//! Tables: in a frame that scrolls by itself on a narrow screen, aligned by classes.

use std::fmt::Write;

use pulldown_cmark::Alignment;

use crate::lang::Lang;

/// Where in a page's tables the writer is.
#[derive(Default)]
pub(super) struct Tables {
    count: usize,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// Where the current cell begins, and where its text does.
    cell: (usize, usize),
}

impl Tables {
    pub(super) fn start(&mut self, alignments: Vec<Alignment>, lang: Lang, out: &mut String) {
        self.count += 1;
        self.alignments = alignments;
        let name = match lang {
            Lang::Zh => "表格",
            Lang::En => "Table",
        };
        // A frame that scrolls needs a name and the focus, or the keyboard cannot scroll it (WCAG 2.1.1).
        // Writing to a string cannot fail.
        let _ = write!(
            out,
            "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{name} {}\"><table>",
            self.count
        );
    }

    pub(super) fn end(out: &mut String) {
        out.push_str("</tbody></table></div>\n");
    }

    pub(super) fn start_head(&mut self, out: &mut String) {
        self.in_head = true;
        self.column = 0;
        out.push_str("<thead><tr>");
    }

    pub(super) fn end_head(&mut self, out: &mut String) {
        self.in_head = false;
        out.push_str("</tr></thead><tbody>\n");
    }

    pub(super) fn start_row(&mut self, out: &mut String) {
        self.column = 0;
        out.push_str("<tr>");
    }

    pub(super) fn start_cell(&mut self, out: &mut String) {
        let start = out.len();
        out.push_str(if self.in_head { "<th scope=\"col\"" } else { "<td" });
        out.push_str(self.class());
        self.cell = (start, out.len());
    }

    pub(super) fn end_cell(&mut self, out: &mut String) {
        let (start, text) = self.cell;
        if self.in_head && out.len() == text {
            // A header cell without words heads nothing.
            out.truncate(start);
            out.push_str("<td");
            out.push_str(self.class());
            out.push_str("</td>");
        } else {
            out.push_str(if self.in_head { "</th>" } else { "</td>" });
        }
        self.column += 1;
    }

    fn class(&self) -> &'static str {
        match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"end\">",
            Some(Alignment::Center) => " class=\"center\">",
            _ => ">",
        }
    }
}
