import { create } from 'zustand';

/** Whether the host still answers. `lost` is shown, and goes by itself when the host is back. */
export const useConnection = create<{ readonly state: 'there' | 'lost' }>(() => ({
  state: 'there',
}));

/** Says whether the host answers. */
export const setConnection = (state: 'there' | 'lost'): void => {
  if (useConnection.getState().state !== state) useConnection.setState({ state });
};
