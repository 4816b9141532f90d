import { deskOrOffice, namedOffice, officer, oneOffice, onDesk } from './reader'

export const desk = {
  icon: 'desk',
  title: '这里是支部书记的工作台',
  hint: '您现在不是支部书记。如果应该由您来办，请联系上级党组织。',
} as const
export const branch = onDesk(desk)
export const secretary = officer({ roles: ['secretary'], ...desk })

export const officers = {
  roles: ['secretary', 'leader', 'liaison', 'street', 'bureau'],
  icon: 'people',
  title: '这里给支部书记、组长、联络员和上级党组织用',
  hint: '如果应该由您来看，请联系支部书记。',
} as const
export const anyOffice = namedOffice(officers, deskOrOffice(officers))

export const near = ['secretary', 'leader', 'liaison'] as const
export const nearby = {
  roles: near,
  icon: 'people',
  title: '这里给支部书记、组长和联络员用',
  hint: '如果应该由您来办，请联系支部书记。',
} as const

/** Those above a branch, and its secretary, who see its figures. */
export const above = (what: string) =>
  ({
    roles: ['secretary', 'street', 'bureau'],
    icon: 'chart',
    title: `这里是支部、街道和老干部局${what}的地方`,
    hint: '如果应该由您来看，请联系上级党组织。',
  }) as const
export const board = (what: string) => namedOffice(above(what), oneOffice(above(what)))

export const stations = board('管服务站点')
export const surveys = board('办测评')
export const studies = board('管学习')

export const rhythm = {
  roles: ['secretary', 'street', 'bureau'],
  icon: 'clock',
  title: '这里定多久联系一次老同志',
  hint: '由支部书记、街道和老干部局来定。',
} as const

/** Those who make branches and name their secretaries. */
export const offices = {
  roles: ['bureau', 'street'],
  icon: 'people',
  title: '这里给街道和老干部局用',
  hint: '如果应该由您来办，请联系老干部局。',
} as const
