import type { RequestState, Risk } from './states'

/** How a promise goes on, from being told to being solved. */
export const promiseSteps = ['told', 'taken', 'on-the-way', 'done'] as const
export type PromiseStep = (typeof promiseSteps)[number]

/** How far a request has come, and whether its promise was broken. */
export interface PromiseBar {
  /** The last step that is behind it; null while no one could be told. */
  reached: PromiseStep | null
  late: boolean
}

const reachedIn: Readonly<Record<Exclude<RequestState, 'cancelled'>, PromiseStep>> = {
  waiting: 'told',
  accepted: 'taken',
  'on-the-way': 'on-the-way',
  done: 'done',
  closed: 'done',
}

/** The bar of a request; null where it was taken back, and nothing is promised any more. `unheard`: no one has been found to be told. */
export const promiseBar = ({
  state,
  risk,
  unheard = false,
}: {
  state: RequestState
  risk: Risk
  unheard?: boolean | undefined
}): PromiseBar | null => {
  if (state === 'cancelled') return null
  return { reached: state === 'waiting' && unheard ? null : reachedIn[state], late: risk === 'broken' }
}

/** Is this step behind the request? */
export const isReached = ({ reached }: PromiseBar, step: PromiseStep): boolean =>
  reached !== null && promiseSteps.indexOf(step) <= promiseSteps.indexOf(reached)
