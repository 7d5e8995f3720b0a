import type { Reporter, TestModule } from 'vitest/node';

/** Prints one closing line, `N passed, N failed`, that any log reader understands. */
export default class ClosingLineReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		let passed = 0;
		let failed = 0;
		let skipped = 0;
		for (const module of modules) {
			for (const test of module.children.allTests()) {
				const { state } = test.result();
				if (state === 'passed') passed += 1;
				else if (state === 'failed') failed += 1;
				else skipped += 1;
			}
			// A file that could not even load has no tests but must not look like success.
			failed += module.errors().length;
		}
		process.stdout.write(
			`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`
		);
	}
}
