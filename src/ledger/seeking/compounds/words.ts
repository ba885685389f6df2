/**
 * Words of four to fourteen letters that stand alone, in lower case, in the annotated letters of `gold/letters` (2026-11): nobody's list, only
 * what those letters hold, without accents. Another list gives other parts: then `EDITION` in `../passages.ts` goes up.
 */
export const words = `
  aanbesteding aanbeveling aanbevelingen aanbied aanbieden aanbieders aanbieding aanbod aandacht aandeel aandelenbelang aandienen
  aandringen aaneengesloten aangaan aangaf aangeboden aangeduid aangegeven aangehaalde aangehouden aangekondigd aangelegd aangemerkt
  aangenomen aangepast aangepaste aangeraden aangeschaft aangescherpt aangesloten aangetroffen aangewezen aangezien aangifte
  aanhangig aanhangige aanhouden aanhouding aanhoudingen aanhoudt aankondigen aankoop aanlandingen aanleiding aanleveren aanloop
  aannames aannemen aanpak aanpakken aanpassen aanpassing aanpassingen aanslag aansluit aansluitend aansluiting aansprakelijk
  aanspraken aanspreekpunt aanstaande aantal aantoonbaar aanvaard aanval aanvallen aanvallers aanvoer aanvraag aanvragen aanvragers
  aanvullende aanvulling aanwezigheid aanwijzen aanwijzing aanwijzingen aanzet aanzien aanzienlijk aanzienlijke aardmetalen able
  about above accede accepteren acht achten achter achtergrond achterhaald achterwege achtte achttien actief actielijn actielijnen
  actieplan acties action activiteiten actor actoren actualisatie actualiseren added additional adopt adopted advice advies
  adviesteam adviseren advisering advisory afgebouwd afgedaan afgeeft afgegeven afgekondigd afgelopen afgenomen afgerond afgesproken
  afgestemd afgewezen afhankelijk afkomstig aflezen afloop afnemers afpersing afronden afschaffing afschrift afspraak afspraken
  afstand after aftrek afwachten afwachting afweging afwerpen afweten afzetten afzienbare afzonderlijk afzonderlijke again against
  agenda agendeer agenderen aggravate aggregaten agreement agreements ahead aimed aircraft aldaar aldus algemeen algemene alhier
  aligning allang alle alleen alles allows already alsmede alsnog also alternatief altijd ambassade ambitie ambtgenoot ambtgenoten
  ambtsbericht ambtshalve amended amfibische amount ampel analyse ander andere anderen anderhalf andermaal anders ankers ankerspoor
  annex annexed announced annual another answer answers antwoord antwoorden anything apart apparaat apparatuur appear apply
  appreciatie approach april arbeidsmarkt arbeidsplaats archief arrangement article artikel aside asielketen asielstromen
  asielzoekers asked aspecten assessment assets assist attached attempts attend attributie augustus autoriteiten autumn available
  avond bakkerijen ballingschap ballonnen band banden banken barakken based basis basisonderwijs beantwoord beantwoorden
  beantwoording bebouwd bebouwing because become bedient bedoelde bedrag bedreigde bedrijf bedrijfsarts bedrijfsartsen bedrijfsklaar
  bedrijfsleven bedrijven bedroeg beeindigd beeindiging beekdalen beeld beeldvormende been before begeleiding begin beginnen
  beginsel begint begrepen begrijpelijk begrip begroot begroting begrotingen begrotingsjaar behalf behandeld behandelduur behandelen
  behandeling beheerste beheert behoeft behoefteraming behoeve behoeven behoort behoren behouden behoudens behulpzaam beide beiden
  being bekeken bekend bekende bekendgemaakt bekendmaken bekendste beklonken bekostigd bekostigen bekostiging beland belang
  belangstelling belasten belasting belegd belegt beleid beleidsbesluit beleidsplan beleidsreactie beleidsregel belemmeringen bellen
  belofte belonen beloofd beloofde bemensen bemenst bemiddelt bemonsteren benadeling benadrukten benen benodigde benoemen
  benoemingen bent benut benutten beoefend beoordeeld beoordeelt beoordelen beoordeling beoordelingen bepaald bepaalde bepalen
  bepalingen beperk beperken beperkende beperking beperkt beperkte bepleiten beproeven beraad beraadt beraden beregening bereid
  bereikbaar bereikbaarheid bereikt bereikte berekenen berekening bergingen bericht berichten beroep beroeps beroepsziekten berust
  beschadigd beschadigingen beschermd beschermen bescherming beschikbaar beschikbare beschikken beschikking beschikt beschouw
  beschreef beschreven beseffen beslis beslissen beslissing beslist besloten beslotenheid besluit besluiten besluitvorming besmette
  besmetting besmettingen besprak bespreking bestaan bestaande bestaat bestand beste besteding besteed bestelling bestemde
  bestemming bestrijden bestudeerd besturen bestuur bestuurders bestuurlijke betaald betaalde betaling betaversie betekenen betekent
  beter betere betreffende betreft betrekken betrof betrokken betrokkenen between bevat beveelt beveiligen beveiliger beveiligers
  beveiliging bevelen bevestigend bevinding bevindingen bevoegdheden bevoegdheid bevolking bevorderen bewaken bewakers bewaking
  bewakingspool bewaring beweegbare bewijst bewindvoerders bewoners bezetting bezie bezien bezig bezoek bezoeken bezwaren bied
  bieden biedt bijbehorende bijdraagt bijdrage bijdragen bijeen bijeenkomst bijeenkomsten bijgeschoold bijgevoegd bijgevoegde
  bijlage bijna bijstand bijzonder bijzondere bill bindend binnen binnengekomen binnenhavens binnenkort biociden biotechnologie
  bioveiligheid blad bladzijde blame blauwtong bleek bleken blijf blijft blijken blijkt blijven blijvende blokkade blood bodem
  bodemonderzoek boeren bollenteelt bondgenoten bonus borduur borg borgen both bouw bouwen bouwplaatsen bouwt boven bovendien
  bovengrens bracht branche brandstichting brandstof brandstoffen brandweer brandweerzorg breached breakdown breder bredere breid
  breiden breidt breng brengen brengt brief brieven brigade bring bron brug bruggen buddyzorg budget buffer buigen builds built
  buiten buitenlandse buitenlocaties bundelt bureau burgemeester burgemeesters burger burgerforum burgers buurlanden buurregio
  buurtbatterij buurtbewoners cabinet called calls camera campagne campagnes cannot capaciteit care carried carry case cases
  catastrofaal catastrofale catastrophic categorieen caught caused central centrales centre centrum certificering changed chapter
  chartaal chauffeurs chips chronisch chroomhoudende cijfers circa circuit circulate circuleren circumvention claim clienten code
  coercion colleagues collectieve collega college collegebesluit colleges combinatie coming commandant commandanten commando
  commissaris commissie commissiedebat committed committee common communicatie communication companies complete completed complexe
  compliance concluded conclusie conclusies conclusion confidential connected connection consequences consider consideration
  considering considers constateert constaterende consular consultatie consultation consulted contact contacten contactpunt contain
  contant context continentaal continue continuiteit contouren contourennota contract contracten contrast controle controlelijst
  controleren controles controls convenant coordinator coordineert copy coronaperiode coronatijd corresponding corridors corrigeren
  could count countries course criminele crisis crisisplan crisisregeling crisisteam critical critici current cyber cyberaanval
  cyberaanvallen cybersecurity daalt daar daaraan daarbij daarentegen daarin daarmee daarna daarnaast daarom daaronder daarop
  daarover daartoe daarvan daarvoor daders dagelijks dagen dakdekker dakloos daling dank dankzij dashboard data date dateert datum
  deadline dealt debat debate december decentraal decide decided decree deed deel deelde deelnemen deelnemende deelnemer deelplan
  deels deelt defensie definitieve dekking dekkingsplan dele delen deliver demissionair democratische denk denkbaar denkt depend
  dependence dependencies depots derde derden dergelijke derhalve derogation dertien dertig description desgewenst designate
  designation desinformatie desk destijds detectie detentie deze dezelfde diaspora dichtbij dien dienen diens dienst diensten dient
  diep diepe dieper dieren dierziekten diesel difference digitaal digitale digitalisering dijkdoorbraak dijkverlegging diligence
  diplomatic directe directive discuss discussed disinformation dispute disruption ditmaal diversen doch dodelijke doelen doelgroep
  doelstelling doelwit doelwitten doen does doet door doordat doorgaat doorgeleid doorgeleiden doorgelicht doorgerekend doorgesneden
  doorgeven doorgevoerd doorlichting doorlooptijd doorlooptijden doorrekenen doors doorstroom doortrekkende doorvoer doorwerken
  doorwrochte dossier dossiers doubt down draagbare draagt draaiboek draaiboeken draft dragen dreiging dreigingen dreigingsbeeld
  drie driehonderd dringend drinkwater droeg droge drogere drone dronedetectie drones dronetijdperk drong droogte druk druppel
  dubbele duidelijk duidelijkheid duizenden duly duren during duur dwangsom dwangsommen dwingende dwingt earlier early echter
  economic economische editie edities eenheden eenheid eenling eenmalige eens eenzijdig eerder eerdere eerst eerste eerstvolgende
  eeuw effect effectentoets eieren eigen eiland eilanden eind eindadvies einde eindelijk eindlijst eindrapport eisen elders
  electricity elektriciteit elektronische elkaar elkaars elke elsewhere emplacement employers enclosed energie energieprijzen
  energiepunt energy enig enige enigszins enkele enten enters entiteiten entities entry equipment eraan erin erkentelijk ermee
  ernaar ernst ernstig ernstige ernstiger erop ertoe ervan ervaringen ervoor escalatie essential establish establishment eten euro
  eurocent evacuation evaluate evaluatie evaluatiekader evaluation evalueren even evenals eveneens evenementen evenmin eventuele
  evenwel evenwicht every examined examining example exception exchanges exemplaar exercise existing expect expected experience
  expert explain exploitant exploitanten export exportcontrole exports extend externe extra fabrikant factor faillissement
  familieleden fase faseren februari feitenrelaas fiche fifth financieel financiele financier financiering financiert financing
  findings first fiscaal fiscale five flank flexibele flooding fluids follow follows fonds food fora force foreseen formatie forward
  forwarding found four fourteen fractie framework fregatten frequent frequenties from frozen fully functies functioneren fundering
  funds further fuseerden fusies fusietoets fysieke gaan gaande gaarne gaat gallium gang garanderen garantie gasjaren gasopslagen
  gasprijzen gastgezinnen gastlandsteun gauw geacht geactiveerd geactualiseerd geadviseerd geaggregeerd geannoteerde geantwoord
  geavanceerde gebeurd gebeuren gebeurt gebeurtenissen gebied gebieden gebleken gebleven geboden geboorten geborgd gebouw gebracht
  gebreke gebruik gebruikelijk gebruikelijke gebruiken gebruikmaken gecombineerd geconcludeerd geconsulteerd gecoordineerde gedaald
  gedaan gedacht gedachte gedachten gedane gedebatteerd gedeeld gedeputeerden gedetineerden geding gedrag gedragen gedragscode
  geduid gedupeerde gedurende geef geeft geen geenszins geest geevalueerd gefinancierd gegaan gegeven gegevens gegroeid gegund
  gehaald gehandhaafd geheel gehele gehinderd geholpen gehoord gehouden geinformeerd gekeken gekluisterd gekomen gekopieerd gekost
  gekozen geld geldautomaten gelden geldt geleden geleegd gelegd gelegen gelegenheid geleid geleverd gelijk gelijkblijvend gelijke
  gelijkgestemde gelijkgezinde gelijkluidend gelijktijdig geluid gemaakt gemaakte gemalen gemeenschap gemeenschappen gemeente
  gemeenten gemeenteraden gemeld gemengd gemeten gemiddeld gemiddelde gemoederen geneesmiddelen generics genoemd genoemde genomen
  genummerd geoefend geoordeeld geoorloofd geopolitiek geopolitieke geplaatst gepland geplande gepleit gepubliceerd geraadpleegd
  geraakt geraamd gereageerd gerechtshof gereed geregeld gerelateerde gereserveerd gericht gering geruimd geruime gerust geruststelt
  geschiedt geschikt geschreven gesignaleerd geslaagde gesloten gespeeld gesprek gesprekken gesproken gestaag gestand gestart
  gestegen gesteld gestelde gestreefd gestuurd getal getekend getoetst getreden getroffen geuit gevaar gevaarlijke gevaccineerde
  geval gevallen geven gevergd gevoegd gevoerd gevolg gevolgd gevolge gevolgen gevonden gevraagd gevraagde gevuld gewaarborgd
  gewaarschuwd geweldgebruik gewerkt gewezen gewijzigd gewijzigde gewisseld gewond geworden geworven gezamenlijk gezamenlijke gezegd
  gezet gezond gezonden gezondheid gids gijzeling gijzelsoftware ging gissen gives glad glitter goed goede goederen goedkeuring
  goedkoper gone gouden government graag graanvoorraden graden gram grata graven gremia grens grensbewaking grensgemeenten
  grensprocedure grensstreek grensverkeer grenswaarde grenzen grijpen groei groeit groep groet grond grondgebied grondslag grondstof
  grondstoffen groot grootschalige grootste grote grotendeels groter grotere ground grow grown guidance gunstig gunstiger haalbaar
  haar hadden halen half halfgeleiders halfjaar halfjaarlijks halverwege hand handboek handbook handel handelsattache handelsbeleid
  handen handhaving handreiking hang hangt hapert hard have haven havenbedrijven havengemeenten havens havenschap health hebben hebt
  hecht hechten heeft heel heer heffing held helder hele helft hennen hereinafter herfstreces herhaal herhaalde herhaaldelijk
  herhaling herijken herijking herijkt herinner herinnerde herkomst herleiden heropenen heropening heroverwegen herstel hersteld
  herstelplan herstelplannen hersteltijd hervatten herzien herziene herziening herziet hetgeen hetzelfde hielden hier hierachter
  hierbij hierin hiermee hierna hiernaar hiernavolgende hieronder hierop hierover hiervoor high hitte hittebelasting hittegolf
  hitteplan hittestress hitteteams hoeveelheid hoeven hoge hoger hogere hold honderd honderdduizend honderden hoofde hoofdlijnen
  hoofdstuk hoog hoogleraar hoogpathogene hoogste hoogte hoogwaardige hoogwater hoop hoopt hoorde hoort hope hopen hospital
  hospitals host houdbaar houden houders houdt hours houtwerkplaats https huidige huis huisartsen huishoudens huisvesting
  hulpdiensten hulpmiddelen hybride idee idem ieder iedere iets ijzeren immediately immers impact implementation implications
  importance importterminal inbreng incident incidenten include inclusief increasingly indeling independent inderdaad index
  indicated indicatoren indien indienen indiener indiening individueel individuele industrie industriele industrieplan industry
  infectieziekte inform informatie informatiepunt informed informeer informeerde informeert informele informeren infrastructure
  infrastructuur infringement infusion inga ingaan ingaat ingang ingediend ingeeft ingegaan ingelicht ingeregeld ingericht ingeruimd
  ingeschaald ingeschat ingesteld ingestemd ingetrokken ingevoerd ingevoerde ingevolge ingezet ingezetenen ingezonden ingrijpen
  inkoop inkoopbeleid inlichten inlichtingen inmenging inmiddels innovatiebox innovatieve inricht inrichten inrichting inrichtingen
  inroosteren inschatting inschrijvers inschrijvingen inspannen inspanning inspecteurs inspectie inspecties inspectors instaan
  installatie instellen instellingen instemming instituut instroom instructive instrument instruments integraal integrated
  integriteit intelligence intelligentie intend intends intensive internationale interne intimidatie intimideren into introduced
  intussen inval inventariseert inventariseren investeringen invloed invoer involved invulling inwoner inwoners inzage inzake inzet
  inzetten inzichten isotopes item jaar jaarlijks jaarlijkse jaarrapportage jaarverslag jaarwisseling januari jaren jeugddetentie
  jihadistische joint jonger jongste journalisten judgment juist juiste juli juni juridisch juridische kaart kabelbreuk
  kabeleigenaren kabels kabinet kabinetsvisie kader kaders kamerstuk kans kansen kant kantoren karakter kavels kazerne kazernes keep
  keeps keerzijde kenmerk kennis kennisgenomen kennisneming kennissen kennisverlies kent keringen kern kerst kerstreces keten ketens
  keuring keuze keuzes kieskringen kiest kiezen kijken kilometer klaar klein kleinbedrijf kleine kleiner kleinere kleinschalige klem
  klemmend klimaatschade klimaatwet klinieken klopt knelpunt koelvesten koers kolencentrales komen komend komende komt kondigde
  koninklijk koppel koppelingen korpschef kort kortdurende korte kost kosten kostendekkend kracht krapte krijgen krijgsmacht krijgt
  krimp krimpmaatstaf krimpregio kritieke kritisch kubieke kunnen kunstmest kunststof kunt kwam kwantumchips kwart kwartaal
  kwetsbaarheid kwetsbare kwijt laat laatste laatstelijk laboratoria laboratorium lacked lage lager lagere laid lanceren land
  landbouwgrond lande landelijk landelijke landen landmacht landsadvocaat lang langdurige langer langere langjarige langs lasten
  laten later latest leden leefomgeving leegstand leemte leemten leenbeleid leent leerlingen leerpunten leesbaarheid leesbare left
  legal legde leges legesregister leggen leghennen legislation legt leiden leiding leidraad leraren lerarentekort letter letters
  level leven levensbehoefte leverancier leveranciers leverbaarheid leveren levering levert lezen lichaam licht lichten lidstaten
  liefst liep lies liever life liggen ligt lijden lijn lijnen lijst lijsten like likely list lithium locaties logistiek lokaal
  lokale loket loonsteun loop loopt lopen lopende losgeld loskoppeling lossen lost lozen lozingenteam lucht luchthavens luchtruim
  luchtvaart luchtverkeer luidt lukken lukt maak maakindustrie maakt maal maand maandag maandelijks maandelijkse maanden maar maart
  maat maatregel maatregelen made magnesium magneten make maken manage mandate manufacturers maps marge marine markedly market markt
  markten marktpartijen masks massaal mate materieel matig matter matters maximaal maximale maximeren maximumboete means measure
  mechanisme mede mededeling mededelingen medeoverheden medewerker medewerkers medical medicine medicines medio medisch meedelen
  meegerekend meegewogen meen meende meenden meer meerderheid meerjarig meerjarige meest meeste meetapparatuur meetcampagne meeting
  megawattuur meld meldcode melden melding meldingen meldkamer meldplicht meldpunt meldt members memorandum memorie mening mens
  mensen merk merkbaar merken meter meters methoden methodiek meting metingen mevrouw microplastics middagsluiting middel middelen
  middelgrote might migratie mijlpaal mijn militair militaire miljoen miljoenen millimeter million minder minderjarigen
  minimumaandeel minister ministerial ministerie ministeriele ministerraad ministers ministries ministry minste missie missions mits
  mobiele mobiliteit model modernisering moedertaal moet moeten moge mogelijk mogelijkheden mogelijkheid mogen mogendheden
  mogendheid moment momenteel mondelinge month months more moreover most motie moties motion much multilaterale munitie must mutual
  naar nabij nabijheid nacht nachten nachtkijkers nachtredacteur nadat nadelen nadenken nader nadere nagaan nagekomen nageleefd
  nagenoeg najaar nalaten naleving namen namens naslaan nasleep natief nationaal national nationale natuurbrand natuurbranden
  natuurtoets nauw nauwelijks navolgende navraag nctv neem neemt neer neergelegd neerslag neerslagtekort negen negentien negentig
  neighbours nemen neodymium netbeheerder netbeheerders netwerk network niemand niet nietgebleken niettemin nieuw nieuwbouw nieuwe
  nieuws nimmer niveau nodig nodige nodigen noemen nood noodcapaciteit noodfonds noodgevallen noodleiding noodopvang noodplan
  noodprocedures noodrantsoenen noodscenario noodstroom noodvoorraad noodvoorraden noodwetgeving noodzaak noopt noordelijke noorden
  norm normen nota notably nothing notification notificeer notified notify notitie november number nummer nummers objecten objective
  obligation obligations observations occasion ochtend oefenen oefening oefent oefenterrein oefenterreinen officials offline
  offshore ogen oktober ombudsfunctie ombudsman omdat omgaan omgegaan omgeslagen omgevingsplan omgezet omheining omleiding ommekomst
  omroepen omtrent omvang omwonenden omzetten omzetting onafhankelijk onafhankelijke onbeheersbare onbemande onbeperkt once onder
  onderaannemers onderbouwen onderbreking onderbroken onderdelen ondergebracht onderhandeld onderhandelen onderhoud onderhouden
  onderkend onderliggende onderlinge ondermijnende onderneem onderneemt ondernemingen onderschreven onderschrijf onderstaand
  ondersteund onderstreept onderteken ondertekend ondertekenden ondertussen onderwerp onderwerpen onderzeese onderzocht onderzochte
  onderzoek onderzoeken onderzoekers onderzoekt ongeval ongevallen ongeveer ongewijzigd onherroepelijk onklaar onlangs online only
  onmiddellijk onmiskenbaar onomstreden onrust onrustige ontbiedt ontbreekt ontheemden ontheffing ontheffingen onthouden ontleend
  ontraden ontruimd ontslaat ontslag ontsluiten onttrekking ontvangen ontvangst ontvangt ontving ontwerp ontwerpbesluit
  ontwerpprofiel ontwikkeling ontwikkelingen ontworpen ontwrichting onveranderd onverkort onverminderd onverwijld onwards onwel
  onwelwillend onze oordeel oorzaak oorzaken oosterlanden oostflank opbrengst opdat opdracht opdrachtgevers opduiken open openbaar
  openbaarheid openbare openen opengaat opengebroken opengesteld openstaande openstellen opent operaties operation operational
  operationeel operationele opgave opgebouwd opgeheven opgehoogd opgeleverd opgelopen opgenomen opgericht opgeroepen opgeslagen
  opgesteld opheffen opheffingsnorm ophokplicht opinion opkopen oplegt opleiding opleidingen oplevering oplopen opmerking opmerkte
  opnemen opnieuw opportuun oprichting opriep oproep oproept opschaling opslaan opslag opsomming opstellen opstellingen opstelt
  opties optimisme opvang opvanglocaties opvangplaats opvatting opvolger opzet opzichte oranje orde order ordinary organisatie
  organisations organiseer organiseert organiseren orientatie orkaanseizoen other ouderen ouders oudsher over overal overbodig
  overeen overeengekomen overeenkomst overeenkomstig overeind overgang overgegaan overgeheveld overgelegd overgenomen overhandigd
  overheid overige overigens overkoepelende overlast overleg overlegd overname overnames overneemt overschreden overslag
  overstroming overstromingen overtuiging overvallen overweeg overwegende overweging overwegingen overwogen overzicht overziend
  overziet pakket pakt pand pandemic pandemie pandemische paraatheid paritaire parlementaire parliamentary part parted particuliere
  particulieren partij partners paspoorten passage passen past patienten patients pauzes peil peildatum percentage periode perioden
  permanent pers person persona personal personeel personen persoon persoonlijk perspectief physical picture piek pijpleidinggas
  pijpleidingnet pilot pilots plaats plaatsen plaatsgevonden plaatst plaatsvinden place plafond plan plannen planning plat platform
  platforms platte pleasure pleiten plekken plicht ploeg pogingen point points polders polishouder polishouders politie pompen
  pompstation portaal positie position post postpone practice praktijk predecessor prees preferente premies preparation prepared
  preparedness presented presenteer presenteerde presenteert presenteren pressed pressure prijsverschil prikkels printed prioriteit
  problematiek problemen procedure procedures procent process processen procurement producers producten productgroepen productie
  production products proef proeftuin profiel profiteert prognose programma programme progress project projectbesluit projecten
  projectgroep promised proportioneel proposal protective protocol provide provincie provincies prudentiele public publicatie
  publiceer publiceert publiceren publiek publieke publish published publishing punt punten purpose quarter question questions raad
  raadplege raadplegen raadsleden raakt raakte raamcontract radartechniek raden raised raming rampen rampenhulp rampenplan rapport
  rapportage rapporteer rapporteert rapporteren rated ratificatie rating reaches reactie reacties reageer reageert realiseren
  realistisch receive recent recente reces recess recht rechtbank rechten rechter rechtsgrond rechtsorde rechtspositie rechtspraak
  reconnaissance recovered recruited recyclaat redactie redacties rede reden reduced reeds reeks refer reference referentie regel
  regelen regelgeving regeling regelmatig regels regelt regering regeringen regime regimes regio regionaal regionale register
  registers registratie registraties registration regret reist reistijden rekenen rekening rekenregel remain remained remaining
  remains reminded renovatie reparatieschip repeat replacing reply report reported reporting require required requires reserve
  reserves reservisten resilience respect respiratoir respiratory respond responds response responses responsible restant resterende
  restrictions resultaat resultaten results retail retailsector retaliation retour review rewritten richt richten richtlijn right
  rijbeperking rijksinpassing rijksoverheid rijkswetgever rijst risen risico risicoanalyse risicoprofiel risk roep roept rond ronde
  rondetafel rondt route ruim ruimer ruimere ruimschoots ruimte rules running runs rust rusten sabotage saboteurs safety same samen
  samengenomen samengesteld samengevat samengevoegd samenhang samenhangende samenleving samenloop samenstelling samenvallen
  samenvatting samenvoegen samenwerking sanctielijst sanctieregime sanctions sanering scanners scenario schaalt schaarste schade
  schaderegeling schaduwdoeken schapen schapenhouders schat schatten scheepvaart schepen scherpen schets schetsen schiet schilder
  schip scholen scholing schommelt school schoolbestuur schorten schreef schriftelijk schrijft schrijnende schuift schuilgaat
  schuiven schuren screening scrutiny second secretaris sector sectoral sectoren sectors secure sedert seek seen seinsystemen senaat
  send sensitieve sensoren sent separaat september serie series serious serotype services sets several shall share shelf shortages
  shortly should signalen signed since sincerely sinds sindsdien single sites situatie sixty slachtoffers slechte slechter slechts
  sleutel sleutelpunt sleutelpunten sliepen sloop sloot slot slotte sluit sluiten sluitende small smelterijen smokkelwaar snel
  sneller sociale soelaas software soja solidariteit some somewhat sommige sound span spanningen spant speak specifieke spelen
  spionage splitsen spoed spoedeisende spoedig spoedwet spoor spoorlijnen sporen sprak sprake spreekt spreiden spreidingswet spreken
  sprekers spring sproeiverbod spuiten staan staat staatssteun stabiel stabiliseren staff stamt stand standby standhoudt standing
  standpunt stands stapel stappen stapt start stated statelijke station statutory steden steeds steiger steigers stel stelde stelden
  stellen stelpost stelsel stelt stemmen stemming stemt step sterile sterk steun steunen steunfonds steunpunt stijgen stijgende
  stijgt stikstof stil stilgelegd stilgestaan still stilstaan stilvallen stilzwijgende stockpile stockpiling stocks stoffen stokt
  stond stonden stootje stopgezet stopt storing straat straf strafbaar strafmaximum strafzaak stralen straling strategie
  strategische strategy streeft strekkend strekkende strekt strenge stress stresstest streven strikte strooisel stroom stroomgebied
  stroomkabels stroomnet stroomuitval structureel structuren structurerende studeer studie stukken sturen sturend stuur stuurt
  subject submitted subsidie such suit summarised summary summer supermarkten supervision suppletoire supplier supply support
  surgery surveillance surveilleren suspected systeem system systemen taak tabel tafel take taken takes talks tankautospuit tarief
  task team teams techneuten technieken technisch technische technologie tegelijk tegemoet tegemoetkoming tegemoetzien tegen
  tegenover tegenslag tegenspreken tegenstander tegenvallende tekeningen tekent tekort tekortkomingen tekortschiet tekortschieten
  tekst tekstvoorstel telefonische telefoonlijn teler telt temperatuur tempo terawattuur terecht terechtgekomen terechtkan
  terechtkunnen termijn terminal terms terrein terreinen territoriale terrorisme terug terugbrengen teruggebracht teruggeroepen
  teruggevonden terughoudend terugkeer terugkeerders terugkeren terugliep terugwerkende terwijl terzake test testen tevens tevoren
  tevredenheid text tezamen than thans that their them thema themaonderzoek then theorie therefore these they third this those
  threat three through thuis tien tienduizend tijd tijdelijk tijdelijke tijden tijdens tijdig tijdpad time timely timetable titanium
  toch toebrengen toegaat toegang toegankelijk toegegaan toegelaten toegelicht toegenomen toegepast toegestaan toegestuurd
  toegevoegd toegezegd toegezegde toegezonden toekomen toelage toelating toelichting toename toeneemt toenemen toenemende toenmalige
  toepassing toereikend toeslagen toestellen toesturen toets toetsen toezeggen toezegging toezeggingen toezenden toezending toezicht
  toezichthouder together told tools totaal totdat trade trager trained traject tranche tranches translated transport transporten
  transposition travellers treaty treden treed treedt treffen treft trekken trekseizoen triageprotocol trilogen triloog
  trustkantoren tubantia tuinbouw tuinders tussen tussenpersonen tussenstand tussentijd tussentijds tussentijdse twaalf twaalfde
  twee tweede tweeerlei tweehoofdige tweeledig tweemaal twijfelen type uitbetaling uitblijft uitbracht uitbraken uitbreiding
  uitbrengen uitbuiting uitdrukkelijk uiteen uiteengezet uiteraard uiterlijk uitfasering uitgebracht uitgebreid uitgebreider
  uitgemaakt uitgenodigd uitgeput uitgesproken uitgesteld uitgetrokken uitgevoerd uitgevonden uitgewerkt uitkering uitkeringen
  uitkomst uitkomsten uitkomt uitmaken uitnodigen uitrol uitschakeling uitslag uitsluitend uitsluitsel uitspraak uitsprak uitspreken
  uitstel uitstroom uitval uitvloeisel uitvoer uitvoerbaar uitvoeren uitvoering uitvoeringswet uitwerken uitwisseling uitzendbureaus
  uitzending uitzendkracht uitzendsector uitziet uitzoeken uitzondering unchanged under underlined undertake undertaking undertook
  universiteit universiteiten unprepared until update urge used vaak vaargebied vaart vaccin vaccinatie vakbonden vaker vallen valt
  vanaf vangnet vangt vanouds vanuit vanzelf varen variant varianten vast vaste vastgesteld vasthouden vastleggen vaststaan
  vaststellen vaststelling veel veelplegers veelvuldig veertien veertig veilig veilige veiligheid velden veldproef velen ventilatie
  veranderd veranderde verandering verantwoord verantwoorden verantwoording verband verbeterd verbeterplan verbeurd verbinden
  verbleven verblijfadres verblijfsduur verblijven verblijvende verbod verbonden verdachten verdeeld verdeelsleutel verdeelt
  verdeling verdenkingen verder verdere verderop verdient verdrag verdubbeld verdubbelen verdwijnen vereenvoudigen verf vergaderd
  vergadering vergaderjaar vergeleken vergelijk vergelijkbaar vergelijking vergen vergezeld vergoeding vergoedt vergroot vergroten
  vergt vergunde vergunning vergunningen verhogen verhoging verhoogd verhouding verhoudt verkennen verkenning verkent verkiezing
  verkiezingen verklaard verklaren verklaring verkoop verkorte verlaagd verlagen verlangd verlangde verleden verleend verleng
  verlengd verlengen verlenging verlichten verliep verlies verloopt verluidt vermeld vermelden vermelding vermogen verneemt
  vernietigd vernietiging vernieuwd veroordeling verordening verouderde verpakkingen verplaatsing verplaatst verpleeghuizen
  verplicht verplichte verplichten verplichting verplichtingen verrichten verruimd verruimen verschaffen verschenen verscherpt
  verschijnen verschijning verschijnsel verschijnt verschillend verschillende verschuiven versie version verslag verslagen
  verslechterd versneld versnelde versnelling versnipperd versnippering versoepeling verspreid verspreiden verspreiding verspreidt
  verstand verstande versterken versterking versterkt verstoren verstoring verstoringen verstrekken verstrekt vertraging vertrek
  vertrouw vertrouwelijk vertrouwen vervalt vervangen vervanging verviervoudigd vervolg vervolgen vervolgens vervolging verwacht
  verwachten verwachting verwante verwees verwerk verwerken verwerking verwerkt verwerkte verwezen verwijs verwijzing verwoord very
  verzamelbrief verzekeraar verzekeraars verzekerd verzekerden verzekeren verzet verzilting verzocht verzoek verzoeken verzoekt
  verzonden verzorgd vestigingen veteranen viaducten vier vierde vifo vijf vijfde vijftig vind vinden vindt virus visserij vissers
  vitaal vitale vlammen vlekkeloos vliegers vliegtuigen vliegvelden vliegverbod vliegverkeer vloeit voeden voeding voedsel voedt
  voeg voegen voelt voer voeren voert voertuigen voet vogelgriep vogels voldaan voldoe voldoen voldoende volgde volgden volgen
  volgend volgende volgens volgorde volgt volle volledig volledigheid voluit volunteers vonden vonnis voor vooraf voorafgaand
  voorafgaande vooral vooralsnog voorbeeld voorbehouden voorbereid voorbereiding voorbij voordelen voordragen voorganger voorgedaan
  voorgehangen voorgelegd voorgenomen voorgesteld voorhanden voorheen voorjaar voorkomen voorleggen voorlegt voorlichting voorlopig
  voormalige voorman voornemen voornemens vooroverleg voorraad voorraadplicht voorraden voorrang voorschrijft voorspelbaar voorstel
  voorstellen voort voortaan voortbrengen voortgang voortgezet voorts vooruit vooruitlopend vooruitzicht voorvallen voorwaarden
  voorzichtig voorzie voorzien voorziening voorzieningen voorziet voorzitter vorden vorderingen voren vorenstaande vorig vorige vorm
  vormt vorstperiode vraag vraagnummer vraagstukken vraagt vragen vragenstellers vragenuur vrezen vriendelijke vrij vrijgemaakt
  vrijgesteld vrijwel vrijwillige vrijwilligers vroeg vroege vruchten vulagenda vulling vulmaatregelen vulnerability vult waanden
  waar waaraan waarbij waarborgen waardoor waargenomen waarin waarmee waarna waarnaar waarneming waarnemingen waarom waaronder
  waarop waarover waarschijnlijk waarschuwen waartegen waartoe waarvan waarvoor wachten wachtlijst wachttijd wagons walradar wanneer
  want wantrouwen warehouse waren warme warrants wastewater water waterbodems wateren waterlichamen wateroverlast waterschap
  waterschappen watersysteem watertekorten watertoets watervogels website webwinkels week weekeinde weeks weer weerbaarheid wees
  wegen wegens weging weinig wekelijks weken welk welke wens wenselijk werd werden were wereldwijd weren werft werk werkbezoek
  werkdagen werkdruk werken werkenden werkgever werkgevers werking werknemers werkplek werkprocessen werkprogramma werkt werkverlet
  werven weten wetgeving wethouders wetsvoorstel wetswijziging wettelijk wettelijke wezen wezenlijk what where whether which while
  whole wijden wijken wijs wijst wijze wijzen wijzigen wijziging wilde will willen willigen wind windmeting windpark wine
  wingebieden winkeliers winning winter witboek with within witwassen woning woningbouw woningen woorden worden wordt world worth
  would writing year years your zaak zaakgelastigde zaaknummer zake zaken zakken zeecontainers zeehaven zeer zegde zeggen zekerheid
  zelden zeldzame zelf zelfstandige zend zenden zendt zesenzestig zestienjarige zestig zetten zeven zeventien zich zichtbaar zieken
  ziekenhuis ziekenhuizen ziekteverzuim zien zienswijze ziet zijde zijden zijn zijner zitten zittingsjaar zoals zodat zodra zoekt
  zogeheten zolang zomer zomerreces zomers zond zonder zones zoogdieren zoonosen zorg zorgaanbieders zorgelijk zorgen zorginstelling
  zorgketen zorgplicht zorgvuldig zorgwekkende zouden zoute zoveel zover zoverre zuidelijk zuidelijke zuivering zulke zulks zullen
  zult zuurstof zwaarst zware
`
