//! What an article does not say of itself, derived from its words, its address and its file's
//! name, and marked as derived.

use super::date;
use crate::article::{
    Article, Block, BlockRole, Credit, CreditFlag, Instant, Origin, Stated, Visibility,
};
use crate::text::{Span, sentences};

/// The longest derived title, in characters.
const TITLE: usize = 80;

/// Fills what is missing of the metadata of `article`.
pub(super) fn complete(article: &mut Article, name: Option<&str>) {
    if article.meta.title.is_none() {
        article.meta.title = title_block(article)
            .or_else(|| name.and_then(name_title).map(|title| Stated::new(title, Origin::FileName)))
            .or_else(|| first_words(article).map(|title| Stated::new(title, Origin::Text)));
    }
    let address = article.meta.address.as_ref().map(|address| address.value.clone());
    if article.meta.source.is_none() {
        let host = address.as_deref().and_then(host);
        article.meta.source = host.map(|host| Stated::new(host, Origin::Address));
    }
    if article.meta.published.is_none() {
        let in_address =
            address.as_deref().and_then(address_date).map(|day| (day, Origin::Address));
        let in_words = || dated_image(article).map(|day| (day, Origin::Text));
        let day = in_address.or_else(in_words);
        article.meta.published = day.map(|(day, origin)| Stated::new(Instant::day(day), origin));
    }
}

/// The words of the title block, where the importer stated none.
fn title_block(article: &Article) -> Option<Stated<String>> {
    let block = article.blocks.iter().find(|block| block.role == BlockRole::Title)?;
    Some(Stated::new(on_one_line(block.span.of(&article.text)), Origin::Text))
}

/// A title from a file's name that has words in it, not a hash or a number.
fn name_title(name: &str) -> Option<String> {
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let words: Vec<&str> = stem
        .split(|c: char| c == '-' || c == '_' || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect();
    let plain = words
        .iter()
        .filter(|word| word.chars().all(char::is_alphabetic) && word.chars().count() >= 2);
    let first = words.first()?.chars().next()?;
    let rest = words.join(" ").chars().skip(1).collect::<String>();
    (plain.count() >= 3).then(|| first.to_uppercase().chain(rest.chars()).collect())
}

/// The first sentence of the body, cut at a word.
fn first_words(article: &Article) -> Option<String> {
    let shown = |block: &&Block| block.visibility == Visibility::Shown && !block.span.is_empty();
    let mut blocks = article.blocks.iter().filter(shown);
    let body = blocks.clone().find(|block| block.role == BlockRole::Body);
    let block = body.or_else(|| blocks.next())?;
    let words = block.span.of(&article.text);
    let words = words.get(..words.floor_char_boundary(TITLE * 8)).unwrap_or(words);
    let sentence = sentences(words).first().copied().unwrap_or(Span::new(0, words.len()));
    Some(cut(&on_one_line(sentence.of(words)), TITLE))
}

/// `words` in at most `longest` characters, cut behind a word.
fn cut(words: &str, longest: usize) -> String {
    let Some((end, _)) = words.char_indices().nth(longest) else { return words.to_owned() };
    let head = words.get(..end).unwrap_or(words);
    let whole = head.rfind(' ').filter(|at| *at > longest / 2).and_then(|at| head.get(..at));
    format!("{}…", whole.unwrap_or(head).trim_end_matches([',', ';', ':', '—', '–', '-', ' ']))
}

fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The host of an address without "www.".
pub(super) fn host(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?;
    let host = host.split(':').next()?.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let named = matches!(scheme, "http" | "https") && host.contains('.');
    named.then(|| host.to_owned())
}

/// The day in the path of an address: "/2021/09/13/", "/2021-09-13-", "/20210913/".
pub(super) fn address_date(address: &str) -> Option<jiff::civil::Date> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = path.split(['?', '#']).next()?.split_once('/')?.1;
    let figures = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let pieces: Vec<&str> = path.split(['/', '-', '_']).collect();
    let split = pieces.windows(3).find_map(|window| {
        let &[first, month, last] = window else { return None };
        let (year, day) = if last.len() == 4 { (last, first) } else { (first, last) };
        let whole = year.len() == 4 && month.len() <= 2 && day.len() <= 2;
        (whole && window.iter().all(|piece| figures(piece) && !piece.is_empty()))
            .then(|| date::day_in(&format!("{year}-{month}-{day}")))?
    });
    let joined = || {
        pieces.iter().filter(|piece| piece.len() == 8 && figures(piece)).find_map(|piece| {
            let (year, rest) = piece.split_at_checked(4)?;
            let (month, day) = rest.split_at_checked(2)?;
            date::day_in(&format!("{year}-{month}-{day}"))
        })
    };
    split.or_else(joined).map(|(_, day)| day)
}

/// The day of the first dated picture that is not from the archive.
fn dated_image(article: &Article) -> Option<jiff::civil::Date> {
    let fresh = |credit: &&Credit| !credit.flags.contains(&CreditFlag::File);
    article.images.iter().map(|image| &image.credit).filter(fresh).find_map(|credit| credit.date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_words_gives_a_title_and_a_hash_does_not() {
        assert_eq!(name_title("saved/the-river_rises again.txt").unwrap(), "The river rises again");
        for name in ["00_70bac4bff17b.txt", "article.html", "2021-09-13.md", "final draft.txt"] {
            assert_eq!(name_title(name), None, "{name}");
        }
    }

    #[test]
    fn a_title_is_cut_behind_a_word() {
        assert_eq!(cut("one two three", 13), "one two three");
        assert_eq!(cut("eleven, twelve and so on", 10), "eleven…");
    }

    #[test]
    fn the_host_is_the_source() {
        assert_eq!(host("https://www.Example.org:8080/a?b").unwrap(), "example.org");
        assert_eq!(host("file:///home/a.html"), None);
    }

    #[test]
    fn addresses_tell_days() {
        let day = |address| address_date(address).map(|day| day.to_string());
        for address in [
            "https://example.org/news/2021/09/13/river",
            "https://example.org/2021-09-13-river.html",
            "https://example.org/a/20210913/river?x=1",
        ] {
            assert_eq!(day(address).as_deref(), Some("2021-09-13"), "{address}");
        }
        assert_eq!(day("https://example.org/2021/99/13/"), None);
        assert_eq!(day("https://example.org/articles/12345678"), None);
    }
}
