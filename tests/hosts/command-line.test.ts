import { commandLine } from './command-line.ts';
import { hostSuite } from './suite.ts';

hostSuite(commandLine);
