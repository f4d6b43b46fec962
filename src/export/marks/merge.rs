//! A second export of a page of notes into the first: what the reader wrote around the marks stays.

/// The page `old` with the marks of `new`: a mark that stands in both is written anew in its place,
/// a new one goes behind the one it follows, and everything else of `old` stays as it is. A mark
/// that is no longer in the library stays too: the page is the reader's.
pub fn merge(old: &str, new: &str) -> String {
    let fresh = chunks(new);
    let mut page = old.to_owned();
    let mut before: Option<&str> = None;
    for chunk in &fresh {
        let there = chunks(&page);
        let own = there.iter().find(|it| it.id == chunk.id);
        let place = own.map(|it| it.start..it.end).or_else(|| {
            let end = before.and_then(|id| there.iter().find(|it| it.id == id)).map(|it| it.end);
            let first = there.first().map(|it| it.start);
            let at = end.or(first).unwrap_or(page.len());
            Some(at..at)
        });
        if let Some(place) = place {
            let gap = if place.is_empty()
                && !page.get(..place.start).is_none_or(|it| it.is_empty() || it.ends_with("\n\n"))
            {
                "\n"
            } else {
                ""
            };
            let words = chunk.words.to_owned();
            let tail = if place.is_empty() { "\n" } else { "" };
            page.replace_range(place, &format!("{gap}{words}{tail}"));
        }
        before = Some(chunk.id);
    }
    page
}

/// A mark in a page: from its comment to the end of the line with its block id.
#[derive(Debug)]
struct Chunk<'a> {
    id: &'a str,
    start: usize,
    end: usize,
    words: &'a str,
}

fn chunks(page: &str) -> Vec<Chunk<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = page.get(at..).and_then(|rest| rest.find("<!-- np-")).map(|it| at + it)
    {
        at = start + 1;
        let Some(id) = page.get(start + 5..).and_then(|rest| rest.split(' ').next()) else { break };
        let sign = format!("^{id}");
        let Some(ends) = page.get(start..).and_then(|rest| rest.find(&sign)).map(|it| start + it)
        else {
            continue;
        };
        let rest = page.get(ends..).unwrap_or_default();
        let end = ends + rest.find('\n').map_or(rest.len(), |it| it + 1);
        found.push(Chunk { id, start, end, words: page.get(start..end).unwrap_or_default() });
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(id: u8, words: &str) -> String {
        format!("<!-- np-{id} -->\n{words} ^np-{id}\n")
    }

    #[test]
    fn the_same_again_changes_nothing() {
        let page = format!("---\na: b\n---\n\n{}\nmine\n\n{}", chunk(1, "one"), chunk(2, "two"));
        assert_eq!(merge(&page, &page), page);
    }

    #[test]
    fn a_changed_mark_is_written_in_place_and_the_readers_words_stay() {
        let old = format!("head\n\n{}\nmine, not yours\n\n{}", chunk(1, "one"), chunk(2, "two"));
        let new = format!("{}\n{}", chunk(1, "uno"), chunk(2, "two"));
        let page = merge(&old, &new);
        assert_eq!(page, old.replace("one", "uno"));
    }

    #[test]
    fn a_new_mark_goes_behind_the_one_it_follows() {
        let old = format!("{}\nmine\n\n{}", chunk(1, "one"), chunk(3, "three"));
        let new = format!("{}\n{}\n{}", chunk(1, "one"), chunk(2, "two"), chunk(3, "three"));
        let page = merge(&old, &new);
        let order: Vec<usize> =
            ["one", "two", "mine", "three"].iter().map(|it| page.find(it).unwrap()).collect();
        assert!(order.is_sorted(), "{page}");
        assert_eq!(merge(&page, &new), page);
    }

    #[test]
    fn a_mark_that_is_gone_stays_on_the_readers_page() {
        let old = format!("{}\n{}", chunk(1, "one"), chunk(2, "two"));
        assert_eq!(merge(&old, &chunk(2, "two")), old);
    }
}
