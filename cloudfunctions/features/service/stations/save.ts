import { dateOf } from '../../../../core/shared/calendar'
import type { stations as contract } from '../../../../core/service/stations/contract'
import { dutyPostId, rosterMonths } from '../../../../core/service/stations/duty'
import { everyDay } from '../../../../core/service/stations/hours'
import { omit } from '../../../../core/shared/fields'
import { geoPoint, pointOf } from '../../../kernel/geo'
import { settleRow } from '../../../kernel/settle'
import { oneNumber } from '../../people/public'
import { Posts, Teams } from '../documents'
import type { Handlers } from '../use-case'
import { callOff, callOffClosed } from './call-off'
import { Stations, type Station } from './documents'

/** Where its duty is, as a post says it. */
export const placeOf = ({ name, point }: Pick<Station, 'name' | 'point'>) => ({ name, point: pointOf(point) })

export const save: Handlers<Pick<typeof contract, 'station.save' | 'station.close'>> = {
  async 'station.save'(input, context) {
    const { store, subject: org, actor, commandId, now, newId, fail, checkText } = context
    const { stationId, orgId, kind, name, point, address = '', phone, hours, teamIds } = input
    const table = store.table(Stations)
    const id = stationId ?? commandId
    const [existing, teams, digits] = await Promise.all([
      table.get(id),
      store.table(Teams).getMany([...new Set(teamIds)]),
      phone === undefined ? undefined : oneNumber(phone),
      checkText(name, address),
    ])
    if (stationId !== undefined && (existing?.orgId !== orgId || existing.state === 'closed')) return fail('NOT_FOUND')
    // The first of one command stands, whatever became of it since.
    if (existing && stationId === undefined) return existing.orgId === orgId ? { stationId: id } : fail('CONFLICT')
    if (org.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['orgId'] })
    if (hours.from >= hours.to) return fail('INVALID_INPUT', { paths: ['hours'] })
    if (digits === null) return fail('PHONE_INVALID', { field: 'phone', index: 0, message: '不是电话号码' })
    // A team of its own organization, of one above it or of one below.
    const fits = (path: string) => path.startsWith(org.path) || org.path.startsWith(path)
    if (teams.length < new Set(teamIds).size || !teams.every(one => fits(one.path) || existing?.teamIds.includes(one._id)))
      return fail('INVALID_INPUT', { paths: ['teamIds'] })
    const said = {
      ...{ kind, name, address, point: geoPoint(point), hours, teamIds: [...new Set(teamIds)] },
      days: [...new Set(input.days ?? everyDay)].sort((one, other) => one - other),
      closedOn: [...new Set(input.closedOn ?? [])].filter(date => date >= dateOf(now)).sort(),
      need: input.need ?? 1,
      ...(digits === undefined ? {} : { phone: digits }),
    }
    const fresh: Station = {
      ...{ _id: id, orgId, path: org.path, audience: 'open', ...said, code: newId(), state: 'open', createdBy: actor, createdAt: now },
      ...{ shown: [], gaps: [], flagged: [], due: now, marks: 1 },
    }
    if (!existing) {
      if ((await table.add(fresh)) === 'added') return { stationId: id }
      return (await table.get(id))?.orgId === orgId ? { stationId: id } : fail('CONFLICT')
    }
    await settleRow(
      existing,
      () => table.get(id),
      async row => {
        if (row?.state !== 'open') return fail('NOT_FOUND')
        const next = { ...(digits === undefined ? omit(row, 'phone') : row), ...said, due: now, marks: row.marks + 1 }
        return (await table.swap(row, next)) || undefined
      },
    )
    // Who signs in at it does so where it is now.
    const _id = { in: rosterMonths(now).map(month => dutyPostId(id, month)) }
    await store.table(Posts).update({ _id }, { set: { place: placeOf(said) } })
    await callOffClosed(context, { ...existing, ...said })
    return { stationId: id }
  },

  async 'station.close'({ stationId, reason }, context) {
    const { store, checkText } = context
    await checkText(reason)
    await store
      .table(Stations)
      .update(
        { _id: stationId, state: 'open' },
        { set: { state: 'closed', gaps: [], flagged: [], shown: [] }, unset: ['gapOn', 'due'], inc: { marks: 1 } },
      )
    // Asked again it goes on where it was cut off.
    await callOff(context, context.subject, reason)
    return {}
  },
}
