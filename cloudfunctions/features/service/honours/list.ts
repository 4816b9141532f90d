import { maskName } from '../../../../core/people/public'
import type { honours as contract } from '../../../../core/service/honours/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { byNumber, byText, pageBy } from '../../../kernel/keyset'
import type { Filter } from '../../../kernel/store'
import { Members, PublicCards } from '../../people/public'
import type { Context, Handlers } from '../use-case'
import { HonourProposals, Honours, type Honour } from './documents'

const PAGE = 30
/** Codes that are none, tried by one account in an hour. */
const MISSES = { max: 30, windowMs: 60 * 60_000 } as const
const officers = ['secretary', 'street', 'bureau'] as const
const byDay = byText('on', 'desc')

const inYear = (year: number | undefined): Filter<Honour> =>
  year === undefined ? {} : { on: { gte: `${String(year)}-01-01`, lt: `${String(year + 1)}-01-01` } }

type Asking = Pick<Context<'honour.list'>, 'store' | 'subject' | 'person' | 'people' | 'holds' | 'fail'>

/** Which honours, and whether the asker reads them as the person or an officer does: those withdrawn, and the codes. */
const wantedBy = async ({ store, subject, person, people, holds, fail }: Asking, memberId: string | undefined) => {
  if (memberId !== undefined && !people.some(one => one._id === memberId)) {
    const member = await store.table(Members).get(memberId)
    if (!member || !holds(officers, member.path)) return fail('FORBIDDEN')
    return { filter: { memberId }, whole: true }
  }
  if (memberId !== undefined) return { filter: { memberId }, whole: true }
  if (!subject) return { filter: { memberId: person._id }, whole: true }
  return { filter: { scopes: subject._id }, whole: holds(officers, subject.path) }
}

const sayHonour = (
  { _id, memberId, name, title, reason, on, orgId, orgName, state, withdrawn, code, path }: Honour,
  whole: boolean,
  { holds }: Pick<Asking, 'holds'>,
) => ({
  ...{ honourId: _id, memberId, name, title, reason, on, orgId, orgName, state },
  ...(withdrawn ? { withdrawn: { at: withdrawn.at, reason: withdrawn.reason } } : {}),
  ...(whole ? { code } : {}),
  may: state === 'stands' && holds(officers, path) ? (['withdraw'] as const).slice() : [],
})

export const list: Handlers<Pick<typeof contract, 'honour.list' | 'honour.wall' | 'honour.open' | 'honour.proposals'>> = {
  async 'honour.list'({ memberId, year, cursor }, context) {
    const { filter, whole } = await wantedBy(context, memberId)
    const wanted = { ...filter, ...inYear(year), ...(whole ? {} : { state: 'stands' as const }) }
    const page = await pageBy(context.store.table(Honours), wanted, byDay, { size: PAGE, cursor })
    return { items: page.items.map(one => sayHonour(one, whole, context)), cursor: page.cursor }
  },

  async 'honour.wall'({ orgId, year, cursor }, { store, subject: org }) {
    const page = await pageBy(store.table(Honours), { scopes: orgId, ...inYear(year), state: 'stands' }, byDay, { size: PAGE, cursor })
    // A face stands here where its owner shows it to everybody.
    const cards = await store.table(PublicCards).getMany([...new Set(page.items.map(one => one.memberId))])
    const faceOf = new Map(cards.map(one => [one._id, one.content?.photoFileId]))
    return {
      orgName: org.name,
      items: page.items.map(({ _id, memberId, name, title, on, orgName }) => {
        const photoFileId = faceOf.get(memberId)
        return { honourId: _id, memberId, name, title, on, orgName, ...(photoFileId === undefined ? {} : { photoFileId }) }
      }),
      cursor: page.cursor,
    }
  },

  async 'honour.open'({ code }, { store, openid, limit, fail }) {
    const [honour] = await store.table(Honours).find({ code }, { limit: 1 })
    if (!honour) {
      await limit(`honour:${openid}`, MISSES.max, MISSES.windowMs)
      return fail('NOT_FOUND')
    }
    const { title, name, orgName, on, state, withdrawn } = honour
    return { title, maskedName: maskName(name), orgName, on, state, ...(withdrawn ? { withdrawnOn: dateOf(withdrawn.at) } : {}) }
  },

  async 'honour.proposals'({ orgId, cursor }, { store }) {
    const wanted = { scopes: orgId, open: { gt: 0 } }
    const page = await pageBy(store.table(HonourProposals), wanted, byNumber('open', 'desc'), { size: PAGE, cursor })
    return {
      items: page.items.map(({ _id, name, open, minutes }) => ({ memberId: _id, name, hours: open, minutes })),
      cursor: page.cursor,
    }
  },
}
