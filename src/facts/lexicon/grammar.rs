//! Words of grammar, reporting verbs, and what sources without a name are called.

use super::Class;

/// Lists of single words.
pub(super) const WORDS: &[(Class, &str)] = &[
    (Class::Determiner, DETERMINERS),
    (Class::Function, DETERMINERS),
    (Class::Pronoun, PRONOUNS),
    (Class::Function, PRONOUNS),
    (Class::Preposition, PREPOSITIONS),
    (Class::Function, PREPOSITIONS),
    (Class::Auxiliary, AUXILIARIES),
    (Class::Function, AUXILIARIES),
    (Class::Function, OTHERS),
    (Class::Past, PAST),
    (Class::Cue, CUES),
    (Class::Hedge, HEDGES),
    (Class::Source, SOURCES),
    (Class::Plural, PLURALS),
    (Class::Abbreviation, ABBREVIATIONS),
];

const DETERMINERS: &str = "the a an this that these those his her its their our my your some any \
    no each every all both another other such several many few most more much half which what \
    whose certain various";

const PRONOUNS: &str = "he she they we i you it him them us me himself herself themselves itself \
    who whom someone anyone everyone nobody none everybody anybody";

const PREPOSITIONS: &str = "of in on at by for from to with without within into onto over under \
    about against among amid between during before after since until till through throughout \
    across along around behind beneath beside besides beyond despite except inside like near off \
    out outside per regarding toward towards up upon via versus as than down past above below \
    because concerning following including unlike";

const AUXILIARIES: &str = "is are was were be been being am has have had having do does did will \
    would can could may might must shall should ought 's 're 've 'll 'd 'm n't ca wo";

const OTHERS: &str = "and or but nor so yet if when while where why how whether although though \
    unless once then there here not now also just only even still again ever never too very quite \
    rather perhaps maybe however meanwhile moreover furthermore nevertheless nonetheless instead \
    otherwise thus hence therefore indeed besides later earlier afterward afterwards today \
    yesterday tomorrow tonight yes well oh ok okay according despite given asked speaking \
    responding citing following including former late new old last next recent recently currently \
    previously already almost nearly about roughly approximately another one two three four five \
    six seven eight nine ten dozens hundreds thousands millions scores people police officials \
    critics experts supporters opponents others everything nothing something anything much less \
    more most least many few several both either neither let thanks please sorry while \
    overall additionally finally first second third additionally eventually initially apparently \
    clearly obviously certainly unfortunately fortunately ultimately generally similarly \
    separately specifically especially particularly reportedly allegedly authorities residents \
    witnesses analysts researchers scientists investigators prosecutors lawyers lawmakers \
    reporters students teachers workers women men children voters soldiers troops rebels \
    protesters demonstrators militants doctors families members leaders sources survivors victims \
    stocks shares prices sales profits markets investors traders economists employees companies \
    businesses banks news back above below part under sometimes often usually soon suddenly \
    nor plus minus e.g. i.e. cf. hi hello dear away apart alone ago since together everywhere somewhere anyway else elsewhere using based born \
    asked added noted founded located built designed during across among inside outside get go \
    see read watch click share follow download listen come take make look try keep say tell \
    think know don did doing caption credit photo photos image images file video";

const PAST: &str = "was were had did said told began became came went took made gave got saw knew \
    left held met won lost sent brought bought caught fought taught thought built spent kept felt \
    fell rose ran sat stood spoke wrote broke chose drove drew ate flew grew hid led lay paid rode \
    sang sank shot shut sold shook slept stole struck swore tore threw understood woke wore hit \
    set put cut cost hurt let beat bet quit read spread split died killed found";

const CUES: &str = "said says say saying added adds add adding told tells tell telling asked asks \
    ask asking wrote writes write writing stated states state stating noted notes note noting \
    announced announces announce announcing claimed claims claim claiming argued argues argue \
    arguing explained explains explain explaining declared declares declare declaring insisted \
    insists insist insisting warned warns warn warning replied replies reply replying responded \
    responds responding acknowledged acknowledges acknowledging admitted admits admit admitting \
    denied denies deny denying alleged alleges alleging suggested suggests suggesting predicted \
    predicts predicting recalled recalls recalling reported reports report reporting confirmed \
    confirms confirm confirming continued continues concluded concludes complained complains \
    complaining contended contends commented comments remarked remarks observed observes stressed \
    stresses stressing emphasized emphasizes emphasised pointed tweeted tweets posted quipped \
    joked vowed vows vowing pledged pledges promised promises promising conceded concedes \
    testified testifies urged urges urging cautioned cautions called calls quoted quotes cited \
    cites maintained maintains asserted asserts estimated estimates believed believes believe \
    believing thinks reiterated reiterates revealed reveals disclosed exclaimed shouted yelled \
    cried whispered muttered murmured lamented mused countered interjected repeated agreed agrees \
    agreeing boasted bragged demanded speculated proclaimed opined elaborated chanted chanting \
    read wondered wonders begged pleaded expressed indicated indicates implied expects expect \
    expected hopes hoped fears feared worried worries found finds";

const HEDGES: &str = "reportedly rumored rumoured allegedly alleged alleges alleging allege \
    allegation allegations accused purported purportedly claimed claims claim claiming denied \
    denies deny denying disputed disputes disputing denial denials supposedly presumably presumed \
    suspected ostensibly apparently unconfirmed unverified unsubstantiated unproven said reported \
    believed thought understood assumed feared";

const SOURCES: &str = "official officials activist activists police authorities authority \
    spokesman spokeswoman spokesperson spokespeople spokesmen government governments ministry \
    military army officer officers lawyer lawyers attorney attorneys prosecutor prosecutors \
    analyst analysts expert experts witness witnesses resident residents source sources company \
    companies report reports statement study researchers researcher scientists scientist economist \
    economists critic critics supporters opponents leader leaders lawmaker lawmakers diplomat \
    diplomats doctor doctors court judge judges agency agencies newspaper newspapers paper tv \
    television radio channel investigators investigator executive executives minister president \
    premier chancellor senator senators governor mayor member members group groups organization \
    committee commission council party union unions bank team coach player players director \
    manager chief chairman chairwoman head aide aides adviser advisers advisor advisors candidate \
    department office administration campaign survey poll document documents letter man woman men \
    women people parents mother father brother sister son daughter wife husband friend friends \
    neighbor neighbors driver teacher teachers student students professor author writer \
    journalist journalists reporter reporters network media rebels militants fighters \
    monitors watchdog envoy ambassador king queen prince pope bishop priest imam sheriff deputy \
    commander general soldier soldiers trader traders investor investors dealer dealers farmer \
    farmers worker workers survivor survivors victim victims relatives relative family families";

const PLURALS: &str = "people men women children troops police staff personnel cattle feet teeth \
    media data fish sheep deer aircraft criteria phenomena species series headquarters dead \
    wounded injured missing crew clergy youth percent servicemen servicewomen policemen firemen \
    businessmen congressmen lawmen gunmen spokesmen fishermen lives wives households fishermen countrymen spokeswomen chairmen craftsmen clergymen";

const ABBREVIATIONS: &str = "mr mrs ms dr prof sen rep gov gen lt col maj capt sgt cpl adm cmdr \
    rev hon st mt ft jr sr inc corp co ltd bros llc jan feb mar apr jun jul aug sept sep oct nov \
    dec mon tues thurs no vs etc dept univ assn ave blvd pres supt det brig pvt ala ariz ark calif \
    colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn \
    tex vt va wash wis wyo";
