// A thread knows no TypeScript by itself, whatever runs its parent: the built site or a test.
import { register } from 'tsx/esm/api';

register();
export default (await import('./answer-thread.ts')).default;
