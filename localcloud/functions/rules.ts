import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { isMissing, sentenceOf } from '../exceptions'
import { parseWritten } from '../json-file'

/** What the console takes as a rule; inside WeChat a phone always has a person, who is never an anonymous one. */
const SIGNED_IN = ['auth!=null', "auth.loginType!='ANONYMOUS'&&auth!=null"]
const isSignedIn = (rule: string) => SIGNED_IN.includes(rule.replace(/\s+/g, '').replaceAll('"', "'"))
const allowance = z.union([
  z.boolean(),
  z.string().refine(isSignedIn, `true, false, "auth != null" or "auth.loginType != 'ANONYMOUS' && auth != null"`),
])
const rulesSchema = z
  .record(z.string(), z.object({ invoke: allowance }))
  .refine(rules => Object.hasOwn(rules, '*'), 'the rule "*" is missing')

/** Whether phones may call a function. */
export type MayInvoke = (functionName: string) => boolean

/**
 * The security rules of the functions, in the form that the platform's console takes: `{"*": {"invoke": "auth != null"}, "timer": {"invoke":
 * false}}`. They bind phones only; timers, other functions and calls of an administrator pass. Without the file every phone may call
 * every function, which is the platform's default: inside WeChat a phone always has a person.
 * Throws a sentence when the file cannot be used.
 */
export function readRules(file: string): MayInvoke {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return () => true
    throw error
  }
  try {
    const rules = rulesSchema.parse(parseWritten(text))
    return name => (Object.hasOwn(rules, name) ? rules[name] : rules['*'])?.invoke !== false
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : sentenceOf(cause)
    throw new Error(`rules.json of the functions cannot be used: ${why}`, { cause })
  }
}
