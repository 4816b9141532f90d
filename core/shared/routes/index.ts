import { assessment } from './assessment'
import { branch } from './branch'
import { bureau } from './bureau'
import { care } from './care'
import { main } from './main'
import { means } from './means'
import { ROOMS, type Route } from './page'
import { secretary } from './secretary'
import { service } from './service'
import { voice } from './voice'

export { ROOMS, type Route } from './page'

/**
 * Every page there is, by room (the main package, then the subpackages), with what its address may name: from here come the app's own list, each way
 * from page to page, and where a message, a code or a card leads.
 */
export const routes = { ...main, ...secretary, ...branch, ...service, ...care, ...voice, ...means, ...assessment, ...bureau }

/** What a page's address may name, by its route. */
export type AskedBy<R> = R extends (...asked: infer A) => Route ? keyof NonNullable<A[0]> & string : never

/** A page's address as it was kept in a message, earlier ones with a slash before it; undefined where it is none. */
export const routeIn = (text: string): Route | undefined => {
  const bare = text.replace(/^\//, '')
  return isRoute(bare) ? bare : undefined
}
const ROUTE = new RegExp(`^(${ROOMS.join('|')})/[a-z-]+/index(\\?|$)`, 'u')
const isRoute = (text: string): text is Route => ROUTE.test(text)
