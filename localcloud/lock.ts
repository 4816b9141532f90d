import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { claimFolder } from './data-folder'
import { hasCode, isMissing } from './exceptions'

/** Folders that this very process has open: its own process id in a lock file says nothing about a second opening. */
const openHere = new Set<string>()

/**
 * Takes a data folder (made when absent) for this process; the returned function gives it back. Throws a sentence when a living process has it, or it is not a local
 * cloud's.
 * A lock left behind by a process that is gone does not count, even where another process has its number by now.
 */
export function lockFolder(folder: string): () => void {
  claimFolder(folder)
  const file = join(folder, 'cloud.lock')
  const inUse = (pid: number) =>
    new Error(`The data folder ${folder} is in use by another local cloud (process ${pid}); stop that one first`)
  if (openHere.has(file)) throw inUse(process.pid)
  const mine = `${process.pid} ${birthOf(process.pid)}`
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx' })
      break
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error
    }
    const found = contentOf(file)
    const pid = found === undefined ? undefined : livingHolder(found)
    if (pid !== undefined) throw inUse(pid)
    if (found !== undefined) removeStale(file, found)
  }
  openHere.add(file)
  return () => {
    openHere.delete(file)
    rmSync(file, { force: true })
  }
}

/** The process that holds a lock; undefined when it is gone. */
function livingHolder(content: string): number | undefined {
  const [number = '', ...birth] = content.split(' ')
  const pid = Number(number)
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || !isAlive(pid)) return undefined
  const [then, now] = [birth.join(' '), birthOf(pid)]
  return then !== '' && now !== '' && then !== now ? undefined : pid
}

/** Takes away the lock that was found, never one that another process has put there since. */
function removeStale(file: string, found: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (isMissing(error)) return
    throw error
  }
  try {
    if (contentOf(aside) !== found) linkSync(aside, file)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** When a process began, in the system's own words: two processes with one number differ in it. '' where the system does not tell. */
function birthOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const start = statOf(pid)[19] ?? ''
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${start}`
    }
    if (process.platform === 'darwin') return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return ''
  } catch {
    // A process that ended meanwhile, or a system that hides it: the number alone must do.
    return ''
  }
}

/** What Linux tells of a process: its state first, its start 20th. The name before them, in brackets, may hold spaces. */
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** Killed, and only its number is left until its parent takes notice; in some containers no parent ever does. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    return ['Z', 'X'].includes(statOf(pid)[0] ?? '')
  } catch {
    // Gone between two looks, or hidden from us: the caller finds out by the signal.
    return false
  }
}

function isAlive(pid: number): boolean {
  if (isZombie(pid)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to another user.
    return hasCode(error, 'EPERM')
  }
}
