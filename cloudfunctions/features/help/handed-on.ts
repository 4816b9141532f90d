import type { Store } from '../../kernel/store'
import type { TextSheet } from '../../spreadsheets/write'
import { Requests } from './documents'
import { requestColumns, requestRow } from './requests/export'

/** What a branch hands on of its calls for help: all of them, oldest first. For the bureau, which sees them whole. */
export const helpHandedOn = async (store: Store, branchId: string): Promise<TextSheet[]> => {
  const requests = await store.table(Requests).findAll({ scopes: branchId })
  const rows = requests.sort((one, other) => one.raisedAt - other.raisedAt).map(one => requestRow(one, { whole: true }))
  return [{ name: '求助', columns: requestColumns, rows }]
}
