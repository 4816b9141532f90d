import { dirname, relative } from 'node:path'
import { sentenceOf } from '../exceptions'
import type { Schedule, Trigger } from '../timers/schedule'
import type { Deployed, Shelf } from './deployed'
import { missingPackages, olderSdk } from './packages'

interface Parts {
  shelf: Shelf
  schedule: Pick<Schedule, 'replace'>
  /** The folders among the functions that are none. */
  strays: () => readonly string[]
  /** Hears a sentence of each thing that keeps a function from working, once. */
  onTrouble: (sentence: string) => void
}

/** Takes the timers of functions that have come, changed or gone since the last look, and tells what is wrong with them. */
export function createLookout({ shelf, schedule, strays, onTrouble }: Parts): () => void {
  const seen = new Map<string, string>()
  const told = new Set<string>()
  let timers = ''
  return () => {
    const functions = shelf.list()
    for (const one of functions) {
      if (seen.get(one.name) === one.version) continue
      seen.set(one.name, one.version)
      troublesOf(one).forEach(onTrouble)
    }
    for (const name of strays()) {
      if (!told.has(name)) onTrouble(`The folder "${name}" has no index.js and is no function`)
      told.add(name)
    }
    const triggers = triggersOf(functions)
    const now = JSON.stringify(triggers)
    if (now === timers) return
    timers = now
    try {
      schedule.replace(triggers)
    } catch (error) {
      onTrouble(`${sentenceOf(error)}; the timers stay as they were`)
    }
  }
}

/** The timers of all functions. */
export const triggersOf = (functions: readonly Deployed[]): Trigger[] =>
  functions.flatMap(({ name, config }) => config.triggers.map(one => ({ functionName: name, name: one.name, config: one.config })))

function troublesOf(one: Deployed): string[] {
  const missing = missingPackages(one)
  const folder = relative(process.cwd(), dirname(one.entry))
  const packages = `The function "${one.name}" lacks ${missing.join(', ')}: run npm install in ${folder}, or start with --install`
  const older = olderSdk(one)
  const sdk = `The function "${one.name}" has wx-server-sdk ${older ?? ''}, which can speak to the platform alone: run npm install wx-server-sdk in ${folder}`
  return [
    ...(one.fault === undefined ? [] : [one.fault]),
    ...(missing.length === 0 ? [] : [packages]),
    ...(older === undefined ? [] : [sdk]),
  ]
}
