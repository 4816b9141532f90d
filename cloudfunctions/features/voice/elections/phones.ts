import { marks, namesIn, tally, type Ballot } from '../../../../core/voice/elections/ballots'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { answersOf, BallotBoxes, closeBox, electorate, emptyBox, openBox } from '../ballots/public'
import { Elections, ElectionVoters, voterId, type Election } from './documents'
import { idsOf } from './row'

/** The box for ballots on phones: for each candidate, in the order of the ballot, one of 赞成、不赞成、弃权; then the names that are written in. */
export const openPhones = ({ store }: Pick<Ports, 'store'>, election: Election) =>
  openBox(
    { store },
    {
      ...{ _id: election._id, kind: 'election', orgId: election.branchId, path: election.path },
      questions: [...election.candidates.map(() => ({ kind: 'choice' as const, options: marks.length, most: 1 })), { kind: 'text' }],
      party: election.roll?.voterIds ?? [],
    },
  )

/** A ticket is for who is on the frozen roll and holds no paper. The row that says so decides, whichever door was first. */
export const electionElectorate = electorate('election', async ({ store }, { box, member }) => {
  const election = await store.table(Elections).get(box._id)
  if (election?.state !== 'open' || election.roll?.voterIds.includes(member._id) !== true) return false
  const [electionId, memberId] = [box._id, member._id]
  const table = store.table(ElectionVoters)
  const _id = voterId(electionId, memberId)
  if ((await table.add({ _id, electionId, memberId, way: 'phone' })) === 'added') return true
  return (await table.get(_id))?.way === 'phone'
})

const isList = (one: unknown): one is readonly number[] => typeof one === 'object' && one !== null

/** Closes the box and reads it; null while another call is at it, nothing where there never was one. */
const readBox = async (ports: Ports, election: Election): Promise<Ballot[] | null> => {
  const { store } = ports
  if (!(await store.table(BallotBoxes).get(election._id))) return []
  const box = await closeBox(ports, election._id)
  if (box.state !== 'closed') return null
  const answers = (await answersOf(store, box)) ?? []
  return answers.map(answer => {
    const written = answer.at(-1)
    return {
      marks: election.candidates.map((_one, at) => {
        const chosen = answer[at]
        return (isList(chosen) ? marks[chosen[0] ?? -1] : undefined) ?? 'abstain'
      }),
      writeIns: typeof written === 'string' ? namesIn(written) : [],
    }
  })
}

/** The election with its ballots on phones counted, and their box emptied; null while another call is closing it. */
export const phonesOf = async (ports: Ports, election: Election): Promise<Election | null> => {
  const { store } = ports
  const ballots = await readBox(ports, election)
  if (!ballots) return null
  const phone = tally(ballots, idsOf(election.candidates), election.seats)
  const table = store.table(Elections)
  // Counted once: another call may have been faster, and have emptied the box.
  await table.update({ _id: election._id, phone: { exists: false } }, { set: { phone }, inc: { version: 1 } })
  await emptyBox(store, { _id: election._id })
  return table.get(election._id)
}

/** Closes the box of a vote that does not count, and destroys what is in it. */
export const dropPhones = async (ports: Ports, electionId: string): Promise<void> => {
  const { store } = ports
  if (!(await store.table(BallotBoxes).get(electionId))) return
  await closeBox(ports, electionId)
  await emptyBox(store, { _id: electionId })
}

/** What a person's phone has to know to vote: the key of the box while it is open, and by which door they vote. */
export const ballotFor = async (store: Store, { _id, state, roll }: Election, memberId: string) => {
  if (state !== 'open' || roll?.voterIds.includes(memberId) !== true) return undefined
  const [box, voter] = await Promise.all([store.table(BallotBoxes).get(_id), store.table(ElectionVoters).get(voterId(_id, memberId))])
  return box?.state === 'open' ? { publicKey: box.publicKey, ...(voter ? { way: voter.way } : {}) } : undefined
}
