import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What is deployed: its version and what it changed last. */
export interface Version {
  version: string
  note: string
}

/**
 * The version of a project folder by git; that of its package where it was downloaded without its history.
 * @param packaged version of the package
 */
export const versionOf = async (folder: string, packaged: string): Promise<Version> => {
  const git = async (...args: string[]) => (await run('git', args, { cwd: folder })).stdout.trim()
  try {
    const [described, note] = await Promise.all([git('describe', '--tags', '--always', '--dirty'), git('log', '-1', '--format=%s')])
    return { version: /^\d|^v\d/.test(described) && described.includes('.') ? described : `${packaged}-${described}`, note }
  } catch {
    return { version: packaged, note: packaged }
  }
}
