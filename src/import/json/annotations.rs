//! Annotations that stand in files of their own, taken in like a list of saved addresses: each comes
//! to the address it was made on.

use crate::article::{Article, Kept, Meta, Origin, Stated};
use crate::import::{annotations, saved};
use serde_json::Value;

/// An article for each address that annotations in `value` were made on; `None` where it holds
/// none.
pub(super) fn read(value: &Value) -> Option<Vec<Article>> {
    let stated = |value: String| Stated::new(value, Origin::Record);
    let found = annotations::of(value)?.notes.into_iter().filter_map(|noted| {
        let address = Some(stated(noted.address?));
        let meta = Meta { address, title: noted.title.map(stated), ..Meta::default() };
        Some((meta, Kept { annotations: vec![noted.annotation], ..Kept::default() }))
    });
    let found: Vec<_> = found.collect();
    (!found.is_empty()).then(|| saved::articles(found.into_iter()))
}
