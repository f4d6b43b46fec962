//! Words that tell what a name is the name of: titles, callings, heads of organizations.

use super::Class;

/// Lists of single words.
pub(super) const WORDS: &[(Class, &str)] = &[
    (Class::Honorific, "mr mrs ms miss dr sir dame lord lady mme madame monsieur herr"),
    (Class::Title, TITLES),
    (Class::TitleModifier, TITLE_MODIFIERS),
    (Class::Role, ROLES),
    (Class::Particle, PARTICLES),
    (Class::NameSuffix, "jr sr ii iii iv"),
    (Class::OrganizationNoun, ORGANIZATION_NOUNS),
    (Class::CompanySuffix, COMPANY_SUFFIXES),
    (Class::EventNoun, EVENT_NOUNS),
    (Class::Organization, ORGANIZATIONS),
    (Class::GivenName, GIVEN_NAMES),
];

/// Names of several words, between commas.
pub(super) const PHRASES: &[(Class, &str)] = &[(Class::Organization, ORGANIZATION_PHRASES)];

/// Lists of names, one a line; `assets/NOTICE` says where they are from.
pub(super) const LISTS: &[(Class, &str)] = &[
    (Class::GivenName, include_str!("../../../assets/gazetteers/given_names.txt")),
    (Class::Surname, include_str!("../../../assets/gazetteers/surnames.txt")),
    (Class::City, include_str!("../../../assets/gazetteers/cities.txt")),
];

const TITLES: &str = "president premier minister chancellor secretary senator sen representative \
    rep congressman congresswoman governor gov mayor general gen lieutenant lt colonel col major \
    maj captain capt sergeant sgt corporal cpl private pvt admiral adm commander cmdr commissioner \
    marshal brigadier brig king queen prince princess pope cardinal archbishop bishop reverend \
    rev imam ayatollah sheikh sheik emir sultan shah mullah rabbi patriarch professor prof judge \
    justice ambassador speaker chairman chairwoman chairperson director spokesman spokeswoman \
    spokesperson coach attorney chief sheriff deputy inspector detective superintendent officer \
    councilman councilwoman councilor councillor envoy treasurer dictator emperor empress duke \
    duchess baron count countess saint magistrate solicitor prosecutor ceo cfo coo dean manager \
    correspondent editor comptroller pastor mp leader analyst economist undersecretary \
    taoiseach chief-of-staff assemblyman assemblywoman selectman";

const TITLE_MODIFIERS: &str = "prime vice deputy foreign interior defense defence finance former \
    acting first assistant associate attorney chief executive supreme crown lieutenant major \
    brigadier rear master staff senior junior managing general national state federal interim \
    outgoing incoming then ex press prime economic health education trade labor labour justice \
    home environment agriculture transport energy culture information planning security police \
    military army navy house senate opposition democratic republican conservative communist";

const ROLES: &str = "president premier minister chancellor secretary senator representative \
    congressman congresswoman governor mayor general colonel captain sergeant admiral commander \
    commissioner king queen prince princess pope cardinal archbishop bishop imam ayatollah sheikh \
    rabbi pastor priest professor judge justice ambassador speaker chairman chairwoman chair \
    director spokesman spokeswoman spokesperson coach attorney lawyer chief sheriff deputy \
    inspector detective officer envoy prosecutor leader head founder co-founder boss owner \
    executive ceo manager analyst economist scientist researcher doctor surgeon engineer activist \
    journalist reporter editor author writer novelist poet singer actor actress musician rapper \
    artist painter director filmmaker producer comedian player striker goalkeeper midfielder \
    defender forward pitcher quarterback driver champion winner nominee candidate adviser advisor \
    aide lawmaker legislator diplomat politician historian expert strategist banker businessman \
    businesswoman billionaire tycoon entrepreneur investor student teacher resident mother father \
    brother sister son daughter wife husband widow friend dictator ruler rebel militant negotiator \
    mediator counterpart predecessor successor heir official member veteran soldier warlord \
    photographer designer model critic columnist blogger farmer nurse physician psychologist \
    sociologist biologist physicist chemist astronaut pilot vice-president co-chairman";

const PARTICLES: &str = "de van von der den ter da di du del della la le al el bin ibn ben bint \
    abu ul dos arap";

const ORGANIZATION_NOUNS: &str = "ministry department university college institute institution \
    school academy agency administration authority bureau office council committee commission \
    congress parliament senate assembly court bank party union association federation \
    confederation organization organisation foundation fund society league club group \
    corporation company center centre hospital museum library church army navy police guard \
    front movement alliance coalition network news times post journal tribune herald gazette \
    guardian telegraph observer chronicle globe press television tv radio broadcasting airlines \
    airways air motors industries systems technologies software pharmaceuticals laboratories labs \
    partners holdings enterprises international records studios pictures entertainment \
    communications securities insurance service services force forces command corps brigade \
    battalion division regiment team fc united orchestra theater theatre conference exchange \
    board panel tribunal house cabinet government republicans democrats conservatives \
    corps initiative project trust charity consortium cooperative secretariat directorate \
    institutes universities ministries restaurant hotel electric petroleum oil energy steel \
    magazine review observatory militia cartel legion jihad brigades embassy consulate water gas \
    power rail foods capital media housing financial bancorp railway railways";

const EVENT_NOUNS: &str = "war wars cup games olympics prize award awards act treaty agreement \
    accord accords day festival championship championships tournament summit revolution amendment \
    bill law protocol convention plan deal crisis scandal affair trial tour marathon derby fair \
    exhibition expo season series bowl medal index average";

const COMPANY_SUFFIXES: &str =
    "inc corp corporation co ltd llc plc gmbh ag sa nv bv spa ab asa oyj limited bros lp llp kk";

const ORGANIZATIONS: &str = "nato taleban un eu imf wto opec unicef unesco unhcr who fbi cia nsa dea irs fda epa sec fcc \
    fema nasa pentagon kremlin congress parliament senate reuters ap afp bbc cnn nbc abc cbs \
    msnbc pbs npr cnbc espn fox bloomberg interfax tass itar-tass xinhua sputnik anadolu dpa \
    kyodo yonhap upi taliban hamas hezbollah hizbullah al-qaida al-qaeda isis isil interpol \
    europol google apple microsoft facebook twitter amazon netflix tesla boeing airbus toyota \
    honda sony samsung ibm intel oracle cisco enron exxon chevron bp shell gazprom rosneft \
    lukoil aeroflot walmart starbucks mcdonald's disney youtube instagram wikipedia uber airbnb \
    spacex nokia siemens volkswagen bmw daimler renault fiat chrysler ford nissan hyundai huawei \
    alibaba tencent baidu yahoo aol verizon comcast pfizer moderna astrazeneca novartis merck \
    bayer goldman citigroup hsbc ubs barclays nasdaq nyse fifa uefa ioc nba nfl nhl mlb ncaa nra \
    naacp aclu gop asean oau ecb osce iaea oecd brics mercosur ecowas bundestag knesset duma \
    politburo scotland-yard likud fatah mossad shabak kgb fsb gru mi5 mi6 icrc oxfam greenpeace \
    accenture adidas aegon airtel alcatel alcoa aldi alitalia allianz alstom altria amgen \
    anglogold apec aramco areva asics astellas audi aviva axa bae basf baxter bertelsmann bharti \
    biogen blackrock blackstone bloomingdale's bombardier broadcom bridgestone bytedance cargill \
    carrefour casio cemex centrica christie's citibank citic coca-cola codelco cofco comac \
    commerzbank conocophillips costco danone dassault deepmind deloitte dhl dreamworks dropbox \
    dupont e.on easyjet ebay ecopetrol edf electrolux embraer endesa eni equinor ericsson etihad \
    eurostar eurostat evergrande expedia experian fannie fedex ferrari flipkart fonterra foxconn \
    freescale fujitsu gamestop gannett genentech gilead glaxosmithkline glencore goodyear \
    groupon gucci halliburton hasbro heineken hermès hitachi holcim honeywell hormel hulu \
    iberdrola ikea infosys ingosstrah instacart intesa isuzu jpmorgan kawasaki kellogg's kfc kia \
    kimberly-clark kinross komatsu konica kpmg l'oreal lafarge lenovo lidl linkedin lockheed \
    logitech lonmin lufthansa lvmh lyft macy's maersk mahindra marriott mastercard mattel mazda \
    mcdonnell mckinsey medtronic meituan mitsubishi mitsui monsanto motorola naftogaz natixis \
    nestle nestlé netscape newmont nike nintendo nomura norilsk northrop novatek nvidia \
    odebrecht olivetti openai opel palantir panasonic paypal pdvsa pemex pepsi pepsico petrobras \
    petrochina peugeot philips pinterest pirelli porsche posco pricewaterhousecoopers qantas \
    qualcomm raytheon reddit repsol roche rolls-royce rostec rusal rusnano ryanair sabmiller \
    sanofi santander sberbank scania schlumberger seagate securitas severstal shein shopify \
    sinopec skype snapchat socgen softbank sotheby's spotify starlink statoil stellantis \
    stmicroelectronics subaru suncor surgutneftegas suzuki swissair swisscom symantec syngenta \
    takeda telefonica telefónica telenor telstra tesco theranos thyssenkrupp tiktok toshiba \
    transneft trw tsmc tupolev twitch ubisoft unicredit unilever valeant valero verisign viacom \
    vimpelcom vivendi vodafone volvo vtb walgreens wechat wework whatsapp whirlpool wikileaks \
    wirecard wipro xerox xiaomi yamaha yandex yukos zara zillow aaas aarp afl-cio agcom aipac \
    al-arabiya al-ahram al-manar amtrak ansa antifa asio atf azapo belta bjp boj bundesbank \
    bundesrat caltech caricom cdc cdu centcom cern cftc cgt cheka cites comecon comintern cosatu \
    csis csto csu darpa dfb dhs doj dpp efsa efta eib ema epp esa eurocorps europarl eurojust \
    eulex fapsi farc fdic fdp fide finra fmln frelimo frontex fsln gchq gestapo haganah hdz hud \
    icann icao iata icty idf ifc ifor iihf ilo imo inkatha inla interahamwe isaf isesco itu iucn \
    janjaweed jaxa jpl kadima kfor knu kmt kpd kuomintang lapd ldp ltte medef minusma monusco \
    mpla mujahideen-e-khalq nafta nahdlatul ndp nhk nhs nhtsa nimh nist nkvd nlrb noaa norad nrk \
    nsc ntsb nypd oas oecs ofcom ofgem ofsted okhrana opcw otan pasok pdsa petronas pkk plo psoe \
    rcmp renamo rspca rtve saarc sadc sapa savak sdlp sejm sfor sipri smersh solidarnosc spd \
    spdc stasi storting svr swapo syriza telesur tepco tsa tuc tva ucla ukip unaids uncf unctad \
    undp unep unfpa unifil unita unmik unmovic unprofor unrwa unscom usaid usda usgs usoc \
    verkhovna viasat wada wfp wwf yabloko ypg zanu-pf zapu zdf yankees mets phillies orioles \
    dodgers padres astros mariners cubs brewers knicks lakers celtics 76ers cavaliers mavericks \
    timberwolves pacers steelers packers redskins seahawks buccaneers 49ers bengals canucks \
    canadiens bruins blackhawks sabres oilers juventus benfica galatasaray fenerbahce besiktas \
    feyenoord lazio sampdoria fiorentina anderlecht";

const ORGANIZATION_PHRASES: &str = "united nations, european union, european commission, european parliament, european central \
    bank, african union, arab league, world bank, international monetary fund, world health \
    organization, world trade organization, security council, u.n. security council, general \
    assembly, red cross, red crescent, associated press, the associated press, new york times, \
    the new york times, washington post, the washington post, wall street journal, the wall \
    street journal, los angeles times, financial times, white house, the white house, state \
    department, justice department, defense department, treasury department, federal reserve, \
    supreme court, house of representatives, house of commons, house of lords, scotland yard, al \
    jazeera, al-jazeera, fox news, al qaeda, al qaida, al-shabab, boko haram, islamic state, \
    islamic jihad, muslim brotherhood, islamic state group, revolutionary guard, red army, free \
    syrian army, rolling stone, amnesty international, human rights watch, doctors without \
    borders, greenpeace international, general motors, general electric, goldman sachs, morgan \
    stanley, credit suisse, deutsche bank, jpmorgan chase, bank of america, wells fargo, lehman \
    brothers, merrill lynch, procter & gamble, johnson & johnson, at&t, standard & poor's, \
    moody's, nikkei, manchester united, real madrid, liberal democrats, labour party, tory \
    party, republican party, democratic party, communist party, liberal party, conservative \
    party, labor party, tea party, the guardian, the times, the post, the economist, royal dutch \
    shell, u.n., e.u., u.s. congress, u.s. army, u.s. navy, u.s. air force, secret service, food \
    and drug administration, securities and exchange commission, food and agriculture \
    organization, centers for disease control and prevention, national oceanic and atmospheric \
    administration, capitol police, coast guard, national guard, bank of england, bank of japan, \
    tory, tories, abn amro, air canada, air china, air france, air india, air france-klm, al \
    arabiya, al aqsa martyrs brigades, al-aqsa martyrs brigades, alibaba group, all india radio, \
    american airlines, american civil liberties union, american express, american medical \
    association, american red cross, anglo american, archer daniels midland, army of god, arthur \
    andersen, asian development bank, aston villa, atletico madrid, australian broadcasting \
    corporation, ba'ath party, baath party, bank of china, bank of israel, barclays bank, bayern \
    munich, bear stearns, berkshire hathaway, best buy, black lives matter, blackwater usa, \
    bloomberg news, blue origin, booz allen, borussia dortmund, boston globe, boston red sox, \
    bristol-myers squibb, british airways, british broadcasting corporation, british museum, \
    british petroleum, british telecom, cambridge analytica, canadian press, capital one, \
    carnegie mellon, central intelligence agency, charles schwab, chicago tribune, chinese \
    communist party, christian science monitor, coca cola, columbia broadcasting system, common \
    cause, communist party of china, congressional budget office, consumer product safety \
    commission, council of europe, council on foreign relations, credit lyonnais, credit \
    agricole, crédit agricole, customs and border protection, daily mail, daily mirror, daily \
    telegraph, defense intelligence agency, delta air lines, democratic national committee, \
    democratic unionist party, deutsche telekom, deutsche welle, doctors of the world, dow \
    chemical, dow jones, drug enforcement administration, eastman kodak, eli lilly, \
    environmental protection agency, ernst & young, european court of human rights, european \
    court of justice, european space agency, export-import bank, exxon mobil, family research \
    council, fannie mae, farm bureau, federal aviation administration, federal bureau of \
    investigation, federal communications commission, federal emergency management agency, \
    federal trade commission, fianna fail, fine gael, five star movement, food and agriculture \
    organisation, foreign office, forza italia, fox broadcasting, freddie mac, free democratic \
    party, freedom house, gap inc, gates foundation, geological survey, golden dawn, government \
    accountability office, green party, gulf cooperation council, habitat for humanity, harvard \
    university, heritage foundation, hewlett packard, home depot, home office, house judiciary \
    committee, hudson institute, human rights campaign, indian national congress, inter milan, \
    ac milan, as roma, inter-american development bank, internal revenue service, international \
    atomic energy agency, international committee of the red cross, international court of \
    justice, international criminal court, international energy agency, international labor \
    organization, international olympic committee, international organization for migration, \
    international rescue committee, irish republican army, islamic salvation front, jemaah \
    islamiyah, jet propulsion laboratory, jp morgan, j.p. morgan, j.p. morgan chase, johns \
    hopkins, kraft foods, ku klux klan, kurdistan workers party, kurdistan workers' party, \
    latter-day saints, le figaro, le monde, liberal democratic party, likud party, lockheed \
    martin, lord's resistance army, los alamos national laboratory, major league baseball, major \
    league soccer, manchester city, marks & spencer, massachusetts institute of technology, mayo \
    clinic, médecins sans frontières, medecins sans frontieres, metropolitan opera, microsoft \
    corp, ministry of defence, moody's investors service, movement for democratic change, museum \
    of modern art, nation of islam, national basketball association, national broadcasting \
    company, national conference of catholic bishops, national endowment for the arts, national \
    football league, national front, national geographic, national geographic society, national \
    hockey league, national hurricane center, national institutes of health, national public \
    radio, national rifle association, national science foundation, national security agency, \
    national security council, national transportation safety board, national weather service, \
    nippon steel, north atlantic treaty organization, northern alliance, northern league, \
    northrop grumman, northwest airlines, novo nordisk, nusra front, al-nusra front, al nusra, \
    open society foundations, organization of american states, organisation for economic \
    co-operation and development, palestine liberation organization, palestinian authority, \
    palestinian islamic jihad, paris saint-germain, peace corps, people's liberation army, pew \
    research center, planned parenthood, press association, press trust of india, proud boys, \
    provisional ira, quds force, radio free europe, radio liberty, real ira, red brigades, \
    republican national committee, rio tinto, revolutionary guards, royal air force, royal bank \
    of scotland, royal navy, royal society, salvation army, san francisco chronicle, saudi \
    aramco, save the children, shining path, simon wiesenthal center, sinn fein, smithsonian \
    institution, social democratic party, societe generale, société générale, southern baptist \
    convention, southern poverty law center, southwest airlines, standard chartered, stanford \
    university, state duma, state grid, sun microsystems, syrian democratic forces, syrian \
    observatory for human rights, tamil tigers, tata motors, tata steel, tate modern, texas \
    instruments, texas rangers, time warner, times of india, tottenham hotspur, transparency \
    international, transport workers union, u.n. children's fund, u.s. supreme court, u.s. \
    steel, ulster unionist party, ulster volunteer force, union carbide, united airlines, united \
    auto workers, united parcel service, united steelworkers, united russia, universal studios, \
    usa today, virgin atlantic, virgin galactic, voice of america, wagner group, walt disney, \
    warner bros., washington redskins, western union, wikimedia foundation, world food program, \
    world food programme, world meteorological organization, world wildlife fund, world wide \
    fund for nature, yale university, yomiuri shimbun, asahi shimbun, der spiegel, die welt, el \
    pais, el país, la repubblica, corriere della sera, new scientist, new yorker, the new \
    yorker, vanity fair, chicago cubs, chicago white sox, white sox, red sox, blue jays, toronto \
    blue jays, new york yankees, new york mets, new york giants, new york jets, new york knicks, \
    los angeles dodgers, los angeles lakers, golden state warriors, dallas cowboys, green bay \
    packers, san francisco 49ers, new england patriots, pittsburgh steelers, chicago bulls, \
    chicago bears, boston celtics, boston bruins, detroit red wings, detroit tigers, montreal \
    canadiens, toronto maple leafs, philadelphia phillies, philadelphia eagles, atlanta braves, \
    st. louis cardinals, san diego padres, seattle seahawks, miami dolphins, miami heat, houston \
    rockets, houston astros, denver broncos, oakland raiders, cleveland cavaliers, cleveland \
    indians, kansas city royals, kansas city chiefs, washington nationals";

const GIVEN_NAMES: &str = "bashar recep xi narendra sergey sergei volodymyr yasser kofi dmitry \
    khalid kenji shinzo tariq sanjay priya saddam hosni muammar moammar abdel abdul ahmad ahmed \
    mahmoud mohamed mohammad mohammed muhammad osama usama yitzhak shimon ariel ehud binyamin \
    viktor yulia oleksandr mikhail nikita andrei andrey alexei aleksei yevgeny evgeny gennady \
    leonid konstantin ramzan aslan eduard nikolai nikolay vyacheslav vitaly petro slobodan milan \
    zoran radovan ratko goran dragan lech wojciech andrzej krzysztof donald tomasz piotr jaroslaw \
    vaclav milos gyula laszlo gabor istvan zoltan ion nicolae traian boyko atal rajiv sonia rahul \
    arvind amit manmohan imran nawaz pervez benazir asif hamid ashraf abdullah gulbuddin aung \
    thaksin yingluck prayuth suharto megawati joko susilo mahathir anwar rodrigo benigno corazon \
    nguyen jiang hu wen deng mao zhou keqiang jinping jintao zemin jong-un jong-il kim-jong moon \
    park yukio junichiro naoto yoshihide fumio taro akihito naruhito haruki hideo ichiro takeshi \
    hiroshi robert nestor evo dilma luiz inacio jair fidel raul hugo nicolas alvaro andres \
    enrique felipe vicente carlos jacob thabo cyril desmond robert morgan emmerson daniel uhuru \
    mwai raila yoweri meles abiy haile omar salva riek goodluck olusegun umaru laurent felix \
    paul blaise idriss alassane macky abdoulaye jerry ellen gerhard angela olaf friedrich helmut \
    silvio romano matteo giorgia mario emmanuel nicolas jacques francois marine jean-marie \
    jean-claude jose-manuel herman ursula antonio ban boutros javier mariano pedro alexis \
    antonis kyriakos konstantinos tayyip ahmet bulent abdulla ismail ebrahim hassan mahmud ali \
    ayman zayn haider nouri jalal masoud barham moqtada muqtada rafik saad walid nabih michel \
    king-abdullah bandar faisal turki salman naif sultan tamim hamad moncef zine beji kais";
