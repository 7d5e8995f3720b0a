import { prepareStudy } from '#lib/analysis/study/prepare-study.ts';
import type { StudyChoice } from '#lib/analysis/study/study-choice.ts';
import { studyData } from '#lib/analysis/study/study-data.ts';
import { outcome, type Outcome } from '#lib/analysis/study/outcome.ts';
import { studyCore, type StudyCore } from '#lib/analysis/study/study.ts';
import type { Ground } from '#lib/server/answers/serve-answers.ts';

/** The figures of a study that need no network: curve, hazard and survival, or why they cannot be given. */
export function readStudyCore({ atlas }: Ground, choice: StudyChoice): Outcome<StudyCore> {
	return outcome(() =>
		studyCore(prepareStudy(studyData(atlas, null, choice), { ...choice, weights: [] }, null))
	);
}
