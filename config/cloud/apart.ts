import type { Plugin } from 'esbuild'

/** Modules that are a file of their own beside the bundle, by the name of that file: large, and needed by one seldom operation each. */
export const filesApart: Readonly<Record<string, string>> = { 'word.js': 'papers/word.ts' }

/** Leaves those modules out of the bundle: it asks for the file beside it when it gets there, and reads no byte of it before. */
export const apart: Plugin = {
  name: 'apart',
  setup: build => {
    build.onResolve({ filter: /\/papers\/word$/ }, () => ({ path: './word.js', external: true }))
  },
}
