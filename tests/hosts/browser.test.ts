import { browser } from './browser.ts';
import { hostSuite } from './suite.ts';

hostSuite(browser);
