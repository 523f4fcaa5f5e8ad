import type { Command } from './command.ts';

const yes = (help: string) => ({ type: 'boolean', help }) as const;
const text = (value: string, help: string) => ({ type: 'string', value, help }) as const;

/** Every command there is, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  new: {
    usage: 'FILE',
    summary: 'Create a project',
    count: [1, 1],
    options: {
      name: text('NAME', 'What the study is called (default: the name of the file)'),
      coder: text('NAME', 'Who codes (default: Researcher)'),
      approach: text('APPROACH', 'reflexive (default), codebook or framework'),
    },
    examples: ['understory new study.understory --name "Living with pain" --coder "A. Jones"'],
    load: () => import('./new.ts'),
  },
  sample: {
    usage: 'FILE',
    summary: 'Create the sample study as a new project',
    count: [1, 1],
    options: {},
    examples: ['understory sample sample.understory'],
    load: () => import('./sample.ts'),
  },
  import: {
    usage: 'FILE INPUT...',
    summary: 'Import interviews: files, and folders with all that is in them',
    count: [2, Number.POSITIVE_INFINITY],
    options: {
      pattern: text('PATTERN', 'How turns are told apart (default: auto; none: no speakers)'),
      duplicates: yes('Import files although the same bytes are in the project already'),
    },
    examples: [
      'understory import study.understory interviews/ extra/P09.docx',
      'understory import study.understory interviews/ --json > imported.json',
    ],
    load: () => import('./import.ts'),
  },
  call: {
    usage: 'FILE METHOD [JSON|-]',
    summary:
      'Make one call of the contract and print what it is worth; a job is waited for.\n' +
      'Where the contract wants the token of a file, give its path. FILE may be - for no project.\n' +
      'With --json the whole reply is printed: {ok, value} or {ok, error}.',
    count: [2, 3],
    options: {},
    examples: [
      'understory call study.understory codes.list',
      `understory call study.understory codes.create '{"name": "Fear of movement"}'`,
      `understory call study.understory exports.codebook '{"file": "book.md", "format": "md"}'`,
      'understory call - contract.describe',
    ],
    load: () => import('./call.ts'),
  },
  batch: {
    usage: 'FILE -',
    summary:
      'Make many calls: reads {"method", "input"}, one a line, and prints one reply a line, in order.\n' +
      'A reply is printed when its edit is on disk. Jobs are waited for; paths stand for file tokens.\n' +
      'FILE may be - for no project.',
    count: [2, 2],
    options: {},
    examples: [
      `echo '{"method": "codes.create", "input": {"name": "Hope"}}' | understory batch study.understory -`,
    ],
    load: () => import('./batch.ts'),
  },
  export: {
    usage: 'FILE WHAT --format FORMAT --out PATH',
    summary:
      'Write a file for other tools and people. WHAT is: codebook, segments, report, review-pack, ppi-log or map',
    count: [2, 2],
    options: {
      format: text(
        'FORMAT',
        'qdc, docx, xlsx, csv, md, html, pdf or svg (default: the ending of PATH)',
      ),
      out: text('PATH', 'Where to write; a file that is there is replaced'),
      counts: yes('With counts of codings and sources; in a report, of quotes and people'),
      quotes: yes('With an example quote for each code'),
      query: text('NAME', 'Segments: only what this saved query finds'),
      report: text('NAME', 'Report: which one, where there are several'),
      pack: text('NAME', 'Review pack: which one (default: the newest)'),
    },
    examples: [
      'understory export study.understory codebook --format docx --out codebook.docx --counts --quotes',
      'understory export study.understory segments --format csv --out segments.csv',
      'understory export study.understory report --format pdf --out findings.pdf',
      'understory export study.understory review-pack --pack "First pack" --out pack.html',
      'understory export study.understory ppi-log --format docx --out involvement.docx',
      'understory export study.understory map --format svg --out map.svg',
    ],
    load: () => import('./export.ts'),
  },
  check: {
    usage: 'FILE',
    summary: 'Check a project: database, references, ranges and the chain of changes',
    count: [1, 1],
    options: {},
    examples: ['understory check study.understory'],
    load: () => import('./check.ts'),
  },
  backups: {
    usage: 'FILE',
    summary: 'List the backups that are kept of a project, newest first',
    count: [1, 1],
    options: {},
    examples: ['understory backups study.understory --json'],
    load: () => import('./backups.ts'),
  },
  serve: {
    usage: 'FILE',
    summary:
      'Open a project in a browser on this computer, and print the address.\n' +
      'Ends when its window is closed, or with Ctrl+C. FILE may be - for no project.',
    count: [1, 1],
    options: {
      port: text('N', 'The port on 127.0.0.1 (default: any free one)'),
      'no-open': yes('Only print the address'),
      projects: text(
        'FOLDER',
        'Where projects are listed and created (default: Understory in Documents)',
      ),
      renderer: text('FOLDER', 'The built screens (default: out/renderer)'),
    },
    examples: ['understory serve study.understory --no-open --port 4711'],
    load: () => import('./serve.ts'),
  },
};
