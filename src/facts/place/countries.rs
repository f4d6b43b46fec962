//! Countries: what each is called, who comes from there, and its code (ISO 3166-1).

use std::collections::HashMap;
use std::sync::LazyLock;

/// Code, names, and the words for what is of the country; between commas, in lower case.
const COUNTRIES: &[(&str, &str, &str)] = &[
    ("AD", "andorra", "andorran,andorrans"),
    ("AE", "united arab emirates,uae,u.a.e.", "emirati,emiratis"),
    ("AF", "afghanistan", "afghan,afghans"),
    ("AG", "antigua and barbuda", ""),
    ("AL", "albania", "albanian,albanians"),
    ("AM", "armenia", "armenian,armenians"),
    ("AO", "angola", "angolan,angolans"),
    ("AR", "argentina", "argentine,argentines,argentinian,argentinians"),
    ("AT", "austria", "austrian,austrians"),
    ("AU", "australia", "australian,australians"),
    ("AZ", "azerbaijan", "azerbaijani,azerbaijanis,azeri"),
    ("BA", "bosnia,bosnia and herzegovina,bosnia-herzegovina", "bosnian,bosnians"),
    ("BB", "barbados", "barbadian"),
    ("BD", "bangladesh", "bangladeshi,bangladeshis"),
    ("BE", "belgium", "belgian,belgians"),
    ("BF", "burkina faso", "burkinabe"),
    ("BG", "bulgaria", "bulgarian,bulgarians"),
    ("BH", "bahrain", "bahraini,bahrainis"),
    ("BI", "burundi", "burundian"),
    ("BJ", "benin", "beninese"),
    ("BN", "brunei", "bruneian"),
    ("BO", "bolivia", "bolivian,bolivians"),
    ("BR", "brazil", "brazilian,brazilians"),
    ("BS", "bahamas", "bahamian"),
    ("BT", "bhutan", "bhutanese"),
    ("BW", "botswana", "botswanan"),
    ("BY", "belarus", "belarusian,belarusians"),
    ("BZ", "belize", "belizean"),
    ("CA", "canada", "canadian,canadians"),
    (
        "CD",
        "congo,democratic republic of congo,democratic republic of the congo,zaire",
        "congolese",
    ),
    ("CF", "central african republic", ""),
    ("CG", "republic of congo", ""),
    ("CH", "switzerland", "swiss"),
    ("CI", "ivory coast,cote d'ivoire,côte d'ivoire", "ivorian,ivorians"),
    ("CL", "chile", "chilean,chileans"),
    ("CM", "cameroon", "cameroonian,cameroonians"),
    ("CN", "china,people's republic of china", "chinese"),
    ("CO", "colombia", "colombian,colombians"),
    ("CR", "costa rica", "costa rican"),
    ("CU", "cuba", "cuban,cubans"),
    ("CV", "cape verde", "cape verdean"),
    ("CY", "cyprus", "cypriot,cypriots"),
    ("CZ", "czech republic,czechia,czechoslovakia", "czech,czechs"),
    ("DE", "germany,west germany,east germany", "german,germans"),
    ("DJ", "djibouti", "djiboutian"),
    ("DK", "denmark", "danish,danes"),
    ("DM", "dominica", ""),
    ("DO", "dominican republic", ""),
    ("DZ", "algeria", "algerian,algerians"),
    ("EC", "ecuador", "ecuadorean,ecuadoreans,ecuadorian,ecuadorians"),
    ("EE", "estonia", "estonian,estonians"),
    ("EG", "egypt", "egyptian,egyptians"),
    ("ER", "eritrea", "eritrean,eritreans"),
    ("ES", "spain", "spanish,spaniard,spaniards"),
    ("ET", "ethiopia", "ethiopian,ethiopians"),
    ("FI", "finland", "finnish,finn,finns"),
    ("FJ", "fiji", "fijian,fijians"),
    ("FM", "micronesia", "micronesian"),
    ("FR", "france", "french,frenchman,frenchmen"),
    ("GA", "gabon", "gabonese"),
    (
        "GB",
        "britain,united kingdom,uk,u.k.,great britain,england,scotland,wales,northern ireland",
        "british,briton,britons,english,englishman,scottish,scots,welsh",
    ),
    ("GD", "grenada", "grenadian"),
    ("GE", "georgia", "georgian,georgians"),
    ("GH", "ghana", "ghanaian,ghanaians"),
    ("GL", "greenland", "greenlandic,greenlanders"),
    ("GM", "gambia", "gambian"),
    ("GN", "guinea", "guinean"),
    ("GQ", "equatorial guinea", ""),
    ("GR", "greece", "greek,greeks"),
    ("GT", "guatemala", "guatemalan,guatemalans"),
    ("GW", "guinea-bissau", ""),
    ("GY", "guyana", "guyanese"),
    ("HK", "hong kong", ""),
    ("HN", "honduras", "honduran,hondurans"),
    ("HR", "croatia", "croatian,croatians,croat,croats"),
    ("HT", "haiti", "haitian,haitians"),
    ("HU", "hungary", "hungarian,hungarians"),
    ("ID", "indonesia", "indonesian,indonesians"),
    ("IE", "ireland,republic of ireland", "irish,irishman"),
    ("IL", "israel", "israeli,israelis"),
    ("IN", "india", "indian,indians"),
    ("IQ", "iraq", "iraqi,iraqis"),
    ("IR", "iran,islamic republic of iran", "iranian,iranians"),
    ("IS", "iceland", "icelandic,icelanders"),
    ("IT", "italy", "italian,italians"),
    ("JM", "jamaica", "jamaican,jamaicans"),
    ("JO", "jordan", "jordanian,jordanians"),
    ("JP", "japan", "japanese"),
    ("KE", "kenya", "kenyan,kenyans"),
    ("KG", "kyrgyzstan", "kyrgyz"),
    ("KH", "cambodia", "cambodian,cambodians"),
    ("KI", "kiribati", ""),
    ("KM", "comoros", "comoran"),
    ("KP", "north korea", "north korean,north koreans"),
    ("KR", "south korea", "south korean,south koreans"),
    ("KW", "kuwait", "kuwaiti,kuwaitis"),
    ("KZ", "kazakhstan", "kazakh,kazakhs"),
    ("LA", "laos", "laotian,lao"),
    ("LB", "lebanon", "lebanese"),
    ("LC", "saint lucia", ""),
    ("LI", "liechtenstein", ""),
    ("LK", "sri lanka", "sri lankan,sri lankans"),
    ("LR", "liberia", "liberian,liberians"),
    ("LS", "lesotho", ""),
    ("LT", "lithuania", "lithuanian,lithuanians"),
    ("LU", "luxembourg", "luxembourger"),
    ("LV", "latvia", "latvian,latvians"),
    ("LY", "libya", "libyan,libyans"),
    ("MA", "morocco", "moroccan,moroccans"),
    ("MC", "monaco", "monegasque"),
    ("MD", "moldova", "moldovan,moldovans"),
    ("ME", "montenegro", "montenegrin,montenegrins"),
    ("MG", "madagascar", "malagasy"),
    ("MH", "marshall islands", "marshallese"),
    ("MK", "macedonia,north macedonia", "macedonian,macedonians"),
    ("ML", "mali", "malian,malians"),
    ("MM", "myanmar,burma", "burmese"),
    ("MN", "mongolia", "mongolian,mongolians"),
    ("MO", "macau,macao", "macanese"),
    ("MR", "mauritania", "mauritanian"),
    ("MT", "malta", "maltese"),
    ("MU", "mauritius", "mauritian"),
    ("MV", "maldives", "maldivian"),
    ("MW", "malawi", "malawian"),
    ("MX", "mexico", "mexican,mexicans"),
    ("MY", "malaysia", "malaysian,malaysians"),
    ("MZ", "mozambique", "mozambican,mozambicans"),
    ("NA", "namibia", "namibian"),
    ("NE", "niger", "nigerien"),
    ("NG", "nigeria", "nigerian,nigerians"),
    ("NI", "nicaragua", "nicaraguan,nicaraguans"),
    ("NL", "netherlands,holland", "dutch,dutchman"),
    ("NO", "norway", "norwegian,norwegians"),
    ("NP", "nepal", "nepalese,nepali,nepalis"),
    ("NR", "nauru", "nauruan"),
    ("NZ", "new zealand", "new zealander,new zealanders"),
    ("OM", "oman", "omani,omanis"),
    ("PA", "panama", "panamanian,panamanians"),
    ("PE", "peru", "peruvian,peruvians"),
    ("PG", "papua new guinea", ""),
    ("PH", "philippines", "filipino,filipinos,philippine"),
    ("PK", "pakistan", "pakistani,pakistanis"),
    ("PL", "poland", "polish,poles"),
    ("PR", "puerto rico", "puerto rican,puerto ricans"),
    ("PS", "palestine,palestinian territories", "palestinian,palestinians"),
    ("PT", "portugal", "portuguese"),
    ("PW", "palau", "palauan"),
    ("PY", "paraguay", "paraguayan,paraguayans"),
    ("QA", "qatar", "qatari,qataris"),
    ("RO", "romania", "romanian,romanians"),
    ("RS", "serbia", "serbian,serbians,serb,serbs"),
    ("RU", "russia,russian federation", "russian,russians"),
    ("RW", "rwanda", "rwandan,rwandans"),
    ("SA", "saudi arabia", "saudi,saudis"),
    ("SB", "solomon islands", ""),
    ("SC", "seychelles", ""),
    ("SD", "sudan", "sudanese"),
    ("SE", "sweden", "swedish,swede,swedes"),
    ("SG", "singapore", "singaporean,singaporeans"),
    ("SI", "slovenia", "slovenian,slovene,slovenes"),
    ("SK", "slovakia", "slovak,slovaks"),
    ("SL", "sierra leone", "sierra leonean"),
    ("SM", "san marino", ""),
    ("SN", "senegal", "senegalese"),
    ("SO", "somalia,somaliland", "somali,somalis"),
    ("SR", "suriname", "surinamese"),
    ("SS", "south sudan", "south sudanese"),
    ("ST", "sao tome and principe", ""),
    ("SV", "el salvador", "salvadoran,salvadorans"),
    ("SY", "syria", "syrian,syrians"),
    ("SZ", "eswatini,swaziland", "swazi"),
    ("TD", "chad", "chadian,chadians"),
    ("TG", "togo", "togolese"),
    ("TH", "thailand", "thai,thais"),
    ("TJ", "tajikistan", "tajik,tajiks"),
    ("TL", "east timor,timor-leste", "timorese,east timorese"),
    ("TM", "turkmenistan", "turkmen"),
    ("TN", "tunisia", "tunisian,tunisians"),
    ("TO", "tonga", "tongan,tongans"),
    ("TR", "turkey,türkiye", "turkish,turk,turks"),
    ("TT", "trinidad and tobago", "trinidadian"),
    ("TV", "tuvalu", "tuvaluan"),
    ("TW", "taiwan", "taiwanese"),
    ("TZ", "tanzania", "tanzanian,tanzanians"),
    ("UA", "ukraine", "ukrainian,ukrainians"),
    ("UG", "uganda", "ugandan,ugandans"),
    (
        "US",
        "united states,u.s.,us,usa,u.s.a.,united states of america,america",
        "american,americans",
    ),
    ("UY", "uruguay", "uruguayan,uruguayans"),
    ("UZ", "uzbekistan", "uzbek,uzbeks"),
    ("VA", "vatican,vatican city,holy see", ""),
    ("VE", "venezuela", "venezuelan,venezuelans"),
    ("VN", "vietnam,north vietnam,south vietnam", "vietnamese"),
    ("VU", "vanuatu", ""),
    ("WS", "samoa", "samoan,samoans"),
    ("XK", "kosovo", "kosovar,kosovars"),
    ("YE", "yemen", "yemeni,yemenis"),
    ("ZA", "south africa", "south african,south africans"),
    ("ZM", "zambia", "zambian,zambians"),
    ("ZW", "zimbabwe", "zimbabwean,zimbabweans"),
];

/// States of America: code, name, and how newswire shortens it.
const STATES: &[(&str, &str, &str)] = &[
    ("AL", "alabama", "ala."),
    ("AK", "alaska", ""),
    ("AZ", "arizona", "ariz."),
    ("AR", "arkansas", "ark."),
    ("CA", "california", "calif."),
    ("CO", "colorado", "colo."),
    ("CT", "connecticut", "conn."),
    ("DE", "delaware", "del."),
    ("DC", "district of columbia", "d.c."),
    ("FL", "florida", "fla."),
    ("GA", "georgia", "ga."),
    ("HI", "hawaii", ""),
    ("ID", "idaho", ""),
    ("IL", "illinois", "ill."),
    ("IN", "indiana", "ind."),
    ("IA", "iowa", ""),
    ("KS", "kansas", "kan."),
    ("KY", "kentucky", "ky."),
    ("LA", "louisiana", "la."),
    ("ME", "maine", ""),
    ("MD", "maryland", "md."),
    ("MA", "massachusetts", "mass."),
    ("MI", "michigan", "mich."),
    ("MN", "minnesota", "minn."),
    ("MS", "mississippi", "miss."),
    ("MO", "missouri", "mo."),
    ("MT", "montana", "mont."),
    ("NE", "nebraska", "neb."),
    ("NV", "nevada", "nev."),
    ("NH", "new hampshire", "n.h."),
    ("NJ", "new jersey", "n.j."),
    ("NM", "new mexico", "n.m."),
    ("NY", "new york", "n.y."),
    ("NC", "north carolina", "n.c."),
    ("ND", "north dakota", "n.d."),
    ("OH", "ohio", ""),
    ("OK", "oklahoma", "okla."),
    ("OR", "oregon", "ore."),
    ("PA", "pennsylvania", "pa."),
    ("RI", "rhode island", "r.i."),
    ("SC", "south carolina", "s.c."),
    ("SD", "south dakota", "s.d."),
    ("TN", "tennessee", "tenn."),
    ("TX", "texas", "tex."),
    ("UT", "utah", ""),
    ("VT", "vermont", "vt."),
    ("VA", "virginia", "va."),
    ("WA", "washington", "wash."),
    ("WV", "west virginia", "w.va."),
    ("WI", "wisconsin", "wis."),
    ("WY", "wyoming", "wyo."),
];

type Codes = HashMap<&'static str, &'static str>;

static BY_NAME: LazyLock<Codes> =
    LazyLock::new(|| codes(COUNTRIES.iter().map(|(code, names, _)| (*names, *code))));

static BY_PEOPLE: LazyLock<Codes> =
    LazyLock::new(|| codes(COUNTRIES.iter().map(|(code, _, words)| (*words, *code))));

/// The code for each of the words in `lists`.
fn codes(lists: impl Iterator<Item = (&'static str, &'static str)>) -> Codes {
    let words = lists.flat_map(|(list, code)| list.split(',').map(move |word| (word, code)));
    words.filter(|(word, _)| !word.is_empty()).collect()
}

/// The code of the country called `name` (in lower case).
pub(crate) fn country(name: &str) -> Option<&'static str> {
    BY_NAME.get(name).copied()
}

/// The code of the country that `word` (in lower case) says something or someone is of.
pub(crate) fn homeland(word: &str) -> Option<&'static str> {
    BY_PEOPLE.get(word).copied()
}

/// The code of the state of America called `name` (in lower case), or shortened so.
pub(crate) fn state(name: &str) -> Option<&'static str> {
    let named = |(_, whole, short): &&(&str, &str, &str)| {
        *whole == name || !short.is_empty() && *short == name
    };
    STATES.iter().find(named).map(|(code, _, _)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_name_and_people() {
        assert_eq!(country("syria"), Some("SY"));
        assert_eq!(country("u.s."), Some("US"));
        assert_eq!(homeland("syrian"), Some("SY"));
        assert_eq!(homeland("frenchmen"), Some("FR"));
        assert_eq!(country(""), None);
    }

    #[test]
    fn states_are_known_in_full_and_short() {
        assert_eq!(state("ohio"), Some("OH"));
        assert_eq!(state("calif."), Some("CA"));
        assert_eq!(state(""), None);
    }

    #[test]
    fn no_code_stands_twice() {
        for table in [COUNTRIES, STATES] {
            let mut codes: Vec<_> = table.iter().map(|(code, _, _)| code).collect();
            codes.sort_unstable();
            codes.dedup();
            assert_eq!(codes.len(), table.len());
        }
    }
}
