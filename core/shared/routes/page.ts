/** The main package, then the subpackages: each a folder of pages. */
export const ROOMS = ['pages', 'secretary', 'branch', 'service', 'care', 'voice', 'means', 'assessment', 'bureau'] as const
type Room = (typeof ROOMS)[number]
type Path = `${Room}/${string}/index`
/** Where a page is, with what its address asks: as WeChat writes it in messages and codes, without a slash before it. */
export type Route = Path | `${Path}?${string}`

/** What may stand in an address; `true` is a mark that is there or not. */
type Value = string | number | true
/** What is left out may be said to be undefined too. */
type Asked<Q> = { [K in keyof Q]: Partial<Pick<Q, K>> extends Pick<Q, K> ? Q[K] | undefined : Q[K] }
/** What its route is called with: nothing, what may be left out as a whole, or what must be there. */
type Needs<Q> = [keyof Q] extends [never] ? [] : Partial<Q> extends Q ? [asked?: Asked<Q>] : [asked: Asked<Q>]

const queryOf = (asked: object): string =>
  Object.entries<Value | undefined>({ ...asked })
    .flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value === true ? '1' : value)}`],
    )
    .join('&')

/** Makes the routes of one room: each by the folder of its page, with what its address may name (`Q`). */
export const pagesIn =
  (room: Room) =>
  <Q = object>(folder: string) => {
    const path: Path = `${room}/${folder}/index`
    /** The page's address; parameters that are empty are left out. */
    const route = (...[asked]: Needs<Q>): Route => {
      const query = queryOf(asked ?? {})
      return query === '' ? path : `${path}?${query}`
    }
    return Object.assign(route, { path })
  }

/** What the address of a page about an organization names. */
export interface Organization {
  orgId?: string
  name?: string
}
