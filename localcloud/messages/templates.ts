import { readFileSync } from 'node:fs'
import * as z from 'zod'

const templatesSchema = z.record(z.string(), z.object({ title: z.string(), fields: z.record(z.string(), z.string()).default({}) }))

/** The project's message templates by id: a title, and the label of each field. */
export type Templates = z.infer<typeof templatesSchema>

/** The templates in the file; none without one. Throws when the file cannot be used. */
export function readTemplates(file: string | undefined): Templates {
  return file === undefined ? {} : templatesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
