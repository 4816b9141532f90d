import type { RequestState } from '../../../../core/help/requests/states'
import type { Doing } from '../../../../core/help/requests/step'
import type { Context, Ports } from '../../../kernel/ports'
import { deliver } from './deliver'
import type { Settled } from './settle'

/** Who does it, when and by which command. */
export const doingOf = ({ actor, now, commandId }: Pick<Context<'request.accept'>, 'actor' | 'now' | 'commandId'>): Doing => ({
  by: actor,
  now,
  commandId,
})

/** Tells whom it concerns and answers the state that stands. Told also where nothing changed: the same tap before may have been cut off. */
export const finish = async <R extends string>(
  ports: Ports,
  settled: Settled<R>,
  fail: (this: void, code: NoInfer<R>, data?: unknown) => never,
): Promise<{ state: RequestState }> => {
  if ('refused' in settled) return fail(settled.refused, settled.data)
  await deliver(ports, settled.request)
  return { state: settled.request.state }
}
