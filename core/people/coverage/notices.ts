import { dateOf, shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { type Route, routes } from '../../shared/routes'
import type { Remindable } from './kinds'

interface Reminded {
  branchId: string
  name: string
  at: Instant
}

const said: Readonly<Record<Remindable, { title: string; text: string; page: (branch: Reminded) => Route }>> = {
  committee: {
    title: '请把支部班子配齐',
    text: '支部班子有缺人或者任期到了的。请点开看一看，和上级商量换届或者补选。',
    page: ({ branchId, name }) => routes.committee({ orgId: branchId, name }),
  },
  'no-activity': {
    title: '支部有一阵没有活动了',
    text: '系统里一个季度没有看到支部的活动。办过的请补记，没办的请发一个通知，请大家聚一聚。',
    page: () => routes.publish(),
  },
  unpaired: {
    title: '还有老同志没有人结对',
    text: '请点开看名字，给每位老同志找一位联系的同志。',
    page: ({ branchId, name }) => routes.pairings({ orgId: branchId, name }),
  },
}

/** The secretary is reminded by the office above of what is lacking; once a day. */
export const sayLacking = (kind: Remindable, branch: Reminded): Telling => {
  const { title, text, page } = said[kind]
  return {
    kind: 'branch-duty',
    about: `lacking:${branch.branchId}:${kind}:${dateOf(branch.at)}`,
    title,
    text,
    page: page(branch),
    fields: { what: title, when: shanghai(branch.at).format('YYYY-MM-DD HH:mm'), where: branch.name, note: '上级请您看一看' },
  }
}
