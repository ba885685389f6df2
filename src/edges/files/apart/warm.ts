// What a waiting reader process reads before its document comes. Code of the engine that has run often is compiled, and its patterns are compiled
// for text within Latin-1 and for text beyond it each: so both stand here, and as many forms as letters have. All of it is made up.

const letter = `BRIEF VAN DE MINISTER VAN ECONOMISCHE ZAKEN EN KLIMAAT
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 3 maart 2020
Betreft: voortgang aanpak gasopslag en vervolg
1. Inleiding
Met deze brief informeer ik uw Kamer, mede namens de Staatssecretaris van Financiën, over actielijn 2 (hierna: de aanpak).¹ In de brief van
4 mei 2019 (Kamerstuk 12345, nr. 3) is toegezegd dat uw Kamer voor het einde van het jaar wordt geïnformeerd. Met deze brief doe ik die
toezegging gestand. Ook ga ik in op de motie van het lid Jansen c.s. (Kamerstukken II 2018/19, 12345, nrs. 5 en 6), waarin de regering wordt
verzocht de opslag van gas te bezien. Het Rijksinstituut voor Opslag (RVO) heeft op 12 februari een advies uitgebracht.
2. Dreigingsbeeld
De dreiging van sabotage is sinds vorig jaar toegenomen. De kans op een langdurige onderbreking wordt beoordeeld als waarschijnlijk, met
ernstige gevolgen. Ten opzichte van de vorige analyse is de kans groter geworden; de impact bleef gelijk. Steeds vaker worden leveranciers
afgeperst, waardoor ook de druk op gemeenten stijgt. Nieuw is dat aanvallers drones gebruiken. Het aantal meldingen daalde met 12 procent.
3. Wat is gedaan
De evaluatie is in januari afgerond en het convenant is door zes provincies ondertekend. Het kabinet heeft besloten 15 miljoen euro vrij te
maken voor de versterking van het net; daarvan is in 2019 een derde besteed. De pilot in Zeeland is stopgezet. Ik heb gemeenten gevraagd hun
plannen voor 1 mei te actualiseren, en roep bedrijven op incidenten te melden.
4. Wat volgt
Ik zal uw Kamer in het eerste kwartaal van 2021 een evaluatie sturen. Naar verwachting wordt de Kamer na de zomer nader geïnformeerd, voor
zover gemeenten daarmee instemmen. De Minister van Justitie en Veiligheid stuurt uiterlijk 1 juli een voorstel, omdat dit is afgerond.
Hiertoe wordt medio 2020 een wetsvoorstel in consultatie gebracht, waarna het begin 2021 aan de Afdeling advisering van de Raad van State
wordt voorgelegd. Zij rapporteert binnen zes maanden. Als de uitkomsten daartoe aanleiding geven, pas ik het besluit aan. Voorkomen moet
worden dat kosten oplopen; ik kan mij voorstellen dat de termijn dan wordt bezien.
a. In het najaar volgt een actieplan; jaarlijks ontvangt u een rapportage.
b. Eind 2020 is het register gereed en start de tweede fase.
- opstellen handreiking continuïteit (Q3 2020)
Maatregel Uitvoerder Planning
Oefening met netbeheerders EZK tweede helft 2020
Herziening draaiboek EZK, IenW uiterlijk 31 december 2020
De minister van Economische Zaken en Klimaat,
E. Voorbeeld
¹ Kamerstukken II 2018/19, 12345, nr. 2.
² Stb. 2019, 45; Stcrt. 2019, 678; PbEU 2019, L 12.
`

const answers = `Vraag 1
Bent u bekend met het bericht dat de opslag leeg is, en wat vindt u daarvan?
Antwoord 1
Ja. Het gaat om één locatie. De beheerder heeft mij laten weten dat deze voor 1 november weer gevuld is.
Vraag 2 en 3
Kunt u toezeggen de Kamer hierover te informeren? Zo nee, waarom niet?
Antwoord 2 en 3
Ik informeer uw Kamer voor het zomerreces over de uitkomsten. Daarbij betrek ik het onderzoek van de Inspectie, dat op 3 april is gestart en
in het derde kwartaal wordt opgeleverd. Zie ook het antwoord op vraag 4 van het lid De Vries (Aanhangsel Handelingen II 2018/19, nr. 123).
Verordening (EU) 2017/1938 verplicht lidstaten tot een noodplan. Een verbod acht ik niet nodig, en ik ben niet voornemens dat in te voeren.
The Minister will inform the House before the end of 2021. It was agreed that a report would be sent within three months. The threat level
remains at 4 out of 5, and the number of incidents rose sharply. We have asked operators to report incidents, and decided to fund two pilots.
`

/** The same two with the quotation marks and dashes that letters have. */
const set = (text: string) => text.replaceAll(/(de aanpak|opslag)/g, '‘$1’').replaceAll('; ', ' – ')

export const letters: readonly string[] = [letter, answers, set(letter), set(answers)]
