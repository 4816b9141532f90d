import { buildCloudIfStale } from './cloud-if-stale'
import { buildLocalCloudIfStale } from './build-localcloud'
import { buildParts } from './build-parts'
import { buildH5IfStale, buildWeappIfStale } from './build-web'

/** Builds everything that is deployed, served or published: functions, the mini-program, the phones of the desk, the local cloud as a package. */
const main = async () => {
  // The longest first.
  const parts = {
    'dist/weapp': buildWeappIfStale,
    'dist/h5': buildH5IfStale,
    'dist/cloud': buildCloudIfStale,
    'dist/localcloud': buildLocalCloudIfStale,
  }
  await buildParts(parts, ({ name, built, seconds }) =>
    console.log(`${name}: ${built ? `built in ${seconds.toFixed(1)} s` : 'up to date'}`),
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
