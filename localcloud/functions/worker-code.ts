import { buildSync } from 'esbuild'
import { join } from 'node:path'

let code: string | undefined

/** The text of boot.ts as one plain script, so that workers start the same way whatever runs the cloud itself. Built once. */
export function workerCode(): string {
  code ??= buildSync({
    entryPoints: [join(__dirname, 'boot.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
  }).outputFiles[0]?.text
  if (code === undefined) throw new Error('The worker script could not be built')
  return code
}
