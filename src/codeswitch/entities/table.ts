import { entityTable } from "./entity";

/** One entity a row: its labels in English, German, Spanish, Hindi and Turkish. Written for this project. */
const rows = `
Africa|Afrika|África|अफ़्रीका|Afrika
Asia|Asien|Asia|एशिया|Asya
Europe|Europa|Europa|यूरोप|Avrupa
Antarctica|Antarktika|Antártida|अंटार्कटिका|Antarktika
North America|Nordamerika|América del Norte|उत्तर अमेरिका|Kuzey Amerika
South America|Südamerika|América del Sur|दक्षिण अमेरिका|Güney Amerika
Germany|Deutschland|Alemania|जर्मनी|Almanya
France|Frankreich|Francia|फ़्रांस|Fransa
Spain|Spanien|España|स्पेन|İspanya
Italy|Italien|Italia|इटली|İtalya
Portugal|Portugal|Portugal|पुर्तगाल|Portekiz
Switzerland|Schweiz|Suiza|स्विट्ज़रलैंड|İsviçre
Austria|Österreich|Austria|ऑस्ट्रिया|Avusturya
Netherlands|Niederlande|Países Bajos|नीदरलैंड|Hollanda
Belgium|Belgien|Bélgica|बेल्जियम|Belçika
Denmark|Dänemark|Dinamarca|डेनमार्क|Danimarka
Sweden|Schweden|Suecia|स्वीडन|İsveç
Norway|Norwegen|Noruega|नॉर्वे|Norveç
Finland|Finnland|Finlandia|फ़िनलैंड|Finlandiya
Iceland|Island|Islandia|आइसलैंड|İzlanda
Ireland|Irland|Irlanda|आयरलैंड|İrlanda
United Kingdom|Vereinigtes Königreich|Reino Unido|यूनाइटेड किंगडम|Birleşik Krallık
England|England|Inglaterra|इंग्लैंड|İngiltere
Scotland|Schottland|Escocia|स्कॉटलैंड|İskoçya
Wales|Wales|Gales|वेल्स|Galler
Poland|Polen|Polonia|पोलैंड|Polonya
Hungary|Ungarn|Hungría|हंगरी|Macaristan
Romania|Rumänien|Rumania|रोमानिया|Romanya
Bulgaria|Bulgarien|Bulgaria|बुल्गारिया|Bulgaristan
Greece|Griechenland|Grecia|यूनान|Yunanistan
Turkey|Türkei|Turquía|तुर्की|Türkiye
Russia|Russland|Rusia|रूस|Rusya
Ukraine|Ukraine|Ucrania|यूक्रेन|Ukrayna
Croatia|Kroatien|Croacia|क्रोएशिया|Hırvatistan
Serbia|Serbien|Serbia|सर्बिया|Sırbistan
Albania|Albanien|Albania|अल्बानिया|Arnavutluk
Egypt|Ägypten|Egipto|मिस्र|Mısır
Morocco|Marokko|Marruecos|मोरक्को|Fas
Algeria|Algerien|Argelia|अल्जीरिया|Cezayir
Tunisia|Tunesien|Túnez|ट्यूनीशिया|Tunus
Libya|Libyen|Libia|लीबिया|Libya
Ethiopia|Äthiopien|Etiopía|इथियोपिया|Etiyopya
Kenya|Kenia|Kenia|केन्या|Kenya
Nigeria|Nigeria|Nigeria|नाइजीरिया|Nijerya
South Africa|Südafrika|Sudáfrica|दक्षिण अफ़्रीका|Güney Afrika
India|Indien|India|भारत|Hindistan
China|China|China|चीन|Çin
Japan|Japan|Japón|जापान|Japonya
South Korea|Südkorea|Corea del Sur|दक्षिण कोरिया|Güney Kore
North Korea|Nordkorea|Corea del Norte|उत्तर कोरिया|Kuzey Kore
Nepal|Nepal|Nepal|नेपाल|Nepal
Pakistan|Pakistan|Pakistán|पाकिस्तान|Pakistan
Bangladesh|Bangladesch|Bangladés|बांग्लादेश|Bangladeş
Sri Lanka|Sri Lanka|Sri Lanka|श्रीलंका|Sri Lanka
Indonesia|Indonesien|Indonesia|इंडोनेशिया|Endonezya
Thailand|Thailand|Tailandia|थाईलैंड|Tayland
Vietnam|Vietnam|Vietnam|वियतनाम|Vietnam
Iran|Iran|Irán|ईरान|İran
Iraq|Irak|Irak|इराक|Irak
Syria|Syrien|Siria|सीरिया|Suriye
Lebanon|Libanon|Líbano|लेबनान|Lübnan
Saudi Arabia|Saudi-Arabien|Arabia Saudita|सऊदी अरब|Suudi Arabistan
Afghanistan|Afghanistan|Afganistán|अफ़ग़ानिस्तान|Afganistan
Mongolia|Mongolei|Mongolia|मंगोलिया|Moğolistan
Australia|Australien|Australia|ऑस्ट्रेलिया|Avustralya
New Zealand|Neuseeland|Nueva Zelanda|न्यूज़ीलैंड|Yeni Zelanda
Canada|Kanada|Canadá|कनाडा|Kanada
Mexico|Mexiko|México|मेक्सिको|Meksika
Cuba|Kuba|Cuba|क्यूबा|Küba
Brazil|Brasilien|Brasil|ब्राज़ील|Brezilya
Argentina|Argentinien|Argentina|अर्जेंटीना|Arjantin
Chile|Chile|Chile|चिली|Şili
Peru|Peru|Perú|पेरू|Peru
Colombia|Kolumbien|Colombia|कोलंबिया|Kolombiya
Bolivia|Bolivien|Bolivia|बोलीविया|Bolivya
Berlin|Berlin|Berlín|बर्लिन|Berlin
Munich|München|Múnich|म्यूनिख|Münih
Cologne|Köln|Colonia|कोलोन|Köln
Hamburg|Hamburg|Hamburgo|हैम्बर्ग|Hamburg
Vienna|Wien|Viena|वियना|Viyana
Geneva|Genf|Ginebra|जिनेवा|Cenevre
Paris|Paris|París|पेरिस|Paris
London|London|Londres|लंदन|Londra
Rome|Rom|Roma|रोम|Roma
Venice|Venedig|Venecia|वेनिस|Venedik
Madrid|Madrid|Madrid|मैड्रिड|Madrid
Barcelona|Barcelona|Barcelona|बार्सिलोना|Barselona
Lisbon|Lissabon|Lisboa|लिस्बन|Lizbon
Athens|Athen|Atenas|एथेंस|Atina
Istanbul|Istanbul|Estambul|इस्तांबुल|İstanbul
Ankara|Ankara|Ankara|अंकारा|Ankara
Moscow|Moskau|Moscú|मॉस्को|Moskova
Warsaw|Warschau|Varsovia|वारसॉ|Varşova
Prague|Prag|Praga|प्राग|Prag
Budapest|Budapest|Budapest|बुडापेस्ट|Budapeşte
Copenhagen|Kopenhagen|Copenhague|कोपेनहेगन|Kopenhag
Cairo|Kairo|El Cairo|काहिरा|Kahire
Baghdad|Bagdad|Bagdad|बग़दाद|Bağdat
Tehran|Teheran|Teherán|तेहरान|Tahran
Mumbai|Mumbai|Bombay|मुंबई|Mumbai
New Delhi|Neu-Delhi|Nueva Delhi|नई दिल्ली|Yeni Delhi
Kolkata|Kolkata|Calcuta|कोलकाता|Kalküta
Tokyo|Tokio|Tokio|टोक्यो|Tokyo
Beijing|Peking|Pekín|बीजिंग|Pekin
New York City|New York City|Nueva York|न्यूयॉर्क शहर|New York
Mexico City|Mexiko-Stadt|Ciudad de México|मेक्सिको सिटी|Meksiko
Danube|Donau|Danubio|डेन्यूब|Tuna
Rhine|Rhein|Rin|राइन|Ren
Thames|Themse|Támesis|टेम्स|Thames
Nile|Nil|Nilo|नील|Nil
Ganges|Ganges|Ganges|गंगा|Ganj
Amazon River|Amazonas|río Amazonas|अमेज़न नदी|Amazon Nehri
Alps|Alpen|Alpes|आल्प्स|Alpler
Himalayas|Himalaya|Himalaya|हिमालय|Himalayalar
Mount Everest|Mount Everest|monte Everest|माउंट एवरेस्ट|Everest Dağı
Sahara|Sahara|Sahara|सहारा|Sahra
Mediterranean Sea|Mittelmeer|mar Mediterráneo|भूमध्य सागर|Akdeniz
Black Sea|Schwarzes Meer|mar Negro|काला सागर|Karadeniz
Red Sea|Rotes Meer|mar Rojo|लाल सागर|Kızıldeniz
Atlantic Ocean|Atlantischer Ozean|océano Atlántico|अटलांटिक महासागर|Atlas Okyanusu
Pacific Ocean|Pazifischer Ozean|océano Pacífico|प्रशांत महासागर|Büyük Okyanus
Indian Ocean|Indischer Ozean|océano Índico|हिंद महासागर|Hint Okyanusu
Taj Mahal|Taj Mahal|Taj Mahal|ताजमहल|Tac Mahal
Eiffel Tower|Eiffelturm|torre Eiffel|एफिल टॉवर|Eyfel Kulesi
United Nations|Vereinte Nationen|Naciones Unidas|संयुक्त राष्ट्र|Birleşmiş Milletler
European Union|Europäische Union|Unión Europea|यूरोपीय संघ|Avrupa Birliği
Aristotle|Aristoteles|Aristóteles|अरस्तू|Aristoteles
Plato|Platon|Platón|प्लेटो|Platon
Socrates|Sokrates|Sócrates|सुकरात|Sokrates
Albert Einstein|Albert Einstein|Albert Einstein|अल्बर्ट आइंस्टीन|Albert Einstein
Isaac Newton|Isaac Newton|Isaac Newton|आइज़क न्यूटन|Isaac Newton
William Shakespeare|William Shakespeare|William Shakespeare|विलियम शेक्सपीयर|William Shakespeare
Mahatma Gandhi|Mahatma Gandhi|Mahatma Gandhi|महात्मा गांधी|Mahatma Gandhi
`;

/** The entities that the lab knows without a network. */
export const embeddedEntities = entityTable(
  rows
    .trim()
    .split("\n")
    .map((row) => {
      const [en, de, es, hi, tr] = row.split("|") as [string, string, string, string, string];
      return { en, de, es, hi, tr };
    }),
);
