//! News agencies' XML: NewsML-G2 (IPTC), NITF in it or alone, and the XML of trafilatura. Each
//! item with a text is an article; its markup goes over to HTML.

use super::record::{self, begun};
use super::xml::{self, Element};
use super::{Error, date, names};
use crate::article::{Article, Instant, Meta, Origin, Stated};
use crate::import::builder::Picture;
use serde_json::{Map, Value};

/// The articles in the document that `text` is.
pub(super) fn read(text: &str) -> Result<Vec<Article>, Error> {
    let root = xml::parse(text)?;
    let articles: Vec<_> = match root.name.as_str() {
        "newsItem" => item(&root).into_iter().collect(),
        "nitf" => nitf(&root).into_iter().collect(),
        "doc" => trafilatura(&root).into_iter().collect(),
        _ => {
            let mut items = Vec::new();
            root.all("newsItem", &mut items);
            items.into_iter().filter_map(item).collect()
        }
    };
    if !articles.is_empty() {
        return Ok(articles);
    }
    match root.name.as_str() {
        "conceptItem" | "knowledgeItem" | "planningItem" | "catalogItem" | "packageItem" => {
            Err(Error::NotArticle("an item of NewsML-G2 that describes news and holds none"))
        }
        _ => Err(Error::NoText),
    }
}

fn stated(value: String) -> Stated<String> {
    Stated::new(value, Origin::Record)
}

/// Words on one line.
fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn item(item: &Element) -> Option<Article> {
    let mut meta = item_meta(item);
    let set = item.child("contentSet")?;
    let inline = set.child("inlineXML");
    let nitf = inline.and_then(|inline| inline.find("nitf"));
    if let Some(nitf) = nitf {
        fill_from_nitf(&mut meta, nitf);
    }
    let marked = inline.map(|inline| {
        let body = inline.find("body").unwrap_or(inline);
        body.inner_html(&renamed)
    });
    let words = marked.or_else(|| set.said("inlineData")).unwrap_or_default();
    let Some(builder) = begun(&meta, words) else { return picture(item, set, meta) };
    Some(builder.finish(meta))
}

/// An item that is a picture: its caption is the text.
fn picture(item: &Element, set: &Element, meta: Meta) -> Option<Article> {
    let address = set.named("remoteContent").find_map(|it| it.attribute("href"))?.to_owned();
    let content = item.child("contentMeta")?;
    let caption = content.said("description").map(|it| line(&it))?;
    let title = meta.title.as_ref().map_or(String::new(), |title| title.value.clone());
    let mut builder = begun(&meta, title.clone()).unwrap_or_default();
    let credit = content.said("creditline").map(|it| line(&it));
    let picture = Picture { address: Some(address), ..Picture::default() };
    record::put(&mut builder, picture, Some(&caption), credit.as_deref());
    Some(builder.finish(meta))
}

fn item_meta(item: &Element) -> Meta {
    let nothing = Element::default();
    let about = item.child("itemMeta").unwrap_or(&nothing);
    let content = item.child("contentMeta").unwrap_or(&nothing);
    let rights = item.child("rightsInfo").unwrap_or(&nothing);
    let day = |within: &Element, name: &str| instant(&within.said(name)?);
    let name = |element: &Element| {
        let qcode = || element.attribute("qcode").or(element.attribute("literal"));
        let code = || qcode().map(|code| code.rsplit(':').next().unwrap_or(code).to_owned());
        element.said("name").or_else(code)
    };
    let by = content.said("by").map(|by| names::authors(&line(&by)));
    let creators = || content.named("creator").filter_map(name).collect();
    let holder = || rights.child("copyrightHolder").and_then(name);
    let mut meta = Meta {
        title: content
            .said("headline")
            .or_else(|| about.said("title"))
            .map(|it| line(&it))
            .map(stated),
        authors: by.unwrap_or_else(creators).into_iter().map(stated).collect(),
        source: holder()
            .or_else(|| about.child("provider").and_then(name))
            .map(|it| line(&it))
            .map(stated),
        published: day(content, "contentCreated").or_else(|| day(about, "firstCreated")),
        modified: day(content, "contentModified").or_else(|| day(about, "versionCreated")),
        language: item.attribute("xml:lang").map(str::to_owned).map(stated),
        section: content.child("genre").and_then(name).map(stated),
        description: content.said("description").map(|it| line(&it)).map(stated),
        tags: content.named("subject").filter_map(|subject| subject.said("name")).collect(),
        ..Meta::default()
    };
    for (key, said) in [
        ("guid", item.attribute("guid").map(str::to_owned)),
        ("slugline", content.said("slugline")),
        ("located", content.child("located").and_then(name)),
        ("note to editors", about.said("edNote")),
        ("copyright", rights.said("copyrightNotice")),
        ("usage terms", rights.said("usageTerms")),
        ("embargoed", about.said("embargoed")),
        ("status", about.child("pubStatus").and_then(name)),
    ] {
        if let Some(said) = said {
            meta.extra.insert(key.to_owned(), line(&said));
        }
    }
    meta
}

fn instant(raw: &str) -> Option<Stated<Instant>> {
    // NITF writes days as "20210305T090000Z".
    let value = date::instant(raw).or_else(|| date::instant(raw.split_once('T')?.0))?;
    Some(Stated { raw: Some(raw.to_owned()), ..Stated::new(value, Origin::Record) })
}

fn nitf(root: &Element) -> Option<Article> {
    let mut meta = Meta::default();
    fill_from_nitf(&mut meta, root);
    begun(&meta, root.find("body")?.inner_html(&renamed)).map(|builder| builder.finish(meta))
}

/// What NITF says and the item around it does not.
fn fill_from_nitf(meta: &mut Meta, nitf: &Element) {
    let within = |name: &str| nitf.find(name);
    if meta.title.is_none() {
        let title = within("hl1").or_else(|| within("title")).and_then(Element::words);
        meta.title = title.map(|it| line(&it)).map(stated);
    }
    if meta.authors.is_empty()
        && let Some(by) = within("byline").and_then(Element::words)
    {
        let by = line(&by);
        let stated = |name| Stated::read(name, Origin::Record, &by);
        meta.authors = names::authors(&by).into_iter().map(stated).collect();
    }
    if meta.published.is_none() {
        let issued = within("date.issue").and_then(|it| it.attribute("norm"));
        meta.published = issued.and_then(instant);
    }
    if meta.source.is_none() {
        meta.source = within("doc.copyright")
            .and_then(|it| it.attribute("holder"))
            .map(|it| stated(it.to_owned()));
    }
}

fn trafilatura(root: &Element) -> Option<Article> {
    let said: Map<String, Value> =
        root.attributes().map(|(key, value)| (key.to_owned(), value.into())).collect();
    let meta = super::json::fields::meta(&said, Origin::Record);
    record::article(meta, root.child("main").unwrap_or(root).inner_html(&renamed))
}

/// What an element of NITF or TEI is called in HTML.
fn renamed(name: &str) -> Option<&'static str> {
    Some(match name {
        "hl1" => "h1",
        "hl2" | "head" => "h2",
        "body.head" | "body.content" | "body.end" | "hedline" | "block" | "body" => "div",
        "byline" | "distributor" | "dateline" | "tagline" | "bibliography" => "p",
        "media" => "figure",
        "media-caption" => "figcaption",
        "media-producer" => "cite",
        "media-reference" | "graphic" => "img",
        "quote" | "bq" => "blockquote",
        "hi" => "em",
        "list" => "ul",
        "item" => "li",
        "lb" => "br",
        "ref" => "a",
        "person" | "org" | "location" | "num" | "money" | "chron" | "event" | "function" => "span",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::check::sound;
    use proptest::prelude::*;

    const ITEM: &str = "<newsItem guid='urn:tide' xml:lang='en'>
        <rightsInfo><copyrightHolder><name>The Quay</name></copyrightHolder></rightsInfo>
        <itemMeta><provider qcode='nprov:QUAY'/><versionCreated>2021-03-06T09:00:00Z</versionCreated>
        <firstCreated>2021-03-05T09:00:00Z</firstCreated></itemMeta>
        <contentMeta><creator><name>Ada Berg</name></creator><subject><name>sea</name></subject>
        <slugline>TIDE</slugline><headline> Low
        tide</headline></contentMeta>
        <contentSet><inlineXML contenttype='application/nitf+xml'><nitf><body><body.head><hedline>
        <hl1>Low tide</hl1></hedline><byline>By Ada Berg</byline></body.head>
        <body.content><p>It was <person>Bo</person>’s tide.</p><p>Then it rose.</p></body.content>
        </body></nitf></inlineXML></contentSet></newsItem>";

    #[test]
    fn an_item_with_a_text_is_an_article() {
        for document in
            [ITEM.to_owned(), format!("<newsMessage><itemSet>{ITEM}</itemSet></newsMessage>")]
        {
            let article = read(&document).unwrap().remove(0);
            sound(&article);
            let meta = &article.meta;
            assert_eq!(meta.title.as_ref().unwrap().value, "Low tide");
            assert_eq!(meta.authors[0].value, "Ada Berg");
            assert_eq!(meta.source.as_ref().unwrap().value, "The Quay");
            assert_eq!(meta.published.as_ref().unwrap().value.date.to_string(), "2021-03-05");
            assert_eq!(meta.modified.as_ref().unwrap().value.date.to_string(), "2021-03-06");
            assert_eq!(
                (meta.tags.as_slice(), meta.extra["slugline"].as_str()),
                (["sea".to_owned()].as_slice(), "TIDE")
            );
            assert!(
                article.text.contains("It was Bo’s tide.\n\nThen it rose."),
                "{}",
                article.text
            );
        }
    }

    #[test]
    fn nitf_alone_says_what_it_is_itself() {
        let (_, rest) = ITEM.split_once("<nitf>").unwrap();
        let (nitf, _) = rest.split_once("</inlineXML>").unwrap();
        let article = read(&format!("<nitf>{nitf}")).unwrap().remove(0);
        assert_eq!(article.meta.title.unwrap().value, "Low tide");
        assert_eq!(article.meta.authors[0].value, "Ada Berg");
    }

    #[test]
    fn items_that_hold_no_text_are_refused() {
        let refusal = read("<conceptItem><concept/></conceptItem>").unwrap_err().to_string();
        assert!(refusal.contains("describes news"), "{refusal}");
    }

    proptest! {
        #[test]
        fn a_damaged_item_is_read_or_refused(at in 0..1200_usize, noise in "[<>&a/ \"]{0,9}") {
            let at = ITEM.floor_char_boundary(at.min(ITEM.len()));
            let (head, tail) = ITEM.split_at(at);
            for article in read(&format!("{head}{noise}{tail}")).unwrap_or_default() {
                sound(&article);
            }
        }
    }
}
