import * as z from 'zod'
import type { Ledger } from '../messages/ledger'
import type { Templates } from '../messages/templates'
import { api, failure, success, type Api } from './answers'
import { fieldFits } from './template-fields'

const schema = z.object({
  touser: z.string().min(1),
  template_id: z.string().min(1),
  page: z.string().default(''),
  data: z.record(z.string(), z.object({ value: z.union([z.string(), z.number()]).transform(String) })),
})

/** WeChat's number for templates of which one consent is one message. */
const ONE_TIME = 2

/**
 * `subscribeMessage.send` and `getTemplateList`, which names the project's templates. In sending, the fields are checked first, then one
 * consent is used up. Where the project's templates are known, a template that is not among them is refused, and a message has to fill every
 * field of its own.
 */
export function subscribeMessageApis(ledger: Ledger, templates: () => Templates, now: () => number): Record<string, Api> {
  const send = api(schema, ({ touser, template_id, page, data }) => {
    const known = templates()
    const template = Object.hasOwn(known, template_id) ? known[template_id] : undefined
    if (template === undefined && Object.keys(known).length > 0) return failure(40037, 'invalid template_id')
    const fields = new Set([...Object.keys(template?.fields ?? {}), ...Object.keys(data)])
    for (const field of fields) {
      if (!fieldFits(field, data[field]?.value ?? '')) return failure(47003, `argument invalid! data.${field}.value invalid`)
    }
    const sent = ledger.send({ at: now(), touser, template: template_id, page, data })
    return sent === undefined ? failure(43101, 'user refuse to accept the msg') : success({ msgid: sent.id })
  })
  const list = api(z.object({}), () => {
    const data = Object.entries(templates()).map(([priTmplId, { title, fields }]) => {
      const lines = Object.entries(fields).map(([field, label]) => `${label}:{{${field}.DATA}}\n`)
      return { priTmplId, title, content: lines.join(''), example: '', type: ONE_TIME }
    })
    return success({ data })
  })
  return { 'subscribeMessage.send': send, 'subscribeMessage.getTemplateList': list }
}
