// As the site's own thread, with the computations of the tests.
import { register } from 'tsx/esm/api';

register();
export default (await import('./answer-thread.fixture.ts')).default;
