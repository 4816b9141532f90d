import type { setup as contract } from '../../../../core/people/setup/contract'
import type { Handlers } from '../use-case'
import { setupStanding } from './standing'

export const state: Handlers<Pick<typeof contract, 'setup.state'>> = {
  async 'setup.state'(_, { store }) {
    return { needed: (await setupStanding(store)).needed }
  },
}
