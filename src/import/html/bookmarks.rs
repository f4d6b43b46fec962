//! Lists of bookmarks, as browsers and reading services export them: the addresses, with what was
//! kept of each. The form is Netscape's (`DL`, `DT`, `A` with attributes); Pocket's has the same
//! attributes on the links of plain lists.

use super::dom::{Dom, collapsed};
use super::parse;
use crate::article::{Article, Kept, Meta, Origin, Stated};
use crate::import::json::fields::is_address;
use crate::import::{date, saved};

/// The articles that stand for the bookmarks of a list.
pub(in crate::import) fn read(html: &str) -> Vec<Article> {
    let Some(dom) = parse::parse(html) else { return Vec::new() };
    let (mut rows, mut folder) = (Vec::new(), String::new());
    for node in 0..dom.len() {
        match dom.name(node) {
            "h3" => folder = collapsed(&dom.text(node)),
            // The head of the whole list, or, in Pocket's, what became of those below.
            "h1" | "h2" => {
                folder = collapsed(&dom.text(node));
                if saved::standing(&folder).is_none() {
                    folder.clear();
                }
            }
            "a" => rows.extend(bookmark(&dom, node, &folder)),
            "dd" => describe(rows.last_mut(), &dom, node),
            _ => {}
        }
    }
    saved::articles(rows.into_iter())
}

fn bookmark(dom: &Dom, node: usize, folder: &str) -> Option<(Meta, Kept)> {
    let said = |name: &str| dom.attribute(node, name).map(str::trim).filter(|it| !it.is_empty());
    let address = said("href").filter(|address| is_address(address))?;
    let title = collapsed(&dom.text(node));
    let saved = ["add_date", "time_added"].iter().find_map(|name| said(name));
    let stated = |value: &str| Stated::new(value.to_owned(), Origin::Record);
    let mut meta = Meta {
        address: Some(stated(address)),
        title: (!title.is_empty() && title != address).then(|| stated(&title)),
        saved: saved.and_then(date::instant).map(|day| Stated::new(day, Origin::Record)),
        ..Meta::default()
    };
    let tags = said("tags").unwrap_or_default().split(',').map(str::trim);
    meta.tags = tags.filter(|tag| !tag.is_empty()).map(str::to_owned).collect();
    let mut kept =
        Kept { starred: said("data-important").is_some_and(|it| it == "true"), ..Kept::default() };
    kept.standing = saved::standing(folder);
    if said("toread").is_some_and(|it| it == "1") {
        kept.standing = Some(crate::article::Standing::Unread);
    }
    if kept.standing.is_none() && !folder.is_empty() {
        meta.extra.insert("folder".to_owned(), folder.to_owned());
    }
    Some((meta, kept))
}

/// What stands below a bookmark is what was noted of it.
fn describe(row: Option<&mut (Meta, Kept)>, dom: &Dom, node: usize) {
    let mut words = String::new();
    for child in dom.children(node).take_while(|child| !matches!(dom.name(*child), "dl" | "dt")) {
        words.push_str(&dom.text(child));
        words.push(' ');
    }
    let words = collapsed(&words);
    if let Some((meta, _)) = row.filter(|_| !words.is_empty()) {
        meta.description.get_or_insert_with(|| Stated::new(words, Origin::Record));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Standing;

    #[test]
    fn a_browsers_list_gives_an_article_for_each_address() {
        let list = "<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
            <DL><p><DT><H3 ADD_DATE=1>Coast</H3><DL><p>
            <DT><A HREF='https://nord.example/tide' ADD_DATE='1614902400' TAGS='sea,moon'>Low tide</A>
            <DD>Why it was so low.
            <DT><A HREF='javascript:x()'>No</A><DT><A HREF='https://nord.example/ebb'>Ebb</A>
            </DL><p></DL>";
        let articles = read(list);
        assert_eq!(articles.len(), 2);
        let first = &articles[0];
        assert!(first.kept.address_only && first.text.contains("https://nord.example/tide"));
        assert_eq!(first.meta.tags, ["sea", "moon"]);
        assert_eq!(first.meta.saved.as_ref().unwrap().value.date.to_string(), "2021-03-05");
        assert_eq!(first.meta.description.as_ref().unwrap().value, "Why it was so low.");
        assert_eq!(first.meta.extra["folder"], "Coast");
        assert_eq!(articles[1].meta.title.as_ref().unwrap().value, "Ebb");
    }

    #[test]
    fn the_lists_of_pocket_say_what_was_read() {
        let list = "<title>Pocket Export</title><h1>Unread</h1><ul>
            <li><a href='https://nord.example/a' time_added='1614902400' tags=''>A</a></li></ul>
            <h1>Read Archive</h1><ul><li><a href='https://nord.example/b'>B</a></li></ul>";
        let states: Vec<_> = read(list).iter().map(|article| article.kept.standing).collect();
        assert_eq!(states, [Some(Standing::Unread), Some(Standing::Archived)]);
    }
}
