import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cloud from 'wx-server-sdk'
import * as z from 'zod'
import { openTestDatabase, pointSdkAt, sdkSchema } from './support/database'
import type { CollectionRef } from './support/sdk-types'

const collections = [
  {
    name: 'signins',
    indexes: [
      { name: 'one-per-member', keys: [{ field: 'activity', order: 1 as const }, { field: 'member', order: 1 as const }], unique: true }, // prettier-ignore
    ],
  },
]

/** A server in its own process, and the collection behind the unmodified SDK. */
const serve = async (folder: string): Promise<{ child: ChildProcess; signins: CollectionRef; url: string }> => {
  const child = fork(join(__dirname, 'support/serve-database.ts'), [folder, JSON.stringify({ collections })], {
    execArgv: ['--import', 'tsx'],
  })
  const [port] = z
    .tuple([z.number()])
    .rest(z.unknown())
    .parse(await once(child, 'message'))
  const url = `http://127.0.0.1:${port}/admin`
  pointSdkAt(url)
  cloud.init({ env: 'local' })
  return { child, url, signins: sdkSchema.parse(cloud.database()).collection('signins') }
}

const kill = async (child: ChildProcess) => {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

it('keeps every acknowledged write when the server is killed in the middle of many, three times over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'durable-'))
  const acknowledged = new Set<string>()
  let asked = 0
  for (let round = 0; round < 3; round++) {
    const { child, signins } = await serve(folder)
    const keepSigning = async (): Promise<void> => {
      const member = `m${asked++}`
      const added = await signins.add({ data: { activity: 'a', member } }).then(
        () => true,
        () => false,
      )
      if (!added) return
      acknowledged.add(member)
      if (acknowledged.size === (round + 1) * 100) child.kill('SIGKILL')
      await keepSigning()
    }
    await Promise.all(Array.from({ length: 16 }, keepSigning))
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
