import type { strandsContract as contract } from '../../../../core/life/strands/contract'
import { countStrands } from '../../../../core/life/strands/rules'
import { addMonths, instantOf, monthOf } from '../../../../core/shared/calendar'
import { periodsOf } from '../../../../core/shared/obligations/periods'
import type { Instant } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { Organizations } from '../../people/public'
import { Activities, type Activity } from '../documents'
import type { Handlers } from '../use-case'
import { Themes } from './documents'

/** More activities than a branch holds in a year. */
const MOST = 1000

/** What a branch held in a span of time, as far as it has begun: the latest first. */
export const heldIn = (store: Store, branchId: string, from: Instant, to: Instant, now: Instant): Promise<Activity[]> =>
  store.table(Activities).find(
    { branchId, startsAt: { gte: from, lt: Math.max(from, Math.min(to, now + 1)) }, state: 'published' },
    { order: [['startsAt', 'desc'], ['_id', 'desc']], limit: MOST }, // prettier-ignore
  )

const photosOf = ({ record }: Activity): readonly string[] => record?.photoFileIds ?? []

export const year: Handlers<Pick<typeof contract, 'activity.year' | 'activity.album'>> = {
  async 'activity.year'({ year: asked }, { store, subject, person, now, may }) {
    const branchId = subject?._id ?? person.branchId
    const within = [instantOf(`${String(asked)}-01-01`), instantOf(`${String(asked + 1)}-01-01`)] as const
    const [branch, themes, activities] = await Promise.all([
      subject ?? store.table(Organizations).get(branchId),
      store.table(Themes).getMany(periodsOf('quarter', asked).map(quarter => `${branchId}:${quarter}`)),
      heldIn(store, branchId, ...within, now),
    ])
    const months = [...new Set(activities.map(one => monthOf(one.startsAt)))]
    return {
      ...{ branchId, branchName: branch?.name ?? '', held: activities.length, strands: countStrands(activities, now) },
      themes: themes.map(({ quarter, title }) => ({ quarter, title })).sort((one, other) => (one.quarter < other.quarter ? -1 : 1)),
      months: months.map(month => {
        const theirs = activities.filter(one => monthOf(one.startsAt) === month)
        return { month, held: theirs.length, photos: theirs.reduce((sum, one) => sum + photosOf(one).length, 0) }
      }),
      may: subject === null ? [] : may('theme'),
    }
  },

  async 'activity.album'({ month }, { store, subject, person, now }) {
    const first = `${month}-01`
    const activities = await heldIn(store, subject?._id ?? person.branchId, instantOf(first), instantOf(addMonths(first, 1)), now)
    return {
      items: activities
        .filter(one => photosOf(one).length > 0)
        .reverse()
        .map(one => ({
          ...{ activityId: one._id, title: one.title, startsAt: one.startsAt, line: one.record?.line ?? '' },
          photoFileIds: [...photosOf(one)],
        })),
    }
  },
}
