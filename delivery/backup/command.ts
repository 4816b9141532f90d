import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import type { KeyObject } from 'node:crypto'
import * as z from 'zod'
import { readPrivateKey } from '../../cloudfunctions/features/upkeep/backups/seal'
import { Environment } from '../../core/shared/environment'
import type { RemoteOptions } from '../database'
import { Trouble } from '../trouble'

const LOCAL = 'local'
const LOCAL_ENDPOINT = 'http://127.0.0.1:3650'

/** Where a command goes, as its options say it. */
export const placeOf = ({ env, endpoint }: { env?: string | undefined; endpoint?: string | undefined }): RemoteOptions => {
  if (env === undefined) throw new Trouble('请用 --env 写明云环境的编号（本机试用写 --env local）。')
  if (env !== LOCAL && endpoint === undefined) return { env }
  return { env, endpoint: (endpoint ?? LOCAL_ENDPOINT).replace(/\/+$/u, '') }
}

const Config = z.looseObject({ backup: Environment.shape.backup })

/** The public key of the configuration; null where it names none. */
export const publicKeyIn = async (file: string): Promise<string | null> => {
  if (!existsSync(file)) return null
  let value: unknown
  try {
    value = JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new Trouble(`配置文件 ${file} 不是正确的 JSON，读不出来。`, { cause })
  }
  const parsed = Config.safeParse(value)
  if (!parsed.success)
    throw new Trouble(`配置文件 ${file} 里 backup.publicKey 应是 44 个字符的公钥（用 npm run backup -- --new-key 生成）。`)
  return parsed.data.backup?.publicKey ?? null
}

/** The private key of a file. */
export const privateKeyIn = async (file: string | undefined): Promise<KeyObject | null> => {
  if (file === undefined) return null
  if (!existsSync(file)) throw new Trouble(`找不到私钥文件 ${file}。`)
  const key = readPrivateKey(await readFile(file, 'utf8'))
  if (!key) throw new Trouble(`${file} 里没有备份的私钥（应有 BEGIN PRIVATE KEY 一行）。`)
  return key
}

/** Asks for a yes on the terminal. */
export const confirm = async (question: string): Promise<boolean> => {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return ['是', 'y', 'yes'].includes((await terminal.question(`${question}（输入 是 或 yes 继续）`)).trim().toLowerCase())
  } finally {
    terminal.close()
  }
}

/** Runs a command: what is wrong is said in a sentence. */
export const runCommand = (command: () => Promise<boolean>): void => {
  process.env['TZ'] = 'UTC'
  command().then(
    done => process.exit(done ? 0 : 1),
    (error: unknown) => {
      console.error(error instanceof Trouble ? error.message : error)
      process.exit(1)
    },
  )
}
