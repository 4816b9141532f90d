import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './fresh'

const common = { bundle: true, write: false, metafile: true, outdir: 'dist', absWorkingDir: root, logLevel: 'error' } satisfies BuildOptions

/** The packages of which bytes stand in what was built, by their paths in package-lock.json. */
const packagesIn = ({ outputs }: Metafile): Set<string> => {
  const inputs = Object.values(outputs).flatMap(output => Object.entries(output.inputs))
  const paths = inputs.flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (/^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? []) : [],
  )
  return new Set(paths)
}

/** The packages in the cloud functions. */
export const inFunctions = async (): Promise<Set<string>> => {
  const entryPoints = ['api', 'timer'].map(name => `cloudfunctions/${name}/index.ts`)
  const { metafile } = await build({ ...common, entryPoints, platform: 'node', target: 'node20', format: 'cjs' })
  return packagesIn(metafile)
}

/** Finds a file by its exact name where another differs from it in capitals alone. */
const exactNames: Plugin = {
  name: 'exact-names',
  setup: builder =>
    builder.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
      if (resolveDir.includes('node_modules')) return undefined
      const found = ['.ts', '.tsx'].map(ending => join(resolveDir, path) + ending).find(one => existsSync(one))
      return found === undefined ? undefined : { path: found }
    }),
}

/** What Taro puts into every mini-program besides its pages. */
const runtime = ['plugin-framework-react/dist/runtime.js', 'plugin-platform-weapp/dist/runtime.js', 'react/dist/react.esm.js']

/** The packages in the mini-program: its pages, built here by another bundler than Taro's, and Taro's runtime. */
export const inMiniProgram = async (): Promise<Set<string>> => {
  const pages = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(path =>
    /^(?:pages|service|secretary|care|bureau)\/.*\.tsx$/u.test(path),
  )
  const { metafile } = await build({
    ...common,
    entryPoints: ['app.tsx', ...pages].map(path => `src/${path}`).concat(runtime.map(path => `node_modules/@tarojs/${path}`)),
    platform: 'browser',
    format: 'esm',
    jsx: 'automatic',
    plugins: [exactNames],
    mainFields: ['browser', 'module', 'jsnext:main', 'main'],
    define: {
      'process.env.TARO_ENV': '"weapp"',
      'process.env.TARO_PLATFORM': '"mini"',
      'process.env.NODE_ENV': '"production"',
      'process.env.FRAMEWORK': '"react"',
    },
    alias: { '@tarojs/components': '@tarojs/plugin-platform-weapp/dist/components-react' },
    loader: { '.css': 'empty', '.svg': 'empty', '.png': 'empty' },
  })
  return packagesIn(metafile)
}
