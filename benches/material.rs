//! Articles to measure on, made here so that they are the same everywhere.

use newsprint::article::{Article, Block, BlockRole};
use newsprint::page::Setting;
use newsprint::text::Span;

/// How the articles are set.
pub(crate) const SETTING: Setting =
    Setting { columns: 68, justified: true, captions: false, everything: false };

/// English prose with the marks of news.
pub(crate) const ENGLISH: &str = "The harbor council met on Tuesday, Sept. 9, and nobody could say how \
    long it sat. “Will the wall hold?” Mayor A. B. Stone asked — twice — before the vote. It \
    cost $3.5 million, the engineers’ report said; the U.S. Corps of Engineers had warned of a \
    well-known risk. ";
/// Russian prose.
pub(crate) const RUSSIAN: &str = "Во вторник совет порта собрался снова, и никто не знал, надолго ли. \
    «Выдержит ли стена?» — спросил мэр. ";
/// Japanese prose.
pub(crate) const JAPANESE: &str =
    "港の評議会は火曜日に開かれた。「壁は持つのか？」と市長は聞いた。誰も、答えなかった。";
/// Arabic prose with a name in Latin letters.
pub(crate) const ARABIC: &str =
    "اجتمع مجلس الميناء (Harbor) يوم الثلاثاء، ولم يعرف أحد متى ينتهي. هل يصمد الجدار؟ ";

/// About `bytes` bytes of prose in paragraphs of one to nine times `piece`, a line each.
pub(crate) fn article(bytes: usize, piece: &str) -> Article {
    let mut article = Article::default();
    for times in (1..10).cycle() {
        if article.text.len() >= bytes {
            break;
        }
        let start = article.text.len();
        article.text.push_str(&piece.repeat(times));
        article.blocks.push(Block::new(BlockRole::Body, Span::new(start, article.text.len())));
        article.text.push('\n');
    }
    article
}

/// One block of this role, `piece` repeated to about `bytes` bytes.
pub(crate) fn block(bytes: usize, role: BlockRole, piece: &str) -> Article {
    let text = piece.repeat(bytes / piece.len());
    let blocks = vec![Block::new(role, Span::new(0, text.len()))];
    Article { text, blocks, ..Article::default() }
}
