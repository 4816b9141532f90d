import { careWords } from '../../people/public'

/** The kinds of special care (S4): the roster's marks, and 高龄, which follows from the birthday. */
export const specialKinds = ['alone', 'empty-nest', 'disabled', 'half-disabled', 'bedridden', 'elderly'] as const
export type SpecialKind = (typeof specialKinds)[number]

export const specialWords: Readonly<Record<SpecialKind, string>> = { ...careWords, elderly: '高龄' }

/** The rungs that are told, one after the other, that an elder was not contacted in time. */
export const careRungs = ['liaison', 'leader', 'secretary', 'street'] as const
export type CareRung = (typeof careRungs)[number]
export const careRungWords: Readonly<Record<CareRung, string>> = {
  liaison: '联络员',
  leader: '党小组长',
  secretary: '支部书记',
  street: '街道',
}
