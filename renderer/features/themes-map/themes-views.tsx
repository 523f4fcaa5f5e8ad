import { createElement, useDeferredValue, useEffect, useRef } from 'react';
import { Themes } from '#renderer/features/themes/themes.tsx';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { useViewCommands } from './map-commands.ts';
import { turnTo, useThemesView } from './map-state.ts';
import { loadAhead, useLoaded } from './use-loaded.ts';
import { useMap } from './use-map.ts';

const loadMap = async () => (await import('./themes-map.tsx')).ThemesMap;
const loadCanvas = async () => (await import('./map-canvas.tsx')).MapCanvas;

/** The map, whose code and records are all on their way at the same time. */
const MapViews = () => {
  const reading = useMap();
  const isMap = useThemesView((state) => state.view === 'map');
  const views = useLoaded(loadMap);
  // The canvas and its library are not for those who read the outline.
  const canvas = useLoaded(loadCanvas, isMap);
  if (views !== undefined) return createElement(views, { reading, Canvas: canvas });
  return (
    <>
      <h1 className="visually-hidden">Themes</h1>
      <Skeleton lines={14} />
    </>
  );
};

/** Loads the code of the map while the board is looked at and nothing else is to be done. */
const useMapAhead = (): void =>
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      loadAhead(loadMap);
      loadAhead(loadCanvas);
    });
    return () => cancelIdleCallback(idle);
  }, []);

/** Puts the focus on the switch of the view that was chosen by it, since the one before went away. */
const useSwitchFocus = (view: string): void => {
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return undefined;
    before.current = view;
    let frame = requestAnimationFrame(function look() {
      if (document.activeElement !== document.body) return;
      const chosen = document.querySelector<HTMLElement>(
        '[aria-label="View of the themes"] [aria-checked="true"]',
      );
      if (chosen === null) frame = requestAnimationFrame(look);
      else chosen.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [view]);
};

/** Turns to the theme on the map or in its outline whose review was left; the board does so itself. */
const useReturn = (isReview: boolean): void => {
  const before = useRef(isReview);
  useEffect(() => {
    const isLeft = before.current && !isReview;
    before.current = isReview;
    const { id } = useNavigation.getState().address;
    if (isLeft && id !== undefined && useThemesView.getState().view !== 'board')
      turnTo({ kind: 'theme', id }, true);
  }, [isReview]);
};

/** The themes as a board, as a map, or as an outline of the map. */
export const ThemesViews = () => {
  // In slices, between which the layout is asked for and the keys are heard.
  const view = useDeferredValue(useThemesView((state) => state.view));
  useViewCommands();
  useMapAhead();
  useSwitchFocus(view);
  // A theme is reviewed against its extracts from any view.
  const isReview = useNavigation(({ address }) => address.at === 'review');
  useReturn(isReview);
  return view === 'board' || isReview ? <Themes /> : <MapViews />;
};
