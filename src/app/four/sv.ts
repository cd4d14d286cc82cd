// Swedish words for a code: everyday things and doings, picked by hand for this list.
// Held by tests: three to seven letters, no two alike on a telephone keypad, none near the mission.

export const list = `
abborre abrupt ackord affisch agenda akacia aktie aktuell album alfabet allmän alpin altan ambra
ampel analog analys ananas anda andel anfang anis anka annan annex annons anrik ansats ansikte
antenn antik anvisa aprikos april arbete areal arena aria arkiv artig artikel artist asfalt
askkopp assiett atlas atom attityd augusti avgift avlång avokado avresa avsikt avstånd avtal axel
backa badrum bagage bagare bageri bagge baka bakgård baksida bakverk balett balja balkong ball
bambu bana band banjo bank bark barock basar batteri bedöma begonia behåll beige bekant belöna
bensin beredd berg beräkna besked beskära bestick bestyr bestå besök betong bevara bidra biff
bigarrå bikini bikupa bila bild bingo biograf bjuda bjälke bjällra björk björn blad blanda blek
blick blid blink blixt block blom blomkål blus blyerts bläck bläddra blåbär blåsa blåst blått
blöja blöt bobin bock bofast bofink bogsera bohem bokföra bokstav bolag boll bollhav bolma bolster
bomull bonde boning bord bordduk borg borr borst botten boule bowling bragd brant brasa bred brev
bridge bringa bromsa brons brosch bruk brun brus brygd brygga brynja bräda brädd bråd bröd bubbla
bubblig buga bugg bukett bukt buljong bulla bulle bunke burk busa busig buskage buske buss butik
butter bygd bygel bygga bygge bylte byrå byta byte byxa byxor bäck bädd bärare bäst bättre bäver
båda båge böjd böna börja cell cement central charm chips choklad cirkel cirkus citat citron cykel
cykla cymbal dagg dalgång dallra damm dans data dator debatt debut degig dekor dela delfin delta
deltid delvis denim dessert diagram dialekt dialog dikt dill dimma dimmig dimpa dingla diplom disk
diskett distans djungel djup docka doft dollar domino domän drag drake drama dras dressin dricka
dricks drift drill drink driva driven drivhus drivved droppe dryck drypa dräkt dröm dubb duett
dugga duka duktig dunder dunge dunk dunsa dusch dvala dvärg dygd dygn dyka dyna dyrbar dålig dåsa
dörr efter egen egna ekollon ekonomi ekorre elbil eldstad elegant element elva emalj emblem enda
energi enhet enig enkel enorm enstaka exakt examen exempel exotisk expert express extra fabel
fabrik facit fackla faktum faktura fall familj fanfar fart fasad fasan faster fest festlig fett
figur fika fikon film filter finger fink firma fiskare fiskmås fixa fjord fjun fjärd fjäril
fjärran flagga flak flamma flanell flaska fleece flera flina flinga flink flit flod flopp flott
fluffig fluga flundra flyg flyta flytt fläck fläder fläkt fläta flöda flöde flöjt fnittra fnysa
fogde fokus forska fotboll foto fotpall frakta fralla fram framtid frank frasa frasig fredag frid
frisk frisör frost frukost frusen frys främre främst fräsch fröjd full fundera fungera furir fyll
fynd fyra fyrtio fälg fält färd färg färja färsk fästa fäste fågel fåtölj följa följd fönster
förare förbi före förmak förse först förut gaffel galopp gamma garage gardin garn garva gasell
gata gavel gedigen genom gest geting getost gilla gips giraff gissa gitarr givare givmild gjuta
glad glans glasbit glasera glass glasyr glesna glida glimt glittra glob glädje gläfsa glänsa
glänta glöd glögg glömma gnaga gnida gnissla gnista gnistra gnola godis godnatt golf golv gorilla
gosa gosig gott grabb gram grand granne gratis gren grepp grill grimas grimma grind gris groda
grodd grov grund grus gryn gryning gryt grädde gräla gräns gräs grön grönkål grönsak guld gulna
gummi gunga gurka gädda gäll gäst gång gård hacka hake halka hallon halm halsduk hamn hand handske
handtag hantera harmoni harpa hassel hatt havre havsvik havtorn heder hektar hela helg helgdag
hemma hemort himmel hingst hink hitta hjord hjort hjul hjälm hjälte hobby hockey holme honung hopp
hopprep horn hotell hovslag hummer humor hund hunger hungrig hurtig husdjur hustak husvagn huva
huvud hyacint hyfsad hygglig hylla hyra hytt häck häfta häger hägg hälft hälsa hämta hänga häpen
härlig hästhov hästsko höja höna höns hörna höst hövlig idrott idyll igel igen igloo ikon import
impuls ingen ingång inköp insekt insida insikt intyg isbana isberg isbit isbjörn isglass isig
iskall ivrig jacka januari jasmin jeep jobb jogga jolle jubel jubla julbock julgran juli julros
juni just justera jycke jämför järn järnväg jäsa jäst jätte kabel kabin kackla kaffe kaja kajuta
kakao kakel kaktus kalas kalk kalsong kamel kamera kamin kammare kamrat kana kanot kaos kapp karda
karg kartong kassa kasse kastanj katalog katt kavaj kavel kaviar kavla kejsare kennel keramik kika
kilo kilt kimono kind kiosk kisel kittel kittla kiwi kjol klack kladda klampa klan klapp klar
klase klaver klia klick klient klimat klinga klippa klister klistra kliv klocka klot klottra klubb
klump klunga klunk klyfta kläder klämma klänga klättra klöver knacka knapp knapra knaster knastra
knipa knippe knix knop knorra knotig knott knubbig knut knyta knyte knäck knåda koala kobolt kofta
koka kokbok kokos kolasås kolibri koll kollega komma kompass kompis kompott konfekt konsert konst
kontor kopia kopp korall kork korn korrekt korsord kort kosta kostym kotte krabba kraft krage kran
krasch krasse kratta krav krets krispig krita kritik krok krona kruka krulla krullig krusa krusbär
krusig krut krydda kryp kryss kräfta krämig kräva kråka krögare kröka kubb kubik kudde kugg kuling
kuliss kull kultur kund kupa kupol kupong kurva kusin kuttra kuvert kvadrat kvar kvick kvist
kvitter kvitto kvittra kväde kväll kylskåp kägla käke kälke källa känga känguru känsel kärl kärna
kåda kålrot köld köpa körsbär labb ladda laga lager lagra lagun lagård lakrits lampa lastbil lava
leda ledig ledning leja lejon lekfull leksak lektion lera lerig lerkärl lexikon ligga likna lilja
limpa lina linda lingon linje linne lins list liten liter litet ljud ljummen ljung ljusblå ljuv
lock lodjur loft logg logisk lokal loppa loppis lova lovlig luft lugn lukt lunga lunka luta
lutning lycka lycklig lydig lyfta lykta lyra lysande lyse lyssna lyster lyxig läcker läder läge
lägga läkt lända längd länk lärare lärd lärka läte lågmäld lång långsam låtsas löda löfte löna
lönn lönsam lördag lövträd macka magi magnet mahogny mala mammut mandel mangel mango mantel
manuell mapp maraton mark marmor marsvin maskin maskros massa mast mata match matsal matsäck matt
maximal medalj medel mejeri mejl mejsel mellan melodi melon mening meny messa metall meter mila
mild miljon mima mimosa mineral minne minska minst mint minus minut missa mist mitt mixa mixer
mjuk mjöl modell modig mogen mogna moln moment moms moped mopp morgon morot morra morse morän
mosaik mossig moster motell motion motor motto mugg mule mull multna mumla mummel munk munter mura
museum musik muskot mussla must mutter mygg mylla mynning myra myrten mysig mystisk mäktig mängd
märka märke mässing mästare mätare målbur måltid månad måndag måne månsken mård möbel möblera
mögel möjlig mönster mört möta nagel nagga nalla nalle namn nation nattlig navel nektar nere
nervig nervös netto nick nisch niva njuta noga noll nomad nord norm noter notis nudel nudlar
nummer nyans nyfiken nyhet nyligen nylon nynna nypon nyss nysta nytt nyår näbb näckros näpen nära
näring näsduk nässla nästa näve någon nöjd objekt ocean också odla odling ofta olik oliv olja
omega omslag omtanke omöjlig onsdag opal optik optisk orange ordbok orden ordning oregano orka
orre orsak ostbit ostron osäker ozon pack paddel paddla paket palats palett panda panel panna
panta panter papp paprika para park parkera parkett parti passa passion pasta pastell paus peka
pelikan pendel pengar penna pensel peppar perfekt period persika petunia piano piga pigg pika
pilot pimpla pingis pingla pinne pipa pirat pirog pistage pizza pjäs placera plage plagg plan
planera plask plast platan plats platt platå plocka plog plommon plugg plumsa plus pluta plym
plåster plåt poesi poet pokal polera polka polska poppa poppel populär porslin portion posta poäng
prakt prat present press prick princip prins pris privat problem produkt profil program projekt
proper propp prosa prosit prov pryda prydlig pryl präktig publik puck pudding pudel puder pudra
puff pulka pulsa pulver pump punkt purjo purpur pussel pussla puttra pynt pyramid pyssel pyssla
päls pärla pärm päron påfågel påle pålägg påminna påse rabatt rackare radera radie radio raka
rally rama rand rang ranka rapport rast rastlös ratt ravin reda redig redo redskap refräng regel
regent region regla regn reklam rekord rektor relief rengöra renhet rening rensa repa repris
resenär reserv rest retur revy ribba rida riddare ridhus riklig rikta riktig rimlig rimma ring
rispa rista rita ritning robot rock rodd roddbåt rodel roder rolig roll roman romb ropa rosett
rota rubin rubrik rucka ruckel rugby runsten rusa rusk russin rusta rustik ruta rutig rutin ryck
rygg rymd rymlig rytm rädisa räkna räta råda rådig rådjur råtta röda rödbeta rödhake rödkål rödlök
rönn rönnbär sadel saffran saga sagobok sagt sakta salami saldo sallad salong salt salut samling
sammet samovar sampel samtal samtid sandal sann savann schack schal schampo schema scout seger
segling sekel seldon selleri semla senap sent serie servett servis siden sidled siffra signal
signera sikt silke sill silver simhall simpel sitta sjal sjua sjunga själv sjöbod sjögräs sjöhäst
sjösten skall sked sken skick skida skidor skiffer skifta skifte skimra skina skinka skinn skippa
skiss skiva skjorta skjul skopa skor skotta skovel skrapa skratt skred skrift skrin skriva skrot
skrubb skruv skryta skräda skräp skuggig skum skura skutt skyffel skyffla skylt skynda skälla
skämma skänk skärm skärp skåda skåra skölj skönhet skörd sköta slalom slang slev slinga slingra
slip sliten slott sluka slump slurk slut slägga slända slänga slöjd smack smart smek smeta smicker
smida smidig smil smink smita smoking smula smutsig smycke smyg smält småkaka småprat smör smörgås
snabb snacka snappa snar snegla snett snickra snigel snirkel snitt snoka snopen snorkel snubbla
snudda snurra snut snygg snäll snöboll snöig snöplog snöra snöre snöskor social socker sockra sola
solbad solhatt solist solo solros solstol sommar sopor sopran sortera sovsäck spade spak spann
spant spara sparris sparsam sparv spatel spegel spegla spel spenat spets spett spik spill spindel
spinna spira spola spole sport spray spricka sprida spring språk språng spröd spurt spänd spänna
spänne stab stack stad stall stam stanna stark start stat station stava stearin steg stek stelna
sten stenhus stenmur steppa stick stift stig stil stim stjälk stjärna stock stol stoppa stork
storlek storm strand strass streck stril strimla strimma stroke strumpa strut sträck sträva stråla
strö studera studie studio studs stund stycka stycke stygn styra styre styrka styrman städa ställa
stämpel stämpla stänga stängel stänk stärka stånd stödja stön stöta stövel suga sula sultan summa
summer sunnan surfa surr svag svamp svar svep svets svett sving svira svischa sväng svärma sydlig
syfte sylt symbol symfoni syna syrlig sysslor system säker sälg sälja sällan sämre sändare säsong
säte sångare sömnig söndag sönder tabu tack tacksam tadel tagg tajma takt tala talg tall tallrik
tand tanga tangent tango tank tant tapet tapp tavla taxa taxi teater tecken tegel tejp teknik
tekopp telefon tema tempo tenn tenor teori term terrass terräng test text tidig tidning tidvis
till tillsyn tillägg timjan timma tina tindra tipp tisdag tistel titel tjuga tjugo tjäder tjäna
tjära tjärn toalett toffel tofs tolk tolv tomat tomt tona tonfisk topp torg torka torn torsdag
torsk total trafik tragedi trall trampa trana trappa trasa trassel trast tredje trend trettio
trevlig trilla trimma trio trippa trivas trivsam trofast trogen trohet trolig troll trombon tron
trots trumf trumma trumpen trumpet tryck tryffel träda träff träning träsked tråd tråkig trång
tröja tröska tröskel trött tuba tuff tugga tull tumla tumme tundra tung tupp turist turkos tusen
tvivel tvätt tvål tweed tycka tycke tyda tydlig tygel tygla tyll tyngd typisk tyst täcke tälta
tända täta tätort tävling tågresa tågspår tålamod tålig tång tårta töcken tömma törnros törst udda
uggla ullgarn undan under undra undre ungdom unge ungefär uniform unik union uppdrag uppe urna
urtid urval utgång utsikt vacker vackla vadd vagga vagn vaken valfri valla vallmo valnöt vals
valör vana vandra vanilj vanlig vann vante vara vardag varg variant variera varje varm varsam
varsel vart varuhus vask vatten vattna vedbod vedträ ventil veranda verb verk vers veta vete vett
vicka vida vide vidga vifta vika vikt vild vilja vilsam vilse vilstol vimla vimpel vinbär vind
vinge vink vinst vinter violin vira virka virrig virvla visdom vissla vissna vita vitamin vitlök
vits vokal volym vrak vrida vykort väder vägkant vägkors vägskäl vänskap vänta värme väska västan
väster väte växla växt växthus våffla våga vågrät våning yacht ylle ymnig ympa yngre yoga yoghurt
yrke ytlig ytter yttra yvig zebra zenit zink ägare äggröra äggula äkta äldre äldst ämne ände ändra
äpple ärende ärlig ärta även äventyr åder ånga ångbåt åren årsring årstid åska åskmoln åsna återse
åtta åttio ödmjuk öken ömsint önska öppen öppna öring örngott öster östlig övning övre
`
