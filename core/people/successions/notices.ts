import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { DateText, Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'

interface Happened {
  _id: string
  kind: 'merge' | 'split'
  fromName: string
  intoName: string
  on: DateText
  at: Instant
}

/** What the people hear whose branch went over to another, and what the secretary who has them now hears. */
export const sayBranchMerged = ({ _id, kind, fromName, intoName, on, at }: Happened): Telling => ({
  kind: 'branch-changed',
  about: `succession:${_id}`,
  title: kind === 'merge' ? `${fromName}并入${intoName}` : `${intoName}成立了`,
  text:
    kind === 'merge'
      ? `从${on}起，${fromName}并入${intoName}。原来的签到、服务记录都在；报了名的活动、认领的岗位、求助和走访照常。`
      : `从${on}起，${intoName}从${fromName}分出来。原来的签到、服务记录都在；求助和走访照常。`,
  page: routes.home(),
  fields: {
    what: intoName,
    when: shanghai(at).format('YYYY-MM-DD HH:mm'),
    where: intoName,
    note: kind === 'merge' ? '支部合并' : '支部调整',
  },
})
