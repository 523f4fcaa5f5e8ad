import { undoStep } from '#renderer/client/edit.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { announce } from '#renderer/ui/announce.ts';
import { filterSteps, noFilter, useHistoryState } from './history-state.ts';

/** The id of the step that is looked at. */
const chosenStep = (): string | undefined => {
  const { area, id } = useNavigation.getState().address;
  return area === 'history' ? id : undefined;
};

/** Looks at a step of the list. */
export const chooseStep = (id: string): void => {
  if (id !== chosenStep()) useNavigation.getState().settle({ area: 'history', id });
};

/** Goes to a step wherever it is, so that back returns from it. */
export const goToStep = (id: string): void => {
  filterSteps(noFilter);
  useHistoryState.setState({ reveal: id });
  useNavigation.getState().go({ area: 'history', id });
};

/** Undoes the step that is looked at; why it is left, where it is, stands beside it then. */
export const undoChosen = async (): Promise<void> => {
  const id = chosenStep();
  if (id === undefined) return;
  useHistoryState.setState({ refusal: null });
  const error = await undoStep(id);
  if (error === null) {
    // The button goes with what it was for, so the focus goes to the step.
    useHistoryState.setState({ reveal: id });
    return;
  }
  useHistoryState.setState({ refusal: { id, error } });
  announce(error.message);
};
