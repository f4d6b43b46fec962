//! Units: of the calendar, of money, of measure.

use super::Class;

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
         coming previous current half once twice q1 q2 q3 q4",
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
    let lower = word.to_ascii_lowercase();
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
        "£" => "GBP",
        "¥" => "JPY",
        "₹" => "INR",
        "₽" => "RUB",
        "₩" => "KRW",
        "₪" => "ILS",
        "₺" => "TRY",
        "₴" => "UAH",
        "₦" => "NGN",
        "A$" | "AU$" => "AUD",
        "C$" | "CA$" | "CDN$" => "CAD",
        "HK$" => "HKD",
        "NZ$" => "NZD",
        "S$" => "SGD",
        "R$" => "BRL",
        _ => return None,
    })
}

/// The currency (ISO 4217) and how many of its unit `word` is worth: "cents" are hundredths of a
/// dollar. Words that name the currency of several countries give the one news means by them.
pub(crate) fn currency_word(word: &str) -> Option<(&'static str, f64)> {
    let lower = word.to_ascii_lowercase();
    Some(match lower.as_str() {
        "dollar" | "dollars" | "dlr" | "dlrs" | "usd" | "bucks" => ("USD", 1.0),
        "cent" | "cents" => ("USD", 0.01),
        "euro" | "euros" | "eur" => ("EUR", 1.0),
        "pound" | "pounds" | "sterling" | "gbp" | "quid" => ("GBP", 1.0),
        "pence" => ("GBP", 0.01),
        "yen" | "jpy" => ("JPY", 1.0),
        "yuan" | "renminbi" | "rmb" | "cny" => ("CNY", 1.0),
        "rupee" | "rupees" | "inr" => ("INR", 1.0),
        "ruble" | "rubles" | "rouble" | "roubles" => ("RUB", 1.0),
        "won" | "krw" => ("KRW", 1.0),
        "peso" | "pesos" => ("MXN", 1.0),
        "franc" | "francs" | "chf" => ("CHF", 1.0),
        "mark" | "marks" => ("DEM", 1.0),
        "lira" | "liras" => ("TRY", 1.0),
        "krona" | "kronor" => ("SEK", 1.0),
        "krone" | "kroner" => ("NOK", 1.0),
        "rand" => ("ZAR", 1.0),
        "riyal" | "riyals" => ("SAR", 1.0),
        "dirham" | "dirhams" => ("AED", 1.0),
        "shekel" | "shekels" => ("ILS", 1.0),
        "baht" => ("THB", 1.0),
        "ringgit" => ("MYR", 1.0),
        "zloty" | "zlotys" => ("PLN", 1.0),
        "hryvnia" | "hryvnias" => ("UAH", 1.0),
        "naira" => ("NGN", 1.0),
        "shilling" | "shillings" => ("KES", 1.0),
        "forint" | "forints" => ("HUF", 1.0),
        "bitcoin" | "bitcoins" => ("XBT", 1.0),
        _ => return None,
    })
}

/// The unit of measure that `word` names, by its usual sign.
pub(crate) fn measure(word: &str) -> Option<&'static str> {
    let lower = word.to_ascii_lowercase();
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
        "carat" | "carats" => "ct",
        "knot" | "knots" => "kn",
        _ => return None,
    })
}
