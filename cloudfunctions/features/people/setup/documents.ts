import { collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Begun } from '../../../../core/people/setup/rules'
import type { Instant } from '../../../../core/shared/operation'

/** How an environment comes to its first officer: one row, in the place of which a new code puts its own. Of the code only a hash is kept. */
export interface Setup extends Begun {
  _id: typeof SETUP
  salt: string
  hash: string
  madeAt: Instant
  expiresAt: Instant
}
export const SETUP = 'first'
export const Setups = collection('setup', { fates: stays, succession: 'none', takeover: 'stays' }).of<Setup>()
