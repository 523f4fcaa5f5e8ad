import { type Command, type MenuName, menuNames } from '#renderer/commands/registry.ts';

/** One line of the keyboard map: what is done, by which keys, and where they work. */
export interface KeyRow {
  readonly label: string;
  readonly keys: readonly string[];
  /** '' for everywhere. */
  readonly where: string;
}
export interface KeyGroup {
  readonly menu: MenuName;
  readonly rows: readonly KeyRow[];
}

const places: Readonly<Record<string, string>> = {
  codebook: 'in the codebook',
  theme: 'among the themes',
  library: 'in the library',
  import: 'while importing',
  analysis: 'in the analysis',
  claim: 'in the planning',
};

const whereOf = ({ id, scope }: Command): string =>
  scope === 'reading' ? (places[id.slice(0, id.indexOf('.'))] ?? 'in the transcript') : '';

const matches = (row: KeyRow, typed: string): boolean =>
  `${row.label} ${row.where} ${row.keys.join(' ')}`.toLocaleLowerCase().includes(typed);

/** The commands that have keys, by menu; those of one name are one row with all their keys. */
export const keyGroups = (commands: readonly Command[], typed: string): readonly KeyGroup[] =>
  menuNames
    .map((menu) => {
      const rows = new Map<string, KeyRow>();
      for (const command of commands) {
        if (command.menu !== menu || command.keys === undefined) continue;
        const row = { label: command.label, where: whereOf(command) };
        const key = `${row.label} ${row.where}`;
        const keys = new Set([...(rows.get(key)?.keys ?? []), command.keys]);
        rows.set(key, { ...row, keys: [...keys] });
      }
      const wanted = typed.trim().toLocaleLowerCase();
      return { menu, rows: [...rows.values()].filter((row) => matches(row, wanted)) };
    })
    .filter(({ rows }) => rows.length > 0);
