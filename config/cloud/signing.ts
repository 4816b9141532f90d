import { compareKeys } from '../../cloudfunctions/wx/key-order'

/*
 * What the SDK's signing works out for each request from what is the same in all requests of a kind: the names of parameters and headers, and
 * where they go (docs/decisions/0066).
 */

/** Names come from code, not from people: so many are never reached. */
const MOST_KEPT = 1000
const keep = <V>(kept: Map<string, V>, key: string, value: V): V => {
  if (kept.size < MOST_KEPT) kept.set(key, value)
  return value
}

const encoded = new Map<string, string>()
/** A name as it is signed. */
export const signedName = (name: string, encode: (text: string) => string): string =>
  encoded.get(name) ?? keep(encoded, name, encode(name.toLowerCase().trim()))

const orders = new Map<string, readonly string[]>()
/** The names of what is signed, in the order in which they are. */
export const sortedNames = (fields: object): readonly string[] => {
  const names = Object.keys(fields)
  const key = names.join('\n')
  const known = orders.get(key)
  // Names of which one holds a line's end may look like others, of which there are more.
  if (known?.length === names.length) return known
  const sorted = [...names].sort(compareKeys)
  return key.split('\n').length === names.length ? keep(orders, key, sorted) : sorted
}

/** An address of which each letter means itself. */
const PLAIN = /^https?:\/\/([a-z\d.-]{1,200}(?::\d{1,5})?)(\/[\w/.-]*)(?:\?([\w=&.-]*))?$/
/** What `url.parse` reads in a plain address; undefined where it must be asked. */
export const plainAddress = (address: string): { host: string; pathname: string; query: string | null } | undefined => {
  const [, host, pathname, query] = PLAIN.exec(address) ?? []
  return host === undefined || pathname === undefined || host.includes('xn--') ? undefined : { host, pathname, query: query ?? null }
}
