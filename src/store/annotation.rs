//! Rows of highlights and notes, and how they go along with a changed text.

use super::article::newest;
use super::{Error, count, integer, now, version};
use crate::library::ArticleId;
use crate::mark::{
    Alignment, Anchor, Annotation, Color, MarkId, Place, Standing, Target, same_words,
};
use crate::text::Span;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

/// The columns that [`read`] reads, in its order.
pub(super) const COLUMNS: &str = "annotation.id, target, made_on, exact, prefix, suffix,
     made_start, made_end, start, end, standing, color, note, tags, created, modified,
     annotation.source";

/// The annotations of an article, by where they stand; those without a place last.
pub(super) fn all(connection: &Connection, id: ArticleId) -> Result<Vec<Annotation>, Error> {
    let mut select = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM annotation JOIN article ON article.key = annotation.article
         WHERE article.id = ?1 ORDER BY start IS NULL, start, created, annotation.id"
    ))?;
    let rows = select.query_map([id.0.as_bytes()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The annotation of that name, if it is one of the article's.
pub(super) fn get(
    connection: &Connection,
    article: ArticleId,
    id: MarkId,
) -> Result<Option<Annotation>, Error> {
    let mut select = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM annotation JOIN article ON article.key = annotation.article
         WHERE article.id = ?1 AND annotation.id = ?2"
    ))?;
    Ok(select.query_row(params![article.0.as_bytes(), id.0.as_bytes()], read).optional()?)
}

/// Takes an annotation away, if it is there.
pub(super) fn remove(connection: &Connection, id: MarkId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM annotation WHERE id = ?1")?
        .execute([id.0.as_bytes()])?;
    Ok(())
}

/// Writes an annotation where its words stand in the article's newest text; one whose words are
/// gone is kept as lost. What it lacks of a name and of times it is given. Gives it as written.
pub(super) fn set(
    connection: &Connection,
    article: ArticleId,
    annotation: &Annotation,
) -> Result<Annotation, Error> {
    let mut annotation = annotation.clone();
    if annotation.id.is_new() {
        annotation.id = MarkId(Uuid::now_v7());
    }
    for time in [&mut annotation.created, &mut annotation.modified] {
        if *time == 0 {
            *time = now();
        }
    }
    if let Some(source) = &annotation.source
        && by_source(connection, article, source)?.is_some_and(|id| id != annotation.id)
    {
        annotation.source = None;
    }
    let known = get(connection, article, annotation.id)?;
    if let Some(known) = known.filter(|it| it.target == annotation.target) {
        (annotation.place, annotation.made_on) = (known.place, known.made_on);
    } else {
        let key = newest(connection, article)?;
        let (text, name) = (version::text(connection, key)?, version::name(connection, key)?);
        annotation = placed(annotation, &text, &name);
    }
    write(connection, article, &annotation)?;
    Ok(annotation)
}

/// The annotation of the article that was imported under that name.
pub(super) fn by_source(
    connection: &Connection,
    article: ArticleId,
    source: &str,
) -> Result<Option<MarkId>, Error> {
    let mut select = connection.prepare_cached(
        "SELECT annotation.id FROM annotation JOIN article ON article.key = annotation.article
         WHERE article.id = ?1 AND annotation.source = ?2",
    )?;
    let id =
        select.query_row(params![article.0.as_bytes(), source], |row| row.get(0)).optional()?;
    Ok(id.map(|id| MarkId(Uuid::from_bytes(id))))
}

/// The annotation, placed in a text of that name.
fn placed(mut annotation: Annotation, text: &str, name: &str) -> Annotation {
    let Some(anchor) = annotation.target.anchor() else {
        name.clone_into(&mut annotation.made_on);
        annotation.place = Place::default();
        return annotation;
    };
    if let Some(span) =
        annotation.place.span.filter(|_| annotation.place.standing == Standing::Changed)
        && is_changed(&anchor.exact, span.of(text))
    {
        if annotation.made_on.is_empty() {
            name.clone_into(&mut annotation.made_on);
        }
        return annotation;
    }
    let found = anchor.find(text);
    if annotation.made_on.is_empty()
        && let Some(span) = found
    {
        // It was made on no text that is known: what it holds on to is there to be seen.
        let anchor = Anchor::new(text, span);
        name.clone_into(&mut annotation.made_on);
        annotation.target = match annotation.target {
            Target::Image(_) => Target::Image(anchor),
            _ => Target::Passage(anchor),
        };
    }
    let standing = if found.is_some() { Standing::Found } else { Standing::Lost };
    annotation.place = Place { span: found, standing };
    annotation
}

/// Whether `there` is what became of the words `made`.
fn is_changed(made: &str, there: &str) -> bool {
    let alignment = Alignment::new(made, there);
    alignment.carry(Span::new(0, made.len())).span().is_some()
}

fn write(
    connection: &Connection,
    article: ArticleId,
    annotation: &Annotation,
) -> Result<(), Error> {
    let none = Anchor::new("", Span::default());
    let anchor = annotation.target.anchor().unwrap_or(&none);
    let tags = serde_json::to_string(&annotation.tags)
        .map_err(|error| Error::Damaged { what: "a note", source: error.into() })?;
    let place = annotation.place;
    connection
        .prepare_cached(
            "INSERT INTO annotation (id, target, made_on, exact, prefix, suffix, made_start,
                 made_end, start, end, standing, color, note, tags, created, modified, source,
                 article)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
                 (SELECT key FROM article WHERE id = ?18))
             ON CONFLICT (id) DO UPDATE SET target = excluded.target, made_on = excluded.made_on,
                 exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix,
                 made_start = excluded.made_start, made_end = excluded.made_end,
                 start = excluded.start, end = excluded.end, standing = excluded.standing,
                 color = excluded.color, note = excluded.note, tags = excluded.tags,
                 modified = excluded.modified",
        )?
        .execute(params![
            annotation.id.0.as_bytes(),
            number(&annotation.target),
            annotation.made_on,
            anchor.exact,
            anchor.prefix,
            anchor.suffix,
            integer(anchor.span.start),
            integer(anchor.span.end),
            place.span.map(|span| integer(span.start)),
            place.span.map(|span| integer(span.end)),
            place.standing as u8,
            annotation.color.map(|color| color as u8),
            annotation.note,
            tags,
            annotation.created,
            annotation.modified,
            annotation.source,
            article.0.as_bytes(),
        ])?;
    Ok(())
}

/// Takes the annotations of an article along to another text: with the words beside each other,
/// or, what was lost before, where its words have come back.
pub(super) fn follow(
    connection: &Connection,
    article: ArticleId,
    alignment: &Alignment<'_>,
) -> Result<(), Error> {
    let text = alignment.new_text();
    for annotation in all(connection, article)? {
        let Some(made) = annotation.target.anchor() else { continue };
        let span = match annotation.place.span {
            Some(here) => alignment.carry(here).span(),
            None => made.find(text),
        };
        let standing = match span {
            None => Standing::Lost,
            Some(span) if same_words(span.of(text), &made.exact) => Standing::Found,
            Some(_) => Standing::Changed,
        };
        place(connection, annotation.id, Place { span, standing })?;
    }
    Ok(())
}

fn place(connection: &Connection, id: MarkId, place: Place) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE annotation SET start = ?2, end = ?3, standing = ?4 WHERE id = ?1")?
        .execute(params![
            id.0.as_bytes(),
            place.span.map(|span| integer(span.start)),
            place.span.map(|span| integer(span.end)),
            place.standing as u8,
        ])?;
    Ok(())
}

/// The annotation in a row that begins with [`COLUMNS`].
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Annotation> {
    let span = |start: Option<i64>, end: Option<i64>| {
        start.zip(end).map(|(start, end)| Span::new(count(start), count(end)))
    };
    let anchor = Anchor {
        exact: row.get(3)?,
        prefix: row.get(4)?,
        suffix: row.get(5)?,
        span: span(row.get(6)?, row.get(7)?).unwrap_or_default(),
    };
    let target = match row.get::<_, i64>(1)? {
        0 => Target::Article,
        1 => Target::Passage(anchor),
        _ => Target::Image(anchor),
    };
    let standing = Standing::ALL.get(count(row.get(10)?)).copied().unwrap_or_default();
    let color: Option<i64> = row.get(11)?;
    let tags: String = row.get(13)?;
    Ok(Annotation {
        id: MarkId(Uuid::from_bytes(row.get(0)?)),
        target,
        made_on: row.get(2)?,
        place: Place { span: span(row.get(8)?, row.get(9)?), standing },
        color: color.and_then(|color| Color::ALL.get(count(color)).copied()),
        note: row.get(12)?,
        tags: serde_json::from_str(&tags).unwrap_or_default(),
        created: row.get(14)?,
        modified: row.get(15)?,
        source: row.get(16)?,
    })
}

const fn number(target: &Target) -> i64 {
    match target {
        Target::Article => 0,
        Target::Passage(_) => 1,
        Target::Image(_) => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{article, store};
    use crate::library::{ArticleId, Change, ChangeKind};
    use crate::mark::{Annotation, Color, Standing, Target};
    use crate::store::Store;
    use crate::text::Span;

    const TEXT: &str = "The mill stood idle for years. Then a baker bought it. Now it turns again.";
    const ADDRESS: &str = "https://example.org/mill";

    /// A library with the text, and a highlight on `words` of it.
    fn marked(words: &str) -> (Store, ArticleId) {
        let mut store = store();
        let id = store.one(article(TEXT).address(ADDRESS));
        let start = TEXT.find(words).unwrap();
        let mark = Annotation::passage(TEXT, Span::new(start, start + words.len()));
        make(&mut store, id, Annotation { color: Some(Color::Green), ..mark });
        (store, id)
    }

    fn make(store: &mut Store, article: ArticleId, mark: Annotation) -> Annotation {
        let kind = ChangeKind::Annotation { before: None, after: Some(Box::new(mark)) };
        let made = store.change(&Change { article, kind }).unwrap();
        let ChangeKind::Annotation { after, .. } = made.kind else { unreachable!() };
        *after.unwrap()
    }

    /// The only mark of the article: its standing, and its words in the newest text.
    fn stands(store: &Store, id: ArticleId) -> (Standing, String) {
        let opened = store.open_article(id);
        let place = opened.marks[0].place;
        (place.standing, place.span.unwrap_or_default().of(&opened.article.text).to_owned())
    }

    #[test]
    fn the_library_gives_what_is_made_a_name_and_times() {
        let (store, id) = marked("a baker");
        let mark = store.open_article(id).marks.remove(0);
        assert!(!mark.id.is_new() && mark.created > 1_700_000_000);
        assert_eq!((mark.created, mark.made_on.len()), (mark.modified, 64));
        assert_eq!(stands(&store, id), (Standing::Found, "a baker".to_owned()));
        assert_eq!(store.mark(mark.id).unwrap().mark, mark);
        assert_eq!(store.resolve_mark(&mark.id.short()).unwrap(), mark.id);
    }

    #[test]
    fn a_mark_goes_along_with_its_words_and_is_kept_where_they_are_gone() {
        let (mut store, id) = marked("a baker");
        store.one(article(&format!("Corrected. {TEXT}")).address(ADDRESS));
        assert_eq!(stands(&store, id), (Standing::Found, "a baker".to_owned()));
        store.one(article("Nothing of it is left here.").address(ADDRESS));
        assert_eq!(stands(&store, id), (Standing::Lost, String::new()));
        assert_eq!(store.open_article(id).marks[0].quote(), "a baker");
        store.one(article(TEXT).address(ADDRESS));
        assert_eq!(stands(&store, id), (Standing::Found, "a baker".to_owned()));
    }

    #[test]
    fn what_was_taken_back_comes_again_where_its_words_are_now() {
        let (mut store, id) = marked("a baker");
        store.undo().unwrap();
        assert!(store.open_article(id).marks.is_empty());
        store.one(article(&format!("Corrected. {TEXT}")).address(ADDRESS));
        store.redo().unwrap();
        assert_eq!(stands(&store, id), (Standing::Found, "a baker".to_owned()));
    }

    #[test]
    fn an_edit_keeps_name_place_and_birth() {
        let (mut store, id) = marked("a baker");
        let before = store.open_article(id).marks.remove(0);
        let after = Annotation { note: "Who?".to_owned(), modified: 0, ..before.clone() };
        let kind = ChangeKind::Annotation {
            before: Some(Box::new(before.clone())),
            after: Some(Box::new(after)),
        };
        store.change(&Change { article: id, kind }).unwrap();
        let now = store.open_article(id).marks.remove(0);
        assert_eq!((now.id, now.place, now.created), (before.id, before.place, before.created));
        store.undo().unwrap();
        assert_eq!(store.open_article(id).marks[0].note, "");
    }

    #[test]
    fn an_edit_of_what_was_edited_elsewhere_is_refused() {
        let (mut store, id) = marked("a baker");
        let before = store.open_article(id).marks.remove(0);
        let edit = |note: &str| {
            let after = Annotation { note: note.to_owned(), ..before.clone() };
            let (before, after) = (Some(Box::new(before.clone())), Some(Box::new(after)));
            Change { article: id, kind: ChangeKind::Annotation { before, after } }
        };
        store.change(&edit("One.")).unwrap();
        let refused = store.change(&edit("Two.")).unwrap_err().to_string();
        assert!(refused.contains("changed elsewhere"), "{refused}");
    }

    #[test]
    fn marks_may_overlap_and_stand_in_the_order_of_the_text() {
        let (mut store, id) = marked("Then a baker bought it.");
        for words in ["bought it. Now", "The mill", "Then a baker bought it."] {
            let start = TEXT.find(words).unwrap();
            make(&mut store, id, Annotation::passage(TEXT, Span::new(start, start + words.len())));
        }
        make(&mut store, id, Annotation { note: "All of it.".into(), ..Annotation::default() });
        let marks = store.open_article(id).marks;
        let starts: Vec<_> = marks.iter().map(|it| it.place.span.map(|it| it.start)).collect();
        assert_eq!(starts, [Some(0), Some(31), Some(31), Some(44), None]);
        assert_eq!(marks[4].target, Target::Article);
    }
}
