import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEnvironment, type Environment } from '../../../delivery/cloud/environment'
import { deploy, type Outcome } from '../../../delivery/deploy/deploy'
import type { Wanted } from '../../../delivery/deploy/wanted'
import { startCloud, type Cloud } from '../../../localcloud/cloud'

/** Saturday, 21 November 2026, 09:30 in Shanghai. */
export const NOW = Date.parse('2026-11-21T09:30:00+08:00')

type Failure = 'unheard' | 'unanswered' | { code: string; message: string }

/** An empty environment of the local cloud, with what a technician does to it. */
export interface TestEnvironment {
  url: string
  cloud: Cloud
  environment: Environment
  /** Deploys as a command of its own would, agreeing to all; answers what was said. */
  deploys: (
    wanted: Wanted,
    more?: { dryRun?: boolean; agree?: boolean; environment?: Environment },
  ) => Promise<{ outcome: Outcome; lines: string[] }>
  /** So many calls go through; those that follow fail. */
  fails: (as: Failure, after?: number) => Promise<void>
  mends: () => Promise<void>
  /** How many calls there have been since the last order. */
  calls: () => Promise<number>
  /** Calls the function `api` as a phone does. */
  call: (name: string, event: object, openid?: string) => Promise<unknown>
  close: () => Promise<void>
}

export const startEnvironment = async (): Promise<TestEnvironment> => {
  const data = mkdtempSync(join(tmpdir(), 'environment-'))
  const cloud = await startCloud({ managed: true, data, port: 0, durable: false, frozenAt: NOW })
  const open = () => openEnvironment({ envId: 'local-env', keys: { secretId: 'local', secretKey: 'local' }, endpoint: cloud.url })
  const post = (path: string, body: object, headers = {}) =>
    fetch(cloud.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return {
    url: cloud.url,
    cloud,
    environment: open(),
    async deploys(wanted, { dryRun = false, agree = true, environment = open() } = {}) {
      const lines: string[] = []
      const say = (line: string) => void lines.push(line)
      const outcome = await deploy({ environment, wanted, dryRun, say, agree: () => Promise.resolve(agree), by: 'tester' })
      return { outcome, lines }
    },
    fails: async (as, after = 0) => void (await post('/failures', { as, after })),
    mends: async () => void (await post('/failures', { as: 'nothing' })),
    async calls() {
      const { calls } = (await (await fetch(`${cloud.url}/failures`)).json()) as { calls: number }
      return calls
    },
    async call(name, event, openid = 'o-1') {
      const answer: unknown = await (await post(`/call/${name}`, event, { 'x-wx-openid': openid })).json()
      return answer
    },
    async close() {
      await cloud.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
