import { build } from 'esbuild'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { collections } from '../cloudfunctions/wx/collections'
import { buildIfStale, root } from './fresh'

const functions = ['api', 'timer']

/** Bundles each cloud function, the SDK inside, into `dist/cloud/<name>/` as it is deployed, and writes the collections beside them. */
const buildCloud = async (): Promise<void> => {
  const out = join(root, 'dist/cloud')
  await Promise.all(
    functions.map(async name => {
      const source = join(root, 'cloudfunctions', name)
      const target = join(out, name)
      await mkdir(target, { recursive: true })
      await build({
        entryPoints: [join(source, 'index.ts')],
        outfile: join(target, 'index.js'),
        bundle: true,
        platform: 'node',
        target: 'node20',
        format: 'cjs',
        minify: true,
        keepNames: true,
        sourcemap: 'linked',
        sourcesContent: false,
        legalComments: 'none',
        logLevel: 'warning',
      })
      await Promise.all(['package.json', 'config.json'].map(file => copyFile(join(source, file), join(target, file))))
    }),
  )
  const declared = Object.entries(collections).map(([name, indexes]) => ({
    name,
    indexes: indexes.map(index => ({ unique: false, ...index })),
  }))
  await writeFile(join(out, 'collections.json'), `${JSON.stringify({ collections: declared }, null, 2)}\n`)
}

/** Builds the cloud functions unless they are built from these sources already. */
export const buildCloudIfStale = () =>
  buildIfStale('dist/cloud', ['cloudfunctions', 'core', 'config/build-cloud.ts', 'package-lock.json'], buildCloud)
