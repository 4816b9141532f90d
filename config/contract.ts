import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { contract } from '../core/contract'
import { codeOf, type Refused } from '../core/shared/operation'
import { sharedRefusals } from '../core/shared/refusals'
import { root } from './fresh'

/** A refusal: its code and the JSON Schema of its data, where it has any. */
const refusalOf = (refused: Refused) => ({
  code: codeOf(refused),
  ...(typeof refused === 'string' ? {} : { data: z.toJSONSchema(refused.data) }),
})

/** Writes `docs/api.json`: every operation with its callers, its subject, the JSON Schemas of input and reply, and its codes. */
const main = async () => {
  const operations = Object.entries(contract).map(([op, { who, of, input, output, errors }]) => ({
    op,
    who,
    ...(of === undefined ? {} : { of }),
    input: z.toJSONSchema(input, { io: 'input' }),
    output: z.toJSONSchema(output),
    errors: errors.map(refusalOf),
  }))
  await mkdir(join(root, 'docs'), { recursive: true })
  await writeFile(join(root, 'docs/api.json'), `${JSON.stringify({ sharedErrors: sharedRefusals.map(refusalOf), operations }, null, 2)}\n`)
  console.log(`docs/api.json: ${String(operations.length)} operations`)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
