import type * as z from 'zod'
import type { ApiAnswer, ApiParameters } from './wire'

/** One of WeChat's server APIs. */
export type Api = (parameters: ApiParameters) => ApiAnswer

/** An API with its parameters parsed. What does not fit is answered with WeChat's error for it (errcode, errmsg). */
export function api<T>(
  schema: z.ZodType<T>,
  answer: (parameters: T) => ApiAnswer,
  misfit = { errcode: 47001, errmsg: 'data format error' },
): Api {
  return parameters => {
    const parsed = schema.safeParse(parameters)
    if (parsed.success) return answer(parsed.data)
    const first = parsed.error.issues[0]
    return failure(misfit.errcode, `${misfit.errmsg}: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`)
  }
}

export function failure(errcode: number, errmsg: string): ApiAnswer {
  return { json: { errcode, errmsg } }
}

export function success(more: Record<string, unknown> = {}): ApiAnswer {
  return { json: { errcode: 0, errmsg: 'ok', ...more } }
}
