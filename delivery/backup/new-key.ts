import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { newKeyPair } from '../../cloudfunctions/features/upkeep/backups/seal'
import { Fault } from '../cloud/fault'

/**
 * Writes a new private key into a file that is not there yet, and answers the public one for the configuration.
 * @throws Fault where the file is there: a key that is overwritten leaves backups that open never more
 */
export const makeNewKey = async (file: string): Promise<string> => {
  if (existsSync(file)) throw new Fault(`${file} 已经存在。为免旧备份再也打不开，没有覆盖它；请换一个文件名。`)
  const { publicKey, privateKey } = newKeyPair()
  const text = [
    '常青365 备份的私钥。有了它才能打开备份；丢了它，备份谁也打不开。',
    '请抄到两个 U 盘，分别交两位负责人锁好，不要留在这台电脑上，不要放进云环境，也不要发微信。',
    `对应的公钥：${publicKey}`,
    '',
    privateKey,
  ].join('\n')
  await writeFile(file, text, { mode: 0o600, flag: 'wx' })
  return publicKey
}
