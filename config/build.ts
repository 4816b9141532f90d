import { buildCloudIfStale } from './build-cloud'
import { buildH5IfStale, buildWeappIfStale } from './build-web'

/** Builds everything that is deployed or served: functions, the mini-program, the phones of the desk. */
const main = async () => {
  const parts = { 'dist/cloud': buildCloudIfStale, 'dist/h5': buildH5IfStale, 'dist/weapp': buildWeappIfStale }
  for (const [name, build] of Object.entries(parts)) console.log(`${name}: ${(await build()) ? 'built' : 'up to date'}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
