import { Inflate } from 'fflate'
import { most, TooLargeInside } from './limits'

/** One file of a zip, as its directory tells. */
interface Entry {
  name: string
  method: number
  from: number
  to: number
}

/** A zip that cannot be read. */
export class BrokenZip extends Error {}
/** A zip whose files are encrypted. */
export class LockedZip extends Error {}

const END_OF_DIRECTORY = 0x06054b50
const IN_DIRECTORY = 0x02014b50
/** Its comment may be so long. */
const LONGEST_END = 65_557

const endOf = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_END); at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  throw new BrokenZip('no directory')
}

/** The files of a zip by name, as its directory at the end has them; sizes that it claims are not looked at. */
const entriesOf = (content: Uint8Array): Map<string, Entry> => {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > most.entries) throw new TooLargeInside()
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== IN_DIRECTORY) throw new BrokenZip('no entry')
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const name = new TextDecoder().decode(content.subarray(at + 46, at + 46 + nameLength))
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new LockedZip(name)
    entries.set(name, { name, method: view.getUint16(at + 10, true), from, to: from + view.getUint32(at + 20, true) })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** How much of a file is unpacked before what came out is looked at. */
const STEP = 16_384

/** A zip whose files are read piece by piece; all of them together give no more than `most.bytes`. */
export const openZip = (content: Uint8Array) => {
  const entries = entriesOf(content)
  let bytes = 0
  return {
    has: (name: string): boolean => entries.has(name),
    /** Hands on the text of a file (UTF-8) as it is unpacked; nothing where there is none of that name. */
    read: (name: string, take: (text: string) => void): void => {
      const entry = entries.get(name)
      if (!entry) return
      const decoder = new TextDecoder()
      const given = (chunk: Uint8Array, final: boolean) => {
        bytes += chunk.length
        if (bytes > most.bytes) throw new TooLargeInside()
        take(decoder.decode(chunk, { stream: !final }))
      }
      const packed = content.subarray(entry.from, entry.to)
      if (entry.method === 0) {
        given(packed, true)
        return
      }
      if (entry.method !== 8) throw new BrokenZip(name)
      const inflate = new Inflate(given)
      for (let from = 0; from < packed.length; from += STEP) inflate.push(packed.subarray(from, from + STEP), from + STEP >= packed.length)
    },
  }
}
export type Zip = ReturnType<typeof openZip>
