import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { openDatabase } from '../../localcloud/engine/database'
import { startCloud } from '../../localcloud/cloud'
import { openTestDatabase } from './support/database'
import { PROGRAM_ENV, programOf, type Program } from './support/program'

/** A file that may not grow any more is what a full disk is to the program that writes it. */
const onUnix = process.platform === 'win32' ? describe.skip : describe

const homes: string[] = []
const home = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'))
  homes.push(folder)
  return folder
}
const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(() => {
  for (const folder of homes) rmSync(folder, { recursive: true, force: true })
})

/** No file of the program may have more than so many blocks; `sh` counts 512 or 1024 bytes for one. */
const limited = (blocks: number, ...args: string[]) => {
  const child = spawn('sh', ['-c', `ulimit -f ${blocks} && exec "$0" "$@"`, process.execPath, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: PROGRAM_ENV,
  })
  running.push(child)
  const printed = { out: '', err: '' }
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('what it prints cannot be read')
  stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString('utf8')))
  stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString('utf8')))
  /** The first line that it prints. */
  const line = async (): Promise<string> => {
    while (!printed.out.includes('\n')) await Promise.race([once(stdout, 'data'), once(child, 'exit')])
    return printed.out.split('\n')[0] ?? ''
  }
  return { child, printed, line }
}

onUnix('where the disk is full', () => {
  let programs: { server: Program; journal: Program; cloud: Program }
  beforeAll(async () => {
    const [server, journal, cloud] = await Promise.all(
      ['test/localcloud/support/serve-database.ts', 'localcloud/messages/journal.ts', 'localcloud/main.ts'].map(programOf),
    )
    if (!server || !journal || !cloud) throw new Error('a program is missing')
    programs = { server, journal, cloud }
  })
  afterAll(() => {
    for (const program of Object.values(programs)) program.remove()
  })

  const Answer = z.object({ code: z.string().optional(), message: z.string().optional(), data: z.unknown().optional() })

  it.each([
    ['here', 1000],
    ['on another thread', 0],
  ])('a write that is committed %s is refused with a sentence, and nothing that was acknowledged is lost', async (_where, patience) => {
    const folder = home()
    const { child, printed } = limited(
      8192,
      programs.server.file,
      folder,
      JSON.stringify({ collections: [{ name: 'things' }] }),
      String(patience),
    )
    const [port] = z.tuple([z.number()]).rest(z.unknown()).parse(await once(child, 'message')) // prettier-ignore
    const ask = async (body: object) => {
      const response = await fetch(`http://127.0.0.1:${port}/admin`, { method: 'POST', body: JSON.stringify(body) })
      return Answer.parse(await response.json())
    }
    const add = (collectionName: string, doc: object) =>
      ask({ action: 'database.insertDocument', collectionName, data: [JSON.stringify(doc)] })

    const kept: number[] = []
    let next = 0
    let refusal: z.infer<typeof Answer> = {}
    const fill = async (): Promise<void> => {
      while (refusal.code === undefined) {
        const _id = next++
        const answer = await add('things', { _id, text: 'x'.repeat(50_000) })
        if (answer.code === undefined) kept.push(_id)
        else refusal = answer
      }
    }
    await Promise.all([fill(), fill(), fill(), fill()])
    expect(refusal).toMatchObject({ code: 'SYS_ERR', message: expect.stringMatching(/^The disk did not take what was written to .*: nothing of it was kept\. Make room there/) as unknown }) // prettier-ignore
    expect(printed.err).toContain('The disk did not take')
    if (patience > 0) expect(printed.err).not.toMatch(/^\s+at /m)

    // A collection that did not come to the disk is not there either.
    const big = { action: 'database.insertDocument', collectionName: 'more', data: [JSON.stringify({ text: 'x'.repeat(4_000_000) })] }
    await ask({ action: 'database.addCollection', collectionName: 'more' })
    expect((await ask(big)).code).toBe('SYS_ERR')
    // It goes on: reads, and writes for which there is room.
    expect(await ask({ action: 'database.calculateDocument', collectionName: 'things' })).toMatchObject({ data: { total: kept.length } })
    expect(
      (await ask({ action: 'database.removeDocument', collectionName: 'things', query: '{"_id":0}', multi: false })).code,
    ).toBeUndefined()
    expect((await add('things', { _id: 'small' })).code).toBeUndefined()

    child.kill('SIGKILL')
    await once(child, 'exit')
    const after = await openTestDatabase({ folder, collections: [{ name: 'things' }] })
    const { data } = await after.db.collection('things').limit(1000).get()
    const ids = data.map(doc => doc['_id'])
    expect(ids.at(-1)).toBe('small')
    // Four senders at once: whose answer is heard first is not whose document came first.
    const inOrder = (some: readonly unknown[]) => some.map(Number).sort((a, b) => a - b)
    expect(inOrder(ids.slice(0, -1))).toEqual(inOrder(kept.filter(id => id !== 0)))
    await after.close()
  })

  it('half a line of a journal is taken back', async () => {
    const file = join(home(), 'messages.jsonl')
    const script = `
      const { openJournal } = require(${JSON.stringify(programs.journal.file)})
      const journal = openJournal(${JSON.stringify(file)}, { parse: line => line })
      for (let n = 0; ; n++) try { journal.append({ n, text: 'x'.repeat(700) }) } catch (error) { process.send({ n, message: error.message }); break }`
    const { child } = limited(8, '-e', script)
    const [{ n, message }] = z.tuple([z.object({ n: z.number(), message: z.string() })]).rest(z.unknown()).parse(await once(child, 'message')) // prettier-ignore
    expect(n).toBeGreaterThan(0)
    expect(message).toMatch(/^The disk did not take what was written to .*messages\.jsonl .*: nothing of it was kept/)
    expect(statSync(file).size).toBe(Array.from({ length: n }, (_none, i) => JSON.stringify({ n: i, text: 'x'.repeat(700) }).length + 1).reduce((sum, one) => sum + one, 0)) // prettier-ignore
  })

  it('the whole cloud tells it to the sender of a file, and goes on', async () => {
    const folder = home()
    mkdirSync(join(folder, 'functions'))
    const flags = ['--functions', join(folder, 'functions'), '--data', join(folder, 'data'), '--port', '0']
    const { child, printed, line } = limited(2048, programs.cloud.file, ...flags)
    const url = await line()
    const upload = async (bytes: number) => {
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(bytes)]), 'x.bin')
      const response = await fetch(`${url}/upload`, { method: 'POST', body: form })
      return { status: response.status, body: (await response.json()) as unknown }
    }
    expect(await upload(4_000_000)).toMatchObject({
      status: 500,
      body: { errMsg: expect.stringMatching(/^The disk did not take the file \(EFBIG.*\): nothing of it was kept/) as unknown },
    })
    expect(await upload(1000)).toMatchObject({ status: 200 })
    const metadata = { action: 'storage.getUploadMetadata', path: 'x.bin' }
    const granted: unknown = await (await fetch(`${url}/admin`, { method: 'POST', body: JSON.stringify(metadata) })).json()
    const { data } = z.object({ data: z.object({ url: z.string(), authorization: z.string() }) }).parse(granted)
    const put = await fetch(data.url, { method: 'PUT', headers: data, body: new Uint8Array(4_000_000) })
    expect(await put.text()).toMatch(/^<Error><Code>InternalError<\/Code><Message>The disk did not take the file/)
    expect(printed.err).toContain('The disk did not take the file')
    expect(printed.err).not.toMatch(/^\s+at /m)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})

describe('a data folder in which a file is damaged', () => {
  it.each(['messages.jsonl', 'cards.jsonl', 'chat.jsonl', 'payments.jsonl', 'files.jsonl'])(
    'is refused with a sentence: %s',
    async name => {
      const folder = home()
      mkdirSync(join(folder, 'functions'))
      mkdirSync(join(folder, 'data'))
      const file = join(folder, 'data', name)
      const options = { functions: join(folder, 'functions'), data: join(folder, 'data'), port: 0, durable: false }
      const whole = '{"path":"a","at":1}\n'
      for (const [text, why] of [
        ['{"path":\n', 'JSON'],
        ['[]\n', 'Invalid input'],
      ] as const) {
        writeFileSync(file, name === 'files.jsonl' ? whole + text : text)
        const line = name === 'files.jsonl' ? 2 : 1
        const sentence = new RegExp(
          `^Line ${line} of .*${name} cannot be read \\([^]*${why}[^]*\\)\\. Nothing was touched: mend the line or take it out`,
        )
        await expect(startCloud(options)).rejects.toThrow(sentence)
      }
      // The folder was let go, and what was cut off by a sudden stop is no damage.
      writeFileSync(file, name === 'files.jsonl' ? `${whole}{"pat` : '{"pat')
      await (await startCloud(options)).close()
    },
  )

  it('is let go when the database in it cannot be opened', async () => {
    const folder = home()
    mkdirSync(join(folder, 'functions'))
    mkdirSync(join(folder, 'data', 'database'), { recursive: true })
    writeFileSync(join(folder, 'data', 'database', 'data.mdb'), '')
    const options = { functions: join(folder, 'functions'), data: join(folder, 'data'), port: 0, durable: false }
    await expect(startCloud(options)).rejects.toThrow('is damaged: data.mdb has no beginning')
    rmSync(join(folder, 'data', 'database'), { recursive: true })
    await (await startCloud(options)).close()
  })
})

it('a database that is closed takes no more writes', async () => {
  const database = await openDatabase({ folder: home(), collections: [{ name: 'things', indexes: [] }], now: () => 0, durable: false })
  const request = { requestId: '' }
  const insert = () => database.actions['database.insertDocument']?.({ collectionName: 'things', data: ['{}'] }, request)
  await insert()
  const closed = database.close()
  await expect(insert()).rejects.toThrow('The database is closed')
  await closed
})
