use super::*;
use crate::article::CreditFlag;

fn credit(line: &str) -> Credit {
    read([line].into_iter())
}

#[test]
fn chains_of_names_and_agencies() {
    for (line, photographers, agencies) in [
        ("Bo Lind/AFP/Getty Images", vec!["Bo Lind"], vec!["AFP", "Getty Images"]),
        ("REUTERS/Bo Lind", vec!["Bo Lind"], vec!["REUTERS"]),
        ("AP Photo/Bo Lind", vec!["Bo Lind"], vec!["AP"]),
        ("APA/AFP/BO LIND", vec!["BO LIND"], vec!["APA", "AFP"]),
        ("STR/AFP", vec![], vec!["AFP"]),
        ("Getty Images and iStock", vec![], vec!["Getty Images", "iStock"]),
        ("lindbo/iStock", vec!["lindbo"], vec!["iStock"]),
        ("Ada Berg and Bo Lind/Reuters", vec!["Ada Berg", "Bo Lind"], vec!["Reuters"]),
        ("Riverside Museum", vec![], vec!["Riverside Museum"]),
        ("Bo Lind, Nordic Press Agency", vec!["Bo Lind"], vec!["Nordic Press Agency"]),
    ] {
        let read = credit(line);
        assert_eq!(
            (read.photographers, read.agencies),
            (
                photographers.into_iter().map(str::to_owned).collect(),
                agencies.into_iter().map(str::to_owned).collect()
            ),
            "{line}"
        );
    }
}

#[test]
fn a_photographer_named_like_an_agency_is_one() {
    let read = credit("Cameron Getty; Getty Images");
    assert_eq!(read.photographers, ["Cameron Getty"]);
    assert_eq!(read.agencies, ["Getty Images"]);
}

#[test]
fn distributor_client_and_giver() {
    assert_eq!(credit("Bo Lind/EPA, via Shutterstock").via.as_deref(), Some("Shutterstock"));
    assert_eq!(credit("Bo Lind for The Nord Times").client.as_deref(), Some("The Nord Times"));
    let given = credit("Courtesy of Ada Berg");
    assert_eq!(given.courtesy.as_deref(), Some("Ada Berg"));
    assert!(given.photographers.is_empty());
}

#[test]
fn standing_licence_and_copyright() {
    let read = credit("Bo Lind/Pool/Reuters file");
    assert_eq!(read.flags, [CreditFlag::Pool, CreditFlag::File]);
    assert_eq!(read.agencies, ["Reuters"]);
    assert_eq!(credit("Bo Lind, CC BY 2.0").license.as_deref(), Some("CC BY 2.0"));
    let notice = "Copyright 2019 The Nord Press. All rights reserved";
    assert_eq!(credit(notice).copyright.as_deref(), Some(notice));
    assert!(credit(notice).agencies.is_empty());
}

#[test]
fn a_line_said_twice_is_kept_once() {
    let read = read(["Bo Lind", "Bo Lind.", "bo lind"].into_iter());
    assert_eq!(read.lines, ["Bo Lind"]);
}

#[test]
fn prose_is_no_chain() {
    for words in ["the boats wait for AP", "Boats and fish", "overlooks the pool", "2019", ""] {
        assert!(!is_chain(words), "{words}");
    }
}
