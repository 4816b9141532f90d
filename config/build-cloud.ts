import { build } from 'esbuild'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { collections } from '../cloudfunctions/wx/collections'

const root = join(__dirname, '..')
const functions = ['api', 'timer']

/** Bundles each cloud function, the SDK inside, into `dist/cloud/<name>/` as it is deployed, and writes the collections beside them. */
export const buildCloud = async (out = join(root, 'dist/cloud')): Promise<void> => {
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
        sourcemap: 'inline',
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
