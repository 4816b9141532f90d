import { shanghai } from '../../shared/calendar'
import type { Instant } from '../../shared/operation'
import { reminderOf } from './rules'
import type { Step } from './steps'
import type { NoticeFields } from '../../shared/notices'
import { type Route, routes } from '../../shared/routes'

const notice = (about: string, page: Route, title: string, text: string, fields: Omit<NoticeFields, 'when'>, now: Instant) => ({
  kind: 'aftercare' as const,
  about,
  title,
  text,
  page,
  fields: { ...fields, when: shanghai(now).format('YYYY-MM-DD HH:mm') },
})

interface About {
  _id: string
  name: string
  round: number
}

/** To the helpers and officers: what was stopped and, for readers who may open it, that there is a checklist. */
export const diedNotice = (row: About, opens: boolean, now: Instant) =>
  notice(
    `${row._id}:${String(row.round)}:died`,
    opens ? routes.aftercare({ memberId: row._id }) : routes.home(),
    `${row.name}同志去世`,
    `${row.name}同志去世了。问候、走访和提醒都已经停下，请不要再打电话问候本人。${opens ? '善后要办的事请点开看。' : '谢谢您一直以来的照应。'}`,
    { what: `${row.name}同志去世`, where: '善后', note: opens ? '请点开看要办的事' : '问候、走访已经停下' },
    now,
  )

/** To the officers who fill offices: which ones are vacant now. */
export const officesNotice = (row: About, offices: readonly string[], now: Instant) =>
  notice(
    `${row._id}:${String(row.round)}:offices`,
    routes.aftercare({ memberId: row._id }),
    `${offices.join('、')}空缺`,
    `${row.name}同志生前担任${offices.join('、')}，现在没有人担任，请尽快商定由谁接任。`,
    { what: '职务空缺', where: '支部', note: offices.join('、') },
    now,
  )

/** To the owner of a step whose day has passed. */
export const lateStepNotice = (row: About, step: Step, now: Instant) =>
  notice(
    `${row._id}:${String(row.round)}:late:${reminderOf(step)}`,
    routes.aftercare({ memberId: row._id }),
    `${row.name}同志善后：${step.title}`,
    `${row.name}同志家的“${step.title}”过了日子还没有记办好。办好了请点开记上；办不了，请跟支部书记说一声。`,
    { what: '善后的事过了日子', where: `${row.name}同志家`, note: step.title },
    now,
  )

/** To the same people after an undo. */
export const undoneNotice = (row: About, now: Instant) =>
  notice(
    `${row._id}:${String(row.round)}:undone`,
    routes.home(),
    `更正：${row.name}同志的登记有误`,
    `关于${row.name}同志的登记是误登，已经撤销，问候、走访和联系照旧。给您添了麻烦，请谅解。`,
    { what: `更正：${row.name}同志`, where: '支部', note: '登记有误，已撤销' },
    now,
  )
