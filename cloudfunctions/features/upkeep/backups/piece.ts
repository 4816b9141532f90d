import { createHash } from 'node:crypto'
import { seal } from './seal'

/** What a sealed file of a backup is bound to: its backup and its own name. */
export const boundName = (backupId: string, file: string): string => `${backupId}/${file}`

/** A file of a backup as it is stored, sealed where there is a key, with what the manifest says of it. */
export const fileOf = (
  content: Uint8Array,
  backupId: string,
  file: string,
  publicKey: string | null,
): { stored: Uint8Array; said: { file: string; bytes: number; sha256: string } } => {
  const stored = publicKey === null ? content : seal(content, publicKey, boundName(backupId, file))
  return { stored, said: { file, bytes: stored.length, sha256: hashOf(stored) } }
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
