import type { ActivityKind } from '../../../../core/life/activities/contract'
import { kindWords } from '../../../../core/life/activities/kinds'

export { kindWords }

/** The kind to be said over a title; nothing where the title begins with it. */
export const kindOver = ({ kind, title }: { kind: ActivityKind; title: string }): string =>
  title.startsWith(kindWords[kind]) ? '' : kindWords[kind]
