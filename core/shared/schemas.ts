import * as z from 'zod'

/** Building blocks of the contracts: one meaning, one schema. */
export const Id = z.string().min(1).max(64)
export const Cursor = z.string().min(1).max(200)
export const InstantMs = z.int().min(0).max(8_640_000_000_000_000)
export const IsoDate = z.iso.date()
export const Point = z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
export const FileId = z.string().min(1).max(512)
/** One line that a person typed: trimmed, never empty. */
export const line = (max: number) => z.string().trim().min(1).max(max)
/** Free text over several lines, possibly empty. */
export const text = (max: number) => z.string().trim().max(max)
export const Nothing = z.object({})

/** A page of a list: the rows and where the next page begins (null at the end). */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), cursor: Cursor.nullable() })
