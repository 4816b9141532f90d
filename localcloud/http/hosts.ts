import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Addresses of listening that mean every address of the machine. */
const EVERYWHERE = ['0.0.0.0', '::']

/** The name or address in a `Host` header, in the form in which browsers write it; '' where there is none that could be read. */
function nameIn(header: string | undefined): string {
  try {
    return new URL(`http://${header ?? ''}`).hostname.replace(/^\[|\]$/g, '')
  } catch {
    return ''
  }
}

const isLoopback = (name: string) => (isIP(name) === 4 && name.startsWith('127.')) || /^::1$|^(.+\.)?localhost$/.test(name)

/**
 * Whether a request that calls this cloud by that name is meant for it. A page of another site can make its own name lead to this machine and
 * would then be taken for a page of ours; what it cannot have is a loopback name, or an address for a name.
 */
export function isMeant(header: string | undefined, host: string): boolean {
  const name = nameIn(header)
  return isLoopback(name) || (name !== '' && name === host) || (EVERYWHERE.includes(host) && isIP(name) !== 0)
}

/** The address under which a cloud is reached that listens at `host`: from this machine, and from others. */
export function addressesOf(host: string): { here: string; there: string } {
  const bare = (address: string) => (isIP(address) === 6 ? `[${address}]` : address)
  if (!EVERYWHERE.includes(host)) return { here: bare(host), there: bare(host) }
  const found = Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)
  return { here: '127.0.0.1', there: found?.address ?? '127.0.0.1' }
}
