//! Pictures with words of their own, made here, and hostile ones.

use super::told::{Told, told};
use super::*;
use crate::import::{check, read};
use proptest::prelude::*;

/// A JPEG without a picture: these segments, by marker and content.
fn jpeg(segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    for (marker, body) in segments {
        bytes.extend([0xff, *marker]);
        bytes.extend(u16::try_from(body.len() + 2).unwrap().to_be_bytes());
        bytes.extend(body);
    }
    bytes.extend([0xff, 0xd9]);
    bytes
}

/// A segment of Photoshop's resources that holds these records.
fn photoshop(records: &[(u8, u8, &[u8])]) -> (u8, Vec<u8>) {
    let mut iim = Vec::new();
    for (record, dataset, value) in records {
        iim.extend([0x1c, *record, *dataset]);
        iim.extend(u16::try_from(value.len()).unwrap().to_be_bytes());
        iim.extend(*value);
    }
    // A resource of another kind with a name and an odd length comes first.
    let mut body = b"Photoshop 3.0\08BIM\x03\xed\x02ab\0\0\0\0\x01x\0".to_vec();
    body.extend(b"8BIM\x04\x04\0\0");
    body.extend(u32::try_from(iim.len()).unwrap().to_be_bytes());
    body.extend(iim);
    (0xed, body)
}

/// A segment of Exif with these words in its first directory.
fn exif(words: &[(u16, &[u8])]) -> (u8, Vec<u8>) {
    let count = u16::try_from(words.len()).unwrap();
    let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
    tiff.extend(count.to_be_bytes());
    let mut at = 8 + 2 + 12 * words.len() + 4;
    for (tag, value) in words {
        tiff.extend(tag.to_be_bytes());
        tiff.extend(2_u16.to_be_bytes());
        tiff.extend(u32::try_from(value.len()).unwrap().to_be_bytes());
        tiff.extend(u32::try_from(at).unwrap().to_be_bytes());
        at += value.len();
    }
    tiff.extend([0; 4]);
    for (_, value) in words {
        tiff.extend(*value);
    }
    (0xe1, [b"Exif\0\0".as_slice(), &tiff].concat())
}

fn xmp(packet: &str) -> (u8, Vec<u8>) {
    (0xe1, [b"http://ns.adobe.com/xap/1.0/\0", packet.as_bytes()].concat())
}

fn png(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, body) in chunks {
        bytes.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
        bytes.extend(*name);
        bytes.extend(*body);
        bytes.extend([0; 4]);
    }
    bytes
}

const PACKET: &str = "<x:xmpmeta><rdf:Description photoshop:Credit=\"Quay &amp; Co\" \
    photoshop:DateCreated='2024-03-14T17:40:00'><dc:creator>\n<rdf:Seq><rdf:li>Ana Ruiz</rdf:li>\
    <rdf:li>Jo Lind</rdf:li></rdf:Seq></dc:creator><dc:description><rdf:Alt>\
    <rdf:li xml:lang=\"de\">Die F&#228;hre</rdf:li><rdf:li xml:lang=\"x-default\">The ferry</rdf:li>\
    </rdf:Alt></dc:description></rdf:Description></x:xmpmeta>";

#[test]
fn iptc_is_read_in_its_charset() {
    let records: &[(u8, u8, &[u8])] = &[
        (1, 90, b"\x1b%G"),
        (2, 120, "Möwen über dem Kai".as_bytes()),
        (2, 80, b"Ana Ruiz"),
        (2, 80, b"Jo Lind"),
        (2, 110, b"Reuters"),
        (2, 115, b"Quay Press"),
        (2, 116, "© 2024 Reuters".as_bytes()),
        (2, 55, b"20240314"),
    ];
    let found = told(&jpeg(&[(0xe0, vec![0; 14]), photoshop(records)]));
    assert_eq!(found.caption, "Möwen über dem Kai");
    assert_eq!(found.creators, ["Ana Ruiz", "Jo Lind"]);
    assert_eq!((found.credit.as_str(), found.source.as_str()), ("Reuters", "Quay Press"));
    assert_eq!(found.copyright, "© 2024 Reuters");
    assert_eq!(found.day(), Some(jiff::civil::date(2024, 3, 14)));
    let latin = told(&jpeg(&[photoshop(&[(2, 120, b"M\xf6wen am Kai")])]));
    assert_eq!(latin.caption, "Möwen am Kai");
}

#[test]
fn xmp_is_read_as_elements_and_attributes() {
    for bytes in [jpeg(&[xmp(PACKET)]), webp(PACKET)] {
        let found = told(&bytes);
        assert_eq!(found.caption, "The ferry");
        assert_eq!(found.creators, ["Ana Ruiz", "Jo Lind"]);
        assert_eq!(found.credit, "Quay & Co");
        assert_eq!(found.day(), Some(jiff::civil::date(2024, 3, 14)));
    }
}

fn webp(packet: &str) -> Vec<u8> {
    let mut bytes = b"RIFF\0\0\0\0WEBPVP8X\x01\0\0\0\0\0XMP ".to_vec();
    bytes.extend(u32::try_from(packet.len()).unwrap().to_le_bytes());
    bytes.extend(packet.as_bytes());
    bytes
}

#[test]
fn exif_is_read_and_what_cameras_write_is_not() {
    let words: &[(u16, &[u8])] = &[
        (0x010e, b"OLYMPUS DIGITAL CAMERA         \0"),
        (0x013b, b"Ana Ruiz\0"),
        (0x8298, b"Ana Ruiz\0Quay Press\0"),
    ];
    let found = told(&jpeg(&[exif(words)]));
    assert_eq!(found.caption, "");
    assert_eq!(found.creators, ["Ana Ruiz"]);
    assert_eq!(found.copyright, "Ana Ruiz Quay Press");
}

#[test]
fn the_words_of_a_png_are_read() {
    let found = told(&png(&[
        (b"tEXt", b"Author\0Ana Ruiz"),
        (b"iTXt", "Description\0\0\0\0\0Die Fähre".as_bytes()),
        (b"IEND", b""),
    ]));
    assert_eq!(
        (found.caption.as_str(), found.creators.as_slice()),
        ("Die Fähre", &["Ana Ruiz".to_owned()][..])
    );
}

#[test]
fn pictures_without_words_say_nothing() {
    for bytes in [jpeg(&[]), png(&[]), b"GIF89a".to_vec(), Vec::new()] {
        assert_eq!(told(&bytes), Told::default());
    }
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |part: &[u8]| {
        let held = part.iter().fold(0_u32, |held, byte| held << 8 | u32::from(*byte))
            << (8 * (3 - part.len()));
        let letter = |nth: usize| char::from(LETTERS[(held >> (18 - 6 * nth) & 63) as usize]);
        (0..=part.len()).map(letter).collect::<String>()
    };
    bytes.chunks(3).map(group).collect()
}

/// A picture long enough to be no placeholder, with a caption and a credit of its own.
fn picture() -> Vec<u8> {
    let words: &[(u8, u8, &[u8])] =
        &[(2, 120, b"Gulls over the quay"), (2, 80, b"Ana Ruiz"), (2, 110, b"Reuters")];
    jpeg(&[photoshop(words), (0xfe, vec![b' '; 900])])
}

fn page(figure: &str) -> Article {
    let prose = "<p>The ferry left the old harbour at nine, as it does on every day of the year.";
    let html = format!(
        "<!DOCTYPE html><body><article><h1>The ferry</h1>{}{figure}{}</article>",
        prose.repeat(3),
        prose.repeat(3)
    );
    read(html.into_bytes(), Some("a.html")).unwrap().remove(0)
}

#[test]
fn an_embedded_picture_is_kept_and_says_what_the_page_does_not() {
    let article = page(&format!("<img src='data:image/jpeg;base64,{}'>", base64(&picture())));
    check::sound(&article);
    let image = &article.images[0];
    assert_eq!(article.pictures.kept[0].bytes, picture());
    assert_eq!(image.picture.as_ref(), Some(&article.pictures.kept[0].name));
    assert_eq!(image.caption.of(&article.text), "Gulls over the quay");
    assert_eq!(image.credit_span.of(&article.text), "Ana Ruiz/Reuters");
    assert_eq!(image.credit.photographers, ["Ana Ruiz"]);
    assert_eq!(image.credit.agencies, ["Reuters"]);
    assert!(image.has_own_caption(&article.blocks) && image.has_own_credit(&article.blocks));
    assert!(article.text.ends_with("\n\nGulls over the quay Ana Ruiz/Reuters"));
}

#[test]
fn the_words_of_the_page_go_before_those_of_the_picture() {
    let data = base64(&picture());
    let article = page(&format!(
        "<figure><img src='data:image/jpeg;base64,{data}'><figcaption>The ferry at dawn. \
         Photograph: Callum Reay/The Courier</figcaption></figure>"
    ));
    let image = &article.images[0];
    assert_eq!((image.own, image.caption.of(&article.text)), (None, "The ferry at dawn."));
    assert_eq!(image.credit.photographers, ["Callum Reay"]);
    let article = page(&format!(
        "<figure><img src='data:image/jpeg;base64,{data}'><figcaption>The ferry at \
         dawn</figcaption></figure>"
    ));
    check::sound(&article);
    let image = &article.images[0];
    assert_eq!(image.caption.of(&article.text), "The ferry at dawn");
    assert_eq!(image.credit_span.of(&article.text), "Ana Ruiz/Reuters");
    assert!(!image.has_own_caption(&article.blocks) && image.has_own_credit(&article.blocks));
}

#[test]
fn a_picture_printed_twice_is_kept_once() {
    let tag = format!("<img src='data:image/jpeg;base64,{}'>", base64(&picture()));
    let article =
        page(&format!("{tag}<p>Between them stands a paragraph of some length.</p>{tag}"));
    assert_eq!(article.pictures.kept.len(), 1);
}

#[test]
fn a_file_beside_the_page_is_named_and_kept_when_it_is_found() {
    let mut article = page("<img data-src='https://x.example/a.jpg' src='./page_files/a%20b.jpg'>");
    assert_eq!(article.images[0].beside.as_deref(), Some("./page_files/a b.jpg"));
    assert_eq!(article.images[0].address.as_deref(), Some("https://x.example/a.jpg"));
    keep_pictures(&mut article, |_| Ok(Some(picture())));
    check::sound(&article);
    assert_eq!(article.images[0].caption.of(&article.text), "Gulls over the quay");
    let whole = page("<img src='https://x.example/a.jpg'>");
    assert_eq!(whole.images[0].beside, None);
}

#[test]
fn one_picture_too_large_costs_a_line() {
    let mut article = page("<img src='a.jpg'>");
    let mut large = picture();
    large.resize(PICTURE + 1, 0);
    keep_pictures(&mut article, |_| Ok(Some(large.clone())));
    assert_eq!((article.pictures.kept.len(), article.images[0].picture.as_ref()), (0, None));
    assert!(article.pictures.refused[0].starts_with("the picture a.jpg is not kept: "));
    keep_pictures(&mut article, |_| Ok(Some(b"<html>".to_vec())));
    assert_eq!(article.pictures.kept.len(), 0, "what is no picture is passed over");
}

#[test]
fn a_part_of_the_same_file_is_kept_by_its_name() {
    let names = vec!["cid:1".to_owned(), "https://x.example/a.jpg".to_owned()];
    let part = Part { names, media_type: "image/jpeg".to_owned(), bytes: picture() };
    let articles = vec![page("<img src='https://x.example/a.jpg'>")];
    let mut contents = Contents { articles, parts: vec![part], ..Contents::default() };
    take_parts(&mut contents);
    let article = &contents.articles[0];
    check::sound(article);
    assert_eq!(article.images[0].caption.of(&article.text), "Gulls over the quay");
}

proptest! {
    #[test]
    fn any_bytes_say_something_or_nothing(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        told(&bytes);
        for start in [&b"\xff\xd8\xff\xe1\x01\x20Exif\0\0MM\0\x2a"[..], b"\x89PNG\r\n\x1a\n",
            b"RIFF\0\0\0\0WEBP", b"\xff\xd8\xff\xed\0\xffPhotoshop 3.0\08BIM\x04\x04\0\0"] {
            told(&[start, &bytes].concat());
        }
    }

    #[test]
    fn a_damaged_picture_does_no_harm(damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let words: &[(u16, &[u8])] = &[(0x010e, b"A ferry\0"), (0x8769, b"abcd")];
        let mut bytes = jpeg(&[exif(words), xmp(PACKET), photoshop(&[(2, 120, b"Gulls")])]);
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let mut article = page("<img src='a.jpg'>");
        keep_pictures(&mut article, |_| Ok(Some(bytes.clone())));
        check::sound(&article);
    }

    #[test]
    fn any_packet_is_read(packet in "(<dc:creator>|<rdf:li|</rdf:li>|&#[0-9]{0,7};|photoshop:Credit=|\"|[a-é<>]){0,20}") {
        super::xmp::read(packet.as_bytes());
    }
}
