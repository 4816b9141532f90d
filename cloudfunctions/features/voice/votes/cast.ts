import type { votes as contract } from '../../../../core/voice/votes/contract'
import { faultOf } from '../../../../core/voice/votes/rules'
import { CALL_MS } from '../../../kernel/acts'
import type { Handlers } from '../use-case'
import { goOn } from './acts'
import { VoteRoll, voterId } from './documents'
import { stateAt } from './row'

export const cast: Handlers<Pick<typeof contract, 'vote.cast'>> = {
  async 'vote.cast'({ voteId, choices }, context) {
    const { store, subject, person, now, commandId, fail } = context
    // Its list was closed by the clock; the roll is made by the first who comes where the timer has not come yet.
    const vote = stateAt(subject, now) === 'opening' ? await goOn(context, subject, CALL_MS) : subject
    const state = stateAt(vote, now)
    if (vote.secret || state === 'gathering' || state === 'opening') return fail('VOTE_NOT_OPEN')
    if (state !== 'open') return fail('VOTE_CLOSED')
    const fault = faultOf(choices, vote)
    if (fault !== null) return fail('INVALID_INPUT', { paths: ['choices'], message: fault })
    const table = store.table(VoteRoll)
    const _id = voterId(voteId, person._id)
    const wanted = [...choices].sort((one, other) => one - other)
    // The line decides: sealed by the count it takes no more, and a command that it took already changes nothing.
    const written = await table.update(
      { _id, sealed: false, commands: { not: commandId } },
      { set: { choices: wanted, voted: true }, push: { commands: commandId } },
    )
    if (written > 0) return { choices: wanted }
    const line = await table.get(_id)
    if (!line) return fail('VOTE_NOT_ON_ROLL')
    return line.commands.includes(commandId) ? { choices: line.choices ?? [] } : fail('VOTE_CLOSED')
  },
}
