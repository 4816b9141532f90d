import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { buildIfStale, root } from './fresh'

const resolve = createRequire(__filename).resolve

/** A build makes many short-lived objects: where these have more room, in MB, Node spends a third of the time on clearing away. */
const ROOM = ['--min-semi-space-size=64', '--max-semi-space-size=128']

/** The last lines of a failed build tell why; the whole log is rarely read. */
const TOLD_LINES = 60

/**
 * Runs Taro's own command in a child process, since its runner keeps global state and reads its target from the environment. The log is
 * shown only when the build fails.
 * @throws Error with the end of the log when the build fails
 */
const build = (target: 'h5' | 'weapp') =>
  new Promise<void>((done, failed) => {
    const log: string[] = []
    const child = spawn(process.execPath, [...ROOM, resolve('@tarojs/cli/bin/taro'), 'build', '--type', target, '--no-check'], {
      cwd: root,
      env: { ...process.env, TARO_ENV: target, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const keep = (chunk: Buffer) => log.push(chunk.toString('utf8'))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', failed)
    child.on('close', code => {
      const text = log.join('')
      // Taro's command ends with 0 even where webpack found errors.
      if (code === 0 && !/\bERROR in\b|Error: /.test(text)) done()
      else failed(new Error(`The ${target} build failed:\n${text.split('\n').slice(-TOLD_LINES).join('\n')}`))
    })
  })

const sources = ['src', 'core', 'config/taro', 'config/index.ts', 'babel.config.cjs', 'package-lock.json']

/** Builds the phones of the local cloud into `dist/h5`, unless they were built from these sources. */
export const buildH5IfStale = () => buildIfStale('dist/h5', sources, () => build('h5'))

/** Builds the mini-program into `dist/weapp`, unless it was built from these sources. */
export const buildWeappIfStale = () => buildIfStale('dist/weapp', sources, () => build('weapp'), ['SPEECH_PLUGIN'])
