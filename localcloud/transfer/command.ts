import { parseArgs } from 'node:util'
import * as z from 'zod'
import { exportCollection, importCollection } from './transfer'

const flagsSchema = z.object({
  data: z.string(),
  collection: z.string(),
  file: z.string(),
  conflict: z.enum(['insert', 'upsert']).default('insert'),
})

const USAGE = 'localcloud export|import --data DIR --collection NAME --file FILE [--conflict insert|upsert]'

/** The words on the command line that are for this command: the first one is `export` or `import`. */
export const isTransfer = ([verb]: readonly string[]): boolean => verb === 'export' || verb === 'import'

/** Does what the command line says; answers a sentence for the person who typed it. Throws one where it cannot be done. */
export const runTransfer = async ([verb, ...words]: readonly string[]): Promise<string> => {
  const { values } = parseArgs({
    args: [...words],
    options: { data: { type: 'string' }, collection: { type: 'string' }, file: { type: 'string' }, conflict: { type: 'string' } },
  })
  const flags = flagsSchema.safeParse(values)
  if (!flags.success)
    throw new Error(`${flags.error.issues.map(issue => `--${issue.path.join('.')}: ${issue.message}`).join('\n')}\n${USAGE}`)
  const { conflict, ...transfer } = flags.data
  if (verb === 'export') return `${await exportCollection(transfer)} documents written to ${transfer.file}`
  return `${await importCollection(transfer, conflict)} documents read into ${transfer.collection}`
}
