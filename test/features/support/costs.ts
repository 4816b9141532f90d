import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OperationName } from '../../../core/contract'
import { json } from './branch'

/** What one call of an operation asks of the database: requests, waves of them, and documents that were looked at. */
export interface Cost {
  requests: number
  waves: number
  documents: number
}

interface Logged {
  op?: OperationName
  refused?: string
  ok: boolean
  databaseOperations: number
  roundTrips: number
  operations: { examined: number }[]
}

/** Adds the first call of each operation that was answered, from the latest of a cloud's log. */
export const readCosts = async (url: string, costs: Map<OperationName, Cost>): Promise<void> => {
  const { items } = await json<{ items: Logged[] }>(`${url}/log`)
  for (const { op, ok, refused, databaseOperations: requests, roundTrips: waves, operations } of items) {
    if (op === undefined || !ok || refused !== undefined || costs.has(op)) continue
    costs.set(op, { requests, waves, documents: operations.reduce((sum, one) => sum + one.examined, 0) })
  }
}

const FILE = join(__dirname, '../../../docs/costs.md')
const HEAD = `# What each operation costs

Requests to the database of one call by a warm function, waves of them (those sent while another is under way belong to its wave), and documents
looked at, in the branch of the demo. The platform bills requests. \`test/features/again.test.ts\` fails where an operation asks for more than is
written here; \`COSTS=write npx tsx config/test.ts test/features/again.test.ts\` writes the table again.

| operation | requests | waves | documents |
| --- | ---: | ---: | ---: |
`
const ROW = /^\| `(\S+)` +\| +(\d+) +\| +(\d+) +\| +(\d+) +\|$/gmu

/** The table as it is in the documents. */
export const costsWritten = (): Map<string, Cost> =>
  new Map(
    [...readFileSync(FILE, 'utf8').matchAll(ROW)].map(([, op = '', requests, waves, documents]) => [
      op,
      { requests: Number(requests), waves: Number(waves), documents: Number(documents) },
    ]),
  )

/** Writes the table. */
export const writeCosts = (costs: ReadonlyMap<OperationName, Cost>): void => {
  const rows = [...costs].sort(([one], [other]) => (one < other ? -1 : 1))
  const lines = rows.map(
    ([op, { requests, waves, documents }]) => `| \`${op}\` | ${String(requests)} | ${String(waves)} | ${String(documents)} |`,
  )
  writeFileSync(FILE, `${HEAD}${lines.join('\n')}\n`)
}
