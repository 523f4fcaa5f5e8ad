import { useEffect, useRef } from 'react';
import { useNavigation } from '#renderer/state/navigation.ts';
import { lookAt } from './planning-actions.ts';
import type { Plan } from './planning-data.ts';
import { type Reveal, usePlanningState } from './planning-state.ts';

const selectorOf = (reveal: Reveal): string =>
  'claim' in reveal
    ? `[data-claim="${CSS.escape(reveal.claim)}"] [data-claim-words]`
    : `[data-new-claim="${CSS.escape(reveal.add)}"]`;

/** Waits until what was just closed has given the focus back. */
const afterDialogs = (act: () => void): (() => void) => {
  let frame = requestAnimationFrame(function look() {
    frame = requestAnimationFrame(
      document.querySelector('[role=dialog], [role=menu]') === null ? act : look,
    );
  });
  return () => cancelAnimationFrame(frame);
};

/** Puts the focus on what was asked for, once it is on the screen. */
const useFocus = (plan: Plan | undefined): void => {
  const reveal = usePlanningState((state) => state.reveal);
  useEffect(() => {
    if (reveal === null) return undefined;
    return afterDialogs(() => {
      const found = document.querySelector<HTMLElement>(selectorOf(reveal));
      if (found === null) return;
      usePlanningState.setState({ reveal: null });
      const active = document.activeElement;
      // The toasts give the focus back to where it was as soon as it leaves them: let them first.
      if (active instanceof HTMLElement && active.closest('[data-sonner-toaster]') !== null)
        active.blur();
      found.focus({ preventScroll: true });
      found.scrollIntoView({ block: 'nearest' });
    });
  }, [reveal, plan]);
};

/** Whether the focus may be taken: nobody is typing, or using anything outside the lists. */
const focusIsFree = (): boolean => {
  const active = document.activeElement;
  if (active === null || active === document.body) return true;
  if (active.matches('input, textarea, [contenteditable=true]')) return false;
  return active.closest('[data-planning], [data-sonner-toaster]') !== null;
};

/** Goes back to a claim that went away while it was looked at, when an undo brings it back. */
const useReturn = (plan: Plan | undefined): void => {
  const id = useNavigation(({ address }) => address.id);
  const before = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    if (plan === undefined) return;
    const now = new Set(plan.claims.map((claim) => claim.id));
    const was = before.current;
    before.current = now;
    const { missed } = usePlanningState.getState();
    if (was === undefined) return;
    if (missed !== null && now.has(missed) && !was.has(missed)) {
      usePlanningState.setState({ missed: null });
      if (!focusIsFree()) return;
      lookAt(missed);
      usePlanningState.setState({ reveal: { claim: missed } });
    } else if (id !== undefined && was.has(id) && !now.has(id))
      usePlanningState.setState({ missed: id });
  }, [plan, id]);
};

/** Shows the claim of the address, for example one opened from what rests on a quote. */
const useAddress = (plan: Plan | undefined): void => {
  const id = useNavigation(({ address }) => address.id);
  const isThere = plan?.claims.some((claim) => claim.id === id) === true;
  useEffect(() => {
    if (!isThere || id === undefined) return;
    const row = document.querySelector(`[data-claim="${CSS.escape(id)}"]`);
    if (row?.contains(document.activeElement) === true) return;
    // While somebody types in another place of this screen, the lists leave the focus there.
    if (document.activeElement?.matches('textarea') === true) return;
    usePlanningState.setState({ tab: 'plan', reveal: { claim: id } });
  }, [id, isThere]);
};

/** Looks after the focus on the planning screen: what is asked for, what went away and came back. */
export const useReveal = (plan: Plan | undefined): void => {
  useFocus(plan);
  useReturn(plan);
  useAddress(plan);
};
