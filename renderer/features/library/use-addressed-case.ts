import { useEffect } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { head, useCaseState } from './case-state.ts';
import { useLibraryState } from './library-state.ts';

/** How long a case must be the chosen one before it becomes the window's address, in milliseconds. */
const settlesAfter = 200;

/** Shows the case that the address names, when somebody comes to it from elsewhere. */
export const useCaseShown = (): void => {
  const id = useNavigation(({ address }) => (address.area === 'library' ? address.id : undefined));
  const isCase = useCall('cases.list', {}).data?.some((record) => record.id === id) ?? false;
  useEffect(() => {
    if (id === undefined || !isCase) return;
    useLibraryState.setState({ tab: 'cases' });
    if (useCaseState.getState().at?.caseId !== id)
      useCaseState.setState({
        at: { caseId: id, columnId: 'pseudonym', row: 0, column: 0 },
        editing: null,
      });
  }, [id, isCase]);
};

/** Makes the case that is chosen in the grid the window's address, once it stays chosen. */
export const useCaseAddress = (): void => {
  const caseId = useCaseState((state) => state.at?.caseId);
  useEffect(() => {
    if (caseId === undefined || caseId === head) return undefined;
    const timer = setTimeout(() => {
      const { address, settle } = useNavigation.getState();
      if (address.area === 'library' && address.id !== caseId)
        settle({ area: 'library', id: caseId });
    }, settlesAfter);
    return () => clearTimeout(timer);
  }, [caseId]);
};
