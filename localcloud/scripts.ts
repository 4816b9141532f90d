import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The scripts that run elsewhere than in the cloud's own thread, each as one text: by their names, with where they run. */
export const SCRIPTS = { 'functions/boot': 'worker', 'desk/desk': 'browser', 'desk/phone-network': 'browser' } as const

export type ScriptName = keyof typeof SCRIPTS

/** What a script is called beside this file where it was bundled beforehand, as it is in the package. */
export const bundledName = (name: ScriptName): string => `${name}.bundle.js`

const known = new Map<ScriptName, Promise<string>>()

/** The text of a script: in the package as it was bundled there, among the sources bundled when it is first asked for. */
export function scriptText(name: ScriptName): Promise<string> {
  const text = known.get(name) ?? read(name)
  known.set(name, text)
  return text
}

async function read(name: ScriptName): Promise<string> {
  const ready = join(__dirname, bundledName(name))
  if (existsSync(ready)) return readFile(ready, 'utf8')
  // The package has neither this nor esbuild.
  const { bundleOf } = await import('./bundle')
  return bundleOf(join(__dirname, `${name}.ts`), SCRIPTS[name])
}
