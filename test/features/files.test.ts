import * as z from 'zod'
import { addressesOf, FILE_FIELD, filesIn } from '../../cloudfunctions/kernel/addresses'
import { endFiles, removeEnded, claimFiles, writeExport } from '../../cloudfunctions/kernel/files'
import type { Files, Ports } from '../../cloudfunctions/kernel/ports'
import { contract } from '../../core/contract'
import { good, stored } from './support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from './support/branch'
import { memoryStore } from '../../config/demo/memory-store'
import { refusal } from './support/people'
import { memoryPorts } from './support/ports'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const exported = async () => good(await branch.as('demo-secretary').calls('roster.export', { branchId: 'branch-01' }))
const contentOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())
const preview = (openid: string, branchId: string, fileId: string) => branch.as(openid).calls('roster.preview', { branchId, fileId })
const uploadedRoster = async () => branch.upload('花名册.xlsx', await contentOf((await exported()).url))
const photo = () => branch.upload('照片.jpg', Buffer.from('a photo'))

/** Does the storage hold it? */
const isThere = async (fileId: string): Promise<boolean> => {
  const response = await fetch(`${branch.url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'storage.batchGetDownloadUrl', envName: 'local', file_list: [{ fileid: fileId }] }),
  })
  const { data } = (await response.json()) as { data: { download_list: { code: string }[] } }
  return data.download_list[0]?.code === 'SUCCESS'
}

test('a sheet lies where it cannot be guessed, its address ends after an hour, and the same command asked again is the same sheet', async () => {
  const secretary = branch.as('demo-secretary')
  const one = good(await secretary.calls('roster.export', { branchId: 'branch-01' }, 'once'))
  expect(good(await secretary.calls('roster.export', { branchId: 'branch-01' }, 'once'))).toEqual(one)
  const other = good(await secretary.calls('roster.export', { branchId: 'branch-01' }, 'twice'))
  const folders = [one, other].map(({ fileId }) => /\/exports\/([0-9a-z]{32,})\/[^/]+\.xlsx$/u.exec(fileId)?.[1])
  expect(new Set(folders).size).toBe(2)
  expect(folders).not.toContain(undefined)
  expect((await fetch(one.url)).status).toBe(200)
  await branch.clock.advance(HOUR + MINUTE)
  expect((await fetch(one.url)).status).toBe(403)
})

test('a sheet of another branch cannot be read as a roster; the own one can, as long as it is there', async () => {
  const { fileId } = await exported()
  expect(refusal(await preview('demo-other-secretary', 'branch-02', fileId))).toBe('FILE_NOT_YOURS')
  expect(refusal(await preview('demo-street', 'branch-01', fileId))).not.toBe('done')
  expect(await stored(branch, 'roster-previews', { createdAt: { $gte: 0 } })).toEqual([])
  const { counts } = good(await preview('demo-secretary', 'branch-01', fileId))
  expect(counts).toMatchObject({ new: 0, changed: 0 })
  await branch.clock.advance(DAY + HOUR)
  expect(refusal(await preview('demo-secretary', 'branch-01', fileId))).not.toBe('done')
})

test('a roster that one secretary has previewed is read by no other, and by themselves as often as they like', async () => {
  const fileId = await uploadedRoster()
  good(await preview('demo-secretary', 'branch-01', fileId))
  expect(refusal(await preview('demo-other-secretary', 'branch-02', fileId))).toBe('FILE_NOT_YOURS')
  good(await preview('demo-secretary', 'branch-01', fileId))
})

test('a roster ends with its import, one that is not imported after a day, and so does a sheet', async () => {
  const [imported, left, { fileId: sheet }] = [await uploadedRoster(), await uploadedRoster(), await exported()]
  const { previewId } = good(await preview('demo-secretary', 'branch-01', imported))
  good(await branch.as('demo-secretary').calls('roster.commit', { previewId }))
  good(await preview('demo-secretary', 'branch-01', left))
  await branch.clock.advance(2 * MINUTE)
  expect(await Promise.all([imported, left, sheet].map(isThere))).toEqual([false, true, true])
  await branch.clock.advance(DAY)
  expect(await Promise.all([left, sheet].map(isThere))).toEqual([false, false])
  expect(await stored(branch, 'files', { endsAt: { $gte: 0 } })).toEqual([])
})

test('those who may see a photo are given an address for an hour with each answer; an id alone opens nothing', async () => {
  const fileId = await photo()
  const raised = good(await branch.as('demo-member-36').calls('request.raise', { kind: 'leak', text: '水管漏了', photoFileIds: [fileId] }))
  const look = async (openid: string) => {
    const reply = await branch.as(openid).calls('request.get', { requestId: raised.requestId })
    return reply.ok ? (reply.files ?? {}) : reply.code
  }
  for (const openid of ['demo-member-36', 'demo-secretary']) {
    const files = await look(openid)
    expect(Object.keys(files)).toEqual([fileId])
    const url = Object.values(files)[0] ?? ''
    expect(await contentOf(url)).toEqual(Buffer.from('a photo'))
    expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403)
  }
  expect(await look('demo-member-50')).toBe('FORBIDDEN')
  const old = Object.values(await look('demo-secretary'))[0] ?? ''
  await branch.clock.advance(HOUR + MINUTE)
  expect((await fetch(old)).status).toBe(403)
})

/** The fields of an answer, each with whether it is declared as a file. */
const fieldsIn = (schema: unknown): [string, boolean][] => {
  if (typeof schema !== 'object' || schema === null) return []
  const properties: unknown = 'properties' in schema ? schema.properties : undefined
  const own = Object.entries(typeof properties === 'object' && properties !== null ? properties : {}).map(
    ([field, one]): [string, boolean] => [field, isFile(one)],
  )
  return [...own, ...Object.values(schema).flatMap(fieldsIn)]
}
const isFile = (schema: unknown): boolean =>
  typeof schema === 'object' &&
  schema !== null &&
  (('pattern' in schema && String(schema.pattern).startsWith('^cloud:')) || ('items' in schema && isFile(schema.items)))

test('the fields of answers that bring addresses are those declared as files, and no others', () => {
  const fields = Object.values(contract).flatMap(({ output }) => fieldsIn(z.toJSONSchema(output)))
  const files = fields.filter(([, file]) => file).map(([field]) => field)
  expect(new Set(files)).toEqual(
    new Set(['audioFileId', 'videoFileId', 'fileId', 'fileIds', 'photoFileId', 'photoFileIds', 'portrait', 'voiceFileId', 'voiceFileIds']),
  )
  expect(files.filter(field => !FILE_FIELD.test(field))).toEqual([])
  expect(fields.filter(([field, file]) => FILE_FIELD.test(field) && !file)).toEqual([])
})

test('an id that was once seen, written into words of one’s own, brings no address', async () => {
  const fileId = await photo()
  good(await branch.as('demo-member-36').calls('request.raise', { kind: 'leak', text: '水管漏了', photoFileIds: [fileId] }))
  const mine = good(await branch.as('demo-member-50').calls('request.raise', { kind: 'bulb', text: fileId }))
  const reply = await branch.as('demo-member-50').calls('request.get', { requestId: mine.requestId })
  expect(reply).toMatchObject({ ok: true, data: { text: fileId } })
  expect(reply).not.toHaveProperty('files')
})

test('an answer stands without addresses where the storage gives none, and names no sheet among them', async () => {
  const { files, ...ports } = memoryPorts(memoryStore({}).store, MORNING)
  const data = { items: [{ photoFileIds: ['cloud://e.b/shown/1.jpg'] }], fileId: 'cloud://e.b/exports/2.xlsx' }
  expect(filesIn(data)).toEqual(['cloud://e.b/shown/1.jpg'])
  const failing = { ...ports, files: { ...files, addresses: () => Promise.reject(new Error('no storage')) } }
  expect(await addressesOf(data, failing)).toBeUndefined()
  expect(await addressesOf({ items: [] }, failing)).toBeUndefined()
})

test('a photo of a request cannot be attached elsewhere by a stranger, and stays with its request', async () => {
  const fileId = await photo()
  const raise = (openid: string, commandId: string) =>
    branch.as(openid).calls('request.raise', { kind: 'leak', text: '水管漏了', photoFileIds: [fileId] }, commandId)
  const { requestId } = good(await raise('demo-member-20', 'pipe'))
  expect(good(await raise('demo-member-20', 'pipe')).requestId).toBe(requestId)
  expect(refusal(await raise('demo-other-member', 'taken'))).toBe('FILE_NOT_YOURS')
  expect(refusal(await branch.as('demo-member-21').calls('card.portrait', { fileId }))).toBe('FILE_NOT_YOURS')
  expect(refusal(await preview('demo-secretary', 'branch-01', fileId))).toBe('FILE_NOT_YOURS')
  await branch.clock.pass(DAY)
  await branch.clock.advance(DAY)
  expect(await isThere(fileId)).toBe(true)
})

test('a portrait that is replaced or taken back is gone a minute later, and so is that of a person who withdraws', async () => {
  const mine = branch.as('demo-member-20')
  const [first, second] = [await photo(), await photo()]
  good(await mine.calls('card.portrait', { fileId: first }))
  good(await mine.calls('card.portrait', { fileId: second }))
  good(await mine.calls('card.portrait', { fileId: second }))
  await branch.clock.advance(2 * MINUTE)
  expect(await Promise.all([first, second].map(isThere))).toEqual([false, true])
  good(await mine.calls('card.portrait', {}))
  await branch.clock.advance(2 * MINUTE)
  expect(await isThere(second)).toBe(false)
  const last = await photo()
  good(await mine.calls('card.portrait', { fileId: last }))
  good(await mine.calls('me.withdraw', {}))
  await branch.clock.advance(2 * MINUTE)
  expect(await isThere(last)).toBe(false)
})

/** A storage in memory; it and the database may end before any of their operations. */
const world = () => {
  let left = Infinity
  const step = () => {
    if (left-- <= 0) throw new Error('the process ended')
  }
  const held = new Map<string, Uint8Array>()
  const { store, rows } = memoryStore({}, step)
  const files: Files = {
    read: () => Promise.reject(new Error('nothing is read here')),
    write: async (path, content) => {
      await Promise.resolve()
      step()
      const fileId = `cloud://env.bucket/${path}`
      held.set(fileId, content)
      return { fileId, url: 'https://storage.example/' }
    },
    addresses: () => Promise.reject(new Error('nothing is shown here')),
    remove: async fileIds => {
      await Promise.resolve()
      step()
      for (const one of fileIds) held.delete(one)
      return fileIds
    },
  }
  let ids = 0
  const at = (now: number): Ports => ({ ...memoryPorts(store, now), files, newId: () => `id${String(ids++)}` })
  const actor = { openid: 'o', memberId: 'm', name: '书记' }
  return {
    held,
    rows,
    at,
    actor,
    /** Runs it, ending after so many operations; tells whether it came to its end. */
    within: async (operations: number, act: () => Promise<unknown>): Promise<boolean> => {
      left = operations
      const ended = await act().then(
        () => true,
        () => false,
      )
      left = Infinity
      return ended
    },
  }
}

test('a sheet whose writing or removing is cut off anywhere is not left for ever', async () => {
  let cuts = 0
  for (let operations = 0; operations < 20; operations++) {
    const { held, rows, at, actor, within } = world()
    const ask = () => writeExport({ ...at(MORNING), actor }, { name: '花名册', about: 'branch-01', content: new Uint8Array([1]) })
    const written = await within(operations, ask)
    const removed = written && (await within(operations - 4, () => removeEnded(at(MORNING + DAY))))
    if (!removed) cuts++
    await removeEnded(at(MORNING + DAY + MINUTE))
    expect([held.size, rows('files').length]).toEqual([0, 0])
  }
  expect(cuts).toBeGreaterThan(5)
})

test('a file whose end has come cannot be claimed back, one that a document names again can', async () => {
  const { held, rows, at, actor } = world()
  const fileId = 'cloud://env.bucket/uploads/a.jpg'
  const claim = (now: number) => claimFiles({ ...at(now), actor }, [fileId], { purpose: 'portrait', about: 'm' })
  held.set(fileId, new Uint8Array())
  await claim(MORNING)
  await endFiles(at(MORNING), { purpose: 'portrait', about: 'm' })
  await claim(MORNING)
  await removeEnded(at(MORNING + MINUTE))
  expect(held.has(fileId)).toBe(true)
  await endFiles(at(MORNING + MINUTE), { purpose: 'portrait', about: 'm' })
  await at(MORNING)
    .store.table({ name: 'files' } as never)
    .update({ _id: 'uploads/a.jpg' }, { set: { purpose: 'ended' } } as never)
  await expect(claim(MORNING + MINUTE)).rejects.toThrow('FILE_NOT_YOURS')
  await removeEnded(at(MORNING + 2 * MINUTE))
  expect([held.size, rows('files').length]).toEqual([0, 0])
})

test('a file that the storage does not give up is tried again an hour later, and stops no other', async () => {
  const { held, rows, at, actor } = world()
  const [stuck, free] = ['cloud://env.bucket/uploads/stuck.jpg', 'cloud://env.bucket/uploads/free.jpg']
  await claimFiles({ ...at(MORNING), actor }, [stuck, free], { purpose: 'roster', about: 'c', endsAt: MORNING })
  held.set(stuck, new Uint8Array())
  let refuses = true
  const ports = (now: number): Ports => {
    const { files, ...rest } = at(now)
    return { ...rest, files: { ...files, remove: ids => files.remove(ids.filter(id => id !== stuck || !refuses)) } }
  }
  const logged = jest.spyOn(console, 'error').mockReturnValue(undefined)
  expect(await removeEnded(ports(MORNING))).toBe(1)
  expect(logged).toHaveBeenCalledTimes(1)
  logged.mockRestore()
  refuses = false
  expect(await removeEnded(ports(MORNING + MINUTE))).toBe(0)
  expect(rows('files').map(one => one._id)).toEqual(['uploads/stuck.jpg'])
  expect(await removeEnded(ports(MORNING + HOUR))).toBe(1)
  expect([held.size, rows('files').length]).toEqual([0, 0])
})
