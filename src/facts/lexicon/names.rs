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

const ORGANIZATIONS: &str = "nato taleban un eu imf wto opec unicef unesco unhcr who fbi cia nsa dea irs \
    fda epa sec fcc fema nasa pentagon kremlin congress parliament senate reuters ap afp bbc cnn \
    nbc abc cbs msnbc pbs npr cnbc espn fox bloomberg interfax tass itar-tass xinhua sputnik \
    anadolu dpa kyodo yonhap upi taliban hamas hezbollah hizbullah al-qaida al-qaeda isis isil \
    interpol europol google apple microsoft facebook twitter amazon netflix tesla boeing airbus \
    toyota honda sony samsung ibm intel oracle cisco enron exxon chevron bp shell gazprom rosneft \
    lukoil aeroflot walmart starbucks mcdonald's disney youtube instagram wikipedia uber airbnb \
    spacex nokia siemens volkswagen bmw daimler renault fiat chrysler ford nissan hyundai huawei \
    alibaba tencent baidu yahoo aol verizon comcast pfizer moderna astrazeneca novartis merck \
    bayer goldman citigroup hsbc ubs barclays nasdaq nyse fifa uefa ioc nba nfl nhl mlb ncaa nra \
    naacp aclu gop asean oau ecb osce iaea oecd brics mercosur ecowas bundestag knesset duma \
    politburo scotland-yard likud fatah mossad shabak kgb fsb gru mi5 mi6 icrc oxfam greenpeace";

const ORGANIZATION_PHRASES: &str = "united nations, european union, european commission, \
    european parliament, european central bank, african union, arab league, world bank, \
    international monetary fund, world health organization, world trade organization, \
    security council, u.n. security council, general assembly, red cross, red crescent, \
    associated press, the associated press, new york times, the new york times, washington post, \
    the washington post, wall street journal, the wall street journal, los angeles times, \
    financial times, white house, the white house, state department, justice department, \
    defense department, treasury department, federal reserve, supreme court, \
    house of representatives, house of commons, house of lords, scotland yard, al jazeera, \
    al-jazeera, fox news, al qaeda, al qaida, al-shabab, boko haram, islamic state, \
    islamic jihad, muslim brotherhood, islamic state group, revolutionary guard, red army, \
    free syrian army, rolling stone, amnesty international, human rights watch, doctors without borders, \
    greenpeace international, general motors, general electric, goldman sachs, morgan stanley, \
    credit suisse, deutsche bank, jpmorgan chase, bank of america, wells fargo, lehman brothers, \
    merrill lynch, procter & gamble, johnson & johnson, at&t, standard & poor's, moody's, \
    nikkei, manchester united, real madrid, liberal democrats, labour party, tory party, \
    republican party, democratic party, communist party, liberal party, conservative party, \
    labor party, tea party, the guardian, the times, the post, the economist, royal dutch shell, \
    u.n., e.u., u.s. congress, u.s. army, u.s. navy, u.s. air force, secret service, \
    food and drug administration, securities and exchange commission, \
    food and agriculture organization, centers for disease control and prevention, \
    national oceanic and atmospheric administration, capitol police, coast guard, national guard, bank of england, bank of japan, tory, tories";

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
