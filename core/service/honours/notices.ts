import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { hoursTitle } from './rules'

interface Honoured {
  honourId: string
  title: string
  orgName: string
  at: Instant
}

const fieldsOf = (what: string, { orgName, at }: Pick<Honoured, 'orgName' | 'at'>, note: string) => ({
  what,
  when: shanghai(at).format('YYYY-MM-DD HH:mm'),
  where: orgName,
  note,
})

/** To the person: they were honoured. */
export const sayGranted = (honour: Honoured, reason: string): Telling => ({
  kind: 'honour-news',
  about: honour.honourId,
  title: `祝贺您，${honour.title}！`,
  text: `${honour.orgName}授予您“${honour.title}”。${reason === '' ? '' : `${reason}。`}点开看证书，可以存下来、转发给家里人。`,
  page: routes.myHonours(),
  fields: fieldsOf(honour.title, honour, '点开看证书'),
})

/** To the person: it was taken back. */
export const sayWithdrawn = (honour: Honoured, reason: string): Telling => ({
  kind: 'honour-news',
  about: `${honour.honourId}:withdrawn`,
  title: `“${honour.title}”收回了`,
  text: `${honour.orgName}收回了这项荣誉。原因：${reason}。有不同意见，请找支部书记。`,
  page: routes.myHonours(),
  fields: fieldsOf(honour.title, honour, '这项荣誉收回了'),
})

/** To the officers who may grant it: a volunteer's hours reached a milestone. */
export const sayReached = ({
  memberId,
  name,
  hours,
  orgId,
  orgName,
  at,
}: {
  memberId: string
  name: string
  hours: number
  orgId: string
  orgName: string
  at: Instant
}): Telling => ({
  kind: 'honour-due',
  about: `${memberId}:${String(hours)}`,
  title: `${name}同志服务满 ${String(hours)} 小时了`,
  text: `点开看一看，授予“${hoursTitle(hours)}”。`,
  page: routes.honours({ orgId }),
  fields: fieldsOf(`${name}服务满${String(hours)}小时`, { orgName, at }, '点开授予荣誉'),
})
