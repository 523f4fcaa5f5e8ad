import type Database from 'better-sqlite3';

type Statement = Database.Statement<unknown[], unknown>;

/**
 * The open database as the table files see it: prepared statements, each compiled once.
 * Rows come back as the model's records, since columns are named as the model's fields.
 */
export class Store {
  readonly database: Database.Database;
  readonly #statements = new Map<string, Statement>();

  constructor(database: Database.Database) {
    this.database = database;
  }

  #prepare(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare<unknown[], unknown>(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** All rows of a query. The caller names the row's type, which the schema guarantees. */
  all<Row>(sql: string, ...parameters: readonly unknown[]): Row[] {
    return this.#prepare(sql).all(...parameters) as Row[];
  }

  /** The first row of a query, if any. */
  get<Row>(sql: string, ...parameters: readonly unknown[]): Row | undefined {
    return this.#prepare(sql).get(...parameters) as Row | undefined;
  }

  /** Runs a statement that writes; answers how many rows it touched. */
  run(sql: string, ...parameters: readonly unknown[]): number {
    return this.#prepare(sql).run(...parameters).changes;
  }

  /** Runs `work` in one transaction, rolled back when it throws. */
  transaction<T>(work: () => T): T {
    return this.database.transaction(work).immediate();
  }
}

/** Parameter marks for an SQL list of `count` values; longer lists go through `json_each(?)`. */
export const inJson = '(SELECT value FROM json_each(?))';
