import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Output } from '#shared/contract/index.ts';
import type { AttributeType } from '#shared/model/attribute.ts';
import styles from './attribute-import.module.css';
import {
  closeAttributeImport,
  importAttributes,
  useAttributeImport,
} from './attribute-import-actions.ts';
import { type AttributePlan, type PlannedColumn, planAttributes } from './attribute-plan.ts';

/** How many values that do not fit, rows left out and new cases are listed. */
const mostListed = 50;

const types: readonly { readonly id: AttributeType; readonly name: string }[] = [
  { id: 'text', name: 'Text' },
  { id: 'number', name: 'Number' },
  { id: 'date', name: 'Date' },
];

const typeName = (type: AttributeType): string => types.find(({ id }) => id === type)?.name ?? type;

const Type = ({ column: { index, name, type, isNew } }: { readonly column: PlannedColumn }) =>
  isNew ? (
    <Select
      label={`Type of ${name}`}
      hideLabel
      choices={types}
      value={type}
      onChange={(chosen) =>
        useAttributeImport.setState((state) => ({ types: { ...state.types, [index]: chosen } }))
      }
    />
  ) : (
    <>{typeName(type)}</>
  );

const Columns = ({ columns }: Pick<AttributePlan, 'columns'>) => (
  <table className={styles.columns}>
    <thead>
      <tr>
        <th scope="col">Attribute</th>
        <th scope="col">Type</th>
        <th scope="col">Values to set</th>
        <th scope="col">The same already</th>
      </tr>
    </thead>
    <tbody>
      {columns.map((column) => (
        <tr key={column.index}>
          <th scope="row">
            {column.name}
            {column.isNew ? <span className={styles.new}> new</span> : null}
          </th>
          <td>
            <Type column={column} />
          </td>
          <td className="figures">{column.set.toLocaleString()}</td>
          <td className="figures">{column.same.toLocaleString()}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Listed = ({ title, items }: { readonly title: string; readonly items: readonly string[] }) =>
  items.length === 0 ? null : (
    <section className={styles.part}>
      <h3>{title}</h3>
      <ul>
        {items.slice(0, mostListed).map((item) => (
          <li key={item}>{item}</li>
        ))}
        {items.length > mostListed ? (
          <li>and {(items.length - mostListed).toLocaleString()} more</li>
        ) : null}
      </ul>
    </section>
  );

const Plan = ({ plan }: { readonly plan: AttributePlan }) => {
  const { columns, newCases, knownCases, refused, leftOut } = plan;
  return (
    <>
      <p className="figures">
        {counted(knownCases, 'case')} of the project, {counted(newCases.length, 'new case')}. The
        first column is taken for pseudonyms; an empty cell leaves what is there.
      </p>
      {columns.length === 0 ? null : <Columns columns={columns} />}
      <Listed
        title={`${counted(refused.length, 'value')} left out: not of the attribute’s type`}
        items={refused.map(({ pseudonym, column, why }) => `${column} of ${pseudonym}: ${why}`)}
      />
      <Listed title="Also left out" items={leftOut} />
      <Listed title="New cases" items={newCases} />
    </>
  );
};

const outcome = ({ columns, input }: AttributePlan): string => {
  const set = columns.reduce((sum, column) => sum + column.set, 0);
  if (input !== null) return counted(set, 'value');
  return columns.length === 0
    ? 'The table has no values of attributes'
    : 'Nothing would change: all of it is there already';
};

const Look = ({ table }: { readonly table: Output<'attributes.readTable'> }) => {
  const cases = useCall('cases.list', {}).data;
  const attributes = useCall('attributes.list', {}).data;
  const values = useCall('attributes.values', {}).data;
  const chosen = useAttributeImport((state) => state.types);
  const plan = useMemo(
    () =>
      cases === undefined || attributes === undefined || values === undefined
        ? undefined
        : planAttributes(table.rows, { cases, attributes, values }, chosen),
    [table, cases, attributes, values, chosen],
  );
  return (
    <Dialog
      title={`Import attributes from ${table.file}`}
      isOpen
      size="medium"
      onClose={closeAttributeImport}
      actions={
        <>
          <span className={`${styles.outcome} figures`} role="status">
            {plan === undefined ? '' : outcome(plan)}
          </span>
          <Button kind="quiet" onPress={closeAttributeImport}>
            Cancel
          </Button>
          <Button
            kind="primary"
            isDisabled={plan === undefined || plan.input === null}
            onPress={() => {
              if (plan !== undefined) void importAttributes(plan);
            }}
          >
            Import attributes
          </Button>
        </>
      }
    >
      {table.warnings.map((warning) => (
        <p key={warning} className={styles.warning}>
          {warning}
        </p>
      ))}
      {plan === undefined ? <Skeleton lines={6} /> : <Plan plan={plan} />}
    </Dialog>
  );
};

/** Shows what a table of attributes would set, and imports it as one step. */
export const AttributeImportDialog = () => {
  const table = useAttributeImport((state) => state.table);
  return table === null ? null : <Look table={table} />;
};
