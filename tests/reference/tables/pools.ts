/** Words that the made tables are put together from. Names of persons are invented. */

export const COUNCILS = [
	'Rochdale Borough Council',
	'Wigan Council',
	'Barking and Dagenham',
	'Bristol, City of',
	'Cyngor Gwynedd',
	'Isle of Anglesey County Council',
	'Newry, Mourne and Down',
	'Stockport MBC',
	'London Borough of Camden',
	'Leeds City Council',
	'North Yorkshire Council',
	'Cornwall Council',
	'Fife Council',
	'Derry City and Strabane',
	'Gateshead',
	'Oldham',
	'Durham County Council',
	'Torbay',
	'Sandwell Metropolitan Borough Council',
	'Swansea',
	'Kirklees',
	'Essex County Council',
	'Calderdale',
	'Bournemouth, Christchurch and Poole',
	'Shropshire Council',
	'Sunderland City Council',
	'Monmouthshire',
	'Argyll and Bute Council',
	'Plymouth',
	'Rotherham'
];

export const PLACES = [
	'Rochdale',
	'Wigan',
	'Leeds',
	'Cornwall',
	'Camden',
	'Swansea',
	'Fife',
	'Oldham',
	'Torbay',
	'Gateshead',
	'Kirklees',
	'Rotherham',
	'Plymouth',
	'Calderdale'
];

const CHARITY_FRONT = [
	'Harbour',
	'Greenfield',
	'Bright',
	'St Anne’s',
	'Riverside',
	'Northern',
	'Open Door',
	'Moorland',
	'Café',
	'Tŷ Gwyn',
	'Château',
	'New Leaf',
	'Bridge',
	'Oak',
	'Lantern',
	'Coastal',
	'Valley',
	'Hearth',
	'Kindling',
	'Common Ground'
];
const CHARITY_BACK = [
	'Trust',
	'Foundation',
	'Community Association',
	'Housing Association',
	'CIC',
	'Charity',
	'Project',
	'Partnership',
	'Centre',
	'Network',
	'Society',
	'Advice Service',
	'Ltd',
	'Co-operative'
];

export const CHARITIES = CHARITY_FRONT.flatMap((front, at) =>
	[0, 5, 9].map((step) => `${front} ${CHARITY_BACK[(at + step) % CHARITY_BACK.length]}`)
);

export const FIRST_NAMES = [
	'Amira',
	'Siân',
	'José',
	'Oluwaseun',
	'Niamh',
	'Zoë',
	'Padraig',
	'Mei',
	'Łukasz',
	'Priya',
	'Gareth',
	'Chloé',
	'Ewan',
	'Fatima',
	'Björn',
	'Hannah',
	'Kwame',
	'Renée'
];
export const LAST_NAMES = [
	'Okafor',
	'Llewellyn',
	'Müller',
	'O’Brien',
	'Thackeray',
	'Nguyễn',
	'Pritchard',
	'Da Silva',
	'Ashworth',
	'Kaur',
	'Brontë-Hill',
	'Macrae',
	'Jónsson',
	'Whitlock',
	'Ferreira',
	'Adeyemi'
];

export const PRACTICES = [
	'Local Area Coordination',
	'The Three Conversations',
	'Poverty Truth Commission',
	'Family Safeguarding',
	'No Wrong Door',
	'Housing First',
	'Community Champions',
	'Recovery college',
	'Human Learning Systems',
	'Public living rooms',
	'Living Well systems',
	"Local citizens' assembly or jury"
];

export const KINDS = [
	'Council',
	'Charity',
	'Social enterprise',
	'NHS Trust',
	'Housing association',
	'University',
	'Company',
	'Community group'
];
export const REGIONS = [
	'North West',
	'North East',
	'Yorkshire and The Humber',
	'London',
	'South West',
	'Wales',
	'Scotland',
	'Northern Ireland',
	'East Midlands'
];
export const TIERS = [
	['Gold', 'Silver', 'Bronze'],
	['Full', 'Associate', 'Affiliate'],
	['Band A', 'Band B', 'Band C'],
	['Founding', 'Standard', 'Supporter']
];
export const STATUSES = [
	['Current', 'Lapsed', 'Left'],
	['Active', 'Inactive'],
	['Paid', 'Overdue', 'Lapsed'],
	['Member', 'Pending', 'Resigned']
];
export const STAGES = ['Exploring', 'Piloting', 'Adopted', 'Embedded'];
export const JOBS = [
	'Head of Communities',
	'Policy Officer',
	'Director of Adult Services',
	'Chief Executive',
	'Partnerships Manager',
	'Programme Lead',
	'Engagement Coordinator',
	'Trustee'
];
export const CELLS = [
	'Leadership',
	'Stronger neighbourhoods',
	'Learning circle 2',
	'Digital',
	'North hub',
	'Storytelling'
];
export const STREETS = [
	'High Street',
	'Station Road',
	'Mill Lane',
	'Heol y Bont',
	'Castle Square',
	'Union Terrace'
];
export const TOPICS = [
	'peer support',
	'volunteering',
	'commissioning for outcomes',
	'youth voice',
	'digital inclusion',
	'asset transfer'
];
export const NOTES = [
	'Met at the spring gathering, keen to host the next learning visit and to share what went wrong.',
	'Asked for a call about fees; finance team changed in the summer, resend the invoice.',
	'New chief executive. Prefers e-mail, “no calls on Fridays”.',
	'Moved office; the old postal address bounces, see the new one on their site.',
	'Would like to be introduced to two councils that do the same; said yes to being named.'
];
