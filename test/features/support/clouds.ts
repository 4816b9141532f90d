import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buildCloudIfStale } from '../../../config/cloud-if-stale'
import { root } from '../../../config/fresh'
import { CLOUDS } from './branch'

const answerOf = (cloud: ChildProcess): Promise<unknown> =>
  new Promise((done, failed) => {
    const end = () => failed(new Error('the cloud has ended'))
    cloud.once('exit', end)
    cloud.once('message', answer => {
      cloud.off('exit', end)
      done(answer)
    })
  })

const clouds = new Map<string, ChildProcess>()
const cloudOf = (worker: string): ChildProcess => {
  const known = clouds.get(worker)
  if (known?.connected) return known
  const cloud = fork(join(__dirname, 'cloud-process.ts'), {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, TZ: 'UTC' },
  })
  clouds.set(worker, cloud)
  return cloud
}

const server = createServer((req, res) => {
  const { pathname, search } = new URL(req.url ?? '', 'http://localhost')
  const cloud = cloudOf(pathname.slice(1))
  cloud.send(search)
  answerOf(cloud).then(
    answer => res.end(JSON.stringify(answer)),
    (error: unknown) => res.writeHead(500).end(String(error)),
  )
})

/**
 * Run by jest before any story: keeps one local cloud for each of its workers, in a process of its own that outlives the files of tests, so that
 * its modules, its functions and its demo are made once. A worker asks for a branch (`POST /WORKER?demo=…&at=…`) and is told the address.
 */
export default async function keepClouds(): Promise<void> {
  await buildCloudIfStale()
  // Between two stories a connection rests longer than the usual five seconds: closed in the moment of its next use, it would fail the story.
  server.keepAliveTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.env[CLOUDS] = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
}

/** Run by jest after the last story. */
export const endClouds = async (): Promise<void> => {
  server.close()
  server.closeAllConnections()
  const living = [...clouds.values()].filter(cloud => cloud.connected)
  await Promise.all(living.map(cloud => (cloud.disconnect(), once(cloud, 'exit'))))
}
