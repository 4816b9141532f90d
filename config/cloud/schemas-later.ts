import type { Plugin } from 'esbuild'
import { join } from 'node:path'

/** The pack of the schema library: read when the first schema is wanted. */
export const SCHEMAS_PACK = 'schemas'

/** What our modules make schemas with. Another that they come to use is an error of the build until it stands here. */
const factories = [
  ...['object', 'strictObject', 'array', 'tuple', 'record', 'partialRecord', 'union', 'discriminatedUnion', 'enum', 'literal'],
  ...['string', 'number', 'int', 'boolean', 'unknown', 'null', 'instanceof', 'httpUrl', 'base64'],
]
const within: readonly (readonly [string, string])[] = [
  ['iso', 'date'],
  ['coerce', 'string'],
]

/** What lies in the pack. */
export const schemasPack = `export { ${[...factories, ...within.map(([name]) => name), 'ZodObject'].join(', ')} } from 'zod'`

const stands = [
  ...factories.map(name => `const _${name} = /* @__PURE__ */ later(() => schemas().${name})\nexport { _${name} as ${name} }`),
  ...within.map(([name, one]) => `export const ${name} = { ${one}: /* @__PURE__ */ later(() => schemas().${name}.${one}) }`),
  `export const safeParse = (schema, value) => schema.safeParse(value)`,
  `export const ZodObject = { [Symbol.hasInstance]: value => value instanceof schemas().ZodObject }`,
].join('\n')

/** Puts off the making of schemas in our own modules (`later.ts`), and the library with it. */
export const schemasLater = (root: string): Plugin => ({
  name: 'schemas-later',
  setup: build => {
    build.onResolve({ filter: /^zod$/ }, ({ path, importer, namespace }) =>
      namespace === 'file' && !importer.includes('node_modules') ? { path, namespace: 'schemas-later', sideEffects: false } : undefined,
    )
    build.onResolve({ filter: /^\.\/schemas\/0$/, namespace: 'schemas-later' }, ({ path }) => ({ path, external: true }))
    build.onLoad({ filter: /.*/, namespace: 'schemas-later' }, () => ({
      resolveDir: root,
      contents: `
        import { later } from ${JSON.stringify(join(root, 'config/cloud/later.ts').replaceAll('\\', '/'))}
        const schemas = () => require('./${SCHEMAS_PACK}/0')
        ${stands}`,
    }))
  },
})
