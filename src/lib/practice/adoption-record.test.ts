import { expect, test } from 'vitest';
import { adoptionYears } from '#lib/analysis/diffusion/adoption-series.ts';
import { prepareStudy } from '#lib/analysis/study/prepare-study.ts';
import type { StudyChoice } from '#lib/analysis/study/study-choice.ts';
import { studyData } from '#lib/analysis/study/study-data.ts';
import { studyCore } from '#lib/analysis/study/study.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { practiceAdoption, practiceView } from './adoption-record.ts';

const atlas = buildAtlas(
	wireFixture({
		asOf: '2022-12-31',
		organisations: [
			{ slug: 'a' },
			{ slug: 'b' },
			{ slug: 'c', closed: '2020-06-01' },
			{ slug: 'd' },
			{ slug: 'e' },
			{ slug: 'tries' },
			{ slug: 'never' }
		],
		practices: [{ slug: 'p' }],
		adoptions: [
			{ organisation: 0, practice: 0, from: '2015-03-01', to: '2019-02-01', endKind: 'completed' },
			// In place to some degree by 2014, and adopted on a day that is known.
			{
				organisation: 1,
				practice: 0,
				from: '2014-01-01',
				by: true,
				stages: [
					['exploring', '2014-01-01'],
					['adopted', '2018-05-01']
				]
			},
			{ organisation: 2, practice: 0, from: '2016-07-01' },
			{ organisation: 3, practice: 0, from: '2017-01-01', by: true, precision: 'year' },
			{ organisation: 4, practice: 0, from: '2018-08-01', precision: 'month' },
			{ organisation: 5, practice: 0, from: '2016-01-01', stage: 'piloting' }
		]
	})
);
const CHOICE: StudyChoice = {
	practice: 'p',
	population: { kinds: [], councilTypes: [], places: [], areas: [], network: null, selection: [] },
	from: '2014',
	until: '2022',
	unit: 'year',
	countFrom: 'adopted',
	statedOnly: false,
	weights: [],
	distanceKm: 50,
	groupBy: 'type',
	permutations: 99,
	seed: 1
};

test.each(['adopted', 'piloting'] as const)(
	'the curve of a practice’s page and that of its study are one, counted from %s',
	(countFrom) => {
		const selection = select(atlas, practiceView({ ...DEFAULT_VIEW, countFrom }, 'p'));
		const years = new Map(
			adoptionYears(practiceAdoption(selection, 0).series).map((year) => [String(year.year), year])
		);
		const data = studyData(atlas, null, { ...CHOICE, countFrom });
		const { curve, periods } = studyCore(prepareStudy(data, CHOICE, null));
		let inPlace = 0;
		const page = periods.map((period) => {
			const year = years.get(period);
			inPlace = year?.inPlace ?? inPlace;
			return { period, begun: (year?.begun ?? 0) - (year?.begunBy ?? 0), ended: year?.ended ?? 0, inPlace };
		});
		const study = curve.map(({ adopting, ending, adopters }, at) => ({
			period: periods[at]!,
			begun: adopting,
			ended: ending,
			inPlace: adopters
		}));
		expect(study).toEqual(page);
	}
);
