import { useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { FamilyContact } from './features/departures/aftercare/FamilyContact'
import { dropWaiting } from './features/voice/ballots/due'
import { setBereavedPart } from './features/people/identity/bereaved'
import { routes } from '../core/shared/routes'
import { openCloud } from './platform/call'
import { goInstead } from './platform/go'
import { hearKeys } from './platform/keys'
import './theme/theme.css'

setBereavedPart(FamilyContact)

/** The whole mini-program: opens the cloud once and shows whichever page was asked for. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    openCloud()
    hearKeys()
  })
  // A ballot that was filled in is dropped some time later, or as the mini-program is opened next.
  useDidShow(() => void dropWaiting())
  // A link of before, or one that was cut off, leads home.
  usePageNotFound(() => goInstead(routes.home()))
  return children
}
