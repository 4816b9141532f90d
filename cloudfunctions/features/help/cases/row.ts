import { namedIn, type Part, partIn } from '../../../../core/help/cases/rules'
import { Failure } from '../../../kernel/failure'
import { changeRow } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { type QuietCase, QuietCases } from './documents'

interface Reader {
  store: Store
  person: { _id: string }
}

/** The case as its reader is named in it; to every other caller there is none. */
export const caseFor = async ({ store, person }: Reader, caseId: string): Promise<{ row: QuietCase; as: Part }> => {
  const row = await store.table(QuietCases).get(caseId)
  const as = row && partIn(row, person._id)
  if (!row || !as) throw new Failure('NOT_FOUND')
  return { row, as }
}

/** Changes a case by one conditional write on its version; `next` judges it as it stands, and answers it unchanged where nothing is to be done. */
export const change = (store: Store, seen: QuietCase, next: (row: QuietCase) => QuietCase): Promise<QuietCase> =>
  changeRow(store.table(QuietCases), seen, row => {
    const wanted = next(row)
    return wanted === row ? row : { ...wanted, named: namedIn(wanted) }
  })
