// A thread knows no TypeScript by itself, whatever runs its parent: the built site, a command or a test.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
