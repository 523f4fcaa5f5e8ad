import { create } from 'zustand';

const areaIds = [
  'library',
  'coding',
  'codebook',
  'themes',
  'memos',
  'search',
  'analysis',
  'planning',
  'writing',
  'review',
  'history',
] as const;
export type AreaId = (typeof areaIds)[number];

/** A deep place: an area, the record open in it, and a finer place such as a coding. */
export interface Address {
  readonly area: AreaId;
  readonly id?: string;
  readonly at?: string;
}

const format = (address: Address): string =>
  `#/${[address.area, address.id, address.at].filter((part) => part !== undefined).join('/')}`;

const parse = (hash: string): Address => {
  const [area, id, at] = hash.replace(/^#\/?/u, '').split('/');
  return {
    area: areaIds.find((known) => known === area) ?? 'library',
    ...(id ? { id } : {}),
    ...(at ? { at } : {}),
  };
};

interface Navigation {
  readonly address: Address;
  /** Goes to a place; back and forward return to it. */
  readonly go: (address: Address) => void;
  /** Changes the finer place without a step in the history, for example while reading on. */
  readonly settle: (address: Address) => void;
}

/** Where the window is. The address is the page's hash, so back and forward are the browser's. */
export const useNavigation = create<Navigation>((set) => ({
  address: parse(location.hash),
  go: (address) => {
    if (format(address) !== location.hash) history.pushState(null, '', format(address));
    set({ address });
  },
  settle: (address) => {
    history.replaceState(null, '', format(address));
    set({ address });
  },
}));

addEventListener('popstate', () => useNavigation.setState({ address: parse(location.hash) }));
