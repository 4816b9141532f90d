import { build, buildSync } from 'esbuild'
import { createRequire } from 'node:module'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const root = join(__dirname, '../../..')
/** Where node finds the packages. */
const cache = join(root, 'node_modules/.cache')
const common = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error' } as const

export interface Program {
  /** One file of JavaScript, which starts in no time. */
  readonly file: string
  remove(): void
}

/** A program of this repository as one file, for a process of its own; the packages stay outside. */
export const programOf = async (entry: string): Promise<Program> => {
  const file = join(cache, `${basename(entry, '.ts')}-${process.pid}.cjs`)
  await build({
    ...common,
    entryPoints: [join(root, entry)],
    outfile: file,
    packages: 'external',
    plugins: [
      {
        // Each source goes on finding what lies beside it.
        name: 'own folders',
        setup: bundler =>
          bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
            contents: (await readFile(path, 'utf8')).replaceAll('__dirname', JSON.stringify(dirname(path))),
            loader: 'ts',
          })),
      },
    ],
  })
  return { file, remove: () => rmSync(file, { force: true }) }
}

/** What such a program needs of the environment; certificates in it would double the start of every process. */
export const PROGRAM_ENV = { PATH: process.env['PATH'] }

/** The SDK as one file, as it is in a bundle that is deployed: functions of tests load it in half the time. */
export const bundledSdk = (): string => {
  const entry = createRequire(__filename).resolve('wx-server-sdk')
  const { version } = JSON.parse(readFileSync(join(dirname(entry), 'package.json'), 'utf8')) as { version: string }
  const file = join(cache, `wx-server-sdk-${version}.cjs`)
  if (!existsSync(file)) {
    const part = `${file}.${process.pid}`
    buildSync({ ...common, entryPoints: [entry], outfile: part, minify: true, legalComments: 'none' })
    renameSync(part, file)
  }
  return file
}
