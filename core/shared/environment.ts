import * as z from 'zod'
import { templateNames } from './notices'
import { line } from './schemas'
import { usualFields } from './templates'

const keyword = (usual: string) =>
  z
    .string()
    .regex(/^[a-z_]+\d+$/)
    .default(usual)
const keywords = z.strictObject({
  what: keyword(usualFields.what),
  when: keyword(usualFields.when),
  where: keyword(usualFields.where),
  note: keyword(usualFields.note),
})
const id = z.string().min(1).max(100)
/** A template's id, with its keywords where they are not the usual ones. */
const Template = z.union([id.transform(said => ({ id: said, fields: usualFields })), z.strictObject({ id, fields: keywords })])

/** What is switched on where nothing is said. */
const usualSwitches = { phoneBinding: true, longTermMessages: false }
/** What is switched on in an environment. */
const Switches = z.strictObject({
  /** Binding by the number that WeChat verifies; it costs money for others than government. */
  phoneBinding: z.boolean().default(usualSwitches.phoneBinding),
  /** The templates are long-term ones: one accept is enough for all messages. */
  longTermMessages: z.boolean().default(usualSwitches.longTermMessages),
})

/**
 * What a bureau says of its own environment (`changqing.config.json`) and the functions read at run time. Nothing in it is secret. An empty object is an
 * environment with the inbox alone.
 */
export const Environment = z.strictObject({
  names: z.strictObject({ bureau: line(40).optional() }).default({}),
  templates: z.partialRecord(z.enum(templateNames), Template).default({}),
  mapKey: z.string().max(100).optional(),
  /** Where plain QR codes lead that a phone draws by itself, without a slash at its end. */
  codes: z.strictObject({ domain: z.httpUrl() }).optional(),
  on: Switches.default(usualSwitches),
  /** The nightly backup is sealed to this X25519 key (32 bytes, base64); without it none is made. */
  backup: z.strictObject({ publicKey: z.base64().length(44), keepDays: z.int().min(3).max(365).default(30) }).optional(),
})
export type Environment = z.infer<typeof Environment>

const isIn = <K extends string>(key: K, said: object): said is Record<K, object> => {
  const value: unknown = Reflect.get(said, key)
  return typeof value === 'object' && value !== null
}
/** Has it been parsed before, so that what need not be said stands in it too? An earlier build may have parsed it, without a switch that came since. */
export const isWholeEnvironment = (said: unknown): said is Environment =>
  typeof said === 'object' &&
  said !== null &&
  isIn('names', said) &&
  isIn('templates', said) &&
  isIn('on', said) &&
  Object.keys(usualSwitches).every(key => Object.hasOwn(said.on, key))
