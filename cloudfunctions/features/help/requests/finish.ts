import type { RequestState } from '../../../../core/help/requests/states'
import type { Doing } from '../../../../core/help/requests/step'
import type { Ports } from '../../../kernel/ports'
import type { Context } from '../use-case'
import { deliver } from './deliver'
import type { Outcome } from './step'

/** The actor, the instant and the command of a step. */
export const doingOf = ({ actor, now, commandId }: Pick<Context<'request.accept'>, 'actor' | 'now' | 'commandId'>): Doing => ({
  by: actor,
  now,
  commandId,
})

/**
 * Delivers the news and answers the state. It delivers even where nothing changed, because the first tap of the same command may have been
 * cut off.
 */
export const finish = async <V extends object>(
  ports: Ports,
  outcome: Outcome<V>,
  refuse: (this: void, verdict: Extract<NoInfer<V>, { refused: string }>) => never,
): Promise<{ state: RequestState }> => {
  if ('refused' in outcome) return refuse(outcome)
  await deliver(ports, outcome.request)
  return { state: outcome.request.state }
}
