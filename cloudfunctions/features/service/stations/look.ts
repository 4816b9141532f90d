import { addDays, dateOf } from '../../../../core/shared/calendar'
import { FLAG_DAYS, gapsAhead, nextLookAt, onDutyOn, SHOWN_DAYS, shiftOn } from '../../../../core/service/stations/duty'
import { gapNotice, remindNotice } from '../../../../core/service/stations/notices'
import { credited } from '../../../../core/service/posts/service-row'
import { holdersOf } from '../../../../core/service/posts/rules'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Members } from '../../people/public'
import { Services, type Post } from '../documents'
import { decideServices } from '../posts/services'
import { Stations, type Station } from './documents'
import { officersOf } from './officers'
import { postsOf } from './posts-of'
import { tellAssigned } from './tell-assigned'

/** Until then one signs out by oneself. */
const SIGNS_OUT = 2 * 60 * 60_000

/** Who signed in and forgot to sign out is credited until the end. */
const settleDuty = async (ports: Ports, posts: readonly Post[]): Promise<void> => {
  const { store, now } = ports
  for (const post of posts) {
    const rows = await store.table(Services).findAll({ postId: post._id, state: 'in' })
    for (const shift of post.shifts.filter(one => !one.cancelled && one.endsAt + SIGNS_OUT < now)) {
      const people = rows.filter(row => row.shiftId === shift.shiftId).map(row => row.memberId)
      if (people.length > 0)
        await decideServices(ports, post, shift, people, row => (row?.state === 'in' ? credited(row, shift, now) : row))
    }
  }
}

/** Tells those who are on duty tomorrow. */
const remind = async (ports: Ports, station: Station, posts: readonly Post[]): Promise<void> => {
  const found = shiftOn(posts, addDays(dateOf(ports.now), 1))
  if (!found) return
  const people = holdersOf(found.post, found.shift).map(one => one.memberId)
  await tell(ports, people, remindNotice(station, found.post._id, found.shift), { from: wakingFrom(ports.now) })
}

/**
 * Looks at one station: works out who stands on its lists and which days lack people, tells its officers of days that lack them since the last look, those on
 * duty tomorrow of it, and settles what was not signed out. The next look is written last: cut off anywhere or run twice, it does everything once.
 */
export const lookAtStation = async (ports: Ports, station: Station): Promise<void> => {
  const { store, now } = ports
  const today = dateOf(now)
  const months = [...new Set([-2, 0, FLAG_DAYS, SHOWN_DAYS].map(days => addDays(today, days).slice(0, 7)))]
  const posts = await postsOf(store, station._id, months)
  const gaps = gapsAhead(station, posts, now)
  const [first, ...more] = gaps.filter(one => !station.gaps.some(before => before.date === one.date))
  const dates = Array.from({ length: SHOWN_DAYS }, (_, ahead) => addDays(today, ahead))
  const held = dates.map(date => ({ date, memberIds: onDutyOn(posts, date) }))
  const ids = [...new Set(held.flatMap(one => one.memberIds))]
  const members = ids.length === 0 ? [] : await store.table(Members).getMany(ids)
  const names = new Map(members.map(one => [one._id, one.name]))
  if (first) await tell(ports, await officersOf(store, station), gapNotice(station, today, [first, ...more]), { from: wakingFrom(now) })
  for (const post of posts) await tellAssigned(ports, station, post)
  await remind(ports, station, posts)
  await settleDuty(ports, posts)
  const shown = held
    .filter(one => one.memberIds.length > 0)
    .map(one => ({ date: one.date, people: one.memberIds.map(memberId => ({ memberId, name: names.get(memberId) ?? '' })) }))
  const [soonest] = gaps
  await store.table(Stations).update(
    { _id: station._id, marks: station.marks, state: 'open' },
    {
      set: {
        shown,
        gaps,
        flagged: soonest ? scopesOf(station.path) : [],
        due: nextLookAt(now),
        ...(soonest ? { gapOn: soonest.date } : {}),
      },
      ...(soonest ? {} : { unset: ['gapOn'] }),
    },
  )
}
