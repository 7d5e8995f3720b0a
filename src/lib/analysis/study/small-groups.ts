import { SMALLEST_GROUP } from './study-limits.ts';

/** How many times each label occurs; `null` is none. */
export function groupSizes(labels: readonly (string | null)[]): Map<string, number> {
	const sizes = new Map<string, number>();
	for (const label of labels) if (label !== null) sizes.set(label, (sizes.get(label) ?? 0) + 1);
	return sizes;
}

/** For each label, whether so many share it that telling it points at nobody: {@link SMALLEST_GROUP} or more. */
export function inSharedGroups(labels: readonly (string | null)[]): boolean[] {
	const sizes = groupSizes(labels);
	return labels.map((label) => label !== null && sizes.get(label)! >= SMALLEST_GROUP);
}
