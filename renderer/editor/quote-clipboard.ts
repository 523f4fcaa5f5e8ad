import { type Quoted, quotedSchema } from '#shared/text/links.ts';

/** How a quote travels beside its plain words when it is copied or dragged. */
const quoteMime = 'application/x-understory-quote';

/** Lays a quote into what is copied or dragged: its words for other programs, its place for memos. */
export const writeQuote = (data: DataTransfer, quoted: Quoted): void => {
  data.setData('text/plain', quoted.text);
  data.setData(quoteMime, JSON.stringify(quoted));
};

/** The quote in what is pasted or dropped, if it holds one. */
export const readQuote = (data: DataTransfer | null): Quoted | null => {
  const json = data?.getData(quoteMime) ?? '';
  if (json === '') return null;
  try {
    return quotedSchema.parse(JSON.parse(json));
  } catch {
    return null;
  }
};
