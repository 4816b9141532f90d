import type { coverage as contract } from '../../../../core/people/coverage/contract'
import { ofPeople } from '../../../../core/people/coverage/kinds'
import type { Output } from '../../../../core/shared/operation'
import type { Store, Table } from '../../../kernel/store'
import { Members, Organizations } from '../documents'
import { Joinings } from '../joining/documents'
import type { GapRow } from './documents'

type Line = Output<(typeof contract)['coverage.gaps']>['items'][number]

/** What one request returns. */
const AT_ONCE = 1000

const named = async (table: Table<{ _id: string; name: string }>, ids: readonly string[]): Promise<[string, string][]> => {
  const names: [string, string][] = []
  for (let start = 0; start < ids.length; start += AT_ONCE)
    names.push(...(await table.getMany(ids.slice(start, start + AT_ONCE))).map(({ _id, name }): [string, string] => [_id, name]))
  return names
}

/** Rows with the names of those they are about; one wave for a page. */
export const shownGaps = async (store: Store, rows: readonly GapRow[]): Promise<Line[]> => {
  const people = rows.filter(row => ofPeople.includes(row.kind))
  const ids = (asks: boolean) => people.filter(row => (row.asks === true) === asks).map(row => row.of)
  const orgIds = [...new Set(rows.flatMap(row => (ofPeople.includes(row.kind) ? [row.orgId] : [row.orgId, row.of])))]
  const names = new Map(
    (
      await Promise.all([
        named(store.table(Organizations), orgIds),
        named(store.table(Members), ids(false)),
        named(store.table(Joinings), ids(true)),
      ])
    ).flat(),
  )
  return rows.map(({ of, why, orgId, since, asks }) => ({
    ...{ id: of, name: names.get(of) ?? '', why, orgId, orgName: names.get(orgId) ?? '', since },
    ...(asks === true ? { asks } : {}),
  }))
}
