//! The pages of a place and of an indicator.

use serde::Serialize;

use super::{BulletinRow, FigureView, Labelled, Link, Markup, ProjectRow};

/// A place's page.
#[derive(Serialize, Debug)]
pub struct PlaceBody {
    /// Rank, code, what it lies in, former names.
    pub facts: Vec<Labelled>,
    /// A sentence or two.
    pub description: Option<String>,
    /// What it lies in.
    pub parent: Option<Link>,
    /// What lies in it.
    pub children: Vec<Link>,
    /// Its newest figures.
    pub figures: Vec<FigureView>,
    /// Its series, an exhibit an indicator.
    pub series: Vec<Markup>,
    /// Its bulletins, newest first.
    pub bulletins: Vec<BulletinRow>,
    /// Its projects and those of the places within it.
    pub projects: Vec<ProjectRow>,
    /// Whether some of them are of places within it.
    pub within: bool,
}

/// An indicator's page.
#[derive(Serialize, Debug)]
pub struct IndicatorBody {
    /// What it means.
    pub definition: String,
    /// Unit, kind, source, what it is part of.
    pub facts: Vec<Labelled>,
    /// What it is part of.
    pub whole: Option<Link>,
    /// Its own parts.
    pub parts: Vec<Link>,
    /// Its series, an exhibit a place.
    pub series: Vec<Markup>,
    /// Bulletins that use it, newest first.
    pub bulletins: Vec<BulletinRow>,
}
