import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { FamilyContact } from './features/departures/aftercare/FamilyContact'
import { setBereavedPart } from './features/people/identity/bereaved'
import { openCloud } from './platform/call'
import { hearKeys } from './platform/keys'
import './theme/theme.css'

setBereavedPart(FamilyContact)

/** The whole mini-program: opens the cloud once and shows whichever page was asked for. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    openCloud()
    hearKeys()
  })
  return children
}
