//! Tables of saved addresses (CSV): the exports of Pocket, Instapaper, Readwise, Matter, Raindrop
//! and Hypothesis, by one map of the names of columns. A row with a text is an article with it.

use super::annotations::inline_tags;
use super::date;
use super::json::{fields, kept};
use super::record;
use super::saved;
use super::sniff::has_extension;
use crate::article::{Annotation, Article, Kept, Meta, Origin, Standing, Stated};
use csv::ReaderBuilder;
use serde_json::{Map, Value};

/// The most rows of a table.
const ROWS: usize = 100_000;

/// Names of columns that hold an address.
const ADDRESS: &[&str] = &["url", "uri", "link", "address", "href"];

/// Names of columns that say what is there.
const TITLE: &[&str] = &["title", "name", "page", "document title"];

/// Names of columns that hold marked words.
const QUOTE: &[&str] = &["highlight", "quote/description", "selection", "quote"];

/// Those of them that make a table one of highlights, not of articles.
const MARKS: &[&str] = &["highlight", "quote/description"];

/// Names of columns that hold what a reader wrote.
const NOTE: &[&str] = &["note", "comment"];

/// What stands between the cells, should `head` begin a table with a column of addresses and one
/// of titles.
pub(super) fn border(head: &str, name: Option<&str>) -> Option<u8> {
    if has_extension(name, &["md", "markdown", "html", "htm"]) {
        return None;
    }
    let mut lines = head.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next()?;
    [b',', b'\t', b';'].into_iter().find(|border| {
        let cells: Vec<String> = first.split(char::from(*border)).map(named).collect();
        let has = |names: &[&str]| cells.iter().any(|cell| names.contains(&cell.as_str()));
        cells.len() >= 3
            && cells.iter().all(|cell| cell.len() <= 40 && !cell.ends_with('.'))
            && has(ADDRESS)
            && (has(TITLE) || has(QUOTE))
            && lines.clone().next().is_none_or(|row| row.contains("://") || row.starts_with('"'))
    })
}

/// The name of a column, as it is compared.
fn named(cell: &str) -> String {
    cell.trim().trim_matches('"').trim().to_lowercase()
}

/// The articles of a table whose cells are apart by `border`: one for each address.
pub(super) fn read(text: &str, border: u8) -> Vec<Article> {
    let mut reader =
        ReaderBuilder::new().delimiter(border).flexible(true).from_reader(text.as_bytes());
    let Ok(headers) = reader.headers().cloned() else { return Vec::new() };
    let columns: Vec<String> = headers.iter().map(named).collect();
    let (mut articles, mut rows) = (Vec::new(), Vec::new());
    for row in reader.records().take(ROWS).flatten() {
        let cells = columns.iter().cloned().zip(row.iter().map(|cell| cell.trim().to_owned()));
        let cells: Map<String, Value> =
            cells.filter(|(_, cell)| !cell.is_empty()).map(|(key, it)| (key, it.into())).collect();
        let (meta, kept) = of_row(cells.clone());
        let words = ["text", "content", "body", "html"].iter().find_map(|key| cells.get(*key));
        let words = words.and_then(Value::as_str).map(str::to_owned);
        match words.and_then(|words| record::article(meta.clone(), words)) {
            Some(article) => articles.push(Article { kept, ..article }),
            None => rows.push((meta, kept)),
        }
    }
    articles.extend(saved::articles(rows.into_iter()));
    articles
}

fn of_row(mut cells: Map<String, Value>) -> (Meta, Kept) {
    if !cells.contains_key("url")
        && let Some(address) = ADDRESS.iter().find_map(|name| cells.remove(*name))
    {
        cells.insert("url".to_owned(), address);
    }
    let take = |cells: &mut Map<String, Value>, names: &[&str]| -> Option<String> {
        let key = names.iter().find(|name| cells.contains_key(**name))?;
        cells.remove(*key)?.as_str().map(str::to_owned)
    };
    // In a table of highlights, day, tags and author are those of the highlight.
    let marks = MARKS.iter().any(|name| cells.contains_key(*name));
    let quote = take(&mut cells, QUOTE);
    let note = take(&mut cells, NOTE);
    let created = if marks { take(&mut cells, &["created at", "date"]) } else { None };
    let mut tags = take(&mut cells, &["tags", "document tags", "labels"]);
    if cells.contains_key("group")
        && let Some(annotator) = cells.remove("author")
    {
        cells.insert("annotated by".to_owned(), annotator);
    }
    let (said, within) = note.as_deref().map(inline_tags).unwrap_or_default();
    let own = tags.take_if(|_| marks).map_or_else(Vec::new, |tags| split(&tags));
    let marked = (quote.is_some() || note.is_some()).then(|| Annotation {
        quote: quote.unwrap_or_default(),
        note: (!said.is_empty()).then(|| said.to_owned()),
        created: created.and_then(|day| date::instant(&day)),
        tags: own.into_iter().chain(within).collect(),
        ..Annotation::default()
    });
    let share = take(&mut cells, &["reading progress"]);
    let mut meta = fields::meta(&cells, Origin::Record);
    meta.tags = tags.map_or_else(Vec::new, |tags| split(&tags));
    let mut kept = kept::kept(&cells, &mut meta);
    kept.annotations.extend(marked);
    let share = share.and_then(|share| share.parse::<f64>().ok());
    kept.progress = share.and_then(|share| kept::share(share, true)).or(kept.progress);
    file(&cells, &mut meta, &mut kept);
    (meta, kept)
}

/// What the remaining columns of reading lists say: the folder, whether it waits, when it was
/// saved.
fn file(cells: &Map<String, Value>, meta: &mut Meta, kept: &mut Kept) {
    if let Some(folder) = cells.get("folder").and_then(Value::as_str) {
        let standing = saved::standing(folder);
        if standing.is_some() || folder.eq_ignore_ascii_case("starred") {
            meta.extra.remove("folder");
        }
        kept.standing = kept.standing.or(standing);
    }
    let waits = cells.get("in queue").and_then(kept::yes);
    if let Some(waits) = waits {
        meta.extra.remove("in queue");
        if waits && kept.standing.is_none() {
            kept.standing = Some(Standing::Unread);
        }
    }
    // Instapaper's column is called as others call the day of publication.
    if meta.saved.is_none()
        && let Some(day) = cells.get("timestamp").and_then(fields::instant)
    {
        meta.saved = Some(Stated::new(day, Origin::Record));
        meta.published = None;
    }
}

/// The tags of a cell: a list in brackets and quotes, or words apart by bars, semicolons or
/// commas.
fn split(cell: &str) -> Vec<String> {
    let inner = cell.trim().trim_start_matches('[').trim_end_matches(']');
    let border = ['|', ';', ','].into_iter().find(|border| inner.contains(*border));
    let parts = inner.split(|c| Some(c) == border);
    let quotes = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    parts.map(|tag| tag.trim_matches(quotes).to_owned()).filter(|tag| !tag.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What is kept of the first row: title, tags, day of saving, state, star, progress.
    fn first(table: &str) -> (String, Vec<String>, String, Option<Standing>, bool, Option<u8>) {
        let border = border(table, Some("a.csv")).expect("a table");
        let article = read(table, border).remove(0);
        assert!(article.kept.address_only);
        let title = article.meta.title.map(|title| title.value).unwrap_or_default();
        let saved = article.meta.saved.map(|saved| saved.value.date.to_string());
        let kept = article.kept;
        let saved = saved.unwrap_or_default();
        (title, article.meta.tags, saved, kept.standing, kept.starred, kept.progress)
    }

    fn row(
        tags: &[&str],
        standing: Option<Standing>,
        starred: bool,
        progress: Option<u8>,
    ) -> (String, Vec<String>, String, Option<Standing>, bool, Option<u8>) {
        let tags = tags.iter().map(|&tag| tag.to_owned()).collect();
        ("Low tide".into(), tags, "2021-03-05".into(), standing, starred, progress)
    }

    #[test]
    fn each_service_says_it_in_its_own_way() {
        let unread = Some(Standing::Unread);
        let archived = Some(Standing::Archived);
        for (table, expected) in [
            (
                "title,url,time_added,tags,status\nLow tide,https://n.example/a,1614902400,sea|moon,archive",
                row(&["sea", "moon"], archived, false, None),
            ),
            (
                "URL,Title,Selection,Folder,Timestamp,Tags\nhttps://n.example/a,Low tide,,Unread,1614902400,\"[\"\"sea\"\"]\"",
                row(&["sea"], unread, false, None),
            ),
            (
                "URL,Title,Selection,Folder,Timestamp\nhttps://n.example/a,Low tide,,Starred,1614902400",
                row(&[], None, true, None),
            ),
            (
                "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nLow tide,https://n.example/a,x,\"['sea', 'moon']\",2021-03-05 09:00:00+00:00,0.5,later,True",
                row(&["sea", "moon"], unread, false, Some(50)),
            ),
            (
                "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,Low tide,,,https://n.example/a,Coast,\"sea, moon\",2021-03-05T09:00:00Z,,,true",
                row(&["sea", "moon"], None, true, None),
            ),
        ] {
            assert_eq!(first(table), expected, "{table}");
        }
    }

    #[test]
    fn a_table_is_known_by_its_columns_and_prose_is_none() {
        for table in [
            "URL,Title,Folder\nhttps://example.org/a,Low tide,Unread\n",
            "\"Title\";\"Url\";\"Tags\"\nLow tide;https://example.org/a;sea\n",
            "title,url,tags\n",
        ] {
            assert!(border(table, None).is_some(), "{table}");
        }
        for text in [
            "Boats, nets, title and link\n\nNobody came.",
            "Title, url, and name were missing.\nSee https://example.org/a.",
            "title,url,tags\n\nSo begins a line of an export, he wrote.",
            "",
        ] {
            assert_eq!(border(text, None), None, "{text}");
        }
    }

    #[test]
    fn highlights_of_one_address_come_together() {
        let table = "Highlight,Title,Author,URL,Note,Location,Date\n\
            The moon pulls,Low tide,Ada Berg,https://n.example/a,So it does.,1,2021-03-05\n\
            at dawn,Low tide,Ada Berg,https://n.example/a,,2,2021-03-06\n";
        let articles = read(table, border(table, None).unwrap());
        assert_eq!(articles.len(), 1);
        let annotations = &articles[0].kept.annotations;
        assert_eq!(annotations[0].note.as_deref(), Some("So it does."));
        assert_eq!(annotations[1].quote, "at dawn");
    }

    #[test]
    fn a_row_with_a_text_is_an_article() {
        let table = "title,url,text\nLow tide,https://n.example/a,\"It was low.\n\nVery.\"\n";
        let articles = read(table, border(table, None).unwrap());
        assert!(!articles[0].kept.address_only);
        assert_eq!(articles[0].text, "Low tide\n\nIt was low.\n\nVery.");
    }

    proptest! {
        #[test]
        fn any_table_is_read(rows in "(url,title,tags\n)?([a-z\"',;|\\[\n\t]|https://n.example/){0,99}") {
            for article in read(&rows, b',') {
                crate::import::check::sound(&article);
            }
        }
    }
}
