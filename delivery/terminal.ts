import { createInterface } from 'node:readline/promises'
import { Fault } from './cloud/fault'

/**
 * Asks the technician for a yes.
 * @throws Fault where no person is at the terminal
 */
export const agrees = async (question: string): Promise<boolean> => {
  if (!process.stdin.isTTY) throw new Fault('这里没有人能回答。', '确定要做，就加上 --yes 再运行一次。')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^\s*(y|yes|是|好|做)\s*$/i.test(await terminal.question(`${question}（是/否）`))
  } finally {
    terminal.close()
  }
}

/** Runs a command to its end: what is wrong is said with its remedy, and ends it with a code that is not 0, as does an answer of false. */
export const runCommand = (command: () => Promise<boolean>): void => {
  process.env['TZ'] = 'UTC'
  command().then(
    well => process.exit(well ? 0 : 1),
    (error: unknown) => {
      if (!(error instanceof Fault)) throw error
      console.error(`\n✗ ${error.message}${error.remedy === '' ? '' : `\n  怎么办：${error.remedy}`}`)
      process.exit(1)
    },
  )
}
