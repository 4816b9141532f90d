import { Screen } from '../Screen'
import { Acts } from './Acts'
import { Filled } from './Filled'
import { Shown } from './Shown'

/** Every component in every state, to be looked at in each size; its pictures are compared in a test. */
export const Gallery = () => (
  <Screen wide>
    <Acts />
    <Shown />
    <Filled />
  </Screen>
)
