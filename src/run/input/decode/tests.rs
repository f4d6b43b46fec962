//! Bytes in, keys out.

use super::*;
use crate::app::MouseKind;
use proptest::prelude::*;

/// What the bytes mean, keys as the configuration writes them.
fn decoded(bytes: &[u8]) -> String {
    let mut decoder = Decoder::new();
    let mut found = Vec::new();
    decoder.feed(bytes, &mut found);
    decoder.pause(&mut found);
    found.iter().map(written).collect::<Vec<_>>().join(" ")
}

fn written(input: &Input) -> String {
    match input {
        Input::Key(key) => key.to_string(),
        Input::Paste(text) => format!("{text:?}"),
        Input::Background { dark } => format!("dark:{dark}"),
        Input::Attributes { sixel } => format!("sixel:{sixel}"),
        Input::Cell(width, height) => format!("cell:{width}x{height}"),
        Input::Mouse(mouse) => format!("{:?}@{},{}", mouse.kind, mouse.column, mouse.row),
    }
}

#[test]
fn what_the_terminal_can_is_no_key() {
    assert_eq!(decoded(b"a\x1b[?62;4;22cb\x1b[?64;1;2c"), "a sixel:true b sixel:false");
    assert_eq!(decoded(b"\x1b[?4c\x1b[6;20;10t"), "sixel:false cell:10x20");
    assert_eq!(decoded(b"\x1b[6;0;10t\x1b[4;600;800t\x1b[6;20t\x1b[tx"), "x");
}

#[test]
fn characters_are_themselves() {
    assert_eq!(decoded("gG é報😀".as_bytes()), "g G Space é 報 😀");
}

#[test]
fn bytes_that_are_not_utf8_are_dropped() {
    assert_eq!(decoded(b"a\xff\xc3(b\xe2\x82c\xed\xa0\x80d\xc2\x9be"), "a ( b c d e");
}

#[test]
fn control_bytes_are_letters_with_control() {
    assert_eq!(decoded(b"\x01\x04\x0a\x1a\x00\x1c"), "C-a C-d C-j C-z C-Space C-\\");
}

#[test]
fn tab_enter_and_backspace_are_not_letters() {
    assert_eq!(decoded(b"\x09\x0d\x08\x7f"), "Tab Enter Backspace Backspace");
    assert_eq!(decoded(b"\x1b[105;5u\x1b[109;5u\x1b[104;5u"), "Tab Enter Backspace");
}

#[test]
fn escape_alone_is_a_key_after_a_pause() {
    let mut decoder = Decoder::new();
    let mut found = Vec::new();
    decoder.feed(b"\x1b", &mut found);
    assert!(found.is_empty() && decoder.waits());
    decoder.pause(&mut found);
    assert_eq!(found, [Input::Key(Key::new(KeyCode::Escape))]);
    assert!(!decoder.waits());
}

#[test]
fn escape_before_a_character_is_alt() {
    assert_eq!(decoded(b"\x1bx\x1b\x04y"), "A-x C-A-d y");
    assert_eq!(decoded("\x1bé".as_bytes()), "A-é");
}

#[test]
fn escape_twice_is_two_keys() {
    assert_eq!(decoded(b"\x1b\x1b"), "Esc Esc");
    assert_eq!(decoded(b"\x1b\x1b[A"), "Esc Up");
}

#[test]
fn arrows_and_friends_come_in_every_form() {
    assert_eq!(decoded(b"\x1b[A\x1bOB\x1b[1;5C\x1b[1;2D"), "Up Down C-Right S-Left");
    assert_eq!(
        decoded(b"\x1b[H\x1b[4~\x1b[5~\x1b[6;3~\x1b[3~\x1b[Z"),
        "Home End PgUp A-PgDn Delete S-Tab"
    );
}

#[test]
fn function_keys_come_in_every_form() {
    assert_eq!(
        decoded(b"\x1bOP\x1b[[A\x1b[15~\x1b[24~\x1b[1;5Q\x1b[17;2~"),
        "F1 F1 F5 F12 C-F2 S-F6"
    );
}

#[test]
fn keypads_type() {
    assert_eq!(decoded(b"\x1bOM\x1bOk\x1bOr"), "Enter + 2");
}

#[test]
fn modified_characters_come_in_both_forms() {
    assert_eq!(decoded(b"\x1b[27;5;100~\x1b[100;5u\x1b[27;2;65~"), "C-d C-d A");
    assert_eq!(decoded(b"\x1b[97:65;2u\x1b[97;2u\x1b[27u\x1b[13;2u"), "A A Esc S-Enter");
}

#[test]
fn a_key_that_comes_up_is_none() {
    assert_eq!(decoded(b"\x1b[97;1:3u\x1b[1;1:3A\x1b[97;1:1u"), "a");
}

#[test]
fn the_mouse_reports_in_columns_and_rows_from_zero() {
    assert_eq!(decoded(b"\x1b[<0;5;3M\x1b[<32;6;3M\x1b[<0;6;3m"), "Press@4,2 Drag@5,2 Release@5,2");
    assert_eq!(decoded(b"\x1b[<64;1;1M\x1b[<65;1;1M\x1b[<2;1;1M"), "WheelUp@0,0 WheelDown@0,0");
    let mut found = Vec::new();
    Decoder::new().feed(b"\x1b[<16;0;0M", &mut found);
    assert!(matches!(found.first(), Some(Input::Mouse(m)) if m.kind == MouseKind::Press));
}

#[test]
fn the_old_form_of_mouse_reports_is_passed_over() {
    assert_eq!(decoded(b"\x1b[Mqqqj"), "j");
}

#[test]
fn pasted_text_is_one_input() {
    assert_eq!(decoded(b"\x1b[200~q\rx\x1b[201~q"), "\"q\\nx\" q");
}

#[test]
fn the_background_is_told_by_its_color() {
    assert_eq!(decoded(b"\x1b]11;rgb:1111/1111/1111\x1b\\"), "dark:true");
    assert_eq!(decoded(b"\x1b]11;rgb:ff/f8/e0\x07"), "dark:false");
    assert_eq!(decoded(b"\x1b]11;rgba:0000/0000/0000/ffff\x07"), "dark:true");
    assert_eq!(decoded(b"\x1b]11;rgb:zz/00/00\x07\x1b]11;#fff\x07"), "");
}

#[test]
fn answers_and_reports_are_passed_over() {
    for report in [
        "\x1b[1;1R",
        "\x1b[24;80R",
        "\x1b[>41;377;0c",
        "\x1b[0n",
        "\x1b[I",
        "\x1b[O",
        "\x1b[?2026;2$y",
        "\x1b[8;24;80t",
        "\x1b]10;rgb:00/00/00\x07",
        "\x1b]52;c;cXF1aXQ=\x1b\\",
        "\x1bP>|xterm(377)\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        "\x1b^qqq\x1b\\",
        "\x1bXqqq\x1b\\",
        "\x1b]lq title\x1b\\",
        "\x1b[?1u",
        "\x1b[57441u",
    ] {
        assert_eq!(decoded(format!("{report}j").as_bytes()), "j", "{report:?}");
    }
}

#[test]
fn a_late_half_of_an_answer_is_no_key() {
    let mut decoder = Decoder::new();
    let mut found = Vec::new();
    for part in [&b"\x1b]11;rgb:0000/00"[..], b"00/0000\x1b", b"\\", b"\x1b[?6", b"2c", b"k"] {
        decoder.feed(part, &mut found);
        decoder.pause(&mut found);
    }
    assert_eq!(found.iter().map(written).collect::<Vec<_>>(), ["dark:true", "sixel:false", "k"]);
}

#[test]
fn an_endless_string_is_left_with_escape() {
    let mut bytes = b"\x1b]".to_vec();
    bytes.resize(100_000, b'q');
    bytes.extend_from_slice(b"\x1b\x1b[Aj");
    assert_eq!(decoded(&bytes), "Esc Up j");
}

#[test]
fn an_overlong_sequence_is_no_key() {
    let long = format!("\x1b[{}Aj", "1;".repeat(500));
    assert_eq!(decoded(long.as_bytes()), "j");
}

/// Bytes with a bias to what sequences are made of.
fn stream() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        any::<u8>().prop_map(|byte| vec![byte]),
        prop::sample::select(vec![
            &b"\x1b"[..],
            b"\x1b[",
            b"\x1bO",
            b"\x1b]",
            b"\x1bP",
            b"\x1b\\",
            b"\x07",
            b"200~",
            b"\x1b[200~",
            b"\x1b[201~",
            b"11;rgb:",
            b"<0;1;1M",
            b"1;5",
            b"u",
            b"~",
            b"\xe2\x82",
        ])
        .prop_map(<[u8]>::to_vec),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn it_makes_no_difference_how_bytes_are_cut(bytes in stream(), size in 1..9_usize) {
        let (mut whole, mut cut) = (Vec::new(), Vec::new());
        Decoder::new().feed(&bytes, &mut whole);
        let mut decoder = Decoder::new();
        for piece in bytes.chunks(size) {
            decoder.feed(piece, &mut cut);
        }
        prop_assert_eq!(whole, cut);
    }

    #[test]
    fn nothing_within_a_string_becomes_a_key(
        kind in prop::sample::select(vec!["\x1b]9", "\x1bP", "\x1b_", "\x1b^", "\x1bX"]),
        text in "[^\x07\x18\x1a\x1b]{0,400}",
    ) {
        prop_assert_eq!(decoded(format!("{kind}{text}\x1b\\").as_bytes()), "");
    }

    #[test]
    fn nothing_within_a_private_sequence_becomes_a_key(
        marker in prop::sample::select(vec!['?', '>', '=']),
        parameters in "[0-9;:]{0,30}",
        name in "[@-~]",
    ) {
        let found = decoded(format!("\x1b[{marker}{parameters}{name}").as_bytes());
        let is_answer = found.starts_with("sixel:") && marker == '?' && name == "c";
        prop_assert!(found.is_empty() || is_answer, "{found}");
    }

    #[test]
    fn pasted_text_never_holds_controls(text in "(?s).{0,80}") {
        let mut found = Vec::new();
        Decoder::new().feed(format!("\x1b[200~{text}\x1b[201~").as_bytes(), &mut found);
        for input in found {
            if let Input::Paste(text) = input {
                prop_assert!(!text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')));
            }
        }
    }
}
