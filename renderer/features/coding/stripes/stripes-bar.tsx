import { X } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { Toolbar } from 'react-aria-components';
import { useCall } from '#renderer/client/queries.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import { type Coding, codingLevels } from '#shared/model/coding.ts';
import { countsIn } from '#shared/text/density.ts';
import type { Colouring } from './categories.ts';
import { ChoiceMenu } from './choice-menu.tsx';
import { moveToDense } from './dense-passages.ts';
import { facetsOf } from './facets.ts';
import { FilterMenu } from './filter-menu.tsx';
import { Legend } from './legend.tsx';
import styles from './stripes-bar.module.css';
import {
  changeFilter,
  type Grouping,
  groupStripes,
  showAll,
  useStripesState,
} from './stripes-state.ts';
import { useShown } from './use-shown.ts';

interface Props {
  readonly reading: Reading;
  readonly codings: readonly Coding[];
  readonly codes: readonly Code[];
}

const none: readonly never[] = [];

const colourChoices: readonly { readonly id: Colouring; readonly name: string }[] = [
  { id: 'code', name: 'code' },
  { id: 'theme', name: 'theme' },
  { id: 'coder', name: 'coder' },
  { id: 'speaker', name: 'speaker' },
];

type StripeChoice = Grouping | 'hidden';
const stripeChoices: readonly { readonly id: StripeChoice; readonly name: string }[] = [
  { id: 'code', name: 'by code' },
  { id: 'theme', name: 'by theme' },
  { id: 'coder', name: 'by coder' },
  { id: 'coding', name: 'for each coding' },
  { id: 'hidden', name: 'hidden' },
];

const chooseStripes = (choice: StripeChoice): void => {
  useStripesState.setState({ marginOpen: choice !== 'hidden' });
  if (choice !== 'hidden') groupStripes(choice);
};

const Filters = ({ codings, codes }: Omit<Props, 'reading'>) => {
  const filter = useStripesState((state) => state.filter);
  const themes = useCall('themes.list', {}).data ?? none;
  const placed = useCall('themes.codes', {}).data ?? none;
  const coders = useCall('coders.list', {}).data ?? none;
  const facets = useMemo(
    () => facetsOf(codings, { codes, themes, placed, coders }),
    [codings, codes, themes, placed, coders],
  );
  const marks = [...(filter.important ? ['important'] : []), ...filter.levels];
  return (
    <>
      <FilterMenu
        label="Codes"
        facets={facets.codes}
        chosen={filter.codes}
        onChange={(chosen) => changeFilter({ codes: chosen })}
      />
      <FilterMenu
        label="Themes"
        facets={facets.themes}
        chosen={filter.themes}
        onChange={(chosen) => changeFilter({ themes: chosen })}
      />
      <FilterMenu
        label="Coders"
        facets={facets.coders}
        chosen={filter.coders}
        onChange={(chosen) => changeFilter({ coders: chosen })}
      />
      <FilterMenu
        label="Marks"
        facets={facets.marks}
        chosen={marks}
        onChange={(chosen) =>
          changeFilter({
            important: chosen.includes('important'),
            levels: codingLevels.filter((level) => chosen.includes(level)),
          })
        }
      />
    </>
  );
};

/** How much is coded, in words: what the minimap shows. Pressed, it goes to the next dense passage. */
const Coverage = ({ reading, codings }: Pick<Props, 'reading' | 'codings'>) => {
  // Nobody waits for it: what was just coded is painted first.
  const settled = useDeferredValue(codings);
  const share = useMemo(() => {
    const spoken = reading.turns.filter((turn) => turn.speakerId !== null);
    const turns = spoken.length > 0 ? spoken : reading.turns;
    const coded = countsIn(settled, turns).reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
    const percent = turns.length === 0 ? 0 : Math.round((100 * coded) / turns.length);
    return `Coded ${percent} % of ${turns.length.toLocaleString()} turns`;
  }, [reading, settled]);
  return (
    <Button
      kind="quiet"
      small
      aria-label={`${share}. Go to the next densely coded passage`}
      onPress={() => moveToDense(1)}
    >
      {share}
    </Button>
  );
};

/** Says what is shown when the filter was changed; not when something was coded. */
const useSaid = (words: string): void => {
  const filter = useStripesState((state) => state.filter);
  const said = useRef(filter);
  useEffect(() => {
    if (said.current === filter) return;
    said.current = filter;
    announce(words);
  }, [filter, words]);
};

/**
 * Which codings are shown, in which colours and as which stripes. Put away, it stays as one line
 * while a filter hides something.
 */
export const StripesBar = ({ reading, codings, codes }: Props) => {
  const { barOpen, colourBy, groupBy, marginOpen } = useStripesState();
  const { matching, drawn } = useShown(reading, codings, codes);
  const isFiltered = matching !== codings;
  const all = codings.length.toLocaleString();
  const words = isFiltered
    ? `Showing ${matching.length.toLocaleString()} of ${all} codings`
    : `Showing all ${all} codings`;
  useSaid(words);
  if (!barOpen && !isFiltered && colourBy === 'code') return null;
  return (
    <section className={styles.bar} aria-label="Filter and colours">
      {barOpen ? (
        <Toolbar className={styles.tools ?? ''} aria-label="Filter and colours of codings">
          <Filters codings={codings} codes={codes} />
          <span className={styles.gap} />
          <ChoiceMenu
            label="Colour by"
            choices={colourChoices}
            value={colourBy}
            onChange={(chosen) => useStripesState.setState({ colourBy: chosen })}
          />
          <ChoiceMenu
            label="Stripes"
            choices={stripeChoices}
            value={marginOpen ? groupBy : 'hidden'}
            onChange={chooseStripes}
          />
          <IconButton
            icon={X}
            label="Put the bar away"
            keys="f"
            onPress={() => useStripesState.setState({ barOpen: false })}
          />
        </Toolbar>
      ) : null}
      <div className={styles.state}>
        {isFiltered ? (
          <>
            <span className="figures">{words}</span>
            <Button small onPress={showAll}>
              Show all
            </Button>
          </>
        ) : null}
        <Legend categories={drawn.colours} codings={matching} />
        {barOpen ? <Coverage reading={reading} codings={matching} /> : null}
      </div>
    </section>
  );
};
