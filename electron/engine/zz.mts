import fs from 'node:fs';
import { readDocument } from '#electron/importers/index.ts';
import { detectAll, detectTurns } from '#shared/text/turns.ts';

for (const f of fs.readdirSync('tests/fixtures/import')) {
  const d = await readDocument({
    bytes: fs.readFileSync('tests/fixtures/import/' + f),
    fileName: f,
  });
  if (!d.ok) {
    console.log(f, d);
    continue;
  }
  const x = detectTurns(d.document, { pattern: 'auto' });
  console.log(
    '==',
    f,
    x.pattern,
    x.speakers
      .map((s) => `${s.label}:${s.turns}:${s.suggestedRole[0]}${s.meaning ? '=' + s.meaning : ''}`)
      .join(', '),
    '|',
    [...d.document.warnings, ...x.warnings].map((w) => w.code),
    '|',
    detectAll(d.document)
      .slice(0, 4)
      .map((a) => `${a.pattern} ${a.turns}/${a.speakers} ${a.confidence}`)
      .join('; '),
  );
  for (const t of x.turns)
    console.log(
      '   ',
      t.speaker,
      t.startMs ?? '',
      t.endMs ?? '',
      JSON.stringify(d.document.text.slice(t.start, t.speechStart)),
      JSON.stringify(d.document.text.slice(t.speechStart, t.end)).slice(0, 110),
    );
}
