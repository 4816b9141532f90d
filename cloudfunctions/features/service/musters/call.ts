import { randomBytes } from 'node:crypto'
import type { musters as contract } from '../../../../core/service/musters/contract'
import { spanOf, timesRight } from '../../../../core/service/musters/rules'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Handlers } from '../use-case'
import { CALL_MS, LEASE } from '../../../kernel/acts'
import { goOn } from './acts'
import { MusterCalls, Musters, type Act, type Muster } from './documents'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** After so many minutes the silent are rung, where nothing else was said. */
const RING_AFTER = 15
/** How long before a shift its people are reminded. */
const REMINDED = HOUR

export const callOut: Handlers<Pick<typeof contract, 'muster.call'>> = {
  async 'muster.call'({ orgId, title, why, places, shifts, need, elders = true, ringAfter = RING_AFTER }, context) {
    const { store, subject: org, actor, now, commandId, fail, checkText, elapsed } = context
    if (!timesRight({ shifts }, now)) return fail('MUSTER_TIMES_WRONG')
    const table = store.table(Musters)
    const known = await table.get(commandId)
    if (!known) await checkText(title, why)
    const ringAt = now + ringAfter * MINUTE
    const relief = shifts.flatMap(({ startsAt }, nth): Act[] =>
      startsAt - REMINDED > now ? [{ what: 'relief', nth, at: startsAt - REMINDED }] : [],
    )
    const fresh: Muster = {
      ...{ _id: commandId, orgId, orgName: org.name, path: org.path, scopes: scopesOf(org.path) },
      small: org.kind === 'branch' || org.kind === 'group',
      ...{ title, why, places, shifts, need, elders, ringAt, ...spanOf(shifts), state: 'open' },
      acts: [
        { what: 'call', nth: 0, at: now },
        { what: 'send', nth: 0, at: now },
        { what: 'ring', nth: 0, at: now },
        { what: 'ring', nth: 1, at: ringAt },
        ...relief,
      ],
      actDue: now + LEASE,
      ...{ leads: [], handOvers: [], asked: 0, secret: randomBytes(16).toString('hex'), createdBy: actor, createdAt: now },
    }
    const made = known === null && (await table.add(fresh)) === 'added'
    const muster = made ? fresh : ((await table.get(commandId)) ?? fresh)
    const after = await goOn({ ...context, elapsed }, muster, CALL_MS)
    const called = await store.table(MusterCalls).count({ musterId: commandId })
    return { musterId: commandId, called, going: after.acts.some(one => one.what === 'call') }
  },
}
