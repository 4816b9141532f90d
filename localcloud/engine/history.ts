import { keyText } from './keys'
import type { Store, Writer } from './store'

/** Numbers what is written, so that it is known of a document whether a snapshot holds its latest write. */
export interface History {
  /** Numbers a write before it is carried out. */
  note(changes: readonly { readonly key: Buffer }[]): void
  /** The latest number that is on the disk, and so in every snapshot taken from now on. */
  committed(): number
  /** Whether the document with this key (as text) was written later. */
  isAfter(doc: string, number: number): boolean
  /** Lets go of what no snapshot can ask for any more. */
  forget(): void
  /** Runs a job among the writers and answers when what it wrote is on the disk. */
  write<T>(job: (writer: Writer) => T): Promise<T>
}

/** `isWatched`: whether there is a snapshot that a write may be compared with. */
export const openHistory = (store: Store, isWatched: () => boolean): History => {
  let writes = 0
  let committed = 0
  const writtenAt = new Map<string, number>()
  const forget = () => {
    // What is written and not yet on the disk may be missing from a snapshot that is still to be taken.
    if (!isWatched() && committed === writes) writtenAt.clear()
  }
  return {
    note: changes => {
      writes++
      for (const { key } of changes) writtenAt.set(keyText(key), writes)
    },
    committed: () => committed,
    isAfter: (doc, number) => (writtenAt.get(doc) ?? 0) > number,
    forget,
    write: async job => {
      let number = 0
      try {
        return await store.write(writer => {
          try {
            return job(writer)
          } finally {
            number = writes
          }
        })
      } finally {
        // A job that was refused has its number too: what it left is committed with the others.
        committed = Math.max(committed, number)
        forget()
      }
    },
  }
}
