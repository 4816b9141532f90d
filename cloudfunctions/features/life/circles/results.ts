import type { circles as contract } from '../../../../core/life/circles/contract'
import { inOrder, isRanking, type Placing } from '../../../../core/life/circles/rules'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { settle } from '../../../kernel/settle'
import { Members } from '../../people/public'
import { Activities } from '../documents'
import type { Handlers } from '../use-case'
import { CircleResults, type CircleResult } from './documents'
import { inside, runs } from './runs'

const PAGE = 10

const same = (one: CircleResult, title: string, places: readonly Placing[]) =>
  one.title === title && JSON.stringify(one.places) === JSON.stringify(places)

export const results: Handlers<Pick<typeof contract, 'circle.result' | 'circle.results'>> = {
  async 'circle.result'({ circleId, activityId, title, places: said, resultId }, context) {
    const { store, subject: circle, actor: by, commandId, now, fail, checkText } = context
    if (!runs(circle, context)) return fail('FORBIDDEN')
    const table = store.table(CircleResults)
    const [standing, activity] = await Promise.all([
      table.get(resultId ?? commandId),
      activityId === undefined ? null : store.table(Activities).get(activityId),
    ])
    if (resultId !== undefined && standing?.circleId !== circleId) return fail('NOT_FOUND')
    if (activityId !== undefined && activity?.circleId !== circleId) return fail('INVALID_INPUT', { paths: ['activityId'] })
    const places = inOrder(said)
    const known = new Set([...circle.members, ...(standing?.places ?? [])].map(one => one.memberId).concat(activity?.party ?? []))
    if (!isRanking(places) || !places.every(one => known.has(one.memberId))) return fail('INVALID_INPUT', { paths: ['places'] })
    await checkText(title)
    const whose = activityId === undefined ? {} : { activityId }
    if (resultId === undefined) {
      await table.add({ _id: commandId, circleId, ...whose, title, places, at: now, saidAt: now, by, history: [] })
      return { resultId: commandId }
    }
    let before = standing
    return settle(async () => {
      if (!before) return fail('NOT_FOUND')
      if (same(before, title, places)) return { resultId }
      const former = { title: before.title, places: before.places, saidAt: before.saidAt, by: before.by }
      const { length: size } = before.history
      const put = { set: { title, places, saidAt: now, by, ...whose }, push: { history: former } }
      if ((await table.update({ _id: resultId, history: { size } }, put)) > 0) return { resultId }
      before = await table.get(resultId)
      return undefined
    })
  },

  async 'circle.results'({ circleId, cursor }, context) {
    const { store, subject: circle } = context
    if (!inside(circle, context)) return { items: [], cursor: null }
    const { items, cursor: next } = await pageBy(store.table(CircleResults), { circleId }, byNumber('at', 'desc'), { size: PAGE, cursor })
    const ids = [...new Set(items.flatMap(one => [one, ...one.history].flatMap(each => each.places.map(({ memberId }) => memberId))))]
    const names = new Map((ids.length === 0 ? [] : await store.table(Members).getMany(ids)).map(one => [one._id, one.name]))
    const named = (places: readonly Placing[]) => places.map(one => ({ ...one, name: names.get(one.memberId) ?? '' }))
    return {
      items: items.map(({ _id, title, at, activityId, places, history }) => ({
        ...{ resultId: _id, title, at, places: named(places), ...(activityId === undefined ? {} : { activityId }) },
        former: [...history].reverse().map(one => ({ title: one.title, at: one.saidAt, places: named(one.places) })),
      })),
      cursor: next,
    }
  },
}
