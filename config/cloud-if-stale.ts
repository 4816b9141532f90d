import { buildIfStale } from './fresh'

const sources = ['cloudfunctions', 'core', 'config/build-cloud.ts', 'config/storage-rules.ts', 'config/cloud', 'package-lock.json']

/** Builds the cloud functions, unless they were built from these sources: then what builds, and with it every context, is not even read. */
export const buildCloudIfStale = () => buildIfStale('dist/cloud', sources, async () => (await import('./build-cloud')).buildCloud())
