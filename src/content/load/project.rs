//! projects/: the project register.

use crate::content::decode::{Decode, Fields, Table, Value};
use crate::content::{Capacity, Disclosure, FiveOnesSlot, Id, Project, StageReached};
use crate::lang::Text;

/// Reads a project; `id` is the file's name.
pub(super) fn read(id: Id, fields: &mut Fields<'_>) -> Option<Project> {
    let (name, place) = (fields.required("name"), fields.required("place"));
    let unverified = fields.list("unverified");
    let investor = fields.optional("investor");
    let (site, chain) = (fields.optional("site"), fields.optional("chain"));
    let (investment, in_place) = (fields.amount("investment", None), fields.amount("in_place", None));
    let in_place_at = fields.optional("in_place_at");
    let capacity = fields.tables("capacity");
    let (description, source) = (fields.optional("description"), fields.optional("source"));
    let disclosure = fields.optional("disclosure").unwrap_or_default();
    let (stages, five_ones) = (fields.tables("stages"), fields.tables("five_ones"));
    Some(Project {
        id: fields.file_start(id),
        name: name?,
        unverified,
        investor,
        place: place?,
        site,
        chain,
        investment,
        in_place,
        in_place_at,
        capacity,
        description,
        disclosure,
        source,
        stages,
        five_ones,
    })
}

impl Table for Capacity {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (what, value) = (fields.text("what"), fields.required_amount("value", None));
        Some(Capacity { what, value: value? })
    }
}

impl Table for StageReached {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (stage, date) = (fields.required("stage"), fields.optional("date"));
        Some(StageReached { stage: stage?, date })
    }
}

impl Table for FiveOnesSlot {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(FiveOnesSlot { slot: fields.text("slot"), holder: fields.text("holder") })
    }
}

impl Decode for Disclosure {
    fn decode(value: Value<'_>) -> Option<Self> {
        value.choice(&Self::what(), &[("public", Disclosure::Public), ("withheld", Disclosure::Withheld)])
    }

    fn what() -> Text {
        Text::new("公开方式", "whether names are shown")
    }

    fn example() -> String {
        "\"withheld\"".into()
    }
}
