import { careWords } from '../../people/public'

/** Whom special care concerns (S4): what the roster says of a person, and 高龄, which follows from the birthday. */
export const specialKinds = ['alone', 'empty-nest', 'disabled', 'half-disabled', 'bedridden', 'elderly'] as const
export type SpecialKind = (typeof specialKinds)[number]

export const specialWords: Readonly<Record<SpecialKind, string>> = { ...careWords, elderly: '高龄' }

/** Who hears that somebody was not contacted in time, one after the other. */
export const careRungs = ['liaison', 'leader', 'secretary', 'street'] as const
export type CareRung = (typeof careRungs)[number]
export const careRungWords: Readonly<Record<CareRung, string>> = {
  liaison: '联络员',
  leader: '党小组长',
  secretary: '支部书记',
  street: '街道',
}
