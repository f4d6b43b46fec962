//! Units: of the calendar, of money, of measure.

use super::Class;
use crate::facts::folded::Folded;

/// Lists of single words.
pub(super) const WORDS: &[(Class, &str)] = &[
    (
        Class::TimeUnit,
        "second seconds minute minutes hour hours day days week weeks weekend weekends fortnight \
         fortnights month months quarter quarters year years decade decades century centuries \
         millennium millennia yr yrs hr hrs mins secs",
    ),
    (
        Class::Time,
        "yesterday today tonight tomorrow now currently presently recently previously formerly \
         soon noon midday midnight daily weekly monthly quarterly yearly annually hourly nightly \
         fortnightly early earlier late later mid beginning end start middle twenties thirties \
         forties fifties sixties seventies eighties nineties every each recent last next this past \
         coming previous current half once twice q1 q2 q3 q4 overnight nearly almost approximately \
         roughly barely just only more less fewer latter christmas boxing new valentine juneteenth \
         bastille halloween veterans armistice presidents memorial labor columbus thanksgiving \
         election ash palm good easter single",
    ),
];

/// A length of the calendar or clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// The unit of time that `word` names, and whether it is a plural.
pub(crate) fn time_unit(word: &str) -> Option<(TimeUnit, bool)> {
    let lower = Folded::of(word);
    let lower = lower.as_str();
    let plural = lower.ends_with('s') || lower == "millennia";
    let unit = match lower.trim_end_matches('s') {
        "second" | "sec" => TimeUnit::Second,
        "minute" | "min" => TimeUnit::Minute,
        "hour" | "hr" => TimeUnit::Hour,
        "day" => TimeUnit::Day,
        "weekend" => TimeUnit::Weekend,
        "week" => TimeUnit::Week,
        "fortnight" => TimeUnit::Fortnight,
        "month" => TimeUnit::Month,
        "quarter" => TimeUnit::Quarter,
        "year" | "yr" => TimeUnit::Year,
        "decade" => TimeUnit::Decade,
        "century" | "centurie" => TimeUnit::Century,
        "millennium" | "millennia" => TimeUnit::Millennium,
        _ => return None,
    };
    Some((unit, plural))
}

/// The currency (ISO 4217) that a sign before a number stands for.
pub(crate) fn currency_sign(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "$" | "US$" => "USD",
        "€" => "EUR",
        "£" | "GB£" => "GBP",
        "¥" | "￥" => "JPY",
        "CN¥" => "CNY",
        "₹" => "INR",
        "₽" => "RUB",
        "₩" => "KRW",
        "₪" => "ILS",
        "₺" => "TRY",
        "₴" => "UAH",
        "₦" => "NGN",
        "₫" => "VND",
        "₱" => "PHP",
        "฿" => "THB",
        "₡" => "CRC",
        "₸" => "KZT",
        "₼" => "AZN",
        "₾" => "GEL",
        "₵" => "GHS",
        "₲" => "PYG",
        "₭" => "LAK",
        "₮" => "MNT",
        "₿" => "XBT",
        "A$" | "AU$" => "AUD",
        "C$" | "CA$" | "CDN$" | "CAN$" => "CAD",
        "HK$" => "HKD",
        "NZ$" => "NZD",
        "S$" => "SGD",
        "R$" => "BRL",
        "NT$" => "TWD",
        "MX$" => "MXN",
        _ => return None,
    })
}

/// The currency (ISO 4217) and how many of its unit `word` is worth: "cents" are hundredths of a
/// dollar. Words that name the currency of several countries give the one news means by them.
pub(crate) fn currency_word(word: &str) -> Option<(&'static str, f64)> {
    let lower = Folded::of(word);
    let whole = |code: &'static str| Some((code, 1.0));
    match lower.as_str() {
        "dollar" | "dollars" | "dólar" | "dólares" | "dlr" | "dlrs" | "usd" | "bucks" => {
            whole("USD")
        }
        "cent" | "cents" => Some(("USD", 0.01)),
        "euro" | "euros" | "eur" => whole("EUR"),
        "pound" | "pounds" | "pfund" | "sterling" | "gbp" | "quid" => whole("GBP"),
        "pence" => Some(("GBP", 0.01)),
        "yen" | "jpy" => whole("JPY"),
        "yuan" | "renminbi" | "rmb" | "cny" => whole("CNY"),
        "rupee" | "rupees" | "inr" | "rs" | "rs." => whole("INR"),
        "ruble" | "rubles" | "rouble" | "roubles" | "rub" => whole("RUB"),
        "won" | "krw" => whole("KRW"),
        "peso" | "pesos" | "mxn" => whole("MXN"),
        "franc" | "francs" | "franken" | "chf" => whole("CHF"),
        "mark" | "marks" => whole("DEM"),
        "guilder" | "guilders" => whole("NLG"),
        "lira" | "liras" => whole("TRY"),
        "krona" | "kronor" | "sek" => whole("SEK"),
        "krone" | "kroner" | "nok" => whole("NOK"),
        "dkk" => whole("DKK"),
        "koruna" | "korunas" | "koruny" => whole("CZK"),
        "rand" | "zar" => whole("ZAR"),
        "riyal" | "riyals" => whole("SAR"),
        "rial" | "rials" => whole("IRR"),
        "dinar" | "dinars" => whole("IQD"),
        "dirham" | "dirhams" => whole("AED"),
        "shekel" | "shekels" => whole("ILS"),
        "baht" => whole("THB"),
        "dong" => whole("VND"),
        "rupiah" => whole("IDR"),
        "ringgit" => whole("MYR"),
        "taka" => whole("BDT"),
        "real" | "reais" => whole("BRL"),
        "zloty" | "zlotys" => whole("PLN"),
        "hryvnia" | "hryvnias" => whole("UAH"),
        "naira" => whole("NGN"),
        "cedi" | "cedis" => whole("GHS"),
        "birr" => whole("ETB"),
        "kwacha" => whole("ZMW"),
        "shilling" | "shillings" => whole("KES"),
        "forint" | "forints" => whole("HUF"),
        "tenge" => whole("KZT"),
        "lari" => whole("GEL"),
        "aud" => whole("AUD"),
        "cad" => whole("CAD"),
        "hkd" => whole("HKD"),
        "sgd" => whole("SGD"),
        "bitcoin" | "bitcoins" => whole("XBT"),
        _ => None,
    }
}

/// The currency (ISO 4217) that goes by `word` in the country of the demonym `of`.
pub(crate) fn currency_of(of: &str, word: &str) -> Option<&'static str> {
    let word = Folded::of(word);
    Some(match (of, word.as_str().trim_end_matches('s')) {
        ("Canadian", "dollar" | "cent") => "CAD",
        ("Australian", "dollar" | "cent") => "AUD",
        ("Kong", "dollar") => "HKD",
        ("Zealand", "dollar") => "NZD",
        ("Singapore", "dollar") => "SGD",
        ("Taiwan" | "Taiwanese", "dollar") => "TWD",
        ("Zimbabwean" | "Zimbabwe", "dollar") => "ZWL",
        ("Egyptian", "pound") => "EGP",
        ("Syrian", "pound") => "SYP",
        ("Lebanese", "pound" | "lira") => "LBP",
        ("Sudanese", "pound") => "SDG",
        ("Turkish", "lira") => "TRY",
        ("Italian", "lira" | "lire") => "ITL",
        ("Swiss", "franc") => "CHF",
        ("French", "franc") => "FRF",
        ("Belgian", "franc") => "BEF",
        ("CFA" | "African", "franc") => "XOF",
        ("Congolese", "franc") => "CDF",
        ("Pakistani", "rupee") => "PKR",
        ("Lankan", "rupee") => "LKR",
        ("Nepalese" | "Nepali", "rupee") => "NPR",
        ("Argentine", "peso") => "ARS",
        ("Chilean", "peso") => "CLP",
        ("Colombian", "peso") => "COP",
        ("Philippine", "peso") => "PHP",
        ("Cuban", "peso") => "CUP",
        ("Uruguayan", "peso") => "UYU",
        ("Danish", "krone" | "kroner" | "crown") => "DKK",
        ("Norwegian", "krone" | "kroner" | "crown") => "NOK",
        ("Swedish", "krona" | "kronor" | "crown") => "SEK",
        ("Icelandic", "krona" | "kronur") => "ISK",
        ("Czech", "crown" | "koruna") => "CZK",
        ("Kuwaiti", "dinar") => "KWD",
        ("Jordanian", "dinar") => "JOD",
        ("Serbian", "dinar") => "RSD",
        ("Libyan", "dinar") => "LYD",
        ("Tunisian", "dinar") => "TND",
        ("Algerian", "dinar") => "DZD",
        ("Moroccan", "dirham") => "MAD",
        ("Omani", "rial") => "OMR",
        ("Yemeni", "rial") => "YER",
        ("Qatari", "riyal" | "rial") => "QAR",
        ("Tanzanian", "shilling") => "TZS",
        ("Ugandan", "shilling") => "UGX",
        ("Somali", "shilling") => "SOS",
        _ => return None,
    })
}

/// The unit of measure that `word` names, by its usual sign.
pub(crate) fn measure(word: &str) -> Option<&'static str> {
    let lower = Folded::of(word);
    Some(match lower.as_str() {
        "kilometer" | "kilometers" | "kilometre" | "kilometres" | "km" | "kms" => "km",
        "meter" | "meters" | "metre" | "metres" => "m",
        "centimeter" | "centimeters" | "centimetre" | "centimetres" | "cm" => "cm",
        "millimeter" | "millimeters" | "millimetre" | "millimetres" | "mm" => "mm",
        "mile" | "miles" => "mi",
        "yard" | "yards" => "yd",
        "foot" | "feet" | "ft" => "ft",
        "inch" | "inches" => "in",
        "acre" | "acres" => "acre",
        "hectare" | "hectares" => "ha",
        "kilogram" | "kilograms" | "kilo" | "kilos" | "kg" => "kg",
        "gram" | "grams" => "g",
        "ton" | "tons" | "tonne" | "tonnes" => "t",
        "ounce" | "ounces" | "oz" => "oz",
        "lb" | "lbs" => "lb",
        "liter" | "liters" | "litre" | "litres" => "L",
        "gallon" | "gallons" => "gal",
        "barrel" | "barrels" => "bbl",
        "pint" | "pints" => "pt",
        "cup" | "cups" => "cup",
        "tablespoon" | "tablespoons" => "tbsp",
        "teaspoon" | "teaspoons" => "tsp",
        "degree" | "degrees" => "°",
        "mph" => "mph",
        "kph" => "km/h",
        "kilowatt" | "kilowatts" | "kw" => "kW",
        "megawatt" | "megawatts" | "mw" => "MW",
        "gigawatt" | "gigawatts" | "gw" => "GW",
        "watt" | "watts" => "W",
        "kb" | "kilobytes" => "kB",
        "mb" | "megabytes" => "MB",
        "gb" | "gigabytes" | "gigabyte" => "GB",
        "tb" | "terabytes" => "TB",
        "mhz" | "megahertz" => "MHz",
        "ghz" | "gigahertz" => "GHz",
        "milligram" | "milligrams" | "mg" => "mg",
        "microgram" | "micrograms" => "µg",
        "milliliter" | "milliliters" | "millilitre" | "millilitres" | "ml" => "mL",
        "kilotonne" | "kilotonnes" | "kiloton" | "kilotons" => "kt",
        "terawatt" | "terawatts" => "TW",
        "volt" | "volts" => "V",
        "kwh" => "kWh",
        "mwh" => "MWh",
        "bushel" | "bushels" => "bu",
        "furlong" | "furlongs" => "furlong",
        "fathom" | "fathoms" => "fathom",
        "carat" | "carats" => "ct",
        "knot" | "knots" => "kn",
        _ => return None,
    })
}
