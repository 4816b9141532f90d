import { execFile } from 'node:child_process'
import { access } from 'node:fs/promises'
import { promisify } from 'node:util'
import { explain } from '../cloud/explain'
import { Fault } from '../cloud/fault'

const run = promisify(execFile)

/** WeChat's own uploader; it is fetched when it is used (with what it needs it has over 100 MB). */
export const UPLOADER = 'miniprogram-ci@2.1.42'

/** Runs a program; rejects, with what it printed, where it fails. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<unknown>

const runProgram: RunProgram = (program, args) =>
  // npx has another name where programs end in .cmd.
  run(program, [...args], { maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' })

interface Upload {
  appid: string
  /** File of the upload key, as WeChat gives it out. */
  keyFile: string
  /** Folder with project.config.json. */
  project: string
  version: string
  note: string
}

/**
 * Uploads the built mini-program to WeChat, where it then waits as the development version. This is the edge: what lies beyond can only be tried
 * with an account of WeChat.
 * @throws Fault
 */
export const uploadMiniProgram = async (
  { appid, keyFile, project, version, note }: Upload,
  start: RunProgram = runProgram,
): Promise<void> => {
  try {
    await access(keyFile)
  } catch (cause) {
    throw new Fault(
      `没有小程序代码上传密钥文件 ${keyFile}。`,
      '在 mp.weixin.qq.com →“管理”→“开发管理”→“开发设置”→“小程序代码上传”里生成并下载，把 CHANGQING_UPLOAD_KEY 设成这个文件的路径，再运行一次。',
      { cause },
    )
  }
  const options = [
    '--pp',
    project,
    '--pkp',
    keyFile,
    '--appid',
    appid,
    '--uv',
    version,
    '--ud',
    note,
    '-r',
    '1',
    '--use-project-config',
    'true',
  ]
  try {
    await start('npx', ['--yes', UPLOADER, 'upload', ...options])
  } catch (error) {
    throw explain(error, '用 miniprogram-ci 上传小程序')
  }
}
