//! Places in order of an amount.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::{Index, Progress, Reading, share_of};
use crate::content::{Bulletin, Cell, CellKey, Dimension, Figure, Id, Place};

/// The ranking of the places of one figure.
#[derive(Clone, Debug)]
pub struct League<'a> {
    /// From first to last; places that tie stand in the order of the registry.
    pub entries: Vec<LeagueEntry<'a>>,
}

/// One place in a league.
#[derive(Clone, Debug)]
pub struct LeagueEntry<'a> {
    /// The place.
    pub place: &'a Place,
    /// Its value with what is known around it.
    pub reading: Reading<'a>,
    /// 1 for the largest; places of equal value share a rank and the next rank is left out: 1, 2, 2, 4.
    pub rank: usize,
    /// Whether another place has the same rank.
    pub tied: bool,
    /// Its share in the figure's own value, in per cent; `None` for ratios, which have no total.
    pub share: Option<Decimal>,
    /// Its progress against its own plan.
    pub progress: Option<Progress>,
    /// How it moved since the league that was published before; `None` if there was none.
    pub movement: Option<Movement>,
}

/// How a place moved between two leagues.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Movement {
    /// By so many ranks towards the first.
    Up(usize),
    /// By so many ranks towards the last.
    Down(usize),
    /// The same rank.
    Same,
    /// Not in the league before.
    New,
}

impl LeagueEntry<'_> {
    /// The rank with ties marked: 1, =2.
    pub fn rank_label(&self) -> String {
        format!("{}{}", if self.tied { "=" } else { "" }, self.rank)
    }
}

impl<'a> League<'a> {
    /// Ranks the places of a figure's `by_place`; `None` without one, or if a value cannot be read as a number.
    pub fn new(index: &'a Index<'_>, bulletin: &'a Bulletin, figure: &'a Figure) -> Option<Self> {
        let cells = &figure.breakdown(Dimension::Place)?.cells;
        let ranks = ranks(cells)?;
        let before = index.league_before(bulletin, figure).and_then(|league| {
            let cells = &league.figure.breakdown(Dimension::Place)?.cells;
            self::ranks(cells)
        });
        let whole = index.reading(bulletin, figure)?;
        let total = whole.exact().filter(|_| whole.series.accumulates());
        let mut entries = Vec::with_capacity(cells.len());
        for cell in cells {
            let CellKey::Id(id) = &cell.key.value else { return None };
            let reading = index.cell_reading(bulletin, figure, Dimension::Place, cell)?;
            let standing = *ranks.get(id)?;
            let movement = before.as_ref().map(|before| Movement::between(before.get(id), standing));
            entries.push(LeagueEntry {
                place: reading.place,
                rank: standing.rank,
                tied: standing.tied,
                share: total.and_then(|total| share_of(reading.exact()?, total)),
                progress: reading.progress(),
                movement,
                reading,
            });
        }
        let places = &index.content().registry.places;
        entries.sort_by_key(|entry| (entry.rank, places.get_index_of(&entry.place.id.value)));
        Some(League { entries })
    }

    /// The places of the first rank: one, or all that tie for it.
    pub fn leaders(&self) -> &[LeagueEntry<'a>] {
        let count = self.entries.partition_point(|entry| entry.rank == 1);
        &self.entries[..count]
    }
}

impl Movement {
    fn between(before: Option<&Standing>, now: Standing) -> Self {
        match before.map(|before| before.rank) {
            None => Movement::New,
            Some(rank) if rank > now.rank => Movement::Up(rank - now.rank),
            Some(rank) if rank < now.rank => Movement::Down(now.rank - rank),
            Some(_) => Movement::Same,
        }
    }
}

#[derive(Clone, Copy)]
struct Standing {
    rank: usize,
    tied: bool,
}

/// The rank of each cell by value, descending.
fn ranks(cells: &[Cell]) -> Option<HashMap<&Id, Standing>> {
    let mut values = Vec::with_capacity(cells.len());
    for cell in cells {
        let CellKey::Id(id) = &cell.key.value else { return None };
        values.push((cell.value.value.quantity.value()?, id));
    }
    values.sort_by(|(a, _), (b, _)| b.cmp(a));
    let mut ranks = HashMap::with_capacity(values.len());
    for equals in values.chunk_by(|(a, _), (b, _)| a == b) {
        let standing = Standing { rank: ranks.len() + 1, tied: equals.len() > 1 };
        ranks.extend(equals.iter().map(|(_, id)| (*id, standing)));
    }
    Some(ranks)
}
