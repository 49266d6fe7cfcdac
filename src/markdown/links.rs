//! Where links may lead.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::cjk::PLACEHOLDER;
use super::directive::is_year;
use super::piece::{Link, Piece, Placed};
use super::report::{Problem, Report};
use super::{Options, Refusal, Resolver};
use crate::content::Id;
use crate::diagnostic::Code;
use crate::lang::Text;

/// What a link within the site leads to. A fragment, as in `page:methodology#sources`, is put after the resolved
/// address and is no matter of the resolver's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InternalLink {
    /// `bulletin:2022/huaihua-h1`: a bulletin, by year and id.
    Bulletin(String),
    /// `project:geely-nev`
    Project(Id),
    /// `place:huzhou`
    Place(Id),
    /// `indicator:signed_investment`
    Indicator(Id),
    /// `page:methodology`
    Page(Id),
}

/// Judges the address of every link and refuses Markdown's images; of what is refused, the text stays.
pub(super) struct Links<'a, I> {
    pieces: I,
    judge: Judge<'a>,
    /// Whether each open link or image is printed.
    open: Vec<bool>,
}

struct Judge<'a> {
    source: &'a str,
    resolver: &'a dyn Resolver,
    options: &'a Options<'a>,
    report: &'a Report<'a>,
}

impl<'a, I> Links<'a, I> {
    /// Judges the links of `pieces`, which come from `source`.
    pub(super) fn new(
        pieces: I,
        source: &'a str,
        resolver: &'a dyn Resolver,
        options: &'a Options<'a>,
        report: &'a Report<'a>,
    ) -> Self {
        Links { pieces, judge: Judge { source, resolver, options, report }, open: Vec::new() }
    }
}

impl<'a, I: Iterator<Item = Placed<'a>>> Iterator for Links<'a, I> {
    type Item = Placed<'a>;

    fn next(&mut self) -> Option<Placed<'a>> {
        loop {
            let (piece, range) = self.pieces.next()?;
            match piece {
                // An address in angle brackets may stand in a link's text; HTML cannot nest links.
                Piece::Event(Event::Start(Tag::Link { .. })) if self.open.contains(&true) => {
                    self.open.push(false);
                }
                Piece::Event(Event::Start(Tag::Link { link_type, dest_url, title, .. })) => {
                    let link = self.judge.link(link_type, &dest_url, &title, &range);
                    self.open.push(link.is_some());
                    if let Some(link) = link {
                        return Some((Piece::Link(link), range));
                    }
                }
                Piece::Event(Event::Start(Tag::Image { .. })) => {
                    self.judge.report.add(Code::LinkScheme, range, image());
                    self.open.push(false);
                }
                Piece::Event(Event::End(TagEnd::Link | TagEnd::Image)) => {
                    if self.open.pop() == Some(true) {
                        return Some((piece, range));
                    }
                }
                _ => return Some((piece, range)),
            }
        }
    }
}

impl Judge<'_> {
    /// The link as printed; `None` if it is refused.
    fn link(&self, kind: LinkType, address: &str, title: &str, range: &Range<usize>) -> Option<Link> {
        // A directive in an address was refused as such.
        if address.contains(PLACEHOLDER) && self.source[range.clone()].contains("{{") {
            return None;
        }
        let address = if kind == LinkType::Email { format!("mailto:{address}") } else { address.to_owned() };
        match self.href(&address) {
            Ok((href, external)) => Some(Link { href, title: title.replace(PLACEHOLDER, ""), external }),
            Err(refusal) => {
                self.report.refuse(refusal, self.place(&address, range));
                None
            }
        }
    }

    /// Where an address stands within its link; the whole link if it is written otherwise there.
    fn place(&self, address: &str, range: &Range<usize>) -> Range<usize> {
        let found = self.source[range.clone()].rfind(address).filter(|_| !address.is_empty());
        found.map_or(range.clone(), |at| range.start + at..range.start + at + address.len())
    }

    /// The address as printed and whether it leads out of the site.
    fn href(&self, address: &str) -> Result<(String, bool), Refusal> {
        let hidden = |c: char| c.is_control() || c == PLACEHOLDER;
        if address.contains(hidden) || address.trim() != address || address.starts_with("//") {
            return Err(refused(malformed(address)));
        }
        if let Some(fragment) = address.strip_prefix('#') {
            return Ok((format!("#{}{fragment}", self.options.id_prefix), false));
        }
        let Some((scheme, rest)) = split_scheme(address) else { return Ok((address.to_owned(), false)) };
        match scheme.to_ascii_lowercase().as_str() {
            "https" | "http" if rest.starts_with("//") => Ok((address.to_owned(), true)),
            "mailto" | "tel" => Ok((address.to_owned(), false)),
            kind @ ("bulletin" | "project" | "place" | "indicator" | "page") => {
                self.internal(kind, rest).map(|href| (href, false))
            }
            "https" | "http" => Err(refused(malformed(address))),
            _ => Err(refused(unknown_scheme(scheme))),
        }
    }

    fn internal(&self, kind: &str, rest: &str) -> Result<String, Refusal> {
        let (name, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let target = target(kind, name).ok_or_else(|| refused(bad_name(kind, name)))?;
        let href = self.resolver.link(&target)?;
        Ok(if fragment.is_empty() { href } else { format!("{href}#{fragment}") })
    }
}

/// Splits `scheme:rest`; `None` for an address that is relative.
///
/// Whatever stands before the first colon is the scheme unless a path, query or fragment has begun: nothing that
/// a browser might read as a scheme passes for a relative address.
fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    (!scheme.contains(['/', '?', '#'])).then_some((scheme, rest))
}

fn target(kind: &str, name: &str) -> Option<InternalLink> {
    if kind == "bulletin" {
        let (year, id) = name.split_once('/')?;
        return (is_year(year) && Id::new(id).is_some()).then(|| InternalLink::Bulletin(name.to_owned()));
    }
    let id = Id::new(name)?;
    Some(match kind {
        "project" => InternalLink::Project(id),
        "place" => InternalLink::Place(id),
        "indicator" => InternalLink::Indicator(id),
        _ => InternalLink::Page(id),
    })
}

fn refused(problem: Problem) -> Refusal {
    Refusal::new(Code::LinkScheme, problem.message, problem.help)
}

fn unknown_scheme(scheme: &str) -> Problem {
    Problem {
        message: Text::new(
            format!("链接不能用“{scheme}:”"),
            format!("a link may not begin with `{scheme}:`"),
        ),
        help: Text::new(
            "可用 https:、http:、mailto:、tel:、相对地址，或站内的 bulletin:、project:、place:、indicator:、page:",
            "use https:, http:, mailto:, tel:, a relative address, or bulletin:, project:, place:, indicator:, \
             page: within the site",
        ),
    }
}

fn malformed(address: &str) -> Problem {
    let visible: String = address.chars().filter(|c| !c.is_control() && *c != PLACEHOLDER).collect();
    Problem {
        message: Text::new(
            format!("链接地址“{visible}”不规范"),
            format!("the address `{visible}` is not well formed"),
        ),
        help: Text::new(
            "写完整地址，如 https://www.example.gov.cn/，其中不留空格、换行和指令",
            "write the whole address, such as https://www.example.gov.cn/, without spaces, line breaks or \
             directives",
        ),
    }
}

fn bad_name(kind: &str, name: &str) -> Problem {
    let example = if kind == "bulletin" { "bulletin:2022/huaihua-h1" } else { "project:geely-nev" };
    Problem {
        message: Text::new(format!("“{name}”不是标识"), format!("`{name}` is not an id")),
        help: Text::new(format!("写法如 {example}"), format!("write for example {example}")),
    }
}

fn image() -> Problem {
    Problem {
        message: Text::new("图片不能直接写在正文里", "a picture is not written into the narrative itself"),
        help: Text::new(
            "在 bulletin.toml 的 [[images]] 中登记图片和替代文字，再独立成段写 {{ image 名称 }}",
            "enter it with its alternative text under [[images]] in bulletin.toml, then write {{ image id }} in \
             a paragraph of its own",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_are_told_from_paths() {
        for (address, scheme) in [
            ("https://x", Some("https")),
            ("javascript:alert(1)", Some("javascript")),
            ("a/b:c", None),
            ("?a=b:c", None),
            ("#a:b", None),
            ("notes.html", None),
            ("java script:x", Some("java script")),
        ] {
            assert_eq!(split_scheme(address).map(|(scheme, _)| scheme), scheme, "{address}");
        }
    }

    #[test]
    fn targets_are_read() {
        let id = |text| Id::new(text).unwrap();
        for (kind, name, expected) in [
            ("bulletin", "2022/huaihua-h1", Some(InternalLink::Bulletin("2022/huaihua-h1".into()))),
            ("bulletin", "huaihua-h1", None),
            ("project", "geely-nev", Some(InternalLink::Project(id("geely-nev")))),
            ("place", "huzhou", Some(InternalLink::Place(id("huzhou")))),
            ("indicator", "signed_investment", Some(InternalLink::Indicator(id("signed_investment")))),
            ("page", "methodology", Some(InternalLink::Page(id("methodology")))),
            ("page", "方法", None),
        ] {
            assert_eq!(target(kind, name), expected, "{kind}:{name}");
        }
    }
}
