use super::*;
use crate::article::{Article, Standing};
use crate::import::check::sound;
use proptest::prelude::*;

const CONTAINER: &str =
    "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>";
const CHAPTER: &str = "<html><head><title>The Coast</title></head><body><h1>Low tide</h1>
    <p>It was low all day.</p><figure><img src='../images/bay.jpg'/><figcaption>Boats wait in the bay. (Bo Lind/Reuters)</figcaption></figure></body></html>";
const SECOND: &str = "<html><head><title>The Coast</title></head><body><h1>High tide</h1><p>Then it rose.</p></body></html>";

fn package(more: &str) -> String {
    format!(
        "<package><metadata><title>The Coast</title><creator>Ada Berg</creator>
        <language>en</language><date>2021-03-05</date><subject>sea</subject>{more}</metadata>
        <manifest><item id='n' href='nav.xhtml' properties='nav'/><item id='a' href='text/a.xhtml'/>
        <item id='b' href='text/b.xhtml'/></manifest>
        <spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/></spine></package>"
    )
}

fn book(more: &str) -> Vec<u8> {
    zip(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OEBPS/book.opf", package(more).as_bytes()),
        ("OEBPS/nav.xhtml", b"<nav><ol><li>Low tide</li></ol></nav>"),
        ("OEBPS/text/a.xhtml", CHAPTER.as_bytes()),
        ("OEBPS/text/b.xhtml", SECOND.as_bytes()),
        ("OEBPS/images/bay.jpg", b"\xff\xd8\xff picture"),
    ])
}

fn omnivore() -> Vec<u8> {
    let list = r#"[{"id": "1", "slug": "tide", "title": "Low tide", "url": "https://n.example/a",
        "state": "Archived", "readingProgress": 40, "labels": ["sea"], "savedAt": "2021-03-05T09:00:00Z"},
        {"slug": "ebb", "title": "Ebb", "url": "https://n.example/b", "state": "Active"}]"#;
    zip(&[
        ("metadata_0_to_2.json", list.as_bytes()),
        ("content/tide.html", b"<p>It was low all day.</p>"),
        ("highlights/tide.md", b"> low all day  \n\nReally? #moon\n\n> It was #sea\n\n#sea\n"),
    ])
}

fn sound_all(contents: &Contents) {
    contents.articles.iter().for_each(sound);
}

#[test]
fn a_book_is_one_article_with_its_chapters_and_pictures() {
    let contents = read(&book("")).unwrap();
    sound_all(&contents);
    let [article] = contents.articles.as_slice() else { panic!("{}", contents.articles.len()) };
    assert_eq!(article.meta.title.as_ref().unwrap().value, "The Coast");
    assert_eq!(article.meta.authors[0].value, "Ada Berg");
    assert_eq!(article.meta.tags, ["sea"]);
    let text = &article.text;
    assert!(text.find("It was low").unwrap() < text.find("Then it rose").unwrap());
    assert_eq!(article.images[0].credit.photographers, ["Bo Lind"]);
    let address = article.images[0].address.clone().unwrap();
    assert_eq!(contents.parts[0].names, [address]);
    assert_eq!(contents.parts[0].media_type, "image/jpeg");
}

#[test]
fn a_newspaper_is_an_article_a_chapter() {
    let more = "<meta name='calibre:publication_type' content='periodical:unknown'/>";
    let articles = read(&book(more)).unwrap().articles;
    let titles: Vec<_> =
        articles.iter().map(|it| it.meta.title.as_ref().unwrap().value.as_str()).collect();
    assert_eq!(titles, ["Low tide", "High tide"]);
    assert_eq!(articles[1].meta.source.as_ref().unwrap().value, "The Coast");
}

#[test]
fn an_export_of_omnivore_brings_texts_states_and_highlights() {
    let contents = read(&omnivore()).unwrap();
    sound_all(&contents);
    let [tide, ebb] = contents.articles.as_slice() else { panic!("{}", contents.articles.len()) };
    assert_eq!(tide.text, "Low tide\n\nIt was low all day.");
    let Article { meta, kept, .. } = tide;
    assert_eq!((meta.tags.as_slice(), kept.progress), (["sea".to_owned()].as_slice(), Some(40)));
    assert_eq!(kept.standing, Some(Standing::Archived));
    assert_eq!(kept.annotations[0].quote, "low all day");
    assert_eq!(kept.annotations[0].note.as_deref(), Some("Really? #moon"));
    assert_eq!(kept.annotations[1].tags, ["sea"]);
    assert!(ebb.kept.address_only);
}

#[test]
fn an_archive_of_pages_brings_each_with_its_pictures() {
    let archive = zip(&[
        ("saved/tide.html", b"<h1>Low tide</h1><p>It was low all day.</p><img src='tide_files/a.png' alt='Boats in the bay at dawn'>"),
        ("saved/tide_files/a.png", b"\x89PNG"),
        ("saved/tide_files/frame.html", b"<p>An advertisement.</p>"),
        ("notes.txt", b"Some words."),
        ("bad.json", b"{\"a\": "),
    ]);
    let contents = read(&archive).unwrap();
    sound_all(&contents);
    assert_eq!(contents.articles.len(), 2);
    assert_eq!(contents.parts[0].names, ["saved/tide_files/a.png"]);
    assert_eq!(contents.articles[0].images[0].address.as_deref(), Some("saved/tide_files/a.png"));
    assert!(contents.left_out[0].starts_with("bad.json: "), "{:?}", contents.left_out);
}

#[test]
fn an_archive_without_articles_is_refused() {
    let refusal = read(&zip(&[("a.bin", b"x")])).unwrap_err().to_string();
    assert_eq!(refusal, "it is an archive without articles");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn damaged_archives_are_read_or_refused(at: usize, byte: u8, which in 0..2_usize) {
        let mut bytes = if which == 0 { book("") } else { omnivore() };
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(contents) = read(&bytes) {
            sound_all(&contents);
        }
    }
}
