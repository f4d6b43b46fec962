//! Words of the article with who said them and where they stand.

use super::items::words;
use super::{Pane, Reader, Tab};
use crate::export::cite::{Quoted, Reference, Style};
use crate::facts::{Corrected, QuotationKind};
use crate::text::Span;

impl Reader {
    /// What would be cited: the selection; of the sidebar's item the quotation, else its sentence;
    /// else the current sentence.
    pub fn citable(&self) -> Option<Span> {
        let span = match (self.pane, self.selection) {
            (Pane::Facts, _) => {
                let item = self.sidebar.item()?;
                let at = if self.sidebar.chosen { self.sidebar.mention } else { 0 };
                let mention = item.mentions.get(at).or(item.mentions.first())?;
                let own = matches!(self.sidebar.tab, Tab::Quotes | Tab::Notes);
                if own { mention.span } else { mention.sentence }
            }
            (_, Some(selection)) => selection.span(),
            (_, None) => self.sentence,
        };
        let span = span.trim(self.text());
        (!span.is_empty()).then_some(span)
    }

    /// The words of `span` and their source: as a block quote of Markdown, or on a line or two.
    pub fn cited(&self, span: Span, style: Style, block: bool) -> String {
        let opened = &self.opened;
        let (id, added) = opened.id.map_or_else(Default::default, |id| (id.short(), id.made()));
        let reference = Reference::new(&opened.article.meta, &id, added);
        let words = words(self.text(), span);
        let speaker = self.facts.as_ref().and_then(|facts| speaker(self.text(), facts, span));
        let quoted = Quoted { words: &words, speaker: speaker.as_deref() };
        if block { style.block(quoted, &reference) } else { style.cite(quoted, &reference) }
    }
}

/// Who said most of what stands in `span`, if it is a quotation for the most part. Words that the
/// text reports in its own are said to be reported.
fn speaker(text: &str, corrected: &Corrected, span: Span) -> Option<String> {
    // A sentence may hold two parts of one quotation, and those of two speakers.
    let mut speakers: Vec<(String, usize)> = Vec::new();
    for (at, quotation) in corrected.facts.quotations.iter().enumerate() {
        let Some(both) = quotation.span.intersection(span) else { continue };
        let Some(name) = said(text, corrected, at) else { continue };
        match speakers.iter_mut().find(|(known, _)| *known == name) {
            Some((_, bytes)) => *bytes += both.len(),
            None => speakers.push((name, both.len())),
        }
    }
    let (name, bytes) = speakers.into_iter().max_by_key(|(_, bytes)| *bytes)?;
    (bytes * 2 >= span.len()).then_some(name)
}

/// Who said a quotation, and through whom: as the reader has corrected it.
fn said(text: &str, corrected: &Corrected, at: usize) -> Option<String> {
    let quotation = corrected.facts.quotations.get(at)?;
    let entity = quotation.entity.and_then(|at| corrected.facts.entities.get(at));
    let name = corrected
        .speaker(at)
        .map(str::to_owned)
        .or_else(|| entity.map(|entity| entity.name.clone()))
        .or_else(|| quotation.speaker.map(|span| words(text, span)))?;
    let reported = match quotation.kind {
        QuotationKind::Direct | QuotationKind::Partial => "",
        QuotationKind::Indirect => " as reported",
        QuotationKind::Stance => return None,
    };
    let by = quotation.channel.map(|span| format!(", quoted by {}", words(text, span)));
    Some(format!("{name}{reported}{}", by.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::reading;
    use super::*;

    const PROSE: &str = "Anna Berg kept the harbour of Oslo for years. “It was never quiet,” Berg \
        said. Some 40 boats lay there on most days of the summer.";

    fn cited(from: &str, block: bool) -> String {
        let reader = reading(PROSE, 60, 10);
        let span = Span::new(PROSE.find(from).unwrap(), PROSE.len());
        let sentence = reader.sentence_at(span.start).trim(PROSE);
        reader.cited(sentence, Style::Plain, block)
    }

    #[test]
    fn a_quotation_is_cited_with_its_speaker() {
        let cited = cited("“It", false);
        assert!(
            cited.starts_with("“‘It was never quiet,’ Berg said.” — Anna Berg, in "),
            "{cited}"
        );
    }

    #[test]
    fn other_words_are_cited_without_one() {
        let sentence = "Some 40 boats lay there on most days of the summer.";
        let cited = [cited("Some", false), cited("Some", true)];
        assert!(cited[0].starts_with(&format!("“{sentence}” — “Anna")), "{}", cited[0]);
        assert!(cited[1].starts_with(&format!("> {sentence}\n>\n> — “Anna")), "{}", cited[1]);
    }
}
