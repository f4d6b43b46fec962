//! The whole article as one page of HTML with its marks in it: nothing is loaded from elsewhere,
//! and no script is in it.

use super::Marked;
use crate::article::{Article, Block, BlockRole, InlineKind, Visibility};
use crate::mark::{Annotation, Color};
use crate::text::{Span, clean};
use std::fmt::Write;

/// How the page looks, in light and dark.
const STYLE: &str = "body{max-width:40em;margin:2em auto;padding:0 1em;font:1.1em/1.6 Georgia,serif}\
    aside{font-size:.85em;border-left:3px solid #999;margin:.5em 0;padding:.2em .8em}\
    figure{margin:1em 0;font-size:.9em}mark.yellow{background:#fdf3a7}mark.green{background:#c9f0c4}\
    mark.blue{background:#c5e1fb}mark.red{background:#fbcfca}mark.purple{background:#e5d2f7}\
    mark{color:#111;border-bottom:2px solid #8888}mark.none{background:none;color:inherit}\
    @media(prefers-color-scheme:dark){body{background:#181818;color:#ddd}a{color:#8bf}}";

/// The page.
pub fn html(marked: &Marked<'_>) -> String {
    let article = marked.article;
    let title = escape(marked.title());
    let language = article.meta.language.as_ref().map_or("en", |it| it.value.as_str());
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'\">\n<title>{title}</title>\n<style>{STYLE}</style>\n\
         </head>\n<body>\n<article>\n",
        escape(language)
    );
    if !article
        .blocks
        .iter()
        .any(|it| it.role == BlockRole::Title && it.visibility == Visibility::Shown)
    {
        _ = writeln!(page, "<h1>{title}</h1>");
    }
    page.push_str(&source(marked));
    for block in article.blocks.iter().filter(|it| it.visibility == Visibility::Shown) {
        page.push_str(&element(marked, block));
        for mark in marked.marks.iter().filter(|mark| ends_in(mark, block)) {
            page.push_str(&aside(mark, None));
        }
    }
    page.push_str("</article>\n");
    for mark in marked.marks.iter().filter(|mark| mark.place.span.is_none()) {
        let words = marked.words(mark);
        page.push_str(&aside(mark, (!words.is_empty()).then_some(&words)));
    }
    page.push_str("</body>\n</html>\n");
    page
}

/// Who wrote it, where, when.
fn source(marked: &Marked<'_>) -> String {
    let meta = &marked.article.meta;
    let source = meta.source.as_ref().map(|it| escape(&it.value));
    let day = meta.published.as_ref().map(|it| it.value.date.to_string());
    let address = meta.address.as_ref().map(|it| it.value.as_str()).filter(|it| is_web(it));
    let address = address.map(|it| format!("<a href=\"{0}\">{0}</a>", escape(it)));
    let authors = Some(escape(&marked.authors())).filter(|it| !it.is_empty());
    let parts: Vec<String> = [authors, source, day, address].into_iter().flatten().collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!("<p><small>{}</small></p>\n", parts.join(" · "))
    }
}

fn is_web(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
}

fn ends_in(mark: &Annotation, block: &Block) -> bool {
    let told = !mark.note.is_empty() || !mark.tags.is_empty();
    told && mark.place.span.is_some_and(|it| block.span.start < it.end && it.end <= block.span.end)
}

/// A note beside the text.
fn aside(mark: &Annotation, quote: Option<&String>) -> String {
    let quote = quote.map(|it| format!("<q>{}</q> (no longer in the text) ", escape(it)));
    let tags: Vec<String> = mark.tags.iter().map(|tag| format!(" #{}", escape(tag))).collect();
    let tags = tags.concat();
    let note = escape(&mark.note).replace('\n', "<br>\n");
    format!(
        "<aside id=\"note-{}\">{}{note}{tags}</aside>\n",
        mark.id.0.simple(),
        quote.unwrap_or_default()
    )
}

fn element(marked: &Marked<'_>, block: &Block) -> String {
    let words = inline(marked, block.span);
    if words.trim().is_empty() && block.role != BlockRole::Break {
        return String::new();
    }
    match block.role {
        BlockRole::Title => format!("<h1>{words}</h1>\n"),
        BlockRole::Heading(level) => {
            let level = level.clamp(2, 6);
            format!("<h{level}>{words}</h{level}>\n")
        }
        BlockRole::Quote => format!("<blockquote><p>{words}</p></blockquote>\n"),
        BlockRole::List(None) => format!("<ul><li>{words}</li></ul>\n"),
        BlockRole::List(Some(number)) => {
            format!("<ol start=\"{number}\"><li>{words}</li></ol>\n")
        }
        BlockRole::Table | BlockRole::Code => format!("<pre>{words}</pre>\n"),
        BlockRole::Caption | BlockRole::Credit => {
            format!("<figure><figcaption>{words}</figcaption></figure>\n")
        }
        BlockRole::Break => "<hr>\n".to_owned(),
        _ if block.quote > 0 => format!("<blockquote><p>{words}</p></blockquote>\n"),
        _ => format!("<p>{words}</p>\n"),
    }
}

/// The words of `span` with links, emphasis and marks. At each edge everything is closed and what
/// goes on is opened again, so that elements nest whatever overlaps.
fn inline(marked: &Marked<'_>, span: Span) -> String {
    let article = marked.article;
    let own = article.inlines_in(span).flat_map(|it| [it.span.start, it.span.end]);
    let marks = marked.marks.iter().filter_map(|it| it.place.span);
    let mut edges: Vec<usize> = own
        .chain(marks.flat_map(|it| [it.start, it.end]))
        .filter(|&edge| span.start < edge && edge < span.end)
        .chain([span.start, span.end])
        .collect();
    edges.sort_unstable();
    edges.dedup();
    edges.windows(2).fold(String::new(), |text, pair| match *pair {
        [start, end] => text + &piece(marked, article, Span::new(start, end)),
        _ => text,
    })
}

/// A piece that no edge cuts, inside all that covers it.
fn piece(marked: &Marked<'_>, article: &Article, span: Span) -> String {
    let mut words = escape(span.of(&article.text));
    for inline in article.inlines_in(span).filter(|it| it.span.contains(span)) {
        let (open, close) = match inline.kind {
            InlineKind::Emphasis => ("<em>".to_owned(), "</em>"),
            InlineKind::Strong => ("<strong>".to_owned(), "</strong>"),
            InlineKind::Code => ("<code>".to_owned(), "</code>"),
            InlineKind::Strike => ("<s>".to_owned(), "</s>"),
            InlineKind::Link(at) => match article.links.get(at).filter(|it| is_web(&it.address)) {
                Some(link) => (format!("<a href=\"{}\">", escape(&link.address)), "</a>"),
                None => continue,
            },
        };
        words = format!("{open}{words}{close}");
    }
    let covers = |mark: &&Annotation| mark.place.span.is_some_and(|it| it.contains(span));
    for mark in marked.marks.iter().filter(covers) {
        let color = mark.color.map_or("none", Color::name);
        words = format!("<mark class=\"{color}\">{words}</mark>");
    }
    words
}

/// Words that mean only themselves in HTML.
fn escape(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in clean(words).chars() {
        match c {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            '\'' => text.push_str("&#39;"),
            c => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ID, article, mark, marks};
    use super::*;
    use crate::article::Inline;

    fn page(article: &Article, marks: &[Annotation]) -> String {
        html(&Marked { id: ID, article, marks })
    }

    #[test]
    fn words_stand_in_their_marks_and_notes_below() {
        let page = page(&article(), &marks());
        assert!(page.contains("“We were <mark class=\"green\">lucky</mark>,” said"), "{page}");
        assert!(page.contains("Ask *her* again. #gates #people</aside>"));
        assert!(page.contains("<q>who runs them</q> (no longer in the text) Since when?"));
    }

    #[test]
    fn what_overlaps_nests() {
        let mut article = article();
        let text = article.text.clone();
        let span = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        article.inlines = vec![Inline { span: span("failed twice"), kind: InlineKind::Strong }];
        let marks = [mark(1, "twice in", Some(Color::Blue), "")];
        let page = page(&article, &marks);
        let expected = "The gates <strong>failed </strong><mark class=\"blue\"><strong>twice\
            </strong></mark><mark class=\"blue\"> in</mark> May.";
        assert!(page.contains(expected), "{page}");
    }

    #[test]
    fn nothing_of_an_article_is_markup() {
        let mut article = article();
        article.text = "<script>alert('x')</script>".to_owned();
        article.blocks = vec![Block::new(BlockRole::Body, Span::new(0, article.text.len()))];
        article.links[0].address = "javascript:alert(1)".to_owned();
        article.inlines = vec![Inline { span: Span::new(0, 8), kind: InlineKind::Link(0) }];
        let page = page(&article, &[]);
        assert!(page.contains("&lt;script&gt;alert(&#39;x&#39;)"));
        assert!(!page.contains("javascript:") && !page.contains("<script"));
    }
}
