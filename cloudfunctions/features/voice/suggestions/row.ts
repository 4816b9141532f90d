import { remindOn } from '../../../../core/voice/suggestions/rules'
import { isVerdict } from '../../../../core/voice/suggestions/states'
import { omit } from '../../../../core/shared/fields'
import { Failure } from '../../../kernel/failure'
import { settleRow } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { type Suggestion, Suggestions } from './documents'

/** Changes a suggestion by one conditional write on its version; `next` answers it unchanged where nothing is to be done. */
export const change = (store: Store, seen: Suggestion, next: (row: Suggestion) => Suggestion): Promise<Suggestion> => {
  const table = store.table(Suggestions)
  return settleRow(
    seen,
    () => table.get(seen._id),
    async row => {
      if (!row) throw new Failure('NOT_FOUND')
      const wanted = next(row)
      if (wanted === row) return row
      const remind = remindOn(wanted)
      const after: Suggestion = {
        ...omit(wanted, 'remindOn'),
        ...(remind === undefined ? {} : { remindOn: remind }),
        ...{ open: !isVerdict(wanted.state), version: row.version + 1 },
      }
      return (await table.swap(row, after)) ? after : undefined
    },
  )
}
