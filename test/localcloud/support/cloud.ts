import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startCloud, type Cloud } from '../../../localcloud/cloud'
import type { DeclarationsInput } from '../../../localcloud/engine/declarations'
import { bundledSdk } from './program'

/** A function of a test: source text of index.js and, where needed, its config.json. */
export interface TestFunction {
  code: string
  /** Unless it says so, a call has time enough for a machine that is busy with other tests; a file of that name stands as it is. */
  config?: {
    permissions?: { openapi: string[] }
    triggers?: { name: string; type: 'timer'; config: string }[]
    timeout?: number
    memorySize?: number
    env?: Record<string, string | number>
    environment?: Record<string, string>
    pushes?: string[]
  }
  /** More files in its folder, by their paths. */
  files?: Record<string, string>
}

export interface TestCloud extends Cloud {
  /** Temporary folder: `functions/` (unless a built folder was given), `data/`. */
  folder: string
  /** Calls a function as a person's phone does; the function's result, or what went wrong. */
  call: (name: string, event: unknown, openid?: string) => Promise<{ status: number; requestId: string; body: unknown }>
  get: (path: string) => Promise<unknown>
  post: (path: string, body: unknown, openid?: string) => Promise<{ status: number; body: unknown }>
  /** Ends every instance, as the platform does with those that have not been called for a while. */
  cool: () => Promise<void>
  /** Attaches to the cloud's stream of events; `until` resolves once that text has come. */
  listen: () => Promise<{ until: (text: string) => Promise<void> }>
  /** Changes the code of a test function that is deployed already. */
  redeploy: (name: string, code: string) => void
}

export interface TestCloudOptions {
  /** By name: source or more; or the folder of a build. */
  functions?: Record<string, string | TestFunction> | string
  /** Declarations, none unless said; 'ad hoc' as in a project without any; or the file of a build. */
  collections?: DeclarationsInput['collections'] | 'ad hoc' | (string & {})
  people?: { openid: string; name: string; note?: string; group?: string }[]
  web?: string
  /** File of the words of message templates. */
  templates?: string
  /** File of what the desk tells newcomers. */
  introduction?: string
  /** The security rules of the functions. */
  rules?: Record<string, { invoke: boolean | string }>
  host?: string
  onTrouble?: (sentence: string) => void
  /** Saturday, 21 November 2026, 09:30 in Shanghai. */
  frozenAt?: number
}

/** What most tests take as now. */
export const TEST_NOW = Date.parse('2026-11-21T09:30:00+08:00')

/** Path for `require` in the code of a test function: test functions live outside of the project. */
export const SDK = JSON.stringify(bundledSdk())

/** A cloud on a free port in a temporary folder; time stands still. `close()` removes the folder. */
export async function startTestCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  const functions = typeof options.functions === 'string' ? options.functions : writeFunctions(folder, options.functions ?? {})
  if (options.rules !== undefined) writeJson(functions, 'rules.json', options.rules)
  const cloud = await startCloud({
    functions,
    collections: collectionsFile(folder, options.collections),
    people: writeJson(folder, 'people.json', options.people ?? []),
    web: options.web,
    templates: options.templates,
    introduction: options.introduction,
    onTrouble: options.onTrouble,
    data: join(folder, 'data'),
    port: 0,
    durable: false,
    host: options.host,
    frozenAt: options.frozenAt ?? TEST_NOW,
  })

  const send = async (path: string, method: string, text?: string, openid?: string) => {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (openid !== undefined) headers['x-wx-openid'] = openid
    const response = await fetch(cloud.url + path, text === undefined ? { method, headers } : { method, headers, body: text })
    const body: unknown = await response.json()
    return { status: response.status, requestId: response.headers.get('x-request-id') ?? '', body }
  }
  return {
    ...cloud,
    folder,
    call: (name, event, openid) => send(`/call/${name}`, 'POST', JSON.stringify(event), openid),
    get: async path => (await send(path, 'GET')).body,
    post: (path, body, openid) => send(path, 'POST', JSON.stringify(body), openid),
    async cool() {
      await send('/instances', 'DELETE')
    },
    listen: () => listen(`${cloud.url}/outbox/stream`),
    redeploy: (name, code) => writeFileSync(join(functions, name, 'index.js'), code),
    async close() {
      await cloud.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function collectionsFile(folder: string, collections: TestCloudOptions['collections'] = []): string | undefined {
  if (collections === 'ad hoc') return undefined
  return typeof collections === 'string' ? collections : writeJson(folder, 'collections.json', { collections })
}

async function listen(url: string): Promise<{ until: (text: string) => Promise<void> }> {
  const stream = await new Promise<IncomingMessage>((resolve, reject) => get(url, resolve).on('error', reject))
  let heard = ''
  stream.on('data', (chunk: Buffer) => (heard += chunk.toString('utf8')))
  return {
    until: text =>
      new Promise(resolve => {
        const look = () => {
          if (!heard.includes(text)) return
          stream.off('data', look)
          resolve()
        }
        stream.on('data', look)
        look()
      }),
  }
}

function writeFunctions(folder: string, functions: Record<string, string | TestFunction>): string {
  const home = join(folder, 'functions')
  mkdirSync(home)
  for (const [name, given] of Object.entries(functions)) {
    const { code, config, files = {} } = typeof given === 'string' ? { code: given } : given
    mkdirSync(join(home, name))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(home, name, path)), { recursive: true })
      writeFileSync(join(home, name, path), text)
    }
    writeFileSync(join(home, name, 'index.js'), code)
    if (files['config.json'] === undefined) writeJson(join(home, name), 'config.json', { timeout: 20, ...config })
  }
  return home
}

function writeJson(folder: string, name: string, value: unknown): string {
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(value))
  return file
}
