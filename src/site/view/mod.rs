//! What templates see: one struct a page kind, all text finished in the page's language.
//!
//! Every `href` is relative to the page and ready to print. Fields named `html` or `svg` are finished
//! markup; all others are plain text that the template escapes.

mod bulletin;
mod data;
mod exhibit;
mod figure;
mod frame;
mod home;
mod lists;
mod place;
mod plans;
mod project;
mod search;
mod standing;
mod words;

pub use bulletin::{
    BulletinBody, CopyBody, DatedView, Download, FragmentView, IndicatorNote, NarrativeView, PieceView,
};
pub use data::{ColumnNote, DataBody, DataFileView, DataRow, DataYear};
pub use exhibit::{CellView, ColumnView, ExhibitView, ImageView, RowView, SvgPair, TableView};
pub use figure::{ChangeView, FigureView, Labelled, Markup, ProgressView};
pub(in crate::site) use frame::MetadataView;
pub use frame::{
    AgencyView, Alternate, Banner, Crumb, DateView, Link, NavItem, Page, PoliceFiling, SiteView, Switch,
};
pub use home::{EditionView, HomeBody, LatestView, RootView, Way};
pub use lists::{
    BulletinRow, BulletinsBody, ColumnBody, DirectoryBody, DirectoryEntry, DirectoryGroup, YearView,
};
pub use place::{IndicatorBody, PlaceBody};
pub use plans::{PlanGroup, PlanRow, PlanView, PlansBody};
pub use project::{InPlaceView, ProjectBody, ProjectGroup, ProjectRow, ProjectsBody, StageView};
pub use search::{SearchBody, SearchFilter};
pub use standing::{NotFoundBody, StandingBody};
pub(super) use words::{Searchable, Words};
