import type { circles as contract } from '../../../../core/life/circles/contract'
import { mayTakePart } from '../../../kernel/access'
import type { Store } from '../../../kernel/store'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { Circles, type Circle } from './documents'
import { reachOf } from './reach'
import { runs } from './runs'

/** Are all of these living members who may look at the circle? */
const mayRun = async (
  store: Store,
  circle: Pick<Circle, 'path' | 'audience' | 'teams'>,
  memberIds: readonly string[],
): Promise<boolean> => {
  if (memberIds.length === 0) return true
  const members = await store.table(Members).getMany(memberIds)
  return memberIds.every(id => members.some(one => one._id === id && one.state === 'active' && mayTakePart(one, circle)))
}

export const keep: Handlers<Pick<typeof contract, 'circle.create' | 'circle.change' | 'circle.close'>> = {
  async 'circle.create'(input, { store, subject: org, actor, commandId, now, fail, checkText }) {
    const { kind, name, words = '', teacher = '', open = false, organizerIds = [] } = input
    const table = store.table(Circles)
    const existing = await table.get(commandId)
    if (!existing && org.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['orgId'] })
    const wanted: Circle = {
      ...{ _id: commandId, orgId: org._id, path: org.path, kind, name, words, teacher, open, ...reachOf(org.path, open) },
      ...{ organizerIds: [...new Set(organizerIds)], members: [], createdBy: actor, createdAt: now },
    }
    if (!existing) {
      if (!(await mayRun(store, wanted, organizerIds))) return fail('INVALID_INPUT', { paths: ['organizerIds'] })
      await checkText(name, words, teacher)
    }
    const made = existing ?? ((await table.add(wanted)) === 'added' ? wanted : await table.get(commandId))
    return made?.createdBy.openid === actor.openid && made.orgId === org._id ? { circleId: made._id } : fail('CONFLICT')
  },

  async 'circle.change'({ circleId, organizerIds, ...said }, context) {
    const { store, subject: circle, fail, checkText } = context
    if (!runs(circle, context)) return fail('FORBIDDEN')
    if (circle.closedAt !== undefined) return fail('CIRCLE_CLOSED')
    // Who joined while it was open goes on seeing it once it is not.
    const reach = said.open === true && circle.near === undefined ? reachOf(circle.path, true) : {}
    const next = { ...said, ...reach, ...(organizerIds === undefined ? {} : { organizerIds: [...new Set(organizerIds)] }) }
    if (organizerIds && !(await mayRun(store, { ...circle, ...reach }, organizerIds)))
      return fail('INVALID_INPUT', { paths: ['organizerIds'] })
    await checkText(said.name, said.words, said.teacher)
    const set = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined))
    if (Object.keys(set).length > 0) await store.table(Circles).update({ _id: circleId }, { set })
    return {}
  },

  async 'circle.close'({ circleId }, context) {
    const { store, subject, now, fail } = context
    if (!runs(subject, context)) return fail('FORBIDDEN')
    await store.table(Circles).update({ _id: circleId, closedAt: { exists: false } }, { set: { closedAt: now } })
    return {}
  },
}
