//! What flows from adaptor to adaptor.

use std::ops::Range;

use pulldown_cmark::Event;

use super::directive::Directive;

/// A piece of a narrative.
#[derive(Debug)]
pub(crate) enum Piece<'a> {
    /// Markdown as the parser saw it.
    Event(Event<'a>),
    /// A directive within text.
    Inline(&'a Directive),
    /// A directive that was alone in its paragraph, and takes the paragraph's place.
    Block(&'a Directive),
    /// Source text that was refused and is shown as it was typed.
    Refused(&'a str),
    /// The start of a link whose address is allowed; it ends with the parser's own event.
    Link(Link),
}

/// A link as it is printed.
#[derive(Debug)]
pub(crate) struct Link {
    pub(super) href: String,
    pub(super) title: String,
    /// Whether it leads out of the site.
    pub(super) external: bool,
}

/// A piece and the bytes of the narrative that it comes from.
pub(super) type Placed<'a> = (Piece<'a>, Range<usize>);
