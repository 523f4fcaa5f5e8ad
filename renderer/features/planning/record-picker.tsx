import { useMemo, useState } from 'react';
import { Autocomplete, Menu, MenuItem } from 'react-aria-components';
import { useCall } from '#renderer/client/queries.ts';
import { matcher } from '#renderer/features/codebook/code-rows.ts';
import { kindOf } from '#renderer/features/evidence/evidence-words.ts';
import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import menuStyles from '#renderer/ui/select.module.css';
import type { Claim } from '#shared/model/claim.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { restOn } from './planning-actions.ts';
import { type Plan, restingOnClaim } from './planning-data.ts';
import styles from './support-picker.module.css';

/** More matches than this are not listed; typing on narrows them. */
const mostMatches = 100;

interface Props {
  readonly claim: Claim;
  readonly plan: Plan;
  readonly onDone: () => void;
}

/** What a claim could rest on: nothing it rests on already, nor what rests on it, nor what is retired. */
const useEntries = (claim: Claim, plan: Plan): readonly Evidence[] =>
  useMemo(() => {
    const there = new Set((plan.supportsOf.get(claim.id) ?? []).map(({ onId }) => onId));
    const resting = restingOnClaim(plan.supportsOf.values(), claim.id);
    const order = ['theme', 'code', 'claim'];
    return [...plan.known.values()]
      .filter(
        ({ kind, id, retired }) =>
          order.includes(kind) && !retired && !there.has(id) && !resting.has(id),
      )
      .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  }, [claim.id, plan]);

/** A list of themes, codes and claims that narrows as one types; Enter chooses. */
export const RecordPicker = ({ claim, plan, onDone }: Props) => {
  const [typed, setTyped] = useState('');
  const codes = useCall('codes.list', {}).data;
  const entries = useEntries(claim, plan);
  const found = useMemo(() => {
    const matches = matcher(typed);
    return entries.filter(({ words }) => matches(words));
  }, [entries, typed]);
  const parents = useMemo(
    () => new Map(codes?.map(({ id, parentId }) => [id, plan.known.get(parentId ?? '')?.words])),
    [codes, plan],
  );
  const hidden = found.length - mostMatches;
  return (
    <div className={styles.picker}>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField label="Find a theme, code or claim" autoFocus />
        <Menu
          className={`${menuStyles.list} ${styles.list}`}
          aria-label="Themes, codes and claims"
          onAction={(key) => {
            const chosen = plan.known.get(String(key));
            onDone();
            if (chosen !== undefined && chosen.kind !== 'source')
              void restOn(claim.id, [{ kind: chosen.kind, id: chosen.id, words: chosen.words }]);
          }}
          renderEmptyState={() => (
            <p className={styles.none}>
              {entries.length === 0
                ? 'There is nothing else to rest it on yet. Themes are built in Themes, codes in Coding.'
                : 'Nothing has that name.'}
            </p>
          )}
        >
          {found.slice(0, mostMatches).map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              className={`${menuStyles.item} ${styles.entry}`}
              textValue={entry.words}
            >
              {entry.colour === null ? null : <CodeSwatch colour={entry.colour} />}
              <span className={styles.name}>{entry.words}</span>
              <span className={styles.note}>
                {[kindOf(entry), parents.get(entry.id)].filter(Boolean).join(' in ')}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Autocomplete>
      {hidden > 0 ? (
        <p className={styles.none}>{hidden.toLocaleString()} more. Type to narrow the list.</p>
      ) : null}
    </div>
  );
};
