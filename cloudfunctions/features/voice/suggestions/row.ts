import { remindOn } from '../../../../core/voice/suggestions/rules'
import { isVerdict } from '../../../../core/voice/suggestions/states'
import { omit } from '../../../../core/shared/fields'
import { changeRow } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { type Suggestion, Suggestions } from './documents'

/** Changes a suggestion by one conditional write on its version; `next` answers it unchanged where nothing is to be done. */
export const change = (store: Store, seen: Suggestion, next: (row: Suggestion) => Suggestion): Promise<Suggestion> =>
  changeRow(store.table(Suggestions), seen, row => {
    const wanted = next(row)
    if (wanted === row) return row
    const remind = remindOn(wanted)
    return { ...omit(wanted, 'remindOn'), ...(remind === undefined ? {} : { remindOn: remind }), open: !isVerdict(wanted.state) }
  })
