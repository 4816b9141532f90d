import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasCode, isMissing } from './exceptions'

/** Folders that this very process has open: its own process id in a lock file says nothing about a second opening. */
const openHere = new Set<string>()

/**
 * Takes a data folder (made when absent) for this process; the returned function gives it back. Throws a sentence when a living process has it.
 * A lock left behind by a process that is gone does not count.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'cloud.lock')
  const inUse = (pid: number) =>
    new Error(`The data folder ${folder} is in use by another local cloud (process ${pid}); stop that one first`)
  if (openHere.has(file)) throw inUse(process.pid)
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error
    }
    const pid = holder(file)
    if (pid !== undefined && pid !== process.pid && isAlive(pid)) throw inUse(pid)
    rmSync(file, { force: true })
  }
  openHere.add(file)
  return () => {
    openHere.delete(file)
    rmSync(file, { force: true })
  }
}

function holder(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return hasCode(error, 'EPERM')
  }
}
