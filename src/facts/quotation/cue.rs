//! Cues: the words by which a text says that someone said, thinks, wants or judges something, and
//! where they stand as verbs.

use super::scene::Scene;
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// What a cue does; a word may do several of these ("warn").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Sort {
    /// Gives words: "said".
    Say,
    /// Gives words to someone: "told".
    Tell,
    /// Puts a question: "asked".
    Ask,
    /// Holds something for true, or fears it: "believes".
    Think,
    /// Is after something, or sworn to it: "wants", "refused".
    Want,
    /// Finds something good or bad: "praised".
    Judge,
    /// Says what something is: "called".
    Call,
    /// Brings to light, as documents do: "shows".
    Show,
    /// Is about something: "talked".
    Speak,
    /// Would have someone do something: "urged".
    Order,
    /// A noun: "the claim that".
    Noun,
    /// An adjective: "worried about".
    Mood,
}

/// How many sorts there are.
pub(super) const SORTS: usize = 12;

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// "say"
    Base,
    /// "says"
    Third,
    /// "said"
    Past,
    /// "saying"
    Ing,
}

/// What is known of a word as a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    sorts: u16,
    form: Form,
    /// Whether the same form is a noun as well ("claims").
    noun: bool,
}

/// A cue in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    /// The verb, noun or adjective itself.
    pub(super) head: usize,
    /// With the helping verbs before it and the particle behind it.
    pub(super) group: Range<usize>,
    /// What it is as a word.
    pub(super) known: Known,
    /// Whether it is a participle behind a form of "be".
    pub(super) passive: bool,
}

impl Known {
    /// Whether it does what `sort` says.
    pub(super) const fn is(self, sort: Sort) -> bool {
        self.sorts >> sort as u8 & 1 == 1
    }

    /// Everything it does, as numbers.
    pub(super) fn sorts(self) -> impl Iterator<Item = usize> {
        (0..SORTS).filter(move |sort| self.sorts >> sort & 1 == 1)
    }

    /// The form.
    pub(super) const fn form(self) -> Form {
        self.form
    }
}

/// Verbs by what they do, in their base forms. An asterisk marks one whose forms are nouns too.
const VERBS: &[(Sort, &str)] = &[
    (
        Sort::Say,
        "say add state* note* announce claim* argue explain declare insist warn reply* \
        respond acknowledge admit deny allege suggest predict recall* report* confirm conclude \
        complain contend comment* remark* observe stress* emphasize emphasise tweet* post* quip* \
        joke* concede testify caution* maintain assert reiterate reveal disclose exclaim shout* \
        yell cry* whisper* mutter murmur lament* muse counter* interject repeat boast* brag \
        speculate proclaim opine elaborate chant* write read hint* imply signal* mention swear \
        attest affirm rule* clarify retort continue charge* profess posit  scoff sigh \
        volunteer* tell promise* vow* pledge* agree bemoan concur marvel blurt intone recount \
        caution object* point* protest* threaten accuse fume vent declare joke stipulate disagree \
        interrupt begin conclude underscore underline quote cite answer* grumble* sing",
    ),
    (
        Sort::Tell,
        "tell inform remind assure notify warn advise brief* convince persuade reassure \
        caution",
    ),
    (Sort::Ask, "ask wonder inquire question* query*"),
    (
        Sort::Think,
        "think believe feel know hope* fear* worry* expect assume doubt* suspect* \
        realize realise understand consider suppose guess* agree disagree imagine decide \
        determine figure* recognize recognise forget remember see view* regard* learn discover \
        anticipate estimate* find* conclude regret* care* hold wish* mean",
    ),
    (
        Sort::Want,
        "want wish* seek plan* intend vow* pledge* promise* threaten refuse decline agree \
        offer* propose prefer hope* aim* decide demand* resolve* volunteer* consent opt desire* \
        expect commit",
    ),
    (
        Sort::Judge,
        "praise* criticize criticise condemn attack* blast* slam denounce reject oppose \
        support* back* endorse favor* favour* blame* accuse mock defend dismiss applaud welcome \
        hail ridicule* decry deride deplore laud commend congratulate thank* rebuke* rip hammer \
        assail chastise scold knock lambaste lambast challenge* dispute* embrace* champion* \
        advocate* promote tout disavow repudiate insult* resent hate love* like dislike fear* \
        respect* admire celebrate trust* distrust* approve disapprove invoke echo* address* \
        discuss cite reference* raise highlight* outline* detail* deny refute rebut downplay \
        protest* propose suggest announce predict mention acknowledge admit question* doubt* \
        ignore dismiss pan tease taunt bash deny regret* lament* explain criticize confirm \
        describe note* target* reiterate demand* urge* request* want recall* reveal accept admit \
        appreciate recommend stress* emphasize claim* allege imply report* consider blast prefer \
        warn see understand know oppose threaten justify credit* accept",
    ),
    (
        Sort::Call,
        "call* describe label* brand* dub characterize characterise portray deem rate* \
        paint cast liken compare depict term* denounce dismiss hail consider see view* regard* \
        refer define identify",
    ),
    (
        Sort::Show,
        "show* suggest indicate find* reveal demonstrate reflect prove imply read signal* \
        state* warn conclude confirm",
    ),
    (
        Sort::Speak,
        "talk* speak complain warn argue brag boast* rail lie* joke* tweet* write care* \
        inveigh hint* allude refer comment* lobby* campaign* push* press* call* advocate* plead \
        appeal* vote* protest* respond react object* apologize apologise insist worry* hear \
        read learn know think agree disagree testify say gripe gush rave weigh* ask look* point* \
        rant* wonder debate*",
    ),
    (
        Sort::Order,
        "urge* ask order* press* encourage tell advise instruct beg implore persuade \
        push* pressure* require direct request* invite challenge* warn recommend want expect \
        call* demand* forbid command* allow beseech exhort coax convince",
    ),
];

/// Forms that no rule makes.
const IRREGULAR: &[(&str, &str)] = &[
    ("said", "say"),
    ("told", "tell"),
    ("wrote", "write"),
    ("written", "write"),
    ("thought", "think"),
    ("felt", "feel"),
    ("knew", "know"),
    ("known", "know"),
    ("saw", "see"),
    ("seen", "see"),
    ("understood", "understand"),
    ("found", "find"),
    ("held", "hold"),
    ("sought", "seek"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("read", "read"),
    ("heard", "hear"),
    ("began", "begin"),
    ("forgot", "forget"),
    ("forgotten", "forget"),
    ("showed", "show"),
    ("shown", "show"),
    ("meant", "mean"),
    ("cast", "cast"),
    ("forbade", "forbid"),
    ("pled", "plead"),
    ("slammed", "slam"),
    ("ripped", "rip"),
    ("quipped", "quip"),
    ("snapped", "snap"),
    ("admitted", "admit"),
    ("rebutted", "rebut"),
    ("slamming", "slam"),
    ("ripping", "rip"),
    ("quipping", "quip"),
    ("admitting", "admit"),
    ("planned", "plan"),
    ("planning", "plan"),
    ("begged", "beg"),
    ("begging", "beg"),
    ("bragged", "brag"),
    ("bragging", "brag"),
    ("opted", "opt"),
    ("committed", "commit"),
    ("committing", "commit"),
    ("dubbed", "dub"),
    ("dubbing", "dub"),
    ("referred", "refer"),
    ("referring", "refer"),
    ("preferred", "prefer"),
    ("preferring", "prefer"),
    ("panned", "pan"),
    ("regretted", "regret"),
    ("regretting", "regret"),
    ("pointed", "point"),
    ("concurred", "concur"),
    ("beginning", "begin"),
    ("lied", "lie"),
    ("lying", "lie"),
    ("forgetting", "forget"),
    ("sang", "sing"),
    ("sung", "sing"),
];

/// Nouns that take "that", "to", "of", "about" or "for" and say what someone says or is after.
const NOUNS: &str = "claim claims statement statements argument arguments belief beliefs \
    allegation allegations accusation accusations promise promises pledge pledges plan plans call \
    calls support opposition criticism criticisms concern concerns fear fears hope hopes view \
    views opinion opinions suggestion suggestions warning warnings report reports notion decision \
    desire demand demands proposal proposals assertion assertions announcement comment comments \
    remark remarks question questions skepticism doubt doubts confidence complaint complaints \
    prediction predictions contention conclusion insistence refusal threat threats vow vows \
    request requests recommendation recommendations endorsement attack attacks denial rhetoric \
    stance position praise outrage anger worry worries speculation rumors evidence sign agreement";

/// Adjectives that say what someone feels about something.
const MOODS: &str = "worried concerned confident sure certain convinced opposed critical eager \
    willing unwilling skeptical optimistic pessimistic proud afraid hopeful aware supportive \
    adamant grateful interested reluctant sorry doubtful hesitant determined committed surprised \
    disappointed angry upset outraged glad happy pleased unsure frustrated";

static WORDS: LazyLock<HashMap<String, Known>> = LazyLock::new(build);

fn build() -> HashMap<String, Known> {
    let mut words: HashMap<String, Known> = HashMap::with_capacity(2_048);
    let mut add = |word: String, sort: Sort, form: Form, noun: bool| {
        let known = words.entry(word).or_insert(Known { sorts: 0, form, noun });
        known.sorts |= 1 << sort as u8;
        known.noun |= noun;
    };
    for (sort, verbs) in VERBS {
        for verb in verbs.split_whitespace() {
            let (base, noun) = verb.strip_suffix('*').map_or((verb, false), |base| (base, true));
            for (form, word) in forms(base) {
                add(word, *sort, form, noun && form != Form::Past && form != Form::Ing);
            }
            for (word, _) in IRREGULAR.iter().filter(|(_, irregular)| *irregular == base) {
                let form = if word.ends_with("ing") { Form::Ing } else { Form::Past };
                add((*word).to_owned(), *sort, form, false);
            }
        }
    }
    NOUNS.split_whitespace().for_each(|word| add(word.to_owned(), Sort::Noun, Form::Base, true));
    MOODS.split_whitespace().for_each(|word| add(word.to_owned(), Sort::Mood, Form::Past, false));
    words
}

/// The forms of a regular verb; what a rule makes of an irregular one is no word, and harmless.
fn forms(base: &str) -> [(Form, String); 4] {
    let stem = base.strip_suffix('e');
    let consonant_y = base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o']));
    let hisses = ["s", "sh", "ch", "x"].iter().any(|end| base.ends_with(end));
    let third = match consonant_y {
        Some(stem) => format!("{stem}ies"),
        None if hisses => format!("{base}es"),
        None => format!("{base}s"),
    };
    let past = match (consonant_y, stem) {
        (Some(stem), _) => format!("{stem}ied"),
        (None, Some(stem)) => format!("{stem}ed"),
        (None, None) => format!("{base}ed"),
    };
    let ing = stem.filter(|stem| !stem.ends_with('e')).unwrap_or(base);
    [
        (Form::Base, base.to_owned()),
        (Form::Third, third),
        (Form::Past, past),
        (Form::Ing, format!("{ing}ing")),
    ]
}

/// What is known of the token at `at` as a cue.
pub(super) fn known(document: &Document<'_>, at: usize) -> Option<Known> {
    let token = document.token(at);
    let plain = token.shape == Shape::Lower
        && !token.any_of(&[Class::Determiner, Class::Preposition])
        && token.span.len() > 2;
    if plain { WORDS.get(document.word(at)).copied() } else { None }
}

/// The cue at `at`, if the word there stands as one.
pub(super) fn cue(scene: &Scene<'_>, at: usize, floor: usize) -> Option<Cue> {
    let document = scene.document;
    let known = known(document, at)?;
    if scene.name_at(at).is_some()
        || document.joins(at + 1)
        || document.is_hyphen(at.wrapping_sub(1))
    {
        return None;
    }
    let start = group_start(scene, at, floor);
    let helped = start < at;
    let before = document.before(start.max(at), 1);
    let noun = known.is(Sort::Noun) && !helped && stands_as_noun(scene, at, known);
    if noun {
        let known = Known { sorts: 1 << Sort::Noun as u8, ..known };
        return Some(Cue { head: at, group: at..at + 1, known, passive: false });
    }
    let known = Known { sorts: known.sorts & !(1 << Sort::Noun as u8), ..known };
    let be = (start..at).any(|at| document.any(at, BE));
    if known.is(Sort::Mood) {
        return be.then(|| Cue { head: at, group: start..at + 1, known, passive: false });
    }
    let determined = before.any_of(&[Class::Determiner, Class::Demonym])
        && !document.any(
            at.wrapping_sub(1),
            &[
                "that", "this", "those", "these", "some", "many", "most", "others", "all", "few",
                "both",
            ],
        )
        || matches!(document.word(at.wrapping_sub(1)), "'s" | "’s") && !helped;
    if known.sorts == 0 || determined || !helped && !stands_as_verb(scene, at, known) {
        return None;
    }
    let passive = be && known.form == Form::Past;
    let particle = document.any(at + 1, &["out", "on", "off", "down", "up"])
        && document.any(at + 2, &["that", ",", ":", "the", "how", "to"])
        && document.any(at, &["pointed", "points", "point", "pointing", "called", "calling"]);
    let end = at + 1 + usize::from(particle);
    Some(Cue { head: at, group: start..end, known, passive })
}

/// Forms of "be".
const BE: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m", "am",
    "got", "gets",
];

/// Words that stand between a subject and its verb.
const HELPING: &[&str] = &[
    "has",
    "have",
    "had",
    "having",
    "is",
    "was",
    "were",
    "are",
    "be",
    "been",
    "being",
    "am",
    "did",
    "does",
    "do",
    "would",
    "will",
    "could",
    "can",
    "may",
    "might",
    "must",
    "should",
    "shall",
    "n't",
    "not",
    "'ve",
    "'d",
    "'s",
    "'re",
    "'m",
    "'ll",
    "’ve",
    "’d",
    "’s",
    "’re",
    "’m",
    "’ll",
    "also",
    "later",
    "then",
    "once",
    "first",
    "again",
    "even",
    "just",
    "still",
    "now",
    "often",
    "always",
    "never",
    "ever",
    "further",
    "only",
    "all",
    "both",
    "himself",
    "herself",
    "themselves",
    "soon",
    "ca",
    "wo",
    "long",
    "already",
    "so",
    "very",
    "too",
    "rather",
];

/// Where the verbs and adverbs that help the verb at `at` begin.
fn group_start(scene: &Scene<'_>, at: usize, floor: usize) -> usize {
    let document = scene.document;
    let mut start = at;
    while start > floor {
        let before = start - 1;
        let adverb = document.token(before).shape == Shape::Lower
            && document.word(before).len() > 4
            && document.word(before).ends_with("ly")
            && !document.any(before, &["family", "daily", "weekly", "monthly", "ally", "early"]);
        let clitic = document.token(before).shape != Shape::Clitic
            || !matches!(document.word(before), "'s" | "’s")
            || document.word(at).ends_with("ing")
            || document.before(before, 1).is(Class::Pronoun);
        if scene.name_at(before).is_some() && document.token(before).shape != Shape::Clitic
            || !clitic
            || !(adverb || document.any(before, HELPING))
        {
            break;
        }
        start = before;
    }
    start
}

/// Whether the word at `at`, which can be a noun, is one here.
fn stands_as_noun(scene: &Scene<'_>, at: usize, known: Known) -> bool {
    let document = scene.document;
    let before = document.before(at, 1);
    let only = known.sorts == 1 << Sort::Noun as u8;
    let pronoun = before.is(Class::Pronoun) && !before.is(Class::Determiner);
    let owned = before.any_of(&[Class::Determiner, Class::Demonym])
        || before.shape == Shape::Clitic
        || before.is(Class::Preposition) && !document.is(at.wrapping_sub(1), "to");
    let led = document.any(at + 1, &["that", "of", "by", "about"])
        && before.shape == Shape::Lower
        && !pronoun;
    only || owned || led
}

/// Whether the word at `at` is a verb, as far as what stands before it shows.
fn stands_as_verb(scene: &Scene<'_>, at: usize, known: Known) -> bool {
    let document = scene.document;
    let before = document.before(at, 1);
    let preposition = before.is(Class::Preposition) && scene.name_at(at.wrapping_sub(1)).is_none();
    let to = document.is(at.wrapping_sub(1), "to");
    match known.form {
        Form::Ing => !before.is(Class::Determiner),
        Form::Past => !preposition || document.word(at) == "said",
        Form::Third => {
            let named = scene.name_at(at.wrapping_sub(1)).is_some();
            let behind = document.token(at + 1);
            !preposition
                && (!known.noun
                    || named
                    || before.is(Class::Pronoun)
                    || document.any(at - 1, &["who", "which", "that"])
                    || document.is(at + 1, "that")
                    || behind.any_of(&[Class::Determiner, Class::Pronoun]))
        }
        Form::Base => {
            let plural = before.is(Class::Plural)
                || before.is_word() && document.word(at.wrapping_sub(1)).ends_with('s');
            let subject = document.any(
                at.wrapping_sub(1),
                &[
                    "i", "you", "we", "they", "who", "that", "and", "many", "some", "most",
                    "others", "please", "let", "which",
                ],
            );
            to || subject
                || plural && !known.noun
                || plural && document.token(at + 1).any_of(&[Class::Determiner, Class::Pronoun])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::scene::tests::{with, words};
    use super::*;

    /// The cues of `text`: their words, and what is special about them.
    fn cues(text: &str) -> Vec<String> {
        with(text, |scene| {
            let cues = (0..scene.document.tokens.len()).filter_map(|at| cue(scene, at, 0));
            let shown = cues.map(|cue| {
                let kind = match () {
                    () if cue.known.is(Sort::Noun) => " noun",
                    () if cue.known.is(Sort::Mood) => " mood",
                    () if cue.passive => " passive",
                    () => "",
                };
                words(scene, &cue.group) + kind
            });
            shown.collect()
        })
    }

    #[test]
    fn helping_verbs_belong_to_the_cue() {
        assert_eq!(cues("The crew had never warned of ice."), ["had never warned"]);
        assert_eq!(cues("She did not say why."), ["did not say"]);
    }

    #[test]
    fn a_participle_behind_be_is_passive() {
        assert_eq!(cues("The crew were praised by the king."), ["were praised passive"]);
    }

    #[test]
    fn the_same_word_is_a_noun_or_a_verb() {
        assert_eq!(cues("Her claim that it sank is false."), ["claim noun"]);
        assert_eq!(cues("They claim that it sank."), ["claim"]);
        assert_eq!(cues("Their report was long."), ["report noun"]);
    }

    #[test]
    fn a_mood_needs_a_form_of_be() {
        assert_eq!(cues("The divers were worried about ice."), ["were worried mood"]);
        assert_eq!(cues("The worried divers left."), [""; 0]);
    }

    #[test]
    fn forms_of_regular_verbs_follow_the_rules() {
        let words = |base| forms(base).map(|(_, word)| word);
        assert_eq!(words("reply"), ["reply", "replies", "replied", "replying"]);
        assert_eq!(words("stress"), ["stress", "stresses", "stressed", "stressing"]);
        assert_eq!(words("argue"), ["argue", "argues", "argued", "arguing"]);
        assert_eq!(words("agree"), ["agree", "agrees", "agreed", "agreeing"]);
    }
}
