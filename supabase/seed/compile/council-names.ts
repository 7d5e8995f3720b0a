/**
 * Names that councils go or went by and that the register of names and codes has not: Welsh, Gaelic and Irish
 * ones, former names, and the short forms that people write. Keys are the register's codes.
 */
export interface CouncilNames {
	/** Names in Welsh, Gaelic, Irish or Cornish, as the council or its language's place-name authority has them. */
	inLanguage?: readonly string[];
	/** Names of the same body in earlier years. */
	former?: readonly string[];
	/** Short forms of its name. */
	short?: readonly string[];
	/** Initials that are no code. */
	initials?: readonly string[];
}

export const COUNCIL_NAMES: Readonly<Record<string, CouncilNames>> = {
	// Wales
	AGY: { inLanguage: ['Ynys Môn', 'Cyngor Sir Ynys Môn'] },
	BGE: { inLanguage: ['Pen-y-bont ar Ogwr', 'Cyngor Bwrdeistref Sirol Pen-y-bont ar Ogwr'] },
	BGW: { inLanguage: ['Cyngor Bwrdeistref Sirol Blaenau Gwent'] },
	CAY: { inLanguage: ['Caerffili', 'Cyngor Bwrdeistref Sirol Caerffili'] },
	CGN: { inLanguage: ['Ceredigion', 'Cyngor Sir Ceredigion'], former: ['Cardiganshire'] },
	CMN: { inLanguage: ['Sir Gaerfyrddin', 'Sir Gâr', 'Cyngor Sir Gaerfyrddin'] },
	CRF: { inLanguage: ['Caerdydd', 'Cyngor Caerdydd', 'Dinas Caerdydd'], former: ['Cardiff County Council'] },
	CWY: { inLanguage: ['Cyngor Bwrdeistref Sirol Conwy'], former: ['Aberconwy and Colwyn'] },
	DEN: { inLanguage: ['Sir Ddinbych', 'Cyngor Sir Ddinbych'] },
	FLN: { inLanguage: ['Sir y Fflint', 'Cyngor Sir y Fflint'] },
	GWN: { inLanguage: ['Cyngor Gwynedd'], former: ['Caernarfonshire and Merionethshire'] },
	MON: { inLanguage: ['Sir Fynwy', 'Cyngor Sir Fynwy'] },
	MTY: { inLanguage: ['Merthyr Tudful', 'Cyngor Bwrdeistref Sirol Merthyr Tudful'], short: ['Merthyr'] },
	NTL: {
		inLanguage: ['Castell-nedd Port Talbot', 'Cyngor Bwrdeistref Sirol Castell-nedd Port Talbot'],
		former: ['Neath and Port Talbot']
	},
	NWP: { inLanguage: ['Casnewydd', 'Cyngor Dinas Casnewydd'] },
	PEM: { inLanguage: ['Sir Benfro', 'Cyngor Sir Penfro'] },
	POW: { inLanguage: ['Cyngor Sir Powys'] },
	RCT: { inLanguage: ['Rhondda Cynon Taf', 'Cyngor Bwrdeistref Sirol Rhondda Cynon Taf'], former: ['Rhondda Cynon Taff'] },
	SWA: { inLanguage: ['Abertawe', 'Cyngor Abertawe', 'Dinas a Sir Abertawe'] },
	TOF: { inLanguage: ['Tor-faen', 'Cyngor Bwrdeistref Sirol Torfaen'] },
	VGL: { inLanguage: ['Bro Morgannwg', 'Cyngor Bro Morgannwg'] },
	WRX: { inLanguage: ['Wrecsam', 'Cyngor Bwrdeistref Sirol Wrecsam'] },

	// Scotland
	ABD: { inLanguage: ['Siorrachd Obar Dheathain'] },
	ABE: { inLanguage: ['Obar Dheathain'] },
	AGB: { inLanguage: ['Earra-Ghàidheal agus Bòd', 'Comhairle Earra-Ghàidheal agus Bhòid'] },
	ANS: { inLanguage: ['Aonghas'] },
	CLK: { inLanguage: ['Siorrachd Chlach Mhanann', 'Clach Mhanann'], short: ['Clacks'] },
	DGY: { inLanguage: ['Dùn Phrìs is Gall-Ghàidhealaibh'], initials: ['D&G'] },
	DND: { inLanguage: ['Dùn Dè', 'Dùn Dèagh'] },
	EAY: { inLanguage: ['Siorrachd Àir an Ear'] },
	EDH: { inLanguage: ['Dùn Èideann'] },
	EDU: { inLanguage: ['Siorrachd Dhùn Bhreatann an Ear', 'Dùn Bhreatann an Ear'] },
	ELN: { inLanguage: ['Lodainn an Ear'] },
	ELS: {
		inLanguage: ['Na h-Eileanan Siar', 'Na h-Eileanan an Iar', 'Eileanan Siar', 'Eileanan an Iar'],
		former: ['Western Isles', 'Western Isles Islands Council', 'Comhairle nan Eilean'],
		short: ['Outer Hebrides']
	},
	ERW: { inLanguage: ['Siorrachd Rinn Friù an Ear'] },
	FAL: { inLanguage: ['An Eaglais Bhreac'] },
	FIF: { inLanguage: ['Fìobha'] },
	GLG: { inLanguage: ['Glaschu'] },
	HLD: { inLanguage: ['A’ Ghàidhealtachd', 'Comhairle na Gàidhealtachd'], former: ['Highland Region'] },
	IVC: { inLanguage: ['Inbhir Chluaidh'] },
	MLN: { inLanguage: ['Meadhan Lodainn'] },
	MRY: { inLanguage: ['Moireibh'] },
	NAY: { inLanguage: ['Siorrachd Àir a Tuath'] },
	NLK: { inLanguage: ['Lannraig a Tuath'] },
	ORK: { inLanguage: ['Arcaibh'] },
	PKN: { inLanguage: ['Peairt agus Ceann Rois', 'Peairt is Ceann Rois'], former: ['Perthshire and Kinross'] },
	RFW: { inLanguage: ['Siorrachd Rinn Friù'] },
	SAY: { inLanguage: ['Siorrachd Àir a Deas'] },
	SCB: { inLanguage: ['Crìochan na h-Alba'], short: ['Borders'] },
	SLK: { inLanguage: ['Lannraig a Deas'] },
	STG: { inLanguage: ['Sruighlea'] },
	WDU: {
		inLanguage: ['Siorrachd Dhùn Bhreatann an Iar', 'Dùn Bhreatann an Iar'],
		former: ['Dumbarton and Clydebank']
	},
	WLN: { inLanguage: ['Lodainn an Iar'] },
	ZET: { inLanguage: ['Sealtainn'], former: ['Zetland'] },

	// Northern Ireland
	BFS: { inLanguage: ['Béal Feirste', 'Comhairle Cathrach Bhéal Feirste'] },
	DRS: { inLanguage: ['Comhairle Chathair Dhoire agus Cheantar an tSratha Báin'] },
	FMO: { inLanguage: ['Comhairle Ceantair Fhear Manach agus na hÓmaí'] },
	MUL: { inLanguage: ['Lár Uladh', 'Comhairle Ceantair Lár Uladh'] },
	NMD: { inLanguage: ['Comhairle Ceantair an Iúir, Mhúrn agus an Dúin'] },
	'NIR-A': { former: ['Londonderry City Council'] },

	// England
	BAS: { short: ['Bath and NES'], initials: ['BANES', 'B&NES'] },
	BBD: { former: ['Blackburn'] },
	BDG: { initials: ['LBBD'] },
	BNH: { former: ['Brighton'] },
	BPC: { initials: ['BCP'] },
	CHW: { short: ['Cheshire West'], initials: ['CWAC'] },
	CON: { inLanguage: ['Kernow'], former: ['Cornwall County Council'] },
	CPCA: { initials: ['CPCA'] },
	DUR: { former: ['Durham County Council'] },
	EMCA: { short: ['East Midlands Combined Authority'], initials: ['EMCCA'] },
	ERY: { short: ['East Riding', 'East Yorkshire'], initials: ['ERYC'] },
	// "London" may mean the capital's own authority or the City.
	GLA: { short: ['London'] },
	GLCA: { short: ['Greater Lincolnshire Combined Authority'] },
	GRE: { former: ['London Borough of Greenwich'] },
	HEF: { former: ['Herefordshire County Council'], short: ['County of Herefordshire'] },
	HMF: { initials: ['LBHF', 'H&F'] },
	HYCA: { short: ['Hull and East Yorkshire Combined Authority', 'Hull and East Yorkshire'] },
	IOS: { short: ['Scilly Isles'] },
	IOW: { former: ['Isle of Wight County Council'], initials: ['IoW'] },
	KEC: { initials: ['RBKC'] },
	KHL: { short: ['Hull', 'Kingston upon Hull City Council'] },
	LCR: {
		former: ['Halton, Knowsley, Liverpool, St Helens, Sefton and Wirral Combined Authority'],
		short: ['Liverpool City Region Combined Authority'],
		initials: ['LCRCA']
	},
	LIV: { short: ['Liverpool City'] },
	LND: { former: ['Corporation of London'] },
	MDW: { former: ['The Medway Towns', 'Rochester upon Medway'] },
	NBL: { former: ['Northumberland County Council'] },
	// Two councils are called Newcastle; only more words tell which is meant.
	NEC: { short: ['Newcastle Borough Council'] },
	NECA: {
		former: [
			'Durham, Gateshead, Newcastle upon Tyne, North Tyneside, Northumberland, South Tyneside and Sunderland Combined Authority',
			'Durham, Gateshead, South Tyneside and Sunderland Combined Authority'
		]
	},
	NTCA: { former: ['Newcastle upon Tyne, North Tyneside and Northumberland Combined Authority'] },
	RCC: { former: ['Langbaurgh-on-Tees'] },
	RIC: { initials: ['LBRUT'] },
	SCR: {
		former: ['Sheffield City Region Combined Authority', 'Barnsley, Doncaster, Rotherham and Sheffield Combined Authority'],
		short: ['South Yorkshire', 'South Yorkshire Combined Authority'],
		initials: ['SYMCA']
	},
	SHE: { former: ['Shepway District Council', 'Shepway'] },
	SHR: { former: ['Shropshire County Council'], short: ['Salop'] },
	SOS: { short: ['Southend'] },
	STE: { short: ['Stoke'] },
	STT: { short: ['Stockton'] },
	TFW: { former: ['Wrekin', 'The Wrekin District Council'] },
	TWH: { initials: ['LBTH'] },
	WBK: { former: ['Newbury District Council'] },
	WFT: { initials: ['LBWF'] },
	WIL: { former: ['Wiltshire County Council'] },
	WNM: { initials: ['RBWM'] },
	YNYC: { short: ['York and North Yorkshire Combined Authority'] }
};
