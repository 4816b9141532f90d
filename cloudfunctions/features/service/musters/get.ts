import type { musters as contract } from '../../../../core/service/musters/contract'
import { cellOf, figuresAt, reliefOf, slotsOf, type Figures } from '../../../../core/service/musters/rules'
import { byNumber, byText, firstBy, pageBy, pageOver } from '../../../kernel/keyset'
import type { Filter } from '../../../kernel/store'
import { omit } from '../../../../core/shared/fields'
import { Organizations } from '../../people/public'
import type { Handlers } from '../use-case'
import { slotsFor } from './answer'
import { callId, MusterCalls, Musters, type Muster, type MusterCall } from './documents'
import { figuresNow, figuresOf } from './figures'
import { ledBy, partsOf, runs } from './parts'

const SHOWN = 100
const PAGE = 50

const byPath = byText('path')
const latest = byNumber('createdAt', 'desc')
const lastEnding = byNumber('endsAt', 'desc')

const headOf = ({ _id, orgId, orgName, title, startsAt, endsAt, state, createdAt }: Muster) => ({
  ...{ musterId: _id, orgId, orgName, title, startsAt, endsAt, state, calledAt: createdAt },
})

const arrivalsOf = (muster: Muster, { arrivals, memberId }: Pick<MusterCall, 'arrivals' | 'memberId'>) =>
  arrivals.flatMap(({ cell, at, leftAt, by }) => {
    const [slot] = slotsFor(muster, [cell])
    return slot ? [{ slot, at, ...(leftAt === undefined ? {} : { leftAt }), ...(by.memberId === memberId ? {} : { by: by.name }) }] : []
  })

const answerOf = ({ answer }: Pick<MusterCall, 'answer'>) => (answer === 'gone' ? null : answer)

const silentOf = ({ memberId, name, bound, seenAt, tries }: MusterCall) => ({
  ...{ memberId, name, bound, seen: seenAt !== undefined, tries: tries.length },
})

const gridOf = (muster: Muster, figures: Figures) =>
  slotsOf(muster).map(slot => {
    const cell = cellOf(slot)
    const lead = muster.leads.find(one => one.cell === cell)
    const handed = muster.handOvers.findLast(one => one.cell === cell)
    const relief = reliefOf(muster.shifts, slot.shift)
    return {
      ...slot,
      ...{ need: muster.need, ...figuresAt(figures, cell) },
      ...(lead ? { lead: { memberId: lead.memberId, name: lead.name } } : {}),
      ...(relief === null ? {} : { relief }),
      ...(handed ? { handedOver: { at: handed.at, by: handed.by.name, words: handed.words } } : {}),
    }
  })

const sumsOf = (figures: Figures) => omit(figures, 'cells')

export const look: Handlers<Pick<typeof contract, 'muster.get' | 'muster.list' | 'muster.people'>> = {
  async 'muster.get'(_input, context) {
    const { subject: muster, person, store, now } = context
    const calls = store.table(MusterCalls)
    const parts = partsOf(muster, person)
    const whole = parts.some(one => one.path === muster.path)
    const silentIn = (path: string) => firstBy(calls, { musterId: muster._id, answer: null, path: { startsWith: path } }, byPath, SHOWN)
    const [figures, own, mine, ...silent] = await Promise.all([
      figuresNow(store, muster),
      whole || parts.length === 0 ? null : figuresOf(store, muster, parts),
      calls.get(callId(muster._id, person._id)),
      ...parts.map(one => silentIn(one.path)),
    ])
    if (mine && mine.seenAt === undefined) await calls.update({ _id: mine._id }, { set: { seenAt: now } })
    const open = muster.state === 'open'
    const leads = ledBy(muster, person._id).length > 0
    const sums = whole ? figures : own
    return {
      ...headOf(muster),
      ...{ why: muster.why, places: muster.places, shifts: muster.shifts, need: muster.need, ringAt: muster.ringAt },
      grid: gridOf(muster, figures),
      sums: sums === null ? null : sumsOf(sums),
      // Who looks has seen it.
      silent: silent
        .flat()
        .slice(0, SHOWN)
        .map(one => ({ ...silentOf(one), ...(one.memberId === person._id ? { seen: true } : {}) })),
      mine:
        mine && mine.answer !== 'gone'
          ? { answer: mine.answer, slots: slotsFor(muster, mine.cells), arrivals: arrivalsOf(muster, mine) }
          : null,
      ...(muster.ended ? { thanks: muster.ended.words } : {}),
      may: [
        ...(open && parts.length > 0 ? (['answerFor', 'remind'] as const) : []),
        ...(open && (parts.length > 0 || leads) ? (['arrive', 'codes', 'handOver'] as const) : []),
        ...(open && runs(muster, person) ? (['lead', 'end'] as const) : []),
        ...(parts.length > 0 ? (['export'] as const) : []),
      ],
    }
  },

  async 'muster.list'({ cursor }, { subject: org, person, store }) {
    const calls = store.table(MusterCalls)
    if (!org) {
      const page = await pageBy(calls, { memberId: person._id }, lastEnding, { size: PAGE, cursor })
      const found = await store.table(Musters).getMany(page.items.map(one => one.musterId))
      const musters = new Map(found.map(one => [one._id, one]))
      const items = page.items.flatMap(one => {
        const muster = musters.get(one.musterId)
        return muster && one.answer !== 'gone' ? [{ ...headOf(muster), answer: one.answer }] : []
      })
      return { items, cursor: page.cursor }
    }
    const above = org.path.split('/').filter(part => part !== '' && part !== org._id)
    const filters: Filter<Muster>[] = [{ scopes: org._id }, ...above.map(orgId => ({ orgId }))]
    const page = await pageOver(store.table(Musters), filters, latest, { size: PAGE, cursor })
    const mine = await calls.getMany(page.items.map(one => callId(one._id, person._id)))
    const answers = new Map(mine.map(one => [one.musterId, answerOf(one)]))
    return { items: page.items.map(one => ({ ...headOf(one), answer: answers.get(one._id) ?? null })), cursor: page.cursor }
  },

  async 'muster.people'({ list, slot, cursor }, { subject: muster, person, store, fail }) {
    const parts = partsOf(muster, person)
    const cell = slot === undefined ? undefined : cellOf(slot)
    const leads = cell !== undefined && ledBy(muster, person._id).includes(cell)
    const places = leads ? [muster.path] : parts.map(one => one.path)
    if (places.length === 0) return fail('FORBIDDEN')
    const about: Record<typeof list, Filter<MusterCall>> = {
      silent: { answer: null },
      no: { answer: 'no' },
      coming: cell === undefined ? { answer: { in: ['coming', 'late'] } } : { cells: cell },
      arrived: cell === undefined ? { 'arrivals.cell': { gt: '' } } : { 'arrivals.cell': cell },
    }
    const filters = places.map((path): Filter<MusterCall> => ({ musterId: muster._id, ...about[list], path: { startsWith: path } }))
    const page = await pageOver(store.table(MusterCalls), filters, byPath, { size: PAGE, cursor })
    const branches = await store.table(Organizations).getMany([...new Set(page.items.map(one => one.branchId))])
    const nameOf = new Map(branches.map(one => [one._id, one.name]))
    return {
      items: page.items.map(one => ({
        ...silentOf(one),
        ...{ branchName: nameOf.get(one.branchId) ?? '', answer: answerOf(one) },
        ...{ slots: slotsFor(muster, one.cells), arrivals: arrivalsOf(muster, one) },
        ...(one.by && one.by.memberId !== one.memberId ? { by: one.by.name } : {}),
      })),
      cursor: page.cursor,
    }
  },
}
