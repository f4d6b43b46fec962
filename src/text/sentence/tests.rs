//! Sentences as a reader of news would tell them apart.

use super::*;
use proptest::prelude::*;

/// `text` with a bar between its sentences.
#[track_caller]
fn split(text: &str) -> String {
    let found = sentences(text);
    let parts: Vec<&str> = found.iter().map(|span| span.of(text)).collect();
    parts.join(" | ")
}

/// Checks that the bars in `marked` are where its sentences end.
#[track_caller]
fn check(marked: &str) {
    assert_eq!(split(&marked.replace(" | ", " ")), marked);
}

#[test]
fn stops_end_sentences() {
    check("He left. | She stayed! | Did they? | They did.");
}

#[test]
fn titles_and_initials_do_not() {
    check("Mr. Grey met Gen. A. B. Stone and Lt. Col. Iris Vale. | They spoke.");
    check("J. K. Rowling, George W. Bush and Harry S. Truman were named. | So was he.");
    check("Dr. Roe v. Wade vs. Smith was cited.");
    check("So do I. | Anna left.");
    check("It was Plan B. | The rest failed.");
}

#[test]
fn dates_and_numbers_stay_whole() {
    check("On Sept. 13 and Nov. 4 prices rose 3.5 percent to $1.25. | By Dec. they fell.");
    check("Ana Vale (b. 1950) and Bo Li (b. March 1951, d. 1990) wed in c. 1970. | They left.");
    check("See No. 7, Fig. 3 and pp. 4. | No. | He refused.");
    check("It happened in 1999. | Nobody saw it. | It was built in A.D. 800. | It stands.");
}

#[test]
fn acronyms_end_a_sentence_only_before_a_word_that_starts_one() {
    check("The U.S. Army and the U.N. Security Council met. | All agreed.");
    check("He flew to the U.S. | The trip was long. | She joined the C.I.A. | Mr. Vale did not.");
    check("It starts at 3 p.m. Monday or 9 a.m. EST. | Doors open at 8 p.m. | Bring a coat.");
    check(
        "It struck at 10 a.m. (0800 GMT) Friday, by 9 p.m. (6 p.m. PST) all left. | It was 9 p.m. | 30 people left.",
    );
    check("Fruit, e.g. Apples, i.e. Cox, keeps.");
}

#[test]
fn companies_and_places_likewise() {
    check("Acme Inc. Chairman Bo Li sold Bolt Corp. | The price was not given.");
    check("He lives in St. Louis, near Elm St. | It is quiet.");
    check("Martin Poe Jr. | He was born in Springfield, Ill. | She was not.");
}

#[test]
fn a_quotation_keeps_its_attribution() {
    check("“Will you go?” she asked. | “No!” he said. | “Yes.” | She left.");
    check(
        "\"Will you go?\" she asked. | \"Never!\" Smith shouted. | \"Why?\" | The crowd cheered.",
    );
    check("“Is it safe?” President Ana de la Cruz asked reporters. | Nobody knew.");
    check("“We are done …” he began. | “Sorry!” I said. | “Why?” | He said nothing.");
}

#[test]
fn closing_marks_belong_to_the_sentence() {
    check("“I will go.” | “Good.” | (It was late.) | He went.[12] | ‘So?’ | She slept.");
}

#[test]
fn closing_marks_may_stand_after_a_space() {
    check("\"It is done. \" | The crowd left. | It rained. [4] [12] | Then it stopped.");
}

#[test]
fn ellipses_end_a_sentence_before_a_capital() {
    check("He waited ... and waited… | Then he left. . . . | Nobody saw.");
    check("I was ... . . . not sure.");
}

#[test]
fn addresses_and_versions_stay_whole() {
    check("Read www.example.org/a.b?c=d or mail a.b@example.org now. | Yahoo! said v2.0.1 is out.");
}

#[test]
fn numbered_lists_keep_their_numbers() {
    check("1. First things first. | 2. Then the rest.");
}

#[test]
fn line_feeds_are_spaces_and_blank_lines_are_not() {
    assert_eq!(sentences("One\ntwo. Three").len(), 2);
    assert_eq!(sentences("A heading\n\nA paragraph").len(), 2);
    assert_eq!(sentences("A heading.\n \nlower case").len(), 2);
}

#[test]
fn german_french_and_spanish_abbreviations_are_known() {
    check("Am 3. Oktober kam Hr. Weiß z. B. Der Tag war grau, d.h. Regen fiel. | Er ging.");
    check("M. Dupont et Mme. Petit sont là. | « Vous venez ? » | Oui.");
    check("La Sra. López y el Sr. Gómez vinieron. | ¿Quién más? | ¡Nadie!");
    check("„Ich gehe.“ | Sie blieb.");
}

#[test]
fn chinese_japanese_and_arabic_stops_count() {
    assert_eq!(split("他走了。她留下！你呢？"), "他走了。 | 她留下！ | 你呢？");
    assert_eq!(
        split("「行くの？」と聞いた。彼は黙った。"),
        "「行くの？」と聞いた。 | 彼は黙った。"
    );
    assert_eq!(
        split("“你去吗？”她问。他说“好。”她笑了。"),
        "“你去吗？”她问。 | 他说“好。” | 她笑了。"
    );
    check("هل ذهبت؟ | نعم. | د. سمير هنا۔ | ثم غادر.");
}

#[test]
fn a_text_without_stops_is_cut_near_a_clause() {
    let text = "some words, and more ".repeat(2_000);
    let found = sentences(&text);
    assert!(found.iter().all(|it| it.len() < 2 * CELL), "too long");
    assert!(found[..found.len() - 1].iter().all(|it| it.of(&text).ends_with(',')));
}

#[test]
fn sentences_are_walked_one_by_one() {
    let text = "  One here. Two here.  Three. ";
    let within = Span::new(0, text.len());
    let words = |span: Option<Span>| span.map(|it| it.of(text));
    assert_eq!(sentence_at(text, within, 0).of(text), "One here.");
    assert_eq!(sentence_at(text, within, 11).of(text), "Two here.");
    assert_eq!(sentence_at(text, within, text.len()).of(text), "Three.");
    assert_eq!(words(next_sentence(text, within, 4)), Some("Two here."));
    assert_eq!(words(next_sentence(text, within, 25)), None);
    assert_eq!(words(previous_sentence(text, within, 14)), Some("Two here."));
    assert_eq!(words(previous_sentence(text, within, 12)), Some("One here."));
    assert_eq!(words(previous_sentence(text, within, 2)), None);
    assert_eq!(sentence_at("", Span::default(), 3), Span::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_word_lies_in_one_sentence(text in "(\\PC|[A-Za. !?\n\"”。]|Mr\\. |U\\.S\\. ){0,80}") {
        let mut upto = 0;
        for span in sentences(&text) {
            prop_assert!(span.start >= upto && !span.is_empty());
            prop_assert!(Span::new(upto, span.start).of(&text).trim().is_empty());
            prop_assert_eq!(span.trim(&text), span);
            upto = span.end;
        }
        prop_assert!(Span::new(upto, text.len()).of(&text).trim().is_empty());
    }

    #[test]
    fn any_place_gives_the_sentence_of_the_whole(
        words in prop::collection::vec("[a-z]{1,24}( |, |\\. |\\. [A-Z]|\n|! |é|。|\\.\" [A-Z]| {40})", 1..400),
        at in 0_usize..20_000,
    ) {
        let text = words.concat();
        let within = Span::new(0, text.len());
        let at = text.floor_char_boundary(at);
        let all = sentences(&text);
        let expected = all.iter().find(|it| it.end > at).or(all.last()).copied();
        prop_assert_eq!(sentence_at(&text, within, at), expected.unwrap());
        let next = all.iter().find(|it| it.start > at).copied();
        prop_assert_eq!(next_sentence(&text, within, at), next);
        let previous = all.iter().rev().find(|it| it.start < at).copied();
        prop_assert_eq!(previous_sentence(&text, within, at), previous);
    }
}
