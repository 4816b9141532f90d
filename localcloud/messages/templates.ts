import * as z from 'zod'
import { readWritten } from '../json-file'

const templatesSchema = z.record(z.string(), z.object({ title: z.string(), fields: z.record(z.string(), z.string()).default({}) }))

/** The project's message templates by id: a title, and the label of each field. */
export type Templates = z.infer<typeof templatesSchema>

/** The templates in the file; none without one. Throws a sentence when the file cannot be used. */
export function readTemplates(file: string | undefined): Templates {
  return file === undefined ? {} : readWritten(file, templatesSchema, 'The templates')
}
