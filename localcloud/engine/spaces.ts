import { encodeValue } from './keys'

/** Each collection and each index has a number, with which all its keys begin. */
const SPACE_BYTES = 4
export const spaceBytes = (number: number): Buffer => {
  const bytes = Buffer.alloc(SPACE_BYTES)
  bytes.writeUInt32BE(number)
  return bytes
}

/** Everything that begins with these bytes. */
export const spaceRange = (space: Buffer) => ({ low: space, high: spaceBytes(space.readUInt32BE() + 1) })

/** Where a document stands: in the space of a key, under its number. */
export const placeOf = (key: Buffer, number: Buffer): Buffer => Buffer.concat([key.subarray(0, SPACE_BYTES), number])

/** The key of a document's `_id`. */
export const docKey = ({ space }: { readonly space: Buffer }, id: unknown): Buffer => Buffer.concat([space, encodeValue(id)])
