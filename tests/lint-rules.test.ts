import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '..');

const reportSchema = z.object({
  diagnostics: z.array(z.object({ filename: z.string(), code: z.string(), message: z.string() })),
});

/** The linter's report on `folder` as JSON text; it exits with 1 when it refuses anything. */
const lint = (folder: string): string => {
  const program = path.join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [program, '--format=json', 'shared', 'electron', 'renderer', 'tests'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    },
  );
  if (stdout === '') throw new Error(`The linter said nothing: ${stderr}`);
  return stdout;
};

const importOf = (specifier: string): string =>
  `import { a } from '${specifier}';\nexport const b = a;\n`;

const refusedImports: readonly (readonly [folder: string, specifier: string])[] = [
  ['shared/model', 'uuid'],
  ['shared/model', 'node:fs'],
  ['shared/model', '#electron/engine/engine.ts'],
  ['shared/model', '#renderer/client/client.ts'],
  ['renderer/ui', '#electron/engine/engine.ts'],
  ['renderer/ui', '#tests/helpers/engine.ts'],
  ['renderer/ui', 'node:path'],
  ['renderer/ui', 'electron'],
  ['renderer/ui', 'better-sqlite3'],
  ['electron', '#electron/project/open.ts'],
  ['electron', 'electron'],
  ['electron/desktop', '#electron/project/open.ts'],
  ['electron/desktop', '#electron/handlers/index.ts'],
  ['electron/desktop', '#electron/browser/host.ts'],
  ['electron/desktop', '#renderer/commands/index.ts'],
  ['electron/desktop', 'better-sqlite3'],
  ['electron/browser', '#electron/importers/index.ts'],
  ['electron/browser', 'electron'],
  ['electron/cli', '#electron/exporters/index.ts'],
  ['electron/cli', '#electron/desktop/main.ts'],
  ['electron/cli', 'electron'],
  ['electron/engine', '#electron/browser/host.ts'],
  ['electron/engine', 'better-sqlite3'],
  ['electron/engine', 'electron'],
  ['electron/handlers', '#electron/engine/engine.ts'],
  ['electron/handlers', '#electron/cli/main.ts'],
  ['electron/handlers', 'better-sqlite3'],
  ['electron/project', '#electron/handlers/codes.ts'],
  ['electron/project', '#electron/importers/index.ts'],
  ['electron/project', '#tests/helpers/engine.ts'],
  ['electron/importers', 'node:fs'],
  ['electron/importers', 'node:fs/promises'],
  ['electron/importers', '#electron/project/open.ts'],
  ['electron/importers', '#electron/exporters/index.ts'],
  ['electron/importers', 'better-sqlite3'],
  ['electron/exporters', 'node:fs'],
  ['electron/exporters', 'node:http'],
  ['electron/exporters', '#electron/project/open.ts'],
];

const allowedImports: readonly (readonly [folder: string, specifier: string])[] = [
  ['shared/model', 'zod'],
  ['shared/model', './b.ts'],
  ['shared/model', '#shared/text/ranges.ts'],
  ['renderer/ui', '#shared/contract/index.ts'],
  ['renderer/ui', '#renderer/client/client.ts'],
  ['renderer/ui', 'react'],
  ['electron', '#electron/browser/host.ts'],
  ['electron/desktop', 'electron'],
  ['electron/desktop', '#electron/engine/start.ts'],
  ['electron/browser', '#electron/engine/start.ts'],
  ['electron/browser', 'node:http'],
  ['electron/cli', '#electron/browser/host.ts'],
  ['electron/engine', '#electron/handlers/index.ts'],
  ['electron/engine', '#electron/importers/index.ts'],
  ['electron/handlers', '#electron/project/codes.ts'],
  ['electron/handlers', '#electron/exporters/index.ts'],
  ['electron/project', 'better-sqlite3'],
  ['electron/project', 'node:fs'],
  ['electron/importers', 'yauzl'],
  ['electron/importers', '#electron/importers/document.ts'],
  ['electron/exporters', '#shared/model/code.ts'],
];

const refusedCode: readonly (readonly [rule: string, folder: string, code: string])[] = [
  ['import(no-relative-parent-imports)', 'shared/model', importOf('../text/ranges.ts')],
  ['import(no-relative-parent-imports)', 'tests/model', importOf('../helpers/engine.ts')],
  ['import(no-default-export)', 'shared/model', 'export default 1;\n'],
  ['unicorn(filename-case)', 'shared/model/camelCase', 'export const a = 1;\n'],
  ['unicorn(prefer-node-protocol)', 'electron/project', "export { sep } from 'path';\n"],
  ['eslint(no-console)', 'shared/model', "console.log('a');\n"],
  ['eslint(no-console)', 'renderer/ui', "console.log('a');\n"],
  ['eslint(no-restricted-globals)', 'shared/model', 'export const a = process.pid;\n'],
  ['eslint(no-restricted-globals)', 'shared/model', 'export const a = document.title;\n'],
  ['eslint(no-restricted-globals)', 'renderer/ui', 'export const a = process.pid;\n'],
  ['eslint(no-restricted-globals)', 'electron/importers', 'export const a = process.pid;\n'],
  [
    'eslint(max-params)',
    'shared/model',
    'export const a = (b: 1, c: 1, d: 1, e: 1) => [b, c, d, e];\n',
  ],
  ['eslint(max-lines)', 'shared/model', 'export {};\n'.repeat(401)],
  ['typescript(no-explicit-any)', 'shared/model', 'export const a = (b: any) => String(b);\n'],
  ['typescript(no-non-null-assertion)', 'shared/model', 'export const a = (b?: 1) => b!;\n'],
  [
    'typescript(no-floating-promises)',
    'electron/engine',
    'export const a = (b: Promise<1>): void => {\n  b.finally(() => undefined);\n};\n',
  ],
  [
    'typescript(no-misused-promises)',
    'electron/engine',
    'export const a = (b: Promise<1>): number => (b ? 1 : 2);\n',
  ],
  [
    'typescript(switch-exhaustiveness-check)',
    'shared/model',
    "export const a = (b: 'c' | 'd') => {\n  switch (b) {\n    case 'c':\n      return 1;\n  }\n  return 2;\n};\n",
  ],
  [
    'react-hooks(rules-of-hooks)',
    'renderer/ui',
    "import { useState } from 'react';\nexport const A = ({ b }: { b: boolean }) => {\n  if (b) useState(1);\n  return null;\n};\n",
  ],
  [
    'react-hooks(exhaustive-deps)',
    'renderer/ui',
    "import { useEffect } from 'react';\nexport const A = ({ b }: { b: () => void }) => {\n  useEffect(() => b(), []);\n  return null;\n};\n",
  ],
  ['jsx-a11y(alt-text)', 'renderer/ui', 'export const A = () => <img src="a.png" />;\n'],
];

/** Every piece of code is planted in a file of its own, so that one run of the linter judges all. */
const planted = [
  ...refusedImports.map(([folder, specifier]) => ({
    rule: 'eslint(no-restricted-imports)',
    title: `${specifier} in ${folder}`,
    folder,
    code: importOf(specifier),
    refused: true,
  })),
  ...allowedImports.map(([folder, specifier]) => ({
    rule: 'eslint(no-restricted-imports)',
    title: `${specifier} in ${folder}`,
    folder,
    code: importOf(specifier),
    refused: false,
  })),
  ...refusedCode.map(([rule, folder, code]) => ({
    rule,
    title: `${rule} in ${folder}`,
    folder,
    code,
    refused: true,
  })),
].map((piece, index) => {
  const extension = piece.folder.startsWith('renderer') ? 'tsx' : 'ts';
  const name = piece.rule === 'unicorn(filename-case)' ? 'plantedFile' : 'planted';
  return { ...piece, file: `${piece.folder}/${name}-${index}.${extension}` };
});

describe('the lint rules', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'understory-lint-'));
  const found = new Map<string, readonly string[]>();

  beforeAll(() => {
    for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) {
      cpSync(path.join(root, file), path.join(folder, file));
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    for (const { file, code } of planted) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), code);
    }
    const { diagnostics } = reportSchema.parse(JSON.parse(lint(folder)));
    for (const { filename, code } of diagnostics) {
      const file = path.relative(folder, path.resolve(folder, filename)).replaceAll(path.sep, '/');
      found.set(file, [...(found.get(file) ?? []), code]);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(planted.filter(({ refused }) => refused))('refuse $title', ({ file, rule }) => {
    expect(found.get(file)).toContain(rule);
  });

  it.each(planted.filter(({ refused }) => !refused))('allow $title', ({ file, rule }) => {
    expect(found.get(file) ?? []).not.toContain(rule);
  });
});
