import type { WindUp } from '../../../kernel/departures'
import { changeRow } from '../../../kernel/settle'
import { RoundEntries, Rounds, RoundScores } from './documents'

/** A juror who is with us no more scores no more; of one who withdraws their consent the name goes too. */
export const leaveJuries: WindUp = async ({ store }, { memberId, why }) => {
  const table = store.table(Rounds)
  for (const seen of await table.findAll({ party: memberId }))
    await changeRow(table, seen, row => {
      if (!row.party.includes(memberId) || (row.state === 'closed' && why !== 'withdrew')) return row
      return { ...row, party: row.party.filter(one => one !== memberId), jury: row.jury.filter(one => one.memberId !== memberId) }
    })
}

/** What they scored before counts on, what they had not is not waited for. Nothing stays of one who withdraws their consent. */
export const leaveScores: WindUp = async ({ store }, { memberId: jurorId, why }) => {
  const scores = store.table(RoundScores)
  if (why === 'withdrew') await scores.remove({ jurorId })
  else for (const { roundId } of await scores.findAll({ jurorId })) await scores.remove({ roundId, score: null, jurorId })
}

/** What a person who withdraws proposed is judged no more. */
export const eraseEntries: WindUp = async ({ store }, { memberId }) => {
  await store.table(RoundEntries).remove({ memberId })
}
