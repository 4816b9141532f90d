import { districtRows } from '../config/demo/district-roster'
import { writeWorkbook } from '../cloudfunctions/spreadsheets/write'
import { startBench } from './cloud'
import type { Row } from './table'

/** S0: a district of 10,193 people in 121 branches; what a call may take (ms) and a reply weigh (bytes) with WeChat. */
const [PEOPLE, BRANCHES, CALL, REPLY] = [10_193, 121, 20_000, 1_000_000]

const timed = async <T>(job: () => Promise<T>): Promise<{ done: T; ms: number }> => {
  const begun = performance.now()
  return { done: await job(), ms: performance.now() - begun }
}

/** The bureau brings in a whole district from one file, all of its branches new, and the same file once more: wall time of each call, and the preview's size. */
export const district = async (): Promise<Row[]> => {
  const { header, rows } = districtRows(PEOPLE, BRANCHES)
  const content = await writeWorkbook([{ name: '全区', columns: header.map(title => ({ title, width: 12 })), rows }])
  const cloud = await startBench()
  const upload = async () => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(content)]), '全区.xlsx')
    return ((await (await fetch(`${cloud.url}/upload`, { method: 'POST', body: form })).json()) as { fileId: string }).fileId
  }
  const figures: Row[] = []
  for (const what of ['all new', 'the same file again']) {
    const fileId = await upload()
    const { done: preview, ms } = await timed(() => cloud.tap('demo-bureau', 'roster.preview', { orgId: 'district', fileId }))
    let [calls, longest, left] = [0, 0, true]
    while (left) {
      const confirm = { previewId: preview.previewId, createBranches: true }
      const call = await timed(() => cloud.tap('demo-bureau', 'roster.commit', confirm))
      calls += 1
      longest = Math.max(longest, call.ms)
      left = call.done.left !== undefined
    }
    const seconds = (ms: number): Pick<Row, 'figure' | 'budget' | 'digits' | 'unit'> => ({
      figure: ms / 1000,
      budget: { most: CALL / 1000 },
      digits: 1,
      unit: ' s',
    })
    figures.push(
      { what: `${PEOPLE} people, ${what}: preview`, ...seconds(ms) },
      {
        what: `${PEOPLE} people, ${what}: longest call of the import`,
        ...seconds(longest),
        note: `${calls} ${calls === 1 ? 'call' : 'calls'}`,
      },
      {
        what: `${PEOPLE} people, ${what}: reply of the preview`,
        figure: Buffer.byteLength(JSON.stringify(preview)) / 1000,
        budget: { most: REPLY / 1000 },
        digits: 0,
        unit: ' kB',
      },
    )
  }
  await cloud.close()
  return figures
}
