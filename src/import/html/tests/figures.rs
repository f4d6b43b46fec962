//! Pictures and their words, on whole pages.

use super::{ONE, TWO, around, page, texts};
use crate::article::{Article, BlockRole};

fn captions(inside: &str) -> Vec<String> {
    let article = around(inside);
    texts(&article, BlockRole::Caption).into_iter().map(str::to_owned).collect()
}

fn addresses(article: &Article) -> Vec<&str> {
    article.images.iter().filter_map(|image| image.address.as_deref()).collect()
}

#[test]
fn a_figure_without_figcaption_is_a_caption_all_the_same() {
    assert_eq!(
        captions("<figure><img src=f.jpg><p>The ferry <b>at dawn</b></p><p>Ada Berg</p></figure>"),
        ["The ferry at dawn Ada Berg"]
    );
}

#[test]
fn a_credit_beside_a_caption_belongs_to_it() {
    assert_eq!(
        captions(
            "<div class=image><img src=f.jpg><span class=caption>The ferry at dawn</span>\
             <span class=photo-credit>Ada Berg</span></div>"
        ),
        ["The ferry at dawn Ada Berg"]
    );
}

#[test]
fn each_picture_of_a_gallery_keeps_its_own_words() {
    assert_eq!(
        captions(
            "<div class=gallery><figure><img src=a.jpg><figcaption>Dawn over the bay</figcaption>\
             </figure><figure><img src=b.jpg><figcaption>Noon on the deck</figcaption></figure></div>"
        ),
        ["Dawn over the bay", "Noon on the deck"]
    );
}

#[test]
fn a_figure_around_a_table_or_code_is_no_picture() {
    let article = around("<figure><pre>sail()</pre><figcaption>How to sail</figcaption></figure>");
    assert_eq!(texts(&article, BlockRole::Code), ["sail()"]);
    let table = "<figure><table><tr><td>Shore<td>9<tr><td>Isle<td>4</table></figure>";
    assert_eq!(texts(&around(table), BlockRole::Table), ["Shore\t9\nIsle\t4"]);
}

#[test]
fn a_caption_class_far_from_any_picture_is_prose() {
    let article = around("<p class=caption-note>The harbor was calm that day, they all said.</p>");
    assert_eq!(texts(&article, BlockRole::Caption), Vec::<&str>::new());
}

#[test]
fn the_same_picture_twice_is_one_image() {
    let figure =
        "<figure><img src=f.jpg><figcaption>The ferry at dawn, seen from the quay</figure>";
    let article = around(&format!("{figure}<p>{ONE} Again.</p>{figure}"));
    assert_eq!(article.images.len(), 1);
    assert_eq!(article.images[0].repeats.len(), 1);
}

#[test]
fn pixels_and_icons_make_no_image() {
    let article = around("<img src=p.gif width=1 height=1><img class=icon src=share.png>");
    assert_eq!(article.images, []);
}

#[test]
fn pictures_in_menus_and_footers_make_no_image() {
    let article = page(&format!(
        "<body><nav><a href=/><img src=one.jpg></a></nav><article><h1>Ferry sails at last</h1>\
         <p>{ONE}</p><img src=two.jpg><p>{TWO}</p></article><footer><img src=three.jpg></footer>"
    ));
    assert_eq!(addresses(&article), ["two.jpg"]);
}

#[test]
fn the_face_of_an_author_makes_no_image() {
    let html = |alt: &str| {
        format!(
            "<head><meta name=author content='Ann Lee'></head><article><h1>Low tide at Avon</h1>\
             <img src=ann.jpg alt='{alt}'><p>It was low all day, and the ferry lay in the mud.</p>\
             </article>"
        )
    };
    let images = |alt| super::page(&html(alt)).images.len();
    assert_eq!((images("Ann Lee"), images("Ann Lee at the quay on Monday")), (0, 1));
}

#[test]
fn addresses_of_pictures_are_made_absolute() {
    let article = page(&format!(
        "<base href=https://example.org/a/><article><h1>Ferry sails at last</h1><p>{ONE}</p>\
         <img src=f.jpg><p>{TWO}</p></article>"
    ));
    assert_eq!(addresses(&article), ["https://example.org/a/f.jpg"]);
}

#[test]
fn what_json_says_of_a_picture_on_the_page_stands_where_the_picture_is() {
    let article = page(&format!(
        "<script type=application/ld+json>{{\"@type\":\"Article\",\"headline\":\"Ferry\",\
         \"image\":{{\"url\":\"https://example.org/big/f-001.jpg?w=9\",\"caption\":\"Seen from the \
         quay\"}}}}</script><h1>Ferry sails at last</h1><p>{ONE}</p><img src=/small/f-001.jpg><p>{TWO}"
    ));
    assert_eq!(texts(&article, BlockRole::Caption), ["Seen from the quay"]);
    assert!(article.text.ends_with(TWO));
}

#[test]
fn a_caption_that_the_page_prints_is_not_said_again() {
    let article = page(&format!(
        "<script type=application/ld+json>{{\"@type\":\"Article\",\"headline\":\"Ferry\",\"image\":\
         {{\"caption\":\"The ferry at dawn\"}}}}</script><h1>Ferry sails at last</h1><p>{ONE}</p>\
         <figure><img src=f.jpg><figcaption>The ferry at dawn.</figcaption></figure><p>{TWO}"
    ));
    assert_eq!(texts(&article, BlockRole::Caption), ["The ferry at dawn."]);
}

#[test]
fn an_embedded_picture_leaves_no_megabytes_behind() {
    let article = around(&format!(
        "<figure><img src='data:image/jpeg;base64,{}'><figcaption>The ferry at dawn</figure>",
        "QUJD".repeat(9_000)
    ));
    assert_eq!(article.images[0].address.as_deref(), Some("data:image/jpeg;bytes=36000"));
}
