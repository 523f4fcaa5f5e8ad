import { type DragEvent, type HTMLAttributes, useEffect, useState } from 'react';
import type { Claim, ClaimKind } from '#shared/model/claim.ts';
import { type ClaimPlace, placeClaim } from './planning-actions.ts';

const dragType = 'application/x-understory-claim';

type Side = 'before' | 'after';
type Target = Pick<HTMLAttributes<HTMLElement>, 'onDragOver' | 'onDragLeave' | 'onDrop'>;

const isClaim = (event: DragEvent): boolean => event.dataTransfer.types.includes(dragType);

/** Takes claims that are dropped; `side` is where one would go that is dragged over it just now. */
const useTarget = <S extends string>(
  sideOf: (event: DragEvent) => S,
  placeOf: (side: S) => ClaimPlace,
): { readonly side: S | null; readonly target: Target } => {
  const [side, setSide] = useState<S | null>(null);
  useEffect(() => {
    if (side === null) return undefined;
    // A drag that is given up with Esc leaves nothing, it only ends.
    const end = (): void => setSide(null);
    addEventListener('dragend', end, true);
    return () => removeEventListener('dragend', end, true);
  }, [side]);
  return {
    side,
    target: {
      onDragOver: (event) => {
        if (!isClaim(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'move';
        setSide(sideOf(event));
      },
      onDragLeave: () => setSide(null),
      onDrop: (event) => {
        setSide(null);
        if (!isClaim(event)) return;
        event.preventDefault();
        event.stopPropagation();
        void placeClaim(event.dataTransfer.getData(dragType), placeOf(sideOf(event)));
      },
    },
  };
};

const halfOf = (event: DragEvent): Side => {
  const box = event.currentTarget.getBoundingClientRect();
  return event.clientY < box.top + box.height / 2 ? 'before' : 'after';
};

/**
 * Lets a claim be dragged, and others be dropped before and after it. The keys do the same: Alt with
 * the arrows, and `Move to the ...`.
 */
export const useClaimDrag = (claim: Claim) => ({
  ...useTarget(halfOf, (side) => ({ beside: claim, side })),
  handle: {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(dragType, claim.id);
      event.dataTransfer.effectAllowed = 'move';
    },
  } as const,
});

/** Lets claims be dropped at the end of a list, also of an empty one. */
export const useListDrop = (kind: ClaimKind) =>
  useTarget<'end'>(
    () => 'end',
    () => ({ end: kind }),
  );
