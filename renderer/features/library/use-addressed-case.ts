import { useEffect } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import type { Case } from '#shared/model/case.ts';
import { useLibraryState } from './library-state.ts';

/** The case that the window's address names, if it names one. */
export const useAddressedCase = (): Case | undefined => {
  const id = useNavigation(({ address }) => (address.area === 'library' ? address.id : undefined));
  const cases = useCall('cases.list', {}).data;
  return id === undefined ? undefined : cases?.find((record) => record.id === id);
};

/** Shows the case that the address names, when somebody comes to it from elsewhere. */
export const useCaseShown = (): void => {
  const id = useAddressedCase()?.id;
  useEffect(() => {
    if (id === undefined) return;
    useLibraryState.setState({ tab: 'cases' });
    requestAnimationFrame(() =>
      document.querySelector(`[data-case="${id}"]`)?.scrollIntoView({ block: 'nearest' }),
    );
  }, [id]);
};
