import { useEffect, useRef } from 'react';
import { useNavigation } from '#renderer/state/navigation.ts';
import type { Code } from '#shared/model/code.ts';
import type { CodeNode } from './code-rows.ts';
import { currentCodes } from './codebook-data.ts';
import { choose, useCodebookState } from './codebook-state.ts';

/** Whether the focus may be put on a row: nobody is typing, or using anything outside the codebook. */
const focusIsFree = (): boolean => {
  const active = document.activeElement;
  if (active === null || active === document.body) return true;
  if (active.matches('input, textarea, [contenteditable=true]')) return false;
  return active.closest('[data-codebook], [data-sonner-toaster], [role=dialog]') !== null;
};

/** The code nearest to the first of those that went away: the next one that stayed, else the one before. */
const neighbour = (
  before: readonly string[],
  gone: readonly string[],
  stay: ReadonlySet<string>,
): string | undefined => {
  const at = before.findIndex((id) => gone.includes(id));
  return (
    before.slice(at + 1).find((id) => stay.has(id)) ??
    before.slice(0, Math.max(at, 0)).findLast((id) => stay.has(id))
  );
};

/**
 * Keeps what is chosen and the address of the window the same. An address of a code that is not
 * there chooses nothing, and stays, so that the details can say so.
 */
const useAddress = (): void => {
  const { address, settle } = useNavigation();
  const chosen = useCodebookState((state) => state.chosen);
  useEffect(() => {
    const { id } = address;
    if (id === undefined || useCodebookState.getState().chosen.has(id)) return;
    if (currentCodes().some((code) => code.id === id)) choose([id], true);
    else useCodebookState.setState({ chosen: new Set() });
  }, [address]);
  useEffect(() => {
    const now = useCodebookState.getState().chosen;
    const { address: at } = useNavigation.getState();
    if (now !== chosen || at.area !== 'codebook' || now.has(at.id ?? '')) return;
    const [first] = now;
    if (first !== undefined) settle({ area: 'codebook', id: first });
    else if (currentCodes().some((code) => code.id === at.id)) settle({ area: 'codebook' });
  }, [chosen, settle]);
};

/**
 * Looks after what is chosen: codes that go away hand over to their neighbour, those that an undo
 * brings back are chosen again, and the address of the window says what it is.
 */
export const useChoice = (codes: readonly Code[], rows: readonly CodeNode[]): void => {
  useAddress();
  const chosen = useCodebookState((state) => state.chosen);
  const before = useRef<readonly string[]>([]);
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const stay = new Set(codes.map((code) => code.id));
    const { missed } = useCodebookState.getState();
    const back = [...missed].filter((id) => stay.has(id) && !known.current.has(id));
    // One that was just created can be chosen before the list has it.
    const gone = [...chosen].filter((id) => known.current.has(id) && !stay.has(id));
    if (back.length > 0) {
      useCodebookState.setState({ missed: new Set() });
      if (focusIsFree()) choose(back, true);
    } else if (gone.length > 0) {
      const left = [...chosen].filter((id) => !gone.includes(id));
      const next = left.length > 0 ? undefined : neighbour(before.current, gone, stay);
      useCodebookState.setState({ missed: new Set(gone), chosen: new Set(left) });
      if (next !== undefined) choose([next], focusIsFree());
    }
    before.current = rows.map((row) => row.id);
    known.current = stay;
  }, [codes, rows, chosen]);
};
