//! The part of a needle that is sought in the bytes of a text: its rarest.

use super::Item;
use super::fold::forms;
use memchr::memmem::Finder;
use memchr::{memchr, memchr2, memchr3};

/// From this length on, a run of characters without other forms is sought whole.
const WHOLE: usize = 2;

/// The part of a needle that is sought first.
#[derive(Debug)]
pub(super) struct Anchor {
    /// Its first item.
    pub index: usize,
    /// The byte strings that it may be, none a part of another.
    forms: Vec<Vec<u8>>,
}

impl Anchor {
    /// The rarest part of `items`; `None` where they are all white space.
    pub(super) fn of(items: &[Item], exact: bool) -> Option<Self> {
        if let Some(run) = longest_run(items, exact) {
            return Some(run);
        }
        let chars = items.iter().enumerate().filter_map(|(index, item)| match item {
            Item::Char(c) => Some((index, *c)),
            Item::Blank => None,
        });
        let (index, c) = chars.min_by_key(|(_, c)| frequency(*c))?;
        Some(Self { index, forms: forms(c, exact).into_iter().map(bytes).collect() })
    }
}

/// The longest run of characters that have one form only.
fn longest_run(items: &[Item], exact: bool) -> Option<Anchor> {
    let mut best: Option<Anchor> = None;
    let mut run = Anchor { index: 0, forms: vec![Vec::new()] };
    for (index, item) in items.iter().chain([&Item::Blank]).enumerate() {
        let form = match item {
            Item::Char(c) => Some(forms(*c, exact)).filter(|forms| forms.len() == 1),
            Item::Blank => None,
        };
        if let (Some(form), Some(so_far)) = (form, run.forms.first_mut()) {
            so_far.extend(form.into_iter().flat_map(bytes));
            continue;
        }
        let length = |anchor: &Anchor| anchor.forms.first().map_or(0, Vec::len);
        let next = Anchor { index: index + 1, forms: vec![Vec::new()] };
        let done = std::mem::replace(&mut run, next);
        if length(&done) > best.as_ref().map_or(WHOLE - 1, length) {
            best = Some(done);
        }
    }
    best
}

fn bytes(c: char) -> Vec<u8> {
    c.encode_utf8(&mut [0; 4]).as_bytes().to_vec()
}

/// How often `c` stands in prose, the rarest lowest. A letter with a form outside ASCII counts as
/// frequent, for that form's first byte does.
fn frequency(c: char) -> usize {
    const LETTERS: &str = "qjxz0123456789vbgpywfmcudlrhnioate.,sk'\"";
    LETTERS.find(c).unwrap_or(if c.is_ascii() { 4 } else { 15 })
}

/// The places of an anchor in a text, in order.
#[derive(Debug)]
pub(super) struct Scan<'a> {
    text: &'a [u8],
    seeker: Seeker,
    at: usize,
}

/// The ways to seek.
#[derive(Debug)]
enum Seeker {
    /// One to three first bytes, each of which decides or is decided by what follows.
    Bytes(Vec<u8>),
    /// Byte strings, with the next place of each that is known.
    Strings(Vec<(Finder<'static>, Option<usize>)>),
}

impl<'a> Scan<'a> {
    /// The places of `anchor` in `text` from byte `from` on.
    pub(super) fn new(anchor: &Anchor, text: &'a str, from: usize) -> Self {
        let forms = &anchor.forms;
        let firsts: Vec<u8> = forms.iter().filter_map(|form| form.first().copied()).collect();
        let short = forms.iter().any(|form| form.len() == 1) && forms.len() <= 3;
        let seeker = if short {
            Seeker::Bytes(firsts)
        } else {
            let finders = forms.iter().map(|form| Finder::new(form).into_owned());
            Seeker::Strings(finders.map(|finder| (finder, Some(0))).collect())
        };
        let mut scan = Self { text: text.as_bytes(), seeker, at: 0 };
        scan.skip_to(from);
        scan
    }

    /// Goes on at byte `at`.
    pub(super) fn skip_to(&mut self, at: usize) {
        self.at = at;
        if let Seeker::Strings(strings) = &mut self.seeker {
            for (finder, next) in strings {
                if next.is_some_and(|next| next <= at) {
                    let rest = self.text.get(at..).unwrap_or_default();
                    *next = finder.find(rest).map(|found| at + found);
                }
            }
        }
    }

    /// The next place.
    pub(super) fn next(&mut self) -> Option<usize> {
        let found = match &self.seeker {
            Seeker::Bytes(bytes) => {
                let rest = self.text.get(self.at..)?;
                self.at
                    + match bytes.as_slice() {
                        [a] => memchr(*a, rest),
                        [a, b] => memchr2(*a, *b, rest),
                        [a, b, c] => memchr3(*a, *b, *c, rest),
                        _ => None,
                    }?
            }
            Seeker::Strings(strings) => strings.iter().filter_map(|(_, next)| *next).min()?,
        };
        self.skip_to(found + 1);
        Some(found)
    }
}
