import type { dues as contract } from '../../../../core/means/dues/contract'
import { monthAfter, monthlyOf, withBase } from '../../../../core/means/dues/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { claimFiles } from '../../../kernel/files'
import type { Handlers } from '../use-case'
import { openBook } from '../funds/book'
import { changeAccount } from './account'
import { DuesAccounts } from './documents'
import { collecting } from './here'

/** More bases and reliefs than a person has in a life. */
const [MOST_BASES, MOST_RELIEFS] = [100, 40] as const

export const base: Handlers<Pick<typeof contract, 'dues.setBase' | 'dues.relieve' | 'dues.endRelief'>> = {
  async 'dues.setBase'({ memberId, baseFen, standing, from }, { store, subject: member, now, fail, audit }) {
    const [place, seen] = await Promise.all([collecting(store, member, now), store.table(DuesAccounts).get(memberId)])
    if (!place) return fail('DUES_NOT_HERE')
    const wanted = { from, baseFen, standing }
    const change = changeAccount(store, seen, { memberId, branchId: member.branchId }, dateOf(now), row => {
      const bases = withBase(row.bases, wanted)
      if (bases.length > MOST_BASES) return fail('INVALID_INPUT', { paths: ['from'] })
      return { row: { ...row, bases }, answer: null }
    })
    // From now on the branch has money to look after.
    await Promise.all([change, openBook({ store, now }, place.branch)])
    audit(memberId, 'dues.base')
    return { monthlyFen: monthlyOf(place.book, wanted, from) }
  },

  async 'dues.relieve'({ memberId, from, until, fen, reason, documentNo = '', fileIds = [] }, context) {
    const { store, subject: member, commandId, now, fail, audit, checkText } = context
    if (until < from) return fail('INVALID_INPUT', { paths: ['until'], message: '止月要在起月以后' })
    const [place, seen] = await Promise.all([collecting(store, member, now), store.table(DuesAccounts).get(memberId), checkText(reason)])
    if (!place) return fail('DUES_NOT_HERE')
    await claimFiles(context, fileIds, { purpose: 'dues', about: memberId })
    await changeAccount(store, seen, { memberId, branchId: member.branchId }, dateOf(now), row => {
      if (row.reliefs.some(one => one.id === commandId)) return { row, answer: null }
      if (row.reliefs.length >= MOST_RELIEFS) return fail('INVALID_INPUT', { paths: ['from'] })
      return { row: { ...row, reliefs: [...row.reliefs, { id: commandId, from, until, fen, reason, documentNo, fileIds }] }, answer: null }
    })
    audit(memberId, 'dues.relieved')
    return { reliefId: commandId }
  },

  async 'dues.endRelief'({ memberId, reliefId, from }, { store, subject: member, now, fail, audit }) {
    await changeAccount(store, await store.table(DuesAccounts).get(memberId), { memberId, branchId: member.branchId }, dateOf(now), row => {
      const found = row.reliefs.find(one => one.id === reliefId)
      if (!found) return fail('NOT_FOUND')
      const last = monthAfter(from, -1)
      if (last >= found.until) return { row, answer: null }
      // Ended before it began, it never held; it stays written down with its papers.
      return { row: { ...row, reliefs: row.reliefs.map(one => (one.id === reliefId ? { ...one, until: last } : one)) }, answer: null }
    })
    audit(memberId, 'dues.relieved')
    return {}
  },
}
