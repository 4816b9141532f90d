import * as z from 'zod'

/** The form of a backup: of its pieces, their seal and this manifest. It grows with what an earlier restore could not read. */
export const FORMAT = 1

const Name = z.string().regex(/^[\w-]+$/)
/** A file beside the manifest, or below it. */
const File = z.string().regex(/^(?:[\w-]+\/)?[\w.-]+$/)
const stored = {
  file: File,
  /** As it is stored: packed and, where there is a key, sealed. */
  bytes: z.int().nonnegative(),
  /** Of the same bytes, in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
}

/** A run of a collection's rows, in the order of their `_id`. */
export const Piece = z.object({ ...stored, collection: Name, rows: z.int().positive() })
export type Piece = z.infer<typeof Piece>

/** A stored file's contents; its path and its id are in the environment that was backed up. */
const Content = z.object({ ...stored, path: z.string().min(1), fileId: z.string().min(1) })
export type Content = z.infer<typeof Content>

/** What a backup says of itself: what has to be there, in which order, and how much. It names no person. */
export const Manifest = z.object({
  product: z.literal('changqing365'),
  version: z.literal(FORMAT),
  /** Each piece is sealed to this name, so that no piece of another backup can stand in its place. */
  id: z.string().regex(/^[\w-]{8,64}$/),
  startedAt: z.int(),
  finishedAt: z.int(),
  /** The X25519 key it is sealed to (32 bytes, base64); null where it is not sealed. */
  sealedTo: z.string().nullable(),
  /** Rows by collection; a collection without rows stands here too. */
  counts: z.record(Name, z.int().nonnegative()),
  pieces: z.array(Piece),
  /** The contents of stored files; null where they were only listed (by the rows of the collection `files`). */
  contents: z.array(Content).nullable(),
})
export type Manifest = z.infer<typeof Manifest>

/** Collections whose pieces hold more or fewer rows than the manifest counts. */
export const miscounted = ({ counts, pieces }: Pick<Manifest, 'counts' | 'pieces'>): string[] => {
  const held = new Map<string, number>()
  for (const { collection, rows } of pieces) held.set(collection, (held.get(collection) ?? 0) + rows)
  return [...new Set([...Object.keys(counts), ...held.keys()])].filter(name => (counts[name] ?? 0) !== (held.get(name) ?? 0))
}

/** A piece is about so long before it is packed: a function reads, packs and seals several of them within its time and its memory. */
const PIECE_BYTES = 1_000_000
/** The fewest and the most rows of a piece, and how many the first one of a collection has. */
const [FEWEST, MOST] = [20, 1000]
export const FIRST_ROWS = 100

/** How many rows the next piece of a collection takes, by what the one before came to. */
export const rowsOfNext = (before: { rows: number; bytes: number }): number =>
  before.bytes === 0 ? FIRST_ROWS : Math.max(FEWEST, Math.min(MOST, Math.floor((before.rows * PIECE_BYTES) / before.bytes)))
