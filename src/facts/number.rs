//! Numbers in digits and words, read from tokens: "1,234.5", "5 million", "twenty-three",
//! "half a million", "hundreds of thousands", "two-thirds", "2 1/2", "10 to 15".

use super::document::Document;
use super::lexicon::Class;
use super::token::Shape;
use std::ops::Range;

/// A number as it stands in the text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Number {
    /// Its value; the lower end of a range.
    pub(crate) value: f64,
    /// The upper end of a range.
    pub(crate) upper: Option<f64>,
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// How it is put.
    pub(crate) form: Form,
}

/// How a number is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// In digits, with or without a power of ten in words.
    Digits,
    /// In words.
    Words,
    /// In words that do not say how many exactly ("hundreds", "a few").
    Vague,
    /// As a part of something ("half", "two-thirds").
    Fraction,
}

/// The number that starts at token `at`, with the upper end of its range if it has one.
pub(crate) fn number(document: &Document<'_>, at: usize) -> Option<Number> {
    let lower = single(document, at)?;
    Some(range(document, &lower).unwrap_or(lower))
}

/// The number that starts at token `at`, without regard to ranges.
pub(crate) fn single(document: &Document<'_>, at: usize) -> Option<Number> {
    let token = document.token(at);
    match token.shape {
        Shape::Number => ratio(document, at).or_else(|| digits(document, at)),
        Shape::Mark => sign(document, at),
        _ if token.is(Class::Number) => ratio(document, at).or_else(|| words(document, at)),
        _ if token.is(Class::Scale) => vague_scale(document, at),
        _ if token.is(Class::Determiner) || document.any(at, &["half", "quarter", "tens"]) => {
            determined(document, at)
        }
        _ => None,
    }
}

/// The value of a token of digits, commas between thousands.
pub(crate) fn value_of(digits: &str) -> Option<f64> {
    if digits.contains(':') || digits.matches('.').count() > 1 {
        return None;
    }
    digits.replace(',', "").parse().ok()
}

fn digits(document: &Document<'_>, at: usize) -> Option<Number> {
    let (mut value, mut end) = grouped(document, at)?;
    if let Some(part) = part_sign(document.word(end)).filter(|_| document.token(end).glued) {
        value += part;
        end += 1;
    } else if let Some(part) = slashed(document, end) {
        value += part;
        end += 3;
    } else if slash(document, end) && document.token(end + 1).shape == Shape::Number {
        let below =
            value_of(document.word(end + 1)).filter(|below| (2.0..=16.0).contains(below))?;
        let above = Some(value).filter(|&above| above < below)?;
        return Some(Number {
            value: above / below,
            upper: None,
            tokens: at..end + 2,
            form: Form::Fraction,
        });
    }
    let (scale, end) = scale_behind(document, end);
    Some(Number { value: value * scale, upper: None, tokens: at..end, form: Form::Digits })
}

/// Digits, with thousands between narrow spaces: "12 000".
fn grouped(document: &Document<'_>, at: usize) -> Option<(f64, usize)> {
    if document.foreign
        && let Some(found) = with_comma(document, at)
    {
        return Some(found);
    }
    let mut value = value_of(document.word(at))?;
    let mut end = at + 1;
    let short = document.word(at).len() <= 3 && !document.word(at).starts_with('0');
    while short && document.token(end).shape == Shape::Number && narrow(document, end) {
        let word = document.word(end);
        let (whole, part) = word.split_once('.').unwrap_or((word, ""));
        if whole.len() != 3 {
            break;
        }
        value = value * 1_000.0 + value_of(word)?;
        end += 1;
        if !part.is_empty() {
            break;
        }
    }
    Some((value, end))
}

/// "1.234,56" and "1.234.567", as they are written where a comma parts the decimals.
fn with_comma(document: &Document<'_>, at: usize) -> Option<(f64, usize)> {
    let word = document.word(at);
    let (whole, inner) = word.split_once(',').unwrap_or((word, ""));
    let thousands = whole.contains('.') && whole.split('.').skip(1).all(|part| part.len() == 3);
    let digits = if thousands { whole.replace('.', "") } else { whole.to_owned() };
    let glued = |at: usize| document.token(at).glued;
    let behind = document.word(at + 1) == "," && glued(at + 1) && glued(at + 2);
    let (decimals, end) = match document.token(at + 2).shape {
        Shape::Number if behind && inner.is_empty() => (document.word(at + 2), at + 3),
        _ => (inner, at + 1),
    };
    let decimal = !decimals.is_empty() && decimals.bytes().all(|byte| byte.is_ascii_digit());
    let fits = thousands || decimal;
    let number = fits.then(|| format!("{digits}.{decimals}0").parse().ok()).flatten()?;
    Some((number, end))
}

/// Whether one space that does not break stands before the token at `at`.
fn narrow(document: &Document<'_>, at: usize) -> bool {
    let gap = document.before(at, 1).span.end..document.token(at).span.start;
    matches!(document.text.get(gap), Some("\u{a0}" | "\u{202f}" | "\u{2009}"))
}

/// The part that one sign stands for: "½".
fn part_sign(sign: &str) -> Option<f64> {
    Some(match sign {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "⅛" => 0.125,
        _ => return None,
    })
}

/// "½ cup".
fn sign(document: &Document<'_>, at: usize) -> Option<Number> {
    let value = part_sign(document.word(at))?;
    let (scale, end) = scale_behind(document, at + 1);
    Some(Number { value: value * scale, upper: None, tokens: at..end, form: Form::Fraction })
}

/// "One in five", "nine out of 10": so many of so many.
fn ratio(document: &Document<'_>, at: usize) -> Option<Number> {
    let plain = |at: usize| {
        let token = document.token(at);
        let value = match token.shape {
            Shape::Number => document.word(at).parse::<u32>().ok()?,
            _ if token.is(Class::Number) => u32::try_from(token.lexeme.value).ok()?,
            _ => return None,
        };
        (1..=1_000).contains(&value).then(|| f64::from(value))
    };
    let above = plain(at)?;
    let out = document.is(at + 1, "out") && document.is(at + 2, "of");
    let every = document.any(at + 1, &["in", "of"]) && document.is(at + 2, "every");
    let below_at = at + if out || every { 3 } else { 2 };
    let below = plain(below_at).filter(|&below| above < below)?;
    // "Two in 10 minutes" is no ratio; "one in ten" is.
    let one = document.is(at + 1, "in") && above < 2.0 && below < 1_000.0;
    let timed = document.token(below_at + 1).any_of(&[Class::TimeUnit, Class::Scale, Class::Month]);
    (out || every || one).then_some(())?;
    (!timed && !document.joins(below_at + 1)).then(|| Number {
        value: above / below,
        upper: None,
        tokens: at..below_at + 1,
        form: Form::Fraction,
    })
}

fn slash(document: &Document<'_>, at: usize) -> bool {
    document.token(at).glued && document.word(at) == "/" && document.token(at + 1).glued
}

/// A fraction in three tokens at `at`: "1/2" behind "2".
fn slashed(document: &Document<'_>, at: usize) -> Option<f64> {
    if document.token(at).glued || !slash(document, at + 1) {
        return None;
    }
    let above = value_of(document.word(at))?;
    let below = value_of(document.word(at + 2))?;
    (above < below && below <= 16.0).then(|| above / below)
}

/// At most so many words make one number, and so many powers of ten stand behind each other.
const WORDS: usize = 12;
const POWERS: usize = 3;

/// The power of ten behind a number that ends at `end`, and where it ends.
fn scale_behind(document: &Document<'_>, end: usize) -> (f64, usize) {
    let (mut scale, mut end) = (1.0, end);
    for _ in 0..POWERS {
        let at = if document.joins(end) { end + 1 } else { end };
        let token = document.token(at);
        if !token.is(Class::Scale) || token.lexeme.value == SCORE {
            break;
        }
        scale *= as_f64(token.lexeme.value);
        end = at + 1;
    }
    match document.word(end) {
        "m" if document.token(end).glued && is_money(document, end) => (scale * 1e6, end + 1),
        "M" if document.token(end).glued && is_free(document, end) => (scale * 1e6, end + 1),
        "k" | "K" if document.token(end).glued => (scale * 1e3, end + 1),
        "b" if document.token(end).glued && is_money(document, end) => (scale * 1e9, end + 1),
        "B" if document.token(end).glued && is_free(document, end) => (scale * 1e9, end + 1),
        _ => (scale, end),
    }
}

/// "Score" is a number only by itself ("scores of people").
const SCORE: u64 = 20;

fn is_money(document: &Document<'_>, end: usize) -> bool {
    let sign = end.checked_sub(2).map_or("", |at| document.word(at));
    super::lexicon::currency_sign(sign).is_some()
}

/// Whether nothing is joined to the letter at `end`, as in the name of a model.
fn is_free(document: &Document<'_>, end: usize) -> bool {
    !document.is_hyphen(end + 1) && document.token(end + 1).shape != Shape::Number
}

#[expect(clippy::cast_precision_loss, reason = "the lexicon's values are below 2^52")]
const fn as_f64(value: u64) -> f64 {
    value as f64
}

/// "two hundred and fifty thousand", "twenty-three", "one and a half million".
fn words(document: &Document<'_>, at: usize) -> Option<Number> {
    let (mut total, mut group) = (0.0, as_f64(document.token(at).lexeme.value));
    let mut end = at + 1;
    let mut last = group;
    while end < at + WORDS {
        let hyphen = usize::from(document.joins(end));
        let hyphen = if document.is(end + hyphen, "and") { 0 } else { hyphen };
        let and = usize::from(hyphen == 0 && document.is(end, "and") && group >= 100.0);
        let next = document.token(end + hyphen + and);
        if next.is(Class::Number)
            && (last >= 20.0 && as_f64(next.lexeme.value) < 10.0 || last >= 100.0)
        {
            last = as_f64(next.lexeme.value);
            group += last;
        } else if next.is(Class::Scale) && and == 0 && next.lexeme.value != SCORE {
            last = as_f64(next.lexeme.value);
            group *= last;
            if last >= 1_000.0 {
                total += group;
                group = 0.0;
            }
        } else {
            break;
        }
        end += hyphen + and + 1;
    }
    let value = total + group;
    if let Some(parts) = fraction_behind(document, end) {
        let (below, end) = parts;
        let form = Form::Fraction;
        return Some(Number { value: value / below, upper: None, tokens: at..end, form });
    }
    if let Some((part, end)) = and_part(document, end) {
        let (scale, end) = scale_behind(document, end);
        // "One million and a half" is a million and half of one.
        let whole = if last >= 1_000.0 { last } else { 1.0 };
        let value = (value + part * whole) * scale;
        return Some(Number { value, upper: None, tokens: at..end, form: Form::Words });
    }
    (end > at).then_some(Number { value, upper: None, tokens: at..end, form: Form::Words })
}

/// "And a half", "and-a-half", "and three quarters" behind a number.
fn and_part(document: &Document<'_>, end: usize) -> Option<(f64, usize)> {
    let skip = |at: usize| at + usize::from(document.joins(at));
    let and = skip(end);
    let from = skip(and + 1);
    let above = if document.any(from, &["a", "one"]) {
        1.0
    } else {
        as_f64(document.token(from).lexeme.value)
    };
    let counted = document.any(from, &["a", "one"]) || document.token(from).is(Class::Number);
    let below = denominator(document.folded(skip(from + 1)).as_str())?;
    let fits = document.is(and, "and") && counted && above < below;
    fits.then_some((above / below, skip(from + 1) + 1))
}

/// The denominator behind a number word: "thirds", "-quarters".
fn fraction_behind(document: &Document<'_>, end: usize) -> Option<(f64, usize)> {
    let at = if document.joins(end) { end + 1 } else { end };
    let below = denominator(document.folded(at).as_str())?;
    Some((below, at + 1))
}

fn denominator(word: &str) -> Option<f64> {
    Some(match word {
        "half" | "halves" => 2.0,
        "third" | "thirds" => 3.0,
        "quarter" | "quarters" => 4.0,
        "fifth" | "fifths" => 5.0,
        "sixth" | "sixths" => 6.0,
        "eighth" | "eighths" => 8.0,
        "tenth" | "tenths" => 10.0,
        _ => return None,
    })
}

/// "hundreds", "millions", "hundreds of thousands".
fn vague_scale(document: &Document<'_>, at: usize) -> Option<Number> {
    let token = document.token(at);
    if !document.word(at).ends_with('s') {
        return None;
    }
    let (mut value, mut end) = (as_f64(token.lexeme.value), at + 1);
    while end < at + WORDS && document.is(end, "of") && document.token(end + 1).is(Class::Scale) {
        value *= as_f64(document.token(end + 1).lexeme.value);
        end += 2;
    }
    Some(Number { value, upper: None, tokens: at..end, form: Form::Vague })
}

/// Numbers that begin with an article or a word like it: "a dozen", "half a million", "a third",
/// "a few hundred", "several thousand", "a couple of".
fn determined(document: &Document<'_>, at: usize) -> Option<Number> {
    let found = |value: f64, end: usize, form: Form| {
        Some(Number { value, upper: None, tokens: at..end, form })
    };
    if document.is(at, "tens") && document.is(at + 1, "of") {
        let scale = vague_scale(document, at + 2)?;
        return found(scale.value * 10.0, scale.tokens.end, Form::Vague);
    }
    if document.any(at, &["half", "quarter"]) && large(document, at + 1) {
        let below = if document.is(at, "half") { 2.0 } else { 4.0 };
        let value = as_f64(document.token(at + 1).lexeme.value) / below;
        return found(value, at + 2, Form::Words);
    }
    if document.is(at, "half") {
        let next = document.token(at + 2);
        if document.any(at + 1, &["a", "an"]) && next.is(Class::Scale) {
            return found(as_f64(next.lexeme.value) / 2.0, at + 3, Form::Words);
        }
        return found(0.5, at + 1, Form::Fraction);
    }
    if document.any(at, &["a", "an"]) {
        return article(document, at);
    }
    let few = document.any(at, &["several", "few", "many"]);
    let scale = document.token(at + 1);
    if few && scale.is(Class::Scale) {
        let times = if document.is(at, "many") { 1.0 } else { 3.0 };
        return found(as_f64(scale.lexeme.value) * times, at + 2, Form::Vague);
    }
    None
}

/// Whether a power of ten from a thousand on, in the singular, stands at `at`.
fn large(document: &Document<'_>, at: usize) -> bool {
    let token = document.token(at);
    token.is(Class::Scale) && token.lexeme.value >= 1_000 && !document.word(at).ends_with('s')
}

fn article(document: &Document<'_>, at: usize) -> Option<Number> {
    let found = |value: f64, end: usize, form: Form| {
        Some(Number { value, upper: None, tokens: at..end, form })
    };
    let next = document.token(at + 1);
    if next.is(Class::Scale) && !document.word(at + 1).ends_with('s') {
        let (more, end) = scale_behind(document, at + 2);
        let half =
            document.is(end, "and") && document.is(end + 1, "a") && document.is(end + 2, "half");
        let times = if half { 1.5 } else { 1.0 };
        let end = if half { end + 3 } else { end };
        return found(as_f64(next.lexeme.value) * more * times, end, Form::Words);
    }
    if document.any(at + 1, &["half", "quarter"]) && large(document, at + 2) {
        let below = if document.is(at + 1, "half") { 2.0 } else { 4.0 };
        return found(as_f64(document.token(at + 2).lexeme.value) / below, at + 3, Form::Words);
    }
    if document.is(at + 1, "few") && document.token(at + 2).is(Class::Scale) {
        return found(as_f64(document.token(at + 2).lexeme.value) * 3.0, at + 3, Form::Vague);
    }
    if document.is(at + 1, "couple") && document.is(at + 2, "of") {
        return found(2.0, at + 3, Form::Vague);
    }
    let below = denominator(document.folded(at + 1).as_str())?;
    let of_scale = document.is(at + 2, "of") && document.any(at + 3, &["a", "an"]);
    if of_scale && document.token(at + 4).is(Class::Scale) {
        let scale = as_f64(document.token(at + 4).lexeme.value);
        return found(scale / below, at + 5, Form::Words);
    }
    // "a second", "a third" without "of" are places in an order.
    let part = document.is(at + 2, "of") || document.any(at + 1, &["half", "quarter"]);
    part.then(|| Number {
        value: 1.0 / below,
        upper: None,
        tokens: at..at + 2,
        form: Form::Fraction,
    })
}

/// The range that `lower` begins: "10 to 15", "10-15 million", "five or six".
fn range(document: &Document<'_>, lower: &Number) -> Option<Number> {
    let at = lower.tokens.end;
    let between = document.is(at, "and")
        && lower.tokens.start.checked_sub(1).is_some_and(|before| document.is(before, "between"));
    let hyphen = document.joins(at) && lower.form == Form::Digits;
    if !(document.any(at, &["to", "or"]) || between || hyphen) {
        return None;
    }
    let upper = single(document, at + 1)?;
    let shared =
        if upper.value >= 1e3 && lower.value < 1e3 { scale_of(document, &upper) } else { 1.0 };
    let value = lower.value * shared;
    let exact = matches!(upper.form, Form::Digits | Form::Words);
    (exact && upper.value > value && lower.form == upper.form).then_some(Number {
        value,
        upper: Some(upper.value),
        tokens: lower.tokens.start..upper.tokens.end,
        form: upper.form,
    })
}

/// The power of ten in words at the end of `number`: it holds for both ends of a range.
fn scale_of(document: &Document<'_>, number: &Number) -> f64 {
    let last = document.before(number.tokens.end, 1);
    if last.is(Class::Scale) && number.tokens.len() > 1 { as_f64(last.lexeme.value) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;

    fn read(text: &str) -> Option<(f64, Option<f64>, String)> {
        let document = prose(text);
        let number = number(&document, 0)?;
        let words = document.span(number.tokens).of(text).to_owned();
        Some((number.value, number.upper, words))
    }

    fn case(text: &str, value: f64, words: &str) {
        let (found, _, span) = read(text).unwrap_or_else(|| panic!("no number in {text:?}"));
        assert!((found - value).abs() < 1e-9 * value.max(1.0), "{text:?}: {found}");
        assert_eq!(span, words, "{text:?}");
    }

    #[test]
    fn reads_digits() {
        case("1,234.5 units", 1234.5, "1,234.5");
        case("5 million people", 5e6, "5 million");
        case("2.5bn people", 2.5e9, "2.5bn");
        case("2 1/2 loaves", 2.5, "2 1/2");
        case("3/4 of it", 0.75, "3/4");
    }

    #[test]
    fn reads_words() {
        case("twenty-three ships", 23.0, "twenty-three");
        case("two hundred and fifty thousand men", 250_000.0, "two hundred and fifty thousand");
        case("one and a half million men", 1.5e6, "one and a half million");
        case("nineteen men", 19.0, "nineteen");
    }

    #[test]
    fn reads_round_numbers() {
        case("half a million men", 5e5, "half a million");
        case("a dozen eggs", 12.0, "a dozen");
        case("a million and a half men", 1.5e6, "a million and a half");
        case("hundreds of men", 100.0, "hundreds");
        case("tens of thousands of men", 10_000.0, "tens of thousands");
        case("hundreds of thousands of men", 100_000.0, "hundreds of thousands");
        case("several thousand men", 3_000.0, "several thousand");
    }

    #[test]
    fn reads_parts() {
        case("two-thirds of them", 2.0 / 3.0, "two-thirds");
        case("a third of them", 1.0 / 3.0, "a third");
        case("half the town", 0.5, "half");
        case("a quarter of a million men", 250_000.0, "a quarter of a million");
    }

    #[test]
    fn reads_ranges() {
        assert_eq!(read("10 to 15 men"), Some((10.0, Some(15.0), "10 to 15".into())));
        assert_eq!(read("5-6 million men"), Some((5e6, Some(6e6), "5-6 million".into())));
        assert_eq!(read("five or six men"), Some((5.0, Some(6.0), "five or six".into())));
    }

    #[test]
    fn leaves_what_is_no_number() {
        assert_eq!(read("10:30 in the morning"), None);
        assert_eq!(read("a third man"), None);
        assert_eq!(read("the men"), None);
    }
}
