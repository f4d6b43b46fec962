//! Effects that wait together: those that a later one makes stale are left out.

use crate::app::Effect;
use crate::library::ArticleId;
use std::collections::HashSet;

/// Of the effects that are queued, those that still matter, in their order: of one kind that
/// replaces what was asked before, the last.
pub(super) fn settle(effects: Vec<Effect>) -> Vec<Effect> {
    #[derive(PartialEq, Eq, Hash)]
    enum Kind {
        Open,
        List,
        Picture,
        ListMarks,
        Position(ArticleId),
        Setting(&'static str),
    }
    let mut seen = HashSet::new();
    let mut settled: Vec<_> = effects
        .into_iter()
        .rev()
        .filter(|effect| match effect {
            Effect::Open { .. } => seen.insert(Kind::Open),
            Effect::List(_) => seen.insert(Kind::List),
            Effect::Picture(_) => seen.insert(Kind::Picture),
            Effect::ListMarks(_) => seen.insert(Kind::ListMarks),
            Effect::KeepPosition { id, .. } => seen.insert(Kind::Position(*id)),
            Effect::Remember { key, .. } => seen.insert(Kind::Setting(key)),
            _ => true,
        })
        .collect();
    settled.reverse();
    settled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::effect::Source;
    use crate::library::Query;

    #[test]
    fn only_the_last_of_what_replaces_itself_is_carried_out() {
        let list =
            |filter: &str| Effect::List(Query { filter: filter.to_owned(), ..Query::default() });
        let open = |ticket| Effect::Open { ticket, source: Source::Last };
        let position = |at| Effect::KeepPosition { id: ArticleId::default(), at, progress: 0 };
        let queued = vec![
            list("a"),
            open(1),
            position(1),
            Effect::Undo,
            list("ab"),
            open(2),
            Effect::Undo,
            position(2),
        ];
        assert_eq!(settle(queued), [Effect::Undo, list("ab"), open(2), Effect::Undo, position(2)]);
    }
}
