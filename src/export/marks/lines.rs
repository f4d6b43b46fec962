//! Marks as JSON lines: all that is known of each, with what is needed to find its article again.

use super::{Marked, moment};
use crate::mark::{Annotation, Target};
use serde_json::{Value, json};

/// A line a mark. Offsets are bytes of the article's text in UTF-8.
pub fn mark_lines(articles: &[Marked<'_>]) -> String {
    let lines = articles.iter().flat_map(|marked| marked.marks.iter().map(|it| line(marked, it)));
    lines.fold(String::new(), |text, line| text + &crate::export::json::json_line(&line))
}

fn line(marked: &Marked<'_>, mark: &Annotation) -> Value {
    let on = match mark.target {
        Target::Article => "article",
        Target::Passage(_) => "passage",
        Target::Image(_) => "image",
    };
    let anchor = mark.target.anchor();
    json!({
        "id": mark.id.0,
        "article": marked.id,
        "title": marked.title(),
        "address": marked.article.meta.address.as_ref().map(|it| it.value.as_str()),
        "on": on,
        "quote": mark.quote(),
        "prefix": anchor.map(|it| it.prefix.as_str()),
        "suffix": anchor.map(|it| it.suffix.as_str()),
        "words": marked.words(mark),
        "start": mark.place.span.map(|it| it.start),
        "end": mark.place.span.map(|it| it.end),
        "standing": mark.place.standing.name(),
        "version": mark.made_on,
        "color": mark.color.map(crate::mark::Color::name),
        "note": mark.note,
        "tags": mark.all_tags(),
        "created": moment(mark.created),
        "modified": moment(mark.modified),
        "source": mark.source,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{article, written};
    use super::*;
    use crate::text::Span;

    #[test]
    fn a_line_a_mark_with_bytes_of_the_text() {
        let lines = written(mark_lines);
        let lines: Vec<Value> =
            lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), 4);
        let at = |key: &str| usize::try_from(lines[1][key].as_u64().unwrap()).unwrap();
        assert_eq!(Span::new(at("start"), at("end")).of(&article().text), "€2 million 🛠 and");
        assert_eq!(lines[2]["standing"], "lost");
        assert_eq!(lines[2]["words"], "who runs them");
        assert_eq!(lines[3]["on"], "article");
    }
}
