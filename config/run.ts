import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './fresh'

export interface Ran {
  name: string
  ok: boolean
  output: string
  seconds: number
}

/** Runs a command in the project's folder and keeps what it prints. Never rejects: a command that cannot start counts as failed. */
export const run = (name: string, command: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ran> =>
  new Promise(done => {
    const began = Date.now()
    const output: string[] = []
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const end = (ok: boolean) => done({ name, ok, output: output.join(''), seconds: (Date.now() - began) / 1000 })
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString('utf8')))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString('utf8')))
    child.on('error', error => {
      output.push(error.message)
      end(false)
    })
    child.on('close', code => end(code === 0))
  })

/** A program of an installed package. */
export const tool = (program: string) => join(root, 'node_modules/.bin', program)
