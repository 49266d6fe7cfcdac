//! plans/: targets for a period.

use super::registry::bare_unit;
use crate::content::decode::Fields;
use crate::content::{Id, Plan, Registry, Target};

/// Reads a plan; `id` is the file's name.
pub(super) fn read(id: Id, fields: &mut Fields<'_>, registry: &Registry) -> Option<Plan> {
    let (period, title) = (fields.required("period"), fields.optional("title"));
    let targets = fields.tables_with("targets", |target| read_target(target, registry));
    Some(Plan { id, period: period?, title, targets })
}

fn read_target(fields: &mut Fields<'_>, registry: &Registry) -> Option<Target> {
    let (place, indicator) = (fields.required("place"), fields.required("indicator"));
    let value = fields.required_amount("value", bare_unit(registry, indicator.as_ref()));
    let source = fields.optional("source");
    Some(Target { place: place?, indicator: indicator?, value: value?, source })
}
