import type { WindUp } from '../../../kernel/departures'
import { endFiles } from '../../../kernel/files'
import { inGroups } from '../../../kernel/in-groups'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { VoteRoll, Votes, type Candidate, type Vote } from './documents'
import { change } from './row'

const AT_A_TIME = 10
const isOver = ({ state }: Vote): boolean => state === 'closed' || state === 'cancelled'

const candidacies = (store: Store, memberId: string): Promise<Vote[]> => store.table(Votes).findAll({ 'candidates.memberId': memberId })

/** One who died or left can be chosen no more in what is under way. */
const standDown =
  (memberId: string) =>
  (row: Vote): Vote => {
    const stands = (one: Candidate) => one.memberId === memberId && one.out !== 'gone'
    if (isOver(row) || !row.candidates.some(stands)) return row
    return { ...row, candidates: row.candidates.map(one => (stands(one) ? { ...one, out: 'gone' as const } : one)) }
  }

/** Nothing that says who it is stays; the place in the list does, since ballots name it. */
const nameless = ({ memberId: _member, ...one }: Candidate): Candidate => ({
  ...{ ...one, name: '（本人已退出）', words: '', photoFileIds: [], out: 'gone' },
})
const forget =
  (memberId: string) =>
  (row: Vote): Vote => ({
    ...row,
    hostIds: row.hostIds.filter(one => one !== memberId),
    candidates: row.candidates.map(each => {
      const one = each.memberId === memberId ? nameless(each) : each
      const { proposerId, ...rest } = one
      return {
        ...rest,
        ...(proposerId === undefined || proposerId === memberId ? {} : { proposerId }),
        seconds: one.seconds.filter(id => id !== memberId),
      }
    }),
  })

const eraseFrom = async (ports: Ports, memberId: string): Promise<void> => {
  const { store } = ports
  const table = store.table(Votes)
  const named = await Promise.all([
    candidacies(store, memberId),
    table.findAll({ 'candidates.proposerId': memberId }),
    table.findAll({ 'candidates.seconds': memberId }),
    table.findAll({ hostIds: memberId }),
  ])
  const votes = [...new Map(named.flat().map(one => [one._id, one])).values()]
  await inGroups(votes, AT_A_TIME, async vote => {
    const after = await change(store, vote, forget(memberId))
    await endFiles(ports, { purpose: 'vote', about: vote._id }, after.candidates.flatMap(one => one.photoFileIds)) // prettier-ignore
  })
}

/** What becomes of the lists in which a person stands. */
export const leaveVotes: WindUp = async (ports, { memberId, why }) => {
  if (why === 'transferred') return
  if (why === 'withdrew') return eraseFrom(ports, memberId)
  await inGroups(await candidacies(ports.store, memberId), AT_A_TIME, async vote => {
    await change(ports.store, vote, standDown(memberId))
  })
}

/**
 * The roll stays as it was made: who goes to another branch votes on, who died or left is reminded no more, and what they chose before is counted. Of one
 * who withdraws their consent nothing stays.
 */
export const leaveRolls: WindUp = async ({ store }, { memberId, why }) => {
  const roll = store.table(VoteRoll)
  if (why === 'withdrew') {
    await roll.remove({ memberId })
    return
  }
  if (why !== 'transferred') {
    await roll.update({ memberId }, { set: { gone: true } })
    return
  }
  const lines = await roll.findAll({ memberId })
  const votes = await store.table(Votes).getMany(lines.map(one => one.voteId))
  for (const vote of votes)
    if (!isOver(vote))
      await change(store, vote, row => (row.hostIds.includes(memberId) ? row : { ...row, hostIds: [...row.hostIds, memberId] }))
}
