import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cloud from 'wx-server-sdk'
import * as z from 'zod'
import { openTestDatabase, pointSdkAt, sdkSchema } from './support/database'
import { PROGRAM_ENV, programOf, type Program } from './support/program'
import type { CollectionRef } from './support/sdk-types'

const collections = [
  {
    name: 'signins',
    indexes: [
      { name: 'one-per-member', keys: [{ field: 'activity', order: 1 as const }, { field: 'member', order: 1 as const }], unique: true }, // prettier-ignore
    ],
  },
]

let program: Program
beforeAll(async () => {
  program = await programOf('test/localcloud/support/serve-database.ts')
})
afterAll(() => program.remove())

/** A server in its own process, and the collection behind the unmodified SDK. With no patience it makes its commits on another thread. */
const serve = async (folder: string, patience = 2): Promise<{ child: ChildProcess; signins: CollectionRef; url: string }> => {
  const child = fork(program.file, [folder, JSON.stringify({ collections }), String(patience)], { env: PROGRAM_ENV })
  const [port] = z
    .tuple([z.number()])
    .rest(z.unknown())
    .parse(await once(child, 'message'))
  const url = `http://127.0.0.1:${port}/admin`
  pointSdkAt(url)
  cloud.init({ env: 'local' })
  return { child, url, signins: sdkSchema.parse(cloud.database()).collection('signins') }
}

/** `DURABLE_ROUNDS=100` for a long look. */
const ROUNDS = z.coerce.number().int().min(1).default(10).parse(process.env['DURABLE_ROUNDS'])

const kill = async (child: ChildProcess) => {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

it('keeps every acknowledged write, in its place, when the server is killed in the middle of many, three times over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'durable-'))
  const acknowledged = new Set<string>()
  let asked = 0
  for (let round = 0; round < 3; round++) {
    const { child, signins } = await serve(folder, round === 1 ? 1000 : 0)
    const keepSigning = async (lane: number): Promise<void> => {
      const turn = asked++
      const member = `m${turn}`
      const added = await signins.add({ data: { activity: 'a', member, lane, turn } }).then(
        () => true,
        () => false,
      )
      if (!added) return
      acknowledged.add(member)
      if (acknowledged.size === (round + 1) * 100) child.kill('SIGKILL')
      await keepSigning(lane)
    }
    await Promise.all(Array.from({ length: 16 }, (_none, lane) => keepSigning(lane)))
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(300)

  const after = await openTestDatabase({ folder, collections })
  const signins = after.db.collection('signins')
  const { data } = await signins.where({ activity: 'a' }).limit(1000).get()
  const kept = new Set(data.map(doc => String(doc['member'])))
  expect([...acknowledged].filter(member => !kept.has(member))).toEqual([])
  expect(kept.size).toBe(data.length)
  // Each lane waited for one write before it asked for the next.
  const turnsOf = (lane: number) => data.filter(doc => doc['lane'] === lane).map(doc => Number(doc['turn']))
  for (let lane = 0; lane < 16; lane++) expect(turnsOf(lane)).toEqual(turnsOf(lane).sort((a, b) => a - b))
  expect((await signins.limit(1000).get()).data).toEqual(data)
  // Index and documents agree: everything that is there is found both ways.
  expect(after.listCollections()).toEqual([{ name: 'signins', declared: true, count: data.length }])
  await after.close()
})

it('loses nothing of a batch of 1,000 and of an update that were acknowledged right before the kill', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'durable-'))
  const { child, signins, url } = await serve(folder)
  const data = Array.from({ length: 1000 }, (_, i) => JSON.stringify({ _id: i, activity: 'b', member: i }))
  await fetch(url, { method: 'POST', body: JSON.stringify({ action: 'database.insertDocument', collectionName: 'signins', data }) })
  expect((await signins.doc(7).update({ data: { late: true } })).stats.updated).toBe(1)
  await kill(child)

  const after = await openTestDatabase({ folder, collections })
  expect(after.listCollections()[0]?.count).toBe(1000)
  expect((await after.db.collection('signins').doc(7).get()).data).toEqual({ _id: 7, activity: 'b', member: 7, late: true })
  await after.close()
})

it('undoes a transaction that was open when the server died', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'durable-'))
  const { child, signins } = await serve(folder)
  await signins.add({ data: { _id: 'kept', activity: 'c', member: 1, n: 1 } })
  const transaction = await sdkSchema.parse(cloud.database()).startTransaction()
  await transaction
    .collection('signins')
    .doc('kept')
    .update({ data: { n: 2 } })
  await kill(child)

  const after = await openTestDatabase({ folder, collections })
  expect((await after.db.collection('signins').doc('kept').get()).data['n']).toBe(1)
  expect(
    (
      await after.db
        .collection('signins')
        .doc('kept')
        .update({ data: { n: 3 } })
    ).stats.updated,
  ).toBe(1)
  await after.close()
})

it(`keeps what was acknowledged and no half transaction through ${ROUNDS} kills at random moments`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'durable-'))
  const names = ['p0', 'p1', 'p2', 'p3']
  const acknowledged = new Set<string>()
  const counted = new Map(names.map(name => [name, 0]))
  const asked = new Map(names.map(name => [name, 0]))
  let next = 0
  for (let round = 0; round < ROUNDS; round++) {
    const { child, signins } = await serve(folder, round % 2 === 0 ? 0 : 1000)
    const db = sdkSchema.parse(cloud.database())
    // What was killed in the middle may have happened or not: the count of asking is the most there can be.
    for (const name of names) await signins.doc(name).set({ data: { activity: 'purse', member: name, n: 0 } }).catch(() => undefined) // prettier-ignore
    for (const name of names) {
      const { n } = (await signins.doc(name).get()).data
      expect(n).toBe(0)
      counted.set(name, 0)
      asked.set(name, 0)
    }
    let running = true
    let left = 1 + Math.floor(Math.random() * 60)
    /** The kill comes when so much has been acknowledged, in the middle of what four others have asked for. */
    const note = (member: string) => {
      acknowledged.add(member)
      if (--left === 0) child.kill('SIGKILL')
    }
    const until = async (work: () => Promise<void>): Promise<void> => {
      while (running) await work()
    }
    /** Moves one from a purse to another, and signs for it: three documents, or none. */
    const move = async (lane: number): Promise<void> => {
      const [from, to] = [`p${lane}`, `p${lane + 1}`]
      const member = `t${next++}`
      asked.set(to, (asked.get(to) ?? 0) + 1)
      const done = await db
        .runTransaction(async transaction => {
          const within = transaction.collection('signins')
          await within.doc(from).update({ data: { n: db.command.inc(-1) } })
          await within.add({ data: { _id: member, activity: `round${round}`, member, to } })
          await within.doc(to).update({ data: { n: db.command.inc(1) } })
        })
        .then(
          () => true,
          () => false,
        )
      if (done) {
        note(member)
        counted.set(to, (counted.get(to) ?? 0) + 1)
      } else running = false
    }
    const sign = async (): Promise<void> => {
      const member = `s${next++}`
      const added = await signins.add({ data: { _id: member, activity: `round${round}`, member } }).catch(() => undefined)
      if (added === undefined) running = false
      else note(member)
    }
    const ends = once(child, 'exit')
    await Promise.all([until(() => move(0)), until(() => move(2)), until(sign), until(sign), until(sign)])
    await ends

    const after = await openTestDatabase({ folder, collections })
    const all = after.db.collection('signins')
    const rows = (await all.where({ activity: `round${round}` }).limit(1000).get()).data // prettier-ignore
    const there = new Set(rows.map(row => String(row['_id'])))
    const lost = [...acknowledged].filter(member => !there.has(member))
    expect({ round, lost }).toEqual({ round, lost: [] })
    acknowledged.clear()
    for (const to of ['p1', 'p3']) {
      const moved = rows.filter(row => row['to'] === to).length
      const [giver, taker] = [`p${Number(to.slice(1)) - 1}`, to]
      expect({ round, taken: (await all.doc(taker).get()).data['n'], given: (await all.doc(giver).get()).data['n'] }).toEqual({
        round,
        taken: moved,
        given: 0 - moved,
      })
      expect(moved).toBeGreaterThanOrEqual(counted.get(to) ?? 0)
      expect(moved).toBeLessThanOrEqual(asked.get(to) ?? 0)
    }
    await after.close({ keep: true })
  }
  await rm(folder, { recursive: true })
}, 600_000)
