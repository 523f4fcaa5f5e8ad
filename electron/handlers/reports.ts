import { v7 as uuidv7 } from 'uuid';
import { keepPassages } from '#electron/project/passages.ts';
import {
  deleteRecord,
  findRecord,
  getRecord,
  insertRecord,
  updateRecord,
} from '#electron/project/records.ts';
import { readReport } from '#electron/project/report-words.ts';
import { listQuoteUse, listReports, tellingCodings } from '#electron/project/reports.ts';
import type { Store } from '#electron/project/store.ts';
import { getProjectRecord } from '#electron/project/study.ts';
import { listThemes } from '#electron/project/themes.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { CheckedInput } from '#shared/contract/index.ts';
import type { ReportTemplate } from '#shared/contract/reports.ts';
import {
  mostParts,
  partsOfReport,
  type Report,
  type ReportPart,
  reportPartSchema,
} from '#shared/model/report.ts';
import type { Theme } from '#shared/model/theme.ts';
import type { Handlers } from './context.ts';
import { quoted } from './words.ts';

/** As many telling quotes a theme begins with in a new report. */
const quotesToBegin = 3;

/** The themes that are ready to be written up; while none is, all that are not retired. */
const themesToWrite = (store: Store): readonly Theme[] => {
  const themes = listThemes(store).filter(({ status }) => status !== 'retired');
  const ready = themes.filter(({ status }) => status !== 'candidate');
  return ready.length > 0 ? ready : themes;
};

const partsFrom = (store: Store, template: ReportTemplate): readonly ReportPart[] => {
  if (template === 'empty') return [];
  const themes = themesToWrite(store);
  const text = (heading: string): ReportPart => ({ id: uuidv7(), type: 'text', heading, body: '' });
  return [
    text('Introduction'),
    {
      id: uuidv7(),
      type: 'theme table',
      heading: 'Themes at a glance',
      themeIds: themes.map(({ id }) => id),
      quotes: [],
    },
    ...themes.map(
      ({ id }): ReportPart => ({
        id: uuidv7(),
        type: 'theme',
        themeId: id,
        codingIds: tellingCodings(store, id, quotesToBegin),
      }),
    ),
    { id: uuidv7(), type: 'claims', heading: 'Findings', kind: 'finding' },
  ];
};

/** Whether counts belong in a report unless it is said: in a reflexive study they do not. */
export const hasCounts = (store: Store): boolean =>
  getProjectRecord(store).approach !== 'reflexive';

const write = (store: Store, report: Report, parts: readonly ReportPart[]): Report => {
  for (const part of parts) if (part.type === 'text') keepPassages(store, part.body);
  const written = { ...report, parts: JSON.stringify(parts) };
  updateRecord(store, 'report', { id: report.id, parts: written.parts });
  return written;
};

const placeOf = (parts: readonly ReportPart[], partId: string): number => {
  const place = parts.findIndex(({ id }) => id === partId);
  if (place === -1) throw new Failure('not-found', 'This part is no longer in the report.');
  return place;
};

type Change = Omit<CheckedInput<'reports.changePart'>, 'reportId' | 'partId'>;

const changed = (part: ReportPart, change: Change): ReportPart => {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const result = reportPartSchema.safeParse({ ...part, ...Object.fromEntries(given) });
  if (!result.success)
    throw new Failure('bad-input', 'This part of a report has no such field. Nothing was changed.');
  return result.data;
};

export const reportsHandlers: Handlers<'reports'> = {
  'reports.list': ({ project }) => listReports(project.store),
  'reports.read': ({ project: { store } }, { id, counts }) => {
    const report = findRecord(store, 'report', id);
    return report === undefined ? null : readReport(store, report, counts ?? hasCounts(store));
  },
  'reports.quoteUse': ({ project }) => listQuoteUse(project.store),
  'reports.create': ({ project: { store }, label }, { name, template }) => {
    label(`Start report ${quoted(name)}`);
    const report = {
      id: uuidv7(),
      name,
      parts: JSON.stringify(partsFrom(store, template)),
      createdAt: new Date().toISOString(),
    };
    insertRecord(store, 'report', report);
    return report;
  },
  'reports.update': ({ project: { store }, label }, { id, name }) => {
    label(`Rename report ${quoted(getRecord(store, 'report', id).name)} to ${quoted(name)}`);
    updateRecord(store, 'report', { id, name });
    return getRecord(store, 'report', id);
  },
  'reports.delete': ({ project: { store }, label }, { id }) => {
    label(`Delete report ${quoted(getRecord(store, 'report', id).name)}`);
    deleteRecord(store, 'report', id);
    return null;
  },
  'reports.addPart': ({ project: { store }, label }, { reportId, part, position }) => {
    const report = getRecord(store, 'report', reportId);
    const parts = partsOfReport(report);
    label(`Add a part to report ${quoted(report.name)}`);
    if (parts.length >= mostParts)
      throw new Failure('conflict', `A report can have at most ${mostParts} parts.`);
    if (parts.some(({ id }) => id === part.id))
      throw new Failure('conflict', 'This part is in the report already.');
    return write(store, report, parts.toSpliced(position ?? parts.length, 0, part));
  },
  'reports.changePart': ({ project: { store }, label }, { reportId, partId, ...change }) => {
    const report = getRecord(store, 'report', reportId);
    label(`Change a part of report ${quoted(report.name)}`);
    const parts = partsOfReport(report);
    const place = placeOf(parts, partId);
    return write(
      store,
      report,
      parts.map((part, at) => (at === place ? changed(part, change) : part)),
    );
  },
  'reports.movePart': ({ project: { store }, label }, { reportId, partId, position }) => {
    const report = getRecord(store, 'report', reportId);
    label(`Move a part of report ${quoted(report.name)}`);
    const parts = partsOfReport(report);
    const place = placeOf(parts, partId);
    const moving = parts.slice(place, place + 1);
    return write(store, report, parts.toSpliced(place, 1).toSpliced(position, 0, ...moving));
  },
  'reports.removePart': ({ project: { store }, label }, { reportId, partId }) => {
    const report = getRecord(store, 'report', reportId);
    label(`Take a part out of report ${quoted(report.name)}`);
    const parts = partsOfReport(report);
    return write(store, report, parts.toSpliced(placeOf(parts, partId), 1));
  },
};
