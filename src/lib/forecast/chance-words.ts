/** Steps that a chance is said in, each up to its bound. */
const STEPS: readonly (readonly [number, string])[] = [
	[0.005, 'less than 1 in 100'],
	[0.015, '1 in 100'],
	[0.035, '1 in 50'],
	[0.075, '1 in 20'],
	[0.15, '1 in 10'],
	[0.225, '1 in 5'],
	[0.29, '1 in 4'],
	[0.415, '1 in 3'],
	[0.585, '1 in 2'],
	[0.71, '2 in 3'],
	[0.825, '3 in 4'],
	[0.925, '9 in 10'],
	[1, 'more than 9 in 10']
];

/** A chance as people say it: "1 in 10". Its digits would claim more than is known. */
export function chanceStep(chance: number): string {
	return (STEPS.find(([bound]) => chance <= bound) ?? STEPS.at(-1)!)[1];
}

/** A chance with its interval: "about 1 in 10, 1 in 20 to 1 in 5". */
export function chanceWords({
	value,
	lower,
	upper
}: {
	value: number;
	lower: number;
	upper: number;
}): string {
	const [least, most] = [chanceStep(lower), chanceStep(upper)];
	const middle = chanceStep(value);
	const about = /^(less|more)/.test(middle) ? middle : `about ${middle}`;
	return least === most ? about : `${about}, ${least} to ${most}`;
}
