import { build, transform, type Metafile, type Plugin } from 'esbuild'
import { basename, join } from 'node:path'
import { FIRST } from './loader'

/** What esbuild wrote of a function in pieces: a piece holds the modules that the same dynamic imports lead to. */
export interface Pieces {
  metafile: Metafile
  outputFiles: readonly { path: string; text: string }[]
}

export interface WrittenPack {
  name: string
  code: string
  map: string
  /** How many pieces are in it. */
  count: number
}

export const SECOND_PACK = 'second'
/** Packs whose pieces are needed together. */
const oneScopes: readonly string[] = [FIRST, SECOND_PACK]

/** A piece of more bytes than this is a pack of its own, so that what needs one of the others does not read it. */
const LARGE = 60_000
const FORMAT = { target: 'node20', legalComments: 'none' } as const

/** The context that most of a piece is of; what belongs to none is shared. */
const contextOf = (inputs: Readonly<Record<string, { bytesInOutput: number }>>): string => {
  const bytes = new Map<string, number>()
  for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
    const [, context] = /(?:^|\/)(?:core|cloudfunctions\/features)\/(\w+)\/\w/.exec(file) ?? []
    const name = context === undefined || file.includes('node_modules/') ? 'shared' : context
    bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput)
  }
  return [...bytes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'shared'
}

/** In which pack each piece is: what the function starts with in the first, what its first request needs besides in the second, the others by contexts. */
export const parted = ({ outputs }: Metafile, entry: string, second: string): ReadonlyMap<string, readonly string[]> => {
  const packs = new Map<string, string[]>()
  const taken = new Set<string>()
  const follow = (file: string | undefined): string[] => {
    const output = file === undefined ? undefined : outputs[file]
    if (file === undefined || output === undefined || taken.has(file)) return []
    taken.add(file)
    return [file, ...output.imports.flatMap(one => (one.kind === 'import-statement' ? follow(one.path) : []))]
  }
  const made = (source: string) => Object.keys(outputs).find(file => outputs[file]?.entryPoint === source)
  packs.set(FIRST, follow(made(entry)))
  const besides = follow(made(second))
  if (besides.length > 0) packs.set(SECOND_PACK, besides)
  for (const [file, { inputs }] of Object.entries(outputs)) {
    if (!file.endsWith('.js') || taken.has(file)) continue
    const bytes = Object.values(inputs).reduce((sum, one) => sum + one.bytesInOutput, 0)
    const name = bytes > LARGE ? `large-${packs.size}` : contextOf(inputs)
    packs.set(name, [...(packs.get(name) ?? []), file])
  }
  return packs
}

/** Maps put behind one another, each from its line on. */
const joined = (maps: readonly { line: number; map: string }[]) =>
  JSON.stringify({
    version: 3,
    sections: maps.map(({ line, map }) => ({ offset: { line, column: 0 }, map: JSON.parse(map) as unknown })),
  })

const linesOf = (text: string) => text.split('\n').length - 1

/** The packs of a function. `entry` is its source, `second` what its first request imports besides. */
export const packsOf = async ({ metafile, outputFiles }: Pieces, entry: string, second: string, folder: string): Promise<WrittenPack[]> => {
  const packs = parted(metafile, entry, second)
  const ids = new Map([...packs].flatMap(([pack, files]) => files.map((file, index) => [basename(file), `./${pack}/${index}`] as const)))
  const texts = new Map(outputFiles.map(file => [basename(file.path), file.text]))
  const textOf = (file: string) => texts.get(basename(file)) ?? ''
  /** Each name of a piece is unique by its hash. */
  const withIds = (text: string) =>
    text.replace(/"\.\/([\w.-]+\.js)"/gu, (whole, name: string) => (ids.has(name) ? JSON.stringify(ids.get(name)) : whole))

  const oneScope = async (name: string, files: readonly string[]): Promise<WrittenPack> => {
    const own = new Set(files.map(file => basename(file)))
    const plugin: Plugin = {
      name: 'pieces',
      setup: made => {
        made.onResolve({ filter: /^\.\// }, ({ path, kind }) => {
          const piece = basename(path)
          const isOwn = kind !== 'dynamic-import' && own.has(piece)
          return isOwn ? { path: piece, namespace: 'piece' } : { path: ids.get(piece) ?? path, external: true }
        })
        made.onLoad({ filter: /.*/, namespace: 'piece' }, ({ path }) => ({
          contents: texts.get(path) ?? '',
          loader: 'js',
          resolveDir: folder,
        }))
      },
    }
    // Getters: what a piece gives may be a variable that it sets later.
    const pieces = files.map((file, index) => {
      const names = metafile.outputs[file]?.exports ?? []
      const taken = names.map((name, at) => `${name} as n${index}_${at}`).join(', ')
      const given = names.map((name, at) => `get ${JSON.stringify(name)}() { return n${index}_${at} }`).join(', ')
      return { taken: `import { ${taken} } from './${basename(file)}'`, given: `${index}: { own: () => ({ ${given} }) }` }
    })
    const contents = `${pieces.map(one => one.taken).join('\n')}\nexport const pieces = { ${pieces.map(one => one.given).join(',\n')} }`
    const result = await build({
      ...FORMAT,
      stdin: { contents, resolveDir: folder, sourcefile: 'pieces.js' },
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      write: false,
      sourcemap: 'external',
      sourcesContent: false,
      outfile: join(folder, `${name}.js`),
      logLevel: 'error',
      supported: { 'template-literal': false, 'dynamic-import': false },
      plugins: [plugin],
      banner: { js: '(function (require, __filename, __dirname) { var module = { exports: {} }, exports = module.exports;' },
      footer: { js: 'return module.exports.pieces })' },
    })
    const [map, code] = ['.map', '.js'].map(end => result.outputFiles.find(file => file.path.endsWith(end))?.text ?? '')
    return { name, code: code ?? '', map: map ?? '', count: files.length }
  }

  const oneByOne = async (name: string, files: readonly string[]): Promise<WrittenPack> => {
    const written = await Promise.all(
      files.map(file =>
        transform(withIds(textOf(file)), {
          ...FORMAT,
          minify: true,
          format: 'cjs',
          sourcemap: 'external',
          sourcesContent: false,
          sourcefile: basename(file),
          supported: { 'template-literal': false, 'dynamic-import': false },
        }),
      ),
    )
    const parts: string[] = ['(function () { return {\n']
    const maps: { line: number; map: string }[] = []
    let line = 1
    written.forEach(({ code, map }, index) => {
      maps.push({ line: line + 1, map })
      const part = `${index}: function (exports, require, module, __filename, __dirname) {\n${code}\n},\n`
      parts.push(part)
      line += linesOf(part)
    })
    return { name, code: `${parts.join('')}}})`, map: joined(maps), count: files.length }
  }

  return Promise.all([...packs].map(([name, files]) => (oneScopes.includes(name) ? oneScope(name, files) : oneByOne(name, files))))
}
