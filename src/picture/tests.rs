//! What is sent to terminals, read again.

use super::points::Points;
use super::room::Fit;
use super::*;
use flate2::read::ZlibDecoder;
use std::io::Read;

/// A picture of stripes and a slope.
fn points(width: usize, height: usize) -> Points {
    let color = |at: usize| {
        let (x, y) = (at % width, at / width);
        let byte = |value: usize| u8::try_from(value % 256).unwrap();
        [byte(x * 5), byte(y * 7), if x % 8 < 4 { 255 } else { 0 }]
    };
    Points { width, rgb: (0..width * height).flat_map(color).collect() }
}

fn unbase64(text: &[u8]) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => panic!("{letter} is not of the alphabet"),
    };
    let letters: Vec<u8> = text.iter().copied().filter(|it| *it != b'=').collect();
    let mut bytes = Vec::new();
    for group in letters.chunks(4) {
        let held = group.iter().fold(0_u32, |held, it| held << 6 | u32::from(value(*it)));
        let held = held << (6 * (4 - group.len()));
        bytes.extend(&held.to_be_bytes()[1..group.len()]);
    }
    bytes
}

fn inflate(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    ZlibDecoder::new(bytes).read_to_end(&mut out).unwrap();
    out
}

const FIT: Fit = Fit { columns: 9, rows: 4, points: (90, 80) };

#[test]
fn kitty_gets_every_point_in_pieces() {
    let points = points(90, 80);
    let sent = kitty::escape(&points, FIT);
    let sent = String::from_utf8(sent).unwrap();
    let commands: Vec<&str> = sent.split_terminator("\x1b\\").collect();
    let parts =
        commands.iter().map(|it| it.strip_prefix("\x1b_G").unwrap().split_once(';').unwrap());
    let (heads, data): (Vec<&str>, Vec<&str>) = parts.unzip();
    assert!(heads[0].starts_with("a=T,f=24,o=z,s=90,v=80,c=9,r=4,i=20048,p=1,C=1,q=2,m="));
    assert!(heads.iter().rev().skip(1).all(|head| head.ends_with("m=1")));
    assert!(heads.last().unwrap().ends_with("m=0") && data.iter().all(|it| it.len() <= 4096));
    assert_eq!(inflate(&unbase64(data.concat().as_bytes())), points.rgb);
}

#[test]
fn iterm_gets_a_picture_file_made_anew() {
    let points = points(30, 20);
    let sent = iterm::escape(&points, FIT);
    let body = sent.strip_prefix(b"\x1b]1337;File=inline=1;size=").unwrap();
    let colon = body.iter().position(|byte| *byte == b':').unwrap();
    let file = unbase64(body[colon + 1..].strip_suffix(b"\x07").unwrap());
    let head = String::from_utf8(body[..colon].to_vec()).unwrap();
    assert_eq!(head.split(';').next().unwrap(), file.len().to_string());
    assert!(head.contains(";width=9;height=4;"));
    #[cfg(feature = "images")]
    assert_eq!(image::load_from_memory(&file).unwrap().into_rgb8().into_raw(), points.rgb);
}

/// The number that `rest` begins with, taken off it.
fn number(rest: &mut &[u8]) -> usize {
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (number, after) = rest.split_at(digits);
    *rest = after;
    std::str::from_utf8(number).unwrap().parse().unwrap()
}

/// The points that a sixel terminal would show: color and place.
fn unsixel(sent: &[u8]) -> Vec<Vec<Option<[u8; 3]>>> {
    let mut rest = sent.strip_prefix(b"\x1bP0;1;0q\"1;1;").unwrap();
    rest = rest.strip_suffix(b"\x1b\\").unwrap();
    let width = number(&mut rest);
    rest = &rest[1..];
    let mut rows = vec![vec![None; width]; number(&mut rest)];
    let mut colors = std::collections::HashMap::new();
    let (mut x, mut band, mut color, mut times) = (0, 0, 0, 1);
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'#' => {
                color = number(&mut rest);
                if let Some(after) = rest.strip_prefix(b";2") {
                    rest = after;
                    let mut value = || {
                        rest = &rest[1..];
                        u8::try_from(number(&mut rest) * 255 / 100).unwrap()
                    };
                    colors.insert(color, [value(), value(), value()]);
                }
            }
            b'!' => times = number(&mut rest),
            b'$' => x = 0,
            b'-' => (x, band) = (0, band + 6),
            b'?'..=b'~' => {
                for _ in 0..std::mem::replace(&mut times, 1) {
                    for bit in (0..6).filter(|bit| (byte - b'?') >> bit & 1 == 1) {
                        rows[band + bit][x] = Some(colors[&color]);
                    }
                    x += 1;
                }
            }
            other => panic!("{other:?}"),
        }
    }
    rows
}

#[test]
fn sixels_show_the_picture_in_few_colors() {
    let points = points(37, 20);
    let shown = unsixel(&sixel::escape(&points));
    assert_eq!((shown.len(), shown[0].len()), (20, 37));
    for (row, wanted) in shown.iter().zip(points.rows()) {
        for (point, wanted) in row.iter().zip(wanted) {
            let point = point.expect("every point is drawn");
            assert!(
                point.iter().zip(wanted).all(|(a, b)| a.abs_diff(*b) <= 52),
                "{point:?} {wanted:?}"
            );
        }
    }
}

#[cfg(feature = "images")]
mod drawn {
    use super::*;
    use proptest::prelude::*;

    fn canvas(protocol: Protocol) -> Canvas {
        Canvas { columns: 20, rows: 8, protocol, cell: (10, 20), ..Canvas::default() }
    }

    #[test]
    fn a_picture_is_drawn_as_large_as_its_room() {
        let file = iterm::png(&points(90, 60));
        let drawn = draw(&file, canvas(Protocol::Blocks)).unwrap();
        assert_eq!((drawn.columns, drawn.rows), (20, 7));
        let Form::Halves(cells) = drawn.form else { panic!("half blocks were asked for") };
        assert_eq!(cells.len(), 20 * 7);
    }

    #[test]
    fn no_stored_byte_is_sent_as_it_is() {
        let mut file = iterm::png(&points(90, 60));
        file.extend_from_slice(b"\x1b]0;title\x07\x1b[2J");
        for protocol in [Protocol::Kitty, Protocol::Iterm, Protocol::Sixel] {
            let Form::Escape(sent) = draw(&file, canvas(protocol)).unwrap().form else { panic!() };
            let escapes = sent.windows(4).filter(|it| *it == b"\x1b]0;" || *it == b"\x1b[2J");
            assert_eq!(escapes.count(), 0);
        }
    }

    #[test]
    fn what_claims_too_many_points_is_refused_unread() {
        let mut file = iterm::png(&points(2, 2));
        file[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        let mut sum = flate2::Crc::new();
        sum.update(&file[12..29]);
        file[29..33].copy_from_slice(&sum.sum().to_be_bytes());
        assert_eq!(draw(&file, canvas(Protocol::Blocks)), Err(NotDrawn::TooLarge));
    }

    proptest! {
        #[test]
        fn any_bytes_are_drawn_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200),
            at in any::<prop::sample::Index>()) {
            let mut file = iterm::png(&points(12, 9));
            let at = at.index(file.len());
            file.splice(at.., bytes.clone());
            _ = draw(&file, canvas(Protocol::Sixel));
            for start in [&b"GIF89a"[..], b"\xff\xd8\xff\xe0", b"RIFF\x40\0\0\0WEBPVP8L"] {
                _ = draw(&[start, &bytes].concat(), canvas(Protocol::Blocks));
            }
        }
    }
}
