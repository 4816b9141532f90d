import { organizations as contract } from '../../../../core/people/organizations/contract'
import type { Handlers } from '../use-case'
import { appoint } from './appoint'
import { children } from './children'
import { close } from './close'
import { create } from './create'
import { dismiss } from './dismiss'
import { get } from './get'
import { invite } from './invite'
import { rename } from './rename'

/** The tree of organizations and the offices in it. */
export const handlers: Handlers<typeof contract> = {
  ...get,
  ...children,
  ...create,
  ...rename,
  ...close,
  ...appoint,
  ...invite,
  ...dismiss,
}

export { contract }
export { homes } from '../use-case'
