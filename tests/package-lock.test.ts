import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        resolved: z.string().optional(),
        gypfile: z.boolean().optional(),
        optionalDependencies: z.record(z.string(), z.string()).optional(),
      }),
    ),
  })
  .parse(
    JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../package-lock.json'), 'utf8')),
  );

describe('package-lock.json', () => {
  it('names no registry', () => {
    expect(Object.keys(packages).filter((name) => packages[name]?.resolved !== undefined)).toEqual(
      [],
    );
  });

  it('tells npm not to compile better-sqlite3 (run `npm install` to write it again)', () => {
    expect(packages['node_modules/better-sqlite3']?.gypfile).toBe(false);
  });

  it('holds the binaries of every platform, so that `npm ci` works on all of them', () => {
    const wanted = Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => ({ owner, name })),
    );
    const missing = wanted.filter(
      ({ owner, name }) =>
        packages[`node_modules/${name}`] === undefined &&
        packages[`${owner}/node_modules/${name}`] === undefined,
    );
    expect(missing).toEqual([]);
    expect(wanted.length).toBeGreaterThan(0);
  });

  it('holds one copy of lexical, whose nodes are compared by class', () => {
    expect(
      Object.keys(packages).filter((name) => name.endsWith('node_modules/lexical')),
    ).toHaveLength(1);
  });
});
