import { join } from 'node:path'
import { root } from './fresh'
import { run, tool } from './run'

const cache = join(root, 'node_modules/.cache')

/** Everything that can be told of the code without running it: types, lint, form, boundaries, dead code. */
const checks: readonly (readonly [string, string, readonly string[]])[] = [
  ['types and lint', tool('oxlint'), ['--type-check']],
  ['form', tool('oxfmt'), ['--list-different']],
  [
    'boundaries',
    tool('depcruise'),
    [
      '--config',
      '.dependency-cruiser.cjs',
      '--cache',
      `${cache}/depcruise`,
      ...['core', 'cloudfunctions', 'src', 'localcloud', 'config', 'delivery', 'migrations', 'bench', 'test'],
    ],
  ],
  // Without its cache, which tells of exports of before that they are not used.
  ['dead code', tool('knip'), []],
]

/** Runs every check and prints what it found; answers whether all passed. */
export const check = async (): Promise<boolean> => {
  let passed = true
  for (const [name, program, args] of checks) {
    const { ok, output, seconds } = await run(name, program, args)
    console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(0)} s)`)
    if (!ok) console.error(output)
    passed &&= ok
  }
  return passed
}

if (require.main === module) {
  check().then(
    passed => process.exit(passed ? 0 : 1),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
}
