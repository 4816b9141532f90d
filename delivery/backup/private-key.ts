import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { KeyObject } from 'node:crypto'
import { readPrivateKey } from '../../cloudfunctions/features/upkeep/backups/seal'
import { Fault } from '../cloud/fault'

/** The private key of a file. */
export const privateKeyIn = async (file: string | undefined): Promise<KeyObject | null> => {
  if (file === undefined) return null
  if (!existsSync(file)) throw new Fault(`找不到私钥文件 ${file}。`)
  const key = readPrivateKey(await readFile(file, 'utf8'))
  if (!key) throw new Fault(`${file} 里没有备份的私钥（应有 BEGIN PRIVATE KEY 一行）。`)
  return key
}
