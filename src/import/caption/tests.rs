use super::*;
use proptest::prelude::*;

/// The words taken apart: "label | caption | photographers | agencies", empty parts left out.
fn told(raw: &str) -> String {
    let ParsedCaption { label, caption, fields, .. } = parse(raw);
    let all = [
        label.of(raw).to_owned(),
        caption.of(raw).to_owned(),
        fields.photographers.join(", "),
        fields
            .agencies
            .iter()
            .chain(&fields.via)
            .chain(&fields.client)
            .cloned()
            .collect::<Vec<_>>()
            .join(", "),
    ];
    all.join(" | ")
}

#[test]
fn every_family_of_credits_is_read_behind_a_sentence() {
    const CAPTION: &str = "A ferry leaves the harbor at dawn.";
    for line in include_str!("families.txt").lines() {
        let mut fields = line.split(" => ");
        let (credit, people, bodies) = (fields.next(), fields.next(), fields.next());
        let expected =
            format!(" | {CAPTION} | {} | {}", people.unwrap_or(""), bodies.unwrap_or(""));
        assert_eq!(told(&format!("{CAPTION}{}", credit.unwrap_or(""))), expected, "{line}");
    }
}

#[test]
fn credits_in_brackets() {
    for (raw, expected) in [
        ("Boats wait. (AP Photo/Ada Berg, File)", " | Boats wait. | Ada Berg | AP"),
        ("Boats wait (Bo Lind, Pool via AP)", " | Boats wait | Bo Lind | AP"),
        (
            "Boats wait. (Photo by Bo Lind/Getty Images for Nordfisk)",
            " | Boats wait. | Bo Lind | Getty Images, Nordfisk",
        ),
        ("Boats wait [File: Reuters]", " | Boats wait |  | Reuters"),
        ("Boats wait. (Bo Lind)", " | Boats wait. | Bo Lind | "),
        ("Boats wait. (Bo Lind / Nord Chronicle)", " | Boats wait. | Bo Lind | Nord Chronicle"),
        ("Boote warten. (Foto: dpa/Bo Lind)", " | Boote warten. | Bo Lind | dpa"),
    ] {
        assert_eq!(told(raw), expected, "{raw}");
    }
}

#[test]
fn brackets_that_hold_no_credit_stay() {
    for raw in [
        "Forward Bo Lind (25)",
        "Sen. Ada Berg (D-IL)",
        "2 of 3 voters wait in line",
        "The boats at noon (Published Monday)",
        "Two men (left and right) and a dog",
    ] {
        assert_eq!(told(raw), format!(" | {raw} |  | "), "{raw}");
    }
}

#[test]
fn credits_behind_a_lead() {
    for (raw, expected) in [
        ("Boats wait. Credit: Bo Lind", " | Boats wait. | Bo Lind | "),
        ("Boats wait.Credit...Bo Lind/The Nord Times", " | Boats wait. | Bo Lind | The Nord Times"),
        (
            "Boats wait.CreditCreditBo Lind for The Nord Times",
            " | Boats wait. | Bo Lind | The Nord Times",
        ),
        ("Boats waitCredit: EPA", " | Boats wait |  | EPA"),
        ("Boats wait. Photograph: Bo Lind/Reuters", " | Boats wait. | Bo Lind | Reuters"),
        ("Bateaux. Crédit photo : Bo Lind", " | Bateaux. | Bo Lind | "),
        ("Boote © picture alliance/dpa | Bo Lind", " | Boote | Bo Lind | picture alliance, dpa"),
        ("Photo by Bo Lind on Unsplash", " |  | Bo Lind | Unsplash"),
        ("Photo: Bo Lind, CC BY-SA 4.0, Wikimedia Commons", " |  | Bo Lind | Wikimedia Commons"),
    ] {
        assert_eq!(told(raw), expected, "{raw}");
    }
}

#[test]
fn credits_without_a_lead() {
    for (raw, expected) in [
        ("Boats wait in the bay. REUTERS/Bo Lind", " | Boats wait in the bay. | Bo Lind | REUTERS"),
        ("Boats wait in the bay.Bo Lind / AFP", " | Boats wait in the bay. | Bo Lind | AFP"),
        ("Boats wait in the bay | Bo Lind/AP Photo", " | Boats wait in the bay | Bo Lind | AP"),
        (
            "Boats wait. Bo Lind/AFP via Getty Images",
            " | Boats wait. | Bo Lind | AFP, Getty Images",
        ),
        ("Bo Lind | Bloomberg | Getty Images", " |  | Bo Lind | Bloomberg, Getty Images"),
        ("Bo Lind/Nordnet", " |  | Bo Lind | Nordnet"),
        (
            "Boats wait. X Media Centre/Handout via REUTERS",
            " | Boats wait. |  | X Media Centre, REUTERS",
        ),
    ] {
        assert_eq!(told(raw), expected, "{raw}");
    }
}

#[test]
fn words_that_only_look_like_credits_stay() {
    for raw in [
        "An open-air bar overlooks the pool.",
        "Courtesy Garage Ltd repairs every car that the town still has on its roads",
        "He said so, she told Reuters",
        "A photo: 19 November 2019",
        "Rain / snow by month",
    ] {
        assert_eq!(told(raw), format!(" | {raw} |  | "), "{raw}");
    }
}

/// The words taken apart: "caption | credit lines | flags".
fn standing(raw: &str) -> String {
    let ParsedCaption { caption, fields, .. } = parse(raw);
    let flags: Vec<_> = fields.flags.iter().map(|flag| flag.name()).collect();
    format!("{} | {} | {}", caption.of(raw), fields.lines.join("; "), flags.join(", "))
}

#[test]
fn what_only_says_the_kind_of_picture_is_neither_caption_nor_name() {
    for (raw, expected) in [
        ("Eine Fähre legt ab. (Symbolbild)", "Eine Fähre legt ab. |  | illustrative"),
        ("Eine Fähre legt ab (Archivbild).", "Eine Fähre legt ab |  | file"),
        ("Eine Fähre legt ab. Symbolfoto: Bo Lind", "Eine Fähre legt ab. | Bo Lind | illustrative"),
        ("Symbolfoto: Bo Lind/dpa", " | Bo Lind/dpa | illustrative"),
        ("Symbolbild: Eine Fähre legt ab.", "Eine Fähre legt ab. |  | illustrative"),
        ("Un ferry part. (Photo d’illustration)", "Un ferry part. |  | illustrative"),
        (
            "Un ferry part. Photo d'illustration. © Bo Lind / AFP",
            "Un ferry part. | Bo Lind / AFP | illustrative",
        ),
        (
            "Un ferry part. (Photo d’illustration : Bo Lind)",
            "Un ferry part. | Bo Lind | illustrative",
        ),
        ("Un ferry part. (Archives Bo Lind)", "Un ferry part. | Bo Lind | file"),
        ("Un ferry sale. Foto de archivo. EFE/Bo Lind", "Un ferry sale. | EFE/Bo Lind | file"),
        ("Un ferry sale (foto de archivo).", "Un ferry sale |  | file"),
        ("FOTO DE ARCHIVO: Un ferry. REUTERS/Bo Lind", "Un ferry. | REUTERS/Bo Lind | file"),
        ("A ferry leaves. (Courtesy photo)", "A ferry leaves. | Courtesy photo | courtesy"),
        ("A ferry leaves. Courtesy photo", "A ferry leaves. | Courtesy photo | courtesy"),
        ("A ferry leaves. File photo", "A ferry leaves. |  | file"),
    ] {
        assert_eq!(standing(raw), expected, "{raw}");
    }
}

#[test]
fn what_is_printed_twice_is_said_once() {
    for (raw, expected) in [
        ("A ferry leaves. Bo Lind/AP / Bo Lind/AP", "A ferry leaves. | Bo Lind/AP | "),
        ("A ferry leaves. Bo Lind / AP / AP", "A ferry leaves. | Bo Lind / AP | "),
        (
            "A ferry leaves. / Bo Lind for NPR / Bo Lind for NPR",
            "A ferry leaves. | Bo Lind for NPR | ",
        ),
        (
            "A ferry leaves. hide caption toggle caption Bo Lind/AP",
            "A ferry leaves. | Bo Lind/AP | ",
        ),
    ] {
        assert_eq!(standing(raw), expected, "{raw}");
    }
}

#[test]
fn staff_rights_and_licenses_name_nobody() {
    for (raw, expected) in [
        ("A ferry leaves. Bo Lind/Staff Photographer", " | A ferry leaves. | Bo Lind | "),
        ("A ferry leaves. (Bo Lind/Staff Photographer)", " | A ferry leaves. | Bo Lind | "),
        ("A ferry leaves. © 2021 Bo Lind. All rights reserved.", " | A ferry leaves. | Bo Lind | "),
        ("Die Fähre. © Bo Lind. Alle Rechte vorbehalten.", " | Die Fähre. | Bo Lind | "),
        ("Die Fähre. Foto: Bo Lind, gemeinfrei", " | Die Fähre. | Bo Lind | "),
        ("Die Fähre. Foto: Bo Lind CC BY 2.0", " | Die Fähre. | Bo Lind | "),
    ] {
        assert_eq!(told(raw), expected, "{raw}");
    }
    assert_eq!(parse("Foto: Bo Lind CC BY 2.0").fields.license.unwrap(), "CC BY 2.0");
}

#[test]
fn a_place_is_no_one_in_the_picture() {
    for (raw, expected) in [
        ("The settlement of Nordby (background) at noon", vec![]),
        ("Fans from Nordland (L) cheer", vec![]),
        ("Le milieu de Nordby Bo Lind (g) court", vec!["Bo Lind g"]),
        (
            "Von links: Ada Berg, Bo Lind VP Roads Nordfisk, Li Wei",
            vec!["Ada Berg from left 1", "Bo Lind from left 2", "Li Wei from left 3"],
        ),
    ] {
        let people = parse(raw).fields.people;
        let people: Vec<_> =
            people.iter().map(|who| format!("{} {}", who.name, who.place)).collect();
        assert_eq!(people, expected, "{raw}");
    }
}

#[test]
fn labels_leave_the_caption() {
    for (raw, expected) in [
        (
            "FILE PHOTO: Boats wait. REUTERS/Bo Lind/File Photo",
            "FILE PHOTO: | Boats wait. | Bo Lind | REUTERS",
        ),
        ("FILE - Boats wait on Nov. 3, 2020.", "FILE - | Boats wait on Nov. 3, 2020. |  | "),
        ("1of4Boats wait. (Bo Lind via AP)", "1of4 | Boats wait. | Bo Lind | AP"),
        ("Image 2 of 14 Boats wait.", "Image 2 of 14 | Boats wait. |  | "),
        ("Image 2 of the series", " | Image 2 of the series |  | "),
        ("Image caption The boats wait", "Image caption | The boats wait |  | "),
        ("Caption writers wait", " | Caption writers wait |  | "),
    ] {
        assert_eq!(told(raw), expected, "{raw}");
    }
}

#[test]
fn a_caption_that_a_gallery_says_twice_is_said_once() {
    for (raw, expected) in [
        (
            "Boats wait in Nordby bay at noon. less Boats wait in Nordby ... more",
            "Boats wait in Nordby bay at noon.",
        ),
        ("Boats wait at noon. Boats wait at noon.", "Boats wait at noon."),
        ("Boats wait in Nordby ... more", "Boats wait in Nordby ..."),
        ("Boats cost less and wait more", "Boats cost less and wait more"),
    ] {
        assert_eq!(parse(raw).caption.of(raw), expected, "{raw}");
    }
}

#[test]
fn standing_people_and_date_are_taken() {
    let raw = "FILE - President Ada Berg, right, meets Bo Lind (left) on Nov. 3, 2020. The trial begins on March 5, 2021. (AP Photo/Ida Holm, Pool, File)";
    let fields = parse(raw).fields;
    assert_eq!(fields.flags, [CreditFlag::File, CreditFlag::Pool]);
    assert_eq!(fields.date.unwrap().to_string(), "2020-11-03");
    let people: Vec<_> = fields.people.iter().map(|who| (&*who.name, &*who.place)).collect();
    assert_eq!(people, [("Ada Berg", "right"), ("Bo Lind", "left")]);
}

#[test]
fn people_are_told_once_and_by_name_not_by_what_they_are() {
    for (raw, expected) in [
        ("Ada Berg, Vice Mayor for Harbours and Roads, left, waits.", vec!["Ada Berg left"]),
        ("Bo Lind, the head of Nordfisk, right, waits.", vec!["Bo Lind right"]),
        ("Ada Berg, Chief Executive Officer, left, waits.", vec!["Ada Berg left"]),
        ("Ada Berg, 41, left, and Bo Lind, D-Nord, right", vec!["Ada Berg left", "Bo Lind right"]),
        ("In Oslo, President Ada Berg, left, waits.", vec!["Ada Berg left"]),
        ("In Oslo, the singer Ada Berg, left, waits.", vec!["Ada Berg left"]),
        ("The harbour, the pride of Nordby, left, at noon", vec![]),
        ("Bo Lind, left, waits. Bo Lind, left, goes.", vec!["Bo Lind left"]),
    ] {
        let people = parse(raw).fields.people;
        let people: Vec<_> =
            people.iter().map(|who| format!("{} {}", who.name, who.place)).collect();
        assert_eq!(people, expected, "{raw}");
    }
}

#[test]
fn the_credit_that_markup_names_is_kept_apart() {
    let raw = "Boats wait Bo Lind/Reuters";
    let parsed = with_credit(raw, Span::new(11, raw.len()));
    assert_eq!(parsed.caption.of(raw), "Boats wait");
    assert_eq!(parsed.fields.photographers, ["Bo Lind"]);
    let raw = "Photo: Bo Lind Boats wait";
    let parsed = with_credit(raw, Span::new(0, 14));
    assert_eq!(parsed.caption.of(raw), "Boats wait");
    assert_eq!(parsed.fields.photographers, ["Bo Lind"]);
}

#[test]
fn a_paragraph_is_a_caption_by_its_label_or_its_credit() {
    for paragraph in [
        "Caption The boats wait. (Bo Lind/Nordfoto via AP)",
        "FILE PHOTO: Boats wait.",
        "Boats wait in the bay. (AP Photo/Bo Lind)",
        "Boats wait in the bay. Photo: Bo Lind",
    ] {
        assert!(is_caption(paragraph), "{paragraph}");
    }
    for paragraph in ["The boats wait. (Reuters)", "Above all, they wait.", "File: a tool", ""] {
        assert!(!is_caption(paragraph), "{paragraph}");
    }
}

proptest! {
    #[test]
    fn the_parts_lie_in_the_words_and_apart(raw in "(Caption |FILE - |1of4|é)?[A-Za-zé ,.()/|©\\-]{0,40}( ?\\(?(Credit: ?|Photo by |© |via AP|Getty Images)[A-Za-z /.)]{0,20}){0,4}") {
        let ParsedCaption { label, caption, credit, .. } = parse(&raw);
        for span in [label, caption, credit] {
            prop_assert!(raw.get(span.start..span.end).is_some());
        }
        prop_assert!(!caption.overlaps(credit) && !caption.overlaps(label));
        _ = is_caption(&raw);
    }

    #[test]
    fn any_words_are_taken_apart(raw in "\\PC{0,80}", at in 0_usize..80) {
        _ = parse(&raw);
        let at = raw.floor_char_boundary(at.min(raw.len()));
        _ = with_credit(&raw, Span::new(at, raw.len()));
    }
}
