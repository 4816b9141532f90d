import * as z from 'zod'
import { followWritten } from '../json-file'

const templatesSchema = z.record(z.string(), z.object({ title: z.string(), fields: z.record(z.string(), z.string()).default({}) }))

/** The project's message templates by id: a title, and the label of each field. */
export type Templates = z.infer<typeof templatesSchema>

/** The templates in the file, as it is at each call; none without one. Throws a sentence when the file cannot be used. */
export const templatesIn = (file: string | undefined): (() => Templates) =>
  file === undefined ? () => ({}) : followWritten(file, templatesSchema, 'The templates')
