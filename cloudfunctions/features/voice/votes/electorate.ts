import { electorate } from '../ballots/public'
import { VoteRoll, voterId, Votes } from './documents'
import { stateAt } from './row'

/** To a secret vote those have a ticket who stand on its roll, while it is open. */
export const voteElectorate = electorate('vote', async ({ store, now }, { box, member }) => {
  const [vote, line] = await Promise.all([store.table(Votes).get(box._id), store.table(VoteRoll).get(voterId(box._id, member._id))])
  return vote !== null && line !== null && line.gone === undefined && stateAt(vote, now) === 'open'
})
