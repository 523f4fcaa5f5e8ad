import { toast } from 'sonner';
import { create } from 'zustand';
import { announce } from '#renderer/ui/announce.ts';

/** Where it is kept that this window is given to a reader, so that loading the page again does not end it. */
const keptAs = 'understory-reader';

interface ReaderState {
  /** The review pack that is read; null while the whole app is there. */
  readonly packId: string | null;
  /** Whether what to show is being chosen. */
  readonly isChoosing: boolean;
  /** Whether leaving is being confirmed. */
  readonly isLeaving: boolean;
}

/** Reader mode: a reviewer at the researcher's desk sees the themes and quotes of one pack and nothing else. */
export const useReader = create<ReaderState>(() => ({
  packId: sessionStorage.getItem(keptAs),
  isChoosing: false,
  isLeaving: false,
}));

/** Whether this window is given to a reader. */
export const isReading = (): boolean => useReader.getState().packId !== null;

/** Gives the window to a reader. What was said and shown before goes with the rest of the app. */
export const startReading = (packId: string): void => {
  toast.dismiss();
  sessionStorage.setItem(keptAs, packId);
  useReader.setState({ packId, isChoosing: false, isLeaving: false });
  announce('Reader mode. Only the themes and quotes of the review pack are here.');
};

/** Gives the whole app back; asked for and confirmed by somebody. */
export const stopReading = (): void => {
  sessionStorage.removeItem(keptAs);
  useReader.setState({ packId: null, isLeaving: false });
  announce('Reader mode is over. The whole study is here again.');
};
