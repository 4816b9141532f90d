import { readFileSync, statSync } from 'node:fs'
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
function readRules(file: string): MayInvoke {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return () => true
    throw error
  }
  try {
    return parseRules(text)
  } catch (cause) {
    throw new Error(`rules.json of the functions cannot be used: ${sentenceOf(cause)}`, { cause })
  }
}

/** As `readRules`, of the rules' text. */
export function parseRules(text: string): MayInvoke {
  const { success, data: rules, error } = rulesSchema.safeParse(parseWritten(text))
  if (!success) throw new Error(z.prettifyError(error))
  return name => (Object.hasOwn(rules, name) ? rules[name] : rules['*'])?.invoke !== false
}

/** The rules of a file as they are at each call. One that cannot be used any more is told once, and those before it go on; at the start it throws as `readRules` does. */
export function liveRules(file: string, onTrouble: (sentence: string) => void): MayInvoke {
  const stamp = () => statSync(file, { throwIfNoEntry: false })?.mtimeMs
  let read = stamp()
  let rules = readRules(file)
  return name => {
    const now = stamp()
    if (now !== read) {
      read = now
      try {
        rules = readRules(file)
      } catch (error) {
        onTrouble(`${sentenceOf(error)}; the rules stay as they were`)
      }
    }
    return rules(name)
  }
}
