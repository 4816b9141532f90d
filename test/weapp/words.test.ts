import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract, type OperationName } from '../../core/contract'
import { codeOf } from '../../core/shared/operation'
import { sharedRefusals } from '../../core/shared/refusals'
import { ROOMS } from '../../core/shared/routes'

const dist = join(__dirname, '../../dist/weapp')
const rooms = ROOMS.filter(room => room !== 'pages')
const roomOf = (name: string) => rooms.find(room => name.startsWith(`${room}/`) || name.startsWith(`${room}\\`))
const scripts = readdirSync(dist, { recursive: true })
  .map(String)
  .filter(name => name.endsWith('.js'))
const compiled = (room: string | undefined) =>
  scripts
    .filter(name => roomOf(name) === room)
    .map(name => readFileSync(join(dist, name), 'utf8'))
    .join('\n')

/** Of the compiled program: the main package alone, without the pages of the subpackages. */
const main = compiled(undefined)

const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name)
const calledIn = (code: string) =>
  Object.keys(contract)
    .filter(isOperation)
    // A ballot is dropped unseen; what became of it is said on its own page.
    .filter(op => op !== 'survey.drop')
    .filter(op => code.includes(`"${op}"`))

const speechless = (ops: readonly OperationName[], atHand: string) =>
  ops.flatMap(op =>
    [...sharedRefusals, ...contract[op].errors].map(codeOf).flatMap(code => (atHand.includes(`${code}:{what:`) ? [] : [`${op}: ${code}`])),
  )

test('what the first pages call is refused in words that they have at hand', () => {
  const called = calledIn(main)
  expect(called).toEqual(expect.arrayContaining(['me.get', 'attendance.signIn', 'request.raise', 'signup.join']))
  expect(speechless(called, main)).toEqual([])
})

test.each(rooms)('what the pages of %s call is refused in words that it brings or finds in the main package', room => {
  const own = compiled(room)
  const called = calledIn(own)
  expect(called).not.toEqual([])
  expect(speechless(called, main + own)).toEqual([])
})
