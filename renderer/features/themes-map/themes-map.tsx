import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import type { ComponentType } from 'react';
import { runCommand } from '#renderer/commands/registry.ts';
import { ThemesHeader } from '#renderer/features/themes/themes-header.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { showCodes, showView } from './map-actions.ts';
import { useMapCommands } from './map-commands.ts';
import { MapDialogs } from './map-dialogs.tsx';
import { MapOutline } from './map-outline.tsx';
import { useThemesView } from './map-state.ts';
import { mapCounts } from './map-words.ts';
import styles from './themes-map.module.css';
import type { MapReading, ShownMap } from './use-map.ts';
import { ThemesViewSwitch } from './view-switch.tsx';

interface Props {
  readonly reading: MapReading;
  /** Absent while its code is being loaded. */
  readonly Canvas: ComponentType<{ readonly shown: ShownMap }> | undefined;
}

const keysOf = {
  map: 'The arrow keys go from one theme, code or relation to the next. Enter shows it in the details, Alt with Enter reviews a theme. Shift or Alt with an arrow key moves it. R relates it to another one. On a relation, F2 changes its words and Delete removes it. Equals, minus and 0 zoom.',
  outline:
    'The arrow keys go from line to line and fold. Enter shows a theme or code in the details, Alt with Enter reviews a theme. R relates it to another one. On a relation, F2 changes its words and Delete removes it.',
} as const;

const Zoom = () => (
  <div className={styles.zoom} role="group" aria-label="Zoom">
    <IconButton
      icon={ZoomOut}
      label="Zoom out"
      keys="-"
      onPress={() => runCommand('map.zoom-out')}
    />
    <IconButton icon={ZoomIn} label="Zoom in" keys="=" onPress={() => runCommand('map.zoom-in')} />
    <IconButton
      icon={Maximize}
      label="Show the whole map"
      keys="0"
      onPress={() => runCommand('map.fit')}
    />
  </div>
);

const Tools = ({ shown }: { readonly shown: ShownMap }) => {
  const { codes, view } = useThemesView();
  return (
    <div className={styles.tools}>
      <Checkbox isSelected={codes} onChange={showCodes}>
        Codes
      </Checkbox>
      {view === 'map' ? <Zoom /> : null}
      <span className={styles.gap} />
      <Button
        small
        isDisabled={shown.map.places.length === 0}
        onPress={() => runCommand('map.lay-out-again')}
      >
        Lay out again
      </Button>
      <Button small onPress={() => runCommand('map.export')}>
        Export map
      </Button>
      <Button
        small
        kind="primary"
        isDisabled={shown.boxes.length < 2}
        onPress={() => runCommand('map.relate')}
      >
        Add relation
      </Button>
    </div>
  );
};

const Body = ({ shown, Canvas }: Pick<Props, 'Canvas'> & { readonly shown: ShownMap }) => {
  const view = useThemesView((state) => state.view);
  if (shown.map.themes.length === 0)
    return (
      <EmptyState
        title="Themes and how they hang together are drawn here"
        action={
          <Button kind="primary" onPress={() => showView('board')}>
            Go to the board
          </Button>
        }
      >
        Make themes from codes on the board first. Then say here how they are related. For example
        ‘Not believed’ leads to ‘Silence as work’.
      </EmptyState>
    );
  return (
    <>
      <Tools shown={shown} />
      <p id="map-keys" hidden>
        {view === 'map' ? keysOf.map : keysOf.outline}
      </p>
      {view === 'map' ? (
        <>
          <div className={styles.skip}>
            <Button small onPress={() => showView('outline')}>
              Read the map as an outline
            </Button>
          </div>
          {Canvas === undefined ? <Skeleton lines={14} /> : <Canvas shown={shown} />}
        </>
      ) : (
        <MapOutline shown={shown} />
      )}
      <MapDialogs shown={shown} />
    </>
  );
};

/** The thematic map: themes, subthemes, codes and what relates them, as a canvas or as an outline. */
export const ThemesMap = ({ reading, Canvas }: Props) => {
  const { shown, error, retry } = reading;
  useMapCommands(shown);
  return (
    <div className={styles.map}>
      <ThemesHeader summary={shown === undefined ? '' : mapCounts(shown)}>
        <ThemesViewSwitch />
      </ThemesHeader>
      {error !== null && shown === undefined ? <ErrorState error={error} onRetry={retry} /> : null}
      {error === null && shown === undefined ? <Skeleton lines={14} /> : null}
      {shown === undefined ? null : <Body shown={shown} Canvas={Canvas} />}
    </div>
  );
};
