/** Functional groups (S2 七个功能型党小组): 思想政治、法律法规、协商、调解、文化、关工、助老. */
export const groupKinds = ['thought', 'law', 'consultation', 'mediation', 'culture', 'next-generation', 'elder-care'] as const
export type GroupKind = (typeof groupKinds)[number]
