import { shanghai } from '../../shared/calendar'
import type { Instant } from '../../shared/operation'
import type { NoticeFields } from '../../shared/notices'
import { specialWords, type CareRung } from './kinds'
import { daysLate, lateNow, type Care } from './rules'
import { routes } from '../../shared/routes'

const wayWords = { call: '打电话', visit: '上门看望' } as const

/** The message to a rung about an elder who was not contacted in time; one for each due instant and rung. */
export const overdueNotice = (row: Care & { _id: string; name: string }, rung: CareRung, now: Instant) => {
  const what = lateNow(row, now)
    .map(by => wayWords[by])
    .join('、')
  const days = daysLate(row.dueAt, now)
  const kinds = row.kinds.map(kind => specialWords[kind]).join('、')
  const fields: NoticeFields = {
    what: `${row.name}该${what}了`,
    when: shanghai(now).format('YYYY-MM-DD HH:mm'),
    where: kinds,
    note: `已超期${String(days)}天，请点开`,
  }
  return {
    kind: 'care-overdue' as const,
    about: `${row._id}:${String(row.dueAt)}:${rung}`,
    title: `${row.name}该${what}了`,
    text:
      rung === 'liaison'
        ? `${row.name}（${kinds}）已经超期${String(days)}天没有${what}。请点开，打个电话问一问，打通了按一下就记上。`
        : `${row.name}（${kinds}）已经超期${String(days)}天没有${what}，还没有人记上。请问一问联络员，或者点开直接打电话。`,
    page: routes.carePerson({ memberId: row._id }),
    fields,
  }
}
