//! Feeds: RSS 2.0, RSS 1.0 (RDF) and Atom (RFC 4287). Each entry is an article with the fullest
//! text it brings; one without a text is an address.

use super::builder::Picture;
use super::record::{self, begun};
use super::xml::{self, Element};
use super::{Error, date, derive, names, saved};
use crate::article::{Article, Instant, Kept, Meta, Origin, Stated};
use std::borrow::Cow;

/// The most entries of a feed.
const ENTRIES: usize = 10_000;

/// The articles in the feed that `text` is.
pub(super) fn read(text: &str) -> Result<Vec<Article>, Error> {
    let root = xml::parse(text)?;
    let channel = root.child("channel").unwrap_or(&root);
    let feed = Feed {
        title: channel.said("title"),
        language: channel.said("language").or_else(|| language(&root)),
        author: channel.child("author").and_then(|author| author.said("name")),
    };
    let mut entries = Vec::new();
    for name in ["item", "entry"] {
        root.all(name, &mut entries);
    }
    let articles: Vec<_> =
        entries.into_iter().take(ENTRIES).filter_map(|entry| article(entry, &feed)).collect();
    if articles.is_empty() { Err(Error::NoText) } else { Ok(articles) }
}

/// What a feed says of all its entries.
struct Feed {
    title: Option<String>,
    language: Option<String>,
    author: Option<String>,
}

fn language(element: &Element) -> Option<String> {
    element.attribute("xml:lang").map(str::to_owned)
}

fn article(entry: &Element, feed: &Feed) -> Option<Article> {
    let meta = meta(entry, feed);
    let words = body(entry).unwrap_or_default();
    let Some(mut builder) = begun(&meta, words) else {
        return saved::article(meta, Kept::default());
    };
    let mut media = Vec::new();
    entry.all("content", &mut media);
    for picture in media.into_iter().filter(|media| media.prefix == "media" && is_picture(media)) {
        let (caption, credit) =
            (said(picture, entry, "description"), said(picture, entry, "credit"));
        let address = picture.attribute("url").map(str::to_owned);
        let picture = Picture { address, ..Picture::default() };
        record::put(&mut builder, picture, caption.as_deref(), credit.as_deref());
    }
    Some(builder.finish(meta))
}

/// Whether Media RSS says that it is a picture.
fn is_picture(media: &Element) -> bool {
    let kind = media.attribute("type").unwrap_or_default();
    media.attribute("medium") == Some("image") || kind.starts_with("image/")
}

/// What Media RSS says of a picture: in it, or beside it.
fn said(picture: &Element, entry: &Element, name: &str) -> Option<String> {
    let beside = entry.named(name).find(|it| it.prefix == "media").and_then(Element::words);
    picture.said(name).or(beside)
}

fn meta(entry: &Element, feed: &Feed) -> Meta {
    let stated = |value: String| Stated::new(value, Origin::Record);
    let day = |name: &str| -> Option<Stated<Instant>> {
        let raw = entry.said(name)?;
        let value = date::instant(&raw)?;
        Some(Stated { raw: Some(raw), ..Stated::new(value, Origin::Record) })
    };
    let tags = entry.named("category").filter_map(|tag| {
        let label = tag.attribute("label").or(tag.attribute("term")).map(str::to_owned);
        label.or_else(|| tag.words())
    });
    let short = ["summary", "description"].iter().find_map(|name| own(entry, name)?.words());
    let full = body(entry);
    Meta {
        title: own(entry, "title").and_then(Element::words).map(|it| stated(phrase(&it))),
        authors: authors(entry, feed).into_iter().map(stated).collect(),
        source: entry.said("source").or_else(|| feed.title.clone()).map(stated),
        published: ["published", "pubDate", "issued", "date"].iter().find_map(|it| day(it)),
        modified: ["updated", "modified"].iter().find_map(|it| day(it)),
        language: language(entry).or_else(|| feed.language.clone()).map(stated),
        address: address(entry).map(stated),
        description: short
            .filter(|short| full.as_ref() != Some(short))
            .map(|it| stated(phrase(&it))),
        tags: tags.collect(),
        ..Meta::default()
    }
}

/// The child of that name that is not of Media RSS or iTunes.
fn own<'a>(entry: &'a Element, name: &'a str) -> Option<&'a Element> {
    entry.named(name).find(|child| !matches!(child.prefix.as_str(), "media" | "itunes"))
}

/// The fullest text: `content:encoded`, Atom's content, else the description.
fn body(entry: &Element) -> Option<String> {
    let content = entry.named("content").find(|content| content.prefix != "media");
    let atom = content.and_then(|content| match content.attribute("type") {
        Some("xhtml" | "application/xhtml+xml") => Some(content.inner_html(&|_| None)),
        _ => content.words(),
    });
    let encoded = || entry.said("encoded");
    let short = || ["description", "summary"].iter().find_map(|name| own(entry, name)?.words());
    encoded().or(atom).or_else(short).filter(|words| !words.trim().is_empty())
}

fn authors(entry: &Element, feed: &Feed) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for author in entry.children().filter(|it| matches!(it.name.as_str(), "author" | "creator")) {
        let Some(said) = author.said("name").or_else(|| author.words()) else { continue };
        // RSS asks for a mail address with the name behind it in brackets.
        let name = said.split_once('(').and_then(|(_, name)| name.split(')').next());
        let name = name.filter(|_| said.contains('@')).unwrap_or(&said);
        found.extend(names::authors(name).into_iter().filter(|name| !name.contains('@')));
    }
    if found.is_empty() {
        found.extend(feed.author.clone());
    }
    found.dedup();
    found
}

/// Where the whole article is.
fn address(entry: &Element) -> Option<String> {
    let atom = entry.named("link").find(|link| {
        link.attribute("href").is_some()
            && link.attribute("rel").is_none_or(|rel| rel == "alternate")
    });
    let atom = atom.and_then(|link| link.attribute("href")).map(str::to_owned);
    let guid = || {
        let permanent = |guid: &&Element| guid.attribute("isPermaLink") != Some("false");
        entry.child("guid").filter(permanent).and_then(Element::words)
    };
    let found = entry.said("origLink").or(atom).or_else(|| entry.said("link")).or_else(guid);
    found.filter(|address| derive::host(address).is_some())
}

/// A phrase in which markup and its entities may stand once more.
fn phrase(words: &str) -> String {
    let resolve = quick_xml::escape::resolve_html5_entity;
    let words = quick_xml::escape::unescape_with(words, resolve)
        .map_or_else(|_| words.to_owned(), Cow::into_owned);
    let mut plain = String::new();
    let mut rest = words.as_str();
    while let Some((before, after)) = rest.split_once('<') {
        let tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        plain.push_str(before);
        if let Some((_, behind)) = after.split_once('>').filter(|_| tag) {
            plain.push(' ');
            rest = behind;
        } else {
            plain.push('<');
            rest = after;
        }
    }
    plain.push_str(rest);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::check::sound;
    use proptest::prelude::*;

    const RSS: &str = "<?xml version='1.0'?><rss version='2.0' xmlns:content='c' xmlns:dc='d' xmlns:media='m'>
        <channel><title>The Quay</title><link>https://quay.example/</link><language>en</language>
        <item><title>Low tide &amp;amp; high</title><link>https://quay.example/a</link>
        <dc:creator>Ada Berg</dc:creator><pubDate>Fri, 05 Mar 2021 09:00:00 GMT</pubDate>
        <category>sea</category><description>In short.</description>
        <content:encoded><![CDATA[<p>It was low.</p><p>Then it rose.</p>]]></content:encoded>
        <media:content url='https://quay.example/a.jpg' medium='image'>
        <media:description>Boats wait in the bay</media:description><media:credit>Bo Lind/Reuters</media:credit>
        </media:content></item>
        <item><title>Ebb</title><link>https://quay.example/b</link></item></channel></rss>";

    const ATOM: &str = "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>The Quay</title>
        <entry><title type='html'>Low &lt;b&gt;tide&lt;/b&gt;</title><link rel='self' href='https://quay.example/x'/>
        <link href='https://quay.example/a'/><author><name>Ada Berg</name></author>
        <published>2021-03-05T09:00:00Z</published><updated>2021-03-06T09:00:00Z</updated>
        <category term='sea'/><summary>In short.</summary>
        <content type='xhtml'><div xmlns='x'><p>It was low.</p><p>Then it rose.</p></div></content></entry></feed>";

    #[test]
    fn an_entry_is_an_article_with_its_full_text() {
        for (feed, title) in [(RSS, "Low tide & high"), (ATOM, "Low tide")] {
            let article = read(feed).unwrap().remove(0);
            sound(&article);
            assert!(
                article.text.starts_with(&format!("{title}\n\nIt was low.\n\nThen it rose.")),
                "{}",
                article.text
            );
            let meta = &article.meta;
            assert_eq!(meta.title.as_ref().unwrap().value, title);
            assert_eq!(meta.authors[0].value, "Ada Berg");
            assert_eq!(meta.source.as_ref().unwrap().value, "The Quay");
            assert_eq!(meta.address.as_ref().unwrap().value, "https://quay.example/a");
            assert_eq!(meta.published.as_ref().unwrap().value.date.to_string(), "2021-03-05");
            assert_eq!(meta.language.as_ref().unwrap().value, "en");
            assert_eq!(meta.description.as_ref().unwrap().value, "In short.");
            assert_eq!(meta.tags, ["sea"]);
        }
    }

    #[test]
    fn pictures_of_a_feed_bring_their_captions() {
        let article = read(RSS).unwrap().remove(0);
        assert_eq!(article.images[0].caption.of(&article.text), "Boats wait in the bay");
        assert_eq!(article.images[0].credit.photographers, ["Bo Lind"]);
    }

    #[test]
    fn an_entry_without_a_text_is_an_address() {
        let articles = read(RSS).unwrap();
        assert!(articles[1].kept.address_only && !articles[0].kept.address_only);
    }

    proptest! {
        #[test]
        fn a_damaged_feed_is_read_or_refused(at in 0..1200_usize, noise in "[<>&a/ \"\\]]{0,9}") {
            for feed in [RSS, ATOM] {
                let at = feed.floor_char_boundary(at.min(feed.len()));
                let (head, tail) = feed.split_at(at);
                for article in read(&format!("{head}{noise}{tail}")).unwrap_or_default() {
                    sound(&article);
                }
                _ = read(head);
            }
        }
    }
}
