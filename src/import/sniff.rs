//! What bytes are, by what they begin with.

use super::{Error, lists, table};

/// A format that text can come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// JSON, or one JSON record a line. `sure` is false where text could begin like that too.
    Json {
        /// Whether a failure to parse is the file's fault.
        sure: bool,
    },
    /// Rows of saved addresses, their cells apart by this byte.
    Table(u8),
    /// A browser's list of bookmarks.
    Bookmarks,
    /// RSS or Atom.
    Feed,
    /// News agencies' XML.
    News,
    /// A page, or a piece of one.
    Html,
    /// Markdown, with or without front matter.
    Markdown,
    /// Anything else that is text.
    Text,
}

/// How much of a text is looked at.
const HEAD: usize = 64 * 1024;

/// First bytes, and what they say; offsets other than 0 come in [`binary`].
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x37\x7f\x06\x82", "an SQLite journal"),
    (b"\x37\x7f\x06\x83", "an SQLite journal"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\0asm", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xfd7zXZ\0", "an XZ archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"BZh9", "a bzip2 archive"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"fLaC", "a FLAC recording"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"bplist00", "a binary property list"),
];

/// Extensions of formats that are never text, with the name of the format: bytes named like this
/// that do not begin like it are broken.
const NEVER_TEXT: &[(&str, &str)] = &[
    ("epub", "EPUB"),
    ("zip", "ZIP"),
    ("docx", "Word document"),
    ("odt", "OpenDocument text"),
    ("pdf", "PDF"),
    ("png", "PNG"),
    ("jpg", "JPEG"),
    ("jpeg", "JPEG"),
    ("gif", "GIF"),
    ("sqlite", "SQLite database"),
];

/// Fails where `bytes` are of a kind that holds no text, or claim to be by their `name`.
pub(super) fn refuse_binary(bytes: &[u8], name: Option<&str>) -> Result<(), Error> {
    if let Some(kind) = binary(bytes) {
        return Err(Error::NotText(kind));
    }
    let claimed = NEVER_TEXT.iter().find(|(ending, _)| has_extension(name, &[*ending]));
    let claimed = claimed.filter(|_| !is_zip(bytes));
    match claimed {
        Some((_, format)) => Err(Error::Malformed {
            format,
            reason: "it does not begin as such a file does".to_owned(),
        }),
        None => Ok(()),
    }
}

/// Whether `bytes` are packed by gzip.
pub(super) fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x1f\x8b\x08")
}

/// The format of a decoded text.
pub(super) fn format(text: &str, name: Option<&str>) -> Result<Format, Error> {
    let head = head(text).trim_start();
    if let Some(sure) = json(head, name) {
        return Ok(Format::Json { sure });
    }
    if let Some(kind) = lists::kind(head, name) {
        return Err(Error::List(kind));
    }
    if lists::is_bookmarks(head) {
        return Ok(Format::Bookmarks);
    }
    if let Some(border) = table::border(head, name) {
        return Ok(Format::Table(border));
    }
    if head.starts_with('<')
        && let Some(format) = markup(head, name)?
    {
        return Ok(format);
    }
    Ok(if is_markdown(text, name) { Format::Markdown } else { Format::Text })
}

/// Whether control characters say that a decoded text is none. `strict` where its charset was
/// guessed, not known.
pub(super) fn is_rubbish(text: &str, strict: bool) -> bool {
    let head = head(text);
    let controls = head.chars().filter(|&c| c.is_control() && !c.is_whitespace()).count();
    controls * if strict { 25 } else { 4 } > head.len()
}

fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text)
}

fn binary(bytes: &[u8]) -> Option<&'static str> {
    let at = |offset: usize, magic: &[u8]| {
        bytes.get(offset..).is_some_and(|bytes| bytes.starts_with(magic))
    };
    if is_zip(bytes) {
        return zip(bytes);
    }
    if at(0, b"RIFF") {
        return Some(if at(8, b"WEBP") { "a WebP picture" } else { "a recording" });
    }
    if at(4, b"ftyp") {
        return Some("a video or picture (MP4, HEIC)");
    }
    if at(257, b"ustar") {
        return Some("a tar archive");
    }
    if at(0, b"MZ") && memchr::memchr(0, bytes.get(..1024).unwrap_or(bytes)).is_some() {
        return Some("a program");
    }
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

/// Whether `bytes` are a zip archive, whatever it holds.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// What kind of zip archive without articles it is, by the names of its first entries.
fn zip(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let names = |name: &[u8]| memchr::memmem::find(head, name).is_some();
    match () {
        () if names(b"word/") => Some("a Word document"),
        () if names(b"application/vnd.oasis") => Some("an OpenDocument file"),
        () => None,
    }
}

/// `Some` where `head` is JSON: `true` where nothing else begins like that, or the name says so.
fn json(head: &str, name: Option<&str>) -> Option<bool> {
    let mut inner = head.chars();
    let first = inner.next();
    let next = inner.as_str().trim_start().chars().next();
    let named = has_extension(name, &["json", "jsonl", "ndjson", "jsonld"]);
    match (first, next) {
        (Some('{'), Some('"' | '}')) | (Some('['), Some('{')) => Some(true),
        _ if named => Some(true),
        (Some('['), Some('"' | '[' | ']')) => Some(false),
        _ => None,
    }
}

/// Elements that begin a page or a piece of one.
const PAGE: &[&str] = &[
    "!doctype",
    "html",
    "head",
    "body",
    "title",
    "meta",
    "link",
    "script",
    "style",
    "base",
    "article",
    "main",
    "section",
    "header",
    "nav",
    "aside",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "span",
    "a",
    "b",
    "i",
    "em",
    "strong",
    "ul",
    "ol",
    "dl",
    "table",
    "blockquote",
    "figure",
    "img",
    "br",
    "hr",
    "pre",
    "center",
    "font",
    "form",
    "iframe",
    "noscript",
    "frameset",
];

/// XML that holds no article.
const OTHER_XML: &[(&str, &str)] = &[("svg", "an SVG picture"), ("plist", "a property list")];

fn markup(head: &str, name: Option<&str>) -> Result<Option<Format>, Error> {
    if has_extension(name, &["html", "htm", "xhtml", "shtml"]) {
        return Ok(Some(Format::Html));
    }
    if has_extension(name, &["md", "markdown"]) {
        return Ok(None);
    }
    let xml = head.starts_with("<?xml");
    let element = first_element(head);
    if let Some(format) = xml_format(element, head) {
        return Ok(Some(format));
    }
    if element.eq_ignore_ascii_case("opml") {
        return Err(Error::List("a list of feeds (OPML)"));
    }
    if PAGE.iter().any(|name| element.eq_ignore_ascii_case(name)) {
        return Ok(Some(Format::Html));
    }
    match OTHER_XML.iter().find(|(name, _)| element.eq_ignore_ascii_case(name)) {
        Some((_, kind)) => Err(Error::NotArticle(kind)),
        None if xml => Err(Error::NotArticle("an XML document of an unknown kind")),
        None => Ok(None),
    }
}

/// The format of a document of XML, by its outermost element.
fn xml_format(element: &str, head: &str) -> Option<Format> {
    let is = |names: &[&str]| names.iter().any(|name| element.eq_ignore_ascii_case(name));
    if is(&["rss", "feed", "rdf:RDF"]) {
        return Some(Format::Feed);
    }
    let items = [
        "newsItem",
        "newsMessage",
        "packageItem",
        "conceptItem",
        "knowledgeItem",
        "planningItem",
        "catalogItem",
        "nitf",
    ];
    let trafilatura = is(&["doc"]) && head.contains("<main");
    (is(&items) || trafilatura).then_some(Format::News)
}

/// The name of the first element, behind comments and processing instructions; "!doctype" for a
/// document type, unless that names another kind of document than HTML.
fn first_element(head: &str) -> &str {
    let mut rest = head;
    while let Some(tag) = rest.strip_prefix('<') {
        let skipped = if tag.starts_with("!--") {
            tag.split_once("-->")
        } else if tag.starts_with('?') || is_foreign_doctype(tag) {
            tag.split_once('>')
        } else {
            let end = tag.find(|c: char| !c.is_ascii_alphanumeric() && !"!:-_".contains(c));
            return tag.get(..end.unwrap_or(tag.len())).unwrap_or("");
        };
        let Some((_, after)) = skipped else { return "" };
        rest = after.trim_start_matches([']', '>']).trim_start();
    }
    ""
}

fn is_foreign_doctype(tag: &str) -> bool {
    let mut words = tag.split(|c: char| c.is_whitespace() || c == '>');
    words.next().is_some_and(|word| word.eq_ignore_ascii_case("!doctype"))
        && !words.next().is_some_and(|word| word.eq_ignore_ascii_case("html"))
}

/// Front matter decides; then the name; a text without a name must show several marks.
fn is_markdown(text: &str, name: Option<&str>) -> bool {
    if super::markdown::has_front_matter(text)
        || has_extension(name, &["md", "markdown", "mdown", "mkd"])
    {
        return true;
    }
    if has_extension(name, &["txt", "text"]) {
        return false;
    }
    let head = head(text);
    let heading = |line: &str| {
        let words = line.trim_start_matches('#');
        (1..=6).contains(&(line.len() - words.len())) && words.starts_with(' ')
    };
    let marks = [
        head.lines().any(heading),
        head.contains("](http"),
        head.lines().any(|line| line.starts_with("```")),
        head.matches("**").count() >= 2,
    ];
    marks.iter().filter(|mark| **mark).count() >= 2
}

/// Whether `name` ends like one of these, which are lower-case.
pub(super) fn has_extension(name: Option<&str>, extensions: &[&str]) -> bool {
    let ending = name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    ending.is_some_and(|ending| extensions.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Format {
        format(text, None).unwrap()
    }

    #[test]
    fn pages_are_known_behind_comments_and_declarations() {
        for page in [
            "<!DOCTYPE html><p>x",
            "\n<!-- saved from url=(0014)about:internet -->\n<HTML>",
            "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">\n<html>",
            "<p class=a>x</p>",
        ] {
            assert_eq!(text(page), Format::Html, "{page}");
        }
    }

    #[test]
    fn text_that_begins_with_a_mark_is_text() {
        for prose in ["<Name> said no.", "[1] A note.", "{sic} it said", "< 5 % of it"] {
            assert_eq!(text(prose), Format::Text, "{prose}");
        }
    }

    #[test]
    fn json_is_known_by_its_first_two_marks() {
        assert_eq!(text("{\"title\": 1}"), Format::Json { sure: true });
        assert_eq!(text(" [ {"), Format::Json { sure: true });
        assert_eq!(text("[\"a\"]"), Format::Json { sure: false });
    }

    #[test]
    fn the_name_decides_between_markdown_and_text_only() {
        assert_eq!(format("Plain words.", Some("a.md")), Ok(Format::Markdown));
        assert_eq!(format("# Head\n\n[a](http://b)", Some("a.txt")), Ok(Format::Text));
        assert_eq!(format("# Head\n\n[a](http://b)", None), Ok(Format::Markdown));
        assert_eq!(format("<!doctype html><p>x", Some("a.txt")), Ok(Format::Html));
    }

    #[test]
    fn a_refusal_says_what_it_is() {
        let refusal = |bytes: &[u8]| refuse_binary(bytes, None).unwrap_err();
        assert_eq!(refusal(b"%PDF-1.7 ..."), Error::NotText("a PDF document"));
        assert_eq!(refusal(b"PK\x03\x04....word/document.xml"), Error::NotText("a Word document"));
        assert_eq!(refuse_binary(b"Prose.", None), Ok(()));
    }

    #[test]
    fn other_xml_is_refused_by_its_kind() {
        let refusal = format("<?xml version='1.0'?><plist version='1.0'>", None).unwrap_err();
        assert_eq!(refusal.to_string(), "it is a property list, not an article");
    }

    #[test]
    fn a_text_named_like_a_book_is_broken() {
        assert!(matches!(
            refuse_binary(b"no book", Some("novel.epub")),
            Err(Error::Malformed { format: "EPUB", .. })
        ));
    }

    #[test]
    fn prose_with_a_few_control_characters_is_text_and_noise_is_not() {
        assert!(!is_rubbish("one \u{1b}[2J two three four five six seven", false));
        assert!(is_rubbish("\u{1}\u{2}\u{3}abc", false));
    }
}
