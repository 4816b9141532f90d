import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildCloudIfStale } from '../../config/cloud-if-stale'
import { startProduct } from '../../config/product'
import { branchAt, HOUR, MORNING } from './support/branch'
import { good } from './support/attendance'

let data: string
beforeAll(() => buildCloudIfStale())
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'changqing-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

const start = (more: { fresh?: boolean; demo?: 'branch' | 'none' } = {}) => startProduct({ data, port: 0, frozenAt: MORNING, ...more })

test('a second start with --fresh on a folder in use is refused, and the folder is still there after the first one stops', async () => {
  const first = await start()
  const notice = good(
    await branchAt(first.url)
      .as('demo-secretary')
      .calls('activity.publish', {
        branchId: 'branch-01',
        kind: 'study',
        title: '学习会',
        startsAt: MORNING + HOUR,
        endsAt: MORNING + 2 * HOUR,
        place: { name: '二楼' },
        audience: 'branch',
      }),
  )
  const people = await readFile(join(data, 'people.json'), 'utf8')
  await expect(start({ fresh: true, demo: 'none' })).rejects.toThrow('in use')
  expect(await readFile(join(data, 'people.json'), 'utf8')).toBe(people)
  await first.close()

  const again = await start()
  expect(await branchAt(again.url).as('demo-secretary').calls('activity.get', notice)).toMatchObject({
    ok: true,
    data: { title: '学习会' },
  })
  await again.close()
})

test('a folder whose mark is damaged is told in a sentence, and the folder can be begun again', async () => {
  await (await start({ demo: 'none' })).close()
  await writeFile(join(data, 'demo.json'), '{"demo":')
  await expect(start({ demo: 'none' })).rejects.toThrow(
    /demo\.json cannot be read.*Add --fresh to begin with an empty folder, or --data DIR/,
  )
  await writeFile(join(data, 'demo.json'), '{"demo":"village"}')
  await expect(start({ demo: 'none' })).rejects.toThrow('demo.json cannot be read')
  await (await start({ demo: 'none', fresh: true })).close()
})
