import { direct } from './direct.ts';
import { hostSuite } from './suite.ts';

hostSuite(direct);
