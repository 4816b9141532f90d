import type { Row } from '../../../kernel/collection'
import type { Change } from '../../../kernel/store'
import type { Meeting } from '../../../kernel/takeover'
import { dateOf } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import type { TransferState } from '../../../../core/people/memberships/letter'
import type { Actor } from '../../../kernel/identity'
import type { WindUp } from '../../../kernel/departures'
import { Transfers, type Transfer } from './documents'

interface End {
  state: Exclude<TransferState, 'open'>
  on: DateText
  by: Actor
  words?: string | undefined
}

/** The change by which an open letter comes to its end; another letter of the person may be written then. */
export const ending = ({ _id }: Row, { state, on, by, words }: End): Change<Transfer> => ({
  set: {
    ...{ state, open: false, openKey: _id, endedOn: on, endedBy: by },
    ...(words === undefined || words === '' ? {} : { words }),
  },
  unset: ['climbAt'],
})

const why = { died: '本人去世', left: '本人已不在名册', withdrew: '', transferred: '组织关系已另行转移' } as const

/** A letter of a person who died, or whose membership went elsewhere in another way, has nothing to bring over any more. */
export const endLetters: WindUp = async ({ store, now }, { memberId, why: departed, by }) => {
  const table = store.table(Transfers)
  for (const one of await table.find({ memberId, open: true }))
    await table.update({ _id: one._id, state: 'open' }, ending(one, { state: 'cancelled', on: dateOf(now), by, words: why[departed] }))
}

/** The letter of a record that is taken over ends: the record that stays says where the person belongs. */
export const transfersMeet: Meeting<Transfer> = {
  tidy: (row, _before, now) => {
    if (!row.open) return row
    const { climbAt: _late, ...rest } = row
    return { ...rest, state: 'cancelled', open: false, openKey: row._id, endedOn: dateOf(now), words: '两份记录合并' }
  },
}
