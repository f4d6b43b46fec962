//! What stands behind an article and is not of it: who its authors are, what a site says below
//! everything, what only one of the voters takes for it.

use super::judge::{Court, Judged};
use crate::article::{BlockRole, Visibility};

/// How many of the last blocks are looked at for notes about the authors.
const NOTES: usize = 6;

/// No note is longer.
const NOTE: usize = 900;

/// A sentence that signs off is no longer.
const SENTENCE: usize = 60;

/// A line behind the last paragraph that is shorter needs the vote of the body.
const LINE: usize = 140;

impl Court<'_, '_> {
    /// Who the authors are and how to write to them, among the last paragraphs.
    pub(super) fn mind_the_foot(&mut self) {
        let authors = self.known.authors;
        let last = self.blocks.iter_mut().rev();
        let last = last.filter(|block| block.is_shown() && block.draft.chars > 0);
        for (at, block) in last.take(NOTES).enumerate() {
            let text = &block.text;
            let written_to = text.len() < 200
                && (text.contains('@') || text.contains("twitter.com/"))
                && block.draft.role == BlockRole::Body;
            let told = text.len() < 600
                && authors.iter().any(|author| {
                    let first = author.value.split_whitespace().next().unwrap_or_default();
                    let named =
                        text.strip_prefix(author.value.as_str()).or(text.strip_prefix(first));
                    named.is_some_and(|rest| {
                        rest.starts_with(" is ") || rest.starts_with(" (") || rest.starts_with(", ")
                    })
                });
            if at < 3 && (written_to || told) || text.len() < NOTE && is_biography(text) {
                block.set(BlockRole::AuthorNote, Visibility::Folded);
            } else if signs_off(text) {
                block.set(BlockRole::Dateline, Visibility::Folded);
            }
        }
    }

    /// "About the author", and what stands below: only behind two thirds of what is seen. The same
    /// words stand over bylines at the head, with the article below.
    pub(super) fn fold_author_sections(&mut self) {
        let all: usize = self.blocks.iter().map(Judged::chars_shown).sum();
        let mut above = 0;
        let mut section: Option<u8> = None;
        for block in self.blocks.iter_mut().filter(|block| !block.draft.hidden) {
            if let BlockRole::Heading(level) = block.draft.role {
                section = section.filter(|open| *open < level);
                let behind = above * 3 >= all * 2;
                if section.is_none() && behind && is_author_heading(&block.text) {
                    section = Some(level);
                }
            }
            above += block.chars_shown();
            let own = block.is_shown() && block.verdict.role == block.draft.role;
            if section.is_some() && own {
                block.set(BlockRole::AuthorNote, Visibility::Folded);
            }
        }
    }

    /// Behind the last paragraph that both voters keep, where they agree on most of the article:
    /// what Readability leaves out, and short lines that only it keeps. The body's voter goes on
    /// to the end of the element that holds the article, and sites put theirs there.
    pub(super) fn doubt_the_end(&mut self) {
        let prose = |block: &&Judged<'_, '_>| block.is_shown() && block.is_prose();
        let both = |block: &Judged<'_, '_>| block.vote.body && block.vote.readability;
        let Some(last) = self.blocks.iter().rposition(|block| prose(&block) && both(block)) else {
            return;
        };
        let chars = |agreed: bool| -> usize {
            let blocks = self.blocks.iter().filter(prose);
            blocks.filter(|block| !agreed || both(block)).map(|block| block.draft.chars).sum()
        };
        let doubted: Vec<usize> = (last + 1..self.blocks.len())
            .filter(|at| self.blocks.get(*at).is_some_and(Judged::is_doubted_at_end))
            .collect();
        let at = |at: &usize| self.blocks.get(*at).map_or(0, |block| block.draft.chars);
        let shown: usize =
            self.blocks.iter().filter(|it| it.is_shown()).map(|it| it.draft.chars).sum();
        let many = doubted.iter().map(at).sum::<usize>() * 5 > shown * 2;
        if chars(true) * 2 < chars(false) || many {
            return;
        }
        for at in doubted {
            if let Some(block) = self.blocks.get_mut(at) {
                block.set(BlockRole::Related, Visibility::Folded);
            }
        }
    }
}

impl Judged<'_, '_> {
    /// Its characters, none if a reader does not see it.
    fn chars_shown(&self) -> usize {
        if self.is_shown() { self.draft.chars } else { 0 }
    }

    fn is_doubted_at_end(&self) -> bool {
        let lone = !self.vote.readability || !self.vote.body && self.draft.chars < LINE;
        let plain = !matches!(self.verdict.role, BlockRole::Quote | BlockRole::Caption);
        self.is_shown() && lone && plain && self.draft.quote == 0
    }
}

/// Words for what people who write for sites are, in lower case.
const PROFESSIONS: &[&str] = &[
    "writer",
    "author",
    "editor",
    "journalist",
    "reporter",
    "photographer",
    "founder",
    "co-founder",
    "blogger",
    "creator",
    "correspondent",
    "columnist",
    "contributor",
    "specialist",
    "attorney",
    "coach",
    "physician",
    "professor",
    "manager",
    "director",
    "strategist",
    "consultant",
    "expert",
    "researcher",
    "analyst",
    "autor",
    "autorin",
    "journalistin",
    "redakteur",
    "redakteurin",
    "korrespondent",
    "korrespondentin",
    "auteur",
    "autrice",
    "journaliste",
    "rédacteur",
    "rédactrice",
    "periodista",
    "redactor",
    "redactora",
    "escritor",
    "escritora",
];

/// Whether a paragraph begins like a note about its author: a name, and what its bearer is.
fn is_biography(text: &str) -> bool {
    let text = text.trim_start_matches(['*', '(', ' ']);
    let Some((at, verb)) = [" is ", " was ", " ist ", " est ", " es "]
        .iter()
        .filter_map(|verb| text.find(verb).map(|at| (at, verb.len())))
        .min()
    else {
        return false;
    };
    let (name, rest) = (text.get(..at).unwrap_or_default(), text.get(at + verb..));
    let rest = rest.unwrap_or_default();
    let titles = ["Dr.", "Dr", "Prof."];
    let words: Vec<&str> = name.split_whitespace().filter(|word| !titles.contains(word)).collect();
    let named = (2..=5).contains(&words.len())
        && words.iter().all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '('));
    // "Bo Lind is editor", "is a writer"; other languages need no article.
    let first = rest.split([' ', ',', '.']).next().unwrap_or_default();
    let article = matches!(first, "a" | "an" | "the") || is_profession(first);
    let english =
        text.get(at..).is_some_and(|it| it.starts_with(" is ") || it.starts_with(" was "));
    let article = article || !english;
    let told = rest.get(..rest.floor_char_boundary(110)).unwrap_or_default();
    named && article && told.split(|c: char| !c.is_alphanumeric() && c != '-').any(is_profession)
}

/// Whether a line below an article says by whom it is or of when.
fn signs_off(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "last updated",
        "last reviewed",
        "last modified",
        "reviewed in 19",
        "reviewed in 20",
        "written by ",
        "posted by ",
        "posted on ",
        "updated on ",
        "zuletzt aktualisiert",
        "mis à jour le ",
        "publicado por ",
    ];
    let text = text.trim();
    let lower = text.to_lowercase();
    let Some(start) = STARTS.iter().find(|start| lower.starts_with(**start)) else {
        return false;
    };
    // Neither a name nor a day: "Written by monks", "Posted on the door".
    let unnamed = start.ends_with(' ')
        && text.get(start.len()..).is_some_and(|rest| rest.starts_with(char::is_lowercase));
    if text.ends_with('.') && (text.len() > SENTENCE || unnamed) {
        return false;
    }
    text.len() < 120
}

fn is_profession(word: &str) -> bool {
    PROFESSIONS.contains(&word.to_lowercase().as_str())
}

/// Whether a heading stands over notes about the authors.
fn is_author_heading(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "about the author",
        "about the writer",
        "about the reviewer",
        "about the expert",
        "about author",
        "meet the author",
        "meet the writer",
        "meet the expert",
        "meet the reviewer",
        "written by",
        "über den autor",
        "über die autor",
        "zum autor",
        "zur autorin",
        "à propos de l'auteur",
        "à propos de l’auteur",
        "sobre el autor",
        "sobre la autora",
        "acerca del autor",
    ];
    let lower = text.trim().to_lowercase();
    text.len() < 60 && STARTS.iter().any(|start| lower.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_about_an_author_begins_with_a_name_and_a_profession() {
        for text in [
            "Ada Berg is a freelance writer who lives in Nordby.",
            "*Dr. Bo Lind, MD, is the founder of Nordfisk and teaches there.",
            "Ada Berg ist freie Journalistin in Nordby.",
            "Ada Berg est une journaliste de Nordby.",
        ] {
            assert!(is_biography(text), "{text}");
        }
        for text in [
            "Ada Berg is a mother of two and lives in Nordby.",
            "The ferry is a writer's dream.",
            "It is the editor who decides.",
            "Nordby was a town of fishers until the journalist came to see it for the first time in all of those years.",
        ] {
            assert!(!is_biography(text), "{text}");
        }
    }

    #[test]
    fn a_line_that_signs_off_is_no_sentence_of_the_article() {
        for text in [
            "Last reviewed in May.",
            "Written by Ada Berg.",
            "Posted by admin on May 3",
            "Updated on 12 May.",
            "Mis à jour le 3 mai",
        ] {
            assert!(signs_off(text), "{text}");
        }
        for text in [
            "Written by monks in 1020, the book survived.",
            "Posted on the door, the note was gone by noon.",
            "Last updated in 1990, the list of ferries that sail in winter has forty names.",
        ] {
            assert!(!signs_off(text), "{text}");
        }
    }

    #[test]
    fn headings_over_such_notes_are_known() {
        assert!(is_author_heading("About the Author") && is_author_heading("Über den Autor"));
        assert!(!is_author_heading("About the harbor") && !is_author_heading("Authors we read"));
    }
}
