import type { Plugin } from 'esbuild'

/** Modules that are a pack of their own, by its name: large, and needed by one seldom operation each. */
export const modulesApart: Readonly<Record<string, string>> = { word: './cloudfunctions/papers/word.ts' }

/** Leaves those modules out of the other packs, which ask for them when they get there, so that no byte of them is read before. */
export const apart: Plugin = {
  name: 'apart',
  setup: build => {
    build.onResolve({ filter: /\/papers\/word$/ }, () => ({ path: './word/0', external: true }))
  },
}
