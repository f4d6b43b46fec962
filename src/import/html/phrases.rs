//! Short lines that stand in articles and are not of them, by their words: whole lines and
//! beginnings that sites of all kinds share.

use crate::article::BlockRole;

/// Longer blocks are not judged by their words.
const SHORT: usize = 260;

/// What a short line is that is not of the article; `None` for lines that may be.
pub(super) fn furniture(line: &str) -> Option<BlockRole> {
    if line.starts_with('<') && line.contains("</") {
        return Some(BlockRole::Navigation);
    }
    if line.len() > SHORT {
        return None;
    }
    let lower = line.trim().to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let whole = |lines: &str| lines.split(" | ").any(|line| line == bare);
    let begins = |starts: &str| starts.split(" | ").any(|start| lower.starts_with(start));
    if whole(CONTROLS) || is_counter(bare) || (lower.starts_with('<') && lower.contains('>')) {
        Some(BlockRole::Navigation)
    } else if whole(ADVERTS) || begins(APPEALS) {
        Some(BlockRole::Promotion)
    } else if whole(RELATED) || begins(RELATED_STARTS) {
        Some(BlockRole::Related)
    } else if begins(CONTRIBUTORS) {
        Some(BlockRole::AuthorNote)
    } else if begins(LEGAL) || lower.contains("all rights reserved") {
        Some(BlockRole::Legal)
    } else {
        None
    }
}

const CONTROLS: &str = "share | share this | share this article | share this story | share on facebook | share on \
    twitter | tweet | email | print | print this page | comments | comment | leave a comment | \
    leave a reply | add comment | view comments | show comments | caption | close | back to top \
    | top | back | next | previous | prev | home | menu | search | play | pause | play video | \
    replay | loading | toggle caption | hide caption | enlarge image | enlarge | back to gallery \
    | show more | load more | view gallery | facebook | twitter | whatsapp | linkedin | \
    pinterest | reddit | telegram | messenger | flipboard | copy link | link copied | save | \
    bookmark | skip to content | listen | media playback is unsupported on your device | tell us \
    what you think | this slideshow requires javascript | slideshow | video | photos | gallery | \
    tags | order reprints | print article | jump to comments | contents | table of contents | \
    skip to main content | next article | previous article | reply | log in | sign in | click to \
    enlarge | click to expand | expand | no posts | rate this article | pin for later | pin it | \
    pin this for later | teilen | drucken | kommentare | partager | imprimer | \
    compartir | imprimir | compartilhe | compartilhar";

const ADVERTS: &str = "advertisement | advert | advertising | ad | ads | sponsored | sponsored content | story \
    continues below advertisement | article continues below advertisement | continue reading \
    below | continue reading the main story | anzeige | werbung | publicité | publicidad | \
    publicidade | реклама | report this ad | newsletter | subscribe | subscribe now | sign up | \
    donate | support us";

const APPEALS: &str = "sign up for | sign up to | sign up here | subscribe to | subscribe for | subscribe now | \
    subscribe today | join our | follow us | like us on | find us on | get our free | get the \
    latest | get more | click here to | click here for | click to share | download our | \
    download the | already a subscriber | support our | buy tickets | to receive our | enter \
    your email | want more | need more | have a tip | got a tip | story continues | article \
    continues | thank you for subscribing | don't miss our | don’t miss our | follow @ | if you \
    like this | if you liked this | if you enjoyed this | stay up to date with | stay informed | \
    never miss | get notified | we use cookies | pin it for later | pin this for later | what \
    others are reading";

const RELATED: &str = "related | related articles | related stories | related content | related posts | related \
    news | related links | related topics | more stories | more news | read more | read next | \
    up next | recommended | recommended for you | recommended stories | you may also like | you \
    might also like | you might be interested in | more from | most popular | most read | most \
    viewed | popular | popular posts | recent posts | latest news | latest posts | latest \
    stories | top stories | trending | trending now | trending stories | more on this story | \
    more on this topic | see also | also read | editor's picks | editors' picks | editor’s picks \
    | in this article | more in this section | next post | previous post | other news | more to \
    read | don't miss | don’t miss | breaking news | mehr zum thema | lesen sie auch | à lire \
    aussi | lire aussi | sur le même sujet | te puede interesar | leia também | leia mais | veja \
    também | похожие статьи | читайте также | 関連記事 | 相关阅读";

const RELATED_STARTS: &str = "related: | read more: | read also: | also read: | see also: | more: | read next: | also see: \
    | also: | watch: | must read: | read: | recommended: | see more: | more from  | more on: | \
    read more on | read more about | read the full | related article | related story | lesen sie \
    auch: | lire aussi | à lire aussi | leia também: | leia mais: | lea también: | lee también | \
    читайте также: | mehr zum thema: | you may also | you might also | click here to read | also \
    on  | filed under | posted in | tags: | tagged: | categories: | topics: | category:";

const CONTRIBUTORS: &str = "(reporting by | reporting by | additional reporting by | (additional reporting | associated \
    press writer | this story was reported by | about the author | write to  | contact the \
    author | reach the reporter | (editing by";

const LEGAL: &str = "© | copyright © | copyright 19 | copyright 20 | (c) 20 | all content © | this material may \
    not be published | this site is protected by | reprinted with permission | the contents of \
    this site are | alle rechte vorbehalten | tous droits réservés";

/// "1 of 5", "image 3 of 12", "2 / 9", "5 min read", "12 comments".
fn is_counter(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let number = |word: &str| word.parse::<u32>().is_ok();
    match words.as_slice() {
        [rest @ .., first, "of" | "/" | "-", last] => {
            number(first) && number(last) && rest.len() < 2
        }
        [count, "min" | "minute" | "minutes", "read"]
        | [count, "comments" | "comment" | "shares" | "likes" | "views" | "replies"] => {
            number(count)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_controls_appeals_and_links_are_known() {
        for (line, role) in [
            ("Advertisement", BlockRole::Promotion),
            ("Share this story", BlockRole::Navigation),
            ("Image 3 of 12", BlockRole::Navigation),
            ("Related: What the tide brought", BlockRole::Related),
            ("Sign up for our morning letter.", BlockRole::Promotion),
            ("© 2024 The Harbor. All rights reserved.", BlockRole::Legal),
        ] {
            assert_eq!(furniture(line), Some(role), "{line}");
        }
    }

    #[test]
    fn sentences_that_share_a_word_with_them_are_not() {
        for line in [
            "Related industries lost jobs too.",
            "She shared the story with her editor.",
            "3 of 4 voters agreed.",
            "Home prices rose.",
        ] {
            assert_eq!(furniture(line), None, "{line}");
        }
    }
}
