import * as z from 'zod'
import { ManagementError } from './refusal'

/** Answers the parameters of an action of the management API with its reply without RequestId; throws ManagementError to refuse. */
export type ManagementAction = (params: unknown) => Promise<Record<string, unknown>> | Record<string, unknown>
export type ManagementActions = Readonly<Record<string, ManagementAction>>

/** An action whose parameters have a shape. */
export function action<T>(
  schema: z.ZodType<T>,
  answer: (params: T) => Promise<Record<string, unknown>> | Record<string, unknown>,
): ManagementAction {
  return params => {
    const parsed = schema.safeParse(params)
    if (!parsed.success) throw new ManagementError('InvalidParameter', z.prettifyError(parsed.error))
    return answer(parsed.data)
  }
}
