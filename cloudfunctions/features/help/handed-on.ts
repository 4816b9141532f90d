import type { Store } from '../../kernel/store'
import type { TextSheet } from '../../spreadsheets/write'
import { Requests } from './documents'
import { Consultations } from './hours/documents'
import { hoursColumns, hoursRows } from './hours/export'
import { requestColumns, requestRow } from './requests/export'
import { Wishes } from './wishes/documents'
import { wishSheets } from './wishes/export'

/**
 * What a branch hands on of its calls for help, its consultation hours and its wishes: all of them, oldest first. For the bureau, which sees them whole; what was
 * written for a host is between those two. `nameOf`: the name of a member.
 */
export const helpHandedOn = async (store: Store, branchId: string, nameOf: (memberId: string) => string): Promise<TextSheet[]> => {
  const [requests, hours, wishes] = await Promise.all([
    store.table(Requests).findAll({ scopes: branchId }),
    store.table(Consultations).findAll({ orgId: branchId }),
    store.table(Wishes).findAll({ scopes: branchId }),
  ])
  const rows = requests.sort((one, other) => one.raisedAt - other.raisedAt).map(one => requestRow(one, { whole: true }))
  return [
    { name: '求助', columns: requestColumns, rows },
    { name: '预约咨询', columns: hoursColumns, rows: hoursRows(hours, nameOf) },
    ...wishSheets(wishes.sort((one, other) => one.raisedAt - other.raisedAt)),
  ]
}
