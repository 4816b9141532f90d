import type { venues as contract } from '../../../../core/means/venues/contract'
import { left } from '../../../../core/means/venues/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import { scopesOf } from '../../../../core/shared/scopes'
import { claimFiles, endFiles } from '../../../kernel/files'
import { geoPoint } from '../../../kernel/geo'
import { changeRow, changeRowSaying } from '../../../kernel/settle'
import type { Handlers } from '../use-case'
import { type Venue, VenueDays, Venues } from './documents'

const everyDay = [1, 2, 3, 4, 5, 6, 7]
/** So many of what came back are kept. */
const KEPT = 100

type Saved = 'venue.save' | 'venue.lend' | 'venue.giveBack'

export const save: Handlers<Pick<typeof contract, Saved>> = {
  async 'venue.save'(input, context) {
    const { store, subject: org, actor, commandId, now, newId, fail, checkText } = context
    const { venueId, orgId, name, address = '', point, seats, shared, sharing, opens, closes, accessWords = '' } = input
    const table = store.table(Venues)
    const id = venueId ?? commandId
    const programmes = input.programmes ?? []
    const photoFileIds = [...new Set(input.photoFileIds ?? [])]
    const equipment = input.equipment.map(one => (typeof one === 'string' ? { name: one, count: 1 } : one))
    const [existing] = await Promise.all([
      table.get(id),
      checkText(name, address, accessWords, ...equipment.map(one => one.name), ...programmes.flatMap(one => [one.title, one.words])),
    ])
    if (venueId !== undefined && (existing?.orgId !== orgId || existing.state !== 'open')) return fail('NOT_FOUND')
    if (existing && venueId === undefined) return existing.orgId === orgId ? { venueId: id } : fail('CONFLICT')
    if (org.closedAt !== undefined || org.kind === 'group') return fail('INVALID_INPUT', { paths: ['orgId'] })
    if (opens >= closes) return fail('INVALID_INPUT', { paths: ['closes'], message: '关门要晚于开门' })
    const names = equipment.map(one => one.name)
    if (new Set(names).size < names.length) return fail('INVALID_INPUT', { paths: ['equipment'], message: '同一样设备写了两次' })
    const titles = programmes.map(one => one.title)
    if (new Set(titles).size < titles.length) return fail('INVALID_INPUT', { paths: ['programmes'], message: '两个套餐名称一样' })
    await claimFiles(context, photoFileIds, { purpose: 'venue', about: id })
    const said = {
      ...{ name, address, seats, equipment, shared, opens, closes, photoFileIds, programmes, accessWords },
      days: [...new Set(input.days ?? everyDay)].sort((one, other) => one - other),
      access: input.access ?? 'unknown',
      ...(point ? { point: geoPoint(point) } : {}),
      ...(sharing ? { sharing } : {}),
    }
    if (!existing) {
      const fresh: Venue = {
        ...{ _id: id, orgId, orgName: org.name, path: org.path, scopes: scopesOf(org.path), audience: 'open', ...said },
        ...{ loans: [], returned: [], code: newId(), state: 'open', createdBy: actor, createdAt: now, version: 1 },
      }
      if ((await table.add(fresh)) === 'added') return { venueId: id }
      return (await table.get(id))?.orgId === orgId ? { venueId: id } : fail('CONFLICT')
    }
    await changeRow(table, existing, row => {
      if (row.state !== 'open') return fail('NOT_FOUND')
      const short = row.loans.find(one => left(equipment, row.loans, one.item) < 0)
      if (short) return fail('INVALID_INPUT', { paths: ['equipment'], message: `${short.item}还有借出去没还的，先登记归还` })
      return { ...omit(row, 'point', 'sharing'), ...said }
    })
    // What is booked ahead says the room by its name.
    if (existing.name !== name)
      await store.table(VenueDays).update({ venueId: id, date: { gte: dateOf(now) } }, { set: { venueName: name } })
    await endFiles(context, { purpose: 'venue', about: id }, photoFileIds)
    return { venueId: id }
  },

  async 'venue.lend'({ item, count, to, dueOn }, context) {
    const { store, subject, actor, commandId, now, fail, checkText } = context
    await checkText(to)
    await changeRowSaying(store.table(Venues), subject, row => {
      // Sent again, it is lent once, whether it came back meanwhile or not.
      if ([...row.loans, ...row.returned].some(one => one.loanId === commandId)) return { row, answer: null }
      if (!row.equipment.some(one => one.name === item)) return fail('INVALID_INPUT', { paths: ['item'], message: '没有这样设备' })
      const there = left(row.equipment, row.loans, item)
      if (there < count) return fail('NOT_LEFT', { left: there })
      const loan = { loanId: commandId, item, count, to, dueOn, lentOn: dateOf(now), by: actor }
      return { row: { ...row, loans: [...row.loans, loan] }, answer: null }
    })
    return { loanId: commandId }
  },

  async 'venue.giveBack'({ loanId }, context) {
    const { store, subject, now, fail } = context
    await changeRow(store.table(Venues), subject, row => {
      const loan = row.loans.find(one => one.loanId === loanId)
      if (!loan) return row.returned.some(one => one.loanId === loanId) ? row : fail('NOT_FOUND')
      const returned = [{ ...loan, backOn: dateOf(now) }, ...row.returned].slice(0, KEPT)
      return { ...row, loans: row.loans.filter(one => one !== loan), returned }
    })
    return {}
  },
}
