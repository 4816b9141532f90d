import * as z from 'zod'
import { readWritten } from '../json-file'

/** A phone and the page that it opens there; `{name}` in a path stands for what an earlier step has kept under that name. */
const shown = { openid: z.string().min(1), page: z.string().default('') }

const stepSchema = z.strictObject({
  /** What is done, in a few words. */
  words: z.string().min(1),
  /** How, in one sentence. */
  hint: z.string().default(''),
  /** Whose phone it is done on, and the page that shows the control. */
  ...shown,
  /** The words of the control on that phone; of several the first that is in sight. */
  press: z.array(z.string().min(1)).default([]),
  /** The phone scans the code that another one shows. */
  scans: z.boolean().default(false),
  /** What another phone has to show meanwhile, such as that code. */
  beside: z.strictObject(shown).optional(),
  /** When it can be done: so many ms after (or before) an instant that a document holds. */
  moment: z
    .strictObject({
      words: z.string().min(1),
      collection: z.string().min(1),
      id: z.string().min(1),
      field: z.string().min(1),
      plus: z.number().int().default(0),
    })
    .optional(),
  /** It is done when this operation of the person has succeeded (`op` of the event), or when the phone shows this page. */
  done: z.union([z.strictObject({ op: z.string().min(1) }), z.strictObject({ page: z.string().min(1) })]),
  /** Parameters of the page that the phone shows then, kept for the steps to come. */
  keeps: z.array(z.string().min(1)).default([]),
})

/** What the desk tells a newcomer: what this is, the steps of its main job, and which links open a page, as set in WeChat's console (扫普通链接二维码打开小程序). */
const introductionSchema = z.strictObject({
  title: z.string().min(1).optional(),
  about: z.array(z.string().min(1)).default([]),
  steps: z.array(stepSchema).default([]),
  links: z.array(z.strictObject({ prefix: z.string().min(1), page: z.string().min(1) })).default([]),
})

export type Introduction = z.input<typeof introductionSchema>

/** The introduction in the file; an empty one without it. Throws a sentence when the file cannot be used. */
export const readIntroduction = (file: string | undefined): z.output<typeof introductionSchema> =>
  file === undefined ? introductionSchema.parse({}) : readWritten(file, introductionSchema, 'The introduction')
