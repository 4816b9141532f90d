import { build } from 'esbuild'

/** A script of this folder and all that it imports as one text: for the workers of functions, or for the browser of the desk. */
export async function bundleOf(entry: string, place: Place): Promise<string> {
  const { outputFiles } = await build({
    ...(place === 'worker' ? { platform: 'node', target: 'node20', format: 'cjs' } : { target: 'es2022', format: 'iife' }),
    entryPoints: [entry],
    bundle: true,
    loader: { '.svg': 'text' },
    write: false,
    logLevel: 'error',
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error(`${entry} could not be bundled`)
  return file.text
}

/** Where a bundle runs. */
export type Place = 'worker' | 'browser'
