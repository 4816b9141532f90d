import type { Me } from '../people/public'

/** What a first screen may show: a branch's desk, a street's or the bureau's board, the elders of the week, one's own. */
export type View = 'desk' | 'board' | 'week' | 'own'

/** The views a reader has, the one on which they open first. */
export const viewsOf = ({ grants }: Pick<Me, 'grants'>): readonly [View, ...View[]] => {
  const holds = (...roles: Me['grants'][number]['role'][]) => grants.some(({ role }) => roles.includes(role))
  const work: View[] = [
    ...(holds('secretary') ? ['desk' as const] : []),
    ...(holds('street', 'bureau') ? ['board' as const] : []),
    ...(holds('leader', 'liaison') ? ['week' as const] : []),
  ]
  const [first, ...others] = work
  return first ? [first, ...others, 'own'] : ['own']
}
