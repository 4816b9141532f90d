import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { open } from 'lmdb'
import { lockFolder } from '../../localcloud/lock'
import { runTransfer } from '../../localcloud/transfer/command'
import { openTestDatabase } from './support/database'
import { PROGRAM_ENV, programOf } from './support/program'

const run = promisify(execFile)
const homes: string[] = []
const home = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'folder-'))
  homes.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of homes) rmSync(folder, { recursive: true, force: true })
})

const key = (field: string) => [{ field, order: 1 as const }]
const collections = [{ name: 'things', indexes: [{ name: 'one-code', keys: key('code'), unique: true }] }]

/** A data folder with some documents in it. */
const filled = async (documents: readonly object[]): Promise<string> => {
  const data = home()
  const one = await openTestDatabase({ folder: join(data, 'database'), collections })
  const texts = documents.map(document => JSON.stringify(document))
  await one.post({ action: 'database.insertDocument', collectionName: 'things', data: texts })
  await one.close({ keep: true })
  return data
}

const everything = (folder: string) =>
  readdirSync(folder).map(name => [
    name,
    readFileSync(join(folder, name)).length,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ])

/** The sentence with which the folder is refused; it must stay as it was to the byte. */
const refusalOf = async (folder: string): Promise<string> => {
  const before = everything(folder)
  const sentence = await openTestDatabase({ folder, collections }).then(
    () => '',
    (error: unknown) => String(error),
  )
  // lmdb may make a new lock file where it looked inside; what holds data is what counts.
  const data = ([name]: readonly unknown[]) => name !== 'lock.mdb'
  expect(everything(folder).filter(data)).toEqual(before.filter(data))
  return sentence
}

describe('a folder that cannot be the database', () => {
  it('is refused when it holds something else', async () => {
    const folder = home()
    writeFileSync(join(folder, 'holiday.jpg'), 'x')
    expect(await refusalOf(folder)).toContain('it holds holiday.jpg')
  })

  it('is refused when data.mdb is something else, or of another program', async () => {
    const folder = home()
    writeFileSync(join(folder, 'data.mdb'), 'x'.repeat(20_000))
    expect(await refusalOf(folder)).toContain('no lmdb file')
    const other = home()
    const env = open({ path: other, noSubdir: false })
    await env.put('stranger', 'here')
    await env.close()
    expect(await refusalOf(other)).toContain('its lmdb file holds stranger')
  })

  it('is refused when its file was cut or overwritten', async () => {
    const data = await filled(Array.from({ length: 200 }, (_none, i) => ({ _id: i, code: i, text: 'x'.repeat(500) })))
    const whole = join(data, 'database')
    const copy = (): string => {
      const folder = home()
      cpSync(whole, folder, { recursive: true })
      return folder
    }
    const cut = copy()
    truncateSync(join(cut, 'data.mdb'), 40_000)
    expect(await refusalOf(cut)).toContain('shorter than it was')
    const empty = copy()
    truncateSync(join(empty, 'data.mdb'), 0)
    expect(await refusalOf(empty)).toContain('is damaged')
    const overwritten = copy()
    const bytes = readFileSync(join(overwritten, 'data.mdb')).fill(0, 0, 4096)
    writeFileSync(join(overwritten, 'data.mdb'), bytes)
    expect(await refusalOf(overwritten)).toContain('is damaged')
    const again = await openTestDatabase({ folder: copy(), collections })
    expect((await again.db.collection('things').count()).total).toBe(200)
    await again.close()
  })

  it('is refused when its list of collections cannot be read', async () => {
    const folder = home()
    const env = open({ path: folder, noSubdir: false, maxDbs: 8 })
    await env.openDB({ name: 'catalog', encoding: 'string' }).put('things', '{"space":')
    await env.close()
    expect(await refusalOf(folder)).toContain('its list of collections cannot be read')
  })
})

describe('a data folder', () => {
  it('that holds something else is refused and stays as it was', () => {
    const folder = home()
    mkdirSync(join(folder, 'files'))
    writeFileSync(join(folder, 'files', 'thesis.txt'), 'years of work')
    writeFileSync(join(folder, 'budget.xlsx'), 'x')
    expect(() => lockFolder(folder)).toThrow('it holds budget.xlsx. Nothing in it was touched')
    expect(readdirSync(folder).sort()).toEqual(['budget.xlsx', 'files'])
    expect(readFileSync(join(folder, 'files', 'thesis.txt'), 'utf8')).toBe('years of work')
  })

  it('cannot be a file, nor lie in one', () => {
    const file = join(home(), 'notes.txt')
    writeFileSync(file, 'x')
    expect(() => lockFolder(file)).toThrow('notes.txt is a file, and the local cloud keeps its data in a folder')
    expect(() => lockFolder(join(file, 'data'))).toThrow(/The data folder .* cannot be used: ENOTDIR.*Choose another with --data/)
    expect(readFileSync(file, 'utf8')).toBe('x')
  })

  it('may be empty, or new, and is known again whatever else was put there since', () => {
    const folder = join(home(), 'new', 'data')
    lockFolder(folder)()
    writeFileSync(join(folder, 'people.json'), '[]')
    lockFolder(folder)()
    const ignored = home()
    writeFileSync(join(ignored, '.gitignore'), '*')
    lockFolder(ignored)()
    expect(readdirSync(folder).sort()).toEqual(['local-cloud.json', 'people.json'])
  })

  it('of a cloud that left no mark is known by its database', async () => {
    const data = await filled([{ _id: 1 }])
    writeFileSync(join(data, 'people.json'), '[]')
    lockFolder(data)()
    expect(readdirSync(data).sort()).toEqual(['database', 'people.json'])
  })

  it('belongs to one process at a time, and to the next one when that was killed', async () => {
    const folder = home()
    const lock = await programOf('localcloud/lock.ts')
    const script = join(home(), 'holder.cjs')
    writeFileSync(
      script,
      `require(${JSON.stringify(lock.file)}).lockFolder(${JSON.stringify(folder)}); process.send('held'); setInterval(() => {}, 1000)`,
    )
    const child = fork(script, { env: PROGRAM_ENV })
    await once(child, 'message')
    expect(() => lockFolder(folder)).toThrow(`in use by another local cloud (process ${child.pid ?? 0})`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const unlock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow('in use')
    unlock()
    lockFolder(folder)()
    lock.remove()
  })

  it('is free when another process has got the number of the killed one', () => {
    const folder = home()
    const other = process.ppid
    writeFileSync(join(folder, 'cloud.lock'), `${other} ${process.platform === 'linux' ? 'another-boot 17' : 'Thu Jan  1 00:00:00 1970'}`)
    lockFolder(folder)()
    writeFileSync(join(folder, 'cloud.lock'), 'no number')
    lockFolder(folder)()
  })
})

describe('a collection as a file of lines', () => {
  const command = (...words: string[]) => runTransfer(words)
  const failure = (call: Promise<unknown>): Promise<string> =>
    call.then(
      () => 'it was not refused',
      (error: unknown) => String(error),
    )

  it('goes out and comes back as it was, dates, places and odd names included', async () => {
    const documents = [
      { _id: 'a', code: 1, at: { $date: '2026-11-21T04:00:00.000Z' }, place: { type: 'Point', coordinates: [121.4, 31.2] } },
      { _id: 7, code: 2, half: 0.5, none: null, list: [1, [2], {}], text: '一行\n两行' },
    ]
    const data = await filled(documents)
    const file = join(home(), 'things.json')
    expect(await command('export', '--data', data, '--collection', 'things', '--file', file)).toContain('2 documents')
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(lines.map(line => JSON.parse(line) as unknown)).toEqual(expect.arrayContaining(documents))

    const other = home()
    mkdirSync(join(other, 'database'))
    writeFileSync(file, `\uFEFF${lines.join('\r\n')}\n\n`)
    expect(await command('import', '--data', other, '--collection', 'things', '--file', file)).toContain('2 documents')
    const opened = await openTestDatabase({ folder: join(other, 'database'), collections })
    expect((await opened.db.collection('things').doc('a').get()).data).toMatchObject({ code: 1, at: new Date('2026-11-21T04:00:00Z') })
    expect((await opened.db.collection('things').doc(7).get()).data).toEqual(documents[1])
    expect((await opened.db.collection('things').where({ code: 2 }).get()).data).toHaveLength(1)
    await opened.close({ keep: true })
  })

  it('comes into a folder that no cloud has had yet; an empty file makes an empty collection', async () => {
    const data = join(home(), 'not/yet')
    const file = join(home(), 'things.json')
    writeFileSync(file, '{"_id":"a","code":1}\n')
    expect(await failure(command('export', '--data', data, '--collection', 'things', '--file', file))).toContain('no database')
    expect(await command('import', '--data', data, '--collection', 'things', '--file', file)).toContain('1 documents')
    writeFileSync(file, '')
    expect(await command('import', '--data', data, '--collection', 'empty', '--file', file)).toContain('0 documents')
    const opened = await openTestDatabase({ folder: join(data, 'database'), collections: 'ad hoc' })
    expect((await opened.db.collection('things').get()).data).toEqual([{ _id: 'a', code: 1 }])
    expect((await opened.db.collection('empty').get()).data).toEqual([])
    await opened.close({ keep: true })
  })

  it('comes in whole or not at all', async () => {
    const data = await filled([{ _id: 'a', code: 1 }])
    const file = join(home(), 'things.json')
    const bring = (text: string, ...more: string[]) => {
      writeFileSync(file, text)
      return command('import', '--data', data, '--collection', 'things', '--file', file, ...more)
    }
    const total = async () => {
      const opened = await openTestDatabase({ folder: join(data, 'database'), collections })
      const { total } = await opened.db.collection('things').where({}).count()
      await opened.close({ keep: true })
      return total
    }
    expect(await failure(bring('{"_id":"b","code":2}\n{"_id":"c","code":1}\n'))).toContain('E11000')
    expect(await failure(bring('{"_id":"b","code":2}\nnonsense\n'))).toContain('Line 2')
    expect(await failure(bring('{"_id":"a","code":3}\n'))).toContain('E11000')
    expect(await total()).toBe(1)
    await bring('{"_id":"a","code":3}\n{"code":4}\n', '--conflict', 'upsert')
    expect(await total()).toBe(2)
  })

  it('is written from the command line', async () => {
    const data = await filled([{ _id: 'a', code: 1 }])
    const file = join(home(), 'things.json')
    const main = await programOf('localcloud/main.ts')
    const words = [main.file, 'export', '--data', data, '--collection', 'things']
    const options = { encoding: 'utf8', env: PROGRAM_ENV } as const
    expect((await run(process.execPath, [...words, '--file', file], options)).stdout).toContain('1 documents written')
    expect(readFileSync(file, 'utf8')).toBe('{"_id":"a","code":1}\n')
    const wrong = await run(process.execPath, words, options).catch((error: unknown) => error)
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('--file') as unknown })
    main.remove()
  })

  it('is not touched while a cloud has the folder, and asks for what it needs', async () => {
    const data = await filled([{ _id: 'a', code: 1 }])
    const unlock = lockFolder(data)
    expect(await failure(command('export', '--data', data, '--collection', 'things', '--file', join(home(), 'x')))).toContain('in use')
    unlock()
    expect(await failure(command('export', '--data', data, '--collection', 'nothing', '--file', join(home(), 'x')))).toContain('not exist')
    expect(await failure(command('export', '--data', data))).toContain('--collection')
  })
})
