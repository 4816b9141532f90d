import { percent, type Seen } from '../../../../../core/assessment/evidence/measures'
import { routes } from '../../../../../core/shared/routes'
import type { Rollup } from '../../../../kernel/documents'
import { numbersIn, sight, source, type Asked, type Time } from '../source'

/** The boards' figures of service and help, by month; nights count them. */
const SERVICE = 'service'

const cells = ({ months }: Time) => [{ topic: SERVICE, periods: months }]
const read = (asked: Asked): Promise<readonly Rollup[]> => Promise.resolve(asked.cells(SERVICE, asked.time.months))
const figuresIn = (rows: readonly Rollup[]) => {
  const months = rows.map(numbersIn)
  return {
    /** Over all months; null where none was counted. */
    sum: (name: string): number | null => (months.length === 0 ? null : months.reduce((all, one) => all + (one[name] ?? 0), 0)),
    /** As it stands in the latest month: of what is counted over the year, and of what there is. */
    last: (name: string): number | null => months.at(-1)?.[name] ?? null,
  }
}
const said = (value: number | null): string => String(value ?? 0)

/** Service posts (P20): how many, who served, how long. */
export const posts = source({
  name: 'posts',
  title: '服务岗位',
  measures: {
    posts: { unit: '次', text: '办了几次服务岗位' },
    served: { unit: '人次', text: '党员上岗服务几人次' },
    hours: { unit: '小时', text: '志愿服务多少小时' },
  },
  cells,
  read,
  count: rows => {
    const { sum } = figuresIn(rows)
    const minutes = sum('minutes')
    const hours = minutes === null ? null : Math.floor(minutes / 6) / 10
    const seen: Seen = { text: `${said(sum('posts'))}个岗位，${said(sum('served'))}人次，${said(hours)}小时`, page: routes.posts() }
    return { posts: sight(sum('posts'), seen), served: sight(sum('served'), seen), hours: sight(hours, seen) }
  },
})

/** 银发人才 (P23): those whose word of what they can do holds. */
export const talent = source({
  name: 'talent',
  title: '银发人才',
  measures: { confirmed: { unit: '人', text: '登记并且每年确认过的银发人才有几人' } },
  cells,
  read,
  count: (rows, { branch }) => {
    const confirmed = figuresIn(rows).last('talents')
    return { confirmed: sight(confirmed, { text: `${said(confirmed)}人`, page: routes.talents({ orgId: branch._id, name: branch.name }) }) }
  },
})

/** What partner units promised (P24), and honours (P25): both over the year. */
export const partners = source({
  name: 'partners',
  title: '共建和荣誉',
  measures: {
    kept: { unit: '%', text: '共建单位承诺的事做了百分之几' },
    honours: { unit: '人次', text: '本支部授予的荣誉几人次' },
  },
  cells,
  read,
  count: (rows, { branch, time }) => {
    const { last } = figuresIn(rows)
    const [done, overdue] = [last('kept') ?? 0, last('overdue') ?? 0]
    const place = { orgId: branch._id, name: branch.name, year: time.year }
    return {
      kept: sight(percent(done, done + overdue), { text: `做了${String(done)}次，过期没做${String(overdue)}次`, page: routes.pledges(place) }), // prettier-ignore
      honours: sight(last('honours'), { text: `${said(last('honours'))}人次`, page: routes.honours(place) }),
    }
  },
})

/** Consultation hours and wishes (P31, P33). */
export const consulting = source({
  name: 'consulting',
  title: '预约服务和心愿',
  measures: {
    held: { unit: '次', text: '办了几次预约咨询' },
    wishes: { unit: '次', text: '办成几个心愿和陪同' },
  },
  cells,
  read,
  count: (rows, { branch }) => {
    const { sum } = figuresIn(rows)
    const place = { orgId: branch._id, name: branch.name }
    return {
      held: sight(sum('held'), { text: `${said(sum('held'))}次`, page: routes.keepHours(place) }),
      wishes: sight(sum('wishes'), { text: `${said(sum('wishes'))}次`, page: routes.keepWishes(place) }),
    }
  },
})

/** Rooms (P71): whether there is one, and how often it was used. */
export const venues = source({
  name: 'venues',
  title: '活动场地',
  measures: {
    own: { unit: 'yes', text: '有登记的活动场地' },
    uses: { unit: '次', text: '活动场地用了几次' },
  },
  cells,
  read,
  count: (rows, { branch }) => {
    const { sum, last } = figuresIn(rows)
    const rooms = last('rooms')
    const seen: Seen = { text: `${said(rooms)}处场地，用了${said(sum('roomUses'))}次`, page: routes.runVenues({ orgId: branch._id, name: branch.name }) } // prettier-ignore
    // A branch that has registered none here may meet elsewhere: that is not seen.
    return {
      own: sight(rooms !== null && rooms > 0 ? 1 : null, seen),
      uses: sight(rooms !== null && rooms > 0 ? sum('roomUses') : null, seen),
    }
  },
})
