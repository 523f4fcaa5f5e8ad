import { notifyManager } from '@tanstack/react-query';
import type { Input } from '#shared/contract/index.ts';
import { ask } from './call.ts';
import { queryClient, readAgain } from './queries.ts';

const methods = ['sources.get', 'codings.list'] as const;

/**
 * After the words of sources were edited: reads what is open anew and shows all of it at once, so
 * that no coding is ever seen on other words than its own. What is not on the screen is read when it
 * is next looked at. Throws CallFailure.
 */
export const refreshTexts = async (): Promise<void> => {
  const queries = methods.flatMap((method) =>
    queryClient
      .getQueryCache()
      .findAll({ queryKey: [method] })
      .map((query) => ({ method, query })),
  );
  const shown = queries.filter(({ query }) => {
    const isShown = query.isActive() && query.state.fetchStatus === 'idle';
    if (!isShown) readAgain(query.queryKey);
    return isShown && query.state.data !== undefined;
  });
  const fresh = await Promise.all(
    shown.map(({ method, query }) => ask(method, query.queryKey[1] as Input<typeof method>)),
  );
  notifyManager.batch(() => {
    for (const [index, { query }] of shown.entries())
      queryClient.setQueryData(query.queryKey, fresh[index]);
  });
};
