import * as z from 'zod'

/** Building blocks of the contracts: one meaning, one schema. */
export const Id = z.string().min(1).max(64)
export const Cursor = z.string().min(1).max(200)
export const InstantMs = z.int().min(0).max(8_640_000_000_000_000)
export const IsoDate = z.iso.date()
/** Clock time in Asia/Shanghai, `HH:mm`. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** How long an activity lasts, in minutes: a quarter of an hour to a day. */
export const LastsMinutes = z
  .int()
  .min(15)
  .max(24 * 60)
/** A month `YYYY-MM`, quarter `YYYY-Qn`, half `YYYY-Hn` or year `YYYY` (`obligations/periods.ts`). */
export const Period = z.string().regex(/^(19|20)\d{2}(-(0[1-9]|1[0-2])|-Q[1-4]|-H[12])?$/)
export const Point = z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
/** A file in cloud storage as WeChat names it: `cloud://<environment>.<bucket>/<path>`, the path without empty parts, `.` and `..`. */
export const FileId = z
  .string()
  .max(512)
  .regex(/^cloud:\/\/[\w-]+\.[\w-]+(?:\/(?!\.{1,2}(?:\/|$))[^/\\\p{Cc}]+)+$/u)
/** Characters that are neither typed nor seen: controls, marks of writing direction, spaces without width. The joiner of emoji stays. */
const unseen = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu
const oneLine = (typed: string) => typed.replace(breaks, ' ').replace(unseen, '')
const lines = (typed: string) =>
  typed.replace(/\r\n?|[\u2028\u2029]/gu, '\n').replace(unseen, sign => (sign === '\n' || sign === '\t' ? sign : ''))

/** One typed line: without breaks and unseen characters, trimmed, never empty. */
export const line = (max: number) => z.string().overwrite(oneLine).trim().min(1).max(max)
/** Typed text of several lines, without other unseen characters, trimmed, possibly empty. */
export const text = (max: number) => z.string().overwrite(lines).trim().max(max)
export const Nothing = z.object({})

/** Where something is held; within `radius` metres counts as there (200 by default). */
export const Place = z.object({ name: line(60), point: Point.optional(), radius: z.int().min(20).max(2000).optional() })

/** A page of a list: the rows, and the cursor of the next page (null at the end). */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), cursor: Cursor.nullable() })
