import type { Attribute, AttributeValue } from '#shared/model/attribute.ts';
import { inJson, type Store } from './store.ts';

/** All attributes in their order. */
export const listAttributes = (store: Store): Attribute[] =>
  store.all<Attribute>('SELECT * FROM attribute ORDER BY position, name');

/** Which values are wanted: of one case, or those of these ids; all where neither is given. */
interface Wanted {
  readonly caseId?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** What attributes say of cases, in no order. Ids that are not there are passed over. */
export const listValues = (store: Store, { caseId, ids }: Wanted): AttributeValue[] => {
  const ofCase = caseId === undefined ? '' : 'AND caseId = ?';
  const byId = ids === undefined ? '' : `AND id IN ${inJson}`;
  return store.all<AttributeValue>(
    `SELECT * FROM attribute_value WHERE true ${ofCase} ${byId}`,
    ...(caseId === undefined ? [] : [caseId]),
    ...(ids === undefined ? [] : [JSON.stringify(ids)]),
  );
};

/** The values of one attribute with the pseudonyms of their cases, by pseudonym. */
export const valuesOfAttribute = (
  store: Store,
  attributeId: string,
): (AttributeValue & { pseudonym: string })[] =>
  store.all<AttributeValue & { pseudonym: string }>(
    `SELECT v.*, c.pseudonym FROM attribute_value v JOIN "case" c ON c.id = v.caseId
     WHERE attributeId = ? ORDER BY c.pseudonym`,
    attributeId,
  );

/** What an attribute says of a case, if anything. */
export const findValue = (
  store: Store,
  attributeId: string,
  caseId: string,
): AttributeValue | undefined =>
  store.get<AttributeValue>(
    'SELECT * FROM attribute_value WHERE attributeId = ? AND caseId = ?',
    attributeId,
    caseId,
  );

/** Takes away all values of an attribute. Answers how many went. */
export const deleteValuesOfAttribute = (store: Store, attributeId: string): number =>
  store.run('DELETE FROM attribute_value WHERE attributeId = ?', attributeId);

/** Takes away all that attributes say of a case. Answers how many values went. */
export const deleteValuesOfCase = (store: Store, caseId: string): number =>
  store.run('DELETE FROM attribute_value WHERE caseId = ?', caseId);
