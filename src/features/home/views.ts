import type { Role } from '../../../core/shared/operation'

/** What a first screen may show: a branch's desk, a street's or the bureau's board, the elders of the week, one's own. */
export type View = 'desk' | 'board' | 'week' | 'own'

/** The views a reader has, the one on which they open first. */
export const viewsOf = ({ grants }: { grants: readonly { role: Role }[] }): readonly [View, ...View[]] => {
  const holds = (...roles: Role[]) => grants.some(({ role }) => roles.includes(role))
  const work: View[] = [
    ...(holds('secretary') ? ['desk' as const] : []),
    ...(holds('street', 'bureau') ? ['board' as const] : []),
    ...(holds('leader', 'liaison') ? ['week' as const] : []),
  ]
  const [first, ...others] = work
  return first ? [first, ...others, 'own'] : ['own']
}
