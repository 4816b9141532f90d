import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Id, IsoDate, Nothing, line } from '../../shared/schemas'
import { festivals } from '../../shared/almanac/festivals'

const Year = z.int().min(1926).max(2099)
const Day = z.object({ date: IsoDate, off: z.boolean(), name: line(20) })
const Window = z.object({ festival: z.enum(festivals), from: IsoDate, to: IsoDate })

export const calendar = {
  /**
   * A year as it holds for an organization. `known`: the State Council's days off are known; else weekends stand in. `said` holds this
   * organization's own overrides; `festivals` is what holds, with the overrides of the organizations above.
   */
  'calendar.get': operation({
    who: ['secretary', 'leader', 'liaison', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, year: Year }),
    output: z.object({
      known: z.boolean(),
      festivals: z.array(Window.extend({ workdays: z.int(), changed: z.boolean() })),
      said: z.object({ known: z.boolean(), days: z.array(Day), windows: z.array(Window) }),
    }),
  }),
  /** Replaces the bureau's overrides of a year; every plan below it is made again. */
  'calendar.set': operation({
    who: ['bureau'],
    of: 'orgId',
    input: z.object({
      orgId: Id,
      year: Year,
      known: z.boolean(),
      days: z.array(Day).max(366),
      windows: z.array(Window).max(festivals.length),
    }),
    output: Nothing,
    errors: ['CALENDAR_WRONG'],
  }),
} as const
