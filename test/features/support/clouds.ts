import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buildCloudIfStale } from '../../../config/build-cloud'
import { root } from '../../../config/fresh'
import { CLOUDS } from './branch'

/**
 * Run by jest before any story: keeps one local cloud for each of its workers, in a process of its own that outlives the files of tests, so that its
 * modules, its functions and its demo are made once. A worker asks for a branch that begins (`POST /WORKER?demo=…&at=…`) and is told the address.
 * Processes are started when they are first asked for and end with jest.
 */
export default async function keepClouds(): Promise<void> {
  await buildCloudIfStale()
  const clouds = new Map<string, ChildProcess>()
  const cloudOf = (worker: string): ChildProcess => {
    const known = clouds.get(worker)
    if (known?.connected) return known
    const cloud = fork(join(__dirname, 'cloud-process.ts'), {
      cwd: root,
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, TZ: 'UTC' },
    })
    cloud.unref()
    cloud.channel?.unref()
    clouds.set(worker, cloud)
    return cloud
  }
  const server = createServer((req, res) => {
    const { pathname, search } = new URL(req.url ?? '', 'http://localhost')
    const cloud = cloudOf(pathname.slice(1))
    const gone = new AbortController()
    cloud.once('exit', () => gone.abort(new Error('the cloud has ended')))
    cloud.send(search)
    once(cloud, 'message', { signal: gone.signal }).then(
      ([answer]) => res.end(JSON.stringify(answer)),
      (error: unknown) => res.writeHead(500).end(String(error)),
    )
  })
  server.unref()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.env[CLOUDS] = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
}
