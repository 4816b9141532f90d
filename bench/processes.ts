import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contract, OperationName } from '../core/contract'
import type { RawInput, Reply } from '../core/shared/operation'
import { buildCloudIfStale } from '../config/cloud-if-stale'
import { root } from '../config/fresh'
import { functionEnv } from './function-env'

/** The function in a process: each message names the caller; the clock stands still. */
const program = `
const [bundle, now] = process.argv.slice(2)
Date.now = () => Number(now)
const { main } = require(bundle)
process.on('message', ({ id, openid, event }) => {
  process.env.WX_OPENID = openid
  main(event).then(reply => process.send({ id, reply }))
})
process.send('ready')
`

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
  close(): Promise<void>
}

/** Runs the built api function in its own processes against a local cloud whose database answers `delay` ms later. */
export const startProcesses = async (cloud: { url: string }, now: number, count: number, delay: number): Promise<Processes> => {
  await buildCloudIfStale()
  const bundle = join(root, 'dist/cloud/api/index.js')
  const folder = await mkdtemp(join(tmpdir(), 'changqing-processes-'))
  const script = join(folder, 'process.cjs')
  await writeFile(script, program)
  const proxy = await slowly(cloud.url, delay)
  const env = { ...process.env, ...functionEnv(proxy.url) }
  const waiting = new Map<number, (reply: unknown) => void>()
  let closing = false
  const start = async (): Promise<ChildProcess> => {
    const child = fork(script, [bundle, String(now)], { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    await once(child, 'message')
    // A process that ended answers its calls, which would otherwise wait for ever.
    child.on('exit', code => {
      if (!closing)
        for (const [id, answer] of waiting) answer({ ok: false, code: `process ended with ${String(code)} at call ${String(id)}` })
    })
    child.on('message', (message: { id: number; reply: unknown }) => {
      waiting.get(message.id)?.(message.reply)
      waiting.delete(message.id)
    })
    return child
  }
  const children = await Promise.all(Array.from({ length: count }, start))
  let last = 0
  return {
    calls: (index, openid, op, input) =>
      new Promise((resolve, reject) => {
        const child = children[index % children.length]
        const id = ++last
        waiting.set(id, reply => resolve(reply as Reply<Contract[typeof op]>))
        child?.send({ id, openid, event: { op, input } }, error => {
          if (error) reject(error)
        })
      }),
    setDelay: proxy.setDelay,
    close: async () => {
      closing = true
      await Promise.all(
        children.map(child => {
          const ended = once(child, 'exit')
          child.kill()
          return ended
        }),
      )
      proxy.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
