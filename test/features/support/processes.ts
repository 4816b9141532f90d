import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Contract, OperationName } from '../../../core/contract'
import type { RawInput, Reply } from '../../../core/shared/operation'
import { buildCloudIfStale } from '../../../config/cloud-if-stale'
import { root } from '../../../config/fresh'
import { functionEnv } from '../../../bench/function-env'

/** The function in a process: each message names the caller, the cloud and the time, which stands still. */
const program = `
const [bundle] = process.argv.slice(1)
let now = 0
Date.now = () => now
const { main } = require(bundle)
process.on('message', ({ id, at, context, openid, event }) => {
  now = at
  process.env.TCB_CONTEXT_CNFG = context
  process.env.WX_OPENID = openid
  main(event).then(reply => process.send({ id, reply }))
})
process.on('disconnect', () => process.exit())
process.send('ready')
`

/** So many rest between two races. A process that is started reads and compiles for a quarter of a second what a warm one knows. */
const MOST_RESTING = 10
const resting: ChildProcess[] = []

const start = async (bundle: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['-e', program, bundle], {
    env: { ...process.env, ...functionEnv('') },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  await once(child, 'message')
  return child
}

/** A process that is done: the next race may have it, and until then it keeps no program from ending. */
const rest = (child: ChildProcess) => {
  child.removeAllListeners('message').removeAllListeners('exit')
  if (resting.length >= MOST_RESTING) {
    child.kill()
    return
  }
  child.unref()
  child.channel?.unref()
  resting.push(child)
}

const wake = (child: ChildProcess) => {
  child.ref()
  child.channel?.ref()
  return child
}

/** A proxy before a server that delays each request. */
const slowly = async (target: string, usual: number) => {
  let delay = usual
  const { hostname, port } = new URL(target)
  const server = createServer((incoming, answer) => {
    setTimeout(() => {
      const passed = request({ hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers }, reply => {
        answer.writeHead(reply.statusCode ?? 500, reply.headers)
        reply.pipe(answer)
      })
      passed.on('error', error => answer.destroy(error))
      incoming.pipe(passed)
    }, delay)
  })
  // On a busy machine a connection rests longer than the usual five seconds: closed in the moment of its next use, it would fail a call.
  server.keepAliveTimeout = 0
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port: own } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${String(own)}`,
    setDelay: (ms: number) => {
      delay = ms
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export interface Processes {
  /** A call answered by that process; any number may be under way in one. */
  calls<N extends OperationName>(process: number, openid: string, op: N, input: RawInput<Contract[N]>): Promise<Reply<Contract[N]>>
  /** From now on the database answers so many ms later. */
  setDelay(ms: number): void
  close(): void
}

/** Runs the built api function in its own processes against a local cloud whose database answers `delay` ms later. */
export const startProcesses = async (cloud: { url: string }, now: number, count: number, delay: number): Promise<Processes> => {
  await buildCloudIfStale()
  const bundle = join(root, 'dist/cloud/api/index.js')
  const proxy = await slowly(cloud.url, delay)
  const context = functionEnv(proxy.url)['TCB_CONTEXT_CNFG']
  const waiting = new Map<number, (reply: unknown) => void>()
  const some = resting
    .splice(-count, count)
    .filter(child => child.connected)
    .map(wake)
  const children = [...some, ...(await Promise.all(Array.from({ length: count - some.length }, () => start(bundle))))]
  for (const child of children) {
    // A process that ended answers its calls, which would otherwise wait for ever.
    child.on('exit', code => {
      for (const [id, answer] of waiting) answer({ ok: false, code: `process ended with ${String(code)} at call ${String(id)}` })
    })
    child.on('message', (message: { id: number; reply: unknown }) => {
      waiting.get(message.id)?.(message.reply)
      waiting.delete(message.id)
    })
  }
  let last = 0
  return {
    calls: (index, openid, op, input) =>
      new Promise((resolve, reject) => {
        const child = children[index % children.length]
        const id = ++last
        waiting.set(id, reply => resolve(reply as Reply<Contract[typeof op]>))
        child?.send({ id, at: now, context, openid, event: { op, input } }, error => {
          if (error) reject(error)
        })
      }),
    setDelay: proxy.setDelay,
    close: () => {
      // One that still works on a call would meet the next race with it.
      if (waiting.size > 0) children.splice(0).forEach(child => child.kill())
      children.forEach(rest)
      proxy.close()
    },
  }
}
