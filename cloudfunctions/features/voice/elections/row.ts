import type { ElectionState } from '../../../../core/voice/elections/steps'
import { changeRow } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { Elections, type Election, type Named } from './documents'

interface Changing {
  store: Store
  subject: Election
  fail: (code: 'ELECTION_NOT_NOW', data: { state: ElectionState }) => never
}

/** Changes an election that is in one of these states; ELECTION_NOT_NOW in any other. `next` answers the row as it was where nothing is to be done. */
export const changeElection = (
  { store, subject, fail }: Changing,
  states: readonly ElectionState[],
  next: (election: Election) => Election,
): Promise<Election> =>
  changeRow(store.table(Elections), subject, election =>
    states.includes(election.state) ? next(election) : fail('ELECTION_NOT_NOW', { state: election.state }),
  )

/** The id of a round at a meeting. */
export const roundId = (activityId: string, round: number): string => `${activityId}-${String(round)}`

/** The latest round at a meeting. */
export const latestAt = async (store: Store, activityId: string): Promise<Election | undefined> => {
  const rows = await store.table(Elections).find({ activityId }, { order: [['round', 'desc'], ['_id', 'desc']], limit: 1 }) // prettier-ignore
  return rows[0]
}

export const idsOf = (people: readonly Pick<Named, 'memberId'>[]): string[] => people.map(one => one.memberId)

/** Everyone elected so far, the earlier rounds first. */
export const electedOf = ({ carried, result }: Pick<Election, 'carried' | 'result'>): Named[] => [
  ...carried,
  ...(result?.elected ?? []).flatMap(id => {
    const line = result?.lines.find(one => one.memberId === id)
    return line ? [{ memberId: id, name: line.name }] : []
  }),
]
