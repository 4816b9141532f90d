import * as z from 'zod'
import type { Ledger } from '../messages/ledger'
import { api, failure, success, type Api } from './answers'

const schema = z.object({
  touser: z.string().min(1),
  template_id: z.string().min(1),
  page: z.string().default(''),
  data: z.record(z.string(), z.object({ value: z.union([z.string(), z.number()]).transform(String) })),
})

const characters = (value: string) => Array.from(value).length
const isNumber = (value: string) => /^-?\d+(\.\d+)?$/.test(value)

/** What each kind of field takes. Rule: WeChat's table of subscribe message parameters. */
const FIELD_RULES: Readonly<Record<string, (value: string) => boolean>> = {
  thing: value => characters(value) <= 20,
  short_thing: value => characters(value) <= 10,
  number: value => isNumber(value) && value.length <= 32,
  letter: value => /^[A-Za-z]{1,32}$/.test(value),
  symbol: value => characters(value) <= 5,
  character_string: value => /^[\x20-\x7e]{1,32}$/.test(value),
  time: value => /\d{1,2}:\d{2}/.test(value) && characters(value) <= 40,
  date: value => /\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2}/.test(value) && characters(value) <= 40,
  amount: value => /^[¥$￥]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: value => /^[\d+\- ()]{1,17}$/.test(value),
  car_number: value => characters(value) <= 8,
  name: value => characters(value) <= (/[^\x20-\x7e]/.test(value) ? 10 : 20),
  phrase: value => /^\p{Script=Han}{1,5}$/u.test(value),
  const: () => true,
  enum: () => true,
}

/** `subscribeMessage.send`: the fields are checked first, then one consent is used up. */
export function subscribeMessageApis(ledger: Ledger, now: () => number): Record<string, Api> {
  const send = api(schema, ({ touser, template_id, page, data }) => {
    for (const [field, { value }] of Object.entries(data)) {
      const fits = FIELD_RULES[field.replace(/\d+$/, '')]
      if (fits === undefined || value === '' || !fits(value)) return failure(47003, `argument invalid! data.${field}.value invalid`)
    }
    const sent = ledger.send({ at: now(), touser, template: template_id, page, data })
    return sent === undefined ? failure(43101, 'user refuse to accept the msg') : success({ msgid: sent.id })
  })
  return { 'subscribeMessage.send': send }
}
