//! Countries, states, seas and regions, and what belongs to them.

use super::Class;

/// Lists of single words.
pub(super) const WORDS: &[(Class, &str)] = &[
    (Class::Country, COUNTRIES),
    (Class::State, STATES),
    (Class::Place, REGIONS),
    (Class::PlaceNoun, PLACE_NOUNS),
    (Class::City, CITIES),
    (Class::Demonym, DEMONYMS),
    (Class::Demonym, PEOPLES),
];

/// Names of several words, between commas.
pub(super) const PHRASES: &[(Class, &str)] = &[
    (Class::Country, COUNTRY_PHRASES),
    (Class::State, STATE_PHRASES),
    (Class::Place, REGION_PHRASES),
    (Class::City, CITY_PHRASES),
    (Class::Demonym, DEMONYM_PHRASES),
];

const COUNTRIES: &str = "afghanistan albania algeria andorra angola argentina armenia australia \
    austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan \
    bolivia bosnia botswana brazil britain brunei bulgaria burma burundi cambodia cameroon canada \
    chad chechnya chile china colombia comoros congo crimea croatia cuba cyprus czechia \
    czechoslovakia denmark djibouti dominica ecuador egypt england eritrea estonia eswatini \
    ethiopia fiji finland france gabon gambia georgia germany ghana greece greenland grenada \
    guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland \
    israel italy jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos \
    latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macau macedonia \
    madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia moldova \
    monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands \
    holland nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru \
    philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia \
    seychelles singapore slovakia slovenia somalia somaliland spain sudan suriname swaziland \
    sweden switzerland syria taiwan tajikistan tanzania thailand tibet togo tonga tunisia turkey \
    turkmenistan türkiye tuvalu uganda ukraine uruguay uzbekistan vanuatu vatican venezuela \
    vietnam wales yemen yugoslavia zaire zambia zimbabwe u.s. u.s.a. usa us u.k. uk uae u.a.e. \
    ussr u.s.s.r. abkhazia kurdistan";

const COUNTRY_PHRASES: &str = "antigua and barbuda, bosnia and herzegovina, bosnia-herzegovina, \
    burkina faso, cape verde, central african republic, costa rica, cote d'ivoire, côte d'ivoire, \
    czech republic, democratic republic of congo, democratic republic of the congo, \
    dominican republic, east timor, timor-leste, el salvador, equatorial guinea, great britain, \
    guinea-bissau, ivory coast, marshall islands, new zealand, north korea, north macedonia, \
    northern ireland, papua new guinea, republic of congo, saint lucia, san marino, \
    sao tome and principe, saudi arabia, sierra leone, solomon islands, south africa, \
    south korea, south sudan, soviet union, sri lanka, trinidad and tobago, \
    united arab emirates, united kingdom, united states, united states of america, \
    the united states, vatican city, west germany, east germany, people's republic of china, \
    republic of ireland, russian federation, islamic republic of iran, puerto rico, \
    palestinian territories, hong kong, nagorno-karabakh, north vietnam, south vietnam, \
    new caledonia, falkland islands, cayman islands, american samoa, south ossetia, \
    bosnia-hercegovina";

const STATES: &str = "alabama alaska arizona arkansas california colorado connecticut delaware \
    florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland \
    massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma \
    oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming ala. \
    ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. \
    miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. \
    tex. vt. va. wash. wis. wyo. d.c. alberta manitoba ontario quebec saskatchewan nunavut \
    newfoundland queensland tasmania bavaria saxony tuscany sicily catalonia andalusia brittany \
    normandy provence punjab gujarat kerala bihar assam rajasthan maharashtra karnataka sindh \
    balochistan baluchistan kashmir xinjiang guangdong sichuan hunan hubei henan yunnan tibet \
    dagestan ingushetia tatarstan siberia chiapas oaxaca sinaloa guerrero michoacan donbas \
    donbass luhansk sonora idlib anbar helmand kandahar darfur tigray aceh papua java sumatra \
    borneo bali okinawa hokkaido";

const STATE_PHRASES: &str = "new hampshire, new jersey, new mexico, new york, north carolina, \
    north dakota, rhode island, south carolina, south dakota, west virginia, \
    district of columbia, british columbia, new brunswick, nova scotia, prince edward island, \
    new south wales, western australia, south australia, northern territory, uttar pradesh, \
    tamil nadu, west bengal, inner mongolia, baja california, rhineland-palatinate, \
    basque country, north ossetia, north waziristan, south waziristan";

const REGIONS: &str = "africa america americas antarctica arctic asia europe oceania atlantic \
    pacific mediterranean caribbean balkans caucasus scandinavia siberia sahara sahel midwest \
    mideast eurasia eurozone levant mesopotamia himalayas alps andes rockies urals amazon nile \
    danube rhine thames euphrates tigris mekong ganges volga mississippi potomac manhattan \
    brooklyn queens bronx harlem hollywood broadway earth mars venus jupiter saturn moon \
    chernobyl fukushima auschwitz guantanamo palestine downtown everest gaza sinai golan galilee \
    polynesia melanesia iberia benelux indochina patagonia transylvania silesia crimea bosporus \
    hormuz suez";

const REGION_PHRASES: &str = "middle east, the middle east, north africa, west africa, \
    east africa, southern africa, sub-saharan africa, central africa, horn of africa, \
    central asia, south asia, southeast asia, east asia, western europe, eastern europe, \
    central europe, north america, south america, latin america, central america, \
    west coast, east coast, west bank, gaza strip, golan heights, sinai peninsula, \
    silicon valley, wall street, capitol hill, red square, tiananmen square, ground zero, \
    black sea, red sea, dead sea, north sea, baltic sea, caspian sea, mediterranean sea, \
    south china sea, east china sea, yellow sea, arabian sea, aegean sea, adriatic sea, \
    atlantic ocean, pacific ocean, indian ocean, arctic ocean, persian gulf, gulf of mexico, \
    gulf of aden, strait of hormuz, suez canal, panama canal, bay of bengal, great lakes, \
    korean peninsula, arabian peninsula, balkan peninsula, rocky mountains, hudson river, \
    new england, deep south, far east, west end, long island, staten island, south pole, \
    north pole, sea of japan, new delhi, east jerusalem, west jerusalem, temple mount, \
    western wall, guantanamo bay, northern hemisphere, southern hemisphere, bermuda triangle, \
    upper east side, lower manhattan, times square, central park, the hague, the bronx, \
    soviet bloc, pearl harbor, mount everest";

const CITIES: &str = "kiev gorki aleppo homs hama daraa deraa tikrit ramallah hebron jenin \
    nablus bethlehem nazareth tskhinvali srebrenica pristina zagreb sochi lviv kherson mariupol \
    donetsk bakhmut kharkiv odessa odesa chisinau vilnius riga tallinn brussels strasbourg davos \
    lausanne oxford cambridge canberra honolulu anchorage annapolis dover hartford concord \
    albany trenton harrisburg charleston raleigh columbia montgomery jackson tallahassee \
    springfield lansing madison topeka bismarck pierre helena boise olympia salem augusta \
    montpelier bombay calcutta madras peking saigon rangoon leningrad stalingrad constantinople \
    petersburg damascus beirut";

const CITY_PHRASES: &str = "tel aviv, new york city, los angeles, san francisco, las vegas, \
    st. louis, st. paul, salt lake city, new orleans, san diego, san antonio, san jose, \
    fort worth, kansas city, oklahoma city, mexico city, buenos aires, rio de janeiro, sao paulo, \
    st. petersburg, kuala lumpur, ho chi minh city, phnom penh, addis ababa, cape town, \
    abu dhabi, santa fe, baton rouge, little rock, des moines, sioux falls, jefferson city, \
    carson city, santiago de chile, guatemala city, panama city, kuwait city, quebec city, \
    atlantic city, palm beach, west palm beach, long beach, virginia beach, santa monica, \
    beverly hills, port-au-prince, san salvador, san juan, port of spain, hong kong island, \
    washington d.c., grozny, khan younis, deir ez-zor, deir el-zour";

const PLACE_NOUNS: &str = "river lake sea ocean gulf bay strait straits canal mountain mountains \
    mount mt hill hills valley peak desert forest island islands isle isles peninsula cape coast \
    beach port harbor harbour airport airfield street avenue boulevard road highway bridge tunnel \
    park square plaza stadium arena city town village county province district state region \
    territory republic prefecture borough canyon creek falls springs heights reef volcano glacier \
    delta basin castle palace cathedral mosque temple prison jail station tower building memorial \
    cemetery ave blvd cathedral monastery governorate oblast";

const DEMONYMS: &str = "afghan african albanian algerian american angolan arab arabian arabic \
    argentine argentinian armenian asian australian austrian azerbaijani bahraini bangladeshi \
    basque belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian \
    cameroonian canadian catalan caucasian chechen chilean chinese colombian congolese croatian \
    cuban cypriot czech danish dutch ecuadorean ecuadorian egyptian emirati english eritrean \
    estonian ethiopian european filipino finnish flemish french georgian german ghanaian greek \
    guatemalan guinean haitian hispanic honduran hungarian icelandic indian indonesian iranian \
    iraqi irish israeli italian ivorian jamaican japanese jewish jordanian kazakh kenyan korean \
    kosovar kurdish kuwaiti kyrgyz laotian latin latino latvian lebanese liberian libyan \
    lithuanian macedonian malaysian maltese mexican moldovan mongolian montenegrin moroccan \
    mozambican nepalese nepali nicaraguan nigerian nordic norwegian omani pakistani palestinian \
    panamanian paraguayan persian peruvian polish portuguese qatari romanian russian rwandan \
    salvadoran saudi scandinavian scottish senegalese serb serbian sicilian slavic slovak \
    slovenian somali soviet spanish sudanese swedish swiss syrian taiwanese tajik tanzanian thai \
    tibetan tunisian turkish turkmen ugandan ukrainian uruguayan uyghur uighur uzbek venezuelan \
    vietnamese welsh western yemeni zambian zimbabwean islamic muslim christian catholic \
    protestant orthodox buddhist hindu sikh sunni shiite shi'ite alawite druze mormon anglican \
    baptist methodist lutheran evangelical democratic republican communist socialist marxist \
    liberal conservative nazi hebrew roman byzantine ottoman anglo-american texan californian \
    parisian bavarian siberian crimean";

const PEOPLES: &str = "afghans africans albanians algerians americans angolans arabs argentines \
    armenians asians australians austrians azerbaijanis bangladeshis basques belarusians belgians \
    bolivians bosnians brazilians britons bulgarians cambodians canadians catalans chechens \
    chileans colombians croats croatians cubans cypriots czechs danes ecuadoreans egyptians \
    emiratis estonians ethiopians europeans filipinos finns frenchman frenchmen georgians germans \
    ghanaians greeks guatemalans haitians hispanics hondurans hungarians icelanders indians \
    indonesians iranians iraqis israelis italians jamaicans jews jordanians kazakhs kenyans \
    koreans kosovars kurds kuwaitis latinos latvians liberians libyans lithuanians macedonians \
    malaysians mexicans moldovans mongolians moroccans nepalis nicaraguans nigerians norwegians \
    pakistanis palestinians panamanians paraguayans persians peruvians poles romanians russians \
    rwandans salvadorans saudis scots serbs serbians slovaks slovenes somalis soviets spaniards \
    swedes syrians tajiks tanzanians tibetans tunisians turks ugandans ukrainians uruguayans \
    uyghurs uighurs uzbeks venezuelans yemenis zambians zimbabweans muslims christians catholics \
    protestants buddhists hindus sikhs sunnis shiites alawites mormons democrats republicans \
    communists socialists liberals conservatives nazis democrat conservative communist brit brits \
    englishman englishmen irishman new-yorkers texans californians westerners southerners";

const DEMONYM_PHRASES: &str = "south korean, north korean, south african, south koreans, \
    north koreans, south africans, saudi arabian, sri lankan, sri lankans, new zealander, \
    new zealanders, costa rican, puerto rican, puerto ricans, native american, native americans, \
    african american, african americans, latin american, south american, north american, \
    middle eastern, roman catholic, roman catholics, south sudanese, northern irish, \
    east german, west german, central american, east timorese, african-american, \
    african-americans, asian-american, asian-americans, burkinabe";
