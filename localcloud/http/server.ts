import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { CloudError } from '../errors'
import { hasCode } from '../exceptions'
import { Refusal, sendJson, type Route } from './exchange'
import { isMeant } from './hosts'

export interface RunningServer {
  port: number
  close: () => Promise<void>
}

/** Longer than any client of ours keeps an idle connection, so that none is closed just as it is used again. */
const KEEP_ALIVE_MS = 65_000

/** What node says when the other side has gone in the middle of a request or of its answer: not our fault, and no client is left. */
const HUNG_UP = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']

/**
 * Serves the routes. `onFault` hears of exceptions that are faults of this server; the client is then told 500 without details.
 * Rejects with a sentence when the port is taken.
 */
export async function serve(
  routes: readonly Route[],
  { host, port, onFault }: { host: string; port: number; onFault: (error: unknown, request: string) => void },
): Promise<RunningServer> {
  const mayEnter = doorOf(host)
  const server = createServer((req, res) => {
    answer(routes, req, res, mayEnter).catch((error: unknown) => {
      if (req.socket.destroyed && HUNG_UP.some(code => hasCode(error, code))) return
      const request = `${req.method ?? ''} ${req.url ?? ''}`
      // A sentence says what happened; of anything else the stack is wanted.
      if (error instanceof CloudError) onFault(error.message, request)
      else if (!(error instanceof Refusal)) onFault(error, request)
      if (res.headersSent) res.destroy()
      else if (error instanceof Refusal) sendJson(res, { errCode: error.errCode, errMsg: error.message }, error.status)
      else if (error instanceof CloudError) sendJson(res, { errCode: -501001, errMsg: error.message }, 500)
      else sendJson(res, { errCode: -501001, errMsg: 'The local cloud failed; its terminal says why' }, 500)
    })
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE'
      reject(taken ? new Error(`Port ${port} is taken by another program; choose another with --port`, { cause }) : cause)
    })
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Throws a Refusal for a request that is not meant for this cloud. */
function doorOf(host: string): (req: IncomingMessage) => void {
  // Callers come again under the same name.
  let latest: string | undefined
  return ({ method, headers }) => {
    if (headers.host === undefined || headers.host !== latest) {
      if (!isMeant(headers.host, host)) {
        const name = JSON.stringify(headers.host ?? '')
        throw new Refusal(403, -501008, `Nothing is served here under the name ${name}: use localhost, or the address`)
      }
      latest = headers.host
    }
    // A page of another site, open in the same browser, must not act here; it may lead here by a link.
    if (method !== 'GET' && /^(cross|same)-site$/.test(String(headers['sec-fetch-site'])))
      throw new Refusal(403, -501008, 'Other sites have no business here')
  }
}

/** The path of a request's address. Most need no parser. */
const pathOf = (address: string): string => /^\/[\w/-]*(?=\?|$)/.exec(address)?.[0] ?? new URL(address, 'http://localhost').pathname

async function answer(
  routes: readonly Route[],
  req: IncomingMessage,
  res: ServerResponse,
  mayEnter: (req: IncomingMessage) => void,
): Promise<void> {
  mayEnter(req)
  const address = req.url ?? '/'
  const path = pathOf(address)
  let known = false
  for (const { method, pattern, handle } of routes) {
    const match = pattern.exec(path)
    if (match === null) continue
    known = true
    if (method === req.method) {
      const params = match.slice(1).map(decode)
      await handle({ req, res, params, get url() { return new URL(address, 'http://localhost') } }) // prettier-ignore
      return
    }
  }
  throw known ? new Refusal(405, -501007, `${req.method ?? ''} is not possible here`) : new Refusal(404, -501007, 'There is nothing here')
}

/** Of a group that matched nothing, ''. Throws a Refusal when the percent-encoding is broken. */
function decode(group: string | undefined): string {
  try {
    return decodeURIComponent(group ?? '')
  } catch {
    throw new Refusal(400, -501007, 'The address is not well encoded')
  }
}
