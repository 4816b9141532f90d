import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { join } from 'node:path'
import { buildCloudIfStale } from '../../../config/cloud-if-stale'

let built: Promise<string> | undefined

/** The folder of the built cloud functions, rebuilt when their sources changed. */
export const builtCloud = (): Promise<string> => (built ??= buildCloudIfStale().then(() => join(__dirname, '../../../dist/cloud')))

const run = promisify(execFile)

/** What the folder of `api` answers to an unknown phone, loaded by a Node of its own. */
export const answerOf = async (folder: string, env: NodeJS.ProcessEnv = { TENCENTCLOUD_RUNENV: 'SCF' }): Promise<unknown> => {
  const script = `require(${JSON.stringify(folder)}).main({ op: 'me.get' }).then(answer => console.log(JSON.stringify(answer)))`
  const { stdout } = await run(process.execPath, ['-e', script], { env })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}
