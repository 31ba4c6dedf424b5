export interface Country {
  /** ISO 3166-1 alpha-3. */
  readonly iso3: string;
  /** ISO 3166-1 numeric: three digits. */
  readonly number: string;
  /** English names, as event data write them today and wrote them before. */
  readonly names: readonly string[];
}

/** The countries and areas of ISO 3166-1 where people live, each on a line: its two codes and its names. */
const LINES = `
ABW 533 Aruba
AFG 004 Afghanistan
AGO 024 Angola
AIA 660 Anguilla
ALA 248 Åland Islands
ALB 008 Albania
AND 020 Andorra
ARE 784 United Arab Emirates
ARG 032 Argentina
ARM 051 Armenia
ASM 016 American Samoa
ATG 028 Antigua and Barbuda
AUS 036 Australia
AUT 040 Austria
AZE 031 Azerbaijan
BDI 108 Burundi
BEL 056 Belgium
BEN 204 Benin
BES 535 Caribbean Netherlands
BFA 854 Burkina Faso
BGD 050 Bangladesh
BGR 100 Bulgaria
BHR 048 Bahrain
BHS 044 Bahamas
BIH 070 Bosnia and Herzegovina; Bosnia-Herzegovina
BLM 652 Saint-Barthelemy
BLR 112 Belarus
BLZ 084 Belize
BMU 060 Bermuda
BOL 068 Bolivia
BRA 076 Brazil
BRB 052 Barbados
BRN 096 Brunei; Brunei Darussalam
BTN 064 Bhutan
BWA 072 Botswana
CAF 140 Central African Republic
CAN 124 Canada
CCK 166 Cocos Islands
CHE 756 Switzerland
CHL 152 Chile
CHN 156 China
CIV 384 Ivory Coast; Côte d'Ivoire
CMR 120 Cameroon
COD 180 Democratic Republic of Congo; DR Congo; Zaire; Congo-Kinshasa; Democratic Republic of the Congo
COG 178 Republic of Congo; Congo; Congo-Brazzaville; Republic of the Congo
COK 184 Cook Islands
COL 170 Colombia
COM 174 Comoros
CPV 132 Cape Verde; Cabo Verde
CRI 188 Costa Rica
CUB 192 Cuba
CUW 531 Curaçao
CXR 162 Christmas Island
CYM 136 Cayman Islands
CYP 196 Cyprus
CZE 203 Czech Republic; Czechia
DEU 276 Germany
DJI 262 Djibouti
DMA 212 Dominica
DNK 208 Denmark
DOM 214 Dominican Republic
DZA 012 Algeria
ECU 218 Ecuador
EGY 818 Egypt
ERI 232 Eritrea
ESH 732 Western Sahara
ESP 724 Spain
EST 233 Estonia
ETH 231 Ethiopia
FIN 246 Finland
FJI 242 Fiji
FLK 238 Falkland Islands
FRA 250 France
FRO 234 Faroe Islands
FSM 583 Micronesia
GAB 266 Gabon
GBR 826 United Kingdom
GEO 268 Georgia
GGY 831 Guernsey; Bailiwick of Guernsey
GHA 288 Ghana
GIB 292 Gibraltar
GIN 324 Guinea
GLP 312 Guadeloupe
GMB 270 Gambia; The Gambia
GNB 624 Guinea-Bissau
GNQ 226 Equatorial Guinea
GRC 300 Greece
GRD 308 Grenada
GRL 304 Greenland
GTM 320 Guatemala
GUF 254 French Guiana
GUM 316 Guam
GUY 328 Guyana
HKG 344 Hong Kong
HND 340 Honduras
HRV 191 Croatia
HTI 332 Haiti
HUN 348 Hungary
IDN 360 Indonesia
IMN 833 Isle of Man
IND 356 India
IRL 372 Ireland
IRN 364 Iran
IRQ 368 Iraq
ISL 352 Iceland
ISR 376 Israel
ITA 380 Italy
JAM 388 Jamaica
JEY 832 Jersey; Bailiwick of Jersey
JOR 400 Jordan
JPN 392 Japan
KAZ 398 Kazakhstan
KEN 404 Kenya
KGZ 417 Kyrgyzstan; Kyrgyz Republic
KHM 116 Cambodia; Kampuchea
KIR 296 Kiribati
KNA 659 Saint Kitts and Nevis
KOR 410 South Korea
KWT 414 Kuwait
LAO 418 Laos
LBN 422 Lebanon
LBR 430 Liberia
LBY 434 Libya
LCA 662 Saint Lucia
LIE 438 Liechtenstein
LKA 144 Sri Lanka
LSO 426 Lesotho
LTU 440 Lithuania
LUX 442 Luxembourg
LVA 428 Latvia
MAC 446 Macau
MAF 663 Saint-Martin
MAR 504 Morocco
MCO 492 Monaco
MDA 498 Moldova
MDG 450 Madagascar; Malagasy
MDV 462 Maldives
MEX 484 Mexico
MHL 584 Marshall Islands
MKD 807 North Macedonia; Macedonia; Macedonia, FYR
MLI 466 Mali
MLT 470 Malta
MMR 104 Myanmar; Burma
MNE 499 Montenegro
MNG 496 Mongolia
MNP 580 Northern Mariana Islands
MOZ 508 Mozambique
MRT 478 Mauritania
MSR 500 Montserrat
MTQ 474 Martinique
MUS 480 Mauritius
MWI 454 Malawi
MYS 458 Malaysia
MYT 175 Mayotte
NAM 516 Namibia
NCL 540 New Caledonia
NER 562 Niger
NFK 574 Norfolk Island
NGA 566 Nigeria
NIC 558 Nicaragua
NIU 570 Niue
NLD 528 Netherlands
NOR 578 Norway
NPL 524 Nepal
NRU 520 Nauru
NZL 554 New Zealand
OMN 512 Oman
PAK 586 Pakistan
PAN 591 Panama
PCN 612 Pitcairn
PER 604 Peru
PHL 608 Philippines
PLW 585 Palau
PNG 598 Papua New Guinea
POL 616 Poland
PRI 630 Puerto Rico
PRK 408 North Korea
PRT 620 Portugal
PRY 600 Paraguay
PSE 275 Palestine; State of Palestine
PYF 258 French Polynesia
QAT 634 Qatar
REU 638 Reunion
ROU 642 Romania; Rumania
RUS 643 Russia; Russian Federation; Soviet Union
RWA 646 Rwanda
SAU 682 Saudi Arabia
SDN 729 Sudan
SEN 686 Senegal
SGP 702 Singapore
SHN 654 Saint Helena, Ascension and Tristan da Cunha
SLB 090 Solomon Islands
SLE 694 Sierra Leone
SLV 222 El Salvador
SMR 674 San Marino
SOM 706 Somalia
SPM 666 Saint Pierre and Miquelon
SRB 688 Serbia; Yugoslavia
SSD 728 South Sudan
STP 678 Sao Tome and Principe
SUR 740 Suriname
SVK 703 Slovakia
SVN 705 Slovenia
SWE 752 Sweden
SWZ 748 eSwatini; Kingdom of eSwatini; Swaziland
SXM 534 Sint Maarten
SYC 690 Seychelles
SYR 760 Syria
TCA 796 Turks and Caicos Islands
TCD 148 Chad
TGO 768 Togo
THA 764 Thailand
TJK 762 Tajikistan
TKL 772 Tokelau
TKM 795 Turkmenistan
TLS 626 East Timor; Timor-Leste
TON 776 Tonga
TTO 780 Trinidad and Tobago
TUN 788 Tunisia
TUR 792 Turkey; Türkiye
TUV 798 Tuvalu
TWN 158 Taiwan
TZA 834 Tanzania
UGA 800 Uganda
UKR 804 Ukraine
URY 858 Uruguay
USA 840 United States; United States of America
UZB 860 Uzbekistan
VAT 336 Vatican City
VCT 670 Saint Vincent and the Grenadines
VEN 862 Venezuela
VGB 092 British Virgin Islands
VIR 850 Virgin Islands, U.S.
VNM 704 Vietnam; Viet Nam; North Vietnam
VUT 548 Vanuatu
WLF 876 Wallis and Futuna
WSM 882 Samoa
YEM 887 Yemen; North Yemen
ZAF 710 South Africa
ZMB 894 Zambia
ZWE 716 Zimbabwe; Rhodesia
`;

export const countries: readonly Country[] = LINES.trim()
  .split("\n")
  .map((line) => ({ iso3: line.slice(0, 3), number: line.slice(4, 7), names: line.slice(8).split("; ") }));
