import type { pledges as contract } from '../../../../core/care/pledges/contract'
import { blankTold, MOST_ACTS } from '../../../../core/care/pledges/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { scopesOf } from '../../../../core/shared/scopes'
import { Activities } from '../../life/public'
import { Partners } from '../pairings/documents'
import type { Context, Handlers } from '../use-case'
import { changePledge, withClock } from './change'
import { Pledges, type Pledge, type PledgeAct } from './documents'

/** What was done, by an activity that is over and was of the branch, or as it was told. */
const actOf = async (
  { activityId, on, note = '' }: { activityId?: string | undefined; on: string; note?: string | undefined },
  { store, subject: pledge, actor: by, commandId, now, checkText, fail }: Context<'pledge.done'>,
): Promise<PledgeAct> => {
  await checkText(note)
  if (activityId === undefined) {
    if (on > dateOf(now)) return fail('INVALID_INPUT', { paths: ['on'] })
    return { id: commandId, on, note, by, at: now }
  }
  const activity = await store.table(Activities).get(activityId)
  // An activity of a group of the branch is the branch's.
  if (!activity?.path.startsWith(pledge.path)) return fail('NOT_FOUND')
  if (activity.state !== 'published' || activity.endsAt > now) return fail('CONFLICT')
  return { id: activityId, on: dateOf(activity.startsAt), note: activity.title, activityId, by, at: now }
}

export const keep: Handlers<Pick<typeof contract, 'pledge.save' | 'pledge.done' | 'pledge.end'>> = {
  async 'pledge.save'({ partnerId, what, per, times, since, pledgeId }, context) {
    const { store, subject: org, actor, commandId, now, checkText, fail } = context
    const table = store.table(Pledges)
    const id = pledgeId ?? commandId
    const [partner, before] = await Promise.all([store.table(Partners).get(partnerId), table.get(id), checkText(what)])
    if (!partner?.path.startsWith(org.path)) return fail('NOT_FOUND')
    if (pledgeId !== undefined && before?.partnerId !== partnerId) return fail('NOT_FOUND')
    if (before && pledgeId === undefined) return { pledgeId: id }
    if (!before) {
      if (partner.endedAt !== undefined) return fail('CONFLICT')
      const { branchId, path } = partner
      const pledge: Pledge = {
        ...{ _id: id, partnerId, branchId, path, scopes: scopesOf(path), what, per, times, since: since ?? dateOf(now) },
        ...{ acts: [], toldOn: blankTold(now), createdBy: actor, version: 1 },
      }
      await table.add(withClock(pledge, now))
      return { pledgeId: id }
    }
    await changePledge(context, before, row => ({ ...row, what, per, times, ...(since === undefined ? {} : { since }) }))
    return { pledgeId: id }
  },

  async 'pledge.done'(input, context) {
    const { subject, fail } = context
    const act = await actOf(input, context)
    await changePledge(context, subject, row => {
      if (row.acts.some(one => one.id === act.id)) return null
      return row.acts.length < MOST_ACTS ? { ...row, acts: [...row.acts, act] } : fail('CONFLICT')
    })
    return {}
  },

  async 'pledge.end'({ reason }, context) {
    const { subject, now, checkText } = context
    await checkText(reason)
    await changePledge(context, subject, row => (row.until === undefined ? { ...row, until: dateOf(now), endReason: reason } : null))
    return {}
  },
}
