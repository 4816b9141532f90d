import { calledNotice, endedNotice, reliefNotice, ringNotice } from '../../../../core/service/musters/notices'
import { cellOf, isCalled } from '../../../../core/service/musters/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { scopesOf } from '../../../../core/shared/scopes'
import { goOnWith, RUN_MS } from '../../../kernel/acts'
import type { Job } from '../../../kernel/jobs'
import { eachRow } from '../../../kernel/jobs'
import { byText, pageBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import type { Filter } from '../../../kernel/store'
import { sendDueAbout, tell } from '../../../kernel/tell'
import { Members, type Member } from '../../people/public'
import { creditThose } from './credit'
import { callId, MusterCalls, Musters, type Act, type Muster, type MusterCall } from './documents'
import { markBranches } from './figures'

/** People of one piece: each is some requests, whatever the size of the whole. */
const PIECE = 500
const MESSAGES = 500
/** More officers than lead the people of one piece. */
const MOST_OFFICERS = 500
const EACH_RUN = 20

const byPath = byText('path')

/** What came of one piece: where the next begins; undefined at the end. */
type Piece = (ports: Ports, muster: Muster, act: Act) => Promise<string | undefined>

/** The row of one called person. */
export const callOf = (muster: Muster, { _id, name, branchId, path, bound }: Member, now: number): MusterCall => ({
  ...{ _id: callId(muster._id, _id), musterId: muster._id, memberId: _id, name, branchId, path, bound, endsAt: muster.endsAt },
  ...{ answer: null, cells: [], arrivals: [], calledAt: now, tries: [], history: [], version: 1 },
})

/** Affiliates stand where they are called to, so that the leaders there have them on their list. */
const asAffiliates = (muster: Muster, members: readonly Member[]): Member[] =>
  members
    .filter(one => !one.path.startsWith(muster.path))
    .flatMap(one => {
      const here = one.affiliates.find(each => each.branchId === muster.orgId)
      return here ? [{ ...one, branchId: here.branchId, path: here.path }] : []
    })

const call: Piece = async (ports, muster, { after }) => {
  const { store, now } = ports
  const members = store.table(Members)
  const [page, affiliates] = await Promise.all([
    pageBy(members, { path: { startsWith: muster.path } }, byPath, { size: PIECE, cursor: after }),
    muster.small && after === undefined ? members.findAll({ 'affiliates.branchId': muster.orgId }) : [],
  ])
  const called = [...page.items, ...asAffiliates(muster, affiliates)].filter(one => isCalled(one, muster, dateOf(now)))
  await markBranches(ports, muster, called)
  await store.table(MusterCalls).addAll(called.map(one => callOf(muster, one, now)))
  await tell(
    ports,
    called.map(one => one._id),
    calledNotice(muster),
    { atOnce: 0 },
  )
  return page.cursor ?? undefined
}

/** What everybody called is told; the timer sends what few are told. */
const kinds = ['muster-called', 'muster-ended'] as const

/** Sends what the pieces before have written: a muster waits for no other message, and a call sends none that is not of its muster. */
const send: Piece = async (ports, muster) => ((await sendDueAbout(ports, kinds, muster._id, MESSAGES)) < MESSAGES ? undefined : 'more')

/** One piece of those called, by where they belong. */
const some = async ({ store }: Ports, muster: Muster, { after, within }: Act, more: Filter<MusterCall> = {}) =>
  pageBy(store.table(MusterCalls), { musterId: muster._id, ...more, path: { startsWith: within ?? muster.path } }, byPath, {
    ...{ size: PIECE, cursor: after },
  })

const ask: Piece = async (ports, muster, act) => {
  const page = await some(ports, muster, act, { answer: null })
  await tell(
    ports,
    page.items.map(one => one.memberId),
    calledNotice(muster, act.nth),
    { atOnce: 0 },
  )
  return page.cursor ?? undefined
}

/** Tells the leaders of the silent; the leader of a group, and where there is none the secretary. At first (`nth` 0) of those that no message reaches. */
const ring: Piece = async (ports, muster, act) => {
  const page = await some(ports, muster, act, { answer: null })
  const silent = page.items.filter(one => act.nth > 0 || !one.bound)
  const places = [...new Set(silent.flatMap(one => [...scopesOf(one.path).slice(-1), one.branchId]))]
  if (places.length > 0) {
    const officers = await ports.store.table(Members).find({ 'grants.orgId': { in: places } }, { limit: MOST_OFFICERS })
    const active = officers.filter(one => one.state === 'active')
    const over = (row: MusterCall) => {
      const leaders = active.filter(one => one.grants.some(({ role, path }) => role === 'leader' && path === row.path))
      return leaders.length > 0
        ? leaders
        : active.filter(one => one.grants.some(({ role, path }) => role === 'secretary' && row.path.startsWith(path)))
    }
    await tell(
      ports,
      silent.flatMap(row => over(row).map(one => one._id)),
      ringNotice(muster, act.nth),
    )
  }
  return page.cursor ?? undefined
}

/** Reminds those of a shift, place by place. */
const relief: Piece = async (ports, muster, { nth, after }) => {
  const index = Number(after ?? '0')
  const [place, hours] = [muster.places[index], muster.shifts[nth]]
  if (!place || !hours) return undefined
  const rows = await ports.store.table(MusterCalls).findAll({ musterId: muster._id, cells: cellOf({ place: index, shift: nth }) })
  await tell(
    ports,
    rows.map(one => one.memberId),
    reliefNotice(muster, place.name, hours),
  )
  return String(index + 1)
}

/** Thanks those who were there and credits their hours; who was still to come need not; the others find it in their inbox. */
const end: Piece = async (ports, muster, act) => {
  const { ended } = muster
  if (!ended) return undefined
  const page = await some(ports, muster, act)
  await creditThose(ports, muster, page.items)
  const there = page.items.filter(one => one.arrivals.length > 0)
  const awaited = page.items.filter(one => one.arrivals.length === 0 && (one.answer === 'coming' || one.answer === 'late'))
  const others = page.items.filter(one => one.answer === null || (one.answer === 'no' && one.arrivals.length === 0))
  const ids = (rows: readonly MusterCall[]) => rows.map(one => one.memberId)
  await tell(ports, ids(there), endedNotice(muster, ended, true), { atOnce: 0 })
  await tell(ports, ids(awaited), endedNotice(muster, ended, false), { atOnce: 0 })
  await tell(ports, ids(others), endedNotice(muster, ended, false), { quiet: true })
  const rest = page.items.filter(one => one.endsAt > ended.at).map(one => one._id)
  if (rest.length > 0) await ports.store.table(MusterCalls).update({ _id: { in: rest } }, { set: { endsAt: ended.at } })
  return page.cursor ?? undefined
}

const pieces: Readonly<Record<Act['what'], Piece>> = { call, send, ask, ring, relief, end }

/** Goes on with what is due of a muster. */
export const goOn = (ports: Ports, seen: Muster, until: number): Promise<Muster> =>
  goOnWith<Act, Muster>(
    ports,
    ports.store.table(Musters),
    {
      piece: async (all, muster, act) => ({ after: await pieces[act.what](all, muster, act) }),
      rests: ({ actDue: _lease, ...rest }, due) => (due === undefined ? rest : { ...rest, actDue: due }),
    },
    seen,
    until,
  )

/** Goes on with musters whose acts were left, or whose time has come. */
export const callMusters: Job = async ports => {
  const due = await ports.store.table(Musters).find({ actDue: { lte: ports.now } }, { order: [['actDue', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'callMusters', async muster => {
    await goOn(ports, muster, RUN_MS)
  })
}
