import { organizations } from '../../../../core/people/organizations/contract'
import { successions } from '../../../../core/people/successions/contract'
import { merge } from '../successions/merge'
import { split } from '../successions/split'
import type { Handlers } from '../use-case'
import { about } from './about'
import { appoint } from './appoint'
import { children } from './children'
import { close } from './close'
import { create } from './create'
import { dismiss } from './dismiss'
import { find } from './find'
import { get } from './get'
import { host } from './host'
import { invite } from './invite'
import { rename } from './rename'
import { tree } from './tree'

const contract = { ...organizations, ...successions }

/** The tree of organizations and the offices in it. */
export const handlers: Handlers<typeof contract> = {
  ...get,
  ...children,
  ...find,
  ...tree,
  ...about,
  ...create,
  ...rename,
  ...close,
  ...host,
  ...appoint,
  ...invite,
  ...dismiss,
  ...merge,
  ...split,
}

export { contract }
export { homes } from '../use-case'
