import { buildCloudIfStale } from './build-cloud'
import { buildLocalCloudIfStale } from './build-localcloud'
import { buildH5IfStale, buildWeappIfStale } from './build-web'

/** Builds everything that is deployed, served or published: functions, the mini-program, the phones of the desk, the local cloud as a package. */
const main = async () => {
  const parts = {
    'dist/cloud': buildCloudIfStale,
    'dist/h5': buildH5IfStale,
    'dist/weapp': buildWeappIfStale,
    'dist/localcloud': buildLocalCloudIfStale,
  }
  for (const [name, build] of Object.entries(parts)) console.log(`${name}: ${(await build()) ? 'built' : 'up to date'}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
