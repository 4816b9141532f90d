import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, relative } from 'node:path'
import { folderShelf } from './functions/deployed'
import { missingPackages } from './functions/packages'

/**
 * Runs `npm install` in the folder of each function that lacks packages, one after the other. What npm says goes to the terminal; where it fails, the
 * cloud says at its start what is still missing.
 */
export async function installPackages(functions: string, say: (sentence: string) => void): Promise<void> {
  for (const one of folderShelf(functions).list()) {
    const missing = missingPackages(one)
    if (missing.length === 0) continue
    const folder = dirname(one.entry)
    say(`npm install in ${relative(process.cwd(), folder)} for ${missing.join(', ')} …`)
    // npm is a script with an ending of its own on Windows, which only a shell finds.
    const npm = spawn('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    })
    await once(npm, 'close')
  }
}
