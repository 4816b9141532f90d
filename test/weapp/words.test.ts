import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract, type OperationName } from '../../core/contract'
import { codeOf } from '../../core/shared/operation'
import { sharedRefusals } from '../../core/shared/refusals'

const dist = join(__dirname, '../../dist/weapp')
/** Of the compiled program: the main package alone, without the pages of the subpackages. */
const main = readdirSync(dist, { recursive: true })
  .map(String)
  .filter(name => name.endsWith('.js') && !/^(secretary|branch|service|care|voice|means|assessment|bureau)[/\\]/.test(name))
  .map(name => readFileSync(join(dist, name), 'utf8'))
  .join('\n')

const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name)
const called = Object.keys(contract)
  .filter(isOperation)
  // A ballot is dropped unseen; what became of it is said on its own page.
  .filter(op => op !== 'survey.drop')
  .filter(op => main.includes(`"${op}"`))

test('what the first pages call is refused in words that they have at hand', () => {
  expect(called).toEqual(expect.arrayContaining(['me.get', 'attendance.signIn', 'request.raise', 'signup.join']))
  const speechless = called.flatMap(op =>
    [...sharedRefusals, ...contract[op].errors].map(codeOf).flatMap(code => (main.includes(`${code}:{what:`) ? [] : [`${op}: ${code}`])),
  )
  expect(speechless).toEqual([])
})
