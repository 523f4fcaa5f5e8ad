import type { Carrier, Marked } from '#shared/analysis/orphans.ts';
import type { Store } from './store.ts';

/** Who speaks where a coding begins: the last turn that begins no later. */
const speakerAt = `(SELECT turn.speakerId FROM turn
  WHERE turn.sourceId = coding.sourceId AND turn.start <= coding.start
  ORDER BY turn.start DESC LIMIT 1)`;

/**
 * A person is a case; where nobody has said whose words they are, the speaker of that source, or
 * the source itself. The words of an interviewer are nobody's (null).
 */
const person = `
  CASE WHEN speaker.role = 'interviewer' THEN NULL
    ELSE coalesce(speaker.caseId, source.caseId, speaker.id, source.id) END AS personId,
  CASE WHEN speaker.role = 'interviewer' THEN NULL
    ELSE coalesce("case".pseudonym, speaker.label, source.name) END AS person`;

const people = `
  JOIN source ON source.id = c.sourceId
  LEFT JOIN speaker ON speaker.id = c.speakerId
  LEFT JOIN "case" ON "case".id = coalesce(speaker.caseId, source.caseId)`;

/** How many quotes of each code that stands in a theme are whose. */
export const listCarriers = (store: Store): Carrier[] =>
  store.all<Carrier>(
    `SELECT c.codeId, ${person}, sum(c.n) AS quotes FROM (
       SELECT codeId, sourceId, speakerId, count(*) AS n FROM (
         SELECT codeId, sourceId, ${speakerAt} AS speakerId FROM coding
         WHERE codeId IN (SELECT codeId FROM theme_code))
       GROUP BY codeId, sourceId, speakerId) c ${people}
     GROUP BY c.codeId, personId`,
  );

/** Which extracts were marked as fitting a theme badly or speaking against it, and whose they are. */
export const listMarked = (store: Store): Marked[] =>
  store.all<Marked>(
    `SELECT c.themeId, c.codeId, ${person} FROM (
       SELECT extract.themeId, coding.codeId, coding.sourceId, ${speakerAt} AS speakerId
       FROM extract JOIN coding ON coding.id = extract.codingId
       WHERE extract.fit IN ('fits badly', 'contrary')) c ${people}`,
  );
