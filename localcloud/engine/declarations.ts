import * as z from 'zod'

/** MongoDB's dotted path: no empty part, nothing that begins with `$`. */
const fieldPath = z.string().regex(/^[^.$][^.]*(\.[^.$][^.]*)*$/, 'a field path such as branchId or place.city')

const indexKey = z.strictObject({ field: fieldPath, order: z.union([z.literal(1), z.literal(-1), z.literal('2dsphere')]) })

const indexDeclaration = z
  .strictObject({
    name: z.string().min(1),
    keys: z.array(indexKey).min(1).max(8),
    /** A missing field counts as null, so that two documents without it collide. */
    unique: z.boolean().default(false),
  })
  .refine(index => new Set(index.keys.map(key => key.field)).size === index.keys.length, 'an index names each field once')

const collectionDeclaration = z
  .strictObject({ name: z.string().min(1), indexes: z.array(indexDeclaration).default([]) })
  .refine(({ indexes }) => new Set(indexes.map(index => index.name)).size === indexes.length, 'two indexes share a name')

/** The collections of a project with their indexes, as its build writes them to `collections.json`. */
export const declarationsSchema = z
  .strictObject({ collections: z.array(collectionDeclaration) })
  .refine(({ collections }) => new Set(collections.map(one => one.name)).size === collections.length, 'two collections share a name')

export type Declarations = z.infer<typeof declarationsSchema>
/** Declarations as they may be written by hand: what has a default can be left out. */
export type DeclarationsInput = z.input<typeof declarationsSchema>

export type IndexDeclaration = z.infer<typeof indexDeclaration>
export type IndexKey = z.infer<typeof indexKey>
