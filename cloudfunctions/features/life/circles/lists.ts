import type { circles as contract } from '../../../../core/life/circles/contract'
import { scopesOf } from '../../../../core/shared/scopes'
import { byText, pageJoined } from '../../../kernel/keyset'
import type { Filter, Store } from '../../../kernel/store'
import { Members, Organizations, type Member } from '../../people/public'
import type { Handlers } from '../use-case'
import { Circles, type Circle } from './documents'
import { itemOf } from './item'
import { comingOf } from './meetings'
import { inside, runs } from './runs'

const PAGE = 20
/** More circles than there are around a person. */
const MOST = 300

/** Circles with the name of their organization. One query. */
const withNames = async (store: Store, filter: Filter<Circle>): Promise<(Circle & { orgName: string })[]> => {
  const rows = await store.join(Circles, filter, 'orgId', Organizations, MOST)
  return rows.map(({ joined, ...circle }) => ({ ...circle, orgName: joined[0]?.name ?? '' }))
}

/** One's own circles, and those one may join. One wave. */
const around = async (store: Store, person: Member): Promise<(Circle & { orgName: string })[]> => {
  const scopes = [...new Set([person, ...person.affiliates].flatMap(one => scopesOf(one.path)))]
  const found = await Promise.all([
    withNames(store, { orgId: { in: scopes } }),
    withNames(store, { near: { in: scopes } }),
    withNames(store, { 'members.memberId': person._id }),
  ])
  return [...new Map(found.flat().map(one => [one._id, one])).values()]
}

/** One's own first, then by name. */
const ordered = <I extends { mine: boolean; name: string }>(items: readonly I[]): I[] =>
  [...items].sort((one, other) => Number(other.mine) - Number(one.mine) || one.name.localeCompare(other.name, 'zh-CN'))

export const lists: Handlers<Pick<typeof contract, 'circle.list' | 'circle.get'>> = {
  async 'circle.list'({ cursor }, { store, subject, person, may }) {
    if (subject) {
      const open = { path: { startsWith: subject.path }, closedAt: { exists: false } } as const
      const page = await pageJoined(store, Circles, open, byText('path'), { size: PAGE, cursor, field: 'orgId', from: Organizations })
      const items = page.items.map(({ joined: [org], ...circle }) => itemOf(circle, org?.name ?? '', person._id))
      return { items, cursor: page.cursor, may: may('create', 'export') }
    }
    const here = new Set([person, ...person.affiliates].flatMap(one => scopesOf(one.path)))
    const items = (await around(store, person))
      .map(circle => itemOf(circle, circle.orgName, person._id))
      .filter(one => !one.closed && (one.mine || one.open || here.has(one.orgId)))
    return { items: ordered(items), cursor: null, may: [] }
  },

  async 'circle.get'({ circleId }, context) {
    const { store, subject: circle, person, now } = context
    const named = inside(circle, context) ? circle.members.map(one => one.memberId) : []
    const [org, members, coming] = await Promise.all([
      store.table(Organizations).get(circle.orgId),
      named.length === 0 ? [] : store.table(Members).getMany(named),
      comingOf(store, circleId, now),
    ])
    return {
      ...itemOf(circle, org?.name ?? '', person._id),
      members: members
        .map(({ _id, name }) => ({ memberId: _id, name, organizer: circle.organizerIds.includes(_id) }))
        .sort((one, other) => Number(other.organizer) - Number(one.organizer) || one.name.localeCompare(other.name, 'zh-CN')),
      coming: coming.map(({ _id, title, startsAt, endsAt, place }) => ({ activityId: _id, title, startsAt, endsAt, place: place.name })),
      may: circle.closedAt === undefined && runs(circle, context) ? ['change', 'close', 'meet', 'result'] : [],
    }
  },
}
