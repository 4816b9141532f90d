import { openStore } from '../../../localcloud/engine/store'

/** Writes without end into a store of its own, and leaves at some moment in the middle of it. Arguments: folder, how. */
const write = async (folder: string, how: string): Promise<void> => {
  // Without patience every commit but the first is made on another thread.
  const store = openStore(folder, { patience: 0, durable: true })
  const ways: Record<string, () => void> = {
    exits: () => process.exit(0),
    throws: () => {
      throw new Error('on purpose')
    },
    closes: () => void store.close().then(() => process.exit(0)),
  }
  setTimeout(() => ways[how]?.(), Math.random() * 15)
  let seq = 0
  const keepWriting = async (lane: number): Promise<void> => {
    for (;;) await store.write(writer => writer.putDoc(Buffer.from([0, 0, 0, 1, lane]), { seq: seq++, text: '{}' }))
  }
  // Once the store is closed there is nothing more to write.
  await Promise.all([0, 1, 2, 3].map(keepWriting)).catch(() => undefined)
}

const [folder = '', how = ''] = process.argv.slice(2)
void write(folder, how)
