import { join } from 'node:path'
import { buildCloudIfStale } from '../../../config/cloud-if-stale'

let built: Promise<string> | undefined

/** The folder of the built cloud functions, rebuilt when their sources changed. */
export const builtCloud = (): Promise<string> => (built ??= buildCloudIfStale().then(() => join(__dirname, '../../../dist/cloud')))
